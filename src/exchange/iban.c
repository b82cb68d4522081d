/* See iban.h. */
#include "exchange/iban.h"

#include "base/i18n.h"

#include <stddef.h>
#include <string.h>

/* The same as council.iban_fault in sql/functions/74_fee_payment.sql; a test compares. */
static const struct {
	char country[3];
	unsigned char length;
} lengths[] = {
	{ "AD", 24 }, { "AL", 28 }, { "AT", 20 }, { "BE", 16 }, { "BG", 22 }, { "CH", 21 }, { "CY", 28 }, { "CZ", 24 },
	{ "DE", 22 }, { "DK", 18 }, { "EE", 20 }, { "ES", 24 }, { "FI", 18 }, { "FR", 27 }, { "GB", 22 }, { "GI", 23 },
	{ "GR", 27 }, { "HR", 21 }, { "HU", 28 }, { "IE", 22 }, { "IS", 26 }, { "IT", 27 }, { "LI", 21 }, { "LT", 20 },
	{ "LU", 20 }, { "LV", 21 }, { "MC", 27 }, { "MD", 24 }, { "ME", 22 }, { "MK", 19 }, { "MT", 31 }, { "NL", 18 },
	{ "NO", 15 }, { "PL", 28 }, { "PT", 25 }, { "RO", 24 }, { "RS", 22 }, { "SE", 24 }, { "SI", 19 }, { "SK", 24 },
	{ "SM", 27 }, { "VA", 22 },
};

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The rest of the digits after n characters; letters are two digits each. */
static unsigned rest_of(const char *s, size_t n, unsigned rest)
{
	for (size_t i = 0; i < n; i++)
		rest = is_digit(s[i]) ? (rest * 10 + (unsigned)(s[i] - '0')) % 97 : (rest * 100 + (unsigned)(s[i] - 'A') + 10) % 97;
	return rest;
}

enum iban_fault iban_check(const char *iban)
{
	size_t n = strlen(iban);
	if (n < 5 || n > 34 || !is_upper(iban[0]) || !is_upper(iban[1]) || !is_digit(iban[2]) || !is_digit(iban[3]))
		return IBAN_FORM;
	for (size_t i = 4; i < n; i++)
		if (!is_upper(iban[i]) && !is_digit(iban[i]))
			return IBAN_FORM;
	for (size_t i = 0; i < sizeof(lengths) / sizeof(*lengths); i++)
		if (memcmp(lengths[i].country, iban, 2) == 0) {
			if (lengths[i].length != n)
				return IBAN_LENGTH;
			return rest_of(iban, 4, rest_of(iban + 4, n - 4, 0)) == 1 ? IBAN_OK : IBAN_CHECK;
		}
	return IBAN_COUNTRY;
}

const char *iban_fault_text(enum iban_fault fault)
{
	static const char *const texts[] = {
		"",
		N_("keine IBAN"),
		N_("das Land der IBAN gehört nicht zu SEPA"),
		N_("die IBAN hat für ihr Land eine falsche Länge"),
		N_("die Prüfziffern der IBAN stimmen nicht"),
	};
	return fault == IBAN_OK ? "" : _(texts[fault]);
}

bool bic_is_valid(const char *bic)
{
	size_t n = strlen(bic);
	if (n != 8 && n != 11)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!is_upper(bic[i]) && (i < 6 || !is_digit(bic[i])))
			return false;
	return bic[6] != '0' && bic[6] != '1' && bic[7] != 'O';
}
