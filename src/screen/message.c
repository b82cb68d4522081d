/* See message.h. */
#include "screen/message.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "screen/speech.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void message_clear(struct message *m)
{
	free(m->text);
	err_clear(&m->last);
	*m = (struct message){ 0 };
}

void message_hide(struct message *m)
{
	mem_replace(&m->text, NULL);
}

static void __attribute__((format(printf, 3, 0)))
say(struct message *m, enum message_kind kind, const char *format, va_list args)
{
	struct str text = { 0 };
	str_addv(&text, format, args);
	free(m->text);
	m->text = str_take(&text);
	m->kind = kind;
	m->count++;
}

void message_info(struct message *m, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	say(m, MESSAGE_INFO, format, args);
	va_end(args);
}

void message_warn(struct message *m, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	say(m, MESSAGE_WARNING, format, args);
	va_end(args);
}

void message_error(struct message *m, struct err *e)
{
	err_move(&m->last, e);
	mem_replace(&m->text, m->last.what ? m->last.what : "");
	m->kind = MESSAGE_ERROR;
	m->count++;
}

void message_error_copy(struct message *m, const struct err *e)
{
	struct err copy = { 0 };
	err_copy(&copy, e);
	message_error(m, &copy);
}

void message_keep(struct message *m, const struct err *e)
{
	struct err copy = { 0 };
	err_copy(&copy, e);
	err_move(&m->last, &copy);
}

bool message_is_shown(const struct message *m)
{
	return m->text != NULL;
}

char *message_full(const struct message *m)
{
	if (!err_is_set(&m->last))
		return NULL;
	struct str out = { 0 };
	str_addf(&out, "%s\n", m->last.what);
	if (m->last.detail)
		str_addf(&out, "\n# %s\n%s\n", _("Einzelheiten"), m->last.detail);
	if (m->last.hint)
		str_addf(&out, "\n# %s\n%s\n", _("Was zu tun ist"), m->last.hint);
	if (m->last.code[0])
		str_addf(&out, "\n# %s\n%s\n", _("Code"), m->last.code);
	return str_take(&out);
}

void message_draw(const struct message *m, struct canvas *c, struct area area)
{
	if (area.rows < 1)
		return;
	canvas_field(c, area.row, area.col, area.cols, ATTR_NONE, "");
	if (!m->text)
		return;
	static const unsigned attrs[] = { ATTR_NONE, ATTR_YELLOW | ATTR_BOLD, ATTR_RED | ATTR_BOLD };
	static const char *const signs[] = { " ", "! ", "✗ " };
	const char *more = m->kind == MESSAGE_ERROR && (m->last.detail || m->last.hint) ? _("  ^E mehr") : "";
	int width = text_width(more);
	if (width * 2 > area.cols)
		width = 0;
	char *text = str_format("%s%s", signs[m->kind], m->text);
	canvas_field(c, area.row, area.col, area.cols - width, attrs[m->kind], text);
	if (width)
		canvas_text(c, area.row, area.col + area.cols - width, width, ATTR_NONE, more);
	free(text);
}

void message_speak(const struct message *m, struct speech *out)
{
	char *name = str_format("message %u", m->count);
	if (m->text && m->kind == MESSAGE_ERROR)
		speech_addf(out, SPEECH_ECHO, name, _("Fehler: %s%s%s"), m->text, m->last.hint ? ". " : "", m->last.hint ? m->last.hint : "");
	else if (m->text)
		speech_addf(out, SPEECH_ECHO, name, "%s%s", m->kind == MESSAGE_WARNING ? "! " : "", m->text);
	free(name);
}
