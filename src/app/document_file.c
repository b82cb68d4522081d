/* See document_file.h. */
#include "app/document_file.h"

#include "base/i18n.h"
#include "base/io.h"
#include "base/mem.h"
#include "document/html.h"
#include "document/text.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define TEXT_WIDTH 80

bool document_format_parse(const char *name, enum document_format *format)
{
	static const char *const names[] = { "text", "html", "pdf" };
	*format = DOCUMENT_TEXT;
	for (int i = 0; name && i < 3; i++)
		if (strcmp(names[i], name) == 0) {
			*format = (enum document_format)i;
			return true;
		}
	return !name;
}

const char *document_format_suffix(enum document_format format)
{
	static const char *const suffixes[] = { "txt", "html", "pdf" };
	return suffixes[format];
}

static bool read_all(FILE *in, struct str *out)
{
	char buffer[8192];
	size_t n;
	while ((n = fread(buffer, 1, sizeof(buffer), in)) > 0)
		str_add_n(out, buffer, n);
	return !ferror(in);
}

char *document_read_css(const char *path, struct err *err)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	char *place = path ? mem_strdup(path)
	              : config && *config ? str_format("%s/ratstisch/dokument.css", config)
	                                  : str_format("%s/.config/ratstisch/dokument.css", home ? home : "");
	struct str out = { 0 };
	FILE *in = fopen(place, "re");
	bool ok = in && read_all(in, &out);
	if (!ok && path)
		io_fault(err, _("die Gestaltungsdatei lässt sich nicht lesen"), place);
	if (in)
		fclose(in);
	free(place);
	if (ok)
		return str_take(&out);
	str_clear(&out);
	return NULL;
}

static void render(const struct doc *doc, enum document_format format, const char *css, struct str *out)
{
	struct html_options options = { .css = css };
	if (format == DOCUMENT_TEXT)
		document_write_text(doc, TEXT_WIDTH, out);
	else
		document_write_html(doc, &options, out);
}

void document_page(const struct doc *doc, const char *css, struct str *out)
{
	render(doc, DOCUMENT_PDF, css, out);
}

static bool write_plain(const struct str *text, const char *path, bool replace, struct err *err)
{
	int fd = path ? open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (replace ? O_TRUNC : O_EXCL), 0600) : STDOUT_FILENO;
	bool ok = fd >= 0 && io_write_all(fd, str_text(text), text->len) && (!path || fsync(fd) == 0);
	if (!ok)
		io_fault(err, _("die Datei lässt sich nicht schreiben"), path ? path : "-");
	if (path && fd >= 0)
		close(fd);
	if (!ok && path && fd >= 0 && !replace)
		unlink(path); /* half a document looks like one */
	return ok;
}

bool document_write_bytes(const struct str *bytes, const char *path, struct err *err)
{
	return write_plain(bytes, path, false, err);
}

void document_child(int page, bool quiet)
{
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	umask(077);
	unsetenv("PGPASSWORD");
	int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
	dup2(page, STDIN_FILENO);
	if (nowhere >= 0 && quiet)
		dup2(nowhere, STDOUT_FILENO);
	if (nowhere >= 0)
		dup2(nowhere, STDERR_FILENO);
}

/* The child writes the file itself; the page goes to it through a file without a name. */
static int spawn_weasyprint(int page, const char *path)
{
	pid_t child = fork();
	if (child != 0)
		return child;
	const char *place = !path ? "-" : *path == '-' ? str_format("./%s", path) : path; /* no option, nor standard output */
	document_child(page, path != NULL);
	execlp("weasyprint", "weasyprint", "--pdf-variant", "pdf/ua-1", "--encoding", "utf8", "-", place, (char *)NULL);
	_exit(127);
}

/* So nothing that is there, nor that a link points to, is written over. */
static bool claim(const char *path, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return io_fault(err, _("die Datei lässt sich nicht schreiben"), path);
	close(fd);
	return true;
}

int document_start_pdf(const struct doc *doc, const char *css, const char *path, bool replace, struct err *err)
{
	struct str page = { 0 };
	int child = -1;
	bool own = path && !replace;
	if (own && !claim(path, err))
		return -1;
	FILE *file = tmpfile();
	render(doc, DOCUMENT_PDF, css, &page);
	if (file && io_write_all(fileno(file), str_text(&page), page.len) && lseek(fileno(file), 0, SEEK_SET) == 0)
		child = spawn_weasyprint(fileno(file), path);
	if (child < 0)
		io_fault(err, _("das PDF lässt sich nicht beginnen"), path ? path : "-");
	if (child < 0 && own)
		unlink(path);
	if (file)
		fclose(file);
	str_clear(&page);
	return child;
}

enum pdf_state document_pdf_done(int process)
{
	int status;
	pid_t done = waitpid(process, &status, WNOHANG);
	if (done == 0)
		return PDF_RUNNING;
	return done == process && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? PDF_WRITTEN : PDF_FAILED;
}

static bool write_pdf(const struct doc *doc, const char *css, const char *path, bool replace, struct err *err)
{
	int status = -1;
	int child = document_start_pdf(doc, css, path, replace, err);
	if (child < 0)
		return false;
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	if (path && !replace)
		unlink(path);
	err_set(err, "%s", _("das PDF wurde nicht geschrieben"));
	err_detail(err, "weasyprint: %d", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
	return err_hint(err, "%s", _("Das Paket weasyprint installieren; HTML geht ohne es."));
}

bool document_write_file(const struct doc *doc, enum document_format format, const char *css, const char *path,
                         bool replace, struct err *err)
{
	struct str text = { 0 };
	if (format == DOCUMENT_PDF)
		return write_pdf(doc, css, path, replace, err);
	render(doc, format, css, &text);
	bool ok = write_plain(&text, path, replace, err);
	str_clear(&text);
	return ok;
}
