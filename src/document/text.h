/* A document as plain UTF-8 text, wrapped at a width. */
#ifndef DOCUMENT_TEXT_H
#define DOCUMENT_TEXT_H

#include "base/str.h"
#include "document/doc.h"

/* Appends; width is raised to 20. Control characters are made visible. Insertions are {+so+}, deletions [-so-]. */
void document_write_text(const struct doc *doc, int width, struct str *out);

#endif
