/* minutes and check: documents of a meeting and its ledger, from the shell. See commands.h. */
#include "app/app.h"
#include "app/commands.h"
#include "app/document_file.h"
#include "app/fold_check.h"
#include "app/journal.h"
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
		ok = load(db, id, &l, &err) && record_is_readable(&l.sitting, &err) && write_document(o, &l, &status, &err);
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

/*
 * The journal of this machine is a witness outside the database: what the
 * server confirmed to it stands in the ledger, word for word. Cutting off the
 * end of a ledger leaves its chain whole; the journal still tells. Prints the
 * first difference.
 */
static bool check_journal(const struct options *o, struct db *db, int64_t id, const struct sitting *s, struct err *err)
{
	struct rowset *identity = db_call(db, query_find("session_identity"), NULL, err);
	struct journal *j = identity ? journal_read(o->journal, rowset_text(identity, 0, "database"), id, err) : NULL;
	bool ok = !err_is_set(err);
	for (size_t i = 0; j && ok && i < journal_entries(j)->len; i++) {
		const struct journal_entry *entry = vec_at(journal_entries(j), i);
		const struct sitting_event *se = sitting_event(s, &entry->event.event_id);
		if (entry->state != JOURNAL_CONFIRMED || (se && ledger_event_equal(&se->event, &entry->event)))
			continue;
		printf("%s\t%lld\t%s\n", "journal", (long long)entry->event.seq,
		       se ? _("das Ereignis lautet im Journal dieses Rechners anders")
		          : _("das Ereignis fehlt; im Journal dieses Rechners steht es als bestätigt"));
		ok = false;
	}
	rowset_free(&identity);
	journal_close(&j);
	return ok;
}

/* The fold of this program against the projections. Prints each difference. */
static bool check_fold(const struct options *o, struct db *db, const char *meeting, int64_t id, struct err *err)
{
	struct loaded l;
	const char *params[] = { meeting };
	struct str lines = { 0 };
	bool ok = load(db, id, &l, err);
	struct rowset *facts = ok ? db_call(db, query_find("check_facts"), params, err) : NULL;
	ok = facts && fold_check(&l.sitting, facts, &lines) == 0;
	fputs(str_text(&lines), stdout);
	ok = l.folded && check_journal(o, db, id, &l.sitting, err) && ok;
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
	ok = !err_is_set(&err) && check_fold(o, db, text, id, &err) && ok;
	db_close(&db);
	err_print(&err);
	err_clear(&err);
	return ok ? 0 : 1;
}
