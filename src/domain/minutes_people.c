/* See minutes_part.h: who was there, from when to when, for whom. */
#include "domain/minutes_part.h"

#include "base/date.h"
#include "base/i18n.h"

#include <string.h>

/* "18:42 Uhr (TOP 4)"; the item only where this document may name it. */
static void add_moment(const struct minutes_context *c, int64_t at, size_t item, struct str *out)
{
	char time[DATE_TEXT];
	str_addf(out, _("%s Uhr"), moment_format_time(at, time));
	minutes_add_item_number(c, item, " (", ")", out);
}

static void add_interval(const struct minutes_context *c, const struct sitting_interval *interval, struct str *out)
{
	bool from_begin = interval->from_open, to_end = interval->until == MOMENT_NONE || interval->until_close;
	if (from_begin && to_end) {
		str_add(out, _("durchgehend"));
	} else if (to_end) {
		str_add(out, _("ab "));
		add_moment(c, interval->from, interval->from_item, out);
	} else if (from_begin) {
		str_add(out, _("bis "));
		add_moment(c, interval->until, interval->until_item, out);
	} else {
		add_moment(c, interval->from, interval->from_item, out);
		str_add(out, _(" bis "));
		add_moment(c, interval->until, interval->until_item, out);
	}
	if (!interval->sits_for)
		return;
	str_add(out, _(", i. V. für "));
	minutes_add_person(c, interval->sits_for, out);
}

static void add_intervals(const struct minutes_context *c, const struct sitting_member *m, struct str *out)
{
	for (size_t i = 0; i < m->intervals.len; i++) {
		if (i)
			str_add(out, "; ");
		add_interval(c, vec_at(&m->intervals, i), out);
	}
}

/* Which table a member belongs to: those who sat in for someone are with the voting ones. */
static bool in_section(const struct sitting_member *m, enum setup_kind section)
{
	if (!m->intervals.len)
		return false;
	bool sat_in = false;
	for (size_t i = 0; i < m->intervals.len; i++)
		sat_in = sat_in || ((struct sitting_interval *)vec_at(&m->intervals, i))->sits_for != 0;
	bool votes = (m->person->kind == SETUP_MEMBER && m->person->voting) || sat_in;
	if (section == SETUP_MEMBER)
		return votes;
	if (votes)
		return false;
	bool administration = m->person->kind == SETUP_ADMINISTRATION;
	return section == SETUP_ADMINISTRATION ? administration : !administration;
}

static void add_section(struct minutes_context *c, enum setup_kind section, const char *title)
{
	const char *headers[] = { _("Name"), _("Fraktion, Funktion"), _("Anwesend") };
	bool begun = false;
	for (size_t i = 0; i < c->s->members.len; i++) {
		const struct sitting_member *m = sitting_member(c->s, i);
		if (!in_section(m, section))
			continue;
		if (!begun) {
			doc_heading(c->doc, 2, title);
			doc_table(c->doc, title, 3, headers);
		}
		begun = true;
		struct str where = { 0 }, when = { 0 };
		str_add(&where, m->person->group_short);
		if (*m->person->role)
			str_addf(&where, "%s%s", where.len ? ", " : "", m->person->role);
		add_intervals(c, m, &when);
		doc_table_text(c->doc, sitting_person_name(c->s, m->person->person_id));
		doc_table_text(c->doc, str_text(&where));
		doc_table_text(c->doc, str_text(&when));
		str_clear(&where);
		str_clear(&when);
	}
}

/* ", entschuldigt (krank)". A note that itself says whether somebody is excused is not said twice. */
static void add_excuse(const struct minutes_context *c, const struct sitting_member *m, struct str *out)
{
	static const char *const words[] = { "unentschuldigt", "entschuldigt" };
	const char *note = m->absence_note ? m->absence_note : "", *word = words[1];
	if (!m->announced_absent)
		return;
	for (size_t i = 0; i < 2; i++) {
		size_t n = strlen(words[i]);
		if (strncmp(note, words[i], n) != 0 || (note[n] && !strchr(" ,;:", note[n])))
			continue;
		word = words[i];
		note += n;
		break;
	}
	note += strspn(note, " ,;:");
	str_addf(out, ", %s", word == words[0] ? _("unentschuldigt") : _("entschuldigt"));
	/* Why is nobody's business outside. */
	if (!c->public_only && *note)
		str_addf(out, " (%s)", note);
}

static void add_absent(struct minutes_context *c)
{
	bool begun = false;
	for (size_t i = 0; i < c->s->members.len; i++) {
		const struct sitting_member *m = sitting_member(c->s, i);
		if (m->intervals.len || m->person->kind != SETUP_MEMBER || !m->person->voting)
			continue;
		if (!begun) {
			doc_heading(c->doc, 2, _("Abwesende Mitglieder"));
			doc_list(c->doc);
		}
		begun = true;
		struct str line = { 0 };
		str_add(&line, sitting_person_name(c->s, m->person->person_id));
		if (*m->person->group_short)
			str_addf(&line, " (%s)", m->person->group_short);
		add_excuse(c, m, &line);
		doc_run(doc_list_item(c->doc), DOC_PLAIN, str_text(&line));
		str_clear(&line);
	}
}

static const char *guest_label(const struct ledger_event *e)
{
	if (str_equal(e->slot, "expert"))
		return _("Sachverständige Person: ");
	return str_equal(e->slot, "administration") ? _("Verwaltung: ") : _("Gast: ");
}

static void add_guests(struct minutes_context *c)
{
	bool begun = false;
	for (size_t i = 0; i < c->s->guests.len; i++) {
		const struct ledger_event *e = *(const struct ledger_event **)vec_at(&c->s->guests, i);
		size_t item = id_is_set(&e->item_id) ? sitting_find_item(c->s, &e->item_id) : SITTING_NONE;
		if (!minutes_shows_event(c, e))
			continue;
		if (!begun) {
			doc_heading(c->doc, 2, _("Gäste"));
			doc_list(c->doc);
		}
		begun = true;
		struct str line = { 0 };
		str_addf(&line, "%s%s", guest_label(e), e->text ? e->text : "");
		minutes_add_item_number(c, item, _(" zu "), "", &line);
		doc_run(doc_list_item(c->doc), DOC_PLAIN, str_text(&line));
		str_clear(&line);
	}
}

void minutes_add_people(struct minutes_context *c)
{
	doc_heading(c->doc, 1, _("Anwesenheit"));
	add_section(c, SETUP_MEMBER, _("Stimmberechtigte Mitglieder"));
	add_absent(c);
	add_section(c, SETUP_ADVISORY, _("Beratende Mitglieder und weitere Teilnehmende"));
	add_section(c, SETUP_ADMINISTRATION, _("Verwaltung"));
	add_guests(c);
}
