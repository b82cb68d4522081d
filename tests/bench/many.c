/*
 * Many programs at once, each in a terminal of its own: one process watches all of them.
 *
 *     many PROGRAMS RECORDERS SECONDS PERIOD_MS COMMAND_AT_HALF -- RATSTISCH
 *
 * Program i logs in as platz0001 + i (the accounts of `demo --scale`, which the server must let in). The recorders (every
 * tenth account may record) open meetings 1, 2 ... and type votes; of the others half scroll the list of meetings, half
 * move on the start page. A key every period, at another moment for each. Prints
 *
 *     keys N p50 p99 max        key to paint in microseconds, all programs
 *     recorded N p50 p99 max    the same for keys that record
 *     silent N                  keys without a picture until the next one was due
 *     ended N                   programs that did not live to the end
 *     errors N                  programs that painted an error
 *     memory RSS PSS            kilobytes of all programs
 */
#include "pty.h"

#include <sys/epoll.h>

#define START_PAUSE_US 15000

struct one {
	struct pty pty;
	bool recorder;
	int64_t sent, painted; /* of the key under way */
	size_t typed;
};

struct many {
	struct one *ones;
	size_t count, recorders;
	int64_t period;
	int epoll;
	struct samples all, records;
	size_t silent, ended, errors;
};

static void close_account(struct many *m, struct one *o)
{
	if (!o->sent)
		return;
	if (!o->painted)
		m->silent++;
	else {
		samples_add(&m->all, o->painted - o->sent);
		if (o->recorder)
			samples_add(&m->records, o->painted - o->sent);
	}
	o->sent = 0;
}

static void receive(struct many *m, struct one *o)
{
	char bytes[16384];
	ssize_t n = read(o->pty.fd, bytes, sizeof(bytes));
	int64_t now = now_us();
	if (n <= 0) {
		epoll_ctl(m->epoll, EPOLL_CTL_DEL, o->pty.fd, NULL);
		close(o->pty.fd);
		o->pty.fd = -1;
		m->ended++;
		return;
	}
	if (memmem(bytes, (size_t)n, "Fehler", 6) || memmem(bytes, (size_t)n, "abgelehnt", 9))
		m->errors++;
	pty_keep(&o->pty, bytes, (size_t)n);
	if (o->sent && (!o->painted || now - o->painted < PTY_GAP_US))
		o->painted = now;
}

static void watch(struct many *m, int64_t until)
{
	struct epoll_event events[64];
	for (int64_t now = now_us(); now < until; now = now_us()) {
		int wait = (int)((until - now) / 1000);
		int n = epoll_wait(m->epoll, events, 64, wait);
		for (int i = 0; i < n; i++)
			receive(m, &m->ones[events[i].data.u32]);
		if (n == 0 && wait == 0)
			break;
	}
}

static bool start_one(struct many *m, size_t i, char *program)
{
	struct one *o = &m->ones[i];
	char login[32], meeting[32], verb[] = "table";
	char *argv[] = { program, verb, meeting, NULL };
	struct epoll_event e = { .events = EPOLLIN, .data.u32 = (uint32_t)i };
	/* Accounts 1, 11, 21 ... take minutes. */
	size_t number = o->recorder ? i * 10 + 1 : 2 + (i - m->recorders) + (i - m->recorders) / 9;
	snprintf(login, sizeof(login), "platz%04zu", number);
	snprintf(meeting, sizeof(meeting), "%zu", i + 1);
	if (!o->recorder)
		argv[1] = NULL;
	setenv("PGUSER", login, 1);
	return pty_start(&o->pty, 120, 40, argv) && epoll_ctl(m->epoll, EPOLL_CTL_ADD, o->pty.fd, &e) == 0;
}

/* What is typed before the bench begins. */
static void prepare(struct many *m)
{
	for (size_t i = m->recorders; i < m->count; i++)
		if (i % 2 && m->ones[i].pty.fd >= 0) {
			pty_send(&m->ones[i].pty, "S"); /* list of meetings */
			watch(m, now_us() + START_PAUSE_US);
		}
	watch(m, now_us() + 500000 + (int64_t)m->count * 10000);
}

static const char *next_key(struct one *o, size_t i)
{
	static const char *const votes[] = { "\r", "\r", "e" };
	size_t n = o->typed++;
	if (o->recorder)
		return n == 0 ? votes[0] : votes[1 + (n - 1) % 2];
	if (i % 2)
		return n % 12 < 6 ? "\033[6~" : "\033[5~";
	return n % 2 ? "\033OA" : "\033OB";
}

static void type(struct many *m, size_t i)
{
	struct one *o = &m->ones[i];
	close_account(m, o);
	if (o->pty.fd < 0)
		return;
	const char *key = next_key(o, i);
	o->painted = 0;
	o->sent = now_us();
	pty_send(&o->pty, key);
}

static void run(struct many *m, int64_t length, const char *at_half)
{
	int64_t begin = now_us(), step = m->period / (int64_t)m->count;
	size_t turns = (size_t)(length / m->period);
	for (size_t turn = 0; turn < turns; turn++) {
		for (size_t i = 0; i < m->count; i++) {
			watch(m, begin + (int64_t)turn * m->period + (int64_t)i * step);
			type(m, i);
		}
		if (turn == turns / 2 && *at_half && fork() == 0)
			_exit(system(at_half) != 0);
	}
	watch(m, now_us() + 500000);
	for (size_t i = 0; i < m->count; i++)
		close_account(m, &m->ones[i]);
}

static void report(struct many *m, long rss, long pss)
{
	printf("keys %zu %lld %lld %lld\n", m->all.n, (long long)samples_at(&m->all, 50), (long long)samples_at(&m->all, 99),
	       (long long)samples_at(&m->all, 100));
	printf("recorded %zu %lld %lld %lld\n", m->records.n, (long long)samples_at(&m->records, 50),
	       (long long)samples_at(&m->records, 99), (long long)samples_at(&m->records, 100));
	printf("silent %zu\nended %zu\nerrors %zu\nmemory %ld %ld\n", m->silent, m->ended, m->errors, rss, pss);
}

int main(int argc, char **argv)
{
	struct many m = { .epoll = epoll_create1(EPOLL_CLOEXEC) };
	if (argc != 8 || strcmp(argv[6], "--") != 0)
		return 2;
	m.count = (size_t)strtol(argv[1], NULL, 10);
	m.recorders = (size_t)strtol(argv[2], NULL, 10);
	m.period = strtol(argv[4], NULL, 10) * 1000;
	m.ones = calloc(m.count, sizeof(*m.ones));
	setenv("TERM", "xterm-256color", 1);
	signal(SIGCHLD, SIG_DFL);
	for (size_t i = 0; i < m.count; i++) {
		m.ones[i].recorder = i < m.recorders;
		if (!start_one(&m, i, argv[7]))
			return 1;
		watch(&m, now_us() + START_PAUSE_US);
	}
	watch(&m, now_us() + 500000 + (int64_t)m.count * 10000);
	m.errors = 0;
	prepare(&m);
	run(&m, strtol(argv[3], NULL, 10) * 1000000, argv[5]);
	long rss = 0, pss = 0;
	for (size_t i = 0; i < m.count; i++) {
		rss += pty_memory(m.ones[i].pty.pid, "Rss:");
		pss += pty_memory(m.ones[i].pty.pid, "Pss:");
	}
	report(&m, rss, pss);
	for (size_t i = 0; i < m.count; i++)
		kill(m.ones[i].pty.pid, SIGTERM);
	for (size_t i = 0; i < m.count; i++)
		if (m.ones[i].pty.fd >= 0)
			pty_end(&m.ones[i].pty);
	return m.ended || m.errors ? 1 : 0;
}
