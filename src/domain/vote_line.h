/*
 * The grammar of the vote line: what the clerk types while a vote is taken,
 * and what it means for the number of those entitled.
 *
 *   e       all yes                    j4      four yes, the rest no
 *   E2      two abstentions, rest yes  j4x2    four yes, two abstentions, rest no
 *   n3      three no, rest yes         25 3    25 yes, 3 no, rest abstains
 *   n3x1    three no, one abstention   25 3 0  (or 25:3:0) all three, and a
 *           (x2 alone: as E2)                  fourth figure: invalid
 */
#ifndef DOMAIN_VOTE_LINE_H
#define DOMAIN_VOTE_LINE_H

#include <stdbool.h>
#include <stdint.h>

enum vote_line_state {
	VOTE_LINE_EMPTY,
	VOTE_LINE_WRONG,      /* not in the grammar */
	VOTE_LINE_INCOMPLETE, /* may become a vote: "n", "25" */
	VOTE_LINE_MISMATCH,   /* figures that do not add up to the entitled: red, needs a reason */
	VOTE_LINE_OK
};

struct vote_line {
	enum vote_line_state state;
	bool unanimous; /* typed as e or E: mode 'unanimous', else 'count' */
	int32_t yes, no, abstain, invalid;
	int32_t sum; /* of the four */
};

/* Never negative counts: a minority larger than the entitled is a mismatch. entitled >= 0. */
void vote_line_parse(const char *text, int32_t entitled, struct vote_line *out);

/* One cell of a vote by group: the same grammar; "" and "j" all yes, "n" all no, "x" all abstain. */
void vote_line_parse_cell(const char *text, int32_t entitled, struct vote_line *out);

#endif
