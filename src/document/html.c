/* See html.h. */
#include "document/html.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static const char style[] =
    "@page { size: A4; margin: 25mm 20mm 22mm 25mm; @bottom-right { content: counter(page) \" / \" counter(pages); font-size: 9pt } }\n"
    "html { color: #111; background: #fff; font: 11pt/1.45 \"DejaVu Sans\", \"Liberation Sans\", Arial, sans-serif }\n"
    "body { max-width: 46rem; margin: 1.5rem auto; padding: 0 1rem }\n"
    "h1 { font-size: 1.5rem; margin: 0 0 .3rem }\n"
    "h2 { font-size: 1.2rem; margin: 1.6rem 0 .4rem; border-bottom: 1px solid #555 }\n"
    "h3 { font-size: 1.05rem; margin: 1.3rem 0 .3rem } h4, h5, h6 { font-size: 1rem; margin: 1rem 0 .2rem }\n"
    "h2, h3, h4, h5, h6, caption { break-after: avoid; page-break-after: avoid }\n"
    "p { margin: .35rem 0 } .subtitle { font-weight: bold }\n"
    "blockquote { margin: .35rem 0 .35rem .6rem; padding-left: .8rem; border-left: .2rem solid #555 }\n"
    "table { border-collapse: collapse; margin: .6rem 0; width: 100% } caption { text-align: left; font-weight: bold }\n"
    "th, td { border: 1px solid #555; padding: .2rem .4rem; text-align: left; vertical-align: top } th { background: #eee }\n"
    "tr { break-inside: avoid; page-break-inside: avoid } .right { text-align: right }\n"
    "dl { margin: .6rem 0 } dt { font-weight: bold } dd { margin: 0 0 .3rem 1.2rem }\n"
    "ins { text-decoration: underline; font-weight: bold; color: #0b4a1e } del { text-decoration: line-through; color: #7a1010 }\n"
    ".signatures { margin-top: 3rem; break-inside: avoid; page-break-inside: avoid }\n"
    ".signatures p { margin: 2.6rem 0 0; padding-top: .2rem; border-top: 1px solid #111; max-width: 20rem }\n"
    ".break { break-before: page; page-break-before: always }\n"
    "@media screen { .break { border-top: 2px dashed #555; margin-top: 2rem; padding-top: 1rem } }\n";

/* Text content or attribute value: controls made visible, the five signs escaped, line ends kept as <br> where allowed. */
static void add_escaped(struct str *out, const char *text, bool breaks)
{
	char *clean = text_clean(text, true);
	for (const char *c = clean; *c; c++) {
		switch (*c) {
		case '&':
			str_add(out, "&amp;");
			break;
		case '<':
			str_add(out, "&lt;");
			break;
		case '>':
			str_add(out, "&gt;");
			break;
		case '"':
			str_add(out, "&quot;");
			break;
		case '\'':
			str_add(out, "&#39;");
			break;
		case '\n':
			str_add(out, breaks ? "<br>\n" : " ");
			break;
		default:
			str_add_char(out, *c);
		}
	}
	free(clean);
}

static void add_cell(struct str *out, const struct doc_cell *cell)
{
	static const char *const tags[] = { NULL, "strong", "em", "ins", "del" };
	for (size_t i = 0; i < cell->runs.len; i++) {
		const struct doc_run *run = vec_at(&cell->runs, i);
		const char *tag = tags[run->kind];
		if (tag)
			str_addf(out, "<%s>", tag);
		add_escaped(out, run->text, true);
		if (tag)
			str_addf(out, "</%s>", tag);
	}
}

static const struct doc_cell *cell_at(const struct doc_block *block, size_t i)
{
	return vec_at(&block->cells, i);
}

static void add_element(struct str *out, const char *open, const struct doc_cell *cell, const char *close)
{
	str_add(out, open);
	add_cell(out, cell);
	str_add(out, close);
}

static void add_paragraph(struct str *out, const struct doc_block *block)
{
	add_element(out, block->quote ? "<blockquote><p>" : "<p>", cell_at(block, 0), block->quote ? "</p></blockquote>\n" : "</p>\n");
}

static void add_list(struct str *out, const struct doc_block *block)
{
	if (!block->cells.len)
		return; /* an empty list is a fault of its own to a screen reader */
	str_add(out, "<ul>\n");
	for (size_t i = 0; i < block->cells.len; i++)
		add_element(out, "<li>", cell_at(block, i), "</li>\n");
	str_add(out, "</ul>\n");
}

/* The first column names its row. */
static void add_row(struct str *out, const struct doc_block *block, size_t row)
{
	str_add(out, "<tr>");
	for (size_t c = 0; c < block->columns; c++) {
		size_t i = row * block->columns + c;
		const char *tag = row == 0 || c == 0 ? "th" : "td";
		const char *scope = row == 0 ? " scope=\"col\"" : c == 0 ? " scope=\"row\"" : "";
		bool right = c < 32 && (block->right >> c & 1);
		str_addf(out, "<%s%s%s>", tag, scope, right ? " class=\"right\"" : "");
		if (i < block->cells.len)
			add_cell(out, cell_at(block, i));
		str_addf(out, "</%s>", tag);
	}
	str_add(out, "</tr>\n");
}

static void add_table(struct str *out, const struct doc_block *block)
{
	if (!block->columns)
		return;
	size_t rows = (block->cells.len + block->columns - 1) / block->columns;
	str_add(out, "<table>\n");
	if (block->caption && *block->caption) {
		str_add(out, "<caption>");
		add_escaped(out, block->caption, false);
		str_add(out, "</caption>\n");
	}
	str_add(out, "<thead>\n");
	add_row(out, block, 0);
	str_add(out, "</thead>\n<tbody>\n");
	for (size_t r = 1; r < rows; r++)
		add_row(out, block, r);
	str_add(out, "</tbody>\n</table>\n");
}

static void add_pairs(struct str *out, const struct doc_block *block)
{
	if (block->cells.len < 2)
		return;
	str_add(out, "<dl>\n");
	for (size_t i = 0; i + 1 < block->cells.len; i += 2) {
		add_element(out, "<dt>", cell_at(block, i), "</dt>");
		add_element(out, "<dd>", cell_at(block, i + 1), "</dd>\n");
	}
	str_add(out, "</dl>\n");
}

static void add_signatures(struct str *out, const struct doc_block *block)
{
	str_add(out, "<div class=\"signatures\">\n");
	for (size_t i = 0; i < block->cells.len; i++)
		add_element(out, "<p>", cell_at(block, i), "</p>\n");
	str_add(out, "</div>\n");
}

static void add_block(struct str *out, const struct doc_block *block)
{
	switch (block->kind) {
	case DOC_HEADING:
		str_addf(out, "<h%d>", block->level + 1);
		add_cell(out, cell_at(block, 0));
		str_addf(out, "</h%d>\n", block->level + 1);
		break;
	case DOC_PARAGRAPH:
		add_paragraph(out, block);
		break;
	case DOC_LIST:
		add_list(out, block);
		break;
	case DOC_TABLE:
		add_table(out, block);
		break;
	case DOC_PAIRS:
		add_pairs(out, block);
		break;
	case DOC_SIGNATURES:
		add_signatures(out, block);
		break;
	case DOC_PAGE_BREAK:
		str_add(out, "<div class=\"break\"></div>\n");
		break;
	}
}

/* A style sheet cannot leave its element: "</" never stands in it. */
static void add_css(struct str *out, const char *css)
{
	for (; css && *css; css++) {
		str_add_char(out, *css);
		if (css[0] == '<' && css[1] == '/')
			str_add_char(out, '\\');
	}
}

static void add_head(struct str *out, const struct doc *doc, const struct html_options *options)
{
	str_add(out, "<!DOCTYPE html>\n<html lang=\"");
	add_escaped(out, doc->language, false);
	str_add(out, "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
	add_escaped(out, doc->title, false);
	str_addf(out, "</title>\n<style>\n%s", style);
	if (options && options->css)
		add_css(out, options->css);
	str_add(out, "</style>\n");
	if (options && options->css_link) {
		str_add(out, "<link rel=\"stylesheet\" href=\"");
		add_escaped(out, options->css_link, false);
		str_add(out, "\">\n");
	}
	str_add(out, "</head>\n");
}

void document_write_html(const struct doc *doc, const struct html_options *options, struct str *out)
{
	add_head(out, doc, options);
	str_add(out, "<body>\n<main>\n<h1>");
	add_escaped(out, doc->title, false);
	str_add(out, "</h1>\n");
	if (doc->subtitle) {
		str_add(out, "<p class=\"subtitle\">");
		add_escaped(out, doc->subtitle, false);
		str_add(out, "</p>\n");
	}
	for (size_t i = 0; i < doc->blocks.len; i++)
		add_block(out, vec_at(&doc->blocks, i));
	str_add(out, "</main>\n</body>\n</html>\n");
}
