/* See str.h. */
#include "base/str.h"

#include "base/mem.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *str_text(const struct str *s)
{
	return s->data ? s->data : "";
}

static void reserve(struct str *s, size_t more)
{
	size_t need = s->len + more + 1;
	if (need <= s->cap)
		return;
	size_t cap = s->cap ? s->cap * 2 : 32;
	if (cap < need)
		cap = need;
	s->data = mem_realloc(s->data, cap, 1);
	s->cap = cap;
}

void str_add_n(struct str *s, const char *bytes, size_t n)
{
	reserve(s, n);
	if (n)
		memcpy(s->data + s->len, bytes, n);
	s->len += n;
	s->data[s->len] = '\0';
}

void str_add(struct str *s, const char *text)
{
	str_add_n(s, text, strlen(text));
}

void str_add_char(struct str *s, char c)
{
	str_add_n(s, &c, 1);
}

void str_add_rune(struct str *s, char32_t rune)
{
	char bytes[TEXT_RUNE_MAX] = { 0 };
	str_add_n(s, bytes, text_encode(rune, bytes));
}

void str_addv(struct str *s, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	if (n > 0) {
		reserve(s, (size_t)n);
		vsnprintf(s->data + s->len, (size_t)n + 1, format, again);
		s->len += (size_t)n;
	}
	va_end(again);
}

void str_addf(struct str *s, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	str_addv(s, format, args);
	va_end(args);
}

void str_splice(struct str *s, size_t at, size_t cut, const char *bytes, size_t n)
{
	if (at > s->len)
		at = s->len;
	if (cut > s->len - at)
		cut = s->len - at;
	reserve(s, n);
	memmove(s->data + at + n, s->data + at + cut, s->len - at - cut);
	if (n)
		memcpy(s->data + at, bytes, n);
	s->len = s->len - cut + n;
	s->data[s->len] = '\0';
}

void str_set(struct str *s, const char *text)
{
	s->len = 0;
	str_add(s, text);
}

void str_cut(struct str *s, size_t len)
{
	if (len < s->len) {
		s->len = len;
		s->data[len] = '\0';
	}
}

void str_clear(struct str *s)
{
	free(s->data);
	*s = (struct str){ 0 };
}

char *str_take(struct str *s)
{
	char *data = s->data ? s->data : mem_strdup("");
	*s = (struct str){ 0 };
	return data;
}

char *str_format(const char *format, ...)
{
	struct str s = { 0 };
	va_list args;
	va_start(args, format);
	str_addv(&s, format, args);
	va_end(args);
	return str_take(&s);
}

bool str_equal(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}
