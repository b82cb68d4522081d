/* The projector: which meeting, and following it. See projector.h; the picture is in projector_draw.c. */
#include "app/projector.h"

#include "app/app.h"
#include "app/live.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "db/sqlstate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A notification may be lost with a connection that only seems to live: then a question finds out. */
#define ASK_SECONDS 15
#define PATIENCE_SECONDS 5

#define K_CTRL_C 3

static void ask(struct projector *p);

static bool same_rows(const struct rowset *a, const struct rowset *b)
{
	if (!a || !b || a->rows != b->rows || a->cols != b->cols)
		return false;
	for (size_t i = 0; i < a->rows * a->cols; i++)
		if (!str_equal(a->values[i], b->values[i]))
			return false;
	return true;
}

static void send_id(struct projector *p, const char *query, db_done *done)
{
	char id[24];
	snprintf(id, sizeof(id), "%lld", (long long)p->id);
	const char *params[] = { id };
	app_send(p->app, query, params, done, done ? p : NULL);
}

/* The answer is there, whatever it is; false: the connection broke, nothing else is known. */
static bool answered(struct projector *p, const struct err *err)
{
	p->asking = false;
	p->waited = 0;
	p->lost = err && sqlstate_is_connection(err->code);
	if (p->lost)
		return false;
	p->seen = moment_now();
	if (err)
		str_set(&p->note, err->what);
	return true;
}

/* What was noticed while the question was under way is asked for after it. */
static void ask_again(struct projector *p)
{
	bool again = p->again && !p->lost;
	p->again = false;
	if (again)
		ask(p);
}

static void picture_there(void *context, const struct rowset *rows, const struct err *err)
{
	struct projector *p = context;
	if (!answered(p, err))
		return;
	if (!err)
		str_set(&p->note, rows->rows > 0 ? "" : _("Diese Sitzung gibt es nicht, oder sie ist noch nicht bekanntgemacht."));
	if (err || !same_rows(p->picture, rows)) {
		rowset_free(&p->picture);
		p->picture = err ? NULL : rowset_copy(rows);
		p->ticks = 0;
	}
	if (p->wanted == 0 && rows && strcmp(rowset_text(rows, 0, "state"), "closed") == 0)
		p->id = 0; /* black, until the next meeting runs */
	ask_again(p);
}

/* Several meetings may run at once: to choose one could show it in the wrong hall. */
static void say_running(struct projector *p, const struct rowset *rows)
{
	if (rows->rows == 0) {
		str_set(&p->note, p->picture ? "" : _("Es läuft keine öffentliche Sitzung. Der Beamer wartet."));
		return;
	}
	str_set(&p->note, _("Mehrere Sitzungen laufen; beim Start die Nummer nennen:"));
	for (size_t i = 0; i < rows->rows; i++)
		str_addf(&p->note, "\nratstisch projector %s   (%s %s)", rowset_text(rows, i, "id"), rowset_text(rows, i, "organization"),
		         rowset_text(rows, i, "number"));
}

static void running_there(void *context, const struct rowset *rows, const struct err *err)
{
	struct projector *p = context;
	if (!answered(p, err))
		return;
	if (!err && rows->rows == 1) {
		p->id = rowset_int(rows, 0, "id");
		send_id(p, "attend_projector", NULL);
		p->again = true;
	} else if (!err) {
		say_running(p, rows);
	}
	ask_again(p);
}

static void ask(struct projector *p)
{
	if (p->asking) {
		p->again = true;
		return;
	}
	p->asking = true;
	p->waited = 0;
	if (p->id)
		send_id(p, "projector_picture", picture_there);
	else
		app_send(p->app, "running_meetings", NULL, running_there, p);
}

static void notified(void *self, int64_t meeting_id, int64_t seq)
{
	struct projector *p = self;
	(void)seq; /* the picture is asked for as a whole */
	if (p->id == 0 || meeting_id == p->id)
		ask(p);
}

static void connection(void *self, enum db_state state)
{
	struct projector *p = self;
	p->lost = state != DB_READY;
	if (p->lost)
		return;
	if (p->id)
		send_id(p, "attend_projector", NULL); /* the lamp went out with the old connection */
	ask(p);
}

static void tick(struct projector *p)
{
	p->ticks++;
	p->waited++;
	if (p->asking && p->waited > PATIENCE_SECONDS)
		p->lost = true;
	if (p->app && !p->asking && p->waited >= ASK_SECONDS)
		ask(p);
}

static unsigned on_event(void *self, const struct event *e)
{
	struct projector *p = self;
	if (e->type == EVENT_TICK)
		tick(p);
	bool ends = e->key == 'q' || e->key == 'Q' || e->key == K_ESC || e->key == K_CTRL_C;
	return e->type == EVENT_KEY && ends ? SCREEN_ACTION : SCREEN_HANDLED;
}

static const char *on_action(const void *self)
{
	(void)self;
	return "quit";
}

static void on_draw(const void *self, struct canvas *c, struct area area)
{
	projector_draw(self, c, area);
}

static void on_speak(const void *self, struct speech *out)
{
	projector_speak(self, out);
}

static void on_free(void *self)
{
	struct projector *p = self;
	if (p->app) {
		db_forget(p->app->db, p);
		p->app->listener = (struct app_listener){ 0 };
	}
	rowset_free(&p->picture);
	str_clear(&p->note);
	free(p);
}

const struct view_class projector_class = {
	.name = "projector",
	.whole = true,
	.event = on_event,
	.draw = on_draw,
	.free = on_free,
	.speak = on_speak,
	.action = on_action,
};

void projector_open(struct app *a, int64_t meeting)
{
	struct projector *p = mem_zalloc(1, sizeof(*p));
	p->app = a;
	p->wanted = p->id = meeting;
	p->seen = MOMENT_NONE;
	a->listener = (struct app_listener){ p, notified, connection };
	app_push(a, &projector_class, NULL, p);
	live_listen(a);
	if (p->id)
		send_id(p, "attend_projector", NULL);
	ask(p);
}
