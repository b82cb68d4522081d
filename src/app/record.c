/* See record.h. */
#include "app/record.h"

#include "app/document_file.h"
#include "app/meeting.h"
#include "app/meeting_load.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "document/text.h"
#include "screen/text_view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct record {
	struct app *app;
	struct text_view *view;
	int64_t meeting_id;
	struct setup setup;
	struct sitting sitting;
	bool folded;
	struct meeting_load *load;
	enum record_document document;
	enum minutes_part part;
	bool signing; /* the signature is on its way */
	int pdf; /* process that writes one, 0: none */
	char *pdf_path;
};

bool record_document_parse(const char *name, enum record_document *document)
{
	static const char *const names[] = { "minutes", "excerpts", "overview", "history" };
	*document = RECORD_MINUTES;
	for (int i = 0; name && i < 4; i++)
		if (strcmp(names[i], name) == 0) {
			*document = (enum record_document)i;
			return true;
		}
	return !name;
}

void record_build(const struct sitting *s, enum record_document document, size_t item, const struct minutes_options *o,
                  struct doc *doc)
{
	switch (document) {
	case RECORD_EXCERPTS:
		if (item != SITTING_NONE)
			minutes_excerpt(s, item, o, doc);
		else
			minutes_excerpts(s, o, doc);
		break;
	case RECORD_OVERVIEW:
		minutes_overview(s, o, doc);
		break;
	case RECORD_HISTORY:
		minutes_history(s, item, o, doc);
		break;
	default:
		minutes_build(s, o, doc);
	}
}

bool record_is_readable(const struct sitting *s, struct err *err)
{
	if (!sitting_is_hidden(s))
		return true;
	err_set(err, "%s", _("das Buch dieser Sitzung ist für dieses Konto nicht lesbar"));
	return err_hint(err, "%s", _("Niederschriften liest, wer im Gremium Nichtöffentliches lesen darf."));
}

/* The open table's own sitting knows what the server does not have yet. */
static const struct sitting *sitting_of(const struct record *r)
{
	const struct meeting *m = r->app->meeting;
	if (m && meeting_id(m) == r->meeting_id && meeting_table(r->app->meeting)->folded)
		return &meeting_table(r->app->meeting)->sitting;
	return r->folded ? &r->sitting : NULL;
}

static struct minutes_options options_of(const struct record *r)
{
	const struct sitting *s = sitting_of(r);
	bool final = s && setup_is_signed(s->setup);
	return (struct minutes_options){ MINUTES_BY_SETUP, r->part, app_session(r->app, "display_name"), !final };
}

static bool build(const struct record *r, struct doc *doc)
{
	const struct sitting *s = sitting_of(r);
	struct minutes_options o = options_of(r);
	if (s)
		record_build(s, r->document, SITTING_NONE, &o, doc);
	return s != NULL;
}

static const char *part_label(const struct record *r)
{
	switch (r->part) {
	case MINUTES_PUBLIC:
		return _("öffentlicher Teil");
	case MINUTES_NONPUBLIC:
		return _("nichtöffentlicher Teil");
	default:
		return _("beide Teile");
	}
}

static void show(struct record *r)
{
	static const char *const titles[] = { N_("Niederschrift"), N_("Beschlussauszüge"), N_("Ergebnisübersicht"),
		                              N_("Satzgeschichte") };
	struct doc doc;
	struct str text = { 0 };
	char *title = str_format("%s – %s", _(titles[r->document]), part_label(r));
	if (build(r, &doc)) {
		document_write_text(&doc, r->app->canvas->cols - 2, &text);
		doc_clear(&doc);
		text_view_set(r->view, title, str_text(&text));
	} else {
		text_view_set(r->view, title, _("Die Sitzung wird geladen ..."));
	}
	str_clear(&text);
	free(title);
}

static void there(void *context, const struct vec *events, const struct err *err)
{
	struct record *r = context;
	r->load = NULL;
	if (err) {
		message_error_copy(&r->app->message, err);
		return;
	}
	sitting_init(&r->sitting, &r->setup);
	sitting_rebuild(&r->sitting, events->data, events->len);
	struct err refused = { 0 };
	if (!record_is_readable(&r->sitting, &refused)) {
		text_view_set(r->view, _("Niederschrift"), refused.what);
		message_error(&r->app->message, &refused);
		sitting_clear(&r->sitting);
		return;
	}
	r->folded = true;
	show(r);
}

void record_show(struct record *r, enum record_document document)
{
	r->document = document;
	show(r);
}

void record_part(struct record *r, enum minutes_part part)
{
	r->part = part;
	show(r);
}

/* ---- the view: a text view that owns its record ---- */

static unsigned on_event(void *self, const struct event *e)
{
	struct record *r = self;
	if (e->type == EVENT_TICK)
		record_tick(r);
	return text_view_event(r->view, e);
}

static void on_draw(const void *self, struct canvas *c, struct area area)
{
	const struct record *r = self;
	text_view_draw(r->view, c, area);
}

static void on_resize(void *self, int rows, int cols)
{
	struct record *r = self;
	text_view_resize(r->view, rows, cols);
	show(r);
}

static void on_free(void *self)
{
	struct record *r = self;
	meeting_load_cancel(&r->load);
	if (r->folded)
		sitting_clear(&r->sitting);
	setup_clear(&r->setup);
	text_view_free(&r->view);
	free(r->pdf_path);
	r->app->record = NULL;
	free(r);
}

static const char *on_action(const void *self)
{
	const struct record *r = self;
	return text_view_action(r->view);
}

static const struct view_class record_class = {
	.name = "record",
	.event = on_event,
	.draw = on_draw,
	.resize = on_resize,
	.free = on_free,
	.action = on_action,
};

void record_open(struct app *a, int64_t id, enum record_document document)
{
	const struct screen *screen = screen_set_find(&a->screens, "minutes");
	if (a->record || !screen) {
		message_warn(&a->message, "%s", _("Es ist schon eine Niederschrift offen."));
		return;
	}
	struct record *r = mem_zalloc(1, sizeof(*r));
	*r = (struct record){ .app = a, .meeting_id = id, .document = document, .part = MINUTES_BOTH };
	setup_init(&r->setup);
	r->view = text_view_new(screen, screen->title, "");
	a->record = r;
	app_push(a, &record_class, screen, r);
	if (!sitting_of(r))
		r->load = meeting_load_start(a->db, id, &r->setup, there, r);
	show(r);
}

/* ---- files ---- */

static char *file_name(const struct record *r, const char *suffix)
{
	static const char *const names[] = { "niederschrift", "auszuege", "ergebnisse", "satzgeschichte" };
	static const char *const parts[] = { "", "-oeffentlich", "-nichtoeffentlich" };
	char day[DATE_TEXT], clock[DATE_TEXT];
	int64_t now = moment_now();
	date_format_iso(moment_date(now), day);
	moment_format_seconds(now, clock);
	return str_format("%s-%lld%s-%s-%.2s%.2s%.2s.%s", names[r->document], (long long)r->meeting_id, parts[r->part], day,
	                  clock, clock + 3, clock + 6, suffix);
}

static void start_pdf(struct record *r, const struct doc *doc, const char *css, const char *path, struct err *err)
{
	int process = document_start_pdf(doc, css, path, false, err);
	if (process <= 0)
		return;
	r->pdf = process;
	mem_replace(&r->pdf_path, path);
	message_info(&r->app->message, _("PDF wird geschrieben: %s"), path);
}

void record_write(struct record *r, const char *name)
{
	struct doc doc;
	struct err err = { 0 };
	enum document_format format;
	if (r->pdf || !document_format_parse(name, &format) || !build(r, &doc))
		return;
	char *css = document_read_css(r->app->options->css, NULL);
	char *path = file_name(r, document_format_suffix(format));
	if (format == DOCUMENT_PDF)
		start_pdf(r, &doc, css, path, &err);
	else if (document_write_file(&doc, format, css, path, false, &err))
		message_info(&r->app->message, _("Geschrieben: %s"), path);
	if (err_is_set(&err))
		message_error(&r->app->message, &err);
	doc_clear(&doc);
	free(css);
	free(path);
}

void record_tick(struct record *r)
{
	if (!r->pdf)
		return;
	enum pdf_state state = document_pdf_done(r->pdf);
	if (state == PDF_RUNNING)
		return;
	r->pdf = 0;
	if (state == PDF_WRITTEN) {
		message_info(&r->app->message, _("Geschrieben: %s"), r->pdf_path);
		return;
	}
	unlink(r->pdf_path); /* what it had begun */
	message_warn(&r->app->message, "%s", _("Das PDF wurde nicht geschrieben: ist das Paket weasyprint installiert?"));
}

/* ---- signing ---- */

static void mark_signed(struct record *r)
{
	struct meeting *m = r->app->meeting;
	r->signing = false;
	mem_replace(&r->setup.minutes_state, "signed");
	if (m && meeting_id(m) == r->meeting_id)
		mem_replace(&meeting_table(m)->setup.minutes_state, "signed");
	show(r);
}

static void is_signed(void *context, const struct rowset *rows, const struct err *err)
{
	struct app *a = context;
	if (err) {
		message_error_copy(&a->message, err);
	} else {
		/* The open views were loaded before: from now on they show and refuse as signed. */
		if (a->record && a->record->signing)
			mark_signed(a->record);
		message_info(&a->message, _("Unterschrieben: Fassung %s. Das Ereignisbuch dieser Sitzung ist geschlossen."),
		             rowset_text(rows, 0, "version"));
	}
}

void record_sign(struct record *r)
{
	const struct sitting *s = sitting_of(r);
	char id[24];
	if (!s)
		return;
	const char *chair = s->chair ? sitting_person_name(s, s->chair) : "";
	snprintf(id, sizeof(id), "%lld", (long long)r->meeting_id);
	const char *params[] = { id, chair, app_session(r->app, "display_name") };
	r->signing = true;
	app_send(r->app, "sign_minutes", params, is_signed, r->app);
}
