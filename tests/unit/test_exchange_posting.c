/* Posting files: order, formats, widths, quotes, signs, encodings, line ends; what does not fit is a fault of its row. */
#include "exchange/posting.h"

#include "base/fault.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static const char *const template_names[] = { "encoding", "line_end", "form", "separator", "quote", "decimal_sign", "header",
	"record", "label", "field", "value", "width", "adjust", "format" };

struct setting {
	const char *encoding, *line_end, *form, *separator, *quote, *decimal, *header;
};

static const struct setting csv = { "UTF-8", "lf", "csv", ";", "\"", ",", "" };
static const struct setting fixed = { "UTF-8", "lf", "fixed", ";", "", "", "" };

static void add_column(struct rowset *t, const struct setting *s, const char *const column[7])
{
	const char *const values[] = { s->encoding, s->line_end, s->form, s->separator, s->quote, s->decimal, s->header, column[0],
		column[1], column[2], column[3], column[4], column[5], column[6] };
	rowset_add(t, values);
}

static struct rowset *make_head(void)
{
	static const char *const names[] = { "run", "text", "period_until", "total" };
	static const char *const values[] = { "12", "Sitzungsgeld 10/2026", "2026-10-31", "30.25" };
	struct rowset *rows = rowset_new(4, names);
	rowset_add(rows, values);
	return rows;
}

static struct rowset *make_lines(void)
{
	static const char *const names[] = { "account", "person", "amount" };
	static const char *const first[] = { "5421", "Müller; \"Jo\"", "42.75" };
	static const char *const second[] = { "5422", "Őry", "-12.50" };
	struct rowset *rows = rowset_new(3, names);
	rowset_add(rows, first);
	rowset_add(rows, second);
	return rows;
}

/* The file that the columns (ended by NULL) give; faults as text, one a line. The caller frees. */
static char *render(const struct setting *s, const char *const (*columns)[7], char **said)
{
	struct rowset *t = rowset_new(14, template_names), *head = make_head(), *lines = make_lines();
	struct vec faults = VEC_OF(struct fault);
	struct str out = { 0 }, text = { 0 };
	for (; (*columns)[0]; columns++)
		add_column(t, s, *columns);
	bool ok = posting_render(t, head, lines, "f", &faults, &out);
	assert_int_equal(ok, faults.len == 0);
	for (size_t i = 0; i < faults.len; i++) {
		char *line = fault_text(vec_at(&faults, i));
		str_addf(&text, "%s\n", line);
		free(line);
	}
	faults_clear(&faults);
	rowset_free(&t);
	rowset_free(&head);
	rowset_free(&lines);
	*said = str_take(&text);
	return str_take(&out);
}

static void expect(const struct setting *s, const char *const (*columns)[7], const char *bytes, const char *faults)
{
	char *said, *got = render(s, columns, &said);
	assert_string_equal(said, faults);
	if (bytes)
		assert_string_equal(got, bytes);
	free(said);
	free(got);
}

static void values(void **state)
{
	static const char *const columns[][7] = {
		{ "document", "a", "const", "K", "0", "left", "" },
		{ "document", "b", "period_until", "", "0", "left", "dd.mm.yyyy" },
		{ "document", "c", "period_until", "", "0", "left", "quoted yymmdd" },
		{ "document", "d", "count", "", "0", "left", "" },
		{ "document", "e", "empty", "", "0", "left", "quoted" },
		{ "title", "", "labels", "", "0", "left", "" },
		{ "line", "Nr", "number", "", "0", "left", "" },
		{ "line", "Konto", "account", "", "0", "left", "quoted needed" },
		{ "line", "Seite;Art", "side", "", "0", "left", "S/H" },
		{ "line", "Betrag", "amount", "", "0", "left", "abs" },
		{ "line", "mit Zeichen", "amount", "", "0", "left", "" },
		{ "line", "Person", "person", "", "0", "left", "" },
		{ "sum", "s", "total", "", "0", "left", "" },
		{ NULL },
	};
	(void)state;
	expect(&csv, columns,
	       "K;31.10.2026;\"261031\";2;\"\"\nNr;Konto;\"Seite;Art\";Betrag;mit Zeichen;Person\n"
	       "1;\"5421\";S;42,75;42,75;\"Müller; \"\"Jo\"\"\"\n2;\"5422\";H;12,50;-12,50;Őry\n30,25\n",
	       "");
}

static void widths(void **state)
{
	static const char *const columns[][7] = {
		{ "line", "Konto", "account", "", "6", "zeros", "" },
		{ "line", "Person", "person", "", "5", "left", "cut" },
		{ "line", "Betrag", "amount", "", "8", "zeros", "" },
		{ "line", "Zahl", "number", "", "3", "right", "" },
		{ NULL },
	};
	static const char *const narrow[][7] = { { "line", "Person", "person", "", "3", "left", "" }, { NULL } };
	static const char *const without[][7] = { { "sum", "x", "run", "", "0", "left", "" }, { NULL } };
	(void)state;
	expect(&fixed, columns, "005421Mülle00004275  1\n005422Őry  -0001250  2\n", "");
	expect(&fixed, narrow, NULL, "f:1: Müller; \"Jo\": Person ist länger als 3 Zeichen: Müller; \"Jo\"\n");
	expect(&csv, narrow, NULL, "f:1: Müller; \"Jo\": Person ist länger als 3 Zeichen: Müller; \"Jo\"\n");
	expect(&fixed, without, NULL, "f:1: x hat in der Vorlage keine Breite\n");
}

static void encodings(void **state)
{
	static const char *const columns[][7] = { { "line", "Person", "person", "", "0", "left", "" }, { NULL } };
	static const char *const name[][7] = { { "sum", "x", "const", "Grüße €", "0", "left", "" }, { NULL } };
	struct setting s = csv;
	(void)state;
	s.encoding = "WINDOWS-1252";
	s.line_end = "crlf";
	expect(&s, columns, NULL, "f:2: Őry: das Zeichen „Ő“ gibt es in WINDOWS-1252 nicht\n");
	expect(&s, name, "Gr\xFC\xDF" "e \x80\r\n", "");
	s.encoding = "ISO-8859-15";
	expect(&s, name, "Gr\xFC\xDF" "e \xA4\r\n", "");
	s.encoding = "EBCDIC-NIRGENDWO";
	expect(&s, name, "", "f: die Kodierung „EBCDIC-NIRGENDWO“ gibt es hier nicht\n");
}

static void faults(void **state)
{
	static const char *const unknown[][7] = { { "line", "x", "gibts_nicht", "", "0", "left", "" }, { NULL } };
	static const char *const side[][7] = { { "sum", "x", "side", "", "0", "left", "S/H" }, { NULL } };
	static const char *const needed[][7] = { { "sum", "Kasse", "empty", "", "0", "left", "needed" }, { NULL } };
	static const char *const plain[][7] = { { "line", "Person", "person", "", "0", "left", "" }, { NULL } };
	struct setting s = csv;
	(void)state;
	expect(&csv, unknown, NULL,
	       "f:1: Müller; \"Jo\": die Vorlage kennt kein Feld „gibts_nicht“\nf:2: Őry: die Vorlage kennt kein Feld „gibts_nicht“\n");
	expect(&csv, side, NULL, "f:1: „side“ steht in einer Buchung und braucht ein Format wie S/H\n");
	expect(&csv, needed, NULL, "f:1: Kasse fehlt\n");
	s.quote = "";
	expect(&s, plain, NULL, "f:1: Müller; \"Jo\": Person enthält das Trennzeichen: Müller; \"Jo\"\n");
	s = csv;
	s.header = "eins\nzwei;drei\n";
	expect(&s, needed, "eins\nzwei;drei\n\n", "f:3: Kasse fehlt\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values),
		cmocka_unit_test(widths),
		cmocka_unit_test(encodings),
		cmocka_unit_test(faults),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
