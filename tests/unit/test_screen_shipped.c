/*
 * The screens of the program against the queries of the program: reads
 * screens/ and the headers of sql/queries/ below $srcdir. Actions are those of
 * the table in doc/screens.md, so that the document cannot fall behind.
 */
#include "screen_support.h"

#include "screen/help.h"
#include "screen/keybar.h"

#include <dirent.h>

#define NAMES_MAX 64

struct query {
	char *name;
	char *columns[NAMES_MAX], *params[NAMES_MAX], *sorts[NAMES_MAX];
};

struct world {
	struct vec queries;      /* struct query */
	struct vec query_names;  /* const char *, then NULL */
	struct vec actions;      /* char *, then NULL */
	struct vec sources;      /* struct source */
	struct screen_set set;
	struct screen_checks checks;
};

static void add_words(char **list, const char *text, bool all)
{
	size_t n = 0;
	while (list[n])
		n++;
	char *copy = mem_strdup(text), *rest = copy, *word;
	while ((word = strsep(&rest, " \r")) && n + 1 < NAMES_MAX) {
		if (*word)
			list[n++] = mem_strdup(word);
		if (!all)
			break;
	}
	free(copy);
}

static void read_header(struct world *w, const char *text)
{
	struct query q = { 0 };
	char *copy = mem_strdup(text), *rest = copy, *line;
	while ((line = strsep(&rest, "\n")) && strncmp(line, "-- ", 3) == 0) {
		if (strncmp(line, "-- query: ", 10) == 0)
			q.name = mem_strndup(line + 10, strcspn(line + 10, " \r"));
		else if (strncmp(line, "-- row: ", 8) == 0)
			add_words(q.columns, line + 8, false);
		else if (strncmp(line, "-- param: ", 10) == 0)
			add_words(q.params, line + 10, false);
		else if (strncmp(line, "-- sort: ", 9) == 0)
			add_words(q.sorts, line + 9, true);
	}
	free(copy);
	if (q.name)
		vec_push(&w->queries, &q);
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Calls take for each file of a directory below srcdir, by name. */
static void each_file(struct world *w, const char *directory, const char *suffix,
	void (*take)(struct world *w, const char *name, char *text))
{
	char *path = str_format("%s/%s", support_dir(), directory);
	DIR *dir = opendir(path);
	struct vec names = VEC_OF(char *);
	assert_non_null(dir);
	for (const struct dirent *d; (d = readdir(dir));) {
		size_t n = strlen(d->d_name), m = strlen(suffix);
		if (n > m && strcmp(d->d_name + n - m, suffix) == 0) {
			char *name = mem_strdup(d->d_name);
			vec_push(&names, &name);
		}
	}
	closedir(dir);
	qsort(names.data, names.len, names.size, compare_names);
	for (size_t i = 0; i < names.len; i++) {
		char *name = *(char **)vec_at(&names, i), *file = str_format("%s/%s", path, name);
		take(w, name, support_read(file));
		free(file);
	}
	vec_clear(&names);
	free(path);
}

static void take_query(struct world *w, const char *name, char *text)
{
	read_header(w, text);
	free(text);
	free((char *)name);
}

static void take_screen(struct world *w, const char *name, char *text)
{
	struct source s = { name, text };
	vec_push(&w->sources, &s);
}

/* Rows of the table begin "| `name` |". */
static void read_actions(struct world *w)
{
	char *path = str_format("%s/doc/screens.md", support_dir()), *text = support_read(path);
	assert_non_null(text);
	const char *section = strstr(text, "\n## Actions\n");
	assert_non_null(section);
	for (const char *s = section; (s = strstr(s, "\n| `"));) {
		s += strlen("\n| `");
		char *name = mem_strndup(s, strcspn(s, "`"));
		vec_push(&w->actions, &name);
	}
	vec_add(&w->actions);
	free(text);
	free(path);
}

static struct query *find(void *context, const char *name)
{
	struct world *w = context;
	for (size_t i = 0; i < w->queries.len; i++) {
		struct query *q = vec_at(&w->queries, i);
		if (strcmp(q->name, name) == 0)
			return q;
	}
	return NULL;
}

static const char *const *query_names(void *context)
{
	struct world *w = context;
	return w->query_names.data;
}

static const char *const *query_columns(void *context, const char *name)
{
	struct query *q = find(context, name);
	return q ? (const char *const *)q->columns : NULL;
}

static const char *const *query_params(void *context, const char *name)
{
	struct query *q = find(context, name);
	return q ? (const char *const *)q->params : NULL;
}

static const char *const *query_sorts(void *context, const char *name)
{
	struct query *q = find(context, name);
	return q ? (const char *const *)q->sorts : NULL;
}

static const char *const *actions(void *context)
{
	struct world *w = context;
	return w->actions.data;
}

static int setup(void **state)
{
	struct world *w = mem_zalloc(1, sizeof(*w));
	w->queries = (struct vec)VEC_OF(struct query);
	w->query_names = (struct vec)VEC_OF(char *);
	w->actions = (struct vec)VEC_OF(char *);
	w->sources = (struct vec)VEC_OF(struct source);
	each_file(w, "sql/queries", ".sql", take_query);
	for (size_t i = 0; i < w->queries.len; i++)
		vec_push(&w->query_names, &((struct query *)vec_at(&w->queries, i))->name);
	vec_add(&w->query_names);
	each_file(w, "screens", ".screen", take_screen);
	read_actions(w);
	w->checks = (struct screen_checks){ w, query_names, query_columns, query_params, query_sorts, actions, NULL, NULL };
	screen_set_load(&w->set, w->sources.data, w->sources.len, &w->checks);
	*state = w;
	return 0;
}

static void free_all(char **list)
{
	for (size_t i = 0; list[i]; i++)
		free(list[i]);
}

static int teardown(void **state)
{
	struct world *w = *state;
	for (size_t i = 0; i < w->queries.len; i++) {
		struct query *q = vec_at(&w->queries, i);
		free(q->name);
		free_all(q->columns);
		free_all(q->params);
		free_all(q->sorts);
	}
	free_all(w->actions.data);
	for (size_t i = 0; i < w->sources.len; i++) {
		struct source *s = vec_at(&w->sources, i);
		free((char *)s->name);
		free((char *)s->text);
	}
	vec_clear(&w->queries);
	vec_clear(&w->query_names);
	vec_clear(&w->actions);
	vec_clear(&w->sources);
	screen_set_clear(&w->set);
	free(w);
	return 0;
}

static void test_no_faults(void **state)
{
	struct world *w = *state;
	for (size_t i = 0; i < w->set.faults.len; i++) {
		char *text = fault_text(vec_at(&w->set.faults, i));
		fprintf(stderr, "%s\n", text);
		free(text);
	}
	assert_int_equal(w->set.faults.len, 0);
	assert_true(w->set.screens.len > 30);
}

/* From each screen there is a way back and help. */
static void test_back_and_help(void **state)
{
	struct world *w = *state;
	for (size_t i = 0; i < w->set.screens.len; i++) {
		const struct screen *s = *(struct screen **)vec_at(&w->set.screens, i);
		if (s->kind == SCREEN_KIND_KEYS)
			continue;
		bool leaves = s->kind == SCREEN_KIND_FORM || screen_find_action(s, "back") || screen_find_action(s, "quit");
		if (!leaves || !screen_find_action(s, "help"))
			fprintf(stderr, "%s\n", s->file);
		assert_true(leaves);
		assert_non_null(screen_find_action(s, "help"));
		struct screen_key *help = (struct screen_key *)screen_find_action(s, "help");
		assert_true(help->bar);
	}
}

/* Each screen but the first is opened by a key of another. */
static void test_all_are_reachable(void **state)
{
	struct world *w = *state;
	for (size_t i = 0; i < w->set.screens.len; i++) {
		const struct screen *s = *(struct screen **)vec_at(&w->set.screens, i);
		if (s->kind == SCREEN_KIND_KEYS || s->kind == SCREEN_KIND_TABLE || s->kind == SCREEN_KIND_TEXT ||
			strcmp(s->name, "start") == 0)
			continue;
		char *action = str_format("open_%s", s->name), *new_row = str_format("new_%s", s->name);
		bool found = false;
		for (size_t j = 0; j < w->set.screens.len && !found; j++) {
			const struct screen *from = *(struct screen **)vec_at(&w->set.screens, j);
			found = screen_find_action(from, action) || screen_find_action(from, new_row) || str_equal(from->form, s->name);
		}
		if (!found)
			fprintf(stderr, "nothing opens %s\n", s->name);
		assert_true(found);
		free(action);
		free(new_row);
	}
}

/* At 80 columns the keys marked for the bar fit, with the one for help. */
static void test_key_bars_fit(void **state)
{
	struct world *w = *state;
	for (size_t i = 0; i < w->set.screens.len; i++) {
		const struct screen *s = *(struct screen **)vec_at(&w->set.screens, i);
		if (s->kind == SCREEN_KIND_KEYS)
			continue;
		struct canvas *c = canvas_new(1, 80);
		keybar_draw(s, c, canvas_area(c));
		char *text = canvas_dump(c);
		assert_non_null(strstr(text, "Hilfe"));
		free(text);
		canvas_free(&c);
	}
}

static void test_help_of_each(void **state)
{
	struct world *w = *state;
	for (size_t i = 0; i < w->set.screens.len; i++) {
		const struct screen *s = *(struct screen **)vec_at(&w->set.screens, i);
		char *text = help_text(s, NULL), *table = help_markdown(s, NULL);
		for (size_t k = 0; k < s->keys.len; k++)
			assert_non_null(strstr(text, ((struct screen_key *)vec_at(&s->keys, k))->label));
		assert_non_null(strstr(table, "|---|---|---|"));
		free(text);
		free(table);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_faults),	   cmocka_unit_test(test_back_and_help),
		cmocka_unit_test(test_all_are_reachable), cmocka_unit_test(test_key_bars_fit),
		cmocka_unit_test(test_help_of_each),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, setup, teardown);
}
