/* See date.h. */
#include "base/date.h"

#include "base/i18n.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MICRO 1000000

/* Days from civil and back: the proleptic Gregorian calendar with March as first month. */
static int32_t days_from_civil(int y, int m, int d)
{
	y -= m <= 2;
	int era = (y >= 0 ? y : y - 399) / 400;
	int yoe = y - era * 400;
	int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
	return era * 146097 + doe - 719468;
}

void date_to_ymd(int32_t date, int *year, int *month, int *day)
{
	int z = date + 719468;
	int era = (z >= 0 ? z : z - 146096) / 146097;
	int doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;
	*day = doy - (153 * mp + 2) / 5 + 1;
	*month = mp < 10 ? mp + 3 : mp - 9;
	*year = yoe + era * 400 + (*month <= 2);
}

int32_t date_from_ymd(int year, int month, int day)
{
	int y, m, d;
	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
		return DATE_NONE;
	int32_t date = days_from_civil(year, month, day);
	date_to_ymd(date, &y, &m, &d);
	return y == year && m == month && d == day ? date : DATE_NONE;
}

int date_weekday(int32_t date)
{
	return (int)(((int64_t)date + 3) % 7 + 7) % 7; /* 1970-01-01 was a Thursday */
}

/* The same day n months on; the 31st becomes the last day of a shorter month. */
static int32_t add_months(int32_t date, long n)
{
	int y, m, d;
	date_to_ymd(date, &y, &m, &d);
	long months = y * 12L + m - 1 + n;
	if (months < 12 || months >= 12L * 9999)
		return DATE_NONE;
	int32_t result = DATE_NONE;
	for (; result == DATE_NONE; d--)
		result = date_from_ymd((int)(months / 12), (int)(months % 12) + 1, d);
	return result;
}

/* "+3", "m+1", "j-2": unit 0 days, 'm' months, 'j' years. */
static bool parse_offset(const char *s, int32_t today, int32_t *date)
{
	char unit = 0;
	if ((s[0] == 'm' || s[0] == 'j') && (s[1] == '+' || s[1] == '-'))
		unit = *s++;
	if ((s[0] != '+' && s[0] != '-') || !isdigit((unsigned char)s[1]))
		return false;
	char *end;
	long n = strtol(s, &end, 10);
	if (*end || n > 120000 || n < -120000)
		return false;
	*date = unit ? add_months(today, unit == 'm' ? n : n * 12) : today + (int32_t)n;
	return *date != DATE_NONE;
}

static bool parse_word(const char *s, int32_t today, int32_t *date)
{
	static const struct {
		const char *word;
		int days;
	} words[] = { { "heute", 0 }, { "gestern", -1 }, { "vorgestern", -2 }, { "morgen", 1 }, { "übermorgen", 2 } };
	static const char *const weekdays[] = { "mo", "di", "mi", "do", "fr", "sa", "so" };
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(s, words[i].word) == 0) {
			*date = today + words[i].days;
			return true;
		}
	for (int i = 0; i < 7; i++)
		if (strcmp(s, weekdays[i]) == 0) {
			*date = today + (i - date_weekday(today) + 6) % 7 + 1;
			return true;
		}
	return false;
}

/* Two-digit years: 70 to 99 belong to the last century, the others to this one. */
static int full_year(int year, size_t digits)
{
	if (digits > 2)
		return year;
	return year >= 70 ? 1900 + year : 2000 + year;
}

static bool parse_german(const char *s, int32_t today, int32_t *date)
{
	int part[3];
	size_t digits[3] = { 0 };
	int n = 0;
	date_to_ymd(today, &part[2], &part[1], &part[0]);
	int this_year = part[2];
	while (n < 3 && isdigit((unsigned char)*s)) {
		part[n] = 0;
		for (; isdigit((unsigned char)*s); s++) {
			if (++digits[n] > 4)
				return false;
			part[n] = part[n] * 10 + (*s - '0');
		}
		n++;
		if (n < 3 && *s == '.')
			s++;
		else
			break;
	}
	if (n == 0 || *s)
		return false;
	*date = date_from_ymd(n == 3 ? full_year(part[2], digits[2]) : this_year, part[1], part[0]);
	return *date != DATE_NONE;
}

/* s has the form where 0 stands for any digit, and ends there: scanf would also take blanks and signs. */
static bool has_form(const char *s, const char *form)
{
	for (; *form; s++, form++)
		if (*form == '0' ? !isdigit((unsigned char)*s) : *s != *form)
			return false;
	return *s == '\0';
}

bool date_parse_iso(const char *s, int32_t *date)
{
	int y, m, d;
	if (!has_form(s, "0000-00-00") || sscanf(s, "%4d-%2d-%2d", &y, &m, &d) != 3)
		return false;
	*date = date_from_ymd(y, m, d);
	return *date != DATE_NONE;
}

bool date_parse_month(const char *s, int32_t *date)
{
	int y, m;
	bool ok = (has_form(s, "00/0000") || has_form(s, "0/0000")) && sscanf(s, "%2d/%4d", &m, &y) == 2;
	if (!ok && !(has_form(s, "0000-00") && sscanf(s, "%4d-%2d", &y, &m) == 2))
		return false;
	*date = date_from_ymd(y, m, 1);
	return *date != DATE_NONE;
}

bool date_parse(const char *s, int32_t today, int32_t *date)
{
	*date = DATE_NONE;
	if (!*s)
		return true;
	return parse_offset(s, today, date) || parse_word(s, today, date) || parse_german(s, today, date) ||
	       date_parse_iso(s, date) || date_parse_month(s, date);
}

char *date_format(int32_t date, char *out)
{
	int y, m, d;
	out[0] = '\0';
	if (date == DATE_NONE)
		return out;
	date_to_ymd(date, &y, &m, &d);
	snprintf(out, DATE_TEXT, "%02d.%02d.%04d", d, m, y);
	return out;
}

char *date_format_iso(int32_t date, char *out)
{
	int y, m, d;
	out[0] = '\0';
	if (date == DATE_NONE)
		return out;
	date_to_ymd(date, &y, &m, &d);
	snprintf(out, DATE_TEXT, "%04d-%02d-%02d", y, m, d);
	return out;
}

char *date_format_long(int32_t date, char *out)
{
	static const char *const names[] = { N_("Mo"), N_("Di"), N_("Mi"), N_("Do"), N_("Fr"), N_("Sa"), N_("So") };
	char day[DATE_TEXT];
	out[0] = '\0';
	if (date != DATE_NONE)
		snprintf(out, DATE_TEXT, "%.8s %.20s", _(names[date_weekday(date)]), date_format(date, day));
	return out;
}

/* The one piece of state of this file: what scripted and demonstration runs take for now. */
static int64_t frozen_moment = MOMENT_NONE;
static int64_t clock_offset;

void moment_freeze(int64_t moment)
{
	frozen_moment = moment;
}

int64_t moment_now(void)
{
	if (frozen_moment != MOMENT_NONE)
		return frozen_moment;
	struct timespec ts;
	clock_gettime(CLOCK_REALTIME, &ts);
	return (int64_t)ts.tv_sec * MICRO + ts.tv_nsec / 1000 + clock_offset;
}

void moment_shift(int64_t moment)
{
	frozen_moment = MOMENT_NONE;
	clock_offset = 0;
	clock_offset = moment - moment_now();
}

static void local_time(int64_t moment, struct tm *tm)
{
	time_t t = (time_t)(moment / MICRO - (moment % MICRO < 0));
	localtime_r(&t, tm);
}

int32_t moment_date(int64_t moment)
{
	struct tm tm;
	if (moment == MOMENT_NONE)
		return DATE_NONE;
	local_time(moment, &tm);
	return date_from_ymd(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

int32_t date_today(void)
{
	return moment_date(moment_now());
}

int moment_minutes(int64_t moment)
{
	struct tm tm;
	local_time(moment, &tm);
	return tm.tm_hour * 60 + tm.tm_min;
}

int64_t moment_at(int32_t date, int hour, int minute, int second)
{
	struct tm tm = { .tm_hour = hour, .tm_min = minute, .tm_sec = second, .tm_isdst = -1 };
	int y, m, d;
	date_to_ymd(date, &y, &m, &d);
	tm.tm_year = y - 1900;
	tm.tm_mon = m - 1;
	tm.tm_mday = d;
	return (int64_t)mktime(&tm) * MICRO;
}

static void two_digits(char *out, int n, char after)
{
	out[0] = (char)('0' + n / 10 % 10);
	out[1] = (char)('0' + n % 10);
	out[2] = after;
}

/* Every row of an agenda has one: no format is read. */
static char *format_clock(int64_t moment, bool seconds, char *out)
{
	struct tm tm;
	out[0] = '\0';
	if (moment == MOMENT_NONE)
		return out;
	local_time(moment, &tm);
	two_digits(out, tm.tm_hour, ':');
	two_digits(out + 3, tm.tm_min, seconds ? ':' : '\0');
	if (seconds)
		two_digits(out + 6, tm.tm_sec, '\0');
	return out;
}

char *moment_format_time(int64_t moment, char *out)
{
	return format_clock(moment, false, out);
}

char *moment_format_seconds(int64_t moment, char *out)
{
	return format_clock(moment, true, out);
}

char *moment_format(int64_t moment, char *out)
{
	char day[DATE_TEXT], clock[DATE_TEXT];
	out[0] = '\0';
	if (moment != MOMENT_NONE)
		snprintf(out, DATE_TEXT, "%.16s %.8s", date_format(moment_date(moment), day),
		         format_clock(moment, false, clock));
	return out;
}

bool time_parse(const char *s, int *minutes)
{
	int value = 0, digits = 0, colon = -1;
	for (; *s; s++) {
		if (*s == ':' && colon < 0 && digits > 0) {
			colon = digits;
		} else if (isdigit((unsigned char)*s) && digits < 4) {
			value = value * 10 + (*s - '0');
			digits++;
		} else {
			return false;
		}
	}
	if (digits == 0 || (colon >= 0 && (digits - colon != 2 || colon > 2)))
		return false;
	int hour = digits <= 2 ? value : value / 100;
	int minute = digits <= 2 ? 0 : value % 100;
	*minutes = hour * 60 + minute;
	return hour < 24 && minute < 60;
}

bool moment_parse_iso(const char *s, int64_t *moment)
{
	char day[11];
	int32_t date;
	int h = 0, m = 0, sec = 0;
	if (strlen(s) < 16 || (s[10] != 'T' && s[10] != ' '))
		return false;
	memcpy(day, s, 10);
	day[10] = '\0';
	const char *clock = s + 11;
	if (!date_parse_iso(day, &date) || (!has_form(clock, "00:00") && !has_form(clock, "00:00:00")))
		return false;
	if (sscanf(clock, "%2d:%2d:%2d", &h, &m, &sec) < 2 || h > 23 || m > 59 || sec > 59)
		return false;
	*moment = moment_at(date, h, m, sec);
	return true;
}
