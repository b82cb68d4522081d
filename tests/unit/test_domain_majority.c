/* Majorities and quorum: the worked examples of the municipal codes, bounds, and properties over many figures. */
#include "domain/majority.h"
#include "domain/quorum.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <cmocka.h>

static struct majority_result decide(const char *rule, struct majority_votes votes)
{
	struct majority_rule r;
	struct majority_result result;
	assert_true(majority_parse(rule, &r, NULL));
	assert_true(majority_decide(&r, &votes, &result, NULL));
	return result;
}

static void simple_majority(void **state)
{
	(void)state;
	assert_true(decide("simple", (struct majority_votes){ 34, 29, 15, 14, 0, 0 }).adopted);
	assert_false(decide("simple", (struct majority_votes){ 34, 28, 14, 14, 0, 0 }).adopted); /* a tie rejects */
	assert_true(decide("simple", (struct majority_votes){ 34, 29, 1, 0, 28, 0 }).adopted);
	assert_true(decide("simple", (struct majority_votes){ 34, 29, 2, 1, 20, 6 }).adopted);
	assert_false(decide("simple", (struct majority_votes){ 34, 29, 0, 0, 29, 0 }).adopted);
	assert_int_equal(decide("", (struct majority_votes){ 34, 29, 25, 3, 0, 0 }).needed, 15);
}

static void members_majority(void **state)
{
	(void)state;
	struct majority_result r = decide("members", (struct majority_votes){ 103, 103, 51, 2, 0, 0 });
	assert_false(r.adopted);
	assert_int_equal(r.needed, 52);
	assert_true(decide("members", (struct majority_votes){ 103, 103, 52, 51, 0, 0 }).adopted);
	assert_int_equal(decide("two-thirds-members", (struct majority_votes){ 103, 103, 69, 0, 0, 0 }).needed, 69);
	assert_true(decide("two-thirds-members", (struct majority_votes){ 103, 103, 69, 34, 0, 0 }).adopted);
	assert_false(decide("two-thirds-members", (struct majority_votes){ 103, 103, 68, 0, 0, 0 }).adopted);
	assert_int_equal(decide("three-quarters-members", (struct majority_votes){ 40, 40, 30, 10, 0, 0 }).needed, 30);
	assert_true(decide("two-thirds-valid", (struct majority_votes){ 40, 40, 20, 10, 10, 0 }).adopted);
	assert_false(decide("two-thirds-valid", (struct majority_votes){ 40, 40, 19, 10, 10, 0 }).adopted);
}

static void unanimity_and_fractions(void **state)
{
	(void)state;
	assert_true(decide("unanimous", (struct majority_votes){ 10, 10, 8, 0, 2, 0 }).adopted);
	assert_false(decide("unanimous", (struct majority_votes){ 10, 10, 9, 1, 0, 0 }).adopted);
	assert_false(decide("unanimous", (struct majority_votes){ 10, 10, 0, 0, 10, 0 }).adopted);
	assert_int_equal(decide(">2/3:present", (struct majority_votes){ 30, 30, 20, 0, 0, 0 }).needed, 21);
	assert_int_equal(decide(">=2/3:present", (struct majority_votes){ 30, 30, 20, 0, 0, 0 }).needed, 20);
}

static void impossible_figures(void **state)
{
	(void)state;
	struct majority_rule rule;
	struct majority_result result;
	struct err err = { 0 };
	majority_parse("simple", &rule, NULL);
	const struct majority_votes wrong[] = {
		{ 10, 5, 6, 0, 0, 0 },
		{ 10, 11, 0, 0, 0, 0 },
		{ 10, 5, -1, 0, 0, 0 },
		{ 10, 5, 0, 0, 0, -3 },
		{ INT32_MAX, INT32_MAX, INT32_MAX, INT32_MAX, INT32_MAX, INT32_MAX },
	};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		assert_false(majority_decide(&rule, &wrong[i], &result, &err));
		assert_true(err_is_set(&err));
	}
	err_clear(&err);
}

static void rules_are_parsed_strictly(void **state)
{
	(void)state;
	static const char *const wrong[] = { "Simple", "simple ", ">1/2", ">1/0:valid", ">0/2:valid", ">2/2:valid", ">=3/2:valid", "1/2:valid",
		">1/2:valid ", ">-1/2:valid", ">1/99999:valid", ">1/2:voters", ">=:" };
	struct majority_rule rule;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_false(majority_parse(wrong[i], &rule, NULL));
}

static void rules_survive_a_round(void **state)
{
	(void)state;
	static const char *const rules[] = { "simple", "members", "two-thirds-members", "three-quarters-members", "two-thirds-valid", "unanimous",
		">3/5:present", ">=7/10:members" };
	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++) {
		struct majority_rule rule;
		struct str out = { 0 };
		assert_true(majority_parse(rules[i], &rule, NULL));
		majority_format(&rule, &out);
		assert_string_equal(str_text(&out), rules[i]);
		assert_true(*majority_label(rules[i]));
		str_clear(&out);
	}
}

/* One more yes never rejects what was adopted, one more no never adopts what was rejected. */
static void more_yes_never_harms(void **state)
{
	(void)state;
	static const char *const rules[] = { "simple", "members", "two-thirds-members", "two-thirds-valid", "unanimous", ">3/5:present" };
	srand(7);
	for (int i = 0; i < 20000; i++) {
		const char *rule = rules[(size_t)rand() % (sizeof(rules) / sizeof(*rules))];
		int32_t yes = rand() % 40, no = rand() % 40, abstain = rand() % 10;
		int32_t present = yes + no + abstain + 1 + rand() % 5, legal = present + rand() % 20;
		struct majority_result r = decide(rule, (struct majority_votes){ legal, present, yes, no, abstain, 0 });
		struct majority_result more_yes = decide(rule, (struct majority_votes){ legal, present, yes + 1, no, abstain, 0 });
		struct majority_result more_no = decide(rule, (struct majority_votes){ legal, present, yes, no + 1, abstain, 0 });
		assert_true(!r.adopted || more_yes.adopted);
		assert_true(r.adopted || !more_no.adopted);
	}
}

static bool quorate(struct quorum_count count)
{
	struct quorum_result result;
	assert_true(quorum_decide(&count, &result, NULL));
	return result.quorate;
}

static void quorum_examples(void **state)
{
	(void)state;
	assert_true(quorate((struct quorum_count){ .legal = 39, .present = 20 }));
	assert_false(quorate((struct quorum_count){ .legal = 39, .present = 19 }));
	assert_false(quorate((struct quorum_count){ .legal = 40, .present = 20 }));
	assert_true(quorate((struct quorum_count){ .legal = 40, .present = 21 }));
	assert_true(quorate((struct quorum_count){ .legal = 103, .present = 52 }));
	assert_false(quorate((struct quorum_count){ .legal = 103, .present = 51 }));
	assert_false(quorate((struct quorum_count){ .legal = 40, .present = 21, .conflicted = 1 }));
	assert_true(quorate((struct quorum_count){ .rule = QUORUM_ANY, .legal = 40, .present = 3 }));
}

static void quorum_of_committees(void **state)
{
	(void)state;
	const enum quorum_rule rule = quorum_rule_parse("majority-councillors");
	assert_int_equal(rule, QUORUM_MAJORITY_COUNCILLORS);
	assert_false(quorate((struct quorum_count){ .rule = rule, .legal = 15, .present = 8, .councillors = 4, .others = 4 }));
	assert_true(quorate((struct quorum_count){ .rule = rule, .legal = 15, .present = 8, .councillors = 5, .others = 3 }));
	assert_false(quorate((struct quorum_count){ .rule = rule, .legal = 15, .present = 7, .councillors = 7, .others = 0 }));
}

static void impossible_quorum(void **state)
{
	(void)state;
	const struct quorum_count wrong[] = {
		{ .legal = 5, .present = 6 },
		{ .legal = 0, .present = 0 },
		{ .legal = 5, .present = 3, .conflicted = 4 },
		{ .legal = 5, .present = -1 },
		{ .rule = QUORUM_MAJORITY_COUNCILLORS, .legal = 15, .present = 8, .councillors = 8, .others = 1 },
	};
	struct quorum_result result;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_false(quorum_decide(&wrong[i], &result, NULL));
}

static void thresholds(void **state)
{
	(void)state;
	assert_true(quorum_threshold("1/5", 21, 103));
	assert_false(quorum_threshold("1/5", 20, 103));
	assert_false(quorum_threshold("1/5", 0, 0));
	assert_false(quorum_threshold("x", 10, 10));
	assert_false(quorum_threshold("1/5 ", 21, 103));
	assert_false(quorum_threshold(NULL, 21, 103));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(simple_majority),
		cmocka_unit_test(members_majority),
		cmocka_unit_test(unanimity_and_fractions),
		cmocka_unit_test(impossible_figures),
		cmocka_unit_test(rules_are_parsed_strictly),
		cmocka_unit_test(rules_survive_a_round),
		cmocka_unit_test(more_yes_never_harms),
		cmocka_unit_test(quorum_examples),
		cmocka_unit_test(quorum_of_committees),
		cmocka_unit_test(impossible_quorum),
		cmocka_unit_test(thresholds),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
