/* The loop in a terminal: polls keys, size and database together, paints once a turn. See app.h. */
#include "app/app.h"

#include "app/script.h"
#include "app/speaker.h"
#include "base/encoding.h"
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
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#define GOODBYE_MS 2000
#define GOODBYE_STEP_MS 20

struct loop {
	struct app *app;
	int signals; /* signalfd: new size, hang-up, end */
	int ticks;   /* timerfd: once a second */
};

static bool open_signals(struct loop *l, struct err *err)
{
	static const int wanted[] = { SIGWINCH, SIGHUP, SIGTERM, SIGINT };
	sigset_t set;
	struct itimerspec second = { { 1, 0 }, { 1, 0 } };
	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++)
		sigaddset(&set, wanted[i]);
	sigprocmask(SIG_BLOCK, &set, NULL);
	l->signals = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
	l->ticks = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
	if (l->signals >= 0 && l->ticks >= 0 && timerfd_settime(l->ticks, 0, &second, NULL) == 0)
		return true;
	err_set(err, "%s", _("das System gibt keine Zeit- und Signalmelder her"));
	return err_detail(err, "%s", strerror(errno));
}

static void resized(struct app *a)
{
	int rows, cols;
	term_resize(a->term);
	term_size(a->term, &rows, &cols);
	app_resize(a, rows, cols);
}

/* SIGINT comes only from outside: ^C is a key like others in raw mode. */
static void read_signals(struct loop *l)
{
	struct signalfd_siginfo info;
	while (read(l->signals, &info, sizeof(info)) == (ssize_t)sizeof(info)) {
		if (info.ssi_signo == SIGWINCH)
			resized(l->app);
		else
			l->app->quit = true;
	}
}

static void read_ticks(struct loop *l)
{
	uint64_t n;
	struct event tick = { .type = EVENT_TICK };
	if (read(l->ticks, &n, sizeof(n)) == (ssize_t)sizeof(n))
		app_event(l->app, &tick);
}

static void read_keys(struct app *a)
{
	struct event e;
	while (!a->quit && term_read(a->term, &e)) {
		app_event(a, &e);
		event_clear(&e);
		if (a->speaker) /* also what was typed ahead is seen to be typed */
			speaker_turn(a->speaker);
	}
	if (term_is_gone(a->term))
		a->quit = true;
}

static void suspend(struct app *a)
{
	a->suspend = false;
	term_suspend(a->term);
	kill(0, SIGTSTP);
	term_resume(a->term);
	resized(a);
	if (a->speaker)
		speaker_again(a->speaker);
}

/* Waits, and obeys keys; true: the database has something, or something is due there. */
static bool wait_turn(struct loop *l)
{
	struct app *a = l->app;
	struct pollfd p[4] = {
		{ term_fd(a->term), POLLIN, 0 },
		{ l->signals, POLLIN, 0 },
		{ l->ticks, POLLIN, 0 },
		{ db_fd(a->db), db_poll_events(a->db), 0 },
	};
	int ready = poll(p, 4, db_timeout(a->db));
	if (p[1].revents)
		read_signals(l);
	if (p[2].revents)
		read_ticks(l);
	if (p[0].revents)
		read_keys(a);
	return ready <= 0 || p[3].revents || db_state(a->db) != DB_READY;
}

/* The last events get a moment to reach the server; what does not stays in the journal. */
static void deliver_rest(struct app *a)
{
	app_turn(a);
	for (int waited = 0; waited < GOODBYE_MS && !app_is_settled(a); waited += GOODBYE_STEP_MS) {
		struct pollfd p = { db_fd(a->db), db_poll_events(a->db), 0 };
		poll(&p, p.fd >= 0 ? 1 : 0, GOODBYE_STEP_MS);
		app_turn(a);
	}
}

/* What is the case, as a picture or in words. */
static void show(struct app *a)
{
	if (a->repaint)
		term_resume(a->term);
	if (a->speaker && a->repaint)
		speaker_again(a->speaker);
	a->repaint = false;
	if (a->speaker) {
		speaker_turn(a->speaker);
		return;
	}
	app_draw(a);
	term_paint(a->term, a->canvas);
}

bool app_run(struct app *a, struct err *err)
{
	struct loop l = { a, -1, -1 };
	if (!open_signals(&l, err))
		return false;
	a->term = a->speaker ? term_open_lines(err) : term_open(err);
	if (!a->term)
		return false;
	resized(a);
	app_turn(a);
	while (!a->quit) {
		show(a);
		if (!db_flush(a->db)) { /* the server is told after the eye */
			app_turn(a);
			show(a);
		}
		if (wait_turn(&l))
			app_turn(a);
		else
			app_obey(a);
		if (a->suspend)
			suspend(a);
	}
	app_run_action(a, "keep_text", "");
	deliver_rest(a);
	term_close(&a->term);
	close(l.signals);
	close(l.ticks);
	return true;
}

/* ---- $EDITOR ---- */

static bool run_editor(const char *path)
{
	const char *editor = getenv("VISUAL");
	if (!editor || !*editor)
		editor = getenv("EDITOR");
	if (!editor || !*editor)
		editor = "vi";
	/* As in other programs the variable is a command with options; the file name is an argument of its own. */
	char *command = str_format("%s \"$1\"", editor);
	pid_t child = fork();
	if (child == 0) {
		sigset_t none;
		sigemptyset(&none);
		sigprocmask(SIG_SETMASK, &none, NULL);
		execl("/bin/sh", "sh", "-c", command, "sh", path, (char *)NULL);
		_exit(127);
	}
	free(command);
	int status = -1;
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		continue;
	return child > 0 && status == 0;
}

static char *read_back(int fd)
{
	struct str out = { 0 };
	char buffer[4096];
	ssize_t n;
	lseek(fd, 0, SEEK_SET);
	while ((n = read(fd, buffer, sizeof(buffer))) > 0)
		str_add_n(&out, buffer, (size_t)n);
	return str_take(&out);
}

/* To the encoding of the terminal, which is the editor's too; NULL: the text would be damaged. */
static char *for_editor(const char *text)
{
	struct encoding encoding;
	struct str bytes = { 0 };
	encoding_open(&encoding);
	bool ok = encoding_knows(&encoding, text);
	if (ok)
		encoding_encode(&encoding, text, strlen(text), &bytes);
	encoding_close(&encoding);
	return ok ? str_take(&bytes) : NULL;
}

static char *from_editor(char *bytes)
{
	struct encoding encoding;
	struct str text = { 0 };
	encoding_open(&encoding);
	encoding_decode(&encoding, bytes, strlen(bytes), false, &text);
	encoding_close(&encoding);
	free(bytes);
	return str_take(&text);
}

/* The text may be non-public: the file is 0600, in the user's runtime folder where there is one, and removed at once. */
char *app_external_edit(struct app *a, const char *unicode)
{
	char *text = for_editor(unicode);
	if (!text) {
		message_warn(&a->message, "%s", _("Der Text hat Zeichen, die ein Editor in diesem Terminal verlöre: hier weiterschreiben."));
		return NULL;
	}
	const char *runtime = getenv("XDG_RUNTIME_DIR");
	char *path = str_format("%s/ratstisch-XXXXXX", runtime && *runtime ? runtime : "/tmp");
	int fd = mkstemp(path);
	char *result = NULL;
	if (fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text)) {
		if (a->term)
			term_suspend(a->term);
		bool ok = run_editor(path);
		if (a->term)
			term_resume(a->term);
		int again = ok ? open(path, O_RDONLY | O_CLOEXEC) : -1; /* editors may have put a new file there */
		if (again >= 0) {
			result = from_editor(read_back(again));
			close(again);
		}
	}
	if (!result)
		message_warn(&a->message, "%s", _("Der Editor brachte keinen Text zurück; hier ist nichts geändert."));
	if (fd >= 0) {
		unlink(path);
		close(fd);
	}
	free(path);
	free(text);
	return result;
}
