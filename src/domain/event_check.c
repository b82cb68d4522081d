/*
 * See event.h: is an event whole in itself? What passes here is taken by the
 * database too (domains and constraints of sql/schema): an event that was
 * recorded must never be refused on delivery.
 */
#include "domain/event.h"

#include "base/i18n.h"
#include "base/text.h"

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
	{ LEDGER_RELEASE, " item resolution amendment result blank ", NULL, " quorate not_quorate " },
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

/* Longest texts in characters; `lines`: line breaks and tabs are allowed. */
static const struct {
	enum ledger_field field;
	size_t max;
	bool lines;
} limits[] = {
	{ FIELD_SLOT, 60, false },
	{ FIELD_MODE, 60, false },
	{ FIELD_RULE, 60, false },
	{ FIELD_OUTCOME, 60, false },
	{ FIELD_NUMBER, 500, false },
	{ FIELD_TEXT, 200000, true },
	{ FIELD_NOTE, 200000, true },
};

#define COUNT_MAX 100000
#define PERSONS_MAX 5000
#define LABELS_MAX 1000
#define EARLIEST (INT64_C(-788918400) * 1000000) /* 1945-01-01 */
#define LATEST (INT64_C(7258118400) * 1000000)   /* 2200-01-01 */

static bool text_fits(const char *s, size_t max, bool lines)
{
	size_t count = 0;
	for (size_t len = strlen(s), i = 0; i < len; count++) {
		char32_t rune;
		i += text_decode(s + i, len - i, &rune);
		bool allowed = lines && (rune == '\n' || rune == '\t');
		if ((rune < 0x20 && !allowed) || (rune >= 0x7f && rune < 0xa0))
			return false;
	}
	return count <= max;
}

static bool check_limits(const struct ledger_event *e, struct err *err)
{
	struct str text = { 0 };
	bool ok = true;
	for (size_t i = 0; ok && i < sizeof(limits) / sizeof(*limits); i++)
		if (ledger_get_field(e, limits[i].field, &text) && !text_fits(str_text(&text), limits[i].max, limits[i].lines))
			ok = refuse(e, err, _("Text ist zu lang oder enthält Steuerzeichen"), ledger_field_name(limits[i].field));
	str_clear(&text);
	const int32_t numbers[] = { e->legal, e->entitled, e->present, e->yes, e->no, e->abstain, e->invalid };
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		if (numbers[i] > COUNT_MAX)
			return refuse(e, err, _("eine Zahl ist zu groß"), ledger_field_name((enum ledger_field)(FIELD_LEGAL + i)));
	if (e->persons.len > PERSONS_MAX || e->labels.len > LABELS_MAX)
		return refuse(e, err, _("zu viele Namen"), "persons, labels");
	if (e->at < EARLIEST || e->at > LATEST || e->typed_at < EARLIEST || e->typed_at > LATEST)
		return refuse(e, err, _("Zeitpunkt ist unmöglich"), "at, typed_at");
	return ok;
}

static bool check_lists(const struct ledger_event *e, struct err *err)
{
	if (e->choices && (strlen(e->choices) != e->persons.len || strspn(e->choices, "JNEO") != e->persons.len))
		return refuse(e, err, _("Stimmen und Personen passen nicht zueinander"), "choices");
	size_t per_label = e->kind == LEDGER_VOTE ? 3 : 1;
	if ((e->labels.set || e->counts.set) && e->counts.len != e->labels.len * per_label)
		return refuse(e, err, _("Zahlen und Namen passen nicht zueinander"), "counts");
	for (size_t i = 0; i < e->labels.len; i++)
		if (!e->labels.items[i][0] || !text_fits(e->labels.items[i], 500, false))
			return refuse(e, err, _("ein Name ist leer oder zu lang"), "labels");
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
	return ok && check_limits(e, err) && check_words(e, err) && check_lists(e, err) && (e->kind != LEDGER_VOTE || check_vote(e, err));
}
