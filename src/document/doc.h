/*
 * A document as a tree: a title and blocks (headings, paragraphs, lists,
 * tables, pairs, signature lines, page breaks) of cells, cells of runs. The
 * writers (text.h, html.h) know nothing of councils, the builders nothing of
 * markup. The title is the only heading of the first rank.
 *
 * Functions that add a block return it or its cell; both are valid until the
 * next block or cell is added.
 */
#ifndef DOCUMENT_DOC_H
#define DOCUMENT_DOC_H

#include "base/vec.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum doc_run_kind { DOC_PLAIN, DOC_STRONG, DOC_EMPHASIS, DOC_INSERTED, DOC_DELETED };

struct doc_run {
	enum doc_run_kind kind;
	char *text;
};

struct doc_cell {
	struct vec runs; /* struct doc_run */
};

enum doc_kind { DOC_HEADING, DOC_PARAGRAPH, DOC_LIST, DOC_TABLE, DOC_PAIRS, DOC_SIGNATURES, DOC_PAGE_BREAK };

struct doc_block {
	enum doc_kind kind;
	int level;         /* heading: 1 (below the title) to 5 */
	bool quote;        /* paragraph: the wording of a motion or resolution, set off */
	size_t columns;    /* table */
	uint32_t right;    /* table: bit i set: column i is set to the right */
	char *caption;     /* table; NULL: none */
	struct vec cells;  /* struct doc_cell: the paragraph, the items, the cells row by row (first row: header), pairs */
};

struct doc {
	char *title;
	char *subtitle; /* NULL: none */
	char *language; /* "de" */
	struct vec blocks; /* struct doc_block */
};

void doc_init(struct doc *doc, const char *title, const char *language);
void doc_clear(struct doc *doc);

/* level 1 to 5; a level deeper than the last one plus one is raised, so that no rank is skipped. */
void doc_heading(struct doc *doc, int level, const char *text);

struct doc_cell *doc_paragraph(struct doc *doc); /* empty; add runs */
void doc_paragraph_text(struct doc *doc, const char *text); /* one paragraph per line of text; empty ones left out */
void doc_quote_text(struct doc *doc, const char *text);     /* the same, set off */

struct doc_block *doc_list(struct doc *doc);
struct doc_cell *doc_list_item(struct doc *doc); /* of the last block, a list */

/* headers: `columns` texts. Cells are added one by one; a last row that is not full is filled up by the writers. */
struct doc_block *doc_table(struct doc *doc, const char *caption, size_t columns, const char *const *headers);
struct doc_cell *doc_table_cell(struct doc *doc); /* of the last block, a table */
void doc_table_text(struct doc *doc, const char *text);

struct doc_block *doc_pairs(struct doc *doc);
void doc_pair(struct doc *doc, const char *term, const char *text); /* of the last block, pairs */

void doc_signatures(struct doc *doc, const char *const *names, size_t count);
void doc_page_break(struct doc *doc);

void doc_run(struct doc_cell *cell, enum doc_run_kind kind, const char *text);

#endif
