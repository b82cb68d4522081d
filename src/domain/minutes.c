/* See minutes.h: the minutes as a whole. */
#include "domain/minutes.h"

#include "base/date.h"
#include "base/i18n.h"
#include "domain/minutes_part.h"
#include "domain/quorum.h"
#include "domain/wording.h"

#include <string.h>

/* --- what all documents share --- */

static enum minutes_kind kind_of(const struct sitting *s, const struct minutes_options *options)
{
	if (options->kind != MINUTES_BY_SETUP)
		return options->kind;
	if (strcmp(s->setup->kind_of_minutes, "results") == 0)
		return MINUTES_RESULTS;
	return strcmp(s->setup->kind_of_minutes, "verbatim") == 0 ? MINUTES_VERBATIM : MINUTES_COURSE;
}

void minutes_begin(struct minutes_context *c, const struct sitting *s, const struct minutes_options *options, struct doc *doc,
    const char *title)
{
	static const char *const parts[] = { "", N_("Öffentlicher Teil"), N_("Nichtöffentlicher Teil") };
	*c = (struct minutes_context){ s, options, kind_of(s, options), options->part == MINUTES_PUBLIC, doc };
	struct str full = { 0 }, subtitle = { 0 };
	str_addf(&full, "%s: %s, ", title, s->setup->organization_name);
	minutes_add_meeting_name(c, &full);
	/* The language of the document is that of its sentences. */
	doc_init(doc, str_text(&full), _("de"));
	if (options->part != MINUTES_BOTH)
		str_add(&subtitle, _(parts[options->part]));
	if (options->draft)
		str_addf(&subtitle, "%s%s", subtitle.len ? " – " : "", _("Entwurf"));
	if (subtitle.len)
		doc->subtitle = str_take(&subtitle);
	str_clear(&subtitle);
	str_clear(&full);
}

bool minutes_shows(const struct minutes_context *c, size_t item)
{
	bool public = sitting_item(c->s, item)->public;
	return c->options->part == MINUTES_BOTH || public == (c->options->part == MINUTES_PUBLIC);
}

/* Was the meeting public at that moment? */
static bool public_at(const struct sitting *s, int64_t at)
{
	bool public = true;
	for (size_t i = 0; i < s->parts.len; i++) {
		const struct ledger_event *part = *(const struct ledger_event **)vec_at(&s->parts, i);
		if (part->at <= at)
			public = part->flag != LEDGER_FALSE;
	}
	return public;
}

bool minutes_shows_event(const struct minutes_context *c, const struct ledger_event *e)
{
	if (c->options->part == MINUTES_BOTH)
		return true;
	if (id_is_set(&e->item_id)) {
		size_t item = sitting_find_item(c->s, &e->item_id);
		return item != SITTING_NONE && minutes_shows(c, item);
	}
	return public_at(c->s, e->at) == (c->options->part == MINUTES_PUBLIC);
}

bool minutes_shows_text(const struct minutes_context *c, const struct sitting_text *text)
{
	if (text->item != SITTING_NONE)
		return minutes_shows(c, text->item);
	/* Also what was taken back later stands in the list of wordings. */
	for (size_t i = 0; i < c->s->events.len; i++) {
		const struct ledger_event *e = &(*(struct sitting_event **)vec_at(&c->s->events, i))->event;
		bool same = e->kind == LEDGER_TEXT && !id_is_set(&e->item_id) && str_equal(e->slot, text->slot) &&
			    e->person_id == text->person_id;
		if (same && !minutes_shows_event(c, e))
			return false;
	}
	return true;
}

void minutes_add_meeting_name(const struct minutes_context *c, struct str *out)
{
	const struct setup *setup = c->s->setup;
	if (*setup->number)
		str_addf(out, _("%s. Sitzung"), setup->number);
	else
		str_add(out, *setup->name ? setup->name : _("Sitzung"));
}

void minutes_add_item_name(const struct minutes_context *c, size_t item, struct str *out)
{
	const struct sitting_item *i = sitting_item(c->s, item);
	str_addf(out, "TOP %s %s", i->number, i->title);
}

const char *minutes_taker(const struct minutes_context *c)
{
	for (size_t i = 0; !c->options->minute_taker && i < c->s->members.len; i++) {
		const struct sitting_member *m = sitting_member(c->s, i);
		if (m->person->kind == SETUP_ADMINISTRATION && m->intervals.len && strcmp(m->person->role, "Schriftführung") == 0)
			return sitting_person_name(c->s, m->person->person_id);
	}
	return c->options->minute_taker;
}

void minutes_add_person(const struct minutes_context *c, int64_t person_id, struct str *out)
{
	const char *spoken = sitting_person_spoken(c->s, person_id), *sir = "Herr ";
	bool declined = strncmp(spoken, sir, strlen(sir)) == 0;
	str_addf(out, "%s%s", declined ? _("Herrn ") : "", spoken + (declined ? strlen(sir) : 0));
}

void minutes_add_item_number(const struct minutes_context *c, size_t item, const char *before, const char *after, struct str *out)
{
	if (item == SITTING_NONE || !minutes_shows(c, item))
		return;
	const struct sitting_item *i = sitting_item(c->s, item);
	bool second = c->options->part == MINUTES_BOTH && !i->public; /* its part begins with 1 again */
	str_addf(out, "%s%s %s%s", before, second ? _("nichtöffentlicher TOP") : "TOP", i->number, after);
}

/* --- head --- */

static void pair(struct doc *doc, const char *term, const char *text)
{
	if (*text)
		doc_pair(doc, term, text);
}

static void pair_time(struct doc *doc, const char *term, int64_t at)
{
	char time[DATE_TEXT];
	struct str text = { 0 };
	if (at != MOMENT_NONE)
		str_addf(&text, _("%s Uhr"), moment_format_time(at, time));
	pair(doc, term, str_text(&text));
	str_clear(&text);
}

static void add_pauses(struct minutes_context *c)
{
	struct str text = { 0 };
	char time[DATE_TEXT];
	for (size_t i = 0; i < c->s->pauses.len; i++) {
		const struct ledger_event *e = *(const struct ledger_event **)vec_at(&c->s->pauses, i);
		bool pause = e->kind == LEDGER_PAUSE;
		if (pause && text.len)
			str_add(&text, "; ");
		str_addf(&text, pause ? _("%s Uhr") : _(" bis %s Uhr"), moment_format_time(e->at, time));
		if (pause && !c->public_only && e->note && *e->note)
			str_addf(&text, " (%s)", e->note);
	}
	pair(c->doc, _("Unterbrechungen"), str_text(&text));
	str_clear(&text);
}

/* From when to when the public was excluded. */
static void add_closed_doors(struct minutes_context *c)
{
	struct str text = { 0 };
	char time[DATE_TEXT];
	for (size_t i = 0; i < c->s->parts.len; i++) {
		const struct ledger_event *e = *(const struct ledger_event **)vec_at(&c->s->parts, i);
		str_add(&text, text.len ? "; " : "");
		str_addf(&text, e->flag == LEDGER_FALSE ? _("ausgeschlossen ab %s Uhr") : _("wiederhergestellt ab %s Uhr"),
		    moment_format_time(e->at, time));
	}
	pair(c->doc, _("Öffentlichkeit"), str_text(&text));
	str_clear(&text);
}

void minutes_add_head(struct minutes_context *c)
{
	const struct setup *setup = c->s->setup;
	int64_t begin = c->s->opened != MOMENT_NONE ? c->s->opened : setup->starts_at;
	char day[DATE_TEXT];
	struct str text = { 0 };
	doc_pairs(c->doc);
	pair(c->doc, _("Körperschaft"), setup->body_name);
	pair(c->doc, _("Gremium"), setup->organization_name);
	minutes_add_meeting_name(c, &text);
	pair(c->doc, _("Sitzung"), str_text(&text));
	if (begin != MOMENT_NONE)
		pair(c->doc, _("Datum"), date_format_long(moment_date(begin), day));
	str_set(&text, setup->location);
	if (*setup->room)
		str_addf(&text, "%s%s", text.len ? ", " : "", setup->room);
	pair(c->doc, _("Ort"), str_text(&text));
	pair_time(c->doc, _("Beginn"), c->s->opened);
	pair_time(c->doc, _("Ende"), c->s->closed);
	add_pauses(c);
	add_closed_doors(c);
	if (c->s->chair)
		pair(c->doc, _("Vorsitz"), sitting_person_name(c->s, c->s->chair));
	if (minutes_taker(c))
		pair(c->doc, _("Schriftführung"), minutes_taker(c));
	str_clear(&text);
}

/* --- convening and quorum --- */

static const struct ledger_event *open_event(const struct sitting *s)
{
	for (size_t i = 0; i < s->events.len; i++) {
		const struct sitting_event *se = *(struct sitting_event **)vec_at(&s->events, i);
		if (!se->undone && se->event.kind == LEDGER_OPEN)
			return &se->event;
	}
	return NULL;
}

/* Who voted there from the first moment; councillors and others for the committees of NRW. */
static void count_opening(const struct sitting *s, struct quorum_count *count)
{
	for (size_t i = 0; i < s->members.len; i++) {
		const struct sitting_member *m = sitting_member(s, i);
		if (!m->intervals.len || m->person->kind != SETUP_MEMBER || !m->person->voting)
			continue;
		if (!((struct sitting_interval *)vec_at(&m->intervals, 0))->from_open)
			continue;
		count->present++;
		count->councillors += m->person->councillor;
		count->others += !m->person->councillor;
	}
}

static void add_challenges(struct minutes_context *c)
{
	for (size_t i = 0; i < c->s->quorums.len; i++) {
		const struct ledger_event *e = *(const struct ledger_event **)vec_at(&c->s->quorums, i);
		if (!minutes_shows_event(c, e))
			continue;
		char time[DATE_TEXT];
		struct str line = { 0 };
		str_addf(&line, _("%s Uhr: "), moment_format_time(e->at, time));
		if (str_equal(e->slot, "challenge")) {
			str_add(&line, _("Die Beschlussfähigkeit wird angezweifelt"));
			str_add(&line, e->person_id ? _(" von ") : "");
			if (e->person_id)
				minutes_add_person(c, e->person_id, &line);
			str_add(&line, ". ");
		}
		str_addf(&line,
		    ngettext("Gezählt wird %d anwesendes stimmberechtigtes Mitglied von %d: %s.",
		        "Gezählt werden %d anwesende stimmberechtigte Mitglieder von %d: %s.", (unsigned long)e->present),
		    (int)e->present, (int)e->legal, str_equal(e->outcome, "quorate") ? _("beschlussfähig") : _("nicht beschlussfähig"));
		doc_paragraph_text(c->doc, str_text(&line));
		str_clear(&line);
	}
}

static void add_opening(struct minutes_context *c)
{
	const struct ledger_event *open = open_event(c->s);
	if (!open)
		return;
	doc_heading(c->doc, 1, _("Einladung und Beschlussfähigkeit"));
	char time[DATE_TEXT];
	struct str line = { 0 };
	struct quorum_result result = { 0 };
	struct quorum_count count = { .rule = quorum_rule_parse(c->s->setup->quorum_rule), .legal = c->s->legal };
	count_opening(c->s, &count);
	if (count.legal < count.present)
		count.legal = count.present;
	quorum_decide(&count, &result, NULL);
	str_addf(&line, _("%s eröffnet die Sitzung um %s Uhr. "), open->person_id ? sitting_person_spoken(c->s, open->person_id) : _("Der Vorsitz"),
	    moment_format_time(open->at, time));
	str_add(&line, open->note && *open->note ? open->note : _("Die ordnungsgemäße Einladung wird festgestellt."));
	str_addf(&line,
	    ngettext(" Anwesend ist %d stimmberechtigtes Mitglied bei einer gesetzlichen Mitgliederzahl von %d; ",
	        " Anwesend sind %d stimmberechtigte Mitglieder bei einer gesetzlichen Mitgliederzahl von %d; ", (unsigned long)count.present),
	    (int)count.present, (int)c->s->legal);
	str_add(&line, result.quorate ? _("die Beschlussfähigkeit ist gegeben.") : _("die Beschlussfähigkeit ist nicht gegeben."));
	doc_paragraph_text(c->doc, str_text(&line));
	str_clear(&line);
	add_challenges(c);
}

/* --- agenda and items --- */

static void add_remarks(const struct sitting *s, size_t i, struct str *out)
{
	const struct sitting_item *item = sitting_item(s, i);
	bool refused = wording_not_admitted(s, i);
	if (refused)
		str_add(out, _("Dringlichkeit abgelehnt"));
	else if (item->added)
		str_add(out, _("in der Sitzung aufgenommen"));
	else if (item->invited && item->invited->supplemented)
		str_add(out, _("Nachtrag"));
	if (item->moved)
		str_addf(out, "%s%s", out->len ? ", " : "", _("verschoben"));
	if (item->state == ITEM_WITHDRAWN && !refused)
		str_addf(out, "%s%s", out->len ? ", " : "", _("abgesetzt"));
	if (item->switched)
		str_addf(out, "%s%s", out->len ? ", " : "", item->public ? _("öffentlich behandelt") : _("nichtöffentlich behandelt"));
}

static size_t item_at(const struct sitting *s, size_t place)
{
	return *(size_t *)vec_at(&s->order, place);
}

static void add_agenda(struct minutes_context *c)
{
	const char *headers[] = { _("TOP"), _("Betreff"), _("Vorlage"), _("Bemerkung") };
	doc_heading(c->doc, 1, _("Tagesordnung"));
	doc_table(c->doc, _("Tagesordnung in der behandelten Reihenfolge"), 4, headers);
	for (size_t place = 0; place < c->s->order.len; place++) {
		const struct sitting_item *item = sitting_item(c->s, item_at(c->s, place));
		if (!minutes_shows(c, item_at(c->s, place)))
			continue;
		struct str remarks = { 0 };
		add_remarks(c->s, item_at(c->s, place), &remarks);
		if (!item->public && c->options->part == MINUTES_BOTH)
			str_addf(&remarks, "%s%s", remarks.len ? ", " : "", _("nichtöffentlich"));
		doc_table_text(c->doc, item->number);
		doc_table_text(c->doc, item->title);
		doc_table_text(c->doc, item->invited ? item->invited->reference : "");
		doc_table_text(c->doc, str_text(&remarks));
		str_clear(&remarks);
	}
}

static void add_items(struct minutes_context *c, bool public)
{
	bool begun = false;
	for (size_t place = 0; place < c->s->order.len; place++) {
		size_t item = item_at(c->s, place);
		if (sitting_item(c->s, item)->public != public || !minutes_shows(c, item))
			continue;
		if (!begun)
			doc_heading(c->doc, 1, public ? _("Öffentlicher Teil") : _("Nichtöffentlicher Teil"));
		begun = true;
		struct str name = { 0 };
		minutes_add_item_name(c, item, &name);
		doc_heading(c->doc, 2, str_text(&name));
		str_clear(&name);
		minutes_add_item(c, item);
	}
}

/* Texts and tasks of the meeting itself; the closing sentence. */
static void add_general(struct minutes_context *c)
{
	const struct sitting_text *course = sitting_text_history(c->s, SITTING_NONE, "course", 0);
	if (course && minutes_shows_text(c, course)) {
		doc_heading(c->doc, 1, _("Allgemeines"));
		doc_paragraph_text(c->doc, sitting_text(c->s, SITTING_NONE, "course", 0));
	}
	bool begun = false;
	for (size_t i = 0; i < c->s->tasks.len; i++) {
		const struct sitting_task *task = vec_at(&c->s->tasks, i);
		if (task->item != SITTING_NONE || !minutes_shows_event(c, task->event))
			continue;
		if (!begun) {
			doc_heading(c->doc, 1, _("Aufträge und Zusagen"));
			doc_list(c->doc);
		}
		begun = true;
		minutes_add_task(c->doc, task->event);
	}
}

static void add_closing(struct minutes_context *c)
{
	char time[DATE_TEXT];
	struct str line = { 0 };
	const struct sitting_text *text = sitting_text_history(c->s, SITTING_NONE, "closing", 0);
	const char *closing = text && minutes_shows_text(c, text) ? sitting_text(c->s, SITTING_NONE, "closing", 0) : c->s->setup->standard_closing;
	if (*closing)
		str_add(&line, closing);
	else if (c->s->closed != MOMENT_NONE)
		str_addf(&line, _("Die Sitzung endet um %s Uhr."), moment_format_time(c->s->closed, time));
	doc_paragraph_text(c->doc, str_text(&line));
	str_set(&line, "");
	const char *chair = c->s->chair ? sitting_person_name(c->s, c->s->chair) : "";
	str_addf(&line, "%s%s%s", chair, *chair ? ", " : "", _("Vorsitz"));
	struct str taker = { 0 };
	if (minutes_taker(c))
		str_addf(&taker, "%s, ", minutes_taker(c));
	str_add(&taker, _("Schriftführung"));
	doc_signatures(c->doc, (const char *[]){ str_text(&line), str_text(&taker) }, 2);
	str_clear(&taker);
	str_clear(&line);
}

void minutes_build(const struct sitting *s, const struct minutes_options *options, struct doc *doc)
{
	struct minutes_context c;
	minutes_begin(&c, s, options, doc, _("Niederschrift"));
	minutes_add_head(&c);
	minutes_add_people(&c);
	add_opening(&c);
	add_agenda(&c);
	add_items(&c, true);
	add_items(&c, false);
	add_general(&c);
	add_closing(&c);
}
