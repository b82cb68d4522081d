/* Result sentences and minutes: a small meeting is held, and what its documents say. */
#include "domain_support.h"

#include "document/html.h"
#include "document/text.h"
#include "domain/minutes.h"
#include "domain/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void expect_figures(bool strict, int32_t yes, int32_t no, int32_t abstain, const char *expected)
{
	struct str out = { 0 };
	wording_figures(&out, yes > no, strict, yes, no, abstain, 0);
	assert_string_equal(str_text(&out), expected);
	str_clear(&out);
}

static void sentences(void **state)
{
	(void)state;
	expect_figures(false, 28, 0, 0, "einstimmig angenommen");
	expect_figures(false, 26, 0, 2, "einstimmig angenommen bei 2 Enthaltungen");
	expect_figures(false, 27, 0, 1, "einstimmig angenommen bei 1 Enthaltung");
	expect_figures(true, 28, 0, 0, "einstimmig angenommen");
	expect_figures(true, 26, 0, 2, "angenommen (26 Ja, 0 Nein, 2 Enthaltungen)");
	expect_figures(false, 25, 3, 0, "mehrheitlich angenommen (25 Ja, 3 Nein, 0 Enthaltungen)");
	expect_figures(false, 3, 25, 1, "mehrheitlich abgelehnt (3 Ja, 25 Nein, 1 Enthaltung)");
	expect_figures(false, 14, 14, 0, "bei Stimmengleichheit abgelehnt (14 Ja, 14 Nein, 0 Enthaltungen)");
	expect_figures(false, 0, 28, 0, "einstimmig abgelehnt");
}

/* A majority of the members was missed although more said yes than no. */
static void qualified_majority_missed(void **state)
{
	(void)state;
	struct str out = { 0 };
	wording_figures(&out, false, false, 51, 2, 0, 0);
	assert_string_equal(str_text(&out), "abgelehnt (51 Ja, 2 Nein, 0 Enthaltungen)");
	str_clear(&out);
}

static void expect_item(const struct table *t, int n, const char *expected)
{
	struct str out = { 0 };
	wording_item(&out, &t->sitting, sitting_find_item(&t->sitting, &t->ids[n]));
	assert_string_equal(str_text(&out), expected);
	str_clear(&out);
}

static void by_group(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	struct ledger_event *e = table_vote(&t, 3, "group", 4, 2, 1);
	ledger_set_labels(e, (const char *const[]){ "CDU", "SPD", "GRÜNE", "o. F." }, 4);
	ledger_set_counts(e, (const int32_t[]){ 2, 0, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0 }, 12);
	assert_true(table_commit(&t));
	expect_item(&t, 3, "mehrheitlich angenommen (4 Ja, 2 Nein, 1 Enthaltung); dafür: die Mehrheit (CDU, SPD (1), o. F.) "
			   "dagegen: die Minderheit (SPD (1), GRÜNE (1)) Enthaltung: GRÜNE (1)");
	mem_replace(&t.setup.group_style, "plain");
	expect_item(&t, 3, "mehrheitlich angenommen (4 Ja, 2 Nein, 1 Enthaltung); dafür: CDU, SPD (1), o. F. "
			   "dagegen: SPD (1), GRÜNE (1) Enthaltung: GRÜNE (1)");
	table_close(&t);
}

static void numbers_and_overridden(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	for (int n = 1; n <= 2; n++) {
		struct ledger_event *e = table_vote(&t, 3, "count", n == 1 ? 7 : 5, n == 1 ? 0 : 2, 0);
		mem_replace(&e->slot, "number");
		e->number = mem_strdup(n == 1 ? "1" : "2");
		assert_true(table_commit(&t));
	}
	struct ledger_event *e = table_vote(&t, 3, "count", 7, 0, 0);
	struct id vote = e->event_id;
	assert_true(table_commit(&t));
	expect_item(&t, 3, "Ziffer 1: einstimmig angenommen; Ziffer 2: mehrheitlich angenommen (5 Ja, 2 Nein, 0 Enthaltungen); "
			   "Gesamtabstimmung: einstimmig angenommen");
	e = table_event(&t, LEDGER_WORDING, 3, 0);
	e->ref_event_id = vote;
	e->text = mem_strdup("mit großer Freude angenommen");
	e->note = mem_strdup("");
	assert_false(table_commit(&t)); /* needs its reason */
	e = table_event(&t, LEDGER_WORDING, 3, 0);
	e->ref_event_id = vote;
	e->text = mem_strdup("mit großer Freude angenommen");
	e->note = mem_strdup("Wunsch des Vorsitzes");
	assert_true(table_commit(&t));
	struct str out = { 0 };
	wording_item(&out, &t.sitting, 2);
	assert_non_null(strstr(out.data, "Gesamtabstimmung: mit großer Freude angenommen"));
	str_clear(&out);
	table_close(&t);
}

static void subjects(void **state)
{
	(void)state;
	struct table t;
	struct str out = { 0 };
	table_open(&t);
	table_begin(&t);
	struct ledger_event *e = table_event(&t, LEDGER_AMENDMENT, 3, SOMMER);
	struct id amendment = e->event_id;
	e->text = mem_strdup("Tempo 30");
	assert_true(table_commit(&t));
	e = table_vote(&t, 3, "secret", 4, 3, 0);
	mem_replace(&e->slot, "amendment");
	e->number = mem_strdup("1");
	e->ref_event_id = amendment;
	assert_true(table_commit(&t));
	wording_vote(&out, &t.sitting, sitting_vote(&t.sitting, 0));
	assert_string_equal(out.data, "Änderungsantrag 1: in geheimer Abstimmung mehrheitlich angenommen (4 Ja, 3 Nein, 0 Enthaltungen)");
	str_clear(&out);
	table_close(&t);
}

static void results_without_a_vote(void **state)
{
	(void)state;
	static const char *const cases[][2] = { { "noted", "zur Kenntnis genommen" }, { "deferred", "vertagt" },
		{ "referred", "verwiesen an Bauausschuss" }, { "withdrawn", "zurückgezogen" }, { "settled", "erledigt" } };
	struct table t;
	table_open(&t);
	setup_add_organization(&t.setup, 5, "Bauausschuss", "BauA");
	table_begin(&t);
	struct ledger_event *e = table_event(&t, LEDGER_RESULT, 5, 0);
	e->outcome = mem_strdup("referred");
	assert_false(table_commit(&t)); /* to whom? */
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		e = table_event(&t, LEDGER_RESULT, 5, 0);
		e->outcome = mem_strdup(cases[i][0]);
		e->organization_id = strcmp(cases[i][0], "referred") == 0 ? 5 : 0;
		assert_true(table_commit(&t));
		expect_item(&t, 5, cases[i][1]);
	}
	table_close(&t);
}

static void elections_and_seats(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	struct ledger_event *e = table_event(&t, LEDGER_ELECTION, 4, 0);
	e->slot = mem_strdup("round");
	e->outcome = mem_strdup("elected");
	e->text = mem_strdup("Frau A");
	ledger_set_labels(e, (const char *const[]){ "Frau A", "Herr B" }, 2);
	ledger_set_counts(e, (const int32_t[]){ 3, 3 }, 2);
	assert_false(table_commit(&t)); /* the figures say otherwise */
	e = table_event(&t, LEDGER_ELECTION, 4, 0);
	e->slot = mem_strdup("round");
	e->outcome = mem_strdup("elected");
	e->text = mem_strdup("Frau A");
	e->abstain = 1;
	ledger_set_labels(e, (const char *const[]){ "Frau A", "Herr B" }, 2);
	ledger_set_counts(e, (const int32_t[]){ 4, 2 }, 2);
	assert_true(table_commit(&t));
	expect_item(&t, 4, "gewählt: Frau A (Frau A 4, Herr B 2, Enthaltung 1)");
	e = table_event(&t, LEDGER_SEATS, 4, 0);
	e->mode = mem_strdup("hare");
	e->entitled = 13;
	e->outcome = mem_strdup("allocated");
	e->text = mem_strdup("A 5, B 4, C 2, D 1, E 1");
	ledger_set_labels(e, (const char *const[]){ "A", "B", "C", "D", "E" }, 5);
	ledger_set_counts(e, (const int32_t[]){ 28, 22, 9, 6, 3 }, 5);
	assert_true(table_commit(&t));
	expect_item(&t, 4, "13 Sitze nach Hare/Niemeyer: A 5, B 4, C 2, D 1, E 1");
	table_close(&t);
}

/* --- a whole meeting --- */

static void hold_non_public_part(struct table *t)
{
	table_event(t, LEDGER_PART, 0, 0)->flag = LEDGER_FALSE;
	table_commit(t);
	table_do(t, LEDGER_ITEM_CALL, 6, 0);
	table_event(t, LEDGER_CONFLICT, 6, KRAUS)->note = mem_strdup("GEHEIM-Grund");
	table_commit(t);
	table_text(t, 6, "course", "GEHEIM-Verlauf.");
	table_text(t, 0, "course", "GEHEIM-Allgemein.");
	struct ledger_event *e = table_event(t, LEDGER_TASK, 6, 0);
	e->text = mem_strdup("GEHEIM-Auftrag");
	table_commit(t);
	e = table_event(t, LEDGER_TASK, 0, 0);
	e->text = mem_strdup("GEHEIM-Zusage");
	table_commit(t);
	e = table_event(t, LEDGER_GUEST, 6, 0);
	e->text = mem_strdup("GEHEIM-Gast");
	e->slot = mem_strdup("expert");
	table_commit(t);
	e = table_vote(t, 6, "count", 4, 2, 0);
	e->note = mem_strdup("GEHEIM-Anmerkung");
	table_commit(t);
	table_event(t, LEDGER_DEPART, 6, SOMMER);
	table_commit(t);
}

static void hold_meeting(struct table *t)
{
	table_event(t, LEDGER_DEPART, 0, LANGE)->note = mem_strdup("Kur");
	table_commit(t);
	table_begin(t);
	table_do(t, LEDGER_ITEM_CALL, 2, 0);
	table_vote(t, 2, "unanimous", 7, 0, 0);
	table_commit(t);
	table_do(t, LEDGER_ITEM_CALL, 3, 0);
	struct ledger_event *e = table_event(t, LEDGER_SUBSTITUTE, 3, WEISS);
	e->other_person_id = LANGE;
	e->at = START + 42 * MINUTE;
	table_commit(t);
	table_do(t, LEDGER_CONFLICT, 3, KRAMER);
	table_text(t, 3, "course", "Frau von Sommer beantragt Tempo 30.");
	table_text(t, 3, "course", "Frau von Sommer beantragt Tempo 30. Herr Kraus & Frau <Lange> erwidern.");
	e = table_event(t, LEDGER_AMENDMENT, 3, SOMMER);
	struct id amendment = e->event_id;
	e->text = mem_strdup("Tempo 30 statt Tempo 50");
	table_commit(t);
	e = table_vote(t, 3, "count", 5, 2, 0);
	mem_replace(&e->slot, "amendment");
	e->ref_event_id = amendment;
	table_commit(t);
	table_text(t, 3, "resolution", "1. Die Straße wird ausgebaut.\n2. Die Verwaltung wird beauftragt, Tempo 30 anzuordnen.");
	struct vec voters = VEC_OF(int64_t);
	sitting_voters(&t->sitting, false, &voters);
	e = table_vote(t, 3, "rollcall", 5, 1, 1);
	ledger_set_persons(e, voters.data, voters.len);
	e->choices = mem_strdup("JJJJJNE");
	table_commit(t);
	vec_clear(&voters);
	e = table_event(t, LEDGER_TASK, 3, 0);
	e->text = mem_strdup("Kosten nachreichen");
	e->number = mem_strdup("Tiefbauamt");
	date_parse_iso("2026-11-30", &e->due);
	table_commit(t);
	e = table_event(t, LEDGER_RESULT, 5, 0);
	e->outcome = mem_strdup("deferred");
	table_commit(t);
	hold_non_public_part(t);
	table_do(t, LEDGER_CLOSE, 0, 0);
}

static char *minutes_text(const struct table *t, enum minutes_part part, enum minutes_kind kind)
{
	struct doc doc;
	struct str out = { 0 };
	minutes_build(&t->sitting, &(struct minutes_options){ .kind = kind, .part = part, .minute_taker = "Mia Muster" }, &doc);
	document_write_text(&doc, 100, &out);
	doc_clear(&doc);
	return str_take(&out);
}

static void expect_in(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("not found: %s\nin:\n%s", part, text);
}

static void minutes_say_it_all(void **state)
{
	(void)state;
	static const char *const parts[] = {
		"Niederschrift: Rat der Stadt Musterfeld, 41. Sitzung", "Mia Muster", "Tom Weiß", "ab 18:42 Uhr (TOP 3), i. V. für Frau Lange",
		"Ute Lange (CDU), entschuldigt (Kur)", "Lea Beratz", "Anwesend sind 7 stimmberechtigte Mitglieder",
		"Frau Kramer hat wegen Befangenheit", "Antrag von Frau von Sommer:", "Tempo 30 statt Tempo 50",
		"Ergebnis: mehrheitlich angenommen (5 Ja, 2 Nein", "Tempo [-50-] {+30+}",
		"in namentlicher Abstimmung mehrheitlich angenommen (5 Ja, 1 Nein, 1 Enthaltung)", "Nein (1):", "Enthaltung (1):",
		"Tiefbauamt: Kosten nachreichen (bis 30.11.2026)", "vertagt", "nicht behandelt", "Geheimgrundstück", "GEHEIM-Verlauf",
		"Gesa Brandt, Vorsitz", "Mia Muster, Schriftführung",
	};
	struct table t;
	table_open(&t);
	hold_meeting(&t);
	char *text = minutes_text(&t, MINUTES_BOTH, MINUTES_COURSE);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		expect_in(text, parts[i]);
	free(text);
	text = minutes_text(&t, MINUTES_BOTH, MINUTES_RESULTS);
	assert_null(strstr(text, "beantragt Tempo 30."));
	assert_null(strstr(text, "[-50-]"));
	free(text);
	table_close(&t);
}

typedef void builder(const struct sitting *s, const struct minutes_options *options, struct doc *doc);

static void all_history(const struct sitting *s, const struct minutes_options *options, struct doc *doc)
{
	minutes_history(s, SITTING_NONE, options, doc);
}

static void secret_excerpt(const struct sitting *s, const struct minutes_options *options, struct doc *doc)
{
	minutes_excerpt(s, 5, options, doc);
}

/* Not one word of the non-public part in any public document. */
static void public_part_is_clean(void **state)
{
	(void)state;
	builder *const builders[] = { minutes_build, minutes_excerpts, minutes_overview, all_history, secret_excerpt };
	struct table t;
	table_open(&t);
	hold_meeting(&t);
	for (size_t i = 0; i < sizeof(builders) / sizeof(*builders); i++) {
		for (enum minutes_part part = MINUTES_BOTH; part <= MINUTES_PUBLIC; part++) {
			struct doc doc;
			struct str out = { 0 };
			builders[i](&t.sitting, &(struct minutes_options){ .kind = MINUTES_VERBATIM, .part = part }, &doc);
			document_write_html(&doc, NULL, &out);
			bool secret = strstr(str_text(&out), "GEHEIM") || strstr(str_text(&out), "Geheim") || strstr(str_text(&out), "Grundstück");
			assert_int_equal(secret, part == MINUTES_BOTH); /* it is there, and there only */
			if (part == MINUTES_PUBLIC) {
				assert_null(strstr(str_text(&out), "Kur)"));
				assert_null(strstr(str_text(&out), "Uhr (TOP 1)")); /* who left at the non-public item 1 */
			}
			str_clear(&out);
			doc_clear(&doc);
		}
	}
	table_close(&t);
}

static void non_public_part_is_separate(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	hold_meeting(&t);
	char *text = minutes_text(&t, MINUTES_NONPUBLIC, MINUTES_COURSE);
	expect_in(text, "Nichtöffentlicher Teil");
	expect_in(text, "GEHEIM-Verlauf");
	expect_in(text, "GEHEIM-Grund");
	assert_null(strstr(text, "Schulstraße"));
	free(text);
	table_close(&t);
}

/* An item that was switched behind closed doors leaves the public minutes, its vote on that included. */
static void switched_item_is_not_public(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	table_do(&t, LEDGER_ITEM_CALL, 5, 0);
	table_text(&t, 5, "course", "Beratung über Gebühren.");
	mem_replace(&table_vote(&t, 5, "unanimous", 7, 0, 0)->slot, "public");
	assert_true(table_commit(&t));
	char *text = minutes_text(&t, MINUTES_PUBLIC, MINUTES_COURSE);
	expect_in(text, "Beratung über Gebühren");
	free(text);
	table_event(&t, LEDGER_ITEM_PUBLIC, 5, 0)->flag = LEDGER_FALSE;
	assert_true(table_commit(&t));
	text = minutes_text(&t, MINUTES_PUBLIC, MINUTES_COURSE);
	assert_null(strstr(text, "Gebühren"));
	free(text);
	text = minutes_text(&t, MINUTES_NONPUBLIC, MINUTES_COURSE);
	expect_in(text, "Weitere Abstimmung: Öffentlichkeit: einstimmig angenommen");
	expect_in(text, "nichtöffentlich behandelt");
	free(text);
	table_close(&t);
}

static void verbatim_minutes_name_speakers(void **state)
{
	(void)state;
	static const char *const slots[] = { "request", "begin", "end" };
	struct table t;
	table_open(&t);
	table_begin(&t);
	table_do(&t, LEDGER_ITEM_CALL, 3, 0);
	for (size_t i = 0; i < 3; i++) {
		table_event(&t, LEDGER_SPEAKER, 3, SOMMER)->slot = mem_strdup(slots[i]);
		assert_true(table_commit(&t));
	}
	struct ledger_event *e = table_event(&t, LEDGER_TEXT, 3, SOMMER);
	e->slot = mem_strdup("verbatim");
	e->text = mem_strdup("Das geht zu weit.");
	assert_true(table_commit(&t));
	char *text = minutes_text(&t, MINUTES_BOTH, MINUTES_VERBATIM);
	expect_in(text, "- Frau von Sommer, 18:04–18:05 Uhr");
	expect_in(text, "Frau von Sommer erklärt wörtlich:");
	free(text);
	text = minutes_text(&t, MINUTES_BOTH, MINUTES_RESULTS);
	assert_null(strstr(text, "Wortbeiträge"));
	expect_in(text, "Das geht zu weit."); /* demanded statements stand in every kind */
	free(text);
	table_close(&t);
}

static void minutes_escape_html(void **state)
{
	(void)state;
	struct table t;
	struct doc doc;
	struct str out = { 0 };
	table_open(&t);
	hold_meeting(&t);
	minutes_excerpt(&t.sitting, 2, &(struct minutes_options){ 0 }, &doc);
	document_write_html(&doc, NULL, &out);
	expect_in(out.data, "Kraus &amp; Frau &lt;Lange&gt; erwidern");
	expect_in(out.data, "<del>50</del><ins>30</ins>");
	assert_null(strstr(out.data, "<Lange>"));
	str_clear(&out);
	doc_clear(&doc);
	table_close(&t);
}

/* The sentence of the first wording keeps its author and time when more is added. */
static void history_names_the_origin(void **state)
{
	(void)state;
	struct table t;
	struct doc doc;
	struct str out = { 0 };
	char time[DATE_TEXT];
	table_open(&t);
	table_begin(&t);
	table_text(&t, 3, "course", "Erster Satz. 2. Satz mit Nummer.");
	const struct ledger_event *first = sitting_last_undoable(&t.sitting);
	struct id first_id = first->event_id;
	sitting_confirm(&t.sitting, &first_id, 2, "mia");
	t.now += 60 * MINUTE;
	table_text(&t, 3, "course", "Erster Satz. Neuer Satz!");
	minutes_history(&t.sitting, 2, &(struct minutes_options){ 0 }, &doc);
	document_write_text(&doc, 100, &out);
	struct str expected = { 0 };
	str_addf(&expected, "%s  mia                   Erster Satz.", moment_format(START + 2 * MINUTE, time));
	expect_in(out.data, str_text(&expected));
	expect_in(out.data, "noch nicht bestätigt  Neuer Satz!");
	str_clear(&expected);
	str_clear(&out);
	doc_clear(&doc);
	table_close(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences),
		cmocka_unit_test(qualified_majority_missed),
		cmocka_unit_test(by_group),
		cmocka_unit_test(numbers_and_overridden),
		cmocka_unit_test(subjects),
		cmocka_unit_test(results_without_a_vote),
		cmocka_unit_test(elections_and_seats),
		cmocka_unit_test(minutes_say_it_all),
		cmocka_unit_test(public_part_is_clean),
		cmocka_unit_test(non_public_part_is_separate),
		cmocka_unit_test(switched_item_is_not_public),
		cmocka_unit_test(verbatim_minutes_name_speakers),
		cmocka_unit_test(minutes_escape_html),
		cmocka_unit_test(history_names_the_origin),
	};
	setenv("TZ", "UTC", 1);
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
