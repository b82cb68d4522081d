/* See screen_file.h: the set of screens and its memory. */
#include "screen/screen_file.h"

#include "base/mem.h"
#include "base/str.h"
#include "screen/screen_parse.h"

#include <stdlib.h>
#include <string.h>

static const char *const kind_names[] = {
	[SCREEN_KIND_NONE] = "",       [SCREEN_KIND_LIST] = "list",   [SCREEN_KIND_FORM] = "form",
	[SCREEN_KIND_TEXT] = "text",   [SCREEN_KIND_TABLE] = "table", [SCREEN_KIND_PAGE] = "page",
	[SCREEN_KIND_KEYS] = "keys",
};

const char *screen_kind_name(enum screen_kind kind)
{
	return kind_names[kind];
}

struct screen *screen_new(const char *file, unsigned line)
{
	struct screen *s = mem_zalloc(1, sizeof(*s));
	s->file = mem_strdup(file);
	s->key_column = mem_strdup("id");
	s->line = line;
	s->sorts = (struct vec)VEC_OF(char *);
	s->params = (struct vec)VEC_OF(struct screen_param);
	s->columns = (struct vec)VEC_OF(struct screen_column);
	s->fields = (struct vec)VEC_OF(struct screen_field);
	s->keys = (struct vec)VEC_OF(struct screen_key);
	s->sections = (struct vec)VEC_OF(struct screen *);
	return s;
}

static void clear_choices(struct vec *choices)
{
	for (size_t i = 0; i < choices->len; i++) {
		struct screen_choice *c = vec_at(choices, i);
		free(c->value);
		free(c->label);
	}
	vec_clear(choices);
}

static void clear_columns(struct vec *columns)
{
	for (size_t i = 0; i < columns->len; i++) {
		struct screen_column *c = vec_at(columns, i);
		free(c->name);
		free(c->label);
		clear_choices(&c->choices);
	}
	vec_clear(columns);
}

static void clear_fields(struct vec *fields)
{
	for (size_t i = 0; i < fields->len; i++) {
		struct screen_field *f = vec_at(fields, i);
		char *texts[] = { f->name, f->label, f->min,    f->max,     f->pattern,
				  f->pick, f->shows, f->preset, f->heading, f->help };
		for (size_t t = 0; t < sizeof(texts) / sizeof(*texts); t++)
			free(texts[t]);
		clear_choices(&f->choices);
	}
	vec_clear(fields);
}

static void clear_keys(struct vec *keys)
{
	for (size_t i = 0; i < keys->len; i++) {
		struct screen_key *k = vec_at(keys, i);
		free(k->name);
		free(k->action);
		free(k->label);
	}
	vec_clear(keys);
}

static void clear_params(struct vec *params)
{
	for (size_t i = 0; i < params->len; i++) {
		struct screen_param *p = vec_at(params, i);
		free(p->name);
		free(p->what);
	}
	vec_clear(params);
}

void screen_free(struct screen **screen)
{
	struct screen *s = *screen;
	if (!s)
		return;
	for (size_t i = 0; i < s->sections.len; i++)
		screen_free(vec_at(&s->sections, i));
	vec_clear(&s->sections);
	for (size_t i = 0; i < s->sorts.len; i++)
		free(*(char **)vec_at(&s->sorts, i));
	vec_clear(&s->sorts);
	clear_params(&s->params);
	clear_columns(&s->columns);
	clear_fields(&s->fields);
	clear_keys(&s->keys);
	char *texts[] = { s->file, s->name,   s->title, s->help,      s->query,
			  s->save, s->remove, s->form,  s->keys_from, s->key_column, s->head, s->foot, s->again, s->then };
	for (size_t t = 0; t < sizeof(texts) / sizeof(*texts); t++)
		free(texts[t]);
	free(s);
	*screen = NULL;
}

void screen_set_clear(struct screen_set *set)
{
	for (size_t i = 0; i < set->screens.len; i++)
		screen_free(vec_at(&set->screens, i));
	vec_clear(&set->screens);
	faults_clear(&set->faults);
}

static size_t stem_length(const char *name)
{
	static const char end[] = ".screen";
	size_t n = strlen(name), m = sizeof(end) - 1;
	return n > m && strcmp(name + n - m, end) == 0 ? n - m : n;
}

static bool same_stem(const char *a, const char *b)
{
	size_t n = stem_length(a);
	return n == stem_length(b) && strncmp(a, b, n) == 0;
}

/* A later source of the same name takes the place of this one. */
static bool is_replaced(const struct source *sources, size_t count, size_t i)
{
	for (size_t j = i + 1; j < count; j++)
		if (same_stem(sources[i].name, sources[j].name))
			return true;
	return false;
}

bool screen_set_load(struct screen_set *set, const struct source *sources, size_t count,
	const struct screen_checks *checks)
{
	set->screens = (struct vec)VEC_OF(struct screen *);
	set->faults = (struct vec)VEC_OF(struct fault);
	for (size_t i = 0; i < count; i++)
		if (!is_replaced(sources, count, i))
			screen_parse(set, &sources[i]);
	screen_check(set, checks);
	faults_sort(&set->faults);
	return set->faults.len == 0;
}

const struct screen *screen_set_find(const struct screen_set *set, const char *name)
{
	for (size_t i = 0; i < set->screens.len; i++) {
		const struct screen *s = *(struct screen **)vec_at(&set->screens, i);
		if (s->name && strcmp(s->name, name) == 0)
			return s;
	}
	return NULL;
}

const struct screen_key *screen_find_key(const struct screen *s, char32_t key)
{
	for (size_t i = 0; i < s->keys.len; i++) {
		const struct screen_key *k = vec_at(&s->keys, i);
		if (k->key == key)
			return k;
	}
	return NULL;
}

const struct screen_key *screen_find_action(const struct screen *s, const char *action)
{
	for (size_t i = 0; i < s->keys.len; i++) {
		const struct screen_key *k = vec_at(&s->keys, i);
		if (str_equal(k->action, action))
			return k;
	}
	return NULL;
}

const struct screen_column *screen_find_column(const struct screen *s, const char *name)
{
	for (size_t i = 0; i < s->columns.len; i++) {
		const struct screen_column *c = vec_at(&s->columns, i);
		if (str_equal(c->name, name))
			return c;
	}
	return NULL;
}

const struct screen_field *screen_find_field(const struct screen *s, const char *name)
{
	for (size_t i = 0; i < s->fields.len; i++) {
		const struct screen_field *f = vec_at(&s->fields, i);
		if (str_equal(f->name, name))
			return f;
	}
	return NULL;
}
