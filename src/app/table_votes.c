/*
 * Votes and results at the meeting table. See table.h.
 *
 * What a vote is about follows from the state: marked items are voted as a
 * block; else what the clerk set (a number of the resolution, a motion of
 * procedure, urgency, publicity); else the furthest-going amendment that is
 * still open; else the resolution. Each vote stores the four numbers of the
 * moment, the rule and the outcome.
 */
#include "app/table.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "domain/majority.h"
#include "domain/wording.h"

#include <stdlib.h>
#include <string.h>

/* The one the chair puts to the vote, if it was chosen; else the furthest-going that is open. */
size_t table_open_amendment(const struct table *t, size_t item)
{
	struct vec list = VEC_OF(size_t);
	size_t found = SITTING_NONE;
	if (t->amendment < t->sitting.amendments.len) {
		const struct sitting_amendment *chosen = sitting_amendment(&t->sitting, t->amendment);
		if (chosen->item == item && chosen->vote == SITTING_NONE)
			return t->amendment;
	}
	sitting_amendments(&t->sitting, item, &list);
	for (size_t i = 0; i < list.len && found == SITTING_NONE; i++) {
		size_t amendment = *(size_t *)vec_at(&list, i);
		if (sitting_amendment(&t->sitting, amendment)->vote == SITTING_NONE)
			found = amendment;
	}
	vec_clear(&list);
	return found;
}

const char *table_rule(const struct table *t, size_t item)
{
	if (t->rule && t->rule_item == item)
		return t->rule;
	if (t->subject.slot || table_open_amendment(t, item) != SITTING_NONE)
		return "simple";
	return sitting_rule(&t->sitting, item);
}

void table_subject_label(const struct table *t, struct str *out)
{
	size_t item = table_item(t);
	if (t->marked.len > 0) {
		str_addf(out, _("Block (%zu)"), t->marked.len);
		return;
	}
	str_add(out, _("Abst."));
	if (t->subject.slot) {
		static const struct {
			const char *slot;
			const char *label;
		} labels[] = { { "number", N_("Ziffer") }, { "procedure", N_("GO-Antrag") }, { "urgency", N_("Dringlichkeit") },
			       { "public", N_("Öffentlichkeit") } };
		for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
			if (strcmp(labels[i].slot, t->subject.slot) == 0)
				str_addf(out, " %s", _(labels[i].label));
		if (t->subject.number)
			str_addf(out, " %s", t->subject.number);
		return;
	}
	size_t amendment = item == SITTING_NONE ? SITTING_NONE : table_open_amendment(t, item);
	if (amendment != SITTING_NONE) {
		const char *number = sitting_amendment(&t->sitting, amendment)->event->number;
		str_addf(out, " %s %s", _("ÄA"), number ? number : "");
	}
}

/* ---- making the vote event ---- */

static bool decide(const struct table *t, const char *rule_text, const struct table_figures *f, bool *adopted,
                   struct err *err)
{
	struct majority_rule rule;
	struct majority_votes votes = { t->sitting.legal, t->sitting.entitled, f->yes, f->no, f->abstain, f->invalid };
	struct majority_result result;
	if (!majority_parse(rule_text, &rule, err))
		return false;
	/* An override of figures that do not add up: judged by what was counted. */
	int32_t cast = f->yes + f->no + f->abstain + f->invalid;
	if (cast > votes.present && f->note)
		votes.present = cast > votes.legal ? votes.legal : cast;
	if (!majority_decide(&rule, &votes, &result, err))
		return false;
	*adopted = result.adopted;
	return true;
}

static void set_subject(const struct table *t, size_t item, struct ledger_event *e)
{
	if (t->subject.slot) {
		e->slot = mem_strdup(t->subject.slot);
		e->number = mem_strdup_null(t->subject.number);
		e->text = mem_strdup_null(t->subject.text);
		return;
	}
	size_t amendment = table_open_amendment(t, item);
	if (amendment != SITTING_NONE) {
		const struct ledger_event *a = sitting_amendment(&t->sitting, amendment)->event;
		e->slot = mem_strdup("amendment");
		e->ref_event_id = a->event_id;
		return;
	}
	e->slot = mem_strdup("motion");
	const struct ledger_event *before = sitting_item(&t->sitting, item)->decision;
	if (before && before->kind == LEDGER_VOTE) {
		e->flag = LEDGER_TRUE; /* repeated: the last one counts */
		e->ref_event_id = before->event_id;
	}
}

static void set_rollcall(const struct table_rollcall *r, struct ledger_event *e)
{
	ledger_set_persons(e, r->persons.data, r->persons.len);
	e->choices = mem_strdup(r->choices);
}

const char *table_group_label(const struct table *t, const struct sitting_group *group)
{
	const struct setup_person *only = NULL;
	size_t count = 0;
	if (group->short_name && *group->short_name)
		return group->short_name;
	for (size_t i = 0; i < t->setup.roster.len; i++) {
		const struct setup_person *p = vec_at(&t->setup.roster, i);
		if (p->kind != SETUP_MEMBER || !p->voting || p->group_id != group->group_id)
			continue;
		only = p;
		count++;
	}
	return count == 1 && *only->role ? only->role : _("fraktionslos");
}

static void set_groups(const struct table *t, const struct table_groups *g, struct ledger_event *e)
{
	struct vec labels = VEC_OF(const char *), counts = VEC_OF(int32_t);
	for (size_t i = 0; i < g->cells.len; i++) {
		const struct table_cell *cell = vec_at(&g->cells, i);
		const struct sitting_group *group = vec_at(&t->sitting.groups, cell->group);
		struct vote_line v;
		const char *label = table_group_label(t, group);
		vote_line_parse_cell(str_text(&cell->text), group->entitled, &v);
		vec_push(&labels, &label);
		vec_push(&counts, &v.yes);
		vec_push(&counts, &v.no);
		vec_push(&counts, &v.abstain);
	}
	ledger_set_labels(e, labels.data, labels.len);
	ledger_set_counts(e, counts.data, counts.len);
	vec_clear(&labels);
	vec_clear(&counts);
}

/* An override with a reason may count more voters than were known to be here. */
static void raise_numbers(const struct table_figures *f, struct ledger_event *e)
{
	int32_t cast = f->yes + f->no + f->abstain + f->invalid;
	if (cast > e->entitled)
		e->entitled = cast;
	if (e->entitled > e->present)
		e->present = e->entitled;
}

static bool build_vote(struct table *t, size_t item, const struct table_figures *f, struct ledger_event *e)
{
	static const char *const modes[] = { "unanimous", "count", "group", "rollcall", "secret" };
	struct err err = { 0 };
	bool adopted = false;
	const char *rule = table_rule(t, item);
	table_event(t, e, LEDGER_VOTE);
	e->item_id = sitting_item(&t->sitting, item)->item_id;
	if (!decide(t, rule, f, &adopted, &err)) {
		message_error(t->message, &err);
		ledger_event_clear(e);
		return false;
	}
	set_subject(t, item, e);
	sitting_fill_numbers(&t->sitting, e);
	e->mode = mem_strdup(modes[f->kind]);
	e->rule = mem_strdup(rule);
	e->outcome = mem_strdup(adopted ? "adopted" : "rejected");
	e->yes = f->yes;
	e->no = f->no;
	e->abstain = f->abstain;
	e->invalid = f->invalid;
	e->note = mem_strdup_null(f->note);
	raise_numbers(f, e);
	if (f->rollcall)
		set_rollcall(f->rollcall, e);
	if (f->groups)
		set_groups(t, f->groups, e);
	return true;
}

/* What an adopted or rejected motion on the agenda itself brings about. */
static void follow_up(struct table *t, size_t item, const struct table_subject *subject, bool adopted)
{
	struct ledger_event e;
	if (strcmp(subject->slot, "urgency") == 0 && !adopted) {
		table_event(t, &e, LEDGER_ITEM_WITHDRAW);
		e.item_id = sitting_item(&t->sitting, item)->item_id;
		e.note = mem_strdup(_("Dringlichkeit abgelehnt"));
		table_record(t, &e);
	} else if (strcmp(subject->slot, "public") == 0 && adopted) {
		table_event(t, &e, LEDGER_ITEM_PUBLIC);
		e.item_id = sitting_item(&t->sitting, item)->item_id;
		e.flag = sitting_item(&t->sitting, item)->public ? LEDGER_FALSE : LEDGER_TRUE;
		table_record(t, &e);
	}
}

static void say_result(struct table *t, size_t item)
{
	struct str text = { 0 };
	for (size_t i = t->sitting.votes.len; i-- > 0;) {
		const struct sitting_vote *v = sitting_vote(&t->sitting, i);
		if (v->item != item)
			continue;
		wording_vote(&text, &t->sitting, v);
		message_info(t->message, _("TOP %s: %s"), sitting_item(&t->sitting, item)->number, str_text(&text));
		break;
	}
	str_clear(&text);
}

static bool vote_on(struct table *t, size_t item, const struct table_figures *f)
{
	struct ledger_event e;
	if (!build_vote(t, item, f, &e))
		return false;
	bool adopted = strcmp(e.outcome, "adopted") == 0;
	if (!table_record(t, &e))
		return false;
	if (t->subject.slot) {
		struct table_subject subject = t->subject;
		t->subject = (struct table_subject){ .item = SITTING_NONE };
		follow_up(t, item, &subject, adopted);
		free(subject.number);
		free(subject.text);
	}
	say_result(t, item);
	return true;
}

static bool vote_block(struct table *t, const struct table_figures *f)
{
	size_t done = 0;
	for (size_t i = 0; i < t->marked.len; i++)
		done += vote_on(t, *(size_t *)vec_at(&t->marked, i), f);
	bool all = done == t->marked.len;
	if (all) {
		message_info(t->message, _("%zu Punkte in einem Block abgestimmt"), done);
		table_clear_marks(t);
		t->cursor_free = false;
	}
	return all;
}

bool table_vote(struct table *t, const struct table_figures *figures)
{
	if (t->marked.len > 0)
		return vote_block(t, figures);
	size_t item = t->subject.slot && t->subject.item != SITTING_NONE ? t->subject.item : t->sitting.current;
	if (item == SITTING_NONE)
		return !table_needs_item(t);
	bool ok = vote_on(t, item, figures);
	if (ok) {
		free(t->rule);
		t->rule = NULL;
	} else if (t->subject.item != SITTING_NONE) {
		/* What could not be voted must not stay behind for a vote that means something else. */
		table_clear_subject(t);
	}
	return ok;
}

static bool can_vote(struct table *t)
{
	bool switching = t->subject.slot && t->subject.item != SITTING_NONE;
	return switching || table_needs_item(t);
}

/* ---- unanimous and counted ---- */

static bool vote_unanimous(struct table *t)
{
	struct table_figures f = { .kind = TABLE_VOTE_UNANIMOUS, .yes = t->sitting.entitled };
	return table_vote(t, &f);
}

static bool accept_again(struct table *t, const char *text)
{
	(void)text;
	vote_unanimous(t);
	return true;
}

static unsigned hint_again(const struct table *t, const char *text, struct str *out)
{
	(void)t;
	(void)text;
	str_add(out, _("Enter wiederholt die Abstimmung (die letzte gilt), Esc lässt es"));
	return ATTR_BOLD;
}

static const struct table_prompt again_prompt = { N_("Schon abgestimmt: einstimmig?"), accept_again, hint_again, false };

/* Is the motion itself to be voted, and has it been? */
static bool is_decided(const struct table *t)
{
	size_t item = t->sitting.current;
	if (item == SITTING_NONE || t->marked.len > 0 || t->subject.slot || table_open_amendment(t, item) != SITTING_NONE)
		return false;
	return sitting_item(&t->sitting, item)->decision != NULL;
}

/* The one key that votes at once: pressed twice by mistake it asks. */
static unsigned act_unanimous(struct table *t)
{
	if (!can_vote(t))
		return SCREEN_HANDLED;
	if (is_decided(t))
		table_open_prompt(t, &again_prompt, "");
	else
		vote_unanimous(t);
	return SCREEN_HANDLED;
}

static const struct table_prompt override_prompt;

void table_outcome_hint(const struct table *t, const struct vote_line *v, struct str *out)
{
	struct table_figures f = { .yes = v->yes, .no = v->no, .abstain = v->abstain, .invalid = v->invalid };
	size_t item = table_item(t);
	bool adopted = false;
	str_addf(out, _("Ja %d  Nein %d  Enth %d"), (int)v->yes, (int)v->no, (int)v->abstain);
	if (v->invalid)
		str_addf(out, _("  Ungültig %d"), (int)v->invalid);
	if (v->state == VOTE_LINE_MISMATCH) {
		str_addf(out, _("  = %d statt %d !"), (int)v->sum, (int)t->sitting.entitled);
		return;
	}
	str_addf(out, _("  = %d ok   "), (int)v->sum);
	if (item == SITTING_NONE || !decide(t, table_rule(t, item), &f, &adopted, NULL))
		return;
	/* The figures stand there already: only the words before them. */
	struct str words = { 0 };
	wording_figures(&words, adopted, t->setup.unanimous_strict, v->yes, v->no, v->abstain, v->invalid);
	str_addf(out, "%.*s", (int)strcspn(str_text(&words), "("), str_text(&words));
	str_clear(&words);
}

static unsigned hint_vote(const struct table *t, const char *text, struct str *out)
{
	struct vote_line v;
	vote_line_parse(text, t->sitting.entitled, &v);
	switch (v.state) {
	case VOTE_LINE_WRONG:
		str_add(out, _("e · E2 · n3 · n3x1 · j4 · 25 3 0"));
		return ATTR_BOLD | ATTR_RED;
	case VOTE_LINE_MISMATCH:
		table_outcome_hint(t, &v, out);
		return ATTR_BOLD | ATTR_RED;
	case VOTE_LINE_OK:
		table_outcome_hint(t, &v, out);
		return ATTR_BOLD;
	default:
		return ATTR_NONE;
	}
}

static struct table_figures figures_of(const struct vote_line *v, enum table_vote_kind kind)
{
	return (struct table_figures){ kind, v->yes, v->no, v->abstain, v->invalid, NULL, NULL, NULL };
}

static bool accept_vote(struct table *t, const char *text)
{
	struct vote_line v;
	vote_line_parse(text, t->sitting.entitled, &v);
	if (v.state == VOTE_LINE_MISMATCH) {
		str_set(&t->kept, text);
		table_open_prompt(t, &override_prompt, "");
		return true;
	}
	if (v.state != VOTE_LINE_OK) {
		message_warn(t->message, _("„%s“ ist noch keine Abstimmung: e, E2, n3, n3x1, j4 oder 25 3 0."), text);
		return false;
	}
	struct table_figures f = figures_of(&v, v.unanimous ? TABLE_VOTE_UNANIMOUS : TABLE_VOTE_COUNT);
	return table_vote(t, &f);
}

/* Figures that do not match those entitled are taken with a reason, which stands in the record. */
static bool accept_override(struct table *t, const char *text)
{
	struct vote_line v;
	if (!*text) {
		message_warn(t->message, "%s", _("Ohne Grund wird die abweichende Zahl nicht festgehalten. Esc verwirft."));
		return false;
	}
	vote_line_parse(str_text(&t->kept), t->sitting.entitled, &v);
	struct table_figures f = figures_of(&v, TABLE_VOTE_COUNT);
	f.note = text;
	return table_vote(t, &f);
}

static const struct table_prompt override_prompt = { N_("Zahlen weichen ab, Grund"), accept_override, NULL, false };
static const struct table_prompt vote_prompt = { NULL, accept_vote, hint_vote, false };

static unsigned open_vote_line(struct table *t, const char *begin)
{
	if (can_vote(t))
		table_open_prompt(t, &vote_prompt, begin);
	return SCREEN_HANDLED;
}

static unsigned act_abstentions(struct table *t)
{
	return open_vote_line(t, "E");
}

static unsigned act_minority(struct table *t)
{
	return open_vote_line(t, "n");
}

static unsigned act_only_yes(struct table *t)
{
	return open_vote_line(t, "j");
}

/* By its own key, or by the first digit of the count. */
static unsigned act_counts(struct table *t)
{
	char begin[2] = { t->key >= '0' && t->key <= '9' ? (char)t->key : '\0', '\0' };
	return open_vote_line(t, begin);
}

/* ---- secret ballot: counts only ---- */

static bool accept_secret(struct table *t, const char *text)
{
	struct vote_line v;
	vote_line_parse(text, t->sitting.entitled, &v);
	bool fewer = v.state == VOTE_LINE_MISMATCH && v.sum <= t->sitting.entitled;
	if (v.state != VOTE_LINE_OK && !fewer) {
		message_warn(t->message, "%s", _("Ja, Nein, Enthaltung, ungültig: zum Beispiel 17 12 4 1."));
		return false;
	}
	struct table_figures f = figures_of(&v, TABLE_VOTE_SECRET);
	return table_vote(t, &f);
}

static const struct table_prompt secret_prompt = { N_("geheim: Ja Nein Enth ungültig"), accept_secret, hint_vote, false };

static unsigned act_secret(struct table *t)
{
	if (can_vote(t))
		table_open_prompt(t, &secret_prompt, "");
	return SCREEN_HANDLED;
}

const struct table_action table_vote_actions[] = {
	{ "table_unanimous", act_unanimous, true, N_("Einstimmig angenommen.") },
	{ "table_abstentions", act_abstentions, true, N_("Einstimmig mit Enthaltungen: E2.") },
	{ "table_minority", act_minority, true, N_("Nur die Minderheit: n3, n3x1; der Rest stimmt zu.") },
	{ "table_only_yes", act_only_yes, true, N_("Nur die Zustimmung: j4, j4x2; der Rest stimmt dagegen.") },
	{ "table_counts", act_counts, true, N_("Ausgezählt: 25 3 0; zwei Zahlen genügen, die dritte wird errechnet.") },
	{ "table_secret", act_secret, true, N_("Geheime Abstimmung: nur Zahlen.") },
	{ "table_groups", table_start_groups, true, N_("Abstimmung nach Fraktionen: Vorgabe ja, Ziffern teilen auf.") },
	{ "table_rollcall", table_start_rollcall, true, N_("Namentliche Abstimmung: j n e o je Name, Enter: der Rest ja.") },
	{ "table_election", table_start_election, true, N_("Wahl von Personen oder Verteilung von Sitzen.") },
	{ NULL, NULL, false, NULL },
};
