/* Values of files of facts: every form that people write, and what is none. */
#include "base/text.h"
#include "domain/fee_facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const struct fact_column *column(const char *kind, const char *header)
{
	const struct fact_kind *k = fact_find_kind(kind);
	assert_non_null(k);
	int at = fact_find_column(k, header);
	assert_true(at >= 0);
	return &k->columns[at];
}

/* wanted NULL: refused, with words. */
static void check(const struct fact_column *c, const char *cell, const char *wanted)
{
	struct str value = { 0 }, fault = { 0 };
	bool ok = fact_value(c, cell, &value, &fault);
	assert_string_equal(ok ? str_text(&value) : "refused", wanted ? wanted : "refused");
	assert_int_equal(ok, fault.len == 0);
	str_clear(&value);
	str_clear(&fault);
}

static void numbers(void **state)
{
	static const struct { const char *cell, *money, *whole; } cases[] = {
		{ "12", "12", "12" },         { "1.234,56", "1234.56", NULL }, { "1234.56", "1234.56", NULL }, { "1234,5", "1234.5", NULL },
		{ "1.234.567,00", "1234567", NULL }, { "0,50", "0.5", NULL }, { "5,00", "5", "5" },
		{ "1.234", NULL, NULL },      { "1.234.567", "1234567", NULL }, { "0.234", NULL, NULL },         { "12,345", NULL, NULL },
		{ "-1", NULL, NULL },         { "+1", NULL, NULL },            { "1e3", NULL, NULL },           { "", NULL, NULL },
		{ ",5", NULL, NULL },         { "5,", NULL, NULL },            { "5.", NULL, NULL },            { "1,2,3", NULL, NULL },
		{ "1.23,4", NULL, NULL },     { "1x34,50", NULL, NULL },       { "99999999999", NULL, NULL },   { "12 €", NULL, NULL },
		{ "0x10", NULL, NULL },       { "20", "20", "20" },            { "21", "21", NULL },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		check(column("claims", "Betrag"), cases[i].cell, cases[i].money);
		check(column("claims", "Mitfahrer"), cases[i].cell, cases[i].whole);
	}
	check(column("claims", "Stundensatz"), "31,2550", "31.255");
	check(column("claims", "km"), "7,25", NULL);
}

static void days_and_times(void **state)
{
	const struct fact_column *day = column("claims", "DATUM"), *time = column("claims", "Beginn");
	(void)state;
	check(day, "14.10.2026", "2026-10-14");
	check(day, "1.2.2026", "2026-02-01");
	check(day, "2026-10-14", "2026-10-14");
	check(day, "29.02.2028", "2028-02-29");
	const char *const no_days[] = { "29.02.2026", "32.10.2026", "14.10.26", "14.10.", "heute", "2026-13-01", "14/10/2026", "14.10.2026x", "0.0.2026" };
	for (size_t i = 0; i < sizeof(no_days) / sizeof(*no_days); i++)
		check(day, no_days[i], NULL);
	check(time, "17:00", "17:00");
	check(time, "7:05", "07:05");
	check(time, "24:00", "24:00");
	const char *const no_times[] = { "24:01", "17:60", "17", "1700", "17:0", "17.00", "17:00:00", "-1:00", ":30" };
	for (size_t i = 0; i < sizeof(no_times) / sizeof(*no_times); i++)
		check(time, no_times[i], NULL);
}

static void names(void **state)
{
	(void)state;
	const struct fact_kind *k = fact_find_kind("group-meetings");
	assert_int_equal(fact_find_column(k, "Fraktion"), 0);
	assert_int_equal(fact_find_column(k, "ORGANIZATION"), 0);
	assert_int_equal(fact_find_column(k, "person-begin"), fact_find_column(k, "Person Begin"));
	assert_int_equal(fact_find_column(k, "KÜRZEL"), fact_find_column(k, "person"));
	assert_int_equal(fact_find_column(k, ""), -1);
	assert_int_equal(fact_find_column(k, "fraktion|organization"), -1);
	assert_null(fact_find_kind("group"));
	check(column("claims", "Fahrzeug"), "PKW", "car");
	check(column("claims", "Fahrzeug"), "Rakete", NULL);
	check(column("working-hours", "Wochentag"), "donnerstag", "4");
	check(column("claims", "bestätigt"), "Ja", "true");
	check(column("bank-accounts", "BIC"), "COBADEFFXXX", "COBADEFFXXX");
	check(column("bank-accounts", "BIC"), "COBADEFFXXXX", NULL);
}

int main(void)
{
	text_init();
	const struct CMUnitTest tests[] = { cmocka_unit_test(numbers), cmocka_unit_test(days_and_times), cmocka_unit_test(names) };
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
