/* The canvas: clipping on all sides, wide runes and marks, fields, dumps. */
#include "base/canvas.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void expect(const struct canvas *c, const char *picture)
{
	char *got = canvas_dump(c);
	assert_string_equal(got, picture);
	free(got);
}

static void clips(void **state)
{
	struct canvas *c = canvas_new(3, 6);
	(void)state;
	assert_int_equal(canvas_text(c, 0, 0, -1, ATTR_NONE, "abcdefgh"), 6);
	assert_int_equal(canvas_text(c, 1, 4, -1, ATTR_NONE, "xyz"), 2);
	assert_int_equal(canvas_text(c, 2, 0, 3, ATTR_NONE, "12345"), 3);
	expect(c, "abcdef\n    xy\n123\n");
	/* Outside of the grid nothing happens; what reaches into it is seen. */
	canvas_erase(c);
	canvas_text(c, -1, 0, -1, ATTR_NONE, "oben");
	canvas_text(c, 3, 0, -1, ATTR_NONE, "unten");
	assert_int_equal(canvas_text(c, 0, 6, -1, ATTR_NONE, "rechts"), 0);
	assert_int_equal(canvas_text(c, 0, 60, 5, ATTR_NONE, "rechts"), 0);
	canvas_text(c, 1, -2, -1, ATTR_NONE, "links");
	expect(c, "\nnks\n\n");
	canvas_fill(c, (struct area){ -5, -5, 100, 100 }, ATTR_NONE, '.');
	canvas_hline(c, 1, 3, 50);
	canvas_vline(c, -1, 1, 50);
	expect(c, ".│....\n.│.───\n.│....\n");
	canvas_attr(c, (struct area){ -1, 4, 9, 9 }, ATTR_BOLD);
	assert_int_equal(canvas_cell(c, 2, 5)->attr, ATTR_BOLD);
	assert_int_equal(canvas_cell(c, 2, 3)->attr, ATTR_NONE);
	assert_null(canvas_cell(c, 3, 0));
	assert_null(canvas_cell(c, 0, 6));
	assert_null(canvas_cell(c, -1, 0));
	assert_null(canvas_cell(c, 0, -1));
	canvas_free(&c);
	assert_null(c);
	canvas_free(&c);
}

static void wide_runes(void **state)
{
	struct canvas *c = canvas_new(1, 6);
	(void)state;
	assert_int_equal(canvas_text(c, 0, 0, -1, ATTR_NONE, "日本語字"), 6);
	expect(c, "日本語\n");
	assert_int_equal(canvas_cell(c, 0, 1)->rune, 0);
	/* One half overwritten: the other becomes blank. */
	canvas_text(c, 0, 1, -1, ATTR_NONE, "x");
	expect(c, " x本語\n");
	canvas_text(c, 0, 4, -1, ATTR_NONE, "y");
	expect(c, " x本y\n");
	canvas_text(c, 0, 1, -1, ATTR_NONE, "字");
	expect(c, " 字 y\n");
	/* A wide one that does not fit whole is left out. */
	canvas_erase(c);
	assert_int_equal(canvas_text(c, 0, 5, -1, ATTR_NONE, "日"), 0);
	assert_int_equal(canvas_text(c, 0, 0, 3, ATTR_NONE, "日本"), 2);
	expect(c, "日\n");
	canvas_free(&c);
}

static void marks(void **state)
{
	struct canvas *c = canvas_new(1, 4);
	(void)state;
	assert_int_equal(canvas_text(c, 0, 0, -1, ATTR_NONE, "e\u0301日\u0308"), 3);
	expect(c, "e\u0301日\u0308\n");
	/* More marks than a cell holds are dropped; a mark without a letter too. */
	canvas_erase(c);
	canvas_text(c, 0, 0, -1, ATTR_NONE, "\u0301a\u0301\u0302\u0303\u0304\u0305b");
	expect(c, "a\u0301\u0302\u0303b\n");
	canvas_text(c, 0, 0, -1, ATTR_NONE, "c");
	expect(c, "cb\n");
	canvas_free(&c);
}

static void controls(void **state)
{
	struct canvas *c = canvas_new(1, 12);
	(void)state;
	canvas_text(c, 0, 0, -1, ATTR_NONE, "a\x1B[1m\n\u202E\xFFz");
	expect(c, "a␛[1m␊\uFFFD\uFFFDz\n");
	canvas_free(&c);
}

static void fields(void **state)
{
	struct canvas *c = canvas_new(4, 8);
	(void)state;
	canvas_fill(c, canvas_area(c), ATTR_NONE, '#');
	canvas_field(c, 0, 1, 5, ATTR_REVERSE, "ab");
	canvas_field(c, 1, 1, 5, ATTR_NONE, "Haushalt");
	canvas_field_right(c, 2, 1, 5, ATTR_NONE, "12");
	canvas_field_right(c, 3, 1, 5, ATTR_NONE, "123456");
	expect(c, "#ab   ##\n#Haus…##\n#   12##\n#1234…##\n");
	assert_int_equal(canvas_cell(c, 0, 5)->attr, ATTR_REVERSE);
	assert_int_equal(canvas_cell(c, 0, 6)->attr, ATTR_NONE);
	canvas_field(c, 0, 0, 4, ATTR_NONE, "日本語"); /* the third does not fit beside the mark */
	canvas_field(c, 1, 0, 0, ATTR_NONE, "nichts");
	canvas_field(c, 2, 6, 20, ATTR_NONE, "ragt hinaus");
	canvas_field(c, 3, 0, 1, ATTR_NONE, "ab");
	expect(c, "日…   ##\n#Haus…##\n#   12ra\n…1234…##\n");
	assert_int_equal(canvas_printf(c, 1, 0, -1, ATTR_BOLD, "%d von %d", 3, 7), 7);
	expect(c, "日…   ##\n3 von 7#\n#   12ra\n…1234…##\n");
	canvas_free(&c);
}

static void dumps(void **state)
{
	struct canvas *c = canvas_new(2, 5);
	(void)state;
	canvas_text(c, 0, 0, -1, ATTR_BOLD, "ab");
	canvas_text(c, 0, 3, -1, ATTR_RED | ATTR_REVERSE, "c");
	canvas_attr(c, (struct area){ 1, 4, 1, 1 }, ATTR_UNDERLINE);
	char *got = canvas_dump_attr(c);
	assert_string_equal(got, "ab c\n\nbb.R\n....u\n");
	free(got);
	canvas_cursor(c, 7, 9);
	assert_int_equal(c->cursor_row, 1);
	assert_int_equal(c->cursor_col, 4);
	canvas_resize(c, 1, 3);
	assert_int_equal(c->cursor_row, -1);
	expect(c, "\n");
	canvas_resize(c, 0, -4); /* never without a cell */
	assert_int_equal(c->rows * c->cols, 1);
	canvas_free(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clips),    cmocka_unit_test(wide_runes), cmocka_unit_test(marks),
		cmocka_unit_test(controls), cmocka_unit_test(fields),     cmocka_unit_test(dumps),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
