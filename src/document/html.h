/*
 * A document as accessible HTML5: language, title, one h1, headings without
 * gaps, th with scope, captions; style with sufficient contrast. Fit for
 * screen readers and for WeasyPrint's PDF/UA.
 */
#ifndef DOCUMENT_HTML_H
#define DOCUMENT_HTML_H

#include "base/str.h"
#include "document/doc.h"

struct html_options {
	const char *css;      /* municipality's style, put after the built-in one; NULL: none */
	const char *css_link; /* address of a style sheet to be linked; NULL: none */
};

/* Appends a whole page. options may be NULL. */
void document_write_html(const struct doc *doc, const struct html_options *options, struct str *out);

#endif
