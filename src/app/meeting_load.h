/* Reads a meeting from the server: its setup and its events, all in one go, without waiting. */
#ifndef APP_MEETING_LOAD_H
#define APP_MEETING_LOAD_H

#include "base/err.h"
#include "base/vec.h"
#include "db/db.h"
#include "domain/setup.h"

#include <stdint.h>

struct meeting_load;

/*
 * All is there (err NULL), or something failed; the load is over. events: struct
 * ledger_event in order of seq, cleared after the callback. A meeting that does
 * not exist, or may not be seen, is an error.
 */
typedef void meeting_loaded(void *context, const struct vec *events, const struct err *err);

/* setup is initialized, empty, and outlives the load. */
struct meeting_load *meeting_load_start(struct db *db, int64_t meeting_id, struct setup *setup, meeting_loaded *done,
                                        void *context);

/* Gives up; the callback is not called. *load may be NULL. */
void meeting_load_cancel(struct meeting_load **load);

#endif
