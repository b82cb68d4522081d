/* What is said of what is the case: nothing twice, nothing without a change, what waits, what is a series; views in words. */
#include "screen_support.h"

#include "screen/list.h"
#include "screen/message.h"
#include "screen/page.h"
#include "screen/speech.h"
#include "screen/text_view.h"

struct fixture {
	struct speech said, now;
	struct str out;
};

static int setup(void **state)
{
	struct fixture *f = mem_zalloc(1, sizeof(*f));
	speech_init(&f->said);
	speech_init(&f->now);
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;
	speech_clear(&f->said);
	speech_clear(&f->now);
	str_clear(&f->out);
	free(f);
	return 0;
}

/* One turn: what is said of f->now, which then is what was said. */
static const char *turn(struct fixture *f, bool rests)
{
	str_cut(&f->out, 0);
	speech_news(&f->said, &f->now, rests, &f->out);
	speech_clear(&f->said);
	f->said = f->now;
	speech_init(&f->now);
	return str_text(&f->out);
}

static void test_only_what_changed(void **state)
{
	struct fixture *f = *state;
	speech_add(&f->now, SPEECH_NOW, "title", "Gremien");
	speech_add(&f->now, SPEECH_NOW, "row", "Name: Rat");
	speech_more(&f->now, "1 von 3");
	assert_string_equal(turn(f, true), "Gremien\nName: Rat, 1 von 3\n");
	speech_add(&f->now, SPEECH_NOW, "title", "Gremien");
	speech_add(&f->now, SPEECH_NOW, "row", "Name: Rat");
	speech_more(&f->now, "1 von 4");
	assert_string_equal(turn(f, true), "");
	speech_add(&f->now, SPEECH_NOW, "title", "Gremien");
	speech_add(&f->now, SPEECH_NOW, "row", "Name: Bauausschuss");
	assert_string_equal(turn(f, true), "Name: Bauausschuss\n");
	/* What is gone is not said; what comes back is. */
	speech_add(&f->now, SPEECH_NOW, "title", "Gremien");
	assert_string_equal(turn(f, true), "");
	speech_add(&f->now, SPEECH_NOW, "title", "Gremien");
	speech_add(&f->now, SPEECH_NOW, "row", "Name: Bauausschuss");
	assert_string_equal(turn(f, true), "Name: Bauausschuss\n");
}

static void test_places(void **state)
{
	struct fixture *f = *state;
	f->now.place = 1;
	speech_add(&f->now, SPEECH_NOW, "title", "Gremien");
	turn(f, true);
	f->now.place = 2;
	speech_add(&f->now, SPEECH_NOW, "title", "Gremien");
	assert_string_equal(turn(f, true), "Gremien\n");
}

static void test_one_line(void **state)
{
	struct fixture *f = *state;
	speech_add(&f->now, SPEECH_NOW, "a", "  Ja 3   Nein 1\nEnth 0\t\033[31mrot\n");
	speech_add(&f->now, SPEECH_NOW, "b", " \n ");
	speech_more(&f->now, "nirgends");
	assert_string_equal(turn(f, true), "Ja 3, Nein 1 Enth 0, \xE2\x90\x9B[31mrot\n");
}

static void test_change_is_not_the_opening(void **state)
{
	struct fixture *f = *state;
	speech_add(&f->now, SPEECH_NOW, "title", "Tisch");
	speech_add(&f->now, SPEECH_CHANGE, "server", "verbunden");
	assert_string_equal(turn(f, true), "Tisch\n");
	speech_add(&f->now, SPEECH_NOW, "title", "Tisch");
	speech_add(&f->now, SPEECH_CHANGE, "server", "ohne Server");
	assert_string_equal(turn(f, true), "ohne Server\n");
	speech_add(&f->now, SPEECH_NOW, "title", "Tisch");
	speech_add(&f->now, SPEECH_CHANGE, "server", "ohne Server");
	speech_add(&f->now, SPEECH_ASKED, "keys", "q Ende");
	assert_string_equal(turn(f, true), "");
}

static void test_typing_rests(void **state)
{
	struct fixture *f = *state;
	speech_add(&f->now, SPEECH_REST, "hint", "viele passen");
	assert_string_equal(turn(f, false), "");
	speech_add(&f->now, SPEECH_REST, "hint", "Frau Zimmermann");
	assert_string_equal(turn(f, false), "");
	speech_add(&f->now, SPEECH_REST, "hint", "Frau Zimmermann");
	assert_string_equal(turn(f, true), "Frau Zimmermann\n");
	speech_add(&f->now, SPEECH_REST, "hint", "Frau Zimmermann");
	assert_string_equal(turn(f, true), "");
}

static void events(struct fixture *f, int first, int last)
{
	speech_add(&f->now, SPEECH_NOW, "title", "Tisch");
	for (int i = first; i <= last; i++) {
		char name[16];
		snprintf(name, sizeof(name), "e%d", i);
		speech_addf(&f->now, SPEECH_EVENT, name, "Ereignis %d", i);
	}
}

static void test_series(void **state)
{
	struct fixture *f = *state;
	events(f, 1, 5);
	assert_string_equal(turn(f, true), "Tisch\n");
	events(f, 2, 7);
	assert_string_equal(turn(f, true), "Ereignis 6\nEreignis 7\n");
	/* The last one is gone again: what comes into sight before the others is old. */
	events(f, 1, 6);
	assert_string_equal(turn(f, true), "");
	/* All of it is new: nobody knows how much was missed, all that is there is said. */
	events(f, 20, 21);
	assert_string_equal(turn(f, true), "Ereignis 20\nEreignis 21\n");
}

static void test_everything(void **state)
{
	struct fixture *f = *state;
	speech_add(&f->now, SPEECH_NOW, "title", "Tisch");
	speech_add(&f->now, SPEECH_EVENT, "e1", "Ereignis");
	speech_add(&f->now, SPEECH_ASKED, "keys", "q Ende");
	speech_all(&f->now, &f->out);
	assert_string_equal(str_text(&f->out), "Tisch\nq Ende\n");
}

static void test_messages(void **state)
{
	struct fixture *f = *state;
	struct message m = { 0 };
	message_warn(&m, "%s", "Kein Punkt ist offen.");
	message_speak(&m, &f->now);
	assert_string_equal(turn(f, true), "! Kein Punkt ist offen.\n");
	message_speak(&m, &f->now);
	assert_string_equal(turn(f, true), "");
	/* The same words again are another message: the key was refused again. */
	message_warn(&m, "%s", "Kein Punkt ist offen.");
	message_speak(&m, &f->now);
	assert_string_equal(turn(f, true), "! Kein Punkt ist offen.\n");
	/* What an event said already is not repeated in the same breath. */
	message_info(&m, "%s", "TOP 1: einstimmig");
	speech_add(&f->now, SPEECH_NOW, "e", "TOP 1: einstimmig");
	message_speak(&m, &f->now);
	assert_string_equal(turn(f, true), "TOP 1: einstimmig\n");
	struct err err = { 0 };
	err_set(&err, "nicht beschlussfähig");
	err_hint(&err, "Q stellt sie fest.");
	message_error(&m, &err);
	message_speak(&m, &f->now);
	assert_string_equal(turn(f, true), "Fehler: nicht beschlussfähig. Q stellt sie fest.\n");
	message_clear(&m);
}

/* ---- views ---- */

static const char two_lists[] = "screen start\nkind page\ntitle \"Start\"\nkey q quit \"Ende\" bar\n"
				"section first \"Erste\"\nquery list_a\nsort name\ncolumn name \"Name\" width 20\n"
				"section second \"Zweite\"\nquery list_b\nsort name\ncolumn name \"Name\" width 20\n";

static void press(const struct view_class *class, void *view, char32_t key)
{
	class->event(view, &(struct event){ .type = EVENT_KEY, .key = key });
}

static void test_page(void **state)
{
	struct fixture *f = *state;
	struct screen_set set = { 0 };
	struct page *page = page_new(support_screen(&set, "start", two_lists));
	struct screen_request r;
	page_class.resize(page, 22, 80);
	while (page_class.take_request(page, &r)) {
		struct rowset *rs = support_answer(&r, 10);
		page_class.feed(page, r.number, rs);
		rowset_free(&rs);
	}
	page_class.speak(page, &f->now);
	assert_non_null(strstr(turn(f, true), "Erste\nName: "));
	press(&page_class, page, K_DOWN);
	page_class.speak(page, &f->now);
	turn(f, true);
	assert_null(strstr(str_text(&f->out), "Erste"));
	assert_non_null(strstr(str_text(&f->out), "2 von 10"));
	assert_int_equal(strchr(str_text(&f->out), '\n') - str_text(&f->out) + 1, f->out.len); /* one line */
	press(&page_class, page, K_TAB);
	page_class.speak(page, &f->now);
	assert_non_null(strstr(turn(f, true), "Zweite\nName: "));
	press(&page_class, page, K_BACKTAB);
	page_class.speak(page, &f->now);
	assert_non_null(strstr(turn(f, true), "Erste\nName: "));
	page_free(&page);
	screen_set_clear(&set);
}

static void test_text(void **state)
{
	struct fixture *f = *state;
	struct text_view *tv = text_view_new(NULL, "Hilfe", "eins\nzwei\ndrei\nvier\nfünf\nzwei");
	text_view_resize(tv, 4, 40); /* a title, three rows */
	text_view_speak(tv, &f->now);
	assert_string_equal(turn(f, true), "Hilfe, 6 Zeilen\neins\nzwei\ndrei\n");
	press(&text_view_class, tv, K_DOWN);
	text_view_speak(tv, &f->now);
	assert_string_equal(turn(f, true), "vier\n");
	press(&text_view_class, tv, K_PAGE_DOWN);
	text_view_speak(tv, &f->now);
	assert_string_equal(turn(f, true), "fünf\nzwei\n");
	press(&text_view_class, tv, K_HOME);
	text_view_speak(tv, &f->now);
	assert_string_equal(turn(f, true), "eins\nzwei\ndrei\n");
	text_view_free(&tv);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_only_what_changed, setup, teardown),
		cmocka_unit_test_setup_teardown(test_places, setup, teardown),
		cmocka_unit_test_setup_teardown(test_one_line, setup, teardown),
		cmocka_unit_test_setup_teardown(test_change_is_not_the_opening, setup, teardown),
		cmocka_unit_test_setup_teardown(test_typing_rests, setup, teardown),
		cmocka_unit_test_setup_teardown(test_series, setup, teardown),
		cmocka_unit_test_setup_teardown(test_everything, setup, teardown),
		cmocka_unit_test_setup_teardown(test_messages, setup, teardown),
		cmocka_unit_test_setup_teardown(test_page, setup, teardown),
		cmocka_unit_test_setup_teardown(test_text, setup, teardown),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
