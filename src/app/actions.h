/*
 * The action table of the program: what a key, or the command line, can call.
 *
 * A row says what the action needs; the dispatcher checks it once, so that
 * handlers stay small. Besides these rows there are the actions of the screen
 * engine (screen/action.h), those of the meeting table (app/table.h), and
 * open_NAME for every screen NAME.
 */
#ifndef APP_ACTIONS_H
#define APP_ACTIONS_H

#include "app/app.h"

enum action_needs {
	NEEDS_NOTHING = 0,
	NEEDS_ROW = 1 << 0,     /* a row is selected */
	NEEDS_LIST = 1 << 1,    /* the top view is a list */
	NEEDS_FORM_OF = 1 << 2, /* the list names a form */
	NEEDS_MINUTES = 1 << 3, /* the minutes are shown */
	NEEDS_MEETING = 1 << 4, /* a meeting table is open */
};

struct action {
	const char *name;
	unsigned needs;
	void (*run)(struct app *a, struct view *top, const char *argument);
	const char *help; /* one sentence, marked for translation */
};

extern const struct action global_actions[], row_actions[], document_actions[], fee_actions[], statute_actions[], fee_file_actions[];

/* All names that there are, with open_NAME for no screen; the array (not the names) is the caller's. */
const char **actions_names(void);

/* One translated sentence, or NULL: unknown. open_NAME is known for every screen of the set. */
const char *actions_help(void *app, const char *name);

/* What was typed after ':'. */
void actions_run_command(struct app *a, const char *word, const char *argument);

/* The answer to app_ask. */
void actions_answer(struct app *a, char32_t key);

/* Opens what the global jump found; label stands in the title. */
void actions_jump_to(struct app *a, const char *kind, const char *id, const char *label);

/* Opens the form of the list on top for a row ("" or NULL: a new one). */
void actions_open_form(struct app *a, struct view *list, bool new_row);

/* new_NAME: the form NAME for a new row, over any screen. false: there is no such form. */
bool actions_open_new(struct app *a, const char *action);

#endif
