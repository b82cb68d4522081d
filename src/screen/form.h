/*
 * A form: one row, field by field, in the order of the screen file.
 *
 * Keys: Tab Backtab Up Down move, Enter next field (pick: opens its list),
 * F2 or ^S save, Esc leave (asks when something changed). In a pick field a
 * letter opens its list with it. Errors stand at the field. What was typed is
 * never lost: after a failed save the form is as it was.
 *
 * Life: form_new, form_load with the row of the load query (or none: a new
 * row), SCREEN_SAVE, the program runs the save query with form_param for each
 * of its parameters, then form_saved, form_error or, when the save query gave
 * no row because somebody else was faster, form_collide with the row as it is now. Then each field that
 * both changed is shown three times (mine, theirs, before), and mine, theirs is
 * chosen per field with m and t; F2 saves again over their version.
 */
#ifndef SCREEN_FORM_H
#define SCREEN_FORM_H

#include "base/canvas.h"
#include "base/err.h"
#include "base/event.h"
#include "base/rowset.h"
#include "screen/editor.h"
#include "screen/screen_file.h"
#include "screen/view.h"

#include <stdbool.h>
#include <stdint.h>

struct form;

/* What a form needs from outside; members may be NULL. */
struct form_hooks {
	void *context;
	bool (*match)(void *context, const char *pattern, const char *text);
	editor_module_fn *module;
	int32_t today; /* for typed dates */
};

extern const struct view_class form_class; /* self is a struct form */

/* The screen must outlive the form. When it has a query the first request is for its row (plain). */
struct form *form_new(const struct screen *screen, const struct form_hooks *hooks);
void form_free(struct form **f);

/* A new row: presets, no request. values may name further presets (one row), or be NULL. */
void form_start(struct form *f, const struct rowset *values);

/* The row as it is stored; an empty set: the row is gone (error shown). */
void form_load(struct form *f, const struct rowset *row);

void form_resize(struct form *f, int rows, int cols);
unsigned form_event(struct form *f, const struct event *e);
bool form_take_request(struct form *f, struct screen_request *r);
unsigned form_feed(struct form *f, unsigned number, const struct rowset *rows);
const char *form_action(const struct form *f);
void form_speak(const struct form *f, struct speech *out);
void form_draw(const struct form *f, struct canvas *c, struct area area);

bool form_is_changed(const struct form *f);
bool form_is_new(const struct form *f);

/*
 * Value for a parameter of the save query: id and version of the row, or a
 * field, in the database's form. NULL: absent.
 */
const char *form_param(const struct form *f, const char *name);

/* The save query's row: id and version. What is in the form is now what is stored. */
void form_saved(struct form *f, const struct rowset *row);

/* After form_saved of a new row: empty for the next, which begins with the values the save query gave, in the field 'again' names. */
void form_again(struct form *f, const struct rowset *values);

/* Shows an error of the server at the field err->field names, else above the form. Copies. */
void form_error(struct form *f, const struct err *e);

/*
 * What is wrong with single lines of a memo, one fault a line, shown below it until it is saved again; the cursor goes
 * to that line (1: the first; 0: it stays). Copies.
 */
void form_faults(struct form *f, const char *field, const char *faults, unsigned line);

void form_collide(struct form *f, const struct rowset *theirs);
bool form_is_colliding(const struct form *f);

/* The memo text that $EDITOR is wanted for (SCREEN_EDITOR), and what came back. */
const char *form_editor_text(const struct form *f);
void form_editor_replace(struct form *f, const char *text);

#endif
