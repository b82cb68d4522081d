/*
 * The picture of the meeting table: header, agenda, status, bottom line.
 *
 * Two shapes: from WIDE_COLS columns on the agenda stands at the left in full,
 * below that it shrinks to the items around the open one. Everything is drawn
 * from the state; nothing is remembered between two paints.
 */
#include "app/table_words.h"

#include "app/journal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/wording.h"

#include <string.h>

#define WIDE_COLS 100
#define AGENDA_COLS_MIN 30
#define AGENDA_COLS_MAX 48
#define NARROW_AGENDA_ROWS 4
#define CLOCK_BEHIND (60 * INT64_C(1000000)) /* microseconds */

const char *table_state_text(const struct table *t)
{
	const struct sitting *s = &t->sitting;
	if (table_is_hidden(t))
		return _("NUR TAGESORDNUNG");
	switch (s->state) {
	case SITTING_RUNNING:
		return s->public_part ? _("LÄUFT") : _("NICHTÖFFENTLICH");
	case SITTING_PAUSED:
		return _("UNTERBROCHEN");
	case SITTING_CLOSED:
		return _("GESCHLOSSEN");
	default:
		return _("NICHT ERÖFFNET");
	}
}

int64_t table_state_since(const struct sitting *s)
{
	switch (s->state) {
	case SITTING_RUNNING:
		return !s->public_part && s->part_since != MOMENT_NONE ? s->part_since : s->opened;
	case SITTING_PAUSED:
		return s->paused;
	case SITTING_CLOSED:
		return s->closed;
	default:
		return MOMENT_NONE;
	}
}

static void draw_header(const struct table *t, struct canvas *c, struct area a)
{
	const struct setup *u = &t->setup;
	char day[DATE_TEXT], clock[DATE_TEXT], since[DATE_TEXT];
	struct str left = { 0 }, right = { 0 };
	bool wide = a.cols >= WIDE_COLS;
	int64_t from = table_state_since(&t->sitting);
	str_addf(&left, " %s", wide ? u->organization_name : u->organization_short);
	if (u->number[0])
		str_addf(&left, "  %s%s", u->number, wide ? _(". Sitzung") : ".");
	date_format_long(moment_date(u->starts_at), day);
	str_addf(&left, "  %s  %s", day, table_state_text(t));
	if (from != MOMENT_NONE)
		str_addf(&left, _(" seit %s"), moment_format_time(from, since));
	str_addf(&right, "%s  %s ", moment_format_seconds(moment_now(), clock), u->room[0] ? u->room : u->location);
	canvas_fill(c, (struct area){ a.row, a.col, 1, a.cols }, ATTR_REVERSE, ' ');
	int used = canvas_text(c, a.row, a.col, a.cols, ATTR_REVERSE | ATTR_BOLD, str_text(&left));
	int room = a.cols - used - 1;
	if (room >= text_width(str_text(&right)))
		canvas_field_right(c, a.row, a.col + used + 1, room, ATTR_REVERSE, str_text(&right));
	else if (room >= 9)
		canvas_field_right(c, a.row, a.col + used + 1, room, ATTR_REVERSE, clock);
	str_clear(&left);
	str_clear(&right);
}

/* ---- agenda ---- */

static const char *item_sign(const struct table *t, size_t item)
{
	const struct sitting_item *it = sitting_item(&t->sitting, item);
	if (table_is_marked(t, item))
		return "*";
	if (t->sitting.current == item)
		return ">";
	if (it->state == ITEM_WITHDRAWN)
		return "-";
	if (it->marked)
		return "…";
	return it->state == ITEM_DONE || it->decision ? "✓" : " ";
}

/* "✓  2 Niederschrift       18:04"; full: with the result. */
static void draw_item(const struct table *t, struct canvas *c, int row, int col, int cols, size_t index, bool full)
{
	size_t item = *(size_t *)vec_at(&t->sitting.order, index);
	const struct sitting_item *it = sitting_item(&t->sitting, item);
	struct str result = { 0 };
	char clock[DATE_TEXT];
	bool cursor = index == t->cursor && (t->cursor_free || t->mode == TABLE_AGENDA);
	unsigned attr = t->sitting.current == item ? ATTR_BOLD : ATTR_NONE;
	if (it->state == ITEM_WITHDRAWN)
		attr |= ATTR_DIM;
	if (cursor)
		attr |= ATTR_REVERSE;
	if (full)
		wording_item_short(&result, &t->sitting, item);
	int right = full ? (cols > 70 ? 24 : 16) : it->begun == MOMENT_NONE ? 0 : 6;
	canvas_field(c, row, col, 2, attr, item_sign(t, item));
	canvas_field_right(c, row, col + 2, 5, attr, it->number);
	canvas_field(c, row, col + 7, 1, attr, "");
	canvas_field(c, row, col + 8, cols - 8 - right, attr, it->title);
	if (full)
		canvas_field_right(c, row, col + cols - right, right - 6, attr, str_text(&result));
	if (right > 0)
		canvas_field_right(c, row, col + cols - 6, 6, attr, moment_format_time(it->begun, clock));
	str_clear(&result);
}

static bool begins_part(const struct table *t, size_t index)
{
	if (index == 0)
		return false;
	const struct sitting_item *it = sitting_item(&t->sitting, *(size_t *)vec_at(&t->sitting.order, index));
	const struct sitting_item *before = sitting_item(&t->sitting, *(size_t *)vec_at(&t->sitting.order, index - 1));
	return it->public != before->public;
}

/* The first index to show so that the cursor stands inside, with some context before it. */
static size_t first_shown(const struct table *t, int rows)
{
	size_t n = t->sitting.order.len, before = (size_t)(rows / 3);
	size_t first = t->cursor > before ? t->cursor - before : 0;
	if (first + (size_t)rows > n)
		first = n > (size_t)rows ? n - (size_t)rows : 0;
	return first;
}

void table_draw_agenda(const struct table *t, struct canvas *c, struct area a, bool full)
{
	int row = a.row;
	if (a.rows <= 0)
		return;
	for (size_t i = first_shown(t, a.rows); i < t->sitting.order.len && row < a.row + a.rows; i++) {
		if (begins_part(t, i) && row + 1 < a.row + a.rows) {
			bool public = sitting_item(&t->sitting, *(size_t *)vec_at(&t->sitting.order, i))->public;
			canvas_printf(c, row++, a.col, a.cols, ATTR_DIM, "── %s ──", public ? _("öffentlich") : _("nichtöffentlich"));
		}
		draw_item(t, c, row++, a.col, a.cols, i, full);
	}
}

/* ---- status ---- */

/* Appends a piece when it still fits; pieces come in the order of their weight. */
/* false: there is no room for it. */
static bool add_piece(struct str *line, int cols, const char *piece)
{
	if (!*piece)
		return true;
	if (text_width(str_text(line)) + text_width(piece) + 3 > cols)
		return false;
	str_addf(line, "%s%s", line->len ? "   " : " ", piece);
	return true;
}

/* Where it does not fit with what is said of the lamp, what is shown is said alone. */
static void add_projector(const struct table *t, struct str *line, int cols)
{
	struct str piece = { 0 };
	table_projector_text(t, &piece);
	size_t shown = piece.len;
	table_projector_lamp(t, &piece);
	if (!add_piece(line, cols, str_text(&piece))) {
		str_cut(&piece, shown);
		add_piece(line, cols, str_text(&piece));
	}
	str_clear(&piece);
}

void table_saved_text(const struct table *t, struct str *out)
{
	size_t held = table_held(t), unsaved = journal_count(t->link.journal, JOURNAL_WAITING);
	if (held > 0)
		str_addf(out, _("! %zu ZURÜCKGESTELLT (H)"), held);
	else if (unsaved > 0 && t->link.connected && t->link.busy)
		str_addf(out, _("! SERVER NIMMT NICHTS AN, %zu warten"), unsaved);
	else if (unsaved > 0)
		str_addf(out, t->link.connected ? _("%zu unterwegs") : _("! OHNE SERVER, %zu warten"), unsaved);
	else
		str_add(out, t->link.connected ? _("alles gespeichert") : _("! OHNE SERVER"));
}

/* Small differences between the clocks of two machines are nobody's concern. */
void table_clock_text(const struct table *t, struct str *out)
{
	int64_t behind = table_clock(t) - moment_now();
	if (behind >= CLOCK_BEHIND)
		str_addf(out, _("! UHR %lld MIN ZURÜCK"), (long long)(behind / CLOCK_BEHIND));
}

/* On a narrow screen the number before the quorum says it: those who may vote. */
void table_entitled_text(const struct sitting *s, bool wide, struct str *out)
{
	if (wide)
		str_addf(out, _("stimmberechtigt %d"), (int)s->entitled);
	if (s->conflicts > 0)
		str_addf(out, "%s%d %s", wide ? ", " : "", (int)s->conflicts, _("befangen"));
}

void table_marks_text(const struct table *t, struct str *out)
{
	for (size_t i = 0; i < t->sitting.items.len; i++) {
		const struct sitting_item *it = sitting_item(&t->sitting, i);
		if (it->marked)
			str_addf(out, "%s%s", out->len ? "," : _("offen: TOP "), it->number);
	}
}

static void draw_status(const struct table *t, struct canvas *c, struct area a)
{
	const struct sitting *s = &t->sitting;
	struct str line = { 0 }, piece = { 0 };
	if (table_is_hidden(t))
		str_add(&piece, _("Verlauf nicht sichtbar"));
	else if (s->state == SITTING_PLANNED)
		str_addf(&piece, _("Quorum %d von %d"), (int)s->quorum_needed, (int)s->legal);
	else if (s->state == SITTING_CLOSED)
		str_add(&piece, setup_is_signed(&t->setup) ? _("UNTERSCHRIEBEN") : _("GESCHLOSSEN"));
	else
		str_addf(&piece, s->quorate ? _("BESCHLUSSFÄHIG %d >= %d") : _("! NICHT BESCHLUSSFÄHIG %d < %d"), (int)s->entitled,
		         (int)s->quorum_needed);
	add_piece(&line, a.cols, str_text(&piece));
	void (*const pieces[])(const struct table *, struct str *) = { table_saved_text, table_clock_text, table_marks_text };
	str_cut(&piece, 0);
	if (s->state != SITTING_PLANNED && s->state != SITTING_CLOSED)
		table_entitled_text(s, a.cols >= WIDE_COLS, &piece);
	add_piece(&line, a.cols, str_text(&piece));
	if (!t->link.pen)
		add_piece(&line, a.cols, t->link.pen_holder ? t->link.pen_holder : _("nur lesend"));
	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++) {
		str_cut(&piece, 0);
		pieces[i](t, &piece);
		add_piece(&line, a.cols, str_text(&piece));
	}
	add_projector(t, &line, a.cols);
	bool counts = s->state == SITTING_RUNNING || s->state == SITTING_PAUSED;
	unsigned attr = s->quorate || !counts ? ATTR_BOLD : ATTR_BOLD | ATTR_RED;
	if (table_held(t) > 0 || t->link.busy || !t->link.connected)
		attr |= ATTR_REVERSE;
	canvas_field(c, a.row, a.col, a.cols, attr, str_text(&line));
	str_clear(&line);
	str_clear(&piece);
}

/* ---- bottom line ---- */

void table_prompt_label(const struct table *t, struct str *out)
{
	if (t->prompt->label)
		str_add(out, _(t->prompt->label));
	else
		table_subject_label(t, out);
}

static void draw_prompt(const struct table *t, struct canvas *c, struct area a)
{
	struct str label = { 0 }, hint = { 0 };
	unsigned attr = ATTR_NONE;
	const char *text = line_text(&t->line);
	table_prompt_label(t, &label);
	str_add(&label, "> ");
	int used = canvas_text(c, a.row, a.col, a.cols, ATTR_BOLD, str_text(&label));
	if (t->prompt->hint)
		attr = t->prompt->hint(t, text, &hint);
	int rest = a.cols - used;
	int wanted = text_width(text) + 3;
	int least = hint.len > 0 ? 10 : rest;
	int line_cols = wanted > least ? wanted : least;
	if (hint.len > 0 && line_cols > rest * 2 / 3)
		line_cols = rest * 2 / 3;
	if (line_cols > rest)
		line_cols = rest;
	bool above = text_width(str_text(&hint)) > rest - line_cols && !message_is_shown(t->message);
	if (above)
		line_cols = rest;
	canvas_field(c, above ? a.row - 1 : a.row, above ? a.col : a.col + used + line_cols, above ? a.cols : rest - line_cols,
	             attr, str_text(&hint));
	line_draw(&t->line, c, a.row, a.col + used, line_cols, ATTR_UNDERLINE);
	str_clear(&label);
	str_clear(&hint);
}

const char *table_mode_hint(const struct table *t)
{
	switch (t->mode) {
	case TABLE_ROLLCALL:
		return _("NAMENTLICH  j n e o  12 Platz  Enter Rest ja  Esc");
	case TABLE_GROUPS:
		return _("FRAKTIONEN  Tab weiter  n3 n3x1 n x  leer = alle ja  Enter fest");
	case TABLE_AGENDA:
		return _("TAGESORDNUNG  a auf  d ab  x zurückg.  m bewegen  ö öff/nö  Esc");
	case TABLE_HELD:
		return _("ZURÜCKGESTELLT  Enter nachtragen  a alle  x verwerfen  Esc später");
	case TABLE_TEXT:
		return _("TEXT  Esc fertig  Tab Baustein  ^Z zurück  F7 kommt/geht");
	default:
		return NULL;
	}
}

/* What the next vote stands for. */
bool table_subject_text(const struct table *t, struct str *out)
{
	char clock[DATE_TEXT];
	table_subject_label(t, out);
	str_addf(out, "> ");
	if (t->subject.text)
		str_addf(out, "%s ", t->subject.text);
	if (t->rule)
		str_addf(out, "[%s] ", t->rule);
	if (t->at != MOMENT_NONE)
		str_addf(out, "@%s ", moment_format_time(t->at, clock));
	return t->subject.slot || t->rule || t->at != MOMENT_NONE || t->marked.len > 0;
}

static void draw_subject(const struct table *t, struct canvas *c, struct area a)
{
	struct str label = { 0 };
	bool special = table_subject_text(t, &label);
	canvas_field(c, a.row, a.col, a.cols, special ? ATTR_BOLD : ATTR_NONE, str_text(&label));
	str_clear(&label);
}

/* In the modes of voting the line also says what is voted on. */
static void draw_mode(const struct table *t, struct canvas *c, struct area a, const char *mode)
{
	struct str line = { 0 };
	if (t->mode == TABLE_ROLLCALL || t->mode == TABLE_GROUPS) {
		table_subject_label(t, &line);
		str_add(&line, "> ");
	}
	str_add(&line, mode);
	canvas_field(c, a.row, a.col, a.cols, ATTR_BOLD, str_text(&line));
	str_clear(&line);
}

static void draw_bottom(const struct table *t, struct canvas *c, struct area a)
{
	const char *mode = table_mode_hint(t);
	struct area last = { a.row + a.rows - 1, a.col, 1, a.cols };
	if (t->mode == TABLE_PROMPT)
		draw_prompt(t, c, last);
	else if (message_is_shown(t->message))
		message_draw(t->message, c, last);
	else if (mode)
		draw_mode(t, c, last, mode);
	else
		draw_subject(t, c, last);
}

/* ---- attendance ---- */

void table_groups_text(const struct table *t, struct str *out, int cols)
{
	const struct sitting *s = &t->sitting;
	int seats = 0;
	for (size_t i = 0; i < s->groups.len; i++)
		seats += ((const struct sitting_group *)vec_at(&s->groups, i))->seats;
	if (table_is_hidden(t))
		return;
	if (s->state == SITTING_PLANNED)
		str_addf(out, _(" EINGELADEN %d"), seats);
	if (s->state == SITTING_PLANNED || s->state == SITTING_CLOSED)
		return;
	str_addf(out, _(" ANWESEND %d/%d"), (int)s->present, seats);
	for (size_t i = 0; i < s->groups.len; i++) {
		const struct sitting_group *g = vec_at(&s->groups, i);
		struct str one = { 0 };
		bool named = g->short_name && *g->short_name;
		str_addf(&one, "  %s %d/%d", named ? g->short_name : _("oF"), (int)g->present, (int)g->seats);
		bool exception = g->present != g->seats;
		if (text_width(str_text(out)) + text_width(str_text(&one)) <= cols && (cols >= 60 || exception))
			str_add(out, str_text(&one));
		str_clear(&one);
	}
}

/* Who is missing, who has a conflict: names as far as they fit. */
void table_exceptions_text(const struct table *t, struct str *out)
{
	const struct sitting *s = &t->sitting;
	for (size_t i = 0; i < s->members.len && s->state != SITTING_CLOSED; i++) {
		const struct sitting_member *m = sitting_member(s, i);
		const char *sign = m->conflict ? _("befangen") : m->item_absent ? _("nicht im Saal") : NULL;
		bool voter = m->person->kind == SETUP_MEMBER && m->person->voting;
		bool away = s->state == SITTING_PLANNED ? m->announced_absent : !m->present;
		if (voter && away && !m->replaced_by)
			sign = _("fehlt");
		if (m->sits_for)
			sign = _("i. V.");
		if (sign)
			str_addf(out, "%s%s (%s)", out->len ? ", " : " ", m->person->family_name, sign);
	}
}

static void draw_attendance(const struct table *t, struct canvas *c, struct area a)
{
	struct str line = { 0 };
	table_groups_text(t, &line, a.cols);
	canvas_field(c, a.row, a.col, a.cols, ATTR_NONE, str_text(&line));
	str_clear(&line);
	if (a.rows < 2)
		return;
	table_exceptions_text(t, &line);
	canvas_field(c, a.row + 1, a.col, a.cols, ATTR_NONE, str_text(&line));
	str_clear(&line);
}

/* ---- all of it ---- */

static void draw_main(const struct table *t, struct canvas *c, struct area a)
{
	switch (t->mode) {
	case TABLE_ROLLCALL:
		table_draw_rollcall(t, c, a);
		break;
	case TABLE_GROUPS:
		table_draw_groups(t, c, a);
		break;
	case TABLE_AGENDA:
		table_draw_agenda(t, c, a, true);
		break;
	case TABLE_HELD:
		table_draw_held(t, c, a);
		break;
	default:
		table_draw_body(t, c, a);
	}
}

static void draw_wide(const struct table *t, struct canvas *c, struct area a)
{
	int agenda = a.cols / 3 > AGENDA_COLS_MAX ? AGENDA_COLS_MAX : a.cols / 3;
	if (agenda < AGENDA_COLS_MIN)
		agenda = AGENDA_COLS_MIN;
	int cols = a.cols - agenda - 2;
	canvas_text(c, a.row, a.col, agenda, ATTR_BOLD, _(" TAGESORDNUNG"));
	table_draw_agenda(t, c, (struct area){ a.row + 1, a.col, a.rows - 1, agenda }, false);
	canvas_vline(c, a.row, a.col + agenda, a.rows);
	struct area right = { a.row, a.col + agenda + 2, a.rows - 3, cols };
	draw_main(t, c, right);
	canvas_hline(c, a.row + a.rows - 3, right.col - 1, cols + 1);
	draw_attendance(t, c, (struct area){ a.row + a.rows - 2, right.col - 1, 2, cols + 1 });
}

static void draw_narrow(const struct table *t, struct canvas *c, struct area a)
{
	bool strip = (t->mode == TABLE_COMMAND || t->mode == TABLE_PROMPT || t->mode == TABLE_TEXT) && a.rows >= 12;
	int rows = strip ? NARROW_AGENDA_ROWS : 0;
	if (strip) {
		table_draw_agenda(t, c, (struct area){ a.row, a.col, rows, a.cols }, true);
		canvas_hline(c, a.row + rows, a.col, a.cols);
		rows++;
	}
	int below = a.rows >= 10 ? 2 : 0;
	draw_main(t, c, (struct area){ a.row + rows, a.col + 1, a.rows - rows - below, a.cols - 2 });
	if (below)
		draw_attendance(t, c, (struct area){ a.row + a.rows - below, a.col, below, a.cols });
}

void table_draw(const struct table *t, struct canvas *c, struct area a)
{
	if (!t->loaded) {
		canvas_text(c, a.row, a.col + 1, a.cols, ATTR_NONE, _("Die Sitzung wird geladen ..."));
		return;
	}
	draw_header(t, c, a);
	struct area middle = { a.row + 1, a.col, a.rows - 3, a.cols };
	if (a.rows < 5) {
		draw_bottom(t, c, (struct area){ a.row + a.rows - 1, a.col, 1, a.cols });
		return;
	}
	if (a.cols >= WIDE_COLS && a.rows >= 16)
		draw_wide(t, c, middle);
	else
		draw_narrow(t, c, middle);
	/* While something is typed at the bottom, what is wrong with it stands where the status was. */
	struct area status = { a.row + a.rows - 2, a.col, 1, a.cols };
	if (t->mode == TABLE_PROMPT && message_is_shown(t->message))
		message_draw(t->message, c, status);
	else
		draw_status(t, c, status);
	draw_bottom(t, c, (struct area){ a.row + a.rows - 1, a.col, 1, a.cols });
}
