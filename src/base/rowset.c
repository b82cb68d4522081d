/* See rowset.h. */
#include "base/rowset.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

struct rowset *rowset_new(size_t cols, const char *const *names)
{
	struct rowset *rs = mem_zalloc(1, sizeof(*rs));
	rs->cols = cols;
	rs->names = mem_zalloc(cols, sizeof(*rs->names));
	for (size_t i = 0; i < cols; i++)
		rs->names[i] = mem_strdup(names[i]);
	return rs;
}

void rowset_free(struct rowset **rs)
{
	struct rowset *r = *rs;
	if (!r)
		return;
	for (size_t i = 0; i < r->cols; i++)
		free(r->names[i]);
	for (size_t i = 0; i < r->rows * r->cols; i++)
		free(r->values[i]);
	free(r->names);
	free(r->values);
	free(r);
	*rs = NULL;
}

/* Grows in powers of two, so that a set of n rows costs log n moves. */
void rowset_add(struct rowset *rs, const char *const *values)
{
	if ((rs->rows & (rs->rows - 1)) == 0) {
		size_t room = rs->rows ? rs->rows * 2 : 1;
		rs->values = mem_realloc(rs->values, room * (rs->cols ? rs->cols : 1), sizeof(*rs->values));
	}
	char **row = rs->values + rs->rows * rs->cols;
	for (size_t i = 0; i < rs->cols; i++)
		row[i] = mem_strdup_null(values[i]);
	rs->rows++;
}

struct rowset *rowset_copy(const struct rowset *rs)
{
	struct rowset *copy = rowset_new(rs->cols, (const char *const *)rs->names);
	for (size_t i = 0; i < rs->rows; i++)
		rowset_add(copy, (const char *const *)(rs->values + i * rs->cols));
	return copy;
}

int rowset_find(const struct rowset *rs, const char *name)
{
	for (size_t i = 0; i < rs->cols; i++)
		if (strcmp(rs->names[i], name) == 0)
			return (int)i;
	return -1;
}

const char *rowset_get(const struct rowset *rs, size_t row, int col)
{
	if (row >= rs->rows || col < 0 || (size_t)col >= rs->cols)
		return NULL;
	return rs->values[row * rs->cols + (size_t)col];
}

const char *rowset_named(const struct rowset *rs, size_t row, const char *name)
{
	return rowset_get(rs, row, rowset_find(rs, name));
}

const char *rowset_text(const struct rowset *rs, size_t row, const char *name)
{
	const char *value = rowset_named(rs, row, name);
	return value ? value : "";
}

int64_t rowset_int(const struct rowset *rs, size_t row, const char *name)
{
	return strtoll(rowset_text(rs, row, name), NULL, 10);
}

bool rowset_bool(const struct rowset *rs, size_t row, const char *name)
{
	return strcmp(rowset_text(rs, row, name), "t") == 0;
}
