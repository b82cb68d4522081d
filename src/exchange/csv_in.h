/*
 * Reads CSV: RFC 4180 with ; , or tab, whichever the first line has most of.
 * Strict and bounded: what is no CSV, control characters and line breaks in
 * cells are faults with their line. Cells come without blanks around them.
 */
#ifndef EXCHANGE_CSV_IN_H
#define EXCHANGE_CSV_IN_H

#include "base/err.h"
#include "base/str.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stddef.h>

#define CSV_BYTES_MAX (64 << 20) /* of a file */
#define CSV_LINES_MAX 500000
#define CSV_COLUMNS_MAX 100
#define CSV_FAULTS_MAX 1000      /* then the rest is not read */

/*
 * Bytes of a file to UTF-8 without a byte order mark. encoding: a name that
 * iconv knows; NULL: UTF-8, or where it is none Windows-1252, then *guessed.
 */
bool csv_decode(const char *bytes, size_t n, const char *encoding, struct str *text, bool *guessed, struct err *err);

/* Cells live for the call only. */
typedef void csv_row(void *context, unsigned line, const char *const *cells, size_t count);

/* Each line that is not empty is a row, the header too. faults: a vec of struct fault. False when the text is too long to be read at all. */
bool csv_read(const struct str *text, const char *file, csv_row *row, void *context, struct vec *faults);

#endif
