/*
 * Text as people see it: UTF-8, columns on a terminal, and characters that
 * must never reach it.
 *
 * Widths come from the C library in a UTF-8 locale (text_init sets one). What
 * is not valid UTF-8 counts as U+FFFD. Control characters, and the invisible
 * ones that turn the direction of writing, are shown as substitutes.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

#define TEXT_RUNE_MAX 4 /* bytes of one encoded rune */

/* Sets LC_CTYPE to a UTF-8 locale when the environment names none. Once, at start. */
void text_init(void);

/*
 * Decodes one rune at s (n bytes left, n > 0) and returns the bytes used
 * (at least 1). Invalid bytes give U+FFFD.
 */
size_t text_decode(const char *s, size_t n, char32_t *rune);

/* Encodes rune as UTF-8 and returns the bytes written (1 to 4). */
size_t text_encode(char32_t rune, char *out);

/* Columns of one rune: 0 (combining), 1 or 2. Never negative: runes that text_clean replaces count 1. */
int text_rune_width(char32_t rune);

/* Columns of a string (up to its NUL, or the first n bytes). */
int text_width(const char *s);
int text_width_n(const char *s, size_t n);

/* Bytes of the longest prefix of s that fits into `columns`, combining marks included. */
size_t text_fit(const char *s, int columns);

/* Byte offset of the rune (with its combining marks) after / before offset `at`. */
size_t text_next(const char *s, size_t len, size_t at);
size_t text_prev(const char *s, size_t len, size_t at);

/* true for C0, DEL, C1, bidi controls and other characters that must not be printed. */
bool text_is_control(char32_t rune);

/* The visible substitute of such a rune (U+2400 and so on); other runes unchanged. */
char32_t text_visible(char32_t rune);

/* A copy (caller frees) with controls made visible; `lines` leaves \n and \t as they are. */
char *text_clean(const char *s, bool lines);

/*
 * Folded for comparing what people type with names: lower case, umlauts and
 * accents to base letters (ä->a, ß->ss). Caller frees.
 */
char *text_fold(const char *s);
char32_t text_lower(char32_t rune);

/*
 * The next line of text wrapped at `columns`: returns the bytes that belong to
 * it and puts into *skip the bytes (blank or newline) to pass over after it.
 */
size_t text_wrap(const char *s, int columns, size_t *skip);

/* How many lines text_wrap makes of it; an empty text has none. */
int text_lines(const char *s, int columns);

/* true when the bytes are valid UTF-8 without NUL. */
bool text_is_valid(const char *s, size_t n);

#endif
