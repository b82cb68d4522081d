/* The subcommand calc: one line on standard output, status 2 and a message of three parts for what cannot be. */
#include "app/cmd_calc.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#define ARGS_MAX 24
#define OUTPUT_MAX 4000

struct outcome {
	int status;
	char out[OUTPUT_MAX], err[OUTPUT_MAX];
};

static FILE *redirect(int fd, int *saved)
{
	FILE *file = tmpfile();
	assert_non_null(file);
	*saved = dup(fd);
	dup2(fileno(file), fd);
	return file;
}

static void restore(FILE *file, int fd, int saved, char *text)
{
	dup2(saved, fd);
	close(saved);
	rewind(file);
	size_t n = fread(text, 1, OUTPUT_MAX - 1, file);
	text[n] = '\0';
	fclose(file);
}

/* Runs calc with the words of a line; a word in double quotes may hold blanks. */
static struct outcome run(const char *line)
{
	struct outcome o = { 0 };
	char text[500], name[] = "calc", *argv[ARGS_MAX] = { name }, *s = text;
	int argc = 1, saved_out, saved_err;
	snprintf(text, sizeof(text), "%s", line);
	while (*s) {
		char end = *s == '"' ? '"' : ' ';
		s += end == '"';
		argv[argc++] = s;
		s += strcspn(s, end == '"' ? "\"" : " ");
		if (*s)
			*s++ = '\0';
		s += strspn(s, " ");
	}
	fflush(stdout);
	fflush(stderr);
	FILE *out = redirect(STDOUT_FILENO, &saved_out), *err = redirect(STDERR_FILENO, &saved_err);
	o.status = cmd_calc(argc, argv);
	fflush(stdout);
	fflush(stderr);
	restore(out, STDOUT_FILENO, saved_out, o.out);
	restore(err, STDERR_FILENO, saved_err, o.err);
	return o;
}

static void answers(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{ "quorum --legal 40 --present 20", "not-quorate needed=21 present=20 legal=40\n" },
		{ "quorum --present=20 --legal=39", "quorate needed=20 present=20 legal=39\n" },
		{ "quorum --legal 40 --present 21 --conflicted 1", "not-quorate needed=21 present=20 legal=40\n" },
		{ "quorum --legal 15 --councillors 4 --others 4", "not-quorate needed=8 present=8 legal=15 councillors=4 others=4\n" },
		{ "majority --rule members --legal 103 --present 53 --yes 51 --no 2",
		    "rejected needed=52 yes=51 no=2 abstain=0 invalid=0 valid=53 base=103\n" },
		{ "majority --yes 3 --no 3", "rejected needed=4 yes=3 no=3 abstain=0 invalid=0 valid=6 base=6\n" },
		{ "majority --rule >=3/5:present --legal 10 --present 10 --yes 6", "adopted needed=6 yes=6 no=0 abstain=0 invalid=0 valid=6 base=10\n" },
		{ "election A=18 B=12 C=6 --abstain 3 --invalid 1", "runoff A B valid=36 needed=19\n" },
		{ "election --runoff A=17 B=17", "lot A B valid=34 needed=18\n" },
		{ "election A=18 --no 18 --abstain 4", "not-elected valid=36 needed=19\n" },
		{ "election A=15 B=12 C=12", "lot B C runoff=A valid=39 needed=20\n" },
		{ "election Müller=19 B=12", "elected Müller valid=31 needed=16\n" },
		{ "seats --method hare --seats 13 A=28 B=22 C=9 D=6 E=3", "A=5 B=4 C=2 D=1 E=1\n" },
		{ "seats --method dhondt --seats 13 A=28 B=22 C=9 D=6 E=3", "A=6 B=4 C=2 D=1 E=0\n" },
		{ "seats --method sainte-lague --seats 13 A=28 B=22 C=9 D=6 E=3", "A=5 B=4 C=2 D=1 E=1\n" },
		{ "seats A=20 B=16 C=8 D=4 --seats 9 --method dhondt", "A=4 B=3 C=1 D=0 lot=1:A,B,C,D\n" },
		{ "renumber \"1 2 2.1 2.2 2.3 2.4 3\" move 2.3 3", "1 2 2.1 2.2 2.3 3 4\n" },
		{ "renumber \"1 2 2.1 2.2 3\" move 2.2 1", "1 2 3 3.1 4\n" },
		{ "renumber \"1 2 2.1 2.2 3\" remove 2", "1 2 2.1 3\n" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct outcome o = run(cases[i][0]);
		assert_string_equal(o.out, cases[i][1]);
		assert_string_equal(o.err, "");
		assert_int_equal(o.status, 0);
	}
}

static void refusals(void **state)
{
	(void)state;
	static const char *const cases[] = {
		"", "sum", "quorum", "quorum --legal 5", "quorum --legal 5 --present 6", "quorum --legal 0 --present 0", "quorum --legal five --present 2",
		"quorum --legal 5 --present", "quorum --legal 5 --present 3 --present 3", "quorum --legal 5 --present 3 extra",
		"quorum --legal 5 --present 3 --yes 1", "quorum --legal 5 --present 3 --conflicted 4", "quorum --legal -5 --present 3",
		"majority --legal 10 --present 5 --yes 6", "majority --legal 10 --present 11 --yes 6", "majority --rule most --yes 6",
		"majority --rule members --yes 6", "majority --yes 99999999999999999999", "majority --yes 1.5", "majority --yes -1", "majority --yes=",
		"majority --rule >3/2:valid --yes 6", "election", "election A", "election A=", "election =5", "election A=1 A=2", "election A=-1",
		"election A=1 B=1 C=1 --runoff", "election A=1 --runoff=yes", "election \"A B=1\"", "seats --method hare --seats 5",
		"seats --method hare A=5", "seats --seats 5 A=5", "seats --method best --seats 5 A=5", "seats --method hare --seats 0 A=5",
		"seats --method hare --seats 5 A=0", "seats --method hare --seats 5 A=99999999999999999999", "renumber", "renumber \"1 3\" remove 1",
		"renumber \"1 2\" remove 3", "renumber \"1 2\" move 1 9", "renumber \"1 2\" turn 1", "renumber \"1 2\" move 1", "renumber \"1 2 2.1\" move 2 2.1",
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct outcome o = run(cases[i]);
		size_t lines = 0;
		for (const char *s = o.err; (s = strchr(s, '\n')); s++)
			lines++;
		if (o.status != 2 || *o.out || lines != 3)
			fail_msg("calc %s: status %d, out '%s', err '%s'", cases[i], o.status, o.out, o.err);
	}
}

static void help(void **state)
{
	(void)state;
	static const char *const cases[] = { "--help", "seats --help" };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct outcome o = run(cases[i]);
		assert_int_equal(o.status, 0);
		assert_non_null(strstr(o.out, "calc renumber"));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers),
		cmocka_unit_test(refusals),
		cmocka_unit_test(help),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
