/* Difference of two texts by words: what was proposed against what was decided. */
#ifndef DOMAIN_TEXTDIFF_H
#define DOMAIN_TEXTDIFF_H

#include "base/str.h"
#include "base/vec.h"

enum textdiff_kind { TEXTDIFF_SAME, TEXTDIFF_OLD, TEXTDIFF_NEW };

struct textdiff_run {
	enum textdiff_kind kind;
	char *text;
	size_t len;
};

/*
 * Appends runs (struct textdiff_run) to `runs`, a vec made with VEC_OF. All
 * SAME and OLD runs together are the old text, all SAME and NEW the new one,
 * byte by byte. NULL counts as "".
 */
void textdiff_runs(const char *old_text, const char *new_text, struct vec *runs);
void textdiff_clear(struct vec *runs);

/* "Die Verwaltung wird beauftragt, [-Tempo 50-] {+Tempo 30+} anzuordnen." */
void textdiff_format(const char *old_text, const char *new_text, struct str *out);

#endif
