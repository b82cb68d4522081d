/*
 * The connection to PostgreSQL: the only user of libpq.
 *
 * Nothing here blocks. Requests are queued and sent in libpq's pipeline mode,
 * answers come back through callbacks when the loop calls db_process() because
 * the socket is ready. A statement is prepared in the connection when it is
 * first used. When the connection is lost, every request under way ends with
 * an error of class 08 and the connection is built anew in the background,
 * with growing pauses; db_state() tells where it stands. What must not be lost
 * (meeting events) is kept and sent again by its owner.
 *
 * Several hosts in the connection settings are libpq's own business: with
 * target_session_attrs=read-write (our default) it finds the primary by itself.
 */
#ifndef DB_DB_H
#define DB_DB_H

#include "base/err.h"
#include "base/rowset.h"
#include "db/query.h"

#include <stdbool.h>
#include <stdint.h>

struct db;

enum db_state {
	DB_CONNECTING, /* first attempt: requests wait */
	DB_READY,
	DB_LOST,   /* was there, is being built anew: requests fail at once */
	DB_FAILED, /* the first attempt failed: nothing more is tried */
};

/*
 * Answer to a request. rows belong to the callback only for the call (NULL on
 * error); err is NULL on success.
 */
typedef void db_done(void *context, const struct rowset *rows, const struct err *err);

/* A NOTIFY on a channel this connection listens to. */
typedef void db_notified(void *context, const char *channel, const char *payload);

/* The state has changed (connected, lost, again connected). */
typedef void db_changed(void *context, enum db_state state);

/* Starts to connect. conninfo: libpq connection string or URI, or NULL for the environment's settings. */
struct db *db_open(const char *conninfo);
void db_close(struct db **db);

void db_on_notify(struct db *db, db_notified *notified, void *context);
void db_on_change(struct db *db, db_changed *changed, void *context);

enum db_state db_state(const struct db *db);

/* For poll(): the socket (-1: none just now) and the events to wait for; and milliseconds until db_process is due anyway (-1: never). */
int db_fd(const struct db *db);
short db_poll_events(const struct db *db);
int db_timeout(const struct db *db);

/* Moves everything on that can be moved without waiting. */
void db_process(struct db *db);

/* Sends what is queued and reads nothing; false: the connection is going, which db_process() will find out. */
bool db_flush(struct db *db);

/* Sends a query. params: as many as the variant takes, text or NULL; copied. done NULL: nobody waits. */
void db_send(struct db *db, const struct query *q, size_t variant, const char *const *params, db_done *done,
             void *context);

/* Nobody waits for answers to this context any more: its callbacks are not called. */
void db_forget(struct db *db, const void *context);

/* Requests not answered yet. */
size_t db_pending(const struct db *db);

/* For subcommands without a screen: waits. Rows are the caller's; NULL and err on failure. */
bool db_wait_ready(struct db *db, struct err *err);
struct rowset *db_call(struct db *db, const struct query *q, const char *const *params, struct err *err);
struct rowset *db_call_variant(struct db *db, const struct query *q, size_t variant, const char *const *params,
                               struct err *err);

/* Runs a script of several statements (schema), waits. Only when nothing is pending. */
bool db_run_script(struct db *db, const char *sql, struct err *err);

/* Prepares a statement and compares its parameters and columns with the header: used by a test. */
bool db_check_query(struct db *db, const struct query *q, size_t variant, struct err *err);

/* Name of the database and of the login role. */
const char *db_name(const struct db *db);
const char *db_user(const struct db *db);

#endif
