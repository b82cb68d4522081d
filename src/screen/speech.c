/* See speech.h. */
#include "screen/speech.h"

#include "base/mem.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void speech_init(struct speech *s)
{
	*s = (struct speech){ .parts = VEC_OF(struct speech_part) };
}

void speech_clear(struct speech *s)
{
	for (size_t i = 0; i < s->parts.len; i++) {
		struct speech_part *p = vec_at(&s->parts, i);
		free(p->name);
		free(p->text);
		free(p->more);
	}
	vec_clear(&s->parts);
	str_clear(&s->input.label);
	str_clear(&s->input.text);
	speech_init(s);
}

/* --- parts ------------------------------------------------------------------ */

/* Two blanks part things in a picture; a comma parts them in speech. */
static void add_gap(struct str *out, size_t blanks, bool end)
{
	if (out->len == 0 || end || blanks == 0)
		return;
	str_add(out, blanks > 1 && !strchr(",;:.!?", out->data[out->len - 1]) ? ", " : " ");
}

static char *one_line(const char *text)
{
	struct str out = { 0 };
	char *clean = text_clean(text, true);
	size_t blanks = 0;
	for (const char *c = clean; *c; c++) {
		if (*c == ' ' || *c == '\n' || *c == '\t') {
			blanks += *c == '\t' ? 2 : 1;
			continue;
		}
		add_gap(&out, blanks, false);
		blanks = 0;
		str_add_char(&out, *c);
	}
	free(clean);
	return str_take(&out);
}

void speech_add(struct speech *s, enum speech_when when, const char *name, const char *text)
{
	char *line = one_line(text ? text : "");
	s->empty = !*line;
	if (s->empty) {
		free(line);
		return;
	}
	struct speech_part *p = vec_add(&s->parts);
	*p = (struct speech_part){ when, s->place, mem_strdup(name), line, mem_strdup(""), false };
}

void speech_addf(struct speech *s, enum speech_when when, const char *name, const char *format, ...)
{
	struct str text = { 0 };
	va_list args;
	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	speech_add(s, when, name, str_text(&text));
	str_clear(&text);
}

void speech_more(struct speech *s, const char *text)
{
	if (s->parts.len == 0 || s->empty)
		return;
	struct speech_part *p = vec_at(&s->parts, s->parts.len - 1);
	free(p->more);
	p->more = one_line(text ? text : "");
}

/* --- input ------------------------------------------------------------------ */

void speech_type(struct speech *s, const char *label, const char *text, size_t cursor, size_t number)
{
	struct speech_input *in = &s->input;
	in->open = true;
	in->place = s->place;
	in->number = number;
	str_set(&in->label, label);
	str_set(&in->text, text);
	in->cursor = cursor;
}

void speech_type_line(struct speech *s, const char *label, const struct line *line)
{
	speech_type(s, label, line_text(line), line->cursor, 0);
}

void speech_type_nothing(struct speech *s)
{
	s->input.open = false;
}

bool speech_same_input(const struct speech_input *a, const struct speech_input *b)
{
	return a->open && b->open && a->place == b->place && a->number == b->number &&
	       strcmp(str_text(&a->label), str_text(&b->label)) == 0;
}

/* --- what is new ------------------------------------------------------------ */

static const struct speech_part *find_part(const struct speech *s, const struct speech_part *like)
{
	for (size_t i = 0; i < s->parts.len; i++) {
		const struct speech_part *p = vec_at(&s->parts, i);
		if (p->place == like->place && strcmp(p->name, like->name) == 0)
			return p;
	}
	return NULL;
}

static bool place_was_there(const struct speech *s, unsigned place)
{
	for (size_t i = 0; i < s->parts.len; i++)
		if (((const struct speech_part *)vec_at(&s->parts, i))->place == place)
			return true;
	return false;
}

/* A message often repeats an event word by word, a heading the title. */
static bool has_line(const struct str *out, size_t from, const char *line)
{
	size_t n = strlen(line);
	for (const char *at = str_text(out) + from; (at = strstr(at, line)); at += n)
		if ((at == str_text(out) + from || at[-1] == '\n') && at[n] == '\n')
			return true;
	return false;
}

static void say(struct str *out, size_t from, const struct speech_part *p)
{
	char *line = *p->more ? str_format("%s, %s", p->text, p->more) : mem_strdup(p->text);
	if (p->when != SPEECH_ECHO || !has_line(out, from, line))
		str_addf(out, "%s\n", line);
	free(line);
}

static bool is_due(const struct speech *before, struct speech_part *p, bool rests)
{
	const struct speech_part *old = find_part(before, p);
	bool same = old && !old->unsaid && (p->when == SPEECH_EVENT || strcmp(old->text, p->text) == 0);
	if (same || p->when == SPEECH_ASKED)
		return false;
	if (p->when == SPEECH_CHANGE || p->when == SPEECH_EVENT)
		return place_was_there(before, p->place);
	p->unsaid = p->when == SPEECH_REST && !rests;
	return !p->unsaid;
}

/* A series is known by its last members: what stands before one that is known was said long ago, or has come back into sight. */
static size_t first_new_event(const struct speech *before, const struct speech *now)
{
	for (size_t i = now->parts.len; i-- > 0;) {
		const struct speech_part *p = vec_at(&now->parts, i);
		if (p->when == SPEECH_EVENT && find_part(before, p))
			return i;
	}
	return 0;
}

void speech_news(const struct speech *before, struct speech *now, bool rests, struct str *out)
{
	size_t from = out->len, events = first_new_event(before, now);
	for (size_t i = 0; i < now->parts.len; i++) {
		struct speech_part *p = vec_at(&now->parts, i);
		if (p->when == SPEECH_EVENT && i < events)
			continue;
		if (is_due(before, p, rests))
			say(out, from, p);
	}
}

void speech_all(const struct speech *s, struct str *out)
{
	size_t from = out->len;
	for (size_t i = 0; i < s->parts.len; i++) {
		const struct speech_part *p = vec_at(&s->parts, i);
		if (p->when != SPEECH_EVENT)
			say(out, from, p);
	}
}
