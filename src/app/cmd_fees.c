/* The subcommand fees: which verbs there are, and what each needs. See commands.h and cmd_fees.h. */
#include "app/cmd_fees.h"

#include "app/body.h"
#include "app/commands.h"
#include "base/encoding.h"
#include "base/i18n.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct verb {
	const char *name;
	fees_verb *run;
	size_t min, max; /* words behind it */
	bool offline;    /* needs no database */
	const char *usage;
} verbs[] = {
	{ "run", fees_run, 1, 2, false, N_("run MONAT [MONATE]            rechnet eine Probe (MONAT: 2026-10)") },
	{ "runs", fees_runs, 0, 0, false, N_("runs                          alle Läufe") },
	{ "gaps", fees_gaps, 1, 1, false, N_("gaps LAUF                     was fehlt und was auffällt") },
	{ "why", fees_why, 2, 2, false, N_("why LAUF PERSON               jeder Posten mit seiner Begründung") },
	{ "commit", fees_commit, 1, 1, false, N_("commit LAUF                   schreibt eine Probe fest") },
	{ "release", fees_release, 1, 1, false, N_("release LAUF                  gibt einen Lauf frei (jemand anders)") },
	{ "drop", fees_drop, 1, 1, false, N_("drop LAUF                     verwirft eine Probe oder Simulation") },
	{ "close", fees_close, 1, 1, false, N_("close MONAT                   schließt einen Monat ab") },
	{ "confirm", fees_confirm, 1, 2, false, N_("confirm SITZUNG|VON [BIS]     bestätigt Anwesenheit: einer Sitzung oder zwischen zwei Tagen") },
	{ "import", fees_import, 2, 2, false, N_("import ART DATEI.csv          liest Fraktionssitzungen, Anträge ... ein (--dry-run, --encoding)") },
	{ "simulate", fees_simulate, 3, 3, false, N_("simulate SATZUNG MONAT MONATE was eine Satzung gekostet hätte (-: die geltenden)") },
	{ "pay", fees_pay, 0, 0, false, N_("pay --output DATEI            Zahlungsdatei (--payer, --on, --format; --again NUMMER: noch einmal)") },
	{ "balances", fees_balances, 0, 0, false, N_("balances                      was offen ist (--payer, --on)") },
	{ "sent", fees_sent, 1, 1, false, N_("sent DATEINUMMER              die Bank hat die Datei") },
	{ "discard", fees_discard, 1, 1, false, N_("discard DATEINUMMER           verwirft eine Datei, die niemand hat") },
	{ "return", fees_return, 1, 1, false, N_("return KENNUNG --reason TEXT  die Bank gibt eine Überweisung zurück (--on)") },
	{ "settle", fees_settle, 2, 2, false, N_("settle PERSON reclaim|write-off --reason TEXT  gleicht eine Überzahlung aus") },
	{ "export", fees_export, 1, 1, false, N_("export items|posting|journal|templates  Posten (CSV), Buchungsdatei (--template), Journal (--run, --output)") },
	{ "statement", fees_statement, 0, 0, false, N_("statement --year J|--run N    Abrechnung mit Rechtsgrundlage (--person P|--all, --format, --output)") },
	{ "certificate", fees_certificate, 0, 0, false, N_("certificate --year J          Bescheinigung nach Steuerklassen (--person P|--all, --format, --output)") },
	{ "tax-list", fees_tax_list, 0, 0, false, N_("tax-list --year J             Liste für das Finanzamt (--format, --output)") },
	{ "budget", fees_budget, 0, 0, false, N_("budget --year J               Ausgaben nach Konten und Monaten (--format, --output)") },
	{ "check-payment", fees_check_payment, 1, 1, true, N_("check-payment DATEI           prüft eine Zahlungsdatei") },
	{ "forecast", fees_forecast, 1, 1, false, N_("forecast JAHR                 was das Haushaltsjahr voraussichtlich kostet") },
};

static bool usage(struct err *err, const char *wrong)
{
	struct str text = { 0 };
	for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++)
		str_addf(&text, "%sratstisch fees %s", i > 0 ? "\n  " : "", _(verbs[i].usage));
	if (wrong)
		err_set(err, _("so geht 'fees %s' nicht"), wrong);
	else
		err_set(err, "%s", _("was soll 'fees' tun?"));
	err_hint(err, "%s", str_text(&text));
	str_clear(&text);
	return false;
}

static const struct verb *find_verb(const struct options *o)
{
	for (size_t i = 0; o->argc > 1 && i < sizeof(verbs) / sizeof(*verbs); i++)
		if (strcmp(o->argv[1], verbs[i].name) == 0)
			return &verbs[i];
	return NULL;
}

static bool connect_to(struct fees_call *c)
{
	private_server_settings(c->o);
	c->db = db_open(c->o->conninfo);
	return db_wait_ready(c->db, &c->err) && (c->body = body_pick(c->db, c->o, &c->err));
}

int cmd_fees(const struct options *o)
{
	const struct verb *verb = find_verb(o);
	struct fees_call c = { .o = o, .words = o->argv + 2, .count = o->argc > 2 ? (size_t)o->argc - 2 : 0 };
	int status = 0;
	if (!verb || c.count < verb->min || c.count > verb->max) {
		usage(&c.err, o->argc > 1 ? o->argv[1] : NULL);
		status = 2;
	} else if (!((verb->offline || connect_to(&c)) && verb->run(&c)))
		status = 1;
	err_print(&c.err);
	err_clear(&c.err);
	if (c.db)
		db_close(&c.db);
	free(c.body);
	return status;
}
