/* See csv_in.h. */
#include "exchange/csv_in.h"

#include "base/fault.h"
#include "base/i18n.h"
#include "base/text.h"

#include <csv.h>
#include <errno.h>
#include <iconv.h>
#include <string.h>

/* --- encoding ----------------------------------------------------------------- */

static bool wrong_encoding(const char *encoding, struct err *err)
{
	err_set(err, _("den Zeichensatz „%s“ gibt es nicht"), encoding);
	return err_hint(err, "%s", _("--encoding UTF-8, windows-1252, ISO-8859-15 oder was 'iconv -l' nennt"));
}

static unsigned line_at(const char *bytes, size_t n)
{
	unsigned line = 1;
	for (size_t i = 0; i < n; i++)
		line += bytes[i] == '\n';
	return line;
}

static bool convert(const char *bytes, size_t n, const char *encoding, struct str *text, struct err *err)
{
	iconv_t cd = iconv_open("UTF-8", encoding);
	if (cd == (iconv_t)-1)
		return wrong_encoding(encoding, err);
	char *in = (char *)bytes;
	size_t left = n;
	bool ok = true;
	while (ok && left > 0) {
		char buffer[65536], *to = buffer;
		size_t room = sizeof(buffer);
		ok = iconv(cd, &in, &left, &to, &room) != (size_t)-1 || errno == E2BIG;
		str_add_n(text, buffer, sizeof(buffer) - room);
	}
	iconv_close(cd);
	if (ok)
		return true;
	err_set(err, _("die Datei ist nicht in „%s“ geschrieben"), encoding);
	err_detail(err, _("Zeile %u"), line_at(bytes, n - left));
	return err_hint(err, "%s", _("Als „CSV UTF-8“ speichern, oder mit --encoding sagen, wie sie geschrieben ist."));
}

bool csv_decode(const char *bytes, size_t n, const char *encoding, struct str *text, bool *guessed, struct err *err)
{
	static const char mark[] = "\xEF\xBB\xBF";
	*guessed = false;
	if (encoding && !convert(bytes, n, encoding, text, err))
		return false;
	if (!encoding && text_is_valid(bytes, n)) {
		str_add_n(text, bytes, n);
	} else if (!encoding) {
		*guessed = true;
		if (!convert(bytes, n, "WINDOWS-1252", text, err))
			return false;
	}
	if (text->len >= 3 && memcmp(text->data, mark, 3) == 0)
		str_splice(text, 0, 3, "", 0);
	return true;
}

/* --- lines ---------------------------------------------------------------------- */

struct reader {
	struct csv_parser parser;
	const char *file;
	struct vec *faults;
	struct str row;  /* cells, each with its NUL */
	size_t starts[CSV_COLUMNS_MAX];
	size_t count;    /* also beyond what fits */
};

static void on_cell(void *cell, size_t n, void *context)
{
	struct reader *r = context;
	if (r->count < CSV_COLUMNS_MAX) {
		r->starts[r->count] = r->row.len;
		str_add_n(&r->row, cell, n);
		str_add_n(&r->row, "", 1);
	}
	r->count++;
}

static void on_end(int c, void *context)
{
	(void)c;
	(void)context;
}

/* Outside of quotes; with none of them the file has one column. */
static char find_separator(const char *s, size_t n)
{
	static const char separators[] = ";,\t";
	char best = ';';
	size_t most = 0;
	for (const char *c = separators; *c; c++) {
		size_t found = 0;
		bool quoted = false;
		for (size_t i = 0; i < n; i++) {
			quoted ^= s[i] == '"';
			found += !quoted && s[i] == *c;
		}
		if (found > most) {
			most = found;
			best = *c;
		}
	}
	return best;
}

static bool has_control(const char *s, size_t n, char separator)
{
	for (size_t i = 0; i < n;) {
		char32_t rune;
		size_t used = text_decode(s + i, n - i, &rune);
		if (text_is_control(rune) && !(rune == '\t' && separator == '\t'))
			return true;
		i += used;
	}
	return false;
}

/* One line is one row: a quote that is open at its end is a fault. */
static bool parse_line(struct reader *r, const char *s, size_t n, char separator)
{
	str_cut(&r->row, 0);
	r->count = 0;
	if (csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		return false;
	csv_set_delim(&r->parser, (unsigned char)separator);
	bool ok = csv_parse(&r->parser, s, n, on_cell, on_end, r) == n && csv_fini(&r->parser, on_cell, on_end, r) == 0;
	csv_free(&r->parser);
	return ok;
}

static void read_line(struct reader *r, const char *s, size_t n, unsigned line, char separator, csv_row *row, void *context)
{
	const char *cells[CSV_COLUMNS_MAX];
	if (has_control(s, n, separator)) {
		fault_add(r->faults, r->file, line, "%s", _("ein Steuerzeichen steht in der Zeile"));
	} else if (!parse_line(r, s, n, separator)) {
		fault_add(r->faults, r->file, line, "%s", _("Anführungszeichen stehen falsch (ein Feld beginnt und endet mit einem, innen sind sie doppelt; Zeilenumbrüche gehören nicht hinein)"));
	} else if (r->count > CSV_COLUMNS_MAX) {
		fault_add(r->faults, r->file, line, _("mehr als %d Spalten"), CSV_COLUMNS_MAX);
	} else {
		for (size_t i = 0; i < r->count; i++)
			cells[i] = r->row.data + r->starts[i];
		row(context, line, cells, r->count);
	}
}

static bool is_blank(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] != ' ')
			return false;
	return true;
}

bool csv_read(const struct str *text, const char *file, csv_row *row, void *context, struct vec *faults)
{
	struct reader r = { .file = file, .faults = faults };
	const char *s = str_text(text), *end = s + text->len;
	char separator = '\0';
	unsigned line = 0;
	bool whole = true;
	while (s < end && whole) {
		const char *stop = memchr(s, '\n', (size_t)(end - s));
		size_t n = (size_t)((stop ? stop : end) - s);
		size_t length = n && s[n - 1] == '\r' ? n - 1 : n;
		if (++line > CSV_LINES_MAX || faults->len >= CSV_FAULTS_MAX) {
			fault_add(faults, file, line, line > CSV_LINES_MAX ? _("mehr als %d Zeilen; bitte teilen") : _("mehr als %d Fehler; der Rest wurde nicht gelesen"),
				line > CSV_LINES_MAX ? CSV_LINES_MAX : CSV_FAULTS_MAX);
			whole = false;
		} else if (!is_blank(s, length)) {
			separator = separator ? separator : find_separator(s, length);
			read_line(&r, s, length, line, separator, row, context);
		}
		s += n + 1;
	}
	str_clear(&r.row);
	return whole;
}
