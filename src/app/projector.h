/*
 * The projector: what the clerk released, in letters for the whole hall.
 *
 * It knows nothing of the meeting but one row of api.projector_picture(), which
 * the server has already cut down to what may be seen; it asks for that row
 * anew whenever a notification names its meeting. Whatever hides something
 * (the non-public part, a pause, the close, nothing released) comes as a row
 * without content, and the picture is black. It holds no pen, no journal and
 * takes no keys but those that end it.
 *
 * Connection lost: the last released picture stays with a mark, and is renewed
 * when the server is back. It was public when it was shown.
 *
 * Without a number it takes the meeting that runs, waits for one when none
 * does, and does not choose among several.
 */
#ifndef APP_PROJECTOR_H
#define APP_PROJECTOR_H

#include "base/canvas.h"
#include "base/rowset.h"
#include "base/str.h"
#include "screen/view.h"

#include <stdbool.h>
#include <stdint.h>

#define PROJECTOR_PAGE_SECONDS 8 /* how long a page of a long text stays */

struct app;

struct projector {
	struct app *app; /* NULL in tests of the picture */
	int64_t wanted;  /* meeting named at the start; 0: the one that runs */
	int64_t id;      /* meeting that is shown; 0: none yet */
	struct rowset *picture; /* row of projector_picture; NULL: none yet */
	struct str note; /* what is said instead of a picture: nothing runs, no such meeting */
	bool asking, again;
	bool lost;       /* no connection */
	int64_t seen;    /* moment of the last answer */
	int ticks;       /* seconds since the picture changed: turns the pages */
	int waited;      /* seconds since the question under way was asked */
};

extern const struct view_class projector_class; /* self is a struct projector */

/* Opens the projector as the only view. meeting 0: the one that runs. */
void projector_open(struct app *a, int64_t meeting);

/* The picture alone (projector_draw.c). */
void projector_draw(const struct projector *p, struct canvas *c, struct area area);
void projector_speak(const struct projector *p, struct speech *out);

#endif
