/* Payment files: letters, amounts, account numbers, our rules, both schemas, hostile files. */
#include "exchange/sepa_check.h"

#include "base/fault.h"
#include "base/mem.h"
#include "base/text.h"
#include "exchange/iban.h"
#include "exchange/sepa.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define TODAY "2026-11-22"

static void expect_text(const char *in, const char *expected)
{
	struct str out = { 0 };
	bool changed = sepa_text(in, 70, &out);
	assert_string_equal(str_text(&out), expected);
	assert_int_equal(changed, strcmp(in, expected) != 0);
	str_clear(&out);
}

static void letters(void **state)
{
	(void)state;
	expect_text("Karl Behrens", "Karl Behrens");
	expect_text("Jörg Müller-Lüdenscheidt", "Joerg Mueller-Luedenscheidt");
	expect_text("ÄÖÜäöüß", "AeOeUeaeoeuess");
	expect_text("Jo\xCC\x88rg", "Joerg"); /* decomposed */
	expect_text("Müller & Söhne", "Mueller + Soehne");
	expect_text("Łukasz Çelik-Ñandú, Đorđe Ğül", "Lukasz Celik-Nandu, Dorde Guel");
	expect_text("Żółć Şahin Ørsted Ångström", "Zolc Sahin Oersted Angstroem");
	expect_text("„Ratsgeld“ – § 45; 10 €", "'Ratsgeld' - Par. 45, 10 EUR");
	expect_text("a<b>c*d", "a.b.c.d");
	expect_text("東京", "..");
	expect_text("  vorn und hinten  ", "vorn und hinten");
	expect_text("\xff", ".");
	expect_text("", "");
	expect_text("/-?:().,'+ x", "/-?:().,'+ x");
	for (int c = 1; c < 0x3000; c++) { /* every character becomes some that banks know */
		char bytes[TEXT_RUNE_MAX + 1] = "";
		struct str out = { 0 };
		bytes[text_encode((char32_t)c, bytes)] = '\0';
		sepa_text(bytes, 70, &out);
		for (size_t i = 0; i < out.len; i++)
			assert_true(sepa_is_letter(out.data[i]));
		str_clear(&out);
	}
}

static void lengths(void **state)
{
	struct str out = { 0 };
	(void)state;
	assert_true(sepa_text("ääää", 7, &out));
	assert_string_equal(out.data, "aeaeaea");
	str_clear(&out);
	assert_true(sepa_text("abc def", 4, &out));
	assert_string_equal(out.data, "abc");
	str_clear(&out);
	assert_false(sepa_text("abcd", 4, &out));
	str_clear(&out);
}

static void amounts(void **state)
{
	static const char *const wrong[] = { "", "0.00", "1", "1.5", "1.500", "1,50", "-1.00", "+1.00", "01.00", "1000000000.00",
		"1.0a", "a1.00", " 1.00", "1.00 ", ".50", "1e2", "99999999999999999999.00" };
	int64_t cents = 0;
	(void)state;
	assert_true(sepa_parse_amount("0.01", &cents) && cents == 1);
	assert_true(sepa_parse_amount("999999999.99", &cents) && cents == SEPA_CENTS_MAX);
	assert_true(sepa_parse_amount("1234.05", &cents) && cents == 123405);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_false(sepa_parse_amount(wrong[i], &cents));
}

/* The examples of the registry of IBANs. */
static void ibans(void **state)
{
	static const char *const good[] = { "AD1200012030200359100100", "AL47212110090000000235698741", "AT611904300234573201",
		"BE68539007547034", "BG80BNBG96611020345678", "CH9300762011623852957", "CY17002001280000001200527600",
		"CZ6508000000192000145399", "DE89370400440532013000", "DK5000400440116243", "EE382200221020145685",
		"ES9121000418450200051332", "FI2112345600000785", "FR1420041010050500013M02606", "GB29NWBK60161331926819",
		"GI75NWBK000000007099453", "GR1601101250000000012300695", "HR1210010051863000160", "HU42117730161111101800000000",
		"IE29AIBK93115212345678", "IS140159260076545510730339", "IT60X0542811101000000123456", "LI21088100002324013AA",
		"LT121000011101001000", "LU280019400644750000", "LV80BANK0000435195001", "MC5811222000010123456789030",
		"MD24AG000225100013104168", "ME25505000012345678951", "MK07250120000058984", "MT84MALT011000012345MTLCAST001S",
		"NL91ABNA0417164300", "NO9386011117947", "PL61109010140000071219812874", "PT50000201231234567890154",
		"RO49AAAA1B31007593840000", "RS35260005601001611379", "SE4550000000058398257466", "SI56263300012039086",
		"SK3112000000198742637541", "SM86U0322509800000000270100", "VA59001123000012345678" };
	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		char *bad = mem_strdup(good[i]);
		assert_int_equal(iban_check(good[i]), IBAN_OK);
		/* Every wrong digit and every two that changed places are found. */
		for (size_t at = 4; at < strlen(bad); at++) {
			char was = bad[at];
			bad[at] = was == '9' ? '0' : was >= '0' && was < '9' ? (char)(was + 1) : was == 'Z' ? 'A' : (char)(was + 1);
			assert_int_equal(iban_check(bad), IBAN_CHECK);
			bad[at] = was;
		}
		bad[strlen(bad) - 1] = '\0';
		assert_int_equal(iban_check(bad), IBAN_LENGTH);
		free(bad);
	}
	assert_int_equal(iban_check("US12345678901234567890"), IBAN_COUNTRY);
	assert_int_equal(iban_check(""), IBAN_FORM);
	assert_int_equal(iban_check("DE89 3704 0044 0532 0130 00"), IBAN_FORM);
	assert_int_equal(iban_check("de89370400440532013000"), IBAN_FORM);
	for (int f = IBAN_FORM; f <= IBAN_CHECK; f++)
		assert_true(*iban_fault_text((enum iban_fault)f));
	assert_true(bic_is_valid("COLSDE33") && bic_is_valid("COLSDE33XXX"));
	assert_false(bic_is_valid("COLSDE3") || bic_is_valid("COLSDE33X") || bic_is_valid("COL1DE33") || bic_is_valid("COLSDE13") ||
	             bic_is_valid("COLSDE3O") || bic_is_valid("colsde33") || bic_is_valid(""));
}

/* ---- files ---- */

static void add_transfer(struct sepa_file *f, const char *id, const char *name, const char *iban, const char *bic, int64_t cents)
{
	struct sepa_transfer *t = vec_add(&f->transfers);
	t->end_to_end = mem_strdup(id);
	t->cents = cents;
	t->purpose = mem_strdup("Aufwandsentschädigung 10/2026");
	t->to.name = mem_strdup(name);
	t->to.iban = mem_strdup(iban);
	t->to.bic = mem_strdup(bic);
	f->count++;
	f->cents += cents;
}

static void make_file(struct sepa_file *f, enum sepa_format format)
{
	struct vec changes = VEC_OF(struct sepa_change);
	sepa_file_init(f);
	f->format = format;
	f->message_id = mem_strdup("RT20261122053333-1");
	f->created = mem_strdup("2026-11-22T05:33:33Z");
	f->executed_on = mem_strdup("2026-11-24");
	f->from.name = mem_strdup("Stadt Musterstadt");
	f->from.iban = mem_strdup("DE89370400440532013000");
	f->from.bic = mem_strdup(format == SEPA_09 ? "COLSDE33XXX" : "");
	f->from.street = mem_strdup("Rathausplatz");
	f->from.postal_code = mem_strdup("12345");
	f->from.town = mem_strdup("Musterstadt");
	f->from.country = mem_strdup("DE");
	add_transfer(f, "RT20261122053333-1-1", "Jörg Müller", "DE89370400440532013000", "COLSDE33", 12345);
	add_transfer(f, "RT20261122053333-1-2", "Anna Schmidt", "FR1420041010050500013M02606", "", SEPA_CENTS_MAX);
	add_transfer(f, "RT20261122053333-1-3", "Ben O'Neil", "IE29AIBK93115212345678", "", 1);
	sepa_prepare(f, &changes);
	assert_int_equal(changes.len, 4); /* a name, three purposes */
	sepa_changes_clear(&changes);
}

static void print_faults(const struct vec *faults)
{
	for (size_t i = 0; i < faults->len; i++) {
		char *text = fault_text(vec_at(faults, i));
		print_message("%s\n", text);
		free(text);
	}
}

/* One of the faults must have the words, at that line (0: any). */
static void expect_fault(struct vec *faults, const char *words, unsigned line)
{
	bool found = false;
	for (size_t i = 0; i < faults->len; i++) {
		const struct fault *f = vec_at(faults, i);
		found |= strstr(f->text, words) && (line == 0 || f->line == line);
	}
	if (!found) {
		print_message("wanted: %s\n", words);
		print_faults(faults);
	}
	assert_true(found);
	faults_clear(faults);
}

static void written(void **state)
{
	(void)state;
	for (enum sepa_format format = SEPA_09; format <= SEPA_03; format++) {
		struct sepa_file f;
		struct sepa_summary sum;
		struct vec faults = VEC_OF(struct fault);
		struct str first = { 0 }, second = { 0 };
		make_file(&f, format);
		sepa_faults(&f, "x", TODAY, &faults);
		print_faults(&faults);
		assert_int_equal(faults.len, 0);
		assert_true(sepa_write(&f, &first) && sepa_write(&f, &second));
		assert_string_equal(first.data, second.data);
		bool ok = sepa_check(first.data, first.len, "x", TODAY, &faults, &sum);
		print_faults(&faults);
		assert_true(ok);
		assert_int_equal(sum.count, 3);
		assert_int_equal(sum.cents, SEPA_CENTS_MAX + 12346);
		assert_non_null(strstr(first.data, "<Nm>Joerg Mueller</Nm>"));
		assert_non_null(strstr(first.data, "<InstdAmt Ccy=\"EUR\">123.45</InstdAmt>"));
		assert_non_null(strstr(first.data, "<CtrlSum>1000000123.45</CtrlSum>"));
		assert_non_null(strstr(first.data, format == SEPA_09 ? "<Dt>2026-11-24</Dt>" : "<ReqdExctnDt>2026-11-24</ReqdExctnDt>"));
		assert_non_null(strstr(first.data, format == SEPA_09 ? "<BICFI>COLSDE33XXX</BICFI>" : "<Id>NOTPROVIDED</Id>"));
		str_clear(&first);
		str_clear(&second);
		sepa_file_clear(&f);
	}
}

/* One text of the file is another for a moment, and must be found. */
static void break_text(const struct sepa_file *f, char **field, const char *value, const char *words)
{
	struct vec faults = VEC_OF(struct fault);
	char *was = *field;
	*field = mem_strdup_null(value);
	sepa_faults(f, "x", TODAY, &faults);
	expect_fault(&faults, words, 0);
	free(*field);
	*field = was;
}

/* Our rules before writing, each broken once. */
static void rules(void **state)
{
	struct sepa_file f;
	struct vec faults = VEC_OF(struct fault);
	(void)state;
	make_file(&f, SEPA_09);
	struct sepa_transfer *t = vec_at(&f.transfers, 1);
	break_text(&f, &t->to.iban, "FR1420041010050500013M02607", "Prüfziffern");
	break_text(&f, &t->to.iban, NULL, "keine IBAN");
	break_text(&f, &t->to.bic, "XX", "keine BIC");
	break_text(&f, &t->to.name, "", "der Name fehlt");
	break_text(&f, &t->to.name, "Jörg", "ein Zeichen, das Banken nicht kennen");
	break_text(&f, &t->to.name, "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggg1", "hat 71 Zeichen, erlaubt sind 70");
	break_text(&f, &t->purpose, "", "der Verwendungszweck fehlt");
	break_text(&f, &t->end_to_end, "RT20261122053333-1-1", "steht zweimal da");
	break_text(&f, &t->end_to_end, "123456789012345678901234567890123456", "hat 36 Zeichen");
	break_text(&f, &t->end_to_end, "a//b", "Schrägstriche");
	break_text(&f, &f.message_id, "/a", "Schrägstriche");
	break_text(&f, &f.executed_on, "2026-11-21", "liegt zurück");
	break_text(&f, &f.from.iban, "DE88370400440532013000", "Auftraggeber: die Prüfziffern");
	t->cents = 0;
	sepa_faults(&f, "x", TODAY, &faults);
	expect_fault(&faults, "liegt nicht zwischen 0,01", 0);
	t->cents = SEPA_CENTS_MAX + 1;
	sepa_faults(&f, "x", TODAY, &faults);
	expect_fault(&faults, "liegt nicht zwischen 0,01", 0);
	t->cents = SEPA_CENTS_MAX - 1;
	sepa_faults(&f, "x", TODAY, &faults);
	expect_fault(&faults, "die Summe der Überweisungen ist nicht", 0);
	f.count++;
	sepa_faults(&f, "x", TODAY, &faults);
	expect_fault(&faults, "3 Überweisungen, erwartet waren 4", 0);
	sepa_file_clear(&f);
	sepa_faults(&f, "x", TODAY, &faults);
	expect_fault(&faults, "keine Überweisung", 0);
}

/* Puts `to` in the place of the first `from`, and says the line of it. */
static char *changed(const char *text, const char *from, const char *to, unsigned *line)
{
	const char *at = strstr(text, from);
	assert_non_null(at);
	*line = 1;
	for (const char *s = text; s < at; s++)
		*line += *s == '\n';
	return str_format("%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

/* What the schema lets through, in a file of somebody else. */
static void breaches(void **state)
{
	static const char *const table[][3] = {
		{ ">123.45<", ">0.00<", "kein Betrag" },
		{ ">123.45<", ">123.455<", "kein Betrag" },
		{ ">123.45<", ">123.4<", "kein Betrag" },
		{ ">123.45<", ">123.46<", "" },
		{ "\"EUR\"", "\"USD\"", "nicht EUR" },
		{ "<IBAN>FR14", "<IBAN>FR15", "Prüfziffern" },
		{ "<IBAN>DE89", "<IBAN>DE88", "Prüfziffern" },
		{ "-1-2</EndToEndId>", "-1-1</EndToEndId>", "" },
		{ "<Nm>Joerg Mueller", "<Nm>Jörg Müller", "Nm: Zeichen" },
		{ "<Nm>Joerg Mueller</Nm>", "<Nm> </Nm>", "Nm" },
		{ "<Nm>Joerg Mueller</Nm>", "<Nm>aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggg1</Nm>", "mehr als 70" },
		{ "<MsgId>RT", "<MsgId>/RT", "Schrägstriche" },
		{ "<CtrlSum>1000000123.45", "<CtrlSum>1000000123.44", "CtrlSum ist 1000000123.44" },
		{ "<NbOfTxs>3", "<NbOfTxs>2", "NbOfTxs ist 2, gezählt sind 3" },
		{ ">2026-11-24<", ">2026-11-21<", "liegt zurück" },
		{ "<EndToEndId>RT20261122053333-1-2<", "<EndToEndId>RT20261122053333-1-2-123456789012345<", "" },
		{ "<Ustrd>", "<Unstructured>", "" },
	};
	struct sepa_file f;
	struct str bytes = { 0 };
	(void)state;
	make_file(&f, SEPA_09);
	assert_true(sepa_write(&f, &bytes));
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		struct vec faults = VEC_OF(struct fault);
		unsigned line;
		char *text = changed(bytes.data, table[i][0], table[i][1], &line);
		assert_false(sepa_check(text, strlen(text), "x", TODAY, &faults, NULL));
		expect_fault(&faults, table[i][2], *table[i][2] ? line : 0);
		free(text);
	}
	struct vec faults = VEC_OF(struct fault);
	unsigned line;
	char *text = changed(bytes.data, "-1-2</EndToEndId>", "-1-1</EndToEndId>", &line);
	assert_false(sepa_check(text, strlen(text), "x", TODAY, &faults, NULL));
	expect_fault(&faults, "zweimal", line);
	free(text);
	str_clear(&bytes);
	sepa_file_clear(&f);
}

static void refuse(const char *bytes, size_t n, const char *words)
{
	struct vec faults = VEC_OF(struct fault);
	assert_false(sepa_check(bytes, n, "x", TODAY, &faults, NULL));
	assert_in_range(faults.len, 1, 202);
	expect_fault(&faults, words, 0);
}

#define SPACE "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"

static void hostile(void **state)
{
	static const char bomb[] = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
				   "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>\n<lolz>&c;</lolz>";
	static const char outside[] = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Document xmlns=\"" SPACE "\">&x;</Document>";
	static const char remote[] = "<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/x.dtd\"><Document xmlns=\"" SPACE "\"/>";
	struct str deep = { 0 };
	(void)state;
	refuse("", 0, "");
	refuse("x", 1, "");
	refuse("<a>", 3, "");
	refuse("<a/>", 4, "weder pain.001.001.09");
	refuse("\0\0\0", 3, "");
	refuse(bomb, strlen(bomb), "DOCTYPE");
	refuse(outside, strlen(outside), "DOCTYPE");
	refuse(remote, strlen(remote), "DOCTYPE");
	refuse("<Document xmlns=\"" SPACE "\"/>", strlen("<Document xmlns=\"" SPACE "\"/>"), "Missing child");
	refuse("<Document xmlns=\"" SPACE "\">&lt;&x;</Document>", strlen("<Document xmlns=\"" SPACE "\">&lt;&x;</Document>"), "not defined");
	str_add(&deep, "<Document xmlns=\"" SPACE "\">");
	for (int i = 0; i < 100000; i++)
		str_add(&deep, "<a>");
	refuse(deep.data, deep.len, "");
	str_clear(&deep);
	str_add(&deep, "<Document xmlns=\"" SPACE "\"><CstmrCdtTrfInitn><PmtInf>");
	for (int i = 0; i < 1000; i++)
		str_add(&deep, "<CdtTrfTxInf/>\n");
	str_add(&deep, "</PmtInf></CstmrCdtTrfInitn></Document>");
	refuse(deep.data, deep.len, "weitere Fehler");
	str_clear(&deep);
	char *large = mem_zalloc(SEPA_BYTES_MAX + 1, 1);
	refuse(large, SEPA_BYTES_MAX + 1, "größer als");
	free(large);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters), cmocka_unit_test(lengths),  cmocka_unit_test(amounts), cmocka_unit_test(ibans),
		cmocka_unit_test(written), cmocka_unit_test(rules),    cmocka_unit_test(breaches), cmocka_unit_test(hostile),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
