/* The small parts: line, command line, choice, jump, message, key bar, text view, help, stack, values. */
#include "screen_support.h"

#include "base/date.h"
#include "screen/command.h"
#include "screen/help.h"
#include "screen/jump.h"
#include "screen/keybar.h"
#include "screen/message.h"
#include "screen/stack.h"
#include "screen/text_view.h"
#include "screen/value.h"

typedef unsigned event_fn(void *self, const struct event *e);

static unsigned send(event_fn *event, void *self, const char *script)
{
	return support_send(event, self, script, NULL);
}

static unsigned to_line(void *self, const struct event *e)
{
	return line_event(self, e);
}

static unsigned to_command(void *self, const struct event *e)
{
	return command_event(self, e);
}

static unsigned to_choice(void *self, const struct event *e)
{
	return choice_event(self, e);
}

static unsigned to_jump(void *self, const struct event *e)
{
	return jump_event(self, e);
}

/* --- line ------------------------------------------------------------------- */

static void test_line_editing(void **state)
{
	struct line l;
	(void)state;
	line_init(&l, NULL, NULL);
	assert_int_equal(send(to_line, &l, "Grüße"), SCREEN_HANDLED);
	send(to_line, &l, "<Left><Backspace>s<Home>x<End>!");
	assert_string_equal(line_text(&l), "xGrüse!");
	send(to_line, &l, "<^A><^D><^E> und mehr<^W><^W>");
	assert_string_equal(line_text(&l), "Grüse! ");
	send(to_line, &l, "<^Y><^U><^Y><^T>");
	assert_string_equal(line_text(&l), "Grüse! un d");
	send(to_line, &l, "<C-Left><^K>weg<C-Left><C-Left>>");
	assert_string_equal(line_text(&l), "Grüse! >un weg");
	assert_int_equal(send(to_line, &l, "<F3>"), SCREEN_IGNORED);
	assert_true(send(to_line, &l, "<Enter>") & SCREEN_DONE);
	assert_true(send(to_line, &l, "<Esc>") & SCREEN_CANCEL);
	struct event paste = { .type = EVENT_PASTE, .text = mem_strdup("a\nb\033c") };
	line_set(&l, "");
	line_event(&l, &paste);
	event_clear(&paste);
	assert_string_equal(line_text(&l), "a bc");
	l.length = 5;
	send(to_line, &l, "defg");
	assert_string_equal(line_text(&l), "a bcd");
	line_clear(&l);
}

/* Cutting a word and putting it back several times doubles it with each round: that ends somewhere. */
static void test_line_bound(void **state)
{
	struct line l;
	(void)state;
	line_init(&l, NULL, NULL);
	send(to_line, &l, "äöüß");
	for (int i = 0; i < 10; i++)
		send(to_line, &l, "<^W><^Y><^Y><^Y><^Y><^Y><^Y><^Y><^Y>");
	assert_int_equal(strlen(line_text(&l)), LINE_BYTES_MAX);
	send(to_line, &l, "x");
	assert_int_equal(strlen(line_text(&l)), LINE_BYTES_MAX);
	send(to_line, &l, "<Backspace>x");
	assert_int_equal(strlen(line_text(&l)), LINE_BYTES_MAX - 1);
	/* What is stored is never cut. */
	struct str stored = { 0 };
	for (int i = 0; i < LINE_BYTES_MAX; i++)
		str_add(&stored, "ab");
	line_set(&l, str_text(&stored));
	assert_int_equal(strlen(line_text(&l)), 2 * LINE_BYTES_MAX);
	str_clear(&stored);
	line_clear(&l);
}

static void test_line_history(void **state)
{
	struct line l;
	(void)state;
	line_init(&l, NULL, NULL);
	for (int i = 0; i < 300; i++) {
		char text[24];
		snprintf(text, sizeof(text), "Zeile %d", i);
		line_set(&l, text);
		line_remember(&l);
		line_set(&l, text);
		line_remember(&l); /* not twice in a row */
	}
	assert_int_equal(l.history.len, 200);
	send(to_line, &l, "neu<Up><Up>");
	assert_string_equal(line_text(&l), "Zeile 298");
	send(to_line, &l, "<Down><Down>");
	assert_string_equal(line_text(&l), "neu");
	assert_int_equal(send(to_line, &l, "<Down>"), SCREEN_IGNORED);
	line_clear(&l);
}

static void test_line_scrolls(void **state)
{
	struct line l;
	(void)state;
	line_init(&l, NULL, NULL);
	line_set(&l, "0123456789ÄÖÜäöü");
	struct canvas *c = canvas_new(1, 8);
	line_draw(&l, c, 0, 0, 8, ATTR_NONE);
	char *picture = canvas_dump(c);
	assert_string_equal(picture, "9ÄÖÜäöü\n");
	assert_int_equal(c->cursor_col, 7);
	free(picture);
	send(to_line, &l, "<Home>");
	line_draw(&l, c, 0, 0, 8, ATTR_NONE);
	picture = canvas_dump(c);
	assert_string_equal(picture, "01234567\n");
	assert_int_equal(c->cursor_col, 0);
	free(picture);
	canvas_free(&c);
	line_clear(&l);
}

/* --- command line, choice, jump ---------------------------------------------- */

static void test_command(void **state)
{
	static const char *const actions[] = { "back", "open_row", NULL };
	static const char *const screens[] = { "persons", "person", NULL };
	struct command cmd;
	(void)state;
	command_init(&cmd, actions, screens);
	send(to_command, &cmd, "per<Tab>");
	assert_string_equal(line_text(&cmd.line), "persons");
	send(to_command, &cmd, "<Tab>");
	assert_string_equal(line_text(&cmd.line), "person");
	assert_true(send(to_command, &cmd, "  Krause  <Enter>") & SCREEN_DONE);
	assert_string_equal(command_word(&cmd), "person");
	assert_string_equal(command_argument(&cmd), "Krause");
	command_open(&cmd);
	assert_true(send(to_command, &cmd, "xyz<Tab>") & SCREEN_BELL);
	send(to_command, &cmd, "<^U>");
	assert_true(send(to_command, &cmd, "<Backspace>") & SCREEN_CANCEL);
	assert_true(send(to_command, &cmd, "<Enter>") & SCREEN_CANCEL);
	send(to_command, &cmd, "<Up>");
	assert_string_equal(line_text(&cmd.line), "person  Krause  ");
	struct canvas *c = canvas_new(1, 20);
	command_draw(&cmd, c, canvas_area(c));
	char *picture = canvas_dump(c);
	assert_string_equal(picture, ":person  Krause\n");
	free(picture);
	canvas_free(&c);
	command_clear(&cmd);
}

static struct rowset *found(size_t count)
{
	struct rowset *rs = rowset_new(4, (const char *const[]){ "kind", "id", "label", "detail" });
	for (size_t i = 0; i < count; i++) {
		char *id = str_format("%zu", i + 1), *label = str_format("Sitzung %zu", i + 1);
		rowset_add(rs, (const char *const[]){ i % 2 ? "person" : "meeting", id, label, i == 0 ? "14.10.2026" : NULL });
		free(id);
		free(label);
	}
	return rs;
}

static void test_jump(void **state)
{
	struct jump j;
	struct screen_request r;
	(void)state;
	jump_init(&j, "jump");
	jump_resize(&j, 10, 40);
	assert_false(jump_take_request(&j, &r));
	assert_true(send(to_jump, &j, "4") & SCREEN_REQUEST);
	assert_true(jump_take_request(&j, &r));
	unsigned old = r.number;
	send(to_jump, &j, "1");
	assert_true(jump_take_request(&j, &r));
	assert_string_equal(r.filter, "41");
	struct rowset *rs = found(3);
	assert_int_equal(jump_feed(&j, old, rs), SCREEN_IGNORED);
	/* Enter before the rows are there is obeyed when they come. */
	assert_int_equal(send(to_jump, &j, "<Enter>"), SCREEN_HANDLED);
	assert_true(jump_feed(&j, r.number, rs) & SCREEN_DONE);
	assert_string_equal(jump_kind(&j), "meeting");
	assert_string_equal(jump_id(&j), "1");
	send(to_jump, &j, "<Down>");
	assert_string_equal(jump_kind(&j), "person");
	struct canvas *c = canvas_new(5, 40);
	jump_draw(&j, c, canvas_area(c));
	support_picture(c, "jump_40x5");
	canvas_free(&c);
	jump_open(&j);
	assert_null(jump_id(&j));
	rowset_free(&rs);
	jump_clear(&j);
}

static void test_choice_scrolls(void **state)
{
	struct choice ch;
	(void)state;
	struct rowset *rs = found(50);
	choice_init(&ch, "Wahl: ");
	choice_resize(&ch, 6);
	choice_set_all(&ch, rs, "id", "label", NULL);
	send(to_choice, &ch, "<PgDn><PgDn><Down>");
	assert_string_equal(choice_key(&ch), "12");
	assert_true(ch.top <= ch.selected && ch.selected < ch.top + 5);
	send(to_choice, &ch, "<PgUp><PgUp><PgUp>");
	assert_string_equal(choice_key(&ch), "1");
	send(to_choice, &ch, "SITZUNG 4");
	assert_int_equal(ch.rows->rows, 11);
	assert_true(send(to_choice, &ch, "<Down><Enter>") & SCREEN_DONE);
	assert_string_equal(choice_label(&ch), "Sitzung 40");
	send(to_choice, &ch, "xx");
	assert_true(send(to_choice, &ch, "<Enter>") & SCREEN_BELL);
	assert_null(choice_key(&ch));
	rowset_free(&rs);
	choice_clear(&ch);
}

/* --- message and key bar ------------------------------------------------------- */

static char *drawn(const struct message *m, int cols)
{
	struct canvas *c = canvas_new(1, cols);
	message_draw(m, c, canvas_area(c));
	char *text = canvas_dump(c);
	canvas_free(&c);
	return text;
}

static void test_message(void **state)
{
	struct message m = { 0 };
	struct err e = { 0 };
	(void)state;
	assert_null(message_full(&m));
	err_set(&e, "nicht gespeichert");
	err_detail(&e, "Platz 12 ist vergeben");
	err_hint(&e, "Einen anderen Platz wählen");
	message_error(&m, &e);
	assert_false(err_is_set(&e));
	char *text = drawn(&m, 40);
	assert_string_equal(text, "✗ nicht gespeichert              ^E mehr\n");
	free(text);
	text = message_full(&m);
	assert_string_equal(text, "nicht gespeichert\n\n# Einzelheiten\nPlatz 12 ist vergeben\n\n# Was zu tun ist\nEinen anderen "
				  "Platz wählen\n");
	free(text);
	message_info(&m, "%d Zeilen", 3);
	text = drawn(&m, 40);
	assert_string_equal(text, " 3 Zeilen\n");
	free(text);
	message_warn(&m, "Achtung");
	text = drawn(&m, 5);
	assert_string_equal(text, "! Ac…\n");
	free(text);
	message_hide(&m);
	assert_false(message_is_shown(&m));
	text = message_full(&m); /* the last error can still be read */
	assert_non_null(text);
	free(text);
	message_clear(&m);
}

static const char text_screen[] = "screen t\nkind text\ntitle \"Text\"\nhelp \"Wozu es da ist.\"\n"
				  "key p minutes_pdf \"PDF\" bar\nkey q back \"Zurück\" bar\nkey x hidden_one \"Verborgen\"\n"
				  "key ? help \"Hilfe\" bar\n";

static void test_keybar(void **state)
{
	struct screen_set set;
	(void)state;
	const struct screen *s = support_screen(&set, "t", text_screen);
	static const struct {
		int cols;
		const char *expected;
	} cases[] = { { 80, " p PDF  q Zurück  ? Hilfe\n" }, { 20, " p PDF  ? Hilfe\n" }, { 10, " ? Hilfe\n" }, { 5, "\n" } };
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct canvas *c = canvas_new(1, cases[i].cols);
		keybar_draw(s, c, canvas_area(c));
		char *text = canvas_dump(c);
		assert_string_equal(text, cases[i].expected);
		free(text);
		canvas_free(&c);
	}
	screen_set_clear(&set);
}

/* --- text view and help ---------------------------------------------------------- */

static struct text_view *long_view(const struct screen *s)
{
	struct str text = { 0 };
	str_add(&text, "# Niederschrift\nüber die 41. Sitzung\n\n");
	for (int i = 1; i <= 60; i++)
		str_addf(&text, "%d. Satz, der so lang ist, dass er auf einem schmalen Schirm umgebrochen werden muss.\n", i);
	str_add(&text, "Ende mit [-Tempo 50-] {+Tempo 30+}.\n");
	struct text_view *tv = text_view_new(s, "Niederschrift", str_text(&text));
	str_clear(&text);
	return tv;
}

static void test_text_view(void **state)
{
	struct screen_set set;
	(void)state;
	const struct screen *s = support_screen(&set, "t", text_screen);
	struct text_view *tv = long_view(s);
	int lines;
	text_view_resize(tv, 24, 80);
	support_view(&text_view_class, tv, 40, 120, "text");
	support_view(&text_view_class, tv, 5, 20, "text");
	text_view_resize(tv, 24, 80);
	support_keys(&text_view_class, tv, "<PgDn>");
	assert_int_equal(text_view_line(tv, &lines), 23);
	support_keys(&text_view_class, tv, "<End>");
	assert_int_equal(text_view_line(tv, &lines), lines - 23);
	support_view(&text_view_class, tv, 24, 80, "text_end");
	support_keys(&text_view_class, tv, "<Home>/SATZ, DER<Enter>nn");
	support_view(&text_view_class, tv, 24, 80, "text_search");
	assert_true(support_keys(&text_view_class, tv, "/gibtesnicht<Enter>") & SCREEN_BELL);
	support_keys(&text_view_class, tv, "<Esc>");
	assert_true(support_keys(&text_view_class, tv, "p") & SCREEN_ACTION);
	assert_string_equal(text_view_action(tv), "minutes_pdf");
	assert_true(support_keys(&text_view_class, tv, "<Esc>") & SCREEN_CANCEL);
	/* A new width keeps the place in the text. */
	support_keys(&text_view_class, tv, "<Home>/30. satz<Enter>");
	text_view_resize(tv, 10, 30);
	int before = text_view_line(tv, NULL);
	text_view_resize(tv, 10, 200);
	text_view_resize(tv, 10, 30);
	assert_in_range(text_view_line(tv, NULL), before - 3, before + 3);
	text_view_set(tv, "Leer", "");
	support_keys(&text_view_class, tv, "<Down><End><Home>/x<Enter>");
	assert_int_equal(text_view_line(tv, &lines), 0);
	text_view_free(&tv);
	screen_set_clear(&set);
}

static const char *action_help(void *context, const char *action)
{
	(void)context;
	return strcmp(action, "minutes_pdf") == 0 ? "Schreibt ein PDF." : NULL;
}

static void test_help(void **state)
{
	struct screen_set set;
	struct help_source source = { NULL, action_help };
	(void)state;
	const struct screen *s = support_screen(&set, "t", text_screen);
	struct text_view *tv = help_view(s, &source);
	support_view(&text_view_class, tv, 24, 80, "help");
	assert_true(support_keys(&text_view_class, tv, "q") & SCREEN_CANCEL);
	text_view_free(&tv);
	char *table = help_markdown(s, &source);
	assert_non_null(strstr(table, "| `p` | PDF | Schreibt ein PDF. |\n"));
	free(table);
	screen_set_clear(&set);
}

/* --- stack and values ------------------------------------------------------------- */

static const char *session(void *context, const char *name)
{
	return strcmp(name, "account") == 0 ? context : NULL;
}

static void test_params(void **state)
{
	struct screen_set set;
	struct stack stack;
	(void)state;
	const struct screen *s = support_screen(&set, "p",
		"screen p\nkind text\ntitle \"P\"\nparam id from row id\nparam meeting_id from row shoe meeting_id\n"
		"param up from param meeting_id\nparam word from text \"fest\"\nparam who from session account\n"
		"param on_date from date\n");
	stack_init(&stack);
	struct view *below = stack_push(&stack, &text_view_class, s, text_view_new(s, "", ""));
	view_set_param(below, "meeting_id", "41");
	struct view *v = stack_push(&stack, &text_view_class, s, text_view_new(s, "", ""));
	char account[] = "meier";
	view_fill_params(v, below, session, account);
	assert_null(view_param(v, "id"));
	assert_string_equal(view_param(v, "meeting_id"), "41");
	assert_string_equal(view_param(v, "up"), "41");
	assert_string_equal(view_param(v, "word"), "fest");
	assert_string_equal(view_param(v, "who"), "meier");
	char today[DATE_TEXT];
	assert_string_equal(view_param(v, "on_date"), date_format_iso(date_today(), today));
	assert_null(view_param(v, "unknown"));
	assert_ptr_equal(stack_below(&stack), below);
	unsigned serial = v->serial;
	stack_pop(&stack);
	assert_null(stack_find(&stack, serial));
	assert_int_equal(stack_feed(&stack, serial, 1, NULL), SCREEN_IGNORED);
	assert_int_equal(stack_depth(&stack), 1);
	stack_clear(&stack);
	struct event e = { .type = EVENT_KEY, .key = 'x' };
	assert_int_equal(stack_event(&stack, &e), SCREEN_IGNORED);
	screen_set_clear(&set);
}

static void test_values(void **state)
{
	static const struct {
		enum screen_type type;
		const char *typed;
		const char *value; /* NULL: refused */
		const char *shown;
	} cases[] = {
		{ SCREEN_TYPE_TEXT, "  a b ", "a b", "a b" },
		{ SCREEN_TYPE_NUMBER, " -12 ", "-12", "-12" },
		{ SCREEN_TYPE_NUMBER, "99999999999999999999", NULL, NULL },
		{ SCREEN_TYPE_DATE, "15", "2026-10-15", "15.10.2026" },
		{ SCREEN_TYPE_DATE, "m+1", "2026-11-14", "14.11.2026" },
		{ SCREEN_TYPE_DATE, "31.2.", NULL, NULL },
		{ SCREEN_TYPE_TIME, "1830", "18:30", "18:30" },
		{ SCREEN_TYPE_TIME, "25", NULL, NULL },
		{ SCREEN_TYPE_MOMENT, "morgen 9:05", "2026-10-15 09:05", "15.10.2026 09:05" },
		{ SCREEN_TYPE_MOMENT, "morgen", NULL, NULL },
		{ SCREEN_TYPE_BOOL, "J", "t", "ja" },
		{ SCREEN_TYPE_BOOL, "nein", "f", "nein" },
		{ SCREEN_TYPE_BOOL, "viel", NULL, NULL },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *value;
		const char *why = NULL;
		bool ok = value_parse(cases[i].type, cases[i].typed, date_from_ymd(2026, 10, 14), &value, &why);
		assert_int_equal(ok, cases[i].value != NULL);
		if (!ok) {
			assert_non_null(why);
			continue;
		}
		assert_string_equal(value, cases[i].value);
		char *shown = value_format(cases[i].type, NULL, value);
		assert_string_equal(shown, cases[i].shown);
		free(shown);
		free(value);
	}
	char *moment = str_format("%lld", (long long)moment_at(date_from_ymd(2026, 10, 14), 18, 1, 0));
	char *shown = value_format(SCREEN_TYPE_MOMENT, NULL, moment);
	assert_string_equal(shown, "14.10.2026 18:01");
	free(shown);
	free(moment);
	shown = value_format(SCREEN_TYPE_DATE, NULL, "0001-01-01"); /* since ever */
	assert_string_equal(shown, "");
	free(shown);
	assert_true(value_in_bounds(SCREEN_TYPE_NUMBER, "5", "5", "5"));
	assert_false(value_in_bounds(SCREEN_TYPE_NUMBER, "6", NULL, "5"));
	assert_false(value_in_bounds(SCREEN_TYPE_DATE, "2019-12-31", "2020-01-01", NULL));
	assert_true(value_in_bounds(SCREEN_TYPE_DATE, NULL, "2020-01-01", NULL));
	static const struct {
		const char *value, *min, *max;
		bool inside;
	} decimals[] = {
		{ "-5", "0", NULL, false },
		{ "-0", "0", NULL, true },
		{ "0", "0", NULL, true },
		{ "0.01", "0,02", NULL, false },
		{ "0.1", "0,02", NULL, true },
		{ "-25.00", NULL, "99,99", true },
		{ "-25.00", "-24,99", NULL, false },
		{ "-3", "-25", NULL, true },
		{ "1000000.00", "0", "999.999,99", false },
		{ "999999.99", "0", "999.999,99", true },
		{ "12345678901234567890", "0", "999.999,99", false },
		{ "007", "0", "9,00", true },
		{ NULL, "0", "1", true },
	};
	for (size_t i = 0; i < sizeof(decimals) / sizeof(*decimals); i++)
		assert_int_equal(value_in_bounds(SCREEN_TYPE_DECIMAL, decimals[i].value, decimals[i].min, decimals[i].max), decimals[i].inside);
	assert_int_equal(value_places(SCREEN_TYPE_DECIMAL, "12.345", "999,99"), 2); /* the database would round it */
	assert_int_equal(value_places(SCREEN_TYPE_DECIMAL, "12.3400", "999,99"), -1);
	assert_int_equal(value_places(SCREEN_TYPE_DECIMAL, "12.3", "999"), 0);
	assert_int_equal(value_places(SCREEN_TYPE_DECIMAL, "12.345", NULL), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_line_editing), cmocka_unit_test(test_line_history), cmocka_unit_test(test_line_scrolls),
		cmocka_unit_test(test_line_bound),
		cmocka_unit_test(test_command),	     cmocka_unit_test(test_jump),	  cmocka_unit_test(test_choice_scrolls),
		cmocka_unit_test(test_message),	     cmocka_unit_test(test_keybar),	  cmocka_unit_test(test_text_view),
		cmocka_unit_test(test_help),	     cmocka_unit_test(test_params),	  cmocka_unit_test(test_values),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
