/* The course of the meeting: opening, items, pauses, parts, undo, search. See table.h. */
#include "app/table.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "domain/wording.h"

#include <stdlib.h>
#include <string.h>

/* ---- opening and closing ---- */

/* Everyone invited is here unless said otherwise; substitutes and advisers come by a key. */
static void open_meeting(struct table *t)
{
	const struct sitting *s = &t->sitting;
	struct ledger_event e;
	struct vec persons = VEC_OF(int64_t);
	table_event(t, &e, LEDGER_OPEN);
	for (size_t i = 0; i < s->members.len; i++) {
		const struct sitting_member *m = sitting_member(s, i);
		if (m->announced_absent || m->replaced_by || (m->person->kind == SETUP_SUBSTITUTE && !m->sits_for))
			continue;
		vec_push(&persons, &m->person->person_id);
		if (m->person->chair)
			e.person_id = m->person->person_id;
	}
	ledger_set_persons(&e, persons.data, persons.len);
	vec_clear(&persons);
	e.legal = t->setup.legal;
	table_record(t, &e);
}

static bool call_item(struct table *t, size_t item)
{
	const struct sitting_item *it = sitting_item(&t->sitting, item);
	struct ledger_event e;
	if (item == t->sitting.current) {
		message_info(t->message, _("TOP %s ist schon aufgerufen."), it->number);
		t->cursor_free = false;
		return true;
	}
	if (it->public != t->sitting.public_part && it->invited) {
		message_warn(t->message, it->public ? _("TOP %s gehört zum öffentlichen Teil: zuerst ö.")
		                                    : _("TOP %s ist nichtöffentlich: zuerst ö."), it->number);
		return false;
	}
	table_event(t, &e, LEDGER_ITEM_CALL);
	e.item_id = it->item_id;
	if (it->calls > 0)
		e.flag = LEDGER_TRUE;
	t->cursor_free = false;
	table_clear_subject(t);
	return table_record(t, &e);
}

static unsigned act_next(struct table *t)
{
	const struct sitting *s = &t->sitting;
	if (s->state == SITTING_PLANNED) {
		open_meeting(t);
		return SCREEN_HANDLED;
	}
	size_t item = t->cursor_free ? table_cursor_item(t) : sitting_next_item(s, true);
	if (item == SITTING_NONE) {
		message_warn(t->message, "%s", sitting_next_item(s, false) == SITTING_NONE
		                                   ? _("Kein weiterer Punkt. Z schließt die Sitzung.")
		                                   : _("In diesem Teil ist kein Punkt mehr offen: ö wechselt, Z schließt."));
		return SCREEN_HANDLED;
	}
	call_item(t, item);
	return SCREEN_HANDLED;
}

static bool accept_goto(struct table *t, const char *text)
{
	size_t item = sitting_find_number(&t->sitting, text);
	if (item == SITTING_NONE) {
		message_warn(t->message, _("Es gibt keinen TOP „%s“."), text);
		return false;
	}
	return call_item(t, item);
}

static unsigned hint_goto(const struct table *t, const char *text, struct str *out)
{
	size_t item = sitting_find_number(&t->sitting, text);
	if (item == SITTING_NONE)
		return ATTR_NONE;
	str_add(out, sitting_item(&t->sitting, item)->title);
	return ATTR_NONE;
}

static const struct table_prompt goto_prompt = { N_("TOP"), accept_goto, hint_goto, false };

static unsigned act_goto(struct table *t)
{
	table_open_prompt(t, &goto_prompt, "");
	return SCREEN_HANDLED;
}

static unsigned act_end_item(struct table *t)
{
	struct ledger_event e;
	if (!table_needs_item(t))
		return SCREEN_HANDLED;
	table_event(t, &e, LEDGER_ITEM_END);
	e.item_id = sitting_item(&t->sitting, table_item(t))->item_id;
	table_record(t, &e);
	return SCREEN_HANDLED;
}

static unsigned act_pause(struct table *t)
{
	struct ledger_event e;
	table_event(t, &e, t->sitting.state == SITTING_PAUSED ? LEDGER_RESUME : LEDGER_PAUSE);
	table_record(t, &e);
	return SCREEN_HANDLED;
}

/* A confirmation is a prompt that only Enter, without text, accepts. */
static bool accept_close(struct table *t, const char *text)
{
	struct ledger_event e;
	(void)text;
	table_event(t, &e, LEDGER_CLOSE);
	if (!table_record(t, &e))
		return true;
	table_command_mode(t);
	t->then = "show_overview";
	return true;
}

static unsigned hint_close(const struct table *t, const char *text, struct str *out)
{
	size_t open = 0, marks = 0;
	(void)text;
	for (size_t i = 0; i < t->sitting.items.len; i++) {
		const struct sitting_item *it = sitting_item(&t->sitting, i);
		open += it->state == ITEM_WAITING;
		marks += it->marked;
	}
	str_add(out, _("Enter schließt, Esc bricht ab"));
	if (open > 0)
		str_addf(out, "   ! %zu %s", open, _("nicht aufgerufen"));
	if (marks > 0)
		str_addf(out, "   ! %zu %s", marks, _("später fertig"));
	return open || marks ? ATTR_BOLD | ATTR_YELLOW : ATTR_NONE;
}

static const struct table_prompt close_prompt = { N_("Sitzung schließen?"), accept_close, hint_close, false };

static unsigned act_close(struct table *t)
{
	table_open_prompt(t, &close_prompt, "");
	return SCREEN_HANDLED;
}

static bool accept_part(struct table *t, const char *text)
{
	struct ledger_event e;
	(void)text;
	table_event(t, &e, LEDGER_PART);
	e.flag = t->sitting.public_part ? LEDGER_FALSE : LEDGER_TRUE;
	table_record(t, &e);
	return true;
}

static unsigned hint_part(const struct table *t, const char *text, struct str *out)
{
	(void)text;
	str_add(out, t->sitting.public_part ? _("Enter beginnt den nichtöffentlichen Teil, Esc bricht ab")
	                                    : _("Enter beginnt den öffentlichen Teil, Esc bricht ab"));
	return ATTR_BOLD;
}

static const struct table_prompt part_prompt = { N_("Öffentlichkeit"), accept_part, hint_part, false };

static unsigned act_part(struct table *t)
{
	table_open_prompt(t, &part_prompt, "");
	return SCREEN_HANDLED;
}

/* ---- time, marks, undo ---- */

static bool accept_time(struct table *t, const char *text)
{
	struct str name = { 0 };
	int64_t at = MOMENT_NONE;
	char *padded = str_format("x %s", text);
	name_match_split(padded, table_day(t), &name, &at);
	free(padded);
	str_clear(&name);
	if (*text && at == MOMENT_NONE) {
		message_warn(t->message, _("„%s“ ist keine Uhrzeit (1842 oder 18:42)."), text);
		return false;
	}
	t->at = at;
	return true;
}

static const struct table_prompt time_prompt = { N_("Uhrzeit für das nächste Ereignis"), accept_time, NULL, false };

static unsigned act_time(struct table *t)
{
	table_open_prompt(t, &time_prompt, "");
	return SCREEN_HANDLED;
}

static unsigned act_mark(struct table *t)
{
	struct ledger_event e;
	size_t item = table_item(t);
	if (item == SITTING_NONE)
		return SCREEN_BELL;
	table_event(t, &e, LEDGER_MARK);
	e.item_id = sitting_item(&t->sitting, item)->item_id;
	e.flag = sitting_item(&t->sitting, item)->marked ? LEDGER_FALSE : LEDGER_TRUE;
	table_record(t, &e);
	return SCREEN_HANDLED;
}

static unsigned act_undo(struct table *t)
{
	const struct ledger_event *last = sitting_last_undoable(&t->sitting);
	struct ledger_event e;
	struct str what = { 0 };
	if (!last) {
		message_warn(t->message, "%s", _("Es gibt nichts zurückzunehmen."));
		return SCREEN_BELL;
	}
	sitting_describe(&t->sitting, last, &what);
	table_event(t, &e, LEDGER_UNDO);
	e.ref_event_id = last->event_id;
	if (table_record(t, &e)) {
		t->cursor_free = false;
		message_info(t->message, _("Zurückgenommen: %s"), str_text(&what));
	}
	str_clear(&what);
	return SCREEN_HANDLED;
}

static void describe_all(const struct table *t, struct str *out)
{
	const struct sitting *s = &t->sitting;
	table_describe_held(t, out);
	for (size_t i = s->events.len; i-- > 0;) {
		const struct sitting_event *se = *(struct sitting_event **)vec_at(&s->events, i);
		if (se->event.seq)
			str_addf(out, "%4lld ", (long long)se->event.seq);
		else
			str_add(out, "   ? ");
		str_add(out, se->undone ? "- " : "  ");
		sitting_describe(s, &se->event, out);
		if (se->undone)
			str_addf(out, " (%s)", _("zurückgenommen"));
		if (se->event.author)
			str_addf(out, "  [%s]", se->event.author);
		str_add_char(out, '\n');
	}
}

static unsigned act_events(struct table *t)
{
	struct str out = { 0 };
	describe_all(t, &out);
	t->hooks.show(t->hooks.context, _("Ereignisse der Sitzung, das letzte zuerst"), str_text(&out));
	str_clear(&out);
	return SCREEN_HANDLED;
}

/* ---- the cursor in the agenda ---- */

static unsigned move_cursor(struct table *t, long by)
{
	long last = (long)t->sitting.order.len - 1;
	long at = (long)t->cursor + by;
	t->cursor = last < 0 || at < 0 ? 0 : (size_t)(at > last ? last : at);
	t->cursor_free = table_cursor_item(t) != t->sitting.current;
	return SCREEN_HANDLED;
}

static unsigned act_up(struct table *t)
{
	return move_cursor(t, -1);
}

static unsigned act_down(struct table *t)
{
	return move_cursor(t, 1);
}

static unsigned act_page_up(struct table *t)
{
	return move_cursor(t, -10);
}

static unsigned act_page_down(struct table *t)
{
	return move_cursor(t, 10);
}

/* Back to the open item, marks and everything that was set for the next vote forgotten. */
static unsigned act_reset(struct table *t)
{
	t->cursor_free = false;
	t->at = MOMENT_NONE;
	table_clear_marks(t);
	table_clear_subject(t);
	free(t->rule);
	t->rule = NULL;
	if (t->sitting.current != SITTING_NONE)
		for (size_t i = 0; i < t->sitting.order.len; i++)
			if (*(size_t *)vec_at(&t->sitting.order, i) == t->sitting.current)
				t->cursor = i;
	return SCREEN_HANDLED;
}

static unsigned act_block(struct table *t)
{
	size_t item = table_cursor_item(t);
	if (item == SITTING_NONE)
		return SCREEN_BELL;
	for (size_t i = 0; i < t->marked.len; i++)
		if (*(size_t *)vec_at(&t->marked, i) == item) {
			vec_remove(&t->marked, i);
			return move_cursor(t, 1);
		}
	table_clear_subject(t);
	vec_push(&t->marked, &item);
	return move_cursor(t, 1);
}

static size_t search_item(const struct table *t, const char *text)
{
	char *wanted = text_fold(text);
	size_t found = SITTING_NONE;
	for (size_t i = 1; *wanted && i <= t->sitting.order.len && found == SITTING_NONE; i++) {
		size_t at = (t->cursor + i) % t->sitting.order.len;
		const struct sitting_item *it = sitting_item(&t->sitting, *(size_t *)vec_at(&t->sitting.order, at));
		char *all = str_format("%s %s %s", it->number, it->title, it->invited ? it->invited->reference : "");
		char *folded = text_fold(all);
		if (strstr(folded, wanted))
			found = at;
		free(all);
		free(folded);
	}
	free(wanted);
	return found;
}

static bool accept_search(struct table *t, const char *text)
{
	size_t at = search_item(t, text);
	if (at == SITTING_NONE) {
		message_warn(t->message, _("Nichts gefunden: %s"), text);
		return !*text;
	}
	t->cursor = at;
	t->cursor_free = table_cursor_item(t) != t->sitting.current;
	return true;
}

static unsigned hint_search(const struct table *t, const char *text, struct str *out)
{
	size_t at = search_item(t, text);
	if (at == SITTING_NONE)
		return ATTR_NONE;
	const struct sitting_item *it = sitting_item(&t->sitting, *(size_t *)vec_at(&t->sitting.order, at));
	str_addf(out, _("TOP %s %s"), it->number, it->title);
	return ATTR_NONE;
}

static const struct table_prompt search_prompt = { N_("Suche"), accept_search, hint_search, false };

static unsigned act_search(struct table *t)
{
	table_open_prompt(t, &search_prompt, "");
	return SCREEN_HANDLED;
}

/* ---- pen ---- */

static bool accept_pen(struct table *t, const char *text)
{
	(void)text;
	t->hooks.take_pen(t->hooks.context, true);
	return true;
}

static unsigned hint_pen(const struct table *t, const char *text, struct str *out)
{
	(void)text;
	str_addf(out, _("Enter übernimmt den Stift von %s (steht im Protokoll der Ereignisse)"),
	         t->link.pen_holder ? t->link.pen_holder : "?");
	return ATTR_BOLD;
}

static const struct table_prompt pen_prompt = { N_("Stift übernehmen?"), accept_pen, hint_pen, false };

static unsigned act_pen(struct table *t)
{
	if (t->link.pen)
		message_info(t->message, "%s", _("Der Stift ist hier."));
	else
		t->hooks.take_pen(t->hooks.context, false);
	return SCREEN_HANDLED;
}

void table_ask_pen(struct table *t)
{
	if (t->mode == TABLE_COMMAND)
		table_open_prompt(t, &pen_prompt, "");
}

const struct table_action table_flow_actions[] = {
	{ "table_next", act_next, true, N_("Eröffnet die Sitzung; danach: ruft den nächsten Punkt auf (oder den unter dem Zeiger) und beendet den offenen.") },
	{ "table_goto", act_goto, true, N_("Ruft einen Punkt nach seiner Nummer auf.") },
	{ "table_end_item", act_end_item, true, N_("Beendet den offenen Punkt, ohne einen anderen aufzurufen.") },
	{ "table_pause", act_pause, true, N_("Unterbricht die Sitzung und setzt sie fort.") },
	{ "table_close", act_close, true, N_("Schließt die Sitzung, nach Rückfrage.") },
	{ "table_part", act_part, true, N_("Wechselt zwischen öffentlichem und nichtöffentlichem Teil, nach Rückfrage.") },
	{ "table_time", act_time, true, N_("Setzt die Uhrzeit für das nächste Ereignis.") },
	{ "table_mark", act_mark, true, N_("Merkt den Punkt vor: später fertig schreiben.") },
	{ "table_undo", act_undo, true, N_("Nimmt das letzte Ereignis durch ein weiteres zurück.") },
	{ "table_events", act_events, false, N_("Zeigt alle Ereignisse der Sitzung.") },
	{ "table_up", act_up, false, N_("Zeiger in der Tagesordnung nach oben.") },
	{ "table_down", act_down, false, N_("Zeiger in der Tagesordnung nach unten.") },
	{ "table_page_up", act_page_up, false, N_("Zeiger zehn Punkte nach oben.") },
	{ "table_page_down", act_page_down, false, N_("Zeiger zehn Punkte nach unten.") },
	{ "table_reset", act_reset, false, N_("Zurück zum offenen Punkt; Markierungen und Vorgaben für die nächste Abstimmung verfallen.") },
	{ "table_block", act_block, false, N_("Nimmt den Punkt unter dem Zeiger in die Blockabstimmung auf oder heraus.") },
	{ "table_search", act_search, false, N_("Sucht in der Tagesordnung.") },
	{ "table_release", table_release, true, N_("Gibt den Punkt, Beschluss oder das Ergebnis für den Beamer frei; noch einmal: dunkel.") },
	{ "table_pen", act_pen, false, N_("Nimmt den Stift (das Recht zu schreiben) oder übernimmt ihn.") },
	{ NULL, NULL, false, NULL },
};
