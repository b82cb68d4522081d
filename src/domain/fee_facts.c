/* See fee_facts.h. */
#include "domain/fee_facts.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wctype.h>

/* --- words of values ------------------------------------------------------------- */

static const struct fact_word yes_no[] = { { "true", "ja|j|x|1|yes|true|wahr" }, { "false", "nein|n|0|no|false|falsch" }, { NULL, NULL } };

static const struct fact_word claims[] = {
	{ "loss_floor", "Verdienstausfall ohne Nachweis|ohne Nachweis|loss_floor" },
	{ "loss_proven", "Verdienstausfall nachgewiesen|nachgewiesen|loss_proven" },
	{ "loss_plausible", "Verdienstausfall Selbständiger|selbständig|loss_plausible" },
	{ "household", "Haushalt|Haushaltsführung|household" }, { "care", "Betreuung|care" }, { "travel", "Fahrt|Fahrkosten|travel" },
	{ "other", "Sonstiges|other" }, { NULL, NULL },
};

static const struct fact_word evidences[] = {
	{ "loss_proven", "Verdienstausfall nachgewiesen|nachgewiesen|loss_proven" },
	{ "loss_plausible", "Verdienstausfall Selbständiger|selbständig|loss_plausible" },
	{ "household", "Haushalt|Haushaltsführung|household" }, { "care", "Betreuung|care" }, { "travel", "Fahrt|Fahrkosten|travel" },
	{ "other", "Sonstiges|other" }, { NULL, NULL },
};

static const struct fact_word vehicles[] = {
	{ "car", "Auto|Pkw|car" }, { "motorcycle", "Motorrad|motorcycle" }, { "bicycle", "Fahrrad|bicycle" },
	{ "passenger", "Mitfahrt|Mitfahrer|passenger" }, { "ticket", "Fahrkarte|ticket" }, { NULL, NULL },
};

static const struct fact_word own_vehicles[] = {
	{ "car", "Auto|Pkw|car" }, { "motorcycle", "Motorrad|motorcycle" }, { "bicycle", "Fahrrad|bicycle" }, { NULL, NULL },
};

static const struct fact_word payees[] = { { "member", "Mitglied|member" }, { "employer", "Arbeitgeber|employer" }, { NULL, NULL } };

static const struct fact_word holds[] = { { "waiver", "Verzicht|waiver" }, { "hold", "Sperre|hold" }, { NULL, NULL } };

static const struct fact_word measures[] = {
	{ "inhabitants", "Einwohner|inhabitants" }, { "district_inhabitants", "Einwohner des Kreises|district_inhabitants" },
	{ "borough_inhabitants", "Einwohner des Stadtbezirks|borough_inhabitants" }, { NULL, NULL },
};

static const struct fact_word weekdays[] = {
	{ "1", "Mo|Montag|Monday|1" },    { "2", "Di|Dienstag|Tuesday|2" }, { "3", "Mi|Mittwoch|Wednesday|3" },
	{ "4", "Do|Donnerstag|Thursday|4" }, { "5", "Fr|Freitag|Friday|5" },   { "6", "Sa|Samstag|Sonnabend|Saturday|6" },
	{ "7", "So|Sonntag|Sunday|7" },   { NULL, NULL },
};

/* --- kinds and their columns -------------------------------------------------------- */

#define TEXT(key, names, required, limit, absent) { key, names, FACT_TEXT, required, limit, 0, NULL, absent }
#define DAY(key, names, required) { key, names, FACT_DAY, required, 0, 0, NULL, NULL }
#define TIME(key, names, required) { key, names, FACT_TIME, required, 0, 0, NULL, NULL }
#define NUMBER(key, names, required, limit, places) { key, names, FACT_NUMBER, required, limit, places, NULL, NULL }
#define CHOICE(key, names, required, words, absent) { key, names, FACT_CHOICE, required, 0, 0, words, absent }
#define END { NULL, NULL, FACT_TEXT, false, 0, 0, NULL, NULL }
#define PERSON TEXT("person", "person|name, vorname|mitglied|kürzel", true, 500, NULL)
#define SPAN DAY("from", "ab|from|gültig ab|von", false), DAY("until", "bis|until|gültig bis", false)
#define MONEY_MAX 99999999
#define LINE 500
#define WORD 60

static const struct fact_column group_meetings[] = {
	TEXT("organization", "gremium|organization|fraktion", true, LINE, NULL), DAY("day", "tag|day|datum|date", true),
	TIME("begins_at", "beginn|begin|von", true), TIME("ends_at", "ende|end|bis", true), PERSON,
	TIME("person_begin", "kommt|person_begin|anwesend von", false), TIME("person_end", "geht|person_end|anwesend bis", false),
	TEXT("name", "bezeichnung|title", false, LINE, NULL), DAY("received_on", "eingang|received", false),
	TEXT("late_reason", "Grund der Verspätung|late_reason", false, LINE, NULL), END,
};

static const struct fact_column claim_columns[] = {
	PERSON, CHOICE("kind", "art|kind", true, claims, NULL), DAY("day", "tag|day|datum|date", true),
	TIME("begins_at", "beginn|begin|von", false), TIME("ends_at", "ende|end|bis", false),
	NUMBER("hourly_amount", "stundensatz|hourly_amount", false, MONEY_MAX, 4), NUMBER("amount", "betrag|amount", false, MONEY_MAX, 2),
	NUMBER("kilometres", "kilometer|kilometres|km", false, 100000, 1), CHOICE("vehicle", "fahrzeug|vehicle", false, vehicles, NULL),
	NUMBER("passengers", "mitfahrer|passengers", false, 20, 0), NUMBER("meeting_id", "sitzung|meeting", false, 999999999, 0),
	TEXT("evidence", "beleg|evidence", false, LINE, NULL), CHOICE("confirmed", "bestätigt|confirmed", false, yes_no, NULL),
	DAY("received_on", "eingang|received", false), TEXT("late_reason", "Grund der Verspätung|late_reason", false, LINE, NULL),
	TEXT("note", "bemerkung|note", false, LINE, NULL), END,
};

static const struct fact_column assignments[] = {
	PERSON, TEXT("function_name", "funktion|function", true, WORD, NULL), TEXT("organization", "gremium|organization|fraktion", false, LINE, NULL),
	SPAN, TEXT("reason", "grund|reason", false, LINE, ""), END,
};

static const struct fact_column distances[] = {
	PERSON, TEXT("location", "ort|location|sitzungsort", false, LINE, NULL), NUMBER("kilometres", "kilometer|kilometres|km", true, 2000, 1),
	CHOICE("vehicle", "fahrzeug|vehicle", false, own_vehicles, "car"), CHOICE("automatic", "automatisch|automatic", false, yes_no, "false"), SPAN, END,
};

static const struct fact_column payee_columns[] = {
	PERSON, CHOICE("kind", "art|kind", false, payees, "member"), TEXT("name", "empfänger|payee", true, LINE, NULL),
	TEXT("street_address", "straße|street_address|strasse", false, LINE, ""), TEXT("postal_code", "plz|postal_code|postleitzahl", false, WORD, ""),
	TEXT("locality", "ort|locality", false, WORD, ""), TEXT("tax_number", "steuernummer|tax_number", false, WORD, ""),
	TEXT("personnel_number", "personalnummer|personnel_number", false, WORD, ""), SPAN, END,
};

static const struct fact_column bank_accounts[] = {
	PERSON, CHOICE("kind", "art|kind", false, payees, "member"), TEXT("iban", "iban", true, WORD, NULL), TEXT("bic", "bic", false, 11, ""), SPAN, END,
};

static const struct fact_column evidence_columns[] = {
	PERSON, CHOICE("kind", "art|kind", true, evidences, NULL), TEXT("name", "beleg|evidence|bezeichnung", true, LINE, NULL),
	DAY("from", "ab|from|gültig ab|von", true), DAY("until", "bis|until|gültig bis", false),
	NUMBER("hourly_amount", "stundensatz|hourly_amount", false, MONEY_MAX, 4), END,
};

static const struct fact_column working_hours[] = {
	PERSON, CHOICE("weekday", "wochentag|weekday", true, weekdays, NULL), TIME("begins_at", "beginn|begin", true), TIME("ends_at", "ende|end", true),
	SPAN, END,
};

static const struct fact_column hold_columns[] = {
	PERSON, CHOICE("kind", "art|kind", true, holds, NULL), TEXT("rule_name", "regel|rule", false, WORD, NULL), SPAN,
	TEXT("reason", "grund|reason", true, LINE, NULL), END,
};

static const struct fact_column sizes[] = {
	CHOICE("measure", "größe|measure", true, measures, NULL), TEXT("organization", "stadtbezirk|organization|gremium", false, LINE, NULL),
	NUMBER("value", "wert|value|anzahl", true, 100000000, 0), SPAN, TEXT("source", "quelle|source", false, LINE, ""), END,
};

static const struct fact_column confirmations[] = {
	NUMBER("meeting_id", "sitzung|meeting", true, 999999999, 0), TEXT("note", "bemerkung|note", false, LINE, NULL), END,
};

static const struct fact_column accounts[] = {
	TEXT("rule_name", "regel|rule", true, WORD, NULL), TEXT("account", "konto|account|sachkonto", false, WORD, ""),
	TEXT("cost_centre", "kostenstelle|cost_centre", false, WORD, ""), TEXT("wage_type", "lohnart|wage_type", false, WORD, ""),
	TEXT("payer", "zahlstelle|payer", false, WORD, ""), SPAN, END,
};

const struct fact_kind fact_kinds[] = {
	{ "group-meetings", group_meetings }, { "claims", claim_columns },      { "assignments", assignments },
	{ "distances", distances },           { "payees", payee_columns },      { "bank-accounts", bank_accounts },
	{ "evidence", evidence_columns },     { "working-hours", working_hours }, { "holds", hold_columns },
	{ "sizes", sizes },                   { "confirmations", confirmations }, { "accounts", accounts },
	{ NULL, NULL },
};

/* --- looking up -------------------------------------------------------------------- */

const struct fact_kind *fact_find_kind(const char *name)
{
	for (const struct fact_kind *k = fact_kinds; k->name; k++)
		if (strcmp(k->name, name) == 0)
			return k;
	return NULL;
}

/* Small letters; blanks, _ and - all the same. */
static void fold(const char *s, size_t n, struct str *out)
{
	for (size_t i = 0; i < n;) {
		char32_t rune;
		i += text_decode(s + i, n - i, &rune);
		str_add_rune(out, rune == '_' || rune == '-' ? ' ' : (char32_t)towlower((wint_t)rune));
	}
}

/* Is it one of the words that | separates? */
static bool is_among(const char *words, const char *text)
{
	struct str wanted = { 0 };
	bool found = false;
	fold(text, strlen(text), &wanted);
	for (const char *w = words; *w && !found;) {
		struct str word = { 0 };
		size_t n = strcspn(w, "|");
		fold(w, n, &word);
		found = word.len && str_equal(str_text(&word), str_text(&wanted));
		str_clear(&word);
		w += n + (w[n] == '|');
	}
	str_clear(&wanted);
	return found;
}

int fact_find_column(const struct fact_kind *kind, const char *header)
{
	for (int i = 0; kind->columns[i].key; i++)
		if (is_among(kind->columns[i].names, header))
			return i;
	return -1;
}

void fact_heading(const struct fact_column *c, struct str *out)
{
	char32_t rune;
	size_t n = strcspn(c->names, "|"), first = text_decode(c->names, n, &rune);
	str_add_rune(out, (char32_t)towupper((wint_t)rune));
	str_add_n(out, c->names + first, n - first);
}

/* --- values ------------------------------------------------------------------------ */

static bool read_text(const struct fact_column *c, const char *cell, struct str *out, struct str *fault)
{
	long characters = 0;
	for (const char *s = cell; *s; characters++) {
		char32_t rune;
		s += text_decode(s, strlen(s), &rune);
	}
	if (characters > c->limit) {
		str_addf(fault, _("der Text ist länger als %ld Zeichen"), c->limit);
		return false;
	}
	str_add(out, cell);
	return true;
}

/* 14.10.2026, 1.2.2026 or 2026-10-14. */
static bool read_day(const char *cell, struct str *out, struct str *fault)
{
	char iso[DATE_TEXT];
	int32_t date = DATE_NONE;
	int day, month, year, used = 0;
	if (sscanf(cell, "%2d.%2d.%4d%n", &day, &month, &year, &used) == 3 && !cell[used] && strspn(cell, "0123456789.") == strlen(cell))
		date = year >= 1900 && year <= 2200 ? date_from_ymd(year, month, day) : DATE_NONE;
	else if (!date_parse_iso(cell, &date))
		date = DATE_NONE;
	if (date == DATE_NONE) {
		str_addf(fault, _("„%s“ ist kein Tag (Form: 14.10.2026 oder 2026-10-14)"), cell);
		return false;
	}
	str_add(out, date_format_iso(date, iso));
	return true;
}

static bool read_time(const char *cell, struct str *out, struct str *fault)
{
	int hour, minute, used = 0;
	if (strspn(cell, "0123456789:") == strlen(cell) && sscanf(cell, "%2d:%2d%n", &hour, &minute, &used) == 2 && !cell[used] && used >= 4 &&
	    minute < 60 && (hour < 24 || (hour == 24 && minute == 0)) && cell[used - 3] == ':') {
		str_addf(out, "%02d:%02d", hour, minute);
		return true;
	}
	str_addf(fault, _("„%s“ ist keine Uhrzeit (Form: 17:00)"), cell);
	return false;
}

/* Dots at every third place before a comma. */
static bool is_german(const char *s)
{
	size_t first = strcspn(s, ".,");
	bool dots = s[first] == '.';
	if (strspn(s, "0123456789") != first)
		return false;
	s += first;
	while (*s == '.') {
		if (first == 0 || first > 3 || strspn(s + 1, "0123456789") != 3)
			return false;
		s += 4;
	}
	return (*s == ',' || (!*s && dots)) && strspn(s + (*s == ','), "0123456789") == strlen(s + (*s == ','));
}

/* 1.234,56 and 1234.56; what could be either is refused. The number without thousands and with a point. */
static bool normal_number(const char *cell, struct str *out, struct str *fault)
{
	size_t digits = strspn(cell, "0123456789"), n = strlen(cell);
	const char *dot = strchr(cell, '.'), *comma = strchr(cell, ',');
	if (dot && !comma && dot == strrchr(cell, '.') && strlen(dot) == 4 && digits >= 1 && digits <= 3 && strspn(dot + 1, "0123456789") == 3 && *cell != '0') {
		str_addf(fault, _("„%s“ ist nicht eindeutig: bitte %.*s%s,00 oder %.*s,%s schreiben"), cell, (int)digits, cell, dot + 1, (int)digits, cell, dot + 1);
		return false;
	}
	bool plain = digits && (digits == n || (cell[digits] == '.' && strspn(cell + digits + 1, "0123456789") == n - digits - 1 && n > digits + 1));
	if (!plain && !(digits && is_german(cell) && cell[n - 1] != ',')) {
		str_addf(fault, _("„%s“ ist keine Zahl (Form: 1.234,56 oder 1234.56)"), cell);
		return false;
	}
	for (const char *s = cell; *s; s++)
		if (*s == ',')
			str_add_char(out, '.');
		else if (*s != '.' || plain)
			str_add_char(out, *s);
	return true;
}

static bool read_number(const struct fact_column *c, const char *cell, struct str *out, struct str *fault)
{
	size_t begin = out->len;
	if (!normal_number(cell, out, fault))
		return false;
	const char *number = out->data + begin, *point = strchr(number, '.');
	size_t whole = point ? (size_t)(point - number) : strlen(number);
	int places = 0;
	for (int i = 1; point && point[i]; i++)
		places = point[i] != '0' ? i : places; /* zeros at the end do not count */
	if (places > c->places)
		str_addf(fault, c->places ? _("„%s“ hat mehr als %d Stellen nach dem Komma") : _("„%s“ ist keine ganze Zahl"), cell, c->places);
	else if (whole > 9 || strtol(number, NULL, 10) > c->limit || (strtol(number, NULL, 10) == c->limit && places > 0))
		str_addf(fault, _("„%s“ ist zu groß (höchstens %ld)"), cell, c->limit);
	else {
		str_cut(out, begin + whole + (places ? (size_t)places + 1 : 0));
		return true;
	}
	str_cut(out, begin);
	return false;
}

static bool read_choice(const struct fact_column *c, const char *cell, struct str *out, struct str *fault)
{
	for (const struct fact_word *w = c->words; w->value; w++)
		if (is_among(w->words, cell)) {
			str_add(out, w->value);
			return true;
		}
	str_addf(fault, _("„%s“ ist unbekannt (erlaubt: "), cell);
	for (const struct fact_word *w = c->words; w->value; w++)
		str_addf(fault, "%s%.*s", w == c->words ? "" : ", ", (int)strcspn(w->words, "|"), w->words);
	str_add_char(fault, ')');
	return false;
}

bool fact_value(const struct fact_column *c, const char *cell, struct str *out, struct str *fault)
{
	switch (c->type) {
	case FACT_TEXT:
		return read_text(c, cell, out, fault);
	case FACT_DAY:
		return read_day(cell, out, fault);
	case FACT_TIME:
		return read_time(cell, out, fault);
	case FACT_NUMBER:
		return read_number(c, cell, out, fault);
	case FACT_CHOICE:
		return read_choice(c, cell, out, fault);
	}
	return false;
}
