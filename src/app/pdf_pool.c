/* See pdf_pool.h. */
#include "app/pdf_pool.h"

#include "app/document_file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORKERS_MAX 16
#define WORDS_MAX 4

/*
 * Of WeasyPrint only its command line is used, which is the same in all versions. It is asked and answers over its standard input, a
 * socket: lengths of name and page, name, page; back comes a line, "+" or what was wrong.
 */
static const char script[] =
	"import io, os, sys\n"
	"from weasyprint.__main__ import main\n"
	"asked, answer = os.fdopen(os.dup(0), 'rb'), os.fdopen(os.dup(0), 'wb')\n"
	"for head in iter(asked.readline, b''):\n"
	"    name, page = [asked.read(int(size)) for size in head.split()]\n"
	"    try:\n"
	"        main(['--quiet', '--pdf-variant', 'pdf/ua-1', '--encoding', 'utf8', '-', os.fsdecode(name)], stdin=io.BytesIO(page))\n"
	"        said = '+'\n"
	"    except (Exception, SystemExit) as fault:\n"
	"        said = '-' + ' '.join(str(fault).split())[:300]\n"
	"    answer.write(said.encode('utf-8', 'replace') + b'\\n')\n"
	"    answer.flush()\n";

struct worker {
	pid_t process;
	int fd;
	char *path; /* NULL: it waits for work */
};

struct pdf_pool {
	struct worker workers[WORKERS_MAX];
	size_t count, most, written;
	char *interpreter; /* of WeasyPrint, with its arguments; NULL: not known, each document gets a process of its own */
	void (*done)(void *context, size_t written);
	void *context;
};

/* ---- finding it ---- */

static char *find_program(const char *name)
{
	const char *path = getenv("PATH");
	char *copy = mem_strdup(path ? path : "/usr/bin:/bin"), *rest = copy, *folder, *found = NULL;
	while (!found && (folder = strsep(&rest, ":"))) {
		found = str_format("%s/%s", *folder ? folder : ".", name);
		if (access(found, X_OK) != 0) {
			free(found);
			found = NULL;
		}
	}
	free(copy);
	return found;
}

/* WeasyPrint is a script of Python: its first line names the one it is installed for. */
static char *find_interpreter(void)
{
	char line[256] = "", *program = find_program("weasyprint"), *found = NULL;
	FILE *in = program ? fopen(program, "re") : NULL;
	if (in && fgets(line, sizeof(line), in) && strncmp(line, "#!", 2) == 0 && strstr(line, "python"))
		found = mem_strndup(line + 2, strcspn(line + 2, "\r\n"));
	if (in)
		fclose(in);
	free(program);
	return found;
}

bool pdf_is_possible(struct err *err)
{
	char *program = find_program("weasyprint");
	bool ok = program != NULL;
	free(program);
	if (!ok) {
		err_set(err, "%s", _("PDF geht auf diesem Rechner nicht"));
		err_hint(err, "%s", _("Das Paket weasyprint installieren; HTML geht ohne es."));
	}
	return ok;
}

struct pdf_pool *pdf_pool_open(void (*done)(void *context, size_t written), void *context)
{
	struct pdf_pool *p = mem_zalloc(1, sizeof(*p));
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	p->most = processors < 1 ? 1 : processors > WORKERS_MAX ? WORKERS_MAX : (size_t)processors;
	p->interpreter = find_interpreter();
	p->done = done;
	p->context = context;
	return p;
}

/* ---- one process ---- */

static void run_worker(const char *interpreter, int socket)
{
	char *words[WORDS_MAX + 3], *copy = mem_strdup(interpreter), *rest = copy, *word;
	size_t n = 0;
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	umask(077);
	while (n < WORDS_MAX && (word = strsep(&rest, " \t")))
		if (*word)
			words[n++] = word;
	words[n++] = (char[]){ "-c" };
	words[n++] = mem_strdup(script);
	words[n] = NULL;
	int quiet = open("/dev/null", O_WRONLY);
	dup2(socket, STDIN_FILENO);
	if (quiet >= 0) {
		dup2(quiet, STDOUT_FILENO);
		dup2(quiet, STDERR_FILENO);
	}
	execvp(words[0], words);
	_exit(127);
}

static struct worker *start_worker(struct pdf_pool *p)
{
	struct worker *w = &p->workers[p->count];
	int ends[2];
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return NULL;
	pid_t child = fork();
	if (child == 0)
		run_worker(p->interpreter, ends[1]);
	close(ends[1]);
	if (child < 0) {
		close(ends[0]);
		return NULL;
	}
	*w = (struct worker){ .process = child, .fd = ends[0] };
	p->count++;
	return w;
}

static bool send_all(int fd, const char *bytes, size_t size)
{
	while (size > 0) {
		ssize_t n = send(fd, bytes, size, MSG_NOSIGNAL); /* it may be gone */
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		bytes += n;
		size -= (size_t)n;
	}
	return true;
}

static bool give(struct worker *w, const struct str *page, const char *path)
{
	char head[64];
	snprintf(head, sizeof(head), "%zu %zu\n", strlen(path), page->len);
	mem_replace(&w->path, path);
	return send_all(w->fd, head, strlen(head)) && send_all(w->fd, path, strlen(path)) &&
	       send_all(w->fd, str_text(page), page->len);
}

/* Its answer, which is short; false: it has failed, or is gone. */
static bool hear(struct worker *w, struct err *err)
{
	char line[1024], c = 0;
	size_t n = 0;
	ssize_t got = 1;
	while (n < sizeof(line) - 1 && ((got = recv(w->fd, &c, 1, 0)) > 0 || (got < 0 && errno == EINTR)) && c != '\n')
		if (got > 0)
			line[n++] = c;
	line[n] = '\0';
	if (line[0] != '+' && !err_is_set(err)) {
		err_set(err, "%s", _("das PDF wurde nicht geschrieben"));
		err_detail(err, "%s%s%s", w->path, n > 1 ? ": " : "", n > 1 ? line + 1 : "");
		err_hint(err, "%s", n > 0 ? _("Ordner, Rechte und Platz prüfen.")
		                          : _("Das Paket weasyprint installieren; HTML geht ohne es."));
	}
	mem_replace(&w->path, NULL);
	return line[0] == '+';
}

static void count_one(struct pdf_pool *p)
{
	p->written++;
	if (p->done)
		p->done(p->context, p->written);
}

/* Waits until one of those at work has answered; NULL and err: with a fault. */
static struct worker *await_one(struct pdf_pool *p, struct err *err)
{
	struct pollfd fds[WORKERS_MAX];
	size_t at[WORKERS_MAX], n = 0;
	for (size_t i = 0; i < p->count; i++)
		if (p->workers[i].path) {
			fds[n] = (struct pollfd){ p->workers[i].fd, POLLIN, 0 };
			at[n++] = i;
		}
	while (n > 0 && poll(fds, n, -1) < 0 && errno == EINTR)
		continue;
	for (size_t i = 0; i < n; i++) {
		struct worker *w = &p->workers[at[i]];
		if (!fds[i].revents)
			continue;
		if (!hear(w, err))
			return NULL;
		count_one(p);
		return w;
	}
	return NULL;
}

static struct worker *free_worker(struct pdf_pool *p, struct err *err)
{
	for (size_t i = 0; i < p->count; i++)
		if (!p->workers[i].path)
			return &p->workers[i];
	struct worker *w = p->count < p->most ? start_worker(p) : NULL;
	return w ? w : await_one(p, err);
}

/* ---- all ---- */

static bool write_alone(struct pdf_pool *p, const struct doc *doc, const char *css, const char *path, struct err *err)
{
	bool ok = document_write_file(doc, DOCUMENT_PDF, css, path, false, err);
	if (ok)
		count_one(p);
	return ok;
}

bool pdf_pool_add(struct pdf_pool *p, const struct doc *doc, const char *css, const char *path, struct err *err)
{
	struct str page = { 0 };
	if (!p->interpreter)
		return write_alone(p, doc, css, path, err);
	struct worker *w = free_worker(p, err);
	if (!w && p->count == 0)
		return write_alone(p, doc, css, path, err);
	if (!w)
		return false;
	document_page(doc, css, &page);
	bool ok = give(w, &page, path) || hear(w, err);
	str_clear(&page);
	return ok;
}

bool pdf_pool_close(struct pdf_pool **handle, struct err *err)
{
	struct pdf_pool *p = *handle;
	bool ok = true;
	for (size_t i = 0; i < p->count; i++) {
		struct worker *w = &p->workers[i];
		int status;
		bool busy = w->path != NULL, heard = busy && hear(w, err);
		if (heard)
			count_one(p);
		ok = ok && (heard || !busy);
		close(w->fd); /* its end */
		while (waitpid(w->process, &status, 0) < 0 && errno == EINTR)
			continue;
		free(w->path);
	}
	free(p->interpreter);
	free(p);
	*handle = NULL;
	return ok && !err_is_set(err);
}
