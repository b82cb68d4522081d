/* See stack.h. */
#include "screen/stack.h"

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "screen/list.h"

#include <stdlib.h>
#include <string.h>

#define TITLE "title" /* parameter shown behind the title of a list */
#define WAITING_MAX 10000 /* keys; more than anybody types while rows are on their way */

void stack_init(struct stack *s)
{
	*s = (struct stack){ .views = VEC_OF(struct view *), .waiting = VEC_OF(char32_t), .rows = 22, .cols = 80 };
}

static void clear_params(struct vec *params)
{
	for (size_t i = 0; i < params->len; i++) {
		struct view_param *p = vec_at(params, i);
		free(p->name);
		free(p->value);
	}
	vec_clear(params);
}

void stack_pop(struct stack *s)
{
	struct view *v = stack_top(s);
	if (!v)
		return;
	vec_cut(&s->views, s->views.len - 1);
	v->class->free(v->self);
	clear_params(&v->params);
	free(v);
	s->blocked = false;
}

void stack_clear(struct stack *s)
{
	while (s->views.len > 0)
		stack_pop(s);
	vec_clear(&s->views);
	vec_clear(&s->waiting);
}

struct view *stack_push(struct stack *s, const struct view_class *class, const struct screen *screen, void *self)
{
	struct view *v = mem_zalloc(1, sizeof(*v));
	*v = (struct view){ class, screen, self, ++s->serial, VEC_OF(struct view_param) };
	vec_push(&s->views, &v);
	s->blocked = false;
	if (class->resize)
		class->resize(self, s->rows, s->cols);
	return v;
}

static struct view *from_top(const struct stack *s, size_t n)
{
	return s->views.len > n ? *(struct view **)vec_at(&s->views, s->views.len - 1 - n) : NULL;
}

struct view *stack_top(const struct stack *s)
{
	return from_top(s, 0);
}

struct view *stack_below(const struct stack *s)
{
	return from_top(s, 1);
}

struct view *stack_find(const struct stack *s, unsigned serial)
{
	for (size_t i = 0; i < s->views.len; i++) {
		struct view *v = from_top(s, i);
		if (v->serial == serial)
			return v;
	}
	return NULL;
}

size_t stack_depth(const struct stack *s)
{
	return s->views.len;
}

void stack_resize(struct stack *s, int rows, int cols)
{
	s->rows = rows;
	s->cols = cols;
	for (size_t i = 0; i < s->views.len; i++) {
		struct view *v = from_top(s, i);
		if (v->class->resize)
			v->class->resize(v->self, rows, cols);
	}
}

/* --- keys that wait -------------------------------------------------------- */

static unsigned enqueue(struct stack *s, char32_t key)
{
	if (key == K_ESC) {
		vec_cut(&s->waiting, 0);
		s->blocked = false;
		return SCREEN_HANDLED;
	}
	if (s->waiting.len >= WAITING_MAX)
		return SCREEN_HANDLED | SCREEN_BELL;
	vec_push(&s->waiting, &key);
	return SCREEN_HANDLED;
}

unsigned stack_event(struct stack *s, const struct event *e)
{
	struct view *top = stack_top(s);
	bool replaying = s->replaying;
	s->replaying = false;
	if (!top)
		return SCREEN_IGNORED;
	if (e->type == EVENT_KEY && !replaying && s->waiting.len > 0)
		return enqueue(s, e->key);
	unsigned result = top->class->event(top->self, e);
	if (!(result & SCREEN_WAIT))
		return result;
	if (e->type == EVENT_KEY) {
		*(char32_t *)vec_insert(&s->waiting, 0) = e->key;
		s->blocked = true;
	}
	return (result & ~(unsigned)SCREEN_WAIT) | SCREEN_HANDLED;
}

unsigned stack_feed(struct stack *s, unsigned serial, unsigned number, const struct rowset *rows)
{
	struct view *v = stack_find(s, serial);
	if (!v || !v->class->feed)
		return SCREEN_IGNORED;
	unsigned result = v->class->feed(v->self, number, rows);
	if (result == SCREEN_IGNORED)
		return result;
	if (v == stack_top(s)) {
		s->blocked = false;
		if (!rows) /* what the keys were meant for is not coming */
			vec_cut(&s->waiting, 0);
	}
	return result;
}

bool stack_take_key(struct stack *s, char32_t *key)
{
	s->replaying = false;
	if (s->blocked || s->waiting.len == 0)
		return false;
	*key = *(char32_t *)vec_at(&s->waiting, 0);
	vec_remove(&s->waiting, 0);
	s->replaying = true;
	return true;
}

/* --- parameters ------------------------------------------------------------ */

static struct view_param *find_param(const struct view *v, const char *name)
{
	for (size_t i = 0; i < v->params.len; i++) {
		struct view_param *p = vec_at(&v->params, i);
		if (strcmp(p->name, name) == 0)
			return p;
	}
	return NULL;
}

static void set_param(struct view *v, const char *name, const char *value)
{
	struct view_param *p = find_param(v, name);
	if (!p) {
		p = vec_add(&v->params);
		p->name = mem_strdup(name);
	}
	mem_replace(&p->value, value);
}

const char *view_param(const struct view *v, const char *name)
{
	const struct view_param *p = find_param(v, name);
	return p ? p->value : NULL;
}

/* The list of one meeting's items says which meeting. */
static void show_title(struct view *v)
{
	const char *of = view_param(v, TITLE);
	if (v->class != &list_class || !v->screen)
		return;
	char *title = of && *of ? str_format("%s: %s", v->screen->title, of) : NULL;
	list_set_title(v->self, title);
	free(title);
}

/* A view that is turned to something else is no longer about what its title said. */
void view_set_param(struct view *v, const char *name, const char *value)
{
	bool title = strcmp(name, TITLE) == 0;
	bool other = !str_equal(view_param(v, name), value);
	set_param(v, name, value);
	if (!title && other && find_param(v, TITLE))
		set_param(v, TITLE, NULL);
	if (title || other)
		show_title(v);
}

const char *view_value(const struct view *v, const char *name)
{
	return v->class->value ? v->class->value(v->self, name) : NULL;
}

/* The reference date of the list below, else today. */
static void date_param(struct view *v, const struct view *below, const char *name)
{
	char text[DATE_TEXT];
	int32_t date = DATE_NONE;
	if (v->class == &list_class)
		date = list_date(v->self);
	if (date == DATE_NONE && below && below->class == &list_class)
		date = list_date(below->self);
	set_param(v, name, date_format_iso(date == DATE_NONE ? date_today() : date, text));
}

/*
 * A list that is about one meeting has its identifier as parameter, one of
 * many meetings in each row, and perhaps under another name: the first of the
 * names that has a value there counts.
 */
static const char *row_or_param(const struct view *v, const char *names)
{
	const char *value = NULL;
	char *copy = mem_strdup(names), *rest = copy, *name;
	while (!value && (name = strsep(&rest, " "))) {
		value = view_value(v, name);
		if (!value)
			value = view_param(v, name);
	}
	free(copy);
	return value;
}

void view_fill_params(struct view *v, const struct view *below, view_session_fn *session, void *context)
{
	for (size_t i = 0; v->screen && i < v->screen->params.len; i++) {
		const struct screen_param *p = vec_at(&v->screen->params, i);
		switch (p->from) {
		case SCREEN_FROM_ROW:
			set_param(v, p->name, below ? row_or_param(below, p->what) : NULL);
			break;
		case SCREEN_FROM_PARAM:
			set_param(v, p->name, below ? view_param(below, p->what) : NULL);
			break;
		case SCREEN_FROM_TEXT:
			set_param(v, p->name, p->what);
			break;
		case SCREEN_FROM_SESSION:
			set_param(v, p->name, session ? session(context, p->what) : NULL);
			break;
		case SCREEN_FROM_DATE:
			date_param(v, below, p->name);
			break;
		}
	}
	show_title(v);
}
