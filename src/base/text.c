/* See text.h. */
#include "base/text.h"

#include "base/str.h"

#include <langinfo.h>
#include <locale.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

#define RUNE_BAD 0xFFFD

void text_init(void)
{
	if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
		return;
	setlocale(LC_CTYPE, "C.UTF-8");
}

/* Bytes that follow a first byte, and the bits it brings; -1: no first byte. */
static int lead_byte(unsigned char b, char32_t *bits)
{
	if (b < 0x80) {
		*bits = b;
		return 0;
	}
	if (b >= 0xC2 && b <= 0xDF) {
		*bits = b & 0x1F;
		return 1;
	}
	if ((b & 0xF0) == 0xE0) {
		*bits = b & 0x0F;
		return 2;
	}
	if (b >= 0xF0 && b <= 0xF4) {
		*bits = b & 0x07;
		return 3;
	}
	return -1;
}

/* Overlong forms, surrogates and what is above Unicode are as bad as broken bytes. */
static bool rune_valid(char32_t rune, int follow)
{
	static const char32_t least[] = { 0, 0x80, 0x800, 0x10000 };
	return rune >= least[follow] && rune <= 0x10FFFF && (rune < 0xD800 || rune > 0xDFFF);
}

static size_t decode(const char *s, size_t n, char32_t *rune, bool *valid)
{
	char32_t bits = 0;
	int follow = lead_byte((unsigned char)s[0], &bits);
	*rune = RUNE_BAD;
	*valid = false;
	if (follow < 0 || (size_t)follow >= n)
		return 1;
	for (int i = 1; i <= follow; i++) {
		unsigned char b = (unsigned char)s[i];
		if ((b & 0xC0) != 0x80)
			return 1;
		bits = bits << 6 | (b & 0x3F);
	}
	if (!rune_valid(bits, follow))
		return 1;
	*rune = bits;
	*valid = true;
	return (size_t)follow + 1;
}

size_t text_decode(const char *s, size_t n, char32_t *rune)
{
	bool valid;
	return decode(s, n, rune, &valid);
}

bool text_is_valid(const char *s, size_t n)
{
	for (size_t i = 0; i < n;) {
		char32_t rune;
		bool valid;
		i += decode(s + i, n - i, &rune, &valid);
		if (!valid || rune == 0)
			return false;
	}
	return true;
}

size_t text_encode(char32_t rune, char *out)
{
	if (!rune_valid(rune, 0))
		rune = RUNE_BAD;
	if (rune < 0x80) {
		out[0] = (char)rune;
		return 1;
	}
	if (rune < 0x800) {
		out[0] = (char)(0xC0 | rune >> 6);
		out[1] = (char)(0x80 | (rune & 0x3F));
		return 2;
	}
	if (rune < 0x10000) {
		out[0] = (char)(0xE0 | rune >> 12);
		out[1] = (char)(0x80 | (rune >> 6 & 0x3F));
		out[2] = (char)(0x80 | (rune & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | rune >> 18);
	out[1] = (char)(0x80 | (rune >> 12 & 0x3F));
	out[2] = (char)(0x80 | (rune >> 6 & 0x3F));
	out[3] = (char)(0x80 | (rune & 0x3F));
	return 4;
}

/* Zero-width characters that change how others are read: a name must not hide behind them. */
static bool is_format_control(char32_t r)
{
	return (r >= 0x200B && r <= 0x200F) || (r >= 0x202A && r <= 0x202E) || (r >= 0x2060 && r <= 0x206F) ||
	       r == 0x061C || r == 0xFEFF || (r >= 0xFFF9 && r <= 0xFFFB) || r == 0x2028 || r == 0x2029 ||
	       (r >= 0xE0000 && r <= 0xE007F);
}

bool text_is_control(char32_t r)
{
	return r < 0x20 || (r >= 0x7F && r < 0xA0) || is_format_control(r);
}

char32_t text_visible(char32_t r)
{
	if (r < 0x20)
		return 0x2400 + r; /* pictures of the control characters */
	if (r == 0x7F)
		return 0x2421;
	return text_is_control(r) ? RUNE_BAD : r;
}

/* Letters, punctuation and lines of German texts and of our own pictures: one column by every locale. */
static bool is_narrow(char32_t r)
{
	return (r >= 0x20 && r < 0x7F) || (r > 0xAD && r < 0x300) || (r >= 0x2010 && r < 0x2028) || (r >= 0x2500 && r < 0x2580);
}

int text_rune_width(char32_t r)
{
	if (is_narrow(r) || text_is_control(r))
		return 1;
	int w = wcwidth((wchar_t)r);
	return w < 0 ? 1 : w;
}

int text_width_n(const char *s, size_t n)
{
	int width = 0;
	for (size_t i = 0; i < n && s[i];) {
		char32_t rune;
		if ((unsigned char)s[i] < 0x80) { /* a letter or a control character: one column */
			width++;
			i++;
			continue;
		}
		i += text_decode(s + i, n - i, &rune);
		width += text_rune_width(rune);
	}
	return width;
}

int text_width(const char *s)
{
	return text_width_n(s, SIZE_MAX);
}

/* Looks no further than the columns go: the text may be long. */
size_t text_fit(const char *s, int columns)
{
	size_t i = 0;
	while (s[i]) {
		char32_t rune;
		size_t used = text_decode(s + i, TEXT_RUNE_MAX, &rune); /* the NUL stops it */
		columns -= text_rune_width(rune);
		if (columns < 0)
			break;
		i += used;
	}
	return i;
}

size_t text_next(const char *s, size_t len, size_t at)
{
	char32_t rune;
	if (at >= len)
		return len;
	at += text_decode(s + at, len - at, &rune);
	while (at < len) {
		size_t used = text_decode(s + at, len - at, &rune);
		if (text_rune_width(rune) > 0)
			break;
		at += used;
	}
	return at;
}

size_t text_prev(const char *s, size_t len, size_t at)
{
	if (at > len)
		at = len;
	while (at > 0) {
		at--;
		while (at > 0 && ((unsigned char)s[at] & 0xC0) == 0x80)
			at--;
		char32_t rune;
		text_decode(s + at, len - at, &rune);
		if (text_rune_width(rune) > 0)
			break;
	}
	return at;
}

char *text_clean(const char *s, bool lines)
{
	struct str out = { 0 };
	size_t n = strlen(s);
	for (size_t i = 0; i < n;) {
		char32_t rune;
		i += text_decode(s + i, n - i, &rune);
		bool keep = lines && (rune == '\n' || rune == '\t');
		str_add_rune(&out, keep ? rune : text_visible(rune));
	}
	return str_take(&out);
}

char32_t text_lower(char32_t rune)
{
	if (rune < 0x80)
		return rune >= 'A' && rune <= 'Z' ? rune + 32 : rune;
	return (char32_t)towlower((wint_t)rune);
}

/* Base letters of what stands in German registers of names; the rest stays as it is. */
static const char *fold_rune(char32_t r)
{
	static const struct {
		const char *from;
		const char *to;
	} table[] = {
		{ "äàáâãåāăą", "a" }, { "æ", "ae" },      { "çćčĉċ", "c" }, { "ďđð", "d" },
		{ "ëèéêēĕėęě", "e" }, { "ĝğġģ", "g" },    { "ïìíîĩīĭįı", "i" }, { "ķ", "k" },
		{ "ĺļľł", "l" },      { "ñńņňŋ", "n" },   { "öòóôõøōŏő", "o" }, { "œ", "oe" },
		{ "ŕŗř", "r" },       { "śŝşšș", "s" },   { "ß", "ss" },        { "ţťŧț", "t" },
		{ "üùúûũūŭůűų", "u" }, { "ýÿŷ", "y" },    { "źżž", "z" },
	};
	char bytes[TEXT_RUNE_MAX + 1] = "";
	bytes[text_encode(r, bytes)] = '\0';
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		if (strstr(table[i].from, bytes))
			return table[i].to;
	return NULL;
}

char *text_fold(const char *s)
{
	struct str out = { 0 };
	size_t n = strlen(s);
	for (size_t i = 0; i < n;) {
		char32_t rune;
		i += text_decode(s + i, n - i, &rune);
		rune = text_lower(rune);
		const char *base = rune >= 0x80 ? fold_rune(rune) : NULL;
		if (base)
			str_add(&out, base);
		else if (rune < 0x80 || text_rune_width(rune) > 0)
			str_add_rune(&out, rune);
	}
	return str_take(&out);
}

size_t text_wrap(const char *s, int columns, size_t *skip)
{
	size_t fit = text_fit(s, columns > 0 ? columns : 1);
	const char *end = memchr(s, '\n', fit);
	*skip = 0;
	if (!end && (s[fit] == '\n' || s[fit] == '\0'))
		end = s + fit;
	if (end) {
		*skip = *end == '\n';
		return (size_t)(end - s);
	}
	if (fit == 0) /* a wide rune in a narrow column: take it all the same */
		return text_next(s, strcspn(s, "\n"), 0);
	if (s[fit] == ' ') {
		*skip = 1;
		return fit;
	}
	for (size_t i = fit; i > 0; i--)
		if (s[i - 1] == ' ') {
			*skip = 1;
			return i - 1;
		}
	return fit;
}

int text_lines(const char *s, int columns)
{
	int lines = 0;
	for (size_t n, skip; *s; lines++, s += n + skip)
		n = text_wrap(s, columns, &skip);
	return lines;
}
