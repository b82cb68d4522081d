/*
 * Events that were held: typed and confirmed here, but not in the ledger,
 * because somebody else took the pen meanwhile or the server refused them. Each
 * is shown with the reason and with whether it could happen now; the clerk
 * enters it after all or decides that it does not count. See table.h.
 */
#include "app/table_words.h"

#include "app/journal.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

#define LINES_EACH 2

/* The i-th event that is held, or NULL. */
static const struct journal_entry *held_entry(const struct table *t, size_t wanted)
{
	const struct vec *entries = t->link.journal ? journal_entries(t->link.journal) : NULL;
	for (size_t i = 0; entries && i < entries->len; i++) {
		const struct journal_entry *entry = vec_at(entries, i);
		if (entry->state == JOURNAL_HELD && wanted-- == 0)
			return entry;
	}
	return NULL;
}

size_t table_held(const struct table *t)
{
	return journal_count(t->link.journal, JOURNAL_HELD);
}

static unsigned act_held(struct table *t)
{
	if (table_held(t) == 0) {
		message_info(t->message, "%s", _("Nichts ist zurückgestellt: alles Festgehaltene steht im Sitzungsbuch oder ist unterwegs."));
		return SCREEN_HANDLED;
	}
	t->mode = TABLE_HELD;
	t->held_at = 0;
	t->sure = (struct id){ "" };
	return SCREEN_HANDLED;
}

/* ---- decisions ---- */

/* What can happen now is folded and leaves; else the message says why it cannot. */
static bool enter(struct table *t, const struct journal_entry *entry)
{
	struct err err = { 0 };
	struct ledger_event e;
	ledger_event_copy(&e, &entry->event);
	bool ok = sitting_check(&t->sitting, &e, &err);
	if (ok)
		table_enter_held(t, &e);
	else
		message_error(t->message, &err);
	ledger_event_clear(&e);
	return ok;
}

/* In their order, until one does not fit any more. */
static void enter_all(struct table *t)
{
	size_t done = 0;
	while (table_held(t) > 0 && enter(t, held_entry(t, 0)))
		done++;
	t->held_at = 0;
	if (table_held(t) == 0)
		message_info(t->message, _("%zu Ereignisse nachgetragen."), done);
}

static void discard(struct table *t, const struct journal_entry *entry)
{
	struct id id = entry->event.event_id;
	if (!id_equal(&id, &t->sure)) {
		t->sure = id;
		message_warn(t->message, "%s", _("Noch einmal x: dieses Ereignis zählt nicht. Es bleibt im Journal dieses Rechners stehen."));
		return;
	}
	t->hooks.decide(t->hooks.context, &id, false);
	message_info(t->message, "%s", _("Verworfen; U führt es weiter auf."));
}

static bool may_enter(struct table *t)
{
	if (t->link.pen)
		return true;
	message_warn(t->message, "%s", _("Zum Nachtragen gehört der Stift: Esc, dann P nimmt ihn."));
	return false;
}

static void decide(struct table *t, char32_t key, const struct journal_entry *entry)
{
	switch (key) {
	case K_UP:
		t->held_at -= t->held_at > 0;
		break;
	case K_DOWN:
		t->held_at += t->held_at + 1 < table_held(t);
		break;
	case K_ENTER:
		if (may_enter(t))
			enter(t, entry);
		break;
	case 'a':
		if (may_enter(t))
			enter_all(t);
		break;
	case 'x':
		discard(t, entry);
		break;
	default:
		message_warn(t->message, "%s", _("Enter nachtragen  a alle der Reihe nach  x verwerfen  Esc später"));
	}
}

unsigned table_held_key(struct table *t, char32_t key)
{
	const struct journal_entry *entry = held_entry(t, t->held_at);
	message_hide(t->message);
	if (key != K_ESC && entry)
		decide(t, key, entry);
	if (key != 'x')
		t->sure = (struct id){ "" };
	if (key == K_ESC || table_held(t) == 0)
		table_command_mode(t);
	else if (t->held_at >= table_held(t))
		t->held_at = table_held(t) - 1;
	return SCREEN_HANDLED;
}

/* ---- pictures ---- */

/* Does it fit now, and why was it held. */
static bool verdict(const struct table *t, const struct journal_entry *entry, struct str *out)
{
	struct err err = { 0 };
	bool fits = sitting_check(&t->sitting, &entry->event, &err);
	if (fits)
		str_add(out, _("passt noch"));
	else
		str_addf(out, _("passt nicht mehr: %s"), err.what);
	if (entry->reason)
		str_addf(out, " · %s", entry->reason);
	err_clear(&err);
	return fits;
}

void table_held_text(const struct table *t, struct str *event, struct str *fits)
{
	const struct journal_entry *entry = held_entry(t, t->held_at);
	if (!entry)
		return;
	sitting_describe(&t->sitting, &entry->event, event);
	verdict(t, entry, fits);
	str_addf(fits, _(", %zu von %zu"), t->held_at + 1, table_held(t));
}

void table_draw_held(const struct table *t, struct canvas *c, struct area a)
{
	struct str line = { 0 };
	size_t page = a.rows > LINES_EACH ? (size_t)(a.rows - 1) / LINES_EACH : 1;
	size_t first = t->held_at / page * page;
	str_addf(&line, _("ZURÜCKGESTELLT, nicht im Sitzungsbuch (%zu)"), table_held(t));
	canvas_field(c, a.row, a.col, a.cols, ATTR_BOLD, str_text(&line));
	for (size_t i = first; i < table_held(t) && i < first + page; i++) {
		const struct journal_entry *entry = held_entry(t, i);
		int row = a.row + 1 + (int)(i - first) * LINES_EACH;
		str_set(&line, i == t->held_at ? "> " : "  ");
		sitting_describe(&t->sitting, &entry->event, &line);
		canvas_field(c, row, a.col, a.cols, i == t->held_at ? ATTR_REVERSE : ATTR_NONE, str_text(&line));
		str_set(&line, "    ");
		bool fits = verdict(t, entry, &line);
		if (row + 1 < a.row + a.rows)
			canvas_field(c, row + 1, a.col, a.cols, fits ? ATTR_DIM : ATTR_RED, str_text(&line));
	}
	str_clear(&line);
}

void table_describe_held(const struct table *t, struct str *out)
{
	const struct vec *entries = t->link.journal ? journal_entries(t->link.journal) : NULL;
	for (size_t i = entries ? entries->len : 0; i-- > 0;) {
		const struct journal_entry *entry = vec_at(entries, i);
		if (entry->state != JOURNAL_HELD && entry->state != JOURNAL_DISCARDED)
			continue;
		str_add(out, "   ! - ");
		sitting_describe(&t->sitting, &entry->event, out);
		str_addf(out, " (%s)\n", entry->state == JOURNAL_HELD ? _("zurückgestellt, nicht im Sitzungsbuch")
		                                                         : _("verworfen, nicht im Sitzungsbuch"));
	}
}

const struct table_action table_held_actions[] = {
	{ "table_held", act_held, false, N_("Zeigt, was zurückgestellt ist (nach einer Übernahme des Stifts, nach einer Ablehnung), und lässt entscheiden.") },
	{ NULL, NULL, false, NULL },
};
