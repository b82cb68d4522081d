/* What a meeting says in linear mode, at its table and to those who follow it: events as they come, quorum. See screen/speech.h. */
#ifndef APP_SITTING_SPEAK_H
#define APP_SITTING_SPEAK_H

#include "domain/sitting.h"
#include "screen/speech.h"

/* The events as the ledger describes them, whoever typed them. */
void sitting_speak_events(const struct sitting *s, struct speech *out);

/* Whether it is quorate; with numbers only while they matter: each arrival changes them. */
void sitting_speak_quorum(const struct sitting *s, struct speech *out);

#endif
