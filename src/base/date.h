/*
 * Days and moments.
 *
 * A day is a number of days since 1970-01-01 (DATE_NONE: absent). A moment is
 * microseconds since 1970-01-01 00:00 UTC (MOMENT_NONE: absent), shown in the
 * municipality's time zone (the process's TZ).
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#define DATE_NONE INT32_MIN
#define MOMENT_NONE INT64_MIN
#define DATE_TEXT 32 /* bytes that hold any formatted day or moment */

int32_t date_from_ymd(int year, int month, int day); /* DATE_NONE when there is no such day */
void date_to_ymd(int32_t date, int *year, int *month, int *day);
int date_weekday(int32_t date); /* 0 Monday .. 6 Sunday */

/*
 * What a person types, relative to today: "15" (of this month), "14.10.",
 * "14.10.26", "14.10.2026", "2026-10-14", "+3", "-2", "m+1" (months), "j+1"
 * (years), "heute", "gestern", "morgen", "mo".."so" (the next such day), "10/2026" (the first of that month). "" gives DATE_NONE
 * and true.
 */
bool date_parse(const char *s, int32_t today, int32_t *date);

bool date_parse_iso(const char *s, int32_t *date); /* only 2026-10-14 */
bool date_parse_month(const char *s, int32_t *date); /* 10/2026 or 2026-10: the first of the month */

/* out has DATE_TEXT bytes; absent gives "". All return out. */
char *date_format(int32_t date, char *out);     /* 14.10.2026 */
char *date_format_iso(int32_t date, char *out); /* 2026-10-14 */
char *date_format_long(int32_t date, char *out); /* Mi 14.10.2026 */

/* Clock of the machine, or the frozen one that scripted runs set with moment_freeze. */
int64_t moment_now(void);
void moment_freeze(int64_t moment); /* MOMENT_NONE: the real clock again */
void moment_shift(int64_t moment);  /* the clock shows this moment now and goes on from there */
int32_t date_today(void);

int32_t moment_date(int64_t moment);
int moment_minutes(int64_t moment); /* since local midnight */
int64_t moment_at(int32_t date, int hour, int minute, int second); /* local time */

char *moment_format_time(int64_t moment, char *out);    /* 18:42 */
char *moment_format_seconds(int64_t moment, char *out); /* 18:42:07 */
char *moment_format(int64_t moment, char *out);         /* 14.10.2026 18:42 */

/* "18:42", "1842", "842", "18" (full hour) -> minutes since midnight; false for anything else. */
bool time_parse(const char *s, int *minutes);

/* ISO "2026-10-14T18:01[:07]" or with blank, local time. */
bool moment_parse_iso(const char *s, int64_t *moment);

#endif
