/* What a person sets on a list: columns, saved filters, and the dialogues for them. */
#include "screen/list_private.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

/* --- columns -------------------------------------------------------------- */

void list_reset_columns(struct list *l)
{
	vec_cut(&l->columns, 0);
	for (size_t i = 0; i < l->screen->columns.len; i++) {
		const struct screen_column *column = vec_at(&l->screen->columns, i);
		struct list_column lc = { i, column->hidden };
		vec_push(&l->columns, &lc);
	}
	l->shift = 0;
}

static const struct screen_column *nth_shown(const struct list *l, size_t n, size_t *count)
{
	const struct screen_column *found = NULL;
	*count = 0;
	for (size_t i = 0; i < l->columns.len; i++) {
		const struct list_column *lc = vec_at(&l->columns, i);
		if (lc->hidden)
			continue;
		if ((*count)++ == n)
			found = vec_at(&l->screen->columns, lc->index);
	}
	return found;
}

size_t list_shown_columns(const struct list *l)
{
	size_t count;
	nth_shown(l, 0, &count);
	return count;
}

const struct screen_column *list_shown_column(const struct list *l, size_t i)
{
	size_t count;
	return nth_shown(l, i, &count);
}

/* The last column that is shown stays. */
static unsigned toggle_column(struct list *l)
{
	struct list_column *lc = vec_at(&l->columns, l->column_at);
	if (!lc->hidden && list_shown_columns(l) == 1)
		return SCREEN_HANDLED | SCREEN_BELL;
	lc->hidden = !lc->hidden;
	l->shift = 0;
	return SCREEN_HANDLED;
}

static unsigned move_column(struct list *l, bool down)
{
	size_t to = down ? l->column_at + 1 : l->column_at - 1;
	if (down ? to >= l->columns.len : l->column_at == 0)
		return SCREEN_HANDLED;
	struct list_column *a = vec_at(&l->columns, l->column_at), *b = vec_at(&l->columns, to), swap = *a;
	*a = *b;
	*b = swap;
	l->column_at = to;
	return SCREEN_HANDLED;
}

unsigned list_columns_event(struct list *l, char32_t key)
{
	const struct list_column *lc = vec_at(&l->columns, l->column_at);
	switch (key) {
	case K_UP:
		l->column_at -= l->column_at > 0;
		return SCREEN_HANDLED;
	case K_DOWN:
		l->column_at += l->column_at + 1 < l->columns.len;
		return SCREEN_HANDLED;
	case K_LEFT:
		return move_column(l, false);
	case K_RIGHT:
		return move_column(l, true);
	case ' ':
		return toggle_column(l);
	case 's':
		return list_sort_by(l, ((struct screen_column *)vec_at(&l->screen->columns, lc->index))->name);
	case '0':
		list_reset_columns(l);
		return SCREEN_HANDLED;
	case K_ENTER:
	case K_ESC:
		l->mode = LIST_ROWS;
		return SCREEN_HANDLED;
	default:
		return SCREEN_HANDLED | SCREEN_BELL;
	}
}

/* --- settings as text ------------------------------------------------------ */

/* Parts "name=value" between tabs; a line that was typed holds no tab. */
char *list_setting(const struct list *l)
{
	struct str out = { 0 };
	char day[DATE_TEXT];
	str_addf(&out, "filter=%s", l->filter);
	if (list_sort_name(l))
		str_addf(&out, "\tsort=%s\tdescending=%d", list_sort_name(l), l->descending);
	if (l->date != DATE_NONE)
		str_addf(&out, "\tdate=%s", date_format_iso(l->date, day));
	str_add(&out, "\tcolumns=");
	for (size_t i = 0; i < l->columns.len; i++) {
		const struct list_column *lc = vec_at(&l->columns, i);
		const struct screen_column *column = vec_at(&l->screen->columns, lc->index);
		str_addf(&out, "%s%s%s", i ? "," : "", lc->hidden ? "-" : "", column->name);
	}
	return str_take(&out);
}

static bool column_index(const struct list *l, const char *name, size_t n, size_t *index)
{
	for (size_t i = 0; i < l->screen->columns.len; i++) {
		const struct screen_column *column = vec_at(&l->screen->columns, i);
		if (strlen(column->name) == n && strncmp(column->name, name, n) == 0) {
			*index = i;
			return true;
		}
	}
	return false;
}

static void remove_column(struct list *l, size_t index)
{
	for (size_t i = 0; i < l->columns.len; i++)
		if (((struct list_column *)vec_at(&l->columns, i))->index == index) {
			vec_remove(&l->columns, i);
			return;
		}
}

/* The columns named come first, in that order; others of the screen keep their place behind. */
static void apply_columns(struct list *l, const char *names)
{
	size_t place = 0;
	list_reset_columns(l);
	while (*names) {
		bool hidden = *names == '-';
		names += hidden;
		size_t n = strcspn(names, ","), index;
		if (column_index(l, names, n, &index)) {
			remove_column(l, index);
			*(struct list_column *)vec_insert(&l->columns, place++) = (struct list_column){ index, hidden };
		}
		names += n + (names[n] == ',');
	}
	if (list_shown_columns(l) == 0)
		list_reset_columns(l);
}

static void apply_sort(struct list *l, const char *name)
{
	for (size_t i = 0; i < l->screen->sorts.len; i++)
		if (str_equal(*(char **)vec_at(&l->screen->sorts, i), name))
			l->sort = i;
}

static void apply_part(struct list *l, const char *name, const char *value)
{
	int32_t date;
	if (strcmp(name, "filter") == 0)
		mem_replace(&l->filter, value);
	else if (strcmp(name, "sort") == 0)
		apply_sort(l, value);
	else if (strcmp(name, "descending") == 0)
		l->descending = *value == '1';
	else if (strcmp(name, "date") == 0 && date_parse_iso(value, &date))
		l->date = date;
	else if (strcmp(name, "columns") == 0)
		apply_columns(l, value);
}

unsigned list_apply_setting(struct list *l, const char *setting)
{
	char *copy = mem_strdup(setting), *rest = copy, *part;
	l->date = DATE_NONE;
	while ((part = strsep(&rest, "\t"))) {
		char *value = strchr(part, '=');
		if (!value)
			continue;
		*value++ = '\0';
		apply_part(l, part, value);
	}
	free(copy);
	l->count = -1;
	return list_refetch(l, FETCH_FIRST);
}

/* --- saved filters --------------------------------------------------------- */

static unsigned action(struct list *l, const char *name, const char *argument)
{
	mem_replace(&l->argument, argument);
	l->action = name;
	return SCREEN_HANDLED | SCREEN_ACTION;
}

static void show_saved(struct list *l)
{
	choice_clear(&l->choice);
	choice_init(&l->choice, _("Filter (Enter anwenden, ^S jetzigen speichern, Entf löschen): "));
	choice_resize(&l->choice, list_body_rows(l, l->rows));
	choice_set_all(&l->choice, l->saved, "id", "name", NULL);
}

unsigned list_open_saved(struct list *l)
{
	l->mode = LIST_SAVED;
	if (!l->saved) {
		static const char *const names[] = { "id", "name", "setting" };
		l->saved = rowset_new(3, names);
		show_saved(l);
		return action(l, "saved_filters", NULL);
	}
	show_saved(l);
	return SCREEN_HANDLED;
}

void list_set_saved(struct list *l, const struct rowset *saved)
{
	rowset_free(&l->saved);
	l->saved = rowset_new(saved->cols, (const char *const *)saved->names);
	for (size_t i = 0; i < saved->rows; i++)
		rowset_add(l->saved, (const char *const *)(saved->values + i * saved->cols));
	if (l->mode == LIST_SAVED)
		show_saved(l);
}

unsigned list_saved_event(struct list *l, const struct event *e)
{
	if (e->type == EVENT_KEY && e->key == ('s' & 0x1F)) {
		l->mode = LIST_NAME;
		line_set(&l->line, "");
		return SCREEN_HANDLED;
	}
	if (e->type == EVENT_KEY && e->key == K_DELETE) {
		const char *id = choice_key(&l->choice);
		return id ? action(l, "remove_filter", id) : SCREEN_HANDLED | SCREEN_BELL;
	}
	unsigned result = choice_event(&l->choice, e);
	if (result & (SCREEN_CANCEL | SCREEN_DONE))
		l->mode = LIST_ROWS;
	const char *setting = result & SCREEN_DONE ? choice_value(&l->choice, "setting") : NULL;
	if (setting)
		return list_apply_setting(l, setting);
	return result & ~(unsigned)(SCREEN_CANCEL | SCREEN_DONE);
}

unsigned list_name_event(struct list *l, const struct event *e)
{
	unsigned result = line_event(&l->line, e);
	if (result & SCREEN_CANCEL)
		l->mode = LIST_ROWS;
	if (!(result & SCREEN_DONE))
		return result ? SCREEN_HANDLED : SCREEN_IGNORED;
	if (!*line_text(&l->line))
		return SCREEN_HANDLED | SCREEN_BELL;
	l->mode = LIST_ROWS;
	return action(l, "store_filter", line_text(&l->line));
}
