/* The ledger has one shape: doc/ledger.md, the table of the database and the tables of event.c agree. */
#include "domain/event.h"

#include "base/str.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static char *read_source(const char *name)
{
	const char *top = getenv("TOP_SRCDIR");
	struct str path = { 0 }, text = { 0 };
	char part[4096];
	str_addf(&path, "%s/%s", top ? top : ".", name);
	FILE *file = fopen(str_text(&path), "r");
	if (!file)
		fail_msg("cannot open %s", str_text(&path));
	for (size_t n; (n = fread(part, 1, sizeof(part), file)) > 0;)
		str_add_n(&text, part, n);
	fclose(file);
	str_clear(&path);
	return str_take(&text);
}

/* The word at s, up to the given end. */
static void word(const char *s, const char *ends, char out[64])
{
	size_t n = strcspn(s, ends);
	assert_true(n < 64);
	memcpy(out, s, n);
	out[n] = '\0';
}

static void columns_of_the_table(void **state)
{
	(void)state;
	char *text = read_source("sql/schema/50_ledger.sql"), name[64];
	const char *s = strstr(text, "create table council.meeting_event (");
	assert_non_null(s);
	for (int i = 0; i < FIELD_COUNT; i++) {
		s = strstr(s, "\n  ");
		assert_non_null(s);
		s += 3;
		word(s, " ", name);
		assert_string_equal(name, ledger_field_name((enum ledger_field)i));
	}
	s = strstr(s, "\n  ");
	assert_true(strncmp(s + 3, "seq ", 4) == 0); /* what the server adds begins here */
	free(text);
}

static void kinds_of_the_database(void **state)
{
	(void)state;
	char *text = read_source("sql/schema/50_ledger.sql"), name[64];
	const char *s = strstr(text, "insert into council.event_kind"), *end = s ? strchr(s, ';') : NULL;
	int count = 0;
	assert_non_null(end);
	while ((s = strstr(s, "('")) && s < end) {
		word(s + 2, "'", name);
		assert_int_not_equal(ledger_kind_parse(name), LEDGER_NONE);
		count++;
		s++;
	}
	assert_int_equal(count, LEDGER_KIND_COUNT - 1);
	free(text);
}

/* Names in backquotes in the first columns of the tables of the page. */
static void page_of_the_contract(void **state)
{
	(void)state;
	char *text = read_source("doc/ledger.md"), name[64];
	bool kinds[LEDGER_KIND_COUNT] = { false }, in_kinds = false;
	int fields = 0;
	for (const char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n') {
		if (strncmp(line, "## Kinds", 8) == 0)
			in_kinds = true;
		if (*line != '|')
			continue;
		const char *column_end = line + 1 + strcspn(line + 1, "|\n");
		if (!in_kinds && *column_end == '|') /* names stand in the second column */
			column_end += 1 + strcspn(column_end + 1, "|\n");
		for (const char *s = line; (s = strchr(s, '`')) && s < column_end;) {
			word(++s, "`", name);
			s += strlen(name) + 1;
			if (in_kinds)
				kinds[ledger_kind_parse(name)] = true;
			else
				assert_string_equal(name, ledger_field_name((enum ledger_field)fields++));
		}
	}
	assert_int_equal(fields, FIELD_COUNT);
	for (int i = LEDGER_NONE + 1; i < LEDGER_KIND_COUNT; i++)
		if (!kinds[i])
			fail_msg("%s is missing in doc/ledger.md", ledger_kind_name((enum ledger_kind)i));
	assert_false(kinds[LEDGER_NONE]);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_of_the_table),
		cmocka_unit_test(kinds_of_the_database),
		cmocka_unit_test(page_of_the_contract),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
