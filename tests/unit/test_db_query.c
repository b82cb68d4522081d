/* Named queries: finding them, windows of lists, and parameters of every variant that is compiled in. */
#include "db/query.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void finds(void **state)
{
	(void)state;
	assert_true(query_count > 50);
	for (size_t i = 0; i < query_count; i++)
		assert_ptr_equal(query_find(query_table[i].name), &query_table[i]);
	assert_null(query_find("no_such_query"));
	assert_null(query_find(""));
	const struct query *q = query_find("list_persons");
	assert_non_null(q);
	assert_int_equal(q->kind, QUERY_LIST);
	assert_true(query_find_sort(q, "name") >= 0);
	assert_int_equal(query_find_sort(q, "no_such_column"), -1);
	assert_int_equal(query_find_sort(query_find("take_pen"), "name"), -1);
}

static void variants_are_counted(void **state)
{
	static const char *const sorts[] = { "name", "day", NULL };
	static const struct query_column params[] = { { "on_date", "date" } };
	static const struct query list = { .name = "l", .kind = QUERY_LIST, .params = params, .param_count = 1, .sorts = sorts, .sort_count = 2 };
	static const struct query one = { .name = "o", .kind = QUERY_ONE, .sql = "x", .params = params, .param_count = 1 };
	bool seen[18] = { false };
	(void)state;
	assert_int_equal(query_variant_count(&list), 18);
	for (int i = 0; i < 16; i++) {
		bool descending = i & 4, cursor = i & 2, filter = i & 1;
		size_t v = query_list_variant(&list, (size_t)i / 8, descending, cursor, filter);
		assert_true(v < 16 && !seen[v]);
		seen[v] = true;
		assert_int_equal(query_param_count(&list, v), 1 + filter + (cursor ? 2 : 0) + 1);
	}
	assert_int_equal(query_count_variant(&list, false), 16);
	assert_int_equal(query_count_variant(&list, true), 17);
	assert_int_equal(query_param_count(&list, 16), 1);
	assert_int_equal(query_param_count(&list, 17), 2);
	assert_int_equal(query_variant_count(&one), 1);
	assert_int_equal(query_param_count(&one, 0), 1);
	assert_string_equal(query_variant_sql(&one, 0), "x");
}

/* The highest $n of a statement. */
static size_t highest(const char *sql)
{
	size_t most = 0;
	for (const char *s = strchr(sql, '$'); s; s = strchr(s + 1, '$')) {
		size_t n = (size_t)strtoul(s + 1, NULL, 10);
		most = n > most ? n : most;
	}
	return most;
}

static void parameters_agree(void **state)
{
	(void)state;
	for (size_t i = 0; i < query_count; i++) {
		const struct query *q = &query_table[i];
		for (size_t v = 0; v < query_variant_count(q); v++) {
			const char *sql = query_variant_sql(q, v);
			assert_non_null(sql);
			if (highest(sql) != query_param_count(q, v))
				fail_msg("%s, variant %zu: $%zu is the highest, %zu are counted", q->name, v, highest(sql),
				         query_param_count(q, v));
		}
	}
}

/* What the numbers of variants promise stands in the statements the generator made. */
static void windows_do_what_they_say(void **state)
{
	(void)state;
	for (size_t i = 0; i < query_count; i++) {
		const struct query *q = &query_table[i];
		for (size_t s = 0; s < q->sort_count; s++) {
			char *down = str_format(" order by q.%s desc, q.%s desc", q->sorts[s], q->key);
			char *up = str_format(" order by q.%s, q.%s", q->sorts[s], q->key);
			for (int bits = 0; bits < 8; bits++) {
				const char *sql = query_variant_sql(q, query_list_variant(q, s, bits & 4, bits & 2, bits & 1));
				bool named = q->windows[s] && (bits & 1); /* a function says the rows */
				assert_int_equal(strstr(sql, down) != NULL, (bits & 4) != 0);
				assert_int_equal(strstr(sql, up) != NULL, (bits & 4) == 0);
				assert_int_equal(strstr(sql, " limit ") != NULL, !named);
				assert_int_equal(strstr(sql, "~~~") != NULL, (bits & 1) && !named);
				assert_int_equal(strstr(sql, (bits & 4) ? ", true, " : ", false, ") != NULL, named);
				assert_int_equal(query_is_planned_anew(q, query_list_variant(q, s, bits & 4, bits & 2, bits & 1)), (bits & 1) && !named);
			}
			free(down);
			free(up);
		}
		if (q->kind == QUERY_LIST) {
			assert_non_null(strstr(query_variant_sql(q, query_count_variant(q, false)), "count(*) > 5000 as more"));
			assert_non_null(strstr(query_variant_sql(q, query_count_variant(q, false)), " limit 5001) n"));
			assert_non_null(strstr(query_variant_sql(q, query_count_variant(q, true)), q->windows[0] ? "count(f.fitting) > 1000" : "~~~"));
			assert_true(query_is_planned_anew(q, query_count_variant(q, true)));
			assert_false(query_is_planned_anew(q, query_count_variant(q, false)));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds),
		cmocka_unit_test(variants_are_counted),
		cmocka_unit_test(parameters_agree),
		cmocka_unit_test(windows_do_what_they_say),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
