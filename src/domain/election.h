/*
 * Elections of persons. Usually more than half of the valid votes; a no is
 * valid, an abstention is not. Without a winner the first two meet in a
 * run-off; there the higher number wins and a tie is drawn by lot (GO NRW
 * section 50). Where the majority is one of the members present, all go into
 * the second ballot; there the most votes win (KVG LSA section 56).
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
	bool runoff;     /* second ballot */
	int32_t present; /* members present, when the majority is theirs; 0: of the valid votes */
};

struct election_result {
	enum election_outcome outcome;
	int32_t valid, needed;
	size_t count;   /* of persons */
	size_t *persons; /* indexes: the elected one; those of the second ballot; those between whom the lot is drawn */
	size_t certain; /* of persons: the first ones that are in the run-off without a lot (0 or 1) */
};

/* false with err for impossible figures. result is cleared by election_result_clear. */
bool election_decide(const struct election_round *round, struct election_result *result, struct err *err);
void election_result_clear(struct election_result *result);

const char *election_outcome_name(enum election_outcome outcome); /* as the ledger writes it */

#endif
