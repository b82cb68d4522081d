/*
 * A growing byte string. Always ends in NUL; may hold NULs inside. A zeroed
 * struct is a valid empty string; str_clear gives its memory back.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

struct str {
	char *data; /* NULL or NUL-terminated */
	size_t len; /* bytes without the NUL */
	size_t cap; /* bytes allocated */
};

/* The content; never NULL. Valid until the next change. */
const char *str_text(const struct str *s);

void str_add(struct str *s, const char *text);
void str_add_n(struct str *s, const char *bytes, size_t n);
void str_add_char(struct str *s, char c);
void str_add_rune(struct str *s, char32_t rune); /* as UTF-8 */
void str_addf(struct str *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
void str_addv(struct str *s, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

/* Replaces `cut` bytes at `at` by n bytes; at and cut are clipped to the content. */
void str_splice(struct str *s, size_t at, size_t cut, const char *bytes, size_t n);

void str_set(struct str *s, const char *text);
void str_cut(struct str *s, size_t len); /* shortens to len bytes */
void str_clear(struct str *s);           /* frees; the struct is empty and usable */

/* Hands the content over to the caller, who frees it; s is empty afterwards. Never NULL. */
char *str_take(struct str *s);

/* printf into fresh memory that the caller frees. */
char *str_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* true when a and b are equal; NULL equals only NULL. */
bool str_equal(const char *a, const char *b);

#endif
