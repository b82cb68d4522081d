/* See db.h. */
#include "db/db.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/vec.h"
#include "db/sqlstate.h"

#include <libpq-fe.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RETRY_FIRST_MS 100
#define RETRY_MAX_MS 5000

enum request_stage { STAGE_QUEUED, STAGE_SENT };

struct request {
	const struct query *query;
	size_t variant;
	char **params; /* count entries */
	size_t count;
	enum request_stage stage;
	bool preparing; /* a prepare was sent before it, its result comes first */
	struct rowset *rows;
	struct err err;
	db_done *done; /* NULL: nobody waits */
	void *context;
};

struct db {
	char *conninfo;
	PGconn *conn;
	enum db_state state;
	PostgresPollingStatusType polling;
	struct vec requests; /* struct request *, oldest first */
	size_t sent;         /* how many of them are on their way */
	bool *prepared;      /* per statement, index = first_statement[query] + variant */
	size_t *first_statement;
	size_t statements;
	struct err last;
	int retry_ms;
	int64_t retry_at; /* monotonic ms */
	bool in_callback;
	db_notified *notified;
	void *notified_context;
	db_changed *changed;
	void *changed_context;
};

static int64_t now_ms(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

/* The server's NOTICEs would go to standard error and destroy the screen. */
static void ignore_notice(void *context, const PGresult *result)
{
	(void)context;
	(void)result;
}

/* Texts that the database composes come in the language of the program (sql/functions/41_language.sql); in German nothing is said. */
static char *session_options(void)
{
	const char *language = _("de"), *given = getenv("PGOPTIONS");
	if (strcmp(language, "de") == 0)
		return str_format("%s", given ? given : "");
	return str_format("%s%s-c ratstisch.language=%s", given ? given : "", given ? " " : "", language);
}

static void start_connection(struct db *db)
{
	/* Later settings win: what the user gives beats our defaults. */
	static const char *const keys[] = { "application_name", "keepalives_idle", "tcp_user_timeout",
		                            "target_session_attrs", "options", "dbname", "client_encoding", NULL };
	const char *session = getenv("PGTARGETSESSIONATTRS");
	char *options = session_options();
	const char *values[] = { "ratstisch", "10", "15000", session ? session : "read-write", options, db->conninfo, "UTF8", NULL };
	db->conn = PQconnectStartParams(keys, values, 1);
	free(options);
	db->polling = PGRES_POLLING_WRITING;
	memset(db->prepared, 0, db->statements * sizeof(*db->prepared));
}

struct db *db_open(const char *conninfo)
{
	struct db *db = mem_zalloc(1, sizeof(*db));
	db->conninfo = mem_strdup(conninfo ? conninfo : "");
	db->requests = (struct vec)VEC_OF(struct request *);
	db->first_statement = mem_zalloc(query_count, sizeof(size_t));
	for (size_t i = 0; i < query_count; i++) {
		db->first_statement[i] = db->statements;
		db->statements += query_variant_count(&query_table[i]);
	}
	db->prepared = mem_zalloc(db->statements, sizeof(bool));
	db->retry_ms = RETRY_FIRST_MS;
	db->state = DB_CONNECTING;
	start_connection(db);
	return db;
}

static void request_free(struct request *r)
{
	for (size_t i = 0; i < r->count; i++)
		free(r->params[i]);
	free(r->params);
	rowset_free(&r->rows);
	err_clear(&r->err);
	free(r);
}

static struct request *request_at(const struct db *db, size_t i)
{
	return *(struct request **)vec_at(&db->requests, i);
}

void db_close(struct db **handle)
{
	struct db *db = *handle;
	if (!db)
		return;
	for (size_t i = 0; i < db->requests.len; i++)
		request_free(request_at(db, i));
	vec_clear(&db->requests);
	PQfinish(db->conn);
	err_clear(&db->last);
	free(db->prepared);
	free(db->first_statement);
	free(db->conninfo);
	free(db);
	*handle = NULL;
}

void db_on_notify(struct db *db, db_notified *notified, void *context)
{
	db->notified = notified;
	db->notified_context = context;
}

void db_on_change(struct db *db, db_changed *changed, void *context)
{
	db->changed = changed;
	db->changed_context = context;
}

enum db_state db_state(const struct db *db)
{
	return db->state;
}

const char *db_name(const struct db *db)
{
	const char *name = db->conn ? PQdb(db->conn) : NULL;
	return name ? name : "";
}

const char *db_user(const struct db *db)
{
	const char *user = db->conn ? PQuser(db->conn) : NULL;
	return user ? user : "";
}

size_t db_pending(const struct db *db)
{
	return db->requests.len;
}

static void set_state(struct db *db, enum db_state state)
{
	if (db->state == state)
		return;
	db->state = state;
	if (db->changed)
		db->changed(db->changed_context, state);
}

/* Takes the oldest request out of the queue and answers it. The callback may send new ones. */
static void finish_first(struct db *db)
{
	struct request *r = request_at(db, 0);
	vec_remove(&db->requests, 0);
	if (r->stage == STAGE_SENT)
		db->sent--;
	if (r->done) {
		bool failed = err_is_set(&r->err);
		r->done(r->context, failed ? NULL : r->rows, failed ? &r->err : NULL);
	}
	request_free(r);
}

static void connection_error(struct err *err, const char *message)
{
	sqlstate_error(err, "08006", message && *message ? message : _("die Verbindung wurde unterbrochen"), NULL, NULL, NULL);
}

/* All requests known now fail; those that their callbacks send fail at once by state. */
static void fail_requests(struct db *db)
{
	size_t n = db->requests.len;
	for (size_t i = 0; i < n && db->requests.len > 0; i++) {
		struct request *r = request_at(db, 0);
		if (!err_is_set(&r->err))
			connection_error(&r->err, db->last.detail);
		finish_first(db);
	}
}

static void connection_lost(struct db *db)
{
	connection_error(&db->last, db->conn ? PQerrorMessage(db->conn) : NULL);
	PQfinish(db->conn);
	db->conn = NULL;
	bool first = db->state == DB_CONNECTING;
	db->retry_at = now_ms() + db->retry_ms;
	db->retry_ms = db->retry_ms * 2 > RETRY_MAX_MS ? RETRY_MAX_MS : db->retry_ms * 2;
	for (size_t i = 0; i < db->requests.len; i++)
		request_at(db, i)->stage = STAGE_QUEUED;
	db->sent = 0;
	set_state(db, first ? DB_FAILED : DB_LOST);
	fail_requests(db);
}

int db_fd(const struct db *db)
{
	return db->conn ? PQsocket(db->conn) : -1;
}

short db_poll_events(const struct db *db)
{
	if (!db->conn)
		return 0;
	if (PQstatus(db->conn) != CONNECTION_OK || db->polling != PGRES_POLLING_OK)
		return db->polling == PGRES_POLLING_READING ? POLLIN : POLLOUT;
	return db->sent < db->requests.len || PQflush(db->conn) == 1 ? POLLIN | POLLOUT : POLLIN;
}

int db_timeout(const struct db *db)
{
	if (db->conn || db->state != DB_LOST)
		return -1;
	int64_t left = db->retry_at - now_ms();
	return left > 0 ? (int)left : 0;
}

static size_t statement_index(const struct db *db, const struct request *r)
{
	return db->first_statement[r->query - query_table] + r->variant;
}

static void statement_name(const struct request *r, char name[80])
{
	char *s = str_format("%.60s_%zu", r->query->name, r->variant);
	strcpy(name, s);
	free(s);
}

static bool send_prepared(struct db *db, struct request *r)
{
	char name[80];
	statement_name(r, name);
	bool *prepared = &db->prepared[statement_index(db, r)];
	if (!*prepared) {
		if (!PQsendPrepare(db->conn, name, query_variant_sql(r->query, r->variant), 0, NULL))
			return false;
		r->preparing = true;
		*prepared = true;
	}
	return PQsendQueryPrepared(db->conn, name, (int)r->count, (const char *const *)r->params, NULL, NULL, 0);
}

static bool send_planned_anew(struct db *db, const struct request *r)
{
	return PQsendQueryParams(db->conn, query_variant_sql(r->query, r->variant), (int)r->count, NULL,
	                         (const char *const *)r->params, NULL, NULL, 0);
}

/* One request: prepare if this connection has not seen it, execute, and a sync of its own. */
static bool send_request(struct db *db, struct request *r)
{
	bool sent = query_is_planned_anew(r->query, r->variant) ? send_planned_anew(db, r) : send_prepared(db, r);
	if (!sent || !PQpipelineSync(db->conn))
		return false;
	r->stage = STAGE_SENT;
	db->sent++;
	return true;
}

static bool send_queued(struct db *db)
{
	while (db->sent < db->requests.len)
		if (!send_request(db, request_at(db, db->sent)))
			return false;
	return PQflush(db->conn) >= 0;
}

static struct rowset *result_rows(const PGresult *result)
{
	int cols = PQnfields(result), rows = PQntuples(result);
	const char **line = mem_zalloc((size_t)cols, sizeof(*line));
	for (int c = 0; c < cols; c++)
		line[c] = PQfname(result, c);
	struct rowset *rs = rowset_new((size_t)cols, line);
	for (int r = 0; r < rows; r++) {
		for (int c = 0; c < cols; c++)
			line[c] = PQgetisnull(result, r, c) ? NULL : PQgetvalue(result, r, c);
		rowset_add(rs, line);
	}
	free(line);
	return rs;
}

static void result_error(struct err *err, const PGresult *result)
{
	const char *code = PQresultErrorField(result, PG_DIAG_SQLSTATE);
	const char *column = PQresultErrorField(result, PG_DIAG_COLUMN_NAME);
	if (!column)
		column = PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME);
	const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
	if (!code)
		code = "08006"; /* libpq speaks, not the server: the connection broke in the middle */
	sqlstate_error(err, code, message ? message : PQresultErrorMessage(result),
	               PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL), PQresultErrorField(result, PG_DIAG_MESSAGE_HINT),
	               column);
}

static void take_result(struct db *db, struct request *r, const PGresult *result)
{
	switch (PQresultStatus(result)) {
	case PGRES_TUPLES_OK:
		rowset_free(&r->rows);
		r->rows = result_rows(result);
		break;
	case PGRES_COMMAND_OK:
		if (!r->rows)
			r->rows = rowset_new(0, NULL);
		break;
	case PGRES_PIPELINE_ABORTED:
		break; /* the error before it says why */
	default:
		if (!err_is_set(&r->err))
			result_error(&r->err, result);
		if (r->preparing)
			db->prepared[statement_index(db, r)] = false;
	}
	r->preparing = false;
}

static void read_results(struct db *db)
{
	bool ended = false;
	while (db->conn && db->sent > 0 && !PQisBusy(db->conn)) {
		PGresult *result = PQgetResult(db->conn);
		if (!result && ended)
			break; /* nothing more will come: the connection is gone */
		ended = !result;
		if (!result)
			continue; /* end of one statement's results */
		if (PQresultStatus(result) == PGRES_PIPELINE_SYNC) {
			PQclear(result);
			finish_first(db);
		} else {
			take_result(db, request_at(db, 0), result);
			PQclear(result);
		}
	}
}

static void read_notifies(struct db *db)
{
	PGnotify *n;
	while (db->conn && (n = PQnotifies(db->conn))) {
		if (db->notified)
			db->notified(db->notified_context, n->relname, n->extra);
		PQfreemem(n);
	}
}

static void connected(struct db *db)
{
	PQsetNoticeReceiver(db->conn, ignore_notice, NULL);
	PQsetnonblocking(db->conn, 1);
	PQenterPipelineMode(db->conn);
	db->retry_ms = RETRY_FIRST_MS;
	err_clear(&db->last);
	set_state(db, DB_READY);
}

static void process_connecting(struct db *db)
{
	struct pollfd p = { db_fd(db), db_poll_events(db), 0 };
	if (PQstatus(db->conn) == CONNECTION_BAD) {
		connection_lost(db);
		return;
	}
	if (p.fd >= 0 && poll(&p, 1, 0) == 0)
		return; /* the socket is not ready: polling now would spin */
	db->polling = PQconnectPoll(db->conn);
	if (db->polling == PGRES_POLLING_FAILED)
		connection_lost(db);
	else if (db->polling == PGRES_POLLING_OK)
		connected(db);
}

void db_process(struct db *db)
{
	if (!db->conn) {
		if (db->state != DB_LOST || now_ms() < db->retry_at)
			return;
		start_connection(db);
	}
	if (db->polling != PGRES_POLLING_OK) {
		process_connecting(db);
		if (!db->conn || db->polling != PGRES_POLLING_OK)
			return;
	}
	bool ok = send_queued(db) && PQconsumeInput(db->conn);
	read_results(db); /* an answer that came before the end still counts */
	read_notifies(db);
	if (db->conn && (!ok || PQstatus(db->conn) == CONNECTION_BAD))
		connection_lost(db);
	else if (db->conn && !send_queued(db)) /* what the callbacks asked for */
		connection_lost(db);
}

bool db_flush(struct db *db)
{
	if (!db->conn || db->polling != PGRES_POLLING_OK || db->sent == db->requests.len)
		return true;
	return send_queued(db);
}

void db_send(struct db *db, const struct query *q, size_t variant, const char *const *params, db_done *done,
             void *context)
{
	struct request *r = mem_zalloc(1, sizeof(*r));
	*r = (struct request){ .query = q, .variant = variant, .done = done, .context = context };
	if (db->state == DB_LOST || db->state == DB_FAILED) {
		connection_error(&r->err, db->last.detail);
		if (done)
			done(context, NULL, &r->err);
		request_free(r);
		return;
	}
	r->count = query_param_count(q, variant);
	r->params = mem_zalloc(r->count, sizeof(*r->params));
	for (size_t i = 0; i < r->count; i++)
		r->params[i] = mem_strdup_null(params[i]);
	vec_push(&db->requests, &r);
}

void db_forget(struct db *db, const void *context)
{
	for (size_t i = 0; i < db->requests.len; i++)
		if (request_at(db, i)->context == context)
			request_at(db, i)->done = NULL;
}

static void wait_socket(struct db *db)
{
	struct pollfd p = { db_fd(db), db_poll_events(db), 0 };
	poll(&p, p.fd >= 0 ? 1 : 0, p.fd >= 0 ? 1000 : 20);
	db_process(db);
}

bool db_wait_ready(struct db *db, struct err *err)
{
	while (db->state == DB_CONNECTING)
		wait_socket(db);
	if (db->state == DB_READY)
		return true;
	sqlstate_error(err, db->last.code, db->last.detail, NULL,
	               _("Läuft der Server? Verbindungseinstellungen prüfen (PGHOST, PGSERVICE, -d)."), NULL);
	return false;
}

struct waiting {
	bool done;
	struct rowset *rows;
	struct err *err;
};

static void take_answer(void *context, const struct rowset *rows, const struct err *err)
{
	struct waiting *w = context;
	w->done = true;
	if (err) {
		err_copy(w->err, err);
		return;
	}
	w->rows = rowset_copy(rows);
}

struct rowset *db_call_variant(struct db *db, const struct query *q, size_t variant, const char *const *params,
                               struct err *err)
{
	struct waiting w = { .err = err };
	if (!db_wait_ready(db, err))
		return NULL;
	db_send(db, q, variant, params, take_answer, &w);
	while (!w.done) {
		db_process(db);
		if (!w.done)
			wait_socket(db);
	}
	return w.rows;
}

struct rowset *db_call(struct db *db, const struct query *q, const char *const *params, struct err *err)
{
	return db_call_variant(db, q, 0, params, err);
}

bool db_run_script(struct db *db, const char *sql, struct err *err)
{
	if (!db_wait_ready(db, err))
		return false;
	PQexitPipelineMode(db->conn);
	PQsetnonblocking(db->conn, 0);
	PGresult *result = PQexec(db->conn, sql);
	ExecStatusType status = PQresultStatus(result);
	bool ok = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
	if (!ok)
		result_error(err, result);
	PQclear(result);
	PQsetnonblocking(db->conn, 1);
	PQenterPipelineMode(db->conn);
	return ok;
}

/* The server's name of a type by number, as headers write it; only what headers use. */
static const char *type_name(Oid oid)
{
	static const struct {
		Oid oid;
		const char *name;
	} types[] = { { 16, "bool" }, { 16, "boolean" }, { 20, "bigint" }, { 21, "smallint" }, { 23, "integer" }, { 25, "text" },
		      { 1043, "varchar" }, { 1082, "date" }, { 1184, "timestamptz" }, { 2950, "uuid" }, { 1700, "numeric" },
		      { 3802, "jsonb" }, { 1083, "time" }, { 3912, "daterange" } };
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (types[i].oid == oid)
			return types[i].name;
	return "?";
}

static bool same_type(Oid oid, const char *wanted)
{
	const char *name = type_name(oid);
	if (strcmp(name, wanted) == 0)
		return true;
	return (strcmp(name, "bool") == 0 && strcmp(wanted, "boolean") == 0) ||
	       (strcmp(name, "integer") == 0 && strcmp(wanted, "int") == 0);
}

static bool compare_described(const struct query *q, size_t variant, const PGresult *d, struct err *err)
{
	bool count = q->kind == QUERY_LIST && variant >= q->sort_count * 8;
	size_t params = query_param_count(q, variant);
	if ((size_t)PQnparams(d) != params)
		return err_set(err, "%s: %d parameters, header says %zu", q->name, PQnparams(d), params);
	if (count || q->kind == QUERY_EXEC)
		return true;
	if ((size_t)PQnfields(d) != q->row_count)
		return err_set(err, "%s: %d columns, header says %zu", q->name, PQnfields(d), q->row_count);
	for (size_t i = 0; i < q->row_count; i++)
		if (strcmp(PQfname(d, (int)i), q->rows[i].name) != 0 || !same_type(PQftype(d, (int)i), q->rows[i].type))
			return err_set(err, "%s: column %zu is %s %s, header says %s %s", q->name, i + 1, PQfname(d, (int)i),
			               type_name(PQftype(d, (int)i)), q->rows[i].name, q->rows[i].type);
	return true;
}

bool db_check_query(struct db *db, const struct query *q, size_t variant, struct err *err)
{
	if (!db_wait_ready(db, err))
		return false;
	PQexitPipelineMode(db->conn);
	PQsetnonblocking(db->conn, 0);
	PGresult *p = PQprepare(db->conn, "checked", query_variant_sql(q, variant), 0, NULL);
	bool ok = PQresultStatus(p) == PGRES_COMMAND_OK;
	if (ok) {
		PGresult *d = PQdescribePrepared(db->conn, "checked");
		ok = compare_described(q, variant, d, err);
		PQclear(d);
		PQclear(PQexec(db->conn, "deallocate checked"));
	} else {
		result_error(err, p);
		struct err all = { 0 };
		err_set(&all, "%s: %s", q->name, err && err->detail ? err->detail : PQresultErrorMessage(p));
		err_move(err, &all);
	}
	PQclear(p);
	PQsetnonblocking(db->conn, 1);
	PQenterPipelineMode(db->conn);
	return ok;
}
