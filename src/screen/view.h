/*
 * What every view of the screen engine has in common.
 *
 * A view is driven by four things: events in, requests out, rows in, canvas
 * out. It knows neither terminal nor database. What it does not handle itself
 * it hands back: as SCREEN_ACTION (an action named in the screen file, for the
 * program's dispatcher) or as SCREEN_IGNORED.
 *
 *   result = view->class->event(self, &event);
 *   while (class->take_request(self, &request)) ... run the query ...
 *   class->feed(self, request.number, rows);      (when they are there)
 *   class->draw(self, canvas, area);              (once per turn)
 *   class->speak(self, speech);                   (instead of it in linear mode: speech.h)
 *
 * A result other than SCREEN_IGNORED means: paint again.
 */
#ifndef SCREEN_VIEW_H
#define SCREEN_VIEW_H

#include "base/canvas.h"
#include "base/event.h"
#include "base/rowset.h"

#include <stdbool.h>
#include <stddef.h>

struct speech;

enum screen_result {
	SCREEN_IGNORED = 0,
	SCREEN_HANDLED = 1 << 0, /* paint again */
	SCREEN_REQUEST = 1 << 1, /* there is something to fetch: take_request */
	SCREEN_ACTION = 1 << 2,  /* the class's action() names what is to be done */
	SCREEN_DONE = 1 << 3,    /* accepted: Enter, a choice */
	SCREEN_SAVE = 1 << 4,    /* a form: values are checked, run its save query */
	SCREEN_CANCEL = 1 << 5,  /* left: the caller closes the view */
	SCREEN_EDITOR = 1 << 6,  /* the text is wanted in $EDITOR */
	SCREEN_BELL = 1 << 7,    /* the key could not be obeyed */
	SCREEN_WAIT = 1 << 8,    /* the key needs rows that are on their way: offer it again after feed (stack_event does) */
};

/*
 * Rows a view wants. The pointers belong to the view and hold until its next
 * call. number goes back with the rows; answers to older numbers are dropped.
 * The parameters of the screen (view_param) go with every request.
 */
struct screen_request {
	unsigned number;
	const char *query;
	bool count;               /* only the number of rows: a set of one row with one column */
	bool plain;               /* a query without window: only query and the screen's parameters count */
	const char *sort;         /* column, NULL: the query's first */
	bool descending;
	bool backward;            /* rows before the cursor, NEAREST FIRST; without cursor: the last rows, last first */
	const char *cursor_value; /* NULL together with cursor_key: from the start (backward: from the end) */
	const char *cursor_key;
	const char *filter;       /* as typed; "" none */
	size_t limit;             /* rows at most; 0: all (export) */
	const char *on_date;      /* reference date as 2026-10-14 */
};

struct view_class {
	const char *name;
	bool whole; /* draws the whole terminal: no message line, no key bar */
	unsigned (*event)(void *self, const struct event *e);
	void (*draw)(const void *self, struct canvas *c, struct area area);
	void (*free)(void *self);
	void (*speak)(const void *self, struct speech *out); /* what draw shows, in words */

	/* Each of these may be NULL: the view has none. */
	void (*resize)(void *self, int rows, int cols); /* the area draw will get; NULL: all is laid out when it is drawn */
	bool (*take_request)(void *self, struct screen_request *r); /* each request is given once */
	unsigned (*feed)(void *self, unsigned number, const struct rowset *rows); /* NULL: it failed */
	const char *(*action)(const void *self);                    /* after SCREEN_ACTION */
	const char *(*value)(const void *self, const char *name);   /* selected row's column or field; NULL: none */
	unsigned (*run)(void *self, const char *action);            /* an action of the engine itself; SCREEN_IGNORED: not mine */
};

#endif
