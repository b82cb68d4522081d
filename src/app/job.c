/* See job.h. */
#include "app/job.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORDS_MAX 32
#define SELF "/proc/self/exe"

struct job {
	pid_t process;
	FILE *out, *errors; /* files without a name: a pipe would end the work with the screen */
	char *path;
	char *shown; /* the progress that was told */
};

static void job_free(struct job *j)
{
	if (j->out)
		fclose(j->out);
	if (j->errors)
		fclose(j->errors);
	free(j->path);
	free(j->shown);
	free(j);
}

/* ---- beginning ---- */

/* A file without a name that the processes of others do not get. */
static FILE *nameless(void)
{
	FILE *file = tmpfile();
	if (file)
		fcntl(fileno(file), F_SETFD, FD_CLOEXEC);
	return file;
}

static void run(const struct job *j, const char *const *words)
{
	char *argv[WORDS_MAX + 2] = { mem_strdup("ratstisch") };
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	setsid(); /* the end of the terminal is not its end */
	for (size_t i = 0; i < WORDS_MAX && words[i]; i++)
		argv[i + 1] = mem_strdup(words[i]);
	int nothing = open("/dev/null", O_RDONLY);
	if (nothing >= 0)
		dup2(nothing, STDIN_FILENO);
	dup2(fileno(j->out), STDOUT_FILENO);
	dup2(fileno(j->errors), STDERR_FILENO);
	execv(SELF, argv);
	dprintf(STDERR_FILENO, "ratstisch: %s\n  %s\n", SELF, strerror(errno));
	_exit(127);
}

bool job_start(struct app *a, const char *const *words, const char *path, struct err *err)
{
	if (a->job) {
		err_set(err, "%s", _("es wird schon geschrieben"));
		err_detail(err, "%s", a->job->path);
		return err_hint(err, "%s", _("Warten, bis es fertig ist; dann noch einmal."));
	}
	struct job *j = mem_zalloc(1, sizeof(*j));
	*j = (struct job){ .process = -1, .out = nameless(), .errors = nameless(), .path = mem_strdup(path) };
	if (j->out && j->errors)
		j->process = fork();
	if (j->process == 0)
		run(j, words);
	if (j->process < 0) {
		err_set(err, "%s", _("die Arbeit lässt sich nicht beginnen"));
		err_detail(err, "%s", strerror(errno));
		job_free(j);
		return false;
	}
	a->job = j;
	message_info(&a->message, _("Wird geschrieben: %s"), path);
	return true;
}

/* ---- under way ---- */

/* What was written to the file; pread, because the place in it is shared with the process that writes. */
static char *content(FILE *file)
{
	struct str out = { 0 };
	char bytes[4096];
	ssize_t n;
	while ((n = pread(fileno(file), bytes, sizeof(bytes), (off_t)out.len)) > 0)
		str_add_n(&out, bytes, (size_t)n);
	return str_take(&out);
}

/* The last whole line. */
static char *last_line(FILE *file)
{
	char *text = content(file), *end = strrchr(text, '\n'), *begin;
	if (!end) {
		free(text);
		return NULL;
	}
	*end = '\0';
	begin = strrchr(text, '\n');
	char *line = mem_strdup(begin ? begin + 1 : text);
	free(text);
	return line;
}

/* Not over another message; that goes with the next key. */
static void show_progress(struct app *a, struct job *j)
{
	char *line = last_line(j->out);
	if (line && !str_equal(line, j->shown) && (!message_is_shown(&a->message) || j->shown)) {
		message_info(&a->message, _("Wird geschrieben: %s (%s)"), j->path, line);
		mem_replace(&j->shown, line);
	}
	free(line);
}

/* "ratstisch: what\n  detail\n  hint" as err_print writes it. */
static void show_failure(struct app *a, const struct job *j)
{
	struct err err = { 0 };
	char *text = content(j->errors), *rest = text, *line = strsep(&rest, "\n");
	size_t prefix = strncmp(line, "ratstisch: ", 11) == 0 ? 11 : 0;
	err_set(&err, "%s", *line ? line + prefix : _("nicht geschrieben"));
	err_detail(&err, "%s%s%s", j->path, rest && *rest ? "\n" : "", rest ? rest : "");
	message_error(&a->message, &err);
	free(text);
}

void job_tick(struct app *a)
{
	struct job *j = a->job;
	int status = 0;
	pid_t done = j ? waitpid(j->process, &status, WNOHANG) : 0;
	if (!j)
		return;
	if (done == 0) {
		show_progress(a, j);
		return;
	}
	if (done == j->process && WIFEXITED(status) && WEXITSTATUS(status) == 0) {
		char *line = last_line(j->out);
		message_info(&a->message, line ? _("Geschrieben: %s (%s)") : _("Geschrieben: %s"), j->path, line);
		free(line);
	} else {
		show_failure(a, j);
	}
	a->job = NULL;
	job_free(j);
}

void job_forget(struct app *a)
{
	if (a->job)
		job_free(a->job);
	a->job = NULL;
}
