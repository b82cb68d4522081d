/* What a list says in linear mode: its title, the selected row as label and value, what is typed. See speech.h. */
#include "screen/list_private.h"

#include "base/date.h"
#include "base/i18n.h"
#include "screen/speech.h"
#include "screen/value.h"

#include <stdlib.h>

static void speak_title(const struct list *l, struct speech *out)
{
	char day[DATE_TEXT];
	struct str text = { 0 };
	char *head = list_filled(l, l->screen->head), *foot = list_filled(l, l->screen->foot);
	str_add(&text, *head ? head : l->title ? l->title : l->screen->title ? l->screen->title : "");
	free(head);
	if (*l->filter && l->mode != LIST_FILTER)
		str_addf(&text, _("  Filter: %s"), l->filter);
	if (l->date != DATE_NONE)
		str_addf(&text, _("  Stichtag: %s"), date_format(l->date, day));
	speech_add(out, SPEECH_NOW, "title", str_text(&text));
	str_cut(&text, 0);
	if (list_sort_name(l)) {
		const struct screen_column *column = screen_find_column(l->screen, list_sort_name(l));
		str_addf(&text, _("sortiert nach %s%s"), column ? column->label : list_sort_name(l), l->descending ? _(", absteigend") : "");
	}
	speech_add(out, SPEECH_CHANGE, "sort", str_text(&text));
	str_cut(&text, 0);
	speech_add(out, SPEECH_NOW, "foot", foot);
	free(foot);
	if (l->marked.len > 1)
		str_addf(&text, _("%zu vorgemerkt  "), l->marked.len - 1);
	speech_add(out, SPEECH_CHANGE, "marked", str_text(&text));
	str_clear(&text);
}

static void place_text(const struct list *l, struct str *out)
{
	if (list_is_marked(l, list_window_value(l, l->selected, l->screen->key_column)))
		str_addf(out, "%s, ", _("vorgemerkt"));
	if (!l->at_start)
		return;
	if (l->count < 0)
		str_addf(out, "%zu", l->selected + 1);
	else if (l->count_more)
		str_addf(out, _("%zu von mehr als %lld "), l->selected + 1, l->count);
	else
		str_addf(out, _("%zu von %lld "), l->selected + 1, l->count);
}

/* Values that are not there are not named: a row is heard, not looked over. */
static void row_text(const struct list *l, struct str *out)
{
	for (size_t i = 0; i < list_shown_columns(l); i++) {
		const struct screen_column *column = list_shown_column(l, i);
		char *value = value_format(column->type, &column->choices, list_window_value(l, l->selected, column->name));
		if (*value)
			str_addf(out, "%s%s: %s", out->len ? "; " : "", column->label, value);
		free(value);
	}
}

static void speak_row(const struct list *l, struct speech *out)
{
	enum speech_when when = l->mode == LIST_FILTER ? SPEECH_REST : SPEECH_NOW;
	struct str text = { 0 }, place = { 0 };
	if (l->failed) {
		speech_add(out, SPEECH_NOW, "row", _("! nicht gelesen "));
	} else if (list_is_loading(l)) {
		; /* what is selected is about to change */
	} else if (l->window.len == 0) {
		speech_add(out, when, "row", *l->filter ? _("Kein Eintrag passt zum Filter.") : _("Keine Einträge."));
	} else {
		row_text(l, &text);
		place_text(l, &place);
		/* The key tells rows apart that read the same. */
		char *name = str_format("row %s", list_key(l) ? list_key(l) : "");
		speech_add(out, when, name, str_text(&text));
		speech_more(out, str_text(&place));
		free(name);
	}
	str_clear(&text);
	str_clear(&place);
}

static void speak_columns(const struct list *l, struct speech *out)
{
	const struct list_column *lc = vec_at(&l->columns, l->column_at);
	const struct screen_column *column = vec_at(&l->screen->columns, lc->index);
	speech_add(out, SPEECH_NOW, "keys", _(" Leertaste zeigen  ←→ verschieben  s sortieren  0 Grundstellung  Enter fertig"));
	speech_addf(out, SPEECH_NOW, "column", "%s: %s, %zu", column->label, lc->hidden ? _("verborgen") : _("gezeigt"), l->column_at + 1);
}

void list_speak(const struct list *l, struct speech *out)
{
	speak_title(l, out);
	switch (l->mode) {
	case LIST_COLUMNS:
		speak_columns(l, out);
		return;
	case LIST_SAVED:
		choice_speak(&l->choice, out);
		return;
	case LIST_FILTER:
		speech_type_line(out, _("Filter: "), &l->line);
		break;
	case LIST_DATE:
		speech_type_line(out, _("Stichtag: "), &l->line);
		break;
	case LIST_NAME:
		speech_type_line(out, _("Filter speichern als: "), &l->line);
		break;
	case LIST_ROWS:
		break;
	}
	speak_row(l, out);
}
