/*
 * A server that answers late: passes one Unix socket on to another. From SIGUSR1 on every byte of the server waits for
 * so many milliseconds.
 *
 *     delay_proxy LISTEN_SOCKET SERVER_SOCKET MILLISECONDS
 */
#include "pty.h"

#include <sys/socket.h>
#include <sys/un.h>

#define PAIRS 8
#define PIECES 4096

struct piece {
	int64_t due;
	size_t n;
	char *bytes;
};

struct pair {
	int client, server;
	struct piece late[PIECES]; /* ring */
	size_t first, count;
};

static volatile sig_atomic_t slow;

static void make_slow(int signal_number)
{
	(void)signal_number;
	slow = 1;
}

static int open_socket(const char *path, bool listening)
{
	struct sockaddr_un a = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	snprintf(a.sun_path, sizeof(a.sun_path), "%s", path);
	if (listening)
		unlink(path);
	if (fd < 0 || (listening ? bind(fd, (struct sockaddr *)&a, sizeof(a)) || listen(fd, PAIRS)
	                         : connect(fd, (struct sockaddr *)&a, sizeof(a)))) {
		perror(path);
		exit(1);
	}
	return fd;
}

static void end_pair(struct pair *p)
{
	close(p->client);
	close(p->server);
	for (; p->count; p->count--, p->first++)
		free(p->late[p->first % PIECES].bytes);
	p->client = p->server = -1;
}

static bool write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t done = send(fd, bytes, n, MSG_NOSIGNAL);
		if (done <= 0)
			return false;
		bytes += done;
		n -= (size_t)done;
	}
	return true;
}

/* From the server: at once, or kept until it is due. */
static bool from_server(struct pair *p, int64_t delay)
{
	char bytes[65536];
	ssize_t n = read(p->server, bytes, sizeof(bytes));
	if (n <= 0)
		return false;
	if (!slow && p->count == 0)
		return write_all(p->client, bytes, (size_t)n);
	if (p->count == PIECES)
		return false;
	struct piece *late = &p->late[(p->first + p->count++) % PIECES];
	*late = (struct piece){ now_us() + (slow ? delay : 0), (size_t)n, malloc((size_t)n) };
	memcpy(late->bytes, bytes, (size_t)n);
	return true;
}

static bool from_client(struct pair *p)
{
	char bytes[65536];
	ssize_t n = read(p->client, bytes, sizeof(bytes));
	return n > 0 && write_all(p->server, bytes, (size_t)n);
}

/* Milliseconds until the next piece is due, at most a second. */
static int hand_on(struct pair *p)
{
	while (p->count && p->late[p->first % PIECES].due <= now_us()) {
		struct piece *late = &p->late[p->first % PIECES];
		write_all(p->client, late->bytes, late->n);
		free(late->bytes);
		p->first++;
		p->count--;
	}
	int64_t wait = p->count ? (p->late[p->first % PIECES].due - now_us()) / 1000 + 1 : 1000;
	return wait < 0 ? 0 : wait > 1000 ? 1000 : (int)wait;
}

int main(int argc, char **argv)
{
	static struct pair pairs[PAIRS];
	struct sigaction action = { .sa_handler = make_slow };
	if (argc != 4)
		return 2;
	sigaction(SIGUSR1, &action, NULL);
	int64_t delay = strtol(argv[3], NULL, 10) * 1000;
	int door = open_socket(argv[1], true);
	for (int i = 0; i < PAIRS; i++)
		pairs[i].client = pairs[i].server = -1;
	for (;;) {
		struct pollfd fds[1 + 2 * PAIRS] = { { door, POLLIN, 0 } };
		int wait = 1000;
		for (int i = 0; i < PAIRS; i++) {
			int due = pairs[i].client >= 0 ? hand_on(&pairs[i]) : 1000;
			wait = due < wait ? due : wait;
			fds[1 + 2 * i] = (struct pollfd){ pairs[i].client, POLLIN, 0 };
			fds[2 + 2 * i] = (struct pollfd){ pairs[i].server, POLLIN, 0 };
		}
		if (poll(fds, 1 + 2 * PAIRS, wait) < 0)
			continue;
		for (int i = 0; i < PAIRS; i++)
			if (pairs[i].client >= 0 && ((fds[1 + 2 * i].revents && !from_client(&pairs[i])) ||
			                             (fds[2 + 2 * i].revents && !from_server(&pairs[i], delay))))
				end_pair(&pairs[i]);
		for (int i = 0; fds[0].revents && i < PAIRS; i++)
			if (pairs[i].client < 0) {
				pairs[i] = (struct pair){ .client = accept4(door, NULL, NULL, SOCK_CLOEXEC), .server = -1 };
				pairs[i].server = open_socket(argv[2], false);
				break;
			}
	}
}
