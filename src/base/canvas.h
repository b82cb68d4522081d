/*
 * The canvas: a grid of cells between the screens and the terminal. Screens
 * draw here, term/ copies it to the terminal, tests compare canvas_dump().
 * All drawing is clipped; control characters become visible substitutes.
 */
#ifndef BASE_CANVAS_H
#define BASE_CANVAS_H

#include <stdbool.h>
#include <stdint.h>
#include <uchar.h>

enum canvas_attr {
	ATTR_NONE = 0,
	ATTR_BOLD = 1 << 0,
	ATTR_REVERSE = 1 << 1,
	ATTR_UNDERLINE = 1 << 2,
	ATTR_DIM = 1 << 3,
	/* At most one of the colours; never the only signal. */
	ATTR_RED = 1 << 4,
	ATTR_GREEN = 1 << 5,
	ATTR_YELLOW = 1 << 6,
	ATTR_BLUE = 1 << 7,
	ATTR_CYAN = 1 << 8,
};

#define CELL_MARKS 3 /* combining marks kept per cell */

struct cell {
	char32_t rune;              /* 0: right half of a wide rune */
	uint16_t marks[CELL_MARKS]; /* combining, 0 = none; those beyond U+FFFF are left out: cells are small, because each is looked at with every key */
	uint16_t attr;              /* cells have no gaps: term compares them bytewise */
};

struct area {
	int row, col, rows, cols;
};

struct canvas {
	int rows, cols;
	int cursor_row, cursor_col; /* -1: cursor hidden */
	struct cell *cells;         /* rows * cols */
};

struct canvas *canvas_new(int rows, int cols);
void canvas_free(struct canvas **c);
void canvas_resize(struct canvas *c, int rows, int cols); /* content is blank afterwards */
void canvas_erase(struct canvas *c);                      /* blanks, no cursor */
struct area canvas_area(const struct canvas *c);          /* all of it */

/* The cell at a place, or NULL outside. */
struct cell *canvas_cell(struct canvas *c, int row, int col);

/* Draws text (one line) at a place, at most `cols` columns (-1: to the edge). Returns the columns used. */
int canvas_text(struct canvas *c, int row, int col, int cols, unsigned attr, const char *text);

/* The same padded with blanks to exactly `cols`; too long ends in '…'. right: aligned right. */
void canvas_field(struct canvas *c, int row, int col, int cols, unsigned attr, const char *text);
/* Over the rows of the area, wrapped; what does not fit is cut in the last row. */
void canvas_paragraph(struct canvas *c, struct area a, unsigned attr, const char *text);
void canvas_field_right(struct canvas *c, int row, int col, int cols, unsigned attr, const char *text);

int canvas_printf(struct canvas *c, int row, int col, int cols, unsigned attr, const char *format, ...)
	__attribute__((format(printf, 6, 7)));

void canvas_fill(struct canvas *c, struct area area, unsigned attr, char32_t rune);
void canvas_hline(struct canvas *c, int row, int col, int cols); /* '─' */
void canvas_vline(struct canvas *c, int row, int col, int rows); /* '│' */
void canvas_attr(struct canvas *c, struct area area, unsigned attr); /* adds attr to what is there */
void canvas_cursor(struct canvas *c, int row, int col);

/* The picture as text, one line per row, trailing blanks cut. Caller frees. */
char *canvas_dump(const struct canvas *c);

/* The same with a second block: one letter per cell for its attributes (. none, b bold, r reverse, R red ...). */
char *canvas_dump_attr(const struct canvas *c);

#endif
