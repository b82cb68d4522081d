/* Keys of a form: from the dialogue on top down to the field with the focus. */
#include "screen/form_private.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define CTRL(c) ((c) & 0x1F)

static struct form_item *focused(struct form *f)
{
	return &f->items[f->focus];
}

/* --- moving ---------------------------------------------------------------- */

/* A field that is left says at once what is wrong with it, but lets go. */
/* Days, times and numbers are typed anew, not mended: "m+1" in a filled field means a month from now. */
static bool replaces_when_typed(enum screen_type type)
{
	return type == SCREEN_TYPE_DATE || type == SCREEN_TYPE_TIME || type == SCREEN_TYPE_MOMENT || type == SCREEN_TYPE_NUMBER ||
	       type == SCREEN_TYPE_DECIMAL;
}

void form_enter(struct form *f)
{
	struct form_item *item = focused(f);
	if (!item->editor)
		item->line.cursor = item->line.text.len;
	if (replaces_when_typed(item->field->type))
		line_select(&item->line);
	form_keep_visible(f);
}

static unsigned move_focus(struct form *f, int step)
{
	struct form_item *item = focused(f);
	if (!item->collides || item->free_hand)
		form_item_commit(f, item);
	/* Read-only lines are passed over, unless there is nothing else; texts to scroll are not. */
	for (size_t i = 0; i < f->count; i++) {
		f->focus = (f->focus + f->count + (size_t)(step + (int)f->count)) % f->count;
		item = focused(f);
		if (!item->field->readonly || item->editor)
			break;
	}
	form_enter(f);
	return SCREEN_HANDLED;
}

static unsigned save(struct form *f)
{
	if (!f->screen->save)
		return SCREEN_HANDLED | SCREEN_BELL;
	form_notice(f, false, NULL);
	if (!form_commit(f))
		return SCREEN_HANDLED | SCREEN_BELL;
	return SCREEN_HANDLED | SCREEN_SAVE;
}

static unsigned leave(struct form *f)
{
	if (!form_is_changed(f))
		return SCREEN_HANDLED | SCREEN_CANCEL;
	f->asking = true;
	return SCREEN_HANDLED;
}

static unsigned answer(struct form *f, char32_t key)
{
	f->asking = false;
	switch (text_lower(key)) {
	case 'j':
	case 'y':
		return SCREEN_HANDLED | SCREEN_CANCEL;
	case 's':
	case CTRL('s'):
	case K_F1 + 1:
		return save(f);
	default:
		return SCREEN_HANDLED;
	}
}

/* --- picks ----------------------------------------------------------------- */

static void add_choices(struct form *f, const struct screen_field *field)
{
	static const char *const names[] = { "id", "name" };
	struct rowset *rows = rowset_new(2, names);
	for (size_t i = 0; i < field->choices.len; i++) {
		const struct screen_choice *c = vec_at(&field->choices, i);
		rowset_add(rows, (const char *const[]){ c->value, c->label });
	}
	choice_set_all(&f->choice, rows, "id", "name", NULL);
	rowset_free(&rows);
}

static unsigned open_pick(struct form *f, const char *typed)
{
	const struct screen_field *field = focused(f)->field;
	char *prompt = str_format("%s: ", field->label);
	choice_clear(&f->choice);
	choice_init(&f->choice, prompt);
	free(prompt);
	choice_resize(&f->choice, f->rows - 2);
	line_set(&f->choice.line, typed);
	f->picking = true;
	if (field->choices.len > 0) {
		add_choices(f, field);
		return SCREEN_HANDLED;
	}
	f->pick_wanted = true;
	f->choice.waiting = true;
	return SCREEN_HANDLED | SCREEN_REQUEST;
}

static unsigned pick_event(struct form *f, const struct event *e)
{
	unsigned result = choice_event(&f->choice, e);
	if (result & SCREEN_CANCEL)
		f->picking = false;
	if (result & SCREEN_REQUEST)
		f->pick_wanted = true;
	if (result & SCREEN_DONE) {
		form_item_set(focused(f), choice_key(&f->choice), choice_label(&f->choice));
		f->picking = false;
		return move_focus(f, 1);
	}
	return result & ~(unsigned)(SCREEN_CANCEL | SCREEN_DONE);
}

/* --- fields ---------------------------------------------------------------- */

static bool is_typed(char32_t key)
{
	return key < K_BASE && !text_is_control(key);
}

static unsigned pick_field(struct form *f, char32_t key)
{
	struct form_item *item = focused(f);
	char typed[TEXT_RUNE_MAX + 1] = "";
	if (key == K_ENTER || key == ' ')
		return open_pick(f, "");
	if (key == K_DELETE || key == K_BACKSPACE) {
		form_item_set(item, NULL, NULL);
		return SCREEN_HANDLED;
	}
	if (!is_typed(key))
		return SCREEN_IGNORED;
	typed[text_encode(key, typed)] = '\0';
	return open_pick(f, typed);
}

static unsigned bool_field(struct form *f, char32_t key)
{
	struct form_item *item = focused(f);
	bool now = item->value && *item->value == 't';
	switch (text_lower(key)) {
	case ' ':
		form_item_set(item, now ? "f" : "t", NULL);
		return SCREEN_HANDLED;
	case 'j':
	case 'y':
		form_item_set(item, "t", NULL);
		return SCREEN_HANDLED;
	case 'n':
		form_item_set(item, "f", NULL);
		return SCREEN_HANDLED;
	case K_ENTER:
		return move_focus(f, 1);
	default:
		return is_typed(key) ? SCREEN_HANDLED | SCREEN_BELL : SCREEN_IGNORED;
	}
}

/* Up in the first row and Down in the last leave the memo; so does Tab when no module is meant. */
static unsigned memo_field(struct form *f, const struct event *e)
{
	struct editor *ed = focused(f)->editor;
	size_t row = editor_cursor_row(ed);
	bool searching = ed->searching;
	unsigned result = editor_event(ed, e);
	if (searching || e->type != EVENT_KEY)
		return result;
	if ((e->key == K_UP || e->key == K_DOWN) && editor_cursor_row(ed) == row)
		return move_focus(f, e->key == K_UP ? -1 : 1);
	if (e->key == K_TAB && result & SCREEN_BELL)
		return move_focus(f, 1);
	if (e->key == K_BACKTAB)
		return move_focus(f, -1);
	form_clear_error(focused(f), false);
	return result & ~(unsigned)(SCREEN_CANCEL | SCREEN_SAVE);
}

static unsigned line_field(struct form *f, const struct event *e)
{
	struct form_item *item = focused(f);
	if (e->type == EVENT_KEY && e->key == K_ENTER)
		return move_focus(f, 1);
	unsigned result = line_event(&item->line, e);
	if (result != SCREEN_IGNORED)
		mem_replace(&item->error, NULL);
	return result;
}

static unsigned collision_field(struct form *f, char32_t key)
{
	struct form_item *item = focused(f);
	switch (text_lower(key)) {
	case 'm':
		form_choose(item, false);
		return SCREEN_HANDLED;
	case 't':
		form_choose(item, true);
		return SCREEN_HANDLED;
	case 'e':
		if (!item->decided)
			form_choose(item, false);
		item->free_hand = true;
		form_keep_visible(f);
		return SCREEN_HANDLED;
	case K_ENTER:
		return move_focus(f, 1);
	default:
		return is_typed(key) ? SCREEN_HANDLED | SCREEN_BELL : SCREEN_IGNORED;
	}
}

static unsigned field_event(struct form *f, const struct event *e)
{
	struct form_item *item = focused(f);
	bool key = e->type == EVENT_KEY;
	if (item->field->readonly)
		return key && e->key == K_ENTER ? move_focus(f, 1)
		       : key && is_typed(e->key) ? SCREEN_HANDLED | SCREEN_BELL
						 : SCREEN_IGNORED;
	if (item->collides && !item->free_hand)
		return key ? collision_field(f, e->key) : SCREEN_IGNORED;
	if (item->editor)
		return memo_field(f, e);
	if (item->field->type == SCREEN_TYPE_PICK)
		return key ? pick_field(f, e->key) : SCREEN_IGNORED;
	if (item->field->type == SCREEN_TYPE_BOOL)
		return key ? bool_field(f, e->key) : SCREEN_IGNORED;
	return line_field(f, e);
}

/* --- all -------------------------------------------------------------------- */

/* The field as it is stored; in a memo ^Z takes back steps instead. */
static unsigned restore(struct form *f)
{
	struct form_item *item = focused(f);
	if (!form_item_is_changed(item))
		return SCREEN_HANDLED | SCREEN_BELL;
	form_item_set(item, item->base, item->base_label);
	return SCREEN_HANDLED;
}

static bool in_memo(struct form *f)
{
	const struct form_item *item = focused(f);
	return item->editor && !item->field->readonly && (!item->collides || item->free_hand);
}

static unsigned form_key(struct form *f, char32_t key)
{
	bool memo = in_memo(f);
	if (memo && focused(f)->editor->searching)
		return SCREEN_IGNORED;
	switch (key) {
	case K_F1 + 1:
	case CTRL('s'):
		return save(f);
	case K_ESC:
		return leave(f);
	case CTRL('z'):
		return memo ? SCREEN_IGNORED : restore(f);
	case K_TAB:
	case K_DOWN:
	case K_PAGE_DOWN:
		return memo ? SCREEN_IGNORED : move_focus(f, 1);
	case K_BACKTAB:
	case K_UP:
	case K_PAGE_UP:
		return memo ? SCREEN_IGNORED : move_focus(f, -1);
	default:
		return SCREEN_IGNORED;
	}
}

static unsigned bound_key(struct form *f, char32_t key)
{
	const struct screen_key *k = screen_find_key(f->screen, key);
	if (!k)
		return SCREEN_IGNORED;
	if (k->needs_row && !f->id)
		return SCREEN_HANDLED | SCREEN_BELL;
	f->action = k->action;
	return SCREEN_HANDLED | SCREEN_ACTION;
}

/* Before the row is there nothing can be typed into it; Esc gives up waiting. */
static unsigned early_event(const struct form *f, const struct event *e)
{
	if (e->type == EVENT_KEY && e->key == K_ESC)
		return SCREEN_HANDLED | SCREEN_CANCEL;
	return f->load_wanted || f->load_number ? SCREEN_WAIT : SCREEN_HANDLED | SCREEN_BELL;
}

unsigned form_event(struct form *f, const struct event *e)
{
	f->action = NULL;
	if (e->type != EVENT_KEY && e->type != EVENT_PASTE)
		return SCREEN_IGNORED;
	if (!f->ready)
		return early_event(f, e);
	if (f->asking)
		return e->type == EVENT_KEY ? answer(f, e->key) : SCREEN_IGNORED;
	unsigned result = SCREEN_IGNORED;
	if (f->picking) {
		result = pick_event(f, e);
	} else {
		if (e->type == EVENT_KEY)
			result = form_key(f, e->key);
		if (result == SCREEN_IGNORED && e->type == EVENT_KEY)
			result = bound_key(f, e->key);
		if (result == SCREEN_IGNORED)
			result = field_event(f, e);
	}
	form_keep_visible(f);
	return result;
}
