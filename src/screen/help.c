/* See help.h. */
#include "screen/help.h"

#include "base/i18n.h"
#include "base/str.h"
#include "base/text.h"
#include "screen/action.h"

#include <stdlib.h>
#include <string.h>

#define KEY_COLUMNS 10 /* width of the column of keys */

/* Keys that views of a kind have by themselves. */
struct own_key {
	enum screen_kind kind;
	const char *keys;
	const char *help;
};

static const struct own_key own_keys[] = {
	{ SCREEN_KIND_LIST, "↑ ↓", N_("eine Zeile auf oder ab") },
	{ SCREEN_KIND_LIST, "Bild↑ Bild↓", N_("eine Seite auf oder ab") },
	{ SCREEN_KIND_LIST, "Pos1 Ende", N_("zur ersten oder letzten Zeile") },
	{ SCREEN_KIND_LIST, "← →", N_("Spalten, die nicht auf den Schirm passen") },
	{ SCREEN_KIND_LIST, "Esc", N_("hebt Filter und Vormerkungen auf") },
	{ SCREEN_KIND_PAGE, "Tab", N_("zum nächsten Abschnitt") },
	{ SCREEN_KIND_PAGE, "↑ ↓", N_("eine Zeile auf oder ab") },
	{ SCREEN_KIND_FORM, "Tab ↑ ↓", N_("zum nächsten oder vorigen Feld") },
	{ SCREEN_KIND_FORM, "Enter", N_("nächstes Feld; in einem Auswahlfeld: die Auswahlliste") },
	{ SCREEN_KIND_FORM, "F2 ^S", N_("speichern") },
	{ SCREEN_KIND_FORM, "^Z", N_("das Feld, wie es gespeichert ist") },
	{ SCREEN_KIND_FORM, "Esc", N_("verlassen; fragt nach, wenn etwas geändert ist") },
	{ SCREEN_KIND_TEXT, "↑ ↓ Leer", N_("blättern") },
	{ SCREEN_KIND_TEXT, "Pos1 Ende", N_("zum Anfang oder Ende") },
	{ SCREEN_KIND_TEXT, "/ n N", N_("suchen, nächste, vorige Stelle") },
};

static const char *action_help(const struct help_source *source, const char *action)
{
	const struct screen_action *own = screen_action_find(action);
	if (own)
		return _(own->help);
	return source && source->action_help ? source->action_help(source->context, action) : NULL;
}

static void add_key(struct str *out, const char *key, const char *label, const char *help)
{
	int pad = KEY_COLUMNS - text_width(key);
	str_addf(out, "  %s%*s\t%s", key, pad > 0 ? pad : 0, "", label);
	if (help && *help)
		str_addf(out, "%s%s", *label ? ": " : "", help);
	str_add_char(out, '\n');
}

static void add_keys(struct str *out, const struct screen *s, const struct help_source *source)
{
	for (size_t i = 0; i < s->keys.len; i++) {
		const struct screen_key *k = vec_at(&s->keys, i);
		add_key(out, k->name, k->label, action_help(source, k->action));
	}
}

static void add_own_keys(struct str *out, enum screen_kind kind)
{
	bool first = true;
	for (size_t i = 0; i < sizeof(own_keys) / sizeof(*own_keys); i++) {
		if (own_keys[i].kind != kind)
			continue;
		if (first)
			str_addf(out, "\n# %s\n", _("Bewegung"));
		first = false;
		add_key(out, own_keys[i].keys, "", _(own_keys[i].help));
	}
}

static void add_columns(struct str *out, const struct screen *s)
{
	if (s->columns.len == 0)
		return;
	str_addf(out, "\n# %s\n", _("Spalten"));
	for (size_t i = 0; i < s->columns.len; i++) {
		const struct screen_column *column = vec_at(&s->columns, i);
		str_addf(out, "  %s%s\n", column->label, column->hidden ? _(" (zunächst verborgen)") : "");
	}
}

/* What may be typed, in words. */
static void add_rule(struct str *out, const struct screen_field *f)
{
	if (f->required)
		str_addf(out, "%s", _(", Pflichtfeld"));
	if (f->readonly)
		str_addf(out, "%s", _(", nur zu lesen"));
	if (f->length)
		str_addf(out, _(", höchstens %d Zeichen"), f->length);
	if (f->min)
		str_addf(out, _(", mindestens %s"), f->min);
	if (f->max)
		str_addf(out, _(", höchstens %s"), f->max);
	if (f->type == SCREEN_TYPE_DATE)
		str_add(out, _(", Datum: 15, 14.10., +3, m+1, gestern"));
	if (f->type == SCREEN_TYPE_TIME)
		str_add(out, _(", Uhrzeit: 18:30, 1830, 18"));
}

static void add_fields(struct str *out, const struct screen *s)
{
	if (s->fields.len == 0)
		return;
	str_addf(out, "\n# %s\n", _("Felder"));
	for (size_t i = 0; i < s->fields.len; i++) {
		const struct screen_field *f = vec_at(&s->fields, i);
		struct str rule = { 0 };
		add_rule(&rule, f);
		str_addf(out, "  %s\t%s\n", f->label, rule.len > 2 ? str_text(&rule) + strlen(", ") : "");
		str_clear(&rule);
		if (f->help)
			str_addf(out, "    \t%s\n", f->help);
	}
}

static void add_screen(struct str *out, const struct screen *s, const struct help_source *source)
{
	if (s->help)
		str_addf(out, "%s\n\n", s->help);
	if (s->keys.len > 0)
		str_addf(out, "# %s\n", _("Tasten"));
	add_keys(out, s, source);
	add_own_keys(out, s->kind);
	add_columns(out, s);
	add_fields(out, s);
}

char *help_text(const struct screen *s, const struct help_source *source)
{
	struct str out = { 0 };
	add_screen(&out, s, source);
	for (size_t i = 0; i < s->sections.len; i++) {
		const struct screen *section = *(struct screen **)vec_at(&s->sections, i);
		str_addf(&out, "\n# %s\n", section->title);
		add_screen(&out, section, source);
	}
	return str_take(&out);
}

struct text_view *help_view(const struct screen *s, const struct help_source *source)
{
	char *text = help_text(s, source);
	char *title = str_format(_("Hilfe: %s"), s->title ? s->title : s->name);
	struct text_view *tv = text_view_new(NULL, title, text);
	free(text);
	free(title);
	return tv;
}

/* --- for the manual -------------------------------------------------------- */

/* A bar ends a cell of a Markdown table, a backtick its code. */
static void add_cell(struct str *out, const char *text)
{
	for (const char *s = text; *s; s++) {
		if (*s == '|')
			str_add_char(out, '\\');
		str_add_char(out, *s == '\n' ? ' ' : *s);
	}
}

static void markdown_row(struct str *out, const char *key, const char *label, const char *help)
{
	const char *quote = strchr(key, '`') ? "``" : "`";
	str_addf(out, "| %s%s", quote, quote[1] ? " " : "");
	add_cell(out, key);
	str_addf(out, "%s%s | ", quote[1] ? " " : "", quote);
	add_cell(out, label);
	str_add(out, " | ");
	add_cell(out, help ? help : "");
	str_add(out, " |\n");
}

static void markdown_keys(struct str *out, const struct screen *s, const struct help_source *source)
{
	for (size_t i = 0; i < s->keys.len; i++) {
		const struct screen_key *k = vec_at(&s->keys, i);
		markdown_row(out, k->name, k->label, action_help(source, k->action));
	}
}

char *help_markdown(const struct screen *s, const struct help_source *source)
{
	struct str out = { 0 };
	str_addf(&out, "| %s | %s | %s |\n|---|---|---|\n", _("Taste"), _("Beschriftung"), _("Wirkung"));
	for (size_t i = 0; i < s->sections.len; i++)
		markdown_keys(&out, *(struct screen **)vec_at(&s->sections, i), source);
	markdown_keys(&out, s, source);
	for (size_t i = 0; i < sizeof(own_keys) / sizeof(*own_keys); i++)
		if (own_keys[i].kind == s->kind)
			markdown_row(&out, own_keys[i].keys, "", _(own_keys[i].help));
	return str_take(&out);
}
