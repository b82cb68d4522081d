/*
 * Linear mode: what the open views state (screen/speech.h) becomes lines
 * (term/linear.h) on the terminal, or on standard output in a script. Another
 * face of the same program: keys, journal and delivery know nothing of it.
 *
 * Two keys are its own, in every mode: F5 says the last thing again, F6 says
 * all that is the case. What typing would mean is said when the typing rests
 * for a second or two; F5 says it at once.
 */
#ifndef APP_SPEAKER_H
#define APP_SPEAKER_H

#include "app/app.h"

struct speaker;

struct speaker *speaker_new(struct app *a);
void speaker_free(struct speaker **s);

/* A key of its own was pressed: true, and nobody else gets it. Every event has to be shown to it. */
bool speaker_event(struct speaker *s, const struct event *e);

/* Says what is new. Once a turn. */
void speaker_turn(struct speaker *s);

/* The terminal may have shown something else: the last is said again. */
void speaker_again(struct speaker *s);

#endif
