/*
 * The picture of the projector: a heading, one text as large as the terminal
 * allows, and below it who is there. See projector.h.
 *
 * A text that fits in no large letters stands in plain bold ones; one that
 * does not fit on a page goes on after some seconds, and the last line says so.
 */
#include "app/projector.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "domain/sitting.h"
#include "domain/textdiff.h"
#include "domain/wording.h"
#include "screen/bigtext.h"
#include "screen/speech.h"

#include <stdlib.h>
#include <string.h>

#define SCALE_MAX 8
#define TALL_ROWS 40    /* from here on plain letters are too small for a hall */
#define LARGE_PAGES_MAX 6
#define TITLE_ROWS_MIN 10 /* below that every row goes to the text */

struct sheet {
	struct str head;  /* TOP 9  Ausbau der Schulstraße */
	struct str label; /* Änderungsantrag 1 – Frau Sommer */
	struct str body;
	uint16_t *attrs;  /* of the body, byte by byte; NULL: none */
	bool changes;     /* the body shows what is taken out and put in */
};

static const char *value(const struct projector *p, const char *name)
{
	return rowset_text(p->picture, 0, name);
}

static void sheet_clear(struct sheet *s)
{
	str_clear(&s->head);
	str_clear(&s->label);
	str_clear(&s->body);
	free(s->attrs);
}

/* ---- what it says ---- */

static bool ends_in_blank(const struct str *s)
{
	return s->len == 0 || strchr(" \n", str_text(s)[s->len - 1]);
}

/* Both signs and attributes: no change is told by the attribute alone. */
static void add_changes(struct sheet *s, const char *before, const char *after)
{
	static const struct {
		const char *begin, *end;
		uint16_t attr;
	} kinds[] = {
		[TEXTDIFF_SAME] = { "", "", 0 },
		[TEXTDIFF_OLD] = { "[-", "-]", ATTR_DIM },
		[TEXTDIFF_NEW] = { "{+", "+}", ATTR_UNDERLINE },
	};
	struct vec runs = VEC_OF(struct textdiff_run);
	struct vec attrs = VEC_OF(uint16_t);
	textdiff_runs(before, after, &runs);
	for (size_t i = 0; i < runs.len; i++) {
		const struct textdiff_run *run = vec_at(&runs, i);
		size_t trailing = run->len;
		while (run->kind != TEXTDIFF_SAME && trailing > 1 && strchr(" \n", run->text[trailing - 1]))
			trailing--; /* the sign stands at the word, not behind the blank */
		bool replaces = run->kind == TEXTDIFF_NEW && i > 0 && ((const struct textdiff_run *)vec_at(&runs, i - 1))->kind == TEXTDIFF_OLD;
		str_add(&s->body, replaces && !ends_in_blank(&s->body) ? " " : "");
		str_add(&s->body, kinds[run->kind].begin);
		str_add_n(&s->body, run->text, trailing);
		str_add(&s->body, kinds[run->kind].end);
		str_add_n(&s->body, run->text + trailing, run->len - trailing);
		s->changes = s->changes || run->kind != TEXTDIFF_SAME;
		while (attrs.len < s->body.len)
			vec_push(&attrs, &kinds[run->kind].attr);
	}
	textdiff_clear(&runs);
	s->attrs = attrs.data;
}

static void sheet_resolution(const struct projector *p, struct sheet *s)
{
	const char *before = value(p, "proposal"), *after = value(p, "resolution");
	str_add(&s->label, _("Beschlussvorschlag"));
	if (*before && strcmp(before, after) != 0)
		add_changes(s, before, after);
	else
		str_add(&s->body, after);
}

static void amendment_label(const struct projector *p, struct str *out)
{
	str_add(out, _("Änderungsantrag"));
	if (*value(p, "amendment_number"))
		str_addf(out, " %s", value(p, "amendment_number"));
	if (*value(p, "amendment_mover"))
		str_addf(out, " – %s", value(p, "amendment_mover"));
}

/* The result as an event, for the sentences of the minutes. */
static void result_event(const struct projector *p, struct ledger_event *e)
{
	static const struct {
		const char *column;
		enum ledger_field field;
	} fields[] = {
		{ "subject", FIELD_SLOT },       { "mode", FIELD_MODE },       { "outcome", FIELD_OUTCOME }, { "yes", FIELD_YES },
		{ "no", FIELD_NO },              { "abstain", FIELD_ABSTAIN }, { "invalid", FIELD_INVALID }, { "labels", FIELD_LABELS },
		{ "counts", FIELD_COUNTS },      { "vote_number", FIELD_NUMBER }, { "vote_text", FIELD_TEXT },
		{ "vote_entitled", FIELD_ENTITLED },
	};
	ledger_event_init(e, ledger_kind_parse(value(p, "kind")));
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		const char *text = rowset_named(p->picture, 0, fields[i].column);
		if (text)
			ledger_set_field(e, fields[i].field, text, NULL);
	}
	e->organization_id = *value(p, "referred_to") ? 1 : 0;
}

static void vote_body(const struct ledger_event *e, struct str *out)
{
	bool adopted = str_equal(e->outcome, "adopted");
	bool one_voice = adopted && e->no == 0 && e->abstain <= 0 && e->invalid <= 0;
	if (one_voice) {
		str_addf(out, _("Einstimmig angenommen\n%d Ja"), (int)e->yes);
		return;
	}
	str_add(out, adopted ? _("Angenommen") : _("Abgelehnt"));
	str_addf(out, _("\nJa %d  Nein %d\nEnth. %d"), (int)e->yes, (int)e->no, e->abstain < 0 ? 0 : (int)e->abstain);
	if (e->invalid > 0)
		str_addf(out, _("  ungültig %d"), (int)e->invalid);
}

/* The candidates line by line; the sentence after them does not name them again. */
static void election_body(const struct ledger_event *e, const struct sitting *s, struct str *out)
{
	struct ledger_event sentence = *e;
	sentence.labels.len = sentence.counts.len = 0;
	for (size_t i = 0; i < e->labels.len && i < e->counts.len; i++)
		str_addf(out, "%s  %d\n", e->labels.items[i], (int)e->counts.items[i]);
	wording_result(out, s, &sentence);
}

static void result_body(const struct projector *p, const struct ledger_event *e, struct str *out)
{
	struct setup setup;
	struct sitting sitting;
	setup_init(&setup);
	setup.unanimous_strict = rowset_bool(p->picture, 0, "strict");
	if (e->organization_id)
		setup_add_organization(&setup, e->organization_id, value(p, "referred_to"), value(p, "referred_to"));
	sitting_init(&sitting, &setup);
	if (*value(p, "wording"))
		str_add(out, value(p, "wording"));
	else if (e->kind == LEDGER_VOTE)
		vote_body(e, out);
	else if (e->kind == LEDGER_ELECTION)
		election_body(e, &sitting, out);
	else
		wording_result(out, &sitting, e);
	sitting_clear(&sitting);
	setup_clear(&setup);
}

static void result_label(const struct projector *p, const struct ledger_event *e, struct str *out)
{
	if (str_equal(e->slot, "procedure"))
		str_addf(out, "%s%s%s", _("Antrag zur Geschäftsordnung"), e->text && *e->text ? ": " : "", e->text ? e->text : "");
	else if (str_equal(e->slot, "urgency"))
		str_add(out, _("Dringlichkeit"));
	else if (e->kind == LEDGER_VOTE && e->number && *e->number)
		str_addf(out, _("Ziffer %s"), e->number);
	else if (*value(p, "amendment_text"))
		amendment_label(p, out);
	else
		str_add(out, e->kind == LEDGER_ELECTION ? _("Wahl") : e->kind == LEDGER_SEATS ? _("Sitzverteilung") : _("Ergebnis"));
}

static void sheet_result(const struct projector *p, struct sheet *s)
{
	struct ledger_event e;
	result_event(p, &e);
	if (e.kind != LEDGER_NONE) { /* else it was undone since */
		result_label(p, &e, &s->label);
		result_body(p, &e, &s->body);
	}
	ledger_event_clear(&e);
}

static void sheet_make(const struct projector *p, struct sheet *s)
{
	const char *slot = value(p, "slot");
	*s = (struct sheet){ 0 };
	str_addf(&s->head, _("TOP %s"), value(p, "item_number"));
	if (strcmp(slot, "resolution") == 0) {
		sheet_resolution(p, s);
	} else if (strcmp(slot, "amendment") == 0) {
		amendment_label(p, &s->label);
		str_add(&s->body, value(p, "amendment_text"));
	} else if (strcmp(slot, "result") == 0) {
		sheet_result(p, s);
	}
	if (s->body.len > 0) {
		str_addf(&s->head, "  %s", value(p, "item_title"));
		return;
	}
	str_cut(&s->label, 0);
	if (*value(p, "reference"))
		str_addf(&s->label, _("Vorlage %s"), value(p, "reference"));
	str_add(&s->body, value(p, "item_title"));
}

/* ---- where it stands ---- */

/* One line of letters: large where the terminal is tall and it fits, else plain. Returns the rows used. */
static int draw_line(struct canvas *c, struct area a, unsigned attr, const char *text)
{
	int scale = a.rows >= bigtext_line_rows(1) ? bigtext_fit(text, a.cols, bigtext_line_rows(1), 1) : 0;
	if (scale > 0)
		bigtext_draw(text, NULL, attr, scale, 0, c, a);
	else if (a.rows > 0)
		canvas_field(c, a.row, a.col, a.cols, attr, text);
	return bigtext_line_rows(scale);
}

/* Up to a third of the height; what does not fit there ends in an ellipsis (the item alone shows it in full). */
static int draw_head(const struct sheet *s, struct canvas *c, struct area a)
{
	const char *text = str_text(&s->head);
	int room = a.rows / 3 > 0 ? a.rows / 3 : 1;
	int scale = bigtext_fit(text, a.cols, room, s->label.len ? 2 : 3);
	int lines = bigtext_lines(text, a.cols, scale);
	if (scale == 0 && lines > room) {
		canvas_field(c, a.row, a.col, a.cols, ATTR_BOLD, text);
		return 1;
	}
	bigtext_draw(text, NULL, ATTR_BOLD, scale, 0, c, (struct area){ a.row, a.col, room, a.cols });
	return lines * bigtext_line_rows(scale);
}

struct pages {
	int scale, per_page, count;
};

/* The largest letters in which all fits on one page; else pages in the smallest large ones, if they are few; else plain. */
static void lay_out(const char *text, struct area a, struct pages *p)
{
	p->scale = bigtext_fit(text, a.cols, a.rows, SCALE_MAX);
	for (;;) {
		int lines = bigtext_lines(text, a.cols, p->scale), height = bigtext_line_rows(p->scale);
		p->per_page = a.rows / height > 0 ? a.rows / height : 1;
		p->count = (lines + p->per_page - 1) / p->per_page;
		bool large = p->scale == 0 && a.rows >= TALL_ROWS && p->count >= 1;
		int large_lines = large ? bigtext_lines(text, a.cols, 1) : -1, large_page = a.rows / bigtext_line_rows(1);
		if (large_lines <= 0 || (large_lines + large_page - 1) / large_page > LARGE_PAGES_MAX)
			return;
		p->scale = 1;
	}
}

static void attendance_line(const struct projector *p, struct str *out)
{
	if (!rowset_named(p->picture, 0, "present"))
		return;
	str_addf(out, _("Anwesend %s/%s"), value(p, "present"), value(p, "legal"));
	if (*value(p, "quorum"))
		str_addf(out, ", %s", strcmp(value(p, "quorum"), "quorate") == 0 ? _("beschlussfähig") : _("NICHT BESCHLUSSFÄHIG"));
}

/* What goes on, what is old: at the right of the last line. */
static void mark_text(const struct projector *p, const struct sheet *s, int page, int pages, struct str *out)
{
	char clock[DATE_TEXT];
	if (s->changes)
		str_add(out, _("[-entfällt-] {+neu+}"));
	if (pages > 1)
		str_addf(out, _("%sSeite %d von %d"), out->len ? "   " : "", page + 1, pages);
	if (p->lost)
		str_addf(out, _("%sohne Verbindung, Stand %s"), out->len ? "   " : "", moment_format_time(p->seen, clock));
}

static void draw_foot(const struct projector *p, const struct sheet *s, int page, int pages, struct canvas *c, struct area a)
{
	struct str left = { 0 }, right = { 0 };
	attendance_line(p, &left);
	mark_text(p, s, page, pages, &right);
	int width = text_width(str_text(&right));
	struct area last = { a.row + a.rows - 1, a.col, 1, a.cols };
	canvas_field_right(c, last.row, a.col, a.cols, ATTR_BOLD, str_text(&right));
	int rest = width > 0 ? a.cols - width - 2 : a.cols;
	int large = bigtext_line_rows(1);
	if (a.rows >= large && bigtext_fit(str_text(&left), rest, large, 1) > 0)
		bigtext_draw(str_text(&left), NULL, ATTR_NONE, 1, 0, c, (struct area){ a.row + a.rows - large, a.col, large, rest });
	else if (rest > 0)
		canvas_text(c, last.row, a.col, rest, ATTR_BOLD, str_text(&left));
	str_clear(&left);
	str_clear(&right);
}

static void draw_sheet(const struct projector *p, const struct sheet *s, struct canvas *c, struct area a)
{
	struct pages pages;
	bool tall = a.rows >= TALL_ROWS;
	int foot = tall ? bigtext_line_rows(1) : 1, row = a.row, end = a.row + a.rows - foot;
	if (a.rows >= TITLE_ROWS_MIN) {
		struct str title = { 0 };
		str_addf(&title, "%s  %s", value(p, "organization"), value(p, "number"));
		row += draw_line(c, (struct area){ row, a.col, tall ? foot : 1, a.cols }, ATTR_DIM, str_text(&title));
		str_clear(&title);
	}
	row += draw_head(s, c, (struct area){ row, a.col, end - row, a.cols });
	if (s->label.len && end - row > 3)
		row += draw_line(c, (struct area){ row, a.col, tall ? foot : 1, a.cols }, ATTR_BOLD | ATTR_UNDERLINE, str_text(&s->label));
	row += end - row > 6 && a.rows >= TITLE_ROWS_MIN; /* air */
	struct area body = { row, a.col, end - row, a.cols };
	lay_out(str_text(&s->body), body, &pages);
	int page = pages.count > 1 ? p->ticks / PROJECTOR_PAGE_SECONDS % pages.count : 0;
	bigtext_draw(str_text(&s->body), s->attrs, ATTR_BOLD, pages.scale, page * pages.per_page, c, body);
	draw_foot(p, s, page, pages.count, c, (struct area){ end, a.col, foot, a.cols });
}

/* Small, at the lower edge: for whoever set the projector up. */
static void draw_note(const struct projector *p, struct canvas *c, struct area a)
{
	const char *text = str_text(&p->note);
	int lines = bigtext_lines(text, a.cols, 0);
	int row = lines < a.rows ? a.row + a.rows - lines : a.row;
	bigtext_draw(text, NULL, ATTR_NONE, 0, 0, c, (struct area){ row, a.col, a.row + a.rows - row, a.cols });
}

static void draw_pause(struct canvas *c, struct area a)
{
	const char *text = _("Sitzung unterbrochen");
	int scale = bigtext_fit(text, a.cols, a.rows / 2, SCALE_MAX);
	int rows = bigtext_lines(text, a.cols, scale) * bigtext_line_rows(scale);
	int row = a.row + (a.rows - rows) / 2;
	bigtext_draw(text, NULL, ATTR_BOLD, scale, 0, c, (struct area){ row, a.col, a.row + a.rows - row, a.cols });
}

void projector_draw(const struct projector *p, struct canvas *c, struct area a)
{
	struct sheet s;
	struct area inner = { a.row, a.col + 1, a.rows, a.cols - 2 };
	if (p->note.len > 0) {
		draw_note(p, c, inner);
		return;
	}
	if (!p->picture || p->picture->rows == 0)
		return;
	if (strcmp(value(p, "state"), "paused") == 0) {
		draw_pause(c, inner);
		return;
	}
	if (!*value(p, "slot"))
		return; /* black */
	sheet_make(p, &s);
	draw_sheet(p, &s, c, inner);
	sheet_clear(&s);
}

/* ---- in words ---- */

static void speak_sheet(const struct projector *p, struct speech *out)
{
	struct sheet s;
	struct str line = { 0 };
	sheet_make(p, &s);
	speech_addf(out, SPEECH_NOW, "title", "%s  %s", value(p, "organization"), value(p, "number"));
	speech_add(out, SPEECH_NOW, "head", str_text(&s.head));
	str_addf(&line, "%s%s%s", str_text(&s.label), s.label.len > 0 ? ": " : "", str_text(&s.body));
	speech_add(out, SPEECH_NOW, "body", str_text(&line));
	str_cut(&line, 0);
	attendance_line(p, &line);
	speech_add(out, SPEECH_NOW, "attendance", str_text(&line));
	str_clear(&line);
	sheet_clear(&s);
}

void projector_speak(const struct projector *p, struct speech *out)
{
	if (p->lost)
		speech_add(out, SPEECH_NOW, "lost", _("! OHNE SERVER"));
	if (p->note.len > 0)
		speech_add(out, SPEECH_NOW, "body", str_text(&p->note));
	else if (!p->picture || p->picture->rows == 0)
		return;
	else if (strcmp(value(p, "state"), "paused") == 0)
		speech_add(out, SPEECH_NOW, "body", _("Sitzung unterbrochen"));
	else if (!*value(p, "slot"))
		speech_add(out, SPEECH_NOW, "body", _("Der Beamer ist dunkel."));
	else
		speak_sheet(p, out);
}
