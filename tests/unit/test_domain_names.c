/* Finding persons by what is typed, times behind names, and the difference of texts. */
#include "domain_support.h"

#include "domain/name_match.h"
#include "domain/textdiff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void expect(const struct setup *setup, const char *text, size_t count, int64_t first)
{
	struct name_match m;
	name_match_find(setup, text, NULL, NULL, &m);
	assert_int_equal(m.count, count);
	if (count)
		assert_int_equal(m.persons[0]->person_id, first);
}

static void prefixes(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	expect(&t.setup, "kram", 1, KRAMER);
	expect(&t.setup, "KRAUS", 1, KRAUS);
	expect(&t.setup, "kra", 2, KRAMER); /* ambiguous */
	expect(&t.setup, "mul", 1, MUELLER); /* umlauts do not matter */
	expect(&t.setup, "mül", 1, MUELLER);
	expect(&t.setup, "oz", 1, OEZDEMIR);
	expect(&t.setup, "wei", 1, WEISS);
	expect(&t.setup, "som", 1, SOMMER); /* with and without the particle */
	expect(&t.setup, "von s", 1, SOMMER);
	expect(&t.setup, "lüd", 1, MUELLER); /* second part of a double name */
	expect(&t.setup, "ina", 1, SOMMER);
	expect(&t.setup, "jonas kr", 1, KRAMER);
	expect(&t.setup, "4", 1, KRAUS); /* seat */
	expect(&t.setup, "40", 0, 0);
	expect(&t.setup, "0", 0, 0);
	expect(&t.setup, "", 0, 0);
	expect(&t.setup, "xyz", 0, 0);
	table_close(&t);
}

static void abbreviations_win(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	struct setup_person *lange = vec_at(&t.setup.roster, 7);
	mem_replace(&lange->abbreviation, "kra");
	expect(&t.setup, "kra", 1, LANGE); /* typed in full, it leaves no choice */
	expect(&t.setup, "kr", 3, KRAMER);
	table_close(&t);
}

static bool not_kramer(const struct setup_person *p, void *data)
{
	(void)data;
	return p->person_id != KRAMER;
}

static void at_most_nine(void **state)
{
	(void)state;
	struct table t;
	struct name_match m;
	table_open(&t);
	name_match_find(&t.setup, "kra", not_kramer, NULL, &m);
	assert_int_equal(m.count, 1);
	assert_false(m.more);
	for (int i = 0; i < 10; i++)
		support_person(&t.setup, 100 + i, "Zander", "A", "", 0, SETUP_ADVISORY);
	name_match_find(&t.setup, "zan", NULL, NULL, &m);
	assert_int_equal(m.count, NAME_MATCH_MAX);
	assert_true(m.more);
	table_close(&t);
}

static void expect_time(const char *text, const char *name, int64_t at)
{
	struct str s = { 0 };
	int64_t moment = 1;
	name_match_split(text, START, &s, &moment);
	assert_string_equal(str_text(&s), name);
	assert_int_equal(moment, at);
	str_clear(&s);
}

static void times(void **state)
{
	(void)state;
	expect_time("kra 1842", "kra", START + 42 * MINUTE);
	expect_time(" kra  18:42 ", "kra", START + 42 * MINUTE);
	expect_time("von s 1755", "von s", START - 5 * MINUTE);
	expect_time("kra 0:15", "kra", START + 375 * MINUTE); /* past midnight */
	expect_time("kra", "kra", 1);
	expect_time("12", "12", 1); /* a seat */
	expect_time("12 1842", "12", START + 42 * MINUTE);
	expect_time("kra 2599", "kra 2599", 1);
	expect_time("", "", 1);
}

/* --- differences --- */

static void expect_diff(const char *old_text, const char *new_text, const char *expected)
{
	struct str out = { 0 };
	textdiff_format(old_text, new_text, &out);
	assert_string_equal(str_text(&out), expected);
	str_clear(&out);
}

static void differences(void **state)
{
	(void)state;
	expect_diff("Die Verwaltung wird beauftragt, Tempo 50 anzuordnen.", "Die Verwaltung wird beauftragt, Tempo 30 anzuordnen.",
	    "Die Verwaltung wird beauftragt, Tempo [-50-] {+30+} anzuordnen.");
	expect_diff("gleich", "gleich", "gleich");
	expect_diff("", "neu", "{+neu+}");
	expect_diff("alt", "", "[-alt-]");
	expect_diff(NULL, NULL, "");
	expect_diff("a b", "a c b", "a {+c +}b");
	expect_diff("Straße, Platz", "Straße; Platz", "Straße[-,-] {+;+} Platz");
}

/* Old and new can always be read from the runs. */
static void differences_lose_nothing(void **state)
{
	(void)state;
	static const char *const words[] = { "die", " ", "Straße", "\n", ".", "wird", ",", "ä", "  ", "(", "50" };
	srand(9);
	for (int round = 0; round < 500; round++) {
		struct str texts[2] = { { 0 }, { 0 } }, read[2] = { { 0 }, { 0 } };
		struct vec runs = VEC_OF(struct textdiff_run);
		for (int n = 0; n < 2; n++)
			for (int i = rand() % 25; i > 0; i--)
				str_add(&texts[n], words[(size_t)rand() % (sizeof(words) / sizeof(*words))]);
		textdiff_runs(str_text(&texts[0]), str_text(&texts[1]), &runs);
		for (size_t i = 0; i < runs.len; i++) {
			const struct textdiff_run *run = vec_at(&runs, i);
			if (run->kind != TEXTDIFF_NEW)
				str_add(&read[0], run->text);
			if (run->kind != TEXTDIFF_OLD)
				str_add(&read[1], run->text);
		}
		for (int n = 0; n < 2; n++) {
			assert_string_equal(str_text(&read[n]), str_text(&texts[n]));
			str_clear(&read[n]);
			str_clear(&texts[n]);
		}
		textdiff_clear(&runs);
	}
}

static void large_texts(void **state)
{
	(void)state;
	struct str a = { 0 }, b = { 0 };
	struct vec runs = VEC_OF(struct textdiff_run);
	for (int i = 0; i < 20000; i++) {
		str_addf(&a, " wort%d", i);
		str_addf(&b, " anderes%d", i);
	}
	textdiff_runs(str_text(&a), str_text(&b), &runs); /* too large for the table: replaced as a whole */
	assert_int_equal(runs.len, 3); /* the first blank is common */
	textdiff_clear(&runs);
	str_clear(&a);
	str_clear(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(prefixes),
		cmocka_unit_test(abbreviations_win),
		cmocka_unit_test(at_most_nine),
		cmocka_unit_test(times),
		cmocka_unit_test(differences),
		cmocka_unit_test(differences_lose_nothing),
		cmocka_unit_test(large_texts),
	};
	setenv("TZ", "UTC", 1);
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
