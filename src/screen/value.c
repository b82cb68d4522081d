/* See value.h. */
#include "screen/value.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char *choice_label_of(const struct vec *choices, const char *value)
{
	for (size_t i = 0; choices && i < choices->len; i++) {
		const struct screen_choice *c = vec_at(choices, i);
		if (strcmp(c->value, value) == 0)
			return c->label;
	}
	return NULL;
}

static bool parse_integer(const char *s, int64_t *number)
{
	char *end;
	errno = 0;
	long long n = strtoll(s, &end, 10);
	if (errno || end == s || *end)
		return false;
	*number = n;
	return true;
}

/* The first day there is stands in lists for "since ever", so that they can be sorted by it; nobody wants to read it. */
static char *format_date(const char *value)
{
	if (strncmp(value, "0001-01-01", 10) == 0)
		return mem_strdup("");
	char text[DATE_TEXT];
	int32_t date;
	char *day = mem_strndup(value, 10);
	bool ok = date_parse_iso(day, &date);
	free(day);
	return mem_strdup(ok ? date_format(date, text) : value);
}

/* Microseconds since 1970, or ISO text (what follows the minutes is cut). */
static char *format_moment(const char *value)
{
	char text[DATE_TEXT];
	int64_t moment;
	if (strlen(value) > 8 && parse_integer(value, &moment))
		return mem_strdup(moment_format(moment, text));
	char *minutes = mem_strndup(value, 16);
	bool ok = moment_parse_iso(minutes, &moment);
	free(minutes);
	return mem_strdup(ok ? moment_format(moment, text) : value);
}

/* 1234567.50 of the database as 1.234.567,50; what is no such number stays as it is. */
static char *format_decimal(const char *value)
{
	struct str out = { 0 };
	const char *s = value + (*value == '-');
	size_t whole = strspn(s, "0123456789");
	size_t places = s[whole] == '.' ? strspn(s + whole + 1, "0123456789") : 0;
	if (whole == 0 || s[whole + places + (places > 0)])
		return mem_strdup(value);
	str_add_n(&out, value, (size_t)(s - value));
	for (size_t i = 0; i < whole; i++)
		str_addf(&out, "%s%c", i > 0 && (whole - i) % 3 == 0 ? "." : "", s[i]);
	if (places > 0)
		str_addf(&out, ",%s", s + whole + 1);
	return str_take(&out);
}

char *value_format(enum screen_type type, const struct vec *choices, const char *value)
{
	if (!value || !*value)
		return mem_strdup("");
	const char *label = choice_label_of(choices, value);
	if (label)
		return mem_strdup(label);
	switch (type) {
	case SCREEN_TYPE_DECIMAL:
		return format_decimal(value);
	case SCREEN_TYPE_DATE:
		return format_date(value);
	case SCREEN_TYPE_MOMENT:
		return format_moment(value);
	case SCREEN_TYPE_TIME:
		return mem_strndup(value, 5);
	case SCREEN_TYPE_BOOL:
		return mem_strdup(*value == 't' ? _("ja") : _("nein"));
	default:
		return mem_strdup(value);
	}
}

static char *trimmed(const char *s)
{
	while (isspace((unsigned char)*s))
		s++;
	size_t n = strlen(s);
	while (n > 0 && isspace((unsigned char)s[n - 1]))
		n--;
	return mem_strndup(s, n);
}

static bool parse_bool(const char *s, char **value, const char **why)
{
	static const char *const yes[] = { "j", "ja", "y", "yes", "t", "1", "x" };
	static const char *const no[] = { "n", "nein", "no", "f", "0", "-" };
	for (size_t i = 0; i < sizeof(yes) / sizeof(*yes); i++)
		if (strcasecmp(s, yes[i]) == 0)
			return (*value = mem_strdup("t")) != NULL;
	for (size_t i = 0; i < sizeof(no) / sizeof(*no); i++)
		if (strcasecmp(s, no[i]) == 0)
			return (*value = mem_strdup("f")) != NULL;
	*why = _("Ja oder Nein, zum Beispiel j oder n");
	return false;
}

static bool parse_date(const char *s, int32_t today, char **value, const char **why)
{
	char text[DATE_TEXT];
	int32_t date;
	if (!date_parse(s, today, &date)) {
		*why = _("kein Datum; möglich sind 15, 14.10., 14.10.2026, +3, m+1, gestern");
		return false;
	}
	*value = mem_strdup(date_format_iso(date, text));
	return true;
}

/* 1.234,50 as people type it: a comma, dots at every third place or none. Never a float. */
static bool parse_decimal(const char *s, char **value, const char **why)
{
	struct str out = { 0 };
	const char *p = s + (*s == '-' || *s == '+');
	size_t first = strspn(p, "0123456789");
	str_addf(&out, "%s%.*s", *s == '-' ? "-" : "", (int)first, p);
	bool ok = first > 0 && (p[first] != '.' || first <= 3);
	for (p += first; ok && *p == '.'; p += 4) {
		ok = strspn(p + 1, "0123456789") == 3;
		str_addf(&out, "%.3s", p + 1);
	}
	if (ok && *p == ',') {
		size_t places = strspn(p + 1, "0123456789");
		str_addf(&out, ".%s", p + 1);
		ok = places > 0 && !p[1 + places];
	} else
		ok = ok && !*p;
	if (ok)
		*value = str_take(&out);
	else
		*why = _("keine Zahl; möglich sind 12, 25,50 und 1.234,56");
	str_clear(&out);
	return ok;
}

static bool parse_time(const char *s, char **value, const char **why)
{
	int minutes;
	if (!time_parse(s, &minutes)) {
		*why = _("keine Uhrzeit; möglich sind 18:30, 1830, 18");
		return false;
	}
	*value = str_format("%02d:%02d", minutes / 60, minutes % 60);
	return true;
}

/* Day, blank, time; the value is ISO text without a zone: local time. */
static bool parse_moment(const char *s, int32_t today, char **value, const char **why)
{
	const char *blank = strrchr(s, ' ');
	char *day = NULL, *time = NULL, *date_part = mem_strndup(s, blank ? (size_t)(blank - s) : 0);
	bool ok = blank && parse_date(date_part, today, &day, why) && parse_time(blank + 1, &time, why);
	if (ok)
		*value = str_format("%s %s", day, time);
	else
		*why = _("Tag und Uhrzeit, zum Beispiel 14.10.2026 18:00");
	free(date_part);
	free(day);
	free(time);
	return ok;
}

static bool parse_number(const char *s, char **value, const char **why)
{
	int64_t number;
	if (!parse_integer(s, &number)) {
		*why = _("keine ganze Zahl");
		return false;
	}
	*value = str_format("%lld", (long long)number);
	return true;
}

bool value_parse(enum screen_type type, const char *typed, int32_t today, char **value, const char **why)
{
	*value = NULL;
	char *s = trimmed(typed);
	bool ok = true;
	if (!*s)
		goto out;
	switch (type) {
	case SCREEN_TYPE_NUMBER:
		ok = parse_number(s, value, why);
		break;
	case SCREEN_TYPE_DECIMAL:
		ok = parse_decimal(s, value, why);
		break;
	case SCREEN_TYPE_DATE:
		ok = parse_date(s, today, value, why);
		break;
	case SCREEN_TYPE_TIME:
		ok = parse_time(s, value, why);
		break;
	case SCREEN_TYPE_MOMENT:
		ok = parse_moment(s, today, value, why);
		break;
	case SCREEN_TYPE_BOOL:
		ok = parse_bool(s, value, why);
		break;
	case SCREEN_TYPE_MEMO:
		*value = mem_strdup(typed); /* blanks at the end of a text may be meant */
		break;
	default:
		*value = mem_strdup(s);
		break;
	}
out:
	free(s);
	return ok;
}

/* A bound on days may be written as typed: 'heute', '+30', 2026-01-01. */
static bool bound_number(enum screen_type type, const char *text, int64_t *number)
{
	int32_t date;
	if (type != SCREEN_TYPE_DATE)
		return parse_integer(text, number);
	if (!date_parse_iso(text, &date) && !date_parse(text, date_today(), &date))
		return false;
	*number = date;
	return true;
}

/* Places behind the point, zeros at the end do not count. */
static int places_of(const char *value, char sign)
{
	const char *point = strchr(value, sign);
	size_t n = point ? strlen(point + 1) : 0;
	while (n > 0 && sign == '.' && point[n] == '0')
		n--;
	return (int)n;
}

int value_places(enum screen_type type, const char *value, const char *max)
{
	if (type != SCREEN_TYPE_DECIMAL || !value || !max)
		return -1;
	int places = places_of(max, ',');
	return places_of(value, '.') > places ? places : -1;
}

/* Of two stored decimals: digits are compared as texts, however many there are. */
static int compare_decimals(const char *a, const char *b)
{
	bool less = *a == '-', other = *b == '-';
	if (less != other && strpbrk(a, "123456789") != NULL)
		return less ? -1 : 1;
	a += strspn(a, "-0");
	b += strspn(b, "-0");
	size_t left = strcspn(a, "."), right = strcspn(b, ".");
	int order = left != right ? (left < right ? -1 : 1) : strncmp(a, b, left);
	for (a += left, b += right; order == 0 && (*a || *b); a += *a != '\0', b += *b != '\0')
		order = (*a > '.' ? *a : '0') - (*b > '.' ? *b : '0');
	return less && other ? -order : order;
}

/* A bound is written as people type. */
static bool decimal_in_bounds(const char *value, const char *min, const char *max)
{
	char *low = NULL, *high = NULL;
	const char *why;
	bool ok = !value || !min || !parse_decimal(min, &low, &why) || compare_decimals(value, low) >= 0;
	ok = ok && (!value || !max || !parse_decimal(max, &high, &why) || compare_decimals(value, high) <= 0);
	free(low);
	free(high);
	return ok;
}

bool value_in_bounds(enum screen_type type, const char *value, const char *min, const char *max)
{
	int64_t number, bound;
	if (type == SCREEN_TYPE_DECIMAL)
		return decimal_in_bounds(value, min, max);
	if (!value || !bound_number(type, value, &number))
		return true;
	if (min && bound_number(type, min, &bound) && number < bound)
		return false;
	return !max || !bound_number(type, max, &bound) || number <= bound;
}
