/* See painter.h. */
#include "term/painter.h"

#include "base/text.h"

#include <string.h>

#define GAP_MAX 6    /* so many unchanged cells are cheaper written than passed over */
#define ERASE_MIN 8  /* so many blanks are cheaper erased than written */

struct pen {
	const struct painter_codes *codes;
	struct str *out;
	unsigned attr; /* that the terminal writes in */
	int col;       /* where it would write in this row; -1: unknown */
	int row;
};

unsigned painter_attr(unsigned attr)
{
	const unsigned modes = ATTR_BOLD | ATTR_REVERSE | ATTR_UNDERLINE | ATTR_DIM;
	return attr && !(attr & modes) ? attr | ATTR_BOLD : attr;
}

char32_t painter_rune(char32_t rune)
{
	if (rune >= 0x20 && rune < 0x7F)
		return rune;
	rune = text_visible(rune ? rune : ' ');
	return text_rune_width(rune) > 0 ? rune : '?';
}

/* ---- codes ---- */

static void add_number(struct str *out, int n)
{
	char digits[12];
	size_t at = sizeof(digits);
	do
		digits[--at] = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	str_add_n(out, digits + at, sizeof(digits) - at);
}

void painter_move(struct str *out, int row, int col)
{
	str_add_n(out, "\033[", 2);
	add_number(out, row + 1);
	str_add_char(out, ';');
	add_number(out, col + 1);
	str_add_char(out, 'H');
}

static unsigned possible(const struct painter_codes *codes, unsigned attr)
{
	const unsigned colours = ATTR_RED | ATTR_GREEN | ATTR_YELLOW | ATTR_BLUE | ATTR_CYAN;
	return attr & colours ? attr & ~codes->without_colour : attr;
}

static void set_attr(struct pen *p, unsigned attr)
{
	attr = possible(p->codes, painter_attr(attr));
	if (attr == p->attr)
		return;
	if (p->attr & ~attr) {
		str_add(p->out, p->codes->normal);
		p->attr = ATTR_NONE;
	}
	for (int bit = 0; bit < PAINTER_MODES; bit++)
		if ((attr & ~p->attr & 1U << bit) && p->codes->modes[bit])
			str_add(p->out, p->codes->modes[bit]);
	p->attr = attr;
}

/* ---- cells ---- */

static bool same(const struct cell *a, const struct cell *b)
{
	return memcmp(a, b, sizeof(*a)) == 0;
}

static bool is_plain(const struct cell *cell)
{
	return cell->rune >= 0x20 && cell->rune < 0x7F && !cell->marks[0];
}

static void write_cell(struct pen *p, const struct cell *cell, int col, int cols)
{
	set_attr(p, cell->attr);
	if (is_plain(cell)) {
		str_add_char(p->out, (char)cell->rune);
		p->col = col + 1;
		return;
	}
	char32_t rune = painter_rune(cell->rune);
	int width = text_rune_width(rune);
	if (col + width > cols) { /* its right half is cut off: it would wrap */
		rune = ' ';
		width = 1;
	}
	str_add_rune(p->out, rune);
	for (int i = 0; i < CELL_MARKS && cell->marks[i]; i++)
		if (text_rune_width(cell->marks[i]) == 0)
			str_add_rune(p->out, cell->marks[i]);
	/* Terminals differ in how wide they show what is not one column: they are told the next place. */
	p->col = width == 1 && !cell->marks[0] ? col + 1 : -1;
}

/* To the place of the next cell to write: over a few unchanged cells, or by a move. */
static void go_to(struct pen *p, const struct cell *now, int col, int cols)
{
	int from = p->col;
	bool step = from >= 0 && col - from <= GAP_MAX;
	for (int i = from; step && i < col; i++)
		step = is_plain(&now[i]) && possible(p->codes, painter_attr(now[i].attr)) == p->attr;
	if (!step) {
		painter_move(p->out, p->row, col);
		p->col = col;
	}
	for (int i = from; step && i < col; i++)
		write_cell(p, &now[i], i, cols);
}

/* From this column on nothing but blanks without attributes. */
static int blank_from(const struct cell *now, int cols)
{
	while (cols > 0 && now[cols - 1].rune == ' ' && !now[cols - 1].marks[0] && now[cols - 1].attr == ATTR_NONE)
		cols--;
	return cols;
}

/* Columns in which the rows differ; halves of wide runes go with the other half. */
static bool changed_span(const struct cell *shown, const struct cell *now, int cols, int *from, int *to)
{
	if (memcmp(now, shown, (size_t)cols * sizeof(*now)) == 0)
		return false;
	*from = 0;
	*to = cols;
	while (same(&now[*from], &shown[*from]))
		++*from;
	while (same(&now[*to - 1], &shown[*to - 1]))
		--*to;
	if (now[*from].rune == 0 && *from > 0)
		--*from;
	return true;
}

/* A wide rune of which only the right half is another (its attributes): written as a whole. */
static bool is_cut(const struct cell *shown, const struct cell *now, int col, int cols)
{
	return col + 1 < cols && now[col + 1].rune == 0 && !same(&now[col + 1], &shown[col + 1]);
}

static bool is_due(const struct cell *shown, const struct cell *now, int col, int cols)
{
	if (now[col].rune == 0 && col > 0)
		return false; /* goes with the left half */
	return !same(&now[col], &shown[col]) || is_cut(shown, now, col, cols);
}

bool painter_row(const struct painter_codes *codes, struct cell *shown, const struct cell *now, int row, int cols,
                 struct str *out)
{
	struct pen p = { .codes = codes, .out = out, .attr = ATTR_NONE, .col = -1, .row = row };
	int from, to;
	if (!changed_span(shown, now, cols, &from, &to))
		return false;
	int blank = codes->erase_line && to > cols - ERASE_MIN ? blank_from(now, cols) : cols;
	bool erase = blank + ERASE_MIN <= to;
	int end = erase ? blank : to;
	for (int col = from; col < end; col++) {
		if (!is_due(shown, now, col, cols))
			continue;
		go_to(&p, now, col, cols);
		write_cell(&p, &now[col], col, cols);
	}
	if (erase) {
		int start = from > blank ? from : blank;
		set_attr(&p, ATTR_NONE);
		if (p.col != start)
			painter_move(out, row, start);
		str_add(out, codes->erase_line);
	}
	set_attr(&p, ATTR_NONE);
	memcpy(shown, now, (size_t)cols * sizeof(*now));
	return true;
}
