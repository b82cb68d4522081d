/* See bigtext.h. */
#include "screen/bigtext.h"

#include "base/str.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define LINE_PIXELS 10 /* a glyph and the gap below it */
#define FULL_BLOCK 0x2588
#define UPPER_HALF 0x2580
#define LOWER_HALF 0x2584

static const struct bigtext_glyph *find_exact(char32_t rune)
{
	size_t low = 0, high = bigtext_glyph_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (bigtext_glyphs[middle].rune < rune)
			low = middle + 1;
		else
			high = middle;
	}
	return low < bigtext_glyph_count && bigtext_glyphs[low].rune == rune ? &bigtext_glyphs[low] : NULL;
}

/* A letter with an accent that has no glyph of its own is shown without it, in its own case. */
static const struct bigtext_glyph *find_base(char32_t rune)
{
	char text[TEXT_RUNE_MAX + 1] = "";
	char32_t base;
	text[text_encode(rune, text)] = '\0';
	char *folded = text_fold(text);
	size_t used = *folded ? text_decode(folded, strlen(folded), &base) : 0;
	bool single = used > 0 && folded[used] == '\0';
	free(folded);
	if (!single || base >= 0x80)
		return NULL;
	if (text_lower(rune) != rune && base >= 'a' && base <= 'z')
		base -= 'a' - 'A';
	return find_exact(base);
}

const struct bigtext_glyph *bigtext_find(char32_t rune)
{
	const struct bigtext_glyph *glyph = find_exact(rune == '\t' || rune == 0xa0 ? ' ' : rune);
	return glyph || rune < 0x80 ? glyph : find_base(rune);
}

int bigtext_line_rows(int scale)
{
	return scale > 0 ? LINE_PIXELS * scale / 2 : 1;
}

int bigtext_width(const char *text, size_t n, int scale)
{
	if (scale == 0)
		return text_width_n(text, n);
	int cols = 0;
	for (size_t i = 0; i < n;) {
		char32_t rune;
		i += text_decode(text + i, n - i, &rune);
		const struct bigtext_glyph *glyph = bigtext_find(rune);
		if (!glyph)
			return -1;
		cols += ((int)strlen(glyph->rows[0]) + 1) * scale;
	}
	return n > 0 ? cols - scale : 0; /* no gap behind the last one */
}

/* Bytes up to the end of the word that begins at `from` (blanks before it included). */
static size_t word_end(const char *text, size_t from, size_t end)
{
	while (from < end && text[from] == ' ')
		from++;
	while (from < end && text[from] != ' ')
		from++;
	return from;
}

size_t bigtext_wrap(const char *text, int cols, int scale, size_t *skip)
{
	if (scale == 0)
		return text_wrap(text, cols, skip);
	size_t end = strcspn(text, "\n"), n = 0;
	*skip = 0;
	for (size_t next = word_end(text, 0, end); next > n; next = word_end(text, n, end)) {
		int width = bigtext_width(text, next, scale);
		if (width < 0 || width > cols)
			break;
		n = next;
	}
	if (n == end)
		*skip = text[end] == '\n';
	else if (n > 0)
		*skip = strspn(text + n, " ");
	return n;
}

int bigtext_lines(const char *text, int cols, int scale)
{
	int lines = 0;
	while (*text) {
		size_t skip, n = bigtext_wrap(text, cols, scale, &skip);
		if (n + skip == 0)
			return -1;
		text += n + skip;
		lines++;
	}
	return lines;
}

int bigtext_fit(const char *text, int cols, int rows, int most)
{
	for (int scale = most; scale > 0; scale--) {
		int lines = bigtext_lines(text, cols, scale);
		if (lines >= 0 && lines * bigtext_line_rows(scale) <= rows)
			return scale;
	}
	return 0;
}

/* ---- drawing ---- */

static bool pixel(const struct bigtext_glyph *glyph, int row, int col)
{
	return row < BIGTEXT_HEIGHT && glyph->rows[row][col] == '#';
}

static void draw_glyph(const struct bigtext_glyph *glyph, int scale, unsigned attr, struct canvas *c, int row, int col)
{
	static const char32_t blocks[] = { ' ', UPPER_HALF, LOWER_HALF, FULL_BLOCK };
	int rows = (BIGTEXT_HEIGHT * scale + 1) / 2, cols = (int)strlen(glyph->rows[0]) * scale;
	for (int y = 0; y < rows; y++)
		for (int x = 0; x < cols; x++) {
			int upper = pixel(glyph, 2 * y / scale, x / scale), lower = pixel(glyph, (2 * y + 1) / scale, x / scale);
			if (upper || lower)
				canvas_fill(c, (struct area){ row + y, col + x, 1, 1 }, attr & ~(unsigned)ATTR_UNDERLINE, blocks[upper + 2 * lower]);
		}
}

static void draw_large_line(const char *text, size_t n, const uint16_t *attrs, unsigned attr, int scale, struct canvas *c,
                            int row, int col)
{
	for (size_t i = 0; i < n;) {
		char32_t rune;
		unsigned own = attrs ? attrs[i] : 0;
		i += text_decode(text + i, n - i, &rune);
		const struct bigtext_glyph *glyph = bigtext_find(rune);
		if (!glyph)
			continue;
		draw_glyph(glyph, scale, attr | own, c, row, col);
		col += ((int)strlen(glyph->rows[0]) + 1) * scale;
	}
}

/* In pieces of one attribute. */
static void draw_plain_line(const char *text, size_t n, const uint16_t *attrs, unsigned attr, struct canvas *c,
                            struct area line)
{
	int used = 0;
	for (size_t i = 0, end; i < n; i = end) {
		end = attrs ? i + 1 : n;
		while (end < n && attrs[end] == attrs[i])
			end++;
		struct str piece = { 0 };
		str_add_n(&piece, text + i, end - i);
		used += canvas_text(c, line.row, line.col + used, line.cols - used, attr | (attrs ? attrs[i] : 0), str_text(&piece));
		str_clear(&piece);
	}
}

int bigtext_draw(const char *text, const uint16_t *attrs, unsigned attr, int scale, int first, struct canvas *c,
                 struct area area)
{
	int drawn = 0, height = bigtext_line_rows(scale);
	for (int line = 0; *text && (drawn + 1) * height <= area.rows; line++) {
		size_t skip, n = bigtext_wrap(text, area.cols, scale, &skip);
		if (n + skip == 0)
			break;
		struct area row = { area.row + drawn * height, area.col, height, area.cols };
		if (line >= first && scale > 0)
			draw_large_line(text, n, attrs, attr, scale, c, row.row, row.col);
		else if (line >= first)
			draw_plain_line(text, n, attrs, attr, c, row);
		drawn += line >= first;
		text += n + skip;
		attrs = attrs ? attrs + n + skip : NULL;
	}
	return drawn;
}
