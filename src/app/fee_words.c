/* See fee_words.h. */
#include "app/fee_words.h"

#include "base/date.h"
#include "base/fault.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

char *fee_money(const char *numeric)
{
	struct str out = { 0 };
	const char *point = strchr(numeric, '.');
	const char *digits = numeric + (*numeric == '-');
	size_t whole = point ? (size_t)(point - digits) : strlen(digits);
	if (*numeric == '-')
		str_add_char(&out, '-');
	for (size_t i = 0; i < whole; i++) {
		if (i && (whole - i) % 3 == 0)
			str_add_char(&out, '.');
		str_add_char(&out, digits[i]);
	}
	const char *rest = point ? point + 1 : "";
	str_addf(&out, ",%c%c", rest[0] ? rest[0] : '0', rest[0] && rest[1] ? rest[1] : '0');
	return str_take(&out);
}

const char *fee_reason(const char *code)
{
	static const struct {
		const char *code, *text;
	} reasons[] = {
		{ "", N_("zu zahlen") },
		{ "zero", N_("ausgeglichen") },
		{ "negative", N_("überzahlt, wird verrechnet") },
		{ "hold", N_("gesperrt") },
		{ "payee", N_("kein Zahlungsempfänger") },
		{ "account", N_("keine Bankverbindung") },
		{ "iban", N_("die IBAN ist falsch") },
		{ "bic", N_("die BIC ist falsch") },
		{ "amount", N_("der Betrag ist zu groß") },
	};
	for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++)
		if (strcmp(code, reasons[i].code) == 0)
			return _(reasons[i].text);
	return code;
}

char *fee_closed_day(const char *label, const char *next)
{
	return str_format(_("kein Bankarbeitstag (%s); der nächste ist der %s"), _(label), next);
}

bool fee_day(const char *typed, char *out, struct err *err)
{
	int32_t day = date_today();
	if (typed && (!date_parse(typed, date_today(), &day) || day == DATE_NONE)) {
		err_set(err, "%s", _("kein Tag"));
		err_detail(err, "%s", typed);
		return err_hint(err, "%s", _("Form: 24.11.2026, 2026-11-24, +2"));
	}
	date_format_iso(day, out);
	return true;
}

struct rowset *fee_call(struct db *db, const char *query, const char *const *params, struct err *err)
{
	const struct query *q = query_find(query);
	struct rowset *rows = db_call(db, q, params, err);
	if (rows && rows->rows == 0 && q->kind == QUERY_ONE) {
		rowset_free(&rows);
		err_set(err, "%s", _("dazu gibt es nichts"));
		err_detail(err, "%s", params && params[0] ? params[0] : "");
	}
	return rows;
}

char *fee_fault_lines(const struct vec *faults)
{
	struct str all = { 0 };
	for (size_t i = 0; i < faults->len; i++) {
		char *text = fault_text(vec_at(faults, i));
		str_addf(&all, "%s%s", i > 0 ? "\n" : "", text);
		free(text);
	}
	return str_take(&all);
}

char *fee_bytea(const struct str *bytes)
{
	static const char digits[] = "0123456789abcdef";
	char *out = mem_alloc(bytes->len * 2 + 3);
	memcpy(out, "\\x", 2);
	for (size_t i = 0; i < bytes->len; i++) {
		out[2 + 2 * i] = digits[(unsigned char)bytes->data[i] >> 4];
		out[3 + 2 * i] = digits[(unsigned char)bytes->data[i] & 15];
	}
	out[2 + 2 * bytes->len] = '\0';
	return out;
}
