/* Large letters: every glyph, widths, wrapping by words, and the picture. */
#include "screen_support.h"

#include "screen/bigtext.h"

static void glyphs_are_whole_and_sorted(void **state)
{
	(void)state;
	assert_true(bigtext_glyph_count > 100);
	for (size_t i = 0; i < bigtext_glyph_count; i++) {
		const struct bigtext_glyph *g = &bigtext_glyphs[i];
		assert_true(i == 0 || bigtext_glyphs[i - 1].rune < g->rune);
		assert_ptr_equal(bigtext_find(g->rune), g);
		for (size_t r = 0; r < BIGTEXT_HEIGHT; r++) {
			assert_int_equal(strlen(g->rows[r]), strlen(g->rows[0]));
			assert_int_equal(strspn(g->rows[r], "#."), strlen(g->rows[r]));
		}
		for (size_t k = 0; k < i; k++) { /* no two letters look the same */
			bool same = true;
			for (size_t r = 0; r < BIGTEXT_HEIGHT; r++)
				same = same && strcmp(bigtext_glyphs[k].rows[r], g->rows[r]) == 0;
			if (same && g->rune != 0x2011 && g->rune != 0x201a) /* a dash that does not break, a low quote */
				fail_msg("U+%04X and U+%04X look the same", (unsigned)bigtext_glyphs[k].rune, (unsigned)g->rune);
		}
	}
	for (char32_t rune = 0x20; rune < 0x7f; rune++)
		if (!strchr("$\\^`~", (int)rune))
			assert_non_null(bigtext_find(rune));
}

static void accents_and_strangers(void **state)
{
	(void)state;
	assert_ptr_equal(bigtext_find(0xe9), bigtext_find('e'));  /* é */
	assert_ptr_equal(bigtext_find(0xc9), bigtext_find('E'));  /* É */
	assert_ptr_not_equal(bigtext_find(0xe4), bigtext_find('a')); /* ä is a letter of its own */
	assert_null(bigtext_find(0x4e2d));
	assert_null(bigtext_find(0x202e)); /* turns the direction */
	assert_null(bigtext_find(0x1b));
	assert_null(bigtext_find(0x308)); /* a combining mark: shown as it stands, not dropped */
	assert_int_equal(bigtext_width("a\x1b[2J", 5, 1), -1);
	assert_int_equal(bigtext_fit("中", 500, 200, 8), 0);
}

static void wrapping(void **state)
{
	(void)state;
	size_t skip;
	assert_int_equal(bigtext_width("TOP", 3, 1), 17);
	assert_int_equal(bigtext_width("TOP", 3, 2), 34);
	assert_int_equal(bigtext_width("", 0, 3), 0);
	assert_int_equal(bigtext_wrap("TOP TOP", 17, 1, &skip), 3);
	assert_int_equal(skip, 1);
	assert_int_equal(bigtext_wrap("TOP TOP", 16, 1, &skip), 0); /* words are not broken */
	assert_int_equal(bigtext_lines("TOP TOP", 16, 1), -1);
	assert_int_equal(bigtext_lines("TOP TOP", 17, 1), 2);
	assert_int_equal(bigtext_lines("A\n\nB", 17, 1), 3);
	assert_int_equal(bigtext_lines("", 17, 1), 0);
	assert_int_equal(bigtext_fit("TOP TOP", 17, 10, 8), 1);
	assert_int_equal(bigtext_fit("TOP TOP", 17, 9, 8), 0);
	assert_int_equal(bigtext_fit("TOP", 80, 24, 8), 4);
	assert_int_equal(bigtext_fit("TOP", 500, 200, 8), 8);
}

/* Every byte of a text is on some line, whatever the width. */
static void nothing_is_lost(void **state)
{
	(void)state;
	static const char text[] = "Die  Verwaltung wird beauftragt,\n\n Tempo 30 anzuordnen. Grundstücksverkehrsgenehmigung ";
	for (int cols = 1; cols < 300; cols++)
		for (int scale = 0; scale < 4; scale++) {
			size_t words = 0, skip;
			if (bigtext_lines(text, cols, scale) < 0)
				continue;
			for (const char *s = text; *s;) {
				size_t n = bigtext_wrap(s, cols, scale, &skip);
				assert_true(n + skip > 0);
				for (size_t i = 0; i < skip; i++)
					assert_non_null(strchr(" \n", s[n + i]));
				assert_true(scale == 0 || bigtext_width(s, n, scale) <= cols);
				words += n;
				s += n + skip;
			}
			assert_true(words > sizeof(text) - 20);
		}
}

static void pictures(void **state)
{
	(void)state;
	static const char text[] = "TOP 9\nÄÖÜ äöüß\ngjpqy 0123";
	struct canvas *c = canvas_new(24, 80);
	assert_int_equal(bigtext_draw(text, NULL, ATTR_BOLD, 1, 0, c, canvas_area(c)), 3);
	support_picture(c, "bigtext_80x24");
	canvas_erase(c);
	assert_int_equal(bigtext_draw("25 : 3", NULL, ATTR_NONE, 3, 0, c, canvas_area(c)), 1);
	support_picture(c, "bigtext_scale3_80x24");
	canvas_free(&c);
}

static void alphabet(void **state)
{
	(void)state;
	struct str text = { 0 };
	for (size_t i = 0; i < bigtext_glyph_count; i++) {
		str_add_rune(&text, bigtext_glyphs[i].rune);
		str_add(&text, i % 16 == 15 ? "\n" : " ");
	}
	struct canvas *c = canvas_new(45, 120);
	bigtext_draw(str_text(&text), NULL, ATTR_NONE, 1, 0, c, canvas_area(c));
	support_picture(c, "bigtext_alphabet_120x45");
	canvas_free(&c);
	str_clear(&text);
}

/* Attributes by byte, the first line left out, small areas: nothing is drawn outside. */
static void attributes_and_edges(void **state)
{
	(void)state;
	uint16_t attrs[] = { 0, 0, ATTR_UNDERLINE, ATTR_UNDERLINE };
	struct canvas *c = canvas_new(3, 6);
	assert_int_equal(bigtext_draw("ab\nc", attrs, ATTR_BOLD, 0, 1, c, canvas_area(c)), 1);
	assert_int_equal(canvas_cell(c, 0, 0)->rune, 'c');
	assert_int_equal(canvas_cell(c, 0, 0)->attr, ATTR_BOLD | ATTR_UNDERLINE);
	assert_int_equal(bigtext_draw("A", NULL, 0, 1, 0, c, canvas_area(c)), 0); /* three rows are too few */
	assert_int_equal(bigtext_draw("A", NULL, 0, 0, 0, c, (struct area){ 0, 0, 0, 0 }), 0);
	canvas_free(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(glyphs_are_whole_and_sorted), cmocka_unit_test(accents_and_strangers),
		cmocka_unit_test(wrapping),                    cmocka_unit_test(nothing_is_lost),
		cmocka_unit_test(pictures),                    cmocka_unit_test(alphabet),
		cmocka_unit_test(attributes_and_edges),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("bigtext", tests, NULL, NULL);
}
