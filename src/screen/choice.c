/* See choice.h. */
#include "screen/choice.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "screen/speech.h"

#include <stdlib.h>
#include <string.h>

void choice_init(struct choice *ch, const char *prompt)
{
	*ch = (struct choice){ .prompt = mem_strdup(prompt), .height = 1 };
	ch->key_column = ch->label_column = ch->detail_column = -1;
	line_init(&ch->line, NULL, NULL);
}

void choice_clear(struct choice *ch)
{
	line_clear(&ch->line);
	rowset_free(&ch->rows);
	rowset_free(&ch->all);
	free(ch->prompt);
	*ch = (struct choice){ 0 };
}

static const char *const *row_values(const struct rowset *rs, size_t row)
{
	return (const char *const *)(rs->values + row * rs->cols);
}

/* A copy with the rows whose label contains the folded text ("" takes all). */
static struct rowset *copy_rows(const struct rowset *rs, int column, const char *folded)
{
	struct rowset *copy = rowset_new(rs->cols, (const char *const *)rs->names);
	for (size_t i = 0; i < rs->rows; i++) {
		const char *label = rowset_get(rs, i, column);
		char *have = text_fold(label ? label : "");
		if (strstr(have, folded))
			rowset_add(copy, row_values(rs, i));
		free(have);
	}
	return copy;
}

static void find_columns(struct choice *ch, const struct rowset *rows, const char *key, const char *label,
	const char *detail)
{
	ch->key_column = rowset_find(rows, key);
	ch->label_column = rowset_find(rows, label);
	ch->detail_column = detail ? rowset_find(rows, detail) : -1;
}

static void set_rows(struct choice *ch, struct rowset *rows)
{
	rowset_free(&ch->rows);
	ch->rows = rows;
	ch->selected = ch->top = 0;
}

static void filter_locally(struct choice *ch)
{
	char *folded = text_fold(line_text(&ch->line));
	if (ch->all)
		set_rows(ch, copy_rows(ch->all, ch->label_column, folded));
	free(folded);
}

unsigned choice_feed(struct choice *ch, const struct rowset *rows, const char *key, const char *label,
	const char *detail)
{
	bool enter = ch->enter_waits;
	ch->waiting = ch->enter_waits = false;
	if (!rows) {
		rowset_free(&ch->rows);
		return SCREEN_HANDLED;
	}
	find_columns(ch, rows, key, label, detail);
	set_rows(ch, copy_rows(rows, ch->label_column, ""));
	if (!enter)
		return SCREEN_HANDLED;
	return SCREEN_HANDLED | (rows->rows > 0 || ch->may_empty ? SCREEN_DONE : SCREEN_BELL);
}

void choice_set_all(struct choice *ch, const struct rowset *rows, const char *key, const char *label,
	const char *detail)
{
	find_columns(ch, rows, key, label, detail);
	rowset_free(&ch->all);
	ch->all = copy_rows(rows, ch->label_column, "");
	ch->local = true;
	filter_locally(ch);
}

void choice_resize(struct choice *ch, int rows)
{
	ch->height = rows > 2 ? rows - 1 : 1;
}

static size_t count(const struct choice *ch)
{
	return ch->rows ? ch->rows->rows : 0;
}

static void keep_visible(struct choice *ch)
{
	size_t height = (size_t)ch->height;
	if (ch->selected < ch->top)
		ch->top = ch->selected;
	if (ch->selected >= ch->top + height)
		ch->top = ch->selected - height + 1;
}

static bool move(struct choice *ch, char32_t key)
{
	long n = (long)count(ch), at = (long)ch->selected;
	if (key == K_UP)
		at--;
	else if (key == K_DOWN)
		at++;
	else if (key == K_PAGE_UP)
		at -= ch->height;
	else if (key == K_PAGE_DOWN)
		at += ch->height;
	else
		return false;
	if (at >= n)
		at = n - 1;
	ch->selected = at > 0 ? (size_t)at : 0;
	keep_visible(ch);
	return true;
}

static unsigned enter(struct choice *ch)
{
	if (ch->waiting) {
		ch->enter_waits = true;
		return SCREEN_HANDLED;
	}
	if (count(ch) == 0 && !ch->may_empty)
		return SCREEN_HANDLED | SCREEN_BELL;
	return SCREEN_HANDLED | SCREEN_DONE;
}

unsigned choice_event(struct choice *ch, const struct event *e)
{
	if (e->type == EVENT_KEY && ch->enter_waits) {
		if (e->key != K_ESC)
			return SCREEN_WAIT;
		ch->enter_waits = false;
		return SCREEN_HANDLED;
	}
	if (e->type == EVENT_KEY && e->key == K_ENTER)
		return enter(ch);
	if (e->type == EVENT_KEY && move(ch, e->key))
		return SCREEN_HANDLED;
	char *before = mem_strdup(line_text(&ch->line));
	unsigned result = line_event(&ch->line, e);
	if (strcmp(before, line_text(&ch->line)) != 0) {
		if (ch->local) {
			filter_locally(ch);
		} else {
			ch->waiting = true;
			result |= SCREEN_REQUEST;
		}
	}
	free(before);
	return result;
}

static const char *selected_value(const struct choice *ch, int column)
{
	return ch->rows ? rowset_get(ch->rows, ch->selected, column) : NULL;
}

const char *choice_key(const struct choice *ch)
{
	return selected_value(ch, ch->key_column);
}

const char *choice_label(const struct choice *ch)
{
	return selected_value(ch, ch->label_column);
}

const char *choice_value(const struct choice *ch, const char *column)
{
	return ch->rows ? selected_value(ch, rowset_find(ch->rows, column)) : NULL;
}

static void draw_row(const struct choice *ch, struct canvas *c, struct area area, int row, size_t i)
{
	unsigned attr = i == ch->selected ? ATTR_REVERSE : ATTR_NONE;
	const char *label = rowset_get(ch->rows, i, ch->label_column);
	const char *detail = rowset_get(ch->rows, i, ch->detail_column);
	canvas_field(c, row, area.col, 2, attr, i == ch->selected ? "> " : "  ");
	canvas_field(c, row, area.col + 2, area.cols - 2, attr, label ? label : "");
	int used = label ? text_width(label) + 4 : 4;
	if (detail && used < area.cols)
		canvas_text(c, row, area.col + used, area.cols - used, attr | ATTR_DIM, detail);
}

void choice_draw(const struct choice *ch, struct canvas *c, struct area area)
{
	if (area.rows < 1 || area.cols < 1)
		return;
	canvas_fill(c, area, ATTR_NONE, ' ');
	for (int row = 1; row < area.rows; row++) {
		size_t i = ch->top + (size_t)(row - 1);
		if (i >= count(ch))
			break;
		draw_row(ch, c, area, area.row + row, i);
	}
	if (count(ch) == 0 && !ch->waiting && ch->rows && area.rows > 1)
		canvas_field(c, area.row + 1, area.col + 2, area.cols - 2, ATTR_DIM, _("Nichts passt."));
	int used = canvas_text(c, area.row, area.col, area.cols, ATTR_BOLD, ch->prompt);
	line_draw(&ch->line, c, area.row, area.col + used, area.cols - used, ATTR_NONE);
}

void choice_speak(const struct choice *ch, struct speech *out)
{
	const char *detail = selected_value(ch, ch->detail_column);
	if (count(ch) > 0) {
		speech_addf(out, SPEECH_REST, "choice", "%s%s%s", choice_label(ch) ? choice_label(ch) : "", detail ? ", " : "", detail ? detail : "");
		char *place = str_format(_("%zu von %zu"), ch->selected + 1, count(ch));
		speech_more(out, place);
		free(place);
	} else if (!ch->waiting && ch->rows) {
		speech_add(out, SPEECH_REST, "choice", _("Nichts passt."));
	}
	speech_type_line(out, ch->prompt, &ch->line);
}
