/* Elections and allocation of seats: worked examples, ties, impossible input, properties over random figures. */
#include "domain/election.h"
#include "domain/seats.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <cmocka.h>

static void expect_seats(enum seats_method method, int32_t seats, size_t lists, const int64_t *votes, const int32_t *expected, int32_t drawn)
{
	struct seats_result r;
	assert_true(seats_allocate(method, seats, lists, votes, &r, NULL));
	for (size_t i = 0; i < lists; i++)
		assert_int_equal(r.seats[i], expected[i]);
	assert_int_equal(r.drawn, drawn);
	seats_result_clear(&r);
}

static void worked_examples(void **state)
{
	(void)state;
	const int64_t five[] = { 28, 22, 9, 6, 3 }, four[] = { 20, 16, 8, 4 };
	expect_seats(SEATS_HARE, 13, 5, five, (const int32_t[]){ 5, 4, 2, 1, 1 }, 0);
	expect_seats(SEATS_DHONDT, 13, 5, five, (const int32_t[]){ 6, 4, 2, 1, 0 }, 0);
	expect_seats(SEATS_SAINTE_LAGUE, 13, 5, five, (const int32_t[]){ 5, 4, 2, 1, 1 }, 0);
	expect_seats(SEATS_HARE, 9, 4, four, (const int32_t[]){ 4, 3, 1, 1 }, 0);
	expect_seats(SEATS_DHONDT, 9, 4, four, (const int32_t[]){ 4, 3, 1, 0 }, 1);
}

static void tie_names_all(void **state)
{
	(void)state;
	struct seats_result r;
	assert_true(seats_allocate(SEATS_DHONDT, 9, 4, (const int64_t[]){ 20, 16, 8, 4 }, &r, NULL));
	for (size_t i = 0; i < 4; i++)
		assert_true(r.in_lot[i]);
	seats_result_clear(&r);
	assert_true(seats_allocate(SEATS_HARE, 2, 3, (const int64_t[]){ 10, 10, 10 }, &r, NULL));
	assert_int_equal(r.drawn, 2);
	assert_true(r.in_lot[0] && r.in_lot[1] && r.in_lot[2]);
	seats_result_clear(&r);
	assert_true(seats_allocate(SEATS_HARE, 3, 3, (const int64_t[]){ 10, 10, 0 }, &r, NULL));
	assert_int_equal(r.drawn, 1);
	assert_false(r.in_lot[2]);
	seats_result_clear(&r);
}

static void impossible_seats(void **state)
{
	(void)state;
	struct seats_result r;
	assert_false(seats_allocate(SEATS_HARE, 0, 1, (const int64_t[]){ 1 }, &r, NULL));
	assert_false(seats_allocate(SEATS_HARE, SEATS_MAX + 1, 1, (const int64_t[]){ 1 }, &r, NULL));
	assert_false(seats_allocate(SEATS_HARE, 5, 0, NULL, &r, NULL));
	assert_false(seats_allocate(SEATS_HARE, 5, 2, (const int64_t[]){ 0, 0 }, &r, NULL));
	assert_false(seats_allocate(SEATS_HARE, 5, 2, (const int64_t[]){ 3, -1 }, &r, NULL));
	assert_false(seats_allocate(SEATS_HARE, 5, 2, (const int64_t[]){ 3, INT64_MAX }, &r, NULL));
	enum seats_method method;
	assert_false(seats_method_parse("d'hondt", &method));
}

/* All seats are given or drawn; more votes never mean fewer seats; Hare keeps the quota; lists without votes get none. */
static void properties(void **state)
{
	(void)state;
	srand(11);
	for (int n = 0; n < 6000; n++) {
		int64_t votes[8], total = 0;
		size_t lists = 1 + (size_t)rand() % 8;
		int32_t seats = 1 + rand() % 60;
		for (size_t i = 0; i < lists; i++)
			total += votes[i] = rand() % (n % 2 ? 12 : 5000);
		if (!total)
			continue;
		for (enum seats_method m = SEATS_HARE; m <= SEATS_SAINTE_LAGUE; m++) {
			struct seats_result r;
			assert_true(seats_allocate(m, seats, lists, votes, &r, NULL));
			int32_t sum = r.drawn, in_lot = 0;
			for (size_t i = 0; i < lists; i++) {
				sum += r.seats[i];
				in_lot += r.in_lot[i];
				assert_true(votes[i] || (!r.seats[i] && (!r.in_lot[i] || m == SEATS_HARE)));
				if (m == SEATS_HARE)
					assert_true(r.seats[i] >= votes[i] * seats / total && r.seats[i] <= votes[i] * seats / total + 1);
				for (size_t k = 0; k < lists; k++)
					assert_true(votes[i] <= votes[k] || r.seats[i] >= r.seats[k]);
			}
			assert_int_equal(sum, seats);
			assert_true(r.drawn ? in_lot > r.drawn : in_lot == 0);
			seats_result_clear(&r);
		}
	}
}

/* --- elections --- */

static struct election_result elect(size_t candidates, const int32_t *votes, int32_t no, bool runoff)
{
	struct election_result result;
	assert_true(election_decide(&(struct election_round){ candidates, votes, no, 3, 1, runoff, 0 }, &result, NULL));
	return result;
}

static void first_round(void **state)
{
	(void)state;
	struct election_result r = elect(3, (const int32_t[]){ 18, 12, 6 }, 0, false);
	assert_int_equal(r.outcome, ELECTION_RUNOFF);
	assert_int_equal(r.valid, 36);
	assert_int_equal(r.needed, 19);
	assert_int_equal(r.count, 2);
	assert_int_equal(r.persons[0], 0);
	assert_int_equal(r.persons[1], 1);
	election_result_clear(&r);
	r = elect(3, (const int32_t[]){ 6, 19, 11 }, 0, false);
	assert_int_equal(r.outcome, ELECTION_ELECTED);
	assert_int_equal(r.count, 1);
	assert_int_equal(r.persons[0], 1);
	election_result_clear(&r);
}

static void one_candidate(void **state)
{
	(void)state;
	struct election_result r = elect(1, (const int32_t[]){ 18 }, 18, false);
	assert_int_equal(r.outcome, ELECTION_NOT_ELECTED);
	election_result_clear(&r);
	r = elect(1, (const int32_t[]){ 19 }, 18, false);
	assert_int_equal(r.outcome, ELECTION_ELECTED);
	election_result_clear(&r);
	r = elect(1, (const int32_t[]){ 0 }, 0, false);
	assert_int_equal(r.outcome, ELECTION_NOT_ELECTED);
	election_result_clear(&r);
}

static void ties(void **state)
{
	(void)state;
	struct election_result r = elect(2, (const int32_t[]){ 17, 17 }, 0, true);
	assert_int_equal(r.outcome, ELECTION_LOT);
	assert_int_equal(r.count, 2);
	election_result_clear(&r);
	r = elect(3, (const int32_t[]){ 15, 12, 12 }, 0, false); /* who is second? */
	assert_int_equal(r.outcome, ELECTION_LOT);
	assert_int_equal(r.count, 3);
	assert_int_equal(r.certain, 1);
	assert_int_equal(r.persons[0], 0);
	election_result_clear(&r);
	r = elect(3, (const int32_t[]){ 12, 12, 12 }, 0, false);
	assert_int_equal(r.outcome, ELECTION_LOT);
	assert_int_equal(r.certain, 0);
	election_result_clear(&r);
	r = elect(2, (const int32_t[]){ 12, 11 }, 9, true); /* the higher number wins a run-off */
	assert_int_equal(r.outcome, ELECTION_ELECTED);
	election_result_clear(&r);
}

/* KVG LSA section 56: a majority of the members present, then the most votes of all candidates. */
static void of_members_present(void **state)
{
	static const struct {
		size_t candidates;
		int32_t votes[3], no;
		bool second;
		enum election_outcome outcome;
		size_t count;
	} rows[] = {
		{ 3, { 19, 12, 5 }, 0, false, ELECTION_RUNOFF, 3 },  /* 19 of 36 valid votes, but 40 are present */
		{ 3, { 21, 10, 5 }, 0, false, ELECTION_ELECTED, 1 },
		{ 3, { 14, 12, 10 }, 0, true, ELECTION_ELECTED, 1 },
		{ 3, { 14, 14, 8 }, 0, true, ELECTION_LOT, 2 },
		{ 1, { 20, 0, 0 }, 16, false, ELECTION_RUNOFF, 1 },
		{ 1, { 18, 0, 0 }, 17, true, ELECTION_ELECTED, 1 },
		{ 1, { 18, 0, 0 }, 18, true, ELECTION_NOT_ELECTED, 0 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct election_round round = { rows[i].candidates, rows[i].votes, rows[i].no, 3, 1, rows[i].second, 40 };
		struct election_result result;
		assert_true(election_decide(&round, &result, NULL));
		assert_int_equal(result.needed, 21);
		assert_int_equal(result.outcome, rows[i].outcome);
		assert_int_equal(result.count, rows[i].count);
		election_result_clear(&result);
	}
}

static void impossible_elections(void **state)
{
	(void)state;
	struct election_result result;
	assert_false(election_decide(&(struct election_round){ 0, NULL, 0, 0, 0, false, 0 }, &result, NULL));
	assert_false(election_decide(&(struct election_round){ 2, (const int32_t[]){ 1, -1 }, 0, 0, 0, false, 0 }, &result, NULL));
	assert_false(election_decide(&(struct election_round){ 2, (const int32_t[]){ INT32_MAX, INT32_MAX }, 0, 0, 0, false, 0 }, &result, NULL));
	assert_false(election_decide(&(struct election_round){ 3, (const int32_t[]){ 1, 1, 1 }, 0, 0, 0, true, 0 }, &result, NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(worked_examples),
		cmocka_unit_test(tie_names_all),
		cmocka_unit_test(impossible_seats),
		cmocka_unit_test(properties),
		cmocka_unit_test(first_round),
		cmocka_unit_test(one_candidate),
		cmocka_unit_test(ties),
		cmocka_unit_test(of_members_present),
		cmocka_unit_test(impossible_elections),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
