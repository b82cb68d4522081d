/*
 * Many PDFs: one WeasyPrint for each processor, which is given document after
 * document. To start it and to load its fonts takes three times as long as to
 * lay out a statement of one page (doc/fee-files.md).
 */
#ifndef APP_PDF_POOL_H
#define APP_PDF_POOL_H

#include "base/err.h"
#include "document/doc.h"

#include <stdbool.h>
#include <stddef.h>

/* Is WeasyPrint there at all? false and err: it is not. */
bool pdf_is_possible(struct err *err);

struct pdf_pool;

/* done is told how many are written whenever one is; NULL: nobody asks. */
struct pdf_pool *pdf_pool_open(void (*done)(void *context, size_t written), void *context);

/* Gives a document to a process that is free, waiting for one; css may be NULL. false and err: this one or an earlier one failed. */
bool pdf_pool_add(struct pdf_pool *p, const struct doc *doc, const char *css, const char *path, struct err *err);

/* Waits for all that is under way. false and err when one failed. */
bool pdf_pool_close(struct pdf_pool **p, struct err *err);

#endif
