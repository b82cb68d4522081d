/*
 * The local journal of a meeting: what the clerk confirmed is on this disk
 * before the screen says so, whatever happens to server or program.
 *
 * A file per meeting and database below the state directory, mode 0600:
 *
 *   first line    the journal's own identifier, which is also the client's in the lease of the pen
 *   events        one line each as ledger_to_line writes it, flushed (fdatasync)
 *   "B <seq>"     what the server had, as far as was known, when the events after it were typed
 *   "A <event> <seq>"      the server has it
 *   "W <event>"            it waits again: a server that took the place of another does not have it, or the clerk enters it after all
 *   "H <event> <reason>"   held back until the clerk has decided
 *   "D <event>"            the clerk decided that it does not count
 *
 * A line torn by a crash was never confirmed to anybody: it is cut off when
 * the file is opened. One process at a time holds the file (flock). Events are
 * never taken out of the file: it is the copy of last resort.
 */
#ifndef APP_JOURNAL_H
#define APP_JOURNAL_H

#include "base/err.h"
#include "base/vec.h"
#include "domain/event.h"

#include <stdbool.h>

struct journal;

enum journal_state { JOURNAL_WAITING, JOURNAL_CONFIRMED, JOURNAL_HELD, JOURNAL_DISCARDED, JOURNAL_STATES };

struct journal_entry {
	struct ledger_event event; /* with the server's seq when it is confirmed, else 0 */
	enum journal_state state;
	int64_t base; /* highest seq of the server known when it was typed */
	char *reason; /* why it is held; NULL */
};

/*
 * Opens or makes the journal. directory NULL: $XDG_STATE_HOME/ratstisch or
 * ~/.local/state/ratstisch. database tells databases apart. NULL and err when
 * it cannot be written, is damaged, or another process holds it (err.code "BUSY").
 */
struct journal *journal_open(const char *directory, const char *database, int64_t meeting_id, struct err *err);
void journal_close(struct journal **j);

/* Reads what is there, changes nothing, holds nothing. NULL without err: there is no journal on this machine. */
struct journal *journal_read(const char *directory, const char *database, int64_t meeting_id, struct err *err);

/* How many events wait or are held; fast where there are none. 0 where there is no journal; 0 and err where it is damaged. */
size_t journal_waiting(const char *directory, const char *database, int64_t meeting_id, struct err *err);

/* The folder in which the journals of a database stand. The caller frees it. */
char *journal_folder(const char *directory, const char *database);

/* Identifier of this journal. */
const struct id *journal_client(const struct journal *j);
const char *journal_path(const struct journal *j);

/* The event waits, and is on disk when this returns true; else nothing of it is. base: highest seq of the server known. */
bool journal_append(struct journal *j, const struct ledger_event *e, int64_t base, struct err *err);

/*
 * What became of an event. Not flushed: a lost mark only asks the server or
 * the clerk once more. seq only for JOURNAL_CONFIRMED, reason only for
 * JOURNAL_HELD (else NULL). What was held and waits again goes to the end.
 */
void journal_mark(struct journal *j, const struct id *event_id, enum journal_state state, int64_t seq, const char *reason);

/* All events in the order they are delivered in (struct journal_entry; belongs to the journal), and how many are in a state (no journal: none). */
const struct vec *journal_entries(const struct journal *j);
size_t journal_count(const struct journal *j, enum journal_state state);

/* Was the event typed here? */
bool journal_has(const struct journal *j, const struct id *event_id);

/* The first event in this state, or NULL. */
const struct journal_entry *journal_first(const struct journal *j, enum journal_state state);

#endif
