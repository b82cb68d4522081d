/*
 * Rows as CSV by RFC 4180: what is shown on a screen goes out with `x`.
 *
 * Cells that a spreadsheet would run as a formula are defused: a text that
 * begins with = + - @ (and is no number) gets a leading apostrophe.
 */
#ifndef EXCHANGE_CSV_OUT_H
#define EXCHANGE_CSV_OUT_H

#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum csv_encoding { CSV_UTF8, CSV_CP1252 };

/* Appends one row of `count` cells (NULL: empty) with its line end CRLF. */
void csv_add_row(struct str *out, char separator, const char *const *cells, size_t count);

/*
 * Writes text to a new file, mode 0600, in the encoding; UTF-8 gets a byte
 * order mark (German Excel asks for it). What Windows-1252 does not have
 * becomes '?', counted in *replaced. An existing file is not touched.
 */
bool csv_write_file(const char *path, const struct str *text, enum csv_encoding encoding, size_t *replaced,
                    struct err *err);

#endif
