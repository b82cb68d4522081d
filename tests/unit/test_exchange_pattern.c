/* Patterns of fields: the whole text, Unicode, faults, and patterns that would run for ever. */
#include "exchange/pattern.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void whole_text(void **state)
{
	(void)state;
	assert_true(pattern_matches("[0-9]{5}", "53111"));
	assert_false(pattern_matches("[0-9]{5}", "531110"));
	assert_false(pattern_matches("[0-9]{5}", "x53111"));
	assert_false(pattern_matches("[0-9]{5}", "53111\n"));
	assert_true(pattern_matches("ja|nein", "nein"));
	assert_false(pattern_matches("ja|nein", "jaa"));
	assert_false(pattern_matches("ja|nein", "neinnein"));
	assert_true(pattern_matches("^a$", "a"));
	assert_true(pattern_matches("", ""));
	assert_false(pattern_matches("", "a"));
}

static void unicode(void **state)
{
	(void)state;
	assert_true(pattern_matches("\\w+", "Größenwahn"));
	assert_true(pattern_matches(".", "ä"));
	assert_true(pattern_matches("[[:alpha:]][[:alnum:]]*", "Öz1"));
	assert_true(pattern_matches("(?i)größe", "GRÖßE"));
	assert_false(pattern_matches(".", "ab"));
	assert_false(pattern_matches(".*", "\xFF")); /* not UTF-8: nothing matches */
}

static void faults(void **state)
{
	static const char *const wrong[] = { "(", "[a", "a{2,1}", "*", "(?<n>a)(?<n>b)", "\\" };
	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct err err = { 0 };
		assert_false(pattern_is_valid(wrong[i], &err));
		assert_non_null(err.what);
		assert_int_equal(strncmp(err.detail, wrong[i], strlen(wrong[i])), 0);
		err_clear(&err);
		assert_false(pattern_is_valid(wrong[i], NULL));
		assert_false(pattern_matches(wrong[i], "a"));
	}
	struct err err = { 0 };
	assert_true(pattern_is_valid("[a-z]+", &err));
	assert_false(err_is_set(&err));
	/* Brackets that only match those around the pattern are a fault too. */
	assert_false(pattern_is_valid("a)|(?:b", NULL));
	assert_false(pattern_matches("a)|(?:b", "ax"));
}

static void endless(void **state)
{
	char text[41];
	(void)state;
	memset(text, 'a', 40);
	text[40] = '\0';
	assert_true(pattern_is_valid("(a+)+b", NULL));
	assert_false(pattern_matches("(a+)+b", text));
	assert_false(pattern_matches("(a|aa)+(a|aa)+(a|aa)+c", text));
	assert_true(pattern_matches("(a+)+", text));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole_text),
		cmocka_unit_test(unicode),
		cmocka_unit_test(faults),
		cmocka_unit_test(endless),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
