/*
 * Lists that follow a meeting: when its ledger grows, the list on top that
 * shows something of that meeting (a screen with the parameter meeting_id, as
 * the agenda) reads its rows anew, under the reader's own rights. So the
 * office and the press see what was decided without a key. Other lists stay:
 * hundreds of start pages reading anew with every vote would help nobody.
 */
#ifndef APP_LIVE_H
#define APP_LIVE_H

#include "app/app.h"

void live_notified(struct app *a, int64_t meeting_id);

/* Asks for the rows once nothing else is under way: many events at once are one question. */
void live_turn(struct app *a);

#endif
