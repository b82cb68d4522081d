/*
 * Credit transfers for the bank: pain.001.001.09 and .03 of ISO 20022, as
 * German banks take them (doc/fee-files.md). A file is one order of one account
 * for one day. The bytes follow from the struct alone: written again they are
 * the same.
 *
 * Way of a file: sepa_prepare (letters the banks know, says what it changed),
 * sepa_faults (our own rules, stricter than the schema), sepa_write; then
 * sepa_check (sepa_check.h) reads the finished bytes as a stranger would.
 */
#ifndef EXCHANGE_SEPA_H
#define EXCHANGE_SEPA_H

#include "base/str.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stdint.h>

#define SEPA_NAME_MAX 70
#define SEPA_PURPOSE_MAX 140
#define SEPA_ID_MAX 35
#define SEPA_CENTS_MAX INT64_C(99999999999) /* 999,999,999.99 */

enum sepa_format { SEPA_09, SEPA_03 };

/* All texts may be NULL where they are absent. An address is written where town and country (two letters) are there. */
struct sepa_party {
	char *name, *iban, *bic;
	char *street, *postal_code, *town, *country;
};

struct sepa_transfer {
	char *end_to_end;
	int64_t cents;
	char *purpose;
	struct sepa_party to;
};

struct sepa_file {
	enum sepa_format format;
	char *message_id;
	char *created;     /* 2026-11-22T05:33:33Z */
	char *executed_on; /* 2026-11-24 */
	size_t count;      /* as the database counts and sums them: */
	int64_t cents;
	struct sepa_party from;
	struct vec transfers; /* struct sepa_transfer */
};

/* A text that had to be changed for the banks. */
struct sepa_change {
	char *id; /* end-to-end identifier; of the debtor the message's */
	char *from, *to;
};

/* "pain.001.001.09", "pain.001.001.03"; NULL is the first. */
bool sepa_format_parse(const char *name, enum sepa_format *format);
const char *sepa_format_name(enum sepa_format format);

void sepa_file_init(struct sepa_file *f);
void sepa_file_clear(struct sepa_file *f);

/* Euros with exactly two decimals ("1234.56") to cents; false for anything else, or out of range. */
bool sepa_parse_amount(const char *text, int64_t *cents);

/* May this character stand in a text? a-z A-Z 0-9 / - ? : ( ) . , ' + and the blank. */
bool sepa_is_letter(char c);

/* Appends text in letters the banks know, at most max of them; true when that is another text. */
bool sepa_text(const char *text, size_t max, struct str *out);

/* All texts of the file; changes: struct sepa_change. */
void sepa_prepare(struct sepa_file *f, struct vec *changes);
void sepa_changes_clear(struct vec *changes);

/* Our rules, before anything is written: every breach (struct fault, file `name`). today: 2026-11-22. */
void sepa_faults(const struct sepa_file *f, const char *name, const char *today, struct vec *faults);

/* Appends the file; false when memory or libxml2 fail. */
bool sepa_write(const struct sepa_file *f, struct str *out);

#endif
