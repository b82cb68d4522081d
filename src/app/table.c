/* The meeting table: life, keys, recording. See table.h. */
#include "app/table_words.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static const char *module_text(void *context, const char *abbreviation)
{
	const struct table *t = context;
	return setup_module(&t->setup, abbreviation);
}

struct table *table_new(const struct screen *screen, const struct table_hooks *hooks, struct message *message)
{
	struct table *t = mem_zalloc(1, sizeof(*t));
	t->screen = screen;
	t->hooks = *hooks;
	t->message = message;
	t->marked = (struct vec)VEC_OF(size_t);
	t->rollcall.persons = (struct vec)VEC_OF(int64_t);
	t->groups.cells = (struct vec)VEC_OF(struct table_cell);
	t->at = MOMENT_NONE;
	t->projectors = -1;
	t->subject.item = t->rule_item = t->text_item = t->moving = t->amendment = SITTING_NONE;
	setup_init(&t->setup);
	line_init(&t->line, NULL, NULL);
	ledger_event_init(&t->pending, LEDGER_NONE);
	t->editor = editor_new(module_text, t);
	return t;
}

void table_free(struct table **handle)
{
	struct table *t = *handle;
	if (!t)
		return;
	if (t->hooks.closed)
		t->hooks.closed(t->hooks.context);
	if (t->folded)
		sitting_clear(&t->sitting);
	setup_clear(&t->setup);
	table_clear_subject(t);
	table_rollcall_clear(t);
	table_groups_clear(t);
	vec_clear(&t->rollcall.persons);
	vec_clear(&t->groups.cells);
	vec_clear(&t->marked);
	ledger_event_clear(&t->pending);
	line_clear(&t->line);
	str_clear(&t->kept);
	editor_free(&t->editor);
	free(t->rule);
	free(t->link.pen_holder);
	free(t);
	*handle = NULL;
}

bool table_is_hidden(const struct table *t)
{
	return t->folded && t->sitting.events.len == 0 && (t->link.hidden || sitting_is_hidden(&t->sitting));
}

int64_t table_clock(const struct table *t)
{
	int64_t now = moment_now();
	return t->folded && t->sitting.last_typed != MOMENT_NONE && t->sitting.last_typed > now ? t->sitting.last_typed : now;
}

int64_t table_moment(const struct table *t)
{
	return t->at != MOMENT_NONE ? t->at : table_clock(t);
}

int64_t table_day(const struct table *t)
{
	return t->folded && t->sitting.opened != MOMENT_NONE ? t->sitting.opened : t->setup.starts_at;
}

/* The cursor stands on the open item as long as nobody moves it. */
static void follow_current(struct table *t)
{
	const struct sitting *s = &t->sitting;
	if (t->cursor >= s->order.len)
		t->cursor = s->order.len ? s->order.len - 1 : 0;
	if (t->cursor_free || s->current == SITTING_NONE)
		return;
	for (size_t i = 0; i < s->order.len; i++)
		if (*(size_t *)vec_at(&s->order, i) == s->current)
			t->cursor = i;
}

size_t table_cursor_item(const struct table *t)
{
	if (t->cursor >= t->sitting.order.len)
		return SITTING_NONE;
	return *(size_t *)vec_at(&t->sitting.order, t->cursor);
}

size_t table_item(const struct table *t)
{
	return t->sitting.current != SITTING_NONE ? t->sitting.current : table_cursor_item(t);
}

void table_event(struct table *t, struct ledger_event *e, enum ledger_kind kind)
{
	ledger_event_new(e, kind, t->setup.meeting_id, table_moment(t));
	e->typed_at = table_clock(t);
}

/* Items by their ids: their places change when the events are folded anew. */
struct places {
	struct id subject, rule, text, amendment, moving;
	struct vec marked; /* struct id */
};

static struct id id_of(const struct table *t, size_t item)
{
	return item < t->sitting.items.len ? sitting_item(&t->sitting, item)->item_id : (struct id){ "" };
}

static void note_places(const struct table *t, struct places *p)
{
	*p = (struct places){ id_of(t, t->subject.item), id_of(t, t->rule_item), id_of(t, t->text_item), { "" }, id_of(t, t->moving),
		              VEC_OF(struct id) };
	if (t->amendment < t->sitting.amendments.len)
		p->amendment = sitting_amendment(&t->sitting, t->amendment)->event->event_id;
	for (size_t i = 0; i < t->marked.len; i++) {
		struct id id = id_of(t, *(size_t *)vec_at(&t->marked, i));
		vec_push(&p->marked, &id);
	}
}

static size_t find_place(const struct table *t, const struct id *id)
{
	return id_is_set(id) ? sitting_find_item(&t->sitting, id) : SITTING_NONE;
}

static size_t find_amendment(const struct table *t, const struct id *id)
{
	for (size_t i = 0; id_is_set(id) && i < t->sitting.amendments.len; i++)
		if (id_equal(&sitting_amendment(&t->sitting, i)->event->event_id, id))
			return i;
	return SITTING_NONE;
}

/* The text's item is gone: what was written is shown, to be copied; it is not recorded for another item. */
static void rescue_text(struct table *t)
{
	char *text = mem_strdup(editor_text(t->editor));
	t->mode = TABLE_COMMAND;
	t->text_below = false;
	t->prompt = NULL;
	editor_set_text(t->editor, "");
	t->hooks.show(t->hooks.context, _("Der Punkt ist weggefallen; Ihr Text zum Kopieren"), text);
	free(text);
}

static void restore_places(struct table *t, struct places *p)
{
	bool writing = t->mode == TABLE_TEXT || t->text_below;
	bool of_item = t->text_item != SITTING_NONE;
	t->subject.item = find_place(t, &p->subject);
	t->rule_item = find_place(t, &p->rule);
	t->text_item = find_place(t, &p->text);
	t->moving = find_place(t, &p->moving);
	t->amendment = find_amendment(t, &p->amendment);
	vec_cut(&t->marked, 0);
	for (size_t i = 0; i < p->marked.len; i++) {
		size_t item = find_place(t, vec_at(&p->marked, i));
		if (item != SITTING_NONE)
			vec_push(&t->marked, &item);
	}
	vec_clear(&p->marked);
	if (writing && of_item && t->text_item == SITTING_NONE)
		rescue_text(t);
}

/* Only an undo moves places. */
static void apply(struct table *t, const struct ledger_event *e)
{
	struct places places;
	if (e->kind != LEDGER_UNDO) {
		sitting_apply(&t->sitting, e, NULL);
		return;
	}
	note_places(t, &places);
	sitting_apply(&t->sitting, e, NULL);
	restore_places(t, &places);
}

bool table_record(struct table *t, struct ledger_event *e)
{
	struct err err = { 0 };
	bool ok = ledger_check(e, &err) && sitting_check(&t->sitting, e, &err) && t->hooks.record(t->hooks.context, e, &err);
	if (ok && !t->link.pen) {
		message_warn(t->message, "%s", _("Nicht eingetragen, aber aufgehoben: der Stift liegt nicht mehr hier. H zeigt es."));
	} else if (ok) {
		apply(t, e);
		t->at = MOMENT_NONE;
		message_hide(t->message);
		follow_current(t);
	} else {
		message_error(t->message, &err);
	}
	ledger_event_clear(e);
	return ok;
}

void table_refold(struct table *t, const struct ledger_event *events, size_t count)
{
	struct places places;
	note_places(t, &places);
	sitting_rebuild(&t->sitting, events, count);
	restore_places(t, &places);
	follow_current(t);
}

void table_enter_held(struct table *t, const struct ledger_event *e)
{
	apply(t, e);
	t->hooks.decide(t->hooks.context, &e->event_id, true);
	follow_current(t);
}

void table_receive(struct table *t, const struct ledger_event *event)
{
	if (!t->loaded)
		return;
	apply(t, event);
	follow_current(t);
}

void table_clear_subject(struct table *t)
{
	free(t->subject.number);
	free(t->subject.text);
	t->subject = (struct table_subject){ .item = SITTING_NONE };
}

void table_clear_marks(struct table *t)
{
	vec_cut(&t->marked, 0);
}

bool table_is_marked(const struct table *t, size_t item)
{
	for (size_t i = 0; i < t->marked.len; i++)
		if (*(size_t *)vec_at(&t->marked, i) == item)
			return true;
	return false;
}

bool table_needs_item(struct table *t)
{
	if (t->sitting.current != SITTING_NONE || t->marked.len > 0)
		return true;
	message_warn(t->message, "%s",
	             t->sitting.state == SITTING_PLANNED ? _("Die Sitzung ist noch nicht eröffnet: Enter eröffnet sie.")
	                                                 : _("Kein Punkt ist aufgerufen: Enter ruft den nächsten auf."));
	return false;
}

void table_open_prompt(struct table *t, const struct table_prompt *prompt, const char *text)
{
	t->mode = TABLE_PROMPT;
	t->prompt = prompt;
	t->chosen = 0;
	line_set(&t->line, text);
	message_hide(t->message);
}

void table_command_mode(struct table *t)
{
	t->mode = t->text_below ? TABLE_TEXT : TABLE_COMMAND;
	t->text_below = false;
	t->prompt = NULL;
	t->chosen = 0;
	t->moving = SITTING_NONE;
}

const struct table_action *const table_families[] = {
	table_flow_actions, table_vote_actions,   table_result_actions, table_people_actions,
	table_text_actions, table_agenda_actions, table_held_actions,   NULL,
};

static const struct table_action *find_in(const struct table_action *actions, const char *name)
{
	for (; actions->name; actions++)
		if (strcmp(actions->name, name) == 0)
			return actions;
	return NULL;
}

const struct table_action *table_action_find(const char *name)
{
	for (size_t i = 0; table_families[i]; i++) {
		const struct table_action *found = find_in(table_families[i], name);
		if (found)
			return found;
	}
	return NULL;
}

static bool may_record(struct table *t)
{
	if (t->link.pen && !setup_is_signed(&t->setup))
		return true;
	if (setup_is_signed(&t->setup))
		message_warn(t->message, "%s", _("Die Niederschrift ist unterschrieben: es gibt nur noch Einwendungen."));
	else if (t->link.pen_holder)
		message_warn(t->message, _("%s hat den Stift. P übernimmt ihn."), t->link.pen_holder);
	else
		message_warn(t->message, "%s", _("Dieses Terminal liest nur mit. P nimmt den Stift."));
	return false;
}

static unsigned run_action(struct table *t, const char *name)
{
	const struct table_action *action = table_action_find(name);
	if (!action) {
		t->action = name;
		return SCREEN_ACTION;
	}
	if (action->records && !may_record(t))
		return SCREEN_HANDLED | SCREEN_BELL;
	return SCREEN_HANDLED | action->run(t);
}

static unsigned command_key(struct table *t, char32_t key)
{
	const struct screen_key *k = screen_find_key(t->screen, key);
	message_hide(t->message);
	t->key = key;
	if (k)
		return run_action(t, k->action);
	char name[16];
	message_warn(t->message, _("Taste %s ist hier nicht belegt. ? zeigt alle."), key_label(key, name));
	return SCREEN_HANDLED | SCREEN_BELL;
}

/* ---- prompts ---- */

/* Digits choose only while a name is typed that fits several persons. */
static bool choose_by_digit(struct table *t, char32_t key)
{
	struct name_match match;
	const char *text = line_text(&t->line);
	if (!t->prompt->names || key < '1' || key > '9' || !*text)
		return false;
	const char *name = strrchr(text, ' ');
	name = name ? name + 1 : text;
	if (!*name || (*name >= '0' && *name <= '9') || *name == ',' || strchr(text, ','))
		return false;
	name_match_find(&t->setup, name, NULL, NULL, &match);
	size_t at = (size_t)(key - '1');
	if (match.count < 2 || at >= match.count)
		return false;
	const struct setup_person *p = match.persons[at];
	char *full = str_format("%.*s%s ", (int)(name - text), text, p->abbreviation[0] ? p->abbreviation : p->name);
	line_set(&t->line, full);
	free(full);
	t->chosen = p->person_id;
	return true;
}

static unsigned prompt_event(struct table *t, const struct event *e)
{
	if (e->type == EVENT_KEY && choose_by_digit(t, e->key))
		return SCREEN_HANDLED;
	unsigned result = line_event(&t->line, e);
	if (result & SCREEN_CANCEL) {
		table_clear_subject(t);
		ledger_event_clear(&t->pending);
		t->at = MOMENT_NONE;
		table_command_mode(t);
		return SCREEN_HANDLED;
	}
	if (result & SCREEN_DONE) {
		const struct table_prompt *asked = t->prompt;
		char *text = mem_strdup(line_text(&t->line));
		bool done = asked->accept(t, text);
		free(text);
		if (done && t->mode == TABLE_PROMPT && t->prompt == asked)
			table_command_mode(t);
	}
	if (!t->then)
		return SCREEN_HANDLED;
	t->action = t->then;
	t->then = NULL;
	return SCREEN_ACTION;
}

int64_t table_find_person(struct table *t, const char *text)
{
	struct str name = { 0 };
	struct name_match match;
	int64_t at = MOMENT_NONE, person = 0;
	name_match_split(text, table_day(t), &name, &at);
	if (at != MOMENT_NONE)
		t->at = at;
	name_match_find(&t->setup, str_text(&name), NULL, NULL, &match);
	if (t->chosen && match.count > 0) {
		person = t->chosen;
	} else if (match.count == 1) {
		person = match.persons[0]->person_id;
	} else if (match.count > 1) {
		message_warn(t->message, _("„%s“ ist nicht eindeutig: mit Ziffer wählen oder weiter tippen."), str_text(&name));
	} else {
		message_warn(t->message, _("Niemand heißt „%s“. Name, Kürzel oder Platznummer tippen."), str_text(&name));
	}
	str_clear(&name);
	return person;
}

/* ---- events of the view ---- */

static unsigned key_event(struct table *t, const struct event *e)
{
	switch (t->mode) {
	case TABLE_ROLLCALL:
		return table_rollcall_key(t, e->key);
	case TABLE_GROUPS:
		return table_groups_key(t, e->key);
	case TABLE_AGENDA:
		return table_agenda_key(t, e->key);
	case TABLE_HELD:
		return table_held_key(t, e->key);
	default:
		return command_key(t, e->key);
	}
}

static unsigned dispatch(struct table *t, const struct event *e)
{
	if (e->type == EVENT_TICK)
		return SCREEN_HANDLED;
	if (t->mode == TABLE_PROMPT)
		return prompt_event(t, e);
	if (t->mode == TABLE_TEXT)
		return table_text_event(t, e);
	if (e->type == EVENT_PASTE) {
		message_warn(t->message, "%s", _("Einfügen geht nur, wo geschrieben wird (i, t, c)."));
		return SCREEN_HANDLED | SCREEN_BELL;
	}
	return e->type == EVENT_KEY ? key_event(t, e) : SCREEN_HANDLED;
}

/* Keys typed while the meeting is read from the server wait in the stack. */
static unsigned table_on_event(void *self, const struct event *e)
{
	struct table *t = self;
	if (t->loaded)
		return dispatch(t, e);
	if (e->type != EVENT_KEY)
		return SCREEN_HANDLED;
	if (e->key != K_ESC)
		return SCREEN_WAIT;
	t->action = "back";
	return SCREEN_ACTION;
}

/* Called by the stack when the meeting has been loaded: keys that wait are obeyed now. */
static unsigned table_on_feed(void *self, unsigned number, const struct rowset *rows)
{
	(void)self;
	(void)number;
	(void)rows;
	return SCREEN_HANDLED;
}

void table_loaded(struct table *t, const struct ledger_event *events, size_t count)
{
	sitting_init(&t->sitting, &t->setup);
	sitting_rebuild(&t->sitting, events, count);
	t->folded = t->loaded = true;
	follow_current(t);
}

static void table_on_draw(const void *self, struct canvas *c, struct area area)
{
	table_draw(self, c, area);
}

static void table_on_speak(const void *self, struct speech *out)
{
	table_speak(self, out);
}

static void table_on_resize(void *self, int rows, int cols)
{
	struct table *t = self;
	t->view_rows = rows;
	t->view_cols = cols;
}

static void table_on_free(void *self)
{
	struct table *t = self;
	table_free(&t);
}

static const char *table_on_action(const void *self)
{
	return ((const struct table *)self)->action;
}

const struct view_class table_class = {
	.name = "table",
	.event = table_on_event,
	.draw = table_on_draw,
	.resize = table_on_resize,
	.free = table_on_free,
	.speak = table_on_speak,
	.action = table_on_action,
	.feed = table_on_feed,
};
