/* Statutes of fees: what is read, every fault with its line, what is shown, what differs. */
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "document/text.h"
#include "domain/statute.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Four lines: the first of what follows is line 5. */
#define HEAD "statute a\ntitle \"A\"\nsource \"Amtsblatt\"\nvalid from 01.01.2024 until 31.12.2024\n"
#define RULE HEAD "rule r \"R\"\nparagraph \"§ 1\"\nwho member\n" /* then line 8 */
#define MONTHLY RULE "pay monthly\namount 10,00\n"                /* then line 10 */
#define MEETING RULE "pay meeting\nmeetings council\n"            /* then line 10 */
#define CLAIM(kind) RULE "pay claim\nclaim " kind "\n"            /* then line 10 */

static char *faults_text(const struct statute_set *set)
{
	struct str out = { 0 };
	for (size_t i = 0; i < set->faults.len; i++) {
		char *fault = fault_text(vec_at(&set->faults, i));
		str_addf(&out, "%s\n", fault);
		free(fault);
	}
	return str_take(&out);
}

/* Loads one file, or two when other is given, and compares all faults. */
static void assert_two(const char *text, const char *other, bool whole, const char *expected)
{
	struct statute_set set;
	statute_set_init(&set);
	statute_parse(&set, "a.statute", text, strlen(text));
	if (other)
		statute_parse(&set, "dir/b.statute", other, strlen(other));
	bool ok = statute_check(&set, whole);
	char *faults = faults_text(&set);
	assert_string_equal(faults, expected);
	assert_int_equal(ok, !*faults);
	free(faults);
	statute_set_clear(&set);
}

static void assert_faults(const char *text, const char *expected)
{
	assert_two(text, NULL, true, expected);
}

/* The one fault of a text whose line the message does not repeat. */
static void assert_fault(const char *text, unsigned line, const char *message)
{
	char *expected = str_format("a.statute:%u: %s\n", line, message);
	assert_faults(text, expected);
	free(expected);
}

/* --- values --- */

static void sums(void **state)
{
	static const struct {
		const char *text;
		int64_t sum;
	} right[] = { { "0,00", 0 }, { "0,30", 3000 }, { "25,50", 255000 }, { "1.234,56", 12345600 }, { "1234,56", 12345600 }, { "0,235", 2350 },
		{ "0,0001", 1 }, { "999.999.999,99", INT64_C(9999999999900) }, { "100,00", 1000000 } };
	static const char *const wrong[] = { "", "1", "1,", "1,5", ",50", "1.5", "1.50", "12.34,00", "1.2345,00", "1.,00", ".100,00", "1,00000", "-1,00",
		"+1,00", "1,00 ", "01,00", "1.000.000.000,00", "9999999999,00", "1,0x", "1.23,00", "1234.567,00", "0x1,00", "1,00€" };
	(void)state;
	for (size_t i = 0; i < sizeof(right) / sizeof(*right); i++) {
		int64_t sum = -1;
		struct str again = { 0 };
		assert_true(statute_parse_sum(right[i].text, &sum));
		assert_int_equal(sum, right[i].sum);
		statute_format_sum(sum, &again);
		if (strcmp(right[i].text, "1234,56") != 0)
			assert_string_equal(str_text(&again), right[i].text);
		str_clear(&again);
	}
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		int64_t sum;
		if (statute_parse_sum(wrong[i], &sum))
			fail_msg("%s is no sum", wrong[i]);
	}
}

static void ratios(void **state)
{
	static const char *const right[] = { "0", "1", "2,5", "1/3", "1,0001", "9999", "12/7", "0,5" };
	static const char *const wrong[] = { "", ",5", "1,", "1/0", "1/", "/3", "1/03", "01", "10000", "1,00001", "-1", "1.5", "1/3/4", "2,5x" };
	(void)state;
	for (size_t i = 0; i < sizeof(right) / sizeof(*right); i++) {
		struct statute_ratio ratio;
		struct str again = { 0 };
		assert_true(statute_parse_ratio(right[i], &ratio));
		statute_format_ratio(&ratio, &again);
		assert_string_equal(str_text(&again), right[i]);
		str_clear(&again);
	}
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct statute_ratio ratio;
		if (statute_parse_ratio(wrong[i], &ratio))
			fail_msg("%s is no ratio", wrong[i]);
	}
}

static void dates(void **state)
{
	static const char *const wrong[] = { "", "1.1.2024", "30.02.2024", "01.01.24", "01.01.2024x", "2024-01-01", "00.01.2024", "01.13.2024" };
	int32_t date;
	(void)state;
	assert_true(statute_parse_date("29.02.2024", &date));
	assert_int_equal(date, date_from_ymd(2024, 2, 29));
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_false(statute_parse_date(wrong[i], &date));
}

/* --- what is read --- */

static const struct statute_rule *only_rule(struct statute_set *set, const char *text)
{
	statute_set_init(set);
	statute_parse(set, "a.statute", text, strlen(text));
	statute_check(set, true);
	char *faults = faults_text(set);
	assert_string_equal(faults, "");
	free(faults);
	return statute_find_rule(statute_find(set, "a"), "r");
}

static void what_is_read(void **state)
{
	struct statute_set set;
	(void)state;
	const struct statute_rule *r = only_rule(&set, "\xEF\xBB\xBF# a comment\r\n\r\n" HEAD "rounding 0,05 up\r\n"
		"function carer \"Betreuung\"\n"
		"rate fee \"Sitzungsgeld\" paragraph \"§ 3\" until 30.06.2024 21,00\n"
		"rate fee \"Sitzungsgeld\" paragraph \"§ 3\" from 01.07.2024 by members\n  band to 10 22,00\n  band above 23,00\n"
		"rule r \"R\"\n paragraph \"§ 1\"\n who member of council \"HFA\"\n except function carer\n when group_members over 10\n pay meeting\n"
		" meetings council committee as any\n bracket to 120 minutes 0,5 x rate fee\n bracket above 30,00\n"
		" duration day before 15 after 10 gaps 30\n surcharge 12,5 percent for carer\n presence at_least 50 percent\n"
		" limit day factor 2,5\n limit year count 12 highest\n joint each\n substitutes never\n");
	const struct statute *s = statute_find(&set, "a");
	assert_int_equal(s->rounding.step, 500);
	assert_int_equal(s->rounding.mode, STATUTE_ROUND_UP);
	assert_int_equal(s->until, date_from_ymd(2024, 12, 31));
	const struct statute_rate *second = vec_at(&s->rates, 1);
	assert_true(second->by_measure);
	assert_int_equal(((struct statute_band *)vec_at(&second->bands, 1))->to, STATUTE_ABOVE);
	const struct statute_who *who = vec_at(&r->who, 0);
	assert_int_equal(who->of.classes, 1U << STATUTE_COUNCIL);
	assert_string_equal(*(char **)vec_at(&who->of.names, 0), "HFA");
	assert_true(((struct statute_who *)vec_at(&r->who, 1))->except);
	const struct statute_bracket *b = vec_at(&r->brackets, 0);
	assert_int_equal(b->minutes, 120);
	assert_int_equal(b->amount.times.over, 5000);
	assert_true(r->per_day && r->before == 15 && r->after == 10 && r->gap == 30);
	const struct statute_share *share = vec_at(&r->shares, 0);
	assert_int_equal(share->factor.over, 11250);
	assert_true(((struct statute_limit *)vec_at(&r->limits, 1))->highest);
	assert_int_equal(r->attending, STATUTE_AS_ANY);
	statute_set_clear(&set);
}

static void what_is_read_of_steps_and_times(void **state)
{
	struct statute_set set;
	(void)state;
	const struct statute_rule *r = only_rule(&set, MEETING "bracket to 120 minutes 20,00\nbracket above 25,00 plus 6,50 per started 60 minutes\n"
		"days saturday sunday\nbegins from 08:00 before 16:00\nduration whole day\n");
	const struct statute_bracket *b = vec_at(&r->brackets, 1);
	assert_int_equal(b->plus.sum, 65000);
	assert_true(b->count == STATUTE_STARTED && b->unit == 60);
	assert_int_equal(r->days, 3U << 5);
	assert_true(r->begins_from == 480 && r->begins_before == 960 && r->whole && r->per_day);
	statute_set_clear(&set);
}

static void what_is_read_of_claims(void **state)
{
	struct statute_set set;
	(void)state;
	const struct statute_rule *r = only_rule(&set, CLAIM("loss_proven") "amount claimed\nunit started 30 minutes\nfloor 12,41\nat_most 84,00 per hour\n"
		"at_most 400,00 per day\nwithin 08:00 to 24:00 workdays\nlimit day hours 7,5\nevidence required expires 12 months\npayee employer\n"
		"confirm \"x\"\nduration gaps all\n");
	assert_int_equal(r->amount.kind, STATUTE_CLAIMED);
	assert_int_equal(r->count, STATUTE_STARTED);
	assert_int_equal(r->unit, 30);
	assert_true(r->workdays && r->within_from == 480 && r->within_to == 1440);
	assert_int_equal(((struct statute_limit *)vec_at(&r->limits, 0))->value, 450);
	assert_int_equal(r->evidence_months, 12);
	assert_int_equal(r->gap, -1);
	statute_set_clear(&set);
	r = only_rule(&set, MONTHLY "due advance\nprorata thirtieth\npause after 3 months keeps 33,33 percent\n");
	assert_int_equal(r->due, STATUTE_ADVANCE);
	assert_int_equal(r->prorata, STATUTE_PRORATA_THIRTIETH);
	assert_int_equal(r->pause_keeps.over, 3333);
	statute_set_clear(&set);
}

/* --- faults of one file --- */

static void faults_of_the_head(void **state)
{
	(void)state;
	assert_faults("", "a.statute: „source“ fehlt\na.statute: „statute“ fehlt\na.statute: „title“ fehlt\na.statute: „valid“ fehlt\n");
	assert_faults("title \"A\"\nstatute b\n",
		"a.statute: „source“ fehlt\n"
		"a.statute: „valid“ fehlt\n"
		"a.statute:1: zuerst muss „statute NAME“ stehen\n"
		"a.statute:2: die Satzung „b“ muss in der Datei b.statute stehen\n");
	assert_fault(HEAD "title \"B\"\n", 5, "„title“ steht doppelt");
	assert_fault(HEAD "note \"\"\n", 5, "der Text ist leer (Anmerkung)");
	assert_fault(HEAD "note \"a\tb\"\n", 5, "ein Steuerzeichen steht im Text (Anmerkung)");
	assert_fault(HEAD "note b\n", 5, "„b“ steht, wo ein Text in Anführungszeichen erwartet wird (Anmerkung)");
	assert_fault(HEAD "rounding 0,02\n", 5, "unbekanntes Wort „0,02“ (erlaubt: 0,01, 0,05, 0,10, 0,50, 1,00)");
	assert_fault(HEAD "rounding 0,05 off\n", 5, "unbekanntes Wort „off“ (erlaubt: half_up, up, down)");
	assert_fault(HEAD "who member\n", 5, "„who“ steht nur in einer Regel, nach „rule“");
	assert_fault(HEAD "rat x\n", 5,
		"unbekanntes Wort „rat“ (erlaubt: statute, title, source, note, valid, based_on, rounding, with, without, function, rate, band, "
		"cap, tax_class, rule)");
	assert_faults("statute a\ntitle \"A\"\nsource \"S\"\nvalid from 1.1.2024\n", "a.statute:4: „1.1.2024“ ist kein Tag (Form: 01.01.2024)\n");
	assert_faults("statute a\ntitle \"A\"\nsource \"S\"\nvalid from 02.01.2024 until 01.01.2024\n", "a.statute:4: das Ende liegt vor dem Anfang\n");
	assert_faults("statute a\ntitle \"A\"\nsource \"S\"\nvalid until 01.01.2024\n", "a.statute:4: unbekanntes Wort „until“ (erlaubt: from)\n");
}

static void faults_of_rates(void **state)
{
	(void)state;
	assert_fault(HEAD "rate r \"R\" paragraph \"1\" 1.5\n", 5, "„1.5“ ist kein Betrag (erlaubt: 1.234,56, rate NAME, 2,5 x rate NAME)");
	assert_fault(HEAD "rate r \"R\" 1,50\n", 5, "unbekanntes Wort „1,50“ (erlaubt: paragraph)");
	assert_fault(HEAD "rate r \"R\" paragraph \"1\" 1,50 2\n", 5, "überzähliges Wort „2“ am Ende der Zeile");
	assert_fault(HEAD "rate r \"R\" paragraph \"1\" by size\n", 5,
		"unbekanntes Wort „size“ (erlaubt: inhabitants, district_inhabitants, borough_inhabitants, group_members, members)");
	assert_fault(HEAD "rate r \"R\" paragraph \"1\" by members\n", 5, "dem Satz „r“ fehlt „band“");
	assert_fault(HEAD "rate r \"R\" paragraph \"1\" by members\nband to 5 1,00\nband to 5 2,00\n", 7, "die Obergrenzen müssen steigen: nach 5 kommt 5");
	assert_fault(HEAD "rate r \"R\" paragraph \"1\" by members\nband above 1,00\nband to 5 2,00\n", 7, "nach „band above“ kommt kein „band“ mehr");
	assert_fault(HEAD "rate r \"R\" paragraph \"1\" by members\nband to x 2,00\nband above 1,00\n", 6, "„x“ ist keine Zahl von 0 bis 99999999 (Obergrenze)");
	assert_fault(HEAD "band to 5 2,00\n", 5, "„band“ steht nur unter „rate ... by ...“");
	assert_fault(HEAD "rate r \"R\" paragraph \"1\" 1,00\nrate r \"R\" paragraph \"1\" from 01.05.2024 1,00\n", 6, "der Satz „r“ gilt in dieser Zeit schon nach Zeile 5");
	assert_fault(HEAD "rate r \"R\" paragraph \"1\" from 01.01.2025 1,00\n", 5, "der Satz „r“ gilt nie: seine Zeit liegt außerhalb der Satzung");
	assert_fault(HEAD "rate r \"R\" paragraph \"1\" 2 x rate q\n", 5, "den Satz „q“ gibt es nicht (erlaubt: r)");
	assert_fault(HEAD "rate r \"R\" paragraph \"1\" 2 x rate r\n", 5, "„r“ ist selbst aus einem Satz errechnet; hier muss ein Satz mit Beträgen stehen");
	assert_faults(HEAD "rate x \"X\" paragraph \"1\" 1,00\nrate y \"Y\" paragraph \"1\" rate x\n", ""); /* not: a factor "rate" */
	assert_fault(HEAD "rate r \"R\" paragraph \"1\" 0 x rate r\n", 5, "„0“ ist keine Zahl über 0 (Form: 2, 2,5 oder 1/3; Faktor)");
}

static void faults_of_other_parts(void **state)
{
	(void)state;
	assert_fault(HEAD "function f \"F\"\nfunction f \"G\"\n", 6, "„f“ steht schon in dieser Datei");
	assert_fault(HEAD "cap c \"C\" paragraph \"1\" week count 1\n", 5, "unbekanntes Wort „week“ (erlaubt: meeting, day, month, year, term)");
	assert_fault(HEAD "cap c \"C\" paragraph \"1\" day times 1\n", 5, "unbekanntes Wort „times“ (erlaubt: count, factor, amount, hours, further)");
	assert_fault(HEAD "cap c \"C\" paragraph \"1\" year further 50 percent\n", 5, "weitere Sitzungen zählt man nur am Tag: „day further“");
	assert_fault(HEAD "cap c \"C\" paragraph \"1\" day hours 25\n", 5, "ein Tag hat 24 Stunden");
	assert_fault(HEAD "cap c \"C\" paragraph \"1\" day amount 0,00\n", 5, "eine Grenze von 0,00 zahlt nie etwas");
	assert_fault(HEAD "tax_class t \"T\" paragraph \"1\" free 4/3\n", 5, "mehr als das Ganze kann nicht frei sein");
	assert_fault(HEAD "tax_class t \"T\" paragraph \"1\" free 1/3 at_least 5,00 at_most 4,00\n", 5, "at_least ist mehr als at_most");
	assert_fault(HEAD "tax_class t \"T\" paragraph \"1\" free 1/3 at_least 5,00 at_least 4,00\n", 5, "„at_least“ steht doppelt in dieser Zeile");
	assert_fault(HEAD "rule Ä \"R\"\n", 5, "„Ä“ ist kein Name (Name): erlaubt sind a-z, 0-9 und _, höchstens 63 Zeichen, zuerst ein Buchstabe");
	assert_fault(HEAD "with x\n", 5, "die Regel „x“ gibt es nicht (es gibt keine)");
	assert_fault(MONTHLY "rate x \"X\" paragraph \"1\" 1,00\nwith r\n", 11, "die Regel „r“ gilt auch ohne „with“: sie ist nicht optional");
	assert_fault(MONTHLY "optional\nrate x \"X\" paragraph \"1\" 1,00\nwith r r\n", 12, "„r“ ist schon genannt");
}

/* --- faults of rules --- */

static void faults_of_rule_lines(void **state)
{
	static const struct {
		const char *line, *message;
	} faults[] = {
		{ "who boss", "unbekanntes Wort „boss“ (erlaubt: mayor, chair, deputy_chair, member, expert_citizen, advisory_citizen, "
			      "advisory_member, substitute, minute_taker, administration, function)" },
		{ "who member of court", "unbekanntes Wort „court“ (erlaubt: council, committee, borough, group, office, other)" },
		{ "who member of council council", "„council“ steht doppelt in dieser Zeile" },
		{ "who member of", "hier fehlt ein Wort (erlaubt: council, committee, borough, group, office, other)" },
		{ "who function nobody", "die Funktion „nobody“ gibt es nicht (es gibt keine)" },
		{ "when members above 3", "unbekanntes Wort „above“ (erlaubt: over, to, from, under)" },
		{ "when members over -3", "„-3“ ist keine Zahl von 0 bis 99999999 (Grenze)" },
		{ "when members under 0", "diese Bedingung ist nie erfüllt" },
		{ "excludes r", "die Regel „r“ schließt sich selbst aus" },
		{ "excludes q", "die Regel „q“ gibt es nicht (erlaubt: r)" },
		{ "pool p", "„pool p“ steht nur in dieser Regel" },
		{ "valid", "hier fehlt from oder until" },
		{ "valid from 01.01.2023", "die Zeit der Regel „r“ liegt nicht in der Zeit der Satzung" },
		{ "valid until 01.01.2025", "die Zeit der Regel „r“ liegt nicht in der Zeit der Satzung" },
		{ "pay monthly", "„pay“ steht doppelt in der Regel (zuerst in Zeile 8)" },
		{ "surcharge 10", "hier fehlt ein Wort (erlaubt: percent)" },
		{ "surcharge 0,001 percent", "Prozent hat höchstens zwei Stellen nach dem Komma und ist höchstens 1000" },
		{ "reduction 100 percent", "mehr als 99,99 Prozent lassen sich nicht abziehen" },
		{ "factor 2 for x", "die Funktion „x“ gibt es nicht (es gibt keine)" },
		{ "due later", "unbekanntes Wort „later“ (erlaubt: arrears, advance)" },
		{ "prorata week", "unbekanntes Wort „week“ (erlaubt: full, thirtieth, days, half)" },
		{ "absence less 5", "„5“ ist kein Betrag (erlaubt: 1.234,56, rate NAME, 2,5 x rate NAME)" },
		{ "absence reduction 101 percent", "mehr als 100 Prozent lassen sich nicht abziehen" },
		{ "absence none", "unbekanntes Wort „none“ (erlaubt: less, reduction)" },
		{ "pause after 0 months", "„0“ ist keine Zahl von 1 bis 60 (Monate)" },
		{ "pause after 3 months keeps 100 percent", "was während der Pause bleibt, muss weniger als 100 Prozent sein" },
		{ "limit day count 1", "Anzahl und Faktor begrenzen nur, was je Sitzung, Tag oder Antrag gezahlt wird" },
		{ "limit day hours 1", "Stunden begrenzt man nur, wo sie gezahlt werden: „unit“ fehlt" },
		{ "limit day hours 0,0001", "das sind keine ganzen Minuten, oder zu viele" },
		{ "under c", "die gemeinsame Grenze „c“ gibt es nicht (es gibt keine)" },
		{ "tax t", "die Steuerklasse „t“ gibt es nicht (es gibt keine)" },
		{ "meetings council", "„meetings“ gibt es nur bei: pay meeting, pay day" },
		{ "claim travel", "„claim“ gibt es nur bei: pay claim" },
		{ "joint once", "„joint“ gibt es nur bei: pay meeting, pay day" },
		{ "bracket to 0 minutes 1,00", "„0“ ist keine Zahl von 1 bis 1440 (Dauer)" },
		{ "account 1111", "„1111“ steht, wo ein Text in Anführungszeichen erwartet wird (Konto)" },
		{ "duration", "hier fehlt before, after, gaps, meeting, day oder whole" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++) {
		struct statute_set set;
		char *text = str_format("%s%s\n", MONTHLY, faults[i].line);
		char *expected = str_format("a.statute:10: %s\n", faults[i].message);
		statute_set_init(&set);
		statute_parse(&set, "a.statute", text, strlen(text));
		assert_false(statute_check(&set, true));
		/* What the wrong line brings about besides is not the matter here. */
		char *all = faults_text(&set);
		if (!strstr(all, expected))
			fail_msg("%s: %s", faults[i].line, all);
		free(all);
		free(expected);
		free(text);
		statute_set_clear(&set);
	}
}

static void faults_of_meetings_and_claims(void **state)
{
	(void)state;
	assert_fault(MEETING "amount 5,00\ndue advance\n", 11, "„due“ gibt es nur bei: pay monthly, pay yearly");
	assert_fault(MEETING "amount claimed\n", 10, "„claimed“ gibt es nur bei: pay claim");
	assert_fault(MEETING "amount 5,00\npresence at_least 101 percent\n", 11, "mehr als 100 Prozent der Dauer ist niemand anwesend");
	assert_fault(MEETING "amount 5,00\nlimit day count 3\nlimit month count 2\n", 12, "diese Grenze ist kleiner als die für eine kürzere Zeit in Zeile 11");
	assert_fault(MEETING "amount 5,00\nlimit day factor 5/2\nlimit month factor 2\n", 12, "diese Grenze ist kleiner als die für eine kürzere Zeit in Zeile 11");
	assert_fault(MEETING "amount 5,00\nlimit month further 50 percent\n", 11, "weitere Sitzungen zählt man nur am Tag: „day further“");
	assert_fault(MEETING "amount 5,00\nlimit day further 100 percent\n", 11, "weitere Sitzungen am selben Tag werden zu weniger als 100 Prozent gezahlt");
	assert_fault(MEETING "amount 5,00\nlimit day further 50\n", 11, "hier fehlt ein Wort (erlaubt: percent)");
	assert_fault(MEETING "amount 5,00\nduration day\nlimit day further 50 percent\n", 12, "„further“ gibt es nur bei: duration meeting");
	assert_fault(CLAIM("care") "amount claimed\nlimit day further 50 percent\n", 11, "„further“ gibt es nur bei: pay meeting");
	assert_fault(HEAD "cap c \"C\" paragraph \"1\" day further 50 percent\nrule r \"R\"\nparagraph \"1\"\nwho member\npay monthly\namount 5,00\nunder c\n",
		11, "„further“ gibt es nur bei: pay meeting");
	assert_fault(MEETING "amount 5,00\nlimit day further 50 percent\nunder c\ncap c \"C\" paragraph \"1\" day further 50 percent\n", 12,
		"weitere Sitzungen am selben Tag lassen sich nur einmal kürzen");
	assert_fault(MEETING "amount 5,00\nlimit day count 3\nlimit day count 2\n", 12, "die Grenze „day count“ steht schon in Zeile 11");
	assert_fault(MEETING "bracket to 60 minutes 1,00\nbracket to 60 minutes 2,00\n", 11, "die Obergrenzen müssen steigen: nach 60 kommt 60");
	assert_fault(MEETING "bracket above 1,00\nbracket to 60 minutes 2,00\n", 11, "nach „bracket above“ kommt kein „bracket“ mehr");
	assert_fault(MEETING "amount 5,00\nexcludes m\nrule m \"M\"\nparagraph \"§ 1\"\nwho member\npay monthly\namount 1,00\n", 11,
		"„m“ wird je Monat gezahlt; das schließt nur aus, was auch je Monat gezahlt wird");
	assert_faults(MEETING "amount 5,00\npool p\nrule m \"M\"\nparagraph \"§ 1\"\nwho member\npay monthly\namount 1,00\npool p\n",
		"a.statute:11: „pool p“ vergleicht nur, was gleich gezahlt wird; „m“ wird jeden Monat gezahlt\n"
		"a.statute:17: „pool p“ vergleicht nur, was gleich gezahlt wird; „r“ wird je Sitzung gezahlt\n");
	assert_fault(MEETING "bracket to 60 minutes 1,00 plus 1,00 per started 60 minutes\n", 10, "„plus“ gibt es nur bei „bracket above“");
	assert_fault(MEETING "bracket above 1,00 plus 1,00 per exact\n", 10, "hier geht nur started, full oder nearest");
	assert_fault(MEETING "bracket above 1,00 plus rate x per full 30 minutes\n", 10, "den Satz „x“ gibt es nicht (es gibt keine)");
	assert_fault(MEETING "bracket above 1,00 plus 1,00 per full 0 minutes\n", 10, "„0“ ist keine Zahl von 1 bis 1440 (Einheit)");
	assert_fault(MEETING "amount 5,00\ndays monday monday\n", 11, "„monday“ steht doppelt in dieser Zeile");
	assert_fault(MEETING "amount 5,00\nbegins from 16:00 before 16:00\n", 11, "das Ende liegt vor dem Anfang");
	assert_fault(MEETING "amount 5,00\nbegins from 00:00\n", 11, "diese Bedingung ist nie erfüllt oder immer");
	assert_fault(MEETING "amount 5,00\nbegins from 24:00\n", 11, "diese Bedingung ist nie erfüllt oder immer");
	assert_fault(MEETING "amount 5,00\nbegins from 00:00 before 24:00\n", 11, "diese Bedingung ist nie erfüllt oder immer");
	assert_fault(MEETING "amount 5,00\nbegins before 4 pm\n", 11, "„4“ ist keine Uhrzeit (Form: 08:00)");
	assert_fault(MONTHLY "days sunday\n", 10, "„days“ gibt es nur bei: pay meeting, pay day");
	assert_fault(MEETING "bracket above 1,00\nunit exact\n", 11, "„unit“ und „bracket“ schließen sich aus");
	assert_fault(MEETING "amount 5,00\nunit started 1 km\n", 11, "Kilometer zählt man bei „claim travel“ und nur dort, sonst Minuten");
	assert_fault(CLAIM("care") "amount claimed\nduration whole\n", 11, "„duration whole“ gibt es nur bei: pay meeting, pay day");
	assert_fault(MEETING "amount 5,00\nduration meeting day\n", 11, "meeting und day schließen sich aus");
	assert_fault(MEETING "amount 5,00\nbracket above 2,00\n", 5, "die Regel „r“ hat mehr als eines von amount, bracket und vehicle");
	assert_fault(CLAIM("travel") "vehicle car 0,30\nvehicle car 0,35\n", 11, "„vehicle car“ steht doppelt");
	assert_fault(CLAIM("travel") "vehicle car 0,30\nunit started 30 minutes\n", 11, "Kilometer zählt man bei „claim travel“ und nur dort, sonst Minuten");
	assert_fault(CLAIM("travel") "vehicle car claimed\n", 10, "„claimed“ ist kein Betrag (erlaubt: 1.234,56, rate NAME, 2,5 x rate NAME)");
	assert_fault(CLAIM("travel") "vehicle car 0,30\nfloor 5,00\n", 11,
		"„floor“ gibt es nur bei: claim loss_floor, claim loss_proven, claim loss_plausible, claim household");
	assert_faults(CLAIM("care") "amount claimed\nvehicle car 0,30\n",
		"a.statute:5: die Regel „r“ hat mehr als eines von amount, bracket und vehicle\n"
		"a.statute:11: „vehicle“ gibt es nur bei: claim travel\n");
}

static void faults_of_limits_and_hours(void **state)
{
	(void)state;
	assert_fault(CLAIM("loss_proven") "amount claimed\nfloor 20,00\nat_most 10,00 per hour\n", 12, "der Höchstsatz ist kleiner als der Mindestsatz in Zeile 11");
	assert_fault(CLAIM("loss_proven") "amount claimed\nat_most 10,00 per hour\nat_most 11,00 per hour\n", 12, "„at_most“ steht doppelt");
	assert_fault(CLAIM("loss_proven") "amount claimed\nwithin 8 to 9\n", 11, "„8“ ist keine Uhrzeit (Form: 08:00)");
	assert_fault(CLAIM("loss_proven") "amount claimed\nwithin 09:00 to 24:01\n", 11, "„24:01“ ist keine Uhrzeit (Form: 08:00)");
	assert_fault(CLAIM("loss_proven") "amount claimed\nwithin 09:00 to 08:00\n", 11, "das Ende liegt vor dem Anfang");
	assert_fault(CLAIM("loss_proven") "amount claimed\nlimit day hours 24,5\n", 11, "ein Tag hat 24 Stunden");
	assert_fault(CLAIM("loss_proven") "amount claimed\nwhen members over 5\nwhen members to 5\n", 12, "diese Bedingung ist nie erfüllt");
}

static void faults_of_what_is_missing(void **state)
{
	(void)state;
	assert_faults(HEAD "rule r \"R\"\n",
		"a.statute:5: der Regel „r“ fehlt der Betrag: amount, bracket oder vehicle\n"
		"a.statute:5: der Regel „r“ fehlt „paragraph“\n"
		"a.statute:5: der Regel „r“ fehlt „pay“\n"
		"a.statute:5: der Regel „r“ fehlt „who“\n");
	assert_fault(RULE "pay meeting\namount 1,00\n", 5, "der Regel „r“ fehlt „meetings“");
	assert_fault(RULE "pay claim\namount 1,00\n", 5, "der Regel „r“ fehlt „claim“");
	assert_faults(MONTHLY "rule r \"R\"\nparagraph \"1\"\nwho member\npay monthly\namount 1,00\n", "a.statute:10: „r“ steht schon in dieser Datei\n");
	assert_faults(MONTHLY "excludes q\nrule q \"Q\"\nparagraph \"1\"\nwho member\npay monthly\namount 1,00\nexcludes r\n",
		"a.statute:10: „r“ und „q“ schließen sich gegenseitig aus; dann bliebe keine\n"
		"a.statute:16: „q“ und „r“ schließen sich gegenseitig aus; dann bliebe keine\n");
}

/* --- several files --- */

#define BASE "statute b\ntitle \"B\"\nsource \"S\"\nvalid from 01.01.2023\nfunction f \"F\"\nrate x \"X\" paragraph \"1\" 1,00\n" \
	"rule o \"O\"\noptional\nparagraph \"1\"\nwho function f\npay monthly\namount rate x\n"

static void statutes_on_others(void **state)
{
	(void)state;
	assert_two(HEAD "based_on b\nwith o\nrule r \"R\"\nparagraph \"1\"\nwho function f\npay monthly\namount 2 x rate x\n", BASE, true, "");
	assert_two(HEAD "based_on b\nwithout o q\n", BASE, true, "a.statute:6: in der Satzung darunter die Regel „q“ gibt es nicht (erlaubt: o)\n");
	assert_two(HEAD "based_on b\nwith o\nwithout o\n", BASE, true, "a.statute:7: „o“ steht bei with und bei without\n");
	assert_two(HEAD "based_on c\n", BASE, true, "a.statute:5: die Satzung „c“ fehlt: ihre Datei wird mit angegeben\n");
	assert_two(HEAD "based_on c\nwith unknown\n", NULL, false, "");
	assert_two(HEAD "based_on a\n", NULL, true, "a.statute:5: die Satzung steht auf sich selbst\n");
	assert_two(HEAD "based_on b\n", "statute b\ntitle \"B\"\nsource \"S\"\nvalid from 01.01.2023 until 30.06.2024\nbased_on a\n", true,
		"a.statute:4: „b“, worauf diese Satzung steht, gilt nicht während ihrer ganzen Zeit\n"
		"a.statute:5: die Satzung steht auf sich selbst\n"
		"dir/b.statute:4: „a“, worauf diese Satzung steht, gilt nicht während ihrer ganzen Zeit\n"
		"dir/b.statute:5: die Satzung steht auf sich selbst\n");
	assert_two(HEAD, "statute a\ntitle \"B\"\nsource \"S\"\nvalid from 01.01.2023\n", true,
		"dir/b.statute: die Satzung „a“ steht schon in a.statute\n"
		"dir/b.statute:1: die Satzung „a“ muss in der Datei a.statute stehen\n");
}

#define PLAIN(name) "rule " name " \"R\"\nparagraph \"1\"\nwho member\npay monthly\namount 1,00\n"
#define OPTIONAL(name) PLAIN(name) "optional\n"

/* Names of the rules that hold under a, which is based on b, with the statute each comes from. */
static void what_holds(void **state)
{
	static const char top[] = HEAD "based_on b\nwith chosen own\nwithout gone\n" PLAIN("mine") OPTIONAL("own") OPTIONAL("idle") PLAIN("replaced")
		OPTIONAL("hidden");
	static const char below[] = "statute b\ntitle \"B\"\nsource \"S\"\nvalid from 01.01.2023\n" PLAIN("plain") OPTIONAL("chosen") OPTIONAL("left")
		PLAIN("gone") PLAIN("replaced") PLAIN("hidden");
	struct statute_set set;
	struct vec holdings;
	struct str out = { 0 };
	(void)state;
	statute_set_init(&set);
	statute_parse(&set, "a.statute", top, strlen(top));
	statute_parse(&set, "b.statute", below, strlen(below));
	assert_true(statute_check(&set, true));
	statute_holdings(&set, statute_find(&set, "a"), &holdings);
	for (size_t i = 0; i < holdings.len; i++) {
		const struct statute_holding *h = vec_at(&holdings, i);
		str_addf(&out, "%s.%s ", h->of->name, h->rule->name);
	}
	assert_string_equal(str_text(&out), "a.mine a.own a.replaced b.plain b.chosen ");
	vec_clear(&holdings);
	str_clear(&out);
	statute_set_clear(&set);
}

/* --- hostile files --- */

static void hostile(void **state)
{
	struct statute_set set;
	struct str text = { 0 };
	(void)state;
	static const char nul[] = HEAD "note \"a\0b\"\nnote \"\xE4\"\nnote \"\x1b[2J\"\nnote\x01 \"x\"\n";
	statute_set_init(&set);
	statute_parse(&set, "a.statute", nul, sizeof(nul) - 1);
	assert_false(statute_check(&set, true));
	char *faults = faults_text(&set);
	assert_non_null(strstr(faults, "a.statute:5: die Zeile ist kein gültiges UTF-8\na.statute:6: die Zeile ist kein gültiges UTF-8\n"
				       "a.statute:7: ein Steuerzeichen steht im Text (Anmerkung)\na.statute:8: "));
	for (const char *c = faults; *c; c++)
		assert_true(*c == '\n' || (unsigned char)*c >= ' ');
	free(faults);
	statute_set_clear(&set);

	/* Long lines, and so many faults that nobody reads them all. */
	for (size_t i = 0; i < 100000; i++)
		str_add_char(&text, 'x');
	for (size_t i = 0; i < 10000; i++)
		str_add(&text, "\ny");
	statute_set_init(&set);
	statute_parse(&set, "a.statute", str_text(&text), text.len);
	assert_int_equal(set.faults.len, 201);
	assert_string_equal(((struct fault *)vec_at(&set.faults, 0))->text, "die Zeile ist länger als 4000 Bytes");
	assert_string_equal(((struct fault *)vec_at(&set.faults, 200))->text, "zu viele Fehler; der Rest der Datei wurde nicht gelesen");
	statute_set_clear(&set);
	str_clear(&text);

	/* Too many elements, too large a file. */
	str_add(&text, HEAD);
	for (size_t i = 0; i < 1001; i++)
		str_addf(&text, "function f%zu \"F\"\n", i);
	assert_fault(str_text(&text), 1005, "mehr als 1000 Angaben dieser Art");
	while (text.len <= STATUTE_BYTES_MAX)
		str_add(&text, "# comment\n");
	assert_faults(str_text(&text), "a.statute: die Datei ist größer als 1048576 Bytes\n");
	str_clear(&text);
}

/* --- shown and compared --- */

static void shown(void **state)
{
	struct statute_set set;
	struct doc doc;
	struct str out = { 0 };
	(void)state;
	only_rule(&set, HEAD "rate f \"Voll\" paragraph \"§ 2\" by inhabitants\nband to 10000 1.234,50\nband above 2.000,00\n"
		"rate t \"Teil\" paragraph \"§ 2\" by inhabitants\nband to 10000 600,00\nband above 700,00\n"
		"rule r \"Regel\"\nparagraph \"§ 5\"\nwho member of council\nwhen group_members over 10\npay monthly\namount 1,5 x rate f\nlimit year amount 9.000,00\n");
	statute_describe(&set, statute_find(&set, "a"), &doc);
	document_write_text(&doc, 72, &out);
	assert_string_equal(str_text(&out),
		"A\n=\n\n"
		"Fundstelle: Amtsblatt\n"
		"Gültig:     vom 01.01.2024 bis 31.12.2024\n"
		"Rundung:    0,01, kaufmännisch\n\n"
		"Sätze\n=====\n\n"
		"Voll (§ 2); Teil (§ 2)\n"
		"Einwohner       Voll    Teil\n"
		"----------------------------\n"
		"bis 10.000  1.234,50  600,00\n"
		"darüber     2.000,00  700,00\n\n"
		"Regeln\n======\n\n"
		"Regel (r)\n---------\n\n"
		"Grundlage: § 5\n"
		"Wer:       Mitglied (Rat)\n"
		"Bedingung: Mitglieder der Fraktion: mehr als 10\n"
		"Betrag:    1,5 × „Voll“\n"
		"Zahlung:   jeden Monat\n"
		"Fällig:    nachträglich\n"
		"Anteilig:  angebrochene Monate voll\n"
		"Grenze:    im Kalenderjahr höchstens 9.000,00\n");
	str_clear(&out);
	doc_clear(&doc);
	statute_set_clear(&set);
}

static void compared(void **state)
{
	struct statute_set old, new;
	struct str out = { 0 };
	(void)state;
	only_rule(&old, MONTHLY "rate f \"Voll\" paragraph \"§ 2\" by inhabitants\nband to 10000 230,00\nband above 250,00\nfunction x \"X\"\n");
	only_rule(&new, RULE "pay monthly\namount 12,00\nprorata days\nrate f \"Voll\" paragraph \"§ 2\" by inhabitants\nband to 10000 234,60\nband above 250,00\n"
		"rule q \"Q\"\nparagraph \"§ 9\"\nwho chair\npay monthly\namount rate f\n");
	assert_true(statute_diff(&new, statute_find(&old, "a"), statute_find(&new, "a"), &out));
	assert_string_equal(str_text(&out),
		"~ Satz f: Voll\n    bis 10.000: 230,00 → 234,60\n"
		"~ Regel r: R\n    Betrag: 10,00 → 12,00\n    Anteilig: angebrochene Monate voll → angebrochene Monate nach Kalendertagen\n"
		"+ Regel q: Q\n    Grundlage: § 9\n    Wer: Vorsitz\n    Betrag: „Voll“\n    Zahlung: jeden Monat\n    Fällig: nachträglich\n    Anteilig: angebrochene Monate voll\n"
		"- Funktion x: X\n");
	str_clear(&out);
	assert_false(statute_diff(&new, statute_find(&new, "a"), statute_find(&new, "a"), &out));
	assert_int_equal(out.len, 0);
	statute_set_clear(&old);
	statute_set_clear(&new);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sums),
		cmocka_unit_test(ratios),
		cmocka_unit_test(dates),
		cmocka_unit_test(what_is_read),
		cmocka_unit_test(what_is_read_of_steps_and_times),
		cmocka_unit_test(what_is_read_of_claims),
		cmocka_unit_test(faults_of_the_head),
		cmocka_unit_test(faults_of_rates),
		cmocka_unit_test(faults_of_other_parts),
		cmocka_unit_test(faults_of_rule_lines),
		cmocka_unit_test(faults_of_meetings_and_claims),
		cmocka_unit_test(faults_of_limits_and_hours),
		cmocka_unit_test(faults_of_what_is_missing),
		cmocka_unit_test(statutes_on_others),
		cmocka_unit_test(what_holds),
		cmocka_unit_test(hostile),
		cmocka_unit_test(shown),
		cmocka_unit_test(compared),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
