/* See fault.h. */
#include "base/fault.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void fault_add(struct vec *faults, const char *file, unsigned line, const char *format, ...)
{
	struct fault *fault = vec_add(faults);
	struct str text = { 0 };
	va_list args;
	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	fault->file = mem_strdup(file);
	fault->line = line;
	fault->text = str_take(&text);
}

void fault_see(struct vec *faults, unsigned line)
{
	if (faults->len > 0)
		((struct fault *)vec_at(faults, faults->len - 1))->see = line;
}

char *fault_text(const struct fault *fault)
{
	char *text = fault->line ? str_format("%s:%u: %s", fault->file, fault->line, fault->text)
				 : str_format("%s: %s", fault->file, fault->text);
	char *clean = text_clean(text, false);
	free(text);
	return clean;
}

static int compare_faults(const void *a, const void *b)
{
	const struct fault *x = a, *y = b;
	int by_file = strcmp(x->file, y->file);
	if (by_file)
		return by_file;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return strcmp(x->text, y->text);
}

void faults_sort(struct vec *faults)
{
	if (faults->len > 1)
		qsort(faults->data, faults->len, faults->size, compare_faults);
}

void faults_clear(struct vec *faults)
{
	for (size_t i = 0; i < faults->len; i++) {
		struct fault *f = vec_at(faults, i);
		free(f->file);
		free(f->text);
	}
	vec_clear(faults);
}
