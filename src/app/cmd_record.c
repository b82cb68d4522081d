/* minutes and check: documents of a meeting and its ledger, from the shell. See commands.h. */
#include "app/app.h"
#include "app/commands.h"
#include "app/document_file.h"
#include "app/fold_check.h"
#include "app/meeting_load.h"
#include "app/record.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct loaded {
	struct setup setup;
	struct sitting sitting;
	bool done, folded;
	struct err *err;
};

static void there(void *context, const struct vec *events, const struct err *err)
{
	struct loaded *l = context;
	l->done = true;
	if (err) {
		err_copy(l->err, err);
		return;
	}
	sitting_init(&l->sitting, &l->setup);
	sitting_rebuild(&l->sitting, events->data, events->len);
	l->folded = true;
}

static bool load(struct db *db, int64_t id, struct loaded *l, struct err *err)
{
	*l = (struct loaded){ .err = err };
	setup_init(&l->setup);
	meeting_load_start(db, id, &l->setup, there, l);
	while (!l->done) {
		struct pollfd p = { db_fd(db), db_poll_events(db), 0 };
		db_process(db);
		if (!l->done)
			poll(&p, p.fd >= 0 ? 1 : 0, 1000);
	}
	return l->folded;
}

static void unload(struct loaded *l)
{
	if (l->folded)
		sitting_clear(&l->sitting);
	setup_clear(&l->setup);
}

static bool parse_id(const struct options *o, int64_t *id, struct err *err)
{
	char *end = NULL;
	if (o->argc == 2)
		*id = strtoll(o->argv[1], &end, 10);
	if (end && !*end && *id > 0)
		return true;
	err_set(err, "%s", _("welche Sitzung?"));
	return err_hint(err, "ratstisch %s %s", o->argv[0], _("SITZUNG (Nummer der Sitzung; 'ratstisch' zeigt sie)"));
}

/* *status becomes 2 for wrong use. */
static bool write_document(const struct options *o, const struct loaded *l, int *status, struct err *err)
{
	enum record_document document;
	enum document_format format;
	size_t item = SITTING_NONE;
	struct doc doc;
	if (!record_document_parse(o->document, &document) || !document_format_parse(o->format, &format)) {
		*status = 2;
		err_set(err, "%s", _("unbekannte Form oder unbekanntes Dokument"));
		return err_hint(err, "%s", "--document minutes|excerpts|overview|history  --format text|html|pdf");
	}
	if (o->item && (item = sitting_find_number(&l->sitting, o->item)) == SITTING_NONE)
		return err_set(err, _("es gibt keinen TOP „%s“"), o->item);
	if (o->item && document == RECORD_MINUTES)
		document = RECORD_EXCERPTS;
	struct minutes_options m = { MINUTES_BY_SETUP,
		                     o->public_only ? MINUTES_PUBLIC : o->nonpublic_only ? MINUTES_NONPUBLIC : MINUTES_BOTH, NULL,
		                     !setup_is_signed(&l->setup) };
	char *css = document_read_css(o->css, err);
	if (!css && o->css)
		return false;
	record_build(&l->sitting, document, item, &m, &doc);
	bool ok = document_write_file(&doc, format, css, o->output, true, err);
	doc_clear(&doc);
	free(css);
	return ok;
}

int cmd_minutes(const struct options *o)
{
	struct err err = { 0 };
	int status = 1;
	struct loaded l;
	int64_t id = 0;
	if (!parse_id(o, &id, &err)) {
		err_print(&err);
		err_clear(&err);
		return 2;
	}
	private_server_settings(o);
	struct db *db = db_open(o->conninfo);
	bool ok = db_wait_ready(db, &err);
	if (ok) {
		ok = load(db, id, &l, &err) && record_is_readable(&l.setup, &l.sitting, &err) && write_document(o, &l, &status, &err);
		unload(&l);
	}
	db_close(&db);
	err_print(&err);
	err_clear(&err);
	return ok ? 0 : status;
}

/* The chain, and the projections against a rebuild: both in the database. Prints its findings. */
static bool check_ledger(struct db *db, const char *meeting, struct err *err)
{
	const char *params[] = { meeting };
	struct rowset *rows = db_call(db, query_find("check_ledger"), params, err);
	bool ok = rows && rows->rows > 0;
	for (size_t i = 0; rows && i < rows->rows; i++) {
		const char *what = rowset_text(rows, i, "what");
		printf("%s\t%s\t%s\n", what, rowset_text(rows, i, "seq"), rowset_text(rows, i, "detail"));
		ok = ok && strcmp(what, "ok") == 0;
	}
	rowset_free(&rows);
	return ok;
}

/* The fold of this program against the projections. Prints each difference. */
static bool check_fold(struct db *db, const char *meeting, int64_t id, struct err *err)
{
	struct loaded l;
	const char *params[] = { meeting };
	struct str lines = { 0 };
	bool ok = load(db, id, &l, err);
	struct rowset *facts = ok ? db_call(db, query_find("check_facts"), params, err) : NULL;
	ok = facts && fold_check(&l.sitting, facts, &lines) == 0;
	fputs(str_text(&lines), stdout);
	str_clear(&lines);
	rowset_free(&facts);
	unload(&l);
	return ok;
}

/* One line per finding; what, seq or fact, detail. Exit status 1 when there is one that is not "ok". */
int cmd_check(const struct options *o)
{
	struct err err = { 0 };
	int64_t id = 0;
	char text[24];
	if (!parse_id(o, &id, &err)) {
		err_print(&err);
		err_clear(&err);
		return 2;
	}
	snprintf(text, sizeof(text), "%lld", (long long)id);
	private_server_settings(o);
	struct db *db = db_open(o->conninfo);
	bool ok = check_ledger(db, text, &err);
	ok = !err_is_set(&err) && check_fold(db, text, id, &err) && ok;
	db_close(&db);
	err_print(&err);
	err_clear(&err);
	return ok ? 0 : 1;
}
