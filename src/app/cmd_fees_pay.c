/*
 * fees pay and fees check-payment. See cmd_fees.h.
 *
 * One transaction: the database makes the rows of the file and names them; the
 * bytes are built from these rows, checked as a stranger's file would be, and
 * lie on the disk as FILE.part; its checksum is kept; commit; FILE gets its
 * name. Whatever fails before the commit leaves neither rows nor a file;
 * whatever fails after it is mended by --again, which gives the same bytes.
 */
#include "app/cmd_fees.h"
#include "app/fee_words.h"
#include "app/part_file.h"
#include "base/date.h"
#include "base/encoding.h"
#include "base/fault.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "document/text.h"
#include "exchange/sepa.h"
#include "exchange/sepa_check.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SHEET_WIDTH 80

struct payment {
	struct rowset *rows, *head, *transfers, *accounts; /* rows: NULL when it is written again */
	struct sepa_file file;
	struct vec changes; /* struct sepa_change */
	struct str bytes;
	char *sha256;
};

static void payment_clear(struct payment *p)
{
	rowset_free(&p->rows);
	rowset_free(&p->head);
	rowset_free(&p->transfers);
	rowset_free(&p->accounts);
	sepa_file_clear(&p->file);
	sepa_changes_clear(&p->changes);
	str_clear(&p->bytes);
	free(p->sha256);
}

/* ---- from rows to bytes ---- */

static char *copy_of(const struct rowset *rows, size_t row, const char *name)
{
	return mem_strdup(rowset_text(rows, row, name));
}

/* A sum may be larger than one amount; both have two decimals. */
static int64_t cents_of(const char *numeric)
{
	const char *point = strchr(numeric, '.');
	return strtoll(numeric, NULL, 10) * 100 + (point ? strtoll(point + 1, NULL, 10) : 0);
}

static void fill_file(struct payment *p)
{
	struct sepa_file *f = &p->file;
	sepa_file_init(f);
	sepa_format_parse(rowset_text(p->head, 0, "format"), &f->format);
	f->message_id = copy_of(p->head, 0, "message_id");
	f->created = copy_of(p->head, 0, "created");
	f->executed_on = copy_of(p->head, 0, "executed_on");
	f->count = (size_t)rowset_int(p->head, 0, "entries");
	f->cents = cents_of(rowset_text(p->head, 0, "total"));
	f->from.name = copy_of(p->head, 0, "debtor_name");
	f->from.iban = copy_of(p->head, 0, "debtor_iban");
	f->from.bic = copy_of(p->head, 0, "debtor_bic");
	for (size_t i = 0; i < p->transfers->rows; i++) {
		struct sepa_transfer *t = vec_add(&f->transfers);
		t->end_to_end = copy_of(p->transfers, i, "end_to_end");
		t->cents = cents_of(rowset_text(p->transfers, i, "amount"));
		t->purpose = copy_of(p->transfers, i, "purpose");
		t->to.name = copy_of(p->transfers, i, "name");
		t->to.iban = copy_of(p->transfers, i, "iban");
		t->to.bic = copy_of(p->transfers, i, "bic");
	}
}

static void print_faults(const struct vec *faults, FILE *to)
{
	for (size_t i = 0; i < faults->len; i++) {
		char *text = fault_text(vec_at(faults, i));
		char *line = str_format("%s\n", text);
		encoding_write(to, line);
		free(line);
		free(text);
	}
}

/* Our rules on the rows, then everything on the finished bytes. The day it was made counts: it may be written again later. */
static bool build(struct payment *p, const char *name, struct err *err)
{
	struct vec faults = VEC_OF(struct fault);
	const char *today = rowset_text(p->head, 0, "created_on");
	fill_file(p);
	sepa_prepare(&p->file, &p->changes);
	sepa_faults(&p->file, name, today, &faults);
	if (faults.len == 0 && !sepa_write(&p->file, &p->bytes))
		fault_add(&faults, name, 0, "%s", _("die Datei lässt sich nicht erzeugen"));
	if (faults.len == 0)
		sepa_check(str_text(&p->bytes), p->bytes.len, name, today, &faults, NULL);
	bool ok = faults.len == 0;
	if (!ok) {
		char *lines = fee_fault_lines(&faults);
		err_set(err, "%s", _("die Zahlungsdatei wäre fehlerhaft; nichts ist gezahlt"));
		err_detail(err, "%s", lines);
		free(lines);
		err_hint(err, "%s", _("Die genannten Angaben berichtigen und noch einmal."));
	}
	faults_clear(&faults);
	return ok;
}

static bool load(struct db *db, struct payment *p, const char *number, const char *name, struct err *err)
{
	const char *params[] = { number };
	p->head = fee_call(db, "load_payment", params, err);
	if (p->head)
		p->transfers = fee_call(db, "list_transfers", params, err);
	if (p->transfers)
		p->accounts = fee_call(db, "payment_accounts", params, err);
	return p->accounts && build(p, name, err);
}

/* The server keeps the checksum, or says that it is another. */
static bool seal(struct db *db, struct payment *p, const char *number, struct err *err)
{
	char *bytes = fee_bytea(&p->bytes);
	const char *params[] = { number, bytes };
	struct rowset *rows = fee_call(db, "seal_file", params, err);
	if (rows)
		p->sha256 = copy_of(rows, 0, "sha256");
	rowset_free(&rows);
	free(bytes);
	return p->sha256 != NULL;
}

/* ---- the control sheet ---- */

static void sheet_head(const struct payment *p, const char *path, struct doc *doc)
{
	const struct rowset *h = p->head;
	int32_t day = DATE_NONE;
	char text[DATE_TEXT];
	char *total = fee_money(rowset_text(h, 0, "total"));
	date_parse_iso(rowset_text(h, 0, "executed_on"), &day);
	doc_pairs(doc);
	doc_pair(doc, _("Datei"), path);
	doc_pair(doc, _("Nummer"), rowset_text(h, 0, "id"));
	doc_pair(doc, _("Nachricht"), rowset_text(h, 0, "message_id"));
	doc_pair(doc, _("Form"), rowset_text(h, 0, "format"));
	doc_pair(doc, _("Ausführung"), date_format(day, text));
	if (*rowset_text(h, 0, "closed_label")) {
		char *closed = fee_closed_day(rowset_text(h, 0, "closed_label"), rowset_text(h, 0, "next_day"));
		doc_pair(doc, _("Achtung"), closed);
		free(closed);
	}
	doc_pair(doc, _("Auftraggeber"), p->file.from.name);
	doc_pair(doc, _("Konto"), p->file.from.iban);
	if (*rowset_text(h, 0, "payer"))
		doc_pair(doc, _("Zahlstelle"), rowset_text(h, 0, "payer"));
	doc_pair(doc, _("Überweisungen"), rowset_text(h, 0, "entries"));
	doc_pair(doc, _("Summe EUR"), total);
	doc_pair(doc, "SHA-256", p->sha256);
	free(total);
}

static void add_money(struct doc *doc, const char *numeric)
{
	char *text = fee_money(numeric);
	doc_table_text(doc, text);
	free(text);
}

static void sheet_accounts(const struct payment *p, struct doc *doc)
{
	const char *const headers[] = { _("Konto"), _("Kostenstelle"), _("Betrag") };
	doc_table(doc, _("Beträge nach Konten"), 3, headers)->right = 4;
	for (size_t i = 0; i < p->accounts->rows; i++) {
		doc_table_text(doc, rowset_text(p->accounts, i, "account"));
		doc_table_text(doc, rowset_text(p->accounts, i, "cost_centre"));
		add_money(doc, rowset_text(p->accounts, i, "amount"));
	}
}

/* The purpose of all transfers is changed alike: each text once, with the first it stands in. */
static bool is_known(const struct vec *changes, size_t at)
{
	const struct sepa_change *c = vec_at(changes, at);
	for (size_t i = 0; i < at; i++) {
		const struct sepa_change *earlier = vec_at(changes, i);
		if (strcmp(earlier->from, c->from) == 0 && strcmp(earlier->to, c->to) == 0)
			return true;
	}
	return false;
}

static void sheet_changes(const struct payment *p, struct doc *doc)
{
	const char *const headers[] = { _("zuerst in"), _("Text"), _("in der Datei") };
	if (p->changes.len == 0)
		return;
	doc_table(doc, _("Für die Bank geänderte Texte"), 3, headers);
	for (size_t i = 0; i < p->changes.len; i++) {
		const struct sepa_change *c = vec_at(&p->changes, i);
		if (is_known(&p->changes, i))
			continue;
		doc_table_text(doc, c->id);
		doc_table_text(doc, c->from);
		doc_table_text(doc, c->to);
	}
}

static void sheet_left_out(const struct payment *p, struct doc *doc)
{
	const char *const headers[] = { _("Person"), _("offen"), _("Grund") };
	size_t left = 0;
	for (size_t i = 0; p->rows && i < p->rows->rows; i++) {
		const char *reason = rowset_text(p->rows, i, "reason");
		if (!*reason || strcmp(reason, "zero") == 0)
			continue;
		if (left++ == 0)
			doc_table(doc, _("Nicht gezahlt, bleibt offen"), 3, headers)->right = 2;
		doc_table_text(doc, rowset_text(p->rows, i, "person"));
		add_money(doc, rowset_text(p->rows, i, "amount"));
		doc_table_text(doc, fee_reason(reason));
	}
	if (p->rows && left == 0)
		doc_paragraph_text(doc, _("Alle offenen Beträge sind in der Datei."));
}

static void write_sheet(const struct payment *p, const char *path, struct str *text)
{
	struct doc doc;
	doc_init(&doc, _("Begleitzettel zur Zahlungsdatei"), _("de"));
	sheet_head(p, path, &doc);
	sheet_accounts(p, &doc);
	sheet_changes(p, &doc);
	sheet_left_out(p, &doc);
	document_write_text(&doc, SHEET_WIDTH, text);
	doc_clear(&doc);
}

/* ---- fees pay ---- */

/* A statement of the transaction, which gives no rows. */
static bool run(struct db *db, const char *query, struct err *err)
{
	struct rowset *rows = fee_call(db, query, NULL, err);
	bool ok = rows != NULL;
	rowset_free(&rows);
	return ok;
}

static bool make_rows(struct fees_call *c, const char *day, struct payment *p)
{
	const struct options *o = c->o;
	const char *params[] = { c->body, o->payer ? o->payer : "", day, o->format ? o->format : sepa_format_name(SEPA_09) };
	p->rows = fee_call(c->db, "make_payment", params, &c->err);
	return p->rows != NULL;
}

static bool commit(struct db *db, const char *number, struct err *err)
{
	if (run(db, "commit_transaction", err))
		return true;
	return err_hint(err, _("Ob die Datei %s verbucht ist, weiß nur der Server: 'ratstisch fees pay --again %s' schreibt sie dann."),
	                number, number);
}

static bool pay(struct fees_call *c, const char *day, struct payment *p)
{
	const char *output = c->o->output;
	bool begun = run(c->db, "begin_transaction", &c->err), written = false;
	bool ok = begun && make_rows(c, day, p);
	const char *number = ok ? rowset_text(p->rows, 0, "file_id") : "";
	ok = ok && load(c->db, p, number, output, &c->err);
	written = ok && part_file_write(output, &p->bytes, &c->err);
	ok = written && seal(c->db, p, number, &c->err);
	if (begun && !ok) {
		struct err ignored = { 0 };
		run(c->db, "rollback_transaction", &ignored);
		err_clear(&ignored);
	}
	ok = ok && commit(c->db, number, &c->err);
	if (written && !ok)
		part_file_drop(output);
	if (ok && !part_file_keep(output, &c->err))
		return err_hint(&c->err, _("Verbucht ist sie: 'ratstisch fees pay --again %s --output DATEI' schreibt sie."), number);
	return ok;
}

/* The same bytes again; only as long as the bank has not got them. */
static bool again(struct fees_call *c, struct payment *p)
{
	const struct options *o = c->o;
	return load(c->db, p, o->again, o->output, &c->err) && seal(c->db, p, o->again, &c->err) &&
	       part_file_write(o->output, &p->bytes, &c->err) && part_file_keep(o->output, &c->err);
}

/* Is what was asked for one of the two ways? */
static bool is_asked_well(struct fees_call *c)
{
	const struct options *o = c->o;
	enum sepa_format format;
	if (o->output && sepa_format_parse(o->format, &format) && !(o->again && (o->payer || o->on || o->format)))
		return true;
	err_set(&c->err, "%s", _("so geht 'fees pay' nicht"));
	return err_hint(&c->err, "%s", _("fees pay [--payer ZAHLSTELLE] [--on TAG] [--format pain.001.001.09|pain.001.001.03] --output DATEI, oder fees pay --again NUMMER --output DATEI"));
}

/* The day of --on as typed; without it the next on which banks work. */
static bool choose_day(struct fees_call *c, char *day)
{
	struct rowset *rows = c->o->on ? NULL : fees_banking_day(c);
	if (rows)
		snprintf(day, DATE_TEXT, "%s", rowset_text(rows, 0, "next_day"));
	bool ok = c->o->on ? fee_day(c->o->on, day, &c->err) : rows != NULL;
	rowset_free(&rows);
	return ok;
}

struct rowset *fees_banking_day(struct fees_call *c)
{
	char day[DATE_TEXT];
	const char *params[] = { c->o->on ? day : NULL };
	return !c->o->on || fee_day(c->o->on, day, &c->err) ? fee_call(c->db, "banking_day", params, &c->err) : NULL;
}

bool fees_pay_sheet(struct fees_call *c, struct str *sheet)
{
	struct payment p = { .changes = VEC_OF(struct sepa_change) };
	char day[DATE_TEXT];
	sepa_file_init(&p.file);
	bool ok = is_asked_well(c) && (c->o->again ? again(c, &p) : choose_day(c, day) && pay(c, day, &p));
	if (ok)
		write_sheet(&p, c->o->output, sheet);
	payment_clear(&p);
	return ok;
}

/* On standard error, beside the sheet: nobody is there to be asked. */
static void warn_of_day(struct fees_call *c)
{
	struct rowset *rows = c->o->on ? fees_banking_day(c) : NULL;
	if (rows && *rowset_text(rows, 0, "closed_label")) {
		char *closed = fee_closed_day(rowset_text(rows, 0, "closed_label"), rowset_text(rows, 0, "next_text"));
		char *line = str_format(_("Achtung: %s (--on %s)\n"), closed, rowset_text(rows, 0, "next_day"));
		encoding_write(stderr, line);
		free(closed);
		free(line);
	}
	rowset_free(&rows);
	err_clear(&c->err); /* said again by what follows */
}

bool fees_pay(struct fees_call *c)
{
	struct str sheet = { 0 };
	warn_of_day(c);
	bool ok = fees_pay_sheet(c, &sheet);
	fputs(str_text(&sheet), stdout);
	str_clear(&sheet);
	return ok;
}

/* ---- fees check-payment ---- */

/* No more is read than shows that the file is too large. */
static bool read_file(const char *path, struct str *out, struct err *err)
{
	char bytes[65536];
	FILE *f = fopen(path, "rbe");
	bool ok = f != NULL;
	while (ok && out->len <= SEPA_BYTES_MAX) {
		size_t n = fread(bytes, 1, sizeof(bytes), f);
		str_add_n(out, bytes, n);
		ok = !ferror(f);
		if (n < sizeof(bytes))
			break;
	}
	if (!ok) {
		err_set(err, "%s", _("die Datei lässt sich nicht lesen"));
		err_detail(err, "%s: %s", path, strerror(errno));
		err_hint(err, "%s", _("Name und Rechte prüfen."));
	}
	if (f)
		fclose(f);
	return ok;
}

bool fees_check_payment(struct fees_call *c)
{
	const char *path = c->words[0];
	struct str bytes = { 0 };
	struct vec faults = VEC_OF(struct fault);
	struct sepa_summary sum;
	char today[DATE_TEXT], number[32];
	bool ok = read_file(path, &bytes, &c->err) &&
	          sepa_check(str_text(&bytes), bytes.len, path, date_format_iso(date_today(), today), &faults, &sum);
	print_faults(&faults, stdout);
	if (ok) {
		snprintf(number, sizeof(number), "%lld.%02d", (long long)(sum.cents / 100), (int)(sum.cents % 100));
		char *money = fee_money(number);
		fees_say(_("%zu Überweisungen, %s EUR, kein Fehler\n"), sum.count, money);
		free(money);
	}
	faults_clear(&faults);
	str_clear(&bytes);
	return ok;
}
