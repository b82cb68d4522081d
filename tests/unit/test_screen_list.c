/* Lists: window, keys that wait, sort, filter, marks, columns, saved filters, pictures. */
#include "screen_support.h"

#include "base/date.h"
#include "screen/list.h"
#include "screen/page.h"
#include "screen/stack.h"

static const char persons[] = "screen persons\n"
			      "kind list\n"
			      "title \"Personen\"\n"
			      "query list_persons\n"
			      "sort name birth\n"
			      "column name \"Name\" width 24 min 10\n"
			      "column birth \"Geboren\" type date width 10\n"
			      "column seats \"Sitze\" width 6 right type number\n"
			      "column id \"Nr.\" width 6 hidden\n"
			      "key Enter open_row \"Öffnen\" bar needs row\n"
			      "key / filter \"Filter\" bar\n"
			      "key s sort \"Sortieren\"\n"
			      "key S sort_reverse \"Umkehren\"\n"
			      "key Space mark_row \"Vormerken\"\n"
			      "key o columns \"Spalten\"\n"
			      "key d reference_date \"Stichtag\"\n"
			      "key f saved_filters \"Filter\"\n"
			      "key q back \"Zurück\" bar\n"
			      "key ? help \"Hilfe\" bar\n";

struct fixture {
	struct screen_set set;
	struct list *list;
};

static int setup(void **state)
{
	struct fixture *f = mem_zalloc(1, sizeof(*f));
	f->list = list_new(support_screen(&f->set, "persons", persons));
	list_resize(f->list, 22, 80);
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;
	list_free(&f->list);
	screen_set_clear(&f->set);
	free(f);
	return 0;
}

static void keys(struct fixture *f, const char *script)
{
	support_keys(&list_class, f->list, script);
}

static void serve(struct fixture *f, int count)
{
	support_serve(&list_class, f->list, count);
}

static void test_first_window(void **state)
{
	struct fixture *f = *state;
	struct screen_request r;
	assert_true(list_take_request(f->list, &r));
	assert_string_equal(r.query, "list_persons");
	assert_string_equal(r.sort, "name");
	assert_null(r.cursor_key);
	assert_false(r.backward);
	assert_true(r.limit >= 60);
	assert_false(list_take_request(f->list, &r)); /* given once */
	assert_null(list_key(f->list));
}

static void test_moves_through_everything(void **state)
{
	struct fixture *f = *state;
	serve(f, 5000);
	for (int i = 1; i < 5000; i++) {
		char id[16];
		snprintf(id, sizeof(id), "%d", i);
		assert_string_equal(list_key(f->list), id);
		keys(f, "<Down>");
		serve(f, 5000);
	}
	assert_string_equal(list_key(f->list), "5000");
	keys(f, "<Down>");
	assert_string_equal(list_key(f->list), "5000");
	for (int i = 5000; i > 1; i--) {
		keys(f, "<Up>");
		serve(f, 5000);
	}
	assert_string_equal(list_key(f->list), "1");
}

static void test_end_and_home(void **state)
{
	struct fixture *f = *state;
	serve(f, 100000);
	keys(f, "<End>");
	serve(f, 100000);
	assert_string_equal(list_key(f->list), "100000");
	keys(f, "<PgUp>");
	serve(f, 100000);
	assert_string_equal(list_key(f->list), "99980");
	keys(f, "<Home>");
	serve(f, 100000);
	assert_string_equal(list_key(f->list), "1");
}

static void test_old_answers_are_dropped(void **state)
{
	struct fixture *f = *state;
	struct screen_request r;
	assert_true(list_take_request(f->list, &r));
	unsigned old = r.number;
	struct rowset *rs = support_answer(&r, 10);
	keys(f, "/0007");
	/* Only the newest question is asked, when the old one has been answered. */
	assert_false(list_take_request(f->list, &r));
	assert_int_equal(list_feed(f->list, old, rs), SCREEN_HANDLED | SCREEN_REQUEST);
	assert_int_equal(list_feed(f->list, old, rs), SCREEN_HANDLED | SCREEN_REQUEST);
	rowset_free(&rs);
	assert_null(list_key(f->list));
	assert_true(list_take_request(f->list, &r));
	assert_string_equal(r.filter, "0007");
	rs = support_answer(&r, 100);
	list_feed(f->list, r.number, rs);
	assert_int_equal(list_feed(f->list, old, rs), SCREEN_IGNORED);
	rowset_free(&rs);
	assert_string_equal(list_key(f->list), "7");
}

static void test_filter_as_typed(void **state)
{
	struct fixture *f = *state;
	serve(f, 300);
	keys(f, "/0020");
	serve(f, 300);
	assert_string_equal(list_key(f->list), "20");
	keys(f, "<Down><Enter>");
	assert_string_equal(list_key(f->list), "200");
	/* Esc takes the filter back; a further one belongs to the program. */
	assert_true(support_keys(&list_class, f->list, "<Esc>") & SCREEN_REQUEST);
	serve(f, 300);
	assert_string_equal(list_key(f->list), "1");
	assert_int_equal(support_keys(&list_class, f->list, "<Esc>"), SCREEN_IGNORED);
}

/* The line of a filter opens: the server makes its plans, nobody waits for the answer, and the rows stay. */
static void rehearse(struct fixture *f)
{
	struct screen_request r;
	assert_true(list_take_request(f->list, &r));
	assert_string_equal(r.filter, " ");
	assert_int_equal(r.limit, 1);
	struct rowset *rs = support_answer(&r, 5000);
	char *key = str_format("%s", list_key(f->list));
	assert_false(list_feed(f->list, r.number, rs) & SCREEN_HANDLED);
	assert_string_equal(list_key(f->list), key);
	free(key);
	rowset_free(&rs);
}

static void test_rehearsal(void **state)
{
	struct fixture *f = *state;
	struct screen_request r;
	serve(f, 5000);
	keys(f, "<Down>/");
	rehearse(f);
	assert_false(list_take_request(f->list, &r));
	keys(f, "p");
	assert_true(list_take_request(f->list, &r));
	assert_string_equal(r.filter, "p");
	assert_int_equal(r.limit, 60);
}

/* Rows are counted when typing has come to rest. */
static void test_count_waits(void **state)
{
	struct fixture *f = *state;
	struct screen_request r;
	struct event tick = { .type = EVENT_TICK };
	serve(f, 5000);
	keys(f, "/");
	rehearse(f);
	keys(f, "p");
	assert_true(list_take_request(f->list, &r));
	struct rowset *rs = support_answer(&r, 5000);
	list_feed(f->list, r.number, rs);
	rowset_free(&rs);
	assert_false(list_take_request(f->list, &r));
	assert_true(list_event(f->list, &tick) & SCREEN_REQUEST);
	assert_true(list_take_request(f->list, &r));
	assert_true(r.count);
	assert_int_equal(list_event(f->list, &tick), SCREEN_IGNORED);
	keys(f, "e");
	assert_true(list_take_request(f->list, &r));
	rs = support_answer(&r, 5000);
	list_feed(f->list, r.number, rs);
	rowset_free(&rs);
	assert_true(support_keys(&list_class, f->list, "<Enter>") & SCREEN_REQUEST);
	assert_true(list_take_request(f->list, &r));
	assert_true(r.count);
}

/* Nobody counts to a million: the title says that there are more. */
static void test_count_has_an_end(void **state)
{
	struct fixture *f = *state;
	struct canvas *c = canvas_new(24, 80);
	serve(f, 5001);
	list_draw(f->list, c, canvas_area(c));
	char *picture = canvas_dump(c);
	assert_non_null(strstr(picture, "1 von mehr als 5000"));
	free(picture);
	keys(f, "/0"); /* not counted yet */
	serve(f, 5001);
	list_draw(f->list, c, canvas_area(c));
	picture = canvas_dump(c);
	assert_null(strstr(picture, "mehr als"));
	free(picture);
	keys(f, "0001");
	serve(f, 5001);
	list_draw(f->list, c, canvas_area(c));
	picture = canvas_dump(c);
	assert_null(strstr(picture, "mehr als"));
	free(picture);
	canvas_free(&c);
}

/* What the keys were meant for is not coming: they are dropped, as by Esc. */
static void test_waiting_keys_are_dropped(void **state)
{
	struct fixture *f = *state;
	struct stack stack;
	struct event e = { .type = EVENT_KEY, .key = K_DOWN };
	struct screen_request r;
	stack_init(&stack);
	struct view *v = stack_push(&stack, &list_class, screen_set_find(&f->set, "persons"), f->list);
	f->list = NULL;
	stack_event(&stack, &e);
	stack_event(&stack, &e);
	assert_true(v->class->take_request(v->self, &r));
	stack_feed(&stack, v->serial, r.number, NULL);
	assert_false(stack_take_key(&stack, &e.key));
	list_reload(v->self);
	stack_event(&stack, &e);
	stack_event(&stack, &e);
	e.key = K_ESC;
	assert_int_equal(stack_event(&stack, &e), SCREEN_HANDLED);
	support_serve(v->class, v->self, 100);
	assert_false(stack_take_key(&stack, &e.key));
	assert_string_equal(view_value(v, "id"), "1");
	stack_clear(&stack);
}

static void test_sort(void **state)
{
	struct fixture *f = *state;
	struct screen_request r;
	serve(f, 50);
	keys(f, "S");
	assert_true(list_take_request(f->list, &r));
	assert_string_equal(r.sort, "name");
	assert_true(r.descending);
	struct rowset *rs = support_answer(&r, 50);
	list_feed(f->list, r.number, rs);
	rowset_free(&rs);
	keys(f, "s");
	assert_true(list_take_request(f->list, &r));
	assert_string_equal(r.sort, "birth");
	assert_false(r.descending);
}

static void test_descending_window(void **state)
{
	struct fixture *f = *state;
	serve(f, 1000);
	keys(f, "S");
	serve(f, 1000);
	assert_string_equal(list_key(f->list), "1000");
	for (int i = 0; i < 20; i++) {
		keys(f, "<PgDn>");
		serve(f, 1000);
	}
	assert_string_equal(list_key(f->list), "600");
	keys(f, "<End>");
	serve(f, 1000);
	assert_string_equal(list_key(f->list), "1");
}

static void test_reload_keeps_the_row(void **state)
{
	struct fixture *f = *state;
	serve(f, 1000);
	for (int i = 0; i < 30; i++) {
		keys(f, "<PgDn>");
		serve(f, 1000);
	}
	char *key = mem_strdup(list_key(f->list));
	assert_string_equal(key, "601");
	list_reload(f->list);
	serve(f, 1000);
	assert_string_equal(list_key(f->list), key);
	/* Rows went away before it: the nearest stays. */
	list_reload(f->list);
	serve(f, 500);
	assert_string_equal(list_key(f->list), "500");
	free(key);
}

static void test_failure_is_not_the_end(void **state)
{
	struct fixture *f = *state;
	struct screen_request r;
	assert_true(list_take_request(f->list, &r));
	assert_true(list_feed(f->list, r.number, NULL) & SCREEN_HANDLED);
	assert_null(list_key(f->list));
	list_reload(f->list);
	serve(f, 3);
	assert_string_equal(list_key(f->list), "1");
}

static void test_marks(void **state)
{
	struct fixture *f = *state;
	size_t n;
	serve(f, 100);
	keys(f, "<Space><Space><Down><Space>");
	const char *const *marked = list_marked(f->list, &n);
	assert_int_equal(n, 3);
	assert_string_equal(marked[0], "1");
	assert_string_equal(marked[1], "2");
	assert_string_equal(marked[2], "4");
	assert_null(marked[3]);
	keys(f, "<Up><Space>");
	marked = list_marked(f->list, &n);
	assert_int_equal(n, 2);
	keys(f, "<Esc>");
	list_marked(f->list, &n);
	assert_int_equal(n, 0);
}

static void test_row_keys_need_a_row(void **state)
{
	struct fixture *f = *state;
	assert_true(support_keys(&list_class, f->list, "<Enter>") & SCREEN_WAIT);
	serve(f, 0);
	assert_int_equal(support_keys(&list_class, f->list, "<Enter>"), SCREEN_HANDLED | SCREEN_BELL);
	assert_true(support_keys(&list_class, f->list, "q") & SCREEN_ACTION);
	assert_string_equal(list_action(f->list), "back");
}

/* Keys typed before the rows are there are obeyed in order, over a screen that one of them opens. */
static void test_keys_wait_in_order(void **state)
{
	struct fixture *f = *state;
	struct stack stack;
	struct event e = { .type = EVENT_KEY };
	struct screen_request r;
	static const char32_t typed[] = { K_DOWN, K_DOWN, K_ENTER, K_DOWN, 'q' };
	stack_init(&stack);
	stack_resize(&stack, 22, 80);
	struct view *v = stack_push(&stack, &list_class, screen_set_find(&f->set, "persons"), f->list);
	f->list = NULL;
	unsigned serial = v->serial;
	for (size_t i = 0; i < COUNT(typed); i++) {
		e.key = typed[i];
		assert_int_equal(stack_event(&stack, &e), SCREEN_HANDLED);
		assert_false(stack_take_key(&stack, &e.key));
	}
	assert_true(v->class->take_request(v->self, &r));
	struct rowset *rs = support_answer(&r, 100);
	assert_true(stack_feed(&stack, serial, r.number, rs) & SCREEN_HANDLED);
	rowset_free(&rs);
	size_t obeyed = 0;
	unsigned results[COUNT(typed)] = { 0 };
	while (stack_take_key(&stack, &e.key)) {
		assert_int_equal(e.key, typed[obeyed]);
		results[obeyed] = stack_event(&stack, &e);
		if (results[obeyed] & SCREEN_ACTION && obeyed == 2) {
			assert_string_equal(view_value(v, "id"), "3");
			struct list *second = list_new(screen_set_find(&f->set, "persons"));
			stack_push(&stack, &list_class, v->screen, second);
		}
		obeyed++;
	}
	/* The rest waits for the second list's rows. */
	assert_int_equal(obeyed, 4);
	struct view *top = stack_top(&stack);
	assert_true(top->class->take_request(top->self, &r));
	rs = support_answer(&r, 100);
	stack_feed(&stack, top->serial, r.number, rs);
	rowset_free(&rs);
	assert_true(stack_take_key(&stack, &e.key));
	assert_int_equal(e.key, K_DOWN);
	stack_event(&stack, &e);
	assert_string_equal(view_value(top, "id"), "2");
	assert_true(stack_take_key(&stack, &e.key));
	assert_true(stack_event(&stack, &e) & SCREEN_ACTION);
	stack_clear(&stack);
}

static void test_columns(void **state)
{
	struct fixture *f = *state;
	serve(f, 10);
	assert_int_equal(list_shown_columns(f->list), 3);
	keys(f, "o<Down><Space><Down><Right><Left><Left><Left><Enter>");
	assert_int_equal(list_shown_columns(f->list), 2);
	assert_string_equal(list_shown_column(f->list, 0)->name, "seats");
	assert_string_equal(list_shown_column(f->list, 1)->name, "name");
	/* The last column shown cannot be hidden. */
	keys(f, "o<Space><Down><Space><Down><Space><Space><Enter>");
	assert_true(list_shown_columns(f->list) >= 1);
}

static void test_setting_round_trip(void **state)
{
	struct fixture *f = *state;
	serve(f, 10);
	keys(f, "/so<Enter>sSo<Space><Down><Down><Left><Enter>");
	char *setting = list_setting(f->list);
	struct list *other = list_new(screen_set_find(&f->set, "persons"));
	list_apply_setting(other, setting);
	char *again = list_setting(other);
	assert_string_equal(setting, again);
	free(again);
	list_apply_setting(other, "unknown=1\tcolumns=-name,-birth,-seats,-id,nothing\tsort=shoe");
	assert_int_equal(list_shown_columns(other), 3);
	free(setting);
	list_free(&other);
}

static void test_saved_filters(void **state)
{
	struct fixture *f = *state;
	static const char *const names[] = { "id", "name", "setting" };
	serve(f, 100);
	assert_true(support_keys(&list_class, f->list, "f") & SCREEN_ACTION);
	assert_string_equal(list_action(f->list), "saved_filters");
	struct rowset *saved = rowset_new(3, names);
	rowset_add(saved, (const char *const[]){ "7", "Siebener", "filter=00007" });
	rowset_add(saved, (const char *const[]){ "8", "Achter", "filter=00008" });
	list_set_saved(f->list, saved);
	rowset_free(&saved);
	keys(f, "acht<Enter>");
	serve(f, 100);
	assert_string_equal(list_key(f->list), "8");
	assert_true(support_keys(&list_class, f->list, "f<^S>Mein Filter<Enter>") & SCREEN_ACTION);
	assert_string_equal(list_action(f->list), "store_filter");
	assert_string_equal(list_argument(f->list), "Mein Filter");
	assert_true(support_keys(&list_class, f->list, "f<Del>") & SCREEN_ACTION);
	assert_string_equal(list_action(f->list), "remove_filter");
	assert_string_equal(list_argument(f->list), "7");
}

static void test_reference_date(void **state)
{
	struct fixture *f = *state;
	struct screen_request r;
	serve(f, 10);
	keys(f, "d01.02.2020<Enter>");
	assert_true(list_take_request(f->list, &r));
	assert_string_equal(r.on_date, "2020-02-01");
	assert_int_equal(list_date(f->list), date_from_ymd(2020, 2, 1));
	assert_true(support_keys(&list_class, f->list, "d<^U>murks<Enter>") & SCREEN_BELL);
}

static void test_export_request(void **state)
{
	struct fixture *f = *state;
	struct screen_request r;
	serve(f, 500);
	keys(f, "/00<Enter>S");
	serve(f, 500);
	list_export_request(f->list, &r);
	assert_int_equal(r.limit, 0);
	assert_string_equal(r.filter, "00");
	assert_true(r.descending);
	assert_null(r.cursor_key);
}

static void test_pictures(void **state)
{
	struct fixture *f = *state;
	static const struct {
		int rows, cols;
	} sizes[] = { { 24, 80 }, { 40, 120 }, { 5, 20 } };
	serve(f, 598);
	keys(f, "<Down><Space><Down>");
	for (size_t i = 0; i < COUNT(sizes); i++) {
		support_view(&list_class, f->list, sizes[i].rows, sizes[i].cols, "list");
		serve(f, 598);
	}
	keys(f, "/0003");
	serve(f, 598);
	support_view(&list_class, f->list, 24, 80, "list_filter");
	keys(f, "<Enter>o");
	support_view(&list_class, f->list, 24, 80, "list_columns");
	support_view(&list_class, f->list, 5, 20, "list_columns");
}

/* No size and no key may break it. */
static void test_any_size(void **state)
{
	struct fixture *f = *state;
	static const char *const scripts[] = { "<Down>", "/x", "<Esc>", "o", "<Down><Space>", "<Enter>", "f", "<Esc>", "d",
					       "<Esc>", "<End>", "<Right>", "<PgUp>", "<Left>" };
	serve(f, 700);
	for (int rows = 1; rows <= 200; rows += rows < 10 ? 1 : 47)
		for (int cols = 1; cols <= 500; cols += cols < 30 ? 3 : 117) {
			struct canvas *c = canvas_new(rows, cols);
			list_resize(f->list, rows, cols);
			for (size_t i = 0; i < COUNT(scripts); i++) {
				keys(f, scripts[i]);
				serve(f, 700);
				list_draw(f->list, c, canvas_area(c));
			}
			canvas_free(&c);
		}
	assert_non_null(list_key(f->list));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(test_first_window),	TEST(test_moves_through_everything),
		TEST(test_end_and_home),	TEST(test_old_answers_are_dropped),
		TEST(test_filter_as_typed),	TEST(test_sort),
		TEST(test_descending_window),	TEST(test_reload_keeps_the_row),
		TEST(test_failure_is_not_the_end), TEST(test_marks),
		TEST(test_row_keys_need_a_row), TEST(test_keys_wait_in_order),
		TEST(test_columns),		TEST(test_setting_round_trip),
		TEST(test_saved_filters),	TEST(test_reference_date),
		TEST(test_rehearsal),
		TEST(test_count_waits),
		TEST(test_count_has_an_end),		TEST(test_waiting_keys_are_dropped),
		TEST(test_export_request),	TEST(test_pictures),
		TEST(test_any_size),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
