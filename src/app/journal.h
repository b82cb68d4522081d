/*
 * The local journal of a meeting: what the clerk confirmed is on this disk
 * before the screen says so, whatever happens to server or program.
 *
 * A file per meeting and database below the state directory, mode 0600:
 *
 *   first line    the journal's own identifier, which is also the client's in the lease of the pen
 *   events        one line each as ledger_to_line writes it, flushed (fdatasync)
 *   "A <event> <seq>"   the server has it
 *
 * A line torn by a crash was never confirmed to anybody: it is cut off when
 * the file is opened. One process at a time holds the file (flock).
 */
#ifndef APP_JOURNAL_H
#define APP_JOURNAL_H

#include "base/err.h"
#include "base/vec.h"
#include "domain/event.h"

#include <stdbool.h>

struct journal;

/*
 * Opens or makes the journal. directory NULL: $XDG_STATE_HOME/ratstisch or
 * ~/.local/state/ratstisch. database tells databases apart. NULL and err when
 * it cannot be written, is damaged, or another process holds it (err.code "BUSY").
 */
struct journal *journal_open(const char *directory, const char *database, int64_t meeting_id, struct err *err);
void journal_close(struct journal **j);

/* Identifier of this journal. */
const struct id *journal_client(const struct journal *j);
const char *journal_path(const struct journal *j);

/* The event is on disk when this returns true; else nothing of it is. */
bool journal_append(struct journal *j, const struct ledger_event *e, struct err *err);

/* The server has the event. Not flushed: a lost mark only sends it again. */
void journal_confirm(struct journal *j, const struct id *event_id, int64_t seq);

/* Events the server has not confirmed, oldest first (struct ledger_event; belongs to the journal). */
const struct vec *journal_waiting(const struct journal *j);

#endif
