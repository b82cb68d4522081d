/*
 * Inside of the screen file loader: one line cut into words, read one after
 * the other. A reader that does not find what it wants adds a fault and marks
 * the line as failed; the rest of it is then passed over.
 */
#ifndef SCREEN_SCREEN_WORDS_H
#define SCREEN_SCREEN_WORDS_H

#include "base/vec.h"
#include "screen/screen_file.h"

#include <stdbool.h>

struct word {
	char *text;
	bool quoted;
};

struct parser {
	struct screen_set *set;
	const char *file;
	unsigned line;
	struct screen *screen; /* of the file */
	struct screen *target; /* the screen, or its section that is open */
	struct vec words;      /* struct word, of the line */
	size_t at;             /* next word */
	char *heading;         /* waits for its field */
	unsigned seen;         /* statements that may stand once, bit per row of the table */
	bool failed;           /* in this line */
};

void words_fault(struct parser *p, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Cuts a line into p->words; false after a fault. */
bool words_split(struct parser *p, const char *s);
void words_clear(struct parser *p);

/* The next word, without and with passing on; NULL at the end of the line. */
const struct word *words_peek(const struct parser *p);
const struct word *words_next(struct parser *p);

/* The next word as a name, as a text in quotes, as a number; NULL or false after a fault. what: for the message. */
const char *words_name(struct parser *p, const char *what);
const char *words_quoted(struct parser *p, const char *what);
const char *words_label(struct parser *p, const char *what); /* a text for people: translated */
bool words_number(struct parser *p, const char *what, int *number);

void words_unknown(struct parser *p, const char *word, const char *const *allowed);

/* Index of the next word in the array that ends in NULL, or -1 and a fault. */
int words_one_of(struct parser *p, const char *const *allowed);

/* The same for an option, which may stand once in its statement: a bit of *seen each. */
int words_option(struct parser *p, const char *const *options, unsigned *seen);

#endif
