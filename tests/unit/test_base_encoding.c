/* Terminals that are not of UTF-8: what goes out, what comes in, and that no control character does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/encoding.h"
#include "base/mem.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* No machine has that locale: its name says enough. */
#define LATIN_1 "xx_XX.ISO-8859-1"

static void open_as(struct encoding *e, const char *locale)
{
	unsetenv("LC_ALL");
	unsetenv("LC_CTYPE");
	unsetenv("LANG");
	if (locale)
		setenv("LANG", locale, 1);
	encoding_open(e);
}

static void check_print(const char *locale, const char *text, const char *bytes)
{
	struct encoding e;
	struct str out = { 0 };
	open_as(&e, locale);
	encoding_print(&e, text, &out);
	assert_string_equal(str_text(&out), bytes);
	str_clear(&out);
	encoding_close(&e);
}

static void test_out(void **state)
{
	(void)state;
	check_print(NULL, "Müller – „ja“ ✓ …", "Müller – „ja“ ✓ …");
	check_print("C.UTF-8", "Müller – …", "Müller – …");
	check_print("xx_XX.utf8", "Müller – …", "Müller – …");
	check_print("xx_XX", "Müller", "Müller");
	check_print(LATIN_1, "Müller – „ja“ ✓ … ─│ 4 €", "M\xFCller - \"ja\" v ... -| 4 EUR");
	check_print("xx_XX.iso88591", "ß", "\xDF");
	check_print("C", "Müßig Ärger – „ja“ §", "Muessig Aerger - \"ja\" Par.");
	check_print("POSIX", "ö", "oe");
	check_print("C", "LÄUFT GEWÄHLT HÜ Öl", "LAEUFT GEWAEHLT HUE Oel");
	check_print("xx_XX.KOI8-R", "ö", "oe"); /* not known without its locale: ASCII is safe everywhere */
	check_print(LATIN_1, "Aydın Č Ž ł", "Aydin C Z l");
	check_print(LATIN_1, "e\xCC\x81 日本 \xF0\x9F\x98\x80", "e ?? ?");
	check_print(LATIN_1, "eine\nzweite", "eine\nzweite");
}

/* Every rune there is, in every encoding: never a byte that a terminal obeys. */
static void test_no_controls(void **state)
{
	static const char *const locales[] = { "C", LATIN_1 };
	(void)state;
	for (size_t i = 0; i < sizeof(locales) / sizeof(*locales); i++) {
		struct encoding e;
		struct str out = { 0 };
		open_as(&e, locales[i]);
		for (char32_t rune = 0x20; rune < 0x30000; rune++) {
			char text[TEXT_RUNE_MAX + 1] = "";
			if (rune == 0x7F || (rune >= 0xD800 && rune < 0xE000))
				continue; /* DEL is shown as a substitute before it gets here */
			text[text_encode(rune, text)] = '\0';
			encoding_print(&e, text, &out);
			encoding_encode(&e, text, strlen(text), &out);
		}
		for (size_t k = 0; k < out.len; k++) {
			unsigned char b = (unsigned char)out.data[k];
			assert_true(b >= 0x20 && b != 0x7F && (b < 0x80 || (b >= 0xA0 && i == 1)));
		}
		assert_true(out.len > 1000);
		str_clear(&out);
		encoding_close(&e);
	}
}

static void check_typed(const char *locale, const char *bytes, const char *text)
{
	struct encoding e;
	struct str out = { 0 };
	open_as(&e, locale);
	encoding_decode(&e, bytes, strlen(bytes), false, &out);
	assert_string_equal(str_text(&out), text);
	str_clear(&out);
	encoding_close(&e);
}

static void test_in(void **state)
{
	(void)state;
	check_typed("C.UTF-8", "\xC3\xB6", "ö");
	check_typed(LATIN_1, "M\xFCller \xE4\xF6\xFC\xDF", "Müller äöüß");
	check_typed(LATIN_1, "\xC3\xB6", "Ã¶"); /* what it says it is */
	check_typed("C", "M\xFCller", "Müller");
	check_typed("C", "\xE4n", "än");
	check_typed("C", "Möller", "Möller"); /* the terminal is of UTF-8 all the same */
	check_typed("C", "\xE4", "ä");
	/* The arrow up of a terminal of 8 bits. */
	check_typed(LATIN_1, "\x9B" "A", "\033[A");
}

/* A character of a long paste that is cut between two reads. */
static void test_cut(void **state)
{
	(void)state;
	struct encoding e;
	struct str out = { 0 };
	open_as(&e, "C");
	encoding_decode(&e, "a\xC3", 2, true, &out);
	assert_string_equal(str_text(&out), "a");
	encoding_decode(&e, "\xB6", 1, false, &out);
	assert_string_equal(str_text(&out), "aö");
	str_clear(&out);
	encoding_close(&e);
}

static void test_knows(void **state)
{
	(void)state;
	struct encoding e;
	open_as(&e, LATIN_1);
	assert_true(encoding_knows(&e, "Müller, Straße"));
	assert_false(encoding_knows(&e, "Müller – Straße"));
	encoding_close(&e);
	open_as(&e, "C.UTF-8");
	assert_true(encoding_knows(&e, "日本"));
	encoding_close(&e);
}

static void test_cells(void **state)
{
	(void)state;
	struct encoding e;
	struct canvas *from = canvas_new(2, 12), *copy = canvas_new(2, 12);
	open_as(&e, LATIN_1);
	canvas_text(from, 0, 0, -1, ATTR_BOLD, "Mü – … e\xCC\x81");
	canvas_text(from, 1, 0, -1, ATTR_NONE, "日本x │ ✓");
	canvas_cursor(from, 1, 3);
	encoding_cells(&e, from, copy);
	char *text = canvas_dump(copy);
	assert_string_equal(text, "Mü - . e\n? ? x | v\n");
	free(text);
	assert_int_equal(canvas_cell(copy, 0, 0)->attr, ATTR_BOLD);
	assert_int_equal(copy->cursor_col, 3);
	canvas_free(&from);
	canvas_free(&copy);
	encoding_close(&e);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_out), cmocka_unit_test(test_no_controls), cmocka_unit_test(test_in),
		cmocka_unit_test(test_cut), cmocka_unit_test(test_knows),       cmocka_unit_test(test_cells),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
