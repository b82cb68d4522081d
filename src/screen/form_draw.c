/*
 * The picture of a form: title, notice, fields, and in the last row help for
 * the field or the question whether to leave. Fields are laid out one below the
 * other in rows that scroll; form_keep_visible sees to the one with the focus.
 */
#include "screen/form_private.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "screen/value.h"

#include <stdlib.h>
#include <string.h>

#define LABEL_MAX 26
#define COLLISION_ROWS 3 /* mine, theirs, before */
#define FAULT_ROWS 6     /* of a list of faults */
#define TEXT_ROWS 3      /* of a notice, of a help */

/* --- layout ----------------------------------------------------------------- */

static int label_width(const struct form *f, int cols)
{
	int widest = 0;
	for (size_t i = 0; i < f->count; i++) {
		int width = text_width(f->items[i].field->label) + (f->items[i].field->required ? 1 : 0);
		if (width > widest)
			widest = width;
	}
	if (widest > LABEL_MAX)
		widest = LABEL_MAX;
	return widest > cols / 3 ? cols / 3 : widest;
}

static int error_lines(const struct form_item *item)
{
	int lines = item->error ? 1 : 0;
	for (const char *s = item->error; s && item->listed && (s = strchr(s, '\n')); s++)
		lines++;
	return lines;
}

static int error_rows(const struct form_item *item)
{
	int lines = error_lines(item);
	return lines > FAULT_ROWS ? FAULT_ROWS : lines;
}

/* A list of faults is read beside its text: it takes rows of the memo. */
static int value_rows(const struct form *f, const struct form_item *item)
{
	if (!item->editor)
		return 1;
	int rows = item->field->rows, most = f->rows - 4 - (item->listed ? error_rows(item) : 0);
	if (rows > most)
		rows = most;
	return rows > 0 ? rows : 1;
}

static bool has_heading(const struct form_item *item)
{
	return item->field->heading != NULL;
}

static int item_rows(const struct form *f, const struct form_item *item)
{
	int rows = has_heading(item) ? 1 : 0;
	rows += item->collides && !item->free_hand ? 1 + COLLISION_ROWS : value_rows(f, item);
	return rows + error_rows(item);
}

static int item_start(const struct form *f, size_t i)
{
	int row = 0;
	for (size_t n = 0; n < i; n++)
		row += item_rows(f, &f->items[n]);
	return row;
}

static int lines_of(const struct form *f, const char *text)
{
	int lines = text_lines(text, f->cols > 0 ? f->cols : 1);
	return lines < 1 ? 1 : lines > TEXT_ROWS ? TEXT_ROWS : lines;
}

/* Rows above and below the fields. */
static int head_rows(const struct form *f, int rows)
{
	int notice = f->notice ? lines_of(f, f->notice) : 0;
	return (rows >= 3 ? 1 : 0) + (rows >= 4 + 2 * notice ? notice : rows >= 4 && notice ? 1 : 0);
}

static int foot_rows(const struct form *f, int rows)
{
	return rows >= 5 || (f->asking && rows >= 2) ? 1 : 0;
}

static int body_rows(const struct form *f, int rows)
{
	int body = rows - head_rows(f, rows) - foot_rows(f, rows);
	return body > 0 ? body : 1;
}

void form_keep_visible(struct form *f)
{
	int height = body_rows(f, f->rows);
	int start = item_start(f, f->focus), end = start + item_rows(f, &f->items[f->focus]);
	int all = item_start(f, f->count);
	if (end > f->top + height)
		f->top = end - height;
	if (start < f->top)
		f->top = start;
	if (f->top > all - height)
		f->top = all - height;
	if (f->top < 0)
		f->top = 0;
}

void form_resize(struct form *f, int rows, int cols)
{
	f->rows = rows;
	f->cols = cols;
	int width = cols - label_width(f, cols) - 3;
	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].editor)
			editor_resize(f->items[i].editor, value_rows(f, &f->items[i]), width > 1 ? width : 1);
	choice_resize(&f->choice, rows - 2);
	form_keep_visible(f);
}

/* --- fields ----------------------------------------------------------------- */

/* Where a field is drawn; rows outside of the body are passed over. */
struct place {
	struct canvas *c;
	struct area body;
	int row;    /* of the canvas, may lie outside */
	int labels; /* columns */
};

static bool is_inside(const struct place *p)
{
	return p->row >= p->body.row && p->row < p->body.row + p->body.rows;
}

static void draw_label(const struct place *p, const struct form_item *item, bool focus)
{
	char *label = str_format("%s%s", item->field->label, item->field->required ? "*" : "");
	unsigned attr = focus ? ATTR_BOLD : ATTR_NONE;
	canvas_text(p->c, p->row, p->body.col, 1, attr, focus ? ">" : " ");
	canvas_field(p->c, p->row, p->body.col + 1, p->labels, attr, label);
	free(label);
}

static char *shown_value(const struct form_item *item, const char *value, const char *label)
{
	if (item->field->type == SCREEN_TYPE_PICK)
		return mem_strdup(label ? label : "");
	return value_format(item->field->type, &item->field->choices, value);
}

static void draw_single(const struct place *p, const struct form_item *item, bool focus)
{
	int col = p->body.col + p->labels + 2, cols = p->body.cols - p->labels - 3;
	unsigned attr = item->field->readonly ? ATTR_DIM : focus ? ATTR_REVERSE : ATTR_UNDERLINE;
	if (cols < 1)
		return;
	if (item->field->type != SCREEN_TYPE_PICK && item->field->type != SCREEN_TYPE_BOOL) {
		if (focus && !item->field->readonly)
			line_draw(&item->line, p->c, p->row, col, cols, attr);
		else
			line_draw_idle(&item->line, p->c, p->row, col, cols, attr);
		return;
	}
	char *value = shown_value(item, item->value, item->label);
	char *text = item->field->type == SCREEN_TYPE_PICK
			     ? str_format("%s%s", value, item->field->readonly ? "" : " ▾")
			     : str_format("[%c] %s", item->value && *item->value == 't' ? 'x' : ' ', value);
	canvas_field(p->c, p->row, col, cols, attr, text);
	free(value);
	free(text);
}

/* A memo is drawn into a canvas of its own when it sticks out of the body. */
static void draw_memo(struct place *p, const struct form *f, const struct form_item *item, bool focus)
{
	int rows = value_rows(f, item), cols = p->body.cols - p->labels - 3;
	int col = p->body.col + p->labels + 2;
	int first = p->row < p->body.row ? p->body.row - p->row : 0;
	int last = p->row + rows > p->body.row + p->body.rows ? p->body.row + p->body.rows - p->row : rows;
	if (cols < 1 || first >= last)
		return;
	struct canvas *inner = canvas_new(rows, cols);
	editor_draw(item->editor, inner, canvas_area(inner), focus && !item->field->readonly);
	for (int row = first; row < last; row++)
		for (int x = 0; x < cols; x++) {
			struct cell *to = canvas_cell(p->c, p->row + row, col + x);
			if (to)
				*to = *canvas_cell(inner, row, x);
		}
	if (inner->cursor_row >= first && inner->cursor_row < last)
		canvas_cursor(p->c, p->row + inner->cursor_row, col + inner->cursor_col);
	canvas_free(&inner);
	/* The edge tells the field from the rest also where nothing is written yet. */
	for (int row = first; row < last; row++)
		canvas_text(p->c, p->row + row, col - 1, 1, focus ? ATTR_BOLD : ATTR_DIM, "│");
}

static void draw_version(struct place *p, const struct form_item *item, const char *name, const char *value,
	const char *label, bool chosen)
{
	if (is_inside(p)) {
		char *text = shown_value(item, value, label);
		for (char *c = text; *c; c++)
			if (*c == '\n')
				*c = ' ';
		char *line = str_format(" %s %s %s", chosen ? "●" : " ", name, text);
		canvas_field(p->c, p->row, p->body.col + 2, p->body.cols - 2, chosen ? ATTR_BOLD : ATTR_NONE, line);
		free(line);
		free(text);
	}
	p->row++;
}

static void draw_collision(struct place *p, const struct form_item *item, bool focus)
{
	bool theirs = item->decided && str_equal(item->value, item->theirs);
	if (is_inside(p)) {
		draw_label(p, item, focus);
		canvas_text(p->c, p->row, p->body.col + p->labels + 2, p->body.cols - p->labels - 2, ATTR_YELLOW | ATTR_BOLD,
			focus ? _("! beide geändert: m, t, e bearbeiten") : _("! beide geändert"));
	}
	p->row++;
	draw_version(p, item, _("m meine: "), item->mine, item->mine_label, item->decided && !theirs);
	draw_version(p, item, _("t deren: "), item->theirs, item->theirs_label, theirs);
	draw_version(p, item, _("  vorher:"), item->base, item->base_label, false);
}

/* One row, or of a list as many as there is room for. */
static void draw_errors(struct place *p, const struct form_item *item)
{
	int rows = error_rows(item), lines = error_lines(item), col = p->body.col + p->labels + 2;
	const char *at = item->error;
	for (int i = 0; i < rows; i++, p->row++) {
		const char *end = item->listed ? strchr(at, '\n') : NULL;
		char *fault = end ? mem_strndup(at, (size_t)(end - at)) : mem_strdup(at);
		char *text = i + 1 == rows && lines > rows ? str_format(_("… und %d weitere; ^E zeigt alle"), lines - rows + 1)
							   : str_format("✗ %s", fault);
		if (is_inside(p))
			canvas_field(p->c, p->row, col, p->body.col + p->body.cols - col, ATTR_RED | ATTR_BOLD, text);
		at = end ? end + 1 : at;
		free(text);
		free(fault);
	}
}

static void draw_item(struct place *p, const struct form *f, size_t i)
{
	const struct form_item *item = &f->items[i];
	bool focus = i == f->focus && !f->asking && !f->picking;
	if (has_heading(item)) {
		if (is_inside(p))
			canvas_field(p->c, p->row, p->body.col, p->body.cols, ATTR_BOLD | ATTR_UNDERLINE, item->field->heading);
		p->row++;
	}
	if (item->collides && !item->free_hand) {
		draw_collision(p, item, focus);
	} else {
		if (is_inside(p))
			draw_label(p, item, focus);
		if (item->editor)
			draw_memo(p, f, item, focus);
		else if (is_inside(p))
			draw_single(p, item, focus);
		p->row += value_rows(f, item);
	}
	draw_errors(p, item);
}

/* --- frame ------------------------------------------------------------------ */

static void draw_title(const struct form *f, struct canvas *c, struct area area)
{
	const char *state = !f->ready ? _("lädt ") : form_is_new(f) ? _("neu ") : form_is_changed(f) ? _("geändert ") : "";
	char *title = str_format(" %s", f->screen->title ? f->screen->title : "");
	int width = text_width(state);
	if (width * 2 > area.cols)
		width = 0;
	canvas_field(c, area.row, area.col, area.cols - width, ATTR_BOLD | ATTR_REVERSE, title);
	canvas_field(c, area.row, area.col + area.cols - width, width, ATTR_BOLD | ATTR_REVERSE, state);
	free(title);
}

/* About the field under the cursor: a fault that has no room beside it, else its help. */
static const char *foot_text(const struct form *f)
{
	const struct form_item *item = &f->items[f->focus];
	if (item->error && text_width(item->error) + 2 > f->cols - label_width(f, f->cols) - 2)
		return item->error;
	return item->field->help ? item->field->help : "";
}

/* Rows below the last field are the foot's when it needs them. */
static int foot_start(const struct form *f, struct area area)
{
	int used = f->picking || !f->ready ? area.rows : head_rows(f, area.rows) + item_start(f, f->count) - f->top;
	int wanted = area.rows - lines_of(f, foot_text(f));
	return wanted > used ? wanted : used < area.rows ? used : area.rows - 1;
}

static void draw_foot(const struct form *f, struct canvas *c, struct area area)
{
	const struct form_item *item = &f->items[f->focus];
	if (item->listed && !f->asking) { /* the faults name lines */
		char *line = str_format(_("Zeile %u"), editor_line(item->editor));
		canvas_field(c, area.row, area.col, area.cols, ATTR_DIM, line);
		free(line);
	} else if (f->asking)
		canvas_field(c, area.row, area.col, area.cols, ATTR_BOLD | ATTR_REVERSE,
			_(" Änderungen verwerfen? j ja  s speichern  Esc weiter bearbeiten"));
	else
		canvas_paragraph(c, area, ATTR_DIM, foot_text(f));
}

void form_draw(const struct form *f, struct canvas *c, struct area area)
{
	if (area.rows < 1 || area.cols < 1)
		return;
	int row = area.row, head = head_rows(f, area.rows);
	canvas_fill(c, area, ATTR_NONE, ' ');
	if (area.rows >= 3)
		draw_title(f, c, (struct area){ row++, area.col, 1, area.cols });
	if (f->notice && row < area.row + head)
		canvas_paragraph(c, (struct area){ row, area.col, area.row + head - row, area.cols }, f->notice_is_error ? ATTR_RED | ATTR_BOLD : ATTR_BOLD, f->notice);
	struct area body = { area.row + head, area.col, body_rows(f, area.rows), area.cols };
	if (f->picking) {
		choice_draw(&f->choice, c, body);
	} else if (f->ready) {
		struct place p = { c, body, body.row - f->top, label_width(f, area.cols) };
		for (size_t i = 0; i < f->count; i++)
			draw_item(&p, f, i);
	}
	if (foot_rows(f, area.rows)) {
		int start = f->asking || f->items[f->focus].listed ? area.rows - 1 : foot_start(f, area);
		draw_foot(f, c, (struct area){ area.row + start, area.col, area.rows - start, area.cols });
	}
}
