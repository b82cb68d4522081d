/* What an editor says in linear mode: the row with the cursor is the line being typed. See speech.h. */
#include "screen/editor_private.h"

#include "base/i18n.h"
#include "screen/speech.h"

void editor_speak(const struct editor *ed, const char *label, struct speech *out)
{
	size_t at = editor_cursor_row(ed);
	const struct editor_row *row = vec_at(&ed->rows, at);
	struct str text = { 0 };
	speech_addf(out, SPEECH_ASKED, "rows", _("Zeile %zu von %zu"), at + 1, ed->rows.len);
	str_add_n(&text, str_text(&ed->text) + row->at, row->len);
	if (ed->searching)
		speech_type_line(out, _("Suchen: "), &ed->line);
	else
		speech_type(out, label, str_text(&text), ed->cursor > row->at ? ed->cursor - row->at : 0, at);
	str_clear(&text);
}
