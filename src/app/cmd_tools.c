/* check-screens, check-queries, keys, server. See commands.h. */
#include "app/actions.h"
#include "app/app.h"
#include "app/commands.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int cmd_check_screens(const struct options *o)
{
	struct screen_set set = { 0 };
	struct err err = { 0 };
	bool ok = app_load_screens(&set, o->screens, &err);
	for (size_t i = 0; i < set.faults.len; i++) {
		char *text = fault_text(vec_at(&set.faults, i));
		puts(text);
		free(text);
	}
	if (ok)
		printf(_("%zu Bildschirme, kein Fehler\n"), set.screens.len);
	else if (set.faults.len == 0)
		err_print(&err);
	err_clear(&err);
	screen_set_clear(&set);
	return ok ? 0 : 1;
}

int cmd_check_queries(const struct options *o)
{
	struct err err = { 0 };
	size_t failed = 0, done = 0;
	private_server_settings(o);
	struct db *db = db_open(o->conninfo);
	if (!db_wait_ready(db, &err)) {
		err_print(&err);
		failed = 1;
	}
	for (size_t i = 0; i < query_count && db_state(db) == DB_READY; i++)
		for (size_t v = 0; v < query_variant_count(&query_table[i]); v++, done++)
			if (!db_check_query(db, &query_table[i], v, &err)) {
				printf("%s (%zu): %s\n", query_table[i].name, v, err.what ? err.what : "");
				err_clear(&err);
				failed++;
			}
	printf(_("%zu Abfragen (%zu Fassungen) vorbereitet, %zu Fehler\n"), query_count, done, failed);
	err_clear(&err);
	db_close(&db);
	return failed ? 1 : 0;
}

/* Without a name all screens; the manual's key tables are made of it. */
int cmd_keys(const struct options *o)
{
	struct app a = { .options = o };
	struct err err = { 0 };
	struct help_source source = { &a, actions_help };
	bool ok = app_load_screens(&a.screens, o->screens, &err), found = false;
	for (size_t i = 0; ok && i < a.screens.screens.len; i++) {
		const struct screen *s = *(struct screen **)vec_at(&a.screens.screens, i);
		if (s->kind == SCREEN_KIND_KEYS || (o->argc > 1 && strcmp(o->argv[1], s->name) != 0))
			continue;
		found = true;
		char *table = help_markdown(s, &source);
		printf("### %s\n\n%s\n", s->title ? s->title : s->name, table);
		free(table);
	}
	if (ok && !found)
		err_set(&err, _("den Bildschirm „%s“ gibt es nicht"), o->argc > 1 ? o->argv[1] : "");
	err_print(&err);
	err_clear(&err);
	screen_set_clear(&a.screens);
	return !ok ? 1 : found ? 0 : 2;
}

/* ---- the private server ---- */

static const char *server_tool(void)
{
	const char *tool = getenv("RATSTISCH_SERVER");
	return tool && *tool ? tool : PKGLIBEXECDIR "/ratstisch-server";
}

int cmd_server(int argc, char **argv)
{
	char **args = mem_zalloc((size_t)argc + 1, sizeof(*args));
	args[0] = (char *)server_tool();
	for (int i = 1; i < argc; i++)
		args[i] = argv[i];
	execv(args[0], args);
	fprintf(stderr, "ratstisch: %s: %s\n", _("das Hilfsprogramm für den privaten Server fehlt"), args[0]);
	free(args);
	return 1;
}

static bool has_settings(const struct options *o)
{
	static const char *const names[] = { "PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE", "PGPORT" };
	if (o->conninfo)
		return true;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (getenv(names[i]))
			return true;
	return false;
}

/* NAME='value' as `ratstisch-server env` prints it. */
static void set_from_line(char *line)
{
	char *equal = strchr(line, '=');
	if (!equal || strncmp(line, "PG", 2) != 0)
		return;
	*equal = '\0';
	char *value = equal + 1;
	value[strcspn(value, "\n")] = '\0';
	size_t n = strlen(value);
	if (n >= 2 && *value == '\'' && value[n - 1] == '\'') {
		value[n - 1] = '\0';
		value++;
	}
	setenv(line, value, 1);
}

static bool run_tool(const char *verb, bool read_env)
{
	char *command = str_format("'%s' %s%s", server_tool(), verb, read_env ? "" : " >/dev/null 2>&1");
	FILE *out = popen(command, "re");
	char line[512];
	while (out && fgets(line, sizeof(line), out))
		if (read_env)
			set_from_line(line);
	free(command);
	return out && pclose(out) == 0;
}

/* Offers to start the private server; only to somebody who can answer. */
static bool may_start(void)
{
	if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO))
		return false;
	fputs(_("Keine Verbindungseinstellungen (PGHOST, PGSERVICE, -d). Den privaten Server starten? [J/n] "), stderr);
	int answer = getchar();
	return answer == '\n' || answer == 'j' || answer == 'J' || answer == 'y';
}

void private_server_settings(const struct options *o)
{
	if (has_settings(o) || access(server_tool(), X_OK) != 0)
		return;
	if (run_tool("status", false) || (may_start() && run_tool("start", true)))
		run_tool("env", true);
}
