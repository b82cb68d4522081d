/*
 * Around the vote at the meeting table: who may demand which kind of vote,
 * results without a vote, and what the next vote is about. See table.h.
 */
#include "app/table.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "domain/majority.h"
#include "domain/quorum.h"
#include "domain/wording.h"

#include <stdlib.h>
#include <string.h>

/* ---- demands: how many want a secret ballot or a roll call, and is it enough ---- */

struct demand {
	int32_t secret, rollcall; /* members who demand it, 0: nobody */
};

/* "g7", "n9", "g7 n9": false for anything else. */
static bool parse_demand(const char *text, struct demand *d)
{
	*d = (struct demand){ 0, 0 };
	while (*text) {
		char *end;
		int32_t *count = *text == 'g' ? &d->secret : *text == 'n' ? &d->rollcall : NULL;
		long n = count ? strtol(text + 1, &end, 10) : 0;
		if (!count || end == text + 1 || n < 1 || n > 10000)
			return false;
		*count = (int32_t)n;
		text = end + strspn(end, " ");
	}
	return d->secret || d->rollcall;
}

static bool is_enough(const struct table *t, const char *threshold, int32_t count)
{
	return count > 0 && (!*threshold || quorum_threshold(threshold, count, t->sitting.legal));
}

/* Both demanded by enough: the secret ballot goes before (GO NRW section 50). */
static unsigned hint_demand(const struct table *t, const char *text, struct str *out)
{
	struct demand d;
	if (!parse_demand(text, &d)) {
		str_addf(out, _("g7 geheim, n9 namentlich (nötig %s und %s von %d)"), t->setup.secret_threshold,
		         t->setup.rollcall_threshold, (int)t->sitting.legal);
		return ATTR_NONE;
	}
	if (is_enough(t, t->setup.secret_threshold, d.secret))
		str_add(out, d.rollcall ? _("geheim (geht der namentlichen vor): S") : _("reicht: geheim abstimmen, S"));
	else if (is_enough(t, t->setup.rollcall_threshold, d.rollcall))
		str_add(out, _("reicht: namentlich abstimmen, N"));
	else
		str_add(out, _("reicht nicht"));
	return ATTR_BOLD;
}

static bool accept_demand(struct table *t, const char *text)
{
	struct str said = { 0 };
	struct demand d;
	if (!*text)
		return true;
	bool ok = parse_demand(text, &d);
	hint_demand(t, text, &said);
	if (ok)
		message_info(t->message, "%s", str_text(&said));
	else
		message_warn(t->message, "%s", str_text(&said));
	str_clear(&said);
	return ok;
}

static const struct table_prompt demand_prompt = { N_("verlangt wird"), accept_demand, hint_demand, false };

static unsigned act_demand(struct table *t)
{
	table_open_prompt(t, &demand_prompt, "");
	return SCREEN_HANDLED;
}

/* ---- results without a vote ---- */

static unsigned record_result(struct table *t, const char *outcome, int64_t organization, const char *note)
{
	struct ledger_event e;
	struct str text = { 0 };
	if (!table_needs_item(t))
		return SCREEN_HANDLED;
	size_t item = t->sitting.current != SITTING_NONE ? t->sitting.current : table_cursor_item(t);
	table_event(t, &e, LEDGER_RESULT);
	e.item_id = sitting_item(&t->sitting, item)->item_id;
	e.outcome = mem_strdup(outcome);
	e.organization_id = organization;
	e.note = note && *note ? mem_strdup(note) : NULL;
	if (table_record(t, &e)) {
		wording_item(&text, &t->sitting, item);
		message_info(t->message, _("TOP %s: %s"), sitting_item(&t->sitting, item)->number, str_text(&text));
	}
	str_clear(&text);
	return SCREEN_HANDLED;
}

static unsigned act_noted(struct table *t)
{
	return record_result(t, "noted", 0, NULL);
}

static unsigned act_deferred(struct table *t)
{
	return record_result(t, "deferred", 0, NULL);
}

static unsigned act_settled(struct table *t)
{
	return record_result(t, "settled", 0, NULL);
}

static unsigned act_withdrawn(struct table *t)
{
	return record_result(t, "withdrawn", 0, NULL);
}

static unsigned act_removed(struct table *t)
{
	return record_result(t, "removed", 0, NULL);
}

/* By the beginning of the short or the full name; a full short name beats beginnings. */
static const struct setup_organization *find_organization(const struct table *t, const char *text)
{
	const struct setup_organization *found = NULL;
	size_t count = 0;
	char *wanted = text_fold(text);
	for (size_t i = 0; *wanted && i < t->setup.organizations.len; i++) {
		const struct setup_organization *o = vec_at(&t->setup.organizations, i);
		char *short_name = text_fold(o->short_name), *name = text_fold(o->name);
		if (strcmp(short_name, wanted) == 0) {
			found = o;
			count = 1;
			i = t->setup.organizations.len;
		} else if (strncmp(short_name, wanted, strlen(wanted)) == 0 || strncmp(name, wanted, strlen(wanted)) == 0) {
			found = o;
			count++;
		}
		free(short_name);
		free(name);
	}
	free(wanted);
	return count == 1 ? found : NULL;
}

static bool accept_referred(struct table *t, const char *text)
{
	const struct setup_organization *o = find_organization(t, text);
	if (!o && *text) {
		message_warn(t->message, _("Kein eindeutiges Gremium: „%s“."), text);
		return false;
	}
	record_result(t, "referred", o ? o->id : 0, NULL);
	return true;
}

static unsigned hint_referred(const struct table *t, const char *text, struct str *out)
{
	const struct setup_organization *o = find_organization(t, text);
	if (o) {
		str_add(out, o->name);
		return ATTR_BOLD;
	}
	char *wanted = text_fold(text);
	for (size_t i = 0; i < t->setup.organizations.len; i++) {
		const struct setup_organization *each = vec_at(&t->setup.organizations, i);
		char *name = text_fold(each->name), *short_name = text_fold(each->short_name);
		if (strncmp(name, wanted, strlen(wanted)) == 0 || strncmp(short_name, wanted, strlen(wanted)) == 0)
			str_addf(out, "%s  ", each->short_name);
		free(name);
		free(short_name);
	}
	free(wanted);
	return ATTR_NONE;
}

static const struct table_prompt referred_prompt = { N_("verwiesen an"), accept_referred, hint_referred, false };

static unsigned act_referred(struct table *t)
{
	if (table_needs_item(t))
		table_open_prompt(t, &referred_prompt, "");
	return SCREEN_HANDLED;
}

/* ---- what the next vote is about ---- */

static bool accept_number(struct table *t, const char *text)
{
	table_clear_subject(t);
	if (!*text)
		return true;
	t->subject.slot = "number";
	t->subject.number = mem_strdup(text);
	return true;
}

static bool accept_procedure(struct table *t, const char *text)
{
	table_clear_subject(t);
	t->subject.slot = "procedure";
	t->subject.text = mem_strdup(*text ? text : _("Antrag zur Geschäftsordnung"));
	return true;
}

static const struct table_prompt number_prompt = { N_("Ziffer des Beschlusses"), accept_number, NULL, false };
static const struct table_prompt procedure_prompt = { N_("Antrag zur Geschäftsordnung"), accept_procedure, NULL, false };

static unsigned act_number(struct table *t)
{
	if (table_needs_item(t))
		table_open_prompt(t, &number_prompt, "");
	return SCREEN_HANDLED;
}

static unsigned act_procedure(struct table *t)
{
	if (table_needs_item(t))
		table_open_prompt(t, &procedure_prompt, "");
	return SCREEN_HANDLED;
}

static bool accept_amendment_choice(struct table *t, const char *text)
{
	size_t item = table_item(t);
	for (size_t i = 0; i < t->sitting.amendments.len; i++) {
		const struct sitting_amendment *a = sitting_amendment(&t->sitting, i);
		if (a->item == item && a->vote == SITTING_NONE && str_equal(a->event->number, text)) {
			t->amendment = i;
			return true;
		}
	}
	message_warn(t->message, _("Einen offenen Änderungsantrag %s gibt es hier nicht."), text);
	return false;
}

static const struct table_prompt choose_amendment_prompt = { N_("nächster Änderungsantrag, Nummer"),
	                                                     accept_amendment_choice, NULL, false };

static unsigned act_choose_amendment(struct table *t)
{
	if (table_needs_item(t))
		table_open_prompt(t, &choose_amendment_prompt, "");
	return SCREEN_HANDLED;
}

/* Named rules by their beginning in German or as in the ledger. */
static const char *const rules[] = { "simple", "members", "two-thirds-members", "three-quarters-members",
	                             "two-thirds-valid", "unanimous" };

static const char *find_rule(const char *text)
{
	struct majority_rule rule;
	if (*text >= '1' && *text <= '6' && !text[1])
		return rules[*text - '1'];
	return *text && majority_parse(text, &rule, NULL) ? text : NULL;
}

static bool accept_rule(struct table *t, const char *text)
{
	const char *rule = find_rule(text);
	if (!rule) {
		message_warn(t->message, "%s", _("1 bis 6, oder ein Bruch: >=3/5:members (valid, present, members)."));
		return false;
	}
	mem_replace(&t->rule, rule);
	t->rule_item = table_item(t);
	message_info(t->message, _("Mehrheit für die nächste Abstimmung: %s"), majority_label(rule));
	return true;
}

static unsigned hint_rule(const struct table *t, const char *text, struct str *out)
{
	(void)t;
	const char *rule = find_rule(text);
	if (rule) {
		str_add(out, majority_label(rule));
		return ATTR_BOLD;
	}
	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++)
		str_addf(out, "%zu %s  ", i + 1, majority_label(rules[i]));
	return ATTR_NONE;
}

static const struct table_prompt rule_prompt = { N_("Mehrheit"), accept_rule, hint_rule, false };

static unsigned act_rule(struct table *t)
{
	if (table_needs_item(t))
		table_open_prompt(t, &rule_prompt, "");
	return SCREEN_HANDLED;
}

const struct table_action table_result_actions[] = {
	{ "table_demand", act_demand, false, N_("Prüft, ob genug Mitglieder geheime (g7) oder namentliche (n9) Abstimmung verlangen.") },
	{ "table_noted", act_noted, true, N_("Zur Kenntnis genommen.") },
	{ "table_deferred", act_deferred, true, N_("Vertagt.") },
	{ "table_referred", act_referred, true, N_("Verwiesen an ein Gremium.") },
	{ "table_settled", act_settled, true, N_("Erledigt ohne Abstimmung.") },
	{ "table_withdrawn", act_withdrawn, true, N_("Vom Antragsteller zurückgezogen.") },
	{ "table_removed", act_removed, true, N_("Abgesetzt.") },
	{ "table_number", act_number, true, N_("Die nächste Abstimmung gilt einer Ziffer des Beschlusses.") },
	{ "table_procedure", act_procedure, true, N_("Die nächste Abstimmung gilt einem Antrag zur Geschäftsordnung.") },
	{ "table_choose_amendment", act_choose_amendment, true, N_("Welcher Änderungsantrag als nächster abgestimmt wird (sonst der weitestgehende zuerst).") },
	{ "table_rule", act_rule, true, N_("Andere Mehrheit für die nächste Abstimmung.") },
	{ NULL, NULL, false, NULL },
};
