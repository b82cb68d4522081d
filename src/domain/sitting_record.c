/* See sitting.h: what is decided, said, written and to be done. */
#include "domain/sitting_fold.h"

#include "base/date.h"

#include <string.h>

static size_t item_of(const struct sitting *s, const struct ledger_event *e)
{
	return id_is_set(&e->item_id) ? sitting_find_item(s, &e->item_id) : SITTING_NONE;
}

static void push_event(struct vec *list, const struct ledger_event *e)
{
	vec_push(list, &e);
}

/* --- votes and results --- */

static size_t find_vote(const struct sitting *s, const struct id *event_id)
{
	for (size_t i = s->votes.len; i-- > 0;)
		if (id_equal(&sitting_vote(s, i)->event->event_id, event_id))
			return i;
	return SITTING_NONE;
}

static size_t find_amendment(const struct sitting *s, const struct id *event_id)
{
	for (size_t i = 0; i < s->amendments.len; i++)
		if (id_equal(&sitting_amendment(s, i)->event->event_id, event_id))
			return i;
	return SITTING_NONE;
}

/* The vote that this repeated one replaces: the one named, or the last on the same thing. */
static size_t repeated_vote(const struct sitting *s, const struct sitting_vote *vote)
{
	const struct ledger_event *e = vote->event;
	size_t named = id_is_set(&e->ref_event_id) ? find_vote(s, &e->ref_event_id) : SITTING_NONE;
	if (named != SITTING_NONE || e->flag != LEDGER_TRUE)
		return named;
	for (size_t i = s->votes.len; i-- > 0;) {
		const struct sitting_vote *old = sitting_vote(s, i);
		if (old->item == vote->item && old->amendment == vote->amendment && !old->superseded &&
		    str_equal(old->event->slot, e->slot) && str_equal(old->event->number, e->number))
			return i;
	}
	return SITTING_NONE;
}

static void fold_vote(struct sitting *s, const struct ledger_event *e)
{
	size_t item = item_of(s, e);
	if (item == SITTING_NONE || !e->slot)
		return;
	struct sitting_vote vote = { .event = e, .item = item, .amendment = SITTING_NONE };
	if (id_is_set(&e->ref_event_id))
		vote.amendment = find_amendment(s, &e->ref_event_id);
	size_t old = repeated_vote(s, &vote);
	if (old != SITTING_NONE) {
		sitting_vote(s, old)->superseded = true;
		if (vote.amendment == SITTING_NONE)
			vote.amendment = sitting_vote(s, old)->amendment;
	}
	vec_push(&s->votes, &vote);
	if (vote.amendment != SITTING_NONE)
		sitting_amendment(s, vote.amendment)->vote = s->votes.len - 1;
	if (strcmp(e->slot, "motion") == 0)
		sitting_item(s, item)->decision = e;
}

static void fold_result(struct sitting *s, const struct ledger_event *e)
{
	size_t item = item_of(s, e);
	if (item == SITTING_NONE)
		return;
	push_event(&s->results, e);
	sitting_item(s, item)->decision = e;
}

static void fold_amendment(struct sitting *s, const struct ledger_event *e)
{
	size_t item = item_of(s, e);
	if (item == SITTING_NONE)
		return;
	struct sitting_amendment *amendment = vec_add(&s->amendments);
	*amendment = (struct sitting_amendment){ .event = e, .item = item, .vote = SITTING_NONE };
}

static void fold_wording(struct sitting *s, const struct ledger_event *e)
{
	size_t vote = find_vote(s, &e->ref_event_id);
	if (vote != SITTING_NONE)
		sitting_vote(s, vote)->wording = e;
}

/* --- texts --- */

static void fold_text(struct sitting *s, const struct ledger_event *e)
{
	size_t item = item_of(s, e);
	if (!e->slot || !e->text || (id_is_set(&e->item_id) && item == SITTING_NONE))
		return;
	struct sitting_text *text = NULL;
	for (size_t i = 0; !text && i < s->texts.len; i++) {
		struct sitting_text *t = vec_at(&s->texts, i);
		if (t->item == item && t->person_id == e->person_id && strcmp(t->slot, e->slot) == 0)
			text = t;
	}
	if (!text) {
		text = vec_add(&s->texts);
		*text = (struct sitting_text){ item, e->slot, e->person_id, VEC_OF(const struct ledger_event *) };
	}
	push_event(&text->history, e);
}

/* --- speakers --- */

static struct sitting_speaker *find_speaker(struct sitting *s, const struct ledger_event *e, enum speaker_state state)
{
	for (size_t i = 0; i < s->speakers.len; i++) {
		struct sitting_speaker *speaker = vec_at(&s->speakers, i);
		bool same = e->person_id ? speaker->person_id == e->person_id : !speaker->person_id && str_equal(speaker->name, e->text);
		if (same && speaker->state == state && speaker->item == s->current)
			return speaker;
	}
	return NULL;
}

static struct sitting_speaker *add_speaker(struct sitting *s, const struct ledger_event *e)
{
	struct sitting_speaker *speaker = vec_add(&s->speakers);
	size_t item = item_of(s, e);
	*speaker = (struct sitting_speaker){
		.item = item == SITTING_NONE ? s->current : item,
		.person_id = e->person_id,
		.name = e->person_id ? NULL : e->text,
		.order = strcmp(e->slot, "order") == 0,
		.asked = e->at,
		.begun = MOMENT_NONE,
		.ended = MOMENT_NONE,
	};
	return speaker;
}

static void end_speech(struct sitting *s, int64_t at)
{
	for (size_t i = 0; i < s->speakers.len; i++) {
		struct sitting_speaker *speaker = vec_at(&s->speakers, i);
		if (speaker->state != SPEAKER_SPEAKING)
			continue;
		speaker->state = SPEAKER_DONE;
		speaker->ended = at;
	}
}

static void fold_speaker(struct sitting *s, const struct ledger_event *e)
{
	struct sitting_speaker *waiting = find_speaker(s, e, SPEAKER_WAITING);
	if (!e->slot || (!e->person_id && !e->text && strcmp(e->slot, "end") != 0))
		return;
	if (strcmp(e->slot, "begin") == 0) {
		end_speech(s, e->at);
		struct sitting_speaker *speaker = waiting ? waiting : add_speaker(s, e);
		speaker->state = SPEAKER_SPEAKING;
		speaker->begun = e->at;
	} else if (strcmp(e->slot, "end") == 0) {
		end_speech(s, e->at);
	} else if (strcmp(e->slot, "cancel") == 0) {
		if (waiting)
			waiting->state = SPEAKER_CANCELLED;
	} else {
		add_speaker(s, e);
	}
}

/* --- the rest --- */

static void fold_task(struct sitting *s, const struct ledger_event *e)
{
	struct sitting_task *task = vec_add(&s->tasks);
	*task = (struct sitting_task){ e, item_of(s, e) };
}

static void fold_mark(struct sitting *s, const struct ledger_event *e)
{
	size_t i = item_of(s, e);
	if (i == SITTING_NONE)
		return;
	struct sitting_item *item = sitting_item(s, i);
	item->marked = e->flag == LEDGER_TRUE;
	item->mark_note = item->marked ? e->note : NULL;
}

/* Nothing of the non-public part reaches the projector. */
static void fold_release(struct sitting *s, const struct ledger_event *e)
{
	size_t item = item_of(s, e);
	bool blank = !e->slot || strcmp(e->slot, "blank") == 0;
	bool secret = !s->public_part || (item != SITTING_NONE && !sitting_item(s, item)->public);
	s->released = blank || secret ? NULL : e;
}

void sitting_fold_record(struct sitting *s, const struct ledger_event *e)
{
	switch (e->kind) {
	case LEDGER_VOTE:
		fold_vote(s, e);
		break;
	case LEDGER_RESULT:
	case LEDGER_ELECTION:
	case LEDGER_SEATS:
		fold_result(s, e);
		break;
	case LEDGER_AMENDMENT:
		fold_amendment(s, e);
		break;
	case LEDGER_WORDING:
		fold_wording(s, e);
		break;
	case LEDGER_TEXT:
		fold_text(s, e);
		break;
	case LEDGER_SPEAKER:
		fold_speaker(s, e);
		break;
	case LEDGER_TASK:
		fold_task(s, e);
		break;
	case LEDGER_MARK:
		fold_mark(s, e);
		break;
	case LEDGER_GUEST:
		push_event(&s->guests, e);
		break;
	case LEDGER_QUORUM:
		push_event(&s->quorums, e);
		break;
	case LEDGER_RELEASE:
		fold_release(s, e);
		break;
	default:
		break;
	}
}
