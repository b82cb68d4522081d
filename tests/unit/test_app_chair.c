/* What the chair is told, step by step through a meeting, and the picture of it. */
#include "screen_support.h"

#include "domain_support.h"

#include "app/chair.h"
#include "base/date.h"
#include "domain/advice.h"

typedef void advice(const struct sitting *s, struct str *out);

/* The text an advice gives now; freed by the caller. */
static char *says(const struct table *t, advice *what)
{
	struct str out = { 0 };
	what(&t->sitting, &out);
	return str_take(&out);
}

static void assert_says(const struct table *t, advice *what, const char *wanted)
{
	char *text = says(t, what);
	assert_string_equal(text, wanted);
	free(text);
}

static void assert_warns(const struct table *t, const char *wanted)
{
	char *text = says(t, advice_warnings);
	if (!strstr(text, wanted))
		fail_msg("no warning „%s“ in:\n%s", wanted, text);
	free(text);
}

static void assert_no_warning(const struct table *t, const char *unwanted)
{
	char *text = says(t, advice_warnings);
	if (strstr(text, unwanted))
		fail_msg("there is „%s“ in:\n%s", unwanted, text);
	free(text);
}

static void amendment(struct table *t, int item, const char *number, int64_t person, const char *text)
{
	struct ledger_event *e = table_event(t, LEDGER_AMENDMENT, item, person);
	e->number = mem_strdup(number);
	e->text = mem_strdup(text);
	assert_true(table_commit(t));
}

static void speaker(struct table *t, int item, int64_t person, const char *slot)
{
	table_event(t, LEDGER_SPEAKER, item, person)->slot = mem_strdup(slot);
	assert_true(table_commit(t));
}

static void part(struct table *t, bool public)
{
	table_event(t, LEDGER_PART, 0, 0)->flag = public ? LEDGER_TRUE : LEDGER_FALSE;
	assert_true(table_commit(t));
}

static void vote(struct table *t, int item, int32_t yes, int32_t no)
{
	table_vote(t, item, "count", yes, no, 0);
	assert_true(table_commit(t));
}

static void step_by_step(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	assert_says(&t, advice_next_step, "Eröffnen; Einladung und Beschlussfähigkeit feststellen");
	assert_says(&t, advice_warnings, "");
	assert_says(&t, advice_majority, "");
	table_begin(&t);
	assert_says(&t, advice_next_step, "TOP 1 aufrufen: Eröffnung");
	table_do(&t, LEDGER_ITEM_CALL, 1, 0);
	assert_says(&t, advice_next_step, "Beraten, Ergebnis feststellen");
	assert_says(&t, advice_wording, "");
	table_do(&t, LEDGER_ITEM_CALL, 2, 0);
	assert_says(&t, advice_next_step, "Abstimmen über den Beschlussvorschlag");
	assert_says(&t, advice_wording, "Die Niederschrift wird genehmigt.");
	assert_says(&t, advice_majority, "einfache Mehrheit: 4 Ja, wenn alle 7 mit Ja oder Nein stimmen");
	table_text(&t, 2, "resolution", "Die Niederschrift wird mit Änderung genehmigt.");
	assert_says(&t, advice_next_step, "Abstimmen über den Beschluss in der geänderten Fassung");
	assert_says(&t, advice_wording, "Die Niederschrift wird mit Änderung genehmigt.");
	speaker(&t, 2, KRAUS, "request");
	assert_says(&t, advice_next_step, "Das Wort erteilen: Frau Kraus; dann: Abstimmen über den Beschluss in der geänderten Fassung");
	speaker(&t, 2, KRAUS, "begin");
	vote(&t, 2, 6, 1);
	assert_says(&t, advice_next_step, "TOP 3 aufrufen: Schulstraße");
	assert_says(&t, advice_majority, "");
	table_close(&t);
}

static void amendments_first(void **state)
{
	(void)state;
	struct table t;
	size_t count;
	table_open(&t);
	table_begin(&t);
	table_do(&t, LEDGER_ITEM_CALL, 3, 0);
	amendment(&t, 3, "2", KRAMER, "Tempo 40");
	amendment(&t, 3, "1", SOMMER, "Tempo 30");
	assert_says(&t, advice_next_step, "Abstimmen über Änderungsantrag 1 (Frau von Sommer), den weitestgehenden von 2");
	assert_says(&t, advice_wording, "Tempo 30");
	size_t first = advice_amendment(&t.sitting, &count);
	assert_int_equal(count, 2);
	struct ledger_event *e = table_vote(&t, 3, "count", 2, 5, 0);
	mem_replace(&e->slot, "amendment");
	e->ref_event_id = sitting_amendment(&t.sitting, first)->event->event_id;
	assert_true(table_commit(&t));
	assert_says(&t, advice_next_step, "Abstimmen über Änderungsantrag 2 (Frau Kramer)");
	assert_says(&t, advice_wording, "Tempo 40");
	table_close(&t);
}

/* The majority in votes, worked out by hand: 8 legal members, 7 present and entitled. */
static void majorities(void **state)
{
	(void)state;
	static const struct {
		const char *rule, *said;
	} cases[] = {
		{ "members", "5 Ja von 7 Stimmberechtigten" },               /* 2 * 5 > 8 */
		{ "two-thirds-members", "6 Ja von 7 Stimmberechtigten" },    /* 3 * 6 >= 16 */
		{ "three-quarters-members", "6 Ja von 7 Stimmberechtigten" }, /* 4 * 6 >= 24 */
		{ "two-thirds-valid", "5 Ja, wenn alle 7 mit Ja oder Nein stimmen" }, /* 3 * 5 >= 14 */
		{ ">1/2:present", "4 Ja von 7 Stimmberechtigten" },
		{ "nonsense", "" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct table t;
		table_open(&t);
		mem_replace(&((struct setup_item *)vec_at(&t.setup.items, 4))->rule, cases[i].rule);
		table_begin(&t);
		table_do(&t, LEDGER_ITEM_CALL, 5, 0);
		char *text = says(&t, advice_majority);
		if (!strstr(text, cases[i].said) || (!*cases[i].said && *text))
			fail_msg("%s: %s", cases[i].rule, text);
		free(text);
		table_close(&t);
	}
}

static void quorum_warnings(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t); /* 7 of 8, 5 are needed: two may leave */
	table_do(&t, LEDGER_ITEM_CALL, 3, 0);
	assert_no_warning(&t, "eschlussfähig");
	table_do(&t, LEDGER_DEPART, 0, KRAMER);
	assert_warns(&t, "Beschlussfähigkeit knapp: 2 Mitglieder weniger, und sie fehlt");
	table_do(&t, LEDGER_DEPART, 0, YILMAZ);
	assert_warns(&t, "Beschlussfähigkeit knapp: 1 Mitglied weniger, und sie fehlt");
	table_do(&t, LEDGER_DEPART, 0, OEZDEMIR);
	assert_warns(&t, "NICHT BESCHLUSSFÄHIG: 4 von 5 nötigen");
	assert_no_warning(&t, "knapp");
	struct ledger_event *e = table_event(&t, LEDGER_QUORUM, 0, KRAUS);
	e->slot = mem_strdup("challenge");
	e->outcome = mem_strdup("not_quorate");
	e->legal = 8;
	e->present = 4;
	assert_true(table_commit(&t));
	assert_warns(&t, "Beschlussfähigkeit angezweifelt");
	table_close(&t);
}

static void people(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	table_do(&t, LEDGER_ITEM_CALL, 3, 0);
	table_do(&t, LEDGER_CONFLICT, 3, SOMMER);
	assert_warns(&t, "Befangen: Frau von Sommer –");
	table_do(&t, LEDGER_CONFLICT, 3, MAYOR);
	assert_warns(&t, "Der Vorsitz ist selbst befangen");
	speaker(&t, 3, KRAUS, "order");
	assert_warns(&t, "Zur Geschäftsordnung: Frau Kraus");
	table_do(&t, LEDGER_ITEM_CALL, 5, 0);
	assert_no_warning(&t, "efangen");
	table_do(&t, LEDGER_DEPART, 0, MAYOR);
	assert_warns(&t, "Der Vorsitz ist nicht im Saal");
	table_close(&t);
}

static void agenda_warnings(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	id_parse("00000000-0000-4000-8000-000000000007", &t.ids[7]);
	struct ledger_event *e = table_event(&t, LEDGER_ITEM_ADD, 7, 0);
	e->number = mem_strdup("6");
	e->text = mem_strdup("Hochwasser");
	e->flag = LEDGER_TRUE;
	assert_true(table_commit(&t));
	assert_warns(&t, "TOP 6 ist aufgenommen, über die Dringlichkeit ist nicht abgestimmt");
	e = table_vote(&t, 7, "count", 7, 0, 0);
	mem_replace(&e->slot, "urgency");
	assert_true(table_commit(&t));
	assert_no_warning(&t, "Dringlichkeit");
	assert_warns(&t, "TOP 6 ist aufgenommen und noch nicht behandelt");
	table_do(&t, LEDGER_ITEM_CALL, 7, 0);
	assert_no_warning(&t, "TOP 6");
	table_do(&t, LEDGER_ITEM_CALL, 2, 0);
	table_do(&t, LEDGER_ITEM_END, 2, 0);
	assert_warns(&t, "TOP 2 ist ohne Ergebnis beendet");
	table_event(&t, LEDGER_ITEM_PUBLIC, 5, 0)->flag = LEDGER_FALSE;
	assert_true(table_commit(&t));
	assert_warns(&t, "TOP 5 ist in den anderen Teil gestellt, darüber ist nicht abgestimmt");
	table_close(&t);
}

static void doors(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	table_begin(&t);
	for (int i = 1; i <= 5; i++) {
		assert_no_warning(&t, "Öffentlichkeit ausschließen");
		table_do(&t, LEDGER_ITEM_CALL, i, 0);
		vote(&t, i, 7, 0);
	}
	assert_says(&t, advice_next_step, "Öffentlichkeit ausschließen, dann TOP 1 aufrufen: Geheimgrundstück");
	assert_warns(&t, "Vor dem nächsten Punkt: Öffentlichkeit ausschließen");
	part(&t, false);
	assert_says(&t, advice_next_step, "TOP 1 aufrufen: Geheimgrundstück");
	table_do(&t, LEDGER_ITEM_CALL, 6, 0);
	part(&t, true);
	assert_warns(&t, "TOP 1 ist nichtöffentlich, die Sitzung ist öffentlich");
	part(&t, false);
	vote(&t, 6, 7, 0);
	assert_says(&t, advice_next_step, "Die Tagesordnung ist abgearbeitet: Sitzung schließen.");
	table_do(&t, LEDGER_PAUSE, 0, 0);
	char *text = says(&t, advice_next_step);
	assert_non_null(strstr(text, "Fortsetzen (unterbrochen seit "));
	free(text);
	table_do(&t, LEDGER_RESUME, 0, 0);
	table_do(&t, LEDGER_CLOSE, 0, 0);
	text = says(&t, advice_next_step);
	assert_non_null(strstr(text, "geschlossen."));
	free(text);
	assert_says(&t, advice_warnings, "");
	table_close(&t);
}

/* ---- pictures ---- */

static void paint(const struct table *t, int rows, int cols, int scroll, struct str *out)
{
	struct chair_picture p = { &t->sitting, NULL, true, scroll };
	struct canvas *c = canvas_new(rows, cols);
	chair_draw(&p, c, canvas_area(c));
	char *text = canvas_dump(c);
	str_set(out, text);
	free(text);
	canvas_free(&c);
}

static void picture(const struct table *t, int rows, int cols, const char *name)
{
	struct chair_picture p = { &t->sitting, NULL, true, 0 };
	struct canvas *c = canvas_new(rows, cols);
	char *full = str_format("%s_%dx%d", name, cols, rows);
	chair_draw(&p, c, canvas_area(c));
	support_picture(c, full);
	free(full);
	canvas_free(&c);
}

static void pictures(void **state)
{
	(void)state;
	struct table t;
	table_open(&t);
	mem_replace(&t.setup.organization_short, "RAT");
	table_begin(&t);
	table_do(&t, LEDGER_ITEM_CALL, 3, 0);
	table_do(&t, LEDGER_CONFLICT, 3, YILMAZ);
	amendment(&t, 3, "1", SOMMER, "Auf der Schulstraße wird Tempo 30 angeordnet, auch vor dem Kindergarten.");
	speaker(&t, 3, KRAUS, "request");
	speaker(&t, 3, OEZDEMIR, "request");
	speaker(&t, 3, KRAUS, "begin");
	moment_freeze(t.now + 4 * MINUTE + MINUTE / 2);
	picture(&t, 24, 80, "chair");
	picture(&t, 40, 120, "chair");
	picture(&t, 5, 20, "chair");
	table_close(&t);
}

/* A long wording is scrolled, and says that it goes on; nothing breaks at any size. */
static void long_wording(void **state)
{
	(void)state;
	struct table t;
	struct str text = { 0 }, seen = { 0 };
	table_open(&t);
	for (int i = 0; i < 200; i++)
		str_addf(&text, "Absatz%03d ist wichtig.\n", i);
	str_add(&text, "\xe2\x80\xae verdreht");
	table_begin(&t);
	table_do(&t, LEDGER_ITEM_CALL, 3, 0);
	assert_true(table_text(&t, 3, "resolution", str_text(&text)));
	paint(&t, 24, 80, 0, &seen);
	assert_non_null(strstr(str_text(&seen), "Absatz000"));
	assert_non_null(strstr(str_text(&seen), "… ↓"));
	paint(&t, 24, 80, 190, &seen);
	assert_non_null(strstr(str_text(&seen), "Absatz190"));
	assert_non_null(strstr(str_text(&seen), "ab Zeile 191"));
	paint(&t, 24, 80, 200, &seen);
	assert_non_null(strstr(str_text(&seen), "verdreht"));
	assert_null(strstr(str_text(&seen), "\xe2\x80\xae")); /* what turns the direction of writing never reaches the terminal */
	static const int sizes[][2] = { { 1, 1 }, { 4, 3 }, { 5, 20 }, { 16, 110 }, { 200, 500 } };
	for (size_t i = 0; i < COUNT(sizes); i++)
		paint(&t, sizes[i][0], sizes[i][1], 3, &seen);
	str_clear(&text);
	str_clear(&seen);
	table_close(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(step_by_step), cmocka_unit_test(amendments_first), cmocka_unit_test(majorities),
		cmocka_unit_test(quorum_warnings), cmocka_unit_test(people), cmocka_unit_test(agenda_warnings),
		cmocka_unit_test(doors), cmocka_unit_test(pictures), cmocka_unit_test(long_wording),
	};
	setenv("TZ", "Europe/Berlin", 1);
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("chair", tests, NULL, NULL);
}
