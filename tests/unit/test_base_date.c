/* Days and moments: everything a person may type, the calendar's edges, and what is refused. */
#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof(*(a)))
#define SECOND INT64_C(1000000)

static void calendar(void **state)
{
	(void)state;
	int y, m, d;
	assert_int_equal(date_from_ymd(1970, 1, 1), 0);
	assert_int_equal(date_from_ymd(2000, 3, 1), 11017);
	assert_int_equal(date_from_ymd(1969, 12, 31), -1);
	/* Every day of the range, one after the other. */
	int32_t last = date_from_ymd(9999, 12, 31);
	for (int32_t day = date_from_ymd(1, 1, 1), seen = 0; day <= last; day += 97, seen++) {
		date_to_ymd(day, &y, &m, &d);
		assert_int_equal(date_from_ymd(y, m, d), day);
	}
	assert_int_equal(date_from_ymd(2024, 2, 29) + 1, date_from_ymd(2024, 3, 1));
	assert_int_equal(date_from_ymd(2000, 2, 29) + 1, date_from_ymd(2000, 3, 1));
	assert_int_equal(date_from_ymd(2023, 2, 29), DATE_NONE);
	assert_int_equal(date_from_ymd(2100, 2, 29), DATE_NONE);
	assert_int_equal(date_from_ymd(2026, 4, 31), DATE_NONE);
	assert_int_equal(date_from_ymd(2026, 13, 1), DATE_NONE);
	assert_int_equal(date_from_ymd(2026, 0, 1), DATE_NONE);
	assert_int_equal(date_from_ymd(2026, 1, 0), DATE_NONE);
	assert_int_equal(date_from_ymd(0, 1, 1), DATE_NONE);
	assert_int_equal(date_from_ymd(10000, 1, 1), DATE_NONE);
	assert_int_equal(date_weekday(0), 3);
	assert_int_equal(date_weekday(-4), 6);
	assert_int_equal(date_weekday(date_from_ymd(2026, 10, 14)), 2);
}

/* typed on `today`, expected as ISO; NULL: refused. */
struct typed {
	const char *today, *text, *expected;
};

static const struct typed typed_days[] = {
	{ "2026-10-14", "15", "2026-10-15" },
	{ "2026-10-14", "1.", "2026-10-01" },
	{ "2026-10-14", "14.12", "2026-12-14" },
	{ "2026-10-14", "3.2.", "2026-02-03" },
	{ "2026-10-14", "14.10.26", "2026-10-14" },
	{ "2026-10-14", "9/2026", "2026-09-01" },
	{ "2026-10-14", "09/2026", "2026-09-01" },
	{ "2026-10-14", "2026-09", "2026-09-01" },
	{ "2026-10-14", "14.10.70", "1970-10-14" },
	{ "2026-10-14", "14.10.69", "2069-10-14" },
	{ "2026-10-14", "14.10.2031", "2031-10-14" },
	{ "2026-10-14", "2031-02-28", "2031-02-28" },
	{ "2026-10-14", "29.2.24", "2024-02-29" },
	{ "2026-10-14", "+3", "2026-10-17" },
	{ "2026-10-14", "-14", "2026-09-30" },
	{ "2026-10-14", "+0", "2026-10-14" },
	{ "2026-12-31", "+1", "2027-01-01" },
	{ "2026-10-14", "m+1", "2026-11-14" },
	{ "2026-01-31", "m+1", "2026-02-28" },
	{ "2024-01-31", "m+1", "2024-02-29" },
	{ "2026-03-31", "m-1", "2026-02-28" },
	{ "2026-05-31", "m+1", "2026-06-30" },
	{ "2026-12-31", "m+2", "2027-02-28" },
	{ "2024-02-29", "j+1", "2025-02-28" },
	{ "2024-02-29", "j+4", "2028-02-29" },
	{ "2026-10-14", "j-1", "2025-10-14" },
	{ "2026-10-14", "heute", "2026-10-14" },
	{ "2026-03-01", "gestern", "2026-02-28" },
	{ "2026-10-14", "vorgestern", "2026-10-12" },
	{ "2026-10-14", "morgen", "2026-10-15" },
	{ "2026-10-14", "übermorgen", "2026-10-16" },
	{ "2026-10-14", "do", "2026-10-15" },
	{ "2026-10-14", "so", "2026-10-18" },
	{ "2026-10-14", "di", "2026-10-20" },
	{ "2026-10-14", "mi", "2026-10-21" }, /* the next one, not today */
	{ "2026-02-14", "29", NULL },
	{ "2026-10-14", "0", NULL },
	{ "2026-10-14", "32", NULL },
	{ "2026-10-14", "31.4.", NULL },
	{ "2026-10-14", "29.2.2023", NULL },
	{ "2026-10-14", "15.13.", NULL },
	{ "2026-10-14", "14.10.2026.", NULL },
	{ "2026-10-14", "14..2026", NULL },
	{ "2026-10-14", "14.10.20266", NULL },
	{ "2026-10-14", "15 ", NULL },
	{ "2026-10-14", " 15", NULL },
	{ "2026-10-14", "+", NULL },
	{ "2026-10-14", "+-3", NULL },
	{ "2026-10-14", "+3t", NULL },
	{ "2026-10-14", "m1", NULL },
	{ "2026-10-14", "m+", NULL },
	{ "2026-10-14", "j+9000", NULL },
	{ "2026-10-14", "m-99999", NULL },
	{ "2026-10-14", "+9999999999999999999", NULL },
	{ "2026-10-14", "Mittwoch", NULL },
	{ "2026-10-14", "2026-1-14", NULL },
	{ "2026-10-14", "2026-02-30", NULL },
	{ "2026-10-14", "2026-+1-14", NULL },
	{ "2026-10-14", " 026-10-14", NULL },
	{ "2026-10-14", "+026-10-14", NULL },
	{ "2026-10-14", "2026-10-1x", NULL },
	{ "2026-10-14", "2026/10/14", NULL },
};

static void days_typed(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(typed_days); i++) {
		const struct typed *t = &typed_days[i];
		int32_t today, date = 0;
		char text[DATE_TEXT];
		assert_true(date_parse_iso(t->today, &today));
		bool ok = date_parse(t->text, today, &date);
		if (ok != (t->expected != NULL))
			fail_msg("\"%s\" %s", t->text, ok ? "is taken" : "is refused");
		if (ok)
			assert_string_equal(date_format_iso(date, text), t->expected);
	}
	int32_t date = 5;
	assert_true(date_parse("", 0, &date));
	assert_int_equal(date, DATE_NONE);
	assert_false(date_parse_iso("14.10.2026", &date));
}

static void day_formats(void **state)
{
	(void)state;
	char out[DATE_TEXT];
	int32_t day = date_from_ymd(2026, 3, 1);
	assert_string_equal(date_format(day, out), "01.03.2026");
	assert_string_equal(date_format_iso(day, out), "2026-03-01");
	assert_string_equal(date_format_long(day, out), "So 01.03.2026");
	assert_string_equal(date_format(DATE_NONE, out), "");
	assert_string_equal(date_format_iso(DATE_NONE, out), "");
	assert_string_equal(date_format_long(DATE_NONE, out), "");
}

static void times_typed(void **state)
{
	static const struct {
		const char *text;
		int minutes; /* -1: refused */
	} cases[] = {
		{ "18:42", 1122 }, { "1842", 1122 }, { "842", 522 },  { "8:42", 522 }, { "18", 1080 },  { "0", 0 },
		{ "00:00", 0 },    { "2359", 1439 }, { "7", 420 },    { "005", 5 },    { "", -1 },      { "24", -1 },
		{ "2400", -1 },    { "1860", -1 },   { "18:4", -1 },  { ":30", -1 },   { "18:", -1 },   { "1:234", -1 },
		{ "123:45", -1 },  { "18:42:07", -1 }, { "18.42", -1 }, { " 18", -1 }, { "18 ", -1 }, { "-1", -1 }, { "18421", -1 },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		int minutes = -7;
		bool ok = time_parse(cases[i].text, &minutes);
		if (ok != (cases[i].minutes >= 0))
			fail_msg("\"%s\" %s", cases[i].text, ok ? "is taken" : "is refused");
		if (ok)
			assert_int_equal(minutes, cases[i].minutes);
	}
}

static void moments_iso(void **state)
{
	static const char *const refused[] = { "", "2026-10-14", "2026-10-14T18:1", "2026-10-14T18:60", "2026-10-14T24:00",
		"2026-10-14T18:01x", "2026-10-14T18:01:", "2026-10-14T18:01:7", "2026-10-14T18:01:60", "2026-02-30T10:00",
		"2026-10-14_18:01", "2026-10-14T+8:01", "2026-10-14T 8:01", "2026-10-14T18:01:070", "2026-10-14T18-01" };
	int64_t m;
	(void)state;
	assert_true(moment_parse_iso("2026-10-14T18:01", &m));
	assert_int_equal(m, INT64_C(1791993660) * SECOND); /* 16:01 UTC: summer time */
	assert_true(moment_parse_iso("2026-10-14 18:01:07", &m));
	assert_int_equal(m, INT64_C(1791993667) * SECOND);
	assert_true(moment_parse_iso("2026-12-14T18:01", &m));
	assert_int_equal(m % (3600 * SECOND), 60 * SECOND);
	assert_int_equal((m / SECOND / 3600) % 24, 17); /* UTC: winter time */
	for (size_t i = 0; i < COUNT(refused); i++)
		if (moment_parse_iso(refused[i], &m))
			fail_msg("\"%s\" is taken", refused[i]);
}

static void moment_formats(void **state)
{
	char out[DATE_TEXT];
	(void)state;
	int64_t m = moment_at(date_from_ymd(2026, 10, 14), 18, 5, 7);
	assert_string_equal(moment_format_time(m, out), "18:05");
	assert_string_equal(moment_format_seconds(m, out), "18:05:07");
	assert_string_equal(moment_format(m, out), "14.10.2026 18:05");
	assert_int_equal(moment_minutes(m), 18 * 60 + 5);
	assert_int_equal(moment_date(m), date_from_ymd(2026, 10, 14));
	assert_string_equal(moment_format_time(MOMENT_NONE, out), "");
	assert_string_equal(moment_format(MOMENT_NONE, out), "");
	assert_int_equal(moment_date(MOMENT_NONE), DATE_NONE);
	/* Local midnight, not that of UTC, divides the days; also before 1970. */
	assert_int_equal(moment_date(moment_at(date_from_ymd(2026, 10, 14), 0, 0, 0)), date_from_ymd(2026, 10, 14));
	assert_int_equal(moment_date(moment_at(date_from_ymd(2026, 10, 14), 0, 0, 0) - 1), date_from_ymd(2026, 10, 13));
	assert_string_equal(moment_format_seconds(-1, out), "00:59:59");
	/* The night of the switch: the hour that does not exist is one later. */
	m = moment_at(date_from_ymd(2026, 3, 29), 3, 0, 0);
	assert_string_equal(moment_format_time(m - SECOND, out), "01:59");
}

static void clock_can_stand(void **state)
{
	(void)state;
	int64_t m = moment_at(date_from_ymd(2026, 10, 14), 18, 0, 0);
	moment_freeze(m);
	assert_int_equal(moment_now(), m);
	assert_int_equal(moment_now(), m);
	assert_int_equal(date_today(), date_from_ymd(2026, 10, 14));
	moment_shift(m + 60 * SECOND);
	int64_t a = moment_now(), b = moment_now();
	assert_true(a >= m + 60 * SECOND && a < m + 120 * SECOND && b >= a);
	moment_shift((int64_t)time(NULL) * SECOND);
	assert_true(llabs(moment_now() / SECOND - (long long)time(NULL)) <= 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(calendar),    cmocka_unit_test(days_typed),     cmocka_unit_test(day_formats),
		cmocka_unit_test(times_typed), cmocka_unit_test(moments_iso),    cmocka_unit_test(moment_formats),
		cmocka_unit_test(clock_can_stand),
	};
	setenv("TZ", "Europe/Berlin", 1);
	tzset();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
