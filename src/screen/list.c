/* See list.h and list_private.h. */
#include "screen/list_private.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "screen/action.h"

#include <stdlib.h>
#include <string.h>

#define CHUNK_MIN 60    /* rows fetched at once */
#define CHUNK_MAX 1000
#define WINDOW_MAX 2000 /* rows held */

/* --- life ----------------------------------------------------------------- */

struct list *list_new(const struct screen *screen)
{
	struct list *l = mem_zalloc(1, sizeof(*l));
	l->screen = screen;
	l->rows = 24;
	l->cols = 80;
	l->focus = true;
	l->window = (struct vec)VEC_OF(char **);
	l->columns = (struct vec)VEC_OF(struct list_column);
	l->marked = (struct vec)VEC_OF(char *);
	l->descending = screen->descending;
	l->filter = mem_strdup("");
	l->date = DATE_NONE;
	l->count = -1;
	line_init(&l->line, NULL, NULL);
	list_reset_columns(l);
	list_unmark_all(l);
	list_refetch(l, FETCH_FIRST);
	return l;
}

static void free_row(struct list *l, size_t i)
{
	char **row = *(char ***)vec_at(&l->window, i);
	for (size_t f = 0; f < l->fields; f++)
		free(row[f]);
	free(row);
}

static void clear_window(struct list *l)
{
	for (size_t i = 0; i < l->window.len; i++)
		free_row(l, i);
	vec_cut(&l->window, 0);
	for (size_t f = 0; f < l->fields; f++)
		free(l->names[f]);
	free(l->names);
	l->names = NULL;
	l->fields = 0;
}

void list_free(struct list **list)
{
	struct list *l = *list;
	if (!l)
		return;
	clear_window(l);
	vec_clear(&l->window);
	vec_clear(&l->columns);
	list_clear_marks(l);
	line_clear(&l->line);
	choice_clear(&l->choice);
	rowset_free(&l->saved);
	char *texts[] = { l->title,	l->select_key, l->filter,   l->cursor_value,
			  l->cursor_key, l->date_text,	l->argument };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		free(texts[i]);
	free(l);
	*list = NULL;
}

/* --- the window ----------------------------------------------------------- */

static int field_index(const struct list *l, const char *column)
{
	for (size_t f = 0; f < l->fields; f++)
		if (strcmp(l->names[f], column) == 0)
			return (int)f;
	return -1;
}

const char *list_window_value(const struct list *l, size_t row, const char *column)
{
	int f = column ? field_index(l, column) : -1;
	if (f < 0 || row >= l->window.len)
		return NULL;
	return (*(char ***)vec_at(&l->window, row))[f];
}

const char *list_value(const struct list *l, const char *column)
{
	return list_window_value(l, l->selected, column);
}

const char *list_key(const struct list *l)
{
	return list_value(l, l->screen->key_column);
}

char *list_filled(const struct list *l, const char *line)
{
	struct str out = { 0 };
	while (line && *line && l->window.len > 0) {
		size_t n = strcspn(line, "{");
		str_add_n(&out, line, n);
		line += n;
		n = strcspn(line, "}");
		if (!line[n]) {
			str_add(&out, line);
			break;
		}
		char *name = mem_strndup(line + 1, n - 1);
		const char *value = list_value(l, name);
		str_add(&out, value ? value : "");
		free(name);
		line += n + 1;
	}
	return str_take(&out);
}

const char *list_sort_name(const struct list *l)
{
	return l->sort < l->screen->sorts.len ? *(char **)vec_at(&l->screen->sorts, l->sort) : NULL;
}

static char **copy_row(const struct rowset *rs, size_t row)
{
	char **copy = mem_zalloc(rs->cols, sizeof(*copy));
	for (size_t f = 0; f < rs->cols; f++)
		copy[f] = mem_strdup_null(rowset_get(rs, row, (int)f));
	return copy;
}

static void take_names(struct list *l, const struct rowset *rs)
{
	l->fields = rs->cols;
	l->names = mem_zalloc(rs->cols, sizeof(*l->names));
	for (size_t f = 0; f < rs->cols; f++)
		l->names[f] = mem_strdup(rs->names[f]);
}

static void append_rows(struct list *l, const struct rowset *rs, bool reversed)
{
	for (size_t i = 0; i < rs->rows; i++) {
		char **row = copy_row(rs, reversed ? rs->rows - 1 - i : i);
		vec_push(&l->window, &row);
	}
}

/* Nearest first: each goes before the one before it. One move of memory for all. */
static void prepend_rows(struct list *l, const struct rowset *rs)
{
	struct vec joined = VEC_OF(char **);
	for (size_t i = rs->rows; i-- > 0;) {
		char **row = copy_row(rs, i);
		vec_push(&joined, &row);
	}
	for (size_t i = 0; i < l->window.len; i++)
		vec_push(&joined, vec_at(&l->window, i));
	vec_clear(&l->window);
	l->window = joined;
	l->selected += rs->rows;
	l->top += rs->rows;
}

size_t list_page(const struct list *l)
{
	int rows = list_body_rows(l, l->rows);
	return rows > 0 ? (size_t)rows : 1;
}

/* While a filter is typed little more than what is seen: the next letter asks anew. */
static size_t chunk(const struct list *l)
{
	bool typing = l->mode == LIST_FILTER && l->wanted == FETCH_FIRST;
	size_t n = typing ? list_page(l) + 1 : list_page(l) * 3;
	return n < CHUNK_MIN ? CHUNK_MIN : n > CHUNK_MAX ? CHUNK_MAX : n;
}

/* Too many rows are held: those farthest from the view are given up. */
static void trim_start(struct list *l)
{
	size_t spare = l->top > chunk(l) ? l->top - chunk(l) : 0;
	size_t cut = l->window.len > WINDOW_MAX ? l->window.len - WINDOW_MAX : 0;
	if (cut > spare)
		cut = spare;
	if (cut == 0)
		return;
	struct vec rest = VEC_OF(char **);
	for (size_t i = 0; i < l->window.len; i++) {
		if (i < cut)
			free_row(l, i);
		else
			vec_push(&rest, vec_at(&l->window, i));
	}
	vec_clear(&l->window);
	l->window = rest;
	l->selected -= cut;
	l->top -= cut;
	l->at_start = false;
}

static void trim_end(struct list *l)
{
	size_t keep = l->top + list_page(l) + chunk(l);
	if (keep < WINDOW_MAX)
		keep = WINDOW_MAX;
	if (l->window.len <= keep)
		return;
	for (size_t i = keep; i < l->window.len; i++)
		free_row(l, i);
	vec_cut(&l->window, keep);
	l->at_end = false;
}

void list_keep_visible(struct list *l)
{
	size_t n = l->window.len, height = list_page(l);
	if (l->selected >= n)
		l->selected = n ? n - 1 : 0;
	if (l->selected < l->top)
		l->top = l->selected;
	if (l->selected >= l->top + height)
		l->top = l->selected - height + 1;
	if (l->top + height > n)
		l->top = n > height ? n - height : 0;
}

/* --- requests ------------------------------------------------------------- */

unsigned list_refetch(struct list *l, enum list_fetch fetch)
{
	l->wanted = fetch;
	l->under_way = FETCH_NONE; /* an answer to what was asked before is void */
	l->number++;
	l->count_now = false;
	if (fetch <= FETCH_RELOAD) {
		l->count_wanted = false;
		l->count_number = 0;
	}
	return SCREEN_HANDLED | SCREEN_REQUEST;
}

/* Before long the view gets to an end of the window. */
unsigned list_fetch_ahead(struct list *l)
{
	size_t margin = list_page(l);
	if (l->wanted || l->under_way || l->window.len == 0)
		return 0;
	if (l->mode == LIST_FILTER && l->selected == 0 && l->window.len > margin)
		return 0;
	if (!l->at_end && l->selected + margin >= l->window.len)
		return list_refetch(l, FETCH_DOWN);
	if (!l->at_start && l->selected < margin)
		return list_refetch(l, FETCH_UP);
	return 0;
}

/* The window will be replaced: its rows are not those a key means. */
bool list_is_loading(const struct list *l)
{
	return (l->wanted && l->wanted <= FETCH_RELOAD) || (l->under_way && l->under_way <= FETCH_RELOAD);
}

static void set_cursor(struct list *l, struct screen_request *r, size_t row)
{
	mem_replace(&l->cursor_value, list_window_value(l, row, list_sort_name(l)));
	mem_replace(&l->cursor_key, list_window_value(l, row, l->screen->key_column));
	r->cursor_value = l->cursor_value;
	r->cursor_key = l->cursor_key;
}

static void base_request(const struct list *l, struct screen_request *r)
{
	*r = (struct screen_request){ .query = l->screen->query, .sort = list_sort_name(l), .filter = l->filter };
	r->descending = l->descending;
	r->on_date = l->date_text;
}

/* Asked when the line of the filter opens, answered to nobody: the server makes its plans before the first letter comes. */
static bool take_rehearsal(struct list *l, struct screen_request *r)
{
	bool wanted = l->rehearsal_wanted && !l->wanted;
	l->rehearsal_wanted = false;
	if (!wanted)
		return false;
	base_request(l, r);
	r->filter = " ";
	r->limit = 1;
	return true;
}

static void set_date_text(struct list *l)
{
	char text[DATE_TEXT];
	mem_replace(&l->date_text, date_format_iso(l->date == DATE_NONE ? date_today() : l->date, text));
}

static bool take_count_request(struct list *l, struct screen_request *r)
{
	if (!l->count_wanted || (l->mode == LIST_FILTER && !l->count_now))
		return false;
	l->count_wanted = false;
	base_request(l, r);
	r->count = true;
	r->number = l->count_number = ++l->number;
	return true;
}

bool list_take_request(struct list *l, struct screen_request *r)
{
	/* What is typed meanwhile changes the question, not the number of queries. */
	if (l->in_flight || (!l->wanted && !l->count_wanted && !l->rehearsal_wanted))
		return false;
	set_date_text(l);
	if (take_rehearsal(l, r))
		return true;
	if (!l->wanted)
		return take_count_request(l, r);
	base_request(l, r);
	r->number = l->number;
	r->limit = chunk(l);
	r->backward = l->wanted == FETCH_LAST || l->wanted == FETCH_UP;
	if (l->wanted == FETCH_RELOAD && l->window.len > r->limit)
		r->limit = l->window.len;
	if (l->wanted == FETCH_DOWN && l->window.len > 0)
		set_cursor(l, r, l->window.len - 1);
	else if (l->window.len > 0 && (l->wanted == FETCH_UP || (l->wanted == FETCH_RELOAD && !l->at_start)))
		set_cursor(l, r, 0);
	l->under_way = l->wanted;
	l->in_flight = r->number;
	l->limit = r->limit;
	l->wanted = FETCH_NONE;
	return true;
}

void list_export_request(const struct list *l, struct screen_request *r)
{
	base_request(l, r);
}

/* --- feeding -------------------------------------------------------------- */

static void replace_window(struct list *l, const struct rowset *rs, bool reversed)
{
	clear_window(l);
	take_names(l, rs);
	append_rows(l, rs, reversed);
}

static void select_key(struct list *l, const char *key)
{
	for (size_t i = 0; key && i < l->window.len; i++)
		if (str_equal(list_window_value(l, i, l->screen->key_column), key)) {
			l->selected = i;
			return;
		}
}

/* The same place of the list again; the row at the top stays there when the selected one is found. */
static unsigned feed_reload(struct list *l, const struct rowset *rs, bool complete)
{
	if (rs->rows == 0 && !l->at_start)
		return list_refetch(l, FETCH_FIRST);
	char *key = mem_strdup_null(l->select_key ? l->select_key : list_key(l));
	size_t offset = l->selected - l->top;
	replace_window(l, rs, false);
	l->at_end = complete;
	select_key(l, key);
	if (l->selected >= l->window.len)
		l->selected = l->window.len ? l->window.len - 1 : 0;
	l->top = l->selected > offset ? l->selected - offset : 0;
	mem_replace(&l->select_key, NULL);
	free(key);
	return SCREEN_HANDLED;
}

static unsigned feed_window(struct list *l, enum list_fetch fetch, const struct rowset *rs)
{
	bool complete = rs->rows < l->limit;
	unsigned result = SCREEN_HANDLED;
	if (fetch == FETCH_RELOAD) {
		result = feed_reload(l, rs, complete);
	} else if (fetch == FETCH_DOWN) {
		append_rows(l, rs, false);
		l->at_end = complete;
		trim_start(l);
	} else if (fetch == FETCH_UP) {
		prepend_rows(l, rs);
		l->at_start = complete;
		trim_end(l);
	} else {
		bool last = fetch == FETCH_LAST;
		replace_window(l, rs, last);
		l->at_start = !last || complete;
		l->at_end = last || complete;
		l->selected = last && rs->rows ? rs->rows - 1 : 0;
		l->top = 0;
	}
	return result;
}

static unsigned feed_count(struct list *l, const struct rowset *rs)
{
	const char *text = rs ? rowset_get(rs, 0, 0) : NULL;
	l->count_number = 0;
	l->count = text ? strtoll(text, NULL, 10) : -1;
	l->count_more = rs && rs->rows > 0 && rowset_bool(rs, 0, "more");
	return SCREEN_HANDLED;
}

unsigned list_feed(struct list *l, unsigned number, const struct rowset *rs)
{
	if (l->count_number && number == l->count_number)
		return feed_count(l, rs);
	if (number == l->in_flight)
		l->in_flight = 0;
	if (number != l->number || !l->under_way)
		return l->wanted ? SCREEN_HANDLED | SCREEN_REQUEST : SCREEN_IGNORED;
	enum list_fetch fetch = l->under_way;
	l->under_way = FETCH_NONE;
	l->failed = !rs;
	if (!rs)
		return SCREEN_HANDLED;
	bool extends = fetch > FETCH_RELOAD && (size_t)l->fields == rs->cols;
	if (fetch > FETCH_RELOAD && !extends)
		return list_refetch(l, FETCH_FIRST);
	unsigned result = feed_window(l, fetch, rs);
	l->loaded = true;
	list_keep_visible(l);
	if (l->at_start && l->at_end) {
		l->count = (long long)l->window.len;
		l->count_more = false;
	} else if (fetch <= FETCH_RELOAD)
		l->count_wanted = true;
	if (l->count_wanted)
		result |= SCREEN_REQUEST;
	return result | list_fetch_ahead(l);
}

static unsigned ask_again(struct list *l, enum list_fetch fetch)
{
	l->count = -1;
	return list_refetch(l, fetch);
}

unsigned list_reload(struct list *l)
{
	l->in_flight = 0; /* also when an answer never came */
	return ask_again(l, l->loaded ? FETCH_RELOAD : FETCH_FIRST);
}

unsigned list_reload_to(struct list *l, const char *key)
{
	mem_replace(&l->select_key, key);
	return list_reload(l);
}

unsigned list_tick(struct list *l)
{
	if (!l->count_wanted || l->count_now)
		return SCREEN_IGNORED;
	l->count_now = true;
	return SCREEN_HANDLED | SCREEN_REQUEST;
}

unsigned list_set_filter(struct list *l, const char *filter)
{
	if (str_equal(l->filter, filter))
		return SCREEN_HANDLED;
	mem_replace(&l->filter, filter);
	return ask_again(l, FETCH_FIRST);
}

int32_t list_date(const struct list *l)
{
	return l->date;
}

unsigned list_set_date(struct list *l, int32_t date)
{
	l->date = date;
	return ask_again(l, FETCH_FIRST);
}

unsigned list_sort_by(struct list *l, const char *column)
{
	for (size_t i = 0; i < l->screen->sorts.len; i++) {
		if (!str_equal(*(char **)vec_at(&l->screen->sorts, i), column))
			continue;
		l->descending = i == l->sort ? !l->descending : false;
		l->sort = i;
		return list_refetch(l, FETCH_FIRST);
	}
	return SCREEN_HANDLED | SCREEN_BELL;
}
