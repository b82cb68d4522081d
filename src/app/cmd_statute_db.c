/* Statutes into the database, into force and out of it. See cmd_statute.h. */
#include "app/cmd_statute.h"

#include "app/statute_store.h"
#include "base/encoding.h"
#include "base/i18n.h"
#include "domain/statute_json.h"

#include <stdlib.h>
#include <string.h>

static void say(char *line)
{
	encoding_write(stdout, line);
	free(line);
}

static const char *words_of(const char *const (*words)[2], const char *word)
{
	for (; (*words)[0]; words++)
		if (strcmp((*words)[0], word) == 0)
			return _((*words)[1]);
	return word;
}

static const char *state_words(const char *state)
{
	static const char *const words[][2] = {
		{ "draft", N_("Entwurf") }, { "basis", N_("Grundlage") }, { "in_force", N_("in Kraft") }, { "replaced", N_("ersetzt") },
		{ NULL, NULL },
	};
	return words_of(words, state);
}

static const char *outcome_words(const char *outcome)
{
	static const char *const words[][2] = {
		{ "same", N_("unverändert, nichts zu tun") }, { "added", N_("neu geladen") },
		{ "replaced", N_("anstelle der bisherigen Fassung geladen") }, { NULL, NULL },
	};
	return words_of(words, outcome);
}

/* --- load ------------------------------------------------------------------------ */

struct file {
	struct str bytes;
	const struct statute *statute;
	char *id; /* in the database, once it is there */
	bool top; /* no other file stands on it */
};

static bool read_files(struct statute_set *set, char *const *names, size_t count, struct vec *files)
{
	bool ok = true;
	for (size_t i = 0; i < count; i++) {
		struct err err = { 0 };
		struct file *f = vec_add(files);
		if (statute_file_read(names[i], &f->bytes, &err))
			statute_parse(set, names[i], str_text(&f->bytes), f->bytes.len);
		else
			ok = false;
		err_print(&err);
		err_clear(&err);
	}
	for (size_t i = 0; ok && i < count; i++)
		((struct file *)vec_at(files, i))->statute = *(struct statute **)vec_at(&set->statutes, i);
	return ok;
}

/* Without what lies in the database first: a file that is wrong by itself needs no connection. */
static bool check_files(struct statute_store *s, const struct options *o, struct statute_set *set)
{
	bool ok = statute_check(set, false);
	if (ok)
		ok = statute_store_open(s, o) && statute_store_add_bases(s, set) && statute_check(set, false);
	statute_print_faults(set, stderr);
	return ok;
}

/*
 * What lies in the database and stands on one of the files is read with them: a rate that is gone is a fault there. Told, not refused,
 * as on the screen: it may be loaded anew next. After check_files, so that all faults are of those.
 */
static bool warn_of_tops(struct statute_store *s, struct statute_set *set, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!statute_store_add_tops(s, set, (*(struct statute **)vec_at(&set->statutes, i))->name))
			return false;
	if (!statute_check(set, false)) {
		encoding_write(stderr, _("Was in der Datenbank darauf steht, hat dann Fehler:\n"));
		statute_print_faults(set, stderr);
	}
	return true;
}

static bool stands_on(const struct statute *top, const struct statute *base)
{
	return str_equal(top->based_on, base->name);
}

static void find_tops(struct vec *files)
{
	for (size_t i = 0; i < files->len; i++) {
		struct file *f = vec_at(files, i);
		f->top = true;
		for (size_t j = 0; j < files->len; j++)
			if (stands_on(((struct file *)vec_at(files, j))->statute, f->statute))
				f->top = false;
	}
}

/* Is all that this one stands on loaded, as far as it is given? */
static bool is_next(const struct vec *files, const struct file *f)
{
	for (size_t i = 0; i < files->len; i++) {
		const struct file *other = vec_at(files, i);
		if (!other->id && stands_on(f->statute, other->statute))
			return false;
	}
	return !f->id;
}

static bool load_file(struct statute_store *s, struct file *f)
{
	struct str document = { 0 };
	statute_to_json(f->statute, str_text(&f->bytes), &document);
	const char *params[] = { s->body, str_text(&document), NULL };
	struct rowset *rows = db_call(s->db, query_find("load_statute"), params, &s->err);
	str_clear(&document);
	if (!rows)
		return false;
	say(str_format(_("%s, Ausgabe %s: %s (%s)\n"), f->statute->name, rowset_text(rows, 0, "edition"),
		outcome_words(rowset_text(rows, 0, "outcome")), state_words(rowset_text(rows, 0, "state"))));
	f->id = str_format("%s", rowset_text(rows, 0, "id"));
	rowset_free(&rows);
	return true;
}

static bool put_in_force(struct statute_store *s, const struct file *f, bool replace)
{
	const char *params[] = { f->id, replace ? "t" : "f" };
	struct rowset *rows = db_call(s->db, query_find("put_statute_in_force"), params, &s->err);
	if (!rows)
		return false;
	const char *said = rowset_text(rows, 0, "said");
	say(*said ? str_format(_("%s ist in Kraft; %s\n"), f->statute->name, said) : str_format(_("%s ist in Kraft\n"), f->statute->name));
	rowset_free(&rows);
	return true;
}

/* The checker has refused circles: there is always a next one. */
static bool load_all(struct statute_store *s, const struct options *o, struct vec *files)
{
	bool ok = true;
	find_tops(files);
	for (size_t loaded = 0; ok && loaded < files->len; loaded++)
		for (size_t i = 0; i < files->len; i++) {
			struct file *f = vec_at(files, i);
			if (!is_next(files, f))
				continue;
			ok = load_file(s, f);
			break;
		}
	for (size_t i = 0; ok && o->in_force && i < files->len; i++) {
		const struct file *f = vec_at(files, i);
		ok = !f->top || put_in_force(s, f, o->replace);
	}
	return ok;
}

int statute_load(const struct options *o, char *const *names, size_t count)
{
	struct statute_store s = { 0 };
	struct statute_set set;
	struct vec files = VEC_OF(struct file);
	statute_set_init(&set);
	bool ok = read_files(&set, names, count, &files) && check_files(&s, o, &set) &&
	          warn_of_tops(&s, &set, count) && load_all(&s, o, &files);
	for (size_t i = 0; i < files.len; i++) {
		struct file *f = vec_at(&files, i);
		str_clear(&f->bytes);
		free(f->id);
	}
	vec_clear(&files);
	statute_set_clear(&set);
	return statute_store_close(&s, ok);
}

/* --- list, text, withdraw ------------------------------------------------------------ */

int statute_list(const struct options *o, char *const *names, size_t count)
{
	(void)names;
	(void)count;
	struct statute_store s = { 0 };
	bool ok = statute_store_open(&s, o);
	const struct rowset *rows = s.rows;
	for (size_t i = 0; ok && i < rows->rows; i++) {
		const char *days = rowset_text(rows, i, "in_force");
		say(str_format(_("%s/%s  %s%s%s  (gültig %s)  %s\n"), rowset_text(rows, i, "name"), rowset_text(rows, i, "edition"),
			state_words(rowset_text(rows, i, "state")), *days ? " " : "", days, rowset_text(rows, i, "valid"),
			rowset_text(rows, i, "title")));
	}
	if (ok && rows->rows == 0)
		say(str_format("%s", _("noch keine Satzung\n")));
	return statute_store_close(&s, ok);
}

int statute_text(const struct options *o, char *const *names, size_t count)
{
	(void)count;
	struct statute_store s = { 0 };
	char *text = statute_store_open(&s, o) ? statute_store_text(&s, names[0]) : NULL;
	bool ok = text;
	if (ok)
		say(text);
	return statute_store_close(&s, ok);
}

int statute_withdraw(const struct options *o, char *const *names, size_t count)
{
	(void)count;
	struct statute_store s = { 0 };
	int at = statute_store_open(&s, o) ? statute_store_find(&s, names[0]) : -1;
	bool ok = at >= 0;
	if (ok) {
		const char *params[] = { rowset_text(s.rows, (size_t)at, "id") };
		struct rowset *done = db_call(s.db, query_find("withdraw_statute"), params, &s.err);
		ok = done;
		if (ok)
			say(str_format(_("%s ist wieder ein Entwurf\n"), rowset_text(done, 0, "statute")));
		rowset_free(&done);
	}
	return statute_store_close(&s, ok);
}
