/* The subcommand statute: files and names: check, show and diff (doc/statutes.md); see cmd_statute.h. */
#include "app/cmd_statute.h"
#include "app/commands.h"
#include "app/statute_store.h"
#include "base/encoding.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "document/text.h"
#include "domain/statute.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WIDTH 80

/* No more is read than shows that the file is too large. */
bool statute_file_read(const char *path, struct str *out, struct err *err)
{
	char bytes[65536];
	FILE *f = fopen(path, "rbe");
	bool ok = f != NULL;
	while (ok && out->len <= STATUTE_BYTES_MAX) {
		size_t n = fread(bytes, 1, sizeof(bytes), f);
		str_add_n(out, bytes, n);
		ok = !ferror(f);
		if (n < sizeof(bytes))
			break;
	}
	if (!ok) {
		err_set(err, _("die Datei lässt sich nicht lesen"));
		err_detail(err, "%s: %s", path, strerror(errno));
		err_hint(err, _("Name und Rechte prüfen."));
	}
	if (f)
		fclose(f);
	return ok;
}

static bool add_file(struct statute_set *set, const char *path)
{
	struct err err = { 0 };
	struct str bytes = { 0 };
	bool ok = statute_file_read(path, &bytes, &err);
	if (ok)
		statute_parse(set, path, str_text(&bytes), bytes.len);
	err_print(&err);
	err_clear(&err);
	str_clear(&bytes);
	return ok;
}

/* A name of the database, unless there is a file of that name. */
static bool is_stored(const char *word)
{
	return statute_store_is_name(word) && access(word, F_OK) != 0;
}

/*
 * Files and names of the database, parsed and checked together; for names what
 * they stand on comes behind them. False: a fault of the set, or said already.
 */
static bool load_any(struct statute_set *set, const struct options *o, char *const *words, size_t count)
{
	struct statute_store store = { 0 };
	bool ok = true;
	statute_set_init(set);
	for (size_t i = 0; ok && i < count; i++) {
		if (!is_stored(words[i]))
			ok = add_file(set, words[i]);
		else
			ok = (store.db || statute_store_open(&store, o)) && statute_store_add(&store, set, words[i]);
	}
	if (store.db)
		ok = ok && statute_store_add_bases(&store, set);
	ok = statute_store_close(&store, ok) == 0;
	return ok && statute_check(set, false);
}

/* Parses all files and checks them together; false when one is unreadable or has a fault. */
static bool load_files(struct statute_set *set, char *const *files, size_t count)
{
	bool ok = true;
	statute_set_init(set);
	for (size_t i = 0; i < count; i++)
		ok = add_file(set, files[i]) && ok;
	return statute_check(set, true) && ok;
}

void statute_print_faults(const struct statute_set *set, FILE *to)
{
	for (size_t i = 0; i < set->faults.len; i++) {
		char *text = fault_text(vec_at(&set->faults, i));
		char *line = str_format("%s\n", text);
		encoding_write(to, line);
		free(line);
		free(text);
	}
}

static int check(const struct options *o, char *const *files, size_t count)
{
	(void)o;
	struct statute_set set;
	bool ok = load_files(&set, files, count);
	statute_print_faults(&set, stdout);
	if (ok) {
		char *text = str_format(_("%zu Satzungen, kein Fehler\n"), set.statutes.len);
		encoding_write(stdout, text);
		free(text);
	}
	statute_set_clear(&set);
	return ok ? 0 : 1;
}

static int show(const struct options *o, char *const *files, size_t count)
{
	struct statute_set set;
	struct str out = { 0 };
	bool ok = load_any(&set, o, files, count);
	statute_print_faults(&set, stderr);
	for (size_t i = 0; ok && i < count; i++) {
		struct doc doc;
		statute_describe(&set, *(struct statute **)vec_at(&set.statutes, i), &doc);
		if (i)
			str_add_char(&out, '\n');
		document_write_text(&doc, WIDTH, &out);
		doc_clear(&doc);
	}
	fputs(str_text(&out), stdout);
	str_clear(&out);
	statute_set_clear(&set);
	return ok ? 0 : 1;
}

/* Each in a set of its own: the two may well have one name. */
static int diff(const struct options *o, char *const *files, size_t count)
{
	struct statute_set sets[2];
	struct str out = { 0 };
	(void)count;
	bool ok = load_any(&sets[0], o, files, 1);
	ok = load_any(&sets[1], o, files + 1, 1) && ok;
	for (size_t i = 0; i < 2; i++)
		statute_print_faults(&sets[i], stderr);
	if (ok) {
		const struct statute *old = *(struct statute **)vec_at(&sets[0].statutes, 0);
		const struct statute *new = *(struct statute **)vec_at(&sets[1].statutes, 0);
		if (!statute_diff(&sets[1], old, new, &out))
			str_add(&out, _("kein Unterschied\n"));
	}
	fputs(str_text(&out), stdout);
	str_clear(&out);
	statute_set_clear(&sets[0]);
	statute_set_clear(&sets[1]);
	return ok ? 0 : 1;
}

static const struct {
	const char *word;
	size_t least, most; /* files or names */
	int (*run)(const struct options *o, char *const *files, size_t count);
} verbs[] = {
	{ "check", 1, SIZE_MAX, check },
	{ "show", 1, SIZE_MAX, show },
	{ "diff", 2, 2, diff },
	{ "load", 1, SIZE_MAX, statute_load },
	{ "list", 0, 0, statute_list },
	{ "text", 1, 1, statute_text },
	{ "withdraw", 1, 1, statute_withdraw },
};

int cmd_statute(const struct options *o)
{
	size_t files = o->argc > 2 ? (size_t)o->argc - 2 : 0;
	for (size_t i = 0; o->argc > 1 && i < sizeof(verbs) / sizeof(*verbs); i++)
		if (strcmp(o->argv[1], verbs[i].word) == 0 && files >= verbs[i].least && files <= verbs[i].most)
			return verbs[i].run(o, o->argv + 2, files);
	struct err err = { 0 };
	err_set(&err, _("so gibt es „statute“ nicht"));
	err_hint(&err, "%s", _("ratstisch statute check|show|load DATEI ..., statute diff ALT NEU, statute list, statute text|withdraw NAME"));
	err_print(&err);
	err_clear(&err);
	return 2;
}
