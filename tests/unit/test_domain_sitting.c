/* The fold of a sitting: people, agenda, votes, undo, refusals, replay, and its speed. */
#include "domain_support.h"

#include <stdlib.h>
#include <time.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const struct sitting_member *member(const struct table *t, int64_t person)
{
	return sitting_member(&t->sitting, sitting_find_member(&t->sitting, person));
}

static const struct sitting_item *item(const struct table *t, int n)
{
	return sitting_item(&t->sitting, sitting_find_item(&t->sitting, &t->ids[n]));
}

static void opening(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	assert_int_equal(t.sitting.state, SITTING_PLANNED);
	assert_false(table_do(&t, LEDGER_ITEM_CALL, 1, 0)); /* not open yet */
	assert_true(table_do(&t, LEDGER_DEPART, 0, LANGE)); /* an announced absence */
	assert_false(table_do(&t, LEDGER_DEPART, 0, LANGE));
	assert_true(table_begin(&t));
	assert_false(table_begin(&t));
	assert_int_equal(t.sitting.state, SITTING_RUNNING);
	assert_int_equal(t.sitting.present, 7); /* the advisory member does not count */
	assert_int_equal(t.sitting.entitled, 7);
	assert_int_equal(t.sitting.quorum_needed, 5);
	assert_true(t.sitting.quorate);
	assert_true(member(&t, LANGE)->announced_absent);
	assert_int_equal(t.sitting.groups.len, 4);
	const struct sitting_group *cdu = vec_at(&t.sitting.groups, 0);
	assert_string_equal(cdu->short_name, "CDU");
	assert_int_equal(cdu->seats, 3);
	assert_int_equal(cdu->present, 2);
	table_close(&t);
}

static void coming_and_going(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	table_do(&t, LEDGER_ITEM_CALL, 2, 0);
	assert_false(table_do(&t, LEDGER_ARRIVE, 0, KRAMER));
	assert_true(table_do(&t, LEDGER_DEPART, 0, KRAMER));
	assert_int_equal(t.sitting.present, 6);
	assert_true(table_do(&t, LEDGER_ARRIVE, 0, KRAMER));
	assert_true(table_do(&t, LEDGER_ARRIVE, 0, LANGE));
	assert_int_equal(t.sitting.present, 8);
	const struct sitting_member *kramer = member(&t, KRAMER);
	assert_int_equal(kramer->intervals.len, 2);
	const struct sitting_interval *first = vec_at(&kramer->intervals, 0);
	assert_true(first->from_open);
	assert_int_equal(first->until - first->from, 3 * MINUTE); /* the refused arrival took one */
	assert_int_equal(first->until_item, 1);
	assert_true(table_do(&t, LEDGER_CLOSE, 0, 0));
	assert_int_equal(t.sitting.present, 0);
	assert_true(((struct sitting_interval *)vec_at(&kramer->intervals, 1))->until_close);
	assert_false(table_do(&t, LEDGER_ARRIVE, 0, KRAMER));
	table_close(&t);
}

static void times_can_be_corrected(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	table_event(&t, LEDGER_ARRIVE, 0, LANGE)->at = START; /* before the opening */
	assert_false(table_commit(&t));
	t.now += 60 * MINUTE;
	table_event(&t, LEDGER_ARRIVE, 0, LANGE)->at = START + 30 * MINUTE;
	assert_true(table_commit(&t));
	const struct sitting_interval *interval = vec_at(&member(&t, LANGE)->intervals, 0);
	assert_int_equal(interval->from, START + 30 * MINUTE);
	table_event(&t, LEDGER_DEPART, 0, LANGE)->at = START + 20 * MINUTE; /* before the arrival */
	assert_false(table_commit(&t));
	table_close(&t);
}

static void substitutes(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	table_event(&t, LEDGER_SUBSTITUTE, 0, WEISS)->other_person_id = LANGE;
	assert_true(table_commit(&t));
	assert_int_equal(t.sitting.entitled, 8);
	assert_true(member(&t, WEISS)->counts);
	assert_int_equal(((struct sitting_group *)vec_at(&t.sitting.groups, 0))->present, 3);
	assert_false(table_do(&t, LEDGER_ARRIVE, 0, LANGE)); /* the seat is taken */
	table_event(&t, LEDGER_SUBSTITUTE, 0, WEISS)->other_person_id = KRAUS;
	assert_false(table_commit(&t));
	table_event(&t, LEDGER_SUBSTITUTE, 0, KRAUS)->other_person_id = SOMMER; /* has a seat */
	assert_false(table_commit(&t));
	assert_true(table_do(&t, LEDGER_SUBSTITUTE_END, 0, WEISS));
	assert_int_equal(t.sitting.entitled, 7);
	assert_true(table_do(&t, LEDGER_ARRIVE, 0, LANGE));
	assert_int_equal(((struct sitting_interval *)vec_at(&member(&t, WEISS)->intervals, 0))->sits_for, LANGE);
	table_close(&t);
}

static void conflicts(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	assert_true(table_do(&t, LEDGER_CONFLICT, 3, KRAMER)); /* ahead of its item */
	assert_int_equal(t.sitting.entitled, 7);
	assert_false(table_do(&t, LEDGER_CONFLICT, 3, KRAMER));
	table_do(&t, LEDGER_ITEM_CALL, 3, 0);
	assert_int_equal(t.sitting.entitled, 6);
	assert_int_equal(t.sitting.present, 7);
	assert_int_equal(t.sitting.conflicts, 1);
	assert_true(table_do(&t, LEDGER_ITEM_ABSENT, 3, KRAUS));
	assert_int_equal(t.sitting.present, 6);
	assert_int_equal(t.sitting.entitled, 5);
	table_do(&t, LEDGER_ITEM_CALL, 5, 0); /* ends both */
	assert_int_equal(t.sitting.entitled, 7);
	table_do(&t, LEDGER_ITEM_CALL, 3, 0); /* called again: still in conflict, but no longer out of the room */
	assert_int_equal(t.sitting.entitled, 6);
	assert_int_equal(t.sitting.present, 7);
	assert_true(table_do(&t, LEDGER_CONFLICT_END, 3, KRAMER));
	assert_int_equal(t.sitting.entitled, 7);
	assert_false(table_do(&t, LEDGER_CONFLICT_END, 3, KRAMER));
	table_close(&t);
}

static void quorum_is_lost(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	table_do(&t, LEDGER_DEPART, 0, KRAMER);
	table_do(&t, LEDGER_DEPART, 0, KRAUS);
	assert_true(t.sitting.quorate); /* 5 of 8 */
	table_do(&t, LEDGER_CONFLICT, 3, SOMMER);
	table_do(&t, LEDGER_ITEM_CALL, 3, 0);
	assert_false(t.sitting.quorate); /* 4 of 8: conflicts are subtracted */
	table_close(&t);
}

static void agenda(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	struct ledger_event *e = table_event(&t, LEDGER_ITEM_ADD, 0, 0);
	id_parse("00000000-0000-4000-8000-000000000007", &t.ids[7]);
	e->item_id = t.ids[7];
	e->number = mem_strdup("6");
	e->text = mem_strdup("Dringlich");
	e->flag = LEDGER_TRUE;
	assert_true(table_commit(&t));
	assert_int_equal(*(size_t *)vec_at(&t.sitting.order, 5), 6); /* at the end of the public part */
	table_event(&t, LEDGER_ITEM_MOVE, 7, 0)->slot = mem_strdup(t.ids[1].text);
	assert_true(table_commit(&t));
	assert_int_equal(*(size_t *)vec_at(&t.sitting.order, 1), 6);
	assert_true(item(&t, 7)->moved);
	assert_true(table_do(&t, LEDGER_ITEM_WITHDRAW, 2, 0));
	assert_false(table_do(&t, LEDGER_ITEM_CALL, 2, 0));
	assert_true(table_do(&t, LEDGER_ITEM_CALL, 1, 0));
	assert_int_equal(sitting_next_item(&t.sitting, true), 6);
	assert_int_equal(sitting_find_number(&t.sitting, "1"), 0); /* of the public part */
	table_event(&t, LEDGER_ITEM_PUBLIC, 5, 0)->flag = LEDGER_FALSE;
	assert_true(table_commit(&t));
	assert_int_equal(*(size_t *)vec_at(&t.sitting.order, 6), 4); /* behind the other non-public one */
	table_event(&t, LEDGER_PART, 0, 0)->flag = LEDGER_FALSE;
	assert_true(table_commit(&t));
	assert_int_equal(sitting_find_number(&t.sitting, "1"), 5);
	table_close(&t);
}

static void next_item(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	assert_true(table_do(&t, LEDGER_ITEM_CALL, 3, 0));
	assert_int_equal(sitting_next_item(&t.sitting, true), 3); /* behind the open one */
	assert_true(table_do(&t, LEDGER_ITEM_WITHDRAW, 4, 0));
	assert_int_equal(sitting_next_item(&t.sitting, true), 4);
	table_vote(&t, 5, "unanimous", 7, 0, 0); /* in a block, without being called */
	assert_true(table_commit(&t));
	assert_int_equal(sitting_next_item(&t.sitting, false), 5); /* the other part comes behind */
	assert_int_equal(sitting_next_item(&t.sitting, true), 0);  /* none behind: the first */
	assert_true(table_do(&t, LEDGER_ITEM_WITHDRAW, 1, 0));
	assert_true(table_do(&t, LEDGER_ITEM_WITHDRAW, 2, 0));
	assert_int_equal(sitting_next_item(&t.sitting, true), SITTING_NONE);
	assert_true(table_do(&t, LEDGER_ITEM_WITHDRAW, 6, 0));
	assert_int_equal(sitting_next_item(&t.sitting, false), SITTING_NONE);
	table_close(&t);
}

static void votes(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	table_do(&t, LEDGER_ITEM_CALL, 3, 0);
	table_vote(&t, 3, "count", 5, 1, 0); /* one is missing */
	assert_false(table_commit(&t));
	table_vote(&t, 3, "count", 5, 1, 0)->note = mem_strdup("eine Karte fehlt");
	assert_true(table_commit(&t));
	mem_replace(&table_vote(&t, 3, "count", 3, 4, 0)->outcome, "adopted");
	assert_false(table_commit(&t));
	table_vote(&t, 3, "count", 8, 0, 0); /* more than present */
	assert_false(table_commit(&t));
	table_vote(&t, 3, "count", 4, 3, 0)->flag = LEDGER_TRUE; /* repeated */
	assert_true(table_commit(&t));
	assert_int_equal(t.sitting.votes.len, 2);
	assert_true(sitting_vote(&t.sitting, 0)->superseded);
	assert_ptr_equal(item(&t, 3)->decision, sitting_vote(&t.sitting, 1)->event);
	table_do(&t, LEDGER_PAUSE, 0, 0);
	table_vote(&t, 3, "unanimous", 7, 0, 0);
	assert_false(table_commit(&t));
	assert_true(table_do(&t, LEDGER_RESUME, 0, 0));
	table_close(&t);
}

/* Who is in conflict is not present in the sense of a rule: 4 of 6, not of 7. */
static void base_of_those_present(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	table_do(&t, LEDGER_CONFLICT, 3, KRAMER);
	table_do(&t, LEDGER_ITEM_CALL, 3, 0);
	mem_replace(&table_vote(&t, 3, "count", 4, 2, 0)->rule, ">=2/3:present");
	assert_int_equal(t.e.present, 7);
	assert_int_equal(t.e.entitled, 6);
	assert_true(table_commit(&t));
	table_close(&t);
}

static void roll_call(void **state)
{
	(void)state;
	struct table t;
	struct vec voters = VEC_OF(int64_t);
	table_open(&t);
	table_begin(&t);
	table_do(&t, LEDGER_ITEM_CALL, 3, 0);
	sitting_voters(&t.sitting, false, &voters);
	assert_int_equal(voters.len, 7);
	assert_int_equal(*(int64_t *)vec_at(&voters, 1), SOMMER);
	struct ledger_event *e = table_vote(&t, 3, "rollcall", 4, 1, 1);
	ledger_set_persons(e, voters.data, voters.len);
	e->choices = mem_strdup("JJJJNEO");
	assert_true(table_commit(&t));
	e = table_vote(&t, 3, "rollcall", 5, 1, 1); /* sums differ from the letters */
	ledger_set_persons(e, voters.data, voters.len);
	e->choices = mem_strdup("JJJJNEO");
	assert_false(table_commit(&t));
	e = table_vote(&t, 3, "rollcall", 1, 0, 0); /* not in the room */
	ledger_set_persons(e, (const int64_t[]){ LANGE }, 1);
	e->choices = mem_strdup("J");
	assert_false(table_commit(&t));
	vec_cut(&voters, 0);
	sitting_voters(&t.sitting, true, &voters);
	assert_int_equal(*(int64_t *)vec_at(&voters, 0), MAYOR); /* Brandt */
	assert_int_equal(*(int64_t *)vec_at(&voters, 1), KRAMER);
	assert_int_equal(*(int64_t *)vec_at(&voters, 3), MUELLER);
	vec_clear(&voters);
	table_close(&t);
}

static void amendments(void **state)
{
	(void)state;
	static const char *const numbers[] = { "2", "1", NULL };
	struct table t;
	struct id first;
	struct vec order = VEC_OF(size_t);
	table_open(&t);
	table_begin(&t);
	table_do(&t, LEDGER_ITEM_CALL, 3, 0);
	for (size_t i = 0; i < 3; i++) {
		struct ledger_event *e = table_event(&t, LEDGER_AMENDMENT, 3, SOMMER);
		e->text = mem_strdup("Tempo 30");
		e->number = mem_strdup_null(numbers[i]);
		first = e->event_id;
		assert_true(table_commit(&t));
	}
	sitting_amendments(&t.sitting, 2, &order);
	assert_int_equal(*(size_t *)vec_at(&order, 0), 1); /* the furthest-going */
	assert_int_equal(*(size_t *)vec_at(&order, 1), 0);
	assert_int_equal(*(size_t *)vec_at(&order, 2), 2);
	mem_replace(&table_vote(&t, 3, "count", 4, 3, 0)->slot, "amendment");
	assert_false(table_commit(&t)); /* which one? */
	struct ledger_event *e = table_vote(&t, 3, "count", 4, 3, 0);
	mem_replace(&e->slot, "amendment");
	e->ref_event_id = first;
	assert_true(table_commit(&t));
	assert_int_equal(sitting_amendment(&t.sitting, 2)->vote, 0);
	assert_null(item(&t, 3)->decision);
	vec_clear(&order);
	table_close(&t);
}

static void texts(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	assert_string_equal(sitting_resolution(&t.sitting, 4), "Die Gebühren steigen.");
	table_text(&t, 5, "resolution", "Die Gebühren sinken.");
	table_text(&t, 5, "resolution", "Die Gebühren bleiben.");
	assert_string_equal(sitting_resolution(&t.sitting, 4), "Die Gebühren bleiben.");
	assert_string_equal(sitting_proposal(&t.sitting, 4), "Die Gebühren steigen.");
	assert_int_equal(sitting_text_history(&t.sitting, 4, "resolution", 0)->history.len, 2);
	assert_null(sitting_text(&t.sitting, 4, "course", 0));
	assert_true(table_undo(&t));
	assert_string_equal(sitting_resolution(&t.sitting, 4), "Die Gebühren sinken.");
	table_close(&t);
}

static void speakers(void **state)
{
	(void)state;
	static const struct {
		int64_t person;
		const char *slot;
	} wishes[] = { { SOMMER, "request" }, { KRAMER, "request" }, { KRAUS, "order" } };
	struct table t;
	struct vec list = VEC_OF(size_t);
	table_open(&t);
	table_begin(&t);
	table_do(&t, LEDGER_ITEM_CALL, 3, 0);
	for (size_t i = 0; i < 3; i++) {
		table_event(&t, LEDGER_SPEAKER, 3, wishes[i].person)->slot = mem_strdup(wishes[i].slot);
		assert_true(table_commit(&t));
	}
	sitting_speakers(&t.sitting, &list);
	assert_int_equal(list.len, 3);
	assert_int_equal(*(size_t *)vec_at(&list, 0), 2); /* point of order first */
	table_event(&t, LEDGER_SPEAKER, 3, KRAUS)->slot = mem_strdup("begin");
	assert_true(table_commit(&t));
	assert_int_equal(sitting_speaking(&t.sitting), 2);
	table_event(&t, LEDGER_SPEAKER, 3, SOMMER)->slot = mem_strdup("begin"); /* ends the other */
	assert_true(table_commit(&t));
	const struct sitting_speaker *kraus = vec_at(&t.sitting.speakers, 2);
	assert_int_equal(kraus->state, SPEAKER_DONE);
	assert_int_equal(kraus->ended - kraus->begun, MINUTE);
	table_event(&t, LEDGER_SPEAKER, 3, 0)->slot = mem_strdup("end");
	assert_true(table_commit(&t));
	assert_int_equal(sitting_speaking(&t.sitting), SITTING_NONE);
	vec_cut(&list, 0);
	sitting_speakers(&t.sitting, &list);
	assert_int_equal(list.len, 1);
	vec_clear(&list);
	table_close(&t);
}

static void projector_is_black_behind_closed_doors(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	table_event(&t, LEDGER_RELEASE, 3, 0)->slot = mem_strdup("item");
	table_commit(&t);
	assert_non_null(t.sitting.released);
	table_event(&t, LEDGER_RELEASE, 6, 0)->slot = mem_strdup("item");
	table_commit(&t);
	assert_null(t.sitting.released);
	table_event(&t, LEDGER_RELEASE, 3, 0)->slot = mem_strdup("item");
	table_commit(&t);
	table_event(&t, LEDGER_PART, 0, 0)->flag = LEDGER_FALSE;
	table_commit(&t);
	assert_null(t.sitting.released);
	table_close(&t);
}

static void undo(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	table_do(&t, LEDGER_ITEM_CALL, 3, 0);
	table_vote(&t, 3, "unanimous", 7, 0, 0);
	table_commit(&t);
	struct id vote = sitting_last_undoable(&t.sitting)->event_id;
	assert_true(table_undo(&t));
	assert_null(item(&t, 3)->decision);
	assert_int_equal(t.sitting.current, 2);
	assert_true(sitting_event(&t.sitting, &vote)->undone);
	table_event(&t, LEDGER_UNDO, 0, 0)->ref_event_id = vote;
	assert_false(table_commit(&t)); /* twice */
	assert_true(table_undo(&t)); /* the call */
	assert_int_equal(t.sitting.current, SITTING_NONE);
	assert_true(table_undo(&t)); /* the opening */
	assert_int_equal(t.sitting.state, SITTING_PLANNED);
	assert_null(sitting_last_undoable(&t.sitting));
	table_close(&t);
}

/* Another clerk's program sees the same, however the events arrive. */
static void replay_gives_the_same(void **state)
{
	(void)state;
	struct table t;
	struct sitting again;
	table_open(&t);
	table_begin(&t);
	table_do(&t, LEDGER_ITEM_CALL, 3, 0);
	table_do(&t, LEDGER_DEPART, 0, KRAUS);
	table_undo(&t);
	table_vote(&t, 3, "count", 4, 3, 0);
	table_commit(&t);
	struct vec events = VEC_OF(struct ledger_event);
	for (int twice = 0; twice < 2; twice++)
		for (size_t i = 0; i < t.sitting.events.len; i++)
			vec_push(&events, &(*(struct sitting_event **)vec_at(&t.sitting.events, i))->event);
	sitting_init(&again, &t.setup);
	sitting_rebuild(&again, events.data, events.len);
	assert_int_equal(again.events.len, t.sitting.events.len); /* a second delivery changes nothing */
	assert_int_equal(again.present, t.sitting.present);
	assert_int_equal(again.current, t.sitting.current);
	assert_int_equal(again.votes.len, 1);
	struct ledger_event first = *(struct ledger_event *)vec_at(&events, 0);
	first.seq = 1;
	first.author = (char[]){ "mia" };
	assert_true(sitting_apply(&again, &first, NULL)); /* confirmed by the server */
	assert_int_equal(sitting_event(&again, &first.event_id)->event.seq, 1);
	vec_clear(&events);
	sitting_clear(&again);
	table_close(&t);
}

static void nonsense_changes_nothing(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	for (int kind = LEDGER_NONE + 1; kind < LEDGER_KIND_COUNT; kind++) { /* no field of its own is set */
		table_event(&t, (enum ledger_kind)kind, 0, 0);
		assert_true(sitting_apply(&t.sitting, &t.e, NULL));
		ledger_event_clear(&t.e);
	}
	table_event(&t, LEDGER_OPEN, 0, 0)->meeting_id = 8;
	assert_false(sitting_apply(&t.sitting, &t.e, NULL)); /* of another meeting */
	ledger_event_clear(&t.e);
	table_event(&t, LEDGER_VOTE, 0, 999)->slot = mem_strdup("motion");
	assert_true(sitting_apply(&t.sitting, &t.e, NULL));
	ledger_event_clear(&t.e);
	assert_int_equal(t.sitting.votes.len, 0);
	struct str out = { 0 };
	for (size_t i = 0; i < t.sitting.events.len; i++) {
		str_set(&out, "");
		sitting_describe(&t.sitting, &(*(struct sitting_event **)vec_at(&t.sitting.events, i))->event, &out);
		assert_true(out.len > 0);
	}
	str_clear(&out);
	table_close(&t);
}

static void descriptions(void **state)
{
	(void)state;
	struct table t;
	struct str out = { 0 };
	table_open(&t);
	table_begin(&t);
	table_event(&t, LEDGER_ARRIVE, 3, LANGE);
	t.e.at = START + 42 * MINUTE;
	sitting_describe(&t.sitting, &t.e, &out);
	assert_string_equal(out.data, "18:42 Frau Lange kommt (TOP 3)");
	ledger_event_clear(&t.e);
	str_clear(&out);
	table_close(&t);
}

/* Random events, checked or not, with undo: never a crash, and counts that fit together. */
static void random_events(void **state)
{
	(void)state;
	static const char *const slots[] = { "motion", "amendment", "request", "begin", "end", "course", "item", "number", "" };
	struct table t;
	table_open(&t);
	srand(5);
	for (int i = 0; i < 3000; i++) {
		enum ledger_kind kind = (enum ledger_kind)(1 + rand() % (LEDGER_KIND_COUNT - 1));
		struct ledger_event *e = table_event(&t, kind == LEDGER_CLOSE && rand() % 50 ? LEDGER_ARRIVE : kind, rand() % 8, rand() % 10);
		e->slot = mem_strdup(slots[(size_t)rand() % 9]);
		e->flag = (enum ledger_flag)(rand() % 3);
		e->other_person_id = rand() % 23;
		e->text = mem_strdup("Text");
		if (t.sitting.events.len && rand() % 3 == 0) {
			size_t n = (size_t)rand() % t.sitting.events.len;
			e->ref_event_id = (*(struct sitting_event **)vec_at(&t.sitting.events, n))->event.event_id;
		}
		ledger_set_persons(e, (const int64_t[]){ 1, 2, 3, 99 }, 4);
		sitting_check(&t.sitting, e, NULL);
		assert_true(sitting_apply(&t.sitting, e, NULL));
		ledger_event_clear(e);
		assert_true(t.sitting.entitled <= t.sitting.present && t.sitting.present <= 8);
		assert_int_equal(t.sitting.order.len, t.sitting.items.len);
		assert_int_equal(t.sitting.present - t.sitting.conflicts, t.sitting.entitled);
	}
	table_close(&t);
}

static void folding_is_fast(void **state)
{
	(void)state;
	enum { COUNT = 5000 };
	struct table t;
	struct timespec begin, end;
	struct ledger_event *events = mem_zalloc(COUNT, sizeof(*events));
	table_open(&t);
	table_begin(&t);
	ledger_event_copy(&events[0], &(*(struct sitting_event **)vec_at(&t.sitting.events, 0))->event);
	for (int i = 1; i < COUNT; i++) {
		static const enum ledger_kind kinds[] = { LEDGER_ITEM_CALL, LEDGER_DEPART, LEDGER_ARRIVE, LEDGER_VOTE, LEDGER_TEXT };
		struct ledger_event *e = table_event(&t, kinds[i % 5], 1 + i % 5, 2 + i % 5);
		e->slot = mem_strdup(e->kind == LEDGER_TEXT ? "course" : "motion");
		e->text = mem_strdup("Die Vorsitzende berichtet.");
		events[i] = *e;
	}
	int64_t best = INT64_MAX;
	for (int round = 0; round < 5; round++) {
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &begin);
		sitting_rebuild(&t.sitting, events, COUNT);
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
		int64_t us = (int64_t)(end.tv_sec - begin.tv_sec) * 1000000 + (end.tv_nsec - begin.tv_nsec) / 1000;
		best = us < best ? us : best;
	}
	assert_int_equal(t.sitting.events.len, COUNT);
	print_message("# fold of %d events: %lld us\n", COUNT, (long long)best);
	/* 5 ms as built; ten times that under sanitizers; under valgrind time says nothing. */
	assert_true(best < 50000 || getenv("RATSTISCH_VALGRIND"));
	for (int i = 0; i < COUNT; i++)
		ledger_event_clear(&events[i]);
	free(events);
	table_close(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(opening),
		cmocka_unit_test(coming_and_going),
		cmocka_unit_test(times_can_be_corrected),
		cmocka_unit_test(substitutes),
		cmocka_unit_test(conflicts),
		cmocka_unit_test(quorum_is_lost),
		cmocka_unit_test(agenda),
		cmocka_unit_test(next_item),
		cmocka_unit_test(votes),
		cmocka_unit_test(base_of_those_present),
		cmocka_unit_test(roll_call),
		cmocka_unit_test(amendments),
		cmocka_unit_test(texts),
		cmocka_unit_test(speakers),
		cmocka_unit_test(projector_is_black_behind_closed_doors),
		cmocka_unit_test(undo),
		cmocka_unit_test(replay_gives_the_same),
		cmocka_unit_test(nonsense_changes_nothing),
		cmocka_unit_test(descriptions),
		cmocka_unit_test(random_events),
		cmocka_unit_test(folding_is_fast),
	};
	setenv("TZ", "UTC", 1);
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
