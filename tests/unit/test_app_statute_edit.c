/* Statutes edited in parts: put together, read, faults with the line of the part they are in, what would be stored. */
#include "app/statute_edit.h"

#include "base/date.h"
#include "base/mem.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "statute a\ntitle \"A\"\nsource \"Amtsblatt\"\nvalid from 01.01.2024"
#define RATE "rate fee \"Sitzungsgeld\" paragraph \"§ 1\" 20,00"
#define RULE "rule fee \"Sitzungsgeld\"\n  paragraph \"§ 1\"\n  who member\n  pay meeting\n  meetings council\n  amount rate fee"

/* As api.statute_frame gives it: no caps yet. */
static struct rowset *frame(const char *used)
{
	static const char *const columns[] = { "name", "edition", "used", "seen", "part", "label", "version", "text" };
	static const char *const parts[][3] = {
		{ "statute", "11", HEAD }, { "function", "12", "" }, { "rate", "13", RATE }, { "cap", "14", "" }, { "rule fee", "15", RULE },
	};
	struct rowset *rows = rowset_new(sizeof(columns) / sizeof(*columns), columns);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		rowset_add(rows, (const char *const[]){ "a", "2", used, "99", parts[i][0], "", parts[i][1], parts[i][2] });
	return rows;
}

static void begin(struct statute_edit *e, const char *used, const char *part, const char *typed)
{
	struct rowset *rows = frame(used);
	*e = (struct statute_edit){ 0 };
	statute_edit_frame(e, rows);
	rowset_free(&rows);
	statute_edit_read(e, part, typed);
}

static void assert_faults(struct statute_edit *e, const char *expected, unsigned line)
{
	struct str faults = { 0 };
	assert_false(statute_edit_check(e));
	assert_int_equal(statute_edit_faults(e, &faults), line);
	assert_string_equal(str_text(&faults), expected);
	str_clear(&faults);
	statute_edit_clear(e);
}

static void test_put_together(void **state)
{
	struct statute_edit e;
	(void)state;
	begin(&e, "f", "rule fee", RULE);
	assert_string_equal(str_text(&e.text), HEAD "\n\n" RATE "\n\n" RULE "\n");
	assert_true(statute_edit_check(&e));
	assert_false(statute_edit_is_changed(&e));
	assert_string_equal(statute_edit_version(&e, "rule fee"), "15");
	assert_string_equal(statute_edit_version(&e, "whole"), "99");
	assert_null(statute_edit_version(&e, "rule no_such"));
	assert_null(statute_edit_based_on(&e));
	statute_edit_clear(&e);
	begin(&e, "f", "whole", HEAD "\n");
	assert_string_equal(str_text(&e.text), HEAD "\n\n");
	assert_true(statute_edit_is_changed(&e));
	statute_edit_clear(&e);
	begin(&e, "f", "rule", "rule more \"Mehr\"\nparagraph \"§ 2\"\nwho mayor\npay once\namount 5,00");
	assert_true(statute_edit_check(&e));
	assert_int_equal((*(struct statute **)vec_at(&e.set.statutes, 0))->rules.len, 2);
	statute_edit_clear(&e);
}

static void test_faults(void **state)
{
	struct statute_edit e;
	(void)state;
	begin(&e, "f", "rule fee", RULE "\n  limit day factr 2\n\n  pay meeting");
	assert_faults(&e, "Zeile 7: unbekanntes Wort „factr“ (erlaubt: count, factor, amount, hours, further)\n"
			  "Zeile 9: „pay“ steht doppelt in der Regel (zuerst in Zeile 4)", 7);
	/* What another part says of this one. */
	begin(&e, "f", "rate", "rate other \"Anderer\" paragraph \"§ 1\" 20,00");
	assert_faults(&e, "Regel fee, Zeile 6: den Satz „fee“ gibt es nicht (erlaubt: other)", 0);
	begin(&e, "f", "rate", " \n");
	assert_faults(&e, "Regel fee, Zeile 6: den Satz „fee“ gibt es nicht (es gibt keine)", 0);
}

static void test_names(void **state)
{
	struct statute_edit e = { 0 };
	(void)state;
	begin(&e, "f", "statute", "# vorweg\nstatute b\ntitle \"A\"\nsource \"Amtsblatt\"\nvalid from 01.01.2024");
	assert_faults(&e, "Zeile 2: der Name bleibt „a“; unter anderem Namen ist es eine neue Satzung", 2);
	statute_edit_read(&e, NULL, "title \"ohne Namen\"\n");
	assert_faults(&e, "„source“ fehlt\n„statute“ fehlt\n„valid“ fehlt\nZeile 1: zuerst muss „statute NAME“ stehen", 1);
	e = (struct statute_edit){ 0 };
	statute_edit_read(&e, NULL, HEAD "\nbased_on b\n");
	assert_string_equal(statute_edit_based_on(&e), "b");
	statute_edit_add(&e, "b", "statute b\ntitle \"B\"\nsource \"S\"\nvalid from 01.01.2025\n");
	assert_false(statute_edit_check(&e));
	statute_edit_clear(&e);
}

static bool says(const struct statute_edit *e, const char *words)
{
	struct str out = { 0 };
	statute_edit_describe(e, &out);
	bool found = strstr(str_text(&out), words) != NULL;
	str_clear(&out);
	return found;
}

static void test_what_would_be_stored(void **state)
{
	struct statute_edit e;
	(void)state;
	begin(&e, "f", "rate", "rate fee \"Sitzungsgeld\" paragraph \"§ 1\" 25,00");
	assert_true(statute_edit_check(&e));
	assert_true(says(&e, "# Ausgabe 2 wird geändert."));
	assert_true(says(&e, "20,00 → 25,00"));
	statute_edit_add(&e, "top", "statute top\ntitle \"T\"\nsource \"S\"\nvalid from 01.01.2024\nbased_on a\nwithout no_such\n");
	statute_edit_check(&e);
	assert_true(says(&e, "top.statute:6: "));
	struct str document = { 0 };
	statute_edit_document(&e, &document);
	assert_non_null(strstr(str_text(&document), "\"25.0000\""));
	str_clear(&document);
	statute_edit_clear(&e);
	begin(&e, "t", "rate", RATE "\n# bleibt nicht");
	assert_true(statute_edit_check(&e));
	assert_true(says(&e, "Nach Ausgabe 2 ist schon abgerechnet"));
	assert_true(says(&e, "Am Inhalt ändert sich nichts"));
	statute_edit_clear(&e);
	e = (struct statute_edit){ 0 };
	statute_edit_read(&e, NULL, HEAD "\n\n" RATE "\n\n" RULE);
	assert_true(statute_edit_check(&e));
	assert_true(says(&e, "# Eine neue Satzung, als Entwurf"));
	statute_edit_clear(&e);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_put_together),
		cmocka_unit_test(test_faults),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_what_would_be_stored),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
