/* The running program: life, drawing, events. See app.h. */
#include "app/app.h"

#include "app/job.h"
#include "app/actions.h"
#include "app/live.h"
#include "app/meeting.h"
#include "app/projector_lamp.h"
#include "app/requests.h"
#include "app/speaker.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "screen/keybar.h"
#include "screen/page.h"
#include "screen/text_view.h"

#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- views ---- */

struct view *app_push(struct app *a, const struct view_class *class, const struct screen *screen, void *self)
{
	message_hide(&a->message);
	return stack_push(&a->stack, class, screen, self);
}

void app_back(struct app *a)
{
	if (stack_depth(&a->stack) <= 1) {
		app_run_action(a, "quit", "");
		return;
	}
	stack_pop(&a->stack);
	struct view *top = stack_top(&a->stack);
	if (top->class == &list_class)
		list_reload(top->self);
	else if (top->class == &page_class)
		page_reload(top->self);
}

void app_show_text(struct app *a, const char *screen, const char *title, const char *text)
{
	const struct screen *s = screen ? screen_set_find(&a->screens, screen) : NULL;
	app_push(a, &text_view_class, s, text_view_new(s, title, text));
}

const char *app_session(void *context, const char *name)
{
	const struct app *a = context;
	return a->session && a->session->rows > 0 ? rowset_named(a->session, 0, name) : NULL;
}

/* ---- events ---- */

static void handle(struct app *a, unsigned result)
{
	struct view *top = stack_top(&a->stack);
	if (!top)
		return;
	if (result & SCREEN_BELL && a->term)
		term_bell(a->term);
	if (result & SCREEN_ACTION)
		app_run_action(a, top->class->action(top->self), "");
	else if (result & SCREEN_SAVE)
		requests_save_form(a, top);
	else if (result & SCREEN_EDITOR)
		app_run_action(a, "form_editor", "");
	else if (result & SCREEN_CANCEL)
		app_back(a);
}

static void command_event_in(struct app *a, const struct event *e)
{
	unsigned result = command_event(&a->command, e);
	if (result & (SCREEN_DONE | SCREEN_CANCEL))
		a->commanding = false;
	if (result & SCREEN_DONE && *command_word(&a->command))
		actions_run_command(a, command_word(&a->command), command_argument(&a->command));
}

static void jump_event_in(struct app *a, const struct event *e)
{
	app_jumped(a, jump_event(&a->jump, e), e->key);
}

/* Keys typed while the jump waits for its rows are kept and obeyed after it. */
void app_jumped(struct app *a, unsigned result, char32_t key)
{
	if (result & SCREEN_WAIT)
		vec_push(&a->held, &key);
	if (result & (SCREEN_CANCEL | SCREEN_DONE))
		a->jumping = false;
	if (result & SCREEN_DONE && jump_id(&a->jump))
		actions_jump_to(a, jump_kind(&a->jump), jump_id(&a->jump), jump_label(&a->jump));
}

static void obey_held(struct app *a)
{
	struct event e = { .type = EVENT_KEY };
	while (!a->jumping && a->held.len > 0) {
		e.key = *(char32_t *)vec_at(&a->held, 0);
		vec_remove(&a->held, 0);
		app_event(a, &e);
	}
}

static void view_event(struct app *a, const struct event *e)
{
	if (e->type == EVENT_KEY && a->message.kind != MESSAGE_ERROR)
		message_hide(&a->message);
	handle(a, stack_event(&a->stack, e));
}

void app_event(struct app *a, const struct event *e)
{
	if (a->speaker && speaker_event(a->speaker, e))
		return;
	if (e->type == EVENT_TICK && a->meeting)
		meeting_tick(a->meeting);
	if (e->type == EVENT_TICK && a->meeting)
		projector_lamp_tick(a);
	if (e->type == EVENT_TICK)
		job_tick(a);
	if (a->asking && e->type == EVENT_KEY)
		actions_answer(a, e->key);
	else if (a->commanding && e->type != EVENT_TICK)
		command_event_in(a, e);
	else if (a->jumping && e->type != EVENT_TICK)
		jump_event_in(a, e);
	else
		view_event(a, e);
	requests_take(a);
}

/* Keys that waited for rows are obeyed as soon as those are there. */
void app_obey(struct app *a)
{
	struct event e = { .type = EVENT_KEY };
	obey_held(a);
	while (!a->commanding && !a->jumping && !a->asking && stack_take_key(&a->stack, &e.key)) {
		handle(a, stack_event(&a->stack, &e));
		requests_take(a);
	}
	live_turn(a);
}

void app_turn(struct app *a)
{
	db_process(a->db);
	requests_take(a);
	app_obey(a);
	db_flush(a->db); /* what comes back is the next turn's */
}

bool app_is_settled(const struct app *a)
{
	if (db_pending(a->db) > 0 || db_state(a->db) == DB_CONNECTING)
		return false;
	return !a->meeting || meeting_is_idle(a->meeting);
}

void app_settle(struct app *a)
{
	app_turn(a);
	while (!app_is_settled(a)) {
		struct pollfd p = { db_fd(a->db), db_poll_events(a->db), 0 };
		int timeout = db_timeout(a->db);
		poll(&p, p.fd >= 0 ? 1 : 0, timeout < 0 || timeout > 1000 ? 1000 : timeout + 1);
		app_turn(a);
	}
}

/* ---- drawing ---- */

static bool is_table(const struct view *v)
{
	return v && v->screen && v->screen->kind == SCREEN_KIND_TABLE;
}

/* A question that is longer than the line takes the one above: the keys that answer it, which are its end, stay whole. */
static void draw_question(const struct app *a, int row)
{
	int cols = a->canvas->cols;
	const char *keys = strstr(a->question, QUESTION_GAP);
	if (text_width(a->question) <= cols || !keys || row < 1) {
		canvas_field(a->canvas, row, 0, cols, ATTR_BOLD, a->question);
		return;
	}
	char *asked = mem_strndup(a->question, (size_t)(keys - a->question));
	canvas_field(a->canvas, row - 1, 0, cols, ATTR_BOLD, asked);
	canvas_field(a->canvas, row, 0, cols, ATTR_BOLD, keys + strlen(QUESTION_GAP) - 1);
	free(asked);
}

static void draw_bottom(struct app *a, const struct view *top, int row)
{
	struct area line = { row, 0, 1, a->canvas->cols };
	if (a->commanding)
		command_draw(&a->command, a->canvas, line);
	else if (a->asking)
		draw_question(a, row);
	else if (!is_table(top))
		message_draw(&a->message, a->canvas, line);
}

void app_draw(struct app *a)
{
	struct canvas *c = a->canvas;
	struct view *top = stack_top(&a->stack);
	canvas_erase(c);
	if (!top)
		return;
	if (top->class->whole) {
		top->class->draw(top->self, c, canvas_area(c));
		return;
	}
	bool table = is_table(top);
	struct area area = { 0, 0, c->rows - (table ? 1 : 2), c->cols };
	if (top->screen)
		keybar_draw(top->screen, c, (struct area){ c->rows - 1, 0, 1, c->cols });
	else
		canvas_field(c, c->rows - 1, 0, c->cols, ATTR_REVERSE, _(" Esc zurück  / suchen  n weiter  Bild auf/ab"));
	top->class->draw(top->self, c, area);
	draw_bottom(a, top, c->rows - 2);
	if (a->jumping) {
		struct area half = { c->rows / 3, 0, c->rows - c->rows / 3 - 1, c->cols };
		canvas_fill(c, half, ATTR_NONE, ' ');
		canvas_hline(c, half.row, 0, half.cols);
		jump_draw(&a->jump, c, (struct area){ half.row + 1, 0, half.rows - 1, half.cols });
	}
}

void app_resize(struct app *a, int rows, int cols)
{
	struct event e = { .type = EVENT_RESIZE };
	canvas_resize(a->canvas, rows, cols);
	stack_resize(&a->stack, a->canvas->rows - 2, a->canvas->cols);
	jump_resize(&a->jump, a->canvas->rows - a->canvas->rows / 3 - 2, a->canvas->cols);
	stack_event(&a->stack, &e);
	requests_take(a);
}

/* ---- life ---- */

/* The payload is "meeting:seq". Every account may notify: what is anything else tells of nothing. */
static void notified(void *context, const char *channel, const char *payload)
{
	struct app *a = context;
	int64_t id, seq;
	int end = 0;
	if (strcmp(channel, "ratstisch_meeting") != 0 || sscanf(payload, "%" SCNd64 ":%" SCNd64 "%n", &id, &seq, &end) != 2 || payload[end])
		return;
	if (a->meeting)
		meeting_notified(a->meeting, id, seq);
	live_notified(a, id);
	if (a->listener.self)
		a->listener.notified(a->listener.self, id, seq);
}

static void modules_there(void *context, const struct rowset *rows, const struct err *err)
{
	struct app *a = context;
	if (!err)
		a->modules = rowset_copy(rows);
}

static void connection_changed(void *context, enum db_state state)
{
	struct app *a = context;
	if (state == DB_READY)
		live_connected(a);
	if (a->listener.self)
		a->listener.connection(a->listener.self, state);
	if (a->meeting)
		meeting_connection(a->meeting, state);
	else if (state == DB_LOST)
		message_warn(&a->message, "%s", _("Verbindung verloren; sie wird von selbst neu aufgebaut."));
	else if (a->session)
		message_info(&a->message, "%s", _("Verbindung steht wieder."));
}

static bool connect_database(struct app *a, struct err *err)
{
	if (!db_wait_ready(a->db, err))
		return false;
	a->session = db_call(a->db, query_find("session_info"), NULL, err);
	if (!a->session)
		return false;
	struct rowset *identity = db_call(a->db, query_find("session_identity"), NULL, err);
	if (!identity)
		return false;
	a->database = mem_strdup(rowset_text(identity, 0, "database"));
	rowset_free(&identity);
	if (!*rowset_text(a->session, 0, "roles")) {
		err_set(err, _("das Konto „%s“ hat in dieser Datenbank keine Rechte"), rowset_text(a->session, 0, "account"));
		return err_hint(err, "%s", _("Eine Administratorin legt es unter „Benutzer“ an und erteilt Rechte."));
	}
	db_on_notify(a->db, notified, a);
	db_on_change(a->db, connection_changed, a);
	app_send(a, "text_modules", NULL, modules_there, a);
	return true;
}

/* Names for completion: pointers only, the texts belong to the tables and screens. */
static void collect_names(struct app *a)
{
	a->screen_names = mem_zalloc(a->screens.screens.len + 1, sizeof(char *));
	for (size_t i = 0; i < a->screens.screens.len; i++)
		a->screen_names[i] = (*(struct screen **)vec_at(&a->screens.screens, i))->name;
	a->action_names = actions_names();
}

bool app_init(struct app *a, const struct options *o, struct err *err)
{
	*a = (struct app){ .options = o, .held = VEC_OF(char32_t) };
	stack_init(&a->stack);
	a->canvas = canvas_new(o->rows, o->cols);
	jump_init(&a->jump, "jump");
	a->db = db_open(o->conninfo); /* the server begins its part while the screens are read */
	db_process(a->db);
	if (!app_load_screens(&a->screens, o->screens, err))
		return false;
	collect_names(a);
	command_init(&a->command, a->action_names, a->screen_names);
	if (o->linear)
		a->speaker = speaker_new(a);
	stack_resize(&a->stack, a->canvas->rows - 2, a->canvas->cols);
	jump_resize(&a->jump, a->canvas->rows - a->canvas->rows / 3 - 2, a->canvas->cols);
	return connect_database(a, err);
}

void app_clear(struct app *a)
{
	stack_clear(&a->stack);
	job_forget(a);
	if (a->db)
		db_process(a->db); /* the pen is given back */
	db_close(&a->db);
	speaker_free(&a->speaker);
	command_clear(&a->command);
	jump_clear(&a->jump);
	message_clear(&a->message);
	screen_set_clear(&a->screens);
	canvas_free(&a->canvas);
	rowset_free(&a->session);
	rowset_free(&a->modules);
	vec_clear(&a->held);
	free(a->database);
	free(a->action_names);
	free(a->screen_names);
	free(a->question);
	free(a->asking);
}
