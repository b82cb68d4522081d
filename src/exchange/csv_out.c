/* See csv_out.h. */
#include "exchange/csv_out.h"

#include "base/i18n.h"
#include "base/io.h"
#include "base/mem.h"
#include "base/text.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool is_number(const char *s)
{
	char *end;
	s += *s == '+' || *s == '-';
	if (*s < '0' || *s > '9')
		return false;
	(void)strtod(s, &end);
	while (*end == '.' || *end == ',' || (*end >= '0' && *end <= '9'))
		end++;
	return *end == '\0';
}

/* Tab and carriage return count too: spreadsheets skip them before they look. */
static bool is_formula(const char *s)
{
	return *s && strchr("=+-@\t\r", *s) && !is_number(s);
}

static bool needs_quotes(const char *s, char separator)
{
	return strchr(s, separator) || strpbrk(s, "\"\r\n") || *s == ' ' || (*s && s[strlen(s) - 1] == ' ');
}

static void add_cell(struct str *out, char separator, const char *cell)
{
	char *text = is_formula(cell) ? str_format("'%s", cell) : mem_strdup(cell);
	if (needs_quotes(text, separator)) {
		size_t n = strlen(text), room = csv_write2(NULL, 0, text, n, '"');
		char *quoted = mem_alloc(room + 1);
		csv_write2(quoted, room, text, n, '"');
		str_add_n(out, quoted, room);
		free(quoted);
	} else {
		str_add(out, text);
	}
	free(text);
}

void csv_add_row(struct str *out, char separator, const char *const *cells, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			str_add_char(out, separator);
		if (cells[i])
			add_cell(out, separator, cells[i]);
	}
	str_add(out, "\r\n");
}

/*
 * Converts piece by piece; a character without a place in the target becomes
 * '?'. false when the C library's tables are not installed.
 */
static bool to_cp1252(const struct str *text, struct str *out, size_t *replaced)
{
	iconv_t cd = iconv_open("WINDOWS-1252", "UTF-8");
	if (cd == (iconv_t)-1)
		return false;
	char *in = text->data;
	size_t left = text->len;
	while (left > 0) {
		char buffer[4096], *to = buffer;
		size_t room = sizeof(buffer);
		size_t n = iconv(cd, &in, &left, &to, &room);
		str_add_n(out, buffer, sizeof(buffer) - room);
		if (n == (size_t)-1 && (errno == EILSEQ || errno == EINVAL)) {
			char32_t rune;
			size_t used = text_decode(in, left, &rune);
			in += used;
			left -= used;
			str_add_char(out, '?');
			(*replaced)++;
		}
	}
	iconv_close(cd);
	return true;
}

bool csv_write_file(const char *path, const struct str *text, enum csv_encoding encoding, size_t *replaced,
                    struct err *err)
{
	struct str out = { 0 };
	*replaced = 0;
	if (encoding == CSV_CP1252 && !to_cp1252(text, &out, replaced)) {
		err_set(err, "%s", _("die Datei lässt sich nicht schreiben"));
		return err_detail(err, "iconv: %s", strerror(errno));
	}
	if (encoding == CSV_UTF8) {
		str_add(&out, "\xEF\xBB\xBF");
		str_add_n(&out, str_text(text), text->len);
	}
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool ok = fd >= 0 && io_write_all(fd, str_text(&out), out.len) && fsync(fd) == 0;
	int saved = errno;
	if (fd >= 0)
		close(fd);
	if (!ok && fd >= 0)
		unlink(path);
	str_clear(&out);
	if (ok)
		return true;
	err_set(err, "%s", _("die Datei lässt sich nicht schreiben"));
	err_detail(err, "%s: %s", path, strerror(saved));
	return err_hint(err, "%s", saved == EEXIST ? _("Eine Datei dieses Namens gibt es schon: anderen Namen wählen.")
	                                           : _("Ordner, Rechte und Platz prüfen."));
}
