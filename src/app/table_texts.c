/*
 * Texts at the meeting table: resolution, course of the debate, verbatim
 * statements, amendments, tasks, the sentence of a result. See table.h.
 *
 * A text is written in the editor and recorded when it is left, and every
 * AUTOSAVE_TICKS seconds while it is written: each recording is an event, the
 * last one counts, the others are the history.
 */
#include "app/table.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "domain/wording.h"

#include <stdlib.h>
#include <string.h>

#define AUTOSAVE_TICKS 10

/* ---- the editor ---- */

static void edit_text(struct table *t, const char *slot, size_t item, int64_t person)
{
	const char *now = strcmp(slot, "resolution") == 0 ? sitting_resolution(&t->sitting, item)
	                                                  : sitting_text(&t->sitting, item, slot, person);
	t->slot = slot;
	t->text_item = item;
	t->person = person;
	t->text_ticks = 0;
	editor_set_text(t->editor, now ? now : "");
	editor_move_end(t->editor);
	t->mode = TABLE_TEXT;
	message_hide(t->message);
}

static const char *const writable_slots[] = { "resolution", "course", "verbatim", "closing", "amendment" };

/* The name of the slot that outlives the call; NULL: no text of that name is written here. */
static const char *slot_name(const char *slot)
{
	for (size_t i = 0; i < sizeof(writable_slots) / sizeof(*writable_slots); i++)
		if (strcmp(slot, writable_slots[i]) == 0)
			return writable_slots[i];
	return NULL;
}

bool table_write_text(struct table *t, const char *slot, size_t item, int64_t person, int64_t organization, const char *base,
                      const char *text)
{
	const char *name = slot_name(slot);
	bool of_meeting = name && strcmp(name, "closing") == 0;
	if (!name || of_meeting != (item == SITTING_NONE))
		return false;
	const char *now = sitting_text(&t->sitting, item, name, person);
	if (strcmp(now ? now : "", base) != 0 && strcmp(now ? now : "", text) != 0)
		return false;
	edit_text(t, name, item, person);
	t->organization = organization;
	if (strcmp(name, "amendment") == 0)
		editor_set_text(t->editor, "");
	if (strcmp(editor_text(t->editor), text) != 0)
		editor_replace(t->editor, text);
	editor_move_end(t->editor);
	return true;
}

/* What is in the editor becomes an event; unchanged text does not. */
static bool record_text(struct table *t)
{
	struct ledger_event e;
	if (!editor_is_changed(t->editor))
		return true;
	bool amendment = strcmp(t->slot, "amendment") == 0;
	table_event(t, &e, amendment ? LEDGER_AMENDMENT : LEDGER_TEXT);
	if (t->text_item != SITTING_NONE)
		e.item_id = sitting_item(&t->sitting, t->text_item)->item_id;
	e.text = mem_strdup(editor_text(t->editor));
	e.person_id = t->person;
	if (amendment) {
		struct vec list = VEC_OF(size_t);
		sitting_amendments(&t->sitting, t->text_item, &list);
		e.organization_id = t->organization;
		e.number = str_format("%zu", list.len + 1);
		vec_clear(&list);
	} else {
		e.slot = mem_strdup(t->slot);
	}
	if (!table_record(t, &e))
		return false;
	editor_mark_saved(t->editor);
	t->text_ticks = 0;
	return true;
}

void table_leave_text(struct table *t)
{
	if (t->text_below) {
		t->text_below = false;
		t->mode = TABLE_TEXT;
	}
	if (t->mode != TABLE_TEXT)
		return;
	if (record_text(t))
		table_command_mode(t);
}

void table_keep_text(struct table *t)
{
	bool writing = t->mode == TABLE_TEXT || t->text_below;
	if (writing && strcmp(t->slot, "amendment") != 0)
		record_text(t);
}

/* An amendment is one event and is not rewritten by the autosave; without the pen each text would be held: the draft keeps it. */
static void autosave(struct table *t)
{
	if (strcmp(t->slot, "amendment") == 0 || !t->link.pen || !editor_is_changed(t->editor))
		return;
	if (++t->text_ticks >= AUTOSAVE_TICKS)
		record_text(t);
}

unsigned table_text_event(struct table *t, const struct event *e)
{
	if (e->type == EVENT_TICK) {
		autosave(t);
		return SCREEN_HANDLED;
	}
	if (e->type == EVENT_KEY && e->key >= K_F1 && e->key <= K_F12) {
		const struct screen_key *k = screen_find_key(t->screen, e->key);
		const struct table_action *action = k ? table_action_find(k->action) : NULL;
		return action ? action->run(t) | SCREEN_HANDLED : SCREEN_BELL;
	}
	unsigned result = editor_event(t->editor, e);
	if (result & (SCREEN_CANCEL | SCREEN_SAVE))
		table_leave_text(t);
	if (result & SCREEN_EDITOR) {
		t->action = "table_editor";
		return SCREEN_ACTION;
	}
	return SCREEN_HANDLED;
}

static size_t text_target(struct table *t)
{
	size_t item = t->sitting.current;
	if (item == SITTING_NONE || t->cursor_free)
		item = table_cursor_item(t);
	return item;
}

static unsigned act_resolution(struct table *t)
{
	size_t item = text_target(t);
	if (item != SITTING_NONE)
		edit_text(t, "resolution", item, 0);
	return SCREEN_HANDLED;
}

static unsigned act_course(struct table *t)
{
	size_t item = text_target(t);
	if (item != SITTING_NONE)
		edit_text(t, "course", item, 0);
	return SCREEN_HANDLED;
}

static unsigned act_closing(struct table *t)
{
	edit_text(t, "closing", SITTING_NONE, 0);
	return SCREEN_HANDLED;
}

/* ---- verbatim statements and amendments: first who, then the wording ---- */

static unsigned hint_name(const struct table *t, const char *text, struct str *out)
{
	struct name_match match;
	if (!*text)
		return ATTR_NONE;
	name_match_find(&t->setup, text, NULL, NULL, &match);
	for (size_t i = 0; i < match.count; i++) {
		if (match.count > 1)
			str_addf(out, "%zu %s  ", i + 1, match.persons[i]->name);
		else
			str_add(out, match.persons[i]->name);
	}
	return match.count == 1 ? ATTR_BOLD : ATTR_NONE;
}

static bool accept_verbatim(struct table *t, const char *text)
{
	int64_t person = table_find_person(t, text);
	if (!person)
		return false;
	edit_text(t, "verbatim", text_target(t), person);
	return true;
}

static const struct table_prompt verbatim_prompt = { N_("wörtlich von"), accept_verbatim, hint_name, true };

static unsigned act_verbatim(struct table *t)
{
	if (table_needs_item(t))
		table_open_prompt(t, &verbatim_prompt, "");
	return SCREEN_HANDLED;
}

/* The group by the beginning of its short name. */
static int64_t find_group(const struct table *t, const char *text)
{
	for (size_t i = 0; i < t->sitting.groups.len && *text; i++) {
		const struct sitting_group *g = vec_at(&t->sitting.groups, i);
		if (g->short_name && strncasecmp(g->short_name, text, strlen(text)) == 0)
			return g->group_id;
	}
	return 0;
}

static bool accept_amendment(struct table *t, const char *text)
{
	t->organization = find_group(t, text);
	int64_t person = t->organization || !*text ? 0 : table_find_person(t, text);
	if (!t->organization && !person && *text)
		return false;
	edit_text(t, "course", t->sitting.current, 0);
	t->slot = "amendment";
	t->person = person;
	editor_set_text(t->editor, "");
	return true;
}

static unsigned hint_amendment(const struct table *t, const char *text, struct str *out)
{
	int64_t group = find_group(t, text);
	for (size_t i = 0; i < t->sitting.groups.len && group; i++) {
		const struct sitting_group *g = vec_at(&t->sitting.groups, i);
		if (g->group_id == group)
			str_add(out, g->name);
	}
	if (!*text)
		str_add(out, _("Fraktion oder Name, dann der Wortlaut"));
	return group ? ATTR_BOLD : hint_name(t, text, out);
}

static const struct table_prompt amendment_prompt = { N_("Änderungsantrag von"), accept_amendment, hint_amendment, true };

static unsigned act_amendment(struct table *t)
{
	if (t->sitting.current == SITTING_NONE)
		table_needs_item(t);
	else
		table_open_prompt(t, &amendment_prompt, "");
	return SCREEN_HANDLED;
}

/* ---- tasks: "office date text" ---- */

static char *take_word(const char **text)
{
	size_t n = strcspn(*text, " ");
	char *word = mem_strndup(*text, n);
	*text += n + strspn(*text + n, " ");
	return word;
}

static bool accept_task(struct table *t, const char *text)
{
	struct ledger_event e;
	int32_t due = DATE_NONE;
	const char *rest = text;
	if (!*text)
		return true;
	char *office = take_word(&rest);
	const char *after_office = rest;
	char *day = take_word(&rest);
	if (!*day || !date_parse(day, date_today(), &due))
		rest = after_office;
	free(day);
	if (!*rest) {
		message_warn(t->message, "%s", _("Amt, Datum (wenn eines gilt) und Text: Bauamt 30.11. Radweg prüfen"));
		free(office);
		return false;
	}
	table_event(t, &e, LEDGER_TASK);
	if (table_item(t) != SITTING_NONE)
		e.item_id = sitting_item(&t->sitting, table_item(t))->item_id;
	e.number = office;
	e.due = due;
	e.text = mem_strdup(rest);
	return table_record(t, &e);
}

static unsigned hint_task(const struct table *t, const char *text, struct str *out)
{
	size_t n = strcspn(text, " ");
	if (text[n])
		return ATTR_NONE;
	for (size_t i = 0; i < t->setup.offices.len; i++) {
		const char *office = *(char **)vec_at(&t->setup.offices, i);
		if (strncasecmp(office, text, n) == 0)
			str_addf(out, "%s  ", office);
	}
	return ATTR_NONE;
}

static const struct table_prompt task_prompt = { N_("Auftrag: Amt Datum Text"), accept_task, hint_task, false };

static unsigned act_task(struct table *t)
{
	table_open_prompt(t, &task_prompt, "");
	return SCREEN_HANDLED;
}

/* ---- the sentence of a result, overridden with a reason ---- */

static const struct sitting_vote *last_vote(const struct table *t, size_t item)
{
	for (size_t i = t->sitting.votes.len; i-- > 0;) {
		const struct sitting_vote *v = sitting_vote(&t->sitting, i);
		if (v->item == item)
			return v;
	}
	return NULL;
}

static bool accept_wording_reason(struct table *t, const char *text)
{
	const struct sitting_vote *vote = last_vote(t, table_item(t));
	struct ledger_event e;
	if (!*text || !vote) {
		message_warn(t->message, "%s", _("Ein abweichender Satz braucht einen Grund. Esc verwirft."));
		return false;
	}
	table_event(t, &e, LEDGER_WORDING);
	e.item_id = vote->event->item_id;
	e.ref_event_id = vote->event->event_id;
	e.text = mem_strdup(str_text(&t->kept));
	e.note = mem_strdup(text);
	return table_record(t, &e);
}

static const struct table_prompt wording_reason_prompt = { N_("Grund für den anderen Satz"), accept_wording_reason, NULL,
	                                                   false };

static bool accept_wording(struct table *t, const char *text)
{
	str_set(&t->kept, text);
	table_open_prompt(t, &wording_reason_prompt, "");
	return true;
}

static const struct table_prompt wording_prompt = { N_("Ergebnis"), accept_wording, NULL, false };

static unsigned act_wording(struct table *t)
{
	size_t item = table_item(t);
	const struct sitting_vote *vote = item == SITTING_NONE ? NULL : last_vote(t, item);
	struct str now = { 0 };
	if (!vote) {
		message_warn(t->message, "%s", _("Zu diesem Punkt ist noch nicht abgestimmt."));
		return SCREEN_BELL;
	}
	wording_vote(&now, &t->sitting, vote);
	table_open_prompt(t, &wording_prompt, str_text(&now));
	str_clear(&now);
	return SCREEN_HANDLED;
}

/* ---- coming and going, one key in both modes ---- */

static bool accept_come_go(struct table *t, const char *text)
{
	struct ledger_event e;
	int64_t person = table_find_person(t, text);
	if (!person)
		return false;
	size_t member = sitting_find_member(&t->sitting, person);
	bool here = member != SITTING_NONE && sitting_member(&t->sitting, member)->present;
	table_event(t, &e, here ? LEDGER_DEPART : LEDGER_ARRIVE);
	e.person_id = person;
	if (t->sitting.current != SITTING_NONE)
		e.item_id = sitting_item(&t->sitting, t->sitting.current)->item_id;
	return table_record(t, &e);
}

static const struct table_prompt come_go_prompt = { N_("kommt oder geht"), accept_come_go, hint_name, true };

static unsigned act_come_go(struct table *t)
{
	t->text_below = t->mode == TABLE_TEXT;
	table_open_prompt(t, &come_go_prompt, "");
	return SCREEN_HANDLED;
}

const struct table_action table_text_actions[] = {
	{ "table_resolution", act_resolution, true, N_("Beschlusstext ändern; der Unterschied zum Vorschlag bleibt sichtbar.") },
	{ "table_course", act_course, true, N_("Verlauf der Beratung schreiben.") },
	{ "table_closing", act_closing, true, N_("Schlusstext der Niederschrift schreiben.") },
	{ "table_verbatim", act_verbatim, true, N_("Wörtliche Erklärung: erst wer, dann der Wortlaut.") },
	{ "table_amendment", act_amendment, true, N_("Änderungsantrag: erst von wem, dann der Wortlaut; er wird vor dem Antrag abgestimmt.") },
	{ "table_task", act_task, true, N_("Zusage oder Auftrag: Amt, Datum, Text.") },
	{ "table_wording", act_wording, true, N_("Ergebnissatz mit Grund überschreiben.") },
	{ "table_come_go", act_come_go, true, N_("Jemand kommt oder geht: dieselbe Taste beim Schreiben und beim Abstimmen.") },
	{ NULL, NULL, false, NULL },
};
