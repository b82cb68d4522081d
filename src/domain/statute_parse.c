/*
 * Parser of one statute file: see statute_parse.h. A line is cut into words;
 * the first names the statement. What stands behind `rule` belongs to that
 * rule until a statement comes that only stands outside of rules. After a
 * fault the rest of the line is passed over, so that one run finds all.
 */
#include "domain/statute_parse.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

#define SUFFIX ".statute"

static void set_text(char **to, const char *text)
{
	if (text)
		mem_replace(to, text);
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

static void parse_statute_name(struct statute_parser *p)
{
	const char *name = words_name(&p->words, _("Name der Satzung"));
	if (!name)
		return;
	const char *file = base_name(p->words.file);
	size_t n = strlen(name);
	set_text(&p->statute->name, name);
	if (strncmp(file, name, n) != 0 || strcmp(file + n, SUFFIX) != 0)
		words_fault(&p->words, _("die Satzung „%s“ muss in der Datei %s.statute stehen"), name, name);
}

static void parse_title(struct statute_parser *p)
{
	set_text(&p->statute->title, statute_read_text(p, _("Titel")));
}

static void parse_source(struct statute_parser *p)
{
	set_text(&p->statute->source, statute_read_text(p, _("Fundstelle")));
}

static void parse_note(struct statute_parser *p)
{
	struct statute *s = p->statute;
	const char *text = statute_read_text(p, _("Anmerkung"));
	if (!text)
		return;
	struct str all = { 0 };
	if (s->note)
		str_addf(&all, "%s\n", s->note);
	str_add(&all, text);
	set_text(&s->note, str_text(&all));
	str_clear(&all);
}

static void parse_valid(struct statute_parser *p)
{
	p->statute->valid_line = p->words.line;
	statute_read_period(p, true, &p->statute->from, &p->statute->until);
}

static void parse_based_on(struct statute_parser *p)
{
	p->statute->based_on_line = p->words.line;
	set_text(&p->statute->based_on, words_name(&p->words, _("Name der Satzung, auf der diese steht")));
}

static void parse_rounding(struct statute_parser *p)
{
	statute_read_rounding(p, &p->statute->rounding);
}

/* Any number of lines; a name once in all of them. */
static void read_rule_list(struct statute_parser *p, struct vec *list, const char *what)
{
	do {
		const char *name = words_name(&p->words, what);
		if (!name || !statute_has_room(p, list))
			return;
		for (size_t i = 0; i < list->len; i++)
			if (strcmp(((struct statute_name *)vec_at(list, i))->name, name) == 0) {
				words_fault(&p->words, _("„%s“ ist schon genannt"), name);
				return;
			}
		struct statute_name *n = vec_add(list);
		n->name = mem_strdup(name);
		n->line = p->words.line;
	} while (words_peek(&p->words));
}

static void parse_with(struct statute_parser *p)
{
	read_rule_list(p, &p->statute->with, _("Name einer Regel, die gelten soll"));
}

static void parse_without(struct statute_parser *p)
{
	read_rule_list(p, &p->statute->without, _("Name einer Regel, die nicht gelten soll"));
}

/* NAME "LABEL" as the first two texts of an element; false after a fault. */
static bool read_head(struct statute_parser *p, char **name, char **label)
{
	set_text(name, words_name(&p->words, _("Name")));
	if (*name)
		set_text(label, statute_read_text(p, _("Bezeichnung")));
	return *label;
}

static bool read_paragraph(struct statute_parser *p, char **paragraph)
{
	if (!statute_read_keyword(p, "paragraph"))
		return false;
	set_text(paragraph, statute_read_text(p, _("Paragraph")));
	return *paragraph;
}

static bool is_new(struct statute_parser *p, const void *older, const char *name)
{
	if (older)
		words_fault(&p->words, _("„%s“ steht schon in dieser Datei"), name);
	return !older;
}

static void parse_function(struct statute_parser *p)
{
	struct statute_function f = { .line = p->words.line };
	if (!statute_has_room(p, &p->statute->functions))
		return;
	if (read_head(p, &f.name, &f.label))
		is_new(p, statute_find_function(p->statute, f.name), f.name);
	vec_push(&p->statute->functions, &f);
}

/* by MEASURE, AMOUNT, FACTOR x rate NAME; bands follow on lines of their own. */
static void read_rate_value(struct statute_parser *p, struct statute_rate *rate)
{
	rate->by_measure = statute_skip(p, "by");
	if (!rate->by_measure) {
		statute_read_amount(p, false, &rate->amount);
		return;
	}
	int measure = statute_read_word(p, statute_measures);
	rate->by_measure = measure >= 0;
	if (measure >= 0)
		rate->measure = (enum statute_measure)measure;
}

static void parse_rate(struct statute_parser *p)
{
	struct statute_rate rate = { .from = DATE_NONE, .until = DATE_NONE, .bands = VEC_OF(struct statute_band), .line = p->words.line };
	if (!statute_has_room(p, &p->statute->rates))
		return;
	if (read_head(p, &rate.name, &rate.label) && read_paragraph(p, &rate.paragraph) &&
	    statute_read_period(p, false, &rate.from, &rate.until))
		read_rate_value(p, &rate);
	vec_push(&p->statute->rates, &rate);
	p->in_rate = true;
}

static void parse_band(struct statute_parser *p)
{
	static const char *const kinds[] = { "to", "above", NULL };
	struct statute_rate *rate = p->in_rate ? vec_at(&p->statute->rates, p->statute->rates.len - 1) : NULL;
	if (!rate) {
		words_fault(&p->words, _("„band“ steht nur unter „rate ... by ...“"));
		return;
	}
	int kind = words_one_of(&p->words, kinds);
	struct statute_band band = { STATUTE_ABOVE, 0, p->words.line };
	if (kind < 0 || (kind == 0 && !statute_read_integer(p, _("Obergrenze"), 0, 99999999, &band.to)) ||
	    !statute_read_sum(p, &band.sum) || !statute_has_room(p, &rate->bands))
		return;
	const struct statute_band *last = rate->bands.len ? vec_at(&rate->bands, rate->bands.len - 1) : NULL;
	if (last && last->to == STATUTE_ABOVE)
		words_fault(&p->words, _("nach „band above“ kommt kein „band“ mehr"));
	else if (last && band.to <= last->to)
		words_fault(&p->words, _("die Obergrenzen müssen steigen: nach %lld kommt %lld"), (long long)last->to, (long long)band.to);
	vec_push(&rate->bands, &band);
}

static void parse_cap(struct statute_parser *p)
{
	struct statute_cap cap = { .line = p->words.line };
	if (!statute_has_room(p, &p->statute->caps))
		return;
	if (read_head(p, &cap.name, &cap.label) && is_new(p, statute_find_cap(p->statute, cap.name), cap.name) &&
	    read_paragraph(p, &cap.paragraph))
		statute_read_limit(p, &cap.limit);
	vec_push(&p->statute->caps, &cap);
}

/* free all | none | RATIO [at_least SUM] [at_most SUM] */
static void read_free(struct statute_parser *p, struct statute_tax *tax)
{
	static const char *const options[] = { "at_least", "at_most", NULL };
	unsigned seen = 0;
	if (!statute_read_keyword(p, "free"))
		return;
	if (statute_skip(p, "all"))
		tax->free = (struct statute_ratio){ 1, 1 };
	else if (statute_skip(p, "none"))
		tax->free = (struct statute_ratio){ 0, 1 };
	else if (!statute_read_ratio(p, _("Teil, der frei ist, oder all oder none"), &tax->free))
		return;
	while (words_peek(&p->words) && !p->words.failed) {
		int option = words_option(&p->words, options, &seen);
		if (option >= 0)
			statute_read_sum(p, option ? &tax->at_most : &tax->at_least);
	}
}

static void parse_tax_class(struct statute_parser *p)
{
	struct statute_tax tax = { .line = p->words.line };
	if (!statute_has_room(p, &p->statute->taxes))
		return;
	if (read_head(p, &tax.name, &tax.label) && is_new(p, statute_find_tax(p->statute, tax.name), tax.name) &&
	    read_paragraph(p, &tax.paragraph))
		read_free(p, &tax);
	if (!p->words.failed && tax.free.over > tax.free.under)
		words_fault(&p->words, _("mehr als das Ganze kann nicht frei sein"));
	if (!p->words.failed && tax.at_most && tax.at_least > tax.at_most)
		words_fault(&p->words, _("at_least ist mehr als at_most"));
	vec_push(&p->statute->taxes, &tax);
}

static void parse_rule(struct statute_parser *p)
{
	struct statute_rule rule = {
		.from = DATE_NONE, .until = DATE_NONE, .line = p->words.line,
		.who = VEC_OF(struct statute_who), .when = VEC_OF(struct statute_when), .excludes = VEC_OF(char *),
		.brackets = VEC_OF(struct statute_bracket), .shares = VEC_OF(struct statute_share), .limits = VEC_OF(struct statute_limit),
		.under = VEC_OF(char *), .meetings = { 0, VEC_OF(char *) }, .absence_of = { 0, VEC_OF(char *) }, .presence = VEC_OF(struct statute_presence),
		.at_most = VEC_OF(struct statute_at_most), .confirm = VEC_OF(char *), .vehicles = VEC_OF(struct statute_vehicle),
	};
	if (!statute_has_room(p, &p->statute->rules)) {
		p->in_rule = false;
		return;
	}
	if (read_head(p, &rule.name, &rule.label))
		is_new(p, statute_find_rule(p->statute, rule.name), rule.name);
	vec_push(&p->statute->rules, &rule);
	p->in_rule = true;
}

struct statute_rule *statute_open_rule(struct statute_parser *p)
{
	return vec_at(&p->statute->rules, p->statute->rules.len - 1);
}

/* --- the table of statements ------------------------------------------------ */

static const struct statement {
	const char *word;
	void (*parse)(struct statute_parser *p);
	bool once;
	bool also_in_rules; /* a rule has a statement of that name */
} statements[] = {
	{ "statute", parse_statute_name, true, false },
	{ "title", parse_title, true, false },
	{ "source", parse_source, true, false },
	{ "note", parse_note, false, false },
	{ "valid", parse_valid, true, true },
	{ "based_on", parse_based_on, true, false },
	{ "rounding", parse_rounding, true, true },
	{ "with", parse_with, false, false },
	{ "without", parse_without, false, false },
	{ "function", parse_function, false, false },
	{ "rate", parse_rate, false, false },
	{ "band", parse_band, false, false },
	{ "cap", parse_cap, false, false },
	{ "tax_class", parse_tax_class, false, false },
	{ "rule", parse_rule, false, false },
};

#define STATEMENTS (sizeof(statements) / sizeof(*statements))

static const struct statement *find_statement(const char *word)
{
	for (size_t i = 0; i < STATEMENTS; i++)
		if (strcmp(statements[i].word, word) == 0)
			return &statements[i];
	return NULL;
}

static void unknown_statement(struct statute_parser *p, const char *word)
{
	const char *allowed[STATEMENTS + STATUTE_STATEMENTS + 8 + 1] = { NULL };
	size_t n = 0;
	for (; n < STATEMENTS; n++)
		allowed[n] = statements[n].word;
	if (p->in_rule)
		statute_rule_words(allowed, &n);
	else {
		const char *inside[STATUTE_STATEMENTS + 8] = { NULL };
		size_t count = 0;
		statute_rule_words(inside, &count);
		for (size_t i = 0; i < count; i++)
			if (strcmp(inside[i], word) == 0) {
				words_fault(&p->words, _("„%s“ steht nur in einer Regel, nach „rule“"), word);
				return;
			}
	}
	words_unknown(&p->words, word, allowed);
}

static void parse_outside(struct statute_parser *p, const struct statement *s)
{
	unsigned bit = 1U << (s - statements);
	p->in_rule = false;
	p->in_rate = p->in_rate && s->parse == parse_band;
	if (s->once && p->seen & bit) {
		words_fault(&p->words, _("„%s“ steht doppelt"), s->word);
		return;
	}
	p->seen |= bit;
	s->parse(p);
}

static void parse_statement(struct statute_parser *p)
{
	const struct word *w = words_next(&p->words);
	const struct statement *s = w->quoted ? NULL : find_statement(w->text);
	if (!p->statute->name && !(s && s->parse == parse_statute_name) && !p->said_first) {
		words_fault(&p->words, _("zuerst muss „statute NAME“ stehen"));
		p->said_first = true; /* once is enough; the rest is still read */
		p->words.failed = false;
	}
	bool known = true;
	if (s && !(p->in_rule && s->also_in_rules))
		parse_outside(p, s);
	else
		known = p->in_rule && !w->quoted && statute_rule_statement(p, w->text);
	if (!known)
		unknown_statement(p, w->text);
	if (!p->words.failed && words_peek(&p->words))
		words_fault(&p->words, _("überzähliges Wort „%s“ am Ende der Zeile"), words_peek(&p->words)->text);
}

/* What must be there at the end of the file. */
static void check_complete(struct statute_parser *p)
{
	static const char *const required[] = { "statute", "title", "source", "valid" };
	p->words.line = 0;
	for (size_t i = 0; i < sizeof(required) / sizeof(*required); i++)
		if (!(p->seen & 1U << (find_statement(required[i]) - statements)))
			words_fault(&p->words, _("„%s“ fehlt"), required[i]);
}

static struct statute *new_statute(const char *file)
{
	struct statute *s = mem_zalloc(1, sizeof(*s));
	s->file = mem_strdup(file);
	s->from = s->until = DATE_NONE;
	s->with = (struct vec)VEC_OF(struct statute_name);
	s->without = (struct vec)VEC_OF(struct statute_name);
	s->functions = (struct vec)VEC_OF(struct statute_function);
	s->rates = (struct vec)VEC_OF(struct statute_rate);
	s->caps = (struct vec)VEC_OF(struct statute_cap);
	s->taxes = (struct vec)VEC_OF(struct statute_tax);
	s->rules = (struct vec)VEC_OF(struct statute_rule);
	return s;
}

/* Reads all lines, up to so many faults that nobody would read more. */
static void parse_lines(struct statute_parser *p, const char *bytes, size_t n)
{
	size_t before = p->words.faults->len;
	size_t at = n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0; /* a byte order mark says nothing */
	while (at < n) {
		const char *end = memchr(bytes + at, '\n', n - at);
		size_t length = end ? (size_t)(end - bytes) - at : n - at;
		if (words_line(&p->words, bytes + at, length))
			parse_statement(p);
		words_clear(&p->words);
		at += length + 1;
		if (p->words.faults->len - before >= STATUTE_FAULTS_MAX) {
			words_fault(&p->words, _("zu viele Fehler; der Rest der Datei wurde nicht gelesen"));
			return;
		}
	}
	check_complete(p);
}

void statute_parse(struct statute_set *set, const char *file, const char *bytes, size_t n)
{
	struct statute_parser p = { .words = WORDS_OF(&set->faults, file), .statute = new_statute(file) };
	vec_push(&set->statutes, &p.statute);
	if (n > STATUTE_BYTES_MAX)
		words_fault(&p.words, _("die Datei ist größer als %d Bytes"), STATUTE_BYTES_MAX);
	else
		parse_lines(&p, bytes, n);
}

void statute_parse_stored(struct statute_set *set, const char *name, const char *text)
{
	char *file = str_format("%.*s.statute", (int)strcspn(name, "/"), name);
	statute_parse(set, file, text, strlen(text));
	free(file);
}
