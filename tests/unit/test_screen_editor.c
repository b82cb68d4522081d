/* The editor of several lines: typing, undo, wrap, words, search, modules, pictures. */
#include "screen_support.h"

#include "screen/editor_private.h"

static const char *module(void *context, const char *abbreviation)
{
	(void)context;
	return strcmp(abbreviation, "ek") == 0 ? "Der Rat nimmt Kenntnis.\n" : NULL;
}

static int setup(void **state)
{
	struct editor *ed = editor_new(module, NULL);
	editor_resize(ed, 10, 40);
	*state = ed;
	return 0;
}

static int teardown(void **state)
{
	struct editor *ed = *state;
	editor_free(&ed);
	return 0;
}

static unsigned to_editor(void *self, const struct event *e)
{
	return editor_event(self, e);
}

static unsigned keys(struct editor *ed, const char *script)
{
	return support_send(to_editor, ed, script, NULL);
}

static void test_typing(void **state)
{
	struct editor *ed = *state;
	assert_false(editor_is_changed(ed));
	keys(ed, "Grüße<Enter>zwei<Up><Home>x<End>!<Backspace><Del><Space>");
	assert_string_equal(editor_text(ed), "xGrüße zwei");
	assert_true(editor_is_changed(ed));
	editor_mark_saved(ed);
	assert_false(editor_is_changed(ed));
	keys(ed, "a");
	assert_true(editor_is_changed(ed));
	keys(ed, "<^Z>");
	assert_false(editor_is_changed(ed));
	assert_string_equal(editor_text(ed), "xGrüße zwei");
}

/* Undo goes back word by word, to the very beginning; redo forward again to the end. */
static void test_undo_redo(void **state)
{
	struct editor *ed = *state;
	editor_set_text(ed, "Anfang ");
	editor_move_end(ed);
	keys(ed, "eins zwei<Backspace><Backspace>ölf<Enter>drei<Up><Home><Del>");
	char *end = mem_strdup(editor_text(ed));
	int steps = 0;
	while (!(keys(ed, "<^Z>") & SCREEN_BELL))
		steps++;
	assert_string_equal(editor_text(ed), "Anfang ");
	assert_false(editor_is_changed(ed));
	assert_in_range(steps, 4, 8);
	while (!(keys(ed, "<^R>") & SCREEN_BELL))
		steps--;
	assert_int_equal(steps, 0);
	assert_string_equal(editor_text(ed), end);
	free(end);
	/* A new change after undo: what could be redone is gone. */
	keys(ed, "<^Z>x");
	assert_true(keys(ed, "<^R>") & SCREEN_BELL);
}

/* Whatever is done, undoing all of it gives the first text back. */
static void test_undo_at_random(void **state)
{
	struct editor *ed = *state;
	static const char *const all[] = { "a", " ", "ß", "<Enter>", "<Backspace>", "<Del>", "<Left>", "<Up>", "<Down>", "<End>",
					   "<^K>", "<^Y>", "<^W>", "ek<Tab>", "<C-Left>", "<C-Right>", "<PgUp>", "<^Z>", "<^R>",
					   "<Home>" };
	uint32_t seed = 4711;
	for (int round = 0; round < 30; round++) {
		editor_set_text(ed, "Erste Zeile\nzweite, längere Zeile mit Wörtern\n\nletzte");
		for (int i = 0; i < 200; i++) {
			seed = seed * 1664525 + 1013904223;
			keys(ed, all[(seed >> 16) % COUNT(all)]);
			assert_true(text_is_valid(editor_text(ed), strlen(editor_text(ed))));
		}
		while (!(keys(ed, "<^Z>") & SCREEN_BELL))
			;
		assert_string_equal(editor_text(ed), "Erste Zeile\nzweite, längere Zeile mit Wörtern\n\nletzte");
	}
}

static void test_rows_as_wrapped(void **state)
{
	struct editor *ed = *state;
	editor_resize(ed, 5, 12);
	editor_set_text(ed, "eins zwei drei vier\nfünf");
	keys(ed, "<Down>X");
	assert_string_equal(editor_text(ed), "eins zwei Xdrei vier\nfünf");
	keys(ed, "<Down><End>Y<Up><Up>");
	keys(ed, "<Home>Z");
	assert_string_equal(editor_text(ed), "Zeins zwei Xdrei vier\nfünfY");
}

static void test_words_and_kill(void **state)
{
	struct editor *ed = *state;
	editor_set_text(ed, "eins zwei drei\nvier");
	keys(ed, "<C-Right><C-Right><^W>");
	assert_string_equal(editor_text(ed), "eins  drei\nvier");
	keys(ed, "<^Y>");
	assert_string_equal(editor_text(ed), "eins zwei drei\nvier");
	keys(ed, "<Home><^K>");
	assert_string_equal(editor_text(ed), "\nvier");
	keys(ed, "<^K>");
	assert_string_equal(editor_text(ed), "vier");
	keys(ed, "<C-Right><C-Left>x");
	assert_string_equal(editor_text(ed), "xvier");
}

static void test_modules(void **state)
{
	struct editor *ed = *state;
	keys(ed, "Also ek<Tab>");
	assert_string_equal(editor_text(ed), "Also Der Rat nimmt Kenntnis.\n");
	assert_true(keys(ed, "nix<Tab>") & SCREEN_BELL);
	keys(ed, "<^Z><^Z>");
	assert_string_equal(editor_text(ed), "Also ek");
}

static void test_search(void **state)
{
	struct editor *ed = *state;
	editor_set_text(ed, "Straße\nÄpfel\nstrasse äpfel");
	keys(ed, "<^F>apfel<Esc>1");
	assert_string_equal(editor_text(ed), "Straße\n1Äpfel\nstrasse äpfel");
	keys(ed, "<^F>STRASSE<Enter><Esc>2");
	assert_string_equal(editor_text(ed), "2Straße\n1Äpfel\nstrasse äpfel");
	assert_true(keys(ed, "<^F>nirgends<Enter>") & SCREEN_BELL);
}

static void test_paste_and_controls(void **state)
{
	struct editor *ed = *state;
	struct event e = { .type = EVENT_PASTE, .text = mem_strdup("a\tb\033[31mc\nd") };
	assert_int_equal(editor_event(ed, &e), SCREEN_HANDLED);
	event_clear(&e);
	assert_string_equal(editor_text(ed), "a b[31mc\nd");
	assert_int_equal(keys(ed, "<F5>"), SCREEN_IGNORED);
	assert_true(keys(ed, "<^O>") & SCREEN_EDITOR);
	assert_true(keys(ed, "<^S>") & SCREEN_SAVE);
	assert_true(keys(ed, "<Esc>") & SCREEN_CANCEL);
}

static void test_length(void **state)
{
	struct editor *ed = *state;
	editor_set_length(ed, 5);
	assert_true(keys(ed, "äöüßx!") & SCREEN_BELL);
	assert_string_equal(editor_text(ed), "äöüßx");
	editor_replace(ed, "länger als fünf");
	assert_string_equal(editor_text(ed), "länge");
	keys(ed, "<^Z>");
	assert_string_equal(editor_text(ed), "äöüßx");
}

/* A word that is cut and put back several times grows with each round: the text stays what the database takes. */
static void test_longest_text(void **state)
{
	struct editor *ed = *state;
	struct str word = { 0 };
	if (getenv("RATSTISCH_VALGRIND"))
		return; /* two minutes there; the sanitizers watch it */
	for (int i = 0; i < EDITOR_RUNES_MAX / 2 + 1; i++)
		str_add(&word, "ä");
	editor_set_text(ed, str_text(&word));
	str_clear(&word);
	editor_move_end(ed);
	keys(ed, "<^W><^Y><^Y>");
	assert_int_equal(strlen(editor_text(ed)), 2 * EDITOR_RUNES_MAX);
	assert_true(keys(ed, "x") & SCREEN_BELL);
	keys(ed, "<Backspace>x");
	assert_int_equal(strlen(editor_text(ed)), 2 * EDITOR_RUNES_MAX - 1);
	/* Marks that take no room of their own count too. */
	struct str marks = { 0 };
	for (int i = 0; i <= EDITOR_RUNES_MAX; i++)
		str_add(&marks, "\xcc\x81");
	editor_set_text(ed, str_text(&marks));
	assert_int_equal(strlen(editor_text(ed)), 2 * EDITOR_RUNES_MAX);
	str_clear(&marks);
}

/* The rows that a change left alone are those that a fresh lay-out gives. */
static void expect_rows_as_fresh(struct editor *ed)
{
	struct vec rows = VEC_OF(struct editor_row);
	for (size_t i = 0; i < ed->rows.len; i++)
		vec_push(&rows, vec_at(&ed->rows, i));
	editor_lay_out(ed);
	for (size_t i = 0; i < (rows.len < ed->rows.len ? rows.len : ed->rows.len); i++) {
		const struct editor_row *had = vec_at(&rows, i), *fresh = vec_at(&ed->rows, i);
		if (had->at != fresh->at || had->len != fresh->len)
			fail_msg("row %zu of %zu: %zu+%zu instead of %zu+%zu, '%.90s'", i, rows.len, had->at, had->len, fresh->at, fresh->len, editor_text(ed) + (fresh->at > 30 ? fresh->at - 30 : 0));
	}
	assert_int_equal(rows.len, ed->rows.len);
	vec_clear(&rows);
}

static void change_at_random(struct editor *ed, unsigned *seed)
{
	static const char *const pieces[] = { "", " ", "\n", "a", "Wort ", " zwei Wörter", "\n\n", "sehrlangeswortohneblank", "漢字", "x y z ",
		                              "e\xcc\x81", "  " };
	const char *piece = pieces[(size_t)rand_r(seed) % (sizeof(pieces) / sizeof(*pieces))];
	const char *text = editor_text(ed);
	size_t at = (size_t)rand_r(seed) % (ed->text.len + 1), end = at + (size_t)rand_r(seed) % (rand_r(seed) % 10 ? 4 : 60);
	while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80)
		at--;
	end = end > ed->text.len ? ed->text.len : end < at ? at : end;
	while (end > at && ((unsigned char)text[end] & 0xC0) == 0x80)
		end--;
	if (rand_r(seed) % 12 == 0)
		editor_undo(ed);
	else
		editor_change(ed, at, rand_r(seed) % 2 ? end - at : 0, piece, strlen(piece));
}

static void test_rows_follow_changes(void **state)
{
	struct editor *ed = *state;
	unsigned seed = 4711;
	for (int width = 2; width <= 40; width += width < 12 ? 1 : 7) {
		editor_resize(ed, 5, width);
		editor_set_text(ed, "Der Rat beschließt die Satzung.\n\nDie Verwaltung wird beauftragt, sie bekanntzumachen. \n");
		for (int i = 0; i < 1500; i++) {
			change_at_random(ed, &seed);
			expect_rows_as_fresh(ed);
		}
	}
}

/* 100,000 characters, with line breaks and without any: typed into at the start, the end and between. */
static void test_typing_into_long_text(void **state)
{
	struct editor *ed = *state;
	unsigned seed = 815;
	struct str text = { 0 };
	if (getenv("RATSTISCH_VALGRIND"))
		return;
	for (int lines = 0; lines < 2; lines++) {
		str_cut(&text, 0);
		while (text.len < 100000)
			str_addf(&text, "Wort%zu%s", text.len % 977, lines && text.len % 13 == 0 ? "\n" : " ");
		editor_resize(ed, 20, 70 + lines);
		editor_set_text(ed, str_text(&text));
		for (int i = 0; i < 60; i++) {
			keys(ed, "Wort<Space>");
			editor_move_end(ed);
			keys(ed, "am<Space>Ende<Backspace>");
			change_at_random(ed, &seed);
			expect_rows_as_fresh(ed);
		}
	}
	str_clear(&text);
}

/* A letter with its mark is one character. */
static void test_combining(void **state)
{
	struct editor *ed = *state;
	editor_insert(ed, "ae\xcc\x81o");
	keys(ed, "<Left><Backspace>");
	assert_string_equal(editor_text(ed), "ao");
}

static void test_long_text(void **state)
{
	struct editor *ed = *state;
	struct str text = { 0 };
	for (int i = 0; i < 5000; i++)
		str_addf(&text, "Zeile %d mit einigen Wörtern\n", i);
	editor_set_text(ed, str_text(&text));
	for (int i = 0; i < 100; i++)
		keys(ed, "<PgDn>");
	keys(ed, "<Home>X");
	assert_non_null(strstr(editor_text(ed), "\nXZeile 1000 "));
	str_clear(&text);
}

static void test_pictures(void **state)
{
	struct editor *ed = *state;
	static const struct {
		int rows, cols;
	} sizes[] = { { 24, 80 }, { 40, 120 }, { 5, 20 } };
	editor_set_text(ed, "Der Vorsitzende eröffnet die Sitzung um 18:01 Uhr und stellt fest, dass form- und fristgerecht "
			    "eingeladen wurde und der Rat beschlussfähig ist.\n\nFrau Sommer beantragt, Tempo 30 anzuordnen. "
			    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenhersteller.");
	editor_move_end(ed);
	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct canvas *c = canvas_new(sizes[i].rows, sizes[i].cols);
		editor_resize(ed, sizes[i].rows, sizes[i].cols);
		editor_draw(ed, c, canvas_area(c), true);
		char *name = str_format("editor_%dx%d", sizes[i].cols, sizes[i].rows);
		support_picture(c, name);
		assert_true(c->cursor_row >= 0 && c->cursor_row < sizes[i].rows);
		free(name);
		canvas_free(&c);
	}
	keys(ed, "<^F>tempo");
	struct canvas *c = canvas_new(5, 40);
	editor_resize(ed, 5, 40);
	editor_draw(ed, c, canvas_area(c), true);
	support_picture(c, "editor_search_40x5");
	canvas_free(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(test_typing),  TEST(test_undo_redo), TEST(test_undo_at_random),	 TEST(test_rows_as_wrapped),
		TEST(test_words_and_kill), TEST(test_modules), TEST(test_search), TEST(test_paste_and_controls),
		TEST(test_length),  TEST(test_longest_text), TEST(test_rows_follow_changes), TEST(test_typing_into_long_text), TEST(test_combining), TEST(test_long_text),	 TEST(test_pictures),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
