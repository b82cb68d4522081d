/* The picture of a list: title, column heads, rows; the bottom row for what is typed. */
#include "screen/list_private.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/str.h"
#include "base/text.h"
#include "screen/value.h"

#include <stdlib.h>

#define GUTTER 2 /* columns for the signs of selection and mark */

struct layout {
	struct {
		const struct screen_column *column;
		int col, width;
	} shown[64];
	size_t count;
	bool more; /* columns did not fit at the right */
};

static int shrunk_width(const struct list *l, size_t from, int *minimum)
{
	int wished = 0;
	*minimum = 0;
	for (size_t i = from; i < list_shown_columns(l); i++) {
		const struct screen_column *column = list_shown_column(l, i);
		wished += column->width + 1;
		*minimum += column->min + 1;
	}
	return wished;
}

/* The widest column of text gets what is left over. */
static void widen(struct layout *out, int spare)
{
	size_t best = out->count;
	for (size_t i = 0; i < out->count; i++)
		if (!out->shown[i].column->right && (best == out->count || out->shown[i].width > out->shown[best].width))
			best = i;
	if (best == out->count || spare <= 0)
		return;
	out->shown[best].width += spare;
	for (size_t i = best + 1; i < out->count; i++)
		out->shown[i].col += spare;
}

/*
 * Wished widths when all fit; else every column gives up a part of what it has
 * above its minimum; what does not fit even so waits at the right.
 */
static void lay_out(const struct list *l, int cols, struct layout *out)
{
	int minimum, room = cols - GUTTER;
	int wished = shrunk_width(l, l->shift, &minimum);
	int give = wished > room ? wished - room : 0, can_give = wished - minimum;
	int col = GUTTER;
	out->count = 0;
	out->more = false;
	for (size_t i = l->shift; i < list_shown_columns(l) && out->count < 64; i++) {
		const struct screen_column *column = list_shown_column(l, i);
		int width = column->width;
		if (give >= can_give)
			width = column->min;
		else if (can_give > 0)
			width -= (column->width - column->min) * give / can_give + (give > 0 && column->width > column->min);
		if (width < 1)
			width = 1;
		if (col + width > cols && out->count > 0) {
			out->more = true;
			break;
		}
		if (col + width > cols)
			width = cols - col > 0 ? cols - col : 1;
		out->shown[out->count].column = column;
		out->shown[out->count].col = col;
		out->shown[out->count].width = width;
		out->count++;
		col += width + 1;
	}
	widen(out, cols - col + 1);
}

bool list_hides_right(const struct list *l)
{
	struct layout layout;
	lay_out(l, l->cols, &layout);
	return layout.more;
}

static void title_text(const struct list *l, struct str *left, struct str *right)
{
	char day[DATE_TEXT];
	char *head = list_filled(l, l->screen->head);
	if (!*head)
		str_addf(left, " %s", l->title ? l->title : l->screen->title ? l->screen->title : "");
	if (*l->filter)
		str_addf(left, _("  Filter: %s"), l->filter);
	if (*head)
		str_addf(left, " %s", head); /* long: behind what must be seen */
	free(head);
	if (l->date != DATE_NONE)
		str_addf(left, _("  Stichtag: %s"), date_format(l->date, day));
	if (l->marked.len > 1)
		str_addf(right, _("%zu vorgemerkt  "), l->marked.len - 1);
	if (!l->loaded && !l->failed)
		str_add(right, _("lädt "));
	else if (l->failed)
		str_add(right, _("! nicht gelesen "));
	else if (l->count < 0)
		return;
	else if (l->count_more && l->at_start && l->window.len > 0)
		str_addf(right, _("%zu von mehr als %lld "), l->selected + 1, l->count);
	else if (l->count_more)
		str_addf(right, _("mehr als %lld "), l->count);
	else if (l->at_start && l->window.len > 0)
		str_addf(right, _("%zu von %lld "), l->selected + 1, l->count);
	else
		str_addf(right, "%lld ", l->count);
}

static void draw_title(const struct list *l, struct canvas *c, struct area area)
{
	struct str left = { 0 }, right = { 0 };
	title_text(l, &left, &right);
	unsigned attr = l->focus ? ATTR_BOLD | ATTR_REVERSE : ATTR_BOLD;
	int width = text_width(str_text(&right));
	if (width > area.cols / 2)
		width = area.cols / 2;
	if (width < area.cols / 2 && text_width(str_text(&left)) > area.cols - width - 1)
		width++; /* a blank between what is cut and the place in the list */
	canvas_field(c, area.row, area.col, area.cols - width, attr, str_text(&left));
	canvas_field_right(c, area.row, area.col + area.cols - width, width, attr, str_text(&right));
	str_clear(&left);
	str_clear(&right);
}

static void draw_heads(const struct list *l, const struct layout *layout, struct canvas *c, struct area area)
{
	canvas_field(c, area.row, area.col, area.cols, ATTR_UNDERLINE, l->shift ? "‹" : "");
	for (size_t i = 0; i < layout->count; i++) {
		const struct screen_column *column = layout->shown[i].column;
		bool sorted = str_equal(column->name, list_sort_name(l));
		char *label = str_format("%s%s", column->label, !sorted ? "" : l->descending ? "▼" : "▲");
		unsigned attr = ATTR_UNDERLINE | (sorted ? ATTR_BOLD : ATTR_NONE);
		int col = area.col + layout->shown[i].col;
		if (column->right)
			canvas_field_right(c, area.row, col, layout->shown[i].width, attr, label);
		else
			canvas_field(c, area.row, col, layout->shown[i].width, attr, label);
		free(label);
	}
	if (layout->more)
		canvas_text(c, area.row, area.col + area.cols - 1, 1, ATTR_BOLD, "›");
}

static void draw_row(const struct list *l, const struct layout *layout, struct canvas *c, struct area area, size_t i)
{
	bool selected = l->focus && i == l->selected;
	bool marked = list_is_marked(l, list_window_value(l, i, l->screen->key_column));
	unsigned attr = (selected ? ATTR_REVERSE : ATTR_NONE) | (marked ? ATTR_BOLD : ATTR_NONE);
	char sign[3] = { selected ? '>' : ' ', marked ? '*' : ' ', '\0' };
	canvas_field(c, area.row, area.col, area.cols, attr, sign);
	for (size_t n = 0; n < layout->count; n++) {
		const struct screen_column *column = layout->shown[n].column;
		int col = area.col + layout->shown[n].col, width = layout->shown[n].width;
		char *text = value_format(column->type, &column->choices, list_window_value(l, i, column->name));
		if (column->right)
			canvas_field_right(c, area.row, col, width, attr, text);
		else
			canvas_field(c, area.row, col, width, attr, text);
		free(text);
	}
}

static void draw_rows(const struct list *l, const struct layout *layout, struct canvas *c, struct area area)
{
	canvas_fill(c, area, ATTR_NONE, ' ');
	for (int row = 0; row < area.rows && l->top + (size_t)row < l->window.len; row++)
		draw_row(l, layout, c, (struct area){ area.row + row, area.col, 1, area.cols }, l->top + (size_t)row);
	if (l->window.len > 0 || !l->loaded || area.rows < 1)
		return;
	const char *none = *l->filter ? _("Kein Eintrag passt zum Filter.") : _("Keine Einträge.");
	canvas_text(c, area.row, area.col + GUTTER, area.cols - GUTTER, ATTR_DIM, none);
}

static void draw_columns(const struct list *l, struct canvas *c, struct area area)
{
	canvas_fill(c, area, ATTR_NONE, ' ');
	size_t height = area.rows > 1 ? (size_t)area.rows - 1 : 1;
	size_t top = l->column_at >= height ? l->column_at - height + 1 : 0;
	for (size_t i = top; i < l->columns.len && i - top < height; i++) {
		const struct list_column *lc = vec_at(&l->columns, i);
		const struct screen_column *column = vec_at(&l->screen->columns, lc->index);
		char *text = str_format("%s[%s] %s", i == l->column_at ? "> " : "  ", lc->hidden ? " " : "x", column->label);
		canvas_field(c, area.row + (int)(i - top), area.col, area.cols, i == l->column_at ? ATTR_REVERSE : ATTR_NONE,
			text);
		free(text);
	}
	if (area.rows > 1)
		canvas_field(c, area.row + area.rows - 1, area.col, area.cols, ATTR_DIM,
			_(" Leertaste zeigen  ←→ verschieben  s sortieren  0 Grundstellung  Enter fertig"));
}

static void draw_prompt(const struct list *l, struct canvas *c, struct area area, const char *prompt)
{
	int row = area.row + area.rows - 1;
	canvas_field(c, row, area.col, area.cols, ATTR_NONE, "");
	int used = canvas_text(c, row, area.col, area.cols, ATTR_BOLD, prompt);
	line_draw(&l->line, c, row, area.col + used, area.cols - used, ATTR_NONE);
}

/* The bottom row is where a filter is typed. */
static void draw_foot(const struct list *l, struct canvas *c, struct area area)
{
	char *foot = list_filled(l, l->screen->foot);
	canvas_field(c, area.row + area.rows - 1, area.col, area.cols, ATTR_BOLD, "");
	canvas_field(c, area.row + area.rows - 1, area.col + 1, area.cols - 1, ATTR_BOLD, foot);
	free(foot);
}

static void draw_mode(const struct list *l, struct canvas *c, struct area area)
{
	switch (l->mode) {
	case LIST_FILTER:
		draw_prompt(l, c, area, "/");
		break;
	case LIST_DATE:
		draw_prompt(l, c, area, _("Stichtag: "));
		break;
	case LIST_NAME:
		draw_prompt(l, c, area, _("Filter speichern als: "));
		break;
	default:
		break;
	}
}

void list_draw(const struct list *l, struct canvas *c, struct area area)
{
	if (area.rows < 1 || area.cols < 1)
		return;
	struct layout layout;
	lay_out(l, area.cols, &layout);
	int body = list_body_rows(l, area.rows), row = area.row;
	if (area.rows >= 3)
		draw_title(l, c, (struct area){ row++, area.col, 1, area.cols });
	if (area.rows >= 5)
		draw_heads(l, &layout, c, (struct area){ row++, area.col, 1, area.cols });
	struct area rest = { row, area.col, body, area.cols };
	if (l->mode == LIST_COLUMNS)
		draw_columns(l, c, rest);
	else if (l->mode == LIST_SAVED)
		choice_draw(&l->choice, c, rest);
	else
		draw_rows(l, &layout, c, rest);
	if (list_has_foot(l, area.rows))
		draw_foot(l, c, area);
	draw_mode(l, c, area);
}
