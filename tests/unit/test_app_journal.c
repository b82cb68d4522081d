/*
 * The journal of a meeting: what it says is on the disk is there, whatever
 * happens between. Each test has a folder of its own, which goes with it.
 */
#include "app/journal.h"

#include "base/str.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#define MEETING 7

static int make_folder(void **state)
{
	const char *tmp = getenv("TMPDIR");
	char *path = str_format("%s/ratstisch-journal-XXXXXX", tmp && *tmp ? tmp : "/tmp");
	*state = mkdtemp(path);
	return *state ? 0 : -1;
}

static int remove_entry(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	return remove(path);
}

static int remove_folder(void **state)
{
	int status = nftw(*state, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
	free(*state);
	return status;
}

static struct journal *open_journal(const char *folder)
{
	struct err err = { 0 };
	struct journal *j = journal_open(folder, "musterstadt", MEETING, &err);
	if (!j)
		fail_msg("%s: %s", err.what ? err.what : "no error", err.detail ? err.detail : "");
	assert_false(err_is_set(&err));
	return j;
}

static struct id append(struct journal *j, const char *text)
{
	struct ledger_event e;
	struct err err = { 0 };
	ledger_event_new(&e, LEDGER_PAUSE, MEETING, INT64_C(1792000800000000));
	e.note = strdup(text);
	assert_true(journal_append(j, &e, 0, &err));
	assert_false(err_is_set(&err));
	struct id id = e.event_id;
	ledger_event_clear(&e);
	return id;
}

/* The notes of what waits, in their order, joined by '|'. */
static void expect_waiting(const struct journal *j, const char *expected)
{
	struct str got = { 0 };
	const struct vec *entries = journal_entries(j);
	for (size_t i = 0; i < entries->len; i++) {
		const struct journal_entry *entry = vec_at(entries, i);
		if (entry->state == JOURNAL_WAITING)
			str_addf(&got, "%s%s", got.len ? "|" : "", entry->event.note);
	}
	assert_string_equal(str_text(&got), expected);
	str_clear(&got);
}

static off_t size_of(const char *path)
{
	struct stat st;
	assert_int_equal(stat(path, &st), 0);
	return st.st_size;
}

static void add_bytes(const char *path, const char *bytes)
{
	FILE *out = fopen(path, "ae");
	assert_non_null(out);
	assert_int_equal(fputs(bytes, out) < 0, 0);
	assert_int_equal(fclose(out), 0);
}

static void change_byte(const char *path, off_t at)
{
	int fd = open(path, O_RDWR | O_CLOEXEC);
	char c;
	assert_int_equal(pread(fd, &c, 1, at), 1);
	c = (char)(c == 'x' ? 'y' : 'x');
	assert_int_equal(pwrite(fd, &c, 1, at), 1);
	close(fd);
}

static void appends_and_reopens(void **state)
{
	struct journal *j = open_journal(*state);
	struct id client = *journal_client(j);
	assert_true(id_is_set(&client));
	expect_waiting(j, "");
	append(j, "eins");
	struct id two = append(j, "zwei\nmit Zeile\tund Tabulator");
	append(j, "drei");
	expect_waiting(j, "eins|zwei\nmit Zeile\tund Tabulator|drei");
	journal_mark(j, &two, JOURNAL_CONFIRMED, 41, NULL);
	expect_waiting(j, "eins|drei");
	journal_close(&j);
	assert_null(j);
	journal_close(&j);

	j = open_journal(*state);
	assert_true(id_equal(journal_client(j), &client));
	expect_waiting(j, "eins|drei");
	append(j, "vier");
	journal_close(&j);
	j = open_journal(*state);
	expect_waiting(j, "eins|drei|vier");
	/* A confirmation that comes twice, or for an event of another, changes nothing. */
	journal_mark(j, &two, JOURNAL_CONFIRMED, 41, NULL);
	journal_mark(j, &client, JOURNAL_CONFIRMED, 1, NULL);
	expect_waiting(j, "eins|drei|vier");
	journal_close(&j);
	j = open_journal(*state);
	expect_waiting(j, "eins|drei|vier");
	journal_close(&j);
}

/* Held, decided, waiting again: as it was left, so it is found; and the order is that of the decisions. */
static void states_are_kept(void **state)
{
	struct journal *j = open_journal(*state);
	struct id one = append(j, "eins"), two = append(j, "zwei"), three = append(j, "drei"), four = append(j, "vier");
	journal_mark(j, &one, JOURNAL_CONFIRMED, 7, NULL);
	journal_mark(j, &two, JOURNAL_HELD, 0, "weil\nso");
	journal_mark(j, &three, JOURNAL_HELD, 0, NULL);
	journal_mark(j, &three, JOURNAL_DISCARDED, 0, NULL);
	for (int again = 0; again < 2; again++) {
		assert_int_equal(journal_count(j, JOURNAL_CONFIRMED), 1);
		assert_int_equal(journal_count(j, JOURNAL_HELD), 1);
		assert_int_equal(journal_count(j, JOURNAL_DISCARDED), 1);
		assert_true(id_equal(&journal_first(j, JOURNAL_HELD)->event.event_id, &two));
		assert_true(journal_has(j, &three));
		expect_waiting(j, "vier");
		assert_int_equal(journal_waiting(*state, "musterstadt", MEETING, NULL), 2);
		if (again == 0) {
			journal_close(&j);
			j = open_journal(*state);
		}
	}
	assert_string_equal(journal_first(j, JOURNAL_HELD)->reason, "weil so");
	/* What another server has not got waits at its place, what was held comes last. */
	journal_mark(j, &two, JOURNAL_WAITING, 0, NULL);
	journal_mark(j, &one, JOURNAL_WAITING, 0, NULL);
	expect_waiting(j, "eins|vier|zwei");
	journal_close(&j);
	j = open_journal(*state);
	expect_waiting(j, "eins|vier|zwei");
	assert_null(journal_first(j, JOURNAL_HELD));
	assert_true(journal_has(j, &four));
	/* Each is found where it stands now. */
	journal_mark(j, &two, JOURNAL_CONFIRMED, 9, NULL);
	expect_waiting(j, "eins|vier");
	journal_mark(j, &four, JOURNAL_CONFIRMED, 10, NULL);
	expect_waiting(j, "eins");
	assert_int_equal(journal_waiting(*state, "musterstadt", MEETING, NULL), 1);
	journal_close(&j);
}

static void what_waits_is_counted(void **state)
{
	struct err err = { 0 };
	assert_int_equal(journal_waiting(*state, "musterstadt", MEETING, &err), 0);
	struct journal *j = open_journal(*state);
	char *path = strdup(journal_path(j));
	off_t header = size_of(path);
	assert_int_equal(journal_waiting(*state, "musterstadt", MEETING, &err), 0);
	struct id one = append(j, "eins"), two = append(j, "zwei");
	assert_int_equal(journal_waiting(*state, "musterstadt", MEETING, &err), 2);
	journal_mark(j, &one, JOURNAL_CONFIRMED, 1, NULL);
	assert_int_equal(journal_waiting(*state, "musterstadt", MEETING, &err), 1);
	assert_false(err_is_set(&err));
	change_byte(path, header + 60);
	assert_int_equal(journal_waiting(*state, "musterstadt", MEETING, &err), 0);
	assert_non_null(strstr(err.detail, "Zeile 2"));
	err_clear(&err);
	/* What is damaged, but all delivered, keeps nobody. */
	journal_mark(j, &two, JOURNAL_CONFIRMED, 2, NULL);
	assert_int_equal(journal_waiting(*state, "musterstadt", MEETING, &err), 0);
	assert_false(err_is_set(&err));
	journal_close(&j);
	free(path);
}

/* What was known of the server when an event was typed stands before it, once. */
static void base_is_kept(void **state)
{
	static const int64_t bases[] = { 0, 12, 12, 15 };
	struct journal *j = open_journal(*state);
	for (size_t i = 0; i < 4; i++) {
		struct ledger_event e;
		ledger_event_new(&e, LEDGER_PAUSE, MEETING, 0);
		assert_true(journal_append(j, &e, bases[i], NULL));
		ledger_event_clear(&e);
	}
	journal_close(&j);
	j = open_journal(*state);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(((struct journal_entry *)vec_at(journal_entries(j), i))->base, bases[i]);
	journal_close(&j);
}

/* Marks that are none: damaged in the middle, torn at the end. */
static void wrong_marks(void **state)
{
	static const char *const marks[] = { "B\n", "B x\n", "B 12x\n", "H short\n", "X 6f1b7a52-3c4d-4e5f-8a6b-7c8d9e0f1a2b\n" };
	struct journal *j = open_journal(*state);
	char *path = strdup(journal_path(j));
	append(j, "eins");
	journal_close(&j);
	off_t whole = size_of(path);
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		add_bytes(path, marks[i]);
		j = open_journal(*state);
		expect_waiting(j, "eins");
		journal_close(&j);
		assert_int_equal(size_of(path), whole);
		add_bytes(path, marks[i]);
		add_bytes(path, "B 1\n");
		assert_null(journal_open(*state, "musterstadt", MEETING, NULL));
		assert_int_equal(truncate(path, whole), 0);
	}
	free(path);
}

static void is_private(void **state)
{
	char *folder = str_format("%s/a/b", (char *)*state);
	struct stat st;
	mode_t old = umask(0);
	struct journal *j = open_journal(folder);
	umask(old);
	assert_int_equal(stat(journal_path(j), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_int_equal(stat(folder, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0700);
	journal_close(&j);
	free(folder);
}

static void names_of_databases_are_no_paths(void **state)
{
	struct journal *j = journal_open(*state, "../../Böse Stadt", MEETING, NULL);
	struct journal *other = journal_open(*state, "musterstadt", MEETING + 1, NULL);
	struct journal *third = journal_open(*state, "musterstadt", MEETING, NULL);
	assert_non_null(j);
	assert_non_null(other);
	assert_non_null(third);
	const char *rest = journal_path(j) + strlen(*state);
	assert_null(strstr(rest, ".."));
	assert_int_equal(strspn(rest + 1, "abcdefghijklmnopqrstuvwxyz_"), strchr(rest + 1, '/') - rest - 1);
	assert_string_not_equal(journal_path(other), journal_path(third));
	assert_false(id_equal(journal_client(other), journal_client(third)));
	journal_close(&j);
	journal_close(&other);
	journal_close(&third);
}

static void default_place(void **state)
{
	char *expected = str_format("%s/ratstisch/", (char *)*state);
	setenv("XDG_STATE_HOME", *state, 1);
	struct journal *j = open_journal(NULL);
	assert_int_equal(strncmp(journal_path(j), expected, strlen(expected)), 0);
	journal_close(&j);
	free(expected);
	unsetenv("XDG_STATE_HOME");
	setenv("HOME", *state, 1);
	expected = str_format("%s/.local/state/ratstisch/", (char *)*state);
	j = open_journal(NULL);
	assert_int_equal(strncmp(journal_path(j), expected, strlen(expected)), 0);
	journal_close(&j);
	free(expected);
}

static void torn_line_is_cut(void **state)
{
	static const char *const torn[] = { "1\t6f1b", "A 6f1b7a52-3c4d", "1\tlooks whole, has no check\n", "\n" };
	struct journal *j = open_journal(*state);
	char *path = strdup(journal_path(j));
	append(j, "eins");
	journal_close(&j);
	off_t whole = size_of(path);
	for (size_t i = 0; i < sizeof(torn) / sizeof(*torn); i++) {
		add_bytes(path, torn[i]);
		j = open_journal(*state);
		expect_waiting(j, "eins");
		assert_int_equal(size_of(path), whole);
		journal_close(&j);
	}
	/* After the cut the file goes on where it was whole. */
	add_bytes(path, torn[0]);
	j = open_journal(*state);
	append(j, "zwei");
	journal_close(&j);
	j = open_journal(*state);
	expect_waiting(j, "eins|zwei");
	journal_close(&j);
	/* The last line itself torn: that event was never confirmed to anybody. */
	assert_int_equal(truncate(path, size_of(path) - 3), 0);
	j = open_journal(*state);
	expect_waiting(j, "eins");
	journal_close(&j);
	free(path);
}

static void torn_beginning(void **state)
{
	struct journal *j = open_journal(*state);
	char *path = strdup(journal_path(j));
	journal_close(&j);
	assert_int_equal(truncate(path, 10), 0);
	j = open_journal(*state);
	assert_true(id_is_set(journal_client(j)));
	append(j, "eins");
	journal_close(&j);
	j = open_journal(*state);
	expect_waiting(j, "eins");
	journal_close(&j);
	free(path);
}

static void expect_damaged(const char *folder, const char *path, const char *line)
{
	struct err err = { 0 };
	off_t before = size_of(path);
	assert_null(journal_open(folder, "musterstadt", MEETING, &err));
	assert_non_null(strstr(err.what, "beschädigt"));
	assert_non_null(strstr(err.detail, path));
	assert_non_null(strstr(err.detail, line));
	assert_non_null(err.hint);
	assert_int_equal(size_of(path), before);
	err_clear(&err);
	assert_null(journal_open(folder, "musterstadt", MEETING, NULL));
}

static void damaged_line_is_named(void **state)
{
	struct journal *j = open_journal(*state);
	char *path = strdup(journal_path(j));
	off_t header = size_of(path);
	append(j, "eins");
	off_t first = size_of(path);
	struct id two = append(j, "zwei");
	journal_mark(j, &two, JOURNAL_CONFIRMED, 2, NULL);
	append(j, "drei");
	journal_close(&j);
	change_byte(path, header + 20);
	expect_damaged(*state, path, "Zeile 2");
	change_byte(path, header + 20); /* and a second one behind it: the first is named */
	change_byte(path, first + 20);
	expect_damaged(*state, path, "Zeile 2");
	change_byte(path, 3);
	expect_damaged(*state, path, "Zeile 1");
	free(path);
}

static void only_one_holds_it(void **state)
{
	struct err err = { 0 };
	struct journal *j = open_journal(*state);
	assert_null(journal_open(*state, "musterstadt", MEETING, &err));
	assert_string_equal(err.code, "BUSY");
	assert_true(err_is_set(&err));
	err_clear(&err);
	assert_null(journal_open(*state, "musterstadt", MEETING, NULL));
	append(j, "eins");
	journal_close(&j);
	j = open_journal(*state);
	expect_waiting(j, "eins");
	journal_close(&j);
}

/* A full disk, played by the limit on the size of files: nothing of the event is there, and nothing before is lost. */
static void full_disk(void **state)
{
	struct rlimit old, small;
	struct err err = { 0 };
	struct ledger_event e;
	struct journal *j = open_journal(*state);
	struct id one = append(j, "eins");
	off_t whole = size_of(journal_path(j));
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	small = old;
	small.rlim_cur = (rlim_t)whole + 10;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	ledger_event_new(&e, LEDGER_PAUSE, MEETING, 0);
	bool ok = journal_append(j, &e, 0, &err);
	journal_mark(j, &one, JOURNAL_CONFIRMED, 1, NULL); /* its mark does not fit either */
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	assert_false(ok);
	assert_non_null(strstr(err.what, "nichts wurde festgehalten"));
	assert_non_null(strstr(err.detail, journal_path(j)));
	assert_non_null(err.hint);
	assert_int_equal(size_of(journal_path(j)), whole);
	expect_waiting(j, "");
	append(j, "zwei");
	journal_close(&j);
	j = open_journal(*state);
	expect_waiting(j, "eins|zwei"); /* the lost mark only sends the event again */
	journal_close(&j);
	ledger_event_clear(&e);
	err_clear(&err);
}

static void places_that_do_not_work(void **state)
{
	struct err err = { 0 };
	char *file = str_format("%s/file", (char *)*state);
	char *below = str_format("%s/below", file);
	add_bytes(file, "");
	assert_null(journal_open(below, "musterstadt", MEETING, &err));
	assert_non_null(strstr(err.detail, file));
	err_clear(&err);
	/* A folder where the file should be. */
	struct journal *j = open_journal(*state);
	char *path = strdup(journal_path(j));
	journal_close(&j);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_null(journal_open(*state, "musterstadt", MEETING, &err));
	assert_non_null(strstr(err.detail, path));
	err_clear(&err);
	free(path);
	free(file);
	free(below);
}

#define WITH_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_FOLDER(appends_and_reopens), WITH_FOLDER(is_private),       WITH_FOLDER(names_of_databases_are_no_paths),
		WITH_FOLDER(default_place),       WITH_FOLDER(torn_line_is_cut), WITH_FOLDER(torn_beginning),
		WITH_FOLDER(damaged_line_is_named), WITH_FOLDER(only_one_holds_it), WITH_FOLDER(full_disk),
		WITH_FOLDER(places_that_do_not_work), WITH_FOLDER(states_are_kept), WITH_FOLDER(base_is_kept), WITH_FOLDER(wrong_marks),
		WITH_FOLDER(what_waits_is_counted),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
