/* See live.h. */
#include "app/live.h"

#include "app/requests.h"
#include "screen/list.h"

#include <stdlib.h>

/* A list that shows a meeting; *id is that one. */
static bool shows_meeting(const struct view *v, int64_t *id)
{
	const char *meeting = v && v->class == &list_class ? view_param(v, "meeting_id") : NULL;
	if (meeting)
		*id = strtoll(meeting, NULL, 10);
	return meeting != NULL;
}

/* The list on top, if it shows a meeting; *id is that one. */
static struct view *meeting_list(const struct app *a, int64_t *id)
{
	struct view *top = stack_top(&a->stack);
	return shows_meeting(top, id) ? top : NULL;
}

static bool has_meeting_list(const struct app *a)
{
	int64_t id;
	for (size_t i = 0; i < a->stack.views.len; i++)
		if (shows_meeting(*(struct view **)vec_at(&a->stack.views, i), &id))
			return true;
	return false;
}

void live_listen(struct app *a)
{
	if (a->listening)
		return;
	a->listening = true;
	app_send(a, "listen_meetings", NULL, NULL, NULL);
}

void live_listen_lists(struct app *a)
{
	if (!a->listening && has_meeting_list(a))
		live_listen(a);
}

void live_connected(struct app *a)
{
	if (!a->listening)
		return;
	a->listening = false;
	live_listen(a);
}

void live_notified(struct app *a, int64_t meeting_id)
{
	int64_t shown;
	if (meeting_list(a, &shown) && shown == meeting_id)
		a->stale = true;
}

static void stop_listening(struct app *a)
{
	if (!a->listening || a->meeting || a->listener.self || has_meeting_list(a))
		return;
	a->listening = false;
	app_send(a, "unlisten_meetings", NULL, NULL, NULL);
}

void live_turn(struct app *a)
{
	int64_t id;
	if (db_pending(a->db) > 0 || db_state(a->db) != DB_READY)
		return;
	stop_listening(a);
	if (!a->stale)
		return;
	struct view *top = meeting_list(a, &id);
	a->stale = false;
	if (!top)
		return;
	list_reload(top->self);
	requests_take(a);
}
