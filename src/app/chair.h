/*
 * The chair's terminal: what comes next, what is to be read out, who speaks,
 * what the vote needs, what must not be overlooked. It reads only: no pen, no
 * journal. What it says comes from domain/advice.h, the same fold as at the
 * meeting table behind it.
 */
#ifndef APP_CHAIR_H
#define APP_CHAIR_H

#include "app/follow.h"
#include "screen/screen_file.h"
#include "screen/view.h"

struct chair {
	const struct screen *screen;
	struct follow follow;
	const char *action; /* handed back to the program */
	int scroll;         /* lines of the wording above its window */
	size_t scroll_item; /* the item it was scrolled for */
};

extern const struct view_class chair_class; /* self is a struct chair */

/* Opens the chair's view of a meeting on top. */
void chair_open(struct app *a, int64_t meeting_id);

/* The picture alone (chair_draw.c); state NULL: loading, err says why not. */
struct chair_picture {
	const struct sitting *sitting; /* NULL: not there */
	const char *note;  /* instead of a picture, or NULL */
	bool connected;
	int scroll;
};
void chair_speak(const struct chair_picture *p, struct speech *out);
void chair_draw(const struct chair_picture *p, struct canvas *c, struct area area);

#endif
