/*
 * Rows that came from the database: text values by row and column, NULL where
 * absent. Independent of libpq, so that screens are tested with made-up rows.
 */
#ifndef BASE_ROWSET_H
#define BASE_ROWSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct rowset {
	size_t rows, cols;
	char **names;  /* cols */
	char **values; /* rows * cols, NULL = absent */
};

/* An empty set with these columns; names are copied. */
struct rowset *rowset_new(size_t cols, const char *const *names);
void rowset_free(struct rowset **rs);

/* A copy of all of it. */
struct rowset *rowset_copy(const struct rowset *rs);

/* Appends a row of copies (values may be NULL). */
void rowset_add(struct rowset *rs, const char *const *values);

/* Column index by name, or -1. */
int rowset_find(const struct rowset *rs, const char *name);

/* Value, or NULL when absent, or when row or column does not exist. */
const char *rowset_get(const struct rowset *rs, size_t row, int col);
const char *rowset_named(const struct rowset *rs, size_t row, const char *name);

/* The same never NULL, as a number (0 when absent or no number), as bool ("t"). */
const char *rowset_text(const struct rowset *rs, size_t row, const char *name);
int64_t rowset_int(const struct rowset *rs, size_t row, const char *name);
bool rowset_bool(const struct rowset *rs, size_t row, const char *name);

#endif
