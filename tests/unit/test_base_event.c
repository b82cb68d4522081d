/* Keys: their names both ways, and scripts of keys. */
#include "base/event.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

static void expect_round(char32_t key)
{
	char label[16];
	key_label(key, label);
	assert_true(strlen(label) > 0 && strlen(label) < sizeof(label));
	if (key_parse(label) != key)
		fail_msg("key %x is labelled %s, which is key %x", (unsigned)key, label, (unsigned)key_parse(label));
}

static void every_key_has_a_name(void **state)
{
	(void)state;
	for (char32_t key = K_UP; key <= K_F12; key++) {
		expect_round(key);
		expect_round(key | K_ALT);
	}
	for (char32_t key = 1; key < 0x7F; key++) {
		expect_round(key);
		expect_round(key | K_ALT);
	}
	expect_round(0xE4);
	expect_round(0x20AC);
	expect_round(0x1F600);
	expect_round(0xFC | K_ALT);
}

static void names(void **state)
{
	static const struct {
		const char *name;
		char32_t key;
	} cases[] = {
		{ "a", 'a' },     { "ö", 0xF6 },     { "%", '%' },        { "^", '^' },          { "<", '<' },
		{ "F", 'F' },     { "Enter", 13 },   { "^M", 13 },        { "^m", 13 },          { "Esc", 27 },
		{ "^[", 27 },     { "Tab", 9 },      { "Space", ' ' },    { "lt", '<' },         { "^S", 19 },
		{ "F1", K_F1 },   { "F12", K_F12 },  { "Alt-x", 'x' | K_ALT }, { "Alt-F2", (K_F1 + 1) | K_ALT },
		{ "PgDn", K_PAGE_DOWN }, { "C-Left", K_CTRL_LEFT },
		{ "", 0 },        { "F0", 0 },       { "F13", 0 },        { "F1x", 0 },          { "FF", 0 },
		{ "enter", 0 },   { "ab", 0 },       { "^", '^' },        { "^^", 30 },          { "^1", 0 },
		{ "^@", 0 },      { "^?", 0 },       { "^ö", 0 },         { "^SS", 0 },          { "Alt-", 0 },
		{ "Alt-Alt-x", 0 }, { "Alt-nix", 0 }, { "\x01", 0 },      { "\x7F", 0 },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (key_parse(cases[i].name) != cases[i].key)
			fail_msg("%s is key %x", cases[i].name, (unsigned)key_parse(cases[i].name));
	char label[16];
	assert_string_equal(key_label(13, label), "Enter");
	assert_string_equal(key_label(' ', label), "Space");
	assert_string_equal(key_label('<', label), "<");
	assert_string_equal(key_label(19, label), "^S");
	assert_string_equal(key_label(K_F12, label), "F12");
	assert_string_equal(key_label('x' | K_ALT, label), "Alt-x");
	assert_string_equal(key_label(0x202E, label), "\uFFFD");
}

static void scripts(void **state)
{
	static const char script[] = "a<Enter>\r\n<^S>ö<lt><Alt-x><nix>b<no end";
	static const char32_t expected[] = { 'a', 13, 19, 0xF6, '<', 'x' | K_ALT, 0, 'b', 0, 'n', 'o', ' ', 'e', 'n', 'd' };
	size_t at = 0, n = strlen(script);
	char32_t key;
	(void)state;
	for (size_t i = 0; i < COUNT(expected); i++) {
		size_t used = key_script_next(script + at, n - at, &key);
		assert_true(used > 0);
		assert_int_equal(key, expected[i]);
		at += used;
	}
	assert_int_equal(at, n);
	assert_int_equal(key_script_next(script + at, 0, &key), 0);
	assert_int_equal(key_script_next("\n\n", 2, &key), 0);
	assert_int_equal(key_script_next("<0123456789012345678901234567890123456789>", 42, &key), 1);
	assert_int_equal(key, 0);
}

static void events_are_cleared(void **state)
{
	struct event e = { .type = EVENT_PASTE, .text = malloc(10) };
	(void)state;
	event_clear(&e);
	assert_int_equal(e.type, EVENT_NONE);
	assert_null(e.text);
	event_clear(&e);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_key_has_a_name),
		cmocka_unit_test(names),
		cmocka_unit_test(scripts),
		cmocka_unit_test(events_are_cleared),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
