/*
 * Releasing to the projector: what the key B means at this moment, and what
 * the status line says of it. See table.h.
 *
 * A release is an event that says what is shown; the server keeps it as it
 * stood then. What is typed afterwards is not seen in the hall before the next
 * release.
 */
#include "app/table.h"

#include "base/i18n.h"
#include "base/mem.h"

struct release {
	const char *slot;
	struct id ref; /* the amendment, or the vote or other result; not set: none */
};

static bool was_released(const struct sitting *s, const struct id *ref)
{
	for (size_t i = s->events.len; i-- > 0;) {
		const struct sitting_event *se = *(struct sitting_event **)vec_at(&s->events, i);
		if (se->event.kind == LEDGER_RELEASE && !se->undone && id_equal(&se->event.ref_event_id, ref))
			return true;
	}
	return false;
}

/* The last vote on the item that is no decision on all of it and that nobody has seen yet; NULL: none. */
static const struct ledger_event *fresh_vote(const struct sitting *s, size_t item)
{
	for (size_t i = s->votes.len; i-- > 0;) {
		const struct sitting_vote *v = sitting_vote(s, i);
		if (v->item == item && !v->superseded)
			return was_released(s, &v->event->event_id) ? NULL : v->event;
	}
	return NULL;
}

/* What is under way: the decision, else the vote just taken, the amendment to be voted, the resolution, the item. */
static struct release under_way(const struct table *t, size_t item)
{
	const struct sitting *s = &t->sitting;
	const struct ledger_event *decision = sitting_item(s, item)->decision;
	const struct ledger_event *vote = decision ? NULL : fresh_vote(s, item);
	size_t amendment = table_open_amendment(t, item);
	if (decision || vote)
		return (struct release){ "result", decision ? decision->event_id : vote->event_id };
	if (amendment != SITTING_NONE)
		return (struct release){ "amendment", sitting_amendment(s, amendment)->event->event_id };
	return (struct release){ *sitting_resolution(s, item) ? "resolution" : "item", { "" } };
}

/* Was the resolution written anew since it was released? Then it is released again. */
static bool text_is_newer(const struct table *t, size_t item, const struct ledger_event *released)
{
	const struct sitting *s = &t->sitting;
	for (size_t i = s->events.len; i-- > 0;) {
		const struct sitting_event *se = *(struct sitting_event **)vec_at(&s->events, i);
		const struct ledger_event *e = &se->event;
		if (e == released)
			return false;
		if (e->kind == LEDGER_TEXT && !se->undone && str_equal(e->slot, "resolution") &&
		    id_equal(&e->item_id, &sitting_item(s, item)->item_id))
			return true;
	}
	return false;
}

static bool is_shown(const struct table *t, size_t item, const struct release *r)
{
	const struct ledger_event *now = t->sitting.released;
	return now && id_equal(&now->item_id, &sitting_item(&t->sitting, item)->item_id) && str_equal(now->slot, r->slot) &&
	       id_equal(&now->ref_event_id, &r->ref) && !(str_equal(r->slot, "resolution") && text_is_newer(t, item, now));
}

static void say_released(struct table *t, size_t item, const char *slot)
{
	static const struct {
		const char *slot, *text;
	} texts[] = { { "resolution", N_(", Beschlussvorschlag") }, { "amendment", N_(", Änderungsantrag") }, { "result", N_(", Ergebnis") } };
	const char *what = "";
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (str_equal(texts[i].slot, slot))
			what = _(texts[i].text);
	if (str_equal(slot, "blank"))
		message_info(t->message, "%s", _("Der Beamer ist dunkel."));
	else
		message_info(t->message, _("Auf dem Beamer: TOP %s%s."), sitting_item(&t->sitting, item)->number, what);
}

/* The same key on the same thing takes it off. */
unsigned table_release(struct table *t)
{
	const struct sitting *s = &t->sitting;
	size_t item = table_item(t);
	if (item == SITTING_NONE)
		return SCREEN_BELL;
	if (!s->public_part || !sitting_item(s, item)->public) {
		message_warn(t->message, "%s", _("Nichtöffentliches kommt nicht auf den Beamer: er bleibt dunkel."));
		return SCREEN_BELL;
	}
	struct release r = under_way(t, item);
	bool blank = is_shown(t, item, &r);
	struct ledger_event e;
	table_event(t, &e, LEDGER_RELEASE);
	e.item_id = sitting_item(s, item)->item_id;
	e.slot = mem_strdup(blank ? "blank" : r.slot);
	if (!blank)
		e.ref_event_id = r.ref;
	if (!blank && s->state != SITTING_PLANNED) {
		sitting_fill_numbers(s, &e);
		e.outcome = mem_strdup(s->quorate ? "quorate" : "not_quorate");
	}
	if (table_record(t, &e))
		say_released(t, item, blank ? "blank" : r.slot);
	return SCREEN_HANDLED;
}

/* The item the hall sees now; SITTING_NONE: the projector is dark. */
static size_t shown_item(const struct sitting *s)
{
	bool open = s->state == SITTING_RUNNING || s->state == SITTING_PLANNED;
	if (!open || !s->public_part || !s->released)
		return SITTING_NONE;
	size_t item = sitting_find_item(s, &s->released->item_id);
	return item != SITTING_NONE && sitting_item(s, item)->public ? item : SITTING_NONE;
}

void table_projector_text(const struct table *t, struct str *out)
{
	const struct sitting *s = &t->sitting;
	size_t item = shown_item(s);
	if (item != SITTING_NONE)
		str_addf(out, _("Beamer: TOP %s"), sitting_item(s, item)->number);
	else if (s->state == SITTING_PAUSED)
		str_add(out, _("Beamer: Pause"));
	else if (s->state == SITTING_RUNNING)
		str_add(out, _("Beamer: dunkel"));
}

void table_projector_lamp(const struct table *t, struct str *out)
{
	if (out->len > 0 && t->projectors == 0)
		str_add(out, _(" (keiner da)"));
}
