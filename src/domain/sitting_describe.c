/* See sitting.h: an event in one German line for the list of events. */
#include "domain/sitting.h"

#include "base/date.h"
#include "base/i18n.h"
#include "domain/wording.h"

#include <string.h>

static const char *person(const struct sitting *s, const struct ledger_event *e)
{
	return sitting_person_spoken(s, e->person_id);
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

/* The beginning of a text, on one line. */
static void add_beginning(struct str *out, const char *text)
{
	size_t n = strcspn(or_empty(text), "\n"), max = 60;
	if (n > max) {
		n = max;
		while (n && ((unsigned char)text[n] & 0xc0) == 0x80)
			n--;
	}
	str_add_n(out, or_empty(text), n);
	if (text && text[n])
		str_add(out, " …");
}

static const char *outcome_text(const struct ledger_event *e)
{
	return str_equal(e->outcome, "adopted") ? _("angenommen") : _("abgelehnt");
}

static void describe_people(const struct sitting *s, const struct ledger_event *e, struct str *out)
{
	bool before = s->opened == MOMENT_NONE || e->at < s->opened;
	switch (e->kind) {
	case LEDGER_ARRIVE:
		str_addf(out, before ? _("%s nimmt doch teil") : _("%s kommt"), person(s, e));
		break;
	case LEDGER_DEPART:
		str_addf(out, before ? _("%s ist abgemeldet") : _("%s geht"), person(s, e));
		break;
	case LEDGER_SUBSTITUTE:
		str_addf(out, _("%s vertritt %s"), person(s, e), sitting_person_spoken(s, e->other_person_id));
		break;
	case LEDGER_SUBSTITUTE_END:
		str_addf(out, _("%s gibt den Sitz zurück"), person(s, e));
		break;
	case LEDGER_GUEST:
		str_addf(out, _("Gast: %s"), or_empty(e->text));
		break;
	case LEDGER_CONFLICT:
		str_addf(out, _("%s ist befangen"), person(s, e));
		break;
	case LEDGER_CONFLICT_END:
		str_addf(out, _("%s ist nicht befangen"), person(s, e));
		break;
	default: /* LEDGER_ITEM_ABSENT */
		str_addf(out, _("%s ist bei diesem Punkt abwesend"), person(s, e));
	}
}

static void describe_speaker(const struct sitting *s, const struct ledger_event *e, struct str *out)
{
	const char *name = e->person_id ? person(s, e) : or_empty(e->text);
	if (str_equal(e->slot, "end"))
		str_add(out, _("Rede beendet"));
	else if (str_equal(e->slot, "begin"))
		str_addf(out, _("%s hat das Wort"), name);
	else if (str_equal(e->slot, "cancel"))
		str_addf(out, _("%s verzichtet auf das Wort"), name);
	else if (str_equal(e->slot, "order"))
		str_addf(out, _("%s meldet sich zur Geschäftsordnung"), name);
	else
		str_addf(out, _("%s meldet sich"), name);
}

static const char *text_label(const struct ledger_event *e)
{
	if (str_equal(e->slot, "resolution"))
		return _("Beschlusstext");
	if (str_equal(e->slot, "verbatim"))
		return _("Wortprotokoll");
	return str_equal(e->slot, "closing") ? _("Schlusssatz") : _("Verlauf");
}

static void describe_undo(const struct sitting *s, const struct ledger_event *e, struct str *out)
{
	const struct sitting_event *target = sitting_event(s, &e->ref_event_id);
	str_addf(out, "%s: ", ledger_kind_label(e->kind));
	if (!target || target->event.kind == LEDGER_UNDO)
		str_add(out, "?");
	else
		sitting_describe(s, &target->event, out);
}

static void describe_course(const struct sitting *s, const struct ledger_event *e, struct str *out)
{
	switch (e->kind) {
	case LEDGER_OPEN:
		str_addf(out, _("Sitzung eröffnet, %zu anwesend"), e->persons.len);
		break;
	case LEDGER_PART:
		str_add(out, e->flag == LEDGER_FALSE ? _("nichtöffentlicher Teil") : _("öffentlicher Teil"));
		break;
	case LEDGER_ITEM_PUBLIC:
		str_add(out, e->flag == LEDGER_FALSE ? _("wird nichtöffentlich behandelt") : _("wird öffentlich behandelt"));
		break;
	case LEDGER_MARK:
		str_add(out, e->flag == LEDGER_TRUE ? _("gemerkt: später fertigstellen") : _("Merkzeichen entfernt"));
		break;
	case LEDGER_QUORUM:
		str_addf(out, str_equal(e->outcome, "quorate") ? _("beschlussfähig festgestellt, %d anwesend")
							       : _("nicht beschlussfähig, %d anwesend"), (int)e->present);
		break;
	case LEDGER_UNDO:
		describe_undo(s, e, out);
		break;
	default:
		str_add(out, ledger_kind_label(e->kind));
		if (e->text && *e->text) {
			str_add(out, ": ");
			add_beginning(out, e->text);
		}
	}
}

static void describe_record(const struct sitting *s, const struct ledger_event *e, struct str *out)
{
	switch (e->kind) {
	case LEDGER_VOTE:
		str_addf(out, _("Abstimmung %d:%d:%d, %s"), (int)e->yes, (int)e->no, (int)e->abstain, outcome_text(e));
		break;
	case LEDGER_RESULT:
	case LEDGER_ELECTION:
	case LEDGER_SEATS:
		wording_result(out, s, e);
		break;
	case LEDGER_TEXT:
		str_addf(out, "%s: ", text_label(e));
		add_beginning(out, e->text);
		break;
	default: /* LEDGER_SPEAKER */
		describe_speaker(s, e, out);
	}
}

void sitting_describe(const struct sitting *s, const struct ledger_event *e, struct str *out)
{
	char time[DATE_TEXT];
	if (e->at != MOMENT_NONE)
		str_addf(out, "%s ", moment_format_time(e->at, time));
	switch (e->kind) {
	case LEDGER_ARRIVE:
	case LEDGER_DEPART:
	case LEDGER_SUBSTITUTE:
	case LEDGER_SUBSTITUTE_END:
	case LEDGER_GUEST:
	case LEDGER_CONFLICT:
	case LEDGER_CONFLICT_END:
	case LEDGER_ITEM_ABSENT:
		describe_people(s, e, out);
		break;
	case LEDGER_VOTE:
	case LEDGER_RESULT:
	case LEDGER_ELECTION:
	case LEDGER_SEATS:
	case LEDGER_TEXT:
	case LEDGER_SPEAKER:
		describe_record(s, e, out);
		break;
	default:
		describe_course(s, e, out);
	}
	size_t item = id_is_set(&e->item_id) ? sitting_find_item(s, &e->item_id) : SITTING_NONE;
	if (item != SITTING_NONE)
		str_addf(out, " (TOP %s)", sitting_item(s, item)->number);
	if (e->note && *e->note && e->kind != LEDGER_RESULT && e->kind != LEDGER_ELECTION)
		str_addf(out, " – %s", e->note);
}
