/* Noise as one statute, or as two with a line of % between them: never a crash, and what is free of faults can be shown and compared. */
#include "base/text.h"
#include "document/text.h"
#include "domain/statute.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Every amount that was read is written so that it is read again. */
static void try_values(const struct statute *s)
{
	for (size_t i = 0; i < s->rates.len; i++) {
		const struct statute_rate *rate = vec_at(&s->rates, i);
		struct str text = { 0 };
		int64_t sum = -1;
		statute_format_sum(rate->amount.sum, &text);
		if (!statute_parse_sum(str_text(&text), &sum) || sum != rate->amount.sum)
			abort();
		str_clear(&text);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	struct statute_set set;
	struct str out = { 0 };
	const char *cut = size ? memmem(text, size, "\n%\n", 3) : NULL;
	size_t first = cut ? (size_t)(cut - text) : size;
	statute_set_init(&set);
	statute_parse(&set, "a.statute", text, first);
	if (cut)
		statute_parse(&set, "b.statute", cut + 3, size - first - 3);
	bool ok = statute_check(&set, size % 2);
	if (ok == (set.faults.len > 0))
		abort();
	for (size_t i = 0; i < set.faults.len; i++)
		free(fault_text(vec_at(&set.faults, i)));
	/* Also what has faults must not break those who read on; long ones would only take time. */
	for (size_t i = 0; i < set.statutes.len && (ok || size < 1000); i++) {
		struct doc doc;
		const struct statute *s = *(struct statute **)vec_at(&set.statutes, i);
		try_values(s);
		statute_describe(&set, s, &doc);
		document_write_text(&doc, 60, &out);
		doc_clear(&doc);
		statute_diff(&set, s, *(struct statute **)vec_at(&set.statutes, 0), &out);
		if (i == 0 && ok && statute_diff(&set, s, s, &out))
			abort();
	}
	str_clear(&out);
	statute_set_clear(&set);
	return 0;
}
