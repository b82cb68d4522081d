/* Events: text forms, rows, the journal line and its refusals, checks of kinds. */
#include "domain/event.h"

#include "base/mem.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define EVENT_ID "6f1b7a52-3c4d-4e5f-8a9b-0c1d2e3f4a5b"
#define ITEM_ID "11111111-2222-4333-8444-555555555555"

/* Every field set. */
static void fill(struct ledger_event *e)
{
	static const char *const texts[FIELD_COUNT] = { EVENT_ID, "7", "1792000000000001", "-5", "vote", ITEM_ID, "1", "2", "3", EVENT_ID, "motion",
		"rollcall", "simple", "adopted", "f", "34", "30", "31", "20", "8", "1", "0", "2.1", "Zeile 1\nZeile\t2\\N \\ ü\r", "", "1 2 3",
		"JNE", "CDU\x1fGRÜNE", "1 2", "2026-10-14" };
	ledger_event_init(e, LEDGER_NONE);
	for (int i = 0; i < FIELD_COUNT; i++)
		assert_true(ledger_set_field(e, (enum ledger_field)i, texts[i], NULL));
}

static void expect_equal(const struct ledger_event *a, const struct ledger_event *b)
{
	struct str sa = { 0 }, sb = { 0 };
	for (int i = 0; i < FIELD_COUNT; i++) {
		assert_int_equal(ledger_get_field(a, (enum ledger_field)i, &sa), ledger_get_field(b, (enum ledger_field)i, &sb));
		assert_string_equal(str_text(&sa), str_text(&sb));
	}
	str_clear(&sa);
	str_clear(&sb);
}

static void absent_is_not_empty(void **state)
{
	(void)state;
	struct ledger_event e;
	struct str s = { 0 };
	fill(&e);
	for (int i = 0; i < FIELD_COUNT; i++) {
		assert_true(ledger_get_field(&e, (enum ledger_field)i, &s));
		assert_true(ledger_set_field(&e, (enum ledger_field)i, NULL, NULL));
		assert_false(ledger_get_field(&e, (enum ledger_field)i, &s));
		assert_string_equal(str_text(&s), "");
	}
	const enum ledger_field may_be_empty[] = { FIELD_TEXT, FIELD_NOTE, FIELD_SLOT, FIELD_PERSONS, FIELD_LABELS, FIELD_COUNTS, FIELD_CHOICES };
	for (size_t i = 0; i < sizeof(may_be_empty) / sizeof(*may_be_empty); i++) {
		assert_true(ledger_set_field(&e, may_be_empty[i], "", NULL));
		assert_true(ledger_get_field(&e, may_be_empty[i], &s));
		assert_string_equal(str_text(&s), "");
	}
	ledger_event_clear(&e);
	str_clear(&s);
}

static void wrong_texts_change_nothing(void **state)
{
	(void)state;
	static const struct {
		enum ledger_field field;
		const char *text;
	} wrong[] = {
		{ FIELD_EVENT_ID, "" }, { FIELD_EVENT_ID, "x" }, { FIELD_MEETING_ID, "0" }, { FIELD_MEETING_ID, "-1" }, { FIELD_MEETING_ID, "1 " },
		{ FIELD_PERSON_ID, "99999999999999999999" }, { FIELD_AT, "" }, { FIELD_AT, "1.5" }, { FIELD_KIND, "votes" }, { FIELD_KIND, "" },
		{ FIELD_FLAG, "true" }, { FIELD_FLAG, "" }, { FIELD_LEGAL, "-1" }, { FIELD_LEGAL, "2147483648" }, { FIELD_YES, "+3" },
		{ FIELD_PERSONS, "1  2" }, { FIELD_PERSONS, "1 2 " }, { FIELD_PERSONS, "0" }, { FIELD_PERSONS, " " }, { FIELD_COUNTS, "1,2" },
		{ FIELD_COUNTS, "-1" }, { FIELD_LABELS, "\x1f" }, { FIELD_LABELS, "a\x1f" }, { FIELD_LABELS, "\x1f" "a" }, { FIELD_DUE, "14.10.2026" },
		{ FIELD_DUE, "2026-02-30" }, { FIELD_DUE, "" }, { FIELD_TEXT, "\xff" }, { FIELD_NOTE, "\xc3" },
	};
	struct ledger_event e, before;
	struct err err = { 0 };
	fill(&e);
	ledger_event_copy(&before, &e);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		assert_false(ledger_set_field(&e, wrong[i].field, wrong[i].text, &err));
		assert_true(err_is_set(&err));
		err_clear(&err);
	}
	expect_equal(&e, &before);
	ledger_event_clear(&e);
	ledger_event_clear(&before);
}

static void line_round(void **state)
{
	(void)state;
	struct ledger_event full, empty, back;
	struct str line = { 0 };
	fill(&full);
	ledger_to_line(&full, &line);
	assert_null(memchr(line.data, '\n', line.len - 1));
	assert_true(ledger_from_line(line.data, line.len, &back, NULL));
	assert_true(ledger_event_equal(&full, &back));
	expect_equal(&full, &back);
	ledger_event_clear(&back);
	assert_true(ledger_from_line(line.data, line.len - 1, &back, NULL)); /* without its line end */
	ledger_event_clear(&back);
	str_set(&line, "");
	ledger_event_init(&empty, LEDGER_NONE);
	ledger_to_line(&empty, &line);
	assert_true(ledger_from_line(line.data, line.len, &back, NULL));
	expect_equal(&empty, &back);
	assert_false(ledger_event_equal(&full, &back));
	ledger_event_clear(&full);
	str_clear(&line);
}

/* As files have it: the CRC-32 is that of zlib. */
static void line_of_old(void **state)
{
	static const char line[] = "R1\tabcf6f9d-47fb-4241-8c38-b6cf07059bb0\t1\t1760000000000000\t1760000000000000\tpause"
				   "\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N"
				   "\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t\\N\t1c3b2088\n";
	(void)state;
	struct ledger_event e;
	assert_true(ledger_from_line(line, sizeof(line) - 1, &e, NULL));
	assert_int_equal(e.kind, LEDGER_PAUSE);
	ledger_event_clear(&e);
}

/* Every shortened line and every line with one changed byte is refused. */
static void torn_lines_are_refused(void **state)
{
	(void)state;
	struct ledger_event e, back;
	struct str line = { 0 };
	struct err err = { 0 };
	fill(&e);
	ledger_to_line(&e, &line);
	for (size_t n = 0; n < line.len - 1; n++) {
		assert_false(ledger_from_line(line.data, n, &back, &err));
		assert_true(err_is_set(&err));
	}
	for (size_t i = 0; i < line.len - 1; i++) {
		line.data[i] ^= 1;
		assert_false(ledger_from_line(line.data, line.len, &back, &err));
		line.data[i] ^= 1;
	}
	assert_true(ledger_from_line(line.data, line.len, &back, NULL));
	ledger_event_clear(&back);
	char *again = mem_strdup(str_text(&line));
	str_add(&line, again); /* two lines are not one */
	free(again);
	assert_false(ledger_from_line(line.data, line.len, &back, &err));
	err_clear(&err);
	ledger_event_clear(&e);
	str_clear(&line);
}

static void params_and_rows(void **state)
{
	(void)state;
	const char *names[FIELD_COUNT + 2] = { "seq", "author" }, *values[FIELD_COUNT + 2] = { "12", "mia" };
	struct ledger_event e, back;
	fill(&e);
	ledger_set_field(&e, FIELD_NOTE, NULL, NULL);
	char **params = ledger_to_params(&e);
	for (int i = 0; i < FIELD_COUNT; i++) {
		names[i + 2] = ledger_field_name((enum ledger_field)i);
		values[i + 2] = params[i];
	}
	struct rowset *rows = rowset_new(FIELD_COUNT + 2, names);
	rowset_add(rows, values);
	assert_true(ledger_from_row(rows, 0, &back, NULL));
	expect_equal(&e, &back);
	assert_int_equal(back.seq, 12);
	assert_string_equal(back.author, "mia");
	assert_null(back.note);
	ledger_event_clear(&back);
	values[2] = "no uuid";
	rowset_add(rows, values);
	assert_false(ledger_from_row(rows, 1, &back, NULL));
	rowset_free(&rows);
	ledger_params_free(&params);
	ledger_event_clear(&e);
}

static void kinds_have_names(void **state)
{
	(void)state;
	for (int i = LEDGER_NONE + 1; i < LEDGER_KIND_COUNT; i++) {
		enum ledger_kind kind = (enum ledger_kind)i;
		assert_int_equal(ledger_kind_parse(ledger_kind_name(kind)), kind);
		assert_true(*ledger_kind_label(kind));
		assert_true(ledger_kind_needs(kind, FIELD_AT));
		for (int f = 0; f < FIELD_COUNT; f++)
			assert_true(!ledger_kind_needs(kind, (enum ledger_field)f) || ledger_kind_uses(kind, (enum ledger_field)f));
	}
	assert_int_equal(ledger_kind_parse(""), LEDGER_NONE);
}

static void new_vote(struct ledger_event *e, const char *mode)
{
	ledger_event_new(e, LEDGER_VOTE, 7, 1000);
	id_parse(ITEM_ID, &e->item_id);
	e->slot = mem_strdup("motion");
	e->mode = mem_strdup(mode);
	e->rule = mem_strdup("simple");
	e->outcome = mem_strdup("adopted");
	e->legal = 34;
	e->entitled = e->present = e->yes = 3;
	e->no = e->abstain = e->invalid = 0;
}

static void completeness(void **state)
{
	(void)state;
	struct ledger_event e;
	struct err err = { 0 };
	new_vote(&e, "unanimous");
	assert_true(ledger_check(&e, NULL));
	mem_replace(&e.slot, "motions");
	assert_false(ledger_check(&e, &err));
	mem_replace(&e.slot, "motion");
	mem_replace(&e.outcome, NULL);
	assert_false(ledger_check(&e, &err));
	mem_replace(&e.outcome, "adopted");
	e.due = 5; /* no field of a vote */
	assert_false(ledger_check(&e, &err));
	e.due = DATE_NONE;
	mem_replace(&e.outcome, "adop");
	assert_false(ledger_check(&e, &err));
	err_clear(&err);
	ledger_event_clear(&e);
	ledger_event_new(&e, LEDGER_NONE, 7, 1000);
	assert_false(ledger_check(&e, NULL));
}

/* What the database would refuse is refused here: a recorded event must never be stuck. */
static void limits(void **state)
{
	(void)state;
	struct ledger_event e;
	struct str text = { 0 };
	ledger_event_new(&e, LEDGER_TASK, 7, INT64_C(1792000800000000));
	e.text = mem_strdup("Zeile\n\tzwei");
	assert_true(ledger_check(&e, NULL));
	mem_replace(&e.text, "\x1b[31m");
	assert_false(ledger_check(&e, NULL));
	mem_replace(&e.text, "\xc2\x85");
	assert_false(ledger_check(&e, NULL));
	mem_replace(&e.text, "kurz");
	e.number = mem_strdup("zwei\nZeilen");
	assert_false(ledger_check(&e, NULL));
	mem_replace(&e.number, NULL);
	for (int i = 0; i < 200000; i++)
		str_add(&text, "ä");
	mem_replace(&e.text, str_text(&text));
	assert_true(ledger_check(&e, NULL)); /* characters, not bytes */
	str_add(&text, "ä");
	mem_replace(&e.text, str_text(&text));
	assert_false(ledger_check(&e, NULL));
	mem_replace(&e.text, "kurz");
	e.at = INT64_MAX;
	assert_false(ledger_check(&e, NULL));
	str_clear(&text);
	ledger_event_clear(&e);
}

/* A secret vote must not be traceable to persons. */
static void secrecy(void **state)
{
	(void)state;
	const int64_t persons[] = { 1, 2, 3 };
	struct ledger_event e;
	new_vote(&e, "rollcall");
	assert_false(ledger_check(&e, NULL));
	ledger_set_persons(&e, persons, 3);
	e.choices = mem_strdup("JJJ");
	assert_true(ledger_check(&e, NULL));
	mem_replace(&e.choices, "JJ");
	assert_false(ledger_check(&e, NULL));
	mem_replace(&e.choices, "JJX");
	assert_false(ledger_check(&e, NULL));
	mem_replace(&e.choices, "JJJ");
	mem_replace(&e.mode, "secret");
	assert_false(ledger_check(&e, NULL));
	ledger_event_clear(&e);
	new_vote(&e, "secret");
	assert_true(ledger_check(&e, NULL));
	ledger_set_labels(&e, (const char *const[]){ "CDU" }, 1);
	ledger_set_counts(&e, (const int32_t[]){ 3, 0, 0 }, 3);
	assert_false(ledger_check(&e, NULL));
	mem_replace(&e.mode, "group");
	assert_true(ledger_check(&e, NULL));
	ledger_event_clear(&e);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(absent_is_not_empty),
		cmocka_unit_test(wrong_texts_change_nothing),
		cmocka_unit_test(line_round),
		cmocka_unit_test(line_of_old),
		cmocka_unit_test(torn_lines_are_refused),
		cmocka_unit_test(params_and_rows),
		cmocka_unit_test(kinds_have_names),
		cmocka_unit_test(completeness),
		cmocka_unit_test(limits),
		cmocka_unit_test(secrecy),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
