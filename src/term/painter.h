/*
 * The difference between two pictures as bytes for a terminal that follows
 * ECMA-48, without asking anybody: one pass, one buffer. Curses does the same
 * for every terminal there is, in a tenth of a millisecond a picture; here a
 * key costs the cells that changed.
 *
 * The painter knows no terminal: its codes are handed in (term.c takes them
 * from terminfo). Where a terminal needs other codes than these, curses paints.
 *
 * Between two pictures the terminal always stands in normal attributes.
 */
#ifndef TERM_PAINTER_H
#define TERM_PAINTER_H

#include "base/canvas.h"
#include "base/str.h"

#include <stddef.h>

#define PAINTER_MODES 9 /* bits of enum canvas_attr */

struct painter_codes {
	const char *normal;               /* takes all attributes off */
	const char *modes[PAINTER_MODES]; /* by bit; NULL: the terminal has none */
	const char *erase_line;           /* from the cursor to the end of the row; NULL: none */
	unsigned without_colour;          /* attributes that the terminal cannot show together with a colour */
};

/* Attributes as they are shown: a colour alone is no signal, such cells are bold too. */
unsigned painter_attr(unsigned attr);

/* Marks and runes as they are shown: nothing that moves the cursor in another way than by the cell's width. */
char32_t painter_rune(char32_t rune);

/*
 * Appends to out what turns the row `shown` into the row `now` and copies the
 * cells. false: there was nothing to do. The cursor stands anywhere afterwards.
 */
bool painter_row(const struct painter_codes *codes, struct cell *shown, const struct cell *now, int row, int cols,
                 struct str *out);

/* The cursor to a place. */
void painter_move(struct str *out, int row, int col);

#endif
