/*
 * What a view has to say: the picture's counterpart for people who hear or
 * feel the program (ratstisch --linear).
 *
 * A view does not speak when something happens; it states what is the case, in
 * named parts, just as it draws what is the case. What is to be said is the
 * difference: parts that are new or read differently than when they were said.
 * So nothing is said twice, and nothing when nothing changed.
 *
 * A part belongs to a place (the view and, in a page, its section): the same
 * words in another view are another part. Blanks in a row become a comma, line
 * ends a blank, controls their substitutes: a part is one line.
 */
#ifndef SCREEN_SPEECH_H
#define SCREEN_SPEECH_H

#include "base/str.h"
#include "base/vec.h"
#include "screen/line.h"

#include <stdbool.h>
#include <stddef.h>

enum speech_when {
	SPEECH_NOW,    /* when it is new or reads differently */
	SPEECH_CHANGE, /* the same, but not when its view opens */
	SPEECH_ECHO,   /* the same, but not when another part says the same words in the same breath (messages, headings) */
	SPEECH_REST,   /* while something is typed: when the typing rests */
	SPEECH_EVENT,  /* one of a series that grows at its end, named by its identifier; not when the view opens */
	SPEECH_ASKED,  /* only when everything is asked for */
};

struct speech_part {
	enum speech_when when;
	unsigned place;
	char *name;
	char *text;
	char *more;   /* said with it, but no reason to say it; "" none */
	bool unsaid;  /* it waited for the typing to rest */
};

/* What is being typed: the only line that changes after it was written. */
struct speech_input {
	bool open;
	unsigned place;
	size_t number;    /* tells one line from the next where the label is the same (rows of a text) */
	struct str label;
	struct str text;
	size_t cursor;    /* byte offset into text */
};

struct speech {
	struct vec parts; /* struct speech_part */
	unsigned place;   /* of the parts that are added next */
	bool empty;       /* the part added last had no text */
	struct speech_input input;
};

void speech_init(struct speech *s);
void speech_clear(struct speech *s);

/* An empty text is no part. */
void speech_add(struct speech *s, enum speech_when when, const char *name, const char *text);
void speech_addf(struct speech *s, enum speech_when when, const char *name, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* What is said along with the part added last. */
void speech_more(struct speech *s, const char *text);

/* The line being typed; a later one takes its place. */
void speech_type(struct speech *s, const char *label, const char *text, size_t cursor, size_t number);
void speech_type_line(struct speech *s, const char *label, const struct line *line);
void speech_type_nothing(struct speech *s);
bool speech_same_input(const struct speech_input *a, const struct speech_input *b);

/*
 * What is to be said of `now` after `before` was said, one line each, appended to out.
 * rests: nothing was typed for a while. `now` remembers what still waits.
 */
void speech_news(const struct speech *before, struct speech *now, bool rests, struct str *out);

/* All of it, what is only said when asked for included. */
void speech_all(const struct speech *s, struct str *out);

#endif
