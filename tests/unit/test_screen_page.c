/* Pages: several lists, focus, keys of section and page, requests of all, small screens. */
#include "screen_support.h"

#include "screen/page.h"

static const char start[] = "screen start\nkind page\ntitle \"Start\"\n"
			    "key Enter open_row \"Allgemein\"\nkey q quit \"Ende\" bar\nkey / filter \"Filter\" bar\n"
			    "key w open_any \"Wohin\" needs row\nkey ^R reload \"Neu\"\n"
			    "section first \"Erste Liste\"\nquery list_a\nsort name\ncolumn name \"Name\" width 20\n"
			    "key Enter open_first \"Öffnen\" bar needs row\n"
			    "section second \"Zweite Liste\"\nquery list_b\nsort name\ncolumn name \"Name\" width 20\n"
			    "column birth \"Geboren\" type date\n";

struct fixture {
	struct screen_set set;
	struct page *page;
};

static int setup(void **state)
{
	struct fixture *f = mem_zalloc(1, sizeof(*f));
	f->page = page_new(support_screen(&f->set, "start", start));
	page_class.resize(f->page, 22, 80);
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;
	page_free(&f->page);
	screen_set_clear(&f->set);
	free(f);
	return 0;
}

/* The first list has ten rows, the second three hundred. */
static void serve(struct fixture *f)
{
	struct screen_request r;
	while (page_class.take_request(f->page, &r)) {
		struct rowset *rs = support_answer(&r, strcmp(r.query, "list_a") == 0 ? 10 : 300);
		page_class.feed(f->page, r.number, rs);
		rowset_free(&rs);
	}
}

static void test_requests_of_all(void **state)
{
	struct fixture *f = *state;
	struct screen_request a, b;
	assert_true(page_class.take_request(f->page, &a));
	assert_true(page_class.take_request(f->page, &b));
	assert_string_equal(a.query, "list_a");
	assert_string_equal(b.query, "list_b");
	assert_true(a.number != b.number);
	/* In whatever order the answers come. */
	struct rowset *rs = support_answer(&b, 300);
	page_class.feed(f->page, b.number, rs);
	rowset_free(&rs);
	assert_null(list_key(page_list(f->page)));
	rs = support_answer(&a, 10);
	page_class.feed(f->page, a.number, rs);
	rowset_free(&rs);
	assert_string_equal(list_key(page_list(f->page)), "1");
}

static void test_focus_and_keys(void **state)
{
	struct fixture *f = *state;
	assert_true(support_keys(&page_class, f->page, "w") & SCREEN_WAIT);
	serve(f);
	support_keys(&page_class, f->page, "<Down>");
	assert_true(support_keys(&page_class, f->page, "<Enter>") & SCREEN_ACTION);
	assert_string_equal(page_class.action(f->page), "open_first");
	assert_string_equal(page_class.value(f->page, "id"), "2");
	support_keys(&page_class, f->page, "<Tab><End>");
	serve(f);
	assert_true(support_keys(&page_class, f->page, "<Enter>") & SCREEN_ACTION);
	assert_string_equal(page_class.action(f->page), "open_row");
	assert_string_equal(page_class.value(f->page, "id"), "300");
	support_keys(&page_class, f->page, "/00042");
	serve(f);
	assert_string_equal(page_class.value(f->page, "id"), "42");
	assert_true(support_keys(&page_class, f->page, "<Enter>q") & SCREEN_ACTION);
	support_keys(&page_class, f->page, "<BackTab>");
	assert_string_equal(page_class.value(f->page, "id"), "2");
	support_keys(&page_class, f->page, "<^R>");
	serve(f);
	assert_string_equal(page_class.value(f->page, "id"), "2");
	assert_int_equal(support_keys(&page_class, f->page, "y"), SCREEN_IGNORED);
}

static void test_pictures(void **state)
{
	struct fixture *f = *state;
	serve(f);
	support_view(&page_class, f->page, 24, 80, "page");
	support_keys(&page_class, f->page, "<Tab>");
	serve(f);
	support_view(&page_class, f->page, 40, 120, "page");
	support_view(&page_class, f->page, 5, 20, "page");
	for (int rows = 1; rows < 60; rows += 7)
		for (int cols = 1; cols < 200; cols += 13) {
			struct canvas *c = canvas_new(rows, cols);
			page_class.resize(f->page, rows, cols);
			page_class.draw(f->page, c, canvas_area(c));
			canvas_free(&c);
		}
	assert_string_equal(page_class.value(f->page, "id"), "1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_requests_of_all, setup, teardown),
		cmocka_unit_test_setup_teardown(test_focus_and_keys, setup, teardown),
		cmocka_unit_test_setup_teardown(test_pictures, setup, teardown),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
