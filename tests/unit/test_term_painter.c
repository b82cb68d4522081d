/* The painter: what it writes turns the picture shown into the next one, on a small terminal that obeys its codes. */
#include "term/painter.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define ROWS 6
#define COLS 24
#define PICTURES 4000

static const struct painter_codes codes = {
	.normal = "\033[m",
	.modes = { "\033[1m", "\033[7m", "\033[4m", "\033[2m", "\033[31m", "\033[32m", "\033[33m", "\033[34m", "\033[36m" },
	.erase_line = "\033[K",
	.without_colour = ATTR_UNDERLINE,
};

/* ---- the terminal ---- */

struct screen {
	struct cell cells[ROWS][COLS];
	int row, col;
	unsigned attr;
};

static const struct cell empty = { .rune = ' ' };

/* A wide rune of which one half is written over is gone. */
static void split(struct screen *s, int col)
{
	struct cell *cells = s->cells[s->row];
	if (cells[col].rune == 0 && col > 0)
		cells[col - 1].rune = ' ';
	if (col + 1 < COLS && cells[col + 1].rune == 0)
		cells[col + 1].rune = ' ';
}

static void print(struct screen *s, char32_t rune)
{
	int width = text_rune_width(rune);
	if (width == 0) {
		struct cell *cell = &s->cells[s->row][s->col > 0 ? s->col - 1 : 0];
		if (cell->rune == 0)
			cell--;
		for (int i = 0; i < CELL_MARKS; i++)
			if (!cell->marks[i]) {
				cell->marks[i] = (uint16_t)rune;
				return;
			}
		fail_msg("more marks than a cell holds");
	}
	assert_true(s->col + width <= COLS); /* it would wrap */
	for (int i = 0; i < width; i++) {
		split(s, s->col);
		s->cells[s->row][s->col++] = (struct cell){ .rune = i == 0 ? rune : 0, .attr = s->attr };
	}
}

static void set_mode(struct screen *s, const char *code, size_t n)
{
	if (strncmp(code, codes.normal, n) == 0) {
		s->attr = ATTR_NONE;
		return;
	}
	for (int i = 0; i < PAINTER_MODES; i++)
		if (strlen(codes.modes[i]) == n && strncmp(code, codes.modes[i], n) == 0) {
			s->attr |= 1U << i;
			return;
		}
	fail_msg("unknown mode %.*s", (int)n - 1, code + 1);
}

static const char *obey(struct screen *s, const char *code)
{
	const char *end = code + 2 + strspn(code + 2, "0123456789;");
	if (*end == 'm') {
		set_mode(s, code, (size_t)(end + 1 - code));
	} else if (*end == 'K') {
		assert_int_equal(s->attr, ATTR_NONE); /* else it would be erased in a colour */
		if (s->cells[s->row][s->col].rune == 0 && s->col > 0)
			s->cells[s->row][s->col - 1].rune = ' ';
		for (int col = s->col; col < COLS; col++)
			s->cells[s->row][col] = empty;
	} else {
		char *after;
		assert_int_equal(*end, 'H');
		s->row = (int)strtol(code + 2, &after, 10) - 1;
		s->col = (int)strtol(after + 1, NULL, 10) - 1;
		assert_in_range(s->row, 0, ROWS - 1);
		assert_in_range(s->col, 0, COLS - 1);
	}
	return end + 1;
}

static void receive(struct screen *s, const char *bytes)
{
	while (*bytes) {
		char32_t rune;
		if (*bytes == '\033') {
			bytes = obey(s, bytes);
			continue;
		}
		bytes += text_decode(bytes, strlen(bytes), &rune);
		print(s, rune);
	}
	assert_int_equal(s->attr, ATTR_NONE);
}

/* ---- pictures ---- */

static void scribble(struct canvas *c, unsigned *seed)
{
	static const char *const words[] = { "Rat", "Größe", "日本語", "e\u0301a\u0308\u0323x", "│─…", " ", "           ", "x",
		                             "Schulstraße Bauabschnitt", "漢" };
	int row = rand_r(seed) % ROWS, col = rand_r(seed) % COLS;
	unsigned attr = rand_r(seed) % 3 ? ATTR_NONE : (unsigned)rand_r(seed) & ((1U << PAINTER_MODES) - 1);
	switch (rand_r(seed) % 8) {
	case 0:
		canvas_fill(c, (struct area){ row, col, 1 + rand_r(seed) % 2, rand_r(seed) % COLS }, ATTR_NONE, ' ');
		break;
	case 1:
		canvas_attr(c, (struct area){ row, col, 1, 1 + rand_r(seed) % 5 }, attr);
		break;
	case 2:
		canvas_field(c, row, col, rand_r(seed) % COLS, attr, words[rand_r(seed) % 10]);
		break;
	default:
		canvas_text(c, row, col, -1, attr, words[rand_r(seed) % 10]);
	}
}

static unsigned shown_attr(unsigned attr)
{
	attr = painter_attr(attr);
	return attr & ~(ATTR_BOLD | ATTR_REVERSE | ATTR_UNDERLINE | ATTR_DIM) ? attr & ~codes.without_colour : attr;
}

static void expect_shown(const struct screen *s, struct canvas *c, int picture)
{
	for (int row = 0; row < ROWS; row++)
		for (int col = 0; col < COLS; col++) {
			const struct cell *want = canvas_cell(c, row, col), *got = &s->cells[row][col];
			char32_t rune = want->rune;
			if (rune && col + text_rune_width(rune) > COLS)
				rune = ' '; /* cut in two by the edge */
			if (rune == got->rune && (rune == 0 || memcmp(want->marks, got->marks, sizeof(got->marks)) == 0) &&
			    (rune == 0 || shown_attr(want->attr) == got->attr))
				continue;
			fail_msg("picture %d, row %d, column %d: %x instead of %x", picture, row, col, (unsigned)got->rune, (unsigned)rune);
		}
}

static void paint(struct canvas *c, struct cell *shown, struct screen *s)
{
	struct str out = { 0 };
	for (int row = 0; row < ROWS; row++)
		painter_row(&codes, shown + row * COLS, c->cells + row * COLS, row, COLS, &out);
	receive(s, str_text(&out));
	str_clear(&out);
}

static void blank_screen(struct screen *s, struct cell *shown)
{
	*s = (struct screen){ 0 };
	for (int i = 0; i < ROWS * COLS; i++)
		s->cells[i / COLS][i % COLS] = shown[i] = empty;
}

static void follows_any_picture(void **state)
{
	struct canvas *c = canvas_new(ROWS, COLS);
	struct cell shown[ROWS * COLS];
	struct screen s;
	unsigned seed = 20261014;
	(void)state;
	blank_screen(&s, shown);
	for (int picture = 0; picture < PICTURES; picture++) {
		if (rand_r(&seed) % 20 == 0)
			canvas_erase(c);
		for (int i = rand_r(&seed) % 6; i >= 0; i--)
			scribble(c, &seed);
		paint(c, shown, &s);
		expect_shown(&s, c, picture);
	}
	canvas_free(&c);
}

/* The bytes of one picture with this text, after one with that. */
static char *step(const char *before, const char *after, unsigned attr)
{
	struct canvas *c = canvas_new(1, COLS);
	struct cell shown[COLS];
	struct str out = { 0 };
	canvas_text(c, 0, 0, -1, ATTR_NONE, before);
	memcpy(shown, c->cells, sizeof(shown));
	canvas_erase(c);
	canvas_text(c, 0, 0, -1, attr, after);
	bool changed = painter_row(&codes, shown, c->cells, 0, COLS, &out);
	assert_int_equal(changed, out.len > 0);
	canvas_free(&c);
	return str_take(&out);
}

static void expect_bytes(const char *before, const char *after, unsigned attr, const char *bytes)
{
	char *got = step(before, after, attr);
	assert_string_equal(got, bytes);
	free(got);
}

static void writes_little(void **state)
{
	(void)state;
	expect_bytes("TOP 9", "TOP 9", ATTR_NONE, "");
	expect_bytes("18:04:59", "18:05:00", ATTR_NONE, "\033[1;5H5:00");
	expect_bytes("a..........b", "x..........y", ATTR_NONE, "\033[1;1Hx\033[1;12Hy");
	expect_bytes("Ausbau der Schulstraße", "Aus", ATTR_NONE, "\033[1;4H\033[K");
	expect_bytes("", "nein", ATTR_RED, "\033[1;1H\033[1m\033[31mnein\033[m");
	expect_bytes("", "nein", ATTR_RED | ATTR_UNDERLINE, "\033[1;1H\033[31mnein\033[m");
	/* What would move the cursor elsewhere is shown as a substitute. */
	expect_bytes("", "a\033b", ATTR_NONE, "\033[1;1Ha\u241Bb");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(follows_any_picture),
		cmocka_unit_test(writes_little),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
