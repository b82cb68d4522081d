/* See session.h. */
#include "app/session.h"

#include "app/commands.h"
#include "app/meeting.h"
#include "app/script.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/str.h"
#include "db/sqlstate.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SERVER_AGAIN_MS 2000

static bool run_script(struct app *a, struct err *err)
{
	struct script_result result = { 0 };
	const char *path = a->options->script;
	FILE *in = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
	if (!in) {
		err_set(err, "%s", _("das Skript lässt sich nicht lesen"));
		return err_detail(err, "%s: %s", path, strerror(errno));
	}
	bool ok = script_run(a, path, in, &result, err);
	if (in != stdin)
		fclose(in);
	if (ok && a->options->dump)
		script_dump(a, a->options->attributes);
	if (ok)
		app_run_action(a, "keep_text", "");
	if (ok)
		app_settle(a);
	fprintf(stderr, _("%zu Tasten, davon %zu Freitext\n"), result.keys, result.free_keys);
	if (ok && result.failed > 0)
		ok = err_set(err, _("%zu Erwartungen nicht erfüllt"), result.failed);
	return ok;
}

/* A script stands still at the moment given; a terminal goes on from there. */
static void set_clock(const struct options *o)
{
	if (o->now == MOMENT_NONE)
		return;
	if (o->script)
		moment_freeze(o->now);
	else
		moment_shift(o->now);
}

bool session_meeting(const struct options *o, int64_t *id, struct err *err)
{
	if (o->argc < 2)
		return true;
	char *end;
	long long number = strtoll(o->argv[1], &end, 10);
	if (*end || number <= 0) {
		err_set(err, "%s", _("falsche Sitzungsnummer"));
		return err_detail(err, "%s", o->argv[1]);
	}
	*id = number;
	return true;
}

void session_await_server(const struct options *o)
{
	struct err err = { 0 }, said = { 0 };
	bool there = false;
	private_server_settings(o);
	while (!there) {
		struct db *db = db_open(o->conninfo);
		there = db_wait_ready(db, &err) || !sqlstate_is_connection(err.code);
		db_close(&db);
		if (there)
			break; /* or something that waiting does not mend: it is said when the program begins */
		if (!str_equal(err.detail, said.detail)) {
			err_print(&err);
			fputs(_("Das Programm wartet auf den Server; Strg-C beendet es.\n"), stderr);
			err_copy(&said, &err);
		}
		err_clear(&err);
		poll(NULL, 0, SERVER_AGAIN_MS);
	}
	err_clear(&err);
	err_clear(&said);
}

int session_run(const struct options *o, session_open *open)
{
	struct app a;
	struct err err = { 0 };
	set_clock(o);
	private_server_settings(o);
	if (!o->script && !isatty(STDIN_FILENO)) {
		err_set(&err, "%s", _("hier ist kein Terminal"));
		err_hint(&err, "%s", _("In einem Terminal starten, oder mit --script DATEI."));
		err_print(&err);
		err_clear(&err);
		return 1;
	}
	bool ok = app_init(&a, o, &err) && open(&a, o, &err);
	if (ok && o->script)
		ok = run_script(&a, &err);
	else if (ok)
		ok = app_run(&a, &err);
	size_t left = a.meeting ? meeting_unsaved(a.meeting) + meeting_held(a.meeting) : 0;
	app_clear(&a);
	if (left > 0)
		fprintf(stderr, _("ratstisch: %zu Ereignisse warten im Sitzungsjournal; beim nächsten Öffnen der Sitzung werden sie übertragen.\n"),
		        left);
	err_print(&err);
	err_clear(&err);
	return ok ? 0 : 1;
}
