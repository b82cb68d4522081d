/* See pdf_pool.h. */
#include "app/pdf_pool.h"

#include "app/document_file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORKERS_MAX 16
#define WORDS_MAX 4
#define ANSWER_SECONDS 900 /* one document; who is silent for longer hangs */
#define PDF_MAX (1UL << 30)

/*
 * Of WeasyPrint only its command line is used, which is the same in all versions. It is asked and answers over its standard input, a
 * socket: the page and the PDF, each behind a line with its length; or a line with "-" and what was wrong. So files are written in one
 * place only, and a page that is cut off, because the program has ended, becomes none. Modules are not looked for in the folder the
 * program was called in, which -c would do first.
 */
static const char script[] =
	"import sys\n"
	"sys.path = [place for place in sys.path if place]\n"
	"import io, os\n"
	"from weasyprint.__main__ import main\n"
	"asked, answer = os.fdopen(os.dup(0), 'rb'), os.fdopen(os.dup(0), 'wb')\n"
	"for size in iter(asked.readline, b''):\n"
	"    page, pdf = asked.read(int(size)), io.BytesIO()\n"
	"    if len(page) < int(size):\n"
	"        break\n"
	"    try:\n"
	"        main(['--quiet', '--pdf-variant', 'pdf/ua-1', '--encoding', 'utf8', '-', '-'], stdin=io.BytesIO(page), stdout=pdf)\n"
	"        said = b'%d\\n' % len(pdf.getvalue()) + pdf.getvalue()\n"
	"    except (Exception, SystemExit) as fault:\n"
	"        said = ('-' + ' '.join(str(fault).split())[:200] + '\\n').encode('utf-8', 'replace')\n"
	"    answer.write(said)\n"
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
	if (in && fgets(line, sizeof(line), in) && strncmp(line, "#!", 2) == 0 && strchr(line, '\n') && strstr(line, "python"))
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
	while (n < WORDS_MAX && (word = strsep(&rest, " \t")))
		if (*word)
			words[n++] = word;
	words[n++] = (char[]){ "-c" };
	words[n++] = mem_strdup(script);
	words[n] = NULL;
	document_child(socket, true);
	execvp(words[0], words);
	_exit(127);
}

static struct worker *start_worker(struct pdf_pool *p)
{
	static const struct timeval longest = { ANSWER_SECONDS, 0 };
	struct worker *w = &p->workers[p->count];
	int ends[2];
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return NULL;
	setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof(longest));
	setsockopt(ends[0], SOL_SOCKET, SO_SNDTIMEO, &longest, sizeof(longest));
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
	char head[32];
	snprintf(head, sizeof(head), "%zu\n", page->len);
	mem_replace(&w->path, path);
	return send_all(w->fd, head, strlen(head)) && send_all(w->fd, str_text(page), page->len);
}

/* Bytes that are there, at most size; 0: it is gone or silent. */
static size_t receive(int fd, char *bytes, size_t size)
{
	ssize_t n;
	do
		n = recv(fd, bytes, size, 0);
	while (n < 0 && errno == EINTR);
	return n > 0 ? (size_t)n : 0;
}

/* A line without its end; false: there is none. */
static bool read_line(int fd, char *line, size_t size)
{
	size_t n = 0;
	while (n < size - 1 && receive(fd, line + n, 1) == 1 && line[n] != '\n')
		n++;
	bool whole = line[n] == '\n';
	line[n] = '\0';
	return whole;
}

static bool read_pdf(int fd, size_t size, struct str *pdf)
{
	char bytes[8192];
	size_t n = 1;
	while (pdf->len < size && n > 0) {
		n = receive(fd, bytes, size - pdf->len < sizeof(bytes) ? size - pdf->len : sizeof(bytes));
		str_add_n(pdf, bytes, n);
	}
	return pdf->len == size;
}

/* said: what was wrong, NULL: it is gone or silent, and no longer needed. The first fault is kept. */
static void broken(struct worker *w, const char *said, struct err *err)
{
	if (!said)
		kill(w->process, SIGKILL);
	if (err_is_set(err))
		return;
	err_set(err, "%s", _("das PDF wurde nicht geschrieben"));
	err_detail(err, "%s%s%s", w->path, said && *said ? ": " : "", said ? said : "");
	err_hint(err, "%s", said ? _("HTML geht ohne WeasyPrint.") : _("Das Paket weasyprint installieren; HTML geht ohne es."));
}

/* Its answer becomes the file; false: it has failed, or is gone. */
static bool hear(struct worker *w, struct err *err)
{
	char line[1024] = "", *end = NULL;
	struct str pdf = { 0 };
	bool whole = read_line(w->fd, line, sizeof(line));
	unsigned long size = whole && *line != '-' ? strtoul(line, &end, 10) : 0;
	bool ok = size > 0 && size <= PDF_MAX && !*end && read_pdf(w->fd, size, &pdf);
	if (!ok)
		broken(w, whole && *line == '-' ? line + 1 : NULL, err);
	else
		ok = document_write_bytes(&pdf, w->path, err_is_set(err) ? NULL : err);
	mem_replace(&w->path, NULL);
	str_clear(&pdf);
	return ok;
}

static void count_one(struct pdf_pool *p)
{
	p->written++;
	if (p->done)
		p->done(p->context, p->written);
}

/* All are at work: waits until one has answered; NULL and err: with a fault. */
static struct worker *await_one(struct pdf_pool *p, struct err *err)
{
	struct pollfd fds[WORKERS_MAX];
	int ready;
	for (size_t i = 0; i < p->count; i++)
		fds[i] = (struct pollfd){ p->workers[i].fd, POLLIN, 0 };
	do
		ready = poll(fds, p->count, ANSWER_SECONDS * 1000);
	while (ready < 0 && errno == EINTR);
	for (size_t i = 0; i < p->count; i++) {
		struct worker *w = &p->workers[i];
		if (ready > 0 && !fds[i].revents)
			continue;
		if (ready <= 0)
			broken(w, NULL, err);
		if (ready <= 0 || !hear(w, err))
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
