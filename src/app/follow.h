/*
 * Following a meeting without a pen: setup and fold as at the meeting table,
 * renewed by notifications, read under the follower's own rights. After a lost
 * connection everything is read anew: another server may have taken over, and
 * nobody types here who would have to wait for it.
 */
#ifndef APP_FOLLOW_H
#define APP_FOLLOW_H

#include "app/app.h"
#include "domain/setup.h"
#include "domain/sitting.h"

struct follow_state {
	struct setup setup;
	struct sitting sitting; /* of this setup */
};

struct follow {
	struct app *app;
	int64_t id;
	struct follow_state *now;  /* NULL: not there yet */
	struct follow_state *next; /* being loaded */
	struct meeting_load *load;
	bool fetching;
	int64_t last_seq; /* highest that is folded */
	bool told;        /* somebody told that something is new: it is looked for when what is under way is done */
	bool connected;
	struct err err;   /* why there is nothing */
};

void follow_init(struct follow *f, struct app *a, int64_t meeting_id);
void follow_clear(struct follow *f);
void follow_notified(struct follow *f, int64_t meeting_id, int64_t seq);
void follow_connection(struct follow *f, enum db_state state);

/* The meeting runs or was held, but this account sees none of its events. */
bool follow_is_blind(const struct follow *f);

#endif
