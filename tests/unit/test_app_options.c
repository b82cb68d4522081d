/* The command line. */
#include "app/options.h"

#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#define MOST 16

/* Parses the words, which are divided by blanks. */
static bool parse(struct options *o, const char *line, struct err *err)
{
	static const size_t room = 400;
	const char *words[MOST + 1] = { "ratstisch" };
	char *copy = calloc(1, room); /* lives as long as the test: options point into it */
	int n = 1;
	strncpy(copy, line, room - 1);
	for (char *word = strtok(copy, " "); word && n < MOST; word = strtok(NULL, " "))
		words[n++] = word;
	char **argv = calloc(MOST + 1, sizeof(*argv));
	memcpy(argv, words, sizeof(words));
	bool ok = options_parse(o, n, argv, err);
	if (ok && o->argc > 0)
		assert_string_equal(o->argv[0], "table");
	if (ok && o->argc > 1)
		assert_string_equal(o->argv[1], "7");
	free(argv);
	free(copy);
	return ok;
}

static void defaults(void **state)
{
	struct options o;
	(void)state;
	assert_true(parse(&o, "", NULL));
	assert_int_equal(o.cols, 80);
	assert_int_equal(o.rows, 24);
	assert_int_equal(o.now, MOMENT_NONE);
	assert_int_equal(o.argc, 0);
	assert_null(o.conninfo);
	assert_null(o.script);
	assert_false(o.dump || o.attributes || o.public_only || o.nonpublic_only || o.help || o.version);
}

static void options_before_and_after(void **state)
{
	static const char *const lines[] = { "--dump table 7", "table --dump 7", "table 7 --dump", "--size 80x24 table --dump 7" };
	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		struct options o;
		assert_true(parse(&o, lines[i], NULL));
		assert_true(o.dump);
		assert_int_equal(o.argc, 2);
	}
}

static void values(void **state)
{
	const char *argv[] = { "ratstisch", "-d", "service=rat", "--script", "-", "--attributes", "--size=120x40", "--now", "2026-10-14T18:01",
		"--screens", "s", "--journal", "j", "--format", "pdf", "--css", "c", "--item", "2.1", "--document", "excerpts", "-o", "f",
		"--public", "--nonpublic", "-h", "-V", NULL };
	struct options o;
	(void)state;
	assert_true(options_parse(&o, sizeof(argv) / sizeof(*argv) - 1, (char **)argv, NULL));
	assert_string_equal(o.conninfo, "service=rat");
	assert_string_equal(o.script, "-");
	assert_int_equal(o.cols, 120);
	assert_int_equal(o.rows, 40);
	assert_int_equal(o.now, moment_at(date_from_ymd(2026, 10, 14), 18, 1, 0));
	assert_string_equal(o.screens, "s");
	assert_string_equal(o.journal, "j");
	assert_string_equal(o.format, "pdf");
	assert_string_equal(o.css, "c");
	assert_string_equal(o.item, "2.1");
	assert_string_equal(o.document, "excerpts");
	assert_string_equal(o.output, "f");
	assert_true(o.attributes && o.public_only && o.nonpublic_only && o.help && o.version);
	assert_false(o.dump);
	assert_int_equal(o.argc, 0);
}

static void expect_refused(const char *line, const char *detail)
{
	struct options o;
	struct err err = { 0 };
	assert_false(parse(&o, line, &err));
	assert_true(err_is_set(&err));
	assert_string_equal(err.detail, detail);
	assert_non_null(err.hint);
	err_clear(&err);
	assert_false(parse(&o, line, NULL));
}

static void refusals(void **state)
{
	(void)state;
	expect_refused("--size 80", "--size 80");
	expect_refused("--size 80x", "--size 80x");
	expect_refused("--size 80x24x", "--size 80x24x");
	expect_refused("--size 19x24", "--size 19x24");
	expect_refused("--size 80x4", "--size 80x4");
	expect_refused("--size 1001x24", "--size 1001x24");
	expect_refused("--size -80x24", "--size -80x24");
	expect_refused("--now gestern", "--now gestern");
	expect_refused("--now 2026-02-30T10:00", "--now 2026-02-30T10:00");
	expect_refused("--no-such table", "--no-such");
	expect_refused("table --dump=ja", "--dump=ja");
	expect_refused("table 7 --script", "--script");
	expect_refused("-d", "-d");
	expect_refused("-x", "-x");
	expect_refused("table -hx", "-x");
	expect_refused("table -xh 7", "-x");
}

static void end_of_options(void **state)
{
	const char *argv[] = { "ratstisch", "--", "--dump", NULL };
	struct options o;
	(void)state;
	assert_true(options_parse(&o, 3, (char **)argv, NULL));
	assert_false(o.dump);
	assert_int_equal(o.argc, 1);
	assert_string_equal(o.argv[0], "--dump");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(defaults), cmocka_unit_test(options_before_and_after), cmocka_unit_test(values),
		cmocka_unit_test(refusals), cmocka_unit_test(end_of_options),
	};
	setenv("TZ", "Europe/Berlin", 1);
	tzset();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
