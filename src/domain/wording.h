/*
 * How a result is said in the minutes and on the screen.
 *
 * 'einstimmig' is said without a no; whether abstentions forbid it is a
 * setting of the body (setup.unanimous_strict); so is whether votes by group
 * speak of majority and minority (setup.group_style, "plain": they do not). A
 * sentence overridden in the ledger wins over all of it.
 */
#ifndef DOMAIN_WORDING_H
#define DOMAIN_WORDING_H

#include "base/str.h"
#include "domain/sitting.h"

/* "einstimmig angenommen", "mehrheitlich abgelehnt (3 Ja, 25 Nein, 0 Enthaltungen)" from figures alone. */
void wording_figures(struct str *out, bool adopted, bool strict, int32_t yes, int32_t no, int32_t abstain, int32_t invalid);

/* Appends the sentence of one vote event, with its Ziffer, kind of vote and groups. */
void wording_vote(struct str *out, const struct sitting *s, const struct sitting_vote *vote);

/* The same without saying what was voted on; and the bare counts: "25 Ja, 3 Nein, 0 Enthaltungen". */
void wording_vote_alone(struct str *out, const struct sitting *s, const struct sitting_vote *vote);
void wording_counts(struct str *out, int32_t yes, int32_t no, int32_t abstain, int32_t invalid);

/* The same for a result without a vote, an election or an allocation of seats. */
void wording_result(struct str *out, const struct sitting *s, const struct ledger_event *event);

/* Short result of an item for lists: "einstimmig", "25:3:0", "vertagt"; "" when there is none. */
void wording_item_short(struct str *out, const struct sitting *s, size_t item);

/* The full sentence(s) of an item's decision; "" when there is none. */
void wording_item(struct str *out, const struct sitting *s, size_t item);

/* An item added in the meeting whose urgency was voted down: it never came onto the agenda. */
bool wording_not_admitted(const struct sitting *s, size_t item);

#endif
