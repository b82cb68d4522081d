/*
 * A file that is there whole or not at all, and never over another: written to
 * NAME.part and on the disk before a transaction is committed, given its name
 * after it.
 */
#ifndef APP_PART_FILE_H
#define APP_PART_FILE_H

#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>

/* Writes path.part (mode 0600, synced). false and err, and nothing left behind, when it cannot or path exists. */
bool part_file_write(const char *path, const struct str *bytes, struct err *err);

/* path.part becomes path; false and err when something has come there meanwhile (the part is gone then, too). */
bool part_file_keep(const char *path, struct err *err);

/* path.part is not wanted any more. */
void part_file_drop(const char *path);

#endif
