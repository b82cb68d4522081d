/* Who is here: arrivals, departures, substitutes, conflicts of interest, guests, speakers. See table.h. */
#include "app/table.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "domain/quorum.h"

#include <stdlib.h>
#include <string.h>

/* The open item, where there is one. */
static void set_item(const struct table *t, struct ledger_event *e)
{
	if (t->sitting.current != SITTING_NONE)
		e->item_id = sitting_item(&t->sitting, t->sitting.current)->item_id;
}

/* "name, remark": the remark after a comma. Both are the caller's. */
static void split_remark(const char *text, char **name, char **remark)
{
	const char *comma = strchr(text, ',');
	*name = comma ? mem_strndup(text, (size_t)(comma - text)) : mem_strdup(text);
	if (comma)
		comma += 1 + strspn(comma + 1, " ");
	*remark = comma && *comma ? mem_strdup(comma) : NULL;
}

/* A sign at the end of the name ("kra ." or "kra."): cut off and reported. */
static bool take_sign(char *name, char sign)
{
	size_t n = strlen(name);
	while (n > 0 && name[n - 1] == ' ')
		n--;
	if (n < 2 || name[n - 1] != sign)
		return false;
	n--;
	while (n > 0 && name[n - 1] == ' ')
		n--;
	name[n] = '\0';
	return true;
}

static const char *person_state(const struct table *t, const struct setup_person *p)
{
	size_t i = sitting_find_member(&t->sitting, p->person_id);
	if (i == SITTING_NONE)
		return "";
	const struct sitting_member *m = sitting_member(&t->sitting, i);
	if (m->conflict)
		return _(" (befangen)");
	return m->present ? "" : _(" (fehlt)");
}

/* One name: who it is. Several: each with its digit. */
static unsigned hint_person(const struct table *t, const char *text, struct str *out)
{
	struct str name = { 0 };
	struct name_match match;
	int64_t at = MOMENT_NONE;
	char clock[DATE_TEXT];
	char *bare = mem_strndup(text, strcspn(text, ",."));
	name_match_split(bare, table_day(t), &name, &at);
	free(bare);
	if (name.len == 0) {
		str_clear(&name);
		return ATTR_NONE;
	}
	name_match_find(&t->setup, str_text(&name), NULL, NULL, &match);
	str_clear(&name);
	for (size_t i = 0; i < match.count; i++) {
		const struct setup_person *p = match.persons[i];
		if (match.count > 1)
			str_addf(out, "%zu ", i + 1);
		str_addf(out, "%s", p->name);
		if (p->group_short[0])
			str_addf(out, " %s", p->group_short);
		str_addf(out, "%s  ", person_state(t, p));
	}
	if (match.more)
		str_add(out, "…");
	if (at != MOMENT_NONE)
		str_addf(out, _("um %s"), moment_format_time(at, clock));
	if (match.count == 0)
		str_add(out, _("niemand"));
	return match.count == 1 ? ATTR_BOLD : match.count == 0 ? ATTR_BOLD | ATTR_RED : ATTR_NONE;
}

/* Splits, finds the person and prepares the event; 0: a message says why not. */
static bool person_event(struct table *t, const char *text, enum ledger_kind kind, struct ledger_event *e)
{
	char *name, *remark;
	split_remark(text, &name, &remark);
	int64_t person = table_find_person(t, name);
	free(name);
	table_event(t, e, kind);
	e->person_id = person;
	e->note = remark;
	if (person)
		return true;
	ledger_event_clear(e);
	return false;
}

/* Whoever sat in for the one who comes now gives the seat back first, at the same time. */
static void give_seat_back(struct table *t, int64_t person)
{
	size_t member = sitting_find_member(&t->sitting, person);
	int64_t substitute = member == SITTING_NONE ? 0 : sitting_member(&t->sitting, member)->replaced_by;
	int64_t at = t->at;
	struct ledger_event e;
	if (!substitute)
		return;
	table_event(t, &e, LEDGER_SUBSTITUTE_END);
	e.person_id = substitute;
	set_item(t, &e);
	table_record(t, &e);
	t->at = at;
}

static bool accept_arrive(struct table *t, const char *text)
{
	struct ledger_event e;
	if (!person_event(t, text, LEDGER_ARRIVE, &e))
		return false;
	free(e.note);
	e.note = NULL;
	set_item(t, &e);
	give_seat_back(t, e.person_id);
	return table_record(t, &e);
}

static bool accept_depart(struct table *t, const char *text)
{
	struct ledger_event e;
	char *copy = mem_strdup(text);
	bool item_only = take_sign(copy, '.');
	bool ok = person_event(t, copy, item_only ? LEDGER_ITEM_ABSENT : LEDGER_DEPART, &e);
	free(copy);
	if (!ok)
		return false;
	set_item(t, &e);
	return table_record(t, &e);
}

static const struct table_prompt arrive_prompt = { N_("kommt"), accept_arrive, hint_person, true };
static const struct table_prompt depart_prompt = { N_("geht"), accept_depart, hint_person, true };

static unsigned act_arrive(struct table *t)
{
	table_open_prompt(t, &arrive_prompt, "");
	return SCREEN_HANDLED;
}

static unsigned act_depart(struct table *t)
{
	table_open_prompt(t, &depart_prompt, "");
	return SCREEN_HANDLED;
}

/* ---- conflict of interest (GO NRW section 31, KVG LSA section 33) ---- */

static bool has_conflict(const struct table *t, int64_t person)
{
	size_t i = sitting_find_member(&t->sitting, person);
	return i != SITTING_NONE && sitting_member(&t->sitting, i)->conflict;
}

/* "name[, reason]"; a '-' after the name: leaves the room. The same name again ends it. */
static bool accept_conflict(struct table *t, const char *text)
{
	struct ledger_event e;
	char *copy = mem_strdup(text);
	bool leaves = take_sign(copy, '-');
	bool ok = person_event(t, copy, LEDGER_CONFLICT, &e);
	free(copy);
	if (!ok)
		return false;
	set_item(t, &e);
	if (has_conflict(t, e.person_id)) {
		e.kind = LEDGER_CONFLICT_END;
		free(e.note);
		e.note = NULL;
	} else {
		bool public = sitting_item(&t->sitting, t->sitting.current)->public;
		e.flag = public && !leaves ? LEDGER_TRUE : LEDGER_FALSE;
	}
	return table_record(t, &e);
}

static const struct table_prompt conflict_prompt = { N_("befangen"), accept_conflict, hint_person, true };

static unsigned act_conflict(struct table *t)
{
	if (t->sitting.current == SITTING_NONE)
		table_needs_item(t);
	else
		table_open_prompt(t, &conflict_prompt, "");
	return SCREEN_HANDLED;
}

/* ---- substitutes: "a b", a sits in for b; "a" alone gives the seat back ---- */

static bool accept_substitute(struct table *t, const char *text)
{
	struct ledger_event e;
	const char *gap = strchr(text, ' ');
	char *first = gap ? mem_strndup(text, (size_t)(gap - text)) : mem_strdup(text);
	int64_t chosen = t->chosen;
	t->chosen = gap ? 0 : chosen;
	int64_t person = table_find_person(t, first);
	free(first);
	while (gap && *gap == ' ')
		gap++;
	bool back = !gap || !*gap;
	t->chosen = chosen;
	int64_t other = person && !back ? table_find_person(t, gap) : 0;
	if (!person || (!back && !other))
		return false;
	table_event(t, &e, back ? LEDGER_SUBSTITUTE_END : LEDGER_SUBSTITUTE);
	e.person_id = person;
	e.other_person_id = other;
	set_item(t, &e);
	return table_record(t, &e);
}

static unsigned hint_substitute(const struct table *t, const char *text, struct str *out)
{
	const char *gap = strchr(text, ' ');
	while (gap && *gap == ' ')
		gap++;
	if (gap && *gap)
		str_add(out, _("für "));
	unsigned attr = hint_person(t, gap && *gap ? gap : text, out);
	if (!gap && *text)
		str_add(out, _(" – dann Leerzeichen und wen"));
	return attr;
}

static const struct table_prompt substitute_prompt = { N_("vertritt"), accept_substitute, hint_substitute, true };

static unsigned act_substitute(struct table *t)
{
	table_open_prompt(t, &substitute_prompt, "");
	return SCREEN_HANDLED;
}

/* ---- guests ---- */

static bool accept_guest(struct table *t, const char *text)
{
	static const struct {
		const char *sign;
		const char *slot;
	} kinds[] = { { "s ", "expert" }, { "v ", "administration" }, { "", "guest" } };
	struct ledger_event e;
	size_t i = 0;
	if (!*text)
		return true;
	while (strncmp(text, kinds[i].sign, strlen(kinds[i].sign)) != 0)
		i++;
	table_event(t, &e, LEDGER_GUEST);
	e.slot = mem_strdup(kinds[i].slot);
	e.text = mem_strdup(text + strlen(kinds[i].sign));
	set_item(t, &e);
	return table_record(t, &e);
}

static unsigned hint_guest(const struct table *t, const char *text, struct str *out)
{
	(void)t;
	if (!*text)
		str_add(out, _("Name, Funktion (mit „s “ davor: Sachverständige, „v “: Verwaltung)"));
	return ATTR_NONE;
}

static const struct table_prompt guest_prompt = { N_("Gast"), accept_guest, hint_guest, false };

static unsigned act_guest(struct table *t)
{
	table_open_prompt(t, &guest_prompt, "");
	return SCREEN_HANDLED;
}

/* ---- speakers ---- */

/* Someone who is not in the roster may speak too: what fits nobody is a guest's name. */
static bool record_speaker(struct table *t, const char *text, const char *slot)
{
	struct ledger_event e;
	struct name_match match;
	if (!*text || !table_needs_item(t))
		return !*text;
	name_match_find(&t->setup, text, NULL, NULL, &match);
	int64_t person = match.count > 0 ? table_find_person(t, text) : 0;
	if (match.count > 0 && !person)
		return false;
	table_event(t, &e, LEDGER_SPEAKER);
	e.person_id = person;
	if (!person)
		e.text = mem_strdup(text);
	e.slot = mem_strdup(slot);
	set_item(t, &e);
	return table_record(t, &e);
}

static bool accept_speaker(struct table *t, const char *text)
{
	return record_speaker(t, text, "request");
}

static bool accept_order(struct table *t, const char *text)
{
	return record_speaker(t, text, "order");
}

static const struct table_prompt speaker_prompt = { N_("Wortmeldung"), accept_speaker, hint_person, true };
static const struct table_prompt order_prompt = { N_("zur Geschäftsordnung"), accept_order, hint_person, true };

static unsigned act_speaker(struct table *t)
{
	if (table_needs_item(t))
		table_open_prompt(t, &speaker_prompt, "");
	return SCREEN_HANDLED;
}

static unsigned act_order(struct table *t)
{
	if (table_needs_item(t))
		table_open_prompt(t, &order_prompt, "");
	return SCREEN_HANDLED;
}

static bool speaker_step(struct table *t, size_t speaker, const char *slot)
{
	const struct sitting_speaker *sp = vec_at(&t->sitting.speakers, speaker);
	struct ledger_event e;
	table_event(t, &e, LEDGER_SPEAKER);
	e.person_id = sp->person_id;
	e.text = mem_strdup_null(sp->name);
	e.slot = mem_strdup(slot);
	e.item_id = sitting_item(&t->sitting, sp->item)->item_id;
	return table_record(t, &e);
}

/* Whoever speaks has finished, the next on the list begins. */
static unsigned act_next_speaker(struct table *t)
{
	struct vec waiting = VEC_OF(size_t);
	size_t speaking = sitting_speaking(&t->sitting);
	if (speaking != SITTING_NONE)
		speaker_step(t, speaking, "end");
	sitting_speakers(&t->sitting, &waiting);
	if (waiting.len > 0)
		speaker_step(t, *(size_t *)vec_at(&waiting, 0), "begin");
	else if (speaking == SITTING_NONE)
		message_info(t->message, "%s", _("Die Redeliste ist leer."));
	vec_clear(&waiting);
	return SCREEN_HANDLED;
}

/* ---- quorum challenged and counted ---- */

static bool accept_quorum(struct table *t, const char *text)
{
	const struct sitting *s = &t->sitting;
	struct ledger_event e;
	char *end;
	long counted = *text ? strtol(text, &end, 10) : s->entitled;
	if (*text && (*end || counted < 0 || counted > s->legal)) {
		message_warn(t->message, _("Gezählt werden 0 bis %d Mitglieder."), (int)s->legal);
		return false;
	}
	struct quorum_count count = { quorum_rule_parse(t->setup.quorum_rule), s->legal, (int32_t)counted, 0, s->councillors,
		                      s->others };
	struct quorum_result result;
	struct err err = { 0 };
	if (!quorum_decide(&count, &result, &err)) {
		message_error(t->message, &err);
		return false;
	}
	table_event(t, &e, LEDGER_QUORUM);
	e.legal = s->legal;
	e.present = (int32_t)counted;
	e.slot = mem_strdup("count");
	e.outcome = mem_strdup(result.quorate ? "quorate" : "not_quorate");
	return table_record(t, &e);
}

static unsigned hint_quorum(const struct table *t, const char *text, struct str *out)
{
	const struct sitting *s = &t->sitting;
	if (*text)
		return ATTR_NONE;
	str_addf(out, _("Enter: %d gezählt, nötig sind %d von %d"), (int)s->entitled, (int)s->quorum_needed, (int)s->legal);
	return ATTR_NONE;
}

static const struct table_prompt quorum_prompt = { N_("Beschlussfähigkeit: gezählt"), accept_quorum, hint_quorum, false };

static unsigned act_quorum(struct table *t)
{
	table_open_prompt(t, &quorum_prompt, "");
	return SCREEN_HANDLED;
}

const struct table_action table_people_actions[] = {
	{ "table_arrive", act_arrive, true, N_("Jemand kommt: Name, Kürzel oder Platz, auch mit Uhrzeit (kra 1842).") },
	{ "table_depart", act_depart, true, N_("Jemand geht (vor der Eröffnung: fehlt); „kra.“ nur für diesen Punkt, „kra, krank“ mit Grund.") },
	{ "table_conflict", act_conflict, true, N_("Befangenheit: Name, nach einem Komma der Grund; „kra -“ verlässt den Saal. Endet von selbst mit dem Punkt.") },
	{ "table_substitute", act_substitute, true, N_("Vertretung: „a b“ – a vertritt b; „a“ allein gibt den Sitz zurück.") },
	{ "table_guest", act_guest, true, N_("Gast, Sachverständige (s) oder Verwaltung (v) zum Punkt.") },
	{ "table_speaker", act_speaker, true, N_("Wortmeldung auf die Redeliste.") },
	{ "table_next_speaker", act_next_speaker, true, N_("Die nächste Wortmeldung hat das Wort.") },
	{ "table_order", act_order, true, N_("Wortmeldung zur Geschäftsordnung: kommt zuerst.") },
	{ "table_quorum", act_quorum, true, N_("Beschlussfähigkeit bezweifelt und gezählt.") },
	{ NULL, NULL, false, NULL },
};
