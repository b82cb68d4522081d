/* Noise as a screen file: never a crash, and what is free of faults can be shown and explained. */
#include "base/mem.h"
#include "base/text.h"
#include "screen/help.h"
#include "screen/screen_file.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = mem_strndup((const char *)data, size);
	struct source source = { "a", text };
	struct screen_set set = { 0 };
	bool ok = screen_set_load(&set, &source, 1, NULL);
	if (ok == (set.faults.len > 0))
		abort();
	for (size_t i = 0; i < set.faults.len; i++)
		free(fault_text(vec_at(&set.faults, i)));
	const struct screen *s = ok ? screen_set_find(&set, "a") : NULL;
	if (s)
		free(help_text(s, NULL));
	screen_set_clear(&set);
	free(text);
	return 0;
}
