/* Actions of the fee screens: runs go on, meetings are confirmed, months closed. See actions.h. */
#include "app/actions.h"

#include "app/requests.h"
#include "base/i18n.h"
#include "base/str.h"
#include "screen/list.h"

#include <stdlib.h>
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

/* ---- meetings ---- */

/* The meetings marked, else the one selected, with blanks between them. */
static char *wanted_rows(const struct view *top)
{
	struct str ids = { 0 };
	size_t count;
	const char *const *marked = list_marked(top->self, &count);
	for (size_t i = 0; i < count; i++)
		str_addf(&ids, "%s%s", i > 0 ? " " : "", marked[i]);
	if (count == 0)
		str_add(&ids, list_key(top->self));
	return str_take(&ids);
}

static bool is_list(struct app *a, const struct view *top)
{
	bool ok = top && top->class == &list_class;
	if (!ok)
		message_warn(&a->message, "%s", _("Das geht nur in einer Liste."));
	return ok;
}

static void run_confirm(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	if (!is_list(a, top))
		return;
	char *ids = wanted_rows(top);
	view_set_param(top, "ids", ids);
	requests_run(a, top, "confirm_these", strchr(ids, ' ') ? _("Die vorgemerkten sind bestätigt.") : _("Bestätigt."));
	list_unmark_all(top->self);
	free(ids);
}

static void run_confirm_shown(struct app *a, struct view *top, const char *argument)
{
	struct screen_request r;
	if (!is_list(a, top))
		return;
	list_export_request(top->self, &r);
	view_set_param(top, "filter", r.filter);
	ask_first(a, top, argument, "fee_confirm_shown", _("Alle gezeigten Sitzungen bestätigen, die noch warten?"), "confirm_shown",
		_("Alle gezeigten sind bestätigt."));
}

static void run_unconfirm(struct app *a, struct view *top, const char *argument)
{
	ask_first(a, top, argument, "fee_unconfirm", _("Die Bestätigung zurücknehmen? Der nächste Lauf zahlt die Sitzung dann nicht."),
		"unconfirm_meeting", _("Zurückgenommen."));
}

/* ---- statutes ---- */

static void run_in_force(struct app *a, struct view *top, const char *argument)
{
	view_set_param(top, "replace", "f");
	ask_first(a, top, argument, "fee_in_force", _("Diese Satzung in Kraft setzen?"), "put_statute_in_force", _("In Kraft."));
}

static void run_in_force_instead(struct app *a, struct view *top, const char *argument)
{
	view_set_param(top, "replace", "t");
	ask_first(a, top, argument, "fee_in_force_instead", _("In Kraft setzen? Andere Satzungen gelten dann nur noch davor und danach."),
		"put_statute_in_force", _("In Kraft; andere gelten nur noch davor und danach."));
}

static void run_withdraw(struct app *a, struct view *top, const char *argument)
{
	ask_first(a, top, argument, "fee_withdraw", _("Diese Satzung zurücknehmen? Sie ist dann wieder ein Entwurf."), "withdraw_statute",
		_("Zurückgenommen."));
}

/* ---- months and files ---- */

static void run_close_month(struct app *a, struct view *top, const char *argument)
{
	bool without = strcmp(value_of(top, "runs"), "0") == 0;
	char *question = str_format(without ? _("%s ohne einen Lauf abschließen? Das lässt sich nicht zurücknehmen.")
		: _("%s abschließen? Das lässt sich nicht zurücknehmen."), value_of(top, "period"));
	ask_first(a, top, argument, "fee_close_month", question, "close_month", _("Abgeschlossen."));
	free(question);
}

static void run_sent(struct app *a, struct view *top, const char *argument)
{
	bool posting = strcmp(value_of(top, "kind"), "posting") == 0;
	ask_first(a, top, argument, "fee_sent", posting ? _("Hat die Kasse diese Datei? Sie wird dann nicht mehr zurückgenommen.")
		: _("Hat die Bank diese Datei? Sie wird dann nie wieder geschrieben."), "payment_sent",
		_("Als übergeben festgehalten."));
}

static void run_drop_file(struct app *a, struct view *top, const char *argument)
{
	if (strcmp(value_of(top, "kind"), "posting") == 0)
		ask_first(a, top, argument, "fee_drop_file", _("Diese Buchungsdatei zurücknehmen? Die Kasse darf sie dann nicht mehr einlesen."),
			"drop_payment", _("Zurückgenommen; der Lauf kann eine andere bekommen."));
	else
		ask_first(a, top, argument, "fee_drop_file", _("Diese Datei zurücknehmen? Was sie gezahlt hätte, ist wieder offen."),
			"drop_payment", _("Zurückgenommen; alles ist wieder offen."));
}

/* ---- topics ---- */

static void run_topic(struct app *a, struct view *top, const char *argument)
{
	const char *screen = view_value(top, "screen");
	(void)argument;
	if (screen)
		app_open_screen(a, screen);
	else
		message_warn(&a->message, "%s", _("Diese Zeile öffnet nichts."));
}

const struct action fee_actions[] = {
	{ "fee_advance", NEEDS_ROW, run_advance, N_("Schreibt eine Probe fest; gibt einen festgeschriebenen Lauf frei (jemand anders). Nach Rückfrage.") },
	{ "fee_again", NEEDS_ROW, run_again, N_("Rechnet die Monate des Laufs als neue Probe.") },
	{ "fee_drop", NEEDS_ROW, run_drop, N_("Verwirft eine Probe oder Simulation, nach Rückfrage.") },
	{ "fee_confirm", NEEDS_ROW, run_confirm, N_("Bestätigt die Anwesenheit der vorgemerkten Sitzungen, sonst der gewählten.") },
	{ "fee_confirm_shown", NEEDS_LIST, run_confirm_shown, N_("Bestätigt die Anwesenheit aller gezeigten Sitzungen, nach Rückfrage.") },
	{ "fee_unconfirm", NEEDS_ROW, run_unconfirm, N_("Nimmt eine Bestätigung zurück, nach Rückfrage.") },
	{ "fee_in_force", NEEDS_ROW, run_in_force, N_("Setzt eine Satzung in Kraft, nach Rückfrage; nicht, wenn in ihrer Zeit eine andere gilt.") },
	{ "fee_in_force_instead", NEEDS_ROW, run_in_force_instead, N_("Setzt eine Satzung in Kraft, nach Rückfrage; andere gelten nur noch davor und danach.") },
	{ "fee_withdraw", NEEDS_ROW, run_withdraw, N_("Nimmt eine Satzung zurück, nach der noch nicht abgerechnet ist; sie ist dann ein Entwurf.") },
	{ "fee_close_month", NEEDS_ROW, run_close_month, N_("Schließt einen Monat für Buchungen ab, nach Rückfrage.") },
	{ "fee_sent", NEEDS_ROW, run_sent, N_("Hält fest, dass Bank oder Kasse eine Datei hat, nach Rückfrage.") },
	{ "fee_drop_file", NEEDS_ROW, run_drop_file, N_("Nimmt eine Datei zurück, die Bank oder Kasse nicht hat, nach Rückfrage; was sie gezahlt hätte, ist wieder offen.") },
	{ "open_topic", NEEDS_ROW, run_topic, N_("Öffnet den Bildschirm, den die gewählte Zeile nennt.") },
	{ NULL, 0, NULL, NULL },
};
