/* Actions on the record of a meeting: minutes, excerpts, files, signature. See actions.h. */
#include "app/actions.h"

#include "app/meeting.h"
#include "app/record.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static void open_record(struct app *a, struct view *top, enum record_document document)
{
	const char *id = top ? view_value(top, "meeting_id") : NULL;
	if (a->record) {
		record_show(a->record, document);
		return;
	}
	if (!id && top)
		id = view_value(top, "id");
	if (!id && top)
		id = view_param(top, "meeting_id");
	int64_t meeting = a->meeting ? meeting_id(a->meeting) : id ? strtoll(id, NULL, 10) : 0;
	if (meeting > 0)
		record_open(a, meeting, document);
	else
		message_warn(&a->message, "%s", _("Keine Sitzung ist gewählt."));
}

static void run_minutes(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	open_record(a, top, RECORD_MINUTES);
}

static void run_overview(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	open_record(a, top, RECORD_OVERVIEW);
}

static void run_excerpts(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	open_record(a, top, RECORD_EXCERPTS);
}

static void run_history(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	open_record(a, top, RECORD_HISTORY);
}

static void run_public(struct app *a, struct view *top, const char *argument)
{
	(void)top;
	(void)argument;
	record_part(a->record, MINUTES_PUBLIC);
}

static void run_nonpublic(struct app *a, struct view *top, const char *argument)
{
	(void)top;
	(void)argument;
	record_part(a->record, MINUTES_NONPUBLIC);
}

static void run_both(struct app *a, struct view *top, const char *argument)
{
	(void)top;
	(void)argument;
	record_part(a->record, MINUTES_BOTH);
}

static void run_text(struct app *a, struct view *top, const char *argument)
{
	(void)top;
	(void)argument;
	record_write(a->record, "text");
}

static void run_html(struct app *a, struct view *top, const char *argument)
{
	(void)top;
	(void)argument;
	record_write(a->record, "html");
}

static void run_pdf(struct app *a, struct view *top, const char *argument)
{
	(void)top;
	(void)argument;
	record_write(a->record, "pdf");
}

static void run_sign(struct app *a, struct view *top, const char *argument)
{
	(void)top;
	if (strcmp(argument, "yes") == 0)
		record_sign(a->record);
	else
		app_ask(a, "minutes_sign", _("Unterschreiben und das Ereignisbuch dieser Sitzung schließen?"));
}

/* ---- texts of the table through the outside ---- */

static void run_editor(struct app *a, struct view *top, const char *argument)
{
	struct table *t = meeting_table(a->meeting);
	(void)top;
	(void)argument;
	char *text = app_external_edit(a, editor_text(t->editor));
	if (text)
		editor_replace(t->editor, text);
	free(text);
}

/* The terminal has gone, or the program ends: what was being written is recorded. */
static void run_keep_text(struct app *a, struct view *top, const char *argument)
{
	(void)top;
	(void)argument;
	if (a->meeting)
		table_keep_text(meeting_table(a->meeting));
}

const struct action document_actions[] = {
	{ "show_minutes", NEEDS_NOTHING, run_minutes, N_("Zeigt die Niederschrift, wie sie in diesem Augenblick steht.") },
	{ "show_overview", NEEDS_NOTHING, run_overview, N_("Zeigt die Ergebnisübersicht.") },
	{ "show_excerpts", NEEDS_NOTHING, run_excerpts, N_("Zeigt alle Beschlussauszüge.") },
	{ "show_history", NEEDS_NOTHING, run_history, N_("Zeigt, wer welchen Satz wann geschrieben hat.") },
	{ "minutes_public", NEEDS_MINUTES, run_public, N_("Nur der öffentliche Teil.") },
	{ "minutes_nonpublic", NEEDS_MINUTES, run_nonpublic, N_("Nur der nichtöffentliche Teil.") },
	{ "minutes_both", NEEDS_MINUTES, run_both, N_("Beide Teile.") },
	{ "minutes_text", NEEDS_MINUTES, run_text, N_("Schreibt das Gezeigte als Textdatei.") },
	{ "minutes_html", NEEDS_MINUTES, run_html, N_("Schreibt das Gezeigte als HTML-Datei.") },
	{ "minutes_pdf", NEEDS_MINUTES, run_pdf, N_("Schreibt das Gezeigte als barrierefreies PDF (PDF/UA).") },
	{ "minutes_sign", NEEDS_MINUTES, run_sign, N_("Unterschreibt die Niederschrift, nach Rückfrage; danach gibt es nur noch Einwendungen.") },
	{ "table_editor", NEEDS_MEETING, run_editor, N_("Den Text im eigenen Editor ($EDITOR) weiterschreiben.") },
	{ "keep_text", NEEDS_NOTHING, run_keep_text, N_("Hält den Text fest, der gerade geschrieben wird.") },
	{ NULL, 0, NULL, NULL },
};
