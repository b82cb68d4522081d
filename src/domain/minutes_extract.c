/* See minutes.h: excerpts, the overview of results, and who wrote which sentence. */
#include "domain/minutes.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "domain/minutes_part.h"
#include "domain/textdiff.h"
#include "domain/wording.h"

#include <stdlib.h>
#include <string.h>

static size_t item_at(const struct sitting *s, size_t place)
{
	return *(size_t *)vec_at(&s->order, place);
}

/* --- excerpts --- */

static void add_excerpt(struct minutes_context *c, size_t item)
{
	struct str name = { 0 };
	minutes_add_item_name(c, item, &name);
	doc_heading(c->doc, 1, str_text(&name));
	str_clear(&name);
	minutes_add_head(c);
	doc_heading(c->doc, 2, _("Auszug aus der Niederschrift"));
	minutes_add_item(c, item);
	doc_signatures(c->doc, (const char *[]){ _("Für die Richtigkeit des Auszugs") }, 1);
}

void minutes_excerpt(const struct sitting *s, size_t item, const struct minutes_options *options, struct doc *doc)
{
	struct minutes_context c;
	minutes_begin(&c, s, options, doc, _("Beschlussauszug"));
	if (minutes_shows(&c, item))
		add_excerpt(&c, item);
}

void minutes_excerpts(const struct sitting *s, const struct minutes_options *options, struct doc *doc)
{
	struct minutes_context c;
	minutes_begin(&c, s, options, doc, _("Beschlussauszüge"));
	bool begun = false;
	for (size_t place = 0; place < s->order.len; place++) {
		size_t item = item_at(s, place);
		const struct sitting_item *i = sitting_item(s, item);
		if (!minutes_shows(&c, item) || (!i->decision && i->state == ITEM_WAITING))
			continue;
		if (begun)
			doc_page_break(doc);
		begun = true;
		add_excerpt(&c, item);
	}
}

/* --- overview --- */

/* The table of one part; its heading only where the document has both. */
static void add_overview(struct minutes_context *c, bool public)
{
	const char *headers[] = { _("TOP"), _("Betreff"), _("Vorlage"), _("Ergebnis") };
	const struct sitting *s = c->s;
	bool begun = false;
	for (size_t place = 0; place < s->order.len; place++) {
		size_t item = item_at(s, place);
		const struct sitting_item *i = sitting_item(s, item);
		if (i->public != public || !minutes_shows(c, item))
			continue;
		if (!begun && c->options->part == MINUTES_BOTH)
			doc_heading(c->doc, 1, public ? _("Öffentlicher Teil") : _("Nichtöffentlicher Teil"));
		if (!begun)
			doc_table(c->doc, _("Ergebnisse in der behandelten Reihenfolge"), 4, headers);
		begun = true;
		struct str result = { 0 };
		wording_item(&result, s, item);
		if (!result.len && i->state == ITEM_WAITING && s->state == SITTING_CLOSED)
			str_add(&result, _("nicht behandelt"));
		doc_table_text(c->doc, i->number);
		doc_table_text(c->doc, i->title);
		doc_table_text(c->doc, i->invited ? i->invited->reference : "");
		doc_table_text(c->doc, str_text(&result));
		str_clear(&result);
	}
}

void minutes_overview(const struct sitting *s, const struct minutes_options *options, struct doc *doc)
{
	struct minutes_context c;
	minutes_begin(&c, s, options, doc, _("Ergebnisübersicht"));
	add_overview(&c, true);
	add_overview(&c, false);
}

/* --- history --- */

static const char *slot_label(const char *slot)
{
	if (strcmp(slot, "resolution") == 0)
		return _("Beschluss");
	if (strcmp(slot, "verbatim") == 0)
		return _("Zu Protokoll gegeben");
	return strcmp(slot, "closing") == 0 ? _("Schlusssatz") : _("Verlauf");
}

/* Bytes of the sentence at s with the blanks behind it: up to . ! ? before a blank, or a line end. */
static size_t sentence_length(const char *s)
{
	size_t n = 0;
	while (s[n] && s[n] != '\n') {
		bool end = strchr(".!?", s[n]) && (s[n + 1] == ' ' || s[n + 1] == '\n' || !s[n + 1]);
		n++;
		/* A number at the beginning ('2. Die Verwaltung') and an abbreviation of one letter end nothing. */
		bool ordinal = end && s[n - 1] == '.' && (n < 3 || (n < 4 && s[0] >= '0' && s[0] <= '9') || s[n - 3] == ' ');
		if (end && !ordinal)
			break;
	}
	while (s[n] == ' ' || s[n] == '\n')
		n++;
	return n;
}

/* The event since which the sentence has stood there without a break. */
static const struct ledger_event *origin(const struct sitting_text *text, const char *sentence)
{
	size_t i = text->history.len - 1;
	const struct ledger_event *e = *(const struct ledger_event **)vec_at(&text->history, i);
	while (i-- > 0) {
		const struct ledger_event *before = *(const struct ledger_event **)vec_at(&text->history, i);
		if (!strstr(before->text, sentence))
			break;
		e = before;
	}
	return e;
}

static void add_origin_row(struct doc *doc, const struct ledger_event *e, const char *sentence)
{
	char time[DATE_TEXT];
	doc_table_text(doc, e->at == MOMENT_NONE ? "" : moment_format(e->at, time));
	doc_table_text(doc, e->author ? e->author : _("noch nicht bestätigt"));
	doc_table_text(doc, sentence);
}

static void add_sentences(struct doc *doc, const struct sitting_text *text)
{
	const char *headers[] = { _("Zeit"), _("Verfasser"), _("Satz") };
	const struct ledger_event *last = *(const struct ledger_event **)vec_at(&text->history, text->history.len - 1);
	doc_table(doc, _("Wer welchen Satz geschrieben hat"), 3, headers);
	for (const char *s = last->text; *s;) {
		size_t n = sentence_length(s), end = n;
		while (end && (s[end - 1] == ' ' || s[end - 1] == '\n'))
			end--;
		char *sentence = mem_strndup(s, end);
		if (*sentence)
			add_origin_row(doc, origin(text, sentence), sentence);
		free(sentence);
		s += n;
	}
}

static bool same_text(const struct sitting *s, const struct sitting_text *text, const struct ledger_event *e)
{
	size_t item = id_is_set(&e->item_id) ? sitting_find_item(s, &e->item_id) : SITTING_NONE;
	return e->kind == LEDGER_TEXT && e->slot && e->text && item == text->item && e->person_id == text->person_id &&
	       strcmp(e->slot, text->slot) == 0;
}

/* Every wording against the one before it, those taken back included. */
static void add_wordings(const struct sitting *s, struct doc *doc, const struct sitting_text *text)
{
	const char *headers[] = { _("Zeit"), _("Verfasser"), _("Änderung") };
	const char *before = text->item != SITTING_NONE && strcmp(text->slot, "resolution") == 0 ? sitting_proposal(s, text->item) : "";
	doc_table(doc, _("Alle Fassungen"), 3, headers);
	for (size_t i = 0; i < s->events.len; i++) {
		const struct sitting_event *se = *(struct sitting_event **)vec_at(&s->events, i);
		if (!same_text(s, text, &se->event))
			continue;
		struct str change = { 0 };
		if (se->undone)
			str_add(&change, _("(zurückgenommen) "));
		textdiff_format(before, se->event.text, &change);
		add_origin_row(doc, &se->event, str_text(&change));
		str_clear(&change);
		if (!se->undone)
			before = se->event.text;
	}
}

static void add_history(struct minutes_context *c, const struct sitting_text *text)
{
	struct str title = { 0 };
	if (text->item != SITTING_NONE) {
		str_addf(&title, "TOP %s – ", sitting_item(c->s, text->item)->number);
	}
	str_add(&title, slot_label(text->slot));
	if (text->person_id)
		str_addf(&title, ": %s", sitting_person_spoken(c->s, text->person_id));
	doc_heading(c->doc, 1, str_text(&title));
	str_clear(&title);
	add_sentences(c->doc, text);
	add_wordings(c->s, c->doc, text);
}

void minutes_history(const struct sitting *s, size_t item, const struct minutes_options *options, struct doc *doc)
{
	struct minutes_context c;
	minutes_begin(&c, s, options, doc, _("Entstehung der Texte"));
	for (size_t i = 0; i < s->texts.len; i++) {
		const struct sitting_text *text = vec_at(&s->texts, i);
		if ((item == SITTING_NONE || text->item == item) && minutes_shows_text(&c, text))
			add_history(&c, text);
	}
}
