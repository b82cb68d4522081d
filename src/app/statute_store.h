/* Statutes that lie in the database, by name, for the subcommand statute. */
#ifndef APP_STATUTE_STORE_H
#define APP_STATUTE_STORE_H

#include "app/options.h"
#include "base/rowset.h"
#include "db/db.h"
#include "domain/statute.h"

struct statute_store {
	struct db *db;
	char *body;
	struct rowset *rows; /* of the query statutes */
	struct err err;
};

/* A zeroed store is not open. false: the store has the err. */
bool statute_store_open(struct statute_store *s, const struct options *o);

/* Prints the err, if any; the exit status of a subcommand that has gone well or not. */
int statute_store_close(struct statute_store *s, bool ok);

/* Has this word the form NAME or NAME/EDITION? */
bool statute_store_is_name(const char *word);

/* NAME: its newest edition; NAME/EDITION: that one. The row, or -1 and the err. */
int statute_store_find(struct statute_store *s, const char *name);

/* As the text of a file, caller frees; NULL and the err. */
char *statute_store_text(struct statute_store *s, const char *name);

/* Parses it into the set; false and the err when there is none. */
bool statute_store_add(struct statute_store *s, struct statute_set *set, const char *name);

/* Those that statutes of the set stand on and that are not in it, as far as they are in the database. */
bool statute_store_add_bases(struct statute_store *s, struct statute_set *set);

/* Those in the database that stand on this one and are not in the set; false and the err when they cannot be read. */
bool statute_store_add_tops(struct statute_store *s, struct statute_set *set, const char *name);

#endif
