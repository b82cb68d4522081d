/*
 * See event.h: the journal line.
 *
 *     R1 <tab> field 1 <tab> ... <tab> field 30 <tab> crc <newline>
 *
 * An absent field is \N; inside a field stand \\ \t \n \r for themselves. The
 * CRC-32 (IEEE 802.3) covers all bytes before its tab, in eight hex digits.
 */
#include "domain/event.h"

#include "base/i18n.h"

#include <stdio.h>
#include <string.h>

#define MARK "R1"
#define CRC_LENGTH 8

static uint32_t crc32_of(const char *bytes, size_t n)
{
	static const uint32_t four_bits[16] = {
		0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
		0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
	};
	uint32_t crc = UINT32_MAX;
	for (size_t i = 0; i < n; i++) {
		crc ^= (unsigned char)bytes[i];
		crc = (crc >> 4) ^ four_bits[crc & 15];
		crc = (crc >> 4) ^ four_bits[crc & 15];
	}
	return ~crc;
}

static void add_escaped(struct str *out, const char *text)
{
	for (; *text; text++) {
		switch (*text) {
		case '\\':
			str_add(out, "\\\\");
			break;
		case '\t':
			str_add(out, "\\t");
			break;
		case '\n':
			str_add(out, "\\n");
			break;
		case '\r':
			str_add(out, "\\r");
			break;
		default:
			str_add_char(out, *text);
		}
	}
}

void ledger_to_line(const struct ledger_event *e, struct str *out)
{
	size_t begin = out->len;
	struct str field = { 0 };
	str_add(out, MARK);
	for (int i = 0; i < FIELD_COUNT; i++) {
		str_add_char(out, '\t');
		if (ledger_get_field(e, (enum ledger_field)i, &field))
			add_escaped(out, str_text(&field));
		else
			str_add(out, "\\N");
	}
	str_clear(&field);
	uint32_t crc = crc32_of(out->data + begin, out->len - begin);
	str_addf(out, "\t%08x\n", (unsigned)crc);
}

/* Undoes the escapes of n bytes; false for an escape that does not exist. */
static bool unescape(const char *s, size_t n, struct str *out)
{
	static const char from[] = "\\tnr", to[] = "\\\t\n\r";
	str_set(out, "");
	for (size_t i = 0; i < n; i++) {
		if (s[i] != '\\') {
			str_add_char(out, s[i]);
			continue;
		}
		const char *known = ++i < n ? memchr(from, s[i], sizeof(from) - 1) : NULL;
		if (!known)
			return false;
		str_add_char(out, to[known - from]);
	}
	return true;
}

static bool read_fields(const char *s, size_t n, struct ledger_event *e, struct err *err)
{
	struct str text = { 0 };
	bool ok = true;
	for (int i = 0; ok && i < FIELD_COUNT; i++) {
		const char *end = n ? memchr(s, '\t', n) : NULL;
		size_t len = end ? (size_t)(end - s) : n;
		bool last = i == FIELD_COUNT - 1;
		if (last == (end != NULL)) {
			ok = err_set(err, _("Zeile des Journals hat die falsche Zahl von Feldern"));
			break;
		}
		bool absent = len == 2 && memcmp(s, "\\N", 2) == 0;
		ok = absent || unescape(s, len, &text);
		if (!ok)
			err_set(err, _("Zeile des Journals ist nicht lesbar"));
		else
			ok = ledger_set_field(e, (enum ledger_field)i, absent ? NULL : str_text(&text), err);
		s += len + (end ? 1 : 0);
		n -= len + (end ? 1 : 0);
	}
	str_clear(&text);
	return ok;
}

bool ledger_from_line(const char *line, size_t n, struct ledger_event *e, struct err *err)
{
	static const char mark[] = MARK "\t";
	const size_t head = sizeof(mark) - 1, tail = CRC_LENGTH + 1;
	ledger_event_init(e, LEDGER_NONE);
	if (n && line[n - 1] == '\n')
		n--;
	if (n < head + tail || memcmp(line, mark, head) != 0 || memchr(line, '\0', n) || memchr(line, '\n', n)) {
		err_set(err, _("Zeile des Journals ist unvollständig oder von anderer Art"));
		return err_hint(err, _("Die letzte Zeile kann beim Ausfall des Rechners abgerissen sein."));
	}
	char crc[CRC_LENGTH + 1];
	snprintf(crc, sizeof(crc), "%08x", (unsigned)crc32_of(line, n - tail));
	if (line[n - tail] != '\t' || memcmp(line + n - CRC_LENGTH, crc, CRC_LENGTH) != 0) {
		err_set(err, _("Zeile des Journals ist beschädigt"));
		return err_detail(err, _("Prüfsumme stimmt nicht, erwartet %s"), crc);
	}
	if (read_fields(line + head, n - tail - head, e, err))
		return true;
	ledger_event_clear(e);
	return false;
}
