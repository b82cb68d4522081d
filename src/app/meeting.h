/*
 * A meeting table and what stands behind it: loading from the server, the
 * journal on this disk, delivery, the pen, and what others record.
 *
 * Delivery: events leave in the order typed, one at a time; each is confirmed
 * in the journal when the server has it. Connection lost: they wait and are
 * sent again when it is back (the server knows an event by its identifier, so
 * none is doubled). What the server refuses, and what was typed before
 * somebody else took the pen, is held in the journal: the status line shows
 * it, the clerk decides on each (table_held.c), nothing is dropped.
 *
 * The connection may lead to another server than before (a standby took over):
 * journal and ledger are compared each time, and what is missing is sent again.
 */
#ifndef APP_MEETING_H
#define APP_MEETING_H

#include "app/table.h"
#include "db/db.h"

#include <stdbool.h>
#include <stdint.h>

struct app;
struct meeting;

/* Opens the table of a meeting as the top view and begins to load it. */
void meeting_open(struct app *a, int64_t meeting_id);

struct table *meeting_table(struct meeting *m);
int64_t meeting_id(const struct meeting *m);

/* Nothing on its way and nothing waiting that could go (scripts). */
bool meeting_is_idle(const struct meeting *m);

/* Connection came or went; a notification; a second has passed. */
void meeting_connection(struct meeting *m, enum db_state state);
void meeting_notified(struct meeting *m, int64_t meeting_id, int64_t seq);
void meeting_tick(struct meeting *m);

/* Events on their way to the server, and those held until the clerk has decided. */
size_t meeting_unsaved(const struct meeting *m);
size_t meeting_held(const struct meeting *m);

#endif
