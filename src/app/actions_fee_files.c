/*
 * Actions that write files of the fee module: what the form on top says becomes the options of a verb of the shell, so that both
 * have one writer. Each over a connection of its own, because it is one transaction around the writing of a file. What fails stands
 * in the form, and what was typed stays. See actions.h.
 */
#include "app/actions.h"

#include "app/cmd_fees.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "screen/form.h"

#include <stdlib.h>
#include <string.h>

/* A verb of the shell; what it has to say goes to *said. */
typedef bool writer(struct fees_call *c, struct str *said);

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
	o.payer = o.format = o.on = o.again = o.run = o.template = NULL;
	return o;
}

static bool call(struct app *a, const struct options *o, writer *write, struct str *said, struct err *err)
{
	const char *body = app_session(a, "body_id");
	struct fees_call c = { .o = o, .db = db_open(o->conninfo), .body = mem_strdup(body ? body : "") };
	bool ok = db_wait_ready(c.db, &c.err) && write(&c, said);
	err_move(err, &c.err);
	db_close(&c.db);
	free(c.body);
	return ok;
}

/* The form closes when the file is there; the text, if it has a screen, is shown. */
static void write_file(struct app *a, struct view *form, const struct options *o, writer *write, const char *text_screen,
                       const char *title)
{
	struct str said = { 0 };
	struct err err = { 0 };
	char *path = mem_strdup(o->output);
	if (call(a, o, write, &said, &err)) {
		stack_pop(&a->stack);
		app_run_action(a, "reload", "");
		if (text_screen)
			app_show_text(a, text_screen, title, str_text(&said));
		message_info(&a->message, _("Geschrieben: %s"), path);
	} else {
		form_error(form->self, &err);
		message_error_copy(&a->message, &err); /* with all its lines: ^E */
	}
	str_clear(&said);
	err_clear(&err);
	free(path);
}

static void run_pay(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	if (!is_form(a, top))
		return;
	struct options o = options_of(a, top);
	o.payer = typed(top, "payer");
	o.format = typed(top, "format");
	o.on = typed(top, "executed_on");
	write_file(a, top, &o, fees_pay_sheet, "fee_sheet", _("Begleitzettel zur Zahlungsdatei"));
}

static void run_post(struct app *a, struct view *top, const char *argument)
{
	(void)argument;
	if (!is_form(a, top))
		return;
	struct options o = options_of(a, top);
	o.run = typed(top, "run_id");
	o.template = typed(top, "template");
	write_file(a, top, &o, fees_posting, NULL, NULL);
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
	write_file(a, top, &o, posting ? fees_posting : fees_pay_sheet, posting ? NULL : "fee_sheet", _("Begleitzettel zur Zahlungsdatei"));
}

const struct action fee_file_actions[] = {
	{ "fee_pay", NEEDS_NOTHING, run_pay, N_("Schreibt die Zahlungsdatei, die das Formular beschreibt.") },
	{ "fee_pay_again", NEEDS_NOTHING, run_again, N_("Schreibt eine Zahlungs- oder Buchungsdatei noch einmal.") },
	{ "fee_post", NEEDS_NOTHING, run_post, N_("Schreibt die Buchungsdatei, die das Formular beschreibt.") },
	{ NULL, 0, NULL, NULL },
};
