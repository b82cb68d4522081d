/* See keybar.h. */
#include "screen/keybar.h"

#include "base/i18n.h"
#include "base/str.h"
#include "base/text.h"
#include "screen/speech.h"

static int entry_width(const char *name, const char *label)
{
	return text_width(name) + 1 + text_width(label) + 2;
}

static int draw_entry(const char *name, const char *label, struct canvas *c, int row, int col, int cols)
{
	int used = canvas_text(c, row, col, cols, ATTR_BOLD, name);
	used += canvas_text(c, row, col + used + 1, cols - used - 1, ATTR_NONE, label) + 1;
	return used + 2;
}

/* Keys a form has by itself. */
static int draw_form_keys(const struct screen *s, struct canvas *c, int row, int col, int end)
{
	if (s->save && col + entry_width("F2", _("Speichern")) <= end)
		col += draw_entry("F2", _("Speichern"), c, row, col, end - col);
	if (col + entry_width("Esc", _("Zurück")) <= end)
		col += draw_entry("Esc", _("Zurück"), c, row, col, end - col);
	return col;
}

void keybar_draw(const struct screen *s, struct canvas *c, struct area area)
{
	if (area.rows < 1 || area.cols < 1)
		return;
	canvas_field(c, area.row, area.col, area.cols, ATTR_NONE, "");
	if (!s)
		return;
	const struct screen_key *help = screen_find_action(s, "help");
	int end = area.col + area.cols, col = area.col + 1;
	int reserved = help ? entry_width(help->name, help->label) - 2 : 0;
	if (s->kind == SCREEN_KIND_FORM)
		col = draw_form_keys(s, c, area.row, col, end - reserved);
	for (size_t i = 0; i < s->keys.len; i++) {
		const struct screen_key *k = vec_at(&s->keys, i);
		if (!k->bar || k == help || col + entry_width(k->name, k->label) + reserved > end)
			continue;
		col += draw_entry(k->name, k->label, c, area.row, col, end - col);
	}
	if (help && col + reserved <= end)
		draw_entry(help->name, help->label, c, area.row, col, end - col);
}

void keybar_speak(const struct screen *s, struct speech *out)
{
	struct str text = { 0 };
	if (s->kind == SCREEN_KIND_FORM)
		str_addf(&text, "%s%sEsc %s", s->save ? _("F2 Speichern") : "", s->save ? ", " : "", _("Zurück"));
	for (size_t i = 0; i < s->keys.len; i++) {
		const struct screen_key *k = vec_at(&s->keys, i);
		if (k->bar)
			str_addf(&text, "%s%s %s", text.len ? ", " : "", k->name, k->label);
	}
	if (text.len > 0)
		speech_addf(out, SPEECH_ASKED, "keys", _("Tasten: %s"), str_text(&text));
	str_clear(&text);
}
