/* Verbs of the subcommand fees: the fee module from the shell. cmd_fees.c knows them all; each file has those of one purpose. */
#ifndef APP_CMD_FEES_H
#define APP_CMD_FEES_H

#include "app/options.h"
#include "base/rowset.h"
#include "base/str.h"
#include "db/db.h"

#include <stddef.h>

/* What a verb works with. */
struct fees_call {
	const struct options *o;
	struct db *db;      /* NULL for verbs that need none */
	char *body;         /* the municipality's identifier as text; NULL likewise */
	char *const *words; /* behind the verb */
	size_t count;
	bool check_only;    /* of documents: all but the writing */
	struct str *said;   /* what documents have to say; NULL: standard output */
	struct err err;
};

/* False with c->err set, which the caller prints. */
typedef bool fees_verb(struct fees_call *c);

/* cmd_fees_run.c: runs and their results */
fees_verb fees_run, fees_runs, fees_commit, fees_release, fees_drop, fees_close, fees_confirm, fees_why, fees_gaps, fees_simulate,
	fees_forecast;

/* cmd_fees_pay.c: payment files; cmd_fees_settle.c: what becomes of them */
fees_verb fees_pay, fees_check_payment, fees_balances, fees_sent, fees_discard, fees_return, fees_settle;

/* fees pay, also from the screens: the options say output, on, payer, format or again; the control sheet goes to *sheet. */
bool fees_pay_sheet(struct fees_call *c, struct str *sheet);

/*
 * The row of the query banking_day for the day of --on, today without it: why banks do not work on it (empty: they do), and the next
 * day on which they do. NULL and c->err on failure.
 */
struct rowset *fees_banking_day(struct fees_call *c);

/* cmd_fees_out.c: posting files, journal */
fees_verb fees_export;

/* fees export posting, also from the screens: the options say run, template, output; what was written is told in *said. */
bool fees_posting(struct fees_call *c, struct str *said);

/* cmd_fees_docs.c: documents */
fees_verb fees_statement, fees_certificate, fees_tax_list, fees_budget;
/* cmd_fees_import.c: facts from CSV files */
fees_verb fees_import;

/* cmd_fees_print.c */

/* A column of a table in the shell. A heading of NULL: not shown as text (CSV has all). */
struct fees_column {
	const char *name, *heading;
	bool right;
};

/*
 * Rows as a table for people, or as CSV where --format csv says so, on standard output or into the new file of --output (CSV).
 * columns ends with a name of NULL.
 */
bool fees_print(struct fees_call *c, const struct rowset *rows, const struct fees_column *columns);

/* A line of text for people, on standard output. */
void fees_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* "2026-10" or "10/2026" as the first of that month in ISO form, into out[DATE_TEXT]; false and err for anything else. */
bool fees_parse_month(const char *text, char *out, struct err *err);

#endif
