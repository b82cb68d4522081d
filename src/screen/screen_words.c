/* See screen_words.h. */
#include "screen/screen_words.h"

#include "base/i18n.h"
#include "base/str.h"
#include "screen/screen_parse.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define NAME_MAX_BYTES 63
#define NUMBER_MAX 100000

void words_fault(struct parser *p, const char *format, ...)
{
	struct str text = { 0 };
	va_list args;
	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	screen_fault_add(p->set, p->file, p->line, "%s", str_text(&text));
	str_clear(&text);
	p->failed = true;
}

void words_clear(struct parser *p)
{
	for (size_t i = 0; i < p->words.len; i++)
		free(((struct word *)vec_at(&p->words, i))->text);
	vec_cut(&p->words, 0);
	p->at = 0;
}

/* Behind the opening quote; returns the place behind the closing one, or NULL. */
static const char *read_string(struct parser *p, const char *s, struct str *out)
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

bool words_split(struct parser *p, const char *s)
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
		vec_push(&p->words, &word);
	}
	return true;
}

const struct word *words_peek(const struct parser *p)
{
	return p->at < p->words.len ? vec_at(&p->words, p->at) : NULL;
}

const struct word *words_next(struct parser *p)
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
const char *words_name(struct parser *p, const char *what)
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

const char *words_quoted(struct parser *p, const char *what)
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

bool words_number(struct parser *p, const char *what, int *number)
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

void words_unknown(struct parser *p, const char *word, const char *const *allowed)
{
	char *list = screen_words_allowed(allowed, word);
	words_fault(p, _("unbekanntes Wort „%s“ (%s)"), word, list);
	free(list);
}

/* Index of the next word in the array that ends in NULL, or -1 and a fault. */
int words_one_of(struct parser *p, const char *const *allowed)
{
	const struct word *w = words_next(p);
	for (int i = 0; w && !w->quoted && allowed[i]; i++)
		if (strcmp(w->text, allowed[i]) == 0)
			return i;
	if (w) {
		words_unknown(p, w->text, allowed);
	} else {
		char *list = screen_words_allowed(allowed, "");
		words_fault(p, _("hier fehlt ein Wort (%s)"), list);
		free(list);
	}
	return -1;
}

/* An option may stand once in its statement. */
int words_option(struct parser *p, const char *const *options, unsigned *seen)
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

const char *words_label(struct parser *p, const char *what)
{
	const char *text = words_quoted(p, what);
	return text && *text ? gettext(text) : text; /* the catalogue's entry for "" is its header */
}
