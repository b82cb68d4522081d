/*
 * Inside of the list: list.c has window and requests, list_keys.c keys and
 * actions, list_draw.c the picture, list_setting.c columns, saved filters and the dialogues for them.
 */
#ifndef SCREEN_LIST_PRIVATE_H
#define SCREEN_LIST_PRIVATE_H

#include "screen/choice.h"
#include "screen/line.h"
#include "screen/list.h"

enum list_mode {
	LIST_ROWS,
	LIST_FILTER,  /* the filter is typed */
	LIST_DATE,    /* the reference date is typed */
	LIST_COLUMNS, /* columns are chosen */
	LIST_SAVED,   /* a saved filter is chosen */
	LIST_NAME,    /* the name of a filter to be saved is typed */
};

/* What is fetched; those up to FETCH_RELOAD replace the window, and keys that need a row wait for them. */
enum list_fetch {
	FETCH_NONE,
	FETCH_FIRST,
	FETCH_LAST,
	FETCH_RELOAD,
	FETCH_DOWN, /* extends the window at its end */
	FETCH_UP,   /* and at its start */
};

struct list_column {
	size_t index; /* in screen->columns */
	bool hidden;
};

struct list {
	const struct screen *screen;
	char *title; /* NULL: the screen's */
	int rows, cols;
	bool focus;

	/* The window: a contiguous run of rows, each an array of `fields` texts. */
	size_t fields;
	char **names;
	struct vec window; /* char ** */
	bool at_start, at_end;
	bool loaded;       /* rows were fed at least once */
	bool failed;       /* the last request failed */
	size_t selected, top;
	char *select_key;  /* to be selected after the reload, NULL: the selected one */

	/* The question. */
	size_t sort; /* index in screen->sorts */
	bool descending;
	char *filter;
	int32_t date;

	/* Requests. */
	unsigned number;
	enum list_fetch wanted, under_way;
	size_t limit; /* of the request under way */
	unsigned in_flight; /* number of the request whose answer is to come, void or not; 0: none */
	bool rehearsal_wanted; /* the question of a filter, before there is one */
	bool count_wanted, count_now; /* not while a filter is typed, unless a second has passed */
	unsigned count_number; /* 0: none under way */
	long long count;       /* -1: not known */
	bool count_more;       /* there are more than the count says: nobody counts to a million while keys wait */
	char *cursor_value, *cursor_key, *date_text; /* of the request taken last */

	/* Columns, marks, dialogues. */
	struct vec columns; /* struct list_column, in the order shown */
	size_t shift;       /* columns moved out at the left */
	struct vec marked;  /* char *, then a NULL */
	enum list_mode mode;
	struct line line;     /* of the mode */
	size_t column_at;     /* selected in LIST_COLUMNS */
	struct rowset *saved; /* NULL: not yet handed over */
	struct choice choice; /* of LIST_SAVED */
	const char *action;
	char *argument;
};

/* list.c */
unsigned list_refetch(struct list *l, enum list_fetch fetch);
const char *list_window_value(const struct list *l, size_t row, const char *column);
const char *list_sort_name(const struct list *l);
int list_body_rows(const struct list *l, int rows); /* rows of an area that show rows of the list */
bool list_has_foot(const struct list *l, int rows);

/* Head or foot with the values of the selected row; empty: there is none, or no row. Caller frees. */
char *list_filled(const struct list *l, const char *line);
unsigned list_tick(struct list *l); /* a second has passed */
size_t list_page(const struct list *l);
void list_keep_visible(struct list *l);
unsigned list_fetch_ahead(struct list *l); /* before the view gets to an end of the window */

/* list_keys.c */
bool list_is_marked(const struct list *l, const char *key);
void list_clear_marks(struct list *l); /* without the NULL at the end */

/* list_setting.c */
void list_reset_columns(struct list *l);
unsigned list_columns_event(struct list *l, char32_t key);
unsigned list_open_saved(struct list *l);
unsigned list_saved_event(struct list *l, const struct event *e);
unsigned list_name_event(struct list *l, const struct event *e);
unsigned list_sort_by(struct list *l, const char *column);

/* list_draw.c: is there a shown column that does not fit at the right? */
bool list_hides_right(const struct list *l);

#endif
