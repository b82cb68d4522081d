/*
 * What does not fit together in statutes: names that nobody explains, periods
 * that overlap, limits without sense, statements in the wrong kind of rule. A
 * name is looked for in the statute itself, then in the one it is based on and
 * so on: the chain.
 */
#include "domain/statute_parse.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <limits.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define NAMES_MAX 200 /* that are compared for a message */

enum kind { RATES, RULES, CAPS, TAXES, FUNCTIONS };

struct check {
	struct statute_set *set;
	const struct statute *s; /* that is checked */
	struct vec chain;        /* const struct statute *: s and its bases, in order */
	bool open;               /* the end of the chain is not in the set: names may be known there */
	size_t faults;           /* of this statute */
};

__attribute__((format(printf, 3, 4))) static void fault(struct check *c, unsigned line, const char *format, ...)
{
	struct str text = { 0 };
	va_list args;
	if (c->faults++ >= STATUTE_FAULTS_MAX)
		return;
	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	fault_add(&c->set->faults, c->s->file, line, "%s", str_text(&text));
	str_clear(&text);
}

/* --- names ------------------------------------------------------------------- */

/* Every element of these begins with its name, NULL where that could not be read. */
static const struct vec *list_of(const struct statute *s, enum kind kind)
{
	switch (kind) {
	case RATES:
		return &s->rates;
	case RULES:
		return &s->rules;
	case CAPS:
		return &s->caps;
	case TAXES:
		return &s->taxes;
	case FUNCTIONS:
		break;
	}
	return &s->functions;
}

static const void *find_in(const struct statute *s, enum kind kind, const char *name)
{
	const struct vec *list = list_of(s, kind);
	for (size_t i = 0; i < list->len; i++)
		if (str_equal(*(char **)vec_at(list, i), name))
			return vec_at(list, i);
	return NULL;
}

static const void *find(const struct check *c, size_t from, enum kind kind, const char *name)
{
	const void *found = NULL;
	for (size_t i = from; i < c->chain.len && !found; i++)
		found = find_in(*(const struct statute **)vec_at(&c->chain, i), kind, name);
	return found;
}

static void unknown(struct check *c, unsigned line, const char *what, size_t from, enum kind kind, const char *name)
{
	const char *names[NAMES_MAX + 1] = { NULL };
	size_t n = 0;
	for (size_t i = from; i < c->chain.len; i++) {
		const struct vec *list = list_of(*(const struct statute **)vec_at(&c->chain, i), kind);
		for (size_t j = 0; j < list->len && n < NAMES_MAX; j++) {
			const char *other = *(char **)vec_at(list, j);
			/* Periods of a rate follow each other. */
			if (other && (n == 0 || strcmp(names[n - 1], other) != 0))
				names[n++] = other;
		}
	}
	char *allowed = words_allowed(names, name);
	fault(c, line, _("%s „%s“ gibt es nicht (%s)"), what, name, allowed);
	free(allowed);
}

/* The element of that name; a fault when there is none and none can be elsewhere. NULL names were faults already. */
static const void *require(struct check *c, unsigned line, enum kind kind, const char *name)
{
	static const char *const what[] = { N_("den Satz"), N_("die Regel"), N_("die gemeinsame Grenze"), N_("die Steuerklasse"), N_("die Funktion") };
	const void *found = name ? find(c, 0, kind, name) : NULL;
	if (name && !found && !c->open)
		unknown(c, line, _(what[kind]), 0, kind, name);
	return found;
}

/* --- the chain ---------------------------------------------------------------- */

static bool is_in_chain(const struct check *c, const struct statute *s)
{
	for (size_t i = 0; i < c->chain.len; i++)
		if (*(const struct statute **)vec_at(&c->chain, i) == s)
			return true;
	return false;
}

static void build_chain(struct check *c, bool whole)
{
	const struct statute *at = c->s;
	for (;;) {
		vec_push(&c->chain, &at);
		const struct statute *base = at->based_on ? statute_find(c->set, at->based_on) : NULL;
		if (!at->based_on)
			return;
		if (!base && whole && at == c->s)
			fault(c, at->based_on_line, _("die Satzung „%s“ fehlt: ihre Datei wird mit angegeben"), at->based_on);
		c->open = !base;
		if (!base)
			return;
		if (is_in_chain(c, base)) {
			fault(c, c->s->based_on_line, _("die Satzung steht auf sich selbst"));
			return;
		}
		at = base;
	}
}

static int32_t end_of(int32_t until)
{
	return until == DATE_NONE ? INT32_MAX : until;
}

static void check_base(struct check *c)
{
	if (c->chain.len < 2 || c->s->from == DATE_NONE)
		return;
	const struct statute *base = *(const struct statute **)vec_at(&c->chain, 1);
	if (base->from != DATE_NONE && (base->from > c->s->from || end_of(base->until) < end_of(c->s->until)))
		fault(c, c->s->valid_line, _("„%s“, worauf diese Satzung steht, gilt nicht während ihrer ganzen Zeit"), base->name);
}

static void check_choice(struct check *c)
{
	for (size_t i = 0; i < c->s->with.len; i++) {
		const struct statute_name *n = vec_at(&c->s->with, i);
		const struct statute_rule *r = require(c, n->line, RULES, n->name);
		if (r && !r->optional)
			fault(c, n->line, _("die Regel „%s“ gilt auch ohne „with“: sie ist nicht optional"), n->name);
	}
	for (size_t i = 0; i < c->s->without.len; i++) {
		const struct statute_name *n = vec_at(&c->s->without, i);
		if (!find(c, 1, RULES, n->name) && !c->open)
			unknown(c, n->line, _("in der Satzung darunter die Regel"), 1, RULES, n->name);
		for (size_t j = 0; j < c->s->with.len; j++)
			if (strcmp(((struct statute_name *)vec_at(&c->s->with, j))->name, n->name) == 0)
				fault(c, n->line, _("„%s“ steht bei with und bei without"), n->name);
	}
}

/* --- rates ------------------------------------------------------------------- */

static int32_t begin_of(const struct check *c, int32_t from)
{
	return from != DATE_NONE ? from : c->s->from;
}

static int32_t last_of(const struct check *c, int32_t until)
{
	return end_of(until != DATE_NONE ? until : c->s->until);
}

static void check_amount(struct check *c, const struct statute_amount *amount)
{
	if (amount->kind == STATUTE_RATE)
		require(c, amount->line, RATES, amount->rate);
}

/* A rate that is a multiple of another one: one step only, so that there are no circles. */
static void check_derived(struct check *c, const struct statute_rate *rate)
{
	if (rate->amount.kind != STATUTE_RATE)
		return;
	const struct statute_rate *of = require(c, rate->line, RATES, rate->amount.rate);
	if (of && of->amount.kind == STATUTE_RATE)
		fault(c, rate->line, _("„%s“ ist selbst aus einem Satz errechnet; hier muss ein Satz mit Beträgen stehen"), of->name);
}

static void check_rate_periods(struct check *c, size_t i)
{
	const struct statute_rate *rate = vec_at(&c->s->rates, i);
	int32_t from = begin_of(c, rate->from), until = last_of(c, rate->until);
	if (from > last_of(c, DATE_NONE) || until < begin_of(c, DATE_NONE))
		fault(c, rate->line, _("der Satz „%s“ gilt nie: seine Zeit liegt außerhalb der Satzung"), rate->name);
	for (size_t j = 0; j < i; j++) {
		const struct statute_rate *other = vec_at(&c->s->rates, j);
		if (!str_equal(other->name, rate->name) || begin_of(c, other->from) > until || last_of(c, other->until) < from)
			continue;
		fault(c, rate->line, _("der Satz „%s“ gilt in dieser Zeit schon nach Zeile %u"), rate->name, other->line);
		fault_see(&c->set->faults, other->line);
		return;
	}
}

static void check_rates(struct check *c)
{
	for (size_t i = 0; i < c->s->rates.len; i++) {
		const struct statute_rate *rate = vec_at(&c->s->rates, i);
		if (!rate->name)
			continue;
		if (rate->by_measure && rate->bands.len == 0)
			fault(c, rate->line, _("dem Satz „%s“ fehlt „band“"), rate->name);
		check_derived(c, rate);
		if (c->s->from != DATE_NONE)
			check_rate_periods(c, i);
	}
}

/* --- rules: what belongs to which kind ----------------------------------------- */

#define PAY(kind) (1U << STATUTE_##kind)
#define LUMP (PAY(MONTHLY) | PAY(YEARLY))
#define SITTING (PAY(MEETING) | PAY(DAY))
#define LOSS (PAY(LOSS_FLOOR) | PAY(LOSS_PROVEN) | PAY(LOSS_PLAUSIBLE) | PAY(HOUSEHOLD))

static const struct {
	enum statute_statement statement;
	unsigned pays;   /* bit per enum statute_pay */
	unsigned claims; /* bit per enum statute_claim; 0: all */
} belongs[] = {
	{ STATUTE_S_DUE, LUMP, 0 },
	{ STATUTE_S_PRORATA, LUMP, 0 },
	{ STATUTE_S_PAUSE, LUMP, 0 },
	{ STATUTE_S_ABSENCE, LUMP, 0 },
	{ STATUTE_S_BRACKET, SITTING | PAY(CLAIM), 0 },
	{ STATUTE_S_UNIT, SITTING | PAY(CLAIM), 0 },
	{ STATUTE_S_DURATION, SITTING | PAY(CLAIM), 0 },
	{ STATUTE_S_MEETINGS, SITTING, 0 },
	{ STATUTE_S_DAYS, SITTING, 0 },
	{ STATUTE_S_BEGINS, SITTING, 0 },
	{ STATUTE_S_PRESENCE, SITTING, 0 },
	{ STATUTE_S_JOINT, SITTING, 0 },
	{ STATUTE_S_SUBSTITUTES, SITTING, 0 },
	{ STATUTE_S_CLAIM, PAY(CLAIM), 0 },
	{ STATUTE_S_FLOOR, PAY(CLAIM), LOSS },
	{ STATUTE_S_AT_MOST, PAY(CLAIM), 0 },
	{ STATUTE_S_WITHIN, PAY(CLAIM), LOSS | PAY(CARE) },
	{ STATUTE_S_CONFIRM, PAY(CLAIM), 0 },
	{ STATUTE_S_EVIDENCE, PAY(CLAIM), 0 },
	{ STATUTE_S_PAYEE, PAY(CLAIM), LOSS },
	{ STATUTE_S_VEHICLE, PAY(CLAIM), PAY(TRAVEL) },
	{ STATUTE_S_DISTANCE, PAY(CLAIM), PAY(TRAVEL) },
	{ STATUTE_S_TRAVEL, PAY(CLAIM), PAY(TRAVEL) },
};

/* "pay meeting, pay day" of the bits that are set. */
static char *choices(const char *statement, const struct statute_word *words, unsigned bits)
{
	struct str out = { 0 };
	for (size_t i = 0; words[i].word; i++)
		if (bits & 1U << i)
			str_addf(&out, "%s%s %s", out.len ? ", " : "", statement, words[i].word);
	return str_take(&out);
}

static void check_belongs(struct check *c, const struct statute_rule *r)
{
	for (size_t i = 0; i < sizeof(belongs) / sizeof(*belongs); i++) {
		unsigned line = r->lines[belongs[i].statement];
		char *where = NULL;
		if (line && !(belongs[i].pays & 1U << r->pay))
			where = choices("pay", statute_pays, belongs[i].pays);
		else if (line && belongs[i].claims && r->lines[STATUTE_S_CLAIM] && !(belongs[i].claims & 1U << r->claim))
			where = choices("claim", statute_claims, belongs[i].claims);
		if (where)
			fault(c, line, _("„%s“ gibt es nur bei: %s"), statute_statement_word(belongs[i].statement), where);
		free(where);
	}
}

static void check_required(struct check *c, const struct statute_rule *r)
{
	static const enum statute_statement always[] = { STATUTE_S_PARAGRAPH, STATUTE_S_WHO, STATUTE_S_PAY };
	for (size_t i = 0; i < sizeof(always) / sizeof(*always); i++)
		if (!r->lines[always[i]])
			fault(c, r->line, _("der Regel „%s“ fehlt „%s“"), r->name, statute_statement_word(always[i]));
	bool amount = r->lines[STATUTE_S_AMOUNT], brackets = r->lines[STATUTE_S_BRACKET], vehicles = r->lines[STATUTE_S_VEHICLE];
	if (!amount && !brackets && !vehicles)
		fault(c, r->line, _("der Regel „%s“ fehlt der Betrag: amount, bracket oder vehicle"), r->name);
	if (amount + brackets + vehicles > 1)
		fault(c, r->line, _("die Regel „%s“ hat mehr als eines von amount, bracket und vehicle"), r->name);
	if (!r->lines[STATUTE_S_PAY])
		return;
	if (1U << r->pay & SITTING && !r->lines[STATUTE_S_MEETINGS])
		fault(c, r->line, _("der Regel „%s“ fehlt „%s“"), r->name, "meetings");
	if (r->pay == STATUTE_CLAIM && !r->lines[STATUTE_S_CLAIM])
		fault(c, r->line, _("der Regel „%s“ fehlt „%s“"), r->name, "claim");
}

/* --- rules: limits and conditions ------------------------------------------------ */

/* a more than b? */
static bool limit_is_more(const struct statute_limit *a, const struct statute_limit *b)
{
	if (a->kind == STATUTE_LIMIT_FACTOR)
		return a->times.over * b->times.under > b->times.over * a->times.under;
	return a->value > b->value;
}

static void check_limit(struct check *c, const struct statute_limit *l)
{
	if (l->kind == STATUTE_LIMIT_HOURS && l->period == STATUTE_PER_DAY && l->value > 1440)
		fault(c, l->line, _("ein Tag hat 24 Stunden"));
	if (l->kind == STATUTE_LIMIT_FURTHER && l->period != STATUTE_PER_DAY)
		fault(c, l->line, _("weitere Sitzungen zählt man nur am Tag: „day further“"));
}

/* Further meetings of a day, by the rule itself or by a cap: only where there is an amount for each meeting, and only once. */
static void check_further(struct check *c, const struct statute_rule *r)
{
	unsigned line = 0, seen = 0;
	for (size_t i = 0; i < r->limits.len; i++) {
		const struct statute_limit *l = vec_at(&r->limits, i);
		if (l->kind == STATUTE_LIMIT_FURTHER && l->period == STATUTE_PER_DAY && ++seen)
			line = l->line;
	}
	for (size_t i = 0; i < r->under.len; i++) {
		const struct statute_cap *cap = find(c, 0, CAPS, *(char **)vec_at(&r->under, i));
		if (cap && cap->limit.kind == STATUTE_LIMIT_FURTHER && ++seen)
			line = r->lines[STATUTE_S_UNDER];
	}
	if (seen && (r->pay != STATUTE_MEETING || r->per_day))
		fault(c, line, _("„%s“ gibt es nur bei: %s"), "further", r->pay != STATUTE_MEETING ? "pay meeting" : "duration meeting");
	if (seen > 1)
		fault(c, line, _("weitere Sitzungen am selben Tag lassen sich nur einmal kürzen"));
}

static void check_limits(struct check *c, const struct statute_rule *r)
{
	for (size_t i = 0; i < r->limits.len; i++) {
		const struct statute_limit *a = vec_at(&r->limits, i);
		check_limit(c, a);
		if (a->kind == STATUTE_LIMIT_HOURS && r->pay != STATUTE_CLAIM && !r->lines[STATUTE_S_UNIT])
			fault(c, a->line, _("Stunden begrenzt man nur, wo sie gezahlt werden: „unit“ fehlt"));
		if ((a->kind == STATUTE_LIMIT_COUNT || a->kind == STATUTE_LIMIT_FACTOR) && 1U << r->pay & (LUMP | PAY(ONCE)))
			fault(c, a->line, _("Anzahl und Faktor begrenzen nur, was je Sitzung, Tag oder Antrag gezahlt wird"));
		for (size_t j = 0; j < r->limits.len; j++) {
			const struct statute_limit *b = vec_at(&r->limits, j);
			if (a->kind != b->kind || a->period >= b->period || !limit_is_more(a, b))
				continue;
			fault(c, b->line, _("diese Grenze ist kleiner als die für eine kürzere Zeit in Zeile %u"), a->line);
			fault_see(&c->set->faults, a->line);
		}
	}
}

/* The smallest and largest value that a condition allows. */
static void bounds_of(const struct statute_when *w, int64_t *least, int64_t *most)
{
	*least = w->compare == STATUTE_OVER ? w->value + 1 : w->compare == STATUTE_FROM ? w->value : 0;
	*most = w->compare == STATUTE_TO ? w->value : w->compare == STATUTE_UNDER ? w->value - 1 : INT64_MAX;
}

static void check_when(struct check *c, const struct statute_rule *r)
{
	for (size_t i = 0; i < r->when.len; i++) {
		const struct statute_when *a = vec_at(&r->when, i);
		int64_t least, most, other_least, other_most;
		bounds_of(a, &least, &most);
		bool never = most < least;
		for (size_t j = 0; j < i && !never; j++) {
			const struct statute_when *b = vec_at(&r->when, j);
			bounds_of(b, &other_least, &other_most);
			never = a->measure == b->measure && (least > other_most || most < other_least);
		}
		if (never)
			fault(c, a->line, _("diese Bedingung ist nie erfüllt"));
	}
}

static void check_claim(struct check *c, const struct statute_rule *r)
{
	if (r->amount.kind == STATUTE_CLAIMED && r->lines[STATUTE_S_PAY] && r->pay != STATUTE_CLAIM)
		fault(c, r->amount.line, _("„%s“ gibt es nur bei: %s"), "claimed", "pay claim");
	if (r->whole && r->lines[STATUTE_S_PAY] && r->pay == STATUTE_CLAIM)
		fault(c, r->lines[STATUTE_S_DURATION], _("„%s“ gibt es nur bei: %s"), "duration whole", "pay meeting, pay day");
	if (r->lines[STATUTE_S_UNIT] && r->lines[STATUTE_S_BRACKET])
		fault(c, r->lines[STATUTE_S_UNIT], _("„unit“ und „bracket“ schließen sich aus"));
	if (r->lines[STATUTE_S_UNIT] && r->unit_km != (r->pay == STATUTE_CLAIM && r->claim == STATUTE_TRAVEL && r->lines[STATUTE_S_CLAIM]) && r->unit)
		fault(c, r->lines[STATUTE_S_UNIT], _("Kilometer zählt man bei „claim travel“ und nur dort, sonst Minuten"));
	for (size_t i = 0; i < r->at_most.len; i++) {
		const struct statute_at_most *most = vec_at(&r->at_most, i);
		if (most->per != STATUTE_AT_MOST_HOUR || most->amount.kind != STATUTE_SUM || r->floor.kind != STATUTE_SUM ||
		    most->amount.sum >= r->floor.sum)
			continue;
		fault(c, most->line, _("der Höchstsatz ist kleiner als der Mindestsatz in Zeile %u"), r->floor.line);
		fault_see(&c->set->faults, r->floor.line);
	}
}

/* --- rules: names --------------------------------------------------------------- */

static void check_rule_names(struct check *c, const struct statute_rule *r)
{
	check_amount(c, &r->amount);
	check_amount(c, &r->floor);
	check_amount(c, &r->absence);
	for (size_t i = 0; i < r->brackets.len; i++) {
		const struct statute_bracket *b = vec_at(&r->brackets, i);
		check_amount(c, &b->amount);
		check_amount(c, &b->plus);
	}
	for (size_t i = 0; i < r->at_most.len; i++)
		check_amount(c, &((struct statute_at_most *)vec_at(&r->at_most, i))->amount);
	for (size_t i = 0; i < r->vehicles.len; i++)
		check_amount(c, &((struct statute_vehicle *)vec_at(&r->vehicles, i))->amount);
	for (size_t i = 0; i < r->who.len; i++) {
		const struct statute_who *who = vec_at(&r->who, i);
		require(c, who->line, FUNCTIONS, who->function);
	}
	for (size_t i = 0; i < r->shares.len; i++) {
		const struct statute_share *share = vec_at(&r->shares, i);
		require(c, share->line, FUNCTIONS, share->function);
	}
	for (size_t i = 0; i < r->under.len; i++)
		require(c, r->lines[STATUTE_S_UNDER], CAPS, *(char **)vec_at(&r->under, i));
	require(c, r->lines[STATUTE_S_TAX], TAXES, r->tax);
}

static bool has_name(const struct vec *names, const char *name)
{
	for (size_t i = 0; i < names->len; i++)
		if (strcmp(*(char **)vec_at(names, i), name) == 0)
			return true;
	return false;
}

/* What is paid for days of a mandate, not for something that happened. */
static bool by_month(const struct statute_rule *r)
{
	return 1U << r->pay & (LUMP | PAY(ONCE));
}

static void check_excludes(struct check *c, const struct statute_rule *r)
{
	unsigned line = r->lines[STATUTE_S_EXCLUDES];
	for (size_t i = 0; i < r->excludes.len; i++) {
		const char *name = *(char **)vec_at(&r->excludes, i);
		const struct statute_rule *other = require(c, line, RULES, name);
		if (other == r)
			fault(c, line, _("die Regel „%s“ schließt sich selbst aus"), name);
		else if (other && has_name(&other->excludes, r->name))
			fault(c, line, _("„%s“ und „%s“ schließen sich gegenseitig aus; dann bliebe keine"), r->name, name);
		else if (other && by_month(other) && !by_month(r))
			fault(c, line, _("„%s“ wird je Monat gezahlt; das schließt nur aus, was auch je Monat gezahlt wird"), name);
	}
}

/* What is compared with each other: months, something once, meetings, days and claims. */
static int pool_kind(const struct statute_rule *r)
{
	return 1U << r->pay & LUMP ? 0 : r->pay == STATUTE_ONCE ? 1 : r->pay == STATUTE_MEETING ? 2 : 3;
}

/* One rule alone is no pool: a slip of the pen. */
static void check_pool(struct check *c, const struct statute_rule *r)
{
	for (size_t i = 0; i < c->chain.len; i++) {
		const struct statute *s = *(const struct statute **)vec_at(&c->chain, i);
		for (size_t j = 0; j < s->rules.len; j++) {
			const struct statute_rule *other = vec_at(&s->rules, j);
			if (!r->pool || c->open)
				return;
			if (str_equal(other->name, r->name) || !str_equal(other->pool, r->pool))
				continue;
			if (other->lines[STATUTE_S_PAY] && pool_kind(other) != pool_kind(r))
				fault(c, r->lines[STATUTE_S_POOL], _("„pool %s“ vergleicht nur, was gleich gezahlt wird; „%s“ wird %s gezahlt"), r->pool,
					other->name, _(statute_pays[other->pay].label));
			return;
		}
	}
	fault(c, r->lines[STATUTE_S_POOL], _("„pool %s“ steht nur in dieser Regel"), r->pool);
}

static void check_rule_period(struct check *c, const struct statute_rule *r)
{
	if (c->s->from != DATE_NONE && ((r->from != DATE_NONE && r->from < c->s->from) || (r->from != DATE_NONE && r->from > last_of(c, DATE_NONE)) ||
					       (r->until != DATE_NONE && (r->until > last_of(c, DATE_NONE) || r->until < c->s->from))))
		fault(c, r->lines[STATUTE_S_VALID], _("die Zeit der Regel „%s“ liegt nicht in der Zeit der Satzung"), r->name);
}

static void check_rule(struct check *c, const struct statute_rule *r)
{
	check_required(c, r);
	if (r->lines[STATUTE_S_PAY]) {
		check_belongs(c, r);
		check_limits(c, r);
		check_further(c, r);
	}
	check_when(c, r);
	check_claim(c, r);
	check_rule_names(c, r);
	check_excludes(c, r);
	check_pool(c, r);
	check_rule_period(c, r);
}

/* --- all of it ------------------------------------------------------------------- */

static void check_statute(struct check *c, bool whole)
{
	build_chain(c, whole);
	check_base(c);
	check_choice(c);
	check_rates(c);
	for (size_t i = 0; i < c->s->caps.len; i++)
		check_limit(c, &((struct statute_cap *)vec_at(&c->s->caps, i))->limit);
	for (size_t i = 0; i < c->s->rules.len; i++)
		if (((struct statute_rule *)vec_at(&c->s->rules, i))->name)
			check_rule(c, vec_at(&c->s->rules, i));
}

bool statute_check(struct statute_set *set, bool whole)
{
	for (size_t i = 0; i < set->statutes.len; i++) {
		struct check c = { .set = set, .s = *(struct statute **)vec_at(&set->statutes, i), .chain = VEC_OF(const struct statute *) };
		const struct statute *first = c.s->name ? statute_find(set, c.s->name) : c.s;
		if (first != c.s)
			fault(&c, 0, _("die Satzung „%s“ steht schon in %s"), c.s->name, first->file);
		else
			check_statute(&c, whole);
		vec_clear(&c.chain);
	}
	faults_sort(&set->faults);
	return set->faults.len == 0;
}
