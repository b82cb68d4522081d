/* See script.h. */
#include "app/script.h"

#include "app/meeting.h"
#include "app/speaker.h"
#include "base/date.h"
#include "base/encoding.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>

#define PATIENCE_SECONDS 30

struct script {
	struct app *app;
	const char *name;
	size_t line;
	bool hurry; /* keys do not wait for the server, as at a terminal */
	struct script_result *result;
};

static void settle(const struct script *s)
{
	if (s->hurry)
		app_turn(s->app);
	else
		app_settle(s->app);
	if (s->app->speaker)
		speaker_turn(s->app->speaker);
}

static bool fault(const struct script *s, struct err *err, const char *what, const char *word)
{
	err_set(err, "%s:%zu: %s", s->name, s->line, what);
	return err_detail(err, "%s", word);
}

static char *picture(struct app *a)
{
	app_draw(a);
	return canvas_dump(a->canvas);
}

void script_dump(struct app *a, bool attributes)
{
	app_draw(a);
	char *text = attributes ? canvas_dump_attr(a->canvas) : canvas_dump(a->canvas);
	encoding_write(stdout, text);
	free(text);
}

static void expect(const struct script *s, const char *text, bool wanted)
{
	char *now = picture(s->app);
	if ((strstr(now, text) != NULL) != wanted) {
		fprintf(stderr, "%s:%zu: %s: %s\n%s", s->name, s->line, wanted ? "expected, not there" : "there, not wanted", text,
		        now);
		s->result->failed++;
	}
	free(now);
}

static bool set_time(const struct script *s, const char *text, struct err *err)
{
	int minutes;
	if (!time_parse(text, &minutes))
		return fault(s, err, _("keine Uhrzeit"), text);
	moment_freeze(moment_at(moment_date(moment_now()), minutes / 60, minutes % 60, 0));
	return true;
}

static bool set_now(const struct script *s, const char *text, struct err *err)
{
	int64_t now;
	if (!moment_parse_iso(text, &now))
		return fault(s, err, _("kein Zeitpunkt"), text);
	moment_freeze(now);
	return true;
}

static bool set_size(const struct script *s, const char *text, struct err *err)
{
	int cols, rows;
	if (sscanf(text, "%4dx%4d", &cols, &rows) != 2 || cols < 1 || rows < 1 || cols > 1000 || rows > 1000)
		return fault(s, err, _("keine Größe"), text);
	app_resize(s->app, rows, cols);
	return true;
}

/* One turn as the loop in a terminal makes it; *second tells when the next tick is due. */
static void turn(struct app *a, time_t *second)
{
	struct event tick = { .type = EVENT_TICK };
	struct pollfd p = { db_fd(a->db), db_poll_events(a->db), 0 };
	poll(&p, p.fd >= 0 ? 1 : 0, 50);
	app_turn(a);
	if (a->speaker)
		speaker_turn(a->speaker);
	if (time(NULL) != *second)
		app_event(a, &tick);
	*second = time(NULL);
}

/* Until the server has everything; the connection may have to be built anew for it. */
static bool wait_saved(struct script *s, struct err *err)
{
	struct app *a = s->app;
	time_t now = time(NULL), end = now + PATIENCE_SECONDS;
	s->hurry = false;
	while (db_state(a->db) != DB_READY || (a->meeting && meeting_unsaved(a->meeting) > 0)) {
		if (time(NULL) > end)
			return fault(s, err, _("nicht alles ist beim Server"), "@saved");
		turn(a, &now);
	}
	app_settle(a);
	return true;
}

/* Turns as the loop in a terminal does, until others have done what is waited for. */
static void await(const struct script *s, const char *text)
{
	struct app *a = s->app;
	time_t second = time(NULL), end = second + PATIENCE_SECONDS;
	bool there = false;
	while (!there && time(NULL) <= end) {
		char *now = picture(a);
		there = strstr(now, text) != NULL;
		free(now);
		if (there)
			break;
		turn(a, &second);
	}
	expect(s, text, true);
}

static void stamp(const char *name)
{
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	printf("--- %s %lld.%03ld ---\n", name, (long long)now.tv_sec, now.tv_nsec / 1000000);
	fflush(stdout);
}

static bool run_command(struct script *s, const char *word, const char *argument, struct err *err)
{
	settle(s); /* what others did meanwhile is seen */
	if (strcmp(word, "time") == 0)
		return set_time(s, argument, err);
	if (strcmp(word, "now") == 0)
		return set_now(s, argument, err);
	if (strcmp(word, "size") == 0)
		return set_size(s, argument, err);
	if (strcmp(word, "dump") == 0) {
		printf("--- %s ---\n", argument);
		script_dump(s->app, s->app->options->attributes);
		fflush(stdout);
		return true;
	}
	if (strcmp(word, "saved") == 0)
		return wait_saved(s, err);
	if (strcmp(word, "hurry") == 0)
		return s->hurry = true;
	if (strcmp(word, "tick") == 0) {
		for (int n = atoi(argument); n > 0; n--)
			app_event(s->app, &(struct event){ .type = EVENT_TICK });
		settle(s);
		return true;
	}
	if (strcmp(word, "stamp") == 0) {
		stamp(argument);
		return true;
	}
	if (strcmp(word, "await") == 0) {
		await(s, argument);
		return true;
	}
	if (strcmp(word, "expect") == 0 || strcmp(word, "refuse") == 0) {
		expect(s, argument, *word == 'e');
		return true;
	}
	return fault(s, err, _("unbekannter Befehl des Skripts"), word);
}

static bool is_free_text(const struct app *a)
{
	return a->meeting && meeting_table(a->meeting)->mode == TABLE_TEXT;
}

static bool type_keys(const struct script *s, const char *line, size_t n, struct err *err)
{
	for (size_t at = 0; at < n && !s->app->quit;) {
		struct event e = { .type = EVENT_KEY };
		size_t used = key_script_next(line + at, n - at, &e.key);
		if (used == 0)
			break;
		if (e.key == 0) {
			char *rest = mem_strndup(line + at, n - at);
			fault(s, err, _("unbekannte Taste"), rest);
			free(rest);
			return false;
		}
		s->result->keys++;
		s->result->free_keys += is_free_text(s->app);
		app_event(s->app, &e);
		settle(s);
		at += used;
	}
	return true;
}

static bool run_line(struct script *s, const char *line, size_t n, struct err *err)
{
	if (n >= 2 && line[0] == '#' && line[1] == ' ')
		return true;
	if (n >= 2 && line[0] == '@' && line[1] == '@')
		return type_keys(s, line + 1, n - 1, err);
	if (n < 2 || line[0] != '@')
		return type_keys(s, line, n, err);
	char *word = mem_strndup(line + 1, n - 1);
	char *argument = word + strcspn(word, " ");
	if (*argument)
		*argument++ = '\0';
	bool ok = run_command(s, word, argument, err);
	free(word);
	return ok;
}

bool script_run(struct app *a, const char *name, FILE *in, struct script_result *result, struct err *err)
{
	struct script s = { a, name, 0, false, result };
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	bool ok = true;
	*result = (struct script_result){ 0 };
	settle(&s);
	while (ok && !a->quit && (n = getline(&line, &room, in)) >= 0) {
		if (n > 0 && line[n - 1] == '\n')
			n--;
		line[n] = '\0';
		s.line++;
		ok = run_line(&s, line, (size_t)n, err);
	}
	if (a->speaker && !a->quit)
		speaker_turn(a->speaker);
	free(line);
	return ok;
}
