/*
 * A program in a pseudo terminal, for the bench: keys in, bytes out, the time between them.
 *
 * A paint is the burst of bytes that follows a key: it ends with the last byte before the terminal stays silent for a
 * moment (PTY_GAP_US), as somebody sees it who waits for the picture to stand. The same for every program measured.
 * One program writes a picture in one piece or in several without a pause; what it writes after the pause (an answer of
 * the server) is the next burst.
 */
#ifndef TESTS_BENCH_PTY_H
#define TESTS_BENCH_PTY_H

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PTY_GAP_US 250

struct pty {
	pid_t pid;
	int fd;
	char seen[1 << 16]; /* last bytes, for pty_wait_text */
	size_t len;
	size_t bytes; /* since the last key */
};

static inline int64_t now_us(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static inline void pty_keep(struct pty *p, const char *bytes, size_t n)
{
	if (p->len + n > sizeof(p->seen)) {
		size_t half = sizeof(p->seen) / 2;
		if (p->len > half) {
			memmove(p->seen, p->seen + p->len - half, half);
			p->len = half;
		}
		if (n > half)
			return;
	}
	memcpy(p->seen + p->len, bytes, n);
	p->len += n;
	p->bytes += n;
}

static inline bool pty_start(struct pty *p, int cols, int rows, char *const argv[])
{
	struct winsize size = { (unsigned short)rows, (unsigned short)cols, 0, 0 };
	p->len = p->bytes = 0;
	p->pid = forkpty(&p->fd, NULL, NULL, &size);
	if (p->pid == 0) {
		execvp(argv[0], argv);
		_exit(127);
	}
	return p->pid > 0 && fcntl(p->fd, F_SETFD, FD_CLOEXEC) == 0;
}

/* Reads what is there or comes within the time; false: nothing came, or the program has ended (p->fd is -1). */
static inline bool pty_read(struct pty *p, int64_t wait_us)
{
	char bytes[8192];
	struct pollfd poll_fd = { p->fd, POLLIN, 0 };
	struct timespec t = { wait_us / 1000000, wait_us % 1000000 * 1000 };
	if (p->fd < 0 || ppoll(&poll_fd, 1, &t, NULL) <= 0)
		return false;
	ssize_t n = read(p->fd, bytes, sizeof(bytes));
	if (n <= 0) {
		close(p->fd);
		p->fd = -1;
		return false;
	}
	pty_keep(p, bytes, (size_t)n);
	return true;
}

/* Reads until nothing comes for `gap`; the moment of the last byte, or 0 when none came within `limit`. */
static inline int64_t pty_burst(struct pty *p, int64_t gap, int64_t limit)
{
	int64_t last = 0;
	while (pty_read(p, last ? gap : limit))
		last = now_us();
	return last;
}

static inline bool pty_has(const struct pty *p, const char *text)
{
	return memmem(p->seen, p->len, text, strlen(text)) != NULL;
}

/* Until the text has come and the terminal is silent for `gap`. */
static inline bool pty_wait_text(struct pty *p, const char *text, int64_t gap)
{
	int64_t end = now_us() + 30000000;
	while (!pty_has(p, text))
		if (p->fd < 0 || now_us() > end || (!pty_read(p, 1000000) && p->fd < 0))
			return false;
	pty_burst(p, gap, gap);
	return p->fd >= 0;
}

static inline void pty_send(struct pty *p, const char *key)
{
	p->bytes = 0;
	p->len = 0;
	if (write(p->fd, key, strlen(key)) < 0)
		perror("write");
}

static inline void pty_end(struct pty *p)
{
	kill(p->pid, SIGTERM);
	for (int64_t end = now_us() + 5000000; waitpid(p->pid, NULL, WNOHANG) == 0;) {
		pty_read(p, 5000);
		if (now_us() > end)
			kill(p->pid, SIGKILL);
	}
	if (p->fd >= 0)
		close(p->fd);
	p->fd = -1;
}

/* Kilobytes of a line of /proc/PID/smaps_rollup. */
static inline long pty_memory(pid_t pid, const char *name)
{
	char path[64], line[256];
	long kb = 0;
	snprintf(path, sizeof(path), "/proc/%d/smaps_rollup", (int)pid);
	FILE *in = fopen(path, "re");
	while (in && fgets(line, sizeof(line), in))
		if (strncmp(line, name, strlen(name)) == 0)
			kb = strtol(line + strlen(name), NULL, 10);
	if (in)
		fclose(in);
	return kb;
}

/* --- samples ---------------------------------------------------------------- */

struct samples {
	int64_t *us;
	size_t n, size;
};

static inline void samples_add(struct samples *s, int64_t us)
{
	if (s->n == s->size) {
		s->size = s->size ? 2 * s->size : 256;
		s->us = realloc(s->us, s->size * sizeof(*s->us));
		if (!s->us)
			abort();
	}
	s->us[s->n++] = us;
}

static inline int samples_compare(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
	return (x > y) - (x < y);
}

/* Sorts. */
static inline int64_t samples_at(struct samples *s, int percent)
{
	qsort(s->us, s->n, sizeof(*s->us), samples_compare);
	return s->n ? s->us[(s->n - 1) * (size_t)percent / 100] : -1;
}

#endif
