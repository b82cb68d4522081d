/* See canvas.h. */
#include "base/canvas.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define ELLIPSIS 0x2026

struct canvas *canvas_new(int rows, int cols)
{
	struct canvas *c = mem_zalloc(1, sizeof(*c));
	canvas_resize(c, rows, cols);
	return c;
}

void canvas_free(struct canvas **c)
{
	if (!*c)
		return;
	free((*c)->cells);
	free(*c);
	*c = NULL;
}

void canvas_resize(struct canvas *c, int rows, int cols)
{
	c->rows = rows > 0 ? rows : 1;
	c->cols = cols > 0 ? cols : 1;
	c->cells = mem_realloc(c->cells, (size_t)c->rows * (size_t)c->cols, sizeof(*c->cells));
	canvas_erase(c);
}

static void blank(struct cell *cell, unsigned attr)
{
	*cell = (struct cell){ .rune = ' ', .attr = (uint16_t)attr };
}

void canvas_erase(struct canvas *c)
{
	for (int col = 0; col < c->cols; col++)
		blank(&c->cells[col], ATTR_NONE);
	for (int row = 1; row < c->rows; row++)
		memcpy(c->cells + row * c->cols, c->cells, (size_t)c->cols * sizeof(*c->cells));
	c->cursor_row = c->cursor_col = -1;
}

struct area canvas_area(const struct canvas *c)
{
	return (struct area){ 0, 0, c->rows, c->cols };
}

struct cell *canvas_cell(struct canvas *c, int row, int col)
{
	if (row < 0 || col < 0 || row >= c->rows || col >= c->cols)
		return NULL;
	return &c->cells[row * c->cols + col];
}

/* Overwriting one half of a wide rune blanks the other. */
static void put(struct canvas *c, int row, int col, unsigned attr, char32_t rune, int width)
{
	struct cell *cell = canvas_cell(c, row, col);
	if (!cell)
		return;
	if (cell->rune == 0 && col > 0)
		blank(cell - 1, cell[-1].attr);
	struct cell *next = canvas_cell(c, row, col + width);
	if (next && next->rune == 0)
		blank(next, next->attr);
	*cell = (struct cell){ .rune = rune, .attr = (uint16_t)attr };
	if (width == 2 && col + 1 < c->cols)
		cell[1] = (struct cell){ .rune = 0, .attr = (uint16_t)attr };
}

static void put_mark(struct canvas *c, int row, int col, char32_t mark)
{
	struct cell *cell = canvas_cell(c, row, col);
	if (cell && cell->rune == 0)
		cell = canvas_cell(c, row, col - 1);
	if (!cell || mark > UINT16_MAX)
		return;
	for (int i = 0; i < CELL_MARKS; i++)
		if (!cell->marks[i]) {
			cell->marks[i] = (uint16_t)mark;
			return;
		}
}

/*
 * Columns from..to of a row are about to be written over, all of them in the
 * canvas: a wide rune cut in two at either end becomes blank.
 */
static struct cell *open_run(struct canvas *c, int row, int from, int to)
{
	struct cell *cells = c->cells + row * c->cols;
	if (cells[from].rune == 0 && from > 0)
		blank(&cells[from - 1], cells[from - 1].attr);
	if (to < c->cols && cells[to].rune == 0)
		blank(&cells[to], cells[to].attr);
	return cells + from;
}

static void fill_run(struct canvas *c, int row, int from, int to, unsigned attr, char32_t rune)
{
	const struct cell cell = { .rune = rune, .attr = (uint16_t)attr };
	if (row < 0 || row >= c->rows)
		return;
	from = from < 0 ? 0 : from;
	to = to > c->cols ? c->cols : to;
	if (from >= to)
		return;
	struct cell *cells = open_run(c, row, from, to);
	for (int i = 0; i < to - from; i++)
		cells[i] = cell;
}

/* Bytes at the beginning that are one column each and need no decoding; at most limit. */
static int plain_bytes(const char *text, int limit)
{
	int n = 0;
	while (n < limit && text[n] >= 0x20 && text[n] < 0x7F)
		n++;
	return n;
}

static void plain_text(struct canvas *c, int row, int col, unsigned attr, const char *text, int n)
{
	struct cell *cells = open_run(c, row, col, col + n);
	for (int i = 0; i < n; i++)
		cells[i] = (struct cell){ .rune = (unsigned char)text[i], .attr = (uint16_t)attr };
}

/* Columns used; *rest is what found no room, "" when all of it did. */
static int draw_text(struct canvas *c, int row, int col, int cols, unsigned attr, const char *text, const char **rest)
{
	int limit = cols < 0 || cols > c->cols - col ? c->cols - col : cols;
	int used = 0;
	bool inside = row >= 0 && row < c->rows && col >= 0;
	while (*text) {
		int plain = inside ? plain_bytes(text, limit - used) : 0;
		if (plain > 0) {
			plain_text(c, row, col + used, attr, text, plain);
			used += plain;
			text += plain;
			continue;
		}
		char32_t rune;
		size_t bytes = text_decode(text, TEXT_RUNE_MAX, &rune); /* the NUL stops it */
		int width = text_rune_width(rune);
		if (used + width > limit)
			break;
		text += bytes;
		if (width > 0)
			put(c, row, col + used, attr, text_visible(rune), width);
		else if (used > 0)
			put_mark(c, row, col + used - 1, rune);
		used += width;
	}
	*rest = text;
	return used;
}

int canvas_text(struct canvas *c, int row, int col, int cols, unsigned attr, const char *text)
{
	return draw_text(c, row, col, cols, attr, text, &text);
}

/* Too long to fit: the last column shows that something was left out. */
static int clipped_text(struct canvas *c, int row, int col, int cols, unsigned attr, const char *text)
{
	const char *rest;
	if (cols <= 0)
		return 0;
	int used = draw_text(c, row, col, cols, attr, text, &rest);
	if (!*rest || text_width(text) <= cols) /* or the canvas ends before the field */
		return used;
	used = canvas_text(c, row, col, cols - 1, attr, text);
	put(c, row, col + used, attr, ELLIPSIS, 1);
	return used + 1;
}

void canvas_field(struct canvas *c, int row, int col, int cols, unsigned attr, const char *text)
{
	int used = clipped_text(c, row, col, cols, attr, text);
	fill_run(c, row, col + used, col + cols, attr, ' ');
}

void canvas_paragraph(struct canvas *c, struct area a, unsigned attr, const char *text)
{
	for (int row = a.row; row < a.row + a.rows; row++) {
		size_t skip = 0, n = text_wrap(text, a.cols, &skip);
		char *line = mem_strndup(text, n);
		canvas_field(c, row, a.col, a.cols, attr, row + 1 < a.row + a.rows ? line : text);
		text += n + skip;
		free(line);
	}
}

void canvas_field_right(struct canvas *c, int row, int col, int cols, unsigned attr, const char *text)
{
	int free_cols = cols - text_width(text);
	if (free_cols < 0)
		free_cols = 0;
	fill_run(c, row, col, col + free_cols, attr, ' ');
	clipped_text(c, row, col + free_cols, cols - free_cols, attr, text);
}

int canvas_printf(struct canvas *c, int row, int col, int cols, unsigned attr, const char *format, ...)
{
	struct str s = { 0 };
	va_list args;
	va_start(args, format);
	str_addv(&s, format, args);
	va_end(args);
	int used = canvas_text(c, row, col, cols, attr, str_text(&s));
	str_clear(&s);
	return used;
}

void canvas_fill(struct canvas *c, struct area a, unsigned attr, char32_t rune)
{
	for (int row = a.row; row < a.row + a.rows; row++)
		fill_run(c, row, a.col, a.col + a.cols, attr, rune);
}

void canvas_hline(struct canvas *c, int row, int col, int cols)
{
	canvas_fill(c, (struct area){ row, col, 1, cols }, ATTR_NONE, 0x2500);
}

void canvas_vline(struct canvas *c, int row, int col, int rows)
{
	canvas_fill(c, (struct area){ row, col, rows, 1 }, ATTR_NONE, 0x2502);
}

void canvas_attr(struct canvas *c, struct area a, unsigned attr)
{
	for (int row = a.row; row < a.row + a.rows; row++)
		for (int col = a.col; col < a.col + a.cols; col++) {
			struct cell *cell = canvas_cell(c, row, col);
			if (cell)
				cell->attr |= (uint16_t)attr;
		}
}

void canvas_cursor(struct canvas *c, int row, int col)
{
	c->cursor_row = row < c->rows ? row : c->rows - 1;
	c->cursor_col = col < c->cols ? col : c->cols - 1;
}

static void dump_row(struct str *out, const struct cell *cells, int cols)
{
	while (cols > 0 && cells[cols - 1].rune == ' ' && !cells[cols - 1].marks[0])
		cols--;
	for (int col = 0; col < cols; col++) {
		if (cells[col].rune == 0)
			continue;
		str_add_rune(out, cells[col].rune);
		for (int i = 0; i < CELL_MARKS && cells[col].marks[i]; i++)
			str_add_rune(out, cells[col].marks[i]);
	}
	str_add_char(out, '\n');
}

char *canvas_dump(const struct canvas *c)
{
	struct str out = { 0 };
	for (int row = 0; row < c->rows; row++)
		dump_row(&out, c->cells + row * c->cols, c->cols);
	return str_take(&out);
}

static char attr_letter(unsigned attr)
{
	static const struct {
		unsigned attr;
		char letter;
	} letters[] = {
		{ ATTR_RED, 'R' },   { ATTR_GREEN, 'G' }, { ATTR_YELLOW, 'Y' },  { ATTR_BLUE, 'B' }, { ATTR_CYAN, 'C' },
		{ ATTR_REVERSE, 'r' }, { ATTR_BOLD, 'b' }, { ATTR_UNDERLINE, 'u' }, { ATTR_DIM, 'd' },
	};
	for (size_t i = 0; i < sizeof(letters) / sizeof(*letters); i++)
		if (attr & letters[i].attr)
			return letters[i].letter;
	return '.';
}

char *canvas_dump_attr(const struct canvas *c)
{
	char *text = canvas_dump(c);
	struct str out = { 0 };
	str_add(&out, text);
	free(text);
	for (int row = 0; row < c->rows; row++) {
		size_t start = out.len, end = start;
		for (int col = 0; col < c->cols; col++) {
			str_add_char(&out, attr_letter(c->cells[row * c->cols + col].attr));
			if (out.data[out.len - 1] != '.')
				end = out.len;
		}
		str_cut(&out, end);
		str_add_char(&out, '\n');
	}
	return str_take(&out);
}
