/*
 * The running program: open views, connection, messages, and the loop that
 * drives them.
 *
 * One turn of the loop: poll terminal and database together; give each key to
 * the top view; do what the view asks (actions, requests to the database);
 * feed the answers; paint once. Scripts run the same turn without a terminal:
 * a key is given when nothing is under way any more.
 */
#ifndef APP_APP_H
#define APP_APP_H

#include "app/options.h"
#include "base/canvas.h"
#include "base/rowset.h"
#include "db/db.h"
#include "screen/command.h"
#include "screen/help.h"
#include "screen/jump.h"
#include "screen/message.h"
#include "screen/screen_file.h"
#include "screen/stack.h"
#include "term/term.h"

#include <stdbool.h>

/* Between a question and the keys that answer it. */
#define QUESTION_GAP "   "

struct job;
struct meeting;
struct record;
struct speaker;

/* A view that is told of every event and of the connection; self NULL: there is none. */
struct app_listener {
	void *self;
	void (*notified)(void *self, int64_t meeting_id, int64_t seq);
	void (*connection)(void *self, enum db_state state);
};

struct app {
	const struct options *options;
	struct db *db;
	struct screen_set screens;
	struct stack stack;
	struct message message;
	struct command command;
	bool commanding;
	struct jump jump;
	bool jumping;
	struct vec held;         /* char32_t: keys that wait for the jump */
	struct canvas *canvas;
	struct term *term;       /* NULL in scripts */
	struct speaker *speaker; /* linear mode: lines instead of pictures; else NULL */
	struct rowset *session;  /* one row of session_info; NULL: not known yet */
	struct rowset *modules;  /* text modules for forms; NULL: not there yet */
	char *database;          /* tells databases apart in the state directory */
	struct meeting *meeting; /* the meeting table that is open; NULL: none */
	bool listening; /* the server tells of meetings that go on (live.h) */
	bool stale; /* the list on top shows a meeting that went on */
	struct app_listener listener; /* who follows a meeting without its table: projector, chair */
	struct job *job;         /* work that goes on beside the screen; NULL: none */
	struct record *record;   /* the minutes that are shown; NULL: none */
	const char **action_names; /* for completion, ends in NULL */
	const char **screen_names;
	int lamp_seconds; /* until the projectors are counted again */
	char *asking;   /* action that waits for a yes; NULL: none */
	char *question;
	bool quit;
	bool suspend; /* wanted by the user */
	bool repaint; /* the terminal may show something else: paint all */
};

/* Connects (waiting for the first answer), loads the screens. false and err on failure. */
bool app_init(struct app *a, const struct options *o, struct err *err);
void app_clear(struct app *a);

/* Runs in the terminal until the user quits. */
bool app_run(struct app *a, struct err *err);

/* Asks a question at the bottom; yes runs the action with the argument "yes". */
void app_ask(struct app *a, const char *action, const char *question);

/* One event, and all that follows from it without waiting. */
void app_event(struct app *a, const struct event *e);

/* Database answers that are there, and what follows from them; requests that became due. */
void app_turn(struct app *a);

/* The same without the database: keys that waited, requests that became due are queued. */
void app_obey(struct app *a);

/* Nothing is under way that could still come to an end. */
bool app_is_settled(const struct app *a);

/* Waits until nothing is under way (scripts). false when the connection is gone. */
void app_settle(struct app *a);

/* Draws everything into a->canvas. */
void app_draw(struct app *a);
void app_resize(struct app *a, int rows, int cols);

/* Opens a screen of a screen file over the top view. NULL: there is none of that name (a message says so). */
struct view *app_open_screen(struct app *a, const char *name);
struct view *app_push(struct app *a, const struct view_class *class, const struct screen *screen, void *self);
void app_show_text(struct app *a, const char *screen, const char *title, const char *text);
void app_back(struct app *a);

/* What the jump made of a key or of rows (bits of view.h). */
void app_jumped(struct app *a, unsigned result, char32_t key);

/* Runs an action by name. */
void app_run_action(struct app *a, const char *name, const char *argument);

/* What session_info says, or NULL; also 'account', 'today'. For params of screens. */
const char *app_session(void *app, const char *name);

/* Sends a named query; params by the query's own order. The answer comes to done (NULL: nobody waits for it). */
void app_send(struct app *a, const char *query, const char *const *params, db_done *done, void *context);

/* Text through $EDITOR; the caller frees the result; NULL when nothing came back (a message says why). */
char *app_external_edit(struct app *a, const char *text);

/* The screens of the program and those of the user's directory; faults are in app->screens.faults. */
bool app_load_screens(struct screen_set *set, const char *directory, struct err *err);

#endif
