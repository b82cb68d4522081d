/* See sitting.h: the state before the first event, the course of the meeting and its agenda. */
#include "domain/sitting_fold.h"

#include "base/date.h"

#include <stdlib.h>

/* --- the beginning --- */

static void reset_lists(struct sitting *s)
{
	s->members = (struct vec)VEC_OF(struct sitting_member);
	s->groups = (struct vec)VEC_OF(struct sitting_group);
	s->items = (struct vec)VEC_OF(struct sitting_item);
	s->order = (struct vec)VEC_OF(size_t);
	s->votes = (struct vec)VEC_OF(struct sitting_vote);
	s->amendments = (struct vec)VEC_OF(struct sitting_amendment);
	s->conflict_list = (struct vec)VEC_OF(struct sitting_conflict);
	s->texts = (struct vec)VEC_OF(struct sitting_text);
	s->tasks = (struct vec)VEC_OF(struct sitting_task);
	s->speakers = (struct vec)VEC_OF(struct sitting_speaker);
	s->guests = (struct vec)VEC_OF(const struct ledger_event *);
	s->pauses = (struct vec)VEC_OF(const struct ledger_event *);
	s->quorums = (struct vec)VEC_OF(const struct ledger_event *);
	s->parts = (struct vec)VEC_OF(const struct ledger_event *);
	s->results = (struct vec)VEC_OF(const struct ledger_event *);
}

static struct sitting_group *group_for(struct sitting *s, const struct setup_person *p)
{
	size_t at = 0;
	for (; at < s->groups.len; at++) {
		struct sitting_group *group = vec_at(&s->groups, at);
		if (group->group_id == p->group_id)
			return group;
		/* Groups in their order; those without one come last. */
		if (p->group_id && (!group->group_id || group->order > p->group_order))
			break;
	}
	struct sitting_group *group = vec_insert(&s->groups, at);
	group->group_id = p->group_id;
	group->short_name = p->group_short;
	group->name = p->group_name;
	group->order = p->group_order;
	return group;
}

static void add_members(struct sitting *s)
{
	for (size_t i = 0; i < s->setup->roster.len; i++) {
		const struct setup_person *p = vec_at(&s->setup->roster, i);
		size_t known = sitting_find_member(s, p->person_id);
		if (known != SITTING_NONE) { /* in the roster once more, e.g. as substitute of a second member */
			struct sitting_member *m = sitting_member(s, known);
			if (p->kind == SETUP_MEMBER && m->person->kind != SETUP_MEMBER)
				m->person = p;
			continue;
		}
		struct sitting_member *m = vec_add(&s->members);
		m->person = p;
		m->group = SITTING_NONE;
		m->intervals = (struct vec)VEC_OF(struct sitting_interval);
	}
	for (size_t i = 0; i < s->members.len; i++) {
		const struct setup_person *p = sitting_member(s, i)->person;
		if (p->kind == SETUP_MEMBER && p->voting)
			group_for(s, p)->seats++;
	}
}

static void add_items(struct sitting *s)
{
	for (size_t i = 0; i < s->setup->items.len; i++) {
		const struct setup_item *invited = vec_at(&s->setup->items, i);
		struct sitting_item *item = vec_add(&s->items);
		item->item_id = invited->item_id;
		item->invited = invited;
		item->number = invited->number;
		item->title = invited->title;
		item->public = invited->public;
		item->begun = item->ended = MOMENT_NONE;
		vec_push(&s->order, &i);
	}
}

void sitting_reset(struct sitting *s)
{
	reset_lists(s);
	s->state = SITTING_PLANNED;
	s->opened = s->closed = s->paused = s->part_since = MOMENT_NONE;
	s->public_part = true;
	s->current = SITTING_NONE;
	s->chair = 0;
	s->legal = s->setup->legal;
	s->released = NULL;
	add_members(s);
	add_items(s);
	sitting_recount(s);
}

void sitting_free_state(struct sitting *s)
{
	for (size_t i = 0; i < s->members.len; i++)
		vec_clear(&sitting_member(s, i)->intervals);
	for (size_t i = 0; i < s->texts.len; i++)
		vec_clear(&((struct sitting_text *)vec_at(&s->texts, i))->history);
	struct vec *lists[] = { &s->members, &s->groups, &s->items, &s->order, &s->votes, &s->amendments, &s->conflict_list, &s->texts,
		&s->tasks, &s->speakers, &s->guests, &s->pauses, &s->quorums, &s->parts, &s->results };
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		vec_clear(lists[i]);
}

/* --- the agenda --- */

static size_t order_at(const struct sitting *s, size_t place)
{
	return *(size_t *)vec_at(&s->order, place);
}

static size_t place_of(const struct sitting *s, size_t item)
{
	size_t place = 0;
	while (place < s->order.len && order_at(s, place) != item)
		place++;
	return place;
}

static void put_at(struct sitting *s, size_t item, size_t place)
{
	*(size_t *)vec_insert(&s->order, place) = item;
}

/* Behind the last item of its part; at the end when the part has none. */
static size_t end_of_part(const struct sitting *s, bool public)
{
	for (size_t place = s->order.len; place-- > 0;)
		if (sitting_item(s, order_at(s, place))->public == public)
			return place + 1;
	return s->order.len;
}

static size_t begin_of_part(const struct sitting *s, bool public)
{
	for (size_t place = 0; place < s->order.len; place++)
		if (sitting_item(s, order_at(s, place))->public == public)
			return place;
	return s->order.len;
}

/* The item whose id stands in a slot, or SITTING_NONE. */
static size_t slot_item(const struct sitting *s, const char *slot)
{
	struct id id;
	if (!slot || !*slot || !id_parse(slot, &id))
		return SITTING_NONE;
	return sitting_find_item(s, &id);
}

static void fold_add(struct sitting *s, const struct ledger_event *e)
{
	if (!id_is_set(&e->item_id) || sitting_find_item(s, &e->item_id) != SITTING_NONE)
		return;
	size_t after = slot_item(s, e->slot);
	size_t place = after == SITTING_NONE ? end_of_part(s, e->flag == LEDGER_TRUE) : place_of(s, after) + 1;
	struct sitting_item *item = vec_add(&s->items);
	item->item_id = e->item_id;
	item->added = e;
	item->number = e->number ? e->number : "";
	item->title = e->text ? e->text : "";
	item->public = e->flag == LEDGER_TRUE;
	item->begun = item->ended = MOMENT_NONE;
	put_at(s, s->items.len - 1, place);
}

static void fold_move(struct sitting *s, const struct ledger_event *e, size_t item)
{
	size_t after = slot_item(s, e->slot);
	if (after == item)
		return;
	vec_remove(&s->order, place_of(s, item));
	put_at(s, item, after == SITTING_NONE ? begin_of_part(s, sitting_item(s, item)->public) : place_of(s, after) + 1);
	sitting_item(s, item)->moved = true;
}

static void fold_public(struct sitting *s, const struct ledger_event *e, size_t i)
{
	struct sitting_item *item = sitting_item(s, i);
	bool public = e->flag == LEDGER_TRUE;
	if (item->public == public)
		return;
	item->public = public;
	item->switched = !item->switched;
	if (!public && s->released && id_equal(&s->released->item_id, &item->item_id))
		s->released = NULL; /* nothing non-public stays on the projector */
	if (i == s->current)
		return; /* stays where it is being discussed */
	vec_remove(&s->order, place_of(s, i));
	put_at(s, i, end_of_part(s, public));
}

static void end_current(struct sitting *s, int64_t at)
{
	if (s->current == SITTING_NONE)
		return;
	struct sitting_item *item = sitting_item(s, s->current);
	if (item->state == ITEM_RUNNING)
		item->state = ITEM_DONE;
	item->ended = at < item->begun ? item->begun : at;
	sitting_item_ends(s, s->current, at);
	s->current = SITTING_NONE;
}

static void fold_call(struct sitting *s, const struct ledger_event *e, size_t i)
{
	if (i == s->current || (s->state != SITTING_RUNNING && s->state != SITTING_PAUSED))
		return;
	end_current(s, e->at);
	struct sitting_item *item = sitting_item(s, i);
	item->state = ITEM_RUNNING;
	item->calls++;
	if (item->begun == MOMENT_NONE)
		item->begun = e->at;
	s->current = i;
	sitting_item_begins(s, i);
}

static void fold_item(struct sitting *s, const struct ledger_event *e)
{
	size_t item = sitting_find_item(s, &e->item_id);
	if (e->kind == LEDGER_ITEM_ADD) {
		fold_add(s, e);
		return;
	}
	if (item == SITTING_NONE)
		return;
	if (e->kind == LEDGER_ITEM_MOVE) {
		fold_move(s, e, item);
	} else if (e->kind == LEDGER_ITEM_PUBLIC) {
		fold_public(s, e, item);
	} else if (e->kind == LEDGER_ITEM_CALL) {
		fold_call(s, e, item);
	} else if (item == s->current) { /* item_end, item_withdraw */
		end_current(s, e->at);
	}
	if (e->kind == LEDGER_ITEM_WITHDRAW) {
		sitting_item(s, item)->state = ITEM_WITHDRAWN;
		sitting_item(s, item)->withdrawn = e;
	}
	sitting_recount(s);
}

/* --- the course of the meeting --- */

static void fold_pause(struct sitting *s, const struct ledger_event *e)
{
	bool pause = e->kind == LEDGER_PAUSE;
	if (s->state != (pause ? SITTING_RUNNING : SITTING_PAUSED))
		return;
	s->state = pause ? SITTING_PAUSED : SITTING_RUNNING;
	s->paused = pause ? e->at : MOMENT_NONE;
	vec_push(&s->pauses, &e);
}

static void fold_close(struct sitting *s, const struct ledger_event *e)
{
	if (s->state != SITTING_RUNNING && s->state != SITTING_PAUSED)
		return;
	end_current(s, e->at);
	sitting_leave_all(s, e->at);
	s->state = SITTING_CLOSED;
	s->closed = e->at;
	s->paused = MOMENT_NONE;
	sitting_recount(s);
}

static void fold_part(struct sitting *s, const struct ledger_event *e)
{
	s->public_part = e->flag != LEDGER_FALSE;
	s->part_since = e->at;
	if (!s->public_part)
		s->released = NULL;
	vec_push(&s->parts, &e);
}

void sitting_fold(struct sitting *s, const struct ledger_event *e)
{
	switch (e->kind) {
	case LEDGER_PAUSE:
	case LEDGER_RESUME:
		fold_pause(s, e);
		break;
	case LEDGER_CLOSE:
		fold_close(s, e);
		break;
	case LEDGER_PART:
		fold_part(s, e);
		break;
	case LEDGER_ITEM_ADD:
	case LEDGER_ITEM_CALL:
	case LEDGER_ITEM_END:
	case LEDGER_ITEM_MOVE:
	case LEDGER_ITEM_PUBLIC:
	case LEDGER_ITEM_WITHDRAW:
		fold_item(s, e);
		break;
	default:
		sitting_fold_room(s, e);
		sitting_fold_record(s, e);
	}
}
