/* See page.h. */
#include "screen/page.h"

#include "base/mem.h"
#include "base/str.h"
#include "screen/speech.h"

#include <stdlib.h>

struct page {
	const struct screen *screen;
	struct vec lists;   /* struct list * */
	size_t focus;
	int rows, cols;
	const char *action;
};

/*
 * Requests of all lists share one series of numbers: the list's own number
 * times the count of lists, plus the list's place.
 */
static unsigned outer_number(const struct page *p, size_t i, unsigned number)
{
	return number * (unsigned)p->lists.len + (unsigned)i;
}

static struct list *nth(const struct page *p, size_t i)
{
	return *(struct list **)vec_at(&p->lists, i);
}

static void set_focus(struct page *p, size_t focus)
{
	p->focus = focus;
	for (size_t i = 0; i < p->lists.len; i++)
		list_set_focus(nth(p, i), i == focus);
}

struct page *page_new(const struct screen *screen)
{
	struct page *p = mem_zalloc(1, sizeof(*p));
	p->screen = screen;
	p->rows = 22;
	p->cols = 80;
	p->lists = (struct vec)VEC_OF(struct list *);
	for (size_t i = 0; i < screen->sections.len; i++) {
		struct list *l = list_new(*(struct screen **)vec_at(&screen->sections, i));
		vec_push(&p->lists, &l);
	}
	set_focus(p, 0);
	return p;
}

void page_free(struct page **page)
{
	struct page *p = *page;
	if (!p)
		return;
	for (size_t i = 0; i < p->lists.len; i++)
		list_free(vec_at(&p->lists, i));
	vec_clear(&p->lists);
	free(p);
	*page = NULL;
}

struct list *page_list(struct page *p)
{
	return nth(p, p->focus);
}

unsigned page_reload(struct page *p)
{
	unsigned result = SCREEN_HANDLED;
	for (size_t i = 0; i < p->lists.len; i++)
		result |= list_reload(nth(p, i));
	return result;
}

/* Rows of each section: equal parts, the rest to the first; too small a screen shows only the one with the focus. */
static struct area section_area(const struct page *p, size_t i, struct area area)
{
	int n = (int)p->lists.len, each = area.rows / n, first = area.rows - each * (n - 1);
	if (each < 4)
		return i == p->focus ? area : (struct area){ area.row, area.col, 0, area.cols };
	int row = i == 0 ? area.row : area.row + first + each * ((int)i - 1);
	return (struct area){ row, area.col, i == 0 ? first : each, area.cols };
}

static void resize_lists(struct page *p)
{
	for (size_t i = 0; i < p->lists.len; i++) {
		struct area a = section_area(p, i, (struct area){ 0, 0, p->rows, p->cols });
		if (a.rows > 0)
			list_resize(nth(p, i), a.rows, a.cols);
	}
}

static unsigned move_focus(struct page *p, bool forward)
{
	size_t n = p->lists.len;
	set_focus(p, (p->focus + (forward ? 1 : n - 1)) % n);
	resize_lists(p);
	return SCREEN_HANDLED;
}

static unsigned tick(struct page *p, const struct event *e)
{
	unsigned result = SCREEN_IGNORED;
	for (size_t i = 0; i < p->lists.len; i++)
		result |= list_event(nth(p, i), e);
	return result;
}

static unsigned class_run(void *self, const char *action);

static unsigned class_event(void *self, const struct event *e)
{
	struct page *p = self;
	p->action = NULL;
	struct list *l = page_list(p);
	if (e->type == EVENT_TICK)
		return tick(p, e);
	unsigned result = list_event(l, e);
	p->action = list_action(l);
	if (result != SCREEN_IGNORED || e->type != EVENT_KEY)
		return result;
	if (e->key == K_TAB || e->key == K_BACKTAB)
		return move_focus(p, e->key == K_TAB);
	const struct screen_key *k = screen_find_key(p->screen, e->key);
	if (!k)
		return SCREEN_IGNORED;
	if (k->needs_row && list_is_loading(l))
		return SCREEN_WAIT;
	if (k->needs_row && !list_key(l))
		return SCREEN_HANDLED | SCREEN_BELL;
	result = class_run(p, k->action);
	if (result != SCREEN_IGNORED)
		return result;
	p->action = k->action;
	return SCREEN_HANDLED | SCREEN_ACTION;
}

static unsigned class_run(void *self, const char *action)
{
	struct page *p = self;
	if (str_equal(action, "reload"))
		return page_reload(p);
	return list_run(page_list(p), action);
}

static void class_draw(const void *self, struct canvas *c, struct area area)
{
	const struct page *p = self;
	for (size_t i = 0; i < p->lists.len; i++) {
		struct area a = section_area(p, i, area);
		if (a.rows > 0)
			list_draw(nth(p, i), c, a);
	}
}

/* Each section is a place of its own: who comes back to it hears it again. */
static void class_speak(const void *self, struct speech *out)
{
	const struct page *p = self;
	out->place += (unsigned)p->focus;
	list_speak(nth(p, p->focus), out);
}

static void class_resize(void *self, int rows, int cols)
{
	struct page *p = self;
	p->rows = rows;
	p->cols = cols;
	resize_lists(p);
}

static void class_free(void *self)
{
	struct page *p = self;
	page_free(&p);
}

static bool class_take_request(void *self, struct screen_request *r)
{
	struct page *p = self;
	for (size_t i = 0; i < p->lists.len; i++)
		if (list_take_request(nth(p, i), r)) {
			r->number = outer_number(p, i, r->number);
			return true;
		}
	return false;
}

static unsigned class_feed(void *self, unsigned number, const struct rowset *rows)
{
	struct page *p = self;
	unsigned n = (unsigned)p->lists.len;
	return list_feed(nth(p, number % n), number / n, rows);
}

static const char *class_action(const void *self)
{
	const struct page *p = self;
	return p->action;
}

static const char *class_value(const void *self, const char *name)
{
	const struct page *p = self;
	return list_value(nth(p, p->focus), name);
}

const struct view_class page_class = {
	.name = "page",
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
