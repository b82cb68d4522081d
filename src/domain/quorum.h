/*
 * Beschlussfähigkeit: more than half of the legal membership present
 * (2 * present > legal; GO NRW section 49, KVG LSA section 55). Members with a
 * conflict of interest do not count. In committees of NRW (section 58) also
 * more councillors than sachkundige Bürger among them.
 */
#ifndef DOMAIN_QUORUM_H
#define DOMAIN_QUORUM_H

#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

enum quorum_rule {
	QUORUM_MAJORITY,             /* "majority" */
	QUORUM_MAJORITY_COUNCILLORS, /* "majority-councillors": NRW committees */
	QUORUM_ANY,                  /* "any": second meeting on the same item */
};

struct quorum_count {
	enum quorum_rule rule;
	int32_t legal;
	int32_t present;    /* voting members present, those with a conflict included */
	int32_t conflicted; /* of them */
	int32_t councillors, others; /* of those counted; only for QUORUM_MAJORITY_COUNCILLORS */
};

struct quorum_result {
	bool quorate;
	int32_t needed;  /* present members needed */
	int32_t counted; /* present - conflicted */
};

/* Unknown and empty texts give QUORUM_MAJORITY. */
enum quorum_rule quorum_rule_parse(const char *text);

/* false with err for impossible figures. */
bool quorum_decide(const struct quorum_count *count, struct quorum_result *result, struct err *err);

/* Enough for a demand of N/M of the members ("1/5": 5 * n >= legal)? false for a text that is no fraction. */
bool quorum_threshold(const char *fraction, int32_t n, int32_t legal);

#endif
