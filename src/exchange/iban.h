/* Account numbers (ISO 13616) of the countries of SEPA, and the form of bank identifiers (ISO 9362). */
#ifndef EXCHANGE_IBAN_H
#define EXCHANGE_IBAN_H

#include <stdbool.h>

enum iban_fault { IBAN_OK, IBAN_FORM, IBAN_COUNTRY, IBAN_LENGTH, IBAN_CHECK };

/* Without blanks, capital letters. */
enum iban_fault iban_check(const char *iban);

/* What is wrong, for people. */
const char *iban_fault_text(enum iban_fault fault);

/* 8 or 11 characters; the stricter form of the older schema. */
bool bic_is_valid(const char *bic);

#endif
