/*
 * What whoever chairs the meeting needs at this moment: the next step, the
 * words to be read out, the majority that is needed, and what must not be
 * overlooked. Read from the state of the sitting; decides nothing.
 */
#ifndef DOMAIN_ADVICE_H
#define DOMAIN_ADVICE_H

#include "base/str.h"
#include "domain/sitting.h"

/* One sentence: "Abstimmen über Änderungsantrag 1 (Frau Sommer), den weitestgehenden von 2." */
void advice_next_step(const struct sitting *s, struct str *out);

/* What is voted next, word by word: the amendment that goes furthest, else the resolution as it stands; "" when there is nothing. */
void advice_wording(const struct sitting *s, struct str *out);

/* The majority of the next vote in votes: "einfache Mehrheit: 15 Ja, wenn alle 28 mit Ja oder Nein stimmen"; "" without an open item. */
void advice_majority(const struct sitting *s, struct str *out);

/* Warnings, one a line, the gravest first. */
void advice_warnings(const struct sitting *s, struct str *out);

/* The amendment of the open item that is voted next, SITTING_NONE: none. *count: how many are open. */
size_t advice_amendment(const struct sitting *s, size_t *count);

#endif
