/*
 * See text.h. A cell becomes one string with the marks of its runs, cleaned of
 * control characters, then wrapped. Tables get the widths their contents need,
 * the widest columns giving way when the page is too narrow.
 */
#include "document/text.h"

#include "base/mem.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define WIDTH_MIN 20
#define COLUMN_GAP 2
#define COLUMN_MIN 4
#define TERM_MAX 28
#define LINE_LENGTH 36 /* of a signature */

struct writer {
	const struct doc *doc;
	int width;
	struct str *out;
};

static char *cell_text(const struct doc_cell *cell)
{
	static const char *const before[] = { "", "", "", "{+", "[-" }, *const after[] = { "", "", "", "+}", "-]" };
	struct str s = { 0 };
	for (size_t i = 0; i < cell->runs.len; i++) {
		const struct doc_run *run = vec_at(&cell->runs, i);
		if (run->kind == DOC_INSERTED && i && ((struct doc_run *)vec_at(&cell->runs, i - 1))->kind == DOC_DELETED)
			str_add_char(&s, ' '); /* [-old-] {+new+} */
		str_add(&s, before[run->kind]);
		str_add(&s, run->text);
		str_add(&s, after[run->kind]);
	}
	char *clean = text_clean(str_text(&s), true);
	str_clear(&s);
	for (char *c = clean; *c; c++)
		if (*c == '\t')
			*c = ' ';
	return clean;
}

static void add_repeated(struct str *out, char c, int n)
{
	for (; n > 0; n--)
		str_add_char(out, c);
}

/* Wraps text at the width; the first line begins with `first`, the others with as many blanks. */
static void write_wrapped(struct writer *w, const char *text, const char *first)
{
	int indent = text_width(first), room = w->width - indent;
	if (room < 1)
		room = 1;
	str_add(w->out, first);
	for (bool more = false;; more = true) {
		size_t skip = 0, n = text_wrap(text, room, &skip);
		if (more && n)
			add_repeated(w->out, ' ', indent);
		str_add_n(w->out, text, n);
		str_add_char(w->out, '\n');
		text += n + skip;
		if (n + skip == 0 || !*text)
			return;
	}
}

static void write_heading(struct writer *w, const char *text, char underline)
{
	size_t begin = w->out->len;
	write_wrapped(w, text, "");
	int longest = 0;
	for (const char *line = w->out->data + begin; *line;) {
		size_t n = strcspn(line, "\n");
		int width = text_width_n(line, n);
		longest = width > longest ? width : longest;
		line += n + 1;
	}
	if (underline) {
		add_repeated(w->out, underline, longest);
		str_add_char(w->out, '\n');
	}
}

static void write_list(struct writer *w, const struct doc_block *block)
{
	for (size_t i = 0; i < block->cells.len; i++) {
		char *text = cell_text(vec_at(&block->cells, i));
		write_wrapped(w, text, "- ");
		free(text);
	}
}

/* --- tables --- */

struct table {
	size_t rows, columns;
	char **texts; /* rows * columns */
	int *widths;
};

static void fit_widths(struct table *t, int width)
{
	int room = width - (int)(t->columns - 1) * COLUMN_GAP, sum = 0;
	for (size_t c = 0; c < t->columns; c++) {
		t->widths[c] = 1;
		for (size_t r = 0; r < t->rows; r++) {
			int n = text_width(t->texts[r * t->columns + c]);
			t->widths[c] = n > t->widths[c] ? n : t->widths[c];
		}
		t->widths[c] = t->widths[c] > width ? width : t->widths[c];
		sum += t->widths[c];
	}
	while (sum > room) {
		size_t widest = 0;
		for (size_t c = 1; c < t->columns; c++)
			if (t->widths[c] > t->widths[widest])
				widest = c;
		if (t->widths[widest] <= COLUMN_MIN)
			return;
		t->widths[widest]--;
		sum--;
	}
}

static void write_table_row(struct writer *w, const struct table *t, size_t row, uint32_t right)
{
	const char **rest = mem_zalloc(t->columns, sizeof(*rest));
	for (size_t c = 0; c < t->columns; c++)
		rest[c] = t->texts[row * t->columns + c];
	bool more = true;
	while (more) {
		more = false;
		int owed = 0; /* blanks are written only before something */
		for (size_t c = 0; c < t->columns; c++) {
			size_t skip = 0, n = text_wrap(rest[c], t->widths[c], &skip);
			int used = text_width_n(rest[c], n), pad = t->widths[c] - used;
			bool to_right = c < 32 && (right >> c & 1);
			if (used) {
				add_repeated(w->out, ' ', owed + (to_right ? pad : 0));
				str_add_n(w->out, rest[c], n);
				owed = to_right ? 0 : pad;
			} else {
				owed += t->widths[c];
			}
			owed += COLUMN_GAP;
			rest[c] += n + skip;
			more = more || (*rest[c] && n + skip > 0);
		}
		str_add_char(w->out, '\n');
	}
	free(rest);
}

/* A caption that only repeats the heading above it is for those who jump from table to table, not for the eye. */
static bool repeats_heading(const struct writer *w, const struct doc_block *block)
{
	const struct doc_block *before = block > (struct doc_block *)w->doc->blocks.data ? block - 1 : NULL;
	if (!before || before->kind != DOC_HEADING)
		return false;
	char *text = cell_text(vec_at(&before->cells, 0));
	bool same = strcmp(text, block->caption) == 0;
	free(text);
	return same;
}

static void write_table(struct writer *w, const struct doc_block *block)
{
	struct table t = { .columns = block->columns };
	if (!t.columns)
		return;
	t.rows = (block->cells.len + t.columns - 1) / t.columns;
	t.texts = mem_zalloc(t.rows * t.columns, sizeof(*t.texts));
	t.widths = mem_zalloc(t.columns, sizeof(*t.widths));
	for (size_t i = 0; i < t.rows * t.columns; i++)
		t.texts[i] = i < block->cells.len ? cell_text(vec_at(&block->cells, i)) : mem_strdup("");
	fit_widths(&t, w->width);
	if (block->caption && *block->caption && !repeats_heading(w, block))
		write_wrapped(w, block->caption, "");
	for (size_t r = 0; r < t.rows; r++) {
		write_table_row(w, &t, r, block->right);
		if (r)
			continue;
		int sum = (int)(t.columns - 1) * COLUMN_GAP;
		for (size_t c = 0; c < t.columns; c++)
			sum += t.widths[c];
		add_repeated(w->out, '-', sum > w->width ? w->width : sum);
		str_add_char(w->out, '\n');
	}
	for (size_t i = 0; i < t.rows * t.columns; i++)
		free(t.texts[i]);
	free(t.texts);
	free(t.widths);
}

/* --- pairs and signatures --- */

static void write_pairs(struct writer *w, const struct doc_block *block)
{
	int widest = 0;
	for (size_t i = 0; i + 1 < block->cells.len; i += 2) {
		char *term = cell_text(vec_at(&block->cells, i));
		int n = text_width(term);
		widest = n > widest ? n : widest;
		free(term);
	}
	int limit = w->width / 2 < TERM_MAX ? w->width / 2 : TERM_MAX;
	widest = widest > limit ? limit : widest;
	for (size_t i = 0; i + 1 < block->cells.len; i += 2) {
		char *term = cell_text(vec_at(&block->cells, i)), *text = cell_text(vec_at(&block->cells, i + 1));
		struct str first = { 0 };
		str_addf(&first, "%s:", term);
		add_repeated(&first, ' ', widest + 2 - text_width(str_text(&first)));
		write_wrapped(w, text, str_text(&first));
		str_clear(&first);
		free(term);
		free(text);
	}
}

static void write_signatures(struct writer *w, const struct doc_block *block)
{
	int length = w->width < LINE_LENGTH ? w->width : LINE_LENGTH;
	for (size_t i = 0; i < block->cells.len; i++) {
		char *text = cell_text(vec_at(&block->cells, i));
		str_add(w->out, "\n\n");
		add_repeated(w->out, '_', length);
		str_add_char(w->out, '\n');
		write_wrapped(w, text, "");
		free(text);
	}
}

static void write_block(struct writer *w, const struct doc_block *block)
{
	static const char underlines[] = { '=', '-', 0, 0, 0 };
	char *text = NULL;
	if (block->kind == DOC_HEADING || block->kind == DOC_PARAGRAPH)
		text = cell_text(vec_at(&block->cells, 0));
	switch (block->kind) {
	case DOC_HEADING:
		write_heading(w, text, underlines[block->level - 1]);
		break;
	case DOC_PARAGRAPH:
		write_wrapped(w, text, block->quote ? "    " : "");
		break;
	case DOC_LIST:
		write_list(w, block);
		break;
	case DOC_TABLE:
		write_table(w, block);
		break;
	case DOC_PAIRS:
		write_pairs(w, block);
		break;
	case DOC_SIGNATURES:
		write_signatures(w, block);
		break;
	case DOC_PAGE_BREAK:
		add_repeated(w->out, '-', w->width);
		str_add_char(w->out, '\n');
		break;
	}
	free(text);
}

void document_write_text(const struct doc *doc, int width, struct str *out)
{
	struct writer w = { doc, width < WIDTH_MIN ? WIDTH_MIN : width, out };
	char *title = text_clean(doc->title, false);
	write_heading(&w, title, '=');
	free(title);
	if (doc->subtitle) {
		char *subtitle = text_clean(doc->subtitle, false);
		write_wrapped(&w, subtitle, "");
		free(subtitle);
	}
	for (size_t i = 0; i < doc->blocks.len; i++) {
		str_add_char(out, '\n');
		write_block(&w, vec_at(&doc->blocks, i));
	}
}
