/* The dispatcher and the actions that work everywhere. See actions.h. */
#include "app/actions.h"

#include "app/meeting.h"
#include "app/requests.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "screen/action.h"
#include "screen/form.h"
#include "screen/list.h"
#include "screen/page.h"
#include "screen/text_view.h"

#include <stdlib.h>
#include <string.h>

static const struct action *const families[] = { global_actions, row_actions, document_actions, fee_actions, statute_actions, fee_file_actions };
#define FAMILIES (sizeof(families) / sizeof(*families))

const char **actions_names(void)
{
	struct vec names = VEC_OF(const char *);
	for (size_t f = 0; f < FAMILIES; f++)
		for (const struct action *x = families[f]; x->name; x++)
			vec_push(&names, &x->name);
	for (size_t f = 0; table_families[f]; f++)
		for (const struct table_action *x = table_families[f]; x->name; x++)
			vec_push(&names, &x->name);
	for (size_t i = 0; i < screen_actions_count; i++)
		vec_push(&names, &screen_actions[i].name);
	vec_add(&names); /* NULL ends it */
	return names.data;
}

static const struct action *find_action(const char *name)
{
	for (size_t f = 0; f < FAMILIES; f++)
		for (const struct action *x = families[f]; x->name; x++)
			if (strcmp(x->name, name) == 0)
				return x;
	return NULL;
}

const char *actions_help(void *context, const char *name)
{
	const struct app *a = context;
	const struct action *own = find_action(name);
	const struct table_action *table = table_action_find(name);
	const struct screen_action *engine = screen_action_find(name);
	if (own)
		return _(own->help);
	if (table)
		return _(table->help);
	if (engine)
		return _(engine->help);
	if (a && strncmp(name, "open_", 5) == 0 && screen_set_find(&a->screens, name + 5))
		return screen_set_find(&a->screens, name + 5)->title;
	if (a && strncmp(name, "new_", 4) == 0 && screen_set_find(&a->screens, name + 4))
		return screen_set_find(&a->screens, name + 4)->title;
	return NULL;
}

/* What identifies the row a view stands on; NULL: none. */
static const char *selected_row(const struct view *top)
{
	if (top && top->class == &list_class)
		return list_key(top->self);
	return top ? view_value(top, "id") : NULL;
}

/* What is missing, in words; NULL: nothing. */
static const char *missing(const struct app *a, const struct view *top, unsigned needs)
{
	bool list = top && (top->class == &list_class || top->class == &page_class);
	if (needs & (NEEDS_LIST | NEEDS_FORM_OF) && !list)
		return _("Das geht nur in einer Liste.");
	if (needs & NEEDS_ROW && !selected_row(top))
		return _("Keine Zeile ist gewählt.");
	if (needs & NEEDS_FORM_OF && (!top->screen || (top->class == &list_class && !top->screen->form)))
		return _("Diese Liste hat kein Formular.");
	if (needs & NEEDS_MINUTES && (!a->record || !top || !top->screen || top->screen->kind != SCREEN_KIND_TEXT || top->screen->query))
		return _("Das geht nur in der Niederschrift.");
	if (needs & NEEDS_MEETING && !a->meeting)
		return _("Kein Sitzungstisch ist offen.");
	return NULL;
}

static void after_engine_action(struct app *a, struct view *top, unsigned result)
{
	if (result & SCREEN_ACTION)
		app_run_action(a, top->class->action(top->self), "");
}

void app_run_action(struct app *a, const char *name, const char *argument)
{
	struct view *top = stack_top(&a->stack);
	const struct action *action = find_action(name);
	if (!action && strncmp(name, "open_", 5) == 0 && screen_set_find(&a->screens, name + 5)) {
		app_open_screen(a, name + 5);
		return;
	}
	if (!action && actions_open_new(a, name))
		return;
	if (!action) {
		unsigned result = top && top->class->run ? top->class->run(top->self, name) : SCREEN_IGNORED;
		if (result == SCREEN_IGNORED)
			message_warn(&a->message, _("„%s“ geht hier nicht."), name);
		else
			after_engine_action(a, top, result);
		return;
	}
	const char *why = missing(a, top, action->needs);
	if (why)
		message_warn(&a->message, "%s", why);
	else
		action->run(a, top, argument);
}

/* ---- command line, questions ---- */

void actions_run_command(struct app *a, const char *word, const char *argument)
{
	const struct screen *s = screen_set_find(&a->screens, word);
	if (s && s->kind == SCREEN_KIND_FORM)
		message_warn(&a->message, _("„%s“ öffnet sich aus seiner Liste."), word); /* it needs the right row */
	else if (s)
		app_open_screen(a, word);
	else if (find_action(word) || screen_action_find(word))
		app_run_action(a, word, argument);
	else
		message_warn(&a->message, _("„%s“ gibt es nicht. Tab vervollständigt."), word);
}

void app_ask(struct app *a, const char *action, const char *question)
{
	mem_replace(&a->asking, action);
	free(a->question);
	a->question = str_format(" %s" QUESTION_GAP "%s", question, _("j ja, jede andere Taste nein"));
}

void actions_answer(struct app *a, char32_t key)
{
	char *action = a->asking;
	a->asking = NULL;
	if (key == 'j' || key == 'J' || key == 'y')
		app_run_action(a, action, "yes");
	else
		message_info(&a->message, "%s", _("Nicht getan."));
	free(action);
}

/* ---- everywhere ---- */

static void run_quit(struct app *a, struct view *top, const char *argument)
{
	(void)top;
	if (a->meeting && meeting_unsaved(a->meeting) > 0 && strcmp(argument, "yes") != 0)
		app_ask(a, "quit", _("Es warten Ereignisse auf den Server (sie bleiben im Journal). Trotzdem beenden?"));
	else
		a->quit = true;
}

static void run_back(struct app *a, struct view *top, const char *argument)
{
	(void)top;
	(void)argument;
	app_back(a);
}

static void run_help(struct app *a, struct view *top, const char *argument)
{
	struct help_source source = { a, actions_help };
	(void)argument;
	if (top && top->screen)
		app_push(a, &text_view_class, NULL, help_view(top->screen, &source));
}

static void run_command(struct app *a, struct view *top, const char *argument)
{
	(void)top;
	(void)argument;
	a->commanding = true;
	command_open(&a->command);
}

static void run_jump(struct app *a, struct view *top, const char *argument)
{
	(void)top;
	(void)argument;
	a->jumping = true;
	jump_open(&a->jump);
}

static void run_error(struct app *a, struct view *top, const char *argument)
{
	char *text = message_full(&a->message);
	(void)top;
	(void)argument;
	if (text)
		app_show_text(a, NULL, _("Die letzte Meldung in voller Länge"), text);
	else
		message_info(&a->message, "%s", _("Es gab noch keinen Fehler."));
	free(text);
}

static void run_suspend(struct app *a, struct view *top, const char *argument)
{
	(void)top;
	(void)argument;
	a->suspend = true;
}

static void run_redraw(struct app *a, struct view *top, const char *argument)
{
	(void)top;
	(void)argument;
	a->repaint = true;
}

const struct action global_actions[] = {
	{ "quit", NEEDS_NOTHING, run_quit, N_("Beendet das Programm.") },
	{ "back", NEEDS_NOTHING, run_back, N_("Zurück zum Bildschirm davor.") },
	{ "help", NEEDS_NOTHING, run_help, N_("Zeigt alle Tasten dieses Bildschirms.") },
	{ "command", NEEDS_NOTHING, run_command, N_("Befehlszeile: Aktion oder Bildschirm beim Namen nennen; Tab vervollständigt.") },
	{ "jump", NEEDS_NOTHING, run_jump, N_("Springt zu Sitzung, Person, Gremium oder Vorlage nach einem Stück Name oder Nummer.") },
	{ "show_error", NEEDS_NOTHING, run_error, N_("Zeigt die letzte Fehlermeldung mit Einzelheiten und Rat.") },
	{ "suspend", NEEDS_NOTHING, run_suspend, N_("Hält das Programm an; fg in der Shell setzt es fort.") },
	{ "redraw", NEEDS_NOTHING, run_redraw, N_("Malt den Bildschirm neu.") },
	{ NULL, 0, NULL, NULL },
};
