/*
 * The open views, one upon the other; only the top one is seen and gets keys.
 *
 * A key that needs rows which are on their way waits here, and all keys after
 * it; none is lost, none overtakes another. The loop of the program:
 *
 *   handle(stack_event(s, &event));             and after each event and each feed:
 *   while (stack_take_key(s, &event.key))
 *           handle(stack_event(s, &event));     (EVENT_KEY)
 *
 * where handle() runs the action named, sends requests, pushes and pops views.
 * A key that opened a view is thus followed by the next ones in that view.
 * Esc drops what waits.
 */
#ifndef SCREEN_STACK_H
#define SCREEN_STACK_H

#include "base/canvas.h"
#include "base/vec.h"
#include "screen/screen_file.h"
#include "screen/view.h"

#include <stdbool.h>
#include <stddef.h>

struct view_param {
	char *name;
	char *value; /* NULL: absent */
};

struct view {
	const struct view_class *class;
	const struct screen *screen; /* NULL: made by the program (help, error) */
	void *self;                  /* owned: freed by class->free */
	unsigned serial;             /* never used again: answers of the database find their view by it */
	struct vec params;           /* struct view_param */
};

struct stack {
	struct vec views; /* struct view * */
	unsigned serial;
	int rows, cols;   /* area of a view */
	struct vec waiting; /* char32_t: keys to be offered again */
	bool blocked;     /* the first of them needs rows that are not there yet */
	bool replaying;   /* the next key event is one of them */
};

/* A value the program knows ('account' ...), or NULL. */
typedef const char *view_session_fn(void *context, const char *name);

void stack_init(struct stack *s);
void stack_clear(struct stack *s);

/* Takes self over, gives it the size of the stack. */
struct view *stack_push(struct stack *s, const struct view_class *class, const struct screen *screen, void *self);
void stack_pop(struct stack *s); /* frees the top view */

struct view *stack_top(const struct stack *s);   /* NULL: empty */
struct view *stack_below(const struct stack *s); /* NULL: none */
struct view *stack_find(const struct stack *s, unsigned serial);
size_t stack_depth(const struct stack *s);

/* New size of the area of the views (without message line and key bar). */
void stack_resize(struct stack *s, int rows, int cols);

/* To the top view, or into the queue. SCREEN_IGNORED when there is no view. */
unsigned stack_event(struct stack *s, const struct event *e);

/* Rows for the view with that serial, if it is still open. */
unsigned stack_feed(struct stack *s, unsigned serial, unsigned number, const struct rowset *rows);

/* The next waiting key that may be obeyed now; false when there is none. */
bool stack_take_key(struct stack *s, char32_t *key);

/*
 * Sets a parameter. The parameter `title` is shown behind the title of a list;
 * setting any other one to something else takes it away.
 */
void view_set_param(struct view *v, const char *name, const char *value);
const char *view_param(const struct view *v, const char *name); /* NULL: absent or unknown */

/* The value of the selected row or of a field; NULL: none. */
const char *view_value(const struct view *v, const char *name);

/*
 * Fills the parameters of a screen that is opened over `below` (NULL: none)
 * as its param statements say.
 */
void view_fill_params(struct view *v, const struct view *below, view_session_fn *session, void *context);

#endif
