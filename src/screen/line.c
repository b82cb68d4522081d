/* See line.h. */
#include "screen/line.h"

#include "base/mem.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define HISTORY_MAX 200
#define CTRL(c) ((c) & 0x1F)

void line_init(struct line *l, line_complete_fn *complete, void *context)
{
	*l = (struct line){ .history = VEC_OF(char *), .candidates = VEC_OF(char *) };
	l->complete = complete;
	l->context = context;
}

static void clear_texts(struct vec *texts)
{
	for (size_t i = 0; i < texts->len; i++)
		free(*(char **)vec_at(texts, i));
	vec_clear(texts);
}

void line_clear(struct line *l)
{
	str_clear(&l->text);
	str_clear(&l->killed);
	clear_texts(&l->history);
	clear_texts(&l->candidates);
	free(l->typed);
	line_init(l, NULL, NULL);
}

const char *line_text(const struct line *l)
{
	return str_text(&l->text);
}

static size_t characters(const struct str *s)
{
	size_t n = 0;
	for (size_t at = 0; at < s->len; n++)
		at = text_next(str_text(s), s->len, at);
	return n;
}

/* A line holds no line breaks and no control characters; it grows to `bound` bytes at most. */
static void insert(struct line *l, const char *text, size_t bound)
{
	struct str allowed = { 0 };
	size_t n = strlen(text), have = l->length ? characters(&l->text) : 0;
	for (size_t i = 0; i < n;) {
		char32_t rune;
		char bytes[TEXT_RUNE_MAX];
		i += text_decode(text + i, n - i, &rune);
		if (rune == '\n' || rune == '\t')
			rune = ' ';
		if (text_is_control(rune))
			continue;
		size_t used = text_encode(rune, bytes);
		bool character = text_rune_width(rune) > 0;
		if (l->text.len + allowed.len + used > bound || (l->length && character && have >= l->length))
			break;
		have += character;
		str_add_n(&allowed, bytes, used);
	}
	str_splice(&l->text, l->cursor, 0, str_text(&allowed), allowed.len);
	l->cursor += allowed.len;
	str_clear(&allowed);
}

void line_insert(struct line *l, const char *text)
{
	insert(l, text, LINE_BYTES_MAX);
}

void line_set(struct line *l, const char *text)
{
	str_cut(&l->text, 0);
	l->cursor = 0;
	l->selected = false;
	/* What is stored stays whole. */
	insert(l, text, SIZE_MAX);
}

void line_select(struct line *l)
{
	l->selected = l->text.len > 0;
}

static void replace_selected(struct line *l)
{
	if (l->selected)
		line_set(l, "");
	l->selected = false;
}

void line_remember(struct line *l)
{
	const char *text = line_text(l);
	struct vec *h = &l->history;
	bool again = h->len > 0 && strcmp(*(char **)vec_at(h, h->len - 1), text) == 0;
	if (*text && !again) {
		char *copy = mem_strdup(text);
		vec_push(h, &copy);
	}
	if (h->len > HISTORY_MAX) {
		free(*(char **)vec_at(h, 0));
		vec_remove(h, 0);
	}
	l->history_at = h->len;
	mem_replace(&l->typed, NULL);
	line_set(l, "");
}

/* --- moving --------------------------------------------------------------- */

static bool is_blank_at(const struct line *l, size_t at)
{
	return line_text(l)[at] == ' ';
}

static size_t word_left(const struct line *l)
{
	size_t at = l->cursor;
	while (at > 0 && is_blank_at(l, at - 1))
		at--;
	while (at > 0 && !is_blank_at(l, at - 1))
		at = text_prev(line_text(l), l->text.len, at);
	return at;
}

static size_t word_right(const struct line *l)
{
	size_t at = l->cursor;
	while (at < l->text.len && is_blank_at(l, at))
		at++;
	while (at < l->text.len && !is_blank_at(l, at))
		at = text_next(line_text(l), l->text.len, at);
	return at;
}

static size_t before(const struct line *l)
{
	return text_prev(line_text(l), l->text.len, l->cursor);
}

static size_t after(const struct line *l)
{
	return text_next(line_text(l), l->text.len, l->cursor);
}

static bool move(struct line *l, char32_t key)
{
	switch (key) {
	case K_LEFT:
	case CTRL('b'):
		l->cursor = before(l);
		return true;
	case K_RIGHT:
	case CTRL('f'):
		l->cursor = after(l);
		return true;
	case K_HOME:
	case CTRL('a'):
		l->cursor = 0;
		return true;
	case K_END:
	case CTRL('e'):
		l->cursor = l->text.len;
		return true;
	case K_CTRL_LEFT:
	case K_ALT | 'b':
		l->cursor = word_left(l);
		return true;
	case K_CTRL_RIGHT:
	case K_ALT | 'f':
		l->cursor = word_right(l);
		return true;
	default:
		return false;
	}
}

/* --- changing ------------------------------------------------------------- */

static void remove_between(struct line *l, size_t from, size_t to, bool keep)
{
	if (keep && to > from) {
		str_cut(&l->killed, 0);
		str_add_n(&l->killed, line_text(l) + from, to - from);
	}
	str_splice(&l->text, from, to - from, "", 0);
	l->cursor = from;
}

/* The two characters before the cursor, or around it, change places. */
static void transpose(struct line *l)
{
	size_t end = l->cursor < l->text.len ? after(l) : l->cursor;
	size_t middle = text_prev(line_text(l), l->text.len, end);
	size_t start = text_prev(line_text(l), l->text.len, middle);
	if (start == middle || middle == end)
		return;
	struct str swapped = { 0 };
	str_add_n(&swapped, line_text(l) + middle, end - middle);
	str_add_n(&swapped, line_text(l) + start, middle - start);
	str_splice(&l->text, start, end - start, str_text(&swapped), swapped.len);
	str_clear(&swapped);
	l->cursor = end;
}

static bool change(struct line *l, char32_t key)
{
	switch (key) {
	case K_BACKSPACE:
	case CTRL('h'):
		remove_between(l, before(l), l->cursor, false);
		return true;
	case K_DELETE:
	case CTRL('d'):
		remove_between(l, l->cursor, after(l), false);
		return true;
	case CTRL('k'):
		remove_between(l, l->cursor, l->text.len, true);
		return true;
	case CTRL('u'):
		remove_between(l, 0, l->cursor, true);
		return true;
	case CTRL('w'):
	case K_ALT | K_BACKSPACE:
		remove_between(l, word_left(l), l->cursor, true);
		return true;
	case CTRL('y'):
		line_insert(l, str_text(&l->killed));
		return true;
	case CTRL('t'):
		transpose(l);
		return true;
	default:
		return false;
	}
}

/* --- history and completion ----------------------------------------------- */

static bool show_history(struct line *l, int step)
{
	struct vec *h = &l->history;
	if ((step < 0 && l->history_at == 0) || (step > 0 && l->history_at >= h->len))
		return false;
	if (l->history_at >= h->len)
		mem_replace(&l->typed, line_text(l));
	l->history_at = step < 0 ? l->history_at - 1 : l->history_at + 1;
	line_set(l, l->history_at < h->len ? *(char **)vec_at(h, l->history_at) : l->typed ? l->typed : "");
	return true;
}

static void use_candidate(struct line *l)
{
	char *tail = mem_strdup(line_text(l) + l->cursor);
	line_set(l, *(char **)vec_at(&l->candidates, l->candidate));
	size_t cursor = l->cursor;
	line_insert(l, tail);
	l->cursor = cursor;
	free(tail);
}

/* First Tab: all candidates are asked for; each further one shows the next. */
static unsigned complete(struct line *l, int step)
{
	if (l->candidates.len == 0) {
		if (!l->complete)
			return SCREEN_IGNORED;
		l->complete(l->context, line_text(l), l->cursor, &l->candidates);
		if (l->candidates.len == 0)
			return SCREEN_HANDLED | SCREEN_BELL;
		l->candidate = step > 0 ? 0 : l->candidates.len - 1;
	} else {
		size_t n = l->candidates.len;
		l->candidate = (l->candidate + (step > 0 ? 1 : n - 1)) % n;
	}
	use_candidate(l);
	return SCREEN_HANDLED;
}

static unsigned key_event(struct line *l, char32_t key)
{
	if (key == K_TAB || key == K_BACKTAB)
		return complete(l, key == K_TAB ? 1 : -1);
	clear_texts(&l->candidates);
	if (key == K_ENTER)
		return SCREEN_HANDLED | SCREEN_DONE;
	if (key == K_ESC)
		return SCREEN_HANDLED | SCREEN_CANCEL;
	if (key == K_UP || key == K_DOWN)
		return show_history(l, key == K_UP ? -1 : 1) ? SCREEN_HANDLED : SCREEN_IGNORED;
	if (move(l, key) || change(l, key)) {
		l->selected = false;
		return SCREEN_HANDLED;
	}
	if (key >= K_BASE || text_is_control(key))
		return SCREEN_IGNORED;
	replace_selected(l);
	char bytes[TEXT_RUNE_MAX + 1] = "";
	bytes[text_encode(key, bytes)] = '\0';
	line_insert(l, bytes);
	return SCREEN_HANDLED;
}

unsigned line_event(struct line *l, const struct event *e)
{
	if (e->type == EVENT_KEY)
		return key_event(l, e->key);
	if (e->type != EVENT_PASTE || !e->text)
		return SCREEN_IGNORED;
	clear_texts(&l->candidates);
	replace_selected(l);
	line_insert(l, e->text);
	return SCREEN_HANDLED;
}

/* --- drawing -------------------------------------------------------------- */

void line_draw(const struct line *l, struct canvas *c, int row, int col, int cols, unsigned attr)
{
	if (cols <= 0)
		return;
	/* Scrolled by whole characters until the cursor stands inside. */
	const char *text = line_text(l);
	size_t start = 0;
	while (start < l->cursor && text_width_n(text + start, l->cursor - start) >= cols)
		start = text_next(text, l->text.len, start);
	canvas_fill(c, (struct area){ row, col, 1, cols }, attr, ' ');
	canvas_text(c, row, col, cols, attr, text + start);
	canvas_cursor(c, row, col + text_width_n(text + start, l->cursor - start));
}

void line_draw_idle(const struct line *l, struct canvas *c, int row, int col, int cols, unsigned attr)
{
	if (cols > 0)
		canvas_field(c, row, col, cols, attr, line_text(l));
}
