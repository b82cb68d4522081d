/* Documents to files: text, accessible HTML, and PDF/UA through WeasyPrint. */
#ifndef APP_DOCUMENT_FILE_H
#define APP_DOCUMENT_FILE_H

#include "base/err.h"
#include "base/str.h"
#include "document/doc.h"

#include <stdbool.h>

enum document_format { DOCUMENT_TEXT, DOCUMENT_HTML, DOCUMENT_PDF };

/* "text", "html", "pdf"; NULL is text. false for another. */
bool document_format_parse(const char *name, enum document_format *format);
const char *document_format_suffix(enum document_format format); /* "txt" ... */

/* The municipality's style: content of a file, or of its default place; NULL when there is none. Caller frees. */
char *document_read_css(const char *path, struct err *err);

/*
 * Writes the document to a new file (mode 0600), or to standard output when
 * path is NULL. An existing file is replaced only with `replace`. css may be NULL.
 * For PDF it waits for WeasyPrint (half a second and more).
 */
bool document_write_file(const struct doc *doc, enum document_format format, const char *css, const char *path,
                         bool replace, struct err *err);

/* The page that a PDF is made of; css may be NULL. */
void document_page(const struct doc *doc, const char *css, struct str *out);

/* Bytes that are a document already, to a new file as above. */
bool document_write_bytes(const struct str *bytes, const char *path, struct err *err);

/*
 * Begins to write a PDF in the background: the process's number, or -1 and err. document_pdf_done looks whether it has ended; of one that
 * has failed the file is the caller's to take away.
 */
int document_start_pdf(const struct doc *doc, const char *css, const char *path, bool replace, struct err *err);

/*
 * In a child that becomes WeasyPrint: page is its standard input; what it writes is for nobody else, what it says is not heard (its
 * output with quiet), and the password of the database is not for it.
 */
void document_child(int page, bool quiet);

enum pdf_state { PDF_RUNNING, PDF_WRITTEN, PDF_FAILED };
enum pdf_state document_pdf_done(int process);

#endif
