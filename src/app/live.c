/* See live.h. */
#include "app/live.h"

#include "app/requests.h"
#include "screen/list.h"

#include <stdlib.h>

/* The list on top, if it shows a meeting; *id is that one. */
static struct view *meeting_list(const struct app *a, int64_t *id)
{
	struct view *top = stack_top(&a->stack);
	const char *meeting = top && top->class == &list_class ? view_param(top, "meeting_id") : NULL;
	if (!meeting)
		return NULL;
	*id = strtoll(meeting, NULL, 10);
	return top;
}

void live_notified(struct app *a, int64_t meeting_id)
{
	int64_t shown;
	if (meeting_list(a, &shown) && shown == meeting_id)
		a->stale = true;
}

void live_turn(struct app *a)
{
	int64_t id;
	if (!a->stale || db_pending(a->db) > 0 || db_state(a->db) != DB_READY)
		return;
	struct view *top = meeting_list(a, &id);
	a->stale = false;
	if (!top)
		return;
	list_reload(top->self);
	requests_take(a);
}
