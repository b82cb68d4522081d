/* fees export: posting files by template, and the journal that reconciles with them. See cmd_fees.h. */
#include "app/cmd_fees.h"
#include "app/fee_words.h"
#include "app/part_file.h"
#include "base/fault.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "exchange/posting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool wants(struct fees_call *c, bool there, const char *how)
{
	if (there)
		return true;
	err_set(&c->err, "%s", _("dem Aufruf fehlt etwas"));
	return err_hint(&c->err, "%s", how);
}

/* ---- posting files ---- */

static struct rowset *load_template(struct fees_call *c)
{
	const char *params[] = { c->body, c->o->template };
	struct rowset *rows = fee_call(c->db, "posting_template", params, &c->err);
	if (rows && rows->rows == 0) {
		rowset_free(&rows);
		err_set(&c->err, _("die Vorlage „%s“ gibt es nicht"), c->o->template);
		err_hint(&c->err, "%s", _("'ratstisch fees export templates' nennt alle."));
	}
	return rows;
}

static bool render(struct fees_call *c, const struct rowset *template, const struct rowset *head, const struct rowset *lines,
                   struct str *bytes)
{
	struct vec faults = VEC_OF(struct fault);
	bool ok = posting_render(template, head, lines, c->o->output, &faults, bytes);
	if (!ok) {
		char *all = fee_fault_lines(&faults);
		err_set(&c->err, "%s", _("Buchungsdatei fehlerhaft"));
		err_detail(&c->err, "%s", all);
		err_hint(&c->err, "%s", _("Die genannten Angaben oder die Vorlage berichtigen; Konten, Kostenstellen und Lohnarten stehen in der Satzung."));
		free(all);
	}
	faults_clear(&faults);
	return ok;
}

/* The row of register_posting; the server compares the sum with the run. */
static struct rowset *register_file(struct fees_call *c, const struct rowset *template, const struct rowset *head,
                                    const struct rowset *lines, const struct str *bytes)
{
	char *content = fee_bytea(bytes);
	char entries[32];
	snprintf(entries, sizeof(entries), "%zu", lines->rows);
	const char *params[] = { c->o->run, c->o->template, rowset_text(template, 0, "grouping"), entries,
		                 rowset_text(head, 0, "total"), content };
	struct rowset *rows = fee_call(c->db, "register_posting", params, &c->err);
	free(content);
	return rows;
}

static bool step(struct fees_call *c, const char *query)
{
	struct rowset *rows = fee_call(c->db, query, NULL, &c->err);
	bool ok = rows != NULL;
	rowset_free(&rows);
	return ok;
}

static void say_done(const struct rowset *done, const struct rowset *head, const struct rowset *lines, struct str *said)
{
	char *total = fee_money(rowset_text(head, 0, "total"));
	str_addf(said, _("Datei %s: %zu Buchungen, %s EUR, SHA-256 %s%s\n"), rowset_text(done, 0, "file_id"), lines->rows, total,
	         rowset_text(done, 0, "sha256"), rowset_bool(done, 0, "again") ? _(" (dieselbe noch einmal)") : "");
	free(total);
}

/* As for payments: the row and the bytes on the disk before the commit, the name after it. */
static bool write_posting(struct fees_call *c, const struct rowset *template, const struct rowset *head, const struct rowset *lines,
                          struct str *said)
{
	struct str bytes = { 0 };
	struct rowset *done = NULL;
	bool written = false;
	bool ok = render(c, template, head, lines, &bytes) && step(c, "begin_transaction");
	if (ok) {
		done = register_file(c, template, head, lines, &bytes);
		written = done && part_file_write(c->o->output, &bytes, &c->err);
		ok = written;
		if (!ok) {
			struct err kept = { 0 };
			err_move(&kept, &c->err);
			step(c, "rollback_transaction");
			err_clear(&c->err);
			err_move(&c->err, &kept);
		}
	}
	ok = ok && step(c, "commit_transaction");
	if (written && !ok)
		part_file_drop(c->o->output);
	ok = ok && part_file_keep(c->o->output, &c->err);
	if (ok)
		say_done(done, head, lines, said);
	rowset_free(&done);
	str_clear(&bytes);
	return ok;
}

bool fees_posting(struct fees_call *c, struct str *said)
{
	const struct options *o = c->o;
	if (!wants(c, o->run && o->template && o->output, "fees export posting --run N --template NAME --output FILE"))
		return false;
	struct rowset *template = load_template(c), *head = NULL, *lines = NULL;
	if (template) {
		const char *params[] = { o->run, rowset_text(template, 0, "grouping") };
		head = fee_call(c->db, "posting_head", params, &c->err);
		lines = head ? fee_call(c->db, "posting_lines", params, &c->err) : NULL;
	}
	bool ok = lines && lines->rows > 0;
	if (lines && !ok)
		err_set(&c->err, "%s", _("es ist nichts zu buchen"));
	ok = ok && write_posting(c, template, head, lines, said);
	rowset_free(&template);
	rowset_free(&head);
	rowset_free(&lines);
	return ok;
}

static bool export_posting(struct fees_call *c)
{
	struct str said = { 0 };
	bool ok = fees_posting(c, &said);
	fees_say("%s", str_text(&said));
	str_clear(&said);
	return ok;
}

static bool export_templates(struct fees_call *c)
{
	static const struct fees_column columns[] = { { "name", N_("Vorlage"), false }, { "title", N_("Bezeichnung"), false },
		{ NULL, NULL, false } };
	const char *params[] = { c->body };
	struct rowset *rows = fee_call(c->db, "list_posting_templates", params, &c->err);
	bool ok = rows && fees_print(c, rows, columns);
	rowset_free(&rows);
	return ok;
}

/* ---- the journal ---- */

static const char *const money_columns[] = { "amount", "transferred", "settled", "open" };

/* Amounts as people read them; CSV keeps those of the database. */
static struct rowset *in_german(const struct rowset *rows)
{
	struct rowset *out = rowset_new(rows->cols, (const char *const *)rows->names);
	for (size_t i = 0; i < rows->rows; i++) {
		char *money[4] = { NULL };
		const char **values = mem_zalloc(rows->cols, sizeof(*values));
		for (size_t k = 0; k < rows->cols; k++)
			values[k] = rowset_get(rows, i, (int)k);
		for (size_t k = 0; k < 4; k++) {
			int at = rowset_find(rows, money_columns[k]);
			if (at >= 0 && values[at])
				values[at] = money[k] = fee_money(values[at]);
		}
		rowset_add(out, values);
		for (size_t k = 0; k < 4; k++)
			free(money[k]);
		free(values);
	}
	return out;
}

static void say_sum(const char *what, const struct rowset *sum, const char *name)
{
	char *money = fee_money(rowset_text(sum, 0, name));
	fees_say("%s:%*s%s\n", what, 22 - text_width(what), "", money);
	free(money);
}

static bool say_sums(struct fees_call *c, const struct rowset *sum)
{
	say_sum(_("Posten"), sum, "items");
	say_sum(_("geschuldet"), sum, "dues");
	say_sum(_("überwiesen"), sum, "transferred");
	say_sum(_("anders ausgeglichen"), sum, "settled");
	say_sum(_("offen"), sum, "open");
	say_sum(_("davon vorgetragen"), sum, "carried");
	say_sum(_("Buchungsdatei"), sum, "posted");
	if (rowset_bool(sum, 0, "balanced")) {
		fees_say("%s\n", _("Posten, Schulden, Zahlungen und Buchungsdatei stimmen auf den Cent überein."));
		return true;
	}
	err_set(&c->err, "%s", _("das Journal stimmt nicht"));
	return err_hint(&c->err, "%s", _("Posten, Schulden, Zahlungen und Buchungsdatei müssen dieselbe Summe ergeben."));
}

static bool export_journal(struct fees_call *c)
{
	static const struct fees_column columns[] = { { "account", N_("Konto"), false }, { "cost_centre", N_("Kostenst."), false },
		{ "name", N_("Person"), false }, { "payer", N_("Zahlstelle"), false }, { "amount", N_("Betrag"), true },
		{ "transferred", N_("überwiesen"), true }, { "settled", N_("ausgeglichen"), true }, { "open", N_("offen"), true },
		{ NULL, NULL, false } };
	const char *params[] = { c->o->run };
	bool csv = c->o->format && strcmp(c->o->format, "csv") == 0;
	if (!wants(c, c->o->run, "fees export journal --run N [--format csv]"))
		return false;
	struct rowset *sum = fee_call(c->db, "fee_journal_sum", params, &c->err);
	struct rowset *rows = sum ? fee_call(c->db, "fee_journal", params, &c->err) : NULL;
	struct rowset *shown = rows && !csv ? in_german(rows) : NULL;
	bool ok = rows && fees_print(c, shown ? shown : rows, columns) && (csv || say_sums(c, sum));
	rowset_free(&sum);
	rowset_free(&rows);
	rowset_free(&shown);
	return ok;
}

/* ---- items: each amount with all that it follows from ---- */

static bool export_items(struct fees_call *c)
{
	static const struct fees_column columns[] = {
		{ "name", N_("Person"), false },   { "label", N_("Regel"), false },  { "day", N_("Tag"), false },
		{ "what", N_("Was"), false },      { "rate", N_("Satz"), true },     { "quantity", N_("Menge"), true },
		{ "cut", N_("gekürzt"), true },    { "amount", N_("Betrag"), true }, { "before", N_("bisher"), true },
		{ NULL, NULL, false },
	};
	const char *params[] = { c->o->run };
	if (!wants(c, c->o->run, "fees export items --run N [--format csv] [--output FILE]"))
		return false;
	struct rowset *rows = fee_call(c->db, "fee_items_out", params, &c->err);
	bool ok = rows && fees_print(c, rows, columns);
	rowset_free(&rows);
	return ok;
}

bool fees_export(struct fees_call *c)
{
	static const struct {
		const char *word;
		fees_verb *run;
	} kinds[] = { { "items", export_items }, { "posting", export_posting }, { "journal", export_journal }, { "templates", export_templates } };
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(c->words[0], kinds[i].word) == 0)
			return kinds[i].run(c);
	err_set(&c->err, _("„%s“ lässt sich nicht ausgeben"), c->words[0]);
	return err_hint(&c->err, "items, posting, journal, templates");
}
