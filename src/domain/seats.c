/*
 * See seats.h.
 *
 * Votes stay below 2^40 and seats below 2^10, so that every product fits into
 * 64 bits and fractions are compared exactly.
 */
#include "domain/seats.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

#define VOTES_MAX (INT64_C(1) << 40)

static const char *const methods[] = { "hare", "dhondt", "sainte-lague" };

bool seats_method_parse(const char *text, enum seats_method *method)
{
	for (size_t i = 0; i < sizeof(methods) / sizeof(*methods); i++) {
		if (strcmp(methods[i], text) != 0)
			continue;
		*method = (enum seats_method)i;
		return true;
	}
	return false;
}

static bool check(int32_t seats, size_t lists, const int64_t *votes, int64_t *total, struct err *err)
{
	if (seats < 1 || seats > SEATS_MAX) {
		err_set(err, _("unmögliche Zahl von Sitzen"));
		return err_detail(err, _("%d, erlaubt sind 1 bis %d"), (int)seats, SEATS_MAX);
	}
	if (lists < 1 || lists > SEATS_LISTS_MAX) {
		err_set(err, _("unmögliche Zahl von Listen"));
		return err_detail(err, _("%zu, erlaubt sind 1 bis %d"), lists, SEATS_LISTS_MAX);
	}
	*total = 0;
	for (size_t i = 0; i < lists; i++) {
		if (votes[i] < 0)
			return err_set(err, _("eine Zahl ist negativ"));
		if (votes[i] > VOTES_MAX)
			return err_set(err, _("eine Zahl ist zu groß"));
		*total += votes[i];
	}
	if (!*total)
		return err_set(err, _("keine Liste hat Stimmen"));
	return true;
}

/* Largest remainder: whole quotas first, the rest to the largest remainders; equal ones at the edge are a tie. */
static void allocate_hare(int32_t seats, const int64_t *votes, int64_t total, struct seats_result *r)
{
	int64_t remainder[SEATS_LISTS_MAX] = { 0 };
	int32_t left = seats;
	for (size_t i = 0; i < r->lists; i++) {
		int64_t product = votes[i] * seats;
		r->seats[i] = (int32_t)(product / total);
		remainder[i] = product % total;
		left -= r->seats[i];
	}
	while (left > 0) {
		int64_t best = -1;
		int32_t equal = 0;
		for (size_t i = 0; i < r->lists; i++) {
			if (remainder[i] > best) {
				best = remainder[i];
				equal = 0;
			}
			equal += remainder[i] == best;
		}
		for (size_t i = 0; i < r->lists; i++) {
			if (remainder[i] != best)
				continue;
			if (equal <= left)
				r->seats[i]++;
			else
				r->in_lot[i] = true;
			remainder[i] = -1;
		}
		if (equal > left) {
			r->drawn = left;
			return;
		}
		left -= equal;
	}
}

/* The divisor of the next seat of a list that has `has` seats. */
static int64_t divisor(enum seats_method method, int32_t has)
{
	return method == SEATS_DHONDT ? (int64_t)has + 1 : 2 * (int64_t)has + 1;
}

/* Is the next quotient of list a greater (1), equal (0) or less (-1) than that of b? */
static int compare_quotients(enum seats_method method, const int64_t *votes, const struct seats_result *r, size_t a, size_t b)
{
	int64_t left = votes[a] * divisor(method, r->seats[b]);
	int64_t right = votes[b] * divisor(method, r->seats[a]);
	return (left > right) - (left < right);
}

/* Highest quotients. Lists that share the highest one each get a seat, or draw when there are too few. */
static void allocate_quotients(enum seats_method method, int32_t seats, const int64_t *votes, struct seats_result *r)
{
	for (int32_t left = seats; left > 0;) {
		bool best[SEATS_LISTS_MAX] = { false };
		size_t first = 0;
		for (size_t i = 1; i < r->lists; i++)
			if (compare_quotients(method, votes, r, i, first) > 0)
				first = i;
		int32_t equal = 0;
		for (size_t i = 0; i < r->lists; i++) {
			best[i] = compare_quotients(method, votes, r, i, first) == 0;
			equal += best[i];
		}
		bool enough = equal <= left;
		for (size_t i = 0; i < r->lists; i++) {
			if (best[i] && enough)
				r->seats[i]++;
			r->in_lot[i] = best[i] && !enough;
		}
		if (!enough) {
			r->drawn = left;
			return;
		}
		left -= equal;
	}
}

bool seats_allocate(enum seats_method method, int32_t seats, size_t lists, const int64_t *votes, struct seats_result *result,
    struct err *err)
{
	*result = (struct seats_result){ 0 };
	int64_t total = 0;
	if (!check(seats, lists, votes, &total, err))
		return false;
	result->lists = lists;
	result->seats = mem_zalloc(lists, sizeof(*result->seats));
	result->in_lot = mem_zalloc(lists, sizeof(*result->in_lot));
	if (method == SEATS_HARE)
		allocate_hare(seats, votes, total, result);
	else
		allocate_quotients(method, seats, votes, result);
	return true;
}

void seats_result_clear(struct seats_result *result)
{
	free(result->seats);
	free(result->in_lot);
	*result = (struct seats_result){ 0 };
}
