/*
 * Statutes that are edited on the screen (statute_edit.h): what was typed is
 * read with the rest of the statute and what it stands on; faults go back into
 * the form; without any, what would be stored is shown, and stored by the
 * function that loads files. See actions.h.
 */
#include "app/actions.h"

#include "app/statute_edit.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "screen/form.h"
#include "screen/list.h"
#include "screen/text_view.h"

#include <stdlib.h>
#include <string.h>

#define FIELD "text"
#define NO_STATUTE "0" /* seen: there must be none of that name yet */

/* Under way between the answers of the database. */
struct saving {
	struct app *a;
	unsigned serial; /* of the form */
	bool store;      /* what would be stored was shown */
	char *id;        /* of the statute; NULL: a new one */
	struct statute_edit edit;
};

static void finish(struct saving *s)
{
	statute_edit_clear(&s->edit);
	free(s->id);
	free(s);
}

/* NULL: the form was left in the meantime. */
static struct view *form_of(const struct saving *s)
{
	struct view *top = stack_top(&s->a->stack);
	return top && top->serial == s->serial ? top : NULL;
}

static void refused(struct saving *s, const struct err *err)
{
	struct view *form = form_of(s);
	if (form) {
		form_error(form->self, err);
		message_keep(&s->a->message, err);
	} else
		message_error_copy(&s->a->message, err);
	finish(s);
}

/* ---- what came of it ---- */

static void show_faults(struct saving *s, struct view *form)
{
	struct str faults = { 0 };
	struct err err = { 0 };
	unsigned line = statute_edit_faults(&s->edit, &faults);
	size_t count = s->edit.set.faults.len;
	err_set(&err, _("%zu Fehler im Text; nichts ist gespeichert"), count);
	err_detail(&err, "%s", str_text(&faults));
	err_hint(&err, "%s", _("Die Sprache steht in doc/statutes.md; das Handbuch sagt in 11.3, wie man sie schreibt."));
	form_faults(form->self, FIELD, str_text(&faults), line);
	message_error(&s->a->message, &err);
	str_clear(&faults);
}

static void show_change(struct saving *s)
{
	struct str text = { 0 };
	statute_edit_describe(&s->edit, &text);
	app_show_text(s->a, "fee_statute_change", s->edit.name ? _("Was sich ändert; F2 speichert") : _("Neue Satzung; F2 speichert"), str_text(&text));
	str_clear(&text);
}

/* Lists of the statute go on with the edition that holds what was typed; all read anew. */
static void go_on_with(struct app *a, const char *was, const char *id)
{
	for (size_t i = 0; i < a->stack.views.len; i++) {
		struct view *v = *(struct view **)vec_at(&a->stack.views, i);
		if (v->class != &list_class)
			continue;
		bool of_it = was && str_equal(view_param(v, "statute_id"), was);
		if (of_it && strcmp(was, id) != 0) {
			char *title = mem_strdup_null(view_param(v, "title"));
			view_set_param(v, "statute_id", id);
			if (title)
				view_set_param(v, "title", title);
			free(title);
		}
		list_reload_to(v->self, view_param(v, "statute_id") ? NULL : id);
	}
}

static void stored(void *context, const struct rowset *rows, const struct err *err)
{
	struct saving *s = context;
	struct app *a = s->a;
	if (err) {
		refused(s, err);
		return;
	}
	if (form_of(s))
		stack_pop(&a->stack);
	go_on_with(a, s->id, rowset_text(rows, 0, "id"));
	if (strcmp(rowset_text(rows, 0, "outcome"), "added") == 0)
		message_info(&a->message, _("Gespeichert als Entwurf, Ausgabe %s; in der Liste setzt i ihn in Kraft."),
			rowset_text(rows, 0, "edition"));
	else
		message_info(&a->message, "%s", _("Gespeichert."));
	finish(s);
}

static void store(struct saving *s)
{
	struct str document = { 0 };
	statute_edit_document(&s->edit, &document);
	const char *params[] = { app_session(s->a, "body_id"), str_text(&document), s->edit.seen ? s->edit.seen : NO_STATUTE };
	app_send(s->a, "load_statute", params, stored, s);
	str_clear(&document);
}

/* ---- reading ---- */

static void tops_there(void *context, const struct rowset *rows, const struct err *err)
{
	struct saving *s = context;
	if (err) {
		refused(s, err);
		return;
	}
	for (size_t i = 0; i < rows->rows; i++)
		statute_edit_add(&s->edit, rowset_text(rows, i, "name"), rowset_text(rows, i, FIELD));
	statute_edit_check(&s->edit);
	if (form_of(s))
		show_change(s);
	finish(s);
}

/* Without fault and not shown yet. */
static void prepare_change(struct saving *s)
{
	const char *params[] = { app_session(s->a, "body_id"), s->edit.name };
	if (params[1]) {
		app_send(s->a, "statute_top_texts", params, tops_there, s);
		return;
	}
	show_change(s);
	finish(s);
}

static void judge(struct saving *s)
{
	struct view *form = form_of(s);
	bool ok = statute_edit_check(&s->edit);
	if (form && !ok)
		show_faults(s, form);
	else if (form && !statute_edit_is_changed(&s->edit))
		message_info(&s->a->message, "%s", _("Nichts ist geändert."));
	else if (form && s->store) {
		store(s);
		return;
	} else if (form) {
		prepare_change(s);
		return;
	}
	finish(s);
}

static void bases_there(void *context, const struct rowset *rows, const struct err *err)
{
	struct saving *s = context;
	if (err) {
		refused(s, err);
		return;
	}
	for (size_t i = 0; i < rows->rows; i++)
		statute_edit_add(&s->edit, rowset_text(rows, i, "name"), rowset_text(rows, i, FIELD));
	judge(s);
}

static void read_text(struct saving *s)
{
	struct view *form = form_of(s);
	if (!form) {
		finish(s);
		return;
	}
	const char *typed = form_param(form->self, FIELD);
	statute_edit_read(&s->edit, view_param(form, "part"), typed ? typed : "");
	const char *params[] = { app_session(s->a, "body_id"), statute_edit_based_on(&s->edit) };
	if (params[1])
		app_send(s->a, "statute_base_texts", params, bases_there, s);
	else
		judge(s);
}

/* Between what was shown and what is to be stored nobody else may have stored. */
static bool is_stale(const struct saving *s, const struct view *form)
{
	const char *seen = form_param(form->self, "version");
	return seen && !str_equal(seen, statute_edit_version(&s->edit, view_param(form, "part")));
}

static void frame_there(void *context, const struct rowset *rows, const struct err *err)
{
	struct saving *s = context;
	struct view *form = form_of(s);
	if (err) {
		refused(s, err);
		return;
	}
	if (form && rows->rows > 0)
		statute_edit_frame(&s->edit, rows);
	if (!form || rows->rows == 0 || is_stale(s, form)) {
		message_warn(&s->a->message, "%s", _("Die Satzung wurde inzwischen geändert; F2 zeigt beide Fassungen."));
		finish(s);
		return;
	}
	read_text(s);
}

static void begin(struct app *a, struct view *form, bool yes)
{
	struct saving *s = mem_zalloc(1, sizeof(*s));
	*s = (struct saving){ .a = a, .serial = form->serial, .store = yes };
	s->id = mem_strdup_null(view_param(form, "statute_id"));
	s->edit.pieces = (struct vec)VEC_OF(struct statute_piece);
	const char *params[] = { s->id };
	if (s->id)
		app_send(a, "statute_frame", params, frame_there, s);
	else
		read_text(s);
}

/* Forms of other things have a statute, too, but no part of its text. */
static bool is_form(const struct view *v)
{
	return v && v->class == &form_class && (view_param(v, "part") || !view_param(v, "statute_id"));
}

static void run_store(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	if (is_form(top))
		begin(a, top, false);
	else
		message_warn(&a->message, "%s", _("Das geht nur in seinem Formular."));
}

static void run_store_shown(struct app *a, struct view *top, const char *argument)
{
	struct view *form = stack_below(&a->stack);
	(void)argument;
	if (!top || top->class != &text_view_class || !is_form(form)) {
		message_warn(&a->message, "%s", _("Das geht nur in seinem Formular."));
		return;
	}
	stack_pop(&a->stack);
	begin(a, stack_top(&a->stack), true);
}

const struct action statute_actions[] = {
	{ "fee_store_statute", NEEDS_NOTHING, run_store, N_("Prüft den Wortlaut einer Satzung oder eines Teils und zeigt, was sich ändert.") },
	{ "fee_store_shown", NEEDS_NOTHING, run_store_shown, N_("Speichert die Satzung, wie sie gezeigt ist.") },
	{ NULL, 0, NULL, NULL },
};
