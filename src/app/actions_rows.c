/* Actions on lists and forms: open, new, delete, export, saved filters. See actions.h. */
#include "app/actions.h"

#include "app/chair.h"
#include "app/meeting.h"
#include "app/requests.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/pattern.h"
#include "screen/form.h"
#include "screen/list.h"
#include "screen/page.h"
#include "screen/text_view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- opening screens ---- */

static bool match_pattern(void *context, const char *pattern, const char *text)
{
	(void)context;
	return pattern_matches(pattern, text);
}

static const char *module_text(void *context, const char *abbreviation)
{
	const struct app *a = context;
	for (size_t i = 0; a->modules && i < a->modules->rows; i++)
		if (strcmp(rowset_text(a->modules, i, "abbreviation"), abbreviation) == 0)
			return rowset_text(a->modules, i, "text");
	return NULL;
}

static struct view *push_screen(struct app *a, const struct screen *s)
{
	struct form_hooks hooks = { .context = a, .match = match_pattern, .module = module_text, .today = date_today() };
	switch (s->kind) {
	case SCREEN_KIND_LIST:
		return app_push(a, &list_class, s, list_new(s));
	case SCREEN_KIND_PAGE:
		return app_push(a, &page_class, s, page_new(s));
	case SCREEN_KIND_FORM:
		return app_push(a, &form_class, s, form_new(s, &hooks));
	case SCREEN_KIND_TEXT:
		return app_push(a, &text_view_class, s, text_view_new(s, s->title, ""));
	default:
		return NULL;
	}
}

/* The identifier of the meeting a row stands for. */
static int64_t row_meeting(const struct view *v)
{
	const char *id = v ? view_value(v, "meeting_id") : NULL;
	if (!id && v)
		id = view_value(v, "id");
	if (!id && v)
		id = view_param(v, "meeting_id");
	return id ? strtoll(id, NULL, 10) : 0;
}

struct view *app_open_screen(struct app *a, const char *name)
{
	const struct screen *s = screen_set_find(&a->screens, name);
	struct view *below = stack_top(&a->stack);
	if (!s) {
		message_warn(&a->message, _("Den Bildschirm „%s“ gibt es nicht."), name);
		return NULL;
	}
	if (strcmp(s->name, "chair") == 0) {
		chair_open(a, a->meeting ? meeting_id(a->meeting) : row_meeting(below));
		return stack_top(&a->stack);
	}
	if (s->kind == SCREEN_KIND_TABLE) {
		meeting_open(a, row_meeting(below));
		return stack_top(&a->stack);
	}
	struct view *v = push_screen(a, s);
	if (!v)
		return NULL;
	view_fill_params(v, below, app_session, a);
	if (s->kind == SCREEN_KIND_TEXT && s->query)
		requests_text(a, v);
	return v;
}

/* An empty list has no row to take a parameter from: what it was opened with itself holds for its new rows. */
static void inherit_params(struct view *v, const struct view *list)
{
	for (size_t i = 0; i < v->screen->params.len; i++) {
		const struct screen_param *p = vec_at(&v->screen->params, i);
		if (!view_param(v, p->name) && strcmp(p->name, "id") != 0 && view_param(list, p->name))
			view_set_param(v, p->name, view_param(list, p->name));
	}
}

/* A new row begins with what it was opened for: parameters named like a field. */
static void start_form(struct view *v)
{
	struct vec names = VEC_OF(const char *), values = VEC_OF(const char *);
	for (size_t i = 0; i < v->screen->params.len; i++) {
		const struct screen_param *p = vec_at(&v->screen->params, i);
		const char *value = view_param(v, p->name);
		if (!value || strcmp(p->name, "id") == 0)
			continue;
		vec_push(&names, &p->name);
		vec_push(&values, &value);
	}
	struct rowset *given = rowset_new(names.len, names.data);
	rowset_add(given, values.data);
	view_set_param(v, "id", NULL);
	form_start(v->self, given);
	rowset_free(&given);
	vec_clear(&names);
	vec_clear(&values);
}

static void open_form(struct app *a, struct view *list, const struct screen *s, bool new_row)
{
	struct view *v = push_screen(a, s);
	if (!v)
		return;
	view_fill_params(v, list, app_session, a);
	inherit_params(v, list);
	if (new_row)
		start_form(v);
}

void actions_open_form(struct app *a, struct view *list, bool new_row)
{
	const struct screen *from = list->screen;
	if (list->class == &page_class)
		from = list_screen(page_list(list->self));
	const struct screen *s = from && from->form ? screen_set_find(&a->screens, from->form) : NULL;
	if (!s)
		message_warn(&a->message, "%s", _("Diese Liste hat kein Formular."));
	else if (s->kind != SCREEN_KIND_FORM)
		app_open_screen(a, s->name);
	else
		open_form(a, list, s, new_row);
}

bool actions_open_new(struct app *a, const char *action)
{
	const struct screen *s = strncmp(action, "new_", 4) == 0 ? screen_set_find(&a->screens, action + 4) : NULL;
	struct view *top = stack_top(&a->stack);
	if (!s || s->kind != SCREEN_KIND_FORM || !top)
		return false;
	open_form(a, top, s, true);
	return true;
}

static void run_open_row(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	actions_open_form(a, top, false);
}

static void run_new_row(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	actions_open_form(a, top, true);
}

/* ---- deleting, after a question ---- */

static void run_delete_row(struct app *a, struct view *top, const char *argument)
{
	const char *query = top->screen ? top->screen->remove : NULL;
	if (!query) {
		message_warn(&a->message, "%s", _("Hier wird nichts gelöscht."));
		return;
	}
	if (strcmp(argument, "yes") == 0) {
		requests_run(a, top, query, _("Gelöscht. Die Löschung steht im Änderungsjournal."));
		return;
	}
	const char *name = view_value(top, "name");
	if (!name)
		name = view_value(top, "title");
	if (!name && top->class == &list_class)
		name = list_key(top->self);
	char *question = str_format(_("„%s“ löschen?"), name ? name : "");
	app_ask(a, "delete_row", question);
	free(question);
}

/* A memo of a form in $EDITOR. */
static void run_form_editor(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	if (top->class != &form_class || !form_editor_text(top->self))
		return;
	char *text = app_external_edit(a, form_editor_text(top->self));
	if (text)
		form_editor_replace(top->self, text);
	free(text);
}

/* ---- export and saved filters ---- */

static void run_export(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	requests_export(a, top);
}

static void filters_changed(void *context, const struct rowset *rows, const struct err *err)
{
	struct app *a = context;
	struct view *top = stack_top(&a->stack);
	(void)rows;
	if (err)
		message_error_copy(&a->message, err);
	else if (top && top->class == &list_class)
		requests_saved_filters(a, top);
}

static void run_store_filter(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	char *setting = list_setting(top->self);
	const char *params[] = { top->screen->name, list_argument(top->self), setting };
	app_send(a, "save_filter", params, filters_changed, a);
	free(setting);
}

static void run_remove_filter(struct app *a, struct view *top, const char *argument)
{
	const char *params[] = { list_argument(top->self) };
	(void)argument;
	app_send(a, "delete_filter", params, filters_changed, a);
}

static void run_saved_filters(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	requests_saved_filters(a, top);
	top->class->run(top->self, "saved_filters");
}

/* ---- meetings ---- */

static void run_open_table(struct app *a, struct view *top, const char *argument)
{
	int64_t id = *argument ? strtoll(argument, NULL, 10) : row_meeting(top);
	if (id > 0)
		meeting_open(a, id);
	else
		message_warn(&a->message, "%s", _("Keine Sitzung ist gewählt."));
}

static void run_standard_items(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	requests_run(a, top, "add_standard_items", _("Die Standardpunkte des Gremiums stehen auf der Tagesordnung."));
}

static void run_number_agenda(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	requests_run(a, top, "number_agenda", _("Nummern vergeben; nach dem Versand bleiben sie, wie sie sind."));
}

static void run_send_agenda(struct app *a, struct view *top, const char *argument)
{
	if (strcmp(argument, "yes") == 0)
		requests_run(a, top, "send_agenda", _("Die Einladung ist festgestellt; spätere Punkte gelten als Nachtrag."));
	else
		app_ask(a, "send_agenda", _("Tagesordnung als versandt festhalten?"));
}

/* Opens the list or form of a kind with one parameter set. */
static void open_by_id(struct app *a, const char *screen, const char *param, const char *id, const char *label)
{
	struct view *v = app_open_screen(a, screen);
	if (!v || !v->screen || strcmp(v->screen->name, screen) != 0)
		return;
	view_set_param(v, param, id);
	if (label)
		view_set_param(v, "title", label);
}

void actions_jump_to(struct app *a, const char *kind, const char *id, const char *label)
{
	static const struct {
		const char *kind;
		const char *screen;
		const char *param;
	} targets[] = {
		{ "person", "person", "id" },
		{ "organization", "organization", "id" },
		{ "meeting", "agenda", "meeting_id" },
		{ "agenda_item", "agenda_item", "id" },
	};
	for (size_t i = 0; i < sizeof(targets) / sizeof(*targets); i++)
		if (strcmp(targets[i].kind, kind) == 0)
			open_by_id(a, targets[i].screen, targets[i].param, id, label);
}

const struct action row_actions[] = {
	{ "open_row", NEEDS_ROW | NEEDS_FORM_OF, run_open_row, N_("Öffnet die gewählte Zeile.") },
	{ "edit_row", NEEDS_ROW | NEEDS_FORM_OF, run_open_row, N_("Öffnet die gewählte Zeile zum Ändern.") },
	{ "new_row", NEEDS_FORM_OF, run_new_row, N_("Legt einen neuen Eintrag an.") },
	{ "delete_row", NEEDS_ROW, run_delete_row, N_("Löscht die gewählte Zeile, nach Rückfrage.") },
	{ "export_csv", NEEDS_LIST, run_export, N_("Schreibt, was gezeigt wird, in eine CSV-Datei.") },
	{ "saved_filters", NEEDS_LIST, run_saved_filters, N_("Zeigt die gespeicherten Filter; Enter wendet einen an, ^S speichert den jetzigen, Entf löscht.") },
	{ "store_filter", NEEDS_LIST, run_store_filter, N_("Speichert den jetzigen Filter unter einem Namen.") },
	{ "remove_filter", NEEDS_LIST, run_remove_filter, N_("Löscht einen gespeicherten Filter.") },
	{ "open_table", NEEDS_NOTHING, run_open_table, N_("Öffnet den Sitzungstisch der gewählten Sitzung.") },
	{ "standard_items", NEEDS_LIST, run_standard_items, N_("Setzt die Standardpunkte des Gremiums auf die Tagesordnung.") },
	{ "number_agenda", NEEDS_LIST, run_number_agenda, N_("Vergibt die Nummern der Tagesordnung: Standardpunkte vorn und hinten, je Teil ab 1.") },
	{ "form_editor", NEEDS_NOTHING, run_form_editor, N_("Schreibt das Textfeld im eigenen Editor ($EDITOR) weiter.") },
	{ "send_agenda", NEEDS_NOTHING, run_send_agenda, N_("Hält die Tagesordnung als versandt fest, nach Rückfrage.") },
	{ NULL, 0, NULL, NULL },
};
