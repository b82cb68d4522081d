/*
 * The picture of the chair's terminal. One column; from WIDE_COLS on the list
 * of speakers and the warnings stand at the right, so that the wording has the
 * height. What must be seen (next step, warnings, who speaks) is never scrolled
 * away; the wording is.
 */
#include "app/chair.h"

#include "app/sitting_speak.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "domain/advice.h"
#include "domain/wording.h"

#include <stdlib.h>
#include <string.h>

#define WIDE_COLS 110
#define SIDE_COLS 42
#define MICROS_PER_SECOND INT64_C(1000000)

/* A heading and its text below it, wrapped, from line `from` on; returns the row after it. more: what stays hidden is said. */
static int draw_block(struct canvas *c, struct area a, int row, const char *title, unsigned attr, const char *text, int from)
{
	int end = a.row + a.rows, line = 0;
	bool hidden = false;
	if (!*text || row >= end)
		return row;
	canvas_text(c, row++, a.col, a.cols, ATTR_BOLD | ATTR_UNDERLINE, title);
	while (*text) {
		size_t skip, n = text_wrap(text, a.cols - 1, &skip);
		if (line >= from && row < end)
			canvas_printf(c, row++, a.col + 1, a.cols - 1, attr, "%.*s", (int)n, text);
		else
			hidden = hidden || line >= from;
		line++;
		text += n + skip;
	}
	if (hidden)
		canvas_field_right(c, end - 1, a.col, a.cols, ATTR_BOLD, _("… ↓"));
	return row;
}

static const char *state_word(const struct sitting *s)
{
	static const char *const states[] = {
		[SITTING_PLANNED] = N_("NICHT ERÖFFNET"), [SITTING_RUNNING] = N_("LÄUFT"), [SITTING_PAUSED] = N_("UNTERBROCHEN"),
		[SITTING_CLOSED] = N_("GESCHLOSSEN"),
	};
	return s->state == SITTING_RUNNING && !s->public_part ? _("NICHTÖFFENTLICH") : _(states[s->state]);
}

static void draw_head(const struct chair_picture *p, struct canvas *c, struct area a)
{
	const struct sitting *s = p->sitting;
	const struct setup *u = s->setup;
	char clock[DATE_TEXT];
	struct str left = { 0 };
	str_addf(&left, _(" VORSITZ  %s %s.  %s"), u->organization_short, u->number, state_word(s));
	if (!p->connected)
		str_addf(&left, "   %s", _("! OHNE SERVER"));
	canvas_fill(c, (struct area){ a.row, a.col, 1, a.cols }, ATTR_REVERSE, ' ');
	int used = canvas_text(c, a.row, a.col, a.cols, ATTR_REVERSE | ATTR_BOLD, str_text(&left));
	if (a.cols - used > 10)
		canvas_field_right(c, a.row, a.col + used, a.cols - used - 1, ATTR_REVERSE, moment_format_seconds(moment_now(), clock));
	str_clear(&left);
}

static int draw_item(const struct sitting *s, struct canvas *c, struct area a, int row)
{
	char clock[DATE_TEXT];
	struct str left = { 0 };
	if (s->current == SITTING_NONE)
		return row;
	const struct sitting_item *it = sitting_item(s, s->current);
	int minutes = (int)((moment_now() - it->begun) / MICROS_PER_SECOND / 60);
	str_addf(&left, _("TOP %s  %s"), it->number, it->title);
	struct str right = { 0 };
	str_addf(&right, _("%s (%d min)"), moment_format_time(it->begun, clock), minutes);
	int width = text_width(str_text(&right));
	canvas_field(c, row, a.col, a.cols - width - 1, ATTR_BOLD, str_text(&left));
	canvas_text(c, row, a.col + a.cols - width, width, ATTR_NONE, str_text(&right));
	str_clear(&left);
	str_clear(&right);
	return row + 1;
}

/* ---- speakers ---- */

static void add_duration(struct str *out, int64_t micros)
{
	int64_t seconds = micros > 0 ? micros / MICROS_PER_SECOND : 0;
	str_addf(out, "%d:%02d", (int)(seconds / 60), (int)(seconds % 60));
}

static const char *name_of(const struct sitting *s, const struct sitting_speaker *speaker)
{
	return speaker->name ? speaker->name : sitting_person_name(s, speaker->person_id);
}

static void speaker_lines(const struct sitting *s, struct str *out)
{
	struct vec waiting = VEC_OF(size_t);
	size_t speaking = sitting_speaking(s);
	char clock[DATE_TEXT];
	if (speaking != SITTING_NONE) {
		const struct sitting_speaker *speaker = vec_at(&s->speakers, speaking);
		str_addf(out, _("> %s, seit %s, "), name_of(s, speaker), moment_format_time(speaker->begun, clock));
		add_duration(out, moment_now() - speaker->begun);
	}
	sitting_speakers(s, &waiting);
	for (size_t i = 0; i < waiting.len; i++) {
		const struct sitting_speaker *speaker = vec_at(&s->speakers, *(size_t *)vec_at(&waiting, i));
		str_addf(out, "%s%zu. %s%s (%s)", out->len ? "\n" : "", i + 1, speaker->order ? _("GO: ") : "", name_of(s, speaker),
		         moment_format_time(speaker->asked, clock));
	}
	vec_clear(&waiting);
}

static void result_text(const struct sitting *s, struct str *out)
{
	if (s->current != SITTING_NONE && sitting_item(s, s->current)->decision)
		wording_item(out, s, s->current);
}

/* ---- all of it ---- */

static int draw_speakers(const struct sitting *s, struct canvas *c, struct area a, int row, int most)
{
	struct str text = { 0 };
	speaker_lines(s, &text);
	struct area part = a;
	if (most > 0 && row + most < a.row + a.rows)
		part.rows = row + most - a.row;
	row = draw_block(c, part, row, _("REDELISTE"), ATTR_NONE, str_text(&text), 0);
	str_clear(&text);
	return row;
}

static int draw_warnings(const struct sitting *s, struct canvas *c, struct area a, int row)
{
	struct str text = { 0 };
	advice_warnings(s, &text);
	row = draw_block(c, a, row, _("! ACHTUNG"), ATTR_BOLD, str_text(&text), 0);
	str_clear(&text);
	return row;
}

static int draw_steps(const struct sitting *s, struct canvas *c, struct area a, int row)
{
	struct str text = { 0 };
	row = draw_item(s, c, a, row);
	advice_next_step(s, &text);
	row = draw_block(c, a, row, _("NÄCHSTER SCHRITT"), ATTR_BOLD, str_text(&text), 0);
	str_cut(&text, 0);
	advice_majority(s, &text);
	row = draw_block(c, a, row, _("MEHRHEIT"), ATTR_NONE, str_text(&text), 0);
	str_cut(&text, 0);
	result_text(s, &text);
	row = draw_block(c, a, row, _("ERGEBNIS ZU VERKÜNDEN"), ATTR_BOLD, str_text(&text), 0);
	str_clear(&text);
	return row;
}

static void draw_wording(const struct chair_picture *p, struct canvas *c, struct area a, int row)
{
	struct str text = { 0 }, title = { 0 };
	size_t count, amendment = advice_amendment(p->sitting, &count);
	advice_wording(p->sitting, &text);
	str_add(&title, _("ZU VERLESEN"));
	if (amendment != SITTING_NONE)
		str_addf(&title, ": %s", _("Änderungsantrag"));
	if (p->scroll > 0)
		str_addf(&title, _("  (ab Zeile %d) ↑"), p->scroll + 1);
	draw_block(c, a, row, str_text(&title), ATTR_NONE, str_text(&text), p->scroll);
	str_clear(&text);
	str_clear(&title);
}

static void draw_foot(const struct sitting *s, struct canvas *c, struct area line)
{
	if (s->state == SITTING_PLANNED || s->state == SITTING_CLOSED)
		return;
	canvas_printf(c, line.row, line.col, line.cols, ATTR_BOLD, s->quorate ? _(" BESCHLUSSFÄHIG %d >= %d   stimmberechtigt %d, befangen %d")
	                                                                       : _(" ! NICHT BESCHLUSSFÄHIG %d < %d   stimmberechtigt %d, befangen %d"),
	              (int)s->entitled, (int)s->quorum_needed, (int)s->entitled, (int)s->conflicts);
}

static void draw_wide(const struct chair_picture *p, struct canvas *c, struct area a)
{
	struct area left = { a.row, a.col + 1, a.rows, a.cols - SIDE_COLS - 3 };
	struct area right = { a.row, a.col + a.cols - SIDE_COLS, a.rows, SIDE_COLS };
	canvas_vline(c, a.row, right.col - 1, a.rows);
	int row = draw_steps(p->sitting, c, left, left.row);
	draw_wording(p, c, left, row + 1);
	row = draw_warnings(p->sitting, c, right, right.row);
	draw_speakers(p->sitting, c, right, row > right.row ? row + 1 : row, 0);
}

static void draw_narrow(const struct chair_picture *p, struct canvas *c, struct area a)
{
	struct area inner = { a.row, a.col + 1, a.rows, a.cols - 2 };
	int row = draw_steps(p->sitting, c, inner, inner.row);
	row = draw_warnings(p->sitting, c, inner, row);
	row = draw_speakers(p->sitting, c, inner, row, 4);
	draw_wording(p, c, inner, row);
}

void chair_draw(const struct chair_picture *p, struct canvas *c, struct area a)
{
	if (p->note || !p->sitting) {
		canvas_text(c, a.row, a.col + 1, a.cols - 1, ATTR_BOLD, p->note ? p->note : "");
		return;
	}
	draw_head(p, c, a);
	if (a.rows < 4)
		return;
	struct area middle = { a.row + 1, a.col, a.rows - 2, a.cols };
	if (a.cols >= WIDE_COLS && a.rows >= 16)
		draw_wide(p, c, middle);
	else
		draw_narrow(p, c, middle);
	draw_foot(p->sitting, c, (struct area){ a.row + a.rows - 1, a.col, 1, a.cols });
}

/* ---- in words ---- */

static void speak_text(struct speech *out, const char *name, const char *title, void (*text)(const struct sitting *s, struct str *out),
                       const struct sitting *s)
{
	struct str line = { 0 };
	text(s, &line);
	if (line.len > 0)
		speech_addf(out, SPEECH_NOW, name, "%s: %s", title, str_text(&line));
	str_clear(&line);
}

/* Without durations: those change with every second. */
static void waiting_text(const struct sitting *s, struct str *out)
{
	struct vec waiting = VEC_OF(size_t);
	size_t speaking = sitting_speaking(s);
	if (speaking != SITTING_NONE)
		str_addf(out, _("%s hat das Wort"), name_of(s, vec_at(&s->speakers, speaking)));
	sitting_speakers(s, &waiting);
	for (size_t i = 0; i < waiting.len; i++) {
		const struct sitting_speaker *speaker = vec_at(&s->speakers, *(size_t *)vec_at(&waiting, i));
		str_addf(out, "%s%s%s", out->len ? "; " : "", speaker->order ? _("GO: ") : "", name_of(s, speaker));
	}
	vec_clear(&waiting);
}

static void speak_warnings(const struct sitting *s, struct speech *out)
{
	struct str text = { 0 };
	advice_warnings(s, &text);
	for (const char *line = str_text(&text); *line; line += strcspn(line, "\n"), line += *line == '\n') {
		char *one = mem_strndup(line, strcspn(line, "\n"));
		speech_addf(out, SPEECH_NOW, one, "! %s", one); /* each by its own words: one that comes does not repeat the others */
		free(one);
	}
	str_clear(&text);
}

static void speak_steps(const struct sitting *s, struct speech *out)
{
	if (s->current != SITTING_NONE) {
		const struct sitting_item *it = sitting_item(s, s->current);
		speech_addf(out, SPEECH_NOW, "item", _("TOP %s  %s"), it->number, it->title);
	}
	speak_text(out, "result", _("ERGEBNIS ZU VERKÜNDEN"), result_text, s);
	speak_text(out, "step", _("NÄCHSTER SCHRITT"), advice_next_step, s);
	speak_text(out, "majority", _("MEHRHEIT"), advice_majority, s);
	speak_warnings(s, out);
	speak_text(out, "speakers", _("REDELISTE"), waiting_text, s);
	speak_text(out, "wording", _("ZU VERLESEN"), advice_wording, s);
}

void chair_speak(const struct chair_picture *p, struct speech *out)
{
	const struct sitting *s = p->sitting;
	if (p->note || !s) {
		out->place++;
		speech_add(out, SPEECH_NOW, "note", p->note);
		return;
	}
	speech_addf(out, SPEECH_NOW, "title", _(" VORSITZ  %s %s.  %s"), s->setup->organization_short, s->setup->number, state_word(s));
	speech_add(out, SPEECH_CHANGE, "server", p->connected ? _("mit dem Server verbunden") : _("! OHNE SERVER"));
	sitting_speak_events(s, out);
	sitting_speak_quorum(s, out);
	speak_steps(s, out);
}
