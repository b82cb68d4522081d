/* See event.h: is an event whole in itself? */
#include "domain/event.h"

#include "base/i18n.h"

#include <string.h>

/* Words a kind allows in slot, mode and outcome; NULL: any. Blanks around each. */
struct word_row {
	enum ledger_kind kind;
	const char *slots, *modes, *outcomes;
};

static const struct word_row words[] = {
	{ LEDGER_GUEST, " guest expert administration ", NULL, NULL },
	{ LEDGER_VOTE, " motion amendment procedure urgency public number ", " unanimous count group rollcall secret ",
	    " adopted rejected " },
	{ LEDGER_RESULT, NULL, NULL, " noted deferred referred withdrawn settled removed " },
	{ LEDGER_ELECTION, " round runoff lot ", " open secret ", " elected runoff lot not_elected " },
	{ LEDGER_SEATS, NULL, " hare dhondt sainte-lague ", " allocated lot " },
	{ LEDGER_TEXT, " resolution course verbatim closing ", NULL, NULL },
	{ LEDGER_SPEAKER, " request order begin end cancel ", NULL, NULL },
	{ LEDGER_QUORUM, " challenge count ", NULL, " quorate not_quorate " },
	{ LEDGER_RELEASE, " item resolution amendment result blank ", NULL, NULL },
};

static bool word_allowed(const char *allowed, const char *word)
{
	if (!allowed || !word)
		return true;
	size_t n = strlen(word);
	for (const char *s = strstr(allowed, word); n && s; s = strstr(s + 1, word))
		if (s[-1] == ' ' && s[n] == ' ')
			return true;
	return false;
}

static bool refuse(const struct ledger_event *e, struct err *err, const char *what, const char *detail)
{
	err_set(err, "%s", what);
	err_detail(err, "%s: %s", ledger_kind_label(e->kind), detail);
	return false;
}

static bool check_words(const struct ledger_event *e, struct err *err)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (words[i].kind != e->kind)
			continue;
		if (!word_allowed(words[i].slots, e->slot))
			return refuse(e, err, _("unbekanntes Wort in einem Ereignis"), e->slot);
		if (!word_allowed(words[i].modes, e->mode))
			return refuse(e, err, _("unbekanntes Wort in einem Ereignis"), e->mode);
		if (!word_allowed(words[i].outcomes, e->outcome))
			return refuse(e, err, _("unbekanntes Wort in einem Ereignis"), e->outcome);
	}
	return true;
}

static bool check_lists(const struct ledger_event *e, struct err *err)
{
	if (e->choices && (strlen(e->choices) != e->persons.len || strspn(e->choices, "JNEO") != e->persons.len))
		return refuse(e, err, _("Stimmen und Personen passen nicht zueinander"), "choices");
	size_t per_label = e->kind == LEDGER_VOTE ? 3 : 1;
	if ((e->labels.set || e->counts.set) && e->counts.len != e->labels.len * per_label)
		return refuse(e, err, _("Zahlen und Namen passen nicht zueinander"), "counts");
	for (size_t i = 0; i < e->labels.len; i++)
		if (!e->labels.items[i][0] || strchr(e->labels.items[i], '\x1f'))
			return refuse(e, err, _("ein Name ist leer"), "labels");
	return true;
}

/* A secret vote must not be traceable to persons, one by name must be. */
static bool check_vote(const struct ledger_event *e, struct err *err)
{
	bool rollcall = strcmp(e->mode, "rollcall") == 0;
	if (rollcall && !(e->persons.set && e->choices))
		return refuse(e, err, _("namentliche Abstimmung ohne Namen"), "persons, choices");
	if (!rollcall && (e->persons.set || e->choices))
		return refuse(e, err, _("Namen stehen nur bei namentlicher Abstimmung"), "persons, choices");
	if (strcmp(e->mode, "secret") == 0 && (e->labels.set || e->counts.set))
		return refuse(e, err, _("geheime Abstimmung hat nur Gesamtzahlen"), "labels, counts");
	return true;
}

bool ledger_check(const struct ledger_event *e, struct err *err)
{
	struct str text = { 0 };
	bool ok = e->kind != LEDGER_NONE;
	if (!ok)
		err_set(err, _("Ereignis ohne Art"));
	for (int i = 0; ok && i < FIELD_COUNT; i++) {
		enum ledger_field field = (enum ledger_field)i;
		bool there = ledger_get_field(e, field, &text);
		if (there && !ledger_kind_uses(e->kind, field))
			ok = refuse(e, err, _("Feld gehört nicht zu dieser Art von Ereignis"), ledger_field_name(field));
		else if (!there && ledger_kind_needs(e->kind, field))
			ok = refuse(e, err, _("Angabe fehlt"), ledger_field_name(field));
	}
	str_clear(&text);
	return ok && check_words(e, err) && check_lists(e, err) && (e->kind != LEDGER_VOTE || check_vote(e, err));
}
