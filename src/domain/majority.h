/*
 * Majority rules: parse, say, decide. Always integers.
 *
 * simple                  yes > no; a tie rejects (GO NRW section 50, KVG LSA section 56)
 * members                 2 * yes > legal membership
 * two-thirds-members      3 * yes >= 2 * legal membership
 * three-quarters-members  4 * yes >= 3 * legal membership
 * two-thirds-valid        3 * yes >= 2 * (yes + no)
 * unanimous               no vote against, at least one for
 * >N/M:BASE, >=N/M:BASE   any fraction over valid, present or members
 *
 * Valid votes are yes and no; abstentions and invalid votes count for neither.
 */
#ifndef DOMAIN_MAJORITY_H
#define DOMAIN_MAJORITY_H

#include "base/err.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

enum majority_base { MAJORITY_VALID, MAJORITY_PRESENT, MAJORITY_MEMBERS };

struct majority_rule {
	bool unanimous;
	bool at_least; /* >= instead of > */
	int32_t part, whole; /* the fraction; simple is > 1/2 of the valid votes */
	enum majority_base base;
};

struct majority_votes {
	int32_t legal;   /* legal membership */
	int32_t present; /* present and entitled */
	int32_t yes, no, abstain, invalid;
};

struct majority_result {
	bool adopted;
	int32_t needed; /* yes votes that would have been enough, given the base */
	int32_t base;   /* the number the fraction is taken of */
	int32_t valid;  /* yes + no */
};

/* NULL and "" are simple. */
bool majority_parse(const char *text, struct majority_rule *rule, struct err *err);
void majority_format(const struct majority_rule *rule, struct str *out); /* the named form where there is one */
const char *majority_label(const char *rule); /* for people, translated; the text itself for a fraction */

/* false with err for impossible figures: negative, more votes than present, present > legal. */
bool majority_check(const struct majority_votes *votes, struct err *err);
bool majority_decide(const struct majority_rule *rule, const struct majority_votes *votes,
    struct majority_result *result, struct err *err);

#endif
