/* The grammar of the vote line. */
#include "domain/vote_line.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void expect(const char *text, int32_t entitled, enum vote_line_state state, int32_t yes, int32_t no, int32_t abstain, int32_t invalid)
{
	struct vote_line line;
	vote_line_parse(text, entitled, &line);
	assert_int_equal(line.state, state);
	assert_int_equal(line.yes, yes);
	assert_int_equal(line.no, no);
	assert_int_equal(line.abstain, abstain);
	assert_int_equal(line.invalid, invalid);
}

static void grammar(void **state)
{
	(void)state;
	expect("e", 28, VOTE_LINE_OK, 28, 0, 0, 0);
	expect("E2", 28, VOTE_LINE_OK, 26, 0, 2, 0);
	expect("n3", 28, VOTE_LINE_OK, 25, 3, 0, 0);
	expect("n3x1", 28, VOTE_LINE_OK, 24, 3, 1, 0);
	expect("j4", 28, VOTE_LINE_OK, 4, 24, 0, 0);
	expect("j4x2", 28, VOTE_LINE_OK, 4, 22, 2, 0);
	expect("x2", 28, VOTE_LINE_OK, 26, 0, 2, 0);
	expect("25 3", 28, VOTE_LINE_OK, 25, 3, 0, 0);
	expect("20 3", 28, VOTE_LINE_OK, 20, 3, 5, 0);
	expect("25:3:0", 28, VOTE_LINE_OK, 25, 3, 0, 0);
	expect(" 20 3 4 1 ", 28, VOTE_LINE_OK, 20, 3, 4, 1);
	expect("n0", 28, VOTE_LINE_OK, 28, 0, 0, 0);
}

static void mismatches(void **state)
{
	(void)state;
	struct vote_line line;
	expect("25 3 1", 28, VOTE_LINE_MISMATCH, 25, 3, 1, 0);
	expect("25 3 0", 29, VOTE_LINE_MISMATCH, 25, 3, 0, 0);
	expect("n30", 28, VOTE_LINE_MISMATCH, 0, 30, 0, 0);
	expect("30 3", 28, VOTE_LINE_MISMATCH, 30, 3, 0, 0);
	expect("E29", 28, VOTE_LINE_MISMATCH, 0, 0, 29, 0);
	vote_line_parse("25 3 1", 28, &line);
	assert_int_equal(line.sum, 29);
}

static void unfinished_and_wrong(void **state)
{
	(void)state;
	static const char *const wrong[] = { "e x", "e2x", "n3x1x", "n3y", "nx", "x2x3", "25 3 0 0 0", "25 -3", "a", "25,3", "999999 1", "n999999", "25::3" };
	static const char *const unfinished[] = { "n", "j", "x", "n3x", "25", "25 ", "25:" };
	struct vote_line line;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		vote_line_parse(wrong[i], 28, &line);
		assert_int_equal(line.state, VOTE_LINE_WRONG);
	}
	for (size_t i = 0; i < sizeof(unfinished) / sizeof(*unfinished); i++) {
		vote_line_parse(unfinished[i], 28, &line);
		assert_int_equal(line.state, VOTE_LINE_INCOMPLETE);
	}
	vote_line_parse("  ", 28, &line);
	assert_int_equal(line.state, VOTE_LINE_EMPTY);
}

static void unanimity_is_typed(void **state)
{
	(void)state;
	struct vote_line line;
	vote_line_parse("e", 5, &line);
	assert_true(line.unanimous);
	vote_line_parse("n0", 5, &line);
	assert_false(line.unanimous);
}

static void cells(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int32_t yes, no, abstain;
	} cases[] = { { "", 9, 0, 0 }, { "j", 9, 0, 0 }, { "n", 0, 9, 0 }, { "x", 0, 0, 9 }, { "n2", 7, 2, 0 }, { "6 2", 6, 2, 1 } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct vote_line line;
		vote_line_parse_cell(cases[i].text, 9, &line);
		assert_int_equal(line.state, VOTE_LINE_OK);
		assert_int_equal(line.yes, cases[i].yes);
		assert_int_equal(line.no, cases[i].no);
		assert_int_equal(line.abstain, cases[i].abstain);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(grammar),
		cmocka_unit_test(mismatches),
		cmocka_unit_test(unfinished_and_wrong),
		cmocka_unit_test(unanimity_is_typed),
		cmocka_unit_test(cells),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
