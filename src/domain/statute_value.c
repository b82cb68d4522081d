/* Values in statutes: see statute_parse.h. */
#include "domain/statute_parse.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define TEXT_MAX 500 /* characters, as in the database */
#define SHORT_MAX 60
#define WORDS_MAX 16 /* of a table of words */

int statute_read_word(struct statute_parser *p, const struct statute_word *table)
{
	const char *words[WORDS_MAX + 1] = { NULL };
	for (size_t i = 0; i < WORDS_MAX && table[i].word; i++)
		words[i] = table[i].word;
	return words_one_of(&p->words, words);
}

bool statute_read_keyword(struct statute_parser *p, const char *word)
{
	const char *const words[] = { word, NULL };
	return words_one_of(&p->words, words) == 0;
}

bool statute_skip(struct statute_parser *p, const char *word)
{
	const struct word *w = words_peek(&p->words);
	if (!w || w->quoted || strcmp(w->text, word) != 0)
		return false;
	words_next(&p->words);
	return true;
}

bool statute_has_room(struct statute_parser *p, const struct vec *v)
{
	if (v->len < STATUTE_ELEMENTS_MAX)
		return true;
	words_fault(&p->words, _("mehr als %d Angaben dieser Art"), STATUTE_ELEMENTS_MAX);
	return false;
}

bool statute_read_integer(struct statute_parser *p, const char *what, int64_t least, int64_t most, int64_t *n)
{
	const struct word *w = words_next(&p->words);
	size_t digits = w && !w->quoted ? strspn(w->text, "0123456789") : 0;
	if (digits > 0 && digits <= 10 && !w->text[digits]) {
		*n = strtoll(w->text, NULL, 10);
		if (*n >= least && *n <= most)
			return true;
	}
	words_fault(&p->words, _("„%s“ ist keine Zahl von %lld bis %lld (%s)"), w ? w->text : "", (long long)least, (long long)most, what);
	return false;
}

bool statute_read_int(struct statute_parser *p, const char *what, int least, int most, int *n)
{
	int64_t number = 0;
	if (!statute_read_integer(p, what, least, most, &number))
		return false;
	*n = (int)number;
	return true;
}

/* What the database would not take is refused here, where the line is known. */
static const char *read_text(struct statute_parser *p, const char *what, size_t most)
{
	const char *text = words_quoted(&p->words, what);
	if (!text)
		return NULL;
	size_t characters = 0;
	for (const char *s = text; *s; characters++) {
		char32_t rune;
		s += text_decode(s, strlen(s), &rune);
		if (text_is_control(rune)) {
			words_fault(&p->words, _("ein Steuerzeichen steht im Text (%s)"), what);
			return NULL;
		}
	}
	if (!text[strspn(text, " ")])
		words_fault(&p->words, _("der Text ist leer (%s)"), what);
	else if (characters > most)
		words_fault(&p->words, _("der Text ist länger als %d Zeichen (%s)"), (int)most, what);
	return p->words.failed ? NULL : text;
}

const char *statute_read_text(struct statute_parser *p, const char *what)
{
	return read_text(p, what, TEXT_MAX);
}

const char *statute_read_short(struct statute_parser *p, const char *what)
{
	return read_text(p, what, SHORT_MAX);
}

bool statute_read_sum(struct statute_parser *p, int64_t *sum)
{
	const struct word *w = words_next(&p->words);
	if (w && !w->quoted && statute_parse_sum(w->text, sum))
		return true;
	words_fault(&p->words, _("„%s“ ist kein Betrag (Form: 1.234,56, höchstens vier Stellen nach dem Komma)"), w ? w->text : "");
	return false;
}

bool statute_read_ratio(struct statute_parser *p, const char *what, struct statute_ratio *ratio)
{
	const struct word *w = words_next(&p->words);
	if (w && !w->quoted && statute_parse_ratio(w->text, ratio) && ratio->over > 0)
		return true;
	words_fault(&p->words, _("„%s“ ist keine Zahl über 0 (Form: 2, 2,5 oder 1/3; %s)"), w ? w->text : "", what);
	return false;
}

/* Behind the word rate. */
static bool read_rate_name(struct statute_parser *p, struct statute_amount *amount)
{
	const char *name = words_name(&p->words, _("Name des Satzes"));
	if (!name)
		return false;
	amount->kind = STATUTE_RATE;
	mem_replace(&amount->rate, name);
	return true;
}

/* FACTOR x ...; not `rate x`, a rate that is called so. */
static bool is_times(const struct words *w)
{
	const struct word *first = words_peek(w);
	if (!first || !isdigit((unsigned char)first->text[0]))
		return false;
	const struct word *x = w->at + 1 < w->list.len ? vec_at(&w->list, w->at + 1) : NULL;
	return x && !x->quoted && strcmp(x->text, "x") == 0;
}

bool statute_read_amount(struct statute_parser *p, bool may_be_claimed, struct statute_amount *amount)
{
	amount->line = p->words.line;
	amount->times = (struct statute_ratio){ 1, 1 };
	if (is_times(&p->words))
		return statute_read_ratio(p, _("Faktor"), &amount->times) && statute_read_keyword(p, "x") &&
		       statute_read_keyword(p, "rate") && read_rate_name(p, amount);
	if (statute_skip(p, "rate"))
		return read_rate_name(p, amount);
	if (may_be_claimed && statute_skip(p, "claimed")) {
		amount->kind = STATUTE_CLAIMED;
		return true;
	}
	const struct word *w = words_next(&p->words);
	if (w && !w->quoted && statute_parse_sum(w->text, &amount->sum)) {
		amount->kind = STATUTE_SUM;
		return true;
	}
	words_fault(&p->words, may_be_claimed ? _("„%s“ ist kein Betrag (erlaubt: 1.234,56, rate NAME, 2,5 x rate NAME, claimed)")
					      : _("„%s“ ist kein Betrag (erlaubt: 1.234,56, rate NAME, 2,5 x rate NAME)"),
		w ? w->text : "");
	return false;
}

bool statute_read_rounding(struct statute_parser *p, struct statute_rounding *rounding)
{
	static const char *const steps[] = { "0,01", "0,05", "0,10", "0,50", "1,00", NULL };
	int step = words_one_of(&p->words, steps);
	if (step < 0 || !statute_parse_sum(steps[step], &rounding->step))
		return false;
	rounding->mode = words_peek(&p->words) ? statute_read_word(p, statute_roundings) : STATUTE_HALF_UP;
	return rounding->mode >= 0;
}

static bool read_date(struct statute_parser *p, int32_t *date)
{
	const struct word *w = words_next(&p->words);
	if (w && !w->quoted && statute_parse_date(w->text, date))
		return true;
	words_fault(&p->words, _("„%s“ ist kein Tag (Form: 01.01.2024)"), w ? w->text : "");
	return false;
}

bool statute_read_period(struct statute_parser *p, bool from_required, int32_t *from, int32_t *until)
{
	*from = *until = DATE_NONE;
	if (from_required ? !statute_read_keyword(p, "from") || !read_date(p, from) : statute_skip(p, "from") && !read_date(p, from))
		return false;
	if (statute_skip(p, "until") && !read_date(p, until))
		return false;
	if (*from != DATE_NONE && *until != DATE_NONE && *until < *from) {
		words_fault(&p->words, _("das Ende liegt vor dem Anfang"));
		return false;
	}
	return true;
}

bool statute_read_names(struct statute_parser *p, const char *what, struct vec *names)
{
	do {
		const char *name = words_name(&p->words, what);
		if (!name || !statute_has_room(p, names))
			return false;
		for (size_t i = 0; i < names->len; i++)
			if (strcmp(*(char **)vec_at(names, i), name) == 0) {
				words_fault(&p->words, _("„%s“ steht doppelt in dieser Zeile"), name);
				return false;
			}
		char *copy = mem_strdup(name);
		vec_push(names, &copy);
	} while (words_peek(&p->words));
	return true;
}
