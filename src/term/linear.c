/* See linear.h. */
#include "term/linear.h"

#include "base/text.h"

#include <string.h>

#define COLS_MIN 20

void linear_clear(struct linear *l)
{
	str_clear(&l->out);
	str_clear(&l->before);
	str_clear(&l->after);
	str_clear(&l->shown);
	*l = (struct linear){ 0 };
}

static void add_blanks(struct str *out, int n)
{
	for (; n > 0; n--)
		str_add_char(out, ' ');
}

/* Takes the line being typed off the terminal; it may come again. */
static void wipe(struct linear *l)
{
	int width = text_width(str_text(&l->shown));
	if (width == 0)
		return;
	str_add_char(&l->out, '\r');
	add_blanks(&l->out, width);
	str_add_char(&l->out, '\r');
	str_cut(&l->shown, 0);
	l->shown_cursor = 0;
}

void linear_say(struct linear *l, const char *line)
{
	wipe(l);
	str_addf(&l->out, "%s\n", line);
}

/* What does not fit into one row is shown around the cursor: the row must not wrap, for it is written anew. */
static int visible(const struct linear *l, struct str *out)
{
	int cols = (l->cols > COLS_MIN ? l->cols : COLS_MIN) - 1;
	const char *before = str_text(&l->before), *after = str_text(&l->after);
	int width = text_width(before);
	size_t start = 0;
	if (width + text_width(after) > cols)
		while (start < l->before.len && text_width(before + start) > cols * 3 / 4)
			start = text_next(before, l->before.len, start);
	str_add(out, before + start);
	width = text_width(before + start);
	str_add_n(out, after, text_fit(after, cols - width));
	return width;
}

/* Typed at the end, or taken away there: nothing else is written again. */
static bool continue_line(struct linear *l, const struct str *now, int cursor)
{
	const char *old = str_text(&l->shown), *new = str_text(now);
	if (l->shown.len == 0 || l->shown_cursor != text_width(old) || cursor != text_width(new))
		return false;
	if (now->len >= l->shown.len && strncmp(new, old, l->shown.len) == 0) {
		str_add(&l->out, new + l->shown.len);
		return true;
	}
	if (strncmp(new, old, now->len) != 0 || text_width(old + now->len) != 1)
		return false;
	str_add(&l->out, "\b \b");
	return true;
}

static void write_line(struct linear *l, const struct str *now, int cursor)
{
	const char *new = str_text(now);
	int width = text_width(new), old = text_width(str_text(&l->shown));
	if (l->shown.len > 0)
		str_add_char(&l->out, '\r');
	str_add(&l->out, new);
	add_blanks(&l->out, old - width);
	if (old > width || cursor < width) {
		str_add_char(&l->out, '\r');
		str_add_n(&l->out, new, text_fit(new, cursor));
	}
}

static void refresh(struct linear *l)
{
	struct str now = { 0 };
	int cursor = visible(l, &now);
	bool same = strcmp(str_text(&now), str_text(&l->shown)) == 0 && cursor == l->shown_cursor;
	if (!same && !continue_line(l, &now, cursor))
		write_line(l, &now, cursor);
	str_set(&l->shown, str_text(&now));
	l->shown_cursor = cursor;
	str_clear(&now);
}

void linear_type(struct linear *l, const char *before, const char *after)
{
	str_set(&l->before, before);
	str_set(&l->after, after);
	l->open = true;
	if (!l->transcript)
		refresh(l);
}

void linear_end(struct linear *l)
{
	if (!l->open)
		return;
	l->open = false;
	if (l->transcript)
		str_addf(&l->out, "%s%s\n", str_text(&l->before), str_text(&l->after));
	else if (l->shown.len > 0)
		str_add_char(&l->out, '\n');
	str_cut(&l->shown, 0);
	l->shown_cursor = 0;
}

void linear_forget(struct linear *l)
{
	str_cut(&l->shown, 0);
	l->shown_cursor = 0;
}
