/* See sitting.h: the list of events, and questions to the state. */
#include "domain/sitting.h"

#include "base/i18n.h"
#include "base/id_index.h"
#include "base/mem.h"
#include "base/text.h"
#include "domain/agenda_number.h"
#include "domain/majority.h"
#include "domain/sitting_fold.h"

#include <stdlib.h>
#include <string.h>

/* --- events --- */

static struct sitting_event *event_at(const struct sitting *s, size_t i)
{
	return *(struct sitting_event **)vec_at(&s->events, i);
}

void sitting_init(struct sitting *s, const struct setup *setup)
{
	*s = (struct sitting){ .setup = setup, .events = VEC_OF(struct sitting_event *), .last_typed = MOMENT_NONE };
	s->index = id_index_new();
	sitting_reset(s);
}

static void free_events(struct sitting *s)
{
	for (size_t i = 0; i < s->events.len; i++) {
		struct sitting_event *se = event_at(s, i);
		ledger_event_clear(&se->event);
		free(se);
	}
	vec_clear(&s->events);
	id_index_free(&s->index);
}

void sitting_clear(struct sitting *s)
{
	sitting_free_state(s);
	free_events(s);
	*s = (struct sitting){ 0 };
}

static struct sitting_event *find_event(const struct sitting *s, const struct id *event_id)
{
	size_t at = id_is_set(event_id) ? id_index_find(s->index, event_id) : SITTING_NONE;
	return at == SITTING_NONE ? NULL : event_at(s, at);
}

bool sitting_is_hidden(const struct sitting *s)
{
	const char *state = s->setup->state ? s->setup->state : "";
	bool held = strcmp(state, "running") == 0 || strcmp(state, "closed") == 0 || strcmp(state, "signed") == 0;
	return held && s->events.len == 0;
}

const struct sitting_event *sitting_event(const struct sitting *s, const struct id *event_id)
{
	return find_event(s, event_id);
}

/* Marks what an undo takes back; false when that is nothing. */
static bool mark_undone(struct sitting *s, const struct ledger_event *undo)
{
	struct sitting_event *target = find_event(s, &undo->ref_event_id);
	if (!target || target->undone || target->event.kind == LEDGER_UNDO)
		return false;
	target->undone = true;
	target->undone_by = undo;
	return true;
}

static void fold_all(struct sitting *s)
{
	sitting_free_state(s);
	sitting_reset(s);
	s->replaying = true;
	for (size_t i = 0; i < s->events.len; i++) {
		const struct sitting_event *se = event_at(s, i);
		if (!se->undone)
			sitting_fold(s, &se->event);
	}
	s->replaying = false;
	sitting_recount(s);
}

static struct sitting_event *append(struct sitting *s, const struct ledger_event *e)
{
	struct sitting_event *se = mem_zalloc(1, sizeof(*se));
	ledger_event_copy(&se->event, e);
	vec_push(&s->events, &se);
	/* The event of a pen is the server's, by its clock. */
	if (e->kind != LEDGER_PEN && e->typed_at != MOMENT_NONE && (s->last_typed == MOMENT_NONE || e->typed_at > s->last_typed))
		s->last_typed = e->typed_at;
	id_index_put(s->index, &se->event.event_id, s->events.len - 1);
	return se;
}

bool sitting_confirm(struct sitting *s, const struct id *event_id, int64_t seq, const char *author)
{
	struct sitting_event *se = find_event(s, event_id);
	if (!se)
		return false;
	se->event.seq = seq;
	mem_replace(&se->event.author, author);
	return true;
}

static bool acceptable(const struct sitting *s, const struct ledger_event *e, struct err *err)
{
	if (e->kind <= LEDGER_NONE || e->kind >= LEDGER_KIND_COUNT || !id_is_set(&e->event_id))
		return err_set(err, _("Ereignis ohne Art oder Kennung"));
	if (e->meeting_id != s->setup->meeting_id)
		return err_set(err, _("Ereignis gehört zu einer anderen Sitzung"));
	return true;
}

bool sitting_apply(struct sitting *s, const struct ledger_event *e, struct err *err)
{
	if (!acceptable(s, e, err))
		return false;
	if (find_event(s, &e->event_id)) {
		if (e->seq)
			sitting_confirm(s, &e->event_id, e->seq, e->author);
		return true;
	}
	const struct sitting_event *se = append(s, e);
	if (e->kind != LEDGER_UNDO)
		sitting_fold(s, &se->event);
	else if (mark_undone(s, &se->event))
		fold_all(s);
	return true;
}

void sitting_rebuild(struct sitting *s, const struct ledger_event *events, size_t count)
{
	free_events(s);
	s->events = (struct vec)VEC_OF(struct sitting_event *);
	s->index = id_index_new();
	s->last_typed = MOMENT_NONE;
	for (size_t i = 0; i < count; i++)
		if (acceptable(s, &events[i], NULL) && !find_event(s, &events[i].event_id))
			append(s, &events[i]);
	for (size_t i = 0; i < s->events.len; i++)
		if (event_at(s, i)->event.kind == LEDGER_UNDO)
			mark_undone(s, &event_at(s, i)->event);
	fold_all(s);
}

const struct ledger_event *sitting_last_undoable(const struct sitting *s)
{
	for (size_t i = s->events.len; i-- > 0;) {
		const struct sitting_event *se = event_at(s, i);
		if (!se->undone && se->event.kind != LEDGER_UNDO && se->event.kind != LEDGER_PEN)
			return &se->event;
	}
	return NULL;
}

/* --- elements --- */

struct sitting_item *sitting_item(const struct sitting *s, size_t item)
{
	return vec_at(&s->items, item);
}

struct sitting_member *sitting_member(const struct sitting *s, size_t member)
{
	return vec_at(&s->members, member);
}

struct sitting_vote *sitting_vote(const struct sitting *s, size_t vote)
{
	return vec_at(&s->votes, vote);
}

struct sitting_amendment *sitting_amendment(const struct sitting *s, size_t amendment)
{
	return vec_at(&s->amendments, amendment);
}

size_t sitting_find_item(const struct sitting *s, const struct id *item_id)
{
	for (size_t i = 0; i < s->items.len; i++)
		if (id_equal(&sitting_item(s, i)->item_id, item_id))
			return i;
	return SITTING_NONE;
}

size_t sitting_find_number(const struct sitting *s, const char *number)
{
	size_t other = SITTING_NONE;
	for (size_t i = 0; i < s->items.len; i++) {
		const struct sitting_item *item = sitting_item(s, i);
		if (agenda_number_compare_text(item->number, number) != 0)
			continue;
		if (item->public == s->public_part)
			return i;
		other = i;
	}
	return other;
}

size_t sitting_find_member(const struct sitting *s, int64_t person_id)
{
	for (size_t i = 0; person_id && i < s->members.len; i++)
		if (sitting_member(s, i)->person->person_id == person_id)
			return i;
	return SITTING_NONE;
}

size_t sitting_next_item(const struct sitting *s, bool of_part)
{
	size_t first = SITTING_NONE;
	bool behind = false;
	for (size_t place = 0; place < s->order.len; place++) {
		size_t i = *(size_t *)vec_at(&s->order, place);
		const struct sitting_item *item = sitting_item(s, i);
		bool waiting = item->state == ITEM_WAITING && !item->decision && (!of_part || item->public == s->public_part);
		if (waiting && behind)
			return i;
		if (waiting && first == SITTING_NONE)
			first = i;
		behind = behind || i == s->current;
	}
	return first;
}

/* --- texts --- */

const struct sitting_text *sitting_text_history(const struct sitting *s, size_t item, const char *slot, int64_t person_id)
{
	for (size_t i = 0; i < s->texts.len; i++) {
		const struct sitting_text *text = vec_at(&s->texts, i);
		if (text->item == item && text->person_id == person_id && strcmp(text->slot, slot) == 0)
			return text;
	}
	return NULL;
}

const char *sitting_text(const struct sitting *s, size_t item, const char *slot, int64_t person_id)
{
	const struct sitting_text *text = sitting_text_history(s, item, slot, person_id);
	if (text)
		return (*(const struct ledger_event **)vec_at(&text->history, text->history.len - 1))->text;
	if (item != SITTING_NONE && strcmp(slot, "resolution") == 0 && *sitting_proposal(s, item))
		return sitting_proposal(s, item);
	return NULL;
}

const char *sitting_proposal(const struct sitting *s, size_t item)
{
	const struct setup_item *invited = sitting_item(s, item)->invited;
	return invited ? invited->proposed_text : "";
}

const char *sitting_resolution(const struct sitting *s, size_t item)
{
	const char *text = sitting_text(s, item, "resolution", 0);
	return text ? text : "";
}

const char *sitting_rule(const struct sitting *s, size_t item)
{
	const struct setup_item *invited = sitting_item(s, item)->invited;
	return invited && *invited->rule ? invited->rule : "simple";
}

/* --- orders of turn --- */

static const char *amendment_rank(const struct sitting *s, size_t amendment)
{
	const char *number = sitting_amendment(s, amendment)->event->number;
	return number ? number : "";
}

void sitting_amendments(const struct sitting *s, size_t item, struct vec *out)
{
	size_t begin = out->len;
	for (size_t i = 0; i < s->amendments.len; i++) {
		if (sitting_amendment(s, i)->item != item)
			continue;
		const char *rank = amendment_rank(s, i);
		size_t at = out->len;
		while (at > begin && *rank) {
			const char *before = amendment_rank(s, *(size_t *)vec_at(out, at - 1));
			if (*before && agenda_number_compare_text(before, rank) <= 0)
				break;
			at--;
		}
		*(size_t *)vec_insert(out, at) = i;
	}
}

static bool goes_before(const struct setup_person *a, const struct setup_person *b, bool by_name)
{
	if (!by_name && a->seat != b->seat)
		return !b->seat || (a->seat && a->seat < b->seat);
	char *name_a = text_fold(a->name), *name_b = text_fold(b->name);
	bool before = strcmp(name_a, name_b) < 0;
	free(name_a);
	free(name_b);
	return before;
}

void sitting_voters(const struct sitting *s, bool by_name, struct vec *out)
{
	size_t begin = out->len;
	for (size_t i = 0; i < s->members.len; i++) {
		const struct sitting_member *m = sitting_member(s, i);
		if (!m->counts)
			continue;
		size_t at = out->len;
		while (at > begin && goes_before(m->person, setup_person(s->setup, *(int64_t *)vec_at(out, at - 1)), by_name))
			at--;
		*(int64_t *)vec_insert(out, at) = m->person->person_id;
	}
}

void sitting_speakers(const struct sitting *s, struct vec *out)
{
	for (int order = 1; order >= 0; order--) {
		for (size_t i = 0; i < s->speakers.len; i++) {
			const struct sitting_speaker *speaker = vec_at(&s->speakers, i);
			if (speaker->item == s->current && speaker->state == SPEAKER_WAITING && speaker->order == (order == 1))
				vec_push(out, &i);
		}
	}
}

size_t sitting_speaking(const struct sitting *s)
{
	for (size_t i = 0; i < s->speakers.len; i++)
		if (((struct sitting_speaker *)vec_at(&s->speakers, i))->state == SPEAKER_SPEAKING)
			return i;
	return SITTING_NONE;
}

int32_t sitting_election_base(const struct sitting *s)
{
	struct majority_rule rule;
	bool known = *s->setup->election_rule && majority_parse(s->setup->election_rule, &rule, NULL);
	return known && rule.base == MAJORITY_PRESENT ? s->entitled : 0;
}

void sitting_fill_numbers(const struct sitting *s, struct ledger_event *e)
{
	if (ledger_kind_uses(e->kind, FIELD_LEGAL))
		e->legal = s->legal;
	if (ledger_kind_uses(e->kind, FIELD_ENTITLED))
		e->entitled = s->entitled;
	if (ledger_kind_uses(e->kind, FIELD_PRESENT))
		e->present = s->present;
}

const char *sitting_person_spoken(const struct sitting *s, int64_t person_id)
{
	const struct setup_person *p = setup_person(s->setup, person_id);
	return p ? *p->spoken ? p->spoken : p->name : "?";
}

const char *sitting_person_name(const struct sitting *s, int64_t person_id)
{
	const struct setup_person *p = setup_person(s->setup, person_id);
	return p ? *p->full_name ? p->full_name : p->name : "?";
}
