/* Files of facts (CSV): nothing breaks; cells have no control characters; what is taken as a value is taken again as it was written. */
#include "base/fault.h"
#include "base/text.h"
#include "domain/fee_facts.h"
#include "exchange/csv_in.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_value(const struct fact_column *c, const char *cell)
{
	struct str value = { 0 }, again = { 0 }, fault = { 0 };
	bool ok = *cell && fact_value(c, cell, &value, &fault);
	if (*cell && !ok && !fault.len)
		abort();
	/* The one form of a number may be one that people must not write (1.234 could be two). */
	if (ok && c->type != FACT_NUMBER && c->type != FACT_CHOICE) {
		str_clear(&fault);
		if (!fact_value(c, str_text(&value), &again, &fault) || strcmp(str_text(&value), str_text(&again)) != 0)
			abort();
	}
	if (ok && c->type == FACT_NUMBER && str_text(&value)[strspn(str_text(&value), "0123456789.")])
		abort();
	str_clear(&value);
	str_clear(&again);
	str_clear(&fault);
}

static void on_row(void *context, unsigned line, const char *const *cells, size_t count)
{
	unsigned *last = context, kinds = 0;
	while (fact_kinds[kinds].name)
		kinds++;
	if (line <= *last || count == 0 || count > CSV_COLUMNS_MAX)
		abort();
	*last = line;
	for (size_t i = 0; i < count; i++) {
		for (const char *s = cells[i]; *s;) {
			char32_t rune;
			s += text_decode(s, strlen(s), &rune);
			if (text_is_control(rune) && rune != '\t')
				abort();
		}
		/* Each line has the turn of another kind, so that an input is quick. */
		const struct fact_kind *k = &fact_kinds[line % kinds];
		int at = fact_find_column(k, cells[i]);
		check_value(&k->columns[at < 0 ? 0 : at], cells[i]);
		for (const struct fact_column *c = k->columns; c->key; c++)
			check_value(c, cells[i]);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { 0 };
	struct err err = { 0 };
	struct vec faults = VEC_OF(struct fault);
	unsigned last = 0;
	bool guessed = false;
	if (csv_decode((const char *)data, size, NULL, &text, &guessed, &err))
		csv_read(&text, "fuzz.csv", on_row, &last, &faults);
	else if (!err_is_set(&err))
		abort();
	faults_clear(&faults);
	err_clear(&err);
	str_clear(&text);
	return 0;
}
