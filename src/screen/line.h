/*
 * One line of text being typed: cursor, kill and yank, history, completion.
 *
 * Keys: Left Right Home End, Ctrl-Left Ctrl-Right (words), Backspace Del,
 * ^A ^E ^B ^F ^D, ^K ^U ^W kill, ^Y yank, ^T transpose, Up Down history, Tab completes. Enter gives
 * SCREEN_DONE, Esc SCREEN_CANCEL. Works on characters as people see them: a
 * letter with its combining marks moves and goes as one.
 */
#ifndef SCREEN_LINE_H
#define SCREEN_LINE_H

#include "base/canvas.h"
#include "base/event.h"
#include "base/str.h"
#include "base/vec.h"
#include "screen/view.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Completes text before the cursor: appends candidates (char *, owned by the
 * vector's user) for the whole text up to `cursor`.
 */
typedef void line_complete_fn(void *context, const char *text, size_t cursor, struct vec *candidates);

struct line {
	struct str text;
	bool selected;       /* what is there goes with the first character typed */
	size_t cursor;       /* byte offset, always on a character */
	size_t length;       /* characters at most, 0: no bound */
	struct str killed;
	struct vec history;  /* char *, oldest first */
	size_t history_at;   /* == history.len: the line being typed */
	char *typed;         /* that line while history is shown */
	line_complete_fn *complete;
	void *context;
	struct vec candidates; /* char * while Tab is pressed again and again */
	size_t candidate;
};

/* A zeroed struct with VEC members set up. complete may be NULL. */
void line_init(struct line *l, line_complete_fn *complete, void *context);
void line_clear(struct line *l);

const char *line_text(const struct line *l);
void line_set(struct line *l, const char *text); /* cursor at the end; newlines become blanks */

/* All of it is selected: typing replaces it, any other key keeps it. */
void line_select(struct line *l);

/* Bytes at most that a line grows to by typing and pasting; no field of one line takes more characters. */
#define LINE_BYTES_MAX 40000

/* Inserts at the cursor, as if pasted; what is too much is left out. */
void line_insert(struct line *l, const char *text);

/* Puts the text into the history (no doubles in a row, no empty ones, 200 at most) and empties the line. */
void line_remember(struct line *l);

unsigned line_event(struct line *l, const struct event *e);

/* Draws in one row, scrolled so that the cursor is seen; sets the canvas's cursor. */
void line_draw(const struct line *l, struct canvas *c, int row, int col, int cols, unsigned attr);

/* The same without cursor, from the beginning: for a line that has not the focus. */
void line_draw_idle(const struct line *l, struct canvas *c, int row, int col, int cols, unsigned attr);

#endif
