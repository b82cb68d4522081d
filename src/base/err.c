/* See err.h. */
#include "base/err.h"

#include "base/encoding.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((format(printf, 2, 0))) static void fill(char **part, const char *format, va_list args)
{
	struct str s = { 0 };
	str_addv(&s, format, args);
	free(*part);
	*part = str_take(&s);
}

bool err_set(struct err *e, const char *format, ...)
{
	if (!e)
		return false;
	/* The new text may quote the old one: format first, clear afterwards. */
	char *what = NULL;
	va_list args;
	va_start(args, format);
	fill(&what, format, args);
	va_end(args);
	err_clear(e);
	e->what = what;
	return false;
}

bool err_detail(struct err *e, const char *format, ...)
{
	if (!e)
		return false;
	va_list args;
	va_start(args, format);
	fill(&e->detail, format, args);
	va_end(args);
	return false;
}

bool err_hint(struct err *e, const char *format, ...)
{
	if (!e)
		return false;
	va_list args;
	va_start(args, format);
	fill(&e->hint, format, args);
	va_end(args);
	return false;
}

bool err_is_set(const struct err *e)
{
	return e && e->what;
}

void err_clear(struct err *e)
{
	if (!e)
		return;
	free(e->what);
	free(e->detail);
	free(e->hint);
	free(e->field);
	*e = (struct err){ 0 };
}

void err_move(struct err *to, struct err *from)
{
	if (to) {
		err_clear(to);
		*to = *from;
		*from = (struct err){ 0 };
	} else {
		err_clear(from);
	}
}

void err_copy(struct err *to, const struct err *from)
{
	if (!to || to == from)
		return;
	err_clear(to);
	to->what = mem_strdup_null(from->what);
	to->detail = mem_strdup_null(from->detail);
	to->hint = mem_strdup_null(from->hint);
	to->field = mem_strdup_null(from->field);
	memcpy(to->code, from->code, sizeof(to->code));
}

/* Control characters in an error may come from data: shown, never obeyed. */
static void print_part(const char *before, const char *part)
{
	if (!part || !*part)
		return;
	char *clean = text_clean(part, true);
	char *line = str_format("%s%s\n", before, clean);
	encoding_write(stderr, line);
	free(line);
	free(clean);
}

void err_print(const struct err *e)
{
	if (!err_is_set(e))
		return;
	print_part("ratstisch: ", e->what);
	print_part("  ", e->detail);
	print_part("  ", e->hint);
}
