/*
 * Actions that write files of the fee module: what the form on top says becomes the options of a verb of the shell, so that both
 * have one writer. Each over a connection of its own, because it is one transaction around the writing of a file. What fails stands
 * in the form, and what was typed stays. See actions.h.
 */
#include "app/actions.h"

#include "app/cmd_fees.h"
#include "app/fee_words.h"
#include "app/job.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "screen/form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the form on top says, or NULL. */
static const char *typed(const struct view *form, const char *name)
{
	const char *value = view_value(form, name);
	return value && *value ? value : NULL;
}

static bool is_form(struct app *a, const struct view *top)
{
	bool ok = top && top->class == &form_class && typed(top, "output");
	if (!ok)
		message_warn(&a->message, "%s", _("Das geht nur in seinem Formular."));
	return ok;
}

/* Options that point into the form, as long as it is open. */
static struct options options_of(const struct app *a, const struct view *form)
{
	struct options o = *a->options;
	o.output = typed(form, "output");
	o.payer = o.format = o.on = o.again = o.run = o.template = o.year = o.person = NULL;
	return o;
}

static bool with_server(struct app *a, struct fees_call *c, fees_verb *run, struct err *err)
{
	const char *body = app_session(a, "body_id");
	c->db = db_open(c->o->conninfo);
	c->body = mem_strdup(body ? body : "");
	bool ok = db_wait_ready(c->db, &c->err) && run(c);
	err_move(err, &c->err);
	db_close(&c->db);
	free(c->body);
	return ok;
}

/* The form closes when all is well; else it says what is wrong, and ^E all lines of it. */
static void close_form(struct app *a, struct view *form, bool ok, struct err *err)
{
	if (ok) {
		stack_pop(&a->stack);
		app_run_action(a, "reload", "");
	} else {
		form_error(form->self, err);
		message_error_copy(&a->message, err);
	}
	err_clear(err);
}

static bool pay(struct fees_call *c)
{
	return fees_pay_sheet(c, c->said);
}

static bool post(struct fees_call *c)
{
	return fees_posting(c, c->said);
}

/* The control sheet of a payment is shown. */
static void write_file(struct app *a, struct view *form, const struct options *o, bool payment)
{
	struct str said = { 0 };
	struct err err = { 0 };
	struct fees_call c = { .o = o, .said = &said };
	char *path = mem_strdup(o->output);
	bool ok = with_server(a, &c, payment ? pay : post, &err);
	close_form(a, form, ok, &err);
	if (ok && payment)
		app_show_text(a, "fee_sheet", _("Begleitzettel zur Zahlungsdatei"), str_text(&said));
	if (ok)
		message_info(&a->message, _("Geschrieben: %s"), path);
	str_clear(&said);
	free(path);
}

/* Into *said: the next banking day, and behind a blank what the day of the form is instead of one; nothing when banks work on it. */
static bool look_at_day(struct fees_call *c)
{
	struct rowset *rows = fees_banking_day(c);
	if (rows && *rowset_text(rows, 0, "closed_label")) {
		char *closed = fee_closed_day(rowset_text(rows, 0, "closed_label"), rowset_text(rows, 0, "next_text"));
		str_addf(c->said, "%s %s", rowset_text(rows, 0, "next_day"), closed);
		free(closed);
	}
	bool ok = rows != NULL;
	rowset_free(&rows);
	return ok;
}

/* Banks carry nothing out on Sundays and feasts: the next day on which they do is offered, and taken after a yes. */
static void run_pay(struct app *a, struct view *top, const char *argument)
{
	struct err err = { 0 };
	struct str day = { 0 };
	char next[DATE_TEXT];
	if (!is_form(a, top))
		return;
	struct options o = options_of(a, top);
	o.payer = typed(top, "payer");
	o.format = typed(top, "format");
	o.on = typed(top, "executed_on");
	struct fees_call c = { .o = &o, .said = &day };
	if (!with_server(a, &c, look_at_day, &err)) {
		close_form(a, top, false, &err);
	} else if (day.len > 0 && strcmp(argument, "yes") != 0) {
		char *question = str_format(_("%s. An ihm zahlen?"), strchr(str_text(&day), ' ') + 1);
		app_ask(a, "fee_pay", question);
		free(question);
	} else {
		snprintf(next, sizeof(next), "%.10s", str_text(&day));
		if (day.len > 0)
			o.on = next;
		write_file(a, top, &o, true);
	}
	str_clear(&day);
}

static void run_post(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	if (!is_form(a, top))
		return;
	struct options o = options_of(a, top);
	o.run = typed(top, "run_id");
	o.template = typed(top, "template");
	write_file(a, top, &o, false);
}

static void run_again(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	if (!is_form(a, top))
		return;
	struct options o = options_of(a, top);
	bool posting = typed(top, "run") != NULL;
	if (posting) {
		o.run = typed(top, "run");
		o.template = typed(top, "template");
	} else {
		o.again = view_param(top, "file");
	}
	if (!posting && !o.again) { /* without a number it would be a new payment */
		message_warn(&a->message, "%s", _("Das geht nur in seinem Formular."));
		return;
	}
	write_file(a, top, &o, !posting);
}

/* ---- documents ---- */

static fees_verb *verb_of(const char *kind)
{
	static const struct {
		const char *kind;
		fees_verb *run;
	} verbs[] = { { "statement", fees_statement }, { "certificate", fees_certificate }, { "tax-list", fees_tax_list }, { "budget", fees_budget } };
	for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++)
		if (strcmp(kind, verbs[i].kind) == 0)
			return verbs[i].run;
	return NULL;
}

/* The same as the shell is told; only what this kind of document takes. */
static struct options document_options(const struct app *a, const struct view *form, const char *kind)
{
	struct options o = options_of(a, form);
	bool statement = strcmp(kind, "statement") == 0, persons = statement || strcmp(kind, "certificate") == 0;
	o.format = typed(form, "format");
	o.run = statement ? typed(form, "run_id") : NULL;
	o.year = o.run ? NULL : typed(form, "year");
	o.person = persons ? typed(form, "person_id") : NULL;
	o.all = persons && !o.person;
	return o;
}

/* Everything but the writing is done here, so that faults stand in the form; the writing beside the screen. */
static bool start_document(struct app *a, const struct options *o, const char *kind, struct err *err)
{
	const char *body = app_session(a, "body_name"), *words[24];
	size_t n = 0;
	const struct {
		const char *option, *value;
	} given[] = { { "-d", o->conninfo }, { "--body", body }, { "--run", o->run }, { "--year", o->year }, { "--person", o->person },
		{ "--css", o->css }, { "--format", o->format }, { "--output", o->output } };
	words[n++] = "fees";
	words[n++] = kind;
	for (size_t i = 0; i < sizeof(given) / sizeof(*given); i++)
		if (given[i].value) {
			words[n++] = given[i].option;
			words[n++] = given[i].value;
		}
	if (o->all)
		words[n++] = "--all";
	words[n++] = "--progress";
	words[n] = NULL;
	return job_start(a, words, o->output, err);
}

static void run_document(struct app *a, struct view *top, const char *argument)
{
	struct err err = { 0 };
	struct str said = { 0 };
	(void)argument;
	if (!is_form(a, top))
		return;
	const char *kind = typed(top, "kind");
	fees_verb *verb = kind ? verb_of(kind) : NULL;
	if (!verb)
		return;
	struct options o = document_options(a, top, kind);
	struct fees_call c = { .o = &o, .check_only = o.format && strcmp(o.format, "pdf") == 0, .said = &said };
	char *path = mem_strdup(o.output);
	bool ok = with_server(a, &c, verb, &err) && (!c.check_only || start_document(a, &o, kind, &err));
	close_form(a, top, ok, &err);
	if (ok && !c.check_only)
		message_info(&a->message, said.len > 0 ? _("Geschrieben: %s (%.*s)") : _("Geschrieben: %s"), path, (int)strcspn(str_text(&said), "\n"),
			str_text(&said));
	str_clear(&said);
	free(path);
}

const struct action fee_file_actions[] = {
	{ "fee_pay", NEEDS_NOTHING, run_pay, N_("Schreibt die Zahlungsdatei, die das Formular beschreibt.") },
	{ "fee_pay_again", NEEDS_NOTHING, run_again, N_("Schreibt eine Zahlungs- oder Buchungsdatei noch einmal.") },
	{ "fee_document", NEEDS_NOTHING, run_document, N_("Schreibt Abrechnungen, Bescheinigungen und Listen, die das Formular beschreibt.") },
	{ "fee_post", NEEDS_NOTHING, run_post, N_("Schreibt die Buchungsdatei, die das Formular beschreibt.") },
	{ NULL, 0, NULL, NULL },
};
