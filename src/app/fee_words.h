/* Words and amounts that the fee commands share. */
#ifndef APP_FEE_WORDS_H
#define APP_FEE_WORDS_H

#include "base/rowset.h"
#include "base/str.h"
#include "base/vec.h"
#include "db/db.h"

/* "1234.5" of the database to "1.234,50"; the caller frees. */
char *fee_money(const char *numeric);

/* Why somebody is left out of a payment: a code of api.open_balances for people. */
const char *fee_reason(const char *code);

/* "kein Bankarbeitstag (Sonntag); der nächste ist der 14.12.2026"; label as the database has it. The caller frees. */
char *fee_closed_day(const char *label, const char *next);

/* --on as 2026-11-22, today without it; false and err for no day. out has DATE_TEXT bytes. */
bool fee_day(const char *typed, char *out, struct err *err);

/* Calls a query; NULL and err on failure, also when a query of one row gives none. */
struct rowset *fee_call(struct db *db, const char *query, const char *const *params, struct err *err);

/* All faults, one a line; the caller frees. */
char *fee_fault_lines(const struct vec *faults);

/* Bytes as a parameter of type bytea; the caller frees. */
char *fee_bytea(const struct str *bytes);

#endif
