/* What a form says in linear mode: the field with the focus. See speech.h. */
#include "screen/form_private.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "screen/speech.h"
#include "screen/value.h"

#include <stdlib.h>

static char *shown_value(const struct form_item *item, const char *value, const char *label)
{
	if (item->field->type == SCREEN_TYPE_PICK)
		return mem_strdup(label ? label : "");
	return value_format(item->field->type, &item->field->choices, value);
}

static void add_version(struct str *out, const struct form_item *item, const char *name, const char *value, const char *label)
{
	char *text = shown_value(item, value, label);
	str_addf(out, "; %s %s", name, *text ? text : _("leer"));
	free(text);
}

static void speak_collision(const struct form_item *item, const char *name, struct speech *out)
{
	struct str text = { 0 };
	bool theirs = item->decided && str_equal(item->value, item->theirs);
	str_addf(&text, "%s: %s", item->field->label, _("! beide geändert: m, t, e bearbeiten"));
	add_version(&text, item, _("m meine: "), item->mine, item->mine_label);
	add_version(&text, item, _("t deren: "), item->theirs, item->theirs_label);
	add_version(&text, item, _("  vorher:"), item->base, item->base_label);
	if (item->decided)
		str_addf(&text, "; %s", theirs ? _("gewählt: deren") : _("gewählt: meine"));
	speech_add(out, SPEECH_NOW, name, str_text(&text));
	str_clear(&text);
}

static bool is_typed(const struct form_item *item)
{
	enum screen_type type = item->field->type;
	return !item->field->readonly && type != SCREEN_TYPE_PICK && type != SCREEN_TYPE_BOOL;
}

/* What cannot be typed is said; what can is the line being typed. */
static void speak_value(const struct form *f, const struct form_item *item, const char *name, struct speech *out)
{
	const struct screen_field *field = item->field;
	char *label = str_format("%s%s: ", field->label, field->required ? "*" : "");
	if (item->editor && !field->readonly) {
		speech_addf(out, SPEECH_NOW, name, _("%s, mehrzeilig"), field->label);
		editor_speak(item->editor, "", out);
		out->input.number += (f->focus + 1) << 20; /* rows of one field, not of another */
	} else if (is_typed(item)) {
		speech_type(out, label, line_text(&item->line), item->line.cursor, f->focus);
	} else {
		char *value = field->type == SCREEN_TYPE_PICK || field->type == SCREEN_TYPE_BOOL
		                      ? shown_value(item, item->value, item->label)
		                      : mem_strdup(line_text(&item->line));
		speech_addf(out, SPEECH_NOW, name, "%s%s", label, *value ? value : _("leer"));
		if (field->readonly)
			speech_more(out, _("nur zu lesen"));
		free(value);
	}
	free(label);
}

static void speak_field(const struct form *f, struct speech *out)
{
	const struct form_item *item = &f->items[f->focus];
	char *name = str_format("field %s", item->field->name), *help = str_format("help %s", item->field->name);
	char *heading = str_format("heading %s", item->field->name);
	speech_addf(out, SPEECH_ASKED, "place", _("Feld %zu von %zu"), f->focus + 1, f->count);
	speech_add(out, SPEECH_ECHO, heading, item->field->heading);
	speech_add(out, SPEECH_NOW, help, item->field->help);
	if (item->collides && !item->free_hand)
		speak_collision(item, name, out);
	else
		speak_value(f, item, name, out);
	free(name);
	free(help);
	free(heading);
}

/* Errors anywhere in the form are said, not only where the focus is. */
static void speak_errors(const struct form *f, struct speech *out)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct form_item *item = &f->items[i];
		if (!item->error)
			continue;
		char *name = str_format("error %s", item->field->name);
		struct str error = { 0 };
		for (const char *c = item->error; *c; c++)
			if (*c == '\n') /* of a list */
				str_add(&error, "; ");
			else
				str_add_char(&error, *c);
		speech_addf(out, SPEECH_NOW, name, _("Fehler bei %s: %s"), item->field->label, str_text(&error));
		str_clear(&error);
		free(name);
	}
}

void form_speak(const struct form *f, struct speech *out)
{
	const char *state = !f->ready ? _("lädt ") : form_is_new(f) ? _("neu ") : "";
	speech_add(out, SPEECH_NOW, "title", f->screen->title);
	speech_more(out, state);
	if (f->notice && f->notice_is_error)
		speech_addf(out, SPEECH_NOW, "notice", _("Fehler: %s"), f->notice);
	else
		speech_add(out, SPEECH_NOW, "notice", f->notice);
	speech_add(out, SPEECH_ASKED, "changed", form_is_changed(f) ? _("geändert ") : "");
	if (!f->ready)
		return;
	speak_errors(f, out);
	if (f->asking)
		speech_add(out, SPEECH_NOW, "question", _(" Änderungen verwerfen? j ja  s speichern  Esc weiter bearbeiten"));
	else if (f->picking)
		choice_speak(&f->choice, out);
	else
		speak_field(f, out);
}
