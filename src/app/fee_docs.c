/* See fee_docs.h. */
#include "app/fee_docs.h"

#include "app/fee_words.h"
#include "base/i18n.h"
#include "base/str.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RIGHT(column) (UINT32_C(1) << (column))

/* Sums are made in cents: rows come as exact decimals of two digits. */
static int64_t cents_of(const char *numeric)
{
	const char *digits = numeric + (*numeric == '-'), *point = strchr(digits, '.');
	int64_t part = 0;
	if (point && point[1])
		part = (point[1] - '0') * 10 + (point[2] ? point[2] - '0' : 0);
	int64_t cents = strtoll(digits, NULL, 10) * 100 + part;
	return *numeric == '-' ? -cents : cents;
}

static int64_t sum_of(const struct rowset *rows, size_t from, size_t end, const char *name)
{
	int64_t sum = 0;
	for (size_t i = from; i < end; i++)
		sum += cents_of(rowset_text(rows, i, name));
	return sum;
}

static void add_money(struct doc *doc, const char *numeric)
{
	char *text = fee_money(numeric);
	doc_table_text(doc, text);
	free(text);
}

static char *cents_text(int64_t cents)
{
	char numeric[40];
	int64_t size = cents < 0 ? -cents : cents;
	snprintf(numeric, sizeof(numeric), "%s%" PRId64 ".%02d", cents < 0 ? "-" : "", size / 100, (int)(size % 100));
	return fee_money(numeric);
}

static void add_cents(struct doc *doc, int64_t cents)
{
	char *text = cents_text(cents);
	doc_table_text(doc, text);
	free(text);
}

size_t fee_person_end(const struct rowset *rows, size_t row)
{
	size_t end = row + 1;
	while (end < rows->rows && strcmp(rowset_text(rows, end, "person_id"), rowset_text(rows, row, "person_id")) == 0)
		end++;
	return end;
}

/* ---- statement ---- */

/* Do all items stand on one statute? Then it is named once and not with every paragraph. */
static bool is_one_statute(const struct rowset *rows, size_t from, size_t end)
{
	for (size_t i = from + 1; i < end; i++)
		if (strcmp(rowset_text(rows, i, "statute"), rowset_text(rows, from, "statute")) != 0)
			return false;
	return true;
}

static void add_item(const struct rowset *rows, size_t row, bool named, struct doc *doc)
{
	bool employer = strcmp(rowset_text(rows, row, "payee"), "employer") == 0;
	char *what = str_format("%s%s", rowset_text(rows, row, "what"), employer ? _(" (an den Arbeitgeber)") : "");
	char *basis = named ? str_format("%s, %s", rowset_text(rows, row, "basis"), rowset_text(rows, row, "statute"))
	                    : str_format("%s", rowset_text(rows, row, "basis"));
	doc_table_text(doc, rowset_text(rows, row, "day"));
	doc_table_text(doc, what);
	doc_table_text(doc, basis);
	doc_table_text(doc, rowset_text(rows, row, "calculation"));
	add_money(doc, rowset_text(rows, row, "amount"));
	free(what);
	free(basis);
}

void fee_statement_part(const struct rowset *rows, size_t from, size_t end, struct doc *doc)
{
	const char *const headers[] = { _("Tag"), _("wofür"), _("Grundlage"), _("Rechnung"), _("Betrag EUR") };
	bool one = is_one_statute(rows, from, end);
	doc_heading(doc, 1, rowset_text(rows, from, "name"));
	for (size_t i = from; i < end;) {
		const char *period = rowset_text(rows, i, "period");
		size_t last = i;
		while (last < end && strcmp(rowset_text(rows, last, "period"), period) == 0)
			last++;
		char *caption = str_format(_("Abgerechnet mit %s"), period);
		doc_table(doc, caption, 5, headers)->right = RIGHT(4);
		free(caption);
		for (size_t k = i; k < last; k++)
			add_item(rows, k, !one, doc);
		for (int k = 0; k < 3; k++)
			doc_table_text(doc, "");
		doc_table_text(doc, _("Summe"));
		add_cents(doc, sum_of(rows, i, last, "amount"));
		i = last;
	}
	char *total = cents_text(sum_of(rows, from, end, "amount"));
	char *text = one ? str_format(_("Zusammen: %s EUR. Rechtsgrundlage: %s."), total, rowset_text(rows, from, "statute"))
	                 : str_format(_("Zusammen: %s EUR."), total);
	doc_paragraph_text(doc, text);
	free(text);
	free(total);
}

/* ---- certificate ---- */

static void add_tax_row(struct doc *doc, const char *first, int64_t amount, int64_t free_part, int64_t taxable)
{
	doc_table_text(doc, first);
	add_cents(doc, amount);
	add_cents(doc, free_part);
	add_cents(doc, taxable);
}

void fee_certificate_part(const struct rowset *rows, size_t from, size_t end, const char *year, struct doc *doc)
{
	const char *const headers[] = { _("Monat der Zahlung"), _("gezahlt"), _("steuerfrei"), _("steuerpflichtig") };
	doc_heading(doc, 1, rowset_text(rows, from, "name"));
	doc_pairs(doc);
	doc_pair(doc, _("Anschrift"), rowset_text(rows, from, "address"));
	doc_pair(doc, _("Steuernummer"), rowset_text(rows, from, "tax_number"));
	for (size_t i = from; i < end;) {
		const char *class = rowset_text(rows, i, "tax_class");
		size_t last = i;
		while (last < end && strcmp(rowset_text(rows, last, "tax_class"), class) == 0)
			last++;
		const char *paragraph = rowset_text(rows, i, "paragraph");
		char *caption = str_format("%s%s%s", rowset_text(rows, i, "label"), *paragraph ? ", " : "", paragraph);
		doc_table(doc, caption, 4, headers)->right = RIGHT(1) | RIGHT(2) | RIGHT(3);
		free(caption);
		for (size_t k = i; k < last; k++)
			add_tax_row(doc, rowset_text(rows, k, "month"), cents_of(rowset_text(rows, k, "amount")),
			            cents_of(rowset_text(rows, k, "free")), cents_of(rowset_text(rows, k, "taxable")));
		add_tax_row(doc, _("Summe"), sum_of(rows, i, last, "amount"), sum_of(rows, i, last, "free"), sum_of(rows, i, last, "taxable"));
		i = last;
	}
	char *paid = cents_text(sum_of(rows, from, end, "amount")), *taxable = cents_text(sum_of(rows, from, end, "taxable"));
	char *text = str_format(_("Im Jahr %s wurden %s EUR gezahlt, davon sind %s EUR steuerpflichtig."), year, paid, taxable);
	doc_paragraph_text(doc, text);
	free(text);
	free(paid);
	free(taxable);
}

/* ---- lists ---- */

void fee_tax_list(const struct rowset *rows, struct doc *doc)
{
	const char *const headers[] = { _("Name"), _("Anschrift"), _("Steuernummer"), _("gezahlt"), _("steuerfrei"), _("steuerpflichtig") };
	doc_table(doc, _("Zahlungen nach Personen"), 6, headers)->right = RIGHT(3) | RIGHT(4) | RIGHT(5);
	for (size_t i = 0; i < rows->rows; i++) {
		doc_table_text(doc, rowset_text(rows, i, "name"));
		doc_table_text(doc, rowset_text(rows, i, "address"));
		doc_table_text(doc, rowset_text(rows, i, "tax_number"));
		add_money(doc, rowset_text(rows, i, "amount"));
		add_money(doc, rowset_text(rows, i, "free"));
		add_money(doc, rowset_text(rows, i, "taxable"));
	}
	doc_table_text(doc, _("Summe"));
	doc_table_text(doc, "");
	doc_table_text(doc, "");
	add_cents(doc, sum_of(rows, 0, rows->rows, "amount"));
	add_cents(doc, sum_of(rows, 0, rows->rows, "free"));
	add_cents(doc, sum_of(rows, 0, rows->rows, "taxable"));
}

static void add_budget_row(struct doc *doc, const char *account, const char *centre, const char *month, int64_t cents)
{
	doc_table_text(doc, account);
	doc_table_text(doc, centre);
	doc_table_text(doc, month);
	add_cents(doc, cents);
}

void fee_budget(const struct rowset *rows, struct doc *doc)
{
	const char *const headers[] = { _("Konto"), _("Kostenstelle"), _("Monat"), _("Betrag EUR") };
	doc_table(doc, _("Ausgaben nach Konten und Monaten"), 4, headers)->right = RIGHT(3);
	for (size_t i = 0; i < rows->rows;) {
		const char *account = rowset_text(rows, i, "account"), *centre = rowset_text(rows, i, "cost_centre");
		size_t last = i;
		for (; last < rows->rows && strcmp(rowset_text(rows, last, "account"), account) == 0 &&
		       strcmp(rowset_text(rows, last, "cost_centre"), centre) == 0; last++)
			add_budget_row(doc, account, centre, rowset_text(rows, last, "month"), cents_of(rowset_text(rows, last, "amount")));
		add_budget_row(doc, account, centre, _("Jahr"), sum_of(rows, i, last, "amount"));
		i = last;
	}
	add_budget_row(doc, _("Summe"), "", _("Jahr"), sum_of(rows, 0, rows->rows, "amount"));
}
