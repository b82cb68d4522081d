/* See wording.h. */
#include "domain/wording.h"

#include "base/i18n.h"

#include <string.h>

static void add_abstentions(struct str *out, int32_t n)
{
	str_addf(out, ngettext("%d Enthaltung", "%d Enthaltungen", (unsigned long)n), (int)n);
}

void wording_counts(struct str *out, int32_t yes, int32_t no, int32_t abstain, int32_t invalid)
{
	str_addf(out, _("%d Ja, %d Nein, "), (int)yes, (int)no);
	add_abstentions(out, abstain);
	if (invalid > 0)
		str_addf(out, _(", %d ungültig"), (int)invalid);
}

void wording_figures(struct str *out, bool adopted, bool strict, int32_t yes, int32_t no, int32_t abstain, int32_t invalid)
{
	bool one_voice = adopted ? no == 0 : yes == 0 && no > 0;
	if (one_voice && invalid <= 0 && (abstain <= 0 || !strict)) {
		str_add(out, adopted ? _("einstimmig angenommen") : _("einstimmig abgelehnt"));
		if (abstain > 0) {
			str_add(out, _(" bei "));
			add_abstentions(out, abstain);
		}
		return;
	}
	if (yes == no && !adopted)
		str_add(out, _("bei Stimmengleichheit abgelehnt"));
	else if (adopted)
		str_add(out, one_voice ? _("angenommen") : _("mehrheitlich angenommen"));
	else
		str_add(out, one_voice || yes > no ? _("abgelehnt") : _("mehrheitlich abgelehnt"));
	str_add(out, " (");
	wording_counts(out, yes, no, abstain < 0 ? 0 : abstain, invalid);
	str_add(out, ")");
}

/* --- by group --- */

/* Lists the groups that gave votes of this kind (0 yes, 1 no, 2 abstain); a split group gives its number. */
static int32_t add_groups(struct str *out, const struct ledger_event *e, size_t kind)
{
	int32_t total = 0;
	struct str names = { 0 };
	for (size_t i = 0; i < e->labels.len && i * 3 + 2 < e->counts.len; i++) {
		const int32_t *counts = e->counts.items + i * 3;
		if (!counts[kind])
			continue;
		if (names.len)
			str_add(&names, ", ");
		bool whole = counts[kind] == counts[0] + counts[1] + counts[2];
		str_add(&names, e->labels.items[i]);
		if (!whole)
			str_addf(&names, " (%d)", (int)counts[kind]);
		total += counts[kind];
	}
	str_add(out, str_text(&names));
	str_clear(&names);
	return total;
}

static void add_group_side(struct str *out, const struct ledger_event *e, size_t kind, const char *head, const char *amount)
{
	struct str names = { 0 };
	if (add_groups(&names, e, kind)) {
		if (out->len)
			str_add_char(out, ' ');
		str_add(out, head);
		str_add_char(out, ' ');
		if (*amount)
			str_addf(out, "%s (%s)", amount, str_text(&names));
		else
			str_add(out, str_text(&names));
	}
	str_clear(&names);
}

/* "dafür: die Mehrheit (CDU, SPD) dagegen: ..."; in the plain style "dafür: CDU, SPD dagegen: ...". */
static void add_by_group(struct str *out, const struct sitting *s, const struct ledger_event *e)
{
	bool more_yes = e->yes > e->no, plain = strcmp(s->setup->group_style, "plain") == 0;
	const char *majority = plain ? "" : _("die Mehrheit"), *minority = plain ? "" : _("die Minderheit");
	struct str sides = { 0 };
	add_group_side(&sides, e, 0, _("dafür:"), more_yes ? majority : minority);
	add_group_side(&sides, e, 1, _("dagegen:"), more_yes ? minority : majority);
	add_group_side(&sides, e, 2, _("Enthaltung:"), "");
	str_add(out, str_text(&sides));
	str_clear(&sides);
}

/* --- votes --- */

static const char *subject(const struct ledger_event *e)
{
	static const struct {
		const char *slot, *text;
	} subjects[] = {
		{ "amendment", N_("Änderungsantrag") },
		{ "procedure", N_("Antrag zur Geschäftsordnung") },
		{ "urgency", N_("Dringlichkeit") },
		{ "public", N_("Öffentlichkeit") },
	};
	for (size_t i = 0; e->slot && i < sizeof(subjects) / sizeof(*subjects); i++)
		if (strcmp(subjects[i].slot, e->slot) == 0)
			return _(subjects[i].text);
	return "";
}

static const char *way(const struct ledger_event *e)
{
	if (str_equal(e->mode, "rollcall"))
		return _("in namentlicher Abstimmung ");
	return str_equal(e->mode, "secret") ? _("in geheimer Abstimmung ") : "";
}

void wording_vote_alone(struct str *out, const struct sitting *s, const struct sitting_vote *vote)
{
	const struct ledger_event *e = vote->event;
	if (vote->wording && vote->wording->text) {
		str_add(out, vote->wording->text);
		return;
	}
	bool divided = str_equal(e->mode, "group") && e->labels.set && (e->yes > 0) + (e->no > 0) + (e->abstain > 0) > 1;
	str_add(out, way(e));
	wording_figures(out, str_equal(e->outcome, "adopted"), s->setup->unanimous_strict, e->yes, e->no, e->abstain, e->invalid);
	if (divided) {
		str_add(out, "; ");
		add_by_group(out, s, e);
	}
}

void wording_vote(struct str *out, const struct sitting *s, const struct sitting_vote *vote)
{
	const struct ledger_event *e = vote->event;
	const char *number = e->number ? e->number : "";
	if (*subject(e))
		str_addf(out, "%s%s%s: ", subject(e), *number ? " " : "", number);
	else if (*number)
		str_addf(out, _("Ziffer %s: "), number);
	wording_vote_alone(out, s, vote);
}

/* --- other results --- */

static void add_note(struct str *out, const struct ledger_event *e)
{
	if (e->note && *e->note)
		str_addf(out, " (%s)", e->note);
}

static void add_election(struct str *out, const struct ledger_event *e)
{
	const char *elected = e->text ? e->text : "";
	if (str_equal(e->mode, "secret") && !str_equal(e->slot, "lot"))
		str_add(out, _("in geheimer Wahl "));
	if (str_equal(e->slot, "lot"))
		str_addf(out, _("durch Los gewählt: %s"), elected);
	else if (str_equal(e->outcome, "elected"))
		str_addf(out, _("gewählt: %s"), elected);
	else if (str_equal(e->outcome, "runoff"))
		str_add(out, _("keine Mehrheit, Stichwahl"));
	else if (str_equal(e->outcome, "lot"))
		str_add(out, _("Stimmengleichheit, das Los entscheidet"));
	else
		str_add(out, _("nicht gewählt"));
	if (str_equal(e->slot, "lot"))
		return; /* its figures are those of the round before */
	for (size_t i = 0; i < e->labels.len && i < e->counts.len; i++)
		str_addf(out, "%s%s %d", i ? ", " : " (", e->labels.items[i], (int)e->counts.items[i]);
	if (e->no > 0)
		str_addf(out, _(", Nein %d"), (int)e->no);
	if (e->abstain > 0)
		str_addf(out, ngettext(", Enthaltung %d", ", Enthaltungen %d", (unsigned long)e->abstain), (int)e->abstain);
	if (e->invalid > 0)
		str_addf(out, _(", ungültig %d"), (int)e->invalid);
	if (e->labels.len)
		str_add(out, ")");
}

static void add_seats(struct str *out, const struct ledger_event *e)
{
	static const struct {
		const char *mode, *text;
	} methods[] = { { "hare", "Hare/Niemeyer" }, { "dhondt", "d’Hondt" }, { "sainte-lague", "Sainte-Laguë/Schepers" } };
	const char *method = "";
	for (size_t i = 0; e->mode && i < sizeof(methods) / sizeof(*methods); i++)
		if (strcmp(methods[i].mode, e->mode) == 0)
			method = methods[i].text;
	str_addf(out, ngettext("%d Sitz nach %s: %s", "%d Sitze nach %s: %s", (unsigned long)e->entitled), (int)e->entitled, method,
	    e->text ? e->text : "");
}

static void add_referred(struct str *out, const struct sitting *s, const struct ledger_event *e)
{
	const struct setup_organization *to = setup_organization(s->setup, e->organization_id);
	if (to)
		str_addf(out, _("verwiesen an %s"), to->name);
	else
		str_add(out, _("verwiesen"));
}

static const char *plain_outcome(const char *outcome)
{
	static const struct {
		const char *outcome, *text;
	} texts[] = {
		{ "noted", N_("zur Kenntnis genommen") },
		{ "deferred", N_("vertagt") },
		{ "withdrawn", N_("zurückgezogen") },
		{ "settled", N_("erledigt") },
		{ "removed", N_("von der Tagesordnung abgesetzt") },
	};
	for (size_t i = 0; outcome && i < sizeof(texts) / sizeof(*texts); i++)
		if (strcmp(texts[i].outcome, outcome) == 0)
			return _(texts[i].text);
	return "";
}

void wording_result(struct str *out, const struct sitting *s, const struct ledger_event *e)
{
	if (e->kind == LEDGER_ELECTION)
		add_election(out, e);
	else if (e->kind == LEDGER_SEATS)
		add_seats(out, e);
	else if (str_equal(e->outcome, "referred"))
		add_referred(out, s, e);
	else
		str_add(out, plain_outcome(e->outcome));
	if (e->kind != LEDGER_SEATS)
		add_note(out, e);
}

/* --- of an item --- */

static const struct sitting_vote *vote_of(const struct sitting *s, const struct ledger_event *event)
{
	for (size_t i = s->votes.len; i-- > 0;)
		if (sitting_vote(s, i)->event == event)
			return sitting_vote(s, i);
	return NULL;
}

/* Votes on single numbers of the resolution that still count: calls add for each. */
static size_t add_number_votes(struct str *out, const struct sitting *s, size_t item)
{
	size_t count = 0;
	for (size_t i = 0; i < s->votes.len; i++) {
		const struct sitting_vote *vote = sitting_vote(s, i);
		if (vote->item != item || vote->superseded || !str_equal(vote->event->slot, "number"))
			continue;
		if (count++)
			str_add(out, "; ");
		wording_vote(out, s, vote);
	}
	return count;
}

bool wording_not_admitted(const struct sitting *s, size_t i)
{
	const struct sitting_item *item = sitting_item(s, i);
	bool rejected = false;
	for (size_t v = 0; item->added && item->withdrawn && v < s->votes.len; v++) {
		const struct sitting_vote *vote = sitting_vote(s, v);
		if (vote->item == i && !vote->superseded && str_equal(vote->event->slot, "urgency"))
			rejected = str_equal(vote->event->outcome, "rejected");
	}
	return rejected;
}

void wording_item(struct str *out, const struct sitting *s, size_t i)
{
	const struct sitting_item *item = sitting_item(s, i);
	struct str numbers = { 0 };
	bool any = add_number_votes(&numbers, s, i) > 0;
	str_add(out, str_text(&numbers));
	str_clear(&numbers);
	if (!item->decision && item->withdrawn) {
		str_add(out, any ? "; " : "");
		str_add(out, wording_not_admitted(s, i) ? _("nicht in die Tagesordnung aufgenommen") : plain_outcome("removed"));
		add_note(out, item->withdrawn);
	}
	if (!item->decision)
		return;
	if (any)
		str_add(out, item->decision->kind == LEDGER_VOTE ? _("; Gesamtabstimmung: ") : "; ");
	if (item->decision->kind == LEDGER_VOTE)
		wording_vote(out, s, vote_of(s, item->decision));
	else
		wording_result(out, s, item->decision);
}

static void add_short_vote(struct str *out, const struct ledger_event *e)
{
	bool adopted = str_equal(e->outcome, "adopted");
	if (adopted && e->no == 0 && e->abstain <= 0 && e->invalid <= 0)
		str_add(out, _("einstimmig"));
	else
		str_addf(out, "%s %d:%d:%d", adopted ? _("angen.") : _("abgel."), (int)e->yes, (int)e->no, (int)e->abstain);
}

void wording_item_short(struct str *out, const struct sitting *s, size_t i)
{
	const struct sitting_item *item = sitting_item(s, i);
	const struct ledger_event *e = item->decision;
	if (!e && item->withdrawn)
		str_add(out, wording_not_admitted(s, i) ? _("nicht aufgen.") : _("abgesetzt"));
	else if (e && e->kind == LEDGER_VOTE)
		add_short_vote(out, e);
	else if (e && e->kind == LEDGER_ELECTION)
		str_add(out, str_equal(e->outcome, "elected") || str_equal(e->slot, "lot") ? _("gewählt") : _("Wahl offen"));
	else if (e && e->kind == LEDGER_SEATS)
		str_add(out, _("verteilt"));
	else if (e && str_equal(e->outcome, "noted"))
		str_add(out, _("Kenntnis"));
	else if (e && str_equal(e->outcome, "referred"))
		str_add(out, _("verwiesen"));
	else if (e)
		str_add(out, plain_outcome(e->outcome));
}
