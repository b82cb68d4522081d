/* See follow.h. */
#include "app/follow.h"

#include "app/meeting_load.h"
#include "base/mem.h"
#include "domain/event.h"

#include <stdio.h>
#include <stdlib.h>

static void catch_up(struct follow *f);

static void state_free(struct follow_state **state, bool folded)
{
	if (!*state)
		return;
	if (folded)
		sitting_clear(&(*state)->sitting);
	setup_clear(&(*state)->setup);
	free(*state);
	*state = NULL;
}

static void there(void *context, const struct vec *events, const struct err *err)
{
	struct follow *f = context;
	f->load = NULL;
	err_clear(&f->err);
	if (err) {
		err_copy(&f->err, err);
		state_free(&f->next, false);
		return;
	}
	state_free(&f->now, true);
	f->now = f->next;
	f->next = NULL;
	sitting_init(&f->now->sitting, &f->now->setup);
	sitting_rebuild(&f->now->sitting, events->data, events->len);
	f->last_seq = events->len > 0 ? ((const struct ledger_event *)vec_at(events, events->len - 1))->seq : 0;
	catch_up(f);
}

static void load(struct follow *f)
{
	meeting_load_cancel(&f->load);
	state_free(&f->next, false);
	f->next = mem_zalloc(1, sizeof(*f->next));
	setup_init(&f->next->setup);
	f->load = meeting_load_start(f->app->db, f->id, &f->next->setup, there, f);
}

static void fetched(void *context, const struct rowset *rows, const struct err *err)
{
	struct follow *f = context;
	f->fetching = false;
	if (err)
		return; /* a lost connection: everything is read anew when it is back */
	for (size_t i = 0; i < rows->rows; i++) {
		struct ledger_event e;
		if (!ledger_from_row(rows, i, &e, NULL))
			continue;
		sitting_apply(&f->now->sitting, &e, NULL);
		if (e.seq > f->last_seq)
			f->last_seq = e.seq;
		ledger_event_clear(&e);
	}
	/* What was told of before the question is done with, also where this role may not see it, or somebody made it up. */
	if (f->noticed <= f->asked)
		f->noticed = f->last_seq;
	catch_up(f);
}

static void catch_up(struct follow *f)
{
	char id[24], after[24];
	if (!f->now || f->load || f->fetching || f->noticed <= f->last_seq)
		return;
	snprintf(id, sizeof(id), "%lld", (long long)f->id);
	snprintf(after, sizeof(after), "%lld", (long long)f->last_seq);
	const char *params[] = { id, after };
	f->asked = f->noticed;
	f->fetching = true;
	app_send(f->app, "table_events", params, fetched, f);
}

void follow_notified(struct follow *f, int64_t meeting_id, int64_t seq)
{
	if (meeting_id != f->id)
		return;
	if (f->now && (seq == f->last_seq || seq == f->asked))
		load(f); /* told of without a new event: the minutes were signed */
	else if (seq > f->noticed)
		f->noticed = seq;
	catch_up(f);
}

void follow_connection(struct follow *f, enum db_state state)
{
	f->connected = state == DB_READY;
	if (!f->connected)
		return;
	f->fetching = false;
	f->noticed = f->asked = 0;
	load(f);
}

bool follow_is_blind(const struct follow *f)
{
	/* Told of events that did not come: it began while this account was looking on. */
	bool told = f->now && f->asked > 0 && f->now->sitting.events.len == 0;
	return told || (f->now && sitting_is_hidden(&f->now->sitting));
}

void follow_init(struct follow *f, struct app *a, int64_t meeting_id)
{
	*f = (struct follow){ .app = a, .id = meeting_id, .connected = true };
	load(f);
}

void follow_clear(struct follow *f)
{
	db_forget(f->app->db, f);
	meeting_load_cancel(&f->load);
	state_free(&f->next, false);
	state_free(&f->now, true);
	err_clear(&f->err);
}
