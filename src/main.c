/* Options, locale, and dispatch to a subcommand; no logic. */
#include "app/cmd_calc.h"
#include "app/commands.h"
#include "base/encoding.h"
#include "base/i18n.h"
#include "base/str.h"
#include "base/text.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name;
	int (*run)(const struct options *o);
	const char *help;
} commands[] = {
	{ "table", cmd_table, N_("table [SITZUNG]       das Programm, gleich am Sitzungstisch (so auch ohne Unterbefehl)") },
	{ "projector", cmd_projector, N_("projector [SITZUNG]   der Beamer: zeigt groß, was am Sitzungstisch freigegeben ist") },
	{ "chair", cmd_chair, N_("chair [SITZUNG]       für den Vorsitz: nächster Schritt, Wortlaut, Redeliste, Warnungen") },
	{ "init", cmd_init, N_("init                  legt das Schema in eine leere Datenbank") },
	{ "upgrade", cmd_upgrade, N_("upgrade               bringt das Schema auf den Stand des Programms") },
	{ "body", cmd_body, N_("body NAME KURZ LAND   legt die Kommune an (LAND: NW oder ST)") },
	{ "admin", cmd_admin, N_("admin ANMELDENAME     macht jemanden zur Administration") },
	{ "demo", cmd_demo, N_("demo                  lädt die Vorführgemeinde Musterstadt (--scale 0.1: eine erzeugte Stadt)") },
	{ "minutes", cmd_minutes, N_("minutes SITZUNG       Niederschrift, Auszüge, Übersicht (--format, --public, --item, --document, -o)") },
	{ "check", cmd_check, N_("check SITZUNG         prüft Ereigniskette und Sitzungsdaten") },
	{ "check-screens", cmd_check_screens, N_("check-screens         prüft alle Bildschirmdateien") },
	{ "statute", cmd_statute, N_("statute WAS DATEI ... Entschädigungssatzungen: check, show, diff, load, list, text, withdraw") },
	{ "fees", cmd_fees, N_("fees WAS ...          Sitzungsgeld: run, why, commit, release, simulate, ...") },
	{ "check-queries", cmd_check_queries, N_("check-queries         prüft alle Abfragen gegen die Datenbank") },
	{ "keys", cmd_keys, N_("keys [BILDSCHIRM]     Tastentafeln") },
};

static int usage(void)
{
	struct str text = { 0 };
	str_add(&text, _("ratstisch – der Sitzungsdienst an der Tastatur\n\n"
	       "Aufruf: ratstisch [Optionen] [Unterbefehl]\n"));
	str_add_char(&text, '\n');
	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++)
		str_addf(&text, "  %s\n", _(commands[i].help));
	str_add(&text, _("  calc ...              rechnet: quorum, majority, election, seats, renumber\n"
	       "  server start|stop|... der private Server\n\n"
	       "  -d, --dbname TEXT     Verbindung (sonst PGSERVICE, PGHOST ...)\n"
	       "  --script DATEI        Tasten aus einer Datei; --size 80x24, --dump, --now 2026-10-14T18:00\n"
	       "  --linear              Zeile für Zeile, für Vorleseprogramm und Braillezeile (F5 noch einmal, F6 alles)\n"
	       "  --screens ORDNER      eigene Bildschirme\n"
	       "  --journal ORDNER      wo die Sitzungsjournale liegen\n"
	       "  -h, --help            diese Hilfe\n"
	       "  -V, --version         Version"));
	str_add_char(&text, '\n');
	encoding_write(stdout, str_text(&text));
	str_clear(&text);
	return 0;
}

static int wrong_command(const char *name)
{
	struct err err = { 0 };
	err_set(&err, _("den Unterbefehl „%s“ gibt es nicht"), name);
	err_hint(&err, "%s", _("'ratstisch --help' zählt alle auf."));
	err_print(&err);
	err_clear(&err);
	return 2;
}

static int dispatch(int argc, char **argv)
{
	struct options o;
	struct err err = { 0 };
	if (!options_parse(&o, argc, argv, &err)) {
		err_print(&err);
		err_clear(&err);
		return 2;
	}
	if (o.help)
		return usage();
	if (o.version)
		return puts("ratstisch " RATSTISCH_VERSION) < 0;
	if (o.argc == 0)
		return cmd_table(&o);
	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++)
		if (strcmp(o.argv[0], commands[i].name) == 0)
			return commands[i].run(&o);
	return wrong_command(o.argv[0]);
}

int main(int argc, char **argv)
{
	i18n_init();
	text_init();
	setenv("TZ", "Europe/Berlin", 0);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error of write, not the end */
	/* These two have words of their own. */
	if (argc > 1 && strcmp(argv[1], "calc") == 0)
		return cmd_calc(argc - 1, argv + 1);
	if (argc > 1 && strcmp(argv[1], "server") == 0)
		return cmd_server(argc - 1, argv + 1);
	return dispatch(argc, argv);
}
