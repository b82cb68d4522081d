/* See statute_lines.h. */
#include "domain/statute_lines.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

struct teller {
	const struct statute_set *set;
	const struct statute *s;
	struct vec *lines; /* of the part */
};

/* Takes the text over; nothing said is no line. */
static void say(struct teller *t, const char *term, struct str *text)
{
	if (text->len) {
		struct statute_line *line = vec_add(t->lines);
		line->term = mem_strdup(term);
		line->text = str_take(text);
	}
	str_clear(text);
}

static void say_text(struct teller *t, const char *term, const char *value)
{
	struct str text = { 0 };
	str_add(&text, value ? value : "");
	say(t, term, &text);
}

static void semicolon(struct str *out)
{
	if (out->len)
		str_add(out, "; ");
}

/* --- names as people know them ------------------------------------------------- */

typedef const void *finder(const struct statute *s, const char *name);

static const void *find_rate(const struct statute *s, const char *name)
{
	return statute_find_rate(s, name);
}

static const void *find_rule(const struct statute *s, const char *name)
{
	return statute_find_rule(s, name);
}

static const void *find_cap(const struct statute *s, const char *name)
{
	return statute_find_cap(s, name);
}

static const void *find_tax(const struct statute *s, const char *name)
{
	return statute_find_tax(s, name);
}

static const void *find_function(const struct statute *s, const char *name)
{
	return statute_find_function(s, name);
}

/* The label (second text of every element) in this statute or one it is based on; else the name. */
static const char *label_of(const struct teller *t, finder *find, const char *name)
{
	const struct statute *s = t->s;
	for (size_t i = 0; s && name && i <= t->set->statutes.len; i++) {
		const char *const *element = find(s, name);
		if (element)
			return element[1] ? element[1] : name;
		s = s->based_on ? statute_find(t->set, s->based_on) : NULL;
	}
	return name ? name : "";
}

static void add_labels(const struct teller *t, finder *find, const struct vec *names, struct str *out)
{
	for (size_t i = 0; i < names->len; i++) {
		semicolon(out);
		str_addf(out, _("„%s“"), label_of(t, find, *(char **)vec_at(names, i)));
	}
}

/* --- values ----------------------------------------------------------------------- */

void statute_add_period(int32_t from, int32_t until, struct str *out)
{
	char a[DATE_TEXT], b[DATE_TEXT];
	date_format(from, a);
	date_format(until, b);
	if (from != DATE_NONE && until != DATE_NONE)
		str_addf(out, _("vom %s bis %s"), a, b);
	else if (from != DATE_NONE)
		str_addf(out, _("ab %s"), a);
	else if (until != DATE_NONE)
		str_addf(out, _("bis %s"), b);
}

void statute_own_period(const struct statute *s, int32_t *from, int32_t *until)
{
	*from = *from == s->from ? DATE_NONE : *from;
	*until = *until == s->until ? DATE_NONE : *until;
}

static void say_period(struct teller *t, int32_t from, int32_t until)
{
	struct str out = { 0 };
	statute_own_period(t->s, &from, &until);
	statute_add_period(from, until, &out);
	say(t, _("Zeit"), &out);
}

static void add_integer(int64_t n, struct str *out)
{
	size_t before = out->len;
	statute_format_sum(n * STATUTE_UNIT, out);
	str_cut(out, out->len > before + 3 ? out->len - 3 : before); /* without ",00" */
}

void statute_add_bound(int64_t to, struct str *out)
{
	if (to == STATUTE_ABOVE) {
		str_add(out, _("darüber"));
		return;
	}
	struct str n = { 0 };
	add_integer(to, &n);
	str_addf(out, _("bis %s"), str_text(&n));
	str_clear(&n);
}

static void add_amount(const struct teller *t, const struct statute_amount *a, struct str *out)
{
	if (a->kind == STATUTE_SUM) {
		statute_format_sum(a->sum, out);
	} else if (a->kind == STATUTE_CLAIMED) {
		str_add(out, _("wie beantragt"));
	} else if (a->kind == STATUTE_RATE) {
		if (a->times.over != a->times.under) {
			statute_format_ratio(&a->times, out);
			str_add(out, " × ");
		}
		str_addf(out, _("„%s“"), label_of(t, find_rate, a->rate));
	}
}

static void add_rounding(const struct statute_rounding *r, struct str *out)
{
	statute_format_sum(r->step, out);
	str_addf(out, ", %s", _(statute_roundings[r->mode].label));
}

static void add_bodies(const struct statute_bodies *b, struct str *out)
{
	const char *comma = "";
	for (size_t i = 0; statute_classes[i].word; i++)
		if (b->classes & 1U << i) {
			str_addf(out, "%s%s", comma, _(statute_classes[i].label));
			comma = ", ";
		}
	for (size_t i = 0; i < b->names.len; i++) {
		str_addf(out, _("%s„%s“"), comma, *(char **)vec_at(&b->names, i));
		comma = ", ";
	}
}

/* --- who --------------------------------------------------------------------------- */

static void say_who(struct teller *t, const struct statute_rule *r, bool except)
{
	struct str out = { 0 };
	for (size_t i = 0; i < r->who.len; i++) {
		const struct statute_who *w = vec_at(&r->who, i);
		if (w->except != except)
			continue;
		semicolon(&out);
		if (w->role == STATUTE_FUNCTION) {
			str_addf(&out, _("„%s“"), label_of(t, find_function, w->function));
			continue;
		}
		str_add(&out, _(statute_roles[w->role].label));
		if (w->of.classes || w->of.names.len) {
			str_add(&out, " (");
			add_bodies(&w->of, &out);
			str_add(&out, ")");
		}
	}
	say(t, except ? _("Nicht") : _("Wer"), &out);
}

static void say_conditions(struct teller *t, const struct statute_rule *r)
{
	struct str out = { 0 };
	for (size_t i = 0; i < r->when.len; i++) {
		const struct statute_when *w = vec_at(&r->when, i);
		semicolon(&out);
		str_addf(&out, "%s: %s ", _(statute_measures[w->measure].label), _(statute_compares[w->compare].label));
		add_integer(w->value, &out);
	}
	say(t, _("Bedingung"), &out);
	add_labels(t, find_rule, &r->excludes, &out);
	say(t, _("Schließt aus"), &out);
	if (r->pool)
		str_addf(&out, _("von den Regeln der Gruppe „%s“ nur die höchste"), r->pool);
	say(t, _("Zusammentreffen"), &out);
}

/* --- how much ------------------------------------------------------------------------ */

static void say_amount(struct teller *t, const struct statute_rule *r)
{
	struct str out = { 0 };
	add_amount(t, &r->amount, &out);
	for (size_t i = 0; i < r->brackets.len; i++) {
		const struct statute_bracket *b = vec_at(&r->brackets, i);
		semicolon(&out);
		statute_add_bound(b->minutes, &out);
		str_add(&out, b->minutes == STATUTE_ABOVE ? ": " : _(" Minuten: "));
		add_amount(t, &b->amount, &out);
		if (b->plus.kind) {
			str_add(&out, _(", dazu "));
			add_amount(t, &b->plus, &out);
			str_addf(&out, _(" %s %d Minuten mehr"), _(statute_counts[b->count].label), b->unit);
		}
	}
	for (size_t i = 0; i < r->vehicles.len; i++) {
		const struct statute_vehicle *v = vec_at(&r->vehicles, i);
		semicolon(&out);
		str_addf(&out, "%s ", _(statute_vehicles[v->kind].label));
		add_amount(t, &v->amount, &out);
		if (v->kind != STATUTE_TICKET)
			str_add(&out, _(" je km"));
	}
	say(t, _("Betrag"), &out);
	if (r->lines[STATUTE_S_PAY])
		say_text(t, _("Zahlung"), _(statute_pays[r->pay].label));
}

static void say_counting(struct teller *t, const struct statute_rule *r)
{
	struct str out = { 0 };
	if (r->lines[STATUTE_S_UNIT] && r->unit)
		str_addf(&out, _("Betrag je Stunde oder Kilometer, gezählt %s %d %s"), _(statute_counts[r->count].label), r->unit,
			r->unit_km ? _("km") : _("Minuten"));
	else if (r->lines[STATUTE_S_UNIT])
		str_add(&out, _("Betrag je Stunde oder Kilometer, genau gezählt"));
	say(t, _("Zählung"), &out);
	if (r->per_day || r->whole || r->before || r->after || r->gap) {
		str_add(&out, r->per_day ? _("alle Sitzungen eines Tages zusammen") : _("jede Sitzung für sich"));
		if (r->whole)
			str_add(&out, _("; die Dauer der Sitzung, nicht der Anwesenheit"));
		if (r->before)
			str_addf(&out, _("; davor %d Minuten"), r->before);
		if (r->after)
			str_addf(&out, _("; danach %d Minuten"), r->after);
		if (r->gap > 0)
			str_addf(&out, _("; Lücken bis %d Minuten zählen mit"), r->gap);
		else
			str_add(&out, r->gap ? _("; alle Lücken zählen mit") : _("; Lücken zählen nicht mit"));
	}
	say(t, _("Dauer"), &out);
	for (size_t i = 0; i < r->shares.len; i++) {
		const struct statute_share *s = vec_at(&r->shares, i);
		semicolon(&out);
		str_add(&out, "× ");
		statute_format_ratio(&s->factor, &out);
		if (s->function)
			str_addf(&out, _(" für „%s“"), label_of(t, find_function, s->function));
	}
	say(t, _("Faktor"), &out);
	if (r->rounding.step)
		add_rounding(&r->rounding, &out);
	say(t, _("Rundung"), &out);
}

static void say_lump(struct teller *t, const struct statute_rule *r)
{
	struct str out = { 0 };
	if (r->pay == STATUTE_MONTHLY || r->pay == STATUTE_YEARLY) {
		say_text(t, _("Fällig"), _(statute_dues[r->due].label));
		say_text(t, _("Anteilig"), _(statute_proratas[r->prorata].label));
	}
	if (r->pause_months) {
		str_addf(&out, _("nach %d Monat(en) ohne Ausübung des Mandats ruht die Zahlung"), r->pause_months);
		if (r->pause_keeps.under) {
			str_add(&out, _("; es bleiben "));
			struct statute_ratio percent = { r->pause_keeps.over * 100, r->pause_keeps.under };
			statute_format_ratio(&percent, &out);
			str_add(&out, " %");
		}
	}
	say(t, _("Pause"), &out);
	if (!r->lines[STATUTE_S_ABSENCE])
		return;
	if (r->absence.kind) {
		add_amount(t, &r->absence, &out);
	} else {
		struct statute_ratio percent = { r->absence_part.over * 100, r->absence_part.under };
		statute_format_ratio(&percent, &out);
		str_add(&out, " %");
	}
	str_add(&out, _(" weniger je unentschuldigt versäumter Sitzung"));
	if (r->absence_of.classes || r->absence_of.names.len) {
		str_add(&out, " (");
		add_bodies(&r->absence_of, &out);
		str_add(&out, ")");
	}
	say(t, _("Fehlen"), &out);
}

/* --- limits --------------------------------------------------------------------------- */

static void add_limit(const struct statute_limit *l, struct str *out)
{
	struct statute_ratio hours = { l->value * STATUTE_UNIT / 60, STATUTE_UNIT };
	struct statute_ratio percent = { l->times.over * 100, l->times.under };
	str_addf(out, l->kind == STATUTE_LIMIT_FURTHER ? _("%s die erste Sitzung ganz, jede weitere zu ") : _("%s höchstens "),
		_(statute_periods[l->period].label));
	switch (l->kind) {
	case STATUTE_LIMIT_COUNT:
		str_addf(out, l->highest ? _("%d Mal, die höchsten") : _("%d Mal, die ersten"), (int)l->value);
		break;
	case STATUTE_LIMIT_FACTOR:
		str_add(out, _("das "));
		statute_format_ratio(&l->times, out);
		str_add(out, _("-fache"));
		break;
	case STATUTE_LIMIT_AMOUNT:
		statute_format_sum(l->value, out);
		break;
	case STATUTE_LIMIT_HOURS:
		statute_format_ratio(&hours, out);
		str_add(out, _(" Stunden"));
		break;
	case STATUTE_LIMIT_FURTHER:
		statute_format_ratio(&percent, out);
		str_add(out, " %");
		break;
	}
}

static void say_limits(struct teller *t, const struct statute_rule *r)
{
	struct str out = { 0 };
	for (size_t i = 0; i < r->limits.len; i++) {
		semicolon(&out);
		add_limit(vec_at(&r->limits, i), &out);
	}
	add_labels(t, find_cap, &r->under, &out);
	say(t, _("Grenze"), &out);
}

/* --- meetings and claims ---------------------------------------------------------------- */

static void add_time(int minutes, struct str *out)
{
	str_addf(out, "%02d:%02d", minutes / 60, minutes % 60);
}

/* Days and hours on which a meeting must begin. */
static void say_times(struct teller *t, const struct statute_rule *r)
{
	struct str out = { 0 };
	for (size_t i = 0; statute_weekdays[i].word; i++)
		if (r->days & 1U << i)
			str_addf(&out, "%s%s", out.len ? ", " : "", _(statute_weekdays[i].label));
	if (r->begins_from) {
		semicolon(&out);
		str_add(&out, _("ab "));
		add_time(r->begins_from, &out);
	}
	if (r->begins_before) {
		semicolon(&out);
		str_add(&out, _("vor "));
		add_time(r->begins_before, &out);
	}
	say(t, _("Beginn"), &out);
}

static void say_meetings(struct teller *t, const struct statute_rule *r)
{
	struct str out = { 0 };
	add_bodies(&r->meetings, &out);
	if (out.len)
		str_addf(&out, ", %s", _(statute_attendings[r->attending].label));
	say(t, _("Sitzungen"), &out);
	say_times(t, r);
	for (size_t i = 0; i < r->presence.len; i++) {
		const struct statute_presence *p = vec_at(&r->presence, i);
		semicolon(&out);
		str_addf(&out, _("mindestens %d %s"), p->value, _(statute_presence_kinds[p->kind].label));
	}
	say(t, _("Anwesenheit"), &out);
	if (r->pay == STATUTE_MEETING || r->pay == STATUTE_DAY) {
		say_text(t, _("Gemeinsam"), _(statute_joints[r->joint].label));
		say_text(t, _("Vertretung"), _(statute_substitutes[r->substitutes].label));
	}
}

static void say_bounds(struct teller *t, const struct statute_rule *r)
{
	struct str out = { 0 };
	add_amount(t, &r->floor, &out);
	say(t, _("Mindestens"), &out);
	for (size_t i = 0; i < r->at_most.len; i++) {
		const struct statute_at_most *m = vec_at(&r->at_most, i);
		semicolon(&out);
		add_amount(t, &m->amount, &out);
		str_addf(&out, " %s", _(statute_pers[m->per].label));
	}
	say(t, _("Höchstens"), &out);
	if (r->working_hours)
		str_add(&out, _("in der Arbeitszeit der Person"));
	if (r->within_to) {
		add_time(r->within_from, &out);
		str_add(&out, "–");
		add_time(r->within_to, &out);
	}
	if (r->workdays)
		str_add(&out, _(", Montag bis Freitag"));
	say(t, _("Zeitraum"), &out);
}

static void say_claim(struct teller *t, const struct statute_rule *r)
{
	struct str out = { 0 };
	if (r->lines[STATUTE_S_CLAIM])
		say_text(t, _("Art des Antrags"), _(statute_claims[r->claim].label));
	say_bounds(t, r);
	for (size_t i = 0; i < r->confirm.len; i++) {
		semicolon(&out);
		str_add(&out, *(char **)vec_at(&r->confirm, i));
	}
	say(t, _("Zu bestätigen"), &out);
	if (r->evidence)
		str_add(&out, _("nötig"));
	if (r->evidence_months)
		str_addf(&out, _(", gilt %d Monat(e)"), r->evidence_months);
	say(t, _("Beleg"), &out);
	if (r->pay == STATUTE_CLAIM && r->claim <= STATUTE_HOUSEHOLD)
		say_text(t, _("An"), _(statute_payees[r->payee].label));
	if (r->distance_home)
		str_add(&out, _("höchstens ab der Wohnung"));
	if (r->distance_km) {
		semicolon(&out);
		str_addf(&out, _("höchstens %d km"), r->distance_km);
	}
	if (r->travel_pooled) {
		semicolon(&out);
		str_add(&out, _("ein Hin- und Rückweg für alle Sitzungen eines Tages"));
	}
	say(t, _("Strecke"), &out);
}

static void say_accounts(struct teller *t, const struct statute_rule *r)
{
	say_text(t, _("Konto"), r->account);
	say_text(t, _("Kostenstelle"), r->cost_centre);
	say_text(t, _("Lohnart"), r->wage_type);
	say_text(t, _("Kasse"), r->payer);
	say_text(t, _("Steuer"), r->tax ? label_of(t, find_tax, r->tax) : NULL);
}

static void say_rule(struct teller *t, const struct statute_rule *r)
{
	say_text(t, _("Grundlage"), r->paragraph);
	say_period(t, r->from, r->until);
	if (r->optional)
		say_text(t, _("Wahl"), _("gilt nur, wenn eine Satzung darauf sie wählt (with)"));
	say_who(t, r, false);
	say_who(t, r, true);
	say_conditions(t, r);
	say_amount(t, r);
	say_counting(t, r);
	say_lump(t, r);
	say_limits(t, r);
	say_meetings(t, r);
	say_claim(t, r);
	say_accounts(t, r);
}

/* --- the other parts ---------------------------------------------------------------------- */

static void say_rate(struct teller *t, const struct statute_rate *rate)
{
	struct str out = { 0 }, bound = { 0 };
	say_text(t, _("Grundlage"), rate->paragraph);
	say_period(t, rate->from, rate->until);
	if (!rate->by_measure)
		add_amount(t, &rate->amount, &out);
	else
		str_addf(&out, _("nach Größe (%s)"), _(statute_measures[rate->measure].label));
	say(t, _("Betrag"), &out);
	for (size_t i = 0; i < rate->bands.len; i++) {
		const struct statute_band *band = vec_at(&rate->bands, i);
		statute_add_bound(band->to, &bound);
		statute_format_sum(band->sum, &out);
		say(t, str_text(&bound), &out);
		str_clear(&bound);
	}
}

static void say_tax(struct teller *t, const struct statute_tax *tax)
{
	struct str out = { 0 };
	say_text(t, _("Grundlage"), tax->paragraph);
	if (tax->free.over == tax->free.under)
		str_add(&out, _("alles"));
	else if (tax->free.over == 0)
		str_add(&out, _("nichts"));
	else
		statute_format_ratio(&tax->free, &out);
	if (tax->at_least) {
		str_add(&out, _(", mindestens "));
		statute_format_sum(tax->at_least, &out);
	}
	if (tax->at_most) {
		str_add(&out, _(", höchstens "));
		statute_format_sum(tax->at_most, &out);
	}
	say(t, _("Steuerfrei im Monat"), &out);
}

static void say_head(struct teller *t)
{
	static const struct statute_rounding cent = { STATUTE_UNIT / 100, STATUTE_HALF_UP };
	const struct statute *s = t->s;
	struct str out = { 0 };
	say_text(t, _("Fundstelle"), s->source);
	statute_add_period(s->from, s->until, &out);
	say(t, _("Gültig"), &out);
	if (s->based_on) {
		const struct statute *base = statute_find(t->set, s->based_on);
		say_text(t, _("Beruht auf"), base && base->title ? base->title : s->based_on);
	}
	add_rounding(s->rounding.step ? &s->rounding : &cent, &out);
	say(t, _("Rundung"), &out);
	for (size_t i = 0; i < s->with.len; i++) {
		semicolon(&out);
		str_addf(&out, _("„%s“"), label_of(t, find_rule, ((struct statute_name *)vec_at(&s->with, i))->name));
	}
	say(t, _("Gewählt"), &out);
	for (size_t i = 0; i < s->without.len; i++) {
		semicolon(&out);
		str_addf(&out, _("„%s“"), label_of(t, find_rule, ((struct statute_name *)vec_at(&s->without, i))->name));
	}
	say(t, _("Entfällt"), &out);
	say_text(t, _("Anmerkung"), s->note);
}

/* --- all parts ------------------------------------------------------------------------------ */

static struct vec *add_part(struct vec *parts, enum statute_part_kind kind, const char *name, const char *label)
{
	struct statute_part *part = vec_add(parts);
	part->kind = kind;
	part->name = mem_strdup(name ? name : "");
	part->label = mem_strdup(label ? label : "");
	part->lines = (struct vec)VEC_OF(struct statute_line);
	return &part->lines;
}

static void add_rate_parts(struct teller *t, struct vec *parts)
{
	for (size_t i = 0; i < t->s->rates.len; i++) {
		const struct statute_rate *rate = vec_at(&t->s->rates, i);
		int period = 1;
		for (size_t j = 0; j < i; j++)
			period += str_equal(((struct statute_rate *)vec_at(&t->s->rates, j))->name, rate->name);
		char *name = period == 1 ? mem_strdup(rate->name ? rate->name : "") : str_format("%s %d", rate->name ? rate->name : "", period);
		t->lines = add_part(parts, STATUTE_PART_RATE, name, rate->label);
		say_rate(t, rate);
		free(name);
	}
}

void statute_parts(const struct statute_set *set, const struct statute *s, struct vec *parts)
{
	struct teller t = { set, s, NULL };
	*parts = (struct vec)VEC_OF(struct statute_part);
	t.lines = add_part(parts, STATUTE_PART_HEAD, s->name, s->title);
	say_head(&t);
	for (size_t i = 0; i < s->functions.len; i++) {
		const struct statute_function *f = vec_at(&s->functions, i);
		t.lines = add_part(parts, STATUTE_PART_FUNCTION, f->name, f->label);
	}
	add_rate_parts(&t, parts);
	for (size_t i = 0; i < s->caps.len; i++) {
		const struct statute_cap *cap = vec_at(&s->caps, i);
		struct str out = { 0 };
		t.lines = add_part(parts, STATUTE_PART_CAP, cap->name, cap->label);
		say_text(&t, _("Grundlage"), cap->paragraph);
		add_limit(&cap->limit, &out);
		say(&t, _("Grenze"), &out);
	}
	for (size_t i = 0; i < s->taxes.len; i++) {
		const struct statute_tax *tax = vec_at(&s->taxes, i);
		t.lines = add_part(parts, STATUTE_PART_TAX, tax->name, tax->label);
		say_tax(&t, tax);
	}
	for (size_t i = 0; i < s->rules.len; i++) {
		const struct statute_rule *r = vec_at(&s->rules, i);
		t.lines = add_part(parts, STATUTE_PART_RULE, r->name, r->label);
		say_rule(&t, r);
	}
}

void statute_parts_clear(struct vec *parts)
{
	for (size_t i = 0; i < parts->len; i++) {
		struct statute_part *part = vec_at(parts, i);
		for (size_t j = 0; j < part->lines.len; j++) {
			struct statute_line *line = vec_at(&part->lines, j);
			free(line->term);
			free(line->text);
		}
		vec_clear(&part->lines);
		free(part->name);
		free(part->label);
	}
	vec_clear(parts);
}
