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
	f->last_seq = ledger_last_seq(events);
	catch_up(f);
}

static void load(struct follow *f)
{
	meeting_load_cancel(&f->load);
	state_free(&f->next, false);
	f->next = mem_zalloc(1, sizeof(*f->next));
	f->told = false;
	setup_init(&f->next->setup);
	f->load = meeting_load_start(f->app->db, f->id, &f->next->setup, there, f);
}

static void fetched(void *context, const struct rowset *rows, const struct err *err)
{
	struct follow *f = context;
	f->fetching = false;
	if (err)
		return; /* a lost connection: everything is read anew when it is back */
	if (rows->rows == 0 && !follow_is_blind(f)) {
		load(f); /* told of without a new event: the minutes were signed, it began where this account may not look, or nothing */
		return;
	}
	struct vec events = VEC_OF(struct ledger_event);
	ledger_from_rows(rows, &events);
	for (size_t i = 0; i < events.len; i++)
		sitting_apply(&f->now->sitting, vec_at(&events, i), NULL);
	if (events.len > 0)
		f->last_seq = ledger_last_seq(&events);
	ledger_events_clear(&events);
	catch_up(f);
}

/* What was told of while something was under way may not be in its answer. */
static void catch_up(struct follow *f)
{
	char id[24], after[24];
	if (!f->now || f->load || f->fetching || !f->told)
		return;
	snprintf(id, sizeof(id), "%lld", (long long)f->id);
	snprintf(after, sizeof(after), "%lld", (long long)f->last_seq);
	const char *params[] = { id, after };
	f->told = false;
	f->fetching = true;
	app_send(f->app, "table_events", params, fetched, f);
}

/* Every account may make a notice up: it only says that something may be new, and is looked after once, whatever it names. */
void follow_notified(struct follow *f, int64_t meeting_id, int64_t seq)
{
	/* While all is read anew, perhaps from another server with less, what was known says nothing. */
	if (meeting_id != f->id || (seq < f->last_seq && !f->load))
		return;
	f->told = true;
	catch_up(f);
}

void follow_connection(struct follow *f, enum db_state state)
{
	f->connected = state == DB_READY;
	if (!f->connected)
		return;
	f->fetching = false;
	load(f);
}

bool follow_is_blind(const struct follow *f)
{
	return f->now && sitting_is_hidden(&f->now->sitting);
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
