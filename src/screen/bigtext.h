/*
 * Letters made of blocks, to be read from the last row of a hall.
 *
 * Each glyph is a small picture of 7 rows and one below the line; two pixels
 * stand in one cell, by half blocks. At scale 1 a line takes five rows of the
 * terminal, at scale n five times n. Scale 0 is the text itself, one row a
 * line, for what is too long or has characters without a glyph. Wide letters
 * and narrow ones have their own widths. Words are never broken in large
 * letters: a text with a word that is too wide does not fit.
 */
#ifndef SCREEN_BIGTEXT_H
#define SCREEN_BIGTEXT_H

#include "base/canvas.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BIGTEXT_HEIGHT 8 /* pixels of a glyph */

struct bigtext_glyph {
	char32_t rune;
	const char *rows[BIGTEXT_HEIGHT]; /* '#' set; all of one length */
};

/* All glyphs, by rune (bigtext_glyphs.c). */
extern const struct bigtext_glyph bigtext_glyphs[];
extern const size_t bigtext_glyph_count;

/* The glyph of a rune, or of its letter without accent; NULL: there is none. */
const struct bigtext_glyph *bigtext_find(char32_t rune);

/* Rows that one line takes. */
int bigtext_line_rows(int scale);

/* Columns of n bytes, without wrapping; -1: some character has no glyph. */
int bigtext_width(const char *text, size_t n, int scale);

/*
 * The next line as text_wrap() gives it: bytes that belong to it, and in *skip
 * those to pass over after it. 0 with text left: its first word does not fit.
 */
size_t bigtext_wrap(const char *text, int cols, int scale, size_t *skip);

/* Lines of the whole text; -1: it cannot be shown so. */
int bigtext_lines(const char *text, int cols, int scale);

/* The largest scale up to `most` at which all of the text fits into so many rows; 0: none. */
int bigtext_fit(const char *text, int cols, int rows, int most);

/*
 * Draws whole lines, the first of them number `first`, as many as the area
 * holds; returns how many. attrs (may be NULL): attributes of each byte, added
 * to attr.
 */
int bigtext_draw(const char *text, const uint16_t *attrs, unsigned attr, int scale, int first, struct canvas *c,
                 struct area area);

#endif
