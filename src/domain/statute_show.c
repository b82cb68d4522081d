/* A statute as a document, and two of them compared: see statute.h. */
#include "domain/statute.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "domain/statute_lines.h"

#include <stdlib.h>
#include <string.h>

#define COLUMNS_MAX 3 /* rates side by side */

/* --- rates as tables ------------------------------------------------------------- */

static bool same_bands(const struct statute *s, const struct statute_rate *a, const struct statute_rate *b)
{
	int32_t from = a->from, until = a->until, other_from = b->from, other_until = b->until;
	statute_own_period(s, &from, &until);
	statute_own_period(s, &other_from, &other_until);
	if (!a->by_measure || !b->by_measure || a->measure != b->measure || from != other_from || until != other_until ||
	    a->bands.len != b->bands.len)
		return false;
	for (size_t i = 0; i < a->bands.len; i++)
		if (((struct statute_band *)vec_at(&a->bands, i))->to != ((struct statute_band *)vec_at(&b->bands, i))->to)
			return false;
	return true;
}

/* This rate and those right after it that have the same bands. */
static size_t count_alike(const struct statute *s, size_t at)
{
	const struct vec *rates = &s->rates;
	size_t n = 1;
	while (n < COLUMNS_MAX && at + n < rates->len && same_bands(s, vec_at(rates, at), vec_at(rates, at + n)))
		n++;
	return n;
}

static void describe_banded(struct doc *doc, const struct statute *s, size_t at, size_t n)
{
	const struct vec *rates = &s->rates;
	const struct statute_rate *first = vec_at(rates, at);
	int32_t from = first->from, until = first->until;
	const char *headers[COLUMNS_MAX + 1] = { _(statute_measures[first->measure].label) };
	struct str caption = { 0 }, text = { 0 };
	for (size_t i = 0; i < n; i++) {
		const struct statute_rate *rate = vec_at(rates, at + i);
		headers[i + 1] = rate->label ? rate->label : "";
		str_addf(&caption, "%s%s (%s)", i ? "; " : "", headers[i + 1], rate->paragraph ? rate->paragraph : "");
	}
	statute_own_period(s, &from, &until);
	if (from != DATE_NONE || until != DATE_NONE)
		str_add(&caption, ", ");
	statute_add_period(from, until, &caption);
	doc_table(doc, str_text(&caption), n + 1, headers)->right = ~1U;
	for (size_t band = 0; band < first->bands.len; band++) {
		statute_add_bound(((struct statute_band *)vec_at(&first->bands, band))->to, &text);
		doc_table_text(doc, str_text(&text));
		str_clear(&text);
		for (size_t i = 0; i < n; i++) {
			const struct statute_rate *rate = vec_at(rates, at + i);
			statute_format_sum(((struct statute_band *)vec_at(&rate->bands, band))->sum, &text);
			doc_table_text(doc, str_text(&text));
			str_clear(&text);
		}
	}
	str_clear(&caption);
}

/* What a line of a part says, "" where there is none. */
static const char *line_of(const struct statute_part *part, const char *term)
{
	for (size_t i = 0; i < part->lines.len; i++) {
		const struct statute_line *line = vec_at(&part->lines, i);
		if (strcmp(line->term, term) == 0)
			return line->text;
	}
	return "";
}

/* Rates without bands, one a row; parts in the order of the rates. */
static void describe_plain(struct doc *doc, const struct statute *s, const struct vec *parts)
{
	const char *headers[] = { _("Satz"), _("Grundlage"), _("Zeit"), _("Betrag") };
	size_t at = 0;
	bool begun = false;
	for (size_t i = 0; i < parts->len; i++) {
		const struct statute_part *part = vec_at(parts, i);
		if (part->kind != STATUTE_PART_RATE)
			continue;
		const struct statute_rate *rate = vec_at(&s->rates, at++);
		if (rate->by_measure)
			continue;
		if (!begun)
			doc_table(doc, _("Feste Sätze"), 4, headers)->right = 1U << 3;
		begun = true;
		doc_table_text(doc, part->label);
		for (size_t c = 1; c < 4; c++)
			doc_table_text(doc, line_of(part, headers[c]));
	}
}

static void describe_rates(struct doc *doc, const struct statute *s, const struct vec *parts)
{
	if (s->rates.len == 0)
		return;
	doc_heading(doc, 1, _("Sätze"));
	for (size_t i = 0; i < s->rates.len;) {
		const struct statute_rate *rate = vec_at(&s->rates, i);
		size_t n = rate->by_measure ? count_alike(s, i) : 1;
		if (rate->by_measure)
			describe_banded(doc, s, i, n);
		i += n;
	}
	describe_plain(doc, s, parts);
}

/* --- the document ---------------------------------------------------------------- */

static void describe_parts(struct doc *doc, const struct vec *parts, enum statute_part_kind kind, const char *heading)
{
	bool begun = false;
	for (size_t i = 0; i < parts->len; i++) {
		const struct statute_part *part = vec_at(parts, i);
		if (part->kind != kind)
			continue;
		if (!begun && heading)
			doc_heading(doc, 1, heading);
		begun = true;
		if (heading) {
			char *title = str_format("%s (%s)", part->label, part->name);
			doc_heading(doc, 2, title);
			free(title);
		}
		if (part->lines.len)
			doc_pairs(doc);
		for (size_t j = 0; j < part->lines.len; j++) {
			const struct statute_line *line = vec_at(&part->lines, j);
			doc_pair(doc, line->term, line->text);
		}
	}
}

static void describe_functions(struct doc *doc, const struct statute *s)
{
	if (s->functions.len == 0)
		return;
	doc_heading(doc, 1, _("Funktionen, die Personen zugeordnet werden"));
	doc_list(doc);
	for (size_t i = 0; i < s->functions.len; i++) {
		const struct statute_function *f = vec_at(&s->functions, i);
		char *text = str_format("%s (%s)", f->label ? f->label : "", f->name ? f->name : "");
		doc_run(doc_list_item(doc), DOC_PLAIN, text);
		free(text);
	}
}

/* What holds by the statutes below, rule by rule; these are worded where they stand. */
static void describe_inherited(struct doc *doc, const struct statute_set *set, const struct statute *s)
{
	struct vec holdings;
	bool begun = false;
	statute_holdings(set, s, &holdings);
	for (size_t i = 0; i < holdings.len; i++) {
		const struct statute_holding *h = vec_at(&holdings, i);
		if (h->of == s)
			continue;
		if (!begun) {
			doc_heading(doc, 1, _("Regeln, die aus der Satzung darunter gelten"));
			doc_list(doc);
		}
		begun = true;
		char *text = str_format(_("%s (%s), %s, aus %s"), h->rule->label ? h->rule->label : "", h->rule->name,
			h->rule->paragraph ? h->rule->paragraph : "", h->of->name);
		doc_run(doc_list_item(doc), DOC_PLAIN, text);
		free(text);
	}
	vec_clear(&holdings);
}

void statute_describe(const struct statute_set *set, const struct statute *s, struct doc *doc)
{
	struct vec parts;
	statute_parts(set, s, &parts);
	doc_init(doc, s->title ? s->title : s->file, "de");
	describe_parts(doc, &parts, STATUTE_PART_HEAD, NULL);
	describe_rates(doc, s, &parts);
	describe_functions(doc, s);
	describe_parts(doc, &parts, STATUTE_PART_CAP, _("Gemeinsame Grenzen"));
	describe_parts(doc, &parts, STATUTE_PART_TAX, _("Steuerklassen"));
	describe_parts(doc, &parts, STATUTE_PART_RULE, _("Regeln"));
	describe_inherited(doc, set, s);
	statute_parts_clear(&parts);
}

/* --- differences ------------------------------------------------------------------- */

static const struct statute_part *find_part(const struct vec *parts, const struct statute_part *like)
{
	for (size_t i = 0; i < parts->len; i++) {
		const struct statute_part *part = vec_at(parts, i);
		if (part->kind == like->kind && (like->kind == STATUTE_PART_HEAD || strcmp(part->name, like->name) == 0))
			return part;
	}
	return NULL;
}

static void add_title(const struct statute_part *part, char sign, struct str *out)
{
	static const char *const kinds[] = { N_("Satzung"), N_("Funktion"), N_("Satz"), N_("Grenze"), N_("Steuerklasse"), N_("Regel") };
	str_addf(out, "%c %s %s: %s\n", sign, _(kinds[part->kind]), part->name, part->label);
}

/* A part that only one of them has, with all it says. */
static void add_whole(const struct statute_part *part, char sign, struct str *out)
{
	add_title(part, sign, out);
	for (size_t i = 0; i < part->lines.len; i++) {
		const struct statute_line *line = vec_at(&part->lines, i);
		str_addf(out, "    %s: %s\n", line->term, line->text);
	}
}

static void add_change(const char *term, const char *old, const char *new, struct str *out)
{
	if (strcmp(old, new) != 0)
		str_addf(out, "    %s: %s → %s\n", term, *old ? old : "–", *new ? new : "–");
}

static void compare_parts(const struct statute_part *old, const struct statute_part *new, struct str *out)
{
	struct str changes = { 0 };
	add_change(_("Bezeichnung"), old->label, new->label, &changes);
	for (size_t i = 0; i < new->lines.len; i++) {
		const struct statute_line *line = vec_at(&new->lines, i);
		add_change(line->term, line_of(old, line->term), line->text, &changes);
	}
	for (size_t i = 0; i < old->lines.len; i++) {
		const struct statute_line *line = vec_at(&old->lines, i);
		if (!*line_of(new, line->term))
			add_change(line->term, line->text, "", &changes);
	}
	if (changes.len) {
		add_title(new, '~', out);
		str_add_n(out, str_text(&changes), changes.len);
	}
	str_clear(&changes);
}

bool statute_diff(const struct statute_set *set, const struct statute *old, const struct statute *new, struct str *out)
{
	struct vec before, after;
	size_t begin = out->len;
	statute_parts(set, old, &before);
	statute_parts(set, new, &after);
	for (size_t i = 0; i < after.len; i++) {
		const struct statute_part *part = vec_at(&after, i), *was = find_part(&before, part);
		if (was)
			compare_parts(was, part, out);
		else
			add_whole(part, '+', out);
	}
	for (size_t i = 0; i < before.len; i++) {
		const struct statute_part *part = vec_at(&before, i);
		if (!find_part(&after, part))
			add_whole(part, '-', out);
	}
	statute_parts_clear(&before);
	statute_parts_clear(&after);
	return out->len > begin;
}
