/* See encoding.h. Which bytes a character has in a locale is the C library's knowledge (wcrtomb, mbrtowc). */
#include "base/encoding.h"

#include "base/text.h"

#include <ctype.h>
#include <langinfo.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <wctype.h>

#define UNKNOWN '?'
#define ESC '\033'
#define C1_FIRST 0x80
#define C1_LAST 0x9F
#define C1_TO_C0 0x40 /* ECMA-48: a C1 control is escape and this much less */

/* --- which ------------------------------------------------------------------ */

static const char *named_locale(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *value = getenv(names[i]);
		if (value && *value)
			return value;
	}
	return NULL;
}

/* "de_DE.ISO-8859-1", "de_DE.iso88591@euro": what stands between point and modifier, without signs and case. */
static void open_by_name(struct encoding *e, const char *name)
{
	struct str codeset = { 0 };
	const char *point = strchr(name, '.');
	for (const char *c = point ? point + 1 : ""; *c && *c != '@'; c++)
		if (isalnum((unsigned char)*c))
			str_add_char(&codeset, (char)tolower((unsigned char)*c));
	e->utf8 = codeset.len == 0 || strcmp(str_text(&codeset), "utf8") == 0;
	e->latin1 = strcmp(str_text(&codeset), "iso88591") == 0;
	e->ascii = !e->utf8 && !e->latin1;
	str_clear(&codeset);
}

void encoding_open(struct encoding *e)
{
	*e = (struct encoding){ .utf8 = true };
	const char *name = named_locale();
	if (!name)
		return;
	e->locale = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
	if (!e->locale) {
		open_by_name(e, name);
		return;
	}
	const char *codeset = nl_langinfo_l(CODESET, e->locale);
	e->utf8 = strcmp(codeset, "UTF-8") == 0;
	e->ascii = strcmp(codeset, "ANSI_X3.4-1968") == 0;
}

void encoding_open_ascii(struct encoding *e)
{
	*e = (struct encoding){ .ascii = true };
}

void encoding_close(struct encoding *e)
{
	if (e->locale)
		freelocale(e->locale);
	str_clear(&e->rest);
	*e = (struct encoding){ .utf8 = true };
}

/* --- out -------------------------------------------------------------------- */

/* Bytes of a rune in the locale; 0: it has none. */
static size_t locale_bytes(const struct encoding *e, char32_t rune, char out[MB_LEN_MAX])
{
	mbstate_t state = { 0 };
	if (!e->locale)
		return 0;
	locale_t before = uselocale(e->locale);
	size_t n = wcrtomb(out, (wchar_t)rune, &state);
	uselocale(before);
	return n == (size_t)-1 ? 0 : n;
}

static size_t rune_bytes(const struct encoding *e, char32_t rune, char out[MB_LEN_MAX])
{
	if (rune < 0x80) {
		out[0] = (char)rune;
		return 1;
	}
	if (e->utf8)
		return text_encode(rune, out);
	if (e->ascii || text_is_control(rune))
		return 0;
	if (!e->latin1)
		return locale_bytes(e, rune, out);
	out[0] = (char)rune;
	return rune <= 0xFF;
}

static bool has_rune(const struct encoding *e, char32_t rune)
{
	char bytes[MB_LEN_MAX];
	return rune_bytes(e, rune, bytes) > 0;
}

/* What reads the same in ASCII; the first character alone serves where there is room for one. */
static const char *likeness(char32_t rune)
{
	static const struct {
		const char *from;
		const char *to;
	} table[] = {
		{ "–—‐‑‒−─━┄┈╌═", "-" }, { "│┃║¦", "|" }, { "┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬", "+" }, { "„“”«»", "\"" },
		{ "‚‘’´", "'" }, { "…", "..." }, { "·•", "." }, { "●■▪", "*" }, { "✓", "v" }, { "✗×", "x" }, { "▾▼↓", "v" },
		{ "▲↑", "^" }, { "‹←", "<" }, { "›→▸", ">" }, { "≥", ">=" }, { "≤", "<=" }, { "█▌▐", "#" }, { "▀", "\"" },
		{ "▄", "_" }, { "▒░▓", ":" }, { "€", "EUR" }, { "§", "Par." }, { "ä", "ae" }, { "ö", "oe" }, { "ü", "ue" },
		{ "Ä", "Ae" }, { "Ö", "Oe" }, { "Ü", "Ue" }, { "ß", "ss" }, { "ẞ", "SS" }, { "°", "o" }, { "½", "1/2" },
	};
	char bytes[TEXT_RUNE_MAX + 1] = "";
	bytes[text_encode(rune, bytes)] = '\0';
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		if (strstr(table[i].from, bytes))
			return table[i].to;
	return NULL;
}

/* A letter with a mark to the letter: as names are compared, but in its case. */
static void add_letter(char32_t rune, struct str *out)
{
	char bytes[TEXT_RUNE_MAX + 1] = "";
	bytes[text_encode(rune, bytes)] = '\0';
	char *folded = text_fold(bytes);
	bool letter = *folded && (unsigned char)*folded < 0x80;
	if (letter && iswupper((wint_t)rune))
		*folded = (char)towupper((wint_t)*folded);
	if (letter)
		str_add(out, folded);
	else
		str_add_char(out, UNKNOWN);
	free(folded);
}

static void replace_rune(const struct encoding *e, char32_t rune, struct str *out)
{
	if (rune < 0x80 || has_rune(e, rune)) {
		str_add_rune(out, rune);
		return;
	}
	const char *like = likeness(rune);
	if (like)
		str_add(out, like);
	else if ((rune >= 0x2000 && rune <= 0x200A) || rune == 0xA0 || rune == 0x202F)
		str_add_char(out, ' ');
	else if (text_rune_width(rune) > 0) /* a mark that stands over a letter is left out */
		add_letter(rune, out);
}

void encoding_replace(const struct encoding *e, const char *text, struct str *out)
{
	size_t n = strlen(text);
	if (e->utf8) {
		str_add(out, text);
		return;
	}
	for (size_t i = 0; i < n;) {
		char32_t rune;
		size_t at = out->len;
		i += text_decode(text + i, n - i, &rune);
		replace_rune(e, rune, out);
		/* Ä is Ae at the head of a name, AE in a word of capitals. */
		bool capitals = isupper((unsigned char)text[i]) || (at > 0 && isupper((unsigned char)out->data[at - 1]));
		if (rune >= 0x80 && out->len == at + 2 && capitals && isupper((unsigned char)out->data[at]))
			out->data[at + 1] = (char)toupper((unsigned char)out->data[at + 1]);
	}
}

void encoding_encode(const struct encoding *e, const char *text, size_t n, struct str *out)
{
	if (e->utf8) {
		str_add_n(out, text, n);
		return;
	}
	for (size_t i = 0; i < n;) {
		char32_t rune;
		char bytes[MB_LEN_MAX];
		i += text_decode(text + i, n - i, &rune);
		size_t used = rune_bytes(e, rune, bytes);
		if (used > 0)
			str_add_n(out, bytes, used);
		else if (text_rune_width(rune) > 0)
			str_add_char(out, UNKNOWN);
	}
}

void encoding_print(const struct encoding *e, const char *text, struct str *out)
{
	struct str replaced = { 0 };
	encoding_replace(e, text, &replaced);
	encoding_encode(e, str_text(&replaced), replaced.len, out);
	str_clear(&replaced);
}

void encoding_write(FILE *to, const char *text)
{
	struct encoding e;
	struct str bytes = { 0 };
	encoding_open(&e);
	encoding_print(&e, text, &bytes);
	fputs(str_text(&bytes), to);
	encoding_close(&e);
	str_clear(&bytes);
}

bool encoding_knows(const struct encoding *e, const char *text)
{
	size_t n = strlen(text);
	for (size_t i = 0; i < n && !e->utf8;) {
		char32_t rune;
		i += text_decode(text + i, n - i, &rune);
		if (!has_rune(e, rune))
			return false;
	}
	return true;
}

/* The first character of the likeness: a cell has room for one. */
static char32_t cell_rune(const struct encoding *e, char32_t rune)
{
	struct str one = { 0 };
	char32_t first = UNKNOWN;
	replace_rune(e, rune, &one);
	if (one.len > 0 && text_rune_width(rune) == 1)
		text_decode(str_text(&one), one.len, &first);
	str_clear(&one);
	return first;
}

void encoding_cells(const struct encoding *e, const struct canvas *from, struct canvas *copy)
{
	bool cut = false; /* the cell before was wide and is no more */
	for (int i = 0; i < from->rows * from->cols; i++) {
		struct cell cell = from->cells[i];
		if (cell.rune == 0 && cut)
			cell.rune = ' ';
		char32_t rune = cell.rune == 0 ? 0 : text_visible(cell.rune);
		cut = false;
		if (rune >= 0x80 && !has_rune(e, rune)) {
			cut = text_rune_width(rune) > 1;
			cell.rune = cell_rune(e, rune);
		}
		for (int k = 0; k < CELL_MARKS; k++)
			if (cell.marks[k] && !has_rune(e, cell.marks[k]))
				memset(cell.marks, 0, sizeof(cell.marks));
		copy->cells[i] = cell;
	}
	copy->cursor_row = from->cursor_row;
	copy->cursor_col = from->cursor_col;
}

/* --- in --------------------------------------------------------------------- */

/* A terminal of 8 bits may send the control characters of the upper half for the sequences of its keys. */
static void add_typed(char32_t rune, struct str *out)
{
	if (rune >= C1_FIRST && rune <= C1_LAST) {
		str_add_char(out, ESC);
		str_add_char(out, (char)(rune - C1_TO_C0));
		return;
	}
	str_add_rune(out, rune);
}

/* Bytes of a UTF-8 character at s: 0 when it is none, more than n when it may be cut. */
static size_t utf8_length(const char *s, size_t n)
{
	unsigned char b = (unsigned char)s[0];
	size_t want = b >= 0xF0 && b <= 0xF4 ? 4 : b >= 0xE0 && b < 0xF0 ? 3 : b >= 0xC2 && b < 0xE0 ? 2 : 0;
	for (size_t i = 1; i < want && i < n; i++)
		if (((unsigned char)s[i] & 0xC0) != 0x80)
			return 0;
	return want;
}

/* The locale says 7 bits, the terminal sent 8: UTF-8 if it reads as such, else Latin-1 (which may also be what is known). */
static void guess(struct encoding *e, const char *s, size_t n, bool more, struct str *out)
{
	for (size_t i = 0; i < n;) {
		size_t want = (unsigned char)s[i] < 0x80 ? 1 : e->latin1 ? 0 : utf8_length(s + i, n - i);
		if (want > n - i && more) {
			str_add_n(&e->rest, s + i, n - i);
			return;
		}
		if (want == 0 || want > n - i) {
			add_typed((unsigned char)s[i++], out);
		} else {
			str_add_n(out, s + i, want);
			i += want;
		}
	}
}

static void decode_locale(struct encoding *e, const char *s, size_t n, struct str *out)
{
	locale_t before = uselocale(e->locale);
	for (size_t i = 0; i < n; i++) {
		wchar_t wide = 0;
		size_t used = mbrtowc(&wide, s + i, 1, &e->state);
		if (used == (size_t)-2)
			continue; /* its other bytes follow */
		if (used == (size_t)-1) {
			e->state = (mbstate_t){ 0 };
			wide = 0xFFFD;
		}
		if (wide == 0)
			str_add_char(out, '\0');
		else
			add_typed((char32_t)wide, out);
	}
	uselocale(before);
}

void encoding_decode(struct encoding *e, const char *bytes, size_t n, bool more, struct str *out)
{
	if (e->utf8) {
		str_add_n(out, bytes, n);
		return;
	}
	if (e->locale && !e->ascii) {
		decode_locale(e, bytes, n, out);
		return;
	}
	struct str all = e->rest;
	e->rest = (struct str){ 0 };
	str_add_n(&all, bytes, n);
	guess(e, str_text(&all), all.len, more, out);
	str_clear(&all);
}
