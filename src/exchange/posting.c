/* See posting.h. */
#include "exchange/posting.h"

#include "base/fault.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FAULTS_MAX 200

struct render {
	const struct rowset *template, *head, *lines;
	const char *name;
	struct vec *faults;
	struct str *out;
	iconv_t to;
	bool fixed;
	char separator, quote, decimal;
	unsigned line;  /* of the file, from 1 */
	size_t row;     /* of lines */
	bool is_line;   /* a posting, not a record of the whole file */
};

static const char *of_column(const struct render *r, size_t column, const char *name)
{
	return rowset_text(r->template, column, name);
}

/* Which row it is: a posting by its person, account or text. */
__attribute__((format(printf, 2, 3)))
static void fault_here(struct render *r, const char *format, ...)
{
	struct str text = { 0 };
	va_list args;
	if (r->faults->len >= FAULTS_MAX)
		return;
	if (r->is_line) {
		const char *person = rowset_text(r->lines, r->row, "person"), *account = rowset_text(r->lines, r->row, "account");
		str_addf(&text, "%s: ", *person ? person : *account ? account : rowset_text(r->lines, r->row, "text"));
	}
	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	fault_add(r->faults, r->name, r->line, "%s", str_text(&text));
	str_clear(&text);
}

/* Is this word among those of the format? */
static bool has_word(const char *format, const char *word)
{
	size_t n = strlen(word);
	for (const char *s = format; (s = strstr(s, word)); s += n)
		if ((s == format || s[-1] == ' ') && (s[n] == '\0' || s[n] == ' '))
			return true;
	return false;
}

/* The word that is none of the known ones: a date, or a pair of signs. "" for none. */
static char *own_word(const char *format)
{
	static const char *const known[] = { "quoted", "cut", "needed", "abs" };
	for (const char *s = format; *s;) {
		size_t n = strcspn(s, " ");
		bool is_known = n == 0;
		for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
			is_known |= strlen(known[i]) == n && strncmp(known[i], s, n) == 0;
		if (!is_known)
			return mem_strndup(s, n);
		s += n + (s[n] == ' ');
	}
	return mem_strdup("");
}

/* ---- values ---- */

/* "-1234.50" with the sign of the template; without one it is cents. */
static void add_amount(const struct render *r, const char *numeric, bool absolute, struct str *out)
{
	const char *s = numeric + (*numeric == '-');
	if (*numeric == '-' && !absolute)
		str_add_char(out, '-');
	if (!r->decimal && s[0] == '0' && s[1] == '.')
		s++; /* cents have no zero before them */
	for (; *s; s++)
		if (*s != '.')
			str_add_char(out, *s);
		else if (r->decimal)
			str_add_char(out, r->decimal);
	if (!strchr(numeric, '.')) {
		if (r->decimal)
			str_add_char(out, r->decimal);
		str_add(out, "00");
	}
}

/* A day in ISO form by a pattern of dd, mm, yyyy, yy; everything else stands for itself. */
static void add_day(const char *iso, const char *pattern, struct str *out)
{
	static const struct {
		const char *token;
		int from, length;
	} tokens[] = { { "yyyy", 0, 4 }, { "yy", 2, 2 }, { "mm", 5, 2 }, { "dd", 8, 2 } };
	if (strlen(iso) != 10)
		return;
	while (*pattern) {
		size_t i = 0, n = sizeof(tokens) / sizeof(*tokens);
		while (i < n && strncmp(pattern, tokens[i].token, strlen(tokens[i].token)) != 0)
			i++;
		if (i == n) {
			str_add_char(out, *pattern++);
			continue;
		}
		str_add_n(out, iso + tokens[i].from, (size_t)tokens[i].length);
		pattern += strlen(tokens[i].token);
	}
}

static bool is_amount(const char *field)
{
	return strcmp(field, "amount") == 0 || strcmp(field, "total") == 0;
}

static bool is_day(const char *field)
{
	static const char *const days[] = { "period_from", "period_until", "year_from", "released_on", "month" };
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++)
		if (strcmp(field, days[i]) == 0)
			return true;
	return false;
}

/* What the rows say of a field: of the posting, else of the file; NULL: nothing is called so. */
static const char *value_of(const struct render *r, const char *field)
{
	if (r->is_line && rowset_find(r->lines, field) >= 0)
		return rowset_text(r->lines, r->row, field);
	return rowset_find(r->head, field) >= 0 ? rowset_text(r->head, 0, field) : NULL;
}

static void add_side(struct render *r, const char *pair, struct str *out)
{
	const char *slash = strchr(pair, '/');
	if (!r->is_line || !slash)
		fault_here(r, "%s", _("„side“ steht in einer Buchung und braucht ein Format wie S/H"));
	else if (*rowset_text(r->lines, r->row, "amount") == '-')
		str_add(out, slash + 1);
	else
		str_add_n(out, pair, (size_t)(slash - pair));
}

static void add_value(struct render *r, size_t column, struct str *out)
{
	const char *field = of_column(r, column, "field"), *format = of_column(r, column, "format");
	const char *value = value_of(r, field);
	char *own = own_word(format);
	if (strcmp(field, "const") == 0)
		str_add(out, of_column(r, column, "value"));
	else if (strcmp(field, "number") == 0)
		str_addf(out, "%zu", r->row + 1);
	else if (strcmp(field, "count") == 0)
		str_addf(out, "%zu", r->lines->rows);
	else if (strcmp(field, "side") == 0)
		add_side(r, own, out);
	else if (strcmp(field, "empty") == 0)
		; /* there, but empty */
	else if (!value)
		fault_here(r, _("die Vorlage kennt kein Feld „%s“"), field);
	else if (is_amount(field))
		add_amount(r, value, has_word(format, "abs"), out);
	else if (is_day(field))
		add_day(value, *own ? own : "dd.mm.yyyy", out);
	else
		str_add(out, value);
	if (out->len == 0 && has_word(format, "needed"))
		fault_here(r, _("%s fehlt"), of_column(r, column, "label"));
	free(own);
}

/* ---- cells and records ---- */

static size_t letters(const char *s)
{
	size_t n = 0;
	for (; *s; s++)
		n += ((unsigned char)*s & 0xC0) != 0x80;
	return n;
}

static void cut_to(struct str *s, size_t width)
{
	size_t n = 0, at = 0;
	for (; at < s->len; at++)
		if (((unsigned char)s->data[at] & 0xC0) != 0x80 && n++ == width)
			break;
	str_cut(s, at);
}

static void fit(struct render *r, size_t column, struct str *value)
{
	size_t width = (size_t)rowset_int(r->template, column, "width"), n = letters(str_text(value));
	if (!width || n <= width)
		return;
	if (has_word(of_column(r, column, "format"), "cut"))
		cut_to(value, width);
	else
		fault_here(r, _("%s ist länger als %zu Zeichen: %s"), of_column(r, column, "label"), width, str_text(value));
}

static void add_padded(struct render *r, size_t column, const char *value, struct str *out)
{
	const char *adjust = of_column(r, column, "adjust");
	size_t width = (size_t)rowset_int(r->template, column, "width"), n = letters(value);
	size_t pad = width > n ? width - n : 0;
	if (!width)
		fault_here(r, _("%s hat in der Vorlage keine Breite"), of_column(r, column, "label"));
	if (strcmp(adjust, "zeros") == 0 && *value == '-') {
		str_add_char(out, '-');
		value++;
	}
	for (size_t i = 0; i < pad && strcmp(adjust, "left") != 0; i++)
		str_add_char(out, strcmp(adjust, "zeros") == 0 ? '0' : ' ');
	str_add(out, value);
	for (size_t i = 0; i < pad && strcmp(adjust, "left") == 0; i++)
		str_add_char(out, ' ');
}

static void add_quoted(struct render *r, size_t column, const char *value, bool wanted, struct str *out)
{
	char special[] = { r->separator, r->quote, '\0' };
	bool needed = strpbrk(value, special) != NULL;
	if (needed && !r->quote)
		fault_here(r, _("%s enthält das Trennzeichen: %s"), of_column(r, column, "label"), value);
	if (!r->quote || (!wanted && !needed)) {
		str_add(out, value);
		return;
	}
	str_add_char(out, r->quote);
	for (const char *s = value; *s; s++) {
		if (*s == r->quote)
			str_add_char(out, r->quote);
		str_add_char(out, *s);
	}
	str_add_char(out, r->quote);
}

/* quoted: also where it needs not be. */
static void add_cell(struct render *r, size_t column, const char *value, bool quoted, bool first, struct str *out)
{
	if (r->fixed) {
		add_padded(r, column, value, out);
		return;
	}
	if (!first)
		str_add_char(out, r->separator);
	add_quoted(r, column, value, quoted, out);
}

/* A record in the encoding of the file, with its line end. */
static void put_record(struct render *r, struct str *record)
{
	char *in = (char *)(size_t)str_text(record);
	size_t left = record->len;
	while (left > 0) {
		char buffer[4096], *to = buffer;
		size_t room = sizeof(buffer);
		size_t n = iconv(r->to, &in, &left, &to, &room);
		str_add_n(r->out, buffer, sizeof(buffer) - room);
		if (n == (size_t)-1 && errno != E2BIG) {
			char32_t rune;
			char letter[TEXT_RUNE_MAX + 1] = "";
			size_t used = text_decode(in, left, &rune);
			letter[text_encode(rune, letter)] = '\0';
			fault_here(r, _("das Zeichen „%s“ gibt es in %s nicht"), letter, of_column(r, 0, "encoding"));
			in += used;
			left -= used;
		}
	}
	str_add(r->out, strcmp(of_column(r, 0, "line_end"), "crlf") == 0 ? "\r\n" : "\n");
	r->line++;
}

/* The names of the postings' columns, as a record. */
static void add_labels(struct render *r, struct str *record)
{
	bool first = true;
	for (size_t i = 0; i < r->template->rows; i++)
		if (strcmp(of_column(r, i, "record"), "line") == 0) {
			add_cell(r, i, of_column(r, i, "label"), false, first, record);
			first = false;
		}
}

static void put(struct render *r, const char *kind)
{
	struct str record = { 0 }, value = { 0 };
	bool any = false;
	for (size_t i = 0; i < r->template->rows; i++) {
		if (strcmp(of_column(r, i, "record"), kind) != 0)
			continue;
		str_cut(&value, 0);
		if (strcmp(of_column(r, i, "field"), "labels") == 0) {
			add_labels(r, &record);
		} else {
			add_value(r, i, &value);
			fit(r, i, &value);
			add_cell(r, i, str_text(&value), has_word(of_column(r, i, "format"), "quoted"), !any, &record);
		}
		any = true;
	}
	if (any)
		put_record(r, &record);
	str_clear(&record);
	str_clear(&value);
}

/* Lines that stand before everything else, as they are. */
static void put_header(struct render *r)
{
	const char *s = of_column(r, 0, "header");
	while (*s) {
		struct str record = { 0 };
		size_t n = strcspn(s, "\n");
		str_add_n(&record, s, n);
		put_record(r, &record);
		str_clear(&record);
		s += n + (s[n] == '\n');
	}
}

bool posting_render(const struct rowset *template, const struct rowset *head, const struct rowset *lines, const char *name,
                    struct vec *faults, struct str *out)
{
	struct render r = { .template = template, .head = head, .lines = lines, .name = name, .faults = faults, .out = out, .line = 1 };
	size_t before = faults->len;
	r.fixed = strcmp(of_column(&r, 0, "form"), "fixed") == 0;
	r.separator = *of_column(&r, 0, "separator");
	r.quote = *of_column(&r, 0, "quote");
	r.decimal = *of_column(&r, 0, "decimal_sign");
	r.to = iconv_open(of_column(&r, 0, "encoding"), "UTF-8");
	if (r.to == (iconv_t)-1) {
		fault_add(faults, name, 0, _("die Kodierung „%s“ gibt es hier nicht"), of_column(&r, 0, "encoding"));
		return false;
	}
	put_header(&r);
	put(&r, "document");
	put(&r, "title");
	r.is_line = true;
	for (r.row = 0; r.row < lines->rows; r.row++)
		put(&r, "line");
	r.is_line = false;
	put(&r, "sum");
	iconv_close(r.to);
	return faults->len == before;
}
