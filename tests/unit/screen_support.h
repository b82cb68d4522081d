/*
 * Shared by the tests of the screen engine: screens from text, made-up rows, a
 * database that is an array, and pictures compared with the .expected files of tests/screen.
 * RATSTISCH_ACCEPT=1 writes the pictures instead; look at them before committing.
 */
#ifndef TESTS_SCREEN_SUPPORT_H
#define TESTS_SCREEN_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/canvas.h"
#include "base/event.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "screen/screen_file.h"
#include "screen/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

static inline char *support_read(const char *path)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		return NULL;
	struct str out = { 0 };
	char bytes[4096];
	size_t n;
	while ((n = fread(bytes, 1, sizeof(bytes), f)) > 0)
		str_add_n(&out, bytes, n);
	fclose(f);
	return str_take(&out);
}

static inline const char *support_dir(void)
{
	const char *dir = getenv("srcdir");
	return dir ? dir : ".";
}

/* Fails the test when the canvas does not look like tests/screen/NAME.expected. */
static inline void support_picture(const struct canvas *c, const char *name)
{
	char *path = str_format("%s/tests/screen/%s.expected", support_dir(), name);
	char *picture = canvas_dump_attr(c);
	if (getenv("RATSTISCH_ACCEPT")) {
		FILE *f = fopen(path, "wb");
		assert_non_null(f);
		fputs(picture, f);
		fclose(f);
	}
	char *expected = support_read(path);
	if (!expected || strcmp(expected, picture) != 0)
		fprintf(stderr, "%s: is\n%s", path, picture);
	assert_non_null(expected);
	assert_string_equal(expected, picture);
	free(expected);
	free(picture);
	free(path);
}

/* Draws a view of a class into a canvas of that size and compares. */
static inline void support_view(const struct view_class *class, void *self, int rows, int cols, const char *name)
{
	struct canvas *c = canvas_new(rows, cols);
	if (class->resize)
		class->resize(self, rows, cols);
	class->draw(self, c, canvas_area(c));
	char *full = str_format("%s_%dx%d", name, cols, rows);
	support_picture(c, full);
	free(full);
	canvas_free(&c);
}

/* Sends keys written as in scripts: "ab<Down><Enter>". Returns the last result; all of them together go to *all (may be NULL). */
static inline unsigned support_send(unsigned (*event)(void *self, const struct event *e), void *self, const char *keys, unsigned *all)
{
	unsigned result = 0;
	for (size_t n = strlen(keys), used; n > 0; keys += used, n -= used) {
		struct event e = { .type = EVENT_KEY };
		used = key_script_next(keys, n, &e.key);
		if (used == 0)
			break;
		assert_true(e.key != 0);
		result = event(self, &e);
		if (all)
			*all |= result;
	}
	return result;
}

static inline unsigned support_keys(const struct view_class *class, void *self, const char *keys)
{
	unsigned all = 0;
	support_send(class->event, self, keys, &all);
	return all;
}

/* One screen from its text; the set is cleared by the caller. Prints the faults when there are any. */
static inline const struct screen *support_screen(struct screen_set *set, const char *name, const char *text)
{
	struct source source = { name, text };
	*set = (struct screen_set){ 0 };
	if (!screen_set_load(set, &source, 1, NULL))
		for (size_t i = 0; i < set->faults.len; i++) {
			char *fault = fault_text(vec_at(&set->faults, i));
			fprintf(stderr, "%s\n", fault);
			free(fault);
		}
	assert_int_equal(set->faults.len, 0);
	return screen_set_find(set, name);
}

/*
 * A table of `count` persons p0001 ... whose names are in the order of their
 * numbers; answers a request as the generated queries do.
 */
static inline struct rowset *support_answer(const struct screen_request *r, int count)
{
	static const char *const names[] = { "id", "name", "birth", "seats" };
	static const char *const count_names[] = { "count", "more" };
	struct rowset *rs = rowset_new(r->count ? 2 : 4, r->count ? count_names : names);
	size_t matches = 0;
	bool descending = r->descending != r->backward;
	int64_t cursor = r->cursor_key ? strtoll(r->cursor_key, NULL, 10) : descending ? count + 1 : 0;
	for (int64_t id = r->count ? 1 : descending ? cursor - 1 : cursor + 1; id >= 1 && id <= count;
		id += descending && !r->count ? -1 : 1) {
		char *values[4] = { str_format("%d", (int)id), str_format("Person %05d", (int)id),
				    str_format("19%02d-01-%02d", (int)(id % 90) + 10, (int)(id % 28) + 1),
				    id % 3 ? str_format("%d", (int)(id % 5)) : NULL };
		char *have = text_fold(values[1]), *want = text_fold(r->filter ? r->filter : "");
		bool match = strstr(have, want) != NULL;
		if (match && !r->count && (r->limit == 0 || rs->rows < r->limit))
			rowset_add(rs, (const char *const *)values);
		matches += match;
		free(have);
		free(want);
		for (int i = 0; i < 4; i++)
			free(values[i]);
		if (!r->count && r->limit && rs->rows >= r->limit)
			break;
	}
	if (r->count) {
		char *n = str_format("%zu", matches < 5000 ? matches : 5000);
		rowset_add(rs, (const char *const[]){ n, matches > 5000 ? "t" : "f" });
		free(n);
	}
	return rs;
}

/* Answers all requests of a view until there are none. */
static inline unsigned support_serve(const struct view_class *class, void *self, int count)
{
	struct screen_request r;
	unsigned result = 0;
	while (class->take_request(self, &r)) {
		struct rowset *rs = support_answer(&r, count);
		result |= class->feed(self, r.number, rs);
		rowset_free(&rs);
	}
	return result;
}

#endif
