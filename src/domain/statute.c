/* See statute.h: the words of the format, values, and the memory of a set. */
#include "domain/statute.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* --- words: in the order of their enums ------------------------------------ */

const struct statute_word statute_measures[] = {
	{ "inhabitants", N_("Einwohner") },
	{ "district_inhabitants", N_("Einwohner des Kreises") },
	{ "borough_inhabitants", N_("Einwohner des Stadtbezirks") },
	{ "group_members", N_("Mitglieder der Fraktion") },
	{ "members", N_("gesetzliche Mitglieder") },
	{ NULL, NULL },
};

const struct statute_word statute_roles[] = {
	{ "mayor", N_("Bürgermeisterin, Bürgermeister") },
	{ "chair", N_("Vorsitz") },
	{ "deputy_chair", N_("stellvertretender Vorsitz") },
	{ "member", N_("Mitglied") },
	{ "expert_citizen", N_("sachkundige Bürgerin, sachkundiger Bürger") },
	{ "advisory_citizen", N_("sachkundige Einwohnerin, sachkundiger Einwohner") },
	{ "advisory_member", N_("beratendes Mitglied") },
	{ "substitute", N_("Stellvertretung") },
	{ "minute_taker", N_("Schriftführung") },
	{ "administration", N_("Verwaltung") },
	{ "function", N_("Funktion") },
	{ NULL, NULL },
};

const struct statute_word statute_classes[] = {
	{ "council", N_("Rat") },
	{ "committee", N_("Ausschuss") },
	{ "borough", N_("Bezirksvertretung") },
	{ "group", N_("Fraktion") },
	{ "office", N_("Amt") },
	{ "other", N_("anderes Gremium") },
	{ NULL, NULL },
};

const struct statute_word statute_compares[] = {
	{ "over", N_("mehr als") }, { "to", N_("höchstens") }, { "from", N_("mindestens") }, { "under", N_("weniger als") }, { NULL, NULL },
};

const struct statute_word statute_pays[] = {
	{ "monthly", N_("jeden Monat") },
	{ "yearly", N_("im Jahr, jeden Monat ein Zwölftel") },
	{ "once", N_("einmal in der Wahlperiode") },
	{ "meeting", N_("je Sitzung") },
	{ "day", N_("je Sitzungstag") },
	{ "claim", N_("auf Antrag") },
	{ NULL, NULL },
};

const struct statute_word statute_counts[] = {
	{ "exact", N_("genau") }, { "started", N_("je angefangene") }, { "full", N_("je volle") }, { "nearest", N_("kaufmännisch gerundet auf") },
	{ NULL, NULL },
};

const struct statute_word statute_dues[] = { { "arrears", N_("nachträglich") }, { "advance", N_("im Voraus") }, { NULL, NULL } };

const struct statute_word statute_proratas[] = {
	{ "full", N_("angebrochene Monate voll") },
	{ "thirtieth", N_("angebrochene Monate mit 1/30 je Tag") },
	{ "days", N_("angebrochene Monate nach Kalendertagen") },
	{ "half", N_("angebrochene Monate bis zu 15 Tagen zur Hälfte") },
	{ NULL, NULL },
};

const struct statute_word statute_periods[] = {
	{ "meeting", N_("je Sitzung") }, { "day", N_("am Tag") }, { "month", N_("im Monat") }, { "year", N_("im Kalenderjahr") },
	{ "term", N_("in der Wahlperiode") }, { NULL, NULL },
};

const struct statute_word statute_limit_kinds[] = {
	{ "count", N_("Anzahl") }, { "factor", N_("Faktor") }, { "amount", N_("Betrag") }, { "hours", N_("Stunden") }, { "further", N_("weitere Sitzungen") },
	{ NULL, NULL },
};

const struct statute_word statute_presence_kinds[] = {
	{ "minutes", N_("Minuten") }, { "percent", N_("Prozent der Dauer") }, { "items", N_("Tagesordnungspunkte") }, { NULL, NULL },
};

const struct statute_word statute_joints[] = {
	{ "once", N_("gemeinsame Sitzungen mehrerer Gremien zählen einmal") },
	{ "each", N_("gemeinsame Sitzungen zählen für jedes Gremium") },
	{ NULL, NULL },
};

const struct statute_word statute_substitutes[] = {
	{ "acting", N_("nur wenn die Vertretung eingetreten ist") },
	{ "always", N_("immer, wenn sie anwesend sind") },
	{ "never", N_("nie") },
	{ NULL, NULL },
};

const struct statute_word statute_attendings[] = {
	{ "member", N_("als Mitglied") }, { "guest", N_("als Gast") }, { "any", N_("gleich in welcher Rolle") }, { "chair", N_("im Vorsitz") },
	{ NULL, NULL },
};

const struct statute_word statute_weekdays[] = {
	{ "monday", N_("Montag") }, { "tuesday", N_("Dienstag") }, { "wednesday", N_("Mittwoch") }, { "thursday", N_("Donnerstag") },
	{ "friday", N_("Freitag") }, { "saturday", N_("Samstag") }, { "sunday", N_("Sonntag") }, { NULL, NULL },
};

const struct statute_word statute_claims[] = {
	{ "loss_floor", N_("Verdienstausfall ohne Nachweis") },
	{ "loss_proven", N_("nachgewiesener Verdienstausfall") },
	{ "loss_plausible", N_("glaubhaft gemachter Verdienstausfall Selbständiger") },
	{ "household", N_("Haushaltsführung") },
	{ "care", N_("Betreuung") },
	{ "travel", N_("Fahrkosten") },
	{ "other", N_("Sonstiges") },
	{ NULL, NULL },
};

const struct statute_word statute_pers[] = {
	{ "hour", N_("je Stunde") }, { "km", N_("je Kilometer") }, { "day", N_("am Tag") }, { "month", N_("im Monat") },
	{ "claim", N_("je Antrag") }, { NULL, NULL },
};

const struct statute_word statute_vehicles[] = {
	{ "car", N_("Pkw") }, { "motorcycle", N_("Motorrad") }, { "bicycle", N_("Fahrrad") }, { "passenger", N_("je mitgenommene Person") },
	{ "ticket", N_("Fahrkarte") }, { NULL, NULL },
};

const struct statute_word statute_payees[] = { { "member", N_("Mitglied") }, { "employer", N_("Arbeitgeber") }, { NULL, NULL } };

const struct statute_word statute_roundings[] = {
	{ "half_up", N_("kaufmännisch") }, { "up", N_("aufgerundet") }, { "down", N_("abgerundet") }, { NULL, NULL },
};

/* --- values ----------------------------------------------------------------- */

/* Digits before the comma, with dots at every third place or none; moves *s behind them. */
static bool read_whole(const char **s, int64_t *whole)
{
	size_t first = strspn(*s, "0123456789"), digits = first;
	if (first == 0 || first > 9 || (first > 1 && **s == '0'))
		return false;
	bool dots = (*s)[first] == '.';
	if (dots && first > 3)
		return false;
	*whole = 0;
	for (const char *c = *s;; c++) {
		if (*c == '.' && dots) {
			if (strspn(c + 1, "0123456789") != 3)
				return false;
			digits += 3;
		} else if (isdigit((unsigned char)*c)) {
			*whole = *whole * 10 + (*c - '0');
		} else {
			*s = c;
			return digits <= 9;
		}
		if (digits > 9)
			return false;
	}
}

/* Up to four digits behind the comma as ten-thousandths; the text must end there. */
static bool read_part(const char *s, size_t least, int64_t *part)
{
	size_t n = strspn(s, "0123456789");
	if (n < least || n > 4 || s[n])
		return false;
	*part = 0;
	for (size_t i = 0; i < 4; i++)
		*part = *part * 10 + (i < n ? s[i] - '0' : 0);
	return true;
}

bool statute_parse_sum(const char *text, int64_t *sum)
{
	int64_t whole, part;
	if (!read_whole(&text, &whole) || *text != ',' || !read_part(text + 1, 2, &part))
		return false;
	*sum = whole * STATUTE_UNIT + part;
	return true;
}

bool statute_parse_ratio(const char *text, struct statute_ratio *ratio)
{
	int64_t whole, part = 0;
	size_t digits = strspn(text, "0123456789");
	if (digits == 0 || digits > 4 || (digits > 1 && *text == '0'))
		return false;
	whole = strtol(text, NULL, 10);
	text += digits;
	if (*text == '/') {
		digits = strspn(++text, "0123456789");
		*ratio = (struct statute_ratio){ whole, digits && digits <= 4 ? strtol(text, NULL, 10) : 0 };
		return ratio->under > 0 && *text != '0' && !text[digits];
	}
	if (*text && (*text != ',' || !read_part(text + 1, 1, &part)))
		return false;
	*ratio = (struct statute_ratio){ whole * STATUTE_UNIT + part, STATUTE_UNIT };
	return true;
}

bool statute_parse_date(const char *text, int32_t *date)
{
	static const char form[] = "00.00.0000";
	for (size_t i = 0; i < sizeof(form); i++)
		if (form[i] == '0' ? !isdigit((unsigned char)text[i]) : text[i] != form[i])
			return false;
	*date = date_from_ymd(atoi(text + 6), atoi(text + 3), atoi(text));
	return *date != DATE_NONE;
}

void statute_format_sum(int64_t sum, struct str *out)
{
	char digits[24];
	char *end = digits + sizeof(digits) - 1, *at = end;
	int64_t whole = sum / STATUTE_UNIT;
	int part = (int)(sum % STATUTE_UNIT);
	*at = '\0';
	for (int n = 0; n == 0 || whole; n++, whole /= 10) {
		if (n && n % 3 == 0)
			*--at = '.';
		*--at = (char)('0' + whole % 10);
	}
	str_add(out, at);
	if (part % 100 == 0)
		str_addf(out, ",%02d", part / 100);
	else if (part % 10 == 0)
		str_addf(out, ",%03d", part / 10);
	else
		str_addf(out, ",%04d", part);
}

void statute_reduce_ratio(struct statute_ratio *ratio)
{
	int64_t a = ratio->over, b = ratio->under;
	while (b) {
		int64_t rest = a % b;
		a = b;
		b = rest;
	}
	if (a) {
		ratio->over /= a;
		ratio->under /= a;
	}
}

void statute_format_ratio(const struct statute_ratio *ratio, struct str *out)
{
	struct statute_ratio r = *ratio;
	if (r.under == 0)
		return;
	statute_reduce_ratio(&r);
	if (STATUTE_UNIT % r.under != 0) {
		str_addf(out, "%lld/%lld", (long long)r.over, (long long)r.under);
		return;
	}
	int part = (int)(r.over * (STATUTE_UNIT / r.under) % STATUTE_UNIT), width = 4;
	str_addf(out, "%lld", (long long)(r.over / r.under));
	for (; part && part % 10 == 0; part /= 10)
		width--;
	if (part)
		str_addf(out, ",%0*d", width, part);
}

/* --- looking up ------------------------------------------------------------- */

struct statute *statute_find(const struct statute_set *set, const char *name)
{
	for (size_t i = 0; i < set->statutes.len; i++) {
		struct statute *s = *(struct statute **)vec_at(&set->statutes, i);
		if (str_equal(s->name, name))
			return s;
	}
	return NULL;
}

/* Every element of such a vec begins with its name. */
static const void *find_named(const struct vec *v, const char *name)
{
	for (size_t i = 0; i < v->len; i++) {
		const char *const *element = vec_at(v, i);
		if (str_equal(*element, name))
			return element;
	}
	return NULL;
}

const struct statute_rate *statute_find_rate(const struct statute *s, const char *name)
{
	return find_named(&s->rates, name);
}

const struct statute_rule *statute_find_rule(const struct statute *s, const char *name)
{
	return find_named(&s->rules, name);
}

const struct statute_cap *statute_find_cap(const struct statute *s, const char *name)
{
	return find_named(&s->caps, name);
}

const struct statute_tax *statute_find_tax(const struct statute *s, const char *name)
{
	return find_named(&s->taxes, name);
}

const struct statute_function *statute_find_function(const struct statute *s, const char *name)
{
	return find_named(&s->functions, name);
}

/* --- what holds ---------------------------------------------------------------- */

static bool is_named(const struct vec *names, const char *name)
{
	for (size_t i = 0; i < names->len; i++)
		if (str_equal(((struct statute_name *)vec_at(names, i))->name, name))
			return true;
	return false;
}

/* What the statutes of the chain before `depth` (and of it, for `with`) say of a rule at that depth. */
static bool holds(const struct vec *chain, size_t depth, const struct statute_rule *rule)
{
	bool chosen = !rule->optional;
	for (size_t i = 0; i <= depth; i++) {
		const struct statute *s = *(const struct statute **)vec_at(chain, i);
		if (i < depth && (statute_find_rule(s, rule->name) || is_named(&s->without, rule->name)))
			return false;
		chosen = chosen || is_named(&s->with, rule->name);
	}
	return chosen;
}

void statute_holdings(const struct statute_set *set, const struct statute *s, struct vec *holdings)
{
	struct vec chain = VEC_OF(const struct statute *);
	*holdings = (struct vec)VEC_OF(struct statute_holding);
	/* A circle is a fault; it must end here all the same. */
	for (; s && chain.len <= set->statutes.len; s = s->based_on ? statute_find(set, s->based_on) : NULL) {
		vec_push(&chain, &s);
		for (size_t i = 0; i < s->rules.len; i++) {
			struct statute_holding holding = { s, vec_at(&s->rules, i) };
			if (holding.rule->name && holds(&chain, chain.len - 1, holding.rule))
				vec_push(holdings, &holding);
		}
	}
	vec_clear(&chain);
}

/* --- memory ----------------------------------------------------------------- */

static void clear_texts(struct vec *v)
{
	for (size_t i = 0; i < v->len; i++)
		free(*(char **)vec_at(v, i));
	vec_clear(v);
}

/* Each of these begins with the number of texts that its struct begins with. */
static void clear_named(struct vec *v, size_t texts)
{
	for (size_t i = 0; i < v->len; i++)
		for (size_t t = 0; t < texts; t++)
			free(((char **)vec_at(v, i))[t]);
	vec_clear(v);
}

static void clear_rule(struct statute_rule *r)
{
	for (size_t i = 0; i < r->who.len; i++) {
		struct statute_who *who = vec_at(&r->who, i);
		free(who->function);
		clear_texts(&who->of.names);
	}
	for (size_t i = 0; i < r->brackets.len; i++) {
		struct statute_bracket *b = vec_at(&r->brackets, i);
		free(b->amount.rate);
		free(b->plus.rate);
	}
	for (size_t i = 0; i < r->shares.len; i++)
		free(((struct statute_share *)vec_at(&r->shares, i))->function);
	for (size_t i = 0; i < r->at_most.len; i++)
		free(((struct statute_at_most *)vec_at(&r->at_most, i))->amount.rate);
	for (size_t i = 0; i < r->vehicles.len; i++)
		free(((struct statute_vehicle *)vec_at(&r->vehicles, i))->amount.rate);
	clear_texts(&r->excludes);
	clear_texts(&r->under);
	clear_texts(&r->meetings.names);
	clear_texts(&r->absence_of.names);
	clear_texts(&r->confirm);
	struct vec *plain[] = { &r->who, &r->when, &r->brackets, &r->shares, &r->limits, &r->presence, &r->at_most, &r->vehicles };
	for (size_t i = 0; i < sizeof(plain) / sizeof(*plain); i++)
		vec_clear(plain[i]);
	char *texts[] = { r->name, r->label, r->paragraph, r->pool, r->amount.rate, r->floor.rate, r->absence.rate, r->account,
			  r->cost_centre, r->wage_type, r->payer, r->tax };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		free(texts[i]);
}

static void free_statute(struct statute *s)
{
	for (size_t i = 0; i < s->rates.len; i++) {
		struct statute_rate *rate = vec_at(&s->rates, i);
		free(rate->amount.rate);
		vec_clear(&rate->bands);
	}
	for (size_t i = 0; i < s->rules.len; i++)
		clear_rule(vec_at(&s->rules, i));
	vec_clear(&s->rules);
	clear_named(&s->rates, 3);
	clear_named(&s->caps, 3);
	clear_named(&s->taxes, 3);
	clear_named(&s->functions, 2);
	clear_named(&s->with, 1);
	clear_named(&s->without, 1);
	char *texts[] = { s->file, s->name, s->title, s->source, s->note, s->based_on };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		free(texts[i]);
	free(s);
}

void statute_set_init(struct statute_set *set)
{
	set->statutes = (struct vec)VEC_OF(struct statute *);
	set->faults = (struct vec)VEC_OF(struct fault);
}

void statute_set_clear(struct statute_set *set)
{
	for (size_t i = 0; i < set->statutes.len; i++)
		free_statute(*(struct statute **)vec_at(&set->statutes, i));
	vec_clear(&set->statutes);
	faults_clear(&set->faults);
}
