/* What the table is loaded with, read from rows as the queries give them. */
#include "domain/setup.h"

#include "base/date.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static struct rowset *rows_of(size_t cols, const char *const *names, const char *const *values)
{
	struct rowset *rows = rowset_new(cols, names);
	rowset_add(rows, values);
	return rows;
}

static void meeting(void **state)
{
	(void)state;
	const char *names[] = { "id", "name", "number", "starts_at", "legal", "unanimous_wording", "vote_by_group", "quorum_rule" };
	const char *values[] = { "7", NULL, "41", "1792000800000000", "34", "strict", "t", "majority" };
	struct setup s;
	struct rowset *rows = rows_of(8, names, values), *none = rowset_new(8, names);
	setup_init(&s);
	assert_false(setup_load_meeting(&s, none));
	assert_true(setup_load_meeting(&s, rows));
	assert_int_equal(s.meeting_id, 7);
	assert_string_equal(s.name, ""); /* absent is never NULL */
	assert_string_equal(s.room, "");
	assert_string_equal(s.number, "41");
	assert_int_equal(s.starts_at, 1792000800000000);
	assert_int_equal(s.legal, 34);
	assert_true(s.unanimous_strict);
	assert_true(s.vote_by_group);
	rowset_free(&rows);
	rowset_free(&none);
	setup_clear(&s);
}

static void roster(void **state)
{
	(void)state;
	const char *names[] = { "person_id", "name", "seat", "voting", "councillor", "kind", "chair", "substitute_for", "substitute_rank" };
	const char *kinds[] = { "member", "substitute", "advisory", "administration", "ghost" };
	const enum setup_kind expected[] = { SETUP_MEMBER, SETUP_SUBSTITUTE, SETUP_ADVISORY, SETUP_ADMINISTRATION, SETUP_ADMINISTRATION };
	struct setup s;
	setup_init(&s);
	for (size_t i = 0; i < 5; i++) {
		const char *id[] = { "1", "2", "3", "4", "5" };
		const char *values[] = { id[i], "Sommer, Ina", NULL, "t", "f", kinds[i], "f", "1", "2" };
		struct rowset *rows = rows_of(9, names, values);
		setup_load_roster(&s, rows);
		rowset_free(&rows);
	}
	for (int64_t i = 0; i < 5; i++)
		assert_int_equal(setup_person(&s, i + 1)->kind, expected[i]);
	assert_null(setup_person(&s, 0));
	assert_null(setup_person(&s, 9));
	const struct setup_person *p = setup_person(&s, 2);
	assert_int_equal(p->seat, 0);
	assert_true(p->voting);
	assert_false(p->councillor);
	assert_int_equal(p->substitute_for, 1);
	assert_string_equal(p->group_short, "");
	setup_clear(&s);
}

static void items_modules_and_organizations(void **state)
{
	(void)state;
	const char *item_names[] = { "item_id", "number", "position", "title", "public", "supplemented" };
	const char *item[] = { "11111111-2222-4333-8444-555555555555", "2.1", "4", "Gebühren", "t", "f" };
	const char *organization_names[] = { "id", "name", "short" }, *organization[] = { "3", "Bauausschuss", "BauA" };
	struct setup s;
	struct id id;
	setup_init(&s);
	struct rowset *rows = rows_of(6, item_names, item);
	setup_load_items(&s, rows);
	rowset_free(&rows);
	rows = rows_of(3, organization_names, organization);
	setup_load_organizations(&s, rows);
	rowset_free(&rows);
	setup_add_module(&s, "BÜ", "Die Bürger fragen.");
	setup_add_office(&s, "Tiefbauamt");
	id_parse(item[0], &id);
	assert_string_equal(setup_item(&s, &id)->title, "Gebühren");
	assert_true(setup_item(&s, &id)->public);
	assert_string_equal(setup_organization(&s, 3)->short_name, "BauA");
	assert_null(setup_organization(&s, 4));
	assert_string_equal(setup_module(&s, "bü"), "Die Bürger fragen.");
	assert_null(setup_module(&s, "b"));
	setup_clear(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(meeting),
		cmocka_unit_test(roster),
		cmocka_unit_test(items_modules_and_organizations),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
