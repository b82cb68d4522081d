/*
 * The named queries of the program. They stand in sql/queries, one file each,
 * and are compiled in by tools/gen-queries.awk; nothing is added at run time.
 *
 * A list is read in windows: the rows after a cursor (value of the sort column
 * and key of a row), in either direction, filtered or not. Each of these is a
 * statement of its own, a 'variant'. Parameters of a window, in order: those
 * the header names, the filter (if filtered), cursor value and cursor key (if
 * after a cursor), the limit.
 */
#ifndef DB_QUERY_H
#define DB_QUERY_H

#include <stdbool.h>
#include <stddef.h>

enum query_kind { QUERY_ROWS, QUERY_ONE, QUERY_EXEC, QUERY_LIST };

struct query_column {
	const char *name;
	const char *type; /* SQL type as in the header */
};

struct query {
	const char *name;
	enum query_kind kind;
	const char *sql; /* NULL for lists */
	const struct query_column *params;
	size_t param_count;
	const struct query_column *rows;
	size_t row_count;
	/* Lists only: */
	const char *key;
	const char *const *sorts;
	size_t sort_count;
	const bool *windows; /* per sort column: does a function of the database say which rows a filter leaves? */
	const char *const *variants;
};

extern const struct query query_table[];
extern const size_t query_count;

/* The query of that name, or NULL. */
const struct query *query_find(const char *name);

/* Index of a column the list can be sorted by, or -1. */
int query_find_sort(const struct query *q, const char *column);

/* Number of variants (1 when not a list), and the text of one. */
size_t query_variant_count(const struct query *q);
const char *query_variant_sql(const struct query *q, size_t variant);

/* The variant of a window, and of the count of rows. */
size_t query_list_variant(const struct query *q, size_t sort, bool descending, bool cursor, bool filter);
size_t query_count_variant(const struct query *q, bool filter);

/*
 * Is a plan made for the parameters each time? So it is for filters: what suits one pattern is a hundred times slower for
 * another. Not where a function says the rows.
 */
bool query_is_planned_anew(const struct query *q, size_t variant);

/* Parameters a variant takes. */
size_t query_param_count(const struct query *q, size_t variant);

#endif
