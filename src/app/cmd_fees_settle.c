/* fees sent, discard, return, settle, balances: what becomes of files and of what is open. See cmd_fees.h. */
#include "app/cmd_fees.h"
#include "app/fee_words.h"
#include "base/date.h"
#include "base/i18n.h"

#include <stdlib.h>
#include <string.h>

/* One call that answers with one value; the caller frees it. */
static char *call(struct fees_call *c, const char *query, const char *const *params)
{
	struct rowset *rows = fee_call(c->db, query, params, &c->err);
	const char *value = rows ? rowset_get(rows, 0, 0) : NULL;
	char *copy = rows ? str_format("%s", value ? value : "") : NULL;
	rowset_free(&rows);
	return copy;
}

/* The same with an amount. */
static char *call_money(struct fees_call *c, const char *query, const char *const *params)
{
	char *value = call(c, query, params);
	char *money = value ? fee_money(value) : NULL;
	free(value);
	return money;
}

bool fees_sent(struct fees_call *c)
{
	char *number = call(c, "payment_sent", (const char *const *)c->words);
	if (number)
		fees_say(_("Datei %s ist bei der Bank.\n"), number);
	free(number);
	return !c->err.what;
}

bool fees_discard(struct fees_call *c)
{
	char *number = call(c, "drop_payment", (const char *const *)c->words);
	if (number)
		fees_say(_("Datei %s ist verworfen; ihre Beträge sind wieder offen.\n"), number);
	free(number);
	return !c->err.what;
}

static bool has_reason(struct fees_call *c)
{
	if (c->o->reason && *c->o->reason)
		return true;
	err_set(&c->err, "%s", _("der Grund fehlt"));
	return err_hint(&c->err, "--reason TEXT");
}

bool fees_return(struct fees_call *c)
{
	char day[DATE_TEXT];
	if (!has_reason(c) || !fee_day(c->o->on, day, &c->err))
		return false;
	const char *params[] = { c->words[0], day, c->o->reason };
	char *money = call_money(c, "return_transfer", params);
	if (money)
		fees_say(_("Zurückgegeben: %s EUR sind wieder offen.\n"), money);
	free(money);
	return !c->err.what;
}

bool fees_settle(struct fees_call *c)
{
	bool reclaim = strcmp(c->words[1], "reclaim") == 0;
	if (!reclaim && strcmp(c->words[1], "write-off") != 0) {
		err_set(&c->err, _("„%s“ gleicht nichts aus"), c->words[1]);
		return err_hint(&c->err, "%s", _("reclaim: zurückgezahlt; write-off: erlassen"));
	}
	if (!has_reason(c))
		return false;
	const char *params[] = { c->words[0], reclaim ? "reclaim" : "write_off", c->o->reason };
	char *money = call_money(c, "settle_balance", params);
	if (money)
		fees_say(_("Ausgeglichen: %s EUR.\n"), money);
	free(money);
	return !c->err.what;
}

/* The rows with codes in words. */
static struct rowset *in_words(const struct rowset *rows)
{
	static const char *const names[] = { "person_id", "person", "payee", "amount", "reason" };
	struct rowset *out = rowset_new(5, names);
	for (size_t i = 0; i < rows->rows; i++) {
		bool employer = strcmp(rowset_text(rows, i, "payee"), "employer") == 0;
		char *money = fee_money(rowset_text(rows, i, "amount"));
		const char *const values[] = { rowset_text(rows, i, "person_id"), rowset_text(rows, i, "person"),
			                       employer ? _("Arbeitgeber") : _("selbst"), money, fee_reason(rowset_text(rows, i, "reason")) };
		rowset_add(out, values);
		free(money);
	}
	return out;
}

bool fees_balances(struct fees_call *c)
{
	static const struct fees_column columns[] = { { "person_id", N_("Nr."), true }, { "person", N_("Person"), false },
		{ "payee", N_("an"), false }, { "amount", N_("offen"), true }, { "reason", N_("Zahlung"), false }, { NULL, NULL, false } };
	char day[DATE_TEXT];
	if (!fee_day(c->o->on, day, &c->err))
		return false;
	const char *params[] = { c->body, c->o->payer ? c->o->payer : "", day };
	struct rowset *rows = fee_call(c->db, "open_balances", params, &c->err);
	struct rowset *words = rows ? in_words(rows) : NULL;
	bool ok = words && fees_print(c, words, columns);
	rowset_free(&rows);
	rowset_free(&words);
	return ok;
}
