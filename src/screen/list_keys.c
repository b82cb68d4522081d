/* Marks, keys and actions of a list, and the list as a view. See list_private.h. */
#include "screen/list_private.h"

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "screen/action.h"

#include <stdlib.h>
#include <string.h>

/* --- marks ---------------------------------------------------------------- */

bool list_is_marked(const struct list *l, const char *key)
{
	for (size_t i = 0; key && i + 1 < l->marked.len; i++)
		if (strcmp(*(char **)vec_at(&l->marked, i), key) == 0)
			return true;
	return false;
}

const char *const *list_marked(const struct list *l, size_t *count)
{
	*count = l->marked.len - 1;
	return (const char *const *)l->marked.data;
}

void list_clear_marks(struct list *l)
{
	for (size_t i = 0; i < l->marked.len; i++)
		free(*(char **)vec_at(&l->marked, i));
	vec_clear(&l->marked);
}

void list_unmark_all(struct list *l)
{
	list_clear_marks(l);
	vec_add(&l->marked); /* the NULL at the end */
}

static void toggle_mark(struct list *l)
{
	const char *key = list_key(l);
	if (!key)
		return;
	for (size_t i = 0; i + 1 < l->marked.len; i++) {
		char *have = *(char **)vec_at(&l->marked, i);
		if (strcmp(have, key) == 0) {
			vec_remove(&l->marked, i);
			free(have);
			return;
		}
	}
	*(char **)vec_insert(&l->marked, l->marked.len - 1) = mem_strdup(key);
}

/* --- keys ----------------------------------------------------------------- */

/* Up to the target row, or WAIT when it is beyond what is here. */
static unsigned go(struct list *l, bool down, size_t step)
{
	if (down && l->selected + step >= l->window.len && !l->at_end) {
		unsigned fetch = l->wanted || l->under_way ? 0 : list_refetch(l, FETCH_DOWN);
		return SCREEN_WAIT | (fetch & SCREEN_REQUEST);
	}
	if (!down && step > l->selected && !l->at_start) {
		unsigned fetch = l->wanted || l->under_way ? 0 : list_refetch(l, FETCH_UP);
		return SCREEN_WAIT | (fetch & SCREEN_REQUEST);
	}
	if (down)
		l->selected += step;
	else
		l->selected = l->selected > step ? l->selected - step : 0;
	list_keep_visible(l);
	return SCREEN_HANDLED | list_fetch_ahead(l);
}

static unsigned go_first(struct list *l)
{
	if (!l->at_start)
		return list_refetch(l, FETCH_FIRST);
	l->selected = 0;
	list_keep_visible(l);
	return SCREEN_HANDLED;
}

static unsigned go_last(struct list *l)
{
	if (!l->at_end)
		return list_refetch(l, FETCH_LAST);
	l->selected = l->window.len ? l->window.len - 1 : 0;
	list_keep_visible(l);
	return SCREEN_HANDLED | list_fetch_ahead(l);
}

static bool is_movement(char32_t key)
{
	return key == K_UP || key == K_DOWN || key == K_PAGE_UP || key == K_PAGE_DOWN || key == K_HOME || key == K_END;
}

static unsigned move(struct list *l, char32_t key)
{
	if (list_is_loading(l))
		return SCREEN_WAIT;
	switch (key) {
	case K_UP:
		return go(l, false, 1);
	case K_DOWN:
		return go(l, true, 1);
	case K_PAGE_UP:
		return go(l, false, list_page(l));
	case K_PAGE_DOWN:
		return go(l, true, list_page(l));
	case K_HOME:
		return go_first(l);
	default:
		return go_last(l);
	}
}

static unsigned shift_columns(struct list *l, bool right)
{
	if (right ? !list_hides_right(l) : l->shift == 0)
		return SCREEN_HANDLED;
	if (right)
		l->shift++;
	else
		l->shift--;
	return SCREEN_HANDLED;
}

static unsigned escape(struct list *l)
{
	if (*l->filter)
		return list_set_filter(l, "");
	if (l->marked.len > 1) {
		list_unmark_all(l);
		return SCREEN_HANDLED;
	}
	return SCREEN_IGNORED;
}

static unsigned bound_key(struct list *l, char32_t key)
{
	const struct screen_key *k = screen_find_key(l->screen, key);
	if (!k)
		return SCREEN_IGNORED;
	const struct screen_action *own = screen_action_find(k->action);
	if (k->needs_row || (own && own->needs_row)) {
		if (list_is_loading(l))
			return SCREEN_WAIT;
		if (l->window.len == 0)
			return SCREEN_HANDLED | SCREEN_BELL;
	}
	if (own)
		return list_run(l, k->action);
	l->action = k->action;
	return SCREEN_HANDLED | SCREEN_ACTION;
}

static unsigned rows_event(struct list *l, char32_t key)
{
	if (is_movement(key))
		return move(l, key);
	if (key == K_LEFT || key == K_RIGHT)
		return shift_columns(l, key == K_RIGHT);
	if (key == K_ESC) {
		unsigned result = escape(l);
		if (result != SCREEN_IGNORED)
			return result;
	}
	return bound_key(l, key);
}

static unsigned filter_event(struct list *l, const struct event *e)
{
	if (e->type == EVENT_KEY && is_movement(e->key) && e->key != K_HOME && e->key != K_END)
		return move(l, e->key);
	unsigned result = line_event(&l->line, e);
	if (result & (SCREEN_DONE | SCREEN_CANCEL))
		l->mode = LIST_ROWS;
	if (result & SCREEN_CANCEL)
		return SCREEN_HANDLED | list_set_filter(l, "");
	if (result & SCREEN_DONE)
		return SCREEN_HANDLED | SCREEN_REQUEST | list_set_filter(l, line_text(&l->line)) | list_fetch_ahead(l);
	if (result == SCREEN_IGNORED)
		return result;
	return SCREEN_HANDLED | list_set_filter(l, line_text(&l->line));
}

static unsigned date_event(struct list *l, const struct event *e)
{
	int32_t date;
	unsigned result = line_event(&l->line, e);
	if (result & SCREEN_CANCEL)
		l->mode = LIST_ROWS;
	if (!(result & SCREEN_DONE))
		return result ? SCREEN_HANDLED : SCREEN_IGNORED;
	if (!date_parse(line_text(&l->line), date_today(), &date))
		return SCREEN_HANDLED | SCREEN_BELL;
	l->mode = LIST_ROWS;
	return list_set_date(l, date);
}

unsigned list_event(struct list *l, const struct event *e)
{
	if (e->type == EVENT_TICK)
		return list_tick(l);
	if (e->type != EVENT_KEY && e->type != EVENT_PASTE)
		return SCREEN_IGNORED;
	l->action = NULL;
	switch (l->mode) {
	case LIST_FILTER:
		return filter_event(l, e);
	case LIST_DATE:
		return date_event(l, e);
	case LIST_NAME:
		return list_name_event(l, e);
	case LIST_SAVED:
		return list_saved_event(l, e);
	case LIST_COLUMNS:
		return e->type == EVENT_KEY ? list_columns_event(l, e->key) : SCREEN_IGNORED;
	default:
		return e->type == EVENT_KEY ? rows_event(l, e->key) : SCREEN_IGNORED;
	}
}

/* --- actions -------------------------------------------------------------- */

static unsigned open_line(struct list *l, enum list_mode mode, const char *text)
{
	l->mode = mode;
	line_set(&l->line, text);
	if (mode == LIST_DATE)
		line_select(&l->line);
	return SCREEN_HANDLED;
}

static unsigned run_filter(struct list *l)
{
	l->rehearsal_wanted = true;
	return open_line(l, LIST_FILTER, l->filter) | SCREEN_REQUEST;
}

static unsigned run_sort(struct list *l)
{
	size_t n = l->screen->sorts.len;
	if (n < 2)
		return SCREEN_HANDLED | SCREEN_BELL;
	return list_sort_by(l, *(char **)vec_at(&l->screen->sorts, (l->sort + 1) % n));
}

static unsigned run_sort_reverse(struct list *l)
{
	return list_sort_by(l, list_sort_name(l));
}

static unsigned run_columns(struct list *l)
{
	l->mode = LIST_COLUMNS;
	l->column_at = 0;
	return SCREEN_HANDLED;
}

static unsigned run_mark_row(struct list *l)
{
	toggle_mark(l);
	return l->selected + 1 < l->window.len ? SCREEN_HANDLED | go(l, true, 1) : SCREEN_HANDLED;
}

static unsigned run_unmark_all(struct list *l)
{
	list_unmark_all(l);
	return SCREEN_HANDLED;
}

static unsigned run_reference_date(struct list *l)
{
	char text[DATE_TEXT];
	return open_line(l, LIST_DATE, date_format(l->date, text));
}

unsigned list_run(struct list *l, const char *action)
{
	static const struct {
		const char *name;
		unsigned (*run)(struct list *l);
	} table[] = {
		{ "filter", run_filter },
		{ "sort", run_sort },
		{ "sort_reverse", run_sort_reverse },
		{ "columns", run_columns },
		{ "mark_row", run_mark_row },
		{ "unmark_all", run_unmark_all },
		{ "reference_date", run_reference_date },
		{ "saved_filters", list_open_saved },
		{ "reload", list_reload },
	};
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		if (strcmp(table[i].name, action) == 0)
			return table[i].run(l);
	return SCREEN_IGNORED;
}

const char *list_action(const struct list *l)
{
	return l->action;
}

const char *list_argument(const struct list *l)
{
	return l->argument;
}

const struct screen *list_screen(const struct list *l)
{
	return l->screen;
}

void list_set_focus(struct list *l, bool focus)
{
	l->focus = focus;
}

void list_set_title(struct list *l, const char *title)
{
	mem_replace(&l->title, title);
}

bool list_has_foot(const struct list *l, int rows)
{
	return l->screen->foot && rows >= 8;
}

int list_body_rows(const struct list *l, int rows)
{
	return rows >= 5 ? rows - 2 - list_has_foot(l, rows) : rows >= 3 ? rows - 1 : rows;
}

void list_resize(struct list *l, int rows, int cols)
{
	l->rows = rows;
	l->cols = cols;
	choice_resize(&l->choice, list_body_rows(l, rows));
	list_keep_visible(l);
	list_fetch_ahead(l);
}

/* --- as a view ------------------------------------------------------------ */

static unsigned class_event(void *self, const struct event *e)
{
	return list_event(self, e);
}

static void class_draw(const void *self, struct canvas *c, struct area area)
{
	list_draw(self, c, area);
}

static void class_speak(const void *self, struct speech *out)
{
	list_speak(self, out);
}

static void class_resize(void *self, int rows, int cols)
{
	list_resize(self, rows, cols);
}

static void class_free(void *self)
{
	struct list *l = self;
	list_free(&l);
}

static bool class_take_request(void *self, struct screen_request *r)
{
	return list_take_request(self, r);
}

static unsigned class_feed(void *self, unsigned number, const struct rowset *rows)
{
	return list_feed(self, number, rows);
}

static const char *class_action(const void *self)
{
	return list_action(self);
}

static const char *class_value(const void *self, const char *name)
{
	return list_value(self, name);
}

static unsigned class_run(void *self, const char *action)
{
	return list_run(self, action);
}

const struct view_class list_class = {
	.name = "list",
	.event = class_event,
	.draw = class_draw,
	.resize = class_resize,
	.free = class_free,
	.speak = class_speak,
	.take_request = class_take_request,
	.feed = class_feed,
	.action = class_action,
	.value = class_value,
	.run = class_run,
};
