/* See quorum.h. */
#include "domain/quorum.h"

#include "base/i18n.h"

#include <stdio.h>
#include <string.h>

enum quorum_rule quorum_rule_parse(const char *text)
{
	if (text && strcmp(text, "majority-councillors") == 0)
		return QUORUM_MAJORITY_COUNCILLORS;
	if (text && strcmp(text, "any") == 0)
		return QUORUM_ANY;
	return QUORUM_MAJORITY;
}

static bool refuse(struct err *err, const char *what, int32_t a, int32_t b)
{
	err_set(err, "%s", what);
	err_detail(err, "%d > %d", (int)a, (int)b);
	return false;
}

static bool check(const struct quorum_count *c, struct err *err)
{
	if (c->legal < 0 || c->present < 0 || c->conflicted < 0 || c->councillors < 0 || c->others < 0)
		return err_set(err, _("eine Zahl ist negativ"));
	if (c->legal == 0) {
		err_set(err, _("gesetzliche Mitgliederzahl fehlt"));
		return err_hint(err, _("Die gesetzliche Mitgliederzahl ist mindestens 1."));
	}
	if (c->present > c->legal)
		return refuse(err, _("mehr Anwesende als gesetzliche Mitglieder"), c->present, c->legal);
	if (c->conflicted > c->present)
		return refuse(err, _("mehr Befangene als Anwesende"), c->conflicted, c->present);
	int64_t both = (int64_t)c->councillors + c->others;
	if (c->rule == QUORUM_MAJORITY_COUNCILLORS && both > c->present) {
		err_set(err, _("mehr Ratsmitglieder und andere als Anwesende"));
		return err_detail(err, "%d + %d > %d", (int)c->councillors, (int)c->others, (int)c->present);
	}
	return true;
}

bool quorum_decide(const struct quorum_count *count, struct quorum_result *result, struct err *err)
{
	*result = (struct quorum_result){ 0 };
	if (!check(count, err))
		return false;
	result->counted = count->present - count->conflicted;
	result->needed = count->rule == QUORUM_ANY ? 0 : count->legal / 2 + 1;
	result->quorate = result->counted >= result->needed;
	if (count->rule == QUORUM_MAJORITY_COUNCILLORS && count->councillors <= count->others)
		result->quorate = false;
	return true;
}

bool quorum_threshold(const char *fraction, int32_t n, int32_t legal)
{
	int part, whole, used = 0;
	if (!fraction || sscanf(fraction, "%4d/%4d%n", &part, &whole, &used) != 2 || fraction[used])
		return false;
	return part > 0 && whole > 0 && n > 0 && (int64_t)whole * n >= (int64_t)part * legal;
}
