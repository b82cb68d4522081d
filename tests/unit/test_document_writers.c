/* Documents as text and HTML: layout, escaping, structure for screen readers. */
#include "document/doc.h"
#include "document/html.h"
#include "document/text.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void build(struct doc *doc)
{
	const char *headers[] = { "TOP", "Betreff", "Zahl" };
	doc_init(doc, "Titel & <Rest>", "de");
	doc_heading(doc, 1, "Überschrift");
	struct doc_cell *cell = doc_paragraph(doc);
	doc_run(cell, DOC_PLAIN, "Die Verwaltung wird beauftragt, ");
	doc_run(cell, DOC_DELETED, "Tempo 50");
	doc_run(cell, DOC_INSERTED, "Tempo 30");
	doc_run(cell, DOC_STRONG, " anzuordnen.");
	doc_table(doc, "Tabelle", 3, headers)->right = 1 << 2;
	doc_table_text(doc, "1");
	doc_table_text(doc, "Ein sehr langer Betreff mit vielen Wörtern");
	doc_table_text(doc, "5");
	doc_table_text(doc, "2");
	doc_list(doc);
	doc_run(doc_list_item(doc), DOC_PLAIN, "Punkt \"eins\"");
	doc_pairs(doc);
	doc_pair(doc, "Ort", "Saal");
	doc_pair(doc, "Vorsitz", "Frau O'Neil");
	doc_page_break(doc);
	doc_quote_text(doc, "Zeile eins\n\n  \nZeile zwei");
	doc_signatures(doc, (const char *[]){ "Vorsitz", "Schriftführung" }, 2);
}

static void text_layout(void **state)
{
	(void)state;
	static const char expected[] = "Titel & <Rest>\n"
				       "==============\n"
				       "\n"
				       "Überschrift\n"
				       "===========\n"
				       "\n"
				       "Die Verwaltung wird\n"
				       "beauftragt, [-Tempo 50-]\n"
				       "{+Tempo 30+} anzuordnen.\n"
				       "\n"
				       "Tabelle\n"
				       "TOP  Betreff            Zahl\n"
				       "----------------------------\n"
				       "1    Ein sehr langer       5\n"
				       "     Betreff mit\n"
				       "     vielen Wörtern\n"
				       "2\n"
				       "\n"
				       "- Punkt \"eins\"\n"
				       "\n"
				       "Ort:     Saal\n"
				       "Vorsitz: Frau O'Neil\n"
				       "\n"
				       "----------------------------\n"
				       "\n"
				       "    Zeile eins\n"
				       "\n"
				       "    Zeile zwei\n"
				       "\n"
				       "\n"
				       "\n"
				       "____________________________\n"
				       "Vorsitz\n"
				       "\n"
				       "\n"
				       "____________________________\n"
				       "Schriftführung\n";
	struct doc doc;
	struct str out = { 0 };
	build(&doc);
	document_write_text(&doc, 28, &out);
	assert_string_equal(str_text(&out), expected);
	str_clear(&out);
	doc_clear(&doc);
}

/* No line is wider than the page, whatever the page. */
static void text_keeps_the_width(void **state)
{
	(void)state;
	struct doc doc;
	build(&doc);
	for (int width = 20; width < 120; width += 7) {
		struct str out = { 0 };
		document_write_text(&doc, width, &out);
		for (const char *s = str_text(&out); *s; s += strcspn(s, "\n") + 1)
			assert_true(text_width_n(s, strcspn(s, "\n")) <= width);
		str_clear(&out);
	}
	doc_clear(&doc);
}

static size_t count(const char *text, const char *part)
{
	size_t n = 0;
	for (const char *s = text; (s = strstr(s, part)); s++)
		n++;
	return n;
}

static void html_structure(void **state)
{
	(void)state;
	static const char *const parts[] = { "<html lang=\"de\">", "<title>Titel &amp; &lt;Rest&gt;</title>", "<h1>Titel &amp; &lt;Rest&gt;</h1>",
		"<h2>Überschrift</h2>", "<del>Tempo 50</del><ins>Tempo 30</ins><strong> anzuordnen.</strong>", "<caption>Tabelle</caption>",
		"<th scope=\"col\" class=\"right\">Zahl</th>", "<th scope=\"row\">1</th>", "<td class=\"right\">5</td>",
		"<li>Punkt &quot;eins&quot;</li>", "<dt>Vorsitz</dt><dd>Frau O&#39;Neil</dd>" };
	struct doc doc;
	struct str out = { 0 };
	build(&doc);
	document_write_html(&doc, NULL, &out);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		assert_non_null(strstr(str_text(&out), parts[i]));
	assert_int_equal(count(out.data, "<h1>"), 1);
	assert_int_equal(count(out.data, "<tr>"), count(out.data, "</tr>"));
	assert_int_equal(count(out.data, "<td"), 4); /* a row that is not full is filled up */
	assert_int_equal(count(out.data, "<blockquote>"), 2);
	str_clear(&out);
	doc_clear(&doc);
}

static void headings_leave_no_gap(void **state)
{
	(void)state;
	struct doc doc;
	struct str out = { 0 };
	doc_init(&doc, "T", "de");
	doc_heading(&doc, 4, "zu tief");
	doc_heading(&doc, 3, "wieder zu tief");
	doc_heading(&doc, 1, "oben");
	document_write_html(&doc, NULL, &out);
	assert_non_null(strstr(out.data, "<h2>zu tief</h2>"));
	assert_non_null(strstr(out.data, "<h3>wieder zu tief</h3>"));
	assert_non_null(strstr(out.data, "<h2>oben</h2>"));
	str_clear(&out);
	doc_clear(&doc);
}

/* Whatever a person typed stays text. */
static void html_is_closed(void **state)
{
	(void)state;
	struct doc doc;
	struct str out = { 0 };
	doc_init(&doc, "</title><script>", "de\"><script>");
	doc_paragraph_text(&doc, "<script>alert('x')</script>\x1b[31m");
	document_write_html(&doc, &(struct html_options){ .css = "p { color: red } </style><script>", .css_link = "x\"><script>" }, &out);
	assert_int_equal(count(out.data, "<script>"), 1); /* only the one inside the style element, which is never left */
	assert_int_equal(count(out.data, "</style"), 1);
	assert_null(strchr(out.data, '\x1b'));
	str_clear(&out);
	doc_clear(&doc);
}

static void municipality_style_comes_last(void **state)
{
	(void)state;
	struct doc doc;
	struct str out = { 0 };
	doc_init(&doc, "T", "de");
	document_write_html(&doc, &(struct html_options){ .css = "h1 { color: #003366 }" }, &out);
	const char *own = strstr(out.data, "h1 { color: #003366 }");
	assert_non_null(own);
	assert_true(own > strstr(out.data, "h1 { font-size"));
	assert_non_null(strstr(own, "</style>"));
	str_clear(&out);
	doc_clear(&doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_layout),
		cmocka_unit_test(text_keeps_the_width),
		cmocka_unit_test(html_structure),
		cmocka_unit_test(headings_leave_no_gap),
		cmocka_unit_test(html_is_closed),
		cmocka_unit_test(municipality_style_comes_last),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
