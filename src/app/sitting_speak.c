/* See sitting_speak.h. */
#include "app/sitting_speak.h"

#include "base/i18n.h"
#include "domain/wording.h"

#define EVENTS_MAX 32 /* the last ones are compared; who missed more hears the state */

static bool vote_text(const struct sitting *s, const struct ledger_event *e, struct str *out)
{
	for (size_t i = s->votes.len; i-- > 0;) {
		const struct sitting_vote *v = sitting_vote(s, i);
		if (v->event != e)
			continue;
		str_addf(out, _("TOP %s: "), sitting_item(s, v->item)->number);
		wording_vote(out, s, v);
		return true;
	}
	return false;
}

static void result_text(const struct sitting *s, const struct ledger_event *e, struct str *out)
{
	size_t item = sitting_find_item(s, &e->item_id);
	if (item != SITTING_NONE)
		str_addf(out, _("TOP %s: "), sitting_item(s, item)->number);
	wording_result(out, s, e);
}

static void event_text(const struct sitting *s, const struct ledger_event *e, struct str *out)
{
	const struct sitting_event *target = e->kind == LEDGER_UNDO ? sitting_event(s, &e->ref_event_id) : NULL;
	if (e->kind == LEDGER_VOTE && vote_text(s, e, out))
		return;
	if (e->kind == LEDGER_RESULT || e->kind == LEDGER_ELECTION || e->kind == LEDGER_SEATS) {
		result_text(s, e, out);
		return;
	}
	if (target) {
		struct str what = { 0 };
		sitting_describe(s, &target->event, &what);
		str_addf(out, _("Zurückgenommen: %s"), str_text(&what));
		str_clear(&what);
		return;
	}
	sitting_describe(s, e, out);
}

/* The call of an item is told by the item itself, a pen by the status. */
static bool is_told_otherwise(const struct sitting_event *e)
{
	return e->event.kind == LEDGER_ITEM_CALL || e->event.kind == LEDGER_PEN;
}

void sitting_speak_events(const struct sitting *s, struct speech *out)
{
	const struct vec *events = &s->events;
	struct str text = { 0 };
	for (size_t i = events->len > EVENTS_MAX ? events->len - EVENTS_MAX : 0; i < events->len; i++) {
		const struct sitting_event *e = *(struct sitting_event **)vec_at(events, i);
		str_cut(&text, 0);
		if (!is_told_otherwise(e))
			event_text(s, &e->event, &text);
		speech_add(out, SPEECH_EVENT, e->event.event_id.text, str_text(&text));
	}
	str_clear(&text);
}

void sitting_speak_quorum(const struct sitting *s, struct speech *out)
{
	if (s->state == SITTING_PLANNED)
		speech_addf(out, SPEECH_NOW, "quorum", _("Quorum %d von %d"), (int)s->quorum_needed, (int)s->legal);
	else if (s->state != SITTING_CLOSED && s->quorate)
		speech_add(out, SPEECH_NOW, "quorum", _("beschlussfähig"));
	else if (s->state != SITTING_CLOSED)
		speech_addf(out, SPEECH_NOW, "quorum", _("! NICHT BESCHLUSSFÄHIG %d < %d"), (int)s->entitled, (int)s->quorum_needed);
}
