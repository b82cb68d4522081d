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

static bool file_fault(struct err *err, const char *what, const char *path)
{
	int saved = errno;
	err_set(err, "%s", what);
	err_detail(err, "%s: %s", path, strerror(saved));
	return err_hint(err, "%s", saved == EEXIST ? _("Eine Datei dieses Namens gibt es schon: anderen Namen wählen.")
	                                           : _("Ordner, Rechte und Platz prüfen."));
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
		file_fault(err, _("die Gestaltungsdatei lässt sich nicht lesen"), place);
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
		file_fault(err, _("die Datei lässt sich nicht schreiben"), path ? path : "-");
	if (path && fd >= 0)
		close(fd);
	if (!ok && path && fd >= 0 && !replace)
		unlink(path); /* a part of it would stand in the way of the next attempt */
	return ok;
}

/* The child writes the file itself; the page goes to it through a file without a name. */
static int spawn_weasyprint(int page, const char *path)
{
	pid_t child = fork();
	if (child != 0)
		return child;
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	umask(077);
	int quiet = open("/dev/null", O_WRONLY);
	dup2(page, STDIN_FILENO);
	if (quiet >= 0 && path)
		dup2(quiet, STDOUT_FILENO);
	if (quiet >= 0)
		dup2(quiet, STDERR_FILENO);
	execlp("weasyprint", "weasyprint", "--pdf-variant", "pdf/ua-1", "--encoding", "utf8", "-", path ? path : "-",
	       (char *)NULL);
	_exit(127);
}

int document_start_pdf(const struct doc *doc, const char *css, const char *path, struct err *err)
{
	struct str page = { 0 };
	FILE *file = tmpfile();
	int child = -1;
	render(doc, DOCUMENT_PDF, css, &page);
	if (file && io_write_all(fileno(file), str_text(&page), page.len) && lseek(fileno(file), 0, SEEK_SET) == 0)
		child = spawn_weasyprint(fileno(file), path);
	if (child < 0)
		file_fault(err, _("das PDF lässt sich nicht beginnen"), path ? path : "-");
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
	if (path && !replace && access(path, F_OK) == 0) {
		errno = EEXIST;
		return file_fault(err, _("die Datei lässt sich nicht schreiben"), path);
	}
	int child = document_start_pdf(doc, css, path, err);
	if (child < 0)
		return false;
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
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
