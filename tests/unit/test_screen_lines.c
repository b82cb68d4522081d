/* Lists with a head and a foot line, decimals, forms that go on to the next entry. */
#include "screen_support.h"

#include "base/date.h"
#include "screen/form.h"
#include "screen/list.h"
#include "screen/value.h"

static const char runs[] = "screen runs\n"
			   "kind list\n"
			   "title \"Läufe\"\n"
			   "query list_runs\n"
			   "sort name\n"
			   "head \"Lauf {name}: {amount} {nothing}{open\"\n"
			   "foot \"{notes} Hinweise\"\n"
			   "column name \"Lauf\" width 12\n"
			   "column amount \"Summe\" width 12 right type decimal\n"
			   "key q back \"Zurück\" bar\n";

static const char entry[] = "screen entry\n"
			    "kind form\n"
			    "title \"Sitzung\"\n"
			    "save save_entry\n"
			    "again day\n"
			    "field group \"Fraktion\" required\n"
			    "field day \"Tag\" type date required\n"
			    "field amount \"Betrag\" type decimal\n"
			    "field code \"Nummer\" readonly\n"
			    "field present \"Anwesend\"\n";

/* ---- lists ---- */

static void feed_runs(struct list *l, size_t rows)
{
	struct screen_request r;
	static const char *const names[] = { "id", "name", "amount", "notes" };
	while (list_take_request(l, &r)) {
		struct rowset *rs = rowset_new(COUNT(names), names);
		if (rows > 0 && !r.count)
			rowset_add(rs, (const char *const[]){ "1", "2026-09", "12338.60", "16" });
		if (rows > 1 && !r.count)
			rowset_add(rs, (const char *const[]){ "2", "2026-10", "-0.50", "0" });
		list_feed(l, r.number, r.count ? NULL : rs);
		rowset_free(&rs);
	}
}

static char *shown(struct list *l, int rows)
{
	struct canvas *c = canvas_new(rows, 60);
	list_resize(l, rows, 60);
	list_draw(l, c, canvas_area(c));
	char *text = canvas_dump(c);
	canvas_free(&c);
	return text;
}

static void has(struct list *l, int rows, const char *text, bool wanted)
{
	char *picture = shown(l, rows);
	if ((strstr(picture, text) != NULL) != wanted)
		fprintf(stderr, "%s\n", picture);
	assert_true((strstr(picture, text) != NULL) == wanted);
	free(picture);
}

static void test_head_and_foot(void **state)
{
	struct screen_set set = { 0 };
	struct list *l = list_new(support_screen(&set, "runs", runs));
	(void)state;
	has(l, 12, "Läufe", true); /* nothing is there yet */
	feed_runs(l, 2);
	has(l, 12, " Lauf 2026-09: 12338.60 {open", true);
	has(l, 12, " 16 Hinweise", true);
	has(l, 12, "12.338,60", true);
	support_keys(&list_class, l, "<Down>");
	has(l, 12, " Lauf 2026-10: -0.50", true);
	has(l, 12, " 0 Hinweise", true);
	has(l, 12, "-0,50", true);
	has(l, 7, "Hinweise", false); /* rows before lines */
	list_free(&l);
	screen_set_clear(&set);
}

static void test_head_of_no_rows(void **state)
{
	struct screen_set set = { 0 };
	struct list *l = list_new(support_screen(&set, "runs", runs));
	(void)state;
	feed_runs(l, 0);
	has(l, 12, " Läufe", true);
	has(l, 12, "Hinweise", false);
	list_free(&l);
	screen_set_clear(&set);
}

/* ---- decimals ---- */

static void test_decimals_are_shown(void **state)
{
	static const struct {
		const char *value, *text;
	} cases[] = { { "0", "0" },	      { "214.80", "214,80" },	   { "1234.5", "1.234,5" },   { "-1234567.00", "-1.234.567,00" },
		      { "999", "999" },	      { "100000", "100.000" },	   { "0.3000", "0,3000" },    { "", "" },
		      { "n/a", "n/a" },	      { "1.", "1." },		   { ".5", ".5" } };
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *text = value_format(SCREEN_TYPE_DECIMAL, NULL, cases[i].value);
		assert_string_equal(text, cases[i].text);
		free(text);
	}
}

static void test_decimals_are_typed(void **state)
{
	static const struct {
		const char *typed, *value; /* NULL: refused */
	} cases[] = { { "12", "12" },	   { "25,50", "25.50" },     { "1.234,56", "1234.56" }, { "1234,5", "1234.5" },
		      { "-12,5", "-12.5" }, { "+3", "3" },	     { "1.234.567", "1234567" }, { " 7,00 ", "7.00" },
		      { "25.50", NULL },   { "1.23,4", NULL },	     { "12,", NULL },		 { ",5", NULL },
		      { "1234.567", NULL }, { "zwölf", NULL },	     { "1,2,3", NULL },		 { "-", NULL },
		      { "1.234,56x", NULL } };
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *value = NULL;
		const char *why = NULL;
		bool ok = value_parse(SCREEN_TYPE_DECIMAL, cases[i].typed, 0, &value, &why);
		if (ok != (cases[i].value != NULL))
			fprintf(stderr, "%s\n", cases[i].typed);
		assert_true(ok == (cases[i].value != NULL));
		if (ok)
			assert_string_equal(value, cases[i].value);
		else
			assert_non_null(why);
		free(value);
	}
}

/* ---- forms ---- */

static void test_the_next_entry(void **state)
{
	struct screen_set set = { 0 };
	struct form_hooks hooks = { .today = date_from_ymd(2026, 10, 14) };
	struct form *f = form_new(support_screen(&set, "entry", entry), &hooks);
	(void)state;
	form_start(f, NULL);
	assert_true(support_keys(&form_class, f, "CDU<Tab>7.9.<Tab>12,5<Tab>kra<F2>") & SCREEN_SAVE);
	assert_string_equal(form_param(f, "amount"), "12.5");
	assert_string_equal(form_param(f, "present"), "kra");
	struct rowset *saved = rowset_new(4, (const char *const[]){ "id", "version", "group", "day" });
	rowset_add(saved, (const char *const[]){ "1", "1", "CDU", "2026-09-14" });
	form_saved(f, saved);
	form_again(f, saved);
	assert_true(form_is_new(f));
	assert_false(form_is_changed(f));
	assert_string_equal(form_param(f, "group"), "CDU");
	assert_string_equal(form_param(f, "day"), "2026-09-14");
	assert_null(form_param(f, "present"));
	/* Typing begins in the field it names, and takes the place of what stands there. */
	assert_true(support_keys(&form_class, f, "15.9.<F2>") & SCREEN_SAVE);
	assert_string_equal(form_param(f, "day"), "2026-09-15");
	rowset_free(&saved);
	form_free(&f);
	screen_set_clear(&set);
}

static void test_what_it_was_opened_for(void **state)
{
	struct screen_set set = { 0 };
	struct form *f = form_new(support_screen(&set, "entry", entry), NULL);
	struct rowset *given = rowset_new(1, (const char *const[]){ "group" });
	(void)state;
	rowset_add(given, (const char *const[]){ "SPD" });
	form_start(f, given);
	assert_true(support_keys(&form_class, f, "2026-10-14<F2>") & SCREEN_SAVE);
	assert_string_equal(form_param(f, "group"), "SPD");
	assert_string_equal(form_param(f, "day"), "2026-10-14");
	rowset_free(&given);
	form_free(&f);
	screen_set_clear(&set);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_head_and_foot),	    cmocka_unit_test(test_head_of_no_rows),
		cmocka_unit_test(test_decimals_are_shown),  cmocka_unit_test(test_decimals_are_typed),
		cmocka_unit_test(test_the_next_entry),	    cmocka_unit_test(test_what_it_was_opened_for),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
