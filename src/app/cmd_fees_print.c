/* Tables and words of the fee module in the shell: for people aligned, for programs as CSV. See cmd_fees.h. */
#include "app/cmd_fees.h"

#include "base/date.h"
#include "base/encoding.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/rowset.h"
#include "base/str.h"
#include "base/text.h"
#include "exchange/csv_out.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void fees_say(const char *format, ...)
{
	struct str line = { 0 };
	va_list args;
	va_start(args, format);
	str_addv(&line, format, args);
	va_end(args);
	encoding_write(stdout, str_text(&line));
	str_clear(&line);
}

static void add_csv_row(struct str *out, const struct rowset *rows, size_t row)
{
	const char **cells = mem_zalloc(rows->cols, sizeof(*cells));
	for (size_t i = 0; i < rows->cols; i++)
		cells[i] = rowset_get(rows, row, (int)i);
	csv_add_row(out, ';', cells, rows->cols);
	free(cells);
}

static bool print_csv(struct fees_call *c, const struct rowset *rows)
{
	struct str out = { 0 };
	size_t replaced = 0; /* none: it is UTF-8 */
	bool ok = true;
	csv_add_row(&out, ';', (const char *const *)rows->names, rows->cols);
	for (size_t i = 0; i < rows->rows; i++)
		add_csv_row(&out, rows, i);
	if (c->o->output)
		ok = csv_write_file(c->o->output, &out, CSV_UTF8, &replaced, &c->err);
	else
		encoding_write(stdout, str_text(&out));
	str_clear(&out);
	return ok;
}

static void add_cell(struct str *line, const char *text, int width, bool right, bool last)
{
	int pad = width - text_width(text);
	if (right && pad > 0)
		str_addf(line, "%*s", pad, "");
	str_add(line, text);
	if (!right && !last && pad > 0)
		str_addf(line, "%*s", pad, "");
	str_add(line, last ? "\n" : "  ");
}

static int column_width(const struct rowset *rows, const struct fees_column *column)
{
	int width = text_width(_(column->heading));
	for (size_t i = 0; i < rows->rows; i++) {
		int w = text_width(rowset_text(rows, i, column->name));
		width = w > width ? w : width;
	}
	return width;
}

bool fees_print(struct fees_call *c, const struct rowset *rows, const struct fees_column *columns)
{
	struct str out = { 0 };
	int widths[16];
	size_t count = 0;
	if (c->o->format && strcmp(c->o->format, "csv") == 0)
		return print_csv(c, rows);
	for (; count < 16 && columns[count].name; count++)
		widths[count] = column_width(rows, &columns[count]);
	for (size_t i = 0; i < count; i++)
		add_cell(&out, _(columns[i].heading), widths[i], columns[i].right, i + 1 == count);
	for (size_t row = 0; row < rows->rows; row++)
		for (size_t i = 0; i < count; i++)
			add_cell(&out, rowset_text(rows, row, columns[i].name), widths[i], columns[i].right, i + 1 == count);
	encoding_write(stdout, str_text(&out));
	str_clear(&out);
	return true;
}

bool fees_parse_month(const char *text, char *out, struct err *err)
{
	int32_t first = DATE_NONE;
	if (date_parse_month(text, &first)) {
		date_format_iso(first, out);
		return true;
	}
	err_set(err, _("„%s“ ist kein Monat"), text);
	return err_hint(err, "%s", _("Form: 2026-10 oder 10/2026."));
}
