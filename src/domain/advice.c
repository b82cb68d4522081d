/* See advice.h. */
#include "domain/advice.h"

#include "base/date.h"
#include "base/i18n.h"
#include "domain/majority.h"

#include <string.h>

#define QUORUM_MARGIN 2 /* so many members away is a warning */

size_t advice_amendment(const struct sitting *s, size_t *count)
{
	struct vec list = VEC_OF(size_t);
	size_t first = SITTING_NONE;
	*count = 0;
	if (s->current != SITTING_NONE)
		sitting_amendments(s, s->current, &list);
	for (size_t i = 0; i < list.len; i++) {
		size_t amendment = *(size_t *)vec_at(&list, i);
		if (sitting_amendment(s, amendment)->vote != SITTING_NONE)
			continue;
		if ((*count)++ == 0)
			first = amendment;
	}
	vec_clear(&list);
	return first;
}

static void amendment_name(const struct sitting *s, const struct ledger_event *e, struct str *out)
{
	const struct setup_organization *o = setup_organization(s->setup, e->organization_id);
	str_addf(out, _("Änderungsantrag %s"), e->number ? e->number : "");
	if (o || e->person_id)
		str_addf(out, " (%s)", o ? o->short_name : sitting_person_spoken(s, e->person_id));
}

static const char *speaker_name(const struct sitting *s, const struct sitting_speaker *speaker)
{
	return speaker->name ? speaker->name : sitting_person_spoken(s, speaker->person_id);
}

/* ---- the next step ---- */

static void step_to_next_item(const struct sitting *s, struct str *out)
{
	size_t next = sitting_next_item(s, false);
	if (next == SITTING_NONE) {
		str_add(out, _("Die Tagesordnung ist abgearbeitet: Sitzung schließen."));
		return;
	}
	const struct sitting_item *it = sitting_item(s, next);
	if (it->public != s->public_part)
		str_add(out, it->public ? _("Öffentlichkeit herstellen, dann ") : _("Öffentlichkeit ausschließen, dann "));
	str_addf(out, _("TOP %s aufrufen: %s"), it->number, it->title);
}

static void step_of_item(const struct sitting *s, struct str *out)
{
	size_t count, amendment = advice_amendment(s, &count);
	const char *text = sitting_resolution(s, s->current);
	if (sitting_item(s, s->current)->decision) {
		step_to_next_item(s, out);
	} else if (amendment != SITTING_NONE) {
		str_add(out, _("Abstimmen über "));
		amendment_name(s, sitting_amendment(s, amendment)->event, out);
		if (count > 1)
			str_addf(out, _(", den weitestgehenden von %zu"), count);
	} else if (*text) {
		str_add(out, strcmp(text, sitting_proposal(s, s->current)) == 0 ? _("Abstimmen über den Beschlussvorschlag")
		                                                                 : _("Abstimmen über den Beschluss in der geänderten Fassung"));
	} else {
		str_add(out, _("Beraten, Ergebnis feststellen"));
	}
}

static void step_running(const struct sitting *s, struct str *out)
{
	struct vec waiting = VEC_OF(size_t);
	if (s->current == SITTING_NONE) {
		step_to_next_item(s, out);
		return;
	}
	sitting_speakers(s, &waiting);
	if (waiting.len > 0)
		str_addf(out, _("Das Wort erteilen: %s; dann: "), speaker_name(s, vec_at(&s->speakers, *(size_t *)vec_at(&waiting, 0))));
	vec_clear(&waiting);
	step_of_item(s, out);
}

void advice_next_step(const struct sitting *s, struct str *out)
{
	char clock[DATE_TEXT];
	switch (s->state) {
	case SITTING_PLANNED:
		str_add(out, _("Eröffnen; Einladung und Beschlussfähigkeit feststellen"));
		break;
	case SITTING_PAUSED:
		str_addf(out, _("Fortsetzen (unterbrochen seit %s)"), moment_format_time(s->paused, clock));
		break;
	case SITTING_CLOSED:
		str_addf(out, _("Die Sitzung ist seit %s geschlossen."), moment_format_time(s->closed, clock));
		break;
	case SITTING_RUNNING:
		step_running(s, out);
	}
}

void advice_wording(const struct sitting *s, struct str *out)
{
	size_t count, amendment = advice_amendment(s, &count);
	if (s->current == SITTING_NONE)
		return;
	if (amendment != SITTING_NONE && !sitting_item(s, s->current)->decision)
		str_add(out, sitting_amendment(s, amendment)->event->text);
	else
		str_add(out, sitting_resolution(s, s->current));
}

/* An amendment is voted by simple majority, whatever the motion needs. */
void advice_majority(const struct sitting *s, struct str *out)
{
	size_t count;
	if (s->current == SITTING_NONE || s->state != SITTING_RUNNING || sitting_item(s, s->current)->decision)
		return;
	const char *text = advice_amendment(s, &count) != SITTING_NONE ? "simple" : sitting_rule(s, s->current);
	struct majority_rule rule;
	struct majority_result result;
	struct majority_votes votes = { .legal = s->legal, .present = s->entitled, .no = s->entitled };
	if (s->entitled > s->legal || !majority_parse(text, &rule, NULL) || !majority_decide(&rule, &votes, &result, NULL))
		return;
	str_addf(out, _("%s: %d Ja"), majority_label(text), (int)result.needed);
	if (rule.unanimous || rule.base == MAJORITY_VALID)
		str_addf(out, _(", wenn alle %d mit Ja oder Nein stimmen"), (int)s->entitled);
	else
		str_addf(out, _(" von %d Stimmberechtigten"), (int)s->entitled);
}

/* ---- warnings ---- */

__attribute__((format(printf, 2, 3))) static void warn(struct str *out, const char *format, ...)
{
	va_list args;
	if (out->len > 0)
		str_add_char(out, '\n');
	va_start(args, format);
	str_addv(out, format, args);
	va_end(args);
}

static void warn_quorum(const struct sitting *s, struct str *out)
{
	const struct ledger_event *last = s->quorums.len ? *(const struct ledger_event **)vec_at(&s->quorums, s->quorums.len - 1) : NULL;
	int margin = (int)s->entitled - (int)s->quorum_needed;
	if (!s->quorate)
		warn(out, _("NICHT BESCHLUSSFÄHIG: %d von %d nötigen"), (int)s->entitled, (int)s->quorum_needed);
	else if (margin >= 0 && margin < QUORUM_MARGIN)
		warn(out, ngettext("Beschlussfähigkeit knapp: %d Mitglied weniger, und sie fehlt", "Beschlussfähigkeit knapp: %d Mitglieder weniger, und sie fehlt",
		                   (unsigned long)margin + 1), margin + 1);
	if (last && str_equal(last->slot, "challenge"))
		warn(out, "%s", _("Beschlussfähigkeit angezweifelt: zählen lassen"));
}

static void warn_chair(const struct sitting *s, struct str *out)
{
	size_t chair = s->chair ? sitting_find_member(s, s->chair) : SITTING_NONE;
	if (chair == SITTING_NONE)
		return;
	if (!sitting_member(s, chair)->present)
		warn(out, "%s", _("Der Vorsitz ist nicht im Saal"));
	else if (sitting_member(s, chair)->conflict)
		warn(out, "%s", _("Der Vorsitz ist selbst befangen: Leitung abgeben"));
}

static void warn_conflicts(const struct sitting *s, struct str *out)
{
	struct str names = { 0 };
	for (size_t i = 0; i < s->members.len; i++) {
		const struct sitting_member *m = sitting_member(s, i);
		if (m->conflict && m->present)
			str_addf(&names, "%s%s", names.len ? ", " : "", sitting_person_spoken(s, m->person->person_id));
	}
	if (names.len > 0)
		warn(out, _("Befangen: %s – nimmt an Beratung und Abstimmung nicht teil"), str_text(&names));
	str_clear(&names);
}

/* The last vote on a thing of an item; NULL: it was not voted. */
static const struct ledger_event *last_vote(const struct sitting *s, size_t item, const char *slot)
{
	for (size_t i = s->votes.len; i-- > 0;) {
		const struct sitting_vote *v = sitting_vote(s, i);
		if (v->item == item && !v->superseded && str_equal(v->event->slot, slot))
			return v->event;
	}
	return NULL;
}

static void warn_item(const struct sitting *s, size_t item, struct str *out)
{
	const struct sitting_item *it = sitting_item(s, item);
	bool open = it->state == ITEM_WAITING || it->state == ITEM_RUNNING;
	if (it->added && open && !last_vote(s, item, "urgency"))
		warn(out, _("TOP %s ist aufgenommen, über die Dringlichkeit ist nicht abgestimmt"), it->number);
	else if (it->added && it->state == ITEM_WAITING && !it->decision)
		warn(out, _("TOP %s ist aufgenommen und noch nicht behandelt"), it->number);
	if (it->switched && open && !last_vote(s, item, "public"))
		warn(out, _("TOP %s ist in den anderen Teil gestellt, darüber ist nicht abgestimmt"), it->number);
	if (it->state == ITEM_RUNNING && it->public != s->public_part)
		warn(out, it->public ? _("TOP %s ist öffentlich, die Sitzung ist nichtöffentlich")
		                     : _("TOP %s ist nichtöffentlich, die Sitzung ist öffentlich"), it->number);
	if (it->state == ITEM_DONE && !it->decision && *sitting_resolution(s, item))
		warn(out, _("TOP %s ist ohne Ergebnis beendet"), it->number);
}

/* The last item of a part is done: the doors are next. */
static void warn_part(const struct sitting *s, struct str *out)
{
	size_t next = sitting_next_item(s, false);
	bool done = s->current == SITTING_NONE || sitting_item(s, s->current)->decision;
	if (next == SITTING_NONE || !done || sitting_item(s, next)->public == s->public_part)
		return;
	warn(out, "%s", s->public_part ? _("Vor dem nächsten Punkt: Öffentlichkeit ausschließen") : _("Vor dem nächsten Punkt: Öffentlichkeit herstellen"));
}

static void warn_order(const struct sitting *s, struct str *out)
{
	for (size_t i = 0; i < s->speakers.len; i++) {
		const struct sitting_speaker *speaker = vec_at(&s->speakers, i);
		if (speaker->order && speaker->state == SPEAKER_WAITING && speaker->item == s->current)
			warn(out, _("Zur Geschäftsordnung: %s"), speaker_name(s, speaker));
	}
}

void advice_warnings(const struct sitting *s, struct str *out)
{
	if (s->state != SITTING_RUNNING && s->state != SITTING_PAUSED)
		return;
	warn_quorum(s, out);
	warn_chair(s, out);
	warn_conflicts(s, out);
	warn_order(s, out);
	warn_part(s, out);
	for (size_t i = 0; i < s->order.len; i++)
		warn_item(s, *(size_t *)vec_at(&s->order, i), out);
}
