/*
 * Hearing of meetings that go on, and lists that follow one.
 *
 * When a meeting's ledger grows, the list on top that shows something of that meeting (a screen with the parameter
 * meeting_id, as the agenda) reads its rows anew, under the reader's own rights. So the office and the press see what was
 * decided without a key. Other lists stay: hundreds of start pages reading anew with every vote would help nobody.
 *
 * For the same reason a program listens only while something of it follows a meeting: the server wakes every session that
 * listens for every event, whatever its meeting. Listening begins before what is followed is read, so that no event falls
 * between; it ends when nothing needs it any more.
 */
#ifndef APP_LIVE_H
#define APP_LIVE_H

#include "app/app.h"

/* Before the first question about a meeting that will be followed. */
void live_listen(struct app *a);

/* The same, if a list in the stack shows a meeting. */
void live_listen_lists(struct app *a);

/* A new connection has to be told. */
void live_connected(struct app *a);

void live_notified(struct app *a, int64_t meeting_id);

/* Asks for the rows once nothing else is under way: many events at once are one question. Stops listening when nothing follows. */
void live_turn(struct app *a);

#endif
