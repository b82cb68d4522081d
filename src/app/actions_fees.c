/* Actions of the fee screens: runs go on, meetings are confirmed, months closed. See actions.h. */
#include "app/actions.h"

#include "app/requests.h"
#include "base/i18n.h"

#include <string.h>

/* A column of the row, or what the list was opened with; never NULL. */
static const char *value_of(const struct view *top, const char *name)
{
	const char *value = top ? view_value(top, name) : NULL;
	if (!value && top)
		value = view_param(top, name);
	return value ? value : "";
}

/* Does what was asked after a yes, else asks. */
static void ask_first(struct app *a, struct view *top, const char *argument, const char *action, const char *question,
                      const char *query, const char *done)
{
	if (strcmp(argument, "yes") == 0)
		requests_run(a, top, query, done);
	else
		app_ask(a, action, question);
}

static void run_advance(struct app *a, struct view *top, const char *argument)
{
	const char *state = value_of(top, "run_state");
	if (strcmp(state, "dry") == 0)
		ask_first(a, top, argument, "fee_advance", _("Diese Probe festschreiben? Ihre Posten ändern sich dann nie mehr."), "commit_run",
			_("Festgeschrieben. Freigeben muss jemand anders."));
	else if (strcmp(state, "committed") == 0)
		ask_first(a, top, argument, "fee_advance", _("Diesen Lauf zur Zahlung freigeben?"), "release_run",
			_("Freigegeben; er kann gezahlt werden."));
	else
		message_info(&a->message, "%s", _("Dieser Lauf ist freigegeben; er kann gezahlt werden."));
}

static void run_again(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	requests_run(a, top, "again_run", _("Neu gerechnet."));
}

static void run_drop(struct app *a, struct view *top, const char *argument)
{
	ask_first(a, top, argument, "fee_drop", _("Diese Probe verwerfen?"), "drop_run", _("Verworfen."));
}

const struct action fee_actions[] = {
	{ "fee_advance", NEEDS_ROW, run_advance, N_("Schreibt eine Probe fest; gibt einen festgeschriebenen Lauf frei (jemand anders). Nach Rückfrage.") },
	{ "fee_again", NEEDS_ROW, run_again, N_("Rechnet die Monate des Laufs als neue Probe.") },
	{ "fee_drop", NEEDS_ROW, run_drop, N_("Verwirft eine Probe oder Simulation, nach Rückfrage.") },
	{ NULL, 0, NULL, NULL },
};
