/* Documents of the fee module from rows of the database; nothing is asked here. See cmd_fees_docs.c for the shell. */
#ifndef APP_FEE_DOCS_H
#define APP_FEE_DOCS_H

#include "base/rowset.h"
#include "document/doc.h"

/* The rows of one person follow each other (person_id, name): the row after the last one of the person at `row`. */
size_t fee_person_end(const struct rowset *rows, size_t row);

/* The part of one person: a heading and tables; rows from..end of the query fee_statement or fee_certificate. */
void fee_statement_part(const struct rowset *rows, size_t from, size_t end, struct doc *doc);
void fee_certificate_part(const struct rowset *rows, size_t from, size_t end, const char *year, struct doc *doc);

/* The whole lists. */
void fee_tax_list(const struct rowset *rows, struct doc *doc);
void fee_budget(const struct rowset *rows, struct doc *doc);

#endif
