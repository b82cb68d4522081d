/* From the server's errors to ours. */
#include "db/sqlstate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void known_codes(void **state)
{
	struct err e = { 0 };
	(void)state;
	sqlstate_error(&e, "23505", "duplicate key value\n", "Key (name) exists.", NULL, "name");
	assert_string_equal(e.code, "23505");
	assert_string_equal(e.what, "diesen Eintrag gibt es schon");
	assert_string_equal(e.detail, "duplicate key value\nKey (name) exists.");
	assert_non_null(e.hint);
	assert_string_equal(e.field, "name");
	/* What follows takes nothing over from what stood there. */
	sqlstate_error(&e, "23514", "check failed", NULL, NULL, NULL);
	assert_string_equal(e.what, "der Wert ist nicht erlaubt");
	assert_string_equal(e.detail, "check failed");
	assert_null(e.hint);
	assert_null(e.field);
	err_clear(&e);
}

static void classes(void **state)
{
	struct err e = { 0 };
	(void)state;
	sqlstate_error(&e, "23999", "m", NULL, NULL, NULL);
	assert_string_equal(e.what, "die Angaben widersprechen sich");
	sqlstate_error(&e, "22P02", "m", NULL, NULL, NULL);
	assert_string_equal(e.what, "der Wert hat nicht die verlangte Form");
	sqlstate_error(&e, "40P01", "m", NULL, NULL, NULL);
	assert_string_equal(e.what, "eine gleichzeitige Änderung kam dazwischen");
	sqlstate_error(&e, "57014", "m", NULL, NULL, NULL);
	assert_string_equal(e.what, "die Abfrage wurde abgebrochen");
	sqlstate_error(&e, "57P01", "m", NULL, NULL, NULL);
	assert_string_equal(e.what, "der Server wird beendet");
	sqlstate_error(&e, "08006", NULL, NULL, NULL, NULL);
	assert_string_equal(e.what, "keine Verbindung zum Server");
	err_clear(&e);
}

static void own_and_unknown(void **state)
{
	struct err e = { 0 };
	(void)state;
	sqlstate_error(&e, "RT003", "die Sitzung ist geschlossen", "seit 14.10.", "Einen Einwand erfassen.", NULL);
	assert_string_equal(e.what, "die Sitzung ist geschlossen");
	assert_string_equal(e.detail, "seit 14.10.");
	assert_string_equal(e.hint, "Einen Einwand erfassen.");
	sqlstate_error(&e, "XX000", "internal trouble \n\n", NULL, NULL, NULL);
	assert_string_equal(e.what, "internal trouble");
	assert_null(e.detail);
	sqlstate_error(&e, "42501", "denied", NULL, "own hint", NULL);
	assert_string_equal(e.hint, "own hint"); /* the server's hint counts before ours */
	sqlstate_error(&e, NULL, NULL, NULL, NULL, NULL);
	assert_true(err_is_set(&e));
	assert_string_equal(e.code, "");
	err_clear(&e);
	sqlstate_error(NULL, "23505", "m", "d", "h", "c"); /* nobody wants to know */
}

static void connection(void **state)
{
	(void)state;
	assert_true(sqlstate_is_connection("08000"));
	assert_true(sqlstate_is_connection("08006"));
	assert_true(sqlstate_is_connection("57P01"));
	assert_true(sqlstate_is_connection("57P03"));
	assert_false(sqlstate_is_connection("57014"));
	assert_false(sqlstate_is_connection("23505"));
	assert_false(sqlstate_is_connection(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(known_codes),
		cmocka_unit_test(classes),
		cmocka_unit_test(own_and_unknown),
		cmocka_unit_test(connection),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
