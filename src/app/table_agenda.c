/*
 * Changing the agenda in the meeting. See table.h.
 *
 * Numbers stay as they were invited; the order of discussion is kept beside
 * them. Agenda mode shows the whole agenda; its letters change it, and all
 * others are handed on, so that voting works here too.
 */
#include "app/table.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "domain/agenda_number.h"

#include <stdlib.h>
#include <string.h>

static unsigned act_agenda(struct table *t)
{
	t->mode = TABLE_AGENDA;
	message_info(t->message, "%s",
	             _("Tagesordnung: a Punkt aufnehmen  d absetzen  x zurückgezogen  m bewegen  ö öffentlich/nichtöffentlich  Esc fertig"));
	return SCREEN_HANDLED;
}

/* ---- an urgent item: added, then its urgency is voted on ---- */

/* The number behind the highest of the part. */
static char *next_number(const struct table *t, bool public)
{
	int32_t highest = 0;
	for (size_t i = 0; i < t->sitting.items.len; i++) {
		const struct sitting_item *it = sitting_item(&t->sitting, i);
		struct agenda_number n;
		if (it->public == public && agenda_number_parse(it->number, &n, NULL) && n.parts[0] > highest)
			highest = n.parts[0];
	}
	return str_format("%d", (int)highest + 1);
}

static bool accept_add(struct table *t, const char *text)
{
	struct ledger_event e;
	if (!*text)
		return true;
	const char *comma = strstr(text, " / ");
	table_event(t, &e, LEDGER_ITEM_ADD);
	e.item_id = id_new();
	e.flag = t->sitting.public_part ? LEDGER_TRUE : LEDGER_FALSE;
	e.number = next_number(t, t->sitting.public_part);
	e.text = comma ? mem_strndup(text, (size_t)(comma - text)) : mem_strdup(text);
	e.note = comma ? mem_strdup(comma + 3) : NULL;
	struct id added = e.item_id;
	if (!table_record(t, &e))
		return false;
	table_clear_subject(t);
	t->subject.slot = "urgency";
	t->subject.item = sitting_find_item(&t->sitting, &added);
	t->subject.text = mem_strdup(sitting_item(&t->sitting, t->subject.item)->title);
	table_command_mode(t);
	message_info(t->message, _("TOP %s aufgenommen. Jetzt die Abstimmung über die Dringlichkeit (e, n3, ...)."),
	             sitting_item(&t->sitting, t->subject.item)->number);
	return true;
}

static const struct table_prompt add_prompt = { N_("Neuer Punkt: Titel / Grund"), accept_add, NULL, false };

static unsigned act_add(struct table *t)
{
	table_open_prompt(t, &add_prompt, "");
	return SCREEN_HANDLED;
}

/* ---- taken off, moved, switched ---- */

static bool item_event(struct table *t, enum ledger_kind kind, struct ledger_event *e)
{
	size_t item = table_cursor_item(t);
	if (item == SITTING_NONE)
		return false;
	table_event(t, e, kind);
	e->item_id = sitting_item(&t->sitting, item)->item_id;
	return true;
}

static bool accept_withdraw(struct table *t, const char *text)
{
	struct ledger_event e;
	if (!item_event(t, LEDGER_ITEM_WITHDRAW, &e))
		return true;
	e.note = *text ? mem_strdup(text) : NULL;
	return table_record(t, &e);
}

static const struct table_prompt withdraw_prompt = { N_("Absetzen, Grund (Enter: ohne)"), accept_withdraw, NULL, false };

static unsigned act_take_off(struct table *t)
{
	if (table_cursor_item(t) != SITTING_NONE)
		table_open_prompt(t, &withdraw_prompt, "");
	return SCREEN_HANDLED;
}

static unsigned act_switch(struct table *t)
{
	size_t item = table_cursor_item(t);
	if (item == SITTING_NONE)
		return SCREEN_BELL;
	table_clear_subject(t);
	t->subject.slot = "public";
	t->subject.item = item;
	t->subject.text = mem_strdup(sitting_item(&t->sitting, item)->public ? _("nichtöffentlich beraten")
	                                                                     : _("öffentlich beraten"));
	table_command_mode(t);
	message_info(t->message, _("TOP %s: jetzt die Abstimmung über die Öffentlichkeit (e, n3, ...)."),
	             sitting_item(&t->sitting, item)->number);
	return SCREEN_HANDLED;
}

/* m takes the item up, m or Enter puts it behind the item under the cursor; Home puts it first. */
static unsigned move_item(struct table *t, bool first)
{
	struct ledger_event e;
	size_t item = table_cursor_item(t);
	if (t->moving == SITTING_NONE) {
		t->moving = item;
		message_info(t->message, "%s", _("Ziel suchen, Enter: dahinter einfügen, Pos1: an den Anfang, Esc: nicht bewegen"));
		return SCREEN_HANDLED;
	}
	size_t moved = t->moving;
	t->moving = SITTING_NONE;
	if (item == moved || item == SITTING_NONE)
		return SCREEN_HANDLED;
	table_event(t, &e, LEDGER_ITEM_MOVE);
	e.item_id = sitting_item(&t->sitting, moved)->item_id;
	e.slot = mem_strdup(first ? "" : sitting_item(&t->sitting, item)->item_id.text);
	table_record(t, &e);
	return SCREEN_HANDLED;
}

static unsigned act_withdrawn_item(struct table *t)
{
	struct ledger_event e;
	if (item_event(t, LEDGER_RESULT, &e)) {
		e.outcome = mem_strdup("withdrawn");
		table_record(t, &e);
	}
	return SCREEN_HANDLED;
}

static unsigned change_key(struct table *t, char32_t key)
{
	switch (key) {
	case 'a':
		return act_add(t);
	case 'd':
		return act_take_off(t);
	case 'x':
		return act_withdrawn_item(t);
	case 'm':
		return move_item(t, false);
	case 0xF6: /* ö */
	case '%':
		return act_switch(t);
	default:
		return SCREEN_BELL;
	}
}

static bool is_moving_key(char32_t key)
{
	return key == K_UP || key == K_DOWN || key == K_PAGE_UP || key == K_PAGE_DOWN;
}

unsigned table_agenda_key(struct table *t, char32_t key)
{
	message_hide(t->message);
	if (is_moving_key(key)) {
		const struct screen_key *k = screen_find_key(t->screen, key);
		const struct table_action *action = k ? table_action_find(k->action) : NULL;
		return action ? action->run(t) : SCREEN_BELL;
	}
	if (t->moving != SITTING_NONE && (key == K_ENTER || key == K_HOME))
		return move_item(t, key == K_HOME);
	if (key == K_ESC) {
		table_command_mode(t);
		return SCREEN_HANDLED;
	}
	if (!t->link.pen) {
		message_warn(t->message, "%s", _("Dieses Terminal liest nur mit. P nimmt den Stift."));
		return SCREEN_HANDLED | SCREEN_BELL;
	}
	return change_key(t, key) | SCREEN_HANDLED;
}

const struct table_action table_agenda_actions[] = {
	{ "table_agenda", act_agenda, false, N_("Tagesordnung ändern: aufnehmen, absetzen, bewegen, öffentlich/nichtöffentlich.") },
	{ NULL, NULL, false, NULL },
};
