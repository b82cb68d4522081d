/* Lines and the line being typed, on a terminal that is imitated: only CR, BS and LF move it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/text.h"
#include "term/linear.h"

#include <stdlib.h>
#include <string.h>

#define ROWS 40
#define COLS 30

/* A terminal that knows nothing: one byte a column. */
struct paper {
	char rows[ROWS][COLS + 1];
	int row, col;
	bool wrapped; /* a row was longer than the terminal */
};

static void put(struct paper *p, const char *bytes)
{
	for (; *bytes; bytes++) {
		if (*bytes == '\n') {
			p->row++;
			p->col = 0;
		} else if (*bytes == '\r') {
			p->col = 0;
		} else if (*bytes == '\b') {
			p->col--;
		} else {
			assert_true((unsigned char)*bytes >= 0x20);
			p->wrapped = p->wrapped || p->col >= COLS;
			if (p->col < COLS)
				p->rows[p->row][p->col++] = *bytes;
		}
		assert_true(p->row < ROWS && p->col >= 0);
		for (int i = 0; i < p->col; i++)
			if (!p->rows[p->row][i])
				p->rows[p->row][i] = ' ';
	}
}

static const char *row(struct paper *p, int i)
{
	size_t n = strlen(p->rows[i]);
	while (n > 0 && p->rows[i][n - 1] == ' ')
		p->rows[i][--n] = '\0';
	return p->rows[i];
}

static void flush(struct linear *l, struct paper *p)
{
	put(p, str_text(&l->out));
	str_cut(&l->out, 0);
}

static void test_typing_is_echo(void **state)
{
	(void)state;
	struct linear l = { .cols = COLS };
	linear_type(&l, "Abst.> ", "");
	assert_string_equal(str_text(&l.out), "Abst.> ");
	str_cut(&l.out, 0);
	linear_type(&l, "Abst.> n", "");
	assert_string_equal(str_text(&l.out), "n");
	str_cut(&l.out, 0);
	linear_type(&l, "Abst.> n", "");
	assert_string_equal(str_text(&l.out), "");
	linear_type(&l, "Abst.> ", "");
	assert_string_equal(str_text(&l.out), "\b \b");
	str_cut(&l.out, 0);
	linear_end(&l);
	assert_string_equal(str_text(&l.out), "\n");
	linear_clear(&l);
}

static void test_cursor_inside(void **state)
{
	(void)state;
	struct linear l = { .cols = COLS };
	struct paper p = { 0 };
	linear_type(&l, "Name: Muller", "");
	linear_type(&l, "Name: M", "uller");
	flush(&l, &p);
	assert_string_equal(row(&p, 0), "Name: Muller");
	assert_int_equal(p.col, 7);
	linear_type(&l, "Name: Mo", "ller");
	flush(&l, &p);
	assert_string_equal(row(&p, 0), "Name: Moller");
	assert_int_equal(p.col, 8);
	linear_type(&l, "Name: ", "");
	flush(&l, &p);
	assert_string_equal(row(&p, 0), "Name:");
	assert_int_equal(p.col, 6);
	assert_int_equal(p.row, 0);
	linear_clear(&l);
}

static void test_others_do_not_break_it(void **state)
{
	(void)state;
	struct linear l = { .cols = COLS };
	struct paper p = { 0 };
	linear_say(&l, "Sitzungstisch");
	linear_type(&l, "kommt> zim", "");
	linear_say(&l, "18:42 Frau Kramer kommt");
	linear_type(&l, "kommt> zim", "");
	linear_type(&l, "kommt> zimm", "");
	linear_end(&l);
	linear_say(&l, "Ende");
	flush(&l, &p);
	assert_string_equal(row(&p, 0), "Sitzungstisch");
	assert_string_equal(row(&p, 1), "18:42 Frau Kramer kommt");
	assert_string_equal(row(&p, 2), "kommt> zimm");
	assert_string_equal(row(&p, 3), "Ende");
	linear_clear(&l);
}

static void test_long_line_never_wraps(void **state)
{
	(void)state;
	struct linear l = { .cols = COLS };
	struct paper p = { 0 };
	struct str text = { 0 };
	str_add(&text, "Text: ");
	for (int i = 0; i < 200; i++) {
		str_add_char(&text, (char)('a' + i % 26));
		linear_type(&l, str_text(&text), "");
		flush(&l, &p);
	}
	assert_false(p.wrapped);
	assert_int_equal(p.row, 0);
	assert_int_equal(row(&p, 0)[strlen(row(&p, 0)) - 1], 'a' + 199 % 26);
	linear_type(&l, "Text: abc", str_text(&text));
	flush(&l, &p);
	assert_false(p.wrapped);
	assert_int_equal(strncmp(row(&p, 0), "Text: abcText", 13), 0);
	str_clear(&text);
	linear_clear(&l);
}

static void test_transcript(void **state)
{
	(void)state;
	struct linear l = { .cols = COLS, .transcript = true };
	linear_type(&l, "kommt> z", "");
	linear_say(&l, "Frau Kramer kommt");
	linear_type(&l, "kommt> zim", "");
	linear_end(&l);
	linear_end(&l);
	assert_string_equal(str_text(&l.out), "Frau Kramer kommt\nkommt> zim\n");
	linear_clear(&l);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_typing_is_echo),      cmocka_unit_test(test_cursor_inside),
		cmocka_unit_test(test_others_do_not_break_it), cmocka_unit_test(test_long_line_never_wraps),
		cmocka_unit_test(test_transcript),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
