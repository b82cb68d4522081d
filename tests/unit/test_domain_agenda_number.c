/* Agenda numbers: parsing, order, moving and removing; a list stays whole under any sequence of changes. */
#include "domain/agenda_number.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <cmocka.h>

static void expect_move(const char *list, const char *from, const char *to, const char *expected)
{
	struct vec v = VEC_OF(struct agenda_number), origin = VEC_OF(size_t);
	struct agenda_number f, t;
	struct str out = { 0 };
	assert_true(agenda_list_parse(list, &v, NULL));
	assert_true(agenda_number_parse(from, &f, NULL));
	bool ok = to ? agenda_number_parse(to, &t, NULL) && agenda_list_move(&v, &f, &t, &origin, NULL) : agenda_list_remove(&v, &f, &origin, NULL);
	assert_int_equal(ok, expected != NULL);
	if (ok) {
		agenda_list_format(&v, &out);
		assert_string_equal(str_text(&out), expected);
		assert_int_equal(origin.len, v.len);
	}
	str_clear(&out);
	vec_clear(&v);
	vec_clear(&origin);
}

static void moving(void **state)
{
	(void)state;
	expect_move("1 2 2.1 2.2 2.3 2.4 3", "2.3", "3", "1 2 2.1 2.2 2.3 3 4");
	expect_move("1 2 3", "1", "3", "1 2 3");
	expect_move("1 2 2.1 3", "2", "1", "1 1.1 2 3");
	expect_move("1 2 2.1 2.2 3", "2.2", "1", "1 2 3 3.1 4");
	expect_move("1 2 3", "3", "2.1", "1 2 2.1");
	expect_move("1 2 3", "1", "5", NULL);
	expect_move("1 2 3", "4", "1", NULL);
	expect_move("1 2 2.1", "2", "2.1", NULL);
	expect_move("1 1.1 1.1.1 1.1.1.1 2", "1.1", "2.1.1", NULL);
}

static void removing(void **state)
{
	(void)state;
	expect_move("1 2 2.1 2.2 3", "2", NULL, "1 2 2.1 3");
	expect_move("1 2 2.1 3", "2", NULL, "1 2 3");
	expect_move("1 2 3", "1", NULL, "1 2");
	expect_move("1 2 2.1 2.1.1 2.2", "2", NULL, "1 2 2.1 2.2");
	expect_move("1", "1", NULL, "");
	expect_move("1 2", "2.1", NULL, NULL);
}

static void origin_follows(void **state)
{
	(void)state;
	struct vec v = VEC_OF(struct agenda_number), origin = VEC_OF(size_t);
	struct agenda_number from, to;
	agenda_list_parse("1 2 2.1 3 4", &v, NULL);
	agenda_number_parse("4", &from, NULL);
	agenda_number_parse("2", &to, NULL);
	assert_true(agenda_list_move(&v, &from, &to, &origin, NULL));
	const size_t expected[] = { 0, 4, 1, 2, 3 };
	for (size_t i = 0; i < 5; i++)
		assert_int_equal(*(size_t *)vec_at(&origin, i), expected[i]);
	vec_clear(&v);
	vec_clear(&origin);
}

static void strict_parsing(void **state)
{
	(void)state;
	static const char *const numbers[] = { "", "0", "1.", ".1", "1.0", "1..2", "a", "1 ", "-1", "1.2.3.4.5", "10000", "99999999999999" };
	static const char *const lists[] = { "2", "1 3", "1 1.2", "1 2.1", "1 2 2", "1 1.1.1", "1, 2", "1 x" };
	struct agenda_number number;
	struct vec v = VEC_OF(struct agenda_number);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		assert_false(agenda_number_parse(numbers[i], &number, NULL));
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		assert_false(agenda_list_parse(lists[i], &v, NULL));
	assert_true(agenda_list_parse("  1  2 ", &v, NULL));
	vec_clear(&v);
}

static void text_order(void **state)
{
	(void)state;
	static const char *const sorted[] = { "", "1", "2", "2.1", "2.2", "2.10", "2a", "10", "10.1", "N 1" };
	for (size_t i = 0; i < sizeof(sorted) / sizeof(*sorted); i++)
		for (size_t k = 0; k < sizeof(sorted) / sizeof(*sorted); k++) {
			int order = agenda_number_compare_text(sorted[i], sorted[k]);
			assert_int_equal((order > 0) - (order < 0), (i > k) - (i < k));
		}
	assert_int_equal(agenda_number_compare_text("02", "2"), 0);
}

/* A changed list can be read again by the strict parser, and origin is a permutation. */
static void lists_stay_whole(void **state)
{
	(void)state;
	srand(3);
	for (int round = 0; round < 300; round++) {
		struct vec v = VEC_OF(struct agenda_number), again = VEC_OF(struct agenda_number), origin = VEC_OF(size_t);
		agenda_list_parse("1 1.1 1.2 2 3 3.1 3.1.1 3.2 4 5", &v, NULL);
		for (int step = 0; step < 12 && v.len; step++) {
			struct agenda_number from = *(struct agenda_number *)vec_at(&v, (size_t)rand() % v.len);
			struct agenda_number to = *(struct agenda_number *)vec_at(&v, (size_t)rand() % v.len);
			size_t before = v.len;
			if (step % 4 == 3 && agenda_list_remove(&v, &from, &origin, NULL))
				assert_int_equal(v.len, before - 1);
			else if (agenda_list_move(&v, &from, &to, &origin, NULL))
				assert_int_equal(v.len, before);
			struct str out = { 0 };
			agenda_list_format(&v, &out);
			assert_true(agenda_list_parse(str_text(&out), &again, NULL));
			str_clear(&out);
		}
		vec_clear(&v);
		vec_clear(&again);
		vec_clear(&origin);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(moving),
		cmocka_unit_test(removing),
		cmocka_unit_test(origin_follows),
		cmocka_unit_test(strict_parsing),
		cmocka_unit_test(text_order),
		cmocka_unit_test(lists_stay_whole),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
