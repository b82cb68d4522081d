/* See meeting.h: life, loading, following. Delivery and the pen: meeting_delivery.c. */
#include "app/meeting.h"

#include "app/draft_file.h"
#include "app/live.h"
#include "app/meeting_state.h"
#include "app/table_draft.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct table *meeting_table(struct meeting *m)
{
	return m->table;
}

int64_t meeting_id(const struct meeting *m)
{
	return m->id;
}

size_t meeting_unsaved(const struct meeting *m)
{
	return journal_count(m->journal, JOURNAL_WAITING);
}

size_t meeting_held(const struct meeting *m)
{
	return journal_count(m->journal, JOURNAL_HELD);
}

void meeting_update_link(struct meeting *m)
{
	m->table->link.connected = db_state(m->app->db) == DB_READY;
	m->table->link.busy = m->pause > 0;
}

bool meeting_is_idle(const struct meeting *m)
{
	if (!m->ready)
		return false;
	bool stuck = !m->table->link.pen || m->pause > 0 || db_state(m->app->db) != DB_READY;
	return !m->sending && !m->asking_pen && !m->fetching && (meeting_unsaved(m) == 0 || stuck);
}

/* ---- what stands half done ---- */

static void keep_draft(struct meeting *m)
{
	struct str now = { 0 };
	if (!m->ready || !m->restored)
		return;
	table_draft_write(m->table, &now);
	if (strcmp(str_text(&now), str_text(&m->draft)) != 0) {
		draft_file_write(journal_path(m->journal), &now);
		str_set(&m->draft, str_text(&now));
	}
	str_clear(&now);
}

/* Only who may write goes on, once; for others the file waits until they have the pen. */
static void restore_draft(struct meeting *m)
{
	if (!m->journal || !m->table->link.pen || m->restored || m->table->mode != TABLE_COMMAND)
		return;
	m->restored = true;
	draft_file_read(journal_path(m->journal), &m->draft);
	if (m->draft.len > 0)
		table_draft_read(m->table, str_text(&m->draft), m->draft.len);
}

/* ---- loading ---- */

/* The view goes; the message of what went wrong stays. */
static void give_up(struct meeting *m, const struct err *err)
{
	struct app *a = m->app;
	stack_pop(&a->stack); /* frees m */
	message_error_copy(&a->message, err);
}

void meeting_ready(struct meeting *m)
{
	m->ready = true;
	m->table->loaded = true;
	meeting_update_link(m);
	restore_draft(m);
	stack_feed(&m->app->stack, m->serial, 0, NULL);
	meeting_deliver(m);
}

static void open_journal(struct meeting *m)
{
	struct err err = { 0 };
	m->journal = journal_open(m->app->options->journal, m->app->database, m->id, &err);
	if (!m->journal)
		message_error(&m->app->message, &err);
	m->table->link.journal = m->journal;
}

/* Events of the server, then those that only this disk has. */
static void there(void *context, const struct vec *events, const struct err *err)
{
	struct meeting *m = context;
	m->load = NULL;
	if (err) {
		give_up(m, err);
		return;
	}
	open_journal(m);
	table_loaded(m->table, events->data, events->len);
	m->last_seq = ledger_last_seq(events);
	const struct vec *entries = m->journal ? journal_entries(m->journal) : NULL;
	for (size_t i = 0; entries && i < entries->len; i++) {
		const struct journal_entry *entry = vec_at(entries, i);
		if (entry->state == JOURNAL_WAITING)
			table_receive(m->table, &entry->event);
	}
	/* With the journal held, keys wait until it is known who has the pen. */
	m->table->loaded = false;
	if (m->journal)
		meeting_ask_pen(m, false);
	else
		meeting_ready(m);
}

/* ---- following ---- */

/* Events of others that were confirmed: their terminals have them, this one has not. Appends their ids. */
static void note_others(const struct meeting *m, struct vec *ids)
{
	const struct vec *events = &m->table->sitting.events;
	for (size_t i = 0; m->journal && i < events->len; i++) {
		const struct ledger_event *e = &(*(struct sitting_event **)vec_at(events, i))->event;
		if (e->seq > 0 && e->kind != LEDGER_PEN && !journal_has(m->journal, &e->event_id))
			vec_push(ids, &e->event_id);
	}
}

/* After a server took another's place too early: who has recorded them must know. */
static void say_missing(struct meeting *m, const struct vec *ids)
{
	size_t missing = 0;
	for (size_t i = 0; i < ids->len; i++)
		missing += sitting_event(&m->table->sitting, vec_at(ids, i)) == NULL;
	if (missing > 0)
		message_warn(&m->app->message, _("%zu Ereignisse anderer hat dieser Server nicht; ihr Terminal trägt sie nach, wenn es wieder verbunden ist."),
		             missing);
}

static void take_all(struct meeting *m, const struct rowset *rows)
{
	struct vec events = VEC_OF(struct ledger_event), others = VEC_OF(struct id);
	ledger_from_rows(rows, &events);
	m->last_seq = ledger_last_seq(&events);
	note_others(m, &others);
	meeting_show_events(m, &events);
	say_missing(m, &others);
	vec_clear(&others);
}

static void take_new(struct meeting *m, const struct rowset *rows)
{
	bool pen = false;
	struct vec events = VEC_OF(struct ledger_event);
	ledger_from_rows(rows, &events);
	for (size_t i = 0; i < events.len; i++) {
		const struct ledger_event *e = vec_at(&events, i);
		pen = pen || e->kind == LEDGER_PEN;
		table_receive(m->table, e);
	}
	if (ledger_last_seq(&events) > m->last_seq)
		m->last_seq = ledger_last_seq(&events);
	ledger_events_clear(&events);
	if (pen && m->table->link.pen && m->compared)
		meeting_check_pen(m);
}

/* What was told of while a fetch was under way may not be in its answer. */
static void catch_up(struct meeting *m)
{
	if (m->told && !m->fetching)
		meeting_fetch(m, false);
}

/* Told of events, and all of the ledger is empty here: this account may not read it. Whoever has the pen may. */
static void note_hidden(struct meeting *m)
{
	struct table_link *link = &m->table->link;
	link->hidden = !link->pen && m->last_seq == 0 && (link->hidden || m->asked_told);
}

static void fetched(void *context, const struct rowset *rows, const struct err *err)
{
	struct meeting *m = context;
	m->fetching = false;
	if (err) {
		m->again = false;
		m->whole = m->whole || m->asked_whole;
		m->told = m->told || m->asked_told;
	} else {
		if (m->asked_whole)
			take_all(m, rows);
		else
			take_new(m, rows);
		note_hidden(m);
	}
	if (m->again) {
		m->again = false;
		meeting_fetch(m, false);
		return;
	}
	if (!err)
		meeting_compare(m);
	if (!m->ready)
		meeting_ready(m);
	restore_draft(m);
	meeting_deliver(m);
	if (!err)
		catch_up(m);
}

void meeting_fetch(struct meeting *m, bool whole)
{
	char after[24];
	m->whole = m->whole || whole;
	if (m->fetching) {
		m->again = true;
		return;
	}
	snprintf(after, sizeof(after), "%lld", m->whole ? 0LL : (long long)m->last_seq);
	const char *params[] = { m->id_text, after };
	m->asked_whole = m->whole;
	m->asked_told = m->told;
	m->whole = m->told = false;
	m->fetching = true;
	app_send(m->app, "table_events", params, fetched, m);
}

/* Every account may make a notice up: it only says that something may be new, and costs one fetch, whatever number it names. */
void meeting_notified(struct meeting *m, int64_t meeting_id, int64_t seq)
{
	bool anew = m->fetching && m->asked_whole; /* perhaps another server, with less: what was known says nothing */
	if (!m->ready || meeting_id != m->id || (seq <= m->last_seq && !anew))
		return;
	m->told = true;
	catch_up(m);
}

/* It may be another server than before, with less than the first: everything is read anew and compared. */
void meeting_connection(struct meeting *m, enum db_state state)
{
	meeting_update_link(m);
	if (state != DB_READY || !m->ready)
		return;
	m->compared = false;
	m->pause = 0;
	if (m->journal)
		meeting_ask_pen(m, false);
	meeting_fetch(m, true);
}

void meeting_tick(struct meeting *m)
{
	meeting_keep_pen(m);
	keep_draft(m);
}

/* ---- life ---- */

static void show(void *context, const char *title, const char *text)
{
	struct meeting *m = context;
	app_show_text(m->app, NULL, title, text);
}

static void take_pen(void *context, bool force)
{
	struct meeting *m = context;
	if (!m->journal)
		open_journal(m);
	if (!m->journal)
		return;
	m->wants_pen = true;
	meeting_ask_pen(m, force);
}

static void decide(void *context, const struct id *event_id, bool enter)
{
	meeting_decide(context, event_id, enter);
}

static void closed(void *context)
{
	struct meeting *m = context;
	struct app *a = m->app;
	keep_draft(m);
	str_clear(&m->draft);
	db_forget(a->db, m);
	meeting_load_cancel(&m->load);
	if (m->journal && m->table->link.pen && meeting_unsaved(m) == 0) {
		const char *params[] = { m->id_text, journal_client(m->journal)->text };
		app_send(a, "release_pen", params, NULL, NULL);
	}
	size_t left = meeting_unsaved(m) + meeting_held(m);
	if (left > 0)
		message_warn(&a->message, _("%zu Ereignisse warten im Sitzungsjournal, bis die Sitzung wieder geöffnet wird."), left);
	journal_close(&m->journal);
	a->meeting = NULL;
	free(m);
}

void meeting_open(struct app *a, int64_t id)
{
	const struct screen *screen = screen_set_find(&a->screens, "meeting_table");
	if (a->meeting || !screen) {
		message_warn(&a->message, "%s", _("Es ist schon ein Sitzungstisch offen."));
		return;
	}
	struct meeting *m = mem_zalloc(1, sizeof(*m));
	struct table_hooks hooks = { m, meeting_record, show, take_pen, decide, closed };
	m->app = a;
	m->id = id;
	snprintf(m->id_text, sizeof(m->id_text), "%lld", (long long)id);
	m->table = table_new(screen, &hooks, &a->message);
	a->meeting = m;
	m->serial = app_push(a, &table_class, screen, m->table)->serial;
	live_listen(a);
	m->load = meeting_load_start(a->db, id, &m->table->setup, there, m);
}
