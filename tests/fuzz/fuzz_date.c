/* What people type as day, time and moment: whatever is taken survives the round through its written form. */
#include "base/date.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_day(const char *text, int32_t today)
{
	char written[DATE_TEXT];
	int32_t day = 0, again;
	if (!date_parse(text, today, &day) || day == DATE_NONE)
		return;
	if (!date_parse_iso(date_format_iso(day, written), &again) || again != day)
		abort();
	if (!date_parse(date_format(day, written), today, &again) || again != day)
		abort();
	int weekday = date_weekday(day);
	date_format_long(day, written);
	if (weekday < 0 || weekday > 6)
		abort();
}

static void check_moment(const char *text)
{
	char written[DATE_TEXT];
	int64_t moment;
	int minutes;
	if (time_parse(text, &minutes) && (minutes < 0 || minutes >= 24 * 60))
		abort();
	if (!moment_parse_iso(text, &moment))
		return;
	/* The hour that summer time leaves out is moved, so only the moment itself is compared. */
	int32_t day = moment_date(moment);
	minutes = moment_minutes(moment);
	if (day == DATE_NONE || minutes < 0 || minutes >= 24 * 60)
		abort();
	moment_format(moment, written);
	moment_format_seconds(moment, written);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* Two bytes choose today: about 180 years. */
	int32_t today = size > 1 ? data[0] * 256 + data[1] : 0;
	size_t skip = size > 1 ? 2 : 0;
	char *text = mem_strndup(skip ? (const char *)data + skip : "", skip ? size - skip : 0);
	check_day(text, today);
	check_moment(text);
	free(text);
	return 0;
}
