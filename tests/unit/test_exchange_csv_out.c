/* CSV: RFC 4180, formulas made harmless, encodings, files. */
#include "exchange/csv_out.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

static void expect_row(char separator, const char *const *cells, size_t count, const char *expected)
{
	struct str out = { 0 };
	csv_add_row(&out, separator, cells, count);
	assert_string_equal(out.data, expected);
	str_clear(&out);
}

static void expect_cell(const char *cell, const char *expected)
{
	char *line = str_format("%s\r\n", expected);
	expect_row(';', &cell, 1, line);
	free(line);
}

static void quotes(void **state)
{
	static const char *const cells[] = { "a", "b c", NULL, "", "x;y", "x,y", "sagt \"ja\"", "eins\nzwei", "cr\r", " vorn", "hinten " };
	(void)state;
	expect_row(';', cells, COUNT(cells),
	           "a;b c;;;\"x;y\";x,y;\"sagt \"\"ja\"\"\";\"eins\nzwei\";\"cr\r\";\" vorn\";\"hinten \"\r\n");
	expect_row(',', cells + 4, 2, "x;y,\"x,y\"\r\n");
	expect_row('\t', (const char *const[]){ "a\tb", "c" }, 2, "\"a\tb\"\tc\r\n");
	expect_row(';', NULL, 0, "\r\n");
	expect_cell("\"", "\"\"\"\"");
	expect_cell("Größe", "Größe");
}

static void formulas(void **state)
{
	(void)state;
	expect_cell("=1+1", "'=1+1");
	expect_cell("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
	expect_cell("+49 228 77-0", "'+49 228 77-0");
	expect_cell("-", "'-");
	expect_cell("@sum(a1)", "'@sum(a1)");
	expect_cell("-1+2", "'-1+2");
	expect_cell("+a1", "'+a1");
	expect_cell("--1", "'--1");
	expect_cell("\t=1", "'\t=1");
	expect_cell("\r=1", "\"'\r=1\"");
	expect_cell("=\"a;b\"", "\"'=\"\"a;b\"\"\"");
	/* Numbers stay numbers. */
	expect_cell("-5", "-5");
	expect_cell("+3", "+3");
	expect_cell("-1.234,50", "-1.234,50");
	expect_cell("-0.5", "-0.5");
	expect_cell("a=b", "a=b");
	expect_cell("'", "'");
}

static int make_folder(void **state)
{
	const char *tmp = getenv("TMPDIR");
	char *folder = str_format("%s/ratstisch-csv-XXXXXX", tmp && *tmp ? tmp : "/tmp");
	if (!mkdtemp(folder))
		return -1;
	*state = str_format("%s/liste.csv", folder);
	free(folder);
	return 0;
}

static int remove_folder(void **state)
{
	char *path = *state;
	unlink(path);
	*strrchr(path, '/') = '\0';
	int status = rmdir(path);
	free(path);
	return status;
}

static void expect_file(const char *path, const char *bytes, size_t n)
{
	char got[20000];
	FILE *in = fopen(path, "re");
	assert_non_null(in);
	assert_int_equal(fread(got, 1, sizeof(got), in), n);
	assert_memory_equal(got, bytes, n);
	fclose(in);
}

static void utf8_file(void **state)
{
	struct str text = { 0 };
	struct stat st;
	size_t replaced = 9;
	str_add(&text, "Größe;€;日本\r\n");
	mode_t old = umask(0);
	assert_true(csv_write_file(*state, &text, CSV_UTF8, &replaced, NULL));
	umask(old);
	assert_int_equal(replaced, 0);
	expect_file(*state, "\xEF\xBB\xBFGröße;€;日本\r\n", 3 + text.len);
	assert_int_equal(stat(*state, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	str_clear(&text);
}

static void cp1252_file(void **state)
{
	struct str text = { 0 };
	size_t replaced = 0;
	static const char expected[] = "Gr\xF6\xDF" "e;\x80;\x84x\x93;?\?;?;?z\r\n";
	str_add(&text, "Größe;€;„x“;日本;ł;\xFFz\r\n");
	assert_true(csv_write_file(*state, &text, CSV_CP1252, &replaced, NULL));
	assert_int_equal(replaced, 4);
	expect_file(*state, expected, sizeof(expected) - 1);
	str_clear(&text);
}

/* More than one buffer of the converter, with an umlaut on every possible border. */
static void long_cp1252_file(void **state)
{
	struct str text = { 0 };
	size_t replaced = 0;
	char expected[15000];
	for (size_t i = 0; i < sizeof(expected); i++) {
		bool umlaut = i % 3 == 0;
		str_add(&text, umlaut ? "ä" : "b");
		expected[i] = umlaut ? '\xE4' : 'b';
	}
	assert_true(csv_write_file(*state, &text, CSV_CP1252, &replaced, NULL));
	expect_file(*state, expected, sizeof(expected));
	str_clear(&text);
}

static void existing_file_stays(void **state)
{
	struct str text = { 0 }, none = { 0 };
	struct err err = { 0 };
	size_t replaced;
	str_add(&text, "neu\r\n");
	assert_true(csv_write_file(*state, &none, CSV_CP1252, &replaced, NULL));
	expect_file(*state, "", 0);
	assert_false(csv_write_file(*state, &text, CSV_UTF8, &replaced, &err));
	assert_non_null(strstr(err.detail, *state));
	assert_non_null(strstr(err.hint, "anderen Namen"));
	expect_file(*state, "", 0);
	err_clear(&err);
	assert_false(csv_write_file("/dev/null/x.csv", &text, CSV_UTF8, &replaced, &err));
	assert_non_null(strstr(err.hint, "Ordner"));
	err_clear(&err);
	str_clear(&text);
}

static void half_a_file_is_none(void **state)
{
	struct rlimit old, small;
	struct str text = { 0 };
	struct err err = { 0 };
	size_t replaced;
	for (int i = 0; i < 1000; i++)
		str_add(&text, "zehn Byte\n");
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	small = old;
	small.rlim_cur = 5000;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	bool ok = csv_write_file(*state, &text, CSV_UTF8, &replaced, &err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	assert_false(ok);
	assert_int_equal(access(*state, F_OK), -1);
	assert_true(csv_write_file(*state, &text, CSV_UTF8, &replaced, NULL));
	err_clear(&err);
	str_clear(&text);
}

#define WITH_FILE(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quotes),    cmocka_unit_test(formulas),     WITH_FILE(utf8_file),          WITH_FILE(cp1252_file),
		WITH_FILE(long_cp1252_file), WITH_FILE(existing_file_stays), WITH_FILE(half_a_file_is_none),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
