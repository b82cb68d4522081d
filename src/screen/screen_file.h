/*
 * Screen files: what a screen shows, declared line by line (doc/screens.md).
 *
 * The loader is strict: an unknown or duplicate word, a query, column, action
 * or screen that does not exist, a key bound twice is a fault with file, line
 * and the allowed words. All faults of all files are found in one run. It
 * parses memory only; what exists outside is asked through struct screen_checks.
 */
#ifndef SCREEN_SCREEN_FILE_H
#define SCREEN_SCREEN_FILE_H

#include "base/fault.h"
#include "base/source.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

enum screen_kind {
	SCREEN_KIND_NONE,
	SCREEN_KIND_LIST,  /* rows of a query */
	SCREEN_KIND_FORM,  /* one row, field by field */
	SCREEN_KIND_TEXT,  /* a text to read */
	SCREEN_KIND_TABLE, /* the meeting table */
	SCREEN_KIND_PAGE,  /* several lists, one below the other */
	SCREEN_KIND_KEYS,  /* only keys, for other screens to take over */
};

enum screen_type {
	SCREEN_TYPE_TEXT,
	SCREEN_TYPE_NUMBER,
	SCREEN_TYPE_DECIMAL, /* shown and typed with a comma and dots: 1.234,50 */
	SCREEN_TYPE_DATE,
	SCREEN_TYPE_TIME,
	SCREEN_TYPE_MOMENT, /* day and time */
	SCREEN_TYPE_BOOL,
	SCREEN_TYPE_PICK, /* fields only: one of a list or of fixed choices */
	SCREEN_TYPE_MEMO, /* fields only: several lines */
};

/* A value of a column or field and what people read for it. */
struct screen_choice {
	char *value;
	char *label;
};

struct screen_column {
	char *name;
	char *label;
	enum screen_type type;
	int width, min;      /* columns wished, columns it may shrink to */
	bool right;
	bool hidden;         /* not shown until chosen */
	struct vec choices;  /* struct screen_choice */
	unsigned line;
};

struct screen_field {
	char *name;
	char *label;
	enum screen_type type;
	bool required, readonly;
	char *min, *max;     /* bounds as written: numbers, dates; NULL: none */
	int length;          /* characters at most, 0: no bound */
	int rows;            /* height of a memo */
	char *pattern;       /* PCRE2, NULL: none */
	char *pick;          /* query of the pick list, NULL: none */
	char *shows;         /* column of the load query with the label of a pick, NULL: none */
	char *preset;        /* value of a new row, NULL: none */
	char *heading;       /* line above the field, NULL: none */
	char *help;
	struct vec choices;  /* struct screen_choice */
	unsigned line;
};

struct screen_key {
	char32_t key;
	char *name;     /* as written */
	char *action;
	char *label;
	bool bar;       /* shown in the key bar */
	bool needs_row; /* waits for rows, refused on an empty list */
	unsigned line;
};

enum screen_source_kind {
	SCREEN_FROM_ROW,     /* column of the selected row (field of the form) below */
	SCREEN_FROM_PARAM,   /* parameter of the screen below */
	SCREEN_FROM_TEXT,    /* fixed */
	SCREEN_FROM_DATE,    /* reference date of the list, else today */
	SCREEN_FROM_SESSION, /* what the program knows: account, ... */
};

struct screen_param {
	char *name;
	enum screen_source_kind from;
	char *what; /* column (or several with blanks between), parameter, text; NULL for the reference date */
	unsigned line;
};

struct screen {
	char *file;      /* for messages */
	char *name;
	char *title;
	char *help;      /* NULL: none */
	enum screen_kind kind;
	char *query;     /* NULL: none */
	char *save;      /* forms: query that saves, NULL: read only */
	char *remove;    /* forms and lists: query that deletes, NULL: none */
	char *form;      /* lists: screen that open_row, edit_row and new_row open, NULL: none */
	char *keys_from; /* screen of kind keys, NULL: none */
	char *head, *foot; /* lists: lines above and below the rows, with {column} of the selected row; NULL: the title, none */
	char *then;      /* forms: action that does the work once the save query has let it; NULL: the query does it */
	char *again;     /* forms: after a new row was saved the next one is typed, from this field on; NULL: closes */
	char *key_column; /* column that identifies a row, default 'id' */
	bool descending; /* of the first sort column */
	struct vec sorts;    /* char * */
	struct vec params;   /* struct screen_param */
	struct vec columns;  /* struct screen_column */
	struct vec fields;   /* struct screen_field */
	struct vec keys;     /* struct screen_key: its own, then those taken over */
	struct vec sections; /* struct screen *, kind list: of a page */
	unsigned line;       /* of its screen or section statement */
};

/*
 * What exists outside. Each gives names in an array that ends in NULL; NULL
 * says there is no such thing. A function that is NULL checks nothing.
 */
struct screen_checks {
	void *context;
	const char *const *(*queries)(void *context);
	const char *const *(*query_columns)(void *context, const char *query);
	const char *const *(*query_params)(void *context, const char *query);
	const char *const *(*query_sorts)(void *context, const char *query);
	const char *const *(*actions)(void *context);
	const char *const *(*session_values)(void *context);
	bool (*pattern_is_valid)(void *context, const char *pattern);
};

/*
 * An action exists when it is among checks->actions, in screen_actions
 * (action.h), or is open_NAME with NAME a screen of the set, or new_NAME with
 * NAME a form of it.
 */

struct screen_set {
	struct vec screens; /* struct screen * */
	struct vec faults;  /* struct fault */
};

/*
 * Loads the texts of screen files (names with or without .screen: the screen
 * in it must be called the same; a later source replaces an earlier one of the
 * same name) and checks them together. True when there is no fault;
 * set->faults lists them otherwise. checks may be NULL. The set must be zeroed
 * or cleared before.
 */
bool screen_set_load(struct screen_set *set, const struct source *sources, size_t count,
	const struct screen_checks *checks);
void screen_set_clear(struct screen_set *set);

/* NULL when there is no such screen. */
const struct screen *screen_set_find(const struct screen_set *set, const char *name);

/* What a key is bound to, or NULL. */
const struct screen_key *screen_find_key(const struct screen *s, char32_t key);

/* The first key bound to an action, or NULL. */
const struct screen_key *screen_find_action(const struct screen *s, const char *action);

const struct screen_column *screen_find_column(const struct screen *s, const char *name);
const struct screen_field *screen_find_field(const struct screen *s, const char *name);

void screen_free(struct screen **s);

/* Word of the format: "list", "form" ... */
const char *screen_kind_name(enum screen_kind kind);

#endif
