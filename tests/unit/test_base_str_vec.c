/* Strings and vectors that grow, ids and where they stand. */
#include "base/id_index.h"
#include "base/str.h"
#include "base/vec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void str_grows(void **state)
{
	struct str s = { 0 };
	(void)state;
	assert_string_equal(str_text(&s), "");
	str_addf(&s, "%s", "");
	assert_string_equal(str_text(&s), "");
	for (int i = 0; i < 1000; i++)
		str_addf(&s, "%d,", i % 10);
	assert_int_equal(s.len, 2000);
	assert_int_equal(strlen(s.data), 2000);
	assert_true(s.cap > s.len);
	assert_int_equal(s.data[1998], '9');
	str_set(&s, "neu");
	assert_string_equal(s.data, "neu");
	assert_int_equal(s.len, 3);
	str_add_char(&s, '!');
	str_add_rune(&s, 0x20AC);
	assert_string_equal(s.data, "neu!€");
	str_clear(&s);
	assert_null(s.data);
	str_add(&s, "wieder");
	assert_string_equal(s.data, "wieder");
	str_clear(&s);
}

static void str_holds_nul(void **state)
{
	struct str s = { 0 };
	(void)state;
	str_add_n(&s, "a\0b", 3);
	str_add_n(&s, NULL, 0);
	assert_int_equal(s.len, 3);
	assert_memory_equal(s.data, "a\0b", 4);
	str_clear(&s);
}

static void str_splices(void **state)
{
	struct str s = { 0 };
	(void)state;
	str_splice(&s, 5, 5, "cd", 2); /* clipped to the empty text */
	assert_string_equal(s.data, "cd");
	str_splice(&s, 0, 0, "ab", 2);
	assert_string_equal(s.data, "abcd");
	str_splice(&s, 1, 2, "XYZ", 3);
	assert_string_equal(s.data, "aXYZd");
	str_splice(&s, 1, 3, NULL, 0);
	assert_string_equal(s.data, "ad");
	str_splice(&s, 1, 99, "ende", 4);
	assert_string_equal(s.data, "aende");
	str_splice(&s, 99, 1, "!", 1);
	assert_string_equal(s.data, "aende!");
	assert_int_equal(s.len, 6);
	str_cut(&s, 2);
	assert_string_equal(s.data, "ae");
	str_cut(&s, 7); /* never longer */
	assert_int_equal(s.len, 2);
	str_clear(&s);
}

static void str_hands_over(void **state)
{
	struct str s = { 0 };
	(void)state;
	char *empty = str_take(&s);
	assert_string_equal(empty, "");
	free(empty);
	str_add(&s, "Wort");
	char *word = str_take(&s);
	assert_string_equal(word, "Wort");
	assert_null(s.data);
	assert_int_equal(s.len, 0);
	free(word);
	char *made = str_format("%05d|%-4s|%c", 42, "ab", 'x');
	assert_string_equal(made, "00042|ab  |x");
	free(made);
	made = str_format("%s", "");
	assert_string_equal(made, "");
	free(made);
	assert_true(str_equal("a", "a"));
	assert_false(str_equal("a", "b"));
	assert_true(str_equal(NULL, NULL));
	assert_false(str_equal(NULL, ""));
	assert_false(str_equal("", NULL));
}

struct pair {
	int a;
	long b;
};

static void vec_grows(void **state)
{
	struct vec v = VEC_OF(struct pair);
	(void)state;
	for (int i = 0; i < 100; i++) {
		struct pair *p = vec_add(&v);
		assert_int_equal(p->a, 0);
		assert_int_equal(p->b, 0);
		p->a = i;
		p->b = -i;
	}
	assert_int_equal(v.len, 100);
	for (int i = 0; i < 100; i++)
		assert_int_equal(((struct pair *)vec_at(&v, (size_t)i))->b, -i);
	struct pair more = { 7, 8 };
	struct pair *copy = vec_push(&v, &more);
	assert_ptr_not_equal(copy, &more);
	assert_int_equal(copy->a + copy->b, 15);
	vec_cut(&v, 3);
	vec_cut(&v, 50);
	assert_int_equal(v.len, 3);
	/* Elements that come again are zeroed anew. */
	assert_int_equal(((struct pair *)vec_add(&v))->a, 0);
	vec_clear(&v);
	assert_int_equal(v.len, 0);
	vec_push(&v, &more);
	assert_int_equal(((struct pair *)vec_at(&v, 0))->b, 8);
	vec_clear(&v);
}

static void vec_inserts(void **state)
{
	struct vec v = VEC_OF(int);
	(void)state;
	for (int i = 1; i <= 8; i++) /* 8 fills the first allocation */
		vec_push(&v, &i);
	*(int *)vec_insert(&v, 0) = 100;
	*(int *)vec_insert(&v, 4) = 104;
	*(int *)vec_insert(&v, 999) = 110;
	static const int expected[] = { 100, 1, 2, 3, 104, 4, 5, 6, 7, 8, 110 };
	assert_int_equal(v.len, 11);
	assert_memory_equal(v.data, expected, sizeof(expected));
	vec_remove(&v, 10);
	vec_remove(&v, 4);
	vec_remove(&v, 0);
	static const int rest[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
	assert_int_equal(v.len, 8);
	assert_memory_equal(v.data, rest, sizeof(rest));
	vec_clear(&v);
}

static void ids_are_found(void **state)
{
	struct id ids[500];
	struct id_index *index = id_index_new();
	(void)state;
	for (size_t i = 0; i < 500; i++) {
		ids[i] = id_new();
		id_index_put(index, &ids[i], i);
	}
	struct id other = id_new();
	assert_int_equal(id_index_find(index, &other), (size_t)-1);
	for (size_t i = 0; i < 500; i += 2)
		id_index_put(index, &ids[i], i + 1000);
	id_index_put(index, &(struct id){ "" }, 7);
	assert_int_equal(id_index_find(index, &(struct id){ "" }), (size_t)-1);
	for (size_t i = 0; i < 500; i++)
		assert_int_equal(id_index_find(index, &ids[i]), i % 2 ? i : i + 1000);
	id_index_free(&index);
	assert_null(index);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(str_grows),      cmocka_unit_test(str_holds_nul), cmocka_unit_test(str_splices),
		cmocka_unit_test(str_hands_over), cmocka_unit_test(vec_grows),     cmocka_unit_test(vec_inserts),
		cmocka_unit_test(ids_are_found),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
