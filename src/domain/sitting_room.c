/*
 * See sitting.h: who is in the room, on which seat, and who counts.
 *
 * A member's seat is his own unless a substitute sits on it. A conflict or an
 * absence for one item is entered in conflict_list when it is declared, also
 * ahead of its item, and works while that item is open.
 */
#include "domain/sitting_fold.h"

#include "base/date.h"
#include "domain/quorum.h"

#include <string.h>

static struct sitting_member *member_of(struct sitting *s, int64_t person_id)
{
	size_t i = sitting_find_member(s, person_id);
	return i == SITTING_NONE ? NULL : sitting_member(s, i);
}

/* The person whose seat this member holds, or NULL. */
static const struct setup_person *seat_of(const struct sitting *s, const struct sitting_member *m)
{
	if (m->sits_for)
		return setup_person(s->setup, m->sits_for);
	return m->person->kind == SETUP_MEMBER && !m->replaced_by ? m->person : NULL;
}

static size_t group_of(const struct sitting *s, int64_t group_id)
{
	for (size_t i = 0; i < s->groups.len; i++)
		if (((struct sitting_group *)vec_at(&s->groups, i))->group_id == group_id)
			return i;
	return SITTING_NONE;
}

static void count_member(struct sitting *s, struct sitting_member *m)
{
	const struct setup_person *seat = seat_of(s, m);
	m->group = seat && seat->voting ? group_of(s, seat->group_id) : SITTING_NONE;
	m->seated = m->present && !m->item_absent && seat && seat->voting;
	m->counts = m->seated && !m->conflict;
	if (!m->seated)
		return;
	s->present++;
	s->entitled += m->counts;
	s->conflicts += m->conflict;
	s->councillors += m->counts && m->person->councillor;
	s->others += m->counts && !m->person->councillor;
	if (m->group != SITTING_NONE) {
		struct sitting_group *group = vec_at(&s->groups, m->group);
		group->present++;
		group->entitled += m->counts;
	}
}

void sitting_recount(struct sitting *s)
{
	if (s->replaying)
		return;
	s->present = s->entitled = s->conflicts = s->councillors = s->others = 0;
	for (size_t i = 0; i < s->groups.len; i++) {
		struct sitting_group *group = vec_at(&s->groups, i);
		group->present = group->entitled = 0;
	}
	for (size_t i = 0; i < s->members.len; i++)
		count_member(s, sitting_member(s, i));
	struct quorum_count count = {
		.rule = quorum_rule_parse(s->setup->quorum_rule),
		.legal = s->legal,
		.present = s->present,
		.conflicted = s->conflicts,
		.councillors = s->councillors,
		.others = s->others,
	};
	/* More seats taken than the law knows is a fault of the master data, not a reason to stop the meeting. */
	if (count.legal < count.present)
		count.legal = count.present;
	struct quorum_result result;
	s->quorate = quorum_decide(&count, &result, NULL) && result.quorate;
	s->quorum_needed = result.needed;
}

static size_t item_of(const struct sitting *s, const struct ledger_event *e)
{
	size_t item = id_is_set(&e->item_id) ? sitting_find_item(s, &e->item_id) : SITTING_NONE;
	return item == SITTING_NONE ? s->current : item;
}

static void enter(struct sitting_member *m, int64_t at, size_t item, bool from_open)
{
	if (m->present)
		return;
	struct sitting_interval *interval = vec_add(&m->intervals);
	*interval = (struct sitting_interval){
		.from = at,
		.until = MOMENT_NONE,
		.from_item = item,
		.until_item = SITTING_NONE,
		.sits_for = m->sits_for,
		.from_open = from_open,
	};
	m->present = true;
	m->announced_absent = false;
}

static void leave(struct sitting_member *m, int64_t at, size_t item, bool close)
{
	if (!m->present || !m->intervals.len)
		return;
	struct sitting_interval *interval = vec_at(&m->intervals, m->intervals.len - 1);
	interval->until = at < interval->from ? interval->from : at;
	interval->until_item = item;
	interval->until_close = close;
	m->present = false;
}

void sitting_leave_all(struct sitting *s, int64_t at)
{
	for (size_t i = 0; i < s->members.len; i++)
		leave(sitting_member(s, i), at, SITTING_NONE, true);
}

/* Was this member in the room, not on the seat, until taking it? */
static bool was_here_before(const struct sitting_member *m)
{
	if (!m->intervals.len)
		return false;
	const struct sitting_interval *seat = vec_at(&m->intervals, m->intervals.len - 1);
	for (size_t i = 0; i + 1 < m->intervals.len; i++) {
		const struct sitting_interval *before = vec_at(&m->intervals, i);
		if (!before->sits_for && before->until == seat->from)
			return true;
	}
	return false;
}

/* The substitute m gives the seat back; who was in the room before stays there. */
static void give_seat_back(struct sitting *s, struct sitting_member *m, int64_t at, size_t item)
{
	bool stays = m->present && was_here_before(m);
	struct sitting_member *owner = member_of(s, m->sits_for);
	if (owner)
		owner->replaced_by = 0;
	leave(m, at, item, false);
	m->sits_for = 0;
	if (stays)
		enter(m, at, item, false);
}

static void fold_open(struct sitting *s, const struct ledger_event *e)
{
	if (s->state != SITTING_PLANNED)
		return;
	s->state = SITTING_RUNNING;
	s->opened = e->at;
	s->chair = e->person_id;
	s->public_part = true;
	if (e->legal > 0)
		s->legal = e->legal;
	for (size_t i = 0; i < e->persons.len; i++) {
		struct sitting_member *m = member_of(s, e->persons.items[i]);
		if (m)
			enter(m, e->at, SITTING_NONE, true);
	}
}

static void fold_arrive(struct sitting *s, const struct ledger_event *e, struct sitting_member *m)
{
	size_t item = item_of(s, e);
	m->announced_absent = false;
	m->absence_note = NULL;
	struct sitting_member *substitute = member_of(s, m->replaced_by);
	if (substitute)
		give_seat_back(s, substitute, e->at, item);
	if (s->state != SITTING_PLANNED && s->state != SITTING_CLOSED)
		enter(m, e->at, item, false);
}

static void fold_depart(struct sitting *s, const struct ledger_event *e, struct sitting_member *m)
{
	if (s->state == SITTING_PLANNED) {
		m->announced_absent = true;
		m->absence_note = e->note;
		return;
	}
	size_t item = item_of(s, e);
	leave(m, e->at, item, false);
	if (m->sits_for)
		give_seat_back(s, m, e->at, item);
}

static void fold_substitute(struct sitting *s, const struct ledger_event *e, struct sitting_member *m)
{
	struct sitting_member *owner = member_of(s, e->other_person_id);
	if (s->state != SITTING_RUNNING && s->state != SITTING_PAUSED)
		return;
	if (!owner || owner == m || owner->replaced_by || m->sits_for || owner->person->kind != SETUP_MEMBER)
		return;
	size_t item = item_of(s, e);
	leave(owner, e->at, item, false);
	leave(m, e->at, item, false);
	owner->replaced_by = m->person->person_id;
	m->sits_for = owner->person->person_id;
	enter(m, e->at, item, false);
}

/* --- conflicts of interest, absence for one item --- */

static void set_for_item(struct sitting *s, const struct sitting_conflict *c, bool on)
{
	struct sitting_member *m = sitting_member(s, c->member);
	if (c->event->kind == LEDGER_CONFLICT)
		m->conflict = on;
	else
		m->item_absent = on;
}

static void fold_conflict(struct sitting *s, const struct ledger_event *e)
{
	size_t item = sitting_find_item(s, &e->item_id), member = sitting_find_member(s, e->person_id);
	if (item == SITTING_NONE || member == SITTING_NONE)
		return;
	struct sitting_conflict *c = vec_add(&s->conflict_list);
	*c = (struct sitting_conflict){ .event = e, .item = item, .member = member, .from = e->at, .until = MOMENT_NONE };
	if (item == s->current)
		set_for_item(s, c, true);
}

static void fold_conflict_end(struct sitting *s, const struct ledger_event *e)
{
	size_t item = sitting_find_item(s, &e->item_id), member = sitting_find_member(s, e->person_id);
	for (size_t i = 0; i < s->conflict_list.len; i++) {
		struct sitting_conflict *c = vec_at(&s->conflict_list, i);
		if (c->item != item || c->member != member || c->event->kind != LEDGER_CONFLICT)
			continue;
		c->withdrawn = true;
		if (c->until == MOMENT_NONE)
			c->until = e->at;
		if (item == s->current)
			set_for_item(s, c, false);
	}
}

void sitting_item_begins(struct sitting *s, size_t item)
{
	for (size_t i = 0; i < s->conflict_list.len; i++) {
		struct sitting_conflict *c = vec_at(&s->conflict_list, i);
		bool holds = c->event->kind == LEDGER_CONFLICT || c->until == MOMENT_NONE;
		if (c->item != item || c->withdrawn || !holds)
			continue;
		c->until = MOMENT_NONE; /* an item called again finds the same members in conflict */
		set_for_item(s, c, true);
	}
}

void sitting_item_ends(struct sitting *s, size_t item, int64_t at)
{
	for (size_t i = 0; i < s->conflict_list.len; i++) {
		struct sitting_conflict *c = vec_at(&s->conflict_list, i);
		if (c->item != item || c->until != MOMENT_NONE)
			continue;
		c->until = at;
		set_for_item(s, c, false);
	}
}

void sitting_fold_room(struct sitting *s, const struct ledger_event *e)
{
	struct sitting_member *m = member_of(s, e->person_id);
	switch (e->kind) {
	case LEDGER_OPEN:
		fold_open(s, e);
		break;
	case LEDGER_ARRIVE:
		if (m)
			fold_arrive(s, e, m);
		break;
	case LEDGER_DEPART:
		if (m)
			fold_depart(s, e, m);
		break;
	case LEDGER_SUBSTITUTE:
		if (m)
			fold_substitute(s, e, m);
		break;
	case LEDGER_SUBSTITUTE_END:
		if (m && m->sits_for)
			give_seat_back(s, m, e->at, item_of(s, e));
		break;
	case LEDGER_CONFLICT:
	case LEDGER_ITEM_ABSENT:
		fold_conflict(s, e);
		break;
	case LEDGER_CONFLICT_END:
		fold_conflict_end(s, e);
		break;
	default:
		return;
	}
	sitting_recount(s);
}
