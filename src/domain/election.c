/* See election.h. */
#include "domain/election.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>

static const char *const names[] = { "elected", "runoff", "lot", "not_elected" };

const char *election_outcome_name(enum election_outcome outcome)
{
	return names[outcome];
}

static bool check(const struct election_round *r, int64_t *valid, struct err *err)
{
	if (!r->candidates)
		return err_set(err, _("Wahl ohne Bewerber"));
	if (r->no < 0 || r->abstain < 0 || r->invalid < 0 || r->present < 0)
		return err_set(err, _("eine Zahl ist negativ"));
	if (r->runoff && !r->present && r->candidates != 2) {
		err_set(err, _("Stichwahl braucht zwei Bewerber"));
		return err_detail(err, _("angegeben: %zu"), r->candidates);
	}
	*valid = r->no;
	for (size_t i = 0; i < r->candidates; i++) {
		if (r->votes[i] < 0)
			return err_set(err, _("eine Zahl ist negativ"));
		*valid += r->votes[i];
	}
	if (*valid + r->abstain + r->invalid > INT32_MAX)
		return err_set(err, _("eine Zahl ist zu groß"));
	return true;
}

/* Adds all candidates with exactly this many votes, in their order. */
static void add_with(const struct election_round *r, int32_t votes, struct election_result *result)
{
	for (size_t i = 0; i < r->candidates; i++)
		if (r->votes[i] == votes)
			result->persons[result->count++] = i;
}

static int32_t highest_below(const struct election_round *r, int64_t limit)
{
	int32_t best = -1;
	for (size_t i = 0; i < r->candidates; i++)
		if (r->votes[i] < limit && r->votes[i] > best)
			best = r->votes[i];
	return best;
}

/* No majority among several: the first two meet again, or the lot says who. */
static void decide_second(const struct election_round *r, int32_t first, struct election_result *result)
{
	if (result->count == 1) {
		result->certain = 1;
		add_with(r, highest_below(r, first), result);
	}
	result->outcome = result->count == 2 ? ELECTION_RUNOFF : ELECTION_LOT;
	if (result->outcome == ELECTION_RUNOFF)
		result->certain = 2;
}

/* The majority is one of the members present: without it all meet again, and then the most votes win. */
static void decide_of_present(const struct election_round *r, int32_t first, struct election_result *result)
{
	if (!r->runoff) {
		result->outcome = ELECTION_RUNOFF;
		for (size_t i = 0; i < r->candidates; i++)
			result->persons[i] = i;
		result->count = result->certain = r->candidates;
	} else if (first == 0 || (r->candidates == 1 && first <= r->no)) {
		result->outcome = ELECTION_NOT_ELECTED;
		result->count = 0;
	} else {
		result->outcome = result->count == 1 ? ELECTION_ELECTED : ELECTION_LOT;
	}
}

bool election_decide(const struct election_round *r, struct election_result *result, struct err *err)
{
	*result = (struct election_result){ 0 };
	int64_t valid = 0;
	if (!check(r, &valid, err))
		return false;
	result->valid = (int32_t)valid;
	result->needed = (int32_t)((r->present ? r->present : valid) / 2 + 1);
	result->persons = mem_zalloc(r->candidates, sizeof(*result->persons));
	int32_t first = highest_below(r, (int64_t)INT32_MAX + 1);
	add_with(r, first, result);
	if (first >= result->needed) {
		result->outcome = ELECTION_ELECTED;
	} else if (r->present) {
		decide_of_present(r, first, result);
	} else if (first == 0 || r->candidates == 1) {
		result->outcome = ELECTION_NOT_ELECTED;
		result->count = 0;
	} else if (r->runoff) {
		result->outcome = result->count == 1 ? ELECTION_ELECTED : ELECTION_LOT;
	} else {
		decide_second(r, first, result);
	}
	return true;
}

void election_result_clear(struct election_result *result)
{
	free(result->persons);
	*result = (struct election_result){ 0 };
}
