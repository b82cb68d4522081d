/* See speaker.h. */
#include "app/speaker.h"

#include "base/encoding.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "screen/keybar.h"
#include "screen/speech.h"
#include "term/linear.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEY_AGAIN (K_F1 + 4)
#define KEY_ALL (K_F1 + 5)
#define PLACES_PER_VIEW 16 /* sections of a page, states of a view */

struct speaker {
	struct app *app;
	struct linear linear;
	struct encoding encoding;
	struct speech said;
	struct str last;  /* lines said last */
	bool typed;       /* since the last tick */
	bool rests;
	bool again, all;  /* asked for by key */
};

struct speaker *speaker_new(struct app *a)
{
	struct speaker *s = mem_zalloc(1, sizeof(*s));
	s->app = a;
	s->rests = true;
	encoding_open(&s->encoding);
	speech_init(&s->said);
	s->linear.transcript = a->options->script != NULL;
	return s;
}

void speaker_free(struct speaker **handle)
{
	struct speaker *s = *handle;
	if (!s)
		return;
	linear_clear(&s->linear);
	encoding_close(&s->encoding);
	speech_clear(&s->said);
	str_clear(&s->last);
	free(s);
	*handle = NULL;
}

bool speaker_event(struct speaker *s, const struct event *e)
{
	if (e->type == EVENT_TICK) {
		s->rests = !s->typed;
		s->typed = false;
	}
	if (e->type != EVENT_KEY || (e->key != KEY_AGAIN && e->key != KEY_ALL))
		return false;
	s->again = e->key == KEY_AGAIN;
	s->all = e->key == KEY_ALL;
	return true;
}

void speaker_again(struct speaker *s)
{
	linear_forget(&s->linear);
	s->again = true;
}

/* ---- what is the case ---- */

/* Typed at the bottom over a view: that is the line then. */
static void speak_over(struct app *a, struct speech *out)
{
	out->place = 0;
	if (a->commanding || a->jumping || a->asking)
		speech_type_nothing(out);
	if (a->commanding)
		command_speak(&a->command, out);
	else if (a->jumping)
		jump_speak(&a->jump, out);
	else if (a->asking)
		speech_add(out, SPEECH_NOW, "question", a->question);
}

static void speak(struct app *a, struct speech *out)
{
	const struct view *top = stack_top(&a->stack);
	if (top) {
		out->place = top->serial * PLACES_PER_VIEW;
		if (top->class->speak)
			top->class->speak(top->self, out);
		if (top->screen)
			keybar_speak(top->screen, out);
	}
	out->place = 0;
	message_speak(&a->message, out);
	speak_over(a, out);
}

/* ---- lines ---- */

static void say_lines(struct speaker *s, const char *lines)
{
	while (*lines) {
		size_t n = strcspn(lines, "\n");
		char *line = mem_strndup(lines, n);
		struct str shown = { 0 };
		encoding_replace(&s->encoding, line, &shown);
		linear_say(&s->linear, str_text(&shown));
		str_clear(&shown);
		free(line);
		lines += n + (lines[n] == '\n');
	}
}

static void type_line(struct speaker *s, const struct speech_input *in)
{
	struct str before = { 0 }, after = { 0 };
	char *text = text_clean(str_text(&in->text), false);
	char *head = mem_strndup(str_text(&in->text), in->cursor);
	char *typed = text_clean(head, false);
	encoding_replace(&s->encoding, str_text(&in->label), &before);
	encoding_replace(&s->encoding, typed, &before);
	encoding_replace(&s->encoding, text + strlen(typed), &after);
	linear_type(&s->linear, str_text(&before), str_text(&after));
	str_clear(&before);
	str_clear(&after);
	free(typed);
	free(head);
	free(text);
}

static void hand_out(struct speaker *s)
{
	struct str bytes = { 0 };
	encoding_encode(&s->encoding, str_text(&s->linear.out), s->linear.out.len, &bytes);
	str_cut(&s->linear.out, 0);
	if (s->app->term) {
		term_write(s->app->term, str_text(&bytes), bytes.len);
	} else if (bytes.len > 0) {
		fwrite(str_text(&bytes), 1, bytes.len, stdout);
		fflush(stdout);
	}
	str_clear(&bytes);
}

/* A line that begins is not being typed yet: what is known of it may be said at once. */
static void note_typing(struct speaker *s, const struct speech *now)
{
	bool same = speech_same_input(&s->said.input, &now->input);
	bool changed = same && strcmp(str_text(&s->said.input.text), str_text(&now->input.text)) != 0;
	if (changed) {
		s->typed = true;
		s->rests = false;
	} else if (!same || !now->input.open) {
		s->typed = false;
		s->rests = true;
	}
}

static void collect(struct speaker *s, struct speech *now, struct str *lines)
{
	if (s->all)
		speech_all(now, lines);
	if (s->again)
		str_add(lines, str_text(&s->last));
	struct str news = { 0 };
	speech_news(&s->said, now, s->rests || s->again || s->all, &news);
	if (!s->all)
		str_add(lines, str_text(&news));
	if (news.len > 0)
		str_set(&s->last, str_text(&news));
	str_clear(&news);
	s->again = s->all = false;
}

/* What was typed was left and nothing came of it: where one stands now. */
static void say_place(const struct speech *now, struct str *lines)
{
	const char *text = NULL;
	for (size_t i = 0; i < now->parts.len; i++) {
		const struct speech_part *p = vec_at(&now->parts, i);
		if (strcmp(p->name, "mode") == 0 || (strcmp(p->name, "title") == 0 && !text))
			text = p->text;
	}
	if (text)
		str_addf(lines, "%s\n", text);
}

void speaker_turn(struct speaker *s)
{
	struct speech now;
	struct str lines = { 0 };
	int rows;
	speech_init(&now);
	if (s->app->term)
		term_size(s->app->term, &rows, &s->linear.cols);
	speak(s->app, &now);
	note_typing(s, &now);
	if (!speech_same_input(&s->said.input, &now.input))
		linear_end(&s->linear);
	collect(s, &now, &lines);
	if (s->said.input.open && !now.input.open && lines.len == 0)
		say_place(&now, &lines);
	say_lines(s, str_text(&lines));
	if (now.input.open)
		type_line(s, &now.input);
	hand_out(s);
	str_clear(&lines);
	speech_clear(&s->said);
	s->said = now;
}
