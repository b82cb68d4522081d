/*
 * What the meeting table says in linear mode: the same state that table_draw.c
 * paints, in parts. The events are said as the ledger describes them, whoever
 * typed them; what is only asked for (who is missing, the texts of the item)
 * comes with everything. See screen/speech.h.
 */
#include "app/table_words.h"

#include "app/sitting_speak.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/wording.h"
#include "screen/speech.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* ---- the meeting ---- */

static void speak_title(const struct table *t, struct speech *out)
{
	const struct setup *u = &t->setup;
	char day[DATE_TEXT], since[DATE_TEXT];
	int64_t from = table_state_since(&t->sitting);
	struct str state = { 0 };
	str_add(&state, table_state_text(t));
	if (from != MOMENT_NONE)
		str_addf(&state, _(" seit %s"), moment_format_time(from, since));
	speech_addf(out, SPEECH_NOW, "title", _("Sitzungstisch: %s, %s. Sitzung, %s"), u->organization_name, u->number,
	            date_format_long(moment_date(u->starts_at), day));
	speech_more(out, str_text(&state));
	str_clear(&state);
}

static void speak_status(const struct table *t, struct speech *out)
{
	const struct sitting *s = &t->sitting;
	struct str text = { 0 };
	if (s->state != SITTING_PLANNED && s->state != SITTING_CLOSED)
		table_entitled_text(s, true, &text);
	speech_add(out, SPEECH_NOW, "entitled", str_text(&text));
	str_cut(&text, 0);
	table_clock_text(t, &text);
	speech_add(out, SPEECH_NOW, "clock", str_text(&text));
	str_cut(&text, 0);
	table_projector_text(t, &text);
	table_projector_lamp(t, &text);
	speech_add(out, SPEECH_CHANGE, "projector", str_text(&text));
	str_clear(&text);
}

/* Numbers of events on their way change with every key; what is said is whether they can get through. */
static void speak_link(const struct table *t, struct speech *out)
{
	const struct table_link *l = &t->link;
	struct str text = { 0 };
	size_t held = table_held(t);
	if (held > 0)
		speech_addf(out, SPEECH_NOW, "held", _("! %zu ZURÜCKGESTELLT (H)"), held);
	if (!l->connected)
		speech_add(out, SPEECH_CHANGE, "server", _("! OHNE SERVER"));
	else if (l->busy)
		speech_add(out, SPEECH_CHANGE, "server", _("! der Server nimmt nichts an"));
	else
		speech_add(out, SPEECH_CHANGE, "server", _("mit dem Server verbunden"));
	if (l->pen)
		speech_add(out, SPEECH_CHANGE, "pen", _("Der Stift ist hier."));
	else if (l->pen_holder)
		speech_addf(out, SPEECH_NOW, "pen", _("%s hat den Stift."), l->pen_holder);
	else
		speech_add(out, SPEECH_NOW, "pen", _("nur lesend"));
	table_saved_text(t, &text);
	speech_add(out, SPEECH_ASKED, "saved", str_text(&text));
	str_clear(&text);
}

static void speak_attendance(const struct table *t, struct speech *out)
{
	struct str text = { 0 };
	table_groups_text(t, &text, INT_MAX);
	speech_add(out, SPEECH_ASKED, "groups", str_text(&text));
	str_cut(&text, 0);
	table_exceptions_text(t, &text);
	speech_add(out, SPEECH_ASKED, "exceptions", str_text(&text));
	str_cut(&text, 0);
	table_marks_text(t, &text);
	speech_add(out, SPEECH_ASKED, "marks", str_text(&text));
	str_clear(&text);
}

/* ---- the item ---- */

static void item_text(const struct table *t, size_t item, struct str *out, struct str *more)
{
	const struct sitting_item *it = sitting_item(&t->sitting, item);
	str_addf(out, _("TOP %s, %s"), it->number, it->public ? _("öffentlich") : _("NICHTÖFFENTLICH"));
	str_addf(out, ": %s%s%s", it->invited && it->invited->reference[0] ? it->invited->reference : "",
	         it->invited && it->invited->reference[0] ? ", " : "", it->title);
	if (table_is_marked(t, item))
		str_addf(out, ", %s", _("im Block"));
	if (it->state == ITEM_WITHDRAWN)
		str_addf(more, "%s, ", _("zurückgezogen"));
	if (it->decision) {
		wording_item(more, &t->sitting, item);
		str_add(more, ", ");
	}
	str_addf(more, _("%zu von %zu"), t->cursor + 1, t->sitting.order.len);
}

static void speak_section(struct speech *out, const char *name, const char *title, const char *text)
{
	if (*text)
		speech_addf(out, SPEECH_ASKED, name, "%s: %s", title, text);
}

static void speak_texts(const struct table *t, size_t item, struct speech *out)
{
	static const struct {
		const char *title;
		void (*text)(const struct table *t, size_t item, struct str *out);
	} sections[] = { { N_("ERGEBNIS"), table_votes_text },
		         { N_("ÄNDERUNGSANTRÄGE"), table_amendments_text },
		         { N_("BESCHLUSS"), table_resolution_text },
		         { N_("AUFTRÄGE"), table_tasks_text } };
	struct str text = { 0 };
	if (item == t->sitting.current)
		table_speakers_text(t, &text);
	speak_section(out, "speakers", _("REDELISTE"), str_text(&text));
	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++) {
		str_cut(&text, 0);
		sections[i].text(t, item, &text);
		speak_section(out, sections[i].title, _(sections[i].title), str_text(&text));
	}
	const char *course = sitting_text(&t->sitting, item, "course", 0);
	speak_section(out, "course", _("VERLAUF"), course ? course : "");
	str_clear(&text);
}

static void speak_item(const struct table *t, struct speech *out)
{
	bool chosen = t->cursor_free || t->mode == TABLE_AGENDA;
	size_t item = chosen ? table_cursor_item(t) : t->sitting.current;
	struct str text = { 0 }, more = { 0 };
	if (item == SITTING_NONE) {
		table_before_text(t, &text);
		speech_add(out, SPEECH_NOW, "item", str_text(&text));
	} else {
		item_text(t, item, &text, &more);
		speech_add(out, SPEECH_NOW, "item", str_text(&text));
		speech_more(out, str_text(&more));
		speak_texts(t, item, out);
	}
	str_clear(&text);
	str_clear(&more);
}

/* ---- what is typed ---- */

static void speak_prompt(const struct table *t, struct speech *out)
{
	struct str label = { 0 }, hint = { 0 };
	table_prompt_label(t, &label);
	str_add(&label, "> ");
	if (t->prompt->hint)
		t->prompt->hint(t, line_text(&t->line), &hint);
	speech_add(out, SPEECH_REST, "hint", str_text(&hint));
	speech_type_line(out, str_text(&label), &t->line);
	str_clear(&label);
	str_clear(&hint);
}

static void speak_rollcall(const struct table *t, struct speech *out)
{
	const struct table_rollcall *r = &t->rollcall;
	struct str counts = { 0 };
	table_rollcall_text(t, &counts);
	speech_add(out, SPEECH_ASKED, "counts", str_text(&counts));
	str_clear(&counts);
	for (size_t i = 0; i < r->persons.len; i++) {
		const struct setup_person *p = setup_person(&t->setup, *(int64_t *)vec_at(&r->persons, i));
		/* Each answer once, then who is called next. */
		if (p && r->choices[i] != ' ')
			speech_addf(out, SPEECH_CHANGE, p->name, "%d %s: %s", (int)p->seat, p->name, table_choice_word(r->choices[i]));
	}
	const struct setup_person *p = r->at < r->persons.len ? setup_person(&t->setup, *(int64_t *)vec_at(&r->persons, r->at)) : NULL;
	if (p)
		speech_addf(out, SPEECH_NOW, "voter", "%d %s: %s", (int)p->seat, p->name,
		            r->choices[r->at] == ' ' ? _("offen") : table_choice_word(r->choices[r->at]));
}

static void speak_groups(const struct table *t, struct speech *out)
{
	struct vote_line v;
	if (t->groups.at >= t->groups.cells.len)
		return;
	const struct table_cell *cell = vec_at(&t->groups.cells, t->groups.at);
	const struct sitting_group *g = vec_at(&t->sitting.groups, cell->group);
	char *label = str_format("%s (%d)> ", table_group_label(t, g), (int)g->entitled);
	vote_line_parse_cell(str_text(&cell->text), g->entitled, &v);
	if (v.state == VOTE_LINE_OK)
		speech_addf(out, SPEECH_REST, "figures", _("%s: Ja %d  Nein %d  Enth %d"), table_group_label(t, g), (int)v.yes, (int)v.no,
		            (int)v.abstain);
	else
		speech_addf(out, SPEECH_REST, "figures", _("! %s: passt nicht zu %d"), table_group_label(t, g), (int)g->entitled);
	speech_type(out, label, str_text(&cell->text), cell->text.len, t->groups.at);
	free(label);
}

static void speak_text(const struct table *t, struct speech *out)
{
	speech_addf(out, SPEECH_NOW, "text", "%s%s%s", table_slot_title(t), t->person ? ": " : "",
	            t->person ? sitting_person_name(&t->sitting, t->person) : "");
	editor_speak(t->editor, "", out);
}

static void speak_held(const struct table *t, struct speech *out)
{
	struct str event = { 0 }, verdict = { 0 };
	table_held_text(t, &event, &verdict);
	speech_add(out, SPEECH_NOW, "held_event", str_text(&event));
	speech_more(out, str_text(&verdict));
	str_clear(&event);
	str_clear(&verdict);
}

static void speak_mode(const struct table *t, struct speech *out)
{
	const char *hint = table_mode_hint(t);
	struct str text = { 0 };
	/* A prompt is announced by its own line. */
	speech_add(out, SPEECH_CHANGE, "mode", hint ? hint : _("Befehle"));
	if (t->mode == TABLE_COMMAND && table_subject_text(t, &text))
		speech_add(out, SPEECH_NOW, "subject", str_text(&text));
	str_clear(&text);
	if (t->mode == TABLE_PROMPT)
		speak_prompt(t, out);
	else if (t->mode == TABLE_ROLLCALL)
		speak_rollcall(t, out);
	else if (t->mode == TABLE_GROUPS)
		speak_groups(t, out);
	else if (t->mode == TABLE_TEXT)
		speak_text(t, out);
	else if (t->mode == TABLE_HELD)
		speak_held(t, out);
}

void table_speak(const struct table *t, struct speech *out)
{
	if (!t->loaded) {
		out->place++; /* else the meeting would have been there before, and all its last events were news */
		speech_add(out, SPEECH_NOW, "title", _("Die Sitzung wird geladen ..."));
		return;
	}
	speak_title(t, out);
	sitting_speak_events(&t->sitting, out);
	if (!table_is_hidden(t))
		sitting_speak_quorum(&t->sitting, out);
	speak_status(t, out);
	speak_link(t, out);
	speak_attendance(t, out);
	speak_item(t, out);
	speak_mode(t, out);
}
