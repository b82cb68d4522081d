/* init, upgrade, demo: the schema into a database. See commands.h. */
#include "app/commands.h"
#include "base/i18n.h"
#include "base/source.h"
#include "base/str.h"
#include "db/db.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* install.sql first (a list, not run), its files in order, then the migrations. */
extern const struct source schema_texts[];
extern const struct source demo_texts[];
extern const struct source scale_texts[];

#define MIGRATIONS "migrations/"

static bool is_migration(const struct source *s)
{
	return strncmp(s->name, MIGRATIONS, strlen(MIGRATIONS)) == 0;
}

static int migration_number(const struct source *s)
{
	return (int)strtol(s->name + strlen(MIGRATIONS), NULL, 10);
}

/* Version the program wants: its highest migration, or 1. */
static int wanted_version(void)
{
	int version = 1;
	for (const struct source *s = schema_texts; s->name; s++)
		if (is_migration(s) && migration_number(s) > version)
			version = migration_number(s);
	return version;
}

/* Version in the database; 0: none; -1 with err: something else lies there, or no answer. */
static int present_version(struct db *db, struct err *err)
{
	struct rowset *rows = db_call(db, query_find("schema_state"), NULL, err);
	if (!rows)
		return -1;
	bool has = rowset_bool(rows, 0, "has_schema"), other = rowset_bool(rows, 0, "has_other");
	rowset_free(&rows);
	if (!has && other) {
		err_set(err, "%s", _("in dieser Datenbank liegt schon etwas anderes"));
		err_detail(err, _("Datenbank „%s“: sie enthält fremde Tabellen"), db_name(db));
		err_hint(err, "%s", _("Eine leere Datenbank anlegen (createdb) und noch einmal 'ratstisch init'."));
		return -1;
	}
	if (!has)
		return 0;
	rows = db_call(db, query_find("schema_version"), NULL, err);
	int version = rows ? (int)rowset_int(rows, 0, "version") : -1;
	rowset_free(&rows);
	return version;
}

/* One transaction: all of it or nothing. */
static bool run_all(struct db *db, const struct source *texts, bool (*wanted)(const struct source *, int), int from,
                    struct err *err)
{
	struct str script = { 0 };
	str_add(&script, "begin;\n");
	for (const struct source *s = texts; s->name; s++)
		if (wanted(s, from))
			str_addf(&script, "%s\n", s->text);
	str_add(&script, "commit;\n");
	bool ok = db_run_script(db, str_text(&script), err);
	if (!ok)
		db_run_script(db, "rollback", NULL);
	str_clear(&script);
	return ok;
}

static bool is_schema(const struct source *s, int from)
{
	(void)from;
	return !is_migration(s) && strcmp(s->name, "install.sql") != 0;
}

static bool is_any(const struct source *s, int from)
{
	(void)s;
	(void)from;
	return true;
}

static bool is_due(const struct source *s, int from)
{
	return is_migration(s) && migration_number(s) > from;
}

/* What is always laid anew: functions, views and policies. */
static bool is_repeatable(const struct source *s, int from)
{
	(void)from;
	return strncmp(s->name, "functions/", 10) == 0 || strncmp(s->name, "views/", 6) == 0 ||
	       strncmp(s->name, "policies/", 9) == 0;
}

static int finish(struct db **db, bool ok, struct err *err)
{
	db_close(db);
	err_print(err);
	err_clear(err);
	return ok ? 0 : 1;
}

int cmd_init(const struct options *o)
{
	struct err err = { 0 };
	private_server_settings(o);
	struct db *db = db_open(o->conninfo);
	bool ok = db_wait_ready(db, &err);
	int version = ok ? present_version(db, &err) : -1;
	if (version == 0) {
		ok = run_all(db, schema_texts, is_schema, 0, &err);
		if (ok)
			printf(_("Schema %d liegt in der Datenbank „%s“.\n"), wanted_version(), db_name(db));
	} else if (version > 0) {
		ok = err_set(&err, _("in dieser Datenbank liegt Ratstisch schon (Schema %d)"), version);
		err_hint(&err, "%s", version < wanted_version() ? _("'ratstisch upgrade' bringt es auf den neuen Stand.")
		                                                : _("Es ist nichts zu tun."));
	} else {
		ok = false;
	}
	return finish(&db, ok, &err);
}

int cmd_upgrade(const struct options *o)
{
	struct err err = { 0 };
	private_server_settings(o);
	struct db *db = db_open(o->conninfo);
	bool ok = db_wait_ready(db, &err);
	int version = ok ? present_version(db, &err) : -1, wanted = wanted_version();
	ok = version >= 0;
	if (ok && version == 0) {
		ok = err_set(&err, "%s", _("in dieser Datenbank liegt kein Ratstisch"));
		err_hint(&err, "%s", _("'ratstisch init' legt es an."));
	} else if (ok && version > wanted) {
		ok = err_set(&err, _("die Datenbank ist neuer als dieses Programm (Schema %d, bekannt bis %d)"), version, wanted);
		err_hint(&err, "%s", _("Ein neueres Programm verwenden; nichts wurde geändert."));
	} else if (ok) {
		ok = (version == wanted || run_all(db, schema_texts, is_due, version, &err)) &&
		     run_all(db, schema_texts, is_repeatable, 0, &err);
		if (ok)
			printf(_("Schema %d, vorher %d. Funktionen, Sichten und Rechte sind neu gelegt.\n"), wanted, version);
	}
	return finish(&db, ok, &err);
}

/* Musterstadt, or a generated city of the size that is wanted. */
int cmd_demo(const struct options *o)
{
	struct err err = { 0 };
	const char *params[] = { o->scale };
	private_server_settings(o);
	struct db *db = db_open(o->conninfo);
	bool ok = db_wait_ready(db, &err);
	if (ok && o->scale) {
		struct rowset *rows = db_call(db, query_find("set_demo_scale"), params, &err);
		ok = rows != NULL;
		rowset_free(&rows);
	}
	ok = ok && run_all(db, o->scale ? scale_texts : demo_texts, is_any, 0, &err);
	if (ok && o->scale)
		printf(_("Eine erzeugte Stadt im Maßstab %s liegt in der Datenbank „%s“.\n"), o->scale, db_name(db));
	else if (ok)
		printf(_("Die Vorführgemeinde Musterstadt liegt in der Datenbank „%s“.\n"), db_name(db));
	return finish(&db, ok, &err);
}

/* The first administrator of a new database; later ones are made on the screen. */
int cmd_admin(const struct options *o)
{
	struct err err = { 0 };
	if (o->argc < 2) {
		err_set(&err, "%s", _("wer?"));
		err_hint(&err, "%s", _("ratstisch admin ANMELDENAME [NAME] (der Anmeldename einer Rolle des Servers)"));
		err_print(&err);
		err_clear(&err);
		return 2;
	}
	const char *params[] = { o->argv[1], o->argc > 2 ? o->argv[2] : o->argv[1] };
	private_server_settings(o);
	struct db *db = db_open(o->conninfo);
	struct rowset *rows = db_call(db, query_find("add_administrator"), params, &err);
	bool ok = rows != NULL;
	if (ok)
		printf(_("„%s“ verwaltet jetzt die Datenbank „%s“.\n"), params[0], db_name(db));
	rowset_free(&rows);
	return finish(&db, ok, &err);
}

/* The municipality itself, with the rule set of its state; by the superuser, once. */
int cmd_body(const struct options *o)
{
	struct err err = { 0 };
	if (o->argc != 4) {
		err_set(&err, "%s", _("welche Kommune?"));
		err_hint(&err, "%s", _("ratstisch body NAME KURZNAME NW|ST"));
		err_print(&err);
		err_clear(&err);
		return 2;
	}
	const char *params[] = { o->argv[1], o->argv[2], o->argv[3] };
	private_server_settings(o);
	struct db *db = db_open(o->conninfo);
	struct rowset *rows = db_call(db, query_find("add_body"), params, &err);
	bool ok = rows && rows->rows > 0;
	if (ok)
		printf(_("„%s“ ist angelegt, mit dem Regelwerk: %s\n"), params[0], rowset_text(rows, 0, "rule_set"));
	else if (rows)
		err_set(&err, _("für „%s“ gibt es kein Regelwerk"), params[2]);
	rowset_free(&rows);
	return finish(&db, ok, &err);
}
