/* ratstisch fees import: facts from CSV files, all of a file or nothing (doc/fee-import.md). See cmd_fees.h. */
#include "app/cmd_fees.h"

#include "base/encoding.h"
#include "base/fault.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/mem.h"
#include "domain/fee_facts.h"
#include "exchange/csv_in.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct import {
	const struct fact_kind *kind;
	const char *file;
	bool begun;                   /* the header was read */
	bool wrong_header;
	size_t columns;
	int known[CSV_COLUMNS_MAX];   /* of the file: index into the kind's columns, -1 after a fault */
	char *headers[CSV_COLUMNS_MAX];
	struct str rows;              /* JSON */
	struct json json;
	size_t count;                 /* rows of data, wrong ones too */
	struct vec faults;
};

/* --- reading ------------------------------------------------------------------------ */

static void fault_in(struct import *im, unsigned line, const char *column, const char *text)
{
	if (*column)
		fault_add(&im->faults, im->file, line, _("Spalte „%s“: %s"), column, text);
	else
		fault_add(&im->faults, im->file, line, "%s", text);
}

static void name_columns(const struct fact_kind *kind, struct str *out)
{
	for (const struct fact_column *c = kind->columns; c->key; c++) {
		str_add(out, c == kind->columns ? "" : ", ");
		fact_heading(c, out);
	}
}

static void read_header(struct import *im, unsigned line, const char *const *cells, size_t count)
{
	struct str text = { 0 };
	im->begun = true;
	im->columns = count;
	for (size_t i = 0; i < count; i++) {
		im->headers[i] = mem_strdup(cells[i]);
		im->known[i] = fact_find_column(im->kind, cells[i]);
		if (im->known[i] < 0) {
			name_columns(im->kind, &text);
			fault_add(&im->faults, im->file, line, _("unbekannte Spalte „%s“ (erlaubt: %s)"), cells[i], str_text(&text));
			str_clear(&text);
		}
		for (size_t j = 0; j < i; j++)
			if (im->known[i] >= 0 && im->known[j] == im->known[i])
				fault_add(&im->faults, im->file, line, _("die Spalte „%s“ steht doppelt"), cells[i]);
	}
	for (int k = 0; im->kind->columns[k].key; k++) {
		bool there = !im->kind->columns[k].required;
		for (size_t i = 0; i < count && !there; i++)
			there = im->known[i] == k;
		if (!there) {
			fact_heading(&im->kind->columns[k], &text);
			fault_add(&im->faults, im->file, line, _("die Spalte „%s“ fehlt"), str_text(&text));
			str_clear(&text);
		}
	}
}

/* Empty cells are absent; what is absent has its value where the kind says one. */
static bool add_cell(struct import *im, struct json *j, unsigned line, size_t at, const char *cell)
{
	const struct fact_column *c = &im->kind->columns[im->known[at]];
	struct str value = { 0 }, fault = { 0 };
	bool ok = true;
	if (*cell)
		ok = fact_value(c, cell, &value, &fault);
	else if (c->required)
		ok = (str_add(&fault, _("hier fehlt ein Wert")), false);
	if (!ok)
		fault_in(im, line, im->headers[at], str_text(&fault));
	else if (*cell || c->absent)
		json_text(j, c->key, *cell ? str_text(&value) : c->absent);
	str_clear(&value);
	str_clear(&fault);
	return ok;
}

static void add_absent(struct import *im, struct json *j)
{
	for (int k = 0; im->kind->columns[k].key; k++) {
		bool there = im->kind->columns[k].absent == NULL;
		for (size_t i = 0; i < im->columns && !there; i++)
			there = im->known[i] == k;
		if (!there)
			json_text(j, im->kind->columns[k].key, im->kind->columns[k].absent);
	}
}

static void read_row(struct import *im, unsigned line, const char *const *cells, size_t count)
{
	struct str row = { 0 };
	struct json j = JSON_INTO(&row);
	im->count++;
	bool ok = count <= im->columns;
	if (!ok)
		fault_add(&im->faults, im->file, line, _("%zu Felder, die Kopfzeile hat %zu"), count, im->columns);
	json_open(&j, NULL, '{');
	json_integer(&j, "line", line);
	for (size_t i = 0; i < im->columns && count <= im->columns; i++)
		if (im->known[i] >= 0)
			ok = add_cell(im, &j, line, i, i < count ? cells[i] : "") && ok;
	add_absent(im, &j);
	json_close(&j, '}');
	if (ok) {
		str_add(&im->rows, im->json.comma ? "," : "");
		str_add_n(&im->rows, row.data, row.len);
		im->json.comma = true;
	}
	str_clear(&row);
}

static void on_row(void *context, unsigned line, const char *const *cells, size_t count)
{
	struct import *im = context;
	if (!im->begun) {
		read_header(im, line, cells, count);
		im->wrong_header = im->faults.len > 0;
	} else if (!im->wrong_header) { /* what a line says is not known then */
		read_row(im, line, cells, count);
	}
}

/* No more of it than shows that it is too large. */
static bool read_file(const char *path, struct str *out, struct err *err)
{
	char bytes[65536];
	FILE *f = fopen(path, "rbe");
	bool ok = f != NULL;
	for (size_t n = 1; ok && n > 0 && out->len <= CSV_BYTES_MAX;) {
		n = fread(bytes, 1, sizeof(bytes), f);
		str_add_n(out, bytes, n);
		ok = !ferror(f);
	}
	if (!ok) {
		err_set(err, "%s", _("die Datei lässt sich nicht lesen"));
		err_detail(err, "%s: %s", path, strerror(errno));
		err_hint(err, "%s", _("Name und Rechte prüfen."));
	} else if (out->len > CSV_BYTES_MAX) {
		ok = err_set(err, _("die Datei ist größer als %d MiB"), CSV_BYTES_MAX >> 20);
		err_hint(err, "%s", _("Bitte teilen."));
	}
	if (f)
		fclose(f);
	return ok;
}

static bool read_rows(struct fees_call *c, struct import *im)
{
	struct str bytes = { 0 }, text = { 0 };
	bool guessed = false;
	bool ok = read_file(im->file, &bytes, &c->err) && csv_decode(str_text(&bytes), bytes.len, c->o->encoding, &text, &guessed, &c->err);
	if (ok && guessed)
		fees_say(_("%s ist kein UTF-8: gelesen als Windows-1252.\n"), im->file);
	json_open(&im->json, NULL, '[');
	if (ok)
		csv_read(&text, im->file, on_row, im, &im->faults);
	json_close(&im->json, ']');
	if (ok && !im->begun)
		fault_add(&im->faults, im->file, 0, "%s", _("die Datei ist leer: die Kopfzeile fehlt"));
	str_clear(&bytes);
	str_clear(&text);
	return ok;
}

/* --- the database's view -------------------------------------------------------------- */

/* As the file calls the column; where it has none, as the kind does. */
static void add_fault(struct import *im, const struct rowset *rows, size_t row)
{
	const char *field = rowset_text(rows, row, "field");
	struct str name = { 0 };
	for (size_t i = 0; *field && i < im->columns && !name.len; i++)
		if (im->known[i] >= 0 && strcmp(im->kind->columns[im->known[i]].key, field) == 0)
			str_add(&name, im->headers[i]);
	for (int k = 0; *field && im->kind->columns[k].key && !name.len; k++)
		if (strcmp(im->kind->columns[k].key, field) == 0)
			fact_heading(&im->kind->columns[k], &name);
	fault_in(im, (unsigned)rowset_int(rows, row, "line"), str_text(&name), rowset_text(rows, row, "message"));
	str_clear(&name);
}

/* Rows that are right by themselves are compared even when others are not: all faults come at once. */
static bool send_rows(struct fees_call *c, struct import *im)
{
	bool dry = c->o->dry_run || im->faults.len > 0;
	const char *params[] = { c->body, im->kind->name, str_text(&im->rows), dry ? "t" : "f" };
	struct rowset *rows = db_call(c->db, query_find("import_fees"), params, &c->err);
	if (!rows)
		return false;
	for (size_t i = 0; i < rows->rows; i++) {
		if (rowset_named(rows, i, "line"))
			add_fault(im, rows, i);
		else if (im->faults.len == 0)
			fees_say(c->o->dry_run ? _("%s: %s Zeilen kämen dazu, %s sind schon da; nichts wurde geschrieben.\n")
					       : _("%s: %s Zeilen übernommen, %s waren schon da.\n"),
				im->file, rowset_text(rows, i, "added"), rowset_text(rows, i, "known"));
	}
	rowset_free(&rows);
	return true;
}

static void print_faults(struct import *im)
{
	faults_sort(&im->faults);
	for (size_t i = 0; i < im->faults.len && i < CSV_FAULTS_MAX; i++) {
		char *text = fault_text(vec_at(&im->faults, i));
		char *line = str_format("%s\n", text);
		encoding_write(stderr, line);
		free(line);
		free(text);
	}
}

static void import_clear(struct import *im)
{
	for (size_t i = 0; i < im->columns; i++)
		free(im->headers[i]);
	str_clear(&im->rows);
	faults_clear(&im->faults);
}

static bool unknown_kind(struct fees_call *c)
{
	struct str names = { 0 };
	for (const struct fact_kind *k = fact_kinds; k->name; k++)
		str_addf(&names, "%s%s", k == fact_kinds ? "" : ", ", k->name);
	err_set(&c->err, _("„%s“ lässt sich nicht einlesen"), c->words[0]);
	err_hint(&c->err, _("erlaubt: %s"), str_text(&names));
	str_clear(&names);
	return false;
}

bool fees_import(struct fees_call *c)
{
	struct import im = { .kind = fact_find_kind(c->words[0]), .file = c->words[1], .faults = VEC_OF(struct fault) };
	if (!im.kind)
		return unknown_kind(c);
	im.json = (struct json)JSON_INTO(&im.rows);
	bool ok = read_rows(c, &im) && (im.count == 0 || send_rows(c, &im));
	print_faults(&im);
	if (ok && im.faults.len > 0) {
		ok = err_set(&c->err, _("%zu Fehler; nichts wurde übernommen"), im.faults.len);
		err_hint(&c->err, "%s", _("Die Datei berichtigen und noch einmal einlesen."));
	} else if (ok && im.count == 0) {
		fees_say(_("%s: keine Zeilen.\n"), im.file);
	}
	import_clear(&im);
	return ok;
}
