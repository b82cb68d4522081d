/* Noise as a payment file: never a crash, always an answer; and as a text for banks. */
#include "base/fault.h"
#include "exchange/sepa.h"
#include "exchange/sepa_check.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct vec faults = VEC_OF(struct fault);
	struct str text = { 0 }, known = { 0 };
	bool ok = sepa_check((const char *)data, size, "a.xml", "2026-11-22", &faults, NULL);
	if (ok == (faults.len > 0))
		abort();
	for (size_t i = 0; i < faults.len; i++)
		free(fault_text(vec_at(&faults, i)));
	faults_clear(&faults);
	str_add_n(&text, (const char *)data, size);
	/* What was made for the banks is left alone. */
	sepa_text(str_text(&text), 70, &known);
	for (size_t i = 0; i < known.len; i++)
		if (!sepa_is_letter(known.data[i]))
			abort();
	str_cut(&text, 0);
	if (known.len > 70 || sepa_text(str_text(&known), 70, &text))
		abort();
	str_clear(&text);
	str_clear(&known);
	return 0;
}
