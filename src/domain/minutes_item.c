/* See minutes_part.h: what the minutes say about one agenda item. */
#include "domain/minutes_part.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "domain/majority.h"
#include "domain/textdiff.h"
#include "domain/wording.h"

#include <stdlib.h>
#include <string.h>

void minutes_add_labelled(struct doc *doc, const char *label, const char *text)
{
	if (!*text)
		return;
	struct doc_cell *cell = doc_paragraph(doc);
	doc_run(cell, DOC_STRONG, label);
	doc_run(cell, DOC_PLAIN, " ");
	doc_run(cell, DOC_PLAIN, text);
}

static void add_consultation(struct minutes_context *c, const struct sitting_item *item)
{
	const struct setup_item *invited = item->invited;
	if (item->added)
		minutes_add_labelled(c->doc, _("In der Sitzung aufgenommen:"), item->added->note && *item->added->note ? item->added->note : _("ja"));
	if (!invited)
		return;
	struct str paper = { 0 };
	str_add(&paper, invited->reference);
	if (*invited->paper_title && strcmp(invited->paper_title, invited->title) != 0)
		str_addf(&paper, "%s%s", paper.len ? ", " : "", invited->paper_title);
	minutes_add_labelled(c->doc, _("Vorlage:"), str_text(&paper));
	str_clear(&paper);
	minutes_add_labelled(c->doc, _("Vorberatung:"), invited->previous);
}

static void add_conflicts(struct minutes_context *c, size_t item)
{
	for (size_t i = 0; i < c->s->conflict_list.len; i++) {
		const struct sitting_conflict *conflict = vec_at(&c->s->conflict_list, i);
		if (conflict->item != item || conflict->withdrawn)
			continue;
		const struct ledger_event *e = conflict->event;
		bool absence = e->kind == LEDGER_ITEM_ABSENT;
		struct str line = { 0 };
		str_addf(&line, absence ? _("%s war bei Beratung und Abstimmung nicht anwesend") :
					  _("%s hat wegen Befangenheit an Beratung und Abstimmung nicht teilgenommen"),
		    sitting_person_spoken(c->s, e->person_id));
		if (!absence && e->flag == LEDGER_TRUE)
			str_add(&line, _(" und hielt sich im Zuhörerbereich auf"));
		if (!c->public_only && e->note && *e->note)
			str_addf(&line, " (%s)", e->note);
		str_add_char(&line, '.');
		doc_paragraph_text(c->doc, str_text(&line));
		str_clear(&line);
	}
}

/* --- texts --- */

static void add_course(struct minutes_context *c, size_t item)
{
	const char *course = sitting_text(c->s, item, "course", 0);
	if (c->kind == MINUTES_RESULTS || !course || !*course)
		return;
	doc_heading(c->doc, 3, _("Verlauf"));
	doc_paragraph_text(c->doc, course);
}

/* Demanded statements belong into the minutes of every kind. */
static void add_verbatim(struct minutes_context *c, size_t item)
{
	bool begun = false;
	for (size_t i = 0; i < c->s->texts.len; i++) {
		const struct sitting_text *text = vec_at(&c->s->texts, i);
		const char *words = text->item == item ? sitting_text(c->s, item, "verbatim", text->person_id) : NULL;
		if (strcmp(text->slot, "verbatim") != 0 || !words || !*words)
			continue;
		if (!begun)
			doc_heading(c->doc, 3, _("Zu Protokoll gegeben"));
		begun = true;
		if (text->person_id)
			minutes_add_labelled(c->doc, sitting_person_spoken(c->s, text->person_id), _("erklärt wörtlich:"));
		doc_quote_text(c->doc, words);
	}
}

/* Verbatim minutes also say who spoke and when. */
static void add_speakers(struct minutes_context *c, size_t item)
{
	bool begun = false;
	for (size_t i = 0; c->kind == MINUTES_VERBATIM && i < c->s->speakers.len; i++) {
		const struct sitting_speaker *speaker = vec_at(&c->s->speakers, i);
		if (speaker->item != item || speaker->begun == MOMENT_NONE)
			continue;
		if (!begun) {
			doc_heading(c->doc, 3, _("Wortbeiträge"));
			doc_list(c->doc);
		}
		begun = true;
		char from[DATE_TEXT], until[DATE_TEXT] = "";
		struct str line = { 0 };
		str_addf(&line, "%s, %s", speaker->name ? speaker->name : sitting_person_spoken(c->s, speaker->person_id),
		    moment_format_time(speaker->begun, from));
		if (speaker->ended != MOMENT_NONE)
			str_addf(&line, "–%s", moment_format_time(speaker->ended, until));
		str_addf(&line, _(" Uhr%s"), speaker->order ? _(" (zur Geschäftsordnung)") : "");
		doc_run(doc_list_item(c->doc), DOC_PLAIN, str_text(&line));
		str_clear(&line);
	}
}

/* One paragraph set off per line of the difference; runs are cut at line ends. */
static void add_difference(struct minutes_context *c, const char *proposal, const char *resolution)
{
	static const enum doc_run_kind kinds[] = { DOC_PLAIN, DOC_DELETED, DOC_INSERTED };
	struct vec runs = VEC_OF(struct textdiff_run);
	textdiff_runs(proposal, resolution, &runs);
	struct doc_cell *cell = NULL;
	for (size_t i = 0; i < runs.len; i++) {
		const struct textdiff_run *run = vec_at(&runs, i);
		for (const char *s = run->text; *s;) {
			size_t n = strcspn(s, "\n");
			if (n) {
				if (!cell) {
					cell = doc_paragraph(c->doc);
					((struct doc_block *)vec_at(&c->doc->blocks, c->doc->blocks.len - 1))->quote = true;
				}
				char *part = mem_strndup(s, n);
				doc_run(cell, kinds[run->kind], part);
				free(part);
			}
			if (s[n] == '\n')
				cell = NULL;
			s += n + (s[n] == '\n');
		}
	}
	textdiff_clear(&runs);
}

/* Was a number of the resolution adopted? */
static bool number_adopted(const struct sitting *s, size_t item)
{
	for (size_t v = 0; v < s->votes.len; v++) {
		const struct sitting_vote *vote = sitting_vote(s, v);
		if (vote->item == item && !vote->superseded && str_equal(vote->event->slot, "number") &&
		    str_equal(vote->event->outcome, "adopted"))
			return true;
	}
	return false;
}

static void add_resolution(struct minutes_context *c, size_t item)
{
	const char *proposal = sitting_proposal(c->s, item), *resolution = sitting_resolution(c->s, item);
	const struct ledger_event *decision = sitting_item(c->s, item)->decision;
	bool adopted = decision ? decision->kind == LEDGER_VOTE && str_equal(decision->outcome, "adopted") : number_adopted(c->s, item);
	bool changed = strcmp(proposal, resolution) != 0;
	if (!*resolution)
		return;
	doc_heading(c->doc, 3, adopted ? _("Beschluss") : changed ? _("Beschlussvorschlag, geändert") : _("Beschlussvorschlag"));
	doc_quote_text(c->doc, resolution);
	if (changed && *proposal && c->kind != MINUTES_RESULTS) {
		doc_heading(c->doc, 4, _("Unterschied zum Vorschlag"));
		add_difference(c, proposal, resolution);
	}
}

/* --- votes --- */

static void add_names(struct minutes_context *c, const struct ledger_event *e, char letter, const char *label)
{
	struct str names = { 0 }, term = { 0 };
	int count = 0;
	for (size_t i = 0; e->choices && i < e->persons.len && e->choices[i]; i++) {
		if (e->choices[i] != letter)
			continue;
		str_addf(&names, "%s%s", count++ ? ", " : "", sitting_person_name(c->s, e->persons.items[i]));
	}
	if (count) {
		str_addf(&term, "%s (%d)", label, count);
		doc_pair(c->doc, str_text(&term), str_text(&names));
	}
	str_clear(&names);
	str_clear(&term);
}

static void add_roll_call(struct minutes_context *c, const struct ledger_event *e)
{
	if (!e->persons.len || !e->choices)
		return;
	doc_heading(c->doc, 4, _("Namentliche Abstimmung"));
	doc_pairs(c->doc);
	add_names(c, e, 'J', _("Ja"));
	add_names(c, e, 'N', _("Nein"));
	add_names(c, e, 'E', _("Enthaltung"));
	add_names(c, e, 'O', _("Nicht abgestimmt"));
}

/* Minutes of results are short: figures only where the sentence alone does not say what was needed. */
static void add_figures(struct minutes_context *c, const struct ledger_event *e)
{
	struct str line = { 0 };
	if (c->kind == MINUTES_RESULTS && (!e->rule || !*e->rule || strcmp(e->rule, "simple") == 0) && !(e->note && *e->note))
		return;
	wording_counts(&line, e->yes, e->no, e->abstain, e->invalid);
	str_addf(&line, _("; %d Stimmberechtigte, %d gesetzliche Mitglieder"), (int)e->entitled, (int)e->legal);
	if (e->rule && *e->rule && strcmp(e->rule, "simple") != 0)
		str_addf(&line, _("; erforderlich: %s"), majority_label(e->rule));
	minutes_add_labelled(c->doc, _("Stimmen:"), str_text(&line));
	str_clear(&line);
	if (e->note)
		minutes_add_labelled(c->doc, _("Anmerkung:"), e->note);
}

static void add_mover(struct minutes_context *c, const struct ledger_event *e, struct str *out)
{
	const struct setup_organization *organization = setup_organization(c->s->setup, e->organization_id);
	if (e->person_id) {
		str_add(out, _(" von "));
		minutes_add_person(c, e->person_id, out);
	}
	if (organization)
		str_addf(out, " (%s)", organization->name);
}

static void add_amendments(struct minutes_context *c, size_t item)
{
	struct vec order = VEC_OF(size_t);
	sitting_amendments(c->s, item, &order);
	if (order.len)
		doc_heading(c->doc, 3, _("Änderungsanträge"));
	for (size_t i = 0; i < order.len; i++) {
		const struct sitting_amendment *amendment = sitting_amendment(c->s, *(size_t *)vec_at(&order, i));
		struct str line = { 0 };
		str_add(&line, _("Antrag"));
		if (amendment->event->number && *amendment->event->number)
			str_addf(&line, " %s", amendment->event->number);
		add_mover(c, amendment->event, &line);
		str_add_char(&line, ':');
		doc_run(doc_paragraph(c->doc), DOC_STRONG, str_text(&line));
		doc_quote_text(c->doc, amendment->event->text);
		str_set(&line, "");
		if (amendment->vote == SITTING_NONE)
			str_add(&line, _("nicht abgestimmt"));
		else
			wording_vote_alone(&line, c->s, sitting_vote(c->s, amendment->vote));
		minutes_add_labelled(c->doc, _("Ergebnis:"), str_text(&line));
		if (amendment->vote != SITTING_NONE)
			add_roll_call(c, sitting_vote(c->s, amendment->vote)->event);
		str_clear(&line);
	}
	vec_clear(&order);
}

/* What was cast and what was valid: the majority of an election is one of the valid votes. */
static void add_election_figures(struct minutes_context *c, const struct ledger_event *e)
{
	int32_t valid = e->no > 0 ? e->no : 0, cast;
	struct str line = { 0 };
	if (e->kind != LEDGER_ELECTION || !e->counts.len || str_equal(e->slot, "lot"))
		return;
	for (size_t i = 0; i < e->counts.len; i++)
		valid += e->counts.items[i];
	cast = valid + (e->abstain > 0 ? e->abstain : 0) + (e->invalid > 0 ? e->invalid : 0);
	str_addf(&line, _("abgegeben %d, davon gültig %d"), (int)cast, (int)valid);
	if (e->entitled != LEDGER_ABSENT)
		str_addf(&line, _("; %d Stimmberechtigte, %d gesetzliche Mitglieder"), (int)e->entitled, (int)e->legal);
	minutes_add_labelled(c->doc, _("Stimmen:"), str_text(&line));
	str_clear(&line);
}

/* Votes besides the decision: on procedure, urgency, publicity, and those that were repeated. */
static void add_other_votes(struct minutes_context *c, size_t i)
{
	const struct sitting_item *item = sitting_item(c->s, i);
	for (size_t v = 0; v < c->s->votes.len; v++) {
		const struct sitting_vote *vote = sitting_vote(c->s, v);
		const struct ledger_event *e = vote->event;
		bool decisive = !vote->superseded && (e == item->decision || str_equal(e->slot, "number"));
		bool amended = vote->amendment != SITTING_NONE && !vote->superseded;
		if (vote->item != i || decisive || amended)
			continue;
		struct str line = { 0 };
		wording_vote(&line, c->s, vote);
		if (vote->superseded)
			str_add(&line, _(" (Abstimmung wiederholt)"));
		if (e->text && *e->text)
			str_addf(&line, " – %s", e->text);
		minutes_add_labelled(c->doc, _("Weitere Abstimmung:"), str_text(&line));
		str_clear(&line);
	}
	for (size_t r = 0; r < c->s->results.len; r++) {
		const struct ledger_event *e = *(const struct ledger_event **)vec_at(&c->s->results, r);
		if (e == item->decision || !id_equal(&e->item_id, &item->item_id))
			continue;
		struct str line = { 0 };
		wording_result(&line, c->s, e);
		minutes_add_labelled(c->doc, e->kind == LEDGER_ELECTION ? _("Wahlgang:") : _("Vorher:"), str_text(&line));
		add_election_figures(c, e);
		str_clear(&line);
	}
}

static void add_decision(struct minutes_context *c, size_t i)
{
	const struct sitting_item *item = sitting_item(c->s, i);
	struct str line = { 0 };
	wording_item(&line, c->s, i);
	if (!line.len && item->state == ITEM_WAITING && c->s->state == SITTING_CLOSED)
		str_add(&line, _("nicht behandelt"));
	const struct ledger_event *e = item->decision;
	minutes_add_labelled(c->doc, e && e->kind == LEDGER_VOTE ? _("Abstimmungsergebnis:") : _("Ergebnis:"), str_text(&line));
	str_clear(&line);
	if (e)
		add_election_figures(c, e);
	if (!e || e->kind != LEDGER_VOTE)
		return;
	add_figures(c, e);
	add_roll_call(c, e);
}

static void add_number_roll_calls(struct minutes_context *c, size_t item)
{
	for (size_t v = 0; v < c->s->votes.len; v++) {
		const struct sitting_vote *vote = sitting_vote(c->s, v);
		if (vote->item == item && !vote->superseded && str_equal(vote->event->slot, "number"))
			add_roll_call(c, vote->event);
	}
}

void minutes_add_task(struct doc *doc, const struct ledger_event *e)
{
	char day[DATE_TEXT];
	struct str line = { 0 };
	if (e->number && *e->number)
		str_addf(&line, "%s: ", e->number);
	str_add(&line, e->text ? e->text : "");
	if (e->due != DATE_NONE)
		str_addf(&line, _(" (bis %s)"), date_format(e->due, day));
	doc_run(doc_list_item(doc), DOC_PLAIN, str_text(&line));
	str_clear(&line);
}

static void add_tasks(struct minutes_context *c, size_t item)
{
	bool begun = false;
	for (size_t i = 0; i < c->s->tasks.len; i++) {
		const struct sitting_task *task = vec_at(&c->s->tasks, i);
		if (task->item != item)
			continue;
		if (!begun) {
			doc_heading(c->doc, 3, _("Aufträge und Zusagen"));
			doc_list(c->doc);
		}
		begun = true;
		minutes_add_task(c->doc, task->event);
	}
}

void minutes_add_item(struct minutes_context *c, size_t item)
{
	add_consultation(c, sitting_item(c->s, item));
	add_conflicts(c, item);
	add_speakers(c, item);
	add_course(c, item);
	add_verbatim(c, item);
	add_amendments(c, item);
	add_other_votes(c, item);
	add_resolution(c, item);
	add_decision(c, item);
	add_number_roll_calls(c, item);
	add_tasks(c, item);
}
