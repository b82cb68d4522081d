/* The picture of the projector: every kind of release, sizes, black where it must be, pages. */
#include "screen_support.h"

#include "app/projector.h"
#include "base/date.h"
#include "base/i18n.h"

struct column {
	const char *name, *value;
};

static const char resolution[] = "Die Verwaltung wird beauftragt, auf der Schulstraße Tempo 30 anzuordnen.";
static const char proposal[] = "Die Verwaltung wird beauftragt, auf der Schulstraße Tempo 50 anzuordnen.";

/* A projector that shows a public item, and what the columns say beside it. */
static struct projector *projector(const struct column *columns, size_t count)
{
	static const struct column common[] = {
		{ "state", "running" }, { "organization", "Rat der Stadt Musterfeld" }, { "number", "41. Sitzung" },
		{ "item_number", "9" }, { "item_title", "Ausbau der Schulstraße" }, { "legal", "34" }, { "entitled", "28" },
		{ "present", "29" }, { "quorum", "quorate" }, { "strict", "t" },
	};
	const char *names[40], *values[40];
	size_t n = 0;
	for (size_t i = 0; i < count; i++, n++) {
		names[n] = columns[i].name;
		values[n] = columns[i].value;
	}
	for (size_t i = 0; i < COUNT(common); i++, n++) { /* the first of two columns of a name counts */
		names[n] = common[i].name;
		values[n] = common[i].value;
	}
	struct projector *p = mem_zalloc(1, sizeof(*p));
	p->picture = rowset_new(n, names);
	rowset_add(p->picture, values);
	p->id = 1;
	p->seen = MOMENT_NONE;
	return p;
}

static void gone(struct projector *p)
{
	projector_class.free(p);
}

static char *painted(const struct projector *p, int rows, int cols)
{
	struct canvas *c = canvas_new(rows, cols);
	projector_class.draw(p, c, canvas_area(c));
	char *text = canvas_dump(c);
	canvas_free(&c);
	return text;
}

static void assert_black(struct projector *p)
{
	static const int sizes[][2] = { { 24, 80 }, { 5, 20 }, { 200, 500 }, { 1, 1 } };
	for (size_t i = 0; i < COUNT(sizes); i++) {
		char *text = painted(p, sizes[i][0], sizes[i][1]);
		assert_int_equal(strspn(text, " \n"), strlen(text));
		free(text);
	}
}

static void sizes_of(struct projector *p, const char *name)
{
	support_view(&projector_class, p, 24, 80, name);
	support_view(&projector_class, p, 60, 200, name);
	gone(p);
}

static void an_item(void **state)
{
	(void)state;
	static const struct column columns[] = { { "slot", "item" }, { "reference", "26-0312" } };
	sizes_of(projector(columns, COUNT(columns)), "projector_item");
}

static void a_resolution_with_changes(void **state)
{
	(void)state;
	static const struct column columns[] = { { "slot", "resolution" }, { "proposal", proposal }, { "resolution", resolution } };
	struct projector *p = projector(columns, COUNT(columns));
	char *text = painted(p, 8, 90); /* too low for large letters */
	assert_non_null(strstr(text, "Tempo [-50-] {+30+} anzuordnen"));
	assert_non_null(strstr(text, "[-entfällt-] {+neu+}"));
	free(text);
	sizes_of(p, "projector_resolution");
}

static void an_amendment(void **state)
{
	(void)state;
	static const struct column columns[] = {
		{ "slot", "amendment" }, { "amendment_number", "1" }, { "amendment_mover", "Frau Sommer" },
		{ "amendment_text", "Tempo 30 nur vor der Schule." },
	};
	sizes_of(projector(columns, COUNT(columns)), "projector_amendment");
}

#define VOTE(outcome_, yes_, no_, abstain_) \
	{ "slot", "result" }, { "kind", "vote" }, { "subject", "motion" }, { "mode", "count" }, { "outcome", outcome_ }, \
	{ "yes", yes_ }, { "no", no_ }, { "abstain", abstain_ }, { "invalid", "0" }

static void results(void **state)
{
	(void)state;
	static const struct column vote[] = { VOTE("adopted", "25", "3", "0") };
	static const struct column one_voice[] = { VOTE("adopted", "28", "0", "0") };
	static const struct column election[] = {
		{ "slot", "result" }, { "kind", "election" }, { "subject", "round" }, { "mode", "secret" }, { "outcome", "elected" },
		{ "labels", "Ina Sommer\x1fJonas Kramer" }, { "counts", "18 10" }, { "vote_text", "Ina Sommer" }, { "abstain", "0" },
	};
	static const struct column referred[] = {
		{ "slot", "result" }, { "kind", "result" }, { "outcome", "referred" }, { "referred_to", "Hauptausschuss" },
	};
	static const struct column by_hand[] = { { "wording", "mit großer Mehrheit so beschlossen" }, VOTE("adopted", "25", "3", "0") };
	static const struct column undone[] = { { "slot", "result" } };
	sizes_of(projector(vote, COUNT(vote)), "projector_vote");
	sizes_of(projector(election, COUNT(election)), "projector_election");
	struct projector *p = projector(one_voice, COUNT(one_voice));
	char *text = painted(p, 8, 60); /* too low for large letters */
	assert_non_null(strstr(text, "Einstimmig angenommen"));
	assert_non_null(strstr(text, "28 Ja"));
	free(text);
	gone(p);
	p = projector(referred, COUNT(referred));
	text = painted(p, 8, 60);
	assert_non_null(strstr(text, "verwiesen an Hauptausschuss"));
	free(text);
	gone(p);
	p = projector(by_hand, COUNT(by_hand));
	text = painted(p, 8, 60);
	assert_non_null(strstr(text, "mit großer Mehrheit so beschlossen"));
	assert_null(strstr(text, "Ja 25"));
	free(text);
	gone(p);
	p = projector(undone, COUNT(undone));
	text = painted(p, 8, 60); /* the vote was undone: the item stays */
	assert_non_null(strstr(text, "Ausbau der Schulstraße"));
	free(text);
	gone(p);
}

static void black(void **state)
{
	(void)state;
	static const char *const states[] = { "running", "planned", "nonpublic", "closed" };
	for (size_t i = 0; i < COUNT(states); i++) {
		const struct column columns[] = { { "state", states[i] }, { "slot", NULL } };
		struct projector *p = projector(columns, COUNT(columns));
		assert_black(p);
		p->lost = true; /* nor is there a mark on a black picture */
		assert_black(p);
		gone(p);
	}
	struct projector *p = mem_zalloc(1, sizeof(*p));
	assert_black(p); /* nothing known yet */
	gone(p);
}

static void pauses_and_notes(void **state)
{
	(void)state;
	static const struct column columns[] = { { "state", "paused" }, { "slot", NULL } };
	struct projector *p = projector(columns, COUNT(columns));
	support_view(&projector_class, p, 24, 80, "projector_pause");
	str_set(&p->note, "Es läuft keine Sitzung.");
	char *text = painted(p, 24, 80);
	assert_non_null(strstr(text, "\n Es läuft keine Sitzung."));
	free(text);
	gone(p);
}

static void connection_lost(void **state)
{
	(void)state;
	static const struct column columns[] = { { "slot", "item" } };
	struct projector *p = projector(columns, COUNT(columns));
	p->lost = true;
	p->seen = moment_at(date_from_ymd(2026, 10, 14), 20, 14, 0);
	char *text = painted(p, 24, 80);
	assert_non_null(strstr(text, "ohne Verbindung, Stand 20:14"));
	assert_non_null(strstr(text, "29/34"));
	free(text);
	gone(p);
}

/* Turns the pages of a long text and collects them: every word appears, whatever the size. */
static void every_word_is_shown(void **state)
{
	(void)state;
	static const int sizes[][2] = { { 24, 80 }, { 5, 20 }, { 10, 40 }, { 7, 200 } };
	struct str text = { 0 };
	if (getenv("RATSTISCH_VALGRIND"))
		return; /* minutes there; the sanitizers watch it */
	for (int i = 0; i < 300; i++)
		str_addf(&text, "w%d%s", i, i % 40 == 39 ? "\n\n" : " ");
	const struct column columns[] = { { "slot", "resolution" }, { "resolution", str_text(&text) } };
	for (size_t s = 0; s < COUNT(sizes); s++) {
		struct projector *p = projector(columns, COUNT(columns));
		bool seen[300] = { false };
		struct event tick = { .type = EVENT_TICK };
		for (int second = 0; second < 400 * PROJECTOR_PAGE_SECONDS; second++) {
			char *page = second % PROJECTOR_PAGE_SECONDS ? NULL : painted(p, sizes[s][0], sizes[s][1]);
			for (char *word = page ? strtok(page, " \n") : NULL; word; word = strtok(NULL, " \n"))
				if (*word == 'w' && strspn(word + 1, "0123456789") == strlen(word + 1))
					seen[atoi(word + 1)] = true;
			free(page);
			projector_class.event(p, &tick);
		}
		for (int i = 0; i < 300; i++)
			if (!seen[i])
				fail_msg("w%d is on no page at %dx%d", i, sizes[s][1], sizes[s][0]);
		gone(p);
	}
	struct projector *p = projector(columns, COUNT(columns));
	char *first = painted(p, 24, 80);
	assert_non_null(strstr(first, "Seite 1 von "));
	free(first);
	support_view(&projector_class, p, 60, 200, "projector_long");
	gone(p);
	str_clear(&text);
}

/* Control characters, characters without a glyph, endless words, no size too small. */
static void hostile(void **state)
{
	(void)state;
	struct str word = { 0 };
	int length = getenv("RATSTISCH_VALGRIND") ? 200 : 20000; /* minutes there; the sanitizers watch it */
	for (int i = 0; i < length; i++)
		str_add_char(&word, 'm');
	const char *const texts[] = { "\x1b[2J\x07 a", "\xe2\x80\xae 中文字 \xff\xfe", "", "\n\n\n", " ", str_text(&word) };
	static const int sizes[][2] = { { 1, 1 }, { 2, 3 }, { 5, 20 }, { 24, 80 }, { 200, 500 }, { 3, 500 }, { 200, 4 } };
	static const char *const slots[] = { "item", "resolution", "amendment", "result" };
	for (size_t t = 0; t < COUNT(texts) * COUNT(slots); t++) {
		const char *text = texts[t / COUNT(slots)];
		const struct column columns[] = {
			{ "slot", slots[t % COUNT(slots)] }, { "item_title", text }, { "item_number", text }, { "organization", text },
			{ "resolution", text }, { "proposal", "m" }, { "amendment_text", text }, { "amendment_mover", text },
			{ "kind", "vote" }, { "wording", text }, { "quorum", text },
		};
		struct projector *p = projector(columns, COUNT(columns));
		for (size_t s = 0; s < COUNT(sizes); s++) {
			char *picture = painted(p, sizes[s][0], sizes[s][1]);
			assert_null(strchr(picture, 0x1b));
			assert_null(strchr(picture, 0x07));
			free(picture);
		}
		gone(p);
	}
	str_clear(&word);
}

static void keys(void **state)
{
	(void)state;
	struct projector *p = projector(NULL, 0);
	assert_int_equal(support_keys(&projector_class, p, " <Enter>eB<Down>"), SCREEN_HANDLED);
	assert_int_equal(support_keys(&projector_class, p, "q"), SCREEN_ACTION);
	assert_string_equal(projector_class.action(p), "quit");
	assert_int_equal(support_keys(&projector_class, p, "<^C>"), SCREEN_ACTION);
	gone(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_item),          cmocka_unit_test(a_resolution_with_changes), cmocka_unit_test(an_amendment),
		cmocka_unit_test(results),          cmocka_unit_test(black),                     cmocka_unit_test(pauses_and_notes),
		cmocka_unit_test(connection_lost),  cmocka_unit_test(every_word_is_shown),       cmocka_unit_test(hostile),
		cmocka_unit_test(keys),
	};
	setenv("TZ", "Europe/Berlin", 1);
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("projector", tests, NULL, NULL);
}
