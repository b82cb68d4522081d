/*
 * Files of statements (screens, statutes): one statement per line, cut into
 * words that are read one after the other. Words are separated by blanks; text
 * stands in double quotes, in which \" is a quote, \\ a backslash, \n a line
 * break, and any other backslash stays. Lines that begin with # are passed
 * over. A reader that does not find what it wants adds a fault and marks the
 * line as failed; the rest of it is then passed over.
 */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include "base/vec.h"

#include <stdbool.h>
#include <stddef.h>

struct word {
	char *text;
	bool quoted;
};

struct words {
	struct vec *faults; /* struct fault, of the loader */
	const char *file;   /* for messages */
	unsigned line;
	struct vec list;    /* struct word, of the line */
	size_t at;          /* next word */
	bool failed;        /* in this line */
};

#define WORDS_OF(faults_, file_) { faults_, file_, 0, VEC_OF(struct word), 0, false }

/*
 * Takes the next line, n bytes without its line end. True when it has words and
 * no fault; words_clear gives them back (also after false).
 */
bool words_line(struct words *w, const char *s, size_t n);
void words_clear(struct words *w);

void words_fault(struct words *w, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The next word, without and with passing on; NULL at the end of the line. */
const struct word *words_peek(const struct words *w);
const struct word *words_next(struct words *w);

/* The next word as a name, as a text in quotes, as a number; NULL or false after a fault. what: for the message. */
const char *words_name(struct words *w, const char *what);
const char *words_quoted(struct words *w, const char *what);
const char *words_label(struct words *w, const char *what); /* a text for people: translated */
bool words_number(struct words *w, const char *what, int *number);

void words_unknown(struct words *w, const char *word, const char *const *allowed);

/* Index of the next word in the array that ends in NULL, or -1 and a fault. */
int words_one_of(struct words *w, const char *const *allowed);

/* The same for an option, which may stand once in its statement: a bit of *seen each. */
int words_option(struct words *w, const char *const *options, unsigned *seen);

/*
 * "erlaubt: a, b, c" for a message, from an array that ends in NULL; of a long
 * one those most like `word`. Caller frees.
 */
char *words_allowed(const char *const *words, const char *word);

#endif
