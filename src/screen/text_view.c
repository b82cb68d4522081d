/* See text_view.h. */
#include "screen/text_view.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "screen/line.h"
#include "screen/speech.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A row as shown: a part of the text. */
struct text_row {
	size_t at, len;
	int indent; /* columns left free: what follows a tab hangs below it */
	bool heading;
};

struct text_view {
	const struct screen *screen;
	char *title, *text;
	struct vec rows; /* struct text_row, for the present width */
	int height, cols;
	int top;
	bool searching;  /* the search line is open */
	struct line line;
	char *needle;    /* folded, NULL: no search */
	int found;       /* row of the last hit, -1: none */
	const char *action;
};

/* --- layout ---------------------------------------------------------------- */

static void add_row(struct text_view *tv, size_t at, size_t len, int indent, bool heading)
{
	struct text_row row = { at, len, indent, heading };
	vec_push(&tv->rows, &row);
}

/* Columns before the first tab of a line, if that leaves room; the tab becomes a blank. */
static int hanging_indent(char *line, int cols)
{
	char *tab = strchr(line, '\t');
	int indent = tab ? text_width_n(line, (size_t)(tab - line)) + 1 : 0;
	for (char *c = line; *c; c++)
		if (*c == '\t')
			*c = ' ';
	return indent * 2 <= cols ? indent : 0;
}

/* One line of the text (without its line break) as rows. */
static void lay_out_line(struct text_view *tv, size_t at, size_t len)
{
	bool heading = strncmp(tv->text + at, "# ", 2) == 0;
	if (heading) {
		at += 2;
		len -= 2;
	}
	if (len == 0)
		add_row(tv, at, 0, 0, heading);
	char *line = mem_strndup(tv->text + at, len);
	int hanging = hanging_indent(line, tv->cols);
	for (size_t done = 0; done < len;) {
		int indent = done > 0 ? hanging : 0;
		size_t skip, n = text_wrap(line + done, tv->cols - indent, &skip);
		add_row(tv, at + done, n, indent, heading);
		done += n + skip;
	}
	free(line);
}

static void lay_out(struct text_view *tv)
{
	vec_cut(&tv->rows, 0);
	for (size_t at = 0;;) {
		size_t len = strcspn(tv->text + at, "\n");
		lay_out_line(tv, at, len);
		if (!tv->text[at + len])
			break;
		at += len + 1;
	}
	/* A line break at the very end ends a line, it does not begin one. */
	if (tv->rows.len > 1 && ((struct text_row *)vec_at(&tv->rows, tv->rows.len - 1))->len == 0)
		vec_cut(&tv->rows, tv->rows.len - 1);
}

static int body_rows(int rows)
{
	return rows >= 3 ? rows - 1 : rows > 0 ? rows : 1;
}

static void scroll_to(struct text_view *tv, int top)
{
	int last = (int)tv->rows.len - tv->height;
	tv->top = top > last ? last : top;
	if (tv->top < 0)
		tv->top = 0;
}

/* --- life ------------------------------------------------------------------ */

struct text_view *text_view_new(const struct screen *screen, const char *title, const char *text)
{
	struct text_view *tv = mem_zalloc(1, sizeof(*tv));
	tv->screen = screen;
	tv->rows = (struct vec)VEC_OF(struct text_row);
	tv->height = 23;
	tv->cols = 80;
	tv->found = -1;
	line_init(&tv->line, NULL, NULL);
	text_view_set(tv, title, text);
	return tv;
}

void text_view_free(struct text_view **view)
{
	struct text_view *tv = *view;
	if (!tv)
		return;
	vec_clear(&tv->rows);
	line_clear(&tv->line);
	free(tv->title);
	free(tv->text);
	free(tv->needle);
	free(tv);
	*view = NULL;
}

void text_view_set(struct text_view *tv, const char *title, const char *text)
{
	mem_replace(&tv->title, title ? title : "");
	free(tv->text);
	tv->text = text_clean(text ? text : "", true);
	lay_out(tv);
	scroll_to(tv, tv->top);
}

/* The same text stays at the top. */
void text_view_resize(struct text_view *tv, int rows, int cols)
{
	size_t at = tv->rows.len ? ((struct text_row *)vec_at(&tv->rows, (size_t)tv->top))->at : 0;
	tv->height = body_rows(rows);
	tv->cols = cols > 0 ? cols : 1;
	lay_out(tv);
	int top = 0;
	while ((size_t)top + 1 < tv->rows.len && ((struct text_row *)vec_at(&tv->rows, (size_t)top + 1))->at <= at)
		top++;
	scroll_to(tv, top);
	tv->found = -1;
}

int text_view_line(const struct text_view *tv, int *lines)
{
	if (lines)
		*lines = (int)tv->rows.len;
	return tv->top;
}

/* --- search ---------------------------------------------------------------- */

static char *row_text(const struct text_view *tv, size_t i)
{
	const struct text_row *row = vec_at(&tv->rows, i);
	char *text = mem_strndup(tv->text + row->at, row->len);
	for (char *c = text; *c; c++)
		if (*c == '\t')
			*c = ' ';
	return text;
}

static bool row_matches(const struct text_view *tv, size_t i)
{
	char *text = row_text(tv, i), *folded = text_fold(text);
	bool found = strstr(folded, tv->needle) != NULL;
	free(text);
	free(folded);
	return found;
}

/* From row `from` on, round the end; the hit comes into view. */
static unsigned search(struct text_view *tv, int from, int step)
{
	int n = (int)tv->rows.len;
	for (int i = 0; i < n && tv->needle && *tv->needle; i++) {
		int row = ((from + step * i) % n + n) % n;
		if (!row_matches(tv, (size_t)row))
			continue;
		tv->found = row;
		if (row < tv->top || row >= tv->top + tv->height)
			scroll_to(tv, row - tv->height / 3);
		return SCREEN_HANDLED;
	}
	tv->found = -1;
	return SCREEN_HANDLED | SCREEN_BELL;
}

static unsigned search_event(struct text_view *tv, const struct event *e)
{
	unsigned result = line_event(&tv->line, e);
	if (result & (SCREEN_DONE | SCREEN_CANCEL))
		tv->searching = false;
	if (result & SCREEN_CANCEL) {
		mem_replace(&tv->needle, NULL);
		tv->found = -1;
		return SCREEN_HANDLED;
	}
	if (result == SCREEN_IGNORED)
		return SCREEN_IGNORED;
	free(tv->needle);
	tv->needle = text_fold(line_text(&tv->line));
	if (!*tv->needle)
		return SCREEN_HANDLED;
	unsigned found = search(tv, tv->found >= 0 ? tv->found : tv->top, 1);
	return result & SCREEN_DONE ? found : SCREEN_HANDLED;
}

/* --- keys ------------------------------------------------------------------ */

static unsigned move(struct text_view *tv, char32_t key)
{
	switch (key) {
	case K_UP:
		scroll_to(tv, tv->top - 1);
		return SCREEN_HANDLED;
	case K_DOWN:
		scroll_to(tv, tv->top + 1);
		return SCREEN_HANDLED;
	case K_PAGE_UP:
		scroll_to(tv, tv->top - tv->height);
		return SCREEN_HANDLED;
	case K_PAGE_DOWN:
	case ' ':
		scroll_to(tv, tv->top + tv->height);
		return SCREEN_HANDLED;
	case K_HOME:
		scroll_to(tv, 0);
		return SCREEN_HANDLED;
	case K_END:
		scroll_to(tv, (int)tv->rows.len);
		return SCREEN_HANDLED;
	default:
		return SCREEN_IGNORED;
	}
}

static unsigned own_key(struct text_view *tv, char32_t key)
{
	if (key == '/') {
		tv->searching = true;
		line_set(&tv->line, "");
		return SCREEN_HANDLED;
	}
	if ((key == 'n' || key == 'N') && tv->needle)
		return search(tv, (tv->found >= 0 ? tv->found : tv->top) + (key == 'n' ? 1 : -1), key == 'n' ? 1 : -1);
	if (key == K_ESC && tv->needle) {
		mem_replace(&tv->needle, NULL);
		tv->found = -1;
		return SCREEN_HANDLED;
	}
	return move(tv, key);
}

static unsigned bound_key(struct text_view *tv, char32_t key)
{
	const struct screen_key *k = tv->screen ? screen_find_key(tv->screen, key) : NULL;
	if (k) {
		tv->action = k->action;
		return SCREEN_HANDLED | SCREEN_ACTION;
	}
	bool leave = key == K_ESC || (!tv->screen && key == 'q');
	return leave ? SCREEN_HANDLED | SCREEN_CANCEL : SCREEN_IGNORED;
}

unsigned text_view_event(struct text_view *tv, const struct event *e)
{
	tv->action = NULL;
	if (tv->searching)
		return search_event(tv, e);
	if (e->type != EVENT_KEY)
		return SCREEN_IGNORED;
	unsigned result = own_key(tv, e->key);
	return result == SCREEN_IGNORED ? bound_key(tv, e->key) : result;
}

const char *text_view_action(const struct text_view *tv)
{
	return tv->action;
}

/* --- drawing --------------------------------------------------------------- */

static void draw_title(const struct text_view *tv, struct canvas *c, struct area area)
{
	int n = (int)tv->rows.len, end = tv->top + tv->height;
	char *title = str_format(" %s", tv->title);
	char *place = n <= tv->height ? str_format(_("%d Zeilen "), n)
				      : str_format(_("Zeile %d von %d "), end < n ? end : n, n);
	int width = text_width(place);
	if (width * 2 > area.cols)
		width = 0;
	canvas_field(c, area.row, area.col, area.cols - width, ATTR_BOLD | ATTR_REVERSE, title);
	canvas_field_right(c, area.row, area.col + area.cols - width, width, ATTR_BOLD | ATTR_REVERSE, place);
	free(title);
	free(place);
}

/* Inserted and deleted words as the sentence history writes them. */
static void draw_marks(struct canvas *c, int row, int col, const char *text, const char *open, const char *close,
	unsigned attr)
{
	for (const char *s = text; (s = strstr(s, open));) {
		const char *end = strstr(s, close);
		size_t n = end ? (size_t)(end - s) + strlen(close) : strlen(s);
		int from = text_width_n(text, (size_t)(s - text));
		canvas_attr(c, (struct area){ row, col + from, 1, text_width_n(s, n) }, attr);
		s += n;
	}
}

static void draw_row(const struct text_view *tv, struct canvas *c, struct area area, int row, size_t i)
{
	const struct text_row *r = vec_at(&tv->rows, i);
	char *text = row_text(tv, i);
	unsigned attr = r->heading ? ATTR_BOLD : ATTR_NONE;
	if (tv->needle && *tv->needle && row_matches(tv, i))
		attr |= (int)i == tv->found ? ATTR_REVERSE : ATTR_UNDERLINE;
	int col = area.col + r->indent;
	canvas_text(c, row, col, area.cols - r->indent, attr, text);
	draw_marks(c, row, col, text, "[-", "-]", ATTR_RED | ATTR_DIM);
	draw_marks(c, row, col, text, "{+", "+}", ATTR_GREEN | ATTR_UNDERLINE);
	free(text);
}

void text_view_draw(const struct text_view *tv, struct canvas *c, struct area area)
{
	if (area.rows < 1 || area.cols < 1)
		return;
	canvas_fill(c, area, ATTR_NONE, ' ');
	int row = area.row, height = body_rows(area.rows);
	if (area.rows >= 3)
		draw_title(tv, c, (struct area){ row++, area.col, 1, area.cols });
	for (int i = 0; i < height && (size_t)tv->top + (size_t)i < tv->rows.len; i++)
		draw_row(tv, c, area, row + i, (size_t)tv->top + (size_t)i);
	if (!tv->searching)
		return;
	int last = area.row + area.rows - 1;
	canvas_field(c, last, area.col, area.cols, ATTR_BOLD, "/");
	line_draw(&tv->line, c, last, area.col + 1, area.cols - 1, ATTR_NONE);
}

/* --- in words -------------------------------------------------------------- */

/* The rows in sight, each a part: what comes into sight is said, so a text is read by moving through it. */
void text_view_speak(const struct text_view *tv, struct speech *out)
{
	char *lines = str_format(_("%d Zeilen "), (int)tv->rows.len);
	speech_add(out, SPEECH_NOW, "title", tv->title);
	speech_more(out, lines);
	free(lines);
	for (int i = tv->top; i < tv->top + tv->height && (size_t)i < tv->rows.len; i++) {
		char name[24];
		char *text = row_text(tv, (size_t)i);
		snprintf(name, sizeof(name), "row %d", i);
		speech_add(out, SPEECH_NOW, name, text);
		free(text);
	}
	if (tv->found >= 0) {
		char *text = row_text(tv, (size_t)tv->found);
		speech_addf(out, SPEECH_NOW, "found", _("Gefunden in Zeile %d: %s"), tv->found + 1, text);
		free(text);
	}
	if (tv->searching)
		speech_type_line(out, _("Suchen: "), &tv->line);
}

/* --- as a view ------------------------------------------------------------- */

static unsigned class_event(void *self, const struct event *e)
{
	return text_view_event(self, e);
}

static void class_draw(const void *self, struct canvas *c, struct area area)
{
	text_view_draw(self, c, area);
}

static void class_speak(const void *self, struct speech *out)
{
	text_view_speak(self, out);
}

static void class_resize(void *self, int rows, int cols)
{
	text_view_resize(self, rows, cols);
}

static void class_free(void *self)
{
	struct text_view *tv = self;
	text_view_free(&tv);
}

static const char *class_action(const void *self)
{
	return text_view_action(self);
}

const struct view_class text_view_class = {
	.name = "text",
	.event = class_event,
	.draw = class_draw,
	.resize = class_resize,
	.free = class_free,
	.speak = class_speak,
	.action = class_action,
};
