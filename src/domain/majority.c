/* See majority.h. */
#include "domain/majority.h"

#include "base/i18n.h"

#include <stdio.h>
#include <string.h>

struct named_rule {
	const char *name;
	const char *label;
	struct majority_rule rule;
};

static const struct named_rule named[] = {
	{ "simple", N_("einfache Mehrheit"), { false, false, 1, 2, MAJORITY_VALID } },
	{ "members", N_("Mehrheit der gesetzlichen Mitglieder"), { false, false, 1, 2, MAJORITY_MEMBERS } },
	{ "two-thirds-members", N_("zwei Drittel der gesetzlichen Mitglieder"), { false, true, 2, 3, MAJORITY_MEMBERS } },
	{ "three-quarters-members", N_("drei Viertel der gesetzlichen Mitglieder"), { false, true, 3, 4, MAJORITY_MEMBERS } },
	{ "two-thirds-valid", N_("zwei Drittel der gültigen Stimmen"), { false, true, 2, 3, MAJORITY_VALID } },
	{ "unanimous", N_("Einstimmigkeit"), { true, true, 1, 1, MAJORITY_VALID } },
};

static const char *const bases[] = { "valid", "present", "members" };

static const struct named_rule *find_named(const char *text)
{
	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++)
		if (strcmp(named[i].name, text) == 0)
			return &named[i];
	return NULL;
}

/* Reads 1 to 9999 at *s and moves *s behind it. */
static bool read_part(const char **s, int32_t *part)
{
	size_t digits = strspn(*s, "0123456789");
	if (!digits || digits > 4)
		return false;
	*part = 0;
	for (; digits; digits--, ++*s)
		*part = *part * 10 + (**s - '0');
	return *part > 0;
}

static bool read_fraction(const char *s, struct majority_rule *rule)
{
	*rule = (struct majority_rule){ 0 };
	if (*s++ != '>')
		return false;
	rule->at_least = *s == '=';
	s += rule->at_least;
	if (!read_part(&s, &rule->part) || *s++ != '/' || !read_part(&s, &rule->whole) || *s++ != ':')
		return false;
	for (size_t i = 0; i < sizeof(bases) / sizeof(*bases); i++) {
		if (strcmp(bases[i], s) != 0)
			continue;
		rule->base = (enum majority_base)i;
		/* More than the whole can never be reached. */
		return rule->at_least ? rule->part <= rule->whole : rule->part < rule->whole;
	}
	return false;
}

bool majority_parse(const char *text, struct majority_rule *rule, struct err *err)
{
	const struct named_rule *known = find_named(text && *text ? text : "simple");
	if (known) {
		*rule = known->rule;
		return true;
	}
	if (read_fraction(text, rule))
		return true;
	err_set(err, _("unbekannte Mehrheitsregel"));
	err_detail(err, "\"%.80s\"", text);
	return err_hint(err, _("Erlaubt sind simple, members, two-thirds-members, three-quarters-members, two-thirds-valid, unanimous und "
			       ">N/M:BASE oder >=N/M:BASE mit valid, present oder members."));
}

static bool same_rule(const struct majority_rule *a, const struct majority_rule *b)
{
	return a->unanimous == b->unanimous && a->at_least == b->at_least && a->part == b->part && a->whole == b->whole &&
	       a->base == b->base;
}

void majority_format(const struct majority_rule *rule, struct str *out)
{
	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++) {
		if (same_rule(&named[i].rule, rule)) {
			str_add(out, named[i].name);
			return;
		}
	}
	str_addf(out, ">%s%d/%d:%s", rule->at_least ? "=" : "", (int)rule->part, (int)rule->whole, bases[rule->base]);
}

const char *majority_label(const char *rule)
{
	const struct named_rule *known = find_named(rule && *rule ? rule : "simple");
	return known ? _(known->label) : rule;
}

static bool refuse(struct err *err, const char *what, int64_t a, int64_t b)
{
	err_set(err, "%s", what);
	return err_detail(err, "%lld > %lld", (long long)a, (long long)b);
}

bool majority_check(const struct majority_votes *v, struct err *err)
{
	if (v->legal < 0 || v->present < 0 || v->yes < 0 || v->no < 0 || v->abstain < 0 || v->invalid < 0)
		return err_set(err, _("eine Zahl ist negativ"));
	int64_t cast = (int64_t)v->yes + v->no + v->abstain + v->invalid;
	if (v->present > v->legal)
		return refuse(err, _("mehr Anwesende als gesetzliche Mitglieder"), v->present, v->legal);
	if (cast > v->present)
		return refuse(err, _("mehr Stimmen als Stimmberechtigte anwesend"), cast, v->present);
	return true;
}

bool majority_decide(const struct majority_rule *rule, const struct majority_votes *v, struct majority_result *result, struct err *err)
{
	*result = (struct majority_result){ 0 };
	if (!majority_check(v, err))
		return false;
	result->valid = v->yes + v->no;
	result->base = rule->base == MAJORITY_MEMBERS ? v->legal : rule->base == MAJORITY_PRESENT ? v->present : result->valid;
	/* The least yes with whole * yes > part * base (or >=), in 64 bits. */
	int64_t product = (int64_t)rule->part * result->base;
	int64_t needed = rule->at_least ? (product + rule->whole - 1) / rule->whole : product / rule->whole + 1;
	if (needed < 1)
		needed = 1; /* nobody in favour adopts nothing */
	result->needed = (int32_t)needed;
	result->adopted = v->yes >= result->needed && (!rule->unanimous || v->no == 0);
	return true;
}
