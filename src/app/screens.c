/* Loads the screens: those compiled in, and the user's own over them. See app.h. */
#include "app/actions.h"
#include "app/app.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/source.h"
#include "db/query.h"
#include "exchange/pattern.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern const struct source screen_texts[];

/* The checks hand out arrays of names; they are kept here for the time of loading. */
struct known {
	const char **queries;
	const char **actions;
	struct vec arrays; /* const char **, of columns and parameters */
};

static const char *const *known_queries(void *context)
{
	struct known *k = context;
	if (k->queries)
		return k->queries;
	k->queries = mem_zalloc(query_count + 1, sizeof(char *));
	for (size_t i = 0; i < query_count; i++)
		k->queries[i] = query_table[i].name;
	return k->queries;
}

static const char *const *column_names(struct known *k, const struct query_column *columns, size_t count)
{
	const char **names = mem_zalloc(count + 1, sizeof(char *));
	for (size_t i = 0; i < count; i++)
		names[i] = columns[i].name;
	vec_push(&k->arrays, &names);
	return names;
}

static const char *const *known_columns(void *context, const char *name)
{
	const struct query *q = query_find(name);
	return q ? column_names(context, q->rows, q->row_count) : NULL;
}

static const char *const *known_params(void *context, const char *name)
{
	const struct query *q = query_find(name);
	return q ? column_names(context, q->params, q->param_count) : NULL;
}

static const char *const *known_sorts(void *context, const char *name)
{
	static const char *const none[] = { NULL };
	const struct query *q = query_find(name);
	(void)context;
	if (!q)
		return NULL;
	return q->sorts ? q->sorts : none;
}

static const char *const *known_actions(void *context)
{
	struct known *k = context;
	if (!k->actions)
		k->actions = actions_names();
	return k->actions;
}

static const char *const *known_session(void *context)
{
	static const char *const names[] = { "account", "display_name", "body_id", "body_name", "today", NULL };
	(void)context;
	return names;
}

static bool known_pattern(void *context, const char *pattern)
{
	(void)context;
	return pattern_is_valid(pattern, NULL);
}

static char *read_text(const char *path)
{
	struct str out = { 0 };
	char buffer[8192];
	size_t n;
	FILE *in = fopen(path, "re");
	if (!in)
		return NULL;
	while ((n = fread(buffer, 1, sizeof(buffer), in)) > 0)
		str_add_n(&out, buffer, n);
	fclose(in);
	return str_take(&out);
}

static char *default_directory(void)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	if (config && *config)
		return str_format("%s/ratstisch/screens", config);
	return str_format("%s/.config/ratstisch/screens", home ? home : "");
}

/* Files of the user's directory, in the order of their names, so that faults come in the same order everywhere. */
static bool add_directory(struct vec *sources, const char *directory, struct err *err)
{
	char *path = directory ? mem_strdup(directory) : default_directory();
	struct dirent **entries = NULL;
	int n = scandir(path, &entries, NULL, alphasort);
	if (n < 0 && directory) {
		err_set(err, "%s", _("der Ordner mit eigenen Bildschirmen lässt sich nicht lesen"));
		err_detail(err, "%s: %s", path, strerror(errno));
	}
	for (int i = 0; i < n; i++) {
		size_t len = strlen(entries[i]->d_name);
		struct source source = { 0 };
		if (len > 7 && strcmp(entries[i]->d_name + len - 7, ".screen") == 0) {
			char *file = str_format("%s/%s", path, entries[i]->d_name);
			source.text = read_text(file);
			source.name = mem_strdup(entries[i]->d_name);
			free(file);
		}
		if (source.text)
			vec_push(sources, &source);
		free(entries[i]);
	}
	free(entries);
	free(path);
	return n >= 0 || !directory;
}

bool app_load_screens(struct screen_set *set, const char *directory, struct err *err)
{
	struct known known = { .arrays = VEC_OF(const char **) };
	struct screen_checks checks = { &known,      known_queries, known_columns, known_params,
		                        known_sorts, known_actions, known_session, known_pattern };
	struct vec sources = VEC_OF(struct source);
	size_t builtin = 0;
	for (; screen_texts[builtin].name; builtin++) {
		vec_push(&sources, &screen_texts[builtin]);
	}
	bool ok = add_directory(&sources, directory, err);
	if (ok && !screen_set_load(set, sources.data, sources.len, &checks)) {
		char *first = fault_text(vec_at(&set->faults, 0));
		err_set(err, _("%zu Fehler in den Bildschirmdateien"), set->faults.len);
		err_detail(err, "%s", first);
		err_hint(err, "%s", _("'ratstisch check-screens' zeigt alle."));
		free(first);
		ok = false;
	}
	for (size_t i = builtin; i < sources.len; i++) {
		struct source *source = vec_at(&sources, i);
		free((char *)source->name);
		free((char *)source->text);
	}
	vec_clear(&sources);
	free(known.queries);
	for (size_t i = 0; i < known.arrays.len; i++)
		free(*(const char ***)vec_at(&known.arrays, i));
	vec_clear(&known.arrays);
	free(known.actions);
	return ok;
}
