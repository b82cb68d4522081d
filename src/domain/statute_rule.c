/* Statements of a rule: see statute_parse.h. What fits together is judged by statute_check.c. */
#include "domain/statute_parse.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

#define MINUTES_MAX 1440
#define COUNT_MAX 100000


static void set_text(char **to, const char *text)
{
	if (text)
		mem_replace(to, text);
}

/* --- who ------------------------------------------------------------------- */

/* Kinds and short names in quotes, to the end of the line or to the word `as`. */
static void read_bodies(struct statute_parser *p, struct statute_bodies *bodies)
{
	do {
		const struct word *w = words_peek(&p->words);
		if (w && w->quoted) {
			const char *name = statute_read_short(p, _("Kurzname eines Gremiums"));
			char *copy = name ? mem_strdup(name) : NULL;
			if (copy)
				vec_push(&bodies->names, &copy);
			continue;
		}
		int class = statute_read_word(p, statute_classes);
		if (class >= 0 && bodies->classes & 1U << class)
			words_fault(&p->words, _("„%s“ steht doppelt in dieser Zeile"), statute_classes[class].word);
		else if (class >= 0)
			bodies->classes |= 1U << class;
	} while (!p->words.failed && words_peek(&p->words) &&
		 (words_peek(&p->words)->quoted || strcmp(words_peek(&p->words)->text, "as") != 0));
}

static void read_who(struct statute_parser *p, struct statute_rule *r, bool except)
{
	struct statute_who who = { .except = except, .of = { 0, VEC_OF(char *) }, .line = p->words.line };
	int role = statute_read_word(p, statute_roles);
	if (role == STATUTE_FUNCTION)
		set_text(&who.function, words_name(&p->words, _("Name der Funktion")));
	else if (role >= 0 && statute_skip(p, "of"))
		read_bodies(p, &who.of);
	who.role = role >= 0 ? (enum statute_role)role : STATUTE_MEMBER;
	vec_push(&r->who, &who);
}

static void parse_who(struct statute_parser *p, struct statute_rule *r)
{
	read_who(p, r, false);
}

static void parse_except(struct statute_parser *p, struct statute_rule *r)
{
	read_who(p, r, true);
}

static void parse_when(struct statute_parser *p, struct statute_rule *r)
{
	struct statute_when when = { .line = p->words.line };
	int measure = statute_read_word(p, statute_measures);
	int compare = measure >= 0 ? statute_read_word(p, statute_compares) : -1;
	if (compare < 0 || !statute_read_integer(p, _("Grenze"), 0, 99999999, &when.value))
		return;
	when.measure = (enum statute_measure)measure;
	when.compare = (enum statute_compare)compare;
	vec_push(&r->when, &when);
}

static void parse_excludes(struct statute_parser *p, struct statute_rule *r)
{
	statute_read_names(p, _("Name einer Regel"), &r->excludes);
}

static void parse_pool(struct statute_parser *p, struct statute_rule *r)
{
	set_text(&r->pool, words_name(&p->words, _("Name der Gruppe von Regeln")));
}

static void parse_paragraph(struct statute_parser *p, struct statute_rule *r)
{
	set_text(&r->paragraph, statute_read_text(p, _("Paragraph")));
}

static void parse_valid(struct statute_parser *p, struct statute_rule *r)
{
	if (!words_peek(&p->words))
		words_fault(&p->words, _("hier fehlt from oder until"));
	else
		statute_read_period(p, false, &r->from, &r->until);
}

static void parse_optional(struct statute_parser *p, struct statute_rule *r)
{
	(void)p;
	r->optional = true;
}

/* --- how much --------------------------------------------------------------- */

static void parse_pay(struct statute_parser *p, struct statute_rule *r)
{
	int pay = statute_read_word(p, statute_pays);
	if (pay >= 0)
		r->pay = (enum statute_pay)pay;
}

static void parse_amount(struct statute_parser *p, struct statute_rule *r)
{
	statute_read_amount(p, true, &r->amount);
}

/* [plus AMOUNT per started N minutes]: what each further step adds. */
static void read_plus(struct statute_parser *p, struct statute_bracket *b)
{
	if (p->words.failed || !statute_skip(p, "plus"))
		return;
	if (b->minutes != STATUTE_ABOVE) {
		words_fault(&p->words, _("„plus“ gibt es nur bei „bracket above“"));
		return;
	}
	if (!statute_read_amount(p, false, &b->plus) || !statute_read_keyword(p, "per"))
		return;
	int count = statute_read_word(p, statute_counts);
	if (count == STATUTE_EXACT)
		words_fault(&p->words, _("hier geht nur started, full oder nearest"));
	else if (count > 0 && statute_read_int(p, _("Einheit"), 1, MINUTES_MAX, &b->unit))
		statute_read_keyword(p, "minutes");
	b->count = count > 0 ? (enum statute_count)count : STATUTE_STARTED;
}

static void parse_bracket(struct statute_parser *p, struct statute_rule *r)
{
	static const char *const kinds[] = { "to", "above", NULL };
	int kind = words_one_of(&p->words, kinds);
	struct statute_bracket b = { .minutes = STATUTE_ABOVE, .line = p->words.line };
	if (kind < 0 || !statute_has_room(p, &r->brackets) ||
	    (kind == 0 && (!statute_read_integer(p, _("Dauer"), 1, MINUTES_MAX, &b.minutes) || !statute_read_keyword(p, "minutes"))))
		return;
	const struct statute_bracket *last = r->brackets.len ? vec_at(&r->brackets, r->brackets.len - 1) : NULL;
	if (last && last->minutes == STATUTE_ABOVE)
		words_fault(&p->words, _("nach „bracket above“ kommt kein „bracket“ mehr"));
	else if (last && b.minutes <= last->minutes)
		words_fault(&p->words, _("die Obergrenzen müssen steigen: nach %lld kommt %lld"), (long long)last->minutes, (long long)b.minutes);
	else if (statute_read_amount(p, false, &b.amount))
		read_plus(p, &b);
	vec_push(&r->brackets, &b);
}

static void parse_unit(struct statute_parser *p, struct statute_rule *r)
{
	static const char *const of[] = { "minutes", "km", NULL };
	int count = statute_read_word(p, statute_counts);
	if (count <= STATUTE_EXACT || !statute_read_int(p, _("Einheit"), 1, MINUTES_MAX, &r->unit))
		return;
	r->count = (enum statute_count)count;
	r->unit_km = words_one_of(&p->words, of) == 1;
}

static void read_gaps(struct statute_parser *p, struct statute_rule *r)
{
	r->gap = -1;
	if (!statute_skip(p, "all"))
		statute_read_int(p, "gaps", 0, MINUTES_MAX, &r->gap);
}

static void parse_duration(struct statute_parser *p, struct statute_rule *r)
{
	static const char *const options[] = { "before", "after", "gaps", "meeting", "day", "whole", NULL };
	unsigned seen = 0;
	if (!words_peek(&p->words))
		words_fault(&p->words, _("hier fehlt before, after, gaps, meeting, day oder whole"));
	while (words_peek(&p->words) && !p->words.failed) {
		int option = words_option(&p->words, options, &seen);
		if (option == 2)
			read_gaps(p, r);
		else if (option == 0 || option == 1)
			statute_read_int(p, options[option], 1, MINUTES_MAX, option ? &r->after : &r->before);
		else if (option == 5)
			r->whole = true;
		else if (option > 2)
			r->per_day = option == 4;
	}
	if (!p->words.failed && (seen & 3 << 3) == 3 << 3)
		words_fault(&p->words, _("meeting und day schließen sich aus"));
}

/* [for FUNCTION], then kept; the factor must be read already. */
static void add_share(struct statute_parser *p, struct statute_rule *r, struct statute_ratio factor)
{
	struct statute_share share = { factor, NULL, p->words.line };
	if (statute_skip(p, "for"))
		set_text(&share.function, words_name(&p->words, _("Name der Funktion")));
	vec_push(&r->shares, &share);
}

/* Percent as ten-thousandths: at most two places, so that the factor stays exact. */
static bool read_percent(struct statute_parser *p, int64_t *percent)
{
	struct statute_ratio ratio;
	if (!statute_read_ratio(p, _("Prozent"), &ratio))
		return false;
	*percent = ratio.over / 100;
	if (ratio.under != STATUTE_UNIT || ratio.over % 100 || ratio.over > 1000 * STATUTE_UNIT)
		words_fault(&p->words, _("Prozent hat höchstens zwei Stellen nach dem Komma und ist höchstens 1000"));
	return !p->words.failed && statute_read_keyword(p, "percent");
}

static void parse_surcharge(struct statute_parser *p, struct statute_rule *r)
{
	int64_t percent;
	if (read_percent(p, &percent))
		add_share(p, r, (struct statute_ratio){ STATUTE_UNIT + percent, STATUTE_UNIT });
}

static void parse_reduction(struct statute_parser *p, struct statute_rule *r)
{
	int64_t percent;
	if (!read_percent(p, &percent))
		return;
	if (percent >= STATUTE_UNIT)
		words_fault(&p->words, _("mehr als 99,99 Prozent lassen sich nicht abziehen"));
	else
		add_share(p, r, (struct statute_ratio){ STATUTE_UNIT - percent, STATUTE_UNIT });
}

static void parse_factor(struct statute_parser *p, struct statute_rule *r)
{
	struct statute_ratio factor;
	if (statute_read_ratio(p, _("Faktor"), &factor))
		add_share(p, r, factor);
}

static void parse_rounding(struct statute_parser *p, struct statute_rule *r)
{
	statute_read_rounding(p, &r->rounding);
}

/* --- when and how often ----------------------------------------------------- */

static void parse_due(struct statute_parser *p, struct statute_rule *r)
{
	int due = statute_read_word(p, statute_dues);
	if (due >= 0)
		r->due = (enum statute_due)due;
}

static void parse_prorata(struct statute_parser *p, struct statute_rule *r)
{
	int prorata = statute_read_word(p, statute_proratas);
	if (prorata >= 0)
		r->prorata = (enum statute_prorata)prorata;
}

static void parse_pause(struct statute_parser *p, struct statute_rule *r)
{
	int64_t percent;
	if (!statute_read_keyword(p, "after") || !statute_read_int(p, _("Monate"), 1, 60, &r->pause_months) ||
	    !statute_read_keyword(p, "months") || !statute_skip(p, "keeps") || !read_percent(p, &percent))
		return;
	if (percent >= STATUTE_UNIT)
		words_fault(&p->words, _("was während der Pause bleibt, muss weniger als 100 Prozent sein"));
	r->pause_keeps = (struct statute_ratio){ percent, STATUTE_UNIT };
}

/* less AMOUNT or reduction P percent, [at BODY ...] */
static void parse_absence(struct statute_parser *p, struct statute_rule *r)
{
	static const char *const kinds[] = { "less", "reduction", NULL };
	int64_t percent = 0;
	int kind = words_one_of(&p->words, kinds);
	if (kind < 0 || !(kind == 0 ? statute_read_amount(p, false, &r->absence) : read_percent(p, &percent)))
		return;
	if (kind == 1 && percent > STATUTE_UNIT)
		words_fault(&p->words, _("mehr als 100 Prozent lassen sich nicht abziehen"));
	else if (kind == 1)
		r->absence_part = (struct statute_ratio){ percent, STATUTE_UNIT };
	if (!p->words.failed && statute_skip(p, "at"))
		read_bodies(p, &r->absence_of);
}

/* Whole or half hours and so on, kept as minutes. */
static bool read_hours(struct statute_parser *p, int64_t *minutes)
{
	struct statute_ratio hours;
	if (!statute_read_ratio(p, _("Stunden"), &hours))
		return false;
	*minutes = hours.over * 60 / hours.under;
	if (hours.over * 60 % hours.under || *minutes > COUNT_MAX)
		words_fault(&p->words, _("das sind keine ganzen Minuten, oder zu viele"));
	return !p->words.failed;
}

/* What is paid of each meeting of a day after the first: something, and less than all of it. */
static void read_further(struct statute_parser *p, struct statute_ratio *part)
{
	int64_t percent;
	if (!read_percent(p, &percent))
		return;
	if (percent >= STATUTE_UNIT)
		words_fault(&p->words, _("weitere Sitzungen am selben Tag werden zu weniger als 100 Prozent gezahlt"));
	*part = (struct statute_ratio){ percent, STATUTE_UNIT };
}

bool statute_read_limit(struct statute_parser *p, struct statute_limit *limit)
{
	int period = statute_read_word(p, statute_periods);
	int kind = period >= 0 ? statute_read_word(p, statute_limit_kinds) : -1;
	if (kind < 0)
		return false;
	limit->period = (enum statute_period)period;
	limit->kind = (enum statute_limit_kind)kind;
	limit->line = p->words.line;
	switch (limit->kind) {
	case STATUTE_LIMIT_COUNT:
		if (statute_read_integer(p, _("Anzahl"), 1, COUNT_MAX, &limit->value))
			limit->highest = statute_skip(p, "highest");
		break;
	case STATUTE_LIMIT_FACTOR:
		statute_read_ratio(p, _("Faktor"), &limit->times);
		break;
	case STATUTE_LIMIT_AMOUNT:
		if (statute_read_sum(p, &limit->value) && limit->value == 0)
			words_fault(&p->words, _("eine Grenze von 0,00 zahlt nie etwas"));
		break;
	case STATUTE_LIMIT_HOURS:
		read_hours(p, &limit->value);
		break;
	case STATUTE_LIMIT_FURTHER:
		read_further(p, &limit->times);
		break;
	}
	return !p->words.failed;
}

static void parse_limit(struct statute_parser *p, struct statute_rule *r)
{
	struct statute_limit limit = { 0 };
	if (!statute_read_limit(p, &limit))
		return;
	for (size_t i = 0; i < r->limits.len; i++) {
		const struct statute_limit *old = vec_at(&r->limits, i);
		if (old->period == limit.period && old->kind == limit.kind) {
			words_fault(&p->words, _("die Grenze „%s %s“ steht schon in Zeile %u"), statute_periods[limit.period].word,
				statute_limit_kinds[limit.kind].word, old->line);
			fault_see(p->words.faults, old->line);
			return;
		}
	}
	vec_push(&r->limits, &limit);
}

static void parse_under(struct statute_parser *p, struct statute_rule *r)
{
	statute_read_names(p, _("Name einer gemeinsamen Grenze"), &r->under);
}

/* --- meetings ---------------------------------------------------------------- */

static void parse_meetings(struct statute_parser *p, struct statute_rule *r)
{
	read_bodies(p, &r->meetings);
	if (p->words.failed || !statute_skip(p, "as"))
		return;
	int as = statute_read_word(p, statute_attendings);
	if (as >= 0)
		r->attending = (enum statute_attending)as;
}

static void parse_days(struct statute_parser *p, struct statute_rule *r)
{
	do {
		int day = statute_read_word(p, statute_weekdays);
		if (day >= 0 && r->days & 1U << day)
			words_fault(&p->words, _("„%s“ steht doppelt in dieser Zeile"), statute_weekdays[day].word);
		else if (day >= 0)
			r->days |= 1U << day;
	} while (!p->words.failed && words_peek(&p->words));
}

static bool read_time(struct statute_parser *p, int *minutes);

static void parse_begins(struct statute_parser *p, struct statute_rule *r)
{
	bool from = statute_skip(p, "from");
	if (from && !read_time(p, &r->begins_from))
		return;
	if (!from || words_peek(&p->words))
		if (!statute_read_keyword(p, "before") || !read_time(p, &r->begins_before))
			return;
	if (r->begins_before && r->begins_before <= r->begins_from)
		words_fault(&p->words, _("das Ende liegt vor dem Anfang"));
	else if (r->begins_from == MINUTES_MAX || (!r->begins_from && r->begins_before % MINUTES_MAX == 0))
		words_fault(&p->words, _("diese Bedingung ist nie erfüllt oder immer"));
}

static void parse_presence(struct statute_parser *p, struct statute_rule *r)
{
	struct statute_presence presence = { .line = p->words.line };
	if (!statute_read_keyword(p, "at_least") || !statute_read_int(p, _("Anwesenheit"), 1, MINUTES_MAX, &presence.value))
		return;
	int kind = statute_read_word(p, statute_presence_kinds);
	if (kind < 0)
		return;
	presence.kind = (enum statute_presence_kind)kind;
	if (presence.kind == STATUTE_PERCENT && presence.value > 100)
		words_fault(&p->words, _("mehr als 100 Prozent der Dauer ist niemand anwesend"));
	for (size_t i = 0; i < r->presence.len && !p->words.failed; i++)
		if (((struct statute_presence *)vec_at(&r->presence, i))->kind == presence.kind)
			words_fault(&p->words, _("„presence ... %s“ steht doppelt"), statute_presence_kinds[kind].word);
	vec_push(&r->presence, &presence);
}

static void parse_joint(struct statute_parser *p, struct statute_rule *r)
{
	int joint = statute_read_word(p, statute_joints);
	if (joint >= 0)
		r->joint = (enum statute_joint)joint;
}

static void parse_substitutes(struct statute_parser *p, struct statute_rule *r)
{
	int which = statute_read_word(p, statute_substitutes);
	if (which >= 0)
		r->substitutes = (enum statute_substitutes)which;
}

/* --- claims ------------------------------------------------------------------ */

static void parse_claim(struct statute_parser *p, struct statute_rule *r)
{
	int claim = statute_read_word(p, statute_claims);
	if (claim >= 0)
		r->claim = (enum statute_claim)claim;
}

static void parse_floor(struct statute_parser *p, struct statute_rule *r)
{
	statute_read_amount(p, false, &r->floor);
}

static void parse_at_most(struct statute_parser *p, struct statute_rule *r)
{
	struct statute_at_most most = { .per = STATUTE_AT_MOST_CLAIM, .line = p->words.line };
	if (statute_read_amount(p, false, &most.amount) && statute_skip(p, "per")) {
		int per = statute_read_word(p, statute_pers);
		most.per = per >= 0 ? (enum statute_per)per : STATUTE_AT_MOST_CLAIM;
	}
	for (size_t i = 0; i < r->at_most.len && !p->words.failed; i++)
		if (((struct statute_at_most *)vec_at(&r->at_most, i))->per == most.per)
			words_fault(&p->words, _("„%s“ steht doppelt"), "at_most");
	vec_push(&r->at_most, &most);
}

/* 08:00 and nothing shorter; 24:00 is the end of a day. */
static bool read_time(struct statute_parser *p, int *minutes)
{
	const struct word *w = words_next(&p->words);
	if (w && !w->quoted && strlen(w->text) == 5 && w->text[2] == ':' && strspn(w->text, "0123456789:") == 5 &&
	    strchr(w->text + 3, ':') == NULL && w->text[0] != ':' && w->text[1] != ':') {
		*minutes = atoi(w->text) * 60 + atoi(w->text + 3);
		if (atoi(w->text + 3) < 60 && *minutes <= MINUTES_MAX)
			return true;
	}
	words_fault(&p->words, _("„%s“ ist keine Uhrzeit (Form: 08:00)"), w ? w->text : "");
	return false;
}

static void parse_within(struct statute_parser *p, struct statute_rule *r)
{
	if (statute_skip(p, "working_hours")) {
		r->working_hours = true;
	} else if (read_time(p, &r->within_from) && statute_read_keyword(p, "to") && read_time(p, &r->within_to) &&
		   r->within_to <= r->within_from) {
		words_fault(&p->words, _("das Ende liegt vor dem Anfang"));
	}
	r->workdays = !p->words.failed && statute_skip(p, "workdays");
}

static void parse_confirm(struct statute_parser *p, struct statute_rule *r)
{
	const char *text = statute_read_text(p, _("was zu bestätigen ist"));
	if (!text || !statute_has_room(p, &r->confirm))
		return;
	char *copy = mem_strdup(text);
	vec_push(&r->confirm, &copy);
}

static void parse_evidence(struct statute_parser *p, struct statute_rule *r)
{
	static const char *const kinds[] = { "required", "none", NULL };
	r->evidence = words_one_of(&p->words, kinds) == 0;
	if (r->evidence && statute_skip(p, "expires") && statute_read_int(p, _("Monate"), 1, 120, &r->evidence_months))
		statute_read_keyword(p, "months");
}

static void parse_payee(struct statute_parser *p, struct statute_rule *r)
{
	int payee = statute_read_word(p, statute_payees);
	if (payee >= 0)
		r->payee = (enum statute_payee)payee;
}

static void parse_vehicle(struct statute_parser *p, struct statute_rule *r)
{
	struct statute_vehicle v = { .line = p->words.line };
	int kind = statute_read_word(p, statute_vehicles);
	if (kind < 0)
		return;
	v.kind = (enum statute_vehicle_kind)kind;
	statute_read_amount(p, v.kind == STATUTE_TICKET, &v.amount);
	for (size_t i = 0; i < r->vehicles.len && !p->words.failed; i++)
		if (((struct statute_vehicle *)vec_at(&r->vehicles, i))->kind == v.kind)
			words_fault(&p->words, _("„vehicle %s“ steht doppelt"), statute_vehicles[kind].word);
	vec_push(&r->vehicles, &v);
}

static void parse_distance(struct statute_parser *p, struct statute_rule *r)
{
	if (!statute_read_keyword(p, "at_most"))
		return;
	r->distance_home = statute_skip(p, "home");
	if (!r->distance_home || words_peek(&p->words))
		if (statute_read_int(p, _("Kilometer, oder home"), 1, 10000, &r->distance_km))
			statute_read_keyword(p, "km");
}

static void parse_travel(struct statute_parser *p, struct statute_rule *r)
{
	static const char *const kinds[] = { "pooled", "each", NULL };
	r->travel_pooled = words_one_of(&p->words, kinds) == 0;
}

/* --- accounts ------------------------------------------------------------------ */

static void parse_account(struct statute_parser *p, struct statute_rule *r)
{
	set_text(&r->account, statute_read_short(p, _("Konto")));
}

static void parse_cost_centre(struct statute_parser *p, struct statute_rule *r)
{
	set_text(&r->cost_centre, statute_read_short(p, _("Kostenstelle")));
}

static void parse_wage_type(struct statute_parser *p, struct statute_rule *r)
{
	set_text(&r->wage_type, statute_read_short(p, _("Lohnart")));
}

static void parse_payer(struct statute_parser *p, struct statute_rule *r)
{
	set_text(&r->payer, statute_read_short(p, _("Kasse")));
}

static void parse_tax(struct statute_parser *p, struct statute_rule *r)
{
	set_text(&r->tax, words_name(&p->words, _("Name der Steuerklasse")));
}

/* --- the table of statements ------------------------------------------------------ */

static const struct {
	const char *word;
	void (*parse)(struct statute_parser *p, struct statute_rule *r);
	enum statute_statement statement; /* before STATUTE_S_WHO: at most once */
} statements[] = {
	{ "paragraph", parse_paragraph, STATUTE_S_PARAGRAPH },
	{ "valid", parse_valid, STATUTE_S_VALID },
	{ "optional", parse_optional, STATUTE_S_OPTIONAL },
	{ "who", parse_who, STATUTE_S_WHO },
	{ "except", parse_except, STATUTE_S_EXCEPT },
	{ "when", parse_when, STATUTE_S_WHEN },
	{ "excludes", parse_excludes, STATUTE_S_EXCLUDES },
	{ "pool", parse_pool, STATUTE_S_POOL },
	{ "pay", parse_pay, STATUTE_S_PAY },
	{ "amount", parse_amount, STATUTE_S_AMOUNT },
	{ "bracket", parse_bracket, STATUTE_S_BRACKET },
	{ "unit", parse_unit, STATUTE_S_UNIT },
	{ "duration", parse_duration, STATUTE_S_DURATION },
	{ "days", parse_days, STATUTE_S_DAYS },
	{ "begins", parse_begins, STATUTE_S_BEGINS },
	{ "surcharge", parse_surcharge, STATUTE_S_SURCHARGE },
	{ "reduction", parse_reduction, STATUTE_S_SURCHARGE },
	{ "factor", parse_factor, STATUTE_S_FACTOR },
	{ "rounding", parse_rounding, STATUTE_S_ROUNDING },
	{ "due", parse_due, STATUTE_S_DUE },
	{ "prorata", parse_prorata, STATUTE_S_PRORATA },
	{ "pause", parse_pause, STATUTE_S_PAUSE },
	{ "absence", parse_absence, STATUTE_S_ABSENCE },
	{ "limit", parse_limit, STATUTE_S_LIMIT },
	{ "under", parse_under, STATUTE_S_UNDER },
	{ "meetings", parse_meetings, STATUTE_S_MEETINGS },
	{ "presence", parse_presence, STATUTE_S_PRESENCE },
	{ "joint", parse_joint, STATUTE_S_JOINT },
	{ "substitutes", parse_substitutes, STATUTE_S_SUBSTITUTES },
	{ "claim", parse_claim, STATUTE_S_CLAIM },
	{ "floor", parse_floor, STATUTE_S_FLOOR },
	{ "at_most", parse_at_most, STATUTE_S_AT_MOST },
	{ "within", parse_within, STATUTE_S_WITHIN },
	{ "confirm", parse_confirm, STATUTE_S_CONFIRM },
	{ "evidence", parse_evidence, STATUTE_S_EVIDENCE },
	{ "payee", parse_payee, STATUTE_S_PAYEE },
	{ "vehicle", parse_vehicle, STATUTE_S_VEHICLE },
	{ "distance", parse_distance, STATUTE_S_DISTANCE },
	{ "travel", parse_travel, STATUTE_S_TRAVEL },
	{ "account", parse_account, STATUTE_S_ACCOUNT },
	{ "cost_centre", parse_cost_centre, STATUTE_S_COST_CENTRE },
	{ "wage_type", parse_wage_type, STATUTE_S_WAGE_TYPE },
	{ "payer", parse_payer, STATUTE_S_PAYER },
	{ "tax", parse_tax, STATUTE_S_TAX },
};

#define STATEMENTS (sizeof(statements) / sizeof(*statements))

const char *statute_statement_word(enum statute_statement s)
{
	for (size_t i = 0; i < STATEMENTS; i++)
		if (statements[i].statement == s)
			return statements[i].word;
	return "";
}

void statute_rule_words(const char **words, size_t *n)
{
	for (size_t i = 0; i < STATEMENTS; i++)
		words[(*n)++] = statements[i].word;
}

bool statute_rule_statement(struct statute_parser *p, const char *word)
{
	struct statute_rule *r = statute_open_rule(p);
	for (size_t i = 0; i < STATEMENTS; i++) {
		if (strcmp(statements[i].word, word) != 0)
			continue;
		unsigned *line = &r->lines[statements[i].statement];
		if (*line && statements[i].statement < STATUTE_S_WHO) {
			words_fault(&p->words, _("„%s“ steht doppelt in der Regel (zuerst in Zeile %u)"), word, *line);
			fault_see(p->words.faults, *line);
			return true;
		}
		if (!*line)
			*line = p->words.line;
		if (r->who.len + r->when.len + r->shares.len + r->at_most.len + r->presence.len >= STATUTE_ELEMENTS_MAX)
			words_fault(&p->words, _("mehr als %d Angaben dieser Art"), STATUTE_ELEMENTS_MAX);
		else
			statements[i].parse(p, r);
		return true;
	}
	return false;
}
