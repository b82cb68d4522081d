/*
 * fees statement, certificate, tax-list, budget: documents for persons, the tax
 * office and the treasury. One query gives the rows of all persons. Into a
 * folder one file a person; else one document in which each begins a page.
 * WeasyPrint holds a whole document in memory: PDFs of many persons are made
 * one by one (pdf_pool.h). See cmd_fees.h.
 */
#include "app/cmd_fees.h"
#include "app/document_file.h"
#include "app/fee_docs.h"
#include "app/fee_words.h"
#include "app/pdf_pool.h"
#include "base/i18n.h"
#include "base/io.h"
#include "base/mem.h"
#include "base/vec.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PDF_PERSONS_MAX 30 /* in one file: more take minutes and gigabytes */

struct request {
	enum document_format format;
	char *css;
	const char *name;  /* of files: abrechnung */
	const char *title;
	bool certificate;
};

static bool wrong(struct fees_call *c, const char *how)
{
	err_set(&c->err, "%s", _("dem Aufruf fehlt etwas"));
	return err_hint(&c->err, "%s", how);
}

static bool is_year(const char *text)
{
	return text && strlen(text) == 4 && strspn(text, "0123456789") == 4 && *text != '0';
}

/* Format and style; false and err when they are wrong. */
static bool prepare(struct fees_call *c, struct request *r)
{
	if (!document_format_parse(c->o->format, &r->format)) {
		err_set(&c->err, _("„%s“ gibt es hier nicht: text, html, pdf; Listen auch csv"), c->o->format);
		c->err.field = mem_strdup("format"); /* of the form, where there is one */
		return false;
	}
	if (r->format == DOCUMENT_PDF && !pdf_is_possible(&c->err))
		return false;
	r->css = document_read_css(c->o->css, &c->err);
	return r->css || !c->o->css;
}

static void add_part(const struct request *r, const struct fees_call *c, const struct rowset *rows, size_t from, size_t end,
                     struct doc *doc)
{
	if (r->certificate)
		fee_certificate_part(rows, from, end, c->o->year, doc);
	else
		fee_statement_part(rows, from, end, doc);
}

static size_t count_persons(const struct rowset *rows)
{
	size_t n = 0;
	for (size_t i = 0; i < rows->rows; i = fee_person_end(rows, i))
		n++;
	return n;
}

static bool is_folder(const char *path)
{
	struct stat s;
	return path && stat(path, &s) == 0 && S_ISDIR(s.st_mode);
}

static bool file_fault(struct fees_call *c, const char *path)
{
	return io_fault(&c->err, _("die Datei lässt sich nicht schreiben"), path);
}

static bool is_free(struct fees_call *c, const char *path)
{
	if (access(path, F_OK) != 0)
		return true;
	errno = EEXIST;
	return file_fault(c, path);
}

/* Can something be written there? A folder, or a name that is free in one. */
static bool check_output(struct fees_call *c)
{
	const char *path = c->o->output, *slash = path ? strrchr(path, '/') : NULL;
	if (!path)
		return true;
	if (is_folder(path))
		return access(path, W_OK) == 0 || file_fault(c, path);
	char *folder = slash ? mem_strndup(path, (size_t)(slash - path) + 1) : mem_strdup(".");
	bool ok = is_free(c, path) && (access(folder, W_OK) == 0 || file_fault(c, path));
	free(folder);
	return ok;
}

/* "NAME/" is a folder that is made when it is not there. */
static bool make_folder(struct fees_call *c)
{
	const char *path = c->o->output;
	if (!path || !*path || path[strlen(path) - 1] != '/' || is_folder(path))
		return true;
	return mkdir(path, 0700) == 0 || file_fault(c, path);
}

static void say_files(struct fees_call *c, size_t files)
{
	if (c->said)
		str_addf(c->said, _("%zu Dateien\n"), files);
	else
		fees_say(_("%zu Dateien\n"), files);
}

static bool write_one(struct fees_call *c, const struct request *r, const struct rowset *rows)
{
	struct doc doc;
	doc_init(&doc, r->title, _("de"));
	for (size_t i = 0, end; i < rows->rows; i = end) {
		end = fee_person_end(rows, i);
		if (i > 0)
			doc_page_break(&doc);
		add_part(r, c, rows, i, end, &doc);
	}
	bool ok = document_write_file(&doc, r->format, r->css, c->o->output, false, &c->err);
	doc_clear(&doc);
	return ok;
}

/* FOLDER/NAME-2026-17.txt */
static char *file_of(const struct fees_call *c, const struct request *r, const char *person)
{
	size_t length = strlen(c->o->output);
	while (length > 1 && c->o->output[length - 1] == '/')
		length--;
	return str_format("%.*s/%s-%s%s-%s.%s", (int)length, c->o->output, r->name, c->o->run ? "lauf" : "", c->o->run ? c->o->run : c->o->year, person,
	                  document_format_suffix(r->format));
}

/* All of them or none: a part would stand in the way of the next attempt. */
static void forget(struct vec *paths, bool undo)
{
	for (size_t i = 0; i < paths->len; i++) {
		char **path = vec_at(paths, i);
		if (undo)
			unlink(*path);
		free(*path);
	}
	vec_clear(paths);
}

static bool write_each(struct fees_call *c, const struct request *r, const struct rowset *rows)
{
	size_t files = 0;
	bool ok = true;
	struct vec written = VEC_OF(char *);
	for (size_t i = 0, end; ok && i < rows->rows; i = end, files++) {
		struct doc doc;
		end = fee_person_end(rows, i);
		char *path = file_of(c, r, rowset_text(rows, i, "person_id"));
		doc_init(&doc, r->title, _("de"));
		add_part(r, c, rows, i, end, &doc);
		ok = document_write_file(&doc, r->format, r->css, path, false, &c->err);
		doc_clear(&doc);
		if (ok)
			vec_push(&written, &path);
		else
			free(path);
	}
	forget(&written, !ok);
	if (ok)
		say_files(c, files);
	return ok;
}

struct progress {
	struct fees_call *call;
	size_t persons;
};

/* One more is there. */
static void tell_progress(void *context, size_t written)
{
	const struct progress *p = context;
	if (p->call->o->progress) {
		fees_say(_("%zu von %zu\n"), written, p->persons);
		fflush(stdout);
	}
}

static bool write_pdfs(struct fees_call *c, const struct request *r, const struct rowset *rows)
{
	struct progress progress = { c, count_persons(rows) };
	struct pdf_pool *pool = pdf_pool_open(tell_progress, &progress);
	size_t files = 0;
	bool ok = true;
	for (size_t i = 0, end; ok && i < rows->rows; i = end, files++) {
		struct doc doc;
		end = fee_person_end(rows, i);
		char *path = file_of(c, r, rowset_text(rows, i, "person_id"));
		doc_init(&doc, r->title, _("de"));
		add_part(r, c, rows, i, end, &doc);
		ok = is_free(c, path) && pdf_pool_add(pool, &doc, r->css, path, &c->err);
		doc_clear(&doc);
		free(path);
	}
	ok = pdf_pool_close(&pool, &c->err) && ok;
	if (ok)
		say_files(c, files);
	return ok;
}

static bool write_rows(struct fees_call *c, const struct request *r, const struct rowset *rows)
{
	bool pdf = r->format == DOCUMENT_PDF;
	if (rows->rows == 0) {
		err_set(&c->err, "%s", _("dazu gibt es nichts"));
		return err_hint(&c->err, "%s", _("Gezählt werden freigegebene Läufe, bei Bescheinigungen nur, was gezahlt ist."));
	}
	if (!make_folder(c) || !check_output(c))
		return false;
	if (pdf && !is_folder(c->o->output) && count_persons(rows) > PDF_PERSONS_MAX) {
		err_set(&c->err, _("ein PDF mit mehr als %d Personen dauert zu lange"), PDF_PERSONS_MAX);
		return err_hint(&c->err, "%s", _("Einen Ordner angeben (NAME/): ein PDF je Person; HTML und Text gehen auch in eine Datei."));
	}
	if (c->check_only)
		return true;
	if (is_folder(c->o->output))
		return pdf ? write_pdfs(c, r, rows) : write_each(c, r, rows);
	return write_one(c, r, rows);
}

static bool for_persons(struct fees_call *c, struct request *r, const char *query, const char *const *params)
{
	struct rowset *rows = prepare(c, r) ? fee_call(c->db, query, params, &c->err) : NULL;
	bool ok = rows && write_rows(c, r, rows);
	rowset_free(&rows);
	free(r->css);
	return ok;
}

bool fees_statement(struct fees_call *c)
{
	const struct options *o = c->o;
	if ((o->person != NULL) == o->all || (o->run != NULL) == (o->year != NULL) || (o->year && !is_year(o->year)))
		return wrong(c, "fees statement --year 2026|--run N --person P|--all [--format text|html|pdf] [--output FILE|FOLDER]");
	char *title = o->year ? str_format(_("Abrechnung der Entschädigungen %s"), o->year)
	                      : str_format(_("Abrechnung der Entschädigungen, Lauf %s"), o->run);
	struct request r = { .name = "abrechnung", .title = title };
	const char *params[] = { c->body, o->person, o->year, o->run };
	bool ok = for_persons(c, &r, "fee_statement", params);
	free(title);
	return ok;
}

bool fees_certificate(struct fees_call *c)
{
	const struct options *o = c->o;
	if ((o->person != NULL) == o->all || !is_year(o->year))
		return wrong(c, "fees certificate --year 2026 --person P|--all [--format text|html|pdf] [--output FILE|FOLDER]");
	char *title = str_format(_("Bescheinigung über gezahlte Entschädigungen %s"), o->year);
	struct request r = { .name = "bescheinigung", .title = title, .certificate = true };
	const char *params[] = { c->body, o->person, o->year };
	bool ok = for_persons(c, &r, "fee_certificate", params);
	free(title);
	return ok;
}

/* A list of the whole year, as a document or as CSV. */
static bool list(struct fees_call *c, const char *query, const char *title_format, void (*build)(const struct rowset *, struct doc *))
{
	static const struct fees_column none[] = { { NULL, NULL, false } };
	const char *params[] = { c->body, c->o->year };
	bool csv = c->o->format && strcmp(c->o->format, "csv") == 0;
	struct request r = { .name = NULL };
	if (!is_year(c->o->year))
		return wrong(c, "--year 2026 [--format text|html|pdf|csv] [--output FILE]");
	if (!csv && !prepare(c, &r))
		return false;
	struct rowset *rows = fee_call(c->db, query, params, &c->err);
	bool ok = rows != NULL;
	ok = ok && check_output(c);
	if (ok && csv) {
		ok = fees_print(c, rows, none);
	} else if (ok && !c->check_only) {
		struct doc doc;
		char *title = str_format("%s %s", title_format, c->o->year);
		doc_init(&doc, title, _("de"));
		build(rows, &doc);
		ok = document_write_file(&doc, r.format, r.css, c->o->output, false, &c->err);
		doc_clear(&doc);
		free(title);
	}
	rowset_free(&rows);
	free(r.css);
	return ok;
}

bool fees_tax_list(struct fees_call *c)
{
	return list(c, "fee_tax_list", _("Liste für das Finanzamt"), fee_tax_list);
}

bool fees_budget(struct fees_call *c)
{
	return list(c, "fee_budget", _("Haushaltsliste der Entschädigungen"), fee_budget);
}
