/* See query.h. */
#include "db/query.h"

#include <string.h>

const struct query *query_find(const char *name)
{
	for (size_t i = 0; i < query_count; i++)
		if (strcmp(query_table[i].name, name) == 0)
			return &query_table[i];
	return NULL;
}

int query_find_sort(const struct query *q, const char *column)
{
	for (size_t i = 0; i < q->sort_count; i++)
		if (strcmp(q->sorts[i], column) == 0)
			return (int)i;
	return -1;
}

size_t query_variant_count(const struct query *q)
{
	return q->kind == QUERY_LIST ? q->sort_count * 8 + 2 : 1;
}

const char *query_variant_sql(const struct query *q, size_t variant)
{
	return q->kind == QUERY_LIST ? q->variants[variant] : q->sql;
}

size_t query_list_variant(const struct query *q, size_t sort, bool descending, bool cursor, bool filter)
{
	(void)q;
	return sort * 8 + (size_t)descending * 4 + (size_t)cursor * 2 + (size_t)filter;
}

size_t query_count_variant(const struct query *q, bool filter)
{
	return q->sort_count * 8 + (size_t)filter;
}

bool query_is_planned_anew(const struct query *q, size_t variant)
{
	if (q->kind != QUERY_LIST || !(variant & 1)) /* filtered: the last bit of the windows and of the counts */
		return false;
	return variant >= q->sort_count * 8 || !q->windows[variant / 8];
}

size_t query_param_count(const struct query *q, size_t variant)
{
	if (q->kind != QUERY_LIST)
		return q->param_count;
	size_t filter = variant & 1;
	if (variant >= q->sort_count * 8)
		return q->param_count + filter;
	return q->param_count + filter + (variant & 2 ? 2 : 0) + 1;
}
