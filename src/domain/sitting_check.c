/*
 * See sitting.h: what may not happen at this moment.
 *
 * One table says in which states of the meeting a kind may occur and which
 * function knows its own rules.
 */
#include "domain/sitting.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "domain/election.h"
#include "domain/majority.h"
#include "domain/seats.h"

#include <stdlib.h>
#include <string.h>

enum {
	PLANNED = 1 << SITTING_PLANNED,
	RUNNING = 1 << SITTING_RUNNING,
	PAUSED = 1 << SITTING_PAUSED,
	CLOSED = 1 << SITTING_CLOSED,
	MEETING = RUNNING | PAUSED,
	ALWAYS = PLANNED | RUNNING | PAUSED | CLOSED,
};

typedef bool check_fn(const struct sitting *s, const struct ledger_event *e, struct err *err);

static bool refuse(struct err *err, const char *what, const char *detail, const char *hint)
{
	err_set(err, "%s", what);
	if (detail)
		err_detail(err, "%s", detail);
	if (hint)
		err_hint(err, "%s", hint);
	return false;
}

static bool refuse_person(const struct sitting *s, int64_t person_id, struct err *err, const char *what)
{
	return refuse(err, what, sitting_person_name(s, person_id), NULL);
}

static const struct sitting_member *member_of(const struct sitting *s, int64_t person_id)
{
	size_t i = sitting_find_member(s, person_id);
	return i == SITTING_NONE ? NULL : sitting_member(s, i);
}

/* The item of the event; the caller has made sure that it exists. */
static const struct sitting_item *item_of(const struct sitting *s, const struct ledger_event *e)
{
	return sitting_item(s, sitting_find_item(s, &e->item_id));
}

static bool refuse_item(const struct sitting_item *item, struct err *err, const char *what)
{
	err_set(err, "%s", what);
	return err_detail(err, "TOP %s %s", item->number, item->title);
}

/* --- people --- */

static bool check_open(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	if (e->legal < 1)
		return refuse(err, _("gesetzliche Mitgliederzahl fehlt"), NULL, _("Sie steht bei der Organisation."));
	for (size_t i = 0; i < e->persons.len; i++) {
		if (!member_of(s, e->persons.items[i]))
			return refuse(err, _("unbekannte Person unter den Anwesenden"), NULL, NULL);
		for (size_t k = 0; k < i; k++)
			if (e->persons.items[k] == e->persons.items[i])
				return refuse_person(s, e->persons.items[i], err, _("eine Person ist zweimal genannt"));
	}
	return true;
}

static bool check_arrive(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	const struct sitting_member *m = member_of(s, e->person_id);
	if (s->state == SITTING_PLANNED && !m->announced_absent)
		return refuse_person(s, e->person_id, err, _("ist nicht abgemeldet"));
	if (m->replaced_by) {
		refuse_person(s, m->replaced_by, err, _("der Sitz ist durch eine Vertretung besetzt"));
		return err_hint(err, _("Zuerst gibt die Vertretung den Sitz zurück."));
	}
	if (m->present)
		return refuse_person(s, e->person_id, err, _("ist schon anwesend"));
	return true;
}

static bool check_depart(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	const struct sitting_member *m = member_of(s, e->person_id);
	if (s->state == SITTING_PLANNED) {
		if (m->announced_absent)
			return refuse_person(s, e->person_id, err, _("ist schon abgemeldet"));
		return true;
	}
	if (!m->present)
		return refuse_person(s, e->person_id, err, _("ist nicht anwesend"));
	const struct sitting_interval *last = vec_at(&m->intervals, m->intervals.len - 1);
	if (e->at < last->from)
		return refuse_person(s, e->person_id, err, _("der Zeitpunkt liegt vor dem Kommen"));
	return true;
}

static bool check_substitute(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	const struct sitting_member *m = member_of(s, e->person_id), *owner = member_of(s, e->other_person_id);
	if (!owner || owner->person->kind != SETUP_MEMBER || !owner->person->voting)
		return refuse_person(s, e->other_person_id, err, _("hat keinen Sitz, der vertreten werden kann"));
	if (owner->replaced_by)
		return refuse_person(s, e->other_person_id, err, _("wird schon vertreten"));
	if (m == owner)
		return refuse_person(s, e->person_id, err, _("niemand vertritt sich selbst"));
	if (m->sits_for || (m->person->kind == SETUP_MEMBER && m->person->voting))
		return refuse_person(s, e->person_id, err, _("hat schon einen Sitz"));
	return true;
}

static bool check_substitute_end(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	if (!member_of(s, e->person_id)->sits_for)
		return refuse_person(s, e->person_id, err, _("vertritt niemanden"));
	return true;
}

/* Is there an open declaration of this kind for person and item? */
static bool declared(const struct sitting *s, const struct ledger_event *e, enum ledger_kind kind)
{
	for (size_t i = 0; i < s->conflict_list.len; i++) {
		const struct sitting_conflict *c = vec_at(&s->conflict_list, i);
		if (c->event->kind == kind && !c->withdrawn && c->until == MOMENT_NONE && c->event->person_id == e->person_id &&
		    id_equal(&c->event->item_id, &e->item_id))
			return true;
	}
	return false;
}

static bool check_conflict(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	if (s->state != SITTING_PLANNED && !member_of(s, e->person_id)->present)
		return refuse_person(s, e->person_id, err, _("ist nicht anwesend"));
	if (declared(s, e, e->kind))
		return refuse_person(s, e->person_id, err, _("ist für diesen Punkt schon eingetragen"));
	return true;
}

static bool check_conflict_end(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	if (!declared(s, e, LEDGER_CONFLICT))
		return refuse_person(s, e->person_id, err, _("ist bei diesem Punkt nicht befangen"));
	return true;
}

/* --- agenda --- */

static bool check_call(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	const struct sitting_item *item = item_of(s, e);
	if (item->state == ITEM_RUNNING)
		return refuse_item(item, err, _("der Punkt ist schon aufgerufen"));
	if (item->state == ITEM_WITHDRAWN)
		return refuse_item(item, err, _("der Punkt ist abgesetzt"));
	return true;
}

static bool check_item_end(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	const struct sitting_item *item = item_of(s, e);
	return item->state == ITEM_RUNNING || refuse_item(item, err, _("der Punkt ist nicht aufgerufen"));
}

static bool check_slot_item(const struct sitting *s, const char *slot, struct err *err)
{
	struct id id;
	if (!slot || !*slot)
		return true;
	if (id_parse(slot, &id) && sitting_find_item(s, &id) != SITTING_NONE)
		return true;
	return refuse(err, _("der Punkt davor ist unbekannt"), slot, NULL);
}

static bool check_add(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	if (sitting_find_item(s, &e->item_id) != SITTING_NONE)
		return refuse(err, _("diesen Punkt gibt es schon"), e->text, NULL);
	if (!*e->text)
		return refuse(err, _("ein neuer Punkt braucht einen Betreff"), NULL, NULL);
	return check_slot_item(s, e->slot, err);
}

static bool check_withdraw(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	const struct sitting_item *item = item_of(s, e);
	if (item->state == ITEM_WITHDRAWN)
		return refuse_item(item, err, _("der Punkt ist abgesetzt"));
	if (item->state == ITEM_DONE)
		return refuse_item(item, err, _("der Punkt ist schon behandelt"));
	return true;
}

static bool check_move(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	const struct sitting_item *item = item_of(s, e);
	if (item->state != ITEM_WAITING)
		return refuse_item(item, err, _("nur ein wartender Punkt kann verschoben werden"));
	if (e->slot && strcmp(e->slot, e->item_id.text) == 0)
		return refuse_item(item, err, _("ein Punkt kann nicht hinter sich selbst stehen"));
	return check_slot_item(s, e->slot, err);
}

static bool check_public(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	const struct sitting_item *item = item_of(s, e);
	if (item->public != (e->flag == LEDGER_TRUE))
		return true;
	return refuse_item(item, err, item->public ? _("der Punkt ist schon öffentlich") : _("der Punkt ist schon nichtöffentlich"));
}

static bool check_part(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	if (s->public_part != (e->flag == LEDGER_TRUE))
		return true;
	return refuse(err, s->public_part ? _("die Sitzung ist schon öffentlich") : _("die Sitzung ist schon nichtöffentlich"), NULL, NULL);
}

/* --- decisions --- */

static bool check_voters(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	int32_t counts[4] = { 0 };
	static const char letters[] = "JNEO";
	for (size_t i = 0; i < e->persons.len; i++) {
		const struct sitting_member *m = member_of(s, e->persons.items[i]);
		const char *letter = strchr(letters, e->choices[i]);
		if (!m || (!m->counts && e->choices[i] != 'O'))
			return refuse_person(s, e->persons.items[i], err, _("ist jetzt nicht stimmberechtigt"));
		for (size_t k = 0; k < i; k++)
			if (e->persons.items[k] == e->persons.items[i])
				return refuse_person(s, e->persons.items[i], err, _("eine Person ist zweimal genannt"));
		counts[letter - letters]++;
	}
	if (counts[0] == e->yes && counts[1] == e->no && counts[2] == e->abstain && e->invalid == 0)
		return true;
	err_set(err, _("die Summen der namentlichen Abstimmung stimmen nicht"));
	return err_detail(err, "%d:%d:%d / %d:%d:%d", (int)e->yes, (int)e->no, (int)e->abstain, (int)counts[0], (int)counts[1],
	    (int)counts[2]);
}

static bool check_groups(const struct ledger_event *e, struct err *err)
{
	int64_t sums[3] = { 0 };
	for (size_t i = 0; i < e->counts.len; i++)
		sums[i % 3] += e->counts.items[i];
	if (!e->counts.set || (sums[0] == e->yes && sums[1] == e->no && sums[2] == e->abstain))
		return true;
	return refuse(err, _("die Summen der Fraktionen stimmen nicht"), NULL, NULL);
}

/* Legal membership, present and entitled of a vote or an election, in that order; the database insists. */
static bool check_room(const struct ledger_event *e, struct err *err)
{
	if (e->legal > 0 && e->present > e->legal) {
		err_set(err, _("mehr Anwesende als gesetzliche Mitglieder"));
		err_detail(err, "%d > %d", (int)e->present, (int)e->legal);
		return err_hint(err, _("Die gesetzliche Mitgliederzahl steht bei der Organisation und im Ereignis der Eröffnung."));
	}
	return e->entitled <= e->present || refuse(err, _("mehr Stimmberechtigte als Anwesende"), NULL, NULL);
}

/*
 * The numbers of the event in itself (the database insists on these), then
 * against those entitled at this moment: a reason in the note overrides that.
 */
static bool check_numbers(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	bool reason = e->note && *e->note;
	int64_t sum = (int64_t)e->yes + e->no + e->abstain + e->invalid;
	bool exact = strcmp(e->mode, "rollcall") != 0 && strcmp(e->mode, "secret") != 0;
	if (!check_room(e, err))
		return false;
	if (sum > e->entitled) {
		err_set(err, _("mehr Stimmen als Stimmberechtigte anwesend"));
		return err_detail(err, "%lld > %d", (long long)sum, (int)e->entitled);
	}
	if (reason || (e->entitled == s->entitled && (!exact || sum == s->entitled)))
		return true;
	err_set(err, _("die Zahlen ergeben nicht die Stimmberechtigten"));
	err_detail(err, "%lld, %d", (long long)sum, (int)s->entitled);
	return err_hint(err, _("Wer trotzdem festhalten will, gibt einen Grund an."));
}

/* The outcome against the rule; a reason overrides. */
static bool check_outcome(const struct ledger_event *e, struct err *err)
{
	struct majority_rule rule;
	struct majority_result result;
	struct majority_votes votes = { e->legal, e->entitled, e->yes, e->no, e->abstain, e->invalid };
	if (!majority_parse(e->rule, &rule, err))
		return false;
	if (e->note && *e->note)
		return true;
	if (!majority_decide(&rule, &votes, &result, err))
		return false;
	if (result.adopted == (strcmp(e->outcome, "adopted") == 0))
		return true;
	return refuse(err, _("das Ergebnis widerspricht der Mehrheitsregel"), majority_label(e->rule),
	    _("Wer trotzdem festhalten will, gibt einen Grund an."));
}

static bool is_vote_or_amendment(const struct sitting *s, const struct id *event_id)
{
	const struct sitting_event *ref = sitting_event(s, event_id);
	return ref && !ref->undone && (ref->event.kind == LEDGER_VOTE || ref->event.kind == LEDGER_AMENDMENT);
}

static bool check_vote(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	const struct sitting_item *item = item_of(s, e);
	if (item->state == ITEM_WITHDRAWN && strcmp(e->slot, "procedure") != 0)
		return refuse_item(item, err, _("der Punkt ist abgesetzt"));
	if (id_is_set(&e->ref_event_id) && !is_vote_or_amendment(s, &e->ref_event_id))
		return refuse(err, _("der Änderungsantrag oder die frühere Abstimmung ist unbekannt"), NULL, NULL);
	if (strcmp(e->slot, "amendment") == 0 && !id_is_set(&e->ref_event_id))
		return refuse(err, _("welcher Änderungsantrag abgestimmt wird, fehlt"), NULL, NULL);
	if (strcmp(e->mode, "rollcall") == 0 && !check_voters(s, e, err))
		return false;
	return check_groups(e, err) && check_numbers(s, e, err) && check_outcome(e, err);
}

static bool check_result(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	const struct sitting_item *item = item_of(s, e);
	if (item->state == ITEM_WITHDRAWN)
		return refuse_item(item, err, _("der Punkt ist abgesetzt"));
	if (strcmp(e->outcome, "referred") == 0 && !e->organization_id && !(e->note && *e->note))
		return refuse(err, _("wohin verwiesen wird, fehlt"), NULL, NULL);
	return true;
}

static int32_t or_zero(int32_t n)
{
	return n == LEDGER_ABSENT ? 0 : n;
}

static bool check_election(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	struct election_round round = {
		.candidates = e->counts.len,
		.votes = e->counts.items,
		.no = or_zero(e->no),
		.abstain = or_zero(e->abstain),
		.invalid = or_zero(e->invalid),
		.runoff = strcmp(e->slot, "runoff") == 0,
		.present = sitting_election_base(s),
	};
	if (strcmp(e->slot, "lot") == 0)
		return (e->text && *e->text) || refuse(err, _("wen das Los bestimmt hat, fehlt"), NULL, NULL);
	struct election_result result;
	if (!check_room(e, err) || !election_decide(&round, &result, err))
		return false;
	bool same = strcmp(election_outcome_name(result.outcome), e->outcome) == 0;
	int64_t ballots = (int64_t)result.valid + round.abstain + round.invalid;
	election_result_clear(&result);
	if (ballots > s->entitled) {
		err_set(err, _("mehr Stimmen als Stimmberechtigte anwesend"));
		return err_detail(err, "%lld > %d", (long long)ballots, (int)s->entitled);
	}
	return same || refuse(err, _("das Ergebnis der Wahl widerspricht den Zahlen"), e->outcome, NULL);
}

static bool check_seats(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	(void)s;
	enum seats_method method;
	struct seats_result result;
	int64_t *votes = mem_zalloc(e->counts.len, sizeof(*votes));
	for (size_t i = 0; i < e->counts.len; i++)
		votes[i] = e->counts.items[i];
	bool ok = seats_method_parse(e->mode, &method) && seats_allocate(method, e->entitled, e->counts.len, votes, &result, err);
	if (ok) {
		bool lot = result.drawn > 0;
		seats_result_clear(&result);
		if (lot != (strcmp(e->outcome, "lot") == 0))
			ok = refuse(err, _("das Ergebnis der Sitzverteilung widerspricht den Zahlen"), e->outcome, NULL);
	}
	free(votes);
	return ok;
}

static bool check_amendment(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	(void)s;
	return *e->text || refuse(err, _("ein Änderungsantrag braucht seinen Wortlaut"), NULL, NULL);
}

static bool check_speaker(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	if (strcmp(e->slot, "end") == 0)
		return sitting_speaking(s) != SITTING_NONE || refuse(err, _("niemand hat das Wort"), NULL, NULL);
	if (!e->person_id && !(e->text && *e->text))
		return refuse(err, _("wer sprechen möchte, fehlt"), NULL, NULL);
	return true;
}

static bool check_wording(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	const struct sitting_event *ref = sitting_event(s, &e->ref_event_id);
	if (!ref || ref->undone || ref->event.kind != LEDGER_VOTE)
		return refuse(err, _("die Abstimmung zu diesem Satz ist unbekannt"), NULL, NULL);
	return *e->note || refuse(err, _("ein geänderter Ergebnissatz braucht einen Grund"), NULL, NULL);
}

static bool check_undo(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	const struct sitting_event *ref = sitting_event(s, &e->ref_event_id);
	if (!ref)
		return refuse(err, _("das Ereignis, das zurückgenommen wird, ist unbekannt"), NULL, NULL);
	if (ref->undone)
		return refuse(err, _("das Ereignis ist schon zurückgenommen"), NULL, NULL);
	if (ref->event.kind == LEDGER_UNDO || ref->event.kind == LEDGER_PEN)
		return refuse(err, _("das kann nicht zurückgenommen werden"), ledger_kind_label(ref->event.kind), NULL);
	return true;
}

static const struct {
	int states;
	check_fn *check;
} rules[LEDGER_KIND_COUNT] = {
	[LEDGER_OPEN] = { PLANNED, check_open },
	[LEDGER_PAUSE] = { RUNNING, NULL },
	[LEDGER_RESUME] = { PAUSED, NULL },
	[LEDGER_CLOSE] = { MEETING, NULL },
	[LEDGER_ARRIVE] = { PLANNED | MEETING, check_arrive },
	[LEDGER_DEPART] = { PLANNED | MEETING, check_depart },
	[LEDGER_SUBSTITUTE] = { MEETING, check_substitute },
	[LEDGER_SUBSTITUTE_END] = { MEETING, check_substitute_end },
	[LEDGER_GUEST] = { ALWAYS, NULL },
	[LEDGER_CONFLICT] = { PLANNED | MEETING, check_conflict },
	[LEDGER_CONFLICT_END] = { PLANNED | MEETING, check_conflict_end },
	[LEDGER_ITEM_ABSENT] = { MEETING, check_conflict },
	[LEDGER_ITEM_CALL] = { RUNNING, check_call },
	[LEDGER_ITEM_END] = { MEETING, check_item_end },
	[LEDGER_ITEM_ADD] = { MEETING, check_add },
	[LEDGER_ITEM_WITHDRAW] = { PLANNED | MEETING, check_withdraw },
	[LEDGER_ITEM_MOVE] = { PLANNED | MEETING, check_move },
	[LEDGER_ITEM_PUBLIC] = { MEETING, check_public },
	[LEDGER_PART] = { MEETING, check_part },
	[LEDGER_VOTE] = { RUNNING, check_vote },
	[LEDGER_RESULT] = { RUNNING, check_result },
	[LEDGER_ELECTION] = { RUNNING, check_election },
	[LEDGER_SEATS] = { RUNNING, check_seats },
	[LEDGER_AMENDMENT] = { MEETING, check_amendment },
	[LEDGER_TEXT] = { ALWAYS, NULL },
	[LEDGER_SPEAKER] = { MEETING, check_speaker },
	[LEDGER_TASK] = { ALWAYS, NULL },
	[LEDGER_MARK] = { ALWAYS, NULL },
	[LEDGER_QUORUM] = { MEETING, NULL },
	[LEDGER_RELEASE] = { ALWAYS, NULL },
	[LEDGER_WORDING] = { MEETING | CLOSED, check_wording },
	[LEDGER_PEN] = { ALWAYS, NULL },
	[LEDGER_UNDO] = { ALWAYS, check_undo },
};

static bool check_state(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	static const char *const states[] = { N_("die Sitzung ist noch nicht eröffnet"), N_("die Sitzung läuft schon"),
		N_("die Sitzung ist unterbrochen"), N_("die Sitzung ist geschlossen") };
	if (!(rules[e->kind].states & 1 << s->state))
		return refuse(err, _(states[s->state]), ledger_kind_label(e->kind), NULL);
	if (s->opened != MOMENT_NONE && e->at != MOMENT_NONE && e->at < s->opened)
		return refuse(err, _("der Zeitpunkt liegt vor der Eröffnung"), ledger_kind_label(e->kind),
		    _("Die Sitzung hat später begonnen; bitte die Uhrzeit prüfen."));
	return true;
}

static bool check_names(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	if (e->person_id && !member_of(s, e->person_id))
		return refuse(err, _("diese Person gehört nicht zur Sitzung"), NULL, NULL);
	if (id_is_set(&e->item_id) && e->kind != LEDGER_ITEM_ADD && sitting_find_item(s, &e->item_id) == SITTING_NONE)
		return refuse(err, _("diesen Tagesordnungspunkt gibt es nicht"), NULL, NULL);
	return true;
}

bool sitting_check(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	if (!ledger_check(e, err))
		return false;
	if (e->meeting_id != s->setup->meeting_id)
		return refuse(err, _("Ereignis gehört zu einer anderen Sitzung"), NULL, NULL);
	if (!check_state(s, e, err) || !check_names(s, e, err))
		return false;
	check_fn *check = rules[e->kind].check;
	return !check || check(s, e, err);
}
