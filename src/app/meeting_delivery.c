/*
 * The pen, delivery, and the comparison of journal and ledger. See meeting.h.
 *
 * Events leave only after the pen was confirmed AND the ledger was read with
 * the pen in hand (m->compared): nobody else can record meanwhile, so what is
 * compared stays true. The comparison asks three things of every event of the
 * journal:
 *
 *   confirmed once, but the server does not have it: another server took the
 *   place of the first before it had copied everything. It is sent again.
 *
 *   waiting, but the server has it: the answer was lost. It is confirmed.
 *
 *   waiting, and since it was typed somebody else has recorded (or holds the
 *   pen): whether it still fits, no program can know. It is held, goes out of
 *   the picture of the meeting, and the clerk decides (table_held.c).
 */
#include "app/meeting_state.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "db/sqlstate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEEP_PEN_SECONDS 20
#define PAUSE_SECONDS 2

/* ---- the picture of the meeting: what the server has, then what waits ---- */

void meeting_show_events(struct meeting *m, struct vec *events)
{
	const struct vec *entries = m->journal ? journal_entries(m->journal) : NULL;
	for (size_t i = 0; entries && i < entries->len; i++) {
		const struct journal_entry *entry = vec_at(entries, i);
		if (entry->state == JOURNAL_WAITING)
			ledger_event_copy(vec_add(events), &entry->event);
	}
	table_refold(m->table, events->data, events->len);
	ledger_events_clear(events);
}

static void refold(struct meeting *m)
{
	const struct sitting *s = &m->table->sitting;
	struct vec events = VEC_OF(struct ledger_event);
	for (size_t i = 0; i < s->events.len; i++) {
		const struct sitting_event *se = *(struct sitting_event **)vec_at(&s->events, i);
		if (se->event.seq > 0)
			ledger_event_copy(vec_add(&events), &se->event);
	}
	meeting_show_events(m, &events);
}

/* All that waits is held; the picture no longer shows it. reason belongs to the caller. */
static void hold_waiting(struct meeting *m, const char *reason)
{
	if (meeting_unsaved(m) == 0)
		return;
	const struct journal_entry *entry;
	while ((entry = journal_first(m->journal, JOURNAL_WAITING))) {
		struct id id = entry->event.event_id;
		journal_mark(m->journal, &id, JOURNAL_HELD, 0, reason);
	}
	refold(m);
	message_warn(&m->app->message, _("%zu Ereignisse sind zurückgestellt (%s): H zeigt sie und fragt."),
	             meeting_held(m), reason);
}

/* ---- comparison ---- */

/* Somebody's event after base that is not of this journal; who, or NULL. Pens are nobody's facts. */
static const char *others_since(const struct meeting *m, int64_t base)
{
	const struct sitting *s = &m->table->sitting;
	for (size_t i = s->events.len; i-- > 0;) {
		const struct ledger_event *e = &(*(struct sitting_event **)vec_at(&s->events, i))->event;
		if (e->seq > base && e->kind != LEDGER_PEN && !journal_has(m->journal, &e->event_id))
			return e->author ? e->author : "?";
	}
	return NULL;
}

static bool server_has(const struct meeting *m, const struct id *event_id, int64_t *seq)
{
	const struct sitting_event *se = sitting_event(&m->table->sitting, event_id);
	*seq = se ? se->event.seq : 0;
	return *seq > 0;
}

/* Marks move entries to other places: the ids are taken first. Returns how many are sent again. */
static size_t settle_entries(struct meeting *m)
{
	const struct vec *entries = journal_entries(m->journal);
	size_t again = 0, count = entries->len;
	for (size_t i = 0; i < count; i++) {
		const struct journal_entry *entry = vec_at(entries, i);
		struct id id = entry->event.event_id;
		int64_t seq;
		bool there = server_has(m, &id, &seq);
		if (entry->state == JOURNAL_CONFIRMED && !there) {
			journal_mark(m->journal, &id, JOURNAL_WAITING, 0, NULL);
			again++;
		} else if ((entry->state == JOURNAL_WAITING || entry->state == JOURNAL_HELD) && there) {
			journal_mark(m->journal, &id, JOURNAL_CONFIRMED, seq, NULL);
		}
	}
	return again;
}

void meeting_compare(struct meeting *m)
{
	if (m->compared || !m->journal || m->asking_pen)
		return;
	if (m->barred || table_is_hidden(m->table))
		return; /* another account's journal on this machine: what it may not read is not missing, what it may not write is not its to hold */
	m->compared = true;
	size_t again = settle_entries(m);
	const struct journal_entry *first = journal_first(m->journal, JOURNAL_WAITING);
	const char *other = first && m->table->link.pen ? others_since(m, first->base) : NULL;
	char *reason = NULL;
	if (first && !m->table->link.pen)
		reason = m->table->link.pen_holder ? str_format(_("der Stift liegt bei %s"), m->table->link.pen_holder)
		                                   : mem_strdup(_("der Stift liegt nicht hier"));
	else if (other)
		reason = str_format(_("inzwischen hat %s eingetragen"), other);
	if (reason)
		hold_waiting(m, reason);
	else if (again > 0) {
		refold(m);
		message_info(&m->app->message, _("%zu Ereignisse hatte dieser Server noch nicht; sie werden nachgetragen."), again);
	}
	free(reason);
}

/* ---- the pen ---- */

static void pen_answer(void *context, const struct rowset *rows, const struct err *err)
{
	struct meeting *m = context;
	struct table_link *link = &m->table->link;
	m->asking_pen = false;
	if (err && sqlstate_is_connection(err->code)) {
		if (!m->ready)
			meeting_ready(m);
		return; /* nobody said that the pen is gone: the clerk goes on, it is asked again when the connection is back */
	}
	m->barred = err && (strcmp(err->code, "RT003") == 0 || strncmp(err->code, "42", 2) == 0);
	link->pen = !err && rows->rows > 0 && rowset_bool(rows, 0, "mine");
	mem_replace(&link->pen_holder, !err && rows->rows > 0 && !link->pen ? rowset_named(rows, 0, "holder") : NULL);
	m->compared = false;
	if (err && m->wants_pen)
		message_error_copy(&m->app->message, err);
	else if (m->wants_pen && !link->pen)
		table_ask_pen(m->table);
	m->wants_pen = false;
	meeting_fetch(m, false);
}

void meeting_ask_pen(struct meeting *m, bool force)
{
	const char *params[] = { m->id_text, journal_client(m->journal)->text, force ? "t" : "f" };
	m->asking_pen = true;
	app_send(m->app, "take_pen", params, pen_answer, m);
}

static void lose_pen(struct meeting *m, const char *holder)
{
	struct str reason = { 0 };
	if (!m->table->link.pen)
		return;
	m->table->link.pen = false;
	mem_replace(&m->table->link.pen_holder, holder);
	if (holder)
		str_addf(&reason, _("%s hat den Stift übernommen"), holder);
	else
		str_add(&reason, _("der Stift wurde übernommen"));
	if (meeting_unsaved(m) > 0)
		hold_waiting(m, str_text(&reason));
	else
		message_warn(&m->app->message, _("%s: dieses Terminal liest nur noch mit."), str_text(&reason));
	str_clear(&reason);
}

/* Who took it last, by the ledger; NULL: it does not say. */
static const char *last_taker(const struct sitting *s)
{
	for (size_t i = s->events.len; i-- > 0;) {
		const struct ledger_event *e = &(*(struct sitting_event **)vec_at(&s->events, i))->event;
		if (e->kind == LEDGER_PEN)
			return e->author;
	}
	return NULL;
}

static void pen_kept(void *context, const struct rowset *rows, const struct err *err)
{
	struct meeting *m = context;
	if (!err && rows->rows > 0 && !rowset_bool(rows, 0, "mine"))
		lose_pen(m, last_taker(&m->table->sitting));
}

void meeting_check_pen(struct meeting *m)
{
	const char *params[] = { m->id_text, journal_client(m->journal)->text };
	m->seconds = 0;
	app_send(m->app, "keep_pen", params, pen_kept, m);
}

void meeting_keep_pen(struct meeting *m)
{
	if (m->pause > 0 && --m->pause == 0)
		meeting_deliver(m);
	if (!m->ready || !m->table->link.pen || db_state(m->app->db) != DB_READY || ++m->seconds < KEEP_PEN_SECONDS)
		return;
	meeting_check_pen(m);
}

/* ---- delivery ---- */

/* The server cannot take it: this one and what was built on it are held, the reason with the first. */
static void refused(struct meeting *m, const struct err *err)
{
	const struct journal_entry *first = journal_first(m->journal, JOURNAL_WAITING);
	if (first) {
		struct id id = first->event.event_id;
		journal_mark(m->journal, &id, JOURNAL_HELD, 0, err->what);
		refold(m);
		hold_waiting(m, _("folgt auf ein abgelehntes"));
	}
	message_error_copy(&m->app->message, err);
}

static void not_delivered(struct meeting *m, const struct err *err)
{
	if (sqlstate_is_connection(err->code))
		return; /* sent again when the connection is back */
	if (sqlstate_is_passing(err->code)) {
		m->pause = PAUSE_SECONDS;
		message_error_copy(&m->app->message, err);
		meeting_update_link(m);
	} else if (strcmp(err->code, "RT001") == 0) {
		m->table->link.pen = false;
		meeting_ask_pen(m, false); /* whose is it now? */
	} else {
		refused(m, err);
		meeting_fetch(m, false);
	}
}

static void delivered(void *context, const struct rowset *rows, const struct err *err)
{
	struct meeting *m = context;
	m->sending = false;
	if (err) {
		not_delivered(m, err);
		return;
	}
	struct id id;
	int64_t seq = rowset_int(rows, 0, "seq");
	if (id_parse(rowset_text(rows, 0, "event_id"), &id)) {
		journal_mark(m->journal, &id, JOURNAL_CONFIRMED, seq, NULL);
		sitting_confirm(&m->table->sitting, &id, seq, db_user(m->app->db));
	}
	if (seq == m->last_seq + 1)
		m->last_seq = seq;
	meeting_update_link(m);
	meeting_deliver(m);
}

void meeting_deliver(struct meeting *m)
{
	if (!m->journal || !m->ready || !m->compared || m->sending || m->pause > 0 || !m->table->link.pen ||
	    db_state(m->app->db) != DB_READY)
		return;
	const struct journal_entry *entry = journal_first(m->journal, JOURNAL_WAITING);
	if (!entry)
		return;
	char **fields = ledger_to_params(&entry->event);
	const char *params[FIELD_COUNT + 1];
	memcpy(params, fields, FIELD_COUNT * sizeof(*params));
	params[FIELD_COUNT] = journal_client(m->journal)->text;
	m->sending = true;
	app_send(m->app, "append_event", params, delivered, m);
	ledger_params_free(&fields);
}

bool meeting_record(void *context, const struct ledger_event *event, struct err *err)
{
	struct meeting *m = context;
	if (!m->journal)
		return err_set(err, "%s", _("ohne Sitzungsjournal wird nichts festgehalten"));
	if (!journal_append(m->journal, event, m->last_seq, err))
		return false;
	/* Written while the pen went away: kept, but not a fact. */
	if (!m->table->link.pen)
		journal_mark(m->journal, &event->event_id, JOURNAL_HELD, 0, _("der Stift lag nicht mehr hier"));
	meeting_deliver(m);
	return true;
}

void meeting_decide(struct meeting *m, const struct id *event_id, bool enter)
{
	journal_mark(m->journal, event_id, enter ? JOURNAL_WAITING : JOURNAL_DISCARDED, 0, NULL);
	meeting_deliver(m);
}
