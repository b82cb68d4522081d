/* Values of a form and what it wants from outside. See form.h and form_private.h. */
#include "screen/form_private.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "screen/value.h"

#include <stdlib.h>
#include <string.h>

#define PICK_ROWS 200
#define VERSION "version"

/* --- life ------------------------------------------------------------------ */

struct form *form_new(const struct screen *screen, const struct form_hooks *hooks)
{
	struct form *f = mem_zalloc(1, sizeof(*f));
	f->screen = screen;
	f->hooks = hooks ? *hooks : (struct form_hooks){ 0 };
	f->rows = 22;
	f->cols = 80;
	f->count = screen->fields.len;
	f->items = mem_zalloc(f->count, sizeof(*f->items));
	for (size_t i = 0; i < f->count; i++) {
		struct form_item *item = &f->items[i];
		item->field = vec_at(&screen->fields, i);
		line_init(&item->line, NULL, NULL);
		item->line.length = (size_t)item->field->length;
		if (item->field->type == SCREEN_TYPE_MEMO) {
			item->editor = editor_new(f->hooks.module, f->hooks.context);
			editor_set_length(item->editor, (size_t)item->field->length);
		}
	}
	f->load_wanted = screen->query != NULL;
	f->ready = !f->load_wanted;
	return f;
}

static void clear_item(struct form_item *item)
{
	char *texts[] = { item->value,	item->label,	    item->base, item->base_label, item->theirs,
			  item->theirs_label, item->mine, item->mine_label, item->error };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		free(texts[i]);
	line_clear(&item->line);
	editor_free(&item->editor);
}

void form_free(struct form **form)
{
	struct form *f = *form;
	if (!f)
		return;
	for (size_t i = 0; i < f->count; i++)
		clear_item(&f->items[i]);
	free(f->items);
	choice_clear(&f->choice);
	free(f->id);
	free(f->version);
	free(f->notice);
	free(f);
	*form = NULL;
}

void form_notice(struct form *f, bool error, const char *text)
{
	mem_replace(&f->notice, text);
	f->notice_is_error = error;
}

/* --- values ---------------------------------------------------------------- */

static const char *choice_label_for(const struct form_item *item, const char *value)
{
	for (size_t i = 0; value && i < item->field->choices.len; i++) {
		const struct screen_choice *c = vec_at(&item->field->choices, i);
		if (strcmp(c->value, value) == 0)
			return c->label;
	}
	return value;
}

void form_item_set(struct form_item *item, const char *value, const char *label)
{
	mem_replace(&item->value, value);
	mem_replace(&item->label, label ? label : choice_label_for(item, value));
	form_clear_error(item, false);
	if (item->editor) {
		editor_replace(item->editor, value ? value : "");
		return;
	}
	char *text = value_format(item->field->type, &item->field->choices, value);
	line_set(&item->line, text);
	free(text);
}

static bool same(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

bool form_item_is_changed(const struct form_item *item)
{
	if (item->editor)
		return !same(editor_text(item->editor), item->base);
	if (item->field->type == SCREEN_TYPE_PICK || item->field->type == SCREEN_TYPE_BOOL)
		return !same(item->value, item->base);
	char *text = value_format(item->field->type, &item->field->choices, item->base);
	bool changed = strcmp(text, line_text(&item->line)) != 0;
	free(text);
	return changed;
}

void form_clear_error(struct form_item *item, bool listed)
{
	if (item->listed && !listed)
		return;
	mem_replace(&item->error, NULL);
	item->listed = false;
}

static bool fail(struct form_item *item, const char *why)
{
	item->listed = false;
	mem_replace(&item->error, why);
	return false;
}

static bool check_bounds(struct form_item *item)
{
	const struct screen_field *field = item->field;
	int places = value_places(field->type, item->value, field->max);
	if (places < 0 && value_in_bounds(field->type, item->value, field->min, field->max))
		return true;
	char *why = places >= 0 ? str_format(_("zu viele Stellen hinter dem Komma, höchstens %d"), places)
		    : field->min && field->max ? str_format(_("nur von %s bis %s"), field->min, field->max)
		    : field->min	     ? str_format(_("mindestens %s"), field->min)
					     : str_format(_("höchstens %s"), field->max);
	fail(item, why);
	free(why);
	return false;
}

/* Typed text into a value; picks and yes-or-no have theirs already. */
static bool take_typed(struct form *f, struct form_item *item)
{
	enum screen_type type = item->field->type;
	const char *why = NULL;
	char *value = NULL;
	if (type == SCREEN_TYPE_PICK || type == SCREEN_TYPE_BOOL)
		return true;
	const char *typed = item->editor ? editor_text(item->editor) : line_text(&item->line);
	/* Moments lose seconds and zone when shown: untouched ones stay what they are. */
	if (!form_item_is_changed(item)) {
		mem_replace(&item->value, item->base);
		return true;
	}
	if (!value_parse(type, typed, f->hooks.today, &value, &why))
		return fail(item, why);
	if (item->editor) {
		mem_replace(&item->value, value);
	} else {
		/* What is written differently now ("gestern") is not what the cursor stood in. */
		size_t cursor = item->line.cursor;
		char *before = mem_strdup(line_text(&item->line));
		form_item_set(item, value, NULL);
		if (strcmp(before, line_text(&item->line)) == 0)
			item->line.cursor = cursor;
		free(before);
	}
	free(value);
	return true;
}

bool form_item_commit(struct form *f, struct form_item *item)
{
	const struct screen_field *field = item->field;
	form_clear_error(item, false);
	if (field->readonly)
		return true;
	if (!take_typed(f, item))
		return false;
	if (field->required && (!item->value || !*item->value))
		return fail(item, _("darf nicht leer sein"));
	if (!check_bounds(item))
		return false;
	if (field->pattern && item->value && f->hooks.match &&
	    !f->hooks.match(f->hooks.context, field->pattern, item->value))
		return fail(item, field->help ? field->help : _("hat nicht die verlangte Form"));
	return true;
}

/* The rows that the list took are the memo's again. */
static void form_clear_faults(struct form *f)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].listed) {
			form_clear_error(&f->items[i], true);
			form_resize(f, f->rows, f->cols);
		}
}

bool form_commit(struct form *f)
{
	size_t wrong = f->count;
	form_clear_faults(f);
	for (size_t i = 0; i < f->count; i++) {
		struct form_item *item = &f->items[i];
		bool ok = item->collides && !item->decided
				  ? fail(item, _("wählen: m die eigene, t die andere Fassung"))
				  : form_item_commit(f, item);
		if (!ok && wrong == f->count)
			wrong = i;
	}
	if (wrong < f->count)
		f->focus = wrong;
	form_keep_visible(f);
	return wrong == f->count;
}

bool form_is_changed(const struct form *f)
{
	for (size_t i = 0; i < f->count; i++)
		if (!f->items[i].field->readonly && form_item_is_changed(&f->items[i]))
			return true;
	return false;
}

bool form_is_new(const struct form *f)
{
	return f->id == NULL;
}

bool form_is_colliding(const struct form *f)
{
	return f->colliding;
}

const char *form_param(const struct form *f, const char *name)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct form_item *item = &f->items[i];
		if (!str_equal(item->field->name, name))
			continue;
		const char *value = item->editor ? editor_text(item->editor) : item->value;
		return value && *value ? value : NULL;
	}
	if (str_equal(name, f->screen->key_column))
		return f->id;
	return str_equal(name, VERSION) ? f->version : NULL;
}

/* --- rows ------------------------------------------------------------------ */

static const char *shown_label(const struct form_item *item, const struct rowset *row)
{
	return item->field->shows ? rowset_named(row, 0, item->field->shows) : NULL;
}

static void set_stored(struct form_item *item, const char *value, const char *label)
{
	mem_replace(&item->base, value && *value ? value : NULL);
	mem_replace(&item->base_label, label);
	form_item_set(item, item->base, label);
	if (item->editor)
		editor_set_text(item->editor, value);
	item->collides = item->decided = item->free_hand = false;
}

void form_start(struct form *f, const struct rowset *values)
{
	f->load_wanted = false;
	f->load_number = 0;
	f->ready = true;
	mem_replace(&f->id, NULL);
	mem_replace(&f->version, NULL);
	for (size_t i = 0; i < f->count; i++) {
		struct form_item *item = &f->items[i];
		const char *given = values ? rowset_named(values, 0, item->field->name) : NULL;
		const char *preset = given ? given : item->field->preset;
		char *value = NULL;
		const char *why;
		/* A preset may be written as people type: 'heute', 'ja'. What came from rows is a value already. */
		if (!given && preset && item->field->type != SCREEN_TYPE_MEMO &&
		    value_parse(item->field->type, preset, f->hooks.today, &value, &why))
			preset = value;
		set_stored(item, preset, given ? shown_label(item, values) : NULL);
		free(value);
		if (given && f->focus == i && i + 1 < f->count) /* what it was opened for is said already */
			f->focus++;
	}
	form_enter(f);
}

void form_load(struct form *f, const struct rowset *row)
{
	f->load_wanted = false;
	f->load_number = 0;
	f->ready = true;
	f->colliding = false;
	form_notice(f, false, NULL);
	if (row->rows == 0) {
		form_notice(f, true, _("Dieser Eintrag ist nicht mehr da oder nicht zu sehen."));
		return;
	}
	mem_replace(&f->id, rowset_named(row, 0, f->screen->key_column));
	mem_replace(&f->version, rowset_named(row, 0, VERSION));
	for (size_t i = 0; i < f->count; i++)
		set_stored(&f->items[i], rowset_named(row, 0, f->items[i].field->name), shown_label(&f->items[i], row));
	/* Typing begins where something can be typed. */
	while (f->screen->save && f->focus + 1 < f->count && f->items[f->focus].field->readonly)
		f->focus++;
	form_keep_visible(f);
}

void form_saved(struct form *f, const struct rowset *row)
{
	const char *id = rowset_named(row, 0, f->screen->key_column), *version = rowset_named(row, 0, VERSION);
	if (id)
		mem_replace(&f->id, id);
	if (version)
		mem_replace(&f->version, version);
	f->colliding = false;
	form_notice(f, false, NULL);
	for (size_t i = 0; i < f->count; i++) {
		struct form_item *item = &f->items[i];
		mem_replace(&item->base, form_param(f, item->field->name));
		mem_replace(&item->base_label, item->label);
		form_clear_error(item, true);
		item->collides = item->decided = item->free_hand = false;
		if (item->editor)
			editor_mark_saved(item->editor);
	}
}

void form_again(struct form *f, const struct rowset *values)
{
	form_start(f, values);
	for (size_t i = 0; i < f->count; i++)
		if (str_equal(f->items[i].field->name, f->screen->again))
			f->focus = i;
	form_enter(f);
}

void form_error(struct form *f, const struct err *e)
{
	for (size_t i = 0; i < f->count; i++)
		if (e->field && str_equal(f->items[i].field->name, e->field)) {
			fail(&f->items[i], e->what);
			f->focus = i;
			form_enter(f);
			return;
		}
	const char *more = e->detail ? e->detail : e->hint ? e->hint : "";
	size_t first = strcspn(more, "\n"); /* there is one line for it */
	char *text = str_format("%s%s%.*s%s", e->what ? e->what : "", e->detail ? ": " : e->hint ? ". " : "", (int)first, more,
		more[first] ? " …" : "");
	form_notice(f, true, text);
	free(text);
	form_keep_visible(f);
}

void form_faults(struct form *f, const char *field, const char *faults, unsigned line)
{
	for (size_t i = 0; i < f->count; i++) {
		struct form_item *item = &f->items[i];
		if (!item->editor || !str_equal(item->field->name, field))
			continue;
		fail(item, faults);
		item->listed = true;
		f->focus = i;
		form_resize(f, f->rows, f->cols);
		if (line > 0)
			editor_move_line(item->editor, line);
		form_keep_visible(f);
	}
}

/* --- collision -------------------------------------------------------------- */

void form_choose(struct form_item *item, bool theirs)
{
	if (theirs)
		form_item_set(item, item->theirs, item->theirs_label);
	else
		form_item_set(item, item->mine, item->mine_label);
	item->decided = true;
	item->free_hand = false;
}

/* Three versions of one field: only what both changed, and differently, is a question. */
static bool compare(struct form *f, struct form_item *item, const char *theirs, const char *label)
{
	const char *mine = form_param(f, item->field->name);
	bool they_changed = !same(theirs, item->base), i_changed = !same(mine, item->base);
	mem_replace(&item->theirs, theirs && *theirs ? theirs : NULL);
	mem_replace(&item->theirs_label, label ? label : choice_label_for(item, item->theirs));
	mem_replace(&item->mine, mine);
	mem_replace(&item->mine_label, item->label);
	item->decided = item->free_hand = false;
	item->collides = they_changed && i_changed && !same(theirs, mine);
	if (they_changed && !i_changed)
		form_item_set(item, item->theirs, label);
	return item->collides;
}

void form_collide(struct form *f, const struct rowset *theirs)
{
	if (theirs->rows == 0) {
		form_notice(f, true, _("Jemand hat diesen Eintrag inzwischen gelöscht; das Getippte steht noch hier."));
		return;
	}
	size_t first = f->count, questions = 0;
	for (size_t i = 0; i < f->count; i++) {
		struct form_item *item = &f->items[i];
		if (!compare(f, item, rowset_named(theirs, 0, item->field->name), shown_label(item, theirs)))
			continue;
		questions++;
		if (first == f->count)
			first = i;
	}
	mem_replace(&f->version, rowset_named(theirs, 0, VERSION));
	f->colliding = questions > 0;
	if (first < f->count)
		f->focus = first;
	form_notice(f, true,
		questions ? _("Inzwischen hat jemand anders gespeichert. Je Feld wählen: m meine, t deren; dann F2.")
			  : _("Inzwischen hat jemand anders andere Felder gespeichert; sie sind übernommen. F2 speichert."));
	form_keep_visible(f);
}

/* --- requests ---------------------------------------------------------------- */

bool form_take_request(struct form *f, struct screen_request *r)
{
	if (f->load_wanted) {
		f->load_wanted = false;
		f->load_number = ++f->number;
		*r = (struct screen_request){ .number = f->number, .query = f->screen->query, .plain = true };
		return true;
	}
	if (!f->pick_wanted)
		return false;
	f->pick_wanted = false;
	f->pick_number = ++f->number;
	*r = (struct screen_request){ .number = f->number, .query = f->items[f->focus].field->pick, .limit = PICK_ROWS };
	r->filter = line_text(&f->choice.line);
	return true;
}

static void take_choice(struct form *f)
{
	form_item_set(&f->items[f->focus], choice_key(&f->choice), choice_label(&f->choice));
	f->picking = false;
	form_item_commit(f, &f->items[f->focus]);
}

unsigned form_feed(struct form *f, unsigned number, const struct rowset *rows)
{
	if (f->load_number && number == f->load_number) {
		f->load_number = 0;
		if (rows)
			form_load(f, rows);
		else
			form_notice(f, true, _("Der Eintrag konnte nicht gelesen werden."));
		return SCREEN_HANDLED;
	}
	if (!f->pick_number || number != f->pick_number)
		return SCREEN_IGNORED;
	f->pick_number = 0;
	unsigned result = choice_feed(&f->choice, rows, "id", "name", NULL);
	if (result & SCREEN_DONE && f->picking)
		take_choice(f);
	return result & ~(unsigned)SCREEN_DONE;
}

const char *form_editor_text(const struct form *f)
{
	const struct editor *ed = f->items[f->focus].editor;
	return ed ? editor_text(ed) : "";
}

void form_editor_replace(struct form *f, const char *text)
{
	if (f->items[f->focus].editor)
		editor_replace(f->items[f->focus].editor, text);
	form_keep_visible(f);
}

const char *form_action(const struct form *f)
{
	return f->action;
}

/* --- as a view --------------------------------------------------------------- */

static unsigned class_event(void *self, const struct event *e)
{
	return form_event(self, e);
}

static void class_draw(const void *self, struct canvas *c, struct area area)
{
	form_draw(self, c, area);
}

static void class_speak(const void *self, struct speech *out)
{
	form_speak(self, out);
}

static void class_resize(void *self, int rows, int cols)
{
	form_resize(self, rows, cols);
}

static void class_free(void *self)
{
	struct form *f = self;
	form_free(&f);
}

static bool class_take_request(void *self, struct screen_request *r)
{
	return form_take_request(self, r);
}

static unsigned class_feed(void *self, unsigned number, const struct rowset *rows)
{
	return form_feed(self, number, rows);
}

static const char *class_action(const void *self)
{
	return form_action(self);
}

static const char *class_value(const void *self, const char *name)
{
	return form_param(self, name);
}

const struct view_class form_class = {
	.name = "form",
	.event = class_event,
	.draw = class_draw,
	.resize = class_resize,
	.free = class_free,
	.speak = class_speak,
	.take_request = class_take_request,
	.feed = class_feed,
	.action = class_action,
	.value = class_value,
};
