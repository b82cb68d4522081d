/*
 * What it costs until the server has something for good, on one connection, in turn: a bare INSERT of one row, and an event
 * of the ledger (a vote, or another kind) through the program's own query. Prints COUNT, P50 and P99 in microseconds of
 * the INSERT, then of the event, then what one fdatasync of a journal line costs on this disk: in the same loop, and (paced)
 * after a pause as long as that between two keys of the bench, because a disk and a processor that have rested are slower.
 *
 *     commit MEETING ITEM,ITEM... COUNT FOLDER       (connection by PGHOST ...)
 *
 * The meeting must be open; the pen is taken; the votes go from item to item.
 */
#include "db/query.h"
#include "pty.h"

#include <libpq-fe.h>

#define PACE_US 60000
#define PACED 100
#define ITEMS 64
#define CLIENT "00000000-0000-4000-8000-0000000be0c4"

static PGconn *connection(void)
{
	PGconn *c = PQconnectdb("");
	if (PQstatus(c) == CONNECTION_OK)
		return c;
	fprintf(stderr, "commit: %s", PQerrorMessage(c));
	exit(1);
}

static void succeed(PGresult *r, PGconn *c)
{
	if (PQresultStatus(r) != PGRES_COMMAND_OK && PQresultStatus(r) != PGRES_TUPLES_OK) {
		fprintf(stderr, "commit: %s", PQerrorMessage(c));
		exit(1);
	}
	PQclear(r);
}

static int64_t insert_row(PGconn *c, int n)
{
	char id[16];
	const char *params[] = { id, "einstimmig angenommen" };
	snprintf(id, sizeof(id), "%d", n);
	int64_t begin = now_us();
	succeed(PQexecPrepared(c, "insert_row", 2, params, NULL, NULL, 0), c);
	return now_us() - begin;
}

static int64_t append_vote(PGconn *c, const char *meeting, const char *item, const char *at, int n)
{
	char id[40];
	const char *params[31] = { id, meeting, at, at, "vote", item };
	snprintf(id, sizeof(id), "%08x-0000-4000-8000-%012x", (unsigned)getpid(), (unsigned)n);
	params[10] = "motion";
	params[11] = "count";
	params[12] = "simple";
	params[13] = "adopted";
	params[15] = params[16] = params[17] = "12";
	params[18] = "12";
	params[19] = params[20] = params[21] = "0";
	params[30] = CLIENT;
	int64_t begin = now_us();
	succeed(PQexecPrepared(c, "append_event", 31, params, NULL, NULL, 0), c);
	return now_us() - begin;
}

static void take_pen(PGconn *c, const char *meeting)
{
	const char *params[] = { meeting, CLIENT, "t" };
	const struct query *q = query_find("take_pen");
	succeed(PQexecParams(c, query_variant_sql(q, 0), 3, NULL, params, NULL, NULL, 0), c);
}

static int64_t flush_line(int fd)
{
	char line[180];
	memset(line, 'x', sizeof(line));
	int64_t begin = now_us();
	if (write(fd, line, sizeof(line)) < 0 || fdatasync(fd) != 0)
		perror("fdatasync");
	return now_us() - begin;
}

/* What the list says, split in place. */
static size_t split_items(char *list, const char *items[ITEMS])
{
	size_t n = 0;
	char *rest = NULL;
	for (char *id = strtok_r(list, ",", &rest); id && n < ITEMS; id = strtok_r(NULL, ",", &rest))
		items[n++] = id;
	return n;
}

static void print(const char *name, struct samples *s)
{
	printf("%s %zu %lld %lld\n", name, s->n, (long long)samples_at(s, 50), (long long)samples_at(s, 99));
}

int main(int argc, char **argv)
{
	struct samples bare = { 0 }, vote = { 0 }, flush = { 0 }, paced = { 0 };
	char path[4096], at[32];
	const char *items[ITEMS];
	size_t item_count = argc == 5 ? split_items(argv[2], items) : 0;
	if (item_count == 0)
		return 2;
	PGconn *c = connection();
	snprintf(path, sizeof(path), "%s/commit.line", argv[4]);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	snprintf(at, sizeof(at), "%lld", (long long)time(NULL) * 1000000);
	succeed(PQprepare(c, "insert_row", "insert into public.bench_row (id, words) values ($1, $2)", 0, NULL), c);
	succeed(PQprepare(c, "append_event", query_variant_sql(query_find("append_event"), 0), 0, NULL), c);
	take_pen(c, argv[1]);
	int count = (int)strtol(argv[3], NULL, 10), warm = count / 10 + 12; /* plans are kept from the sixth call on */
	for (int i = 0; i < count + warm; i++) {
		int64_t a = insert_row(c, i), b = append_vote(c, argv[1], items[(size_t)i % item_count], at, i), d = flush_line(fd);
		if (i < warm)
			continue;
		samples_add(&bare, a);
		samples_add(&vote, b);
		samples_add(&flush, d);
	}
	for (int i = 0; i < PACED && i < count; i++) {
		struct timespec pause = { 0, PACE_US * 1000 };
		ppoll(NULL, 0, &pause, NULL);
		samples_add(&paced, flush_line(fd));
	}
	print("insert", &bare);
	print("event", &vote);
	print("fdatasync", &flush);
	print("paced", &paced);
	unlink(path);
	close(fd);
	PQfinish(c);
	return 0;
}
