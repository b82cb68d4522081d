/*
 * A list to choose one entry from while typing: pick lists, jump, saved
 * filters, candidates. Rows come from outside; the typed text is the filter.
 *
 * Keys: what is typed filters, Up Down Page keys move, Enter SCREEN_DONE, Esc
 * SCREEN_CANCEL. SCREEN_REQUEST: the text changed, new rows are wanted.
 */
#ifndef SCREEN_CHOICE_H
#define SCREEN_CHOICE_H

#include "base/canvas.h"
#include "base/event.h"
#include "base/rowset.h"
#include "screen/line.h"
#include "screen/view.h"

#include <stdbool.h>

struct choice {
	struct line line;
	char *prompt;
	struct rowset *rows;
	int key_column, label_column, detail_column; /* -1: none */
	size_t selected, top;
	int height;      /* rows of the list, set by choice_resize */
	bool waiting;    /* rows are on their way: Enter waits for them */
	bool enter_waits;
	bool may_empty;  /* Enter without rows gives SCREEN_DONE with no row: 'none' */
	bool local;      /* all rows are there: filtered here, no requests */
	struct rowset *all;
};

void choice_init(struct choice *ch, const char *prompt);
void choice_clear(struct choice *ch);

/* Rows by column names (detail may be NULL). */
unsigned choice_feed(struct choice *ch, const struct rowset *rows, const char *key, const char *label,
	const char *detail);

/* All rows at once; filtering is done here. */
void choice_set_all(struct choice *ch, const struct rowset *rows, const char *key, const char *label,
	const char *detail);

void choice_resize(struct choice *ch, int rows);
unsigned choice_event(struct choice *ch, const struct event *e);

/* Of the selected row; NULL when there is none. */
const char *choice_key(const struct choice *ch);
const char *choice_label(const struct choice *ch);
const char *choice_value(const struct choice *ch, const char *column);

/* Prompt line first, rows below. */
void choice_draw(const struct choice *ch, struct canvas *c, struct area area);

/* The selected row, and the prompt as the line being typed. */
void choice_speak(const struct choice *ch, struct speech *out);

#endif
