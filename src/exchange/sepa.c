/* See sepa.h. */
#include "exchange/sepa.h"

#include "base/fault.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "exchange/iban.h"

#include <libxml/xmlwriter.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const format_names[] = { "pain.001.001.09", "pain.001.001.03" };

bool sepa_format_parse(const char *name, enum sepa_format *format)
{
	*format = SEPA_09;
	for (int i = 0; name && i < 2; i++)
		if (strcmp(name, format_names[i]) == 0) {
			*format = (enum sepa_format)i;
			return true;
		}
	return !name;
}

const char *sepa_format_name(enum sepa_format format)
{
	return format_names[format];
}

void sepa_file_init(struct sepa_file *f)
{
	*f = (struct sepa_file){ .transfers = VEC_OF(struct sepa_transfer) };
}

static void clear_party(struct sepa_party *p)
{
	free(p->name);
	free(p->iban);
	free(p->bic);
	free(p->street);
	free(p->postal_code);
	free(p->town);
	free(p->country);
}

void sepa_file_clear(struct sepa_file *f)
{
	for (size_t i = 0; i < f->transfers.len; i++) {
		struct sepa_transfer *t = vec_at(&f->transfers, i);
		free(t->end_to_end);
		free(t->purpose);
		clear_party(&t->to);
	}
	vec_clear(&f->transfers);
	clear_party(&f->from);
	free(f->message_id);
	free(f->created);
	free(f->executed_on);
	sepa_file_init(f);
}

bool sepa_parse_amount(const char *text, int64_t *cents)
{
	size_t whole = strspn(text, "0123456789");
	if (whole < 1 || whole > 9 || (whole > 1 && *text == '0') || text[whole] != '.' || strlen(text) != whole + 3 ||
	    strspn(text + whole + 1, "0123456789") != 2)
		return false;
	*cents = strtoll(text, NULL, 10) * 100 + (text[whole + 1] - '0') * 10 + (text[whole + 2] - '0');
	return *cents >= 1;
}

bool sepa_is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c && strchr("/-?:().,'+ ", c));
}

/* ---- letters ---- */

/* What German reads as two letters, and signs. */
static const char *written_out(char32_t rune)
{
	static const struct {
		char32_t rune;
		const char *text;
	} table[] = {
		{ U'ä', "ae" }, { U'ö', "oe" }, { U'ü', "ue" }, { U'Ä', "Ae" }, { U'Ö', "Oe" }, { U'Ü', "Ue" },
		{ U'ß', "ss" }, { U'ẞ', "SS" }, { U'æ', "ae" }, { U'Æ', "Ae" }, { U'œ', "oe" }, { U'Œ', "Oe" },
		{ U'ø', "oe" }, { U'Ø', "Oe" }, { U'å', "a" },  { U'Å', "A" },  { U'ð', "d" },  { U'Ð', "D" },
		{ U'þ', "th" }, { U'Þ', "Th" }, { U'ĳ', "ij" }, { U'Ĳ', "IJ" }, { U'&', "+" },  { U'–', "-" },
		{ U'—', "-" },  { U'‑', "-" },  { U'−', "-" },  { U'_', "-" },  { U'’', "'" },  { U'‘', "'" },
		{ U'„', "'" },  { U'“', "'" },  { U'”', "'" },  { U'"', "'" },  { U'§', "Par." }, { U'€', "EUR" },
		{ U'…', "..." }, { U';', "," }, { U'[', "(" },  { U']', ")" },  { U'{', "(" },  { U'}', ")" },
		{ 0xA0, " " },  { U'\t', " " }, { 0x2009, " " }, { 0x202F, " " }, { U'ə', "e" }, { U'Ə', "E" },
		{ U'ș', "s" },  { U'Ș', "S" },  { U'ț', "t" },  { U'Ț', "T" },
	};
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		if (table[i].rune == rune)
			return table[i].text;
	return NULL;
}

/* Letters with an accent, from U+00C0 and from U+0100 on: the letter without it. */
static char base_letter(char32_t rune)
{
	static const char latin1[] = "AAAAAAACEEEEIIIIDNOOOOO.OUUUUY.saaaaaaaceeeeiiiidnooooo.ouuuuy.y";
	static const char extended[] = "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi..JjKkkLlLlLlLlLlNnNnNnnNnOoOoOo.."
				       "RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
	if (rune >= 0xC0 && rune < 0x100)
		return latin1[rune - 0xC0];
	if (rune >= 0x100 && rune < 0x100 + sizeof(extended) - 1)
		return extended[rune - 0x100];
	return '.';
}

/* Combining marks after a letter (decomposed writing): a diaeresis makes it two letters, others go. */
static bool add_mark(char32_t rune, struct str *out)
{
	if (rune < 0x300 || rune > 0x36F)
		return false;
	if (rune == 0x308 && out->len && strchr("aouAOU", out->data[out->len - 1]))
		str_add_char(out, 'e');
	return true;
}

bool sepa_text(const char *text, size_t max, struct str *out)
{
	struct str made = { 0 };
	size_t n = strlen(text);
	for (size_t at = 0; at < n;) {
		char32_t rune;
		at += text_decode(text + at, n - at, &rune);
		const char *written = written_out(rune);
		if (rune < 0x80 && sepa_is_letter((char)rune))
			str_add_char(&made, (char)rune);
		else if (written)
			str_add(&made, written);
		else if (!add_mark(rune, &made))
			str_add_char(&made, base_letter(rune));
	}
	str_cut(&made, made.len < max ? made.len : max);
	while (made.len && made.data[made.len - 1] == ' ')
		str_cut(&made, made.len - 1);
	size_t blanks = strspn(str_text(&made), " ");
	bool changed = strcmp(str_text(&made) + blanks, text) != 0;
	str_add(out, str_text(&made) + blanks);
	str_clear(&made);
	return changed;
}

static void prepare_text(char **text, size_t max, const char *id, struct vec *changes)
{
	struct str out = { 0 };
	if (!*text)
		return;
	if (!sepa_text(*text, max, &out)) {
		str_clear(&out);
		return;
	}
	struct sepa_change *c = vec_add(changes);
	c->id = mem_strdup(id);
	c->from = *text;
	c->to = mem_strdup(str_text(&out));
	*text = str_take(&out);
}

static void prepare_party(struct sepa_party *p, const char *id, struct vec *changes)
{
	prepare_text(&p->name, SEPA_NAME_MAX, id, changes);
	prepare_text(&p->street, 70, id, changes);
	prepare_text(&p->postal_code, 16, id, changes);
	prepare_text(&p->town, 35, id, changes);
}

void sepa_prepare(struct sepa_file *f, struct vec *changes)
{
	prepare_party(&f->from, f->message_id, changes);
	for (size_t i = 0; i < f->transfers.len; i++) {
		struct sepa_transfer *t = vec_at(&f->transfers, i);
		prepare_party(&t->to, t->end_to_end, changes);
		prepare_text(&t->purpose, SEPA_PURPOSE_MAX, t->end_to_end, changes);
	}
}

void sepa_changes_clear(struct vec *changes)
{
	for (size_t i = 0; i < changes->len; i++) {
		struct sepa_change *c = vec_at(changes, i);
		free(c->id);
		free(c->from);
		free(c->to);
	}
	vec_clear(changes);
}

/* ---- our rules ---- */

struct rules {
	const char *name;
	struct vec *faults;
};

static void text_rule(const struct rules *r, const char *who, const char *what, const char *text, size_t max)
{
	size_t n = text ? strlen(text) : 0;
	if (n == 0)
		fault_add(r->faults, r->name, 0, _("%s: %s fehlt"), who, what);
	if (n > max)
		fault_add(r->faults, r->name, 0, _("%s: %s hat %zu Zeichen, erlaubt sind %zu"), who, what, n, max);
	for (size_t i = 0; i < n; i++)
		if (!sepa_is_letter(text[i])) {
			fault_add(r->faults, r->name, 0, _("%s: %s hat ein Zeichen, das Banken nicht kennen"), who, what);
			return;
		}
}

/* Identifiers neither begin nor end with a slash, nor have two of them. */
static void id_rule(const struct rules *r, const char *id)
{
	text_rule(r, id ? id : "-", _("die Kennung"), id, SEPA_ID_MAX);
	if (id && *id && (*id == '/' || id[strlen(id) - 1] == '/' || strstr(id, "//")))
		fault_add(r->faults, r->name, 0, _("%s: Schrägstriche stehen falsch in der Kennung"), id);
}

static void party_rule(const struct rules *r, const char *who, const struct sepa_party *p)
{
	enum iban_fault fault = iban_check(p->iban ? p->iban : "");
	text_rule(r, who, _("der Name"), p->name, SEPA_NAME_MAX);
	if (fault != IBAN_OK)
		fault_add(r->faults, r->name, 0, "%s: %s", who, iban_fault_text(fault));
	if (p->bic && *p->bic && !bic_is_valid(p->bic))
		fault_add(r->faults, r->name, 0, _("%s: keine BIC"), who);
}

static int compare_ids(const void *a, const void *b)
{
	const struct sepa_transfer *const *x = a, *const *y = b;
	return strcmp((*x)->end_to_end, (*y)->end_to_end);
}

static void find_twice(const struct rules *r, const struct sepa_file *f)
{
	size_t n = f->transfers.len;
	const struct sepa_transfer **sorted = mem_zalloc(n, sizeof(*sorted));
	for (size_t i = 0; i < n; i++)
		sorted[i] = vec_at(&f->transfers, i);
	if (n > 1)
		qsort(sorted, n, sizeof(*sorted), compare_ids);
	for (size_t i = 1; i < n; i++)
		if (strcmp(sorted[i]->end_to_end, sorted[i - 1]->end_to_end) == 0)
			fault_add(r->faults, r->name, 0, _("%s: die Ende-zu-Ende-Kennung steht zweimal da"), sorted[i]->end_to_end);
	free(sorted);
}

void sepa_faults(const struct sepa_file *f, const char *name, const char *today, struct vec *faults)
{
	struct rules r = { name, faults };
	int64_t sum = 0;
	id_rule(&r, f->message_id);
	party_rule(&r, _("Auftraggeber"), &f->from);
	if (!f->executed_on || strcmp(f->executed_on, today) < 0)
		fault_add(faults, name, 0, _("der Tag der Ausführung liegt zurück: %s"), f->executed_on ? f->executed_on : "-");
	for (size_t i = 0; i < f->transfers.len; i++) {
		const struct sepa_transfer *t = vec_at(&f->transfers, i);
		id_rule(&r, t->end_to_end);
		party_rule(&r, t->end_to_end, &t->to);
		text_rule(&r, t->end_to_end, _("der Verwendungszweck"), t->purpose, SEPA_PURPOSE_MAX);
		if (t->cents < 1 || t->cents > SEPA_CENTS_MAX)
			fault_add(faults, name, 0, _("%s: der Betrag liegt nicht zwischen 0,01 und 999.999.999,99"), t->end_to_end);
		else
			sum += t->cents;
	}
	find_twice(&r, f);
	if (f->transfers.len == 0)
		fault_add(faults, name, 0, "%s", _("die Datei hat keine Überweisung"));
	if (f->count != f->transfers.len)
		fault_add(faults, name, 0, _("%zu Überweisungen, erwartet waren %zu"), f->transfers.len, f->count);
	if (f->cents != sum)
		fault_add(faults, name, 0, "%s", _("die Summe der Überweisungen ist nicht die erwartete"));
}

/* ---- writing ---- */

static void element(xmlTextWriterPtr w, const char *name, const char *text)
{
	xmlTextWriterWriteElement(w, BAD_CAST name, BAD_CAST text);
}

static void amount_text(int64_t cents, char out[32])
{
	snprintf(out, 32, "%lld.%02d", (long long)(cents / 100), (int)(cents % 100));
}

static void begin(xmlTextWriterPtr w, const char *name)
{
	xmlTextWriterStartElement(w, BAD_CAST name);
}

static void end(xmlTextWriterPtr w)
{
	xmlTextWriterEndElement(w);
}

/* Count and sum, which stand in two places. */
static void write_totals(xmlTextWriterPtr w, const struct sepa_file *f)
{
	char text[32];
	snprintf(text, sizeof(text), "%zu", f->count);
	element(w, "NbOfTxs", text);
	amount_text(f->cents, text);
	element(w, "CtrlSum", text);
}

static void write_party(xmlTextWriterPtr w, const char *name, const struct sepa_party *p)
{
	begin(w, name);
	element(w, "Nm", p->name);
	if (p->town && *p->town && p->country && *p->country) {
		begin(w, "PstlAdr");
		if (p->street && *p->street)
			element(w, "StrtNm", p->street);
		if (p->postal_code && *p->postal_code)
			element(w, "PstCd", p->postal_code);
		element(w, "TwnNm", p->town);
		element(w, "Ctry", p->country);
		end(w);
	}
	end(w);
}

static void write_account(xmlTextWriterPtr w, const char *name, const struct sepa_party *p)
{
	begin(w, name);
	begin(w, "Id");
	element(w, "IBAN", p->iban);
	end(w);
	end(w);
}

static void write_bank(xmlTextWriterPtr w, const char *name, enum sepa_format format, const struct sepa_party *p)
{
	begin(w, name);
	begin(w, "FinInstnId");
	if (p->bic && *p->bic) {
		element(w, format == SEPA_09 ? "BICFI" : "BIC", p->bic);
	} else {
		begin(w, "Othr");
		element(w, "Id", "NOTPROVIDED");
		end(w);
	}
	end(w);
	end(w);
}

static void write_transfer(xmlTextWriterPtr w, enum sepa_format format, const struct sepa_transfer *t)
{
	char text[32];
	begin(w, "CdtTrfTxInf");
	begin(w, "PmtId");
	element(w, "EndToEndId", t->end_to_end);
	end(w);
	begin(w, "Amt");
	begin(w, "InstdAmt");
	xmlTextWriterWriteAttribute(w, BAD_CAST "Ccy", BAD_CAST "EUR");
	amount_text(t->cents, text);
	xmlTextWriterWriteString(w, BAD_CAST text);
	end(w);
	end(w);
	if (t->to.bic && *t->to.bic)
		write_bank(w, "CdtrAgt", format, &t->to);
	write_party(w, "Cdtr", &t->to);
	write_account(w, "CdtrAcct", &t->to);
	begin(w, "RmtInf");
	element(w, "Ustrd", t->purpose);
	end(w);
	end(w);
}

static void write_order(xmlTextWriterPtr w, const struct sepa_file *f)
{
	begin(w, "PmtInf");
	element(w, "PmtInfId", f->message_id);
	element(w, "PmtMtd", "TRF");
	element(w, "BtchBookg", "true");
	write_totals(w, f);
	begin(w, "PmtTpInf");
	begin(w, "SvcLvl");
	element(w, "Cd", "SEPA");
	end(w);
	end(w);
	if (f->format == SEPA_09) {
		begin(w, "ReqdExctnDt");
		element(w, "Dt", f->executed_on);
		end(w);
	} else {
		element(w, "ReqdExctnDt", f->executed_on);
	}
	write_party(w, "Dbtr", &f->from);
	write_account(w, "DbtrAcct", &f->from);
	write_bank(w, "DbtrAgt", f->format, &f->from);
	element(w, "ChrgBr", "SLEV");
	for (size_t i = 0; i < f->transfers.len; i++)
		write_transfer(w, f->format, vec_at(&f->transfers, i));
	end(w);
}

bool sepa_write(const struct sepa_file *f, struct str *out)
{
	char space[64];
	xmlBufferPtr buffer = xmlBufferCreate();
	xmlTextWriterPtr w = buffer ? xmlNewTextWriterMemory(buffer, 0) : NULL;
	bool ok = w != NULL;
	if (ok) {
		snprintf(space, sizeof(space), "urn:iso:std:iso:20022:tech:xsd:%s", sepa_format_name(f->format));
		xmlTextWriterSetIndent(w, 1);
		xmlTextWriterStartDocument(w, NULL, "UTF-8", NULL);
		begin(w, "Document");
		xmlTextWriterWriteAttribute(w, BAD_CAST "xmlns", BAD_CAST space);
		begin(w, "CstmrCdtTrfInitn");
		begin(w, "GrpHdr");
		element(w, "MsgId", f->message_id);
		element(w, "CreDtTm", f->created);
		write_totals(w, f);
		begin(w, "InitgPty");
		element(w, "Nm", f->from.name);
		end(w);
		end(w);
		write_order(w, f);
		ok = xmlTextWriterEndDocument(w) >= 0;
		xmlFreeTextWriter(w);
	}
	if (ok)
		str_add_n(out, (const char *)xmlBufferContent(buffer), (size_t)xmlBufferLength(buffer));
	if (buffer)
		xmlBufferFree(buffer);
	return ok;
}
