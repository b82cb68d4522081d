/* Verbs of the subcommand statute. cmd_statute.c has those of files, cmd_statute_db.c those of the database. */
#ifndef APP_CMD_STATUTE_H
#define APP_CMD_STATUTE_H

#include "app/options.h"
#include "base/str.h"
#include "domain/statute.h"

#include <stdio.h>

/* One file, no more of it than shows that it is too large. */
bool statute_file_read(const char *path, struct str *out, struct err *err);

/* All faults of a set, one a line. */
void statute_print_faults(const struct statute_set *set, FILE *to);

/* Verbs: words behind them, and the exit status. */
int statute_load(const struct options *o, char *const *files, size_t count);
int statute_list(const struct options *o, char *const *names, size_t count);
int statute_text(const struct options *o, char *const *names, size_t count);
int statute_withdraw(const struct options *o, char *const *names, size_t count);

#endif
