/* See live.h. */
#include "app/live.h"

#include "app/requests.h"
#include "screen/list.h"

#include <stdio.h>
#include <stdlib.h>

/* The list on top, if it shows a meeting; *id is that one. */
static struct view *meeting_list(const struct app *a, long long *id)
{
	struct view *top = stack_top(&a->stack);
	const char *meeting = top && top->class == &list_class ? view_param(top, "meeting_id") : NULL;
	if (!meeting)
		return NULL;
	*id = strtoll(meeting, NULL, 10);
	return top;
}

void live_notified(struct app *a, const char *payload)
{
	long long id, seq, shown;
	if (sscanf(payload, "%lld:%lld", &id, &seq) == 2 && meeting_list(a, &shown) && shown == id)
		a->stale = true;
}

void live_turn(struct app *a)
{
	long long id;
	if (!a->stale || db_pending(a->db) > 0 || db_state(a->db) != DB_READY)
		return;
	struct view *top = meeting_list(a, &id);
	a->stale = false;
	if (!top)
		return;
	list_reload(top->self);
	requests_take(a);
}
