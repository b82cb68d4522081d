/*
 * Linear output: lines for a terminal that only scrolls, for a screen reader
 * or a braille line. No cursor is addressed, nothing is erased or coloured;
 * what was written stays. The one exception is the line being typed, the last
 * one: it is continued, or written anew after a carriage return.
 *
 * A line that arrives while something is typed takes the place of that line;
 * what is typed stands below it again.
 *
 * Pure: bytes are collected in `out` (UTF-8, "\n" ends a line). With
 * `transcript` the line being typed appears only when it is finished: what a
 * script puts out reads like what stays on a terminal.
 */
#ifndef TERM_LINEAR_H
#define TERM_LINEAR_H

#include "base/str.h"

#include <stdbool.h>

struct linear {
	int cols;
	bool transcript;
	struct str out;
	bool open;         /* a line is being typed */
	struct str before; /* of it: label and text up to the cursor */
	struct str after;
	struct str shown;  /* as it stands on the terminal, "" not at all */
	int shown_cursor;  /* columns */
};

void linear_clear(struct linear *l);

/* One line above the one being typed. */
void linear_say(struct linear *l, const char *line);

/* The line being typed, as it is now: label and text up to the cursor, and what stands behind it. */
void linear_type(struct linear *l, const char *before, const char *after);

/* It is finished and stays as it is. */
void linear_end(struct linear *l);

/* It is to be written anew: something else may have written to the terminal. */
void linear_forget(struct linear *l);

#endif
