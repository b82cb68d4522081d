/* Forms: values, checks, picks, collisions, leaving, waiting, pictures. */
#include "screen_support.h"

#include "base/date.h"
#include "screen/form.h"
#include "screen/stack.h"

static const char person[] =
	"screen person\n"
	"kind form\n"
	"title \"Person\"\n"
	"query load_person\n"
	"save save_person\n"
	"heading \"Name\"\n"
	"field name \"Familienname\" required length 20\n"
	"field short \"Kürzel\" length 8 pattern \"^[a-z]+$\" help \"Nur Kleinbuchstaben.\"\n"
	"field seat \"Platz\" type number min 1 max 100\n"
	"field birth \"Geboren\" type date max heute\n"
	"field at \"Termin\" type moment\n"
	"field votes \"Stimmrecht\" type bool default ja\n"
	"field kind \"Art\" type pick choices a \"Alpha\" b \"Beta\" c \"Gamma\"\n"
	"field group_id \"Fraktion\" type pick pick pick_group shows group_name\n"
	"heading \"Mehr\"\n"
	"field note \"Bemerkung\" type memo rows 3 length 100\n"
	"field code \"Nummer\" readonly\n"
	"key F5 open_other \"Anderes\" bar needs row\n"
	"key F1 help \"Hilfe\" bar\n";

static const char *const columns[] = { "id",	"version", "name",     "short",	     "seat", "birth", "at",
				       "votes", "kind",	   "group_id", "group_name", "note", "code" };

struct fixture {
	struct screen_set set;
	struct form *form;
};

static bool match(void *context, const char *pattern, const char *text)
{
	(void)context;
	assert_string_equal(pattern, "^[a-z]+$");
	return strspn(text, "abcdefghijklmnopqrstuvwxyz") == strlen(text);
}

static const char *module(void *context, const char *abbreviation)
{
	(void)context;
	return strcmp(abbreviation, "mfg") == 0 ? "Mit freundlichen Grüßen" : NULL;
}

static struct rowset *stored(const char *version, const char *name, const char *seat, const char *note)
{
	struct rowset *rs = rowset_new(COUNT(columns), columns);
	rowset_add(rs, (const char *const[]){ "7", version, name, "sol", seat, "1970-02-03",
					      "2026-10-14 18:00:00+02", "t", "b", "3", "Grüne", note, "P-7" });
	return rs;
}

static int setup(void **state)
{
	struct fixture *f = mem_zalloc(1, sizeof(*f));
	struct form_hooks hooks = { .match = match, .module = module, .today = date_from_ymd(2026, 10, 14) };
	f->form = form_new(support_screen(&f->set, "person", person), &hooks);
	form_resize(f->form, 22, 80);
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;
	form_free(&f->form);
	screen_set_clear(&f->set);
	free(f);
	return 0;
}

static unsigned keys(struct fixture *f, const char *script)
{
	return support_keys(&form_class, f->form, script);
}

static void load(struct fixture *f)
{
	struct screen_request r;
	assert_true(form_take_request(f->form, &r));
	assert_string_equal(r.query, "load_person");
	assert_true(r.plain);
	struct rowset *rs = stored("4", "Sommer", "12", "eins\nzwei");
	assert_int_equal(form_feed(f->form, r.number, rs), SCREEN_HANDLED);
	rowset_free(&rs);
}

static void test_load_and_untouched(void **state)
{
	struct fixture *f = *state;
	load(f);
	assert_false(form_is_changed(f->form));
	assert_string_equal(form_param(f->form, "id"), "7");
	assert_string_equal(form_param(f->form, "version"), "4");
	assert_string_equal(form_param(f->form, "name"), "Sommer");
	/* A moment that nobody touched keeps its seconds and zone. */
	assert_true(keys(f, "<Tab><Tab><Tab><Tab><Tab><Tab><F2>") & SCREEN_SAVE);
	assert_string_equal(form_param(f->form, "at"), "2026-10-14 18:00:00+02");
	assert_null(form_param(f->form, "unknown"));
	assert_true(keys(f, "<Esc>") & SCREEN_CANCEL);
}

static void test_typing_and_saving(void **state)
{
	struct fixture *f = *state;
	load(f);
	assert_true(keys(f, "<End><Backspace><Backspace>ner<Tab><^U>win<Tab><^U>99<Tab><^U>gestern<Tab><Tab>n<F2>") & SCREEN_SAVE);
	assert_string_equal(form_param(f->form, "name"), "Sommner");
	assert_string_equal(form_param(f->form, "short"), "win");
	assert_string_equal(form_param(f->form, "seat"), "99");
	assert_string_equal(form_param(f->form, "birth"), "2026-10-13");
	assert_string_equal(form_param(f->form, "votes"), "f");
	assert_true(form_is_changed(f->form));
	struct rowset *rs = rowset_new(2, (const char *const[]){ "id", "version" });
	rowset_add(rs, (const char *const[]){ "7", "5" });
	form_saved(f->form, rs);
	rowset_free(&rs);
	assert_false(form_is_changed(f->form));
	assert_string_equal(form_param(f->form, "version"), "5");
	assert_true(keys(f, "<Esc>") & SCREEN_CANCEL);
}

static void assert_refused(struct fixture *f, const char *script, const char *text)
{
	unsigned result = keys(f, script);
	assert_true(result & SCREEN_BELL);
	assert_false(result & SCREEN_SAVE);
	struct canvas *c = canvas_new(24, 80);
	form_draw(f->form, c, canvas_area(c));
	char *picture = canvas_dump(c);
	if (!strstr(picture, text))
		fprintf(stderr, "%s\n", picture);
	assert_non_null(strstr(picture, text));
	free(picture);
	canvas_free(&c);
}

static void test_wrong_values(void **state)
{
	struct fixture *f = *state;
	load(f);
	assert_refused(f, "<^U><^K><F2>", "darf nicht leer sein");
	assert_refused(f, "Winter<Tab><^U>W3<F2>", "Nur Kleinbuchstaben.");
	assert_refused(f, "<^U>win<Tab><^U>101<F2>", "nur von 1 bis 100");
	assert_refused(f, "<^U>1x<F2>", "keine ganze Zahl");
	assert_refused(f, "<^U>1<Tab><^U>31.2.<F2>", "kein Datum");
	assert_refused(f, "<^U>+30000<F2>", "höchstens heute");
	assert_refused(f, "<^U><Tab><^U>14.10.2026<F2>", "Tag und Uhrzeit");
	assert_true(keys(f, "<^U>15 1830<F2>") & SCREEN_SAVE);
	assert_string_equal(form_param(f->form, "at"), "2026-10-15 18:30");
	assert_null(form_param(f->form, "birth"));
}

static void test_length_is_a_wall(void **state)
{
	struct fixture *f = *state;
	load(f);
	keys(f, "<^U><^K>aaaaaaaaaabbbbbbbbbbcccc<F2>");
	assert_string_equal(form_param(f->form, "name"), "aaaaaaaaaabbbbbbbbbb");
}

static void test_fixed_choices(void **state)
{
	struct fixture *f = *state;
	load(f);
	keys(f, "<Tab><Tab><Tab><Tab><Tab><Tab>gam<Enter>");
	assert_string_equal(form_param(f->form, "kind"), "c");
	keys(f, "<Up><Enter><Down><Enter>");
	assert_string_equal(form_param(f->form, "kind"), "b");
	keys(f, "<Up><Del>");
	assert_null(form_param(f->form, "kind"));
	keys(f, "<Enter>xyz<Enter><Esc>");
	assert_null(form_param(f->form, "kind"));
}

static struct rowset *groups(void)
{
	struct rowset *rs = rowset_new(2, (const char *const[]){ "id", "name" });
	rowset_add(rs, (const char *const[]){ "1", "CDU" });
	rowset_add(rs, (const char *const[]){ "2", "SPD" });
	return rs;
}

/* Enter typed before the rows are there waits, and so do the keys after it. */
static void test_pick_from_a_query(void **state)
{
	struct fixture *f = *state;
	struct screen_request r, old;
	load(f);
	keys(f, "<Tab><Tab><Tab><Tab><Tab><Tab><Tab>s");
	assert_true(form_take_request(f->form, &old));
	assert_string_equal(old.query, "pick_group");
	keys(f, "p");
	assert_true(form_take_request(f->form, &r));
	assert_string_equal(r.filter, "sp");
	struct rowset *rs = groups();
	assert_int_equal(form_feed(f->form, old.number, rs), SCREEN_IGNORED);
	keys(f, "<Enter>");
	assert_true(keys(f, "x") & SCREEN_WAIT);
	form_feed(f->form, r.number, rs);
	rowset_free(&rs);
	assert_string_equal(form_param(f->form, "group_id"), "1");
}

static void test_memo(void **state)
{
	struct fixture *f = *state;
	load(f);
	keys(f, "<BackTab>mfg<Tab>");
	assert_string_equal(form_param(f->form, "note"), "Mit freundlichen Grüßeneins\nzwei");
	keys(f, "<^Z><^Z>");
	assert_false(form_is_changed(f->form));
	/* Down leaves the memo in its last row, Tab where no module is meant; the read-only line behind it is passed over. */
	keys(f, "<Down><Down>");
	assert_true(keys(f, "<BackTab><^O>") & SCREEN_EDITOR);
	keys(f, "<Tab>");
	assert_true(keys(f, "<BackTab><^O>") & SCREEN_EDITOR);
	assert_string_equal(form_editor_text(f->form), "eins\nzwei");
	form_editor_replace(f->form, "von draußen");
	assert_string_equal(form_param(f->form, "note"), "von draußen");
}

static bool shows(struct fixture *f, const char *text)
{
	struct canvas *c = canvas_new(22, 80);
	form_draw(f->form, c, canvas_area(c));
	char *dump = canvas_dump(c);
	bool found = strstr(dump, text) != NULL;
	free(dump);
	canvas_free(&c);
	return found;
}

/* Faults of lines stay while they are mended, until the form is saved again. */
static void test_faults(void **state)
{
	struct fixture *f = *state;
	load(f);
	form_faults(f->form, "note", "Zeile 2: falsch\nZeile 7: auch", 2);
	assert_true(shows(f, "✗ Zeile 2: falsch"));
	assert_true(shows(f, "✗ Zeile 7: auch"));
	keys(f, "x<Up>y");
	assert_string_equal(form_param(f->form, "note"), "eyins\nxzwei");
	assert_true(shows(f, "✗ Zeile 7: auch"));
	assert_true(keys(f, "<F2>") & SCREEN_SAVE);
	assert_false(shows(f, "Zeile 7"));
	form_faults(f->form, "note", "a\nb\nc\nd\ne\nf\ng\nh", 99); /* a line that is not there: the last */
	assert_true(shows(f, "✗ e"));
	assert_true(shows(f, "und 3 weitere"));
	assert_false(shows(f, "✗ f"));
	for (int rows = 1; rows <= 30; rows++) {
		struct canvas *c = canvas_new(rows, 3 * rows);
		form_resize(f->form, rows, 3 * rows);
		form_draw(f->form, c, canvas_area(c));
		canvas_free(&c);
	}
	form_faults(f->form, "no_such_field", "nirgends", 1);
	assert_false(shows(f, "nirgends"));
}

static void test_new_row(void **state)
{
	struct fixture *f = *state;
	struct screen_request r;
	form_start(f->form, NULL);
	assert_false(form_take_request(f->form, &r));
	assert_true(form_is_new(f->form));
	assert_string_equal(form_param(f->form, "votes"), "t");
	assert_null(form_param(f->form, "id"));
	assert_true(keys(f, "<Esc>") & SCREEN_CANCEL);
	keys(f, "x");
	assert_int_equal(keys(f, "<Esc>"), SCREEN_HANDLED);
	assert_true(keys(f, "j") & SCREEN_CANCEL);
	assert_true(keys(f, "<F5>") & SCREEN_BELL); /* needs a row that is stored */
}

static void test_leaving_asks(void **state)
{
	struct fixture *f = *state;
	load(f);
	keys(f, "<End>x<Esc>");
	assert_int_equal(keys(f, "n"), SCREEN_HANDLED);
	keys(f, "<Esc>");
	assert_true(keys(f, "s") & SCREEN_SAVE);
	assert_string_equal(form_param(f->form, "name"), "Sommerx");
	keys(f, "<^Z>");
	assert_false(form_is_changed(f->form));
	assert_true(keys(f, "<F5>") & SCREEN_ACTION);
	assert_string_equal(form_action(f->form), "open_other");
}

static void test_keys_before_the_row_wait(void **state)
{
	struct fixture *f = *state;
	struct screen_request r;
	assert_true(keys(f, "x") & SCREEN_WAIT);
	assert_true(form_take_request(f->form, &r));
	assert_true(keys(f, "x") & SCREEN_WAIT);
	assert_true(keys(f, "<Esc>") & SCREEN_CANCEL);
	form_feed(f->form, r.number, NULL);
	assert_true(keys(f, "x") & SCREEN_BELL);
}

/* Mine, theirs and before: only what both changed is asked, nothing is lost. */
static void test_collision(void **state)
{
	struct fixture *f = *state;
	load(f);
	keys(f, "<^U><^K>Winter<BackTab>meine <F2>");
	struct rowset *rs = stored("9", "Herbst", "55", "eins\nzwei");
	form_collide(f->form, rs);
	rowset_free(&rs);
	assert_true(form_is_colliding(f->form));
	assert_string_equal(form_param(f->form, "version"), "9");
	assert_string_equal(form_param(f->form, "seat"), "55");		       /* only they changed it */
	assert_string_equal(form_param(f->form, "note"), "meine eins\nzwei"); /* only I did */
	support_view(&form_class, f->form, 24, 80, "form_collision");
	assert_refused(f, "<F2>", "wählen: m die eigene");
	keys(f, "t");
	assert_string_equal(form_param(f->form, "name"), "Herbst");
	keys(f, "m");
	assert_string_equal(form_param(f->form, "name"), "Winter");
	keys(f, "te<^U><^K>Winter-Herbst");
	assert_true(keys(f, "<F2>") & SCREEN_SAVE);
	assert_string_equal(form_param(f->form, "name"), "Winter-Herbst");
}

static void test_collision_without_question(void **state)
{
	struct fixture *f = *state;
	load(f);
	keys(f, "<^U><^K>Winter<F2>");
	struct rowset *rs = stored("9", "Sommer", "55", "neu");
	form_collide(f->form, rs);
	rowset_free(&rs);
	assert_false(form_is_colliding(f->form));
	assert_true(keys(f, "<F2>") & SCREEN_SAVE);
	assert_string_equal(form_param(f->form, "name"), "Winter");
	assert_string_equal(form_param(f->form, "note"), "neu");
	rs = rowset_new(COUNT(columns), columns);
	form_collide(f->form, rs); /* deleted meanwhile: what was typed stays */
	rowset_free(&rs);
	assert_string_equal(form_param(f->form, "name"), "Winter");
}

static void test_errors_of_the_server(void **state)
{
	struct fixture *f = *state;
	struct err e = { 0 };
	load(f);
	err_set(&e, "Platz ist vergeben");
	e.field = mem_strdup("seat");
	form_error(f->form, &e);
	support_view(&form_class, f->form, 24, 80, "form_error");
	mem_replace(&e.field, NULL);
	err_detail(&e, "Verbindung getrennt");
	form_error(f->form, &e);
	struct canvas *c = canvas_new(24, 80);
	form_draw(f->form, c, canvas_area(c));
	char *picture = canvas_dump(c);
	assert_non_null(strstr(picture, "Platz ist vergeben: Verbindung getrennt"));
	free(picture);
	canvas_free(&c);
	err_clear(&e);
	assert_string_equal(form_param(f->form, "name"), "Sommer");
}

static void test_gone(void **state)
{
	struct fixture *f = *state;
	struct rowset *rs = rowset_new(COUNT(columns), columns);
	form_load(f->form, rs);
	rowset_free(&rs);
	assert_true(form_is_new(f->form));
	assert_true(keys(f, "<Esc>") & SCREEN_CANCEL);
}

static void test_pictures(void **state)
{
	struct fixture *f = *state;
	load(f);
	support_view(&form_class, f->form, 24, 80, "form");
	support_view(&form_class, f->form, 40, 120, "form");
	support_view(&form_class, f->form, 5, 20, "form");
	keys(f, "<Tab><Tab><Tab><Tab><Tab><Tab><Enter>");
	support_view(&form_class, f->form, 24, 80, "form_pick");
	keys(f, "<Esc><Tab><Tab>lang ");
	support_view(&form_class, f->form, 5, 20, "form_memo");
	keys(f, "<Esc>");
	support_view(&form_class, f->form, 24, 80, "form_leave");
	keys(f, "<Esc>");
	form_faults(f->form, "note", "Zeile 1: eins\nZeile 2: zwei\ndrei\nvier\nfünf\nsechs\nsieben", 2);
	support_view(&form_class, f->form, 24, 80, "form_faults");
	support_view(&form_class, f->form, 5, 20, "form_faults");
}

static void test_any_size(void **state)
{
	struct fixture *f = *state;
	load(f);
	for (int rows = 1; rows <= 200; rows += rows < 12 ? 1 : 60)
		for (int cols = 1; cols <= 500; cols += cols < 30 ? 3 : 150) {
			struct canvas *c = canvas_new(rows, cols);
			form_resize(f->form, rows, cols);
			for (int i = 0; i < 11; i++) {
				keys(f, i % 2 ? "<Tab>" : "<Tab>q<Esc>n");
				form_draw(f->form, c, canvas_area(c));
			}
			canvas_free(&c);
		}
	assert_true(form_is_changed(f->form));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(test_load_and_untouched), TEST(test_typing_and_saving),
		TEST(test_wrong_values),       TEST(test_length_is_a_wall),
		TEST(test_fixed_choices),      TEST(test_pick_from_a_query),
		TEST(test_memo),	       TEST(test_new_row),
		TEST(test_leaving_asks),       TEST(test_keys_before_the_row_wait),
		TEST(test_collision),	       TEST(test_collision_without_question),
		TEST(test_errors_of_the_server), TEST(test_gone),
		TEST(test_pictures),	       TEST(test_any_size),
		TEST(test_faults),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
