/* See statute_store.h. */
#include "app/statute_store.h"

#include "app/body.h"
#include "app/commands.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

bool statute_store_open(struct statute_store *s, const struct options *o)
{
	private_server_settings(o);
	s->db = db_open(o->conninfo);
	if (db_wait_ready(s->db, &s->err))
		s->body = body_pick(s->db, o, &s->err);
	const char *params[] = { s->body };
	if (s->body)
		s->rows = db_call(s->db, query_find("statutes"), params, &s->err);
	return s->rows;
}

int statute_store_close(struct statute_store *s, bool ok)
{
	err_print(&s->err);
	err_clear(&s->err);
	db_close(&s->db);
	rowset_free(&s->rows);
	free(s->body);
	return ok ? 0 : 1;
}

bool statute_store_is_name(const char *word)
{
	size_t n = strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789_");
	if (word[n] == '/' && word[n + 1])
		return n && !word[n + 1 + strspn(word + n + 1, "0123456789")];
	return n && !word[n];
}

int statute_store_find(struct statute_store *s, const char *name)
{
	int found = -1;
	size_t n = strcspn(name, "/");
	for (size_t i = 0; i < s->rows->rows; i++) {
		const char *other = rowset_text(s->rows, i, "name");
		if (strlen(other) != n || strncmp(other, name, n) != 0 ||
		    (name[n] && strcmp(name + n + 1, rowset_text(s->rows, i, "edition")) != 0))
			continue;
		if (found < 0 || rowset_int(s->rows, i, "edition") > rowset_int(s->rows, (size_t)found, "edition"))
			found = (int)i;
	}
	if (found < 0) {
		err_set(&s->err, _("die Satzung „%s“ gibt es in der Datenbank nicht"), name);
		err_hint(&s->err, "%s", _("'ratstisch statute list' zählt alle auf."));
	}
	return found;
}

char *statute_store_text(struct statute_store *s, const char *name)
{
	int at = statute_store_find(s, name);
	if (at < 0)
		return NULL;
	const char *params[] = { rowset_text(s->rows, (size_t)at, "id") };
	struct rowset *rows = db_call(s->db, query_find("statute_text"), params, &s->err);
	char *text = rows ? mem_strdup(rowset_text(rows, 0, "text")) : NULL;
	rowset_free(&rows);
	return text;
}

bool statute_store_add(struct statute_store *s, struct statute_set *set, const char *name)
{
	char *text = statute_store_text(s, name);
	if (!text)
		return false;
	statute_parse_stored(set, name, text);
	free(text);
	return true;
}

bool statute_store_add_tops(struct statute_store *s, struct statute_set *set, const char *name)
{
	const char *params[] = { s->body, name };
	struct rowset *rows = db_call(s->db, query_find("statute_top_texts"), params, &s->err);
	for (size_t i = 0; rows && i < rows->rows; i++)
		if (!statute_find(set, rowset_text(rows, i, "name")))
			statute_parse_stored(set, rowset_text(rows, i, "name"), rowset_text(rows, i, "text"));
	bool ok = rows;
	rowset_free(&rows);
	return ok;
}

/* The set grows while it is gone through; every name comes in once. */
bool statute_store_add_bases(struct statute_store *s, struct statute_set *set)
{
	for (size_t i = 0; i < set->statutes.len; i++) {
		const char *base = (*(struct statute **)vec_at(&set->statutes, i))->based_on;
		bool stored = false;
		for (size_t r = 0; base && !stored && r < s->rows->rows; r++)
			stored = str_equal(rowset_text(s->rows, r, "name"), base);
		if (stored && !statute_find(set, base) && !statute_store_add(s, set, base))
			return false;
	}
	return true;
}
