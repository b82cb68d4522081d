/*
 * Faults of the world below a program, for tests: loaded before it (LD_PRELOAD).
 *
 *   FAULT=count:FILE   writes into FILE, at the end, how many steps there were
 *   FAULT=kill:N       kill -9 before step N
 *   FAULT=torn:N       journal write N writes half of its bytes, then kill -9
 *   FAULT=full:N       from journal write N on the disk is full after half of the bytes,
 *                      until the file FAULT_SPACE exists
 *   FAULT=crumbs:N     what the server says comes at most N bytes at a time
 *
 * A step is a call that moves an event on: write, fdatasync or ftruncate of a
 * journal, or what goes to or comes from the server.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

enum fault { NONE, COUNT, KILL, TORN, FULL, CRUMBS };

static struct {
	bool read; /* the settings were */
	enum fault fault;
	const char *file;
	unsigned long at, steps, writes;
} state;

static void write_count(void)
{
	FILE *out = fopen(state.file, "we");
	if (!out)
		return;
	fprintf(out, "%lu %lu\n", state.steps, state.writes);
	fclose(out);
}

static void read_settings(void)
{
	static const char *const names[] = { "", "count:", "kill:", "torn:", "full:", "crumbs:" };
	const char *wanted = getenv("FAULT");
	if (state.read)
		return;
	state.read = true;
	for (int i = COUNT; wanted && i <= CRUMBS; i++) {
		size_t n = strlen(names[i]);
		if (strncmp(wanted, names[i], n) != 0)
			continue;
		state.fault = (enum fault)i;
		state.file = wanted + n;
		state.at = strtoul(wanted + n, NULL, 10);
	}
	if (state.fault == COUNT)
		atexit(write_count);
}

static void die(void)
{
	kill(getpid(), SIGKILL);
	pause();
}

static void step(void)
{
	read_settings();
	if (++state.steps == state.at && state.fault == KILL)
		die();
}

static bool is_journal(int fd)
{
	char link[64], path[4096];
	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	ssize_t n = readlink(link, path, sizeof(path) - 1);
	return n > 8 && memcmp(path + n - 8, ".journal", 8) == 0;
}

static void *real(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

typedef ssize_t write_function(int, const void *, size_t);

static bool has_space(void)
{
	const char *file = getenv("FAULT_SPACE");
	return file && access(file, F_OK) == 0;
}

ssize_t write(int fd, const void *bytes, size_t n)
{
	write_function *original = (write_function *)real("write");
	if (!is_journal(fd))
		return original(fd, bytes, n);
	step();
	state.writes++;
	if (state.fault == TORN && state.writes == state.at) {
		ssize_t ignored = original(fd, bytes, n / 2);
		(void)ignored;
		die();
	}
	if (state.fault == FULL && state.writes >= state.at && !has_space()) {
		if (n > 1 && state.writes == state.at)
			return original(fd, bytes, n / 2); /* the rest does not fit: the next write says so */
		errno = ENOSPC;
		return -1;
	}
	return original(fd, bytes, n);
}

int fdatasync(int fd)
{
	int (*original)(int) = (int (*)(int))real("fdatasync");
	step();
	return original(fd);
}

int ftruncate(int fd, off_t length)
{
	int (*original)(int, off_t) = (int (*)(int, off_t))real("ftruncate");
	step();
	return original(fd, length);
}

ssize_t send(int fd, const void *bytes, size_t n, int flags)
{
	ssize_t (*original)(int, const void *, size_t, int) = (ssize_t(*)(int, const void *, size_t, int))real("send");
	step();
	return original(fd, bytes, n, flags);
}

ssize_t recv(int fd, void *bytes, size_t n, int flags)
{
	ssize_t (*original)(int, void *, size_t, int) = (ssize_t(*)(int, void *, size_t, int))real("recv");
	step();
	if (state.fault == CRUMBS && n > state.at)
		n = state.at;
	return original(fd, bytes, n, flags);
}
