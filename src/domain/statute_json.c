/* See statute_json.h. */
#include "domain/statute_json.h"

#include "base/date.h"
#include "base/json.h"

#include <stdlib.h>

/* --- values ------------------------------------------------------------------- */

static void put_sum(struct json *j, const char *key, int64_t sum)
{
	char *text = str_format("%lld.%04d", (long long)(sum / STATUTE_UNIT), (int)(sum % STATUTE_UNIT));
	json_text(j, key, text);
	free(text);
}

/* 0 says nothing. */
static void put_bound(struct json *j, const char *key, int64_t sum)
{
	if (sum)
		put_sum(j, key, sum);
	else
		json_null(j, key);
}

static void put_number(struct json *j, const char *key, int64_t n)
{
	if (n)
		json_integer(j, key, n);
	else
		json_null(j, key);
}

static void put_ratio(struct json *j, const char *over, const char *under, const struct statute_ratio *ratio)
{
	struct statute_ratio r = *ratio;
	statute_reduce_ratio(&r);
	json_integer(j, over, r.over);
	json_integer(j, under, r.under);
}

/* Both days included; what is not said is that of the statute. */
static void put_period(struct json *j, const struct statute *s, int32_t from, int32_t until)
{
	char a[DATE_TEXT], b[DATE_TEXT];
	from = from == DATE_NONE ? s->from : from;
	until = until == DATE_NONE ? s->until : until;
	date_format_iso(from, a);
	date_format_iso(until == DATE_NONE ? until : until + 1, b);
	char *text = str_format("[%s,%s)", a, b);
	json_text(j, "valid", text);
	free(text);
}

/* Whole numbers from `least` to `most`, both included. */
static void put_range(struct json *j, const char *key, int64_t least, int64_t most)
{
	char *text = most == STATUTE_ABOVE ? str_format("[%lld,)", (long long)least)
	                                   : str_format("[%lld,%lld]", (long long)least, (long long)most);
	json_text(j, key, text);
	free(text);
}

/* Of amounts of bounds, brackets and vehicles; the names of the columns differ for the floor only. */
static void put_amount(struct json *j, const struct statute_amount *a, const char *const *columns)
{
	static const struct statute_ratio once = { 1, 1 };
	if (a->kind == STATUTE_SUM)
		put_sum(j, columns[0], a->sum);
	else
		json_null(j, columns[0]);
	json_text(j, columns[1], a->kind == STATUTE_RATE ? a->rate : NULL);
	put_ratio(j, columns[2], columns[3], a->kind == STATUTE_RATE ? &a->times : &once);
}

static const char *const amount_columns[] = { "amount", "rate_name", "times_over", "times_under" };
static const char *const plus_columns[] = { "plus_amount", "plus_rate", "plus_over", "plus_under" };
static const char *const absence_columns[] = { "absence_amount", "absence_rate", "absence_over", "absence_under" };
static const char *const floor_columns[] = { "floor_amount", "floor_rate", "floor_over", "floor_under" };

static void put_limit(struct json *j, const struct statute_limit *l)
{
	json_text(j, "period", statute_periods[l->period].word);
	json_text(j, "kind", statute_limit_kinds[l->kind].word);
	put_number(j, "number", l->kind == STATUTE_LIMIT_COUNT ? l->value : 0);
	put_number(j, "minutes", l->kind == STATUTE_LIMIT_HOURS ? l->value : 0);
	put_bound(j, "amount", l->kind == STATUTE_LIMIT_AMOUNT ? l->value : 0);
	if (l->kind == STATUTE_LIMIT_FACTOR || l->kind == STATUTE_LIMIT_FURTHER) {
		put_ratio(j, "times_over", "times_under", &l->times);
	} else {
		json_null(j, "times_over");
		json_null(j, "times_under");
	}
	json_bool(j, "highest", l->highest);
}

/* --- parts of a rule ------------------------------------------------------------ */

static void put_bodies(struct json *j, const char *key, const struct statute_bodies *b)
{
	json_open(j, key, '[');
	for (size_t i = 0; statute_classes[i].word; i++)
		if (b->classes & 1U << i) {
			json_open(j, NULL, '{');
			json_text(j, "classification", statute_classes[i].word);
			json_null(j, "short_name");
			json_close(j, '}');
		}
	for (size_t i = 0; i < b->names.len; i++) {
		json_open(j, NULL, '{');
		json_null(j, "classification");
		json_text(j, "short_name", *(char **)vec_at(&b->names, i));
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_who(struct json *j, const struct statute_rule *r)
{
	json_open(j, "who", '[');
	for (size_t i = 0; i < r->who.len; i++) {
		const struct statute_who *w = vec_at(&r->who, i);
		json_open(j, NULL, '{');
		json_bool(j, "excepted", w->except);
		json_text(j, "role", w->role == STATUTE_FUNCTION ? NULL : statute_roles[w->role].word);
		json_text(j, "function_name", w->role == STATUTE_FUNCTION ? w->function : NULL);
		put_bodies(j, "bodies", &w->of);
		json_close(j, '}');
	}
	json_close(j, ']');
	json_open(j, "when", '[');
	for (size_t i = 0; i < r->when.len; i++) {
		const struct statute_when *w = vec_at(&r->when, i);
		bool lower = w->compare == STATUTE_OVER || w->compare == STATUTE_FROM;
		json_open(j, NULL, '{');
		json_text(j, "measure", statute_measures[w->measure].word);
		json_text(j, "worded", statute_compares[w->compare].word);
		put_range(j, "size", lower ? w->value + (w->compare == STATUTE_OVER) : 0,
			lower ? STATUTE_ABOVE : w->value - (w->compare == STATUTE_UNDER));
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_brackets(struct json *j, const struct statute_rule *r)
{
	int64_t least = 0;
	json_open(j, "brackets", '[');
	for (size_t i = 0; i < r->brackets.len; i++) {
		const struct statute_bracket *b = vec_at(&r->brackets, i);
		json_open(j, NULL, '{');
		put_range(j, "minutes", least, b->minutes);
		put_amount(j, &b->amount, amount_columns);
		put_amount(j, &b->plus, plus_columns);
		json_text(j, "plus_mode", b->plus.kind ? statute_counts[b->count].word : NULL);
		put_number(j, "plus_unit", b->unit);
		json_close(j, '}');
		least = b->minutes == STATUTE_ABOVE ? least : b->minutes + 1;
	}
	json_close(j, ']');
	json_open(j, "shares", '[');
	for (size_t i = 0; i < r->shares.len; i++) {
		const struct statute_share *s = vec_at(&r->shares, i);
		json_open(j, NULL, '{');
		put_ratio(j, "over", "under", &s->factor);
		json_text(j, "function_name", s->function);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_limits(struct json *j, const struct statute_rule *r)
{
	json_open(j, "limits", '[');
	for (size_t i = 0; i < r->limits.len; i++) {
		json_open(j, NULL, '{');
		put_limit(j, vec_at(&r->limits, i));
		json_close(j, '}');
	}
	json_close(j, ']');
	json_open(j, "presence", '[');
	for (size_t i = 0; i < r->presence.len; i++) {
		const struct statute_presence *p = vec_at(&r->presence, i);
		json_open(j, NULL, '{');
		json_text(j, "kind", statute_presence_kinds[p->kind].word);
		json_integer(j, "value", p->value);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_bounds(struct json *j, const struct statute_rule *r)
{
	json_open(j, "at_most", '[');
	for (size_t i = 0; i < r->at_most.len; i++) {
		const struct statute_at_most *m = vec_at(&r->at_most, i);
		json_open(j, NULL, '{');
		json_text(j, "per", statute_pers[m->per].word);
		put_amount(j, &m->amount, amount_columns);
		json_close(j, '}');
	}
	json_close(j, ']');
	json_open(j, "vehicles", '[');
	for (size_t i = 0; i < r->vehicles.len; i++) {
		const struct statute_vehicle *v = vec_at(&r->vehicles, i);
		json_open(j, NULL, '{');
		json_text(j, "vehicle", statute_vehicles[v->kind].word);
		put_amount(j, &v->amount, amount_columns);
		json_bool(j, "claimed", v->amount.kind == STATUTE_CLAIMED);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_texts(struct json *j, const char *key, const struct vec *texts)
{
	json_open(j, key, '[');
	for (size_t i = 0; i < texts->len; i++)
		json_text(j, NULL, *(char **)vec_at(texts, i));
	json_close(j, ']');
}

/* --- rules ------------------------------------------------------------------------ */

static void put_how_much(struct json *j, const struct statute_rule *r)
{
	json_text(j, "pool", r->pool);
	json_text(j, "pay", statute_pays[r->pay].word);
	put_amount(j, &r->amount, amount_columns);
	json_bool(j, "claimed", r->amount.kind == STATUTE_CLAIMED);
	json_text(j, "count_mode", r->lines[STATUTE_S_UNIT] ? statute_counts[r->count].word : "whole");
	put_number(j, "unit", r->unit);
	json_bool(j, "unit_km", r->unit_km);
	json_bool(j, "duration_per_day", r->per_day);
	json_bool(j, "duration_whole", r->whole);
	json_integer(j, "minutes_before", r->before);
	json_integer(j, "minutes_after", r->after);
	json_integer(j, "gap_minutes", r->gap);
	json_text(j, "due", statute_dues[r->due].word);
	json_text(j, "prorata", statute_proratas[r->prorata].word);
	put_number(j, "pause_months", r->pause_months);
	put_ratio(j, "pause_keeps_over", "pause_keeps_under",
		r->pause_keeps.under ? &r->pause_keeps : &(struct statute_ratio){ 0, 1 });
	put_amount(j, &r->absence, absence_columns);
	put_ratio(j, "absence_part_over", "absence_part_under",
		r->absence_part.under ? &r->absence_part : &(struct statute_ratio){ 0, 1 });
	put_bodies(j, "absence_bodies", &r->absence_of);
}

static void put_occasion(struct json *j, const struct statute_rule *r)
{
	json_text(j, "attending", statute_attendings[r->attending].word);
	json_open(j, "weekdays", '[');
	for (int i = 0; statute_weekdays[i].word; i++)
		if (r->days & 1U << i)
			json_integer(j, NULL, i + 1);
	json_close(j, ']');
	put_number(j, "begins_from", r->begins_from);
	put_number(j, "begins_before", r->begins_before);
	json_text(j, "joint", statute_joints[r->joint].word);
	json_text(j, "substitutes", statute_substitutes[r->substitutes].word);
	json_text(j, "claim", r->pay == STATUTE_CLAIM ? statute_claims[r->claim].word : NULL);
	put_amount(j, &r->floor, floor_columns);
	json_bool(j, "working_hours", r->working_hours);
	if (r->within_to) {
		json_integer(j, "within_from", r->within_from);
		json_integer(j, "within_to", r->within_to);
	} else {
		json_null(j, "within_from");
		json_null(j, "within_to");
	}
	json_bool(j, "workdays", r->workdays);
	json_bool(j, "evidence", r->evidence);
	put_number(j, "evidence_months", r->evidence_months);
	json_text(j, "payee", statute_payees[r->payee].word);
	json_bool(j, "distance_home", r->distance_home);
	put_number(j, "distance_km", r->distance_km);
	json_bool(j, "travel_pooled", r->travel_pooled);
}

static void put_rule(struct json *j, const struct statute *s, const struct statute_rule *r)
{
	json_open(j, NULL, '{');
	json_text(j, "name", r->name);
	json_text(j, "label", r->label);
	json_text(j, "paragraph", r->paragraph);
	put_period(j, s, r->from, r->until);
	json_bool(j, "optional", r->optional);
	put_how_much(j, r);
	put_occasion(j, r);
	put_bound(j, "rounding_step", r->rounding.step);
	json_text(j, "rounding_mode", r->rounding.step ? statute_roundings[r->rounding.mode].word : NULL);
	json_text(j, "account", r->account ? r->account : "");
	json_text(j, "cost_centre", r->cost_centre ? r->cost_centre : "");
	json_text(j, "wage_type", r->wage_type ? r->wage_type : "");
	json_text(j, "payer", r->payer ? r->payer : "");
	json_text(j, "tax_class", r->tax);
	put_who(j, r);
	put_bodies(j, "meetings", &r->meetings);
	put_brackets(j, r);
	put_limits(j, r);
	put_bounds(j, r);
	put_texts(j, "excludes", &r->excludes);
	put_texts(j, "under", &r->under);
	put_texts(j, "confirm", &r->confirm);
	json_close(j, '}');
}

/* --- the rest ----------------------------------------------------------------------- */

static void put_rates(struct json *j, const struct statute *s)
{
	json_open(j, "rates", '[');
	for (size_t i = 0; i < s->rates.len; i++) {
		const struct statute_rate *rate = vec_at(&s->rates, i);
		bool other = !rate->by_measure && rate->amount.kind == STATUTE_RATE;
		json_open(j, NULL, '{');
		json_text(j, "name", rate->name);
		json_text(j, "label", rate->label);
		json_text(j, "paragraph", rate->paragraph);
		put_period(j, s, rate->from, rate->until);
		json_text(j, "measure", rate->by_measure ? statute_measures[rate->measure].word : NULL);
		if (rate->by_measure || other)
			json_null(j, "amount");
		else
			put_sum(j, "amount", rate->amount.sum);
		json_text(j, "of_rate", other ? rate->amount.rate : NULL);
		if (other)
			put_ratio(j, "times_over", "times_under", &rate->amount.times);
		int64_t least = 0;
		json_open(j, "bands", '[');
		for (size_t b = 0; b < rate->bands.len; b++) {
			const struct statute_band *band = vec_at(&rate->bands, b);
			json_open(j, NULL, '{');
			put_range(j, "size", least, band->to);
			put_sum(j, "amount", band->sum);
			json_close(j, '}');
			least = band->to == STATUTE_ABOVE ? least : band->to + 1;
		}
		json_close(j, ']');
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_caps(struct json *j, const struct statute *s)
{
	json_open(j, "caps", '[');
	for (size_t i = 0; i < s->caps.len; i++) {
		const struct statute_cap *cap = vec_at(&s->caps, i);
		json_open(j, NULL, '{');
		json_text(j, "name", cap->name);
		json_text(j, "label", cap->label);
		json_text(j, "paragraph", cap->paragraph);
		put_limit(j, &cap->limit);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_taxes(struct json *j, const struct statute *s)
{
	json_open(j, "tax_classes", '[');
	for (size_t i = 0; i < s->taxes.len; i++) {
		const struct statute_tax *tax = vec_at(&s->taxes, i);
		json_open(j, NULL, '{');
		json_text(j, "name", tax->name);
		json_text(j, "label", tax->label);
		json_text(j, "paragraph", tax->paragraph);
		put_ratio(j, "free_over", "free_under", &tax->free);
		put_bound(j, "at_least", tax->at_least);
		put_bound(j, "at_most", tax->at_most);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_choices(struct json *j, const struct vec *names, bool chosen)
{
	for (size_t i = 0; i < names->len; i++) {
		json_open(j, NULL, '{');
		json_text(j, "rule_name", ((struct statute_name *)vec_at(names, i))->name);
		json_bool(j, "chosen", chosen);
		json_close(j, '}');
	}
}

static void put_head(struct json *j, const struct statute *s)
{
	json_text(j, "name", s->name);
	json_text(j, "title", s->title);
	json_text(j, "source", s->source);
	json_text(j, "note", s->note ? s->note : "");
	put_period(j, s, s->from, s->until);
	json_text(j, "based_on", s->based_on);
	put_sum(j, "rounding_step", s->rounding.step ? s->rounding.step : STATUTE_UNIT / 100);
	json_text(j, "rounding_mode", statute_roundings[s->rounding.step ? s->rounding.mode : STATUTE_HALF_UP].word);
}

void statute_to_json(const struct statute *s, const char *file, struct str *out)
{
	struct json j = JSON_INTO(out);
	json_open(&j, NULL, '{');
	put_head(&j, s);
	json_text(&j, "file", file);
	json_open(&j, "choices", '[');
	put_choices(&j, &s->with, true);
	put_choices(&j, &s->without, false);
	json_close(&j, ']');
	json_open(&j, "functions", '[');
	for (size_t i = 0; i < s->functions.len; i++) {
		const struct statute_function *f = vec_at(&s->functions, i);
		json_open(&j, NULL, '{');
		json_text(&j, "name", f->name);
		json_text(&j, "label", f->label);
		json_close(&j, '}');
	}
	json_close(&j, ']');
	put_rates(&j, s);
	put_caps(&j, s);
	put_taxes(&j, s);
	json_open(&j, "rules", '[');
	for (size_t i = 0; i < s->rules.len; i++)
		put_rule(&j, s, vec_at(&s->rules, i));
	json_close(&j, ']');
	json_close(&j, '}');
}
