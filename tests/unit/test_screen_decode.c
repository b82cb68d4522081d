/* Bytes of a terminal to keys, however they are cut into pieces. */
#include "screen_support.h"

#include "term/decode.h"

/* All events as one line: names of keys with blanks between, pastes in brackets. */
static char *decoded(struct decoder *d)
{
	struct str out = { 0 };
	struct event e;
	while (decode_next(d, &e)) {
		char name[16];
		if (out.len)
			str_add_char(&out, ' ');
		if (e.type == EVENT_PASTE)
			str_addf(&out, "[%s]", e.text);
		else
			str_add(&out, key_label(e.key, name));
		event_clear(&e);
	}
	return str_take(&out);
}

static const struct {
	const char *bytes;
	const char *keys;
} cases[] = {
	{ "aöß€😀", "a ö ß € 😀" },
	{ "\r\n\t\x7f\b ", "Enter Enter Tab Backspace Backspace Space" },
	{ "\x13\x1a\x01", "^S ^Z ^A" },
	{ "\033[A\033[B\033[C\033[D\033[H\033[F\033[Z", "Up Down Right Left Home End BackTab" },
	{ "\033OA\033OH\033OP\033OS", "Up Home F1 F4" },
	{ "\033[1~\033[2~\033[3~\033[4~\033[5~\033[6~\033[7~\033[8~", "Home Ins Del End PgUp PgDn Home End" },
	{ "\033[11~\033[15~\033[17~\033[24~\033[[A\033[[E", "F1 F5 F6 F12 F1 F5" },
	{ "\033[1;5D\033[1;5C\033Oc\033Od", "C-Left C-Right C-Right C-Left" },
	{ "\033[1;3A\033[3;3~", "Alt-Up Alt-Del" },
	{ "\033[1;2A", "Up" },
	{ "\033x\033ö\033\x7f", "Alt-x Alt-ö Alt-Backspace" },
	{ "\033[999~x\033[1;1Ry\033[?1;2cz", "x F3 y z" },
	{ "\033[200~Hallo\r\nWelt\rx\033[A\033[201~y", "[Hallo\nWelt\nx\033[A] y" },
	{ "\033[200~\033[201~", "[]" },
	{ "\xff\xc3(\xe2\x82", "� � ( � �" },
	{ "\033\033[A", "Esc Up" },
};

static void test_whole(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct decoder d = { 0 };
		decode_add(&d, cases[i].bytes, strlen(cases[i].bytes));
		decode_flush(&d);
		char *keys = decoded(&d);
		assert_string_equal(keys, cases[i].keys);
		assert_false(decode_is_partial(&d));
		free(keys);
		decode_clear(&d);
	}
}

/* The same byte by byte: a terminal, or the network, may cut anywhere. */
static void test_in_pieces(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct decoder d = { 0 };
		struct str all = { 0 };
		for (const char *b = cases[i].bytes; *b; b++) {
			decode_add(&d, b, 1);
			if (!b[1])
				decode_flush(&d);
			char *keys = decoded(&d);
			if (*keys)
				str_addf(&all, "%s%s", all.len ? " " : "", keys);
			free(keys);
		}
		assert_string_equal(str_text(&all), cases[i].keys);
		str_clear(&all);
		decode_clear(&d);
	}
}

static void test_escape_waits(void **state)
{
	struct decoder d = { 0 };
	struct event e;
	(void)state;
	decode_add(&d, "\033", 1);
	assert_false(decode_next(&d, &e));
	assert_true(decode_is_partial(&d));
	decode_flush(&d);
	assert_true(decode_next(&d, &e));
	assert_int_equal(e.key, K_ESC);
	/* A paste whose end never comes is no key. */
	decode_add(&d, "\033[200~abc", 9);
	decode_flush(&d);
	assert_false(decode_next(&d, &e));
	assert_true(decode_is_partial(&d));
	decode_clear(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_in_pieces),
		cmocka_unit_test(test_escape_waits),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
