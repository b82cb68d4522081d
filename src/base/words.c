/* See words.h. */
#include "base/words.h"

#include "base/fault.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define LINE_MAX_BYTES 4000
#define NAME_MAX_BYTES 63
#define NUMBER_MAX 100000
#define ALLOWED_MAX 24 /* words named in a message; of more, those most like the wrong one */
#define SIMILAR_MAX 8

void words_fault(struct words *p, const char *format, ...)
{
	struct str text = { 0 };
	va_list args;
	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	fault_add(p->faults, p->file, p->line, "%s", str_text(&text));
	str_clear(&text);
	p->failed = true;
}

/* --- words in messages ---------------------------------------------------- */

/* Edit distance of two short names, in a row of the table at a time. */
static size_t distance(const char *a, const char *b)
{
	size_t row[65], n = strlen(b);
	if (n > 63 || strlen(a) > 63)
		return 64;
	for (size_t j = 0; j <= n; j++)
		row[j] = j;
	for (size_t i = 0; a[i]; i++) {
		size_t diagonal = row[0];
		row[0] = i + 1;
		for (size_t j = 0; j < n; j++) {
			size_t best = diagonal + (a[i] != b[j]);
			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (row[j + 1] + 1 < best)
				best = row[j + 1] + 1;
			diagonal = row[j + 1];
			row[j + 1] = best;
		}
	}
	return row[n];
}

struct similar {
	const char *word;
	size_t distance;
};

static int compare_similar(const void *a, const void *b)
{
	const struct similar *x = a, *y = b;
	if (x->distance != y->distance)
		return x->distance < y->distance ? -1 : 1;
	return strcmp(x->word, y->word);
}

char *words_allowed(const char *const *words, const char *word)
{
	struct str out = { 0 };
	size_t n = 0;
	while (words[n])
		n++;
	struct similar *all = mem_zalloc(n, sizeof(*all));
	for (size_t i = 0; i < n; i++)
		all[i] = (struct similar){ words[i], n > ALLOWED_MAX ? distance(words[i], word) : i };
	if (n > ALLOWED_MAX)
		qsort(all, n, sizeof(*all), compare_similar);
	str_add(&out, n == 0 ? _("es gibt keine") : n > ALLOWED_MAX ? _("ähnlich: ") : _("erlaubt: "));
	for (size_t i = 0; i < n && (n <= ALLOWED_MAX || i < SIMILAR_MAX); i++)
		str_addf(&out, "%s%s", i ? ", " : "", all[i].word);
	free(all);
	return str_take(&out);
}

/* --- one line --- */

void words_clear(struct words *p)
{
	for (size_t i = 0; i < p->list.len; i++)
		free(((struct word *)vec_at(&p->list, i))->text);
	vec_clear(&p->list);
	p->at = 0;
}

/* Behind the opening quote; returns the place behind the closing one, or NULL. */
static const char *read_string(struct words *p, const char *s, struct str *out)
{
	for (; *s && *s != '"'; s++) {
		if (*s != '\\') {
			str_add_char(out, *s);
			continue;
		}
		s++;
		if (*s == '"' || *s == '\\')
			str_add_char(out, *s);
		else if (*s == 'n')
			str_add_char(out, '\n');
		else {
			/* A backslash that means nothing here belongs to a pattern. */
			str_add_char(out, '\\');
			s--;
		}
	}
	if (*s == '"' && (s[1] == '\0' || isspace((unsigned char)s[1])))
		return s + 1;
	if (*s == '"')
		words_fault(p, _("nach der Zeichenkette „%s“ fehlt ein Leerzeichen"), str_text(out));
	else
		words_fault(p, _("Zeichenkette „%s“ ist nicht geschlossen (\" fehlt)"), str_text(out));
	return NULL;
}

static bool split(struct words *p, const char *s)
{
	while (*s) {
		while (isspace((unsigned char)*s))
			s++;
		if (!*s)
			break;
		struct str out = { 0 };
		struct word word = { 0 };
		/* A quote that stands alone is the key of that name, not a string. */
		if (*s == '"' && s[1] != '\0' && !isspace((unsigned char)s[1])) {
			word.quoted = true;
			s = read_string(p, s + 1, &out);
			if (!s) {
				str_clear(&out);
				return false;
			}
		} else {
			size_t n = strcspn(s, " \t\r\n\f\v");
			str_add_n(&out, s, n);
			s += n;
		}
		word.text = str_take(&out);
		vec_push(&p->list, &word);
	}
	return true;
}

bool words_line(struct words *p, const char *s, size_t n)
{
	p->line++;
	p->failed = false;
	if (n > LINE_MAX_BYTES) {
		words_fault(p, _("die Zeile ist länger als %d Bytes"), LINE_MAX_BYTES);
		return false;
	}
	if (!text_is_valid(s, n)) {
		words_fault(p, _("die Zeile ist kein gültiges UTF-8"));
		return false;
	}
	char *line = mem_strndup(s, n);
	bool says = line[strspn(line, " \t\r")] != '\0' && line[strspn(line, " \t")] != '#' && split(p, line) && p->list.len > 0;
	free(line);
	return says;
}

const struct word *words_peek(const struct words *p)
{
	return p->at < p->list.len ? vec_at(&p->list, p->at) : NULL;
}

const struct word *words_next(struct words *p)
{
	const struct word *w = words_peek(p);
	if (w)
		p->at++;
	return w;
}

static bool name_is_valid(const char *s)
{
	size_t n = strlen(s);
	if (n == 0 || n > NAME_MAX_BYTES || !islower((unsigned char)s[0]))
		return false;
	return strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == n;
}

/* The next word as a name; NULL and a fault when it is none. what: for the message. */
const char *words_name(struct words *p, const char *what)
{
	const struct word *w = words_next(p);
	if (!w) {
		words_fault(p, _("hier fehlt: %s"), what);
		return NULL;
	}
	if (w->quoted || !name_is_valid(w->text)) {
		words_fault(p, _("„%s“ ist kein Name (%s): erlaubt sind a-z, 0-9 und _, höchstens 63 Zeichen, zuerst ein Buchstabe"),
			w->text, what);
		return NULL;
	}
	return w->text;
}

const char *words_quoted(struct words *p, const char *what)
{
	const struct word *w = words_next(p);
	if (w && w->quoted)
		return w->text;
	if (w)
		words_fault(p, _("„%s“ steht, wo ein Text in Anführungszeichen erwartet wird (%s)"), w->text, what);
	else
		words_fault(p, _("hier fehlt ein Text in Anführungszeichen: %s"), what);
	return NULL;
}

bool words_number(struct words *p, const char *what, int *number)
{
	const struct word *w = words_next(p);
	char *end = NULL;
	long n = w && isdigit((unsigned char)w->text[0]) ? strtol(w->text, &end, 10) : -1;
	if (n >= 1 && n <= NUMBER_MAX && end && !*end) {
		*number = (int)n;
		return true;
	}
	words_fault(p, _("„%s“ ist keine Zahl von 1 bis %d (%s)"), w ? w->text : "", NUMBER_MAX, what);
	return false;
}

void words_unknown(struct words *p, const char *word, const char *const *allowed)
{
	char *list = words_allowed(allowed, word);
	words_fault(p, _("unbekanntes Wort „%s“ (%s)"), word, list);
	free(list);
}

/* Index of the next word in the array that ends in NULL, or -1 and a fault. */
int words_one_of(struct words *p, const char *const *allowed)
{
	const struct word *w = words_next(p);
	for (int i = 0; w && !w->quoted && allowed[i]; i++)
		if (strcmp(w->text, allowed[i]) == 0)
			return i;
	if (w) {
		words_unknown(p, w->text, allowed);
	} else {
		char *list = words_allowed(allowed, "");
		words_fault(p, _("hier fehlt ein Wort (%s)"), list);
		free(list);
	}
	return -1;
}

/* An option may stand once in its statement. */
int words_option(struct words *p, const char *const *options, unsigned *seen)
{
	int i = words_one_of(p, options);
	if (i < 0)
		return -1;
	if (*seen & 1U << i) {
		words_fault(p, _("„%s“ steht doppelt in dieser Zeile"), options[i]);
		return -1;
	}
	*seen |= 1U << i;
	return i;
}

const char *words_label(struct words *p, const char *what)
{
	const char *text = words_quoted(p, what);
	return text && *text ? gettext(text) : text; /* the catalogue's entry for "" is its header */
}
