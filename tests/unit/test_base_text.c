/* Text: UTF-8 with all its faults, columns, wrapping, what must not reach a terminal, folding. */
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <cmocka.h>

#define BAD 0xFFFD
#define COUNT(a) (sizeof(a) / sizeof(*(a)))

static void decode_whole(void **state)
{
	static const struct {
		const char *bytes;
		char32_t rune;
		size_t used;
	} cases[] = {
		{ "a", 'a', 1 },
		{ "ä", 0xE4, 2 },
		{ "\x7F", 0x7F, 1 },
		{ "\xC2\x80", 0x80, 2 },
		{ "\xDF\xBF", 0x7FF, 2 },
		{ "\xE0\xA0\x80", 0x800, 3 },
		{ "€", 0x20AC, 3 },
		{ "\xEF\xBF\xBF", 0xFFFF, 3 },
		{ "\xF0\x90\x80\x80", 0x10000, 4 },
		{ "\xF4\x8F\xBF\xBF", 0x10FFFF, 4 },
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char32_t rune;
		char back[TEXT_RUNE_MAX];
		assert_int_equal(text_decode(cases[i].bytes, strlen(cases[i].bytes), &rune), cases[i].used);
		assert_int_equal(rune, cases[i].rune);
		assert_int_equal(text_encode(rune, back), cases[i].used);
		assert_memory_equal(back, cases[i].bytes, cases[i].used);
		assert_true(text_is_valid(cases[i].bytes, cases[i].used));
	}
}

/* One broken byte is passed over at a time, so that what follows is read. */
static void decode_broken(void **state)
{
	static const char *const cases[] = {
		"\x80",             /* follows nothing */
		"\xC3",             /* ends too early */
		"\xC3(",            /* does not go on */
		"\xE2\x82",         /* ends too early */
		"\xE2(\x82",        /* breaks off */
		"\xC0\xAF",         /* overlong */
		"\xC1\xBF",         /* overlong */
		"\xE0\x9F\xBF",     /* overlong */
		"\xF0\x8F\xBF\xBF", /* overlong */
		"\xED\xA0\x80",     /* half of a surrogate pair */
		"\xED\xBF\xBF",     /* the other half */
		"\xF4\x90\x80\x80", /* above Unicode */
		"\xF5\x80\x80\x80", /* above Unicode */
		"\xFE",
		"\xFF",
	};
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char32_t rune = 0;
		assert_int_equal(text_decode(cases[i], strlen(cases[i]), &rune), 1);
		assert_int_equal(rune, BAD);
		assert_false(text_is_valid(cases[i], strlen(cases[i])));
	}
	assert_true(text_is_valid("", 0));
	assert_true(text_is_valid("Maß", 4));
	assert_false(text_is_valid("Maß", 3)); /* cut in the middle of ß */
	assert_false(text_is_valid("a\0b", 3));
	assert_true(text_is_valid("\xEF\xBF\xBD", 3)); /* U+FFFD itself is no fault */
}

static void encode_refuses(void **state)
{
	static const char32_t cases[] = { 0xD800, 0xDFFF, 0x110000, 0x200000, 0xFFFFFFFF };
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char out[TEXT_RUNE_MAX];
		assert_int_equal(text_encode(cases[i], out), 3);
		assert_memory_equal(out, "\xEF\xBF\xBD", 3);
	}
}

static void widths(void **state)
{
	(void)state;
	assert_int_equal(text_width(""), 0);
	assert_int_equal(text_width("Größe"), 5);
	assert_int_equal(text_width("日本"), 4);
	assert_int_equal(text_width("e\u0301"), 1);
	assert_int_equal(text_width("\x1B\u202E\u200B\x80"), 4); /* shown as substitutes */
	assert_int_equal(text_width_n("Größe", 3), 3);          /* half of ö counts as U+FFFD */
	assert_int_equal(text_width_n("ab\0cd", 5), 2);
	assert_int_equal(text_rune_width('\n'), 1);
	assert_int_equal(text_rune_width(0x0301), 0);
	assert_int_equal(text_rune_width(0x65E5), 2);
	/* What is known without asking is what the system says. */
	for (char32_t rune = 0xA0; rune < 0x3000; rune++)
		if (!text_is_control(rune) && wcwidth((wchar_t)rune) >= 0 && text_rune_width(rune) != wcwidth((wchar_t)rune))
			fail_msg("U+%04X is %d wide", (unsigned)rune, wcwidth((wchar_t)rune));
}

static void fits(void **state)
{
	(void)state;
	assert_int_equal(text_fit("Größe", 3), 4);
	assert_int_equal(text_fit("Größe", 99), 7);
	assert_int_equal(text_fit("Größe", 0), 0);
	assert_int_equal(text_fit("日本語", 5), 6);
	assert_int_equal(text_fit("日", 1), 0);
	assert_int_equal(text_fit("e\u0301x", 1), 3); /* the mark goes with its letter */
}

static void steps(void **state)
{
	(void)state;
	const char *s = "ae\u0301ö日";
	size_t n = strlen(s);
	size_t stops[] = { 0, 1, 4, 6, 9 };
	for (size_t i = 0; i + 1 < COUNT(stops); i++) {
		assert_int_equal(text_next(s, n, stops[i]), stops[i + 1]);
		assert_int_equal(text_prev(s, n, stops[i + 1]), stops[i]);
	}
	assert_int_equal(text_next(s, n, n), n);
	assert_int_equal(text_next(s, n, n + 5), n);
	assert_int_equal(text_prev(s, n, 0), 0);
	assert_int_equal(text_prev(s, n, n + 5), 6);
	assert_int_equal(text_prev("\x80\x80", 2, 2), 0); /* nothing but broken bytes: ends at the beginning */
}

static void controls(void **state)
{
	static const char32_t hidden[] = { 0, 7, 0x1B, 0x7F, 0x80, 0x9B, 0x200B, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066,
					   0x2069, 0x061C, 0xFEFF, 0x2028, 0x2029, 0xFFF9, 0xE0001, 0xE007F };
	static const char32_t shown[] = { ' ', 'a', 0xA0, 0xAD, 0xE4, 0x0301, 0x2010, 0x20AC, 0x65E5, BAD, 0x1F600 };
	(void)state;
	for (size_t i = 0; i < COUNT(hidden); i++) {
		assert_true(text_is_control(hidden[i]));
		assert_false(text_is_control(text_visible(hidden[i])));
	}
	for (size_t i = 0; i < COUNT(shown); i++) {
		assert_false(text_is_control(shown[i]));
		assert_int_equal(text_visible(shown[i]), shown[i]);
	}
}

static void expect_clean(const char *from, bool lines, const char *to)
{
	char *got = text_clean(from, lines);
	assert_string_equal(got, to);
	free(got);
}

static void clean(void **state)
{
	(void)state;
	expect_clean("", false, "");
	expect_clean("Straße 5", false, "Straße 5");
	expect_clean("a\tb\nc", false, "a␉b␊c");
	expect_clean("a\tb\nc\r", true, "a\tb\nc␍");
	expect_clean("\x1B[2J\x7F", false, "␛[2J␡");
	expect_clean("\xC2\x9B" "31m", false, "\uFFFD31m");
	expect_clean("Max\u202Exam", true, "Max\uFFFDxam");
	expect_clean("\u2066a\u2069\u200D\uFEFF", false, "\uFFFDa\uFFFD\uFFFD\uFFFD");
	expect_clean("x\xC3y\xFFz", false, "x\uFFFDy\uFFFDz");
}

static void expect_fold(const char *from, const char *to)
{
	char *got = text_fold(from);
	assert_string_equal(got, to);
	free(got);
}

static void fold(void **state)
{
	(void)state;
	expect_fold("", "");
	expect_fold("Müller-Lüdenscheidt", "muller-ludenscheidt");
	expect_fold("GROẞ Groß", "gross gross");
	expect_fold("Mu\u0308ller", "muller");
	expect_fold("Çelik Yıldız İpek Ağaoğlu", "celik yildiz ipek agaoglu");
	expect_fold("Łukasz Ærøskøbing Dvořák Šimić", "lukasz aeroskobing dvorak simic");
	expect_fold("Ελλάς 日本", "ελλάς 日本");
	assert_int_equal(text_lower('Z'), 'z');
	assert_int_equal(text_lower(0xC4), 0xE4);
	assert_int_equal(text_lower('['), '[');
}

/* All lines of a text joined by '|'; every byte is either in a line or passed over. */
static void expect_wrap(const char *text, int columns, const char *expected)
{
	char got[200] = "";
	for (const char *s = text;;) {
		size_t skip, n = text_wrap(s, columns, &skip);
		assert_true(skip <= 1);
		strncat(got, s, n);
		if (!s[n + skip])
			break;
		assert_true(n + skip > 0);
		strcat(got, "|");
		s += n + skip;
	}
	assert_string_equal(got, expected);
}

static void wrap(void **state)
{
	(void)state;
	expect_wrap("", 10, "");
	expect_wrap("kurz", 10, "kurz");
	expect_wrap("eins zwei drei", 9, "eins zwei|drei");
	expect_wrap("eins zwei drei", 8, "eins|zwei|drei");
	expect_wrap("eins\n\nzwei", 20, "eins||zwei");
	expect_wrap("Donaudampfschiff", 6, "Donaud|ampfsc|hiff");
	expect_wrap("Ärger über Öl", 6, "Ärger|über|Öl");
	expect_wrap("日本語", 4, "日本|語");
	expect_wrap("日本", 1, "日|本"); /* too narrow: goes on all the same */
	expect_wrap("ab", 0, "a|b");
	expect_wrap("genau acht", 10, "genau acht");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decode_whole), cmocka_unit_test(decode_broken), cmocka_unit_test(encode_refuses),
		cmocka_unit_test(widths),       cmocka_unit_test(fits),          cmocka_unit_test(steps),
		cmocka_unit_test(controls),     cmocka_unit_test(clean),         cmocka_unit_test(fold),
		cmocka_unit_test(wrap),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
