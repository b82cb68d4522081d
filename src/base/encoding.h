/*
 * The encoding of the terminal, where that is not UTF-8.
 *
 * Inside the program all text is UTF-8 (text_init sees to a UTF-8 locale for
 * widths and letters). At the edge, what was typed is decoded from the
 * encoding that the user's locale names, and what is shown is encoded into it.
 * A character that it lacks is replaced by what reads the same: a dash by a
 * hyphen, quotes by straight ones, lines by - and |. Bytes that a terminal
 * would take as control characters (C0, C1) never come out of text.
 *
 * Which encoding: LC_ALL, LC_CTYPE, LANG, as everywhere. Where none of them is
 * set nothing was said, and the terminal is one of today: UTF-8. C and POSIX,
 * said in so many words, are ASCII. A locale that this machine lacks still
 * names its encoding; of those only Latin-1 is known without the locale, any
 * other is written in ASCII.
 */
#ifndef BASE_ENCODING_H
#define BASE_ENCODING_H

#include "base/canvas.h"
#include "base/str.h"

#include <locale.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <uchar.h>
#include <wchar.h>

struct encoding {
	locale_t locale; /* 0: none is asked */
	bool utf8;       /* nothing to do */
	bool ascii;      /* 7 bits; 8 are guessed when they come in */
	bool latin1;     /* named, but this machine has no such locale: known here */
	mbstate_t state; /* of the input */
	struct str rest; /* input: beginning of a character */
};

/* As the environment says. */
void encoding_open(struct encoding *e);

/* Nothing but ASCII goes out. */
void encoding_open_ascii(struct encoding *e);
void encoding_close(struct encoding *e);

/* Bytes typed to UTF-8, appended to out. more: others follow at once. C1 controls become the two bytes they stand for. */
void encoding_decode(struct encoding *e, const char *bytes, size_t n, bool more, struct str *out);

/* Text with replacements for what is lacking, still in UTF-8, appended to out. One character may become several. */
void encoding_replace(const struct encoding *e, const char *text, struct str *out);

/* UTF-8 to bytes of the terminal, appended to out. ASCII, control characters of ours included, passes as it is. */
void encoding_encode(const struct encoding *e, const char *text, size_t n, struct str *out);

/* Both: a text with line ends, for standard output. */
void encoding_print(const struct encoding *e, const char *text, struct str *out);

/* What the program itself says on a stream: messages, usage. Data and documents go out in UTF-8. */
void encoding_write(FILE *to, const char *text);

/* Can all of the text be shown as it is? */
bool encoding_knows(const struct encoding *e, const char *text);

/* The picture with one cell for each cell: copy must be as large. */
void encoding_cells(const struct encoding *e, const struct canvas *from, struct canvas *copy);

#endif
