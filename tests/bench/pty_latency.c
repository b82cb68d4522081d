/*
 * How long a program in a terminal takes from a key to its picture.
 *
 *     pty_latency MODE [OPTIONS] -- PROGRAM ARGUMENTS...
 *
 * keys    sends keys one by one; prints: COUNT P50 P99 in microseconds, first burst; then COUNT P50 P99 to the last burst
 * start   starts the program again and again; prints COUNT P50 P99 from the start to the end of the first picture
 * memory  prints the kilobytes resident, proportional and private of the running program
 *
 * --size 120x40     of the terminal
 * --ready TEXT      the program is ready when this has been painted (start: the picture ends with the burst that has it)
 * --setup KEYS      typed before, one by one, each painted before the next; then silence is awaited
 * --after COMMAND   run then (a server made slow)
 * --keys KEYS       typed in turn, again and again
 * --count N         so many times
 * --quiet MS        silence after which everything has been painted (default 30)
 * --least BYTES     later bursts that are shorter are not waited for: a count that comes to its rows (default 0)
 *
 * In KEYS: \r Enter, \e Escape, \s a pause of 300 ms, \u \d \n \p \h \t: up, down, page down and up, home, end, \b backspace.
 */
#include "pty.h"

struct run {
	const char *mode, *ready, *setup, *after, *keys;
	int cols, rows, count;
	int64_t quiet;
	size_t least;
	char **argv;
};

#define KEY_MAX 32

/* Splits into keys; '\s' becomes an empty one. */
static size_t split_keys(const char *text, char keys[][KEY_MAX], size_t size)
{
	static const struct {
		char letter;
		const char *bytes;
	} names[] = { { 'r', "\r" }, { 'e', "\033" }, { 'u', "\033OA" }, { 'd', "\033OB" }, { 'n', "\033[6~" },
		      { 'p', "\033[5~" }, { 'h', "\033OH" }, { 't', "\033OF" }, { 's', "" }, { 'b', "\177" } };
	size_t n = 0;
	for (const char *c = text ? text : ""; *c && n < size; c++, n++) {
		size_t length = 1;
		if (*c == '\\' && c[1]) {
			c++;
			for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
				if (names[i].letter == *c)
					snprintf(keys[n], KEY_MAX, "%s", names[i].bytes);
			continue;
		}
		while (((unsigned char)c[length] & 0xc0) == 0x80)
			length++;
		snprintf(keys[n], KEY_MAX, "%.*s", (int)length, c);
		c += length - 1;
	}
	return n;
}

static bool begin(struct pty *p, const struct run *r)
{
	char keys[256][KEY_MAX];
	if (!pty_start(p, r->cols, r->rows, r->argv) ||
	    !(r->ready ? pty_wait_text(p, r->ready, 100000) : pty_burst(p, 300000, 10000000) > 0)) {
		fprintf(stderr, "pty_latency: %s does not paint%s%s\n%.*s\n", r->argv[0], r->ready ? ": " : "", r->ready ? r->ready : "",
		        (int)p->len, p->seen);
		return false;
	}
	size_t n = split_keys(r->setup, keys, 256);
	for (size_t i = 0; i < n; i++) {
		pty_send(p, keys[i]);
		pty_burst(p, *keys[i] ? r->quiet : 300000, *keys[i] ? 2000000 : 300000);
	}
	return p->fd >= 0 && (!r->after || system(r->after) == 0);
}

/* Until everything has been painted; the end of the last burst that counts, 0 when there was none. */
static int64_t later_bursts(struct pty *p, const struct run *r)
{
	int64_t last = 0, burst;
	size_t before = p->bytes;
	while ((burst = pty_burst(p, PTY_GAP_US, r->quiet)) != 0) {
		if (p->bytes - before >= r->least)
			last = burst;
		before = p->bytes;
	}
	return last;
}

static int run_keys(const struct run *r)
{
	struct pty p;
	struct samples first = { 0 }, last = { 0 };
	char keys[256][KEY_MAX];
	size_t n = split_keys(r->keys, keys, 256), silent = 0;
	if (n == 0 || !begin(&p, r))
		return 1;
	for (int i = 0; i < r->count && p.fd >= 0; i++) {
		pty_burst(&p, 2000, 2000); /* a clock that paints just now is not the key's doing */
		int64_t sent = now_us();
		pty_send(&p, keys[(size_t)i % n]);
		int64_t painted = pty_burst(&p, PTY_GAP_US, 10000000);
		if (!painted) {
			silent++;
			continue;
		}
		int64_t later = later_bursts(&p, r);
		samples_add(&first, painted - sent);
		samples_add(&last, (later ? later : painted) - sent);
	}
	bool lived = p.fd >= 0;
	if (lived)
		pty_end(&p);
	printf("%zu %lld %lld %zu %lld %lld\n", first.n, (long long)samples_at(&first, 50), (long long)samples_at(&first, 99), last.n,
	       (long long)samples_at(&last, 50), (long long)samples_at(&last, 99));
	if (!lived || silent * 10 > (size_t)r->count) {
		fprintf(stderr, "pty_latency: %s: %zu keys without a picture%s\n", r->argv[0], silent, lived ? "" : ", ended");
		return 1;
	}
	return 0;
}

static int run_start(const struct run *r)
{
	struct samples s = { 0 };
	struct pty p;
	for (int i = 0; i < r->count; i++) {
		int64_t sent = now_us(), painted = 0, end = sent + 10000000;
		if (!pty_start(&p, r->cols, r->rows, r->argv))
			return 1;
		while (p.fd >= 0 && now_us() < end && (!painted || (r->ready && !pty_has(&p, r->ready)))) {
			int64_t burst = pty_burst(&p, 2000, 1000000);
			painted = burst ? burst : painted;
		}
		if (!painted || (r->ready && !pty_has(&p, r->ready))) {
			fprintf(stderr, "pty_latency: %s does not start\n%.*s\n", r->argv[0], (int)p.len, p.seen);
			return 1;
		}
		samples_add(&s, painted - sent);
		pty_end(&p);
	}
	printf("%zu %lld %lld\n", s.n, (long long)samples_at(&s, 50), (long long)samples_at(&s, 99));
	return 0;
}

static int run_memory(const struct run *r)
{
	struct pty p;
	if (!begin(&p, r))
		return 1;
	pty_burst(&p, 300000, 300000);
	printf("%ld %ld %ld\n", pty_memory(p.pid, "Rss:"), pty_memory(p.pid, "Pss:"),
	       pty_memory(p.pid, "Private_Clean:") + pty_memory(p.pid, "Private_Dirty:"));
	pty_end(&p);
	return 0;
}

static bool read_option(struct run *r, const char *name, const char *value)
{
	if (strcmp(name, "--size") == 0)
		return sscanf(value, "%dx%d", &r->cols, &r->rows) == 2;
	if (strcmp(name, "--ready") == 0)
		r->ready = value;
	else if (strcmp(name, "--setup") == 0)
		r->setup = value;
	else if (strcmp(name, "--after") == 0)
		r->after = value;
	else if (strcmp(name, "--keys") == 0)
		r->keys = value;
	else if (strcmp(name, "--count") == 0)
		r->count = (int)strtol(value, NULL, 10);
	else if (strcmp(name, "--quiet") == 0)
		r->quiet = strtol(value, NULL, 10) * 1000;
	else if (strcmp(name, "--least") == 0)
		r->least = (size_t)strtol(value, NULL, 10);
	else
		return false;
	return true;
}

int main(int argc, char **argv)
{
	struct run r = { .cols = 120, .rows = 40, .count = 100, .quiet = 30000 };
	int i = 2;
	if (argc > 1)
		r.mode = argv[1];
	while (i + 1 < argc && strcmp(argv[i], "--") != 0 && read_option(&r, argv[i], argv[i + 1]))
		i += 2;
	if (!r.mode || i + 1 >= argc || strcmp(argv[i], "--") != 0) {
		fputs("usage: pty_latency keys|start|memory [OPTIONS] -- PROGRAM ARGUMENTS...\n", stderr);
		return 2;
	}
	r.argv = argv + i + 1;
	setenv("TERM", "xterm-256color", 1);
	if (strcmp(r.mode, "keys") == 0)
		return run_keys(&r);
	return strcmp(r.mode, "start") == 0 ? run_start(&r) : run_memory(&r);
}
