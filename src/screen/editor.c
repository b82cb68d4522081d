/* Keys and picture of the editor. See editor.h and editor_private.h. */
#include "screen/editor_private.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define CTRL(c) ((c) & 0x1F)

struct editor *editor_new(editor_module_fn *module, void *context)
{
	struct editor *ed = mem_zalloc(1, sizeof(*ed));
	ed->steps = (struct vec)VEC_OF(struct editor_step);
	ed->rows = (struct vec)VEC_OF(struct editor_row);
	ed->height = 10;
	ed->width = 80;
	ed->column = -1;
	ed->module = module;
	ed->context = context;
	line_init(&ed->line, NULL, NULL);
	editor_lay_out(ed);
	return ed;
}

void editor_free(struct editor **editor)
{
	struct editor *ed = *editor;
	if (!ed)
		return;
	editor_forget_steps(ed);
	vec_clear(&ed->steps);
	vec_clear(&ed->rows);
	str_clear(&ed->text);
	str_clear(&ed->killed);
	line_clear(&ed->line);
	free(ed);
	*editor = NULL;
}

static void keep_visible(struct editor *ed)
{
	size_t row = editor_cursor_row(ed), height = ed->height > 0 ? (size_t)ed->height : 1;
	if (ed->searching && height > 1)
		height--; /* the last row has the search line */
	if (row < ed->top)
		ed->top = row;
	if (row >= ed->top + height)
		ed->top = row - height + 1;
	if (ed->top >= ed->rows.len)
		ed->top = ed->rows.len - 1;
}

/* --- the text -------------------------------------------------------------- */

void editor_set_text(struct editor *ed, const char *text)
{
	str_cut(&ed->text, 0);
	ed->cursor = 0;
	char *allowed = editor_allowed(ed, text ? text : "", 0);
	str_set(&ed->text, allowed);
	free(allowed);
	editor_forget_steps(ed);
	ed->column = -1;
	ed->top = 0;
	editor_lay_out(ed);
}

void editor_replace(struct editor *ed, const char *text)
{
	ed->open = false;
	ed->cursor = 0;
	char *allowed = editor_allowed(ed, text, ed->text.len);
	if (strcmp(allowed, str_text(&ed->text)) != 0)
		editor_change(ed, 0, ed->text.len, allowed, strlen(allowed));
	free(allowed);
	ed->open = false;
	keep_visible(ed);
}

const char *editor_text(const struct editor *ed)
{
	return str_text(&ed->text);
}

bool editor_is_changed(const struct editor *ed)
{
	return ed->done != ed->saved;
}

void editor_mark_saved(struct editor *ed)
{
	ed->saved = ed->done;
	ed->open = false;
}

void editor_move_end(struct editor *ed)
{
	ed->cursor = ed->text.len;
	ed->column = -1;
	keep_visible(ed);
}

void editor_move_line(struct editor *ed, unsigned line)
{
	const char *text = str_text(&ed->text), *at = text;
	while (line > 1 && strchr(at, '\n')) {
		at = strchr(at, '\n') + 1;
		line--;
	}
	ed->cursor = (size_t)(at - text);
	ed->column = -1;
	keep_visible(ed);
}

unsigned editor_line(const struct editor *ed)
{
	unsigned line = 1;
	for (size_t i = 0; i < ed->cursor; i++)
		line += str_text(&ed->text)[i] == '\n';
	return line;
}

void editor_insert(struct editor *ed, const char *text)
{
	char *allowed = editor_allowed(ed, text, 0);
	editor_change(ed, ed->cursor, 0, allowed, strlen(allowed));
	free(allowed);
	keep_visible(ed);
}

void editor_set_length(struct editor *ed, size_t length)
{
	ed->length = length;
}

void editor_resize(struct editor *ed, int rows, int cols)
{
	int width = cols > 0 ? cols : 1;
	ed->height = rows > 0 ? rows : 1;
	if (width != ed->width) { /* every picture tells the size */
		ed->width = width;
		editor_lay_out(ed);
	}
	keep_visible(ed);
}

/* --- moving ---------------------------------------------------------------- */

static bool is_blank(const struct editor *ed, size_t at)
{
	char c = str_text(&ed->text)[at];
	return c == ' ' || c == '\n';
}

static size_t word_left(const struct editor *ed)
{
	size_t at = ed->cursor;
	while (at > 0 && is_blank(ed, at - 1))
		at--;
	while (at > 0 && !is_blank(ed, at - 1))
		at = text_prev(str_text(&ed->text), ed->text.len, at);
	return at;
}

static size_t word_right(const struct editor *ed)
{
	size_t at = ed->cursor;
	while (at < ed->text.len && is_blank(ed, at))
		at++;
	while (at < ed->text.len && !is_blank(ed, at))
		at = text_next(str_text(&ed->text), ed->text.len, at);
	return at;
}

static size_t left(const struct editor *ed)
{
	return text_prev(str_text(&ed->text), ed->text.len, ed->cursor);
}

static size_t right(const struct editor *ed)
{
	return text_next(str_text(&ed->text), ed->text.len, ed->cursor);
}

/* Up and Down keep to the column in which they began. */
static void move_rows(struct editor *ed, long step)
{
	size_t row = editor_cursor_row(ed);
	int column = ed->column >= 0 ? ed->column : editor_column_of(ed, row, ed->cursor);
	long to = (long)row + step, last = (long)ed->rows.len - 1;
	to = to < 0 ? 0 : to > last ? last : to;
	ed->cursor = editor_offset_at(ed, (size_t)to, column);
	ed->column = column;
}

static size_t row_end(const struct editor *ed)
{
	const struct editor_row *r = vec_at(&ed->rows, editor_cursor_row(ed));
	return r->at + r->len;
}

static size_t row_start(const struct editor *ed)
{
	return ((struct editor_row *)vec_at(&ed->rows, editor_cursor_row(ed)))->at;
}

static bool move_over_rows(struct editor *ed, char32_t key)
{
	switch (key) {
	case K_UP:
		move_rows(ed, -1);
		return true;
	case K_DOWN:
		move_rows(ed, 1);
		return true;
	case K_PAGE_UP:
		move_rows(ed, -ed->height);
		return true;
	case K_PAGE_DOWN:
		move_rows(ed, ed->height);
		return true;
	default:
		return false;
	}
}

static bool move(struct editor *ed, char32_t key)
{
	size_t to;
	switch (key) {
	case K_LEFT:
		to = left(ed);
		break;
	case K_RIGHT:
		to = right(ed);
		break;
	case K_CTRL_LEFT:
		to = word_left(ed);
		break;
	case K_CTRL_RIGHT:
		to = word_right(ed);
		break;
	case K_HOME:
	case CTRL('a'):
		to = row_start(ed);
		break;
	case K_END:
	case CTRL('e'):
		to = row_end(ed);
		break;
	default:
		return move_over_rows(ed, key);
	}
	ed->cursor = to;
	ed->column = -1;
	return true;
}

/* --- changing -------------------------------------------------------------- */

static void kill_between(struct editor *ed, size_t from, size_t to)
{
	if (to <= from)
		return;
	str_cut(&ed->killed, 0);
	str_add_n(&ed->killed, str_text(&ed->text) + from, to - from);
	ed->open = false;
	editor_change(ed, from, to - from, "", 0);
	ed->open = false;
}

/* To the end of the line; at its end, the line break. */
static void kill_line(struct editor *ed)
{
	size_t end = ed->cursor + strcspn(str_text(&ed->text) + ed->cursor, "\n");
	kill_between(ed, ed->cursor, end == ed->cursor && end < ed->text.len ? end + 1 : end);
}

static bool change(struct editor *ed, char32_t key)
{
	size_t at;
	switch (key) {
	case K_BACKSPACE:
		at = left(ed);
		editor_change(ed, at, ed->cursor - at, "", 0);
		return true;
	case K_DELETE:
	case CTRL('d'):
		editor_change(ed, ed->cursor, right(ed) - ed->cursor, "", 0);
		return true;
	case K_ENTER:
		editor_insert(ed, "\n");
		return true;
	case CTRL('k'):
		kill_line(ed);
		return true;
	case CTRL('w'):
	case K_ALT | K_BACKSPACE:
		kill_between(ed, word_left(ed), ed->cursor);
		return true;
	case CTRL('y'):
		ed->open = false;
		editor_insert(ed, str_text(&ed->killed));
		ed->open = false;
		return true;
	default:
		return false;
	}
}

/* The word before the cursor gives way to the module of that abbreviation. */
static unsigned expand(struct editor *ed)
{
	size_t start = ed->cursor;
	while (start > 0 && !is_blank(ed, start - 1))
		start--;
	char *word = mem_strndup(str_text(&ed->text) + start, ed->cursor - start);
	const char *module = *word && ed->module ? ed->module(ed->context, word) : NULL;
	free(word);
	if (!module)
		return SCREEN_HANDLED | SCREEN_BELL;
	size_t cut = ed->cursor - start;
	ed->cursor = start;
	char *allowed = editor_allowed(ed, module, cut);
	ed->open = false;
	editor_change(ed, start, cut, allowed, strlen(allowed));
	ed->open = false;
	free(allowed);
	return SCREEN_HANDLED;
}

/* --- search ---------------------------------------------------------------- */

static unsigned find(struct editor *ed, size_t from)
{
	size_t at = editor_find(ed, line_text(&ed->line), from);
	if (at == EDITOR_NOWHERE)
		return SCREEN_HANDLED | SCREEN_BELL;
	ed->cursor = at;
	ed->column = -1;
	return SCREEN_HANDLED;
}

static unsigned search_event(struct editor *ed, const struct event *e)
{
	unsigned result = line_event(&ed->line, e);
	if (result & SCREEN_CANCEL) {
		ed->searching = false;
		return SCREEN_HANDLED;
	}
	if (result & SCREEN_DONE)
		return find(ed, right(ed));
	if (result == SCREEN_IGNORED)
		return SCREEN_IGNORED;
	return *line_text(&ed->line) ? find(ed, ed->cursor) : SCREEN_HANDLED;
}

/* --- keys ------------------------------------------------------------------ */

static unsigned command_key(struct editor *ed, char32_t key)
{
	switch (key) {
	case CTRL('z'):
		return editor_undo(ed) ? SCREEN_HANDLED : SCREEN_HANDLED | SCREEN_BELL;
	case CTRL('r'):
		return editor_redo(ed) ? SCREEN_HANDLED : SCREEN_HANDLED | SCREEN_BELL;
	case CTRL('f'):
		ed->searching = true;
		line_set(&ed->line, "");
		return SCREEN_HANDLED;
	case CTRL('o'):
		return SCREEN_HANDLED | SCREEN_EDITOR;
	case CTRL('s'):
		return SCREEN_HANDLED | SCREEN_SAVE;
	case K_ESC:
		return SCREEN_HANDLED | SCREEN_CANCEL;
	case K_TAB:
		return expand(ed);
	default:
		return SCREEN_IGNORED;
	}
}

static unsigned key_event(struct editor *ed, char32_t key)
{
	if (change(ed, key))
		return SCREEN_HANDLED;
	if (move(ed, key)) {
		ed->open = false;
		return SCREEN_HANDLED;
	}
	unsigned result = command_key(ed, key);
	if (result != SCREEN_IGNORED || key >= K_BASE || text_is_control(key))
		return result;
	char bytes[TEXT_RUNE_MAX + 1] = "";
	bytes[text_encode(key, bytes)] = '\0';
	size_t before = ed->text.len;
	editor_insert(ed, bytes);
	return ed->text.len == before ? SCREEN_HANDLED | SCREEN_BELL : SCREEN_HANDLED;
}

unsigned editor_event(struct editor *ed, const struct event *e)
{
	unsigned result = SCREEN_IGNORED;
	if (ed->searching && (e->type == EVENT_KEY || e->type == EVENT_PASTE)) {
		result = search_event(ed, e);
	} else if (e->type == EVENT_KEY) {
		result = key_event(ed, e->key);
	} else if (e->type == EVENT_PASTE && e->text) {
		ed->open = false;
		editor_insert(ed, e->text);
		ed->open = false;
		result = SCREEN_HANDLED;
	}
	keep_visible(ed);
	return result;
}

/* --- drawing --------------------------------------------------------------- */

void editor_draw(const struct editor *ed, struct canvas *c, struct area area, bool focus)
{
	if (area.rows < 1 || area.cols < 1)
		return;
	canvas_fill(c, area, ATTR_NONE, ' ');
	for (int i = 0; i < area.rows && ed->top + (size_t)i < ed->rows.len; i++) {
		const struct editor_row *r = vec_at(&ed->rows, ed->top + (size_t)i);
		char *text = mem_strndup(str_text(&ed->text) + r->at, r->len);
		canvas_text(c, area.row + i, area.col, area.cols, ATTR_NONE, text);
		free(text);
	}
	if (!focus)
		return;
	if (ed->searching) {
		int row = area.row + area.rows - 1;
		canvas_field(c, row, area.col, area.cols, ATTR_NONE, "");
		int used = canvas_text(c, row, area.col, area.cols, ATTR_BOLD, _("Suchen: "));
		line_draw(&ed->line, c, row, area.col + used, area.cols - used, ATTR_NONE);
		return;
	}
	size_t row = editor_cursor_row(ed);
	int column = editor_column_of(ed, row, ed->cursor);
	if (row >= ed->top && row < ed->top + (size_t)area.rows)
		canvas_cursor(c, area.row + (int)(row - ed->top), area.col + (column < area.cols ? column : area.cols - 1));
}
