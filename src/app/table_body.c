/* The middle of the meeting table: the open item with its texts, roll call, groups. See table_draw.c. */
#include "app/table_words.h"

#include "base/i18n.h"
#include "base/text.h"
#include "domain/textdiff.h"
#include "domain/wording.h"

#include <stdlib.h>
#include <string.h>

int table_draw_wrapped(struct canvas *c, struct area a, int row, unsigned attr, const char *text)
{
	while (*text && row < a.row + a.rows) {
		size_t skip;
		size_t n = text_wrap(text, a.cols, &skip);
		canvas_printf(c, row++, a.col, a.cols, attr, "%.*s", (int)n, text);
		text += n + skip;
	}
	return row;
}

/* ---- the open item ---- */

/* The consultations before this one, a line each in the data, on one line here. */
static void draw_previous(struct canvas *c, int row, int col, int cols, const char *text)
{
	struct str line = { 0 };
	for (; *text; text++) {
		if (*text == '\n')
			str_add(&line, " > ");
		else
			str_add_char(&line, *text);
	}
	canvas_field(c, row, col, cols, ATTR_DIM, str_text(&line));
	str_clear(&line);
}

static int draw_title(const struct table *t, struct canvas *c, struct area a, size_t item)
{
	const struct sitting_item *it = sitting_item(&t->sitting, item);
	struct str left = { 0 }, right = { 0 };
	char clock[DATE_TEXT];
	str_addf(&left, _("TOP %s  "), it->number);
	if (it->invited && it->invited->reference[0])
		str_addf(&left, "%s  ", it->invited->reference);
	str_add(&left, it->title);
	str_addf(&right, "%s  %s", it->public ? _("öffentlich") : _("NICHTÖFFENTLICH"), moment_format_time(it->begun, clock));
	int used = text_width(str_text(&right));
	canvas_field(c, a.row, a.col, a.cols - used - 1, ATTR_BOLD, str_text(&left));
	canvas_text(c, a.row, a.col + a.cols - used, used, it->public ? ATTR_NONE : ATTR_REVERSE, str_text(&right));
	str_clear(&left);
	str_clear(&right);
	int row = a.row + 1;
	if (it->invited && it->invited->previous[0] && a.rows > 10)
		draw_previous(c, row++, a.col, a.cols, it->invited->previous);
	return row;
}

static int draw_section(struct canvas *c, struct area a, int row, const char *title, const char *text, int most)
{
	if (!*text || row >= a.row + a.rows)
		return row;
	canvas_text(c, row++, a.col, a.cols, ATTR_BOLD, title);
	int end = row + most < a.row + a.rows ? row + most : a.row + a.rows;
	return table_draw_wrapped(c, (struct area){ a.row, a.col + 1, end - a.row, a.cols - 1 }, row, ATTR_NONE, text);
}

void table_resolution_text(const struct table *t, size_t item, struct str *out)
{
	const char *proposed = sitting_proposal(&t->sitting, item), *now = sitting_resolution(&t->sitting, item);
	if (*proposed && strcmp(proposed, now) != 0)
		textdiff_format(proposed, now, out);
	else
		str_add(out, now);
}

void table_amendments_text(const struct table *t, size_t item, struct str *out)
{
	struct vec list = VEC_OF(size_t);
	sitting_amendments(&t->sitting, item, &list);
	for (size_t i = 0; i < list.len; i++) {
		const struct sitting_amendment *a = sitting_amendment(&t->sitting, *(size_t *)vec_at(&list, i));
		const struct setup_organization *o = setup_organization(&t->setup, a->event->organization_id);
		const char *outcome = "";
		if (a->vote != SITTING_NONE)
			outcome = str_equal(sitting_vote(&t->sitting, a->vote)->event->outcome, "adopted") ? _("angenommen: ")
			                                                                                     : _("abgelehnt: ");
		str_addf(out, "%s%s %s %s: %s%s", out->len ? "\n" : "", _("ÄA"), a->event->number ? a->event->number : "",
		         o ? o->short_name : a->event->person_id ? sitting_person_spoken(&t->sitting, a->event->person_id) : "",
		         outcome, a->event->text ? a->event->text : "");
	}
	vec_clear(&list);
}

/* The newest first; amendments say their result themselves. */
void table_votes_text(const struct table *t, size_t item, struct str *out)
{
	for (size_t i = t->sitting.votes.len; i-- > 0;) {
		const struct sitting_vote *v = sitting_vote(&t->sitting, i);
		if (v->item != item || v->amendment != SITTING_NONE)
			continue;
		if (out->len)
			str_add_char(out, '\n');
		wording_vote(out, &t->sitting, v);
	}
	const struct ledger_event *d = sitting_item(&t->sitting, item)->decision;
	if (d && d->kind != LEDGER_VOTE) {
		if (out->len)
			str_add_char(out, '\n');
		wording_result(out, &t->sitting, d);
	}
}

void table_speakers_text(const struct table *t, struct str *out)
{
	struct vec waiting = VEC_OF(size_t);
	size_t speaking = sitting_speaking(&t->sitting), item = t->sitting.current;
	if (speaking != SITTING_NONE && ((const struct sitting_speaker *)vec_at(&t->sitting.speakers, speaking))->item == item) {
		const struct sitting_speaker *s = vec_at(&t->sitting.speakers, speaking);
		char clock[DATE_TEXT];
		str_addf(out, "> %s (%s)", s->name ? s->name : sitting_person_name(&t->sitting, s->person_id),
		         moment_format_time(s->begun, clock));
	}
	sitting_speakers(&t->sitting, &waiting);
	for (size_t i = 0; i < waiting.len; i++) {
		const struct sitting_speaker *s = vec_at(&t->sitting.speakers, *(size_t *)vec_at(&waiting, i));
		if (s->item != item)
			continue;
		str_addf(out, "%s%s%s", out->len ? ", " : "", s->order ? _("GO: ") : "",
		         s->name ? s->name : sitting_person_name(&t->sitting, s->person_id));
	}
	vec_clear(&waiting);
}

void table_tasks_text(const struct table *t, size_t item, struct str *out)
{
	char day[DATE_TEXT];
	for (size_t i = 0; i < t->sitting.tasks.len; i++) {
		const struct sitting_task *task = vec_at(&t->sitting.tasks, i);
		if (task->item != item)
			continue;
		str_addf(out, "%s%s", out->len ? "\n" : "", task->event->number ? task->event->number : "");
		if (task->event->due != DATE_NONE)
			str_addf(out, _(" bis %s"), date_format(task->event->due, day));
		str_addf(out, ": %s", task->event->text ? task->event->text : "");
	}
}

/* The results stand where they are always seen: first below the title. */
static void draw_item_texts(const struct table *t, struct canvas *c, struct area a, size_t item)
{
	struct str text = { 0 };
	int row = draw_title(t, c, a, item);
	int third = a.rows / 3 > 3 ? a.rows / 3 : 3;
	table_votes_text(t, item, &text);
	row = draw_section(c, a, row, _("ERGEBNIS"), str_text(&text), third);
	str_cut(&text, 0);
	if (item == t->sitting.current)
		table_speakers_text(t, &text);
	row = draw_section(c, a, row, _("REDELISTE"), str_text(&text), 2);
	str_cut(&text, 0);
	table_amendments_text(t, item, &text);
	row = draw_section(c, a, row, _("ÄNDERUNGSANTRÄGE"), str_text(&text), third);
	str_cut(&text, 0);
	table_resolution_text(t, item, &text);
	row = draw_section(c, a, row, _("BESCHLUSS"), str_text(&text), third * 2);
	const char *course = sitting_text(&t->sitting, item, "course", 0);
	row = draw_section(c, a, row, _("VERLAUF"), course ? course : "", third * 2);
	str_cut(&text, 0);
	table_tasks_text(t, item, &text);
	draw_section(c, a, row, _("AUFTRÄGE"), str_text(&text), third);
	str_clear(&text);
}

const char *table_slot_title(const struct table *t)
{
	static const struct {
		const char *slot;
		const char *title;
	} titles[] = { { "resolution", N_("BESCHLUSS") }, { "course", N_("VERLAUF") }, { "closing", N_("SCHLUSSTEXT") },
		       { "verbatim", N_("WÖRTLICHE ERKLÄRUNG") }, { "amendment", N_("ÄNDERUNGSANTRAG") } };
	for (size_t i = 0; i < sizeof(titles) / sizeof(*titles); i++)
		if (strcmp(titles[i].slot, t->slot) == 0)
			return _(titles[i].title);
	return t->slot;
}

static void draw_text_mode(const struct table *t, struct canvas *c, struct area a)
{
	int row = a.row;
	if (t->text_item != SITTING_NONE)
		row = draw_title(t, c, a, t->text_item);
	canvas_printf(c, row++, a.col, a.cols, ATTR_BOLD | ATTR_UNDERLINE, "%s%s%s", table_slot_title(t), t->person ? ": " : "",
	              t->person ? sitting_person_name(&t->sitting, t->person) : "");
	struct area text = { row, a.col, a.row + a.rows - row, a.cols };
	editor_resize(t->editor, text.rows, text.cols);
	editor_draw(t->editor, c, text, t->mode == TABLE_TEXT);
}

void table_before_text(const struct table *t, struct str *out)
{
	const struct setup *u = &t->setup;
	str_addf(out, _("Gesetzliche Mitgliederzahl %d. %s.\n\n"), (int)u->legal, u->rule_set);
	if (table_is_hidden(t))
		str_add(out, _("Von dieser Sitzung ist mit den Rechten dieses Kontos nur die Tagesordnung zu sehen, nicht der Verlauf."));
	else if (t->sitting.state == SITTING_PLANNED)
		str_add(out, _("Alle Eingeladenen gelten als anwesend: mit - und dem Namen, wer fehlt. Enter eröffnet die Sitzung."));
	else if (setup_is_signed(u))
		str_add(out, _("Die Niederschrift ist unterschrieben: es gibt nur noch Einwendungen (Niederschriften, w)."));
	else if (t->sitting.state == SITTING_CLOSED)
		str_add(out, _("Die Sitzung ist geschlossen. Texte lassen sich bis zur Unterschrift noch schreiben."));
	else
		str_add(out, _("Enter ruft den ersten Punkt auf."));
}

static void draw_before(const struct table *t, struct canvas *c, struct area a)
{
	char day[DATE_TEXT], clock[DATE_TEXT];
	const struct setup *u = &t->setup;
	canvas_printf(c, a.row, a.col, a.cols, ATTR_BOLD, "%s", u->name[0] ? u->name : u->organization_name);
	canvas_printf(c, a.row + 1, a.col, a.cols, ATTR_NONE, _("%s, %s Uhr, %s"),
	              date_format_long(moment_date(u->starts_at), day), moment_format_time(u->starts_at, clock), u->location);
	struct str text = { 0 };
	table_before_text(t, &text);
	table_draw_wrapped(c, a, a.row + 2, ATTR_NONE, str_text(&text));
	str_clear(&text);
}

void table_draw_body(const struct table *t, struct canvas *c, struct area a)
{
	size_t item = t->cursor_free ? table_cursor_item(t) : t->sitting.current;
	if (a.rows <= 0 || a.cols <= 0)
		return;
	if (t->mode == TABLE_TEXT || t->text_below)
		draw_text_mode(t, c, a);
	else if (item != SITTING_NONE)
		draw_item_texts(t, c, a, item);
	else
		draw_before(t, c, a);
}

/* ---- roll call ---- */

const char *table_choice_word(char choice)
{
	switch (choice) {
	case 'J':
		return _("Ja");
	case 'N':
		return _("NEIN");
	case 'E':
		return _("Enth");
	case 'O':
		return "--";
	default:
		return "·";
	}
}

static void draw_voter(const struct table *t, struct canvas *c, int row, int col, int cols, size_t i)
{
	const struct table_rollcall *r = &t->rollcall;
	const struct setup_person *p = setup_person(&t->setup, *(int64_t *)vec_at(&r->persons, i));
	unsigned attr = i == r->at ? ATTR_REVERSE : ATTR_NONE;
	if (!p)
		return;
	canvas_printf(c, row, col, 3, attr, "%2d ", (int)p->seat);
	canvas_field(c, row, col + 3, cols - 8, attr, p->name);
	canvas_field_right(c, row, col + cols - 5, 4, attr | (r->choices[i] == ' ' ? 0 : ATTR_BOLD), table_choice_word(r->choices[i]));
}

void table_rollcall_text(const struct table *t, struct str *out)
{
	const struct table_rollcall *r = &t->rollcall;
	int count[4] = { 0 };
	for (size_t i = 0; i < r->persons.len; i++)
		for (int k = 0; k < 4; k++)
			count[k] += r->choices[i] == "JNE "[k];
	str_addf(out, _("NAMENTLICH (%s)  Ja %d  Nein %d  Enth %d  offen %d von %zu"),
	         r->by_name ? _("nach Namen") : _("nach Plätzen"), count[0], count[1], count[2], count[3], r->persons.len);
}

void table_draw_rollcall(const struct table *t, struct canvas *c, struct area a)
{
	const struct table_rollcall *r = &t->rollcall;
	struct str counts = { 0 };
	table_rollcall_text(t, &counts);
	canvas_text(c, a.row, a.col, a.cols, ATTR_BOLD, str_text(&counts));
	str_clear(&counts);
	int rows = a.rows - 1;
	if (rows <= 0)
		return;
	int per_page = a.cols / 26 > 0 ? a.cols / 26 : 1;
	int cols = a.cols / per_page;
	int page = rows * per_page;
	size_t first = r->at / (size_t)page * (size_t)page;
	for (size_t i = first; i < r->persons.len && (int)(i - first) < page; i++) {
		int at = (int)(i - first);
		draw_voter(t, c, a.row + 1 + at % rows, a.col + at / rows * cols, cols, i);
	}
}

/* ---- groups ---- */

void table_draw_groups(const struct table *t, struct canvas *c, struct area a)
{
	int sum[3] = { 0 };
	canvas_printf(c, a.row, a.col, a.cols, ATTR_BOLD, "%-14s %6s  %-10s %5s %5s %5s", _("FRAKTION"), _("da"), _("Eingabe"),
	              _("Ja"), _("Nein"), _("Enth"));
	for (size_t i = 0; i < t->groups.cells.len; i++) {
		const struct table_cell *cell = vec_at(&t->groups.cells, i);
		const struct sitting_group *g = vec_at(&t->sitting.groups, cell->group);
		struct vote_line v;
		int row = a.row + 1 + (int)i;
		vote_line_parse_cell(str_text(&cell->text), g->entitled, &v);
		bool ok = v.state == VOTE_LINE_OK;
		unsigned attr = ok ? ATTR_NONE : ATTR_BOLD | ATTR_RED;
		if (row >= a.row + a.rows - 1)
			break;
		canvas_field(c, row, a.col, 14, attr, table_group_label(t, g));
		canvas_printf(c, row, a.col + 15, 6, attr, "%6d", (int)g->entitled);
		canvas_field(c, row, a.col + 23, 10, i == t->groups.at ? ATTR_REVERSE : ATTR_UNDERLINE, str_text(&cell->text));
		canvas_printf(c, row, a.col + 34, 20, attr, ok ? "%5d %5d %5d" : "    !     !     !", (int)v.yes, (int)v.no,
		              (int)v.abstain);
		sum[0] += ok ? v.yes : 0;
		sum[1] += ok ? v.no : 0;
		sum[2] += ok ? v.abstain : 0;
	}
	canvas_printf(c, a.row + a.rows - 1, a.col, a.cols, ATTR_BOLD, _("Summe %28s %5d %5d %5d   von %d"), "", sum[0], sum[1],
	              sum[2], (int)t->sitting.entitled);
}
