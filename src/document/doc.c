/* See doc.h. */
#include "document/doc.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define LEVEL_MAX 5

void doc_init(struct doc *doc, const char *title, const char *language)
{
	*doc = (struct doc){
		.title = mem_strdup(title),
		.language = mem_strdup(language),
		.blocks = VEC_OF(struct doc_block),
	};
}

static void clear_cell(struct doc_cell *cell)
{
	for (size_t i = 0; i < cell->runs.len; i++)
		free(((struct doc_run *)vec_at(&cell->runs, i))->text);
	vec_clear(&cell->runs);
}

void doc_clear(struct doc *doc)
{
	for (size_t i = 0; i < doc->blocks.len; i++) {
		struct doc_block *block = vec_at(&doc->blocks, i);
		for (size_t k = 0; k < block->cells.len; k++)
			clear_cell(vec_at(&block->cells, k));
		vec_clear(&block->cells);
		free(block->caption);
	}
	vec_clear(&doc->blocks);
	free(doc->title);
	free(doc->subtitle);
	free(doc->language);
	*doc = (struct doc){ 0 };
}

static struct doc_block *add_block(struct doc *doc, enum doc_kind kind)
{
	struct doc_block *block = vec_add(&doc->blocks);
	block->kind = kind;
	block->cells = (struct vec)VEC_OF(struct doc_cell);
	return block;
}

static struct doc_cell *add_cell(struct doc_block *block)
{
	struct doc_cell *cell = vec_add(&block->cells);
	cell->runs = (struct vec)VEC_OF(struct doc_run);
	return cell;
}

static struct doc_block *last_block(struct doc *doc, enum doc_kind kind)
{
	struct doc_block *block = vec_at(&doc->blocks, doc->blocks.len - 1);
	assert(block->kind == kind);
	return block;
}

void doc_run(struct doc_cell *cell, enum doc_run_kind kind, const char *text)
{
	if (!text || !*text)
		return;
	struct doc_run *run = vec_add(&cell->runs);
	run->kind = kind;
	run->text = mem_strdup(text);
}

void doc_heading(struct doc *doc, int level, const char *text)
{
	int last = 0;
	for (size_t i = doc->blocks.len; i-- > 0 && !last;) {
		const struct doc_block *block = vec_at(&doc->blocks, i);
		if (block->kind == DOC_HEADING)
			last = block->level;
	}
	if (level > last + 1)
		level = last + 1;
	struct doc_block *block = add_block(doc, DOC_HEADING);
	block->level = level < 1 ? 1 : level > LEVEL_MAX ? LEVEL_MAX : level;
	doc_run(add_cell(block), DOC_PLAIN, text);
}

struct doc_cell *doc_paragraph(struct doc *doc)
{
	return add_cell(add_block(doc, DOC_PARAGRAPH));
}

static void add_lines(struct doc *doc, const char *text, bool quote)
{
	while (text && *text) {
		size_t n = strcspn(text, "\n");
		if (strspn(text, " \t\r") < n) {
			char *line = mem_strndup(text, n);
			struct doc_block *block = add_block(doc, DOC_PARAGRAPH);
			block->quote = quote;
			doc_run(add_cell(block), DOC_PLAIN, line);
			free(line);
		}
		text += n + (text[n] == '\n');
	}
}

void doc_paragraph_text(struct doc *doc, const char *text)
{
	add_lines(doc, text, false);
}

void doc_quote_text(struct doc *doc, const char *text)
{
	add_lines(doc, text, true);
}

struct doc_block *doc_list(struct doc *doc)
{
	return add_block(doc, DOC_LIST);
}

struct doc_cell *doc_list_item(struct doc *doc)
{
	return add_cell(last_block(doc, DOC_LIST));
}

struct doc_block *doc_table(struct doc *doc, const char *caption, size_t columns, const char *const *headers)
{
	struct doc_block *block = add_block(doc, DOC_TABLE);
	block->columns = columns;
	block->caption = mem_strdup_null(caption);
	for (size_t i = 0; i < columns; i++)
		doc_run(add_cell(block), DOC_PLAIN, headers[i]);
	return block;
}

struct doc_cell *doc_table_cell(struct doc *doc)
{
	return add_cell(last_block(doc, DOC_TABLE));
}

void doc_table_text(struct doc *doc, const char *text)
{
	doc_run(doc_table_cell(doc), DOC_PLAIN, text);
}

struct doc_block *doc_pairs(struct doc *doc)
{
	return add_block(doc, DOC_PAIRS);
}

void doc_pair(struct doc *doc, const char *term, const char *text)
{
	struct doc_block *block = last_block(doc, DOC_PAIRS);
	doc_run(add_cell(block), DOC_PLAIN, term);
	doc_run(add_cell(block), DOC_PLAIN, text);
}

void doc_signatures(struct doc *doc, const char *const *names, size_t count)
{
	struct doc_block *block = add_block(doc, DOC_SIGNATURES);
	for (size_t i = 0; i < count; i++)
		doc_run(add_cell(block), DOC_PLAIN, names[i]);
}

void doc_page_break(struct doc *doc)
{
	add_block(doc, DOC_PAGE_BREAK);
}
