/* Runs of fees from the shell: calculate, commit, release, confirm, explain, simulate. The work is done in the database. */
#include "app/cmd_fees.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/rowset.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

static struct rowset *call(struct fees_call *c, const char *query, const char *a, const char *b, const char *d, const char *e)
{
	const char *params[] = { a, b, d, e };
	return db_call(c->db, query_find(query), params, &c->err);
}

static bool print_persons(struct fees_call *c, const char *run)
{
	static const struct fees_column columns[] = {
		{ "name", N_("Person"), false },       { "group_name", N_("Fraktion"), false }, { "meetings", N_("Sitz"), true },
		{ "group_meetings", N_("Fr"), true },  { "loss_hours", N_("VA-h"), true },      { "kilometres", N_("km"), true },
		{ "amount", N_("Betrag"), true },      { "change", N_("±Vorm"), true },         { "note", N_("Hinweis"), false },
		{ NULL, NULL, false },
	};
	struct rowset *rows = call(c, "fee_run_rows", run, NULL, NULL, NULL);
	bool ok = rows && fees_print(c, rows, columns);
	rowset_free(&rows);
	return ok;
}

static bool wants_csv(const struct fees_call *c)
{
	return c->o->format && strcmp(c->o->format, "csv") == 0;
}

/* The line at the head of a run; not where a program reads. */
static bool print_run(struct fees_call *c, const char *run)
{
	struct rowset *rows = call(c, "fee_run_head", run, NULL, NULL, NULL);
	bool ok = rows && rows->rows == 1;
	if (ok && !wants_csv(c))
		fees_say(_("Lauf %s: %s, %s  Summe %s  Vorlauf %s  %s Personen, %s mit Hinweis, %s gesperrt\n"), run,
			rowset_text(rows, 0, "period"), rowset_text(rows, 0, "state"), rowset_text(rows, 0, "amount"),
			rowset_text(rows, 0, "before"), rowset_text(rows, 0, "persons"), rowset_text(rows, 0, "noted"),
			rowset_text(rows, 0, "blocked"));
	if (rows && rows->rows == 0) {
		err_set(&c->err, _("einen Lauf %s gibt es nicht"), run);
		err_hint(&c->err, "%s", _("'ratstisch fees runs' zählt alle auf."));
	}
	rowset_free(&rows);
	return ok;
}

bool fees_run(struct fees_call *c)
{
	char month[DATE_TEXT];
	if (!fees_parse_month(c->words[0], month, &c->err))
		return false;
	struct rowset *rows = call(c, "dry_run", c->body, month, c->count > 1 ? c->words[1] : "1", "");
	bool ok = rows && print_run(c, rowset_text(rows, 0, "run_id")) && print_persons(c, rowset_text(rows, 0, "run_id"));
	rowset_free(&rows);
	return ok;
}

bool fees_runs(struct fees_call *c)
{
	static const struct fees_column columns[] = {
		{ "id", N_("Lauf"), true },        { "period", N_("Zeitraum"), false },       { "state", N_("Stand"), false },
		{ "amount", N_("Summe"), true },   { "created_by", N_("gerechnet"), false },  { "committed_by", N_("festgeschrieben"), false },
		{ "released_by", N_("freigegeben"), false }, { "name", N_("Bezeichnung"), false }, { NULL, NULL, false },
	};
	struct rowset *rows = call(c, "fee_runs", c->body, NULL, NULL, NULL);
	bool ok = rows && fees_print(c, rows, columns);
	rowset_free(&rows);
	return ok;
}

bool fees_gaps(struct fees_call *c)
{
	static const struct fees_column columns[] = {
		{ "name", N_("Person"), false },  { "blocks", N_("!"), false },     { "label", N_("Was"), false },
		{ "day", N_("Tag"), false },      { "meeting", N_("Sitzung"), false }, { "rule_name", N_("Regel"), false },
		{ "detail", N_("Näheres"), false }, { NULL, NULL, false },
	};
	if (!print_run(c, c->words[0]))
		return false;
	struct rowset *rows = call(c, "fee_gaps", c->words[0], NULL, NULL, NULL);
	bool ok = rows && fees_print(c, rows, columns);
	rowset_free(&rows);
	return ok;
}

/* Each item as CSV, or explained. */
bool fees_why(struct fees_call *c)
{
	struct rowset *rows = call(c, "fee_why", c->words[0], c->words[1], NULL, NULL);
	bool ok = rows;
	if (rows && wants_csv(c))
		ok = fees_print(c, rows, NULL);
	else
		for (size_t i = 0; rows && i < rows->rows; i++)
			fees_say("%s%s\n%s\n", i > 0 ? "\n" : "", rowset_text(rows, i, "amount"), rowset_text(rows, i, "why"));
	if (rows && rows->rows == 0)
		fees_say("%s\n", _("dieser Lauf hat für diese Person keinen Posten"));
	rowset_free(&rows);
	return ok;
}

/* Verbs that only do something to a run; then its head is shown. */
static bool act(struct fees_call *c, const char *query)
{
	struct rowset *rows = call(c, query, c->words[0], NULL, NULL, NULL);
	bool ok = rows;
	rowset_free(&rows);
	return ok;
}

bool fees_commit(struct fees_call *c)
{
	return act(c, "commit_run") && print_run(c, c->words[0]);
}

bool fees_release(struct fees_call *c)
{
	return act(c, "release_run") && print_run(c, c->words[0]);
}

bool fees_drop(struct fees_call *c)
{
	return act(c, "drop_run");
}

bool fees_close(struct fees_call *c)
{
	char month[DATE_TEXT];
	if (!fees_parse_month(c->words[0], month, &c->err))
		return false;
	struct rowset *rows = call(c, "close_month", c->body, month, NULL, NULL);
	bool ok = rows;
	if (ok)
		fees_say(_("%s ist abgeschlossen\n"), c->words[0]);
	rowset_free(&rows);
	return ok;
}

/* A day as people type it, into out in ISO form. */
static bool parse_day(const char *text, char *out, struct err *err)
{
	int32_t day = DATE_NONE;
	if (date_parse(text, date_today(), &day) && day != DATE_NONE) {
		date_format_iso(day, out);
		return true;
	}
	err_set(err, _("„%s“ ist kein Tag"), text);
	return err_hint(err, "%s", _("Form: 14.10.2026."));
}

static bool confirm_one(struct fees_call *c)
{
	struct rowset *rows = call(c, "confirm_meeting", c->words[0], "", NULL, NULL);
	bool ok = rows;
	rowset_free(&rows);
	if (ok)
		fees_say(_("Sitzung %s ist bestätigt\n"), c->words[0]);
	return ok;
}

/* One meeting by its number, or all ended ones of some days. */
bool fees_confirm(struct fees_call *c)
{
	char first[DATE_TEXT], last[DATE_TEXT];
	if (c->count == 1 && strspn(c->words[0], "0123456789") == strlen(c->words[0]))
		return confirm_one(c);
	if (!parse_day(c->words[0], first, &c->err) || !parse_day(c->words[c->count - 1], last, &c->err))
		return false;
	struct rowset *rows = call(c, "confirm_meetings", c->body, first, last, NULL);
	bool ok = rows;
	if (ok)
		fees_say(_("%s Sitzungen bestätigt\n"), rowset_text(rows, 0, "confirmed"));
	rowset_free(&rows);
	return ok;
}

bool fees_simulate(struct fees_call *c)
{
	char month[DATE_TEXT];
	if (!fees_parse_month(c->words[1], month, &c->err))
		return false;
	struct rowset *rows = call(c, "simulate", c->body, month, c->words[2], strcmp(c->words[0], "-") == 0 ? NULL : c->words[0]);
	static const struct fees_column columns[] = {
		{ "name", N_("Person"), false },     { "group_name", N_("Fraktion"), false }, { "meetings", N_("Sitz"), true },
		{ "group_meetings", N_("Fr"), true }, { "amount", N_("Betrag"), true },       { "before", N_("bisher"), true },
		{ "difference", N_("mehr"), true },  { NULL, NULL, false },
	};
	const char *run = rows ? rowset_text(rows, 0, "run_id") : "";
	struct rowset *persons = rows && print_run(c, run) ? call(c, "fee_run_rows", run, NULL, NULL, NULL) : NULL;
	bool ok = persons && fees_print(c, persons, columns);
	rowset_free(&persons);
	rowset_free(&rows);
	return ok;
}

bool fees_forecast(struct fees_call *c)
{
	static const struct fees_column columns[] = {
		{ "month", N_("Monat"), false },       { "kind", N_("Art"), false },          { "committed", N_("festgeschrieben"), true },
		{ "expected", N_("erwartet"), true },  { "total", N_("zusammen"), true },     { NULL, NULL, false },
	};
	struct rowset *rows = call(c, "fee_forecast", c->body, c->words[0], NULL, NULL);
	bool ok = rows && fees_print(c, rows, columns);
	rowset_free(&rows);
	return ok;
}
