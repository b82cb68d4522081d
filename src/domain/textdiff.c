/*
 * See textdiff.h. Words (with the blanks behind them as words of their own)
 * are compared by the longest common subsequence. What the texts share at the
 * beginning and the end is taken off first; when the rest is still too large
 * for the table, it counts as replaced as a whole.
 */
#include "domain/textdiff.h"

#include "base/mem.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define TABLE_MAX (4 * 1024 * 1024) /* cells */

struct word {
	const char *text;
	size_t len;
};

/* Blanks, one sign of punctuation, or all up to the next of both: the unit of comparison. */
static size_t word_length(const char *s)
{
	if (isspace((unsigned char)*s)) {
		size_t n = 1;
		while (s[n] && isspace((unsigned char)s[n]))
			n++;
		return n;
	}
	if (strchr(",.;:!?()\"", *s))
		return 1;
	return strcspn(s, " \t\n\r,.;:!?()\"");
}

static void split(const char *s, struct vec *words)
{
	while (*s) {
		size_t n = word_length(s);
		if (!n)
			n = 1;
		vec_push(words, &(struct word){ s, n });
		s += n;
	}
}

static bool same(const struct vec *a, size_t i, const struct vec *b, size_t k)
{
	const struct word *wa = vec_at(a, i), *wb = vec_at(b, k);
	return wa->len == wb->len && memcmp(wa->text, wb->text, wa->len) == 0;
}

/* Appends a word to the last run of its kind, or begins a new run. */
static void add(struct vec *runs, enum textdiff_kind kind, const struct word *word)
{
	struct textdiff_run *last = runs->len ? vec_at(runs, runs->len - 1) : NULL;
	if (!last || last->kind != kind) {
		last = vec_add(runs);
		last->kind = kind;
	}
	last->text = mem_realloc(last->text, last->len + word->len + 1, 1);
	memcpy(last->text + last->len, word->text, word->len);
	last->len += word->len;
	last->text[last->len] = '\0';
}

static void add_range(struct vec *runs, enum textdiff_kind kind, const struct vec *words, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		add(runs, kind, vec_at(words, i));
}

struct range {
	size_t a, a_end, b, b_end;
};

/* Lengths of the longest common subsequences of all tails: (a_end - a + 1) * (b_end - b + 1) cells. */
static uint32_t *tail_lengths(const struct vec *wa, const struct vec *wb, const struct range *r)
{
	size_t rows = r->a_end - r->a, cols = r->b_end - r->b, width = cols + 1;
	uint32_t *table = mem_zalloc((rows + 1) * width, sizeof(*table));
	for (size_t i = rows; i-- > 0;) {
		for (size_t k = cols; k-- > 0;) {
			uint32_t down = table[(i + 1) * width + k], right = table[i * width + k + 1];
			uint32_t best = down > right ? down : right;
			if (same(wa, r->a + i, wb, r->b + k))
				best = table[(i + 1) * width + k + 1] + 1;
			table[i * width + k] = best;
		}
	}
	return table;
}

static void add_changed(struct vec *runs, const struct vec *wa, const struct vec *wb, const struct range *r)
{
	size_t rows = r->a_end - r->a, cols = r->b_end - r->b, width = cols + 1;
	if ((rows + 1) > TABLE_MAX / width) {
		add_range(runs, TEXTDIFF_OLD, wa, r->a, r->a_end);
		add_range(runs, TEXTDIFF_NEW, wb, r->b, r->b_end);
		return;
	}
	uint32_t *table = tail_lengths(wa, wb, r);
	size_t i = 0, k = 0;
	while (i < rows && k < cols) {
		if (same(wa, r->a + i, wb, r->b + k)) {
			add(runs, TEXTDIFF_SAME, vec_at(wa, r->a + i));
			i++;
			k++;
		} else if (table[(i + 1) * width + k] >= table[i * width + k + 1]) {
			add(runs, TEXTDIFF_OLD, vec_at(wa, r->a + i++));
		} else {
			add(runs, TEXTDIFF_NEW, vec_at(wb, r->b + k++));
		}
	}
	add_range(runs, TEXTDIFF_OLD, wa, r->a + i, r->a_end);
	add_range(runs, TEXTDIFF_NEW, wb, r->b + k, r->b_end);
	free(table);
}

void textdiff_runs(const char *old_text, const char *new_text, struct vec *runs)
{
	struct vec wa = VEC_OF(struct word), wb = VEC_OF(struct word);
	split(old_text ? old_text : "", &wa);
	split(new_text ? new_text : "", &wb);
	struct range r = { 0, wa.len, 0, wb.len };
	while (r.a < r.a_end && r.b < r.b_end && same(&wa, r.a, &wb, r.b)) {
		r.a++;
		r.b++;
	}
	while (r.a_end > r.a && r.b_end > r.b && same(&wa, r.a_end - 1, &wb, r.b_end - 1)) {
		r.a_end--;
		r.b_end--;
	}
	add_range(runs, TEXTDIFF_SAME, &wa, 0, r.a);
	add_changed(runs, &wa, &wb, &r);
	add_range(runs, TEXTDIFF_SAME, &wa, r.a_end, wa.len);
	vec_clear(&wa);
	vec_clear(&wb);
}

void textdiff_clear(struct vec *runs)
{
	for (size_t i = 0; i < runs->len; i++)
		free(((struct textdiff_run *)vec_at(runs, i))->text);
	vec_clear(runs);
}

void textdiff_format(const char *old_text, const char *new_text, struct str *out)
{
	struct vec runs = VEC_OF(struct textdiff_run);
	textdiff_runs(old_text, new_text, &runs);
	for (size_t i = 0; i < runs.len; i++) {
		const struct textdiff_run *run = vec_at(&runs, i);
		static const char *const before[] = { "", "[-", "{+" }, *const after[] = { "", "-]", "+}" };
		/* "[-old-] {+new+}": a blank between the two for the eye. */
		if (run->kind == TEXTDIFF_NEW && i && ((struct textdiff_run *)vec_at(&runs, i - 1))->kind == TEXTDIFF_OLD)
			str_add_char(out, ' ');
		str_add(out, before[run->kind]);
		str_add(out, run->text);
		str_add(out, after[run->kind]);
	}
	textdiff_clear(&runs);
}
