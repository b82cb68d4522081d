/*
 * Checks over all screen files: screens that are named exist, and what the
 * files take from outside (queries, columns, parameters, actions, patterns).
 */
#include "screen/screen_parse.h"

#include "base/fault.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/words.h"
#include "screen/action.h"

#include <stdlib.h>
#include <string.h>

#define OPEN "open_"
#define NEW "new_"

struct check {
	struct screen_set *set;
	const struct screen_checks *out;
	const struct screen *s;    /* that is checked: a screen, or a section of a page */
	const struct screen *page; /* whose parameters count */
};

static bool is_among(const char *const *words, const char *word)
{
	for (; *words; words++)
		if (strcmp(*words, word) == 0)
			return true;
	return false;
}

/* A fault when word is not among words; NULL words check nothing. */
static bool require(struct check *c, unsigned line, const char *what, const char *word, const char *const *words)
{
	if (!words || is_among(words, word))
		return true;
	char *allowed = words_allowed(words, word);
	fault_add(&c->set->faults, c->s->file, line, _("%s „%s“ gibt es nicht (%s)"), what, word, allowed);
	free(allowed);
	return false;
}

/* --- what is outside ------------------------------------------------------ */

static const char *const *ask(struct check *c, const char *const *(*fn)(void *, const char *), const char *query)
{
	return fn && query ? fn(c->out->context, query) : NULL;
}

static bool require_query(struct check *c, unsigned line, const char *query)
{
	if (!query || !c->out->queries)
		return query != NULL;
	return require(c, line, _("die Abfrage"), query, c->out->queries(c->out->context));
}

static const struct screen_param *find_param(const struct screen *s, const char *name)
{
	for (size_t i = 0; i < s->params.len; i++) {
		const struct screen_param *p = vec_at(&s->params, i);
		if (str_equal(p->name, name))
			return p;
	}
	return NULL;
}

/* The row of a form has its identity and version besides its fields; a row of a list only its columns. */
static bool row_gives(struct check *c, const char *param)
{
	if (c->s->kind == SCREEN_KIND_FORM)
		return screen_find_field(c->s, param) || str_equal(param, "version") || str_equal(param, c->s->key_column);
	const char *const *columns = ask(c, c->out->query_columns, c->s->query);
	return columns && is_among(columns, param);
}

/* Every parameter of a query has a source: a param statement or, when it saves or deletes, the row. */
static void check_query_params(struct check *c, const char *query, bool saves)
{
	const char *const *params = ask(c, c->out->query_params, query);
	for (; params && *params; params++) {
		if (find_param(c->page, *params))
			continue;
		if (saves && row_gives(c, *params))
			continue;
		fault_add(&c->set->faults, c->s->file, c->s->line,
			_("die Abfrage „%s“ braucht den Parameter „%s“ („param %s from ...“ fehlt)"), query, *params, *params);
	}
}

static bool query_takes(struct check *c, const char *query, const char *param)
{
	const char *const *params = ask(c, c->out->query_params, query);
	return params && is_among(params, param);
}

static void check_columns(struct check *c)
{
	const char *const *columns = ask(c, c->out->query_columns, c->s->query);
	const char *const *sorts = ask(c, c->out->query_sorts, c->s->query);
	for (size_t i = 0; i < c->s->columns.len; i++) {
		const struct screen_column *col = vec_at(&c->s->columns, i);
		require(c, col->line, _("die Spalte"), col->name, columns);
	}
	for (size_t i = 0; i < c->s->sorts.len; i++)
		require(c, c->s->line, _("die Sortierspalte"), *(char **)vec_at(&c->s->sorts, i), sorts);
	if (c->s->kind == SCREEN_KIND_LIST)
		require(c, c->s->line, _("die Spalte für row_key"), c->s->key_column, columns);
}

static void check_line(struct check *c, const char *line, const char *const *columns)
{
	while (line && (line = strchr(line, '{')) && strchr(line, '}')) {
		char *name = mem_strndup(line + 1, strcspn(line + 1, "}"));
		require(c, c->s->line, _("die Spalte"), name, columns);
		free(name);
		line++;
	}
}

/* What stands in braces above and below the rows; the field that a form goes on with. */
static void check_lines(struct check *c)
{
	const char *const *columns = ask(c, c->out->query_columns, c->s->query);
	check_line(c, c->s->head, columns);
	check_line(c, c->s->foot, columns);
	if (c->s->again && !screen_find_field(c->s, c->s->again))
		fault_add(&c->set->faults, c->s->file, c->s->line, _("das Feld „%s“ gibt es in dieser Maske nicht"), c->s->again);
}

/* Rows of a pick list are read by the columns id and name. */
static void check_pick(struct check *c, const struct screen_field *f)
{
	if (!require_query(c, f->line, f->pick))
		return;
	const char *const *columns = ask(c, c->out->query_columns, f->pick);
	require(c, f->line, _("die Spalte der Auswahlliste"), "id", columns);
	require(c, f->line, _("die Spalte der Auswahlliste"), "name", columns);
	check_query_params(c, f->pick, false);
}

static void check_fields(struct check *c)
{
	const char *const *columns = ask(c, c->out->query_columns, c->s->query);
	for (size_t i = 0; i < c->s->fields.len; i++) {
		const struct screen_field *f = vec_at(&c->s->fields, i);
		require(c, f->line, _("die Spalte"), f->name, columns);
		if (f->shows)
			require(c, f->line, _("die Spalte"), f->shows, columns);
		if (f->pick)
			check_pick(c, f);
		if (f->pattern && c->out->pattern_is_valid && !c->out->pattern_is_valid(c->out->context, f->pattern))
			fault_add(&c->set->faults, c->s->file, f->line, _("das Muster „%s“ ist kein gültiger Ausdruck"),
				f->pattern);
	}
}

static void check_params(struct check *c)
{
	for (size_t i = 0; i < c->s->params.len; i++) {
		const struct screen_param *p = vec_at(&c->s->params, i);
		if (p->from == SCREEN_FROM_SESSION && c->out->session_values)
			require(c, p->line, _("der Wert der Sitzung"), p->what, c->out->session_values(c->out->context));
	}
}

/* --- between screens ------------------------------------------------------ */

static bool opens_a_screen(const struct check *c, const char *action)
{
	bool new_row = strncmp(action, NEW, strlen(NEW)) == 0;
	size_t n = new_row ? strlen(NEW) : strlen(OPEN);
	if (!new_row && strncmp(action, OPEN, n) != 0)
		return false;
	const struct screen *s = screen_set_find(c->set, action + n);
	return s && (new_row ? s->kind == SCREEN_KIND_FORM : s->kind != SCREEN_KIND_KEYS);
}

static void check_keys(struct check *c)
{
	const char *const *actions = c->out->actions ? c->out->actions(c->out->context) : NULL;
	if (c->s->then)
		require(c, c->s->line, _("die Aktion"), c->s->then, actions);
	for (size_t i = 0; i < c->s->keys.len; i++) {
		const struct screen_key *k = vec_at(&c->s->keys, i);
		if (k->line == 0 || screen_action_find(k->action) || opens_a_screen(c, k->action))
			continue;
		require(c, k->line, _("die Aktion"), k->action, actions);
	}
}

/* keys: a screen of that kind, else one of any other. */
static void check_screen_name(struct check *c, const char *name, bool keys, const char *statement)
{
	const struct screen *other = name ? screen_set_find(c->set, name) : NULL;
	if (!name || (other && (other->kind == SCREEN_KIND_KEYS) == keys))
		return;
	fault_add(&c->set->faults, c->s->file, c->s->line,
		keys ? _("„%s %s“: eine Datei dieses Namens mit „kind keys“ gibt es nicht")
		     : _("„%s %s“: eine Maske dieses Namens gibt es nicht"),
		statement, name);
}

static void check_one(struct check *c)
{
	const struct screen *s = c->s;
	check_screen_name(c, s->form, false, "form");
	check_screen_name(c, s->keys_from, true, "keys");
	if (require_query(c, s->line, s->query)) {
		check_columns(c);
		check_fields(c);
		check_lines(c);
		check_query_params(c, s->query, false);
	}
	if (require_query(c, s->line, s->save))
		check_query_params(c, s->save, true);
	if (require_query(c, s->line, s->remove))
		check_query_params(c, s->remove, true);
	check_params(c);
	check_keys(c);
}

/* Fields of a new row begin with the parameter of their name (of a pick: with both of its columns). */
static bool field_takes(struct check *c, const struct screen_field *f, const char *param)
{
	return query_takes(c, f->pick, param) || str_equal(f->name, param) || str_equal(f->shows, param);
}

/* A parameter that no query of the screen takes is a slip of the pen; 'title' is shown behind the title. */
static void check_params_used(struct check *c)
{
	if (!c->out->query_params || c->s->kind == SCREEN_KIND_TABLE || c->s->kind == SCREEN_KIND_TEXT)
		return;
	for (size_t i = 0; i < c->s->params.len; i++) {
		const struct screen_param *p = vec_at(&c->s->params, i);
		bool used = str_equal(p->name, "title") || query_takes(c, c->s->query, p->name) || query_takes(c, c->s->save, p->name) ||
			    query_takes(c, c->s->remove, p->name);
		for (size_t j = 0; j < c->s->fields.len && !used; j++)
			used = field_takes(c, vec_at(&c->s->fields, j), p->name);
		for (size_t j = 0; j < c->s->sections.len && !used; j++)
			used = query_takes(c, (*(struct screen **)vec_at(&c->s->sections, j))->query, p->name);
		if (!used)
			fault_add(&c->set->faults, c->s->file, p->line,
				_("den Parameter „%s“ nimmt keine Abfrage dieser Maske"), p->name);
	}
}

/* The screen's own keys stay; of the shared ones come those whose key is free. */
static void take_keys(struct screen_set *set, struct screen *s)
{
	const struct screen *shared = s->keys_from ? screen_set_find(set, s->keys_from) : NULL;
	if (!shared || shared == s || shared->kind != SCREEN_KIND_KEYS)
		return;
	for (size_t i = 0; i < shared->keys.len; i++) {
		const struct screen_key *k = vec_at(&shared->keys, i);
		if (screen_find_key(s, k->key))
			continue;
		struct screen_key *copy = vec_add(&s->keys);
		*copy = *k;
		copy->name = mem_strdup(k->name);
		copy->action = mem_strdup(k->action);
		copy->label = mem_strdup(k->label);
		copy->line = 0; /* checked where it stands */
	}
}

void screen_check(struct screen_set *set, const struct screen_checks *checks)
{
	static const struct screen_checks nothing;
	struct check c = { .set = set, .out = checks ? checks : &nothing };
	for (size_t i = 0; i < set->screens.len; i++)
		take_keys(set, *(struct screen **)vec_at(&set->screens, i));
	for (size_t i = 0; i < set->screens.len; i++) {
		const struct screen *page = *(struct screen **)vec_at(&set->screens, i);
		c.s = c.page = page;
		check_one(&c);
		check_params_used(&c);
		for (size_t j = 0; j < page->sections.len; j++) {
			c.s = *(struct screen **)vec_at(&page->sections, j);
			check_one(&c);
		}
	}
}
