/*
 * Posting files for the books of the treasury: rows rendered by a template that
 * is data (doc/fee-files.md) - columns, order, widths, formats, encoding, line
 * ends. What does not fit its column, or has no place in the encoding, is a
 * fault of that row; nothing is silently cut or replaced.
 */
#ifndef EXCHANGE_POSTING_H
#define EXCHANGE_POSTING_H

#include "base/rowset.h"
#include "base/str.h"
#include "base/vec.h"

#include <stdbool.h>

/*
 * template: rows of the query posting_template, one for each column. head: one row of values for the whole file.
 * lines: the postings. Every fault goes into faults (struct fault of the file `name`; line: that of the file).
 * The bytes are appended to out; true when there is no fault.
 */
bool posting_render(const struct rowset *template, const struct rowset *head, const struct rowset *lines, const char *name,
                    struct vec *faults, struct str *out);

#endif
