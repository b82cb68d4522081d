/* See meeting.h. */
#include "app/meeting.h"

#include "app/app.h"
#include "app/journal.h"
#include "app/meeting_load.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "db/sqlstate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define KEEP_PEN_SECONDS 20

struct meeting {
	struct app *app;
	struct table *table;
	unsigned serial; /* of its view */
	int64_t id;
	char id_text[24];
	struct meeting_load *load; /* NULL: there */
	struct journal *journal; /* NULL: read only */
	bool ready;      /* keys are obeyed */
	bool sending;
	bool blocked;    /* the server refused an event: nothing is sent until the pen is taken again */
	bool asking_pen;
	bool fetching;
	int64_t last_seq; /* highest seq known here without a gap */
	int64_t noticed;  /* highest seq somebody told of */
	int64_t asked;    /* noticed when the fetch under way was sent: it answers no later ones */
	int seconds;
};

static void ask_pen(struct meeting *m, bool force);
static void deliver(struct meeting *m);
static void catch_up(struct meeting *m);

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
	return m->journal ? journal_waiting(m->journal)->len : 0;
}

static void update_link(struct meeting *m)
{
	m->table->link.unsaved = meeting_unsaved(m);
	m->table->link.connected = db_state(m->app->db) == DB_READY;
}

bool meeting_is_idle(const struct meeting *m)
{
	if (!m->ready)
		return false;
	bool stuck = m->blocked || !m->table->link.pen || db_state(m->app->db) != DB_READY;
	return !m->sending && !m->asking_pen && !m->fetching && (meeting_unsaved(m) == 0 || stuck);
}

/* ---- loading ---- */

/* The view goes; the message of what went wrong stays. */
static void give_up(struct meeting *m, const struct err *err)
{
	struct app *a = m->app;
	struct err copy = { 0 };
	err_copy(&copy, err);
	stack_pop(&a->stack); /* frees m */
	message_error(&a->message, &copy);
}

/* Keys that waited are obeyed from now on. */
static void ready(struct meeting *m)
{
	m->ready = true;
	m->table->loaded = true;
	update_link(m);
	stack_feed(&m->app->stack, m->serial, 0, NULL);
	deliver(m);
}

static void open_journal(struct meeting *m)
{
	struct err err = { 0 };
	m->journal = journal_open(m->app->options->journal, m->app->database, m->id, &err);
	if (!m->journal)
		message_error(&m->app->message, &err);
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
	if (events->len > 0)
		m->last_seq = ((const struct ledger_event *)vec_at(events, events->len - 1))->seq;
	const struct vec *waiting = m->journal ? journal_waiting(m->journal) : NULL;
	for (size_t i = 0; waiting && i < waiting->len; i++)
		table_receive(m->table, vec_at(waiting, i));
	/* With the journal held, keys wait until it is known who has the pen. */
	m->table->loaded = false;
	if (m->journal)
		ask_pen(m, false);
	else
		ready(m);
}

/* ---- the pen ---- */

static void pen_answer(void *context, const struct rowset *rows, const struct err *err)
{
	struct meeting *m = context;
	struct table_link *link = &m->table->link;
	m->asking_pen = false;
	if (err && m->ready && sqlstate_is_connection(err->code)) {
		update_link(m);
		return; /* nobody said that the pen is gone: the clerk goes on, it is asked again when the connection is back */
	}
	link->pen = !err && rows->rows > 0 && rowset_bool(rows, 0, "mine");
	mem_replace(&link->pen_holder, !err && rows->rows > 0 && !link->pen ? rowset_named(rows, 0, "holder") : NULL);
	if (link->pen) {
		m->blocked = false;
		mem_replace(&link->refused, NULL);
	}
	if (!m->ready)
		ready(m);
	update_link(m);
	deliver(m);
}

static void ask_pen(struct meeting *m, bool force)
{
	const char *params[] = { m->id_text, journal_client(m->journal)->text, force ? "t" : "f" };
	m->asking_pen = true;
	app_send(m->app, "take_pen", params, pen_answer, m);
}

static void pen_kept(void *context, const struct rowset *rows, const struct err *err)
{
	struct meeting *m = context;
	if (err || rows->rows == 0 || rowset_bool(rows, 0, "mine"))
		return;
	m->table->link.pen = false;
	message_warn(&m->app->message, "%s", _("Der Stift wurde übernommen: dieses Terminal liest nur noch mit."));
}

static void take_pen(void *context, bool force)
{
	struct meeting *m = context;
	if (!m->journal)
		open_journal(m);
	if (m->journal)
		ask_pen(m, force);
}

/* ---- delivery ---- */

static void delivered(void *context, const struct rowset *rows, const struct err *err)
{
	struct meeting *m = context;
	m->sending = false;
	if (err && sqlstate_is_connection(err->code)) {
		update_link(m);
		return; /* sent again when the connection is back */
	}
	if (err) {
		struct err copy = { 0 };
		m->blocked = true;
		mem_replace(&m->table->link.refused, err->what);
		err_copy(&copy, err);
		message_error(&m->app->message, &copy);
		update_link(m);
		catch_up(m);
		return;
	}
	const struct ledger_event *first = vec_at(journal_waiting(m->journal), 0);
	struct id id = first->event_id;
	int64_t seq = rowset_int(rows, 0, "seq");
	journal_confirm(m->journal, &id, seq);
	sitting_confirm(&m->table->sitting, &id, seq, db_user(m->app->db));
	if (seq == m->last_seq + 1)
		m->last_seq = seq;
	update_link(m);
	deliver(m);
	catch_up(m);
}

static void deliver(struct meeting *m)
{
	if (!m->journal || !m->ready || m->sending || m->blocked || !m->table->link.pen ||
	    db_state(m->app->db) != DB_READY || journal_waiting(m->journal)->len == 0)
		return;
	const struct ledger_event *e = vec_at(journal_waiting(m->journal), 0);
	char **fields = ledger_to_params(e);
	const char *params[FIELD_COUNT + 1];
	memcpy(params, fields, FIELD_COUNT * sizeof(*params));
	params[FIELD_COUNT] = journal_client(m->journal)->text;
	m->sending = true;
	app_send(m->app, "append_event", params, delivered, m);
	ledger_params_free(&fields);
}

static bool record(void *context, const struct ledger_event *event, struct err *err)
{
	struct meeting *m = context;
	if (!m->journal)
		return err_set(err, "%s", _("ohne Sitzungsjournal wird nichts festgehalten"));
	if (!journal_append(m->journal, event, err))
		return false;
	deliver(m);
	return true;
}

/* ---- following ---- */

static void fetched(void *context, const struct rowset *rows, const struct err *err)
{
	struct meeting *m = context;
	m->fetching = false;
	if (err)
		return;
	for (size_t i = 0; i < rows->rows; i++) {
		struct ledger_event e;
		if (!ledger_from_row(rows, i, &e, NULL))
			continue;
		table_receive(m->table, &e);
		if (e.seq > m->last_seq)
			m->last_seq = e.seq;
		ledger_event_clear(&e);
	}
	/* Events that this role may not see leave gaps: what was told of before the question is done with. */
	if (m->last_seq < m->asked)
		m->last_seq = m->asked;
	update_link(m);
	catch_up(m);
}

static void fetch(struct meeting *m)
{
	char after[24];
	snprintf(after, sizeof(after), "%lld", (long long)m->last_seq);
	const char *params[] = { m->id_text, after };
	m->asked = m->noticed;
	m->fetching = true;
	app_send(m->app, "table_events", params, fetched, m);
}

/* What others recorded while a request of ours was under way is fetched after it. */
static void catch_up(struct meeting *m)
{
	if (m->noticed > m->last_seq && !m->sending && !m->fetching)
		fetch(m);
}

void meeting_notified(struct meeting *m, const char *payload)
{
	long long id, seq;
	if (!m->ready || sscanf(payload, "%lld:%lld", &id, &seq) != 2 || id != m->id)
		return;
	if (seq > m->noticed)
		m->noticed = seq;
	catch_up(m);
}

void meeting_connection(struct meeting *m, enum db_state state)
{
	update_link(m);
	if (state != DB_READY || !m->ready)
		return;
	fetch(m);
	if (m->journal)
		ask_pen(m, false);
}

void meeting_tick(struct meeting *m)
{
	if (!m->ready || !m->table->link.pen || db_state(m->app->db) != DB_READY || ++m->seconds < KEEP_PEN_SECONDS)
		return;
	const char *params[] = { m->id_text, journal_client(m->journal)->text };
	m->seconds = 0;
	app_send(m->app, "keep_pen", params, pen_kept, m);
}

/* ---- life ---- */

static void show(void *context, const char *title, const char *text)
{
	struct meeting *m = context;
	app_show_text(m->app, NULL, title, text);
}

static void closed(void *context)
{
	struct meeting *m = context;
	struct app *a = m->app;
	db_forget(a->db, m);
	meeting_load_cancel(&m->load);
	if (m->journal && m->table->link.pen && meeting_unsaved(m) == 0) {
		const char *params[] = { m->id_text, journal_client(m->journal)->text };
		app_send(a, "release_pen", params, NULL, NULL);
	}
	if (meeting_unsaved(m) > 0)
		message_warn(&a->message, _("%zu Ereignisse warten im Sitzungsjournal, bis die Sitzung wieder geöffnet wird."),
		             meeting_unsaved(m));
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
	struct table_hooks hooks = { m, record, show, take_pen, closed };
	m->app = a;
	m->id = id;
	snprintf(m->id_text, sizeof(m->id_text), "%lld", (long long)id);
	m->table = table_new(screen, &hooks, &a->message);
	a->meeting = m;
	m->serial = app_push(a, &table_class, screen, m->table)->serial;
	m->load = meeting_load_start(a->db, id, &m->table->setup, there, m);
}
