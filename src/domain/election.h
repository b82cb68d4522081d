/*
 * Elections of persons: more than half of the valid votes; a no is valid, an
 * abstention is not. Without a winner the first two meet in a run-off; there
 * the higher number wins and a tie is drawn by lot (GO NRW section 50).
 */
#ifndef DOMAIN_ELECTION_H
#define DOMAIN_ELECTION_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum election_outcome { ELECTION_ELECTED, ELECTION_RUNOFF, ELECTION_LOT, ELECTION_NOT_ELECTED };

struct election_round {
	size_t candidates;
	const int32_t *votes; /* per candidate */
	int32_t no, abstain, invalid;
	bool runoff;
};

struct election_result {
	enum election_outcome outcome;
	int32_t valid, needed;
	size_t count;   /* of persons */
	size_t *persons; /* indexes: the elected one; the two of the run-off; those between whom the lot is drawn */
	size_t certain; /* of persons: the first ones that are in the run-off without a lot (0 or 1) */
};

/* false with err for impossible figures. result is cleared by election_result_clear. */
bool election_decide(const struct election_round *round, struct election_result *result, struct err *err);
void election_result_clear(struct election_result *result);

const char *election_outcome_name(enum election_outcome outcome); /* as the ledger writes it */

#endif
