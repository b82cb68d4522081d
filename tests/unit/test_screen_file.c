/* The loader of screen files: every fault is found, with file, line and allowed words; the rest stands. */
#include "screen_support.h"

#include "screen/screen_file.h"

static const char *const query_names[] = { "list_persons", "load_person", "save_person", "pick_group", NULL };
static const char *const list_columns[] = { "id", "name", "birth", NULL };
static const char *const form_columns[] = { "id", "version", "name", "group_id", "group_name", NULL };
static const char *const save_params[] = { "id", "version", "name", "body_id", NULL };
static const char *const list_params[] = { "on_date", NULL };
static const char *const load_params[] = { "id", NULL };
static const char *const pick_columns[] = { "id", "label", NULL };
static const char *const list_sorts[] = { "name", NULL };
static const char *const none[] = { NULL };
static const char *const action_names[] = { "open_row", "back", "help", NULL };
static const char *const session_names[] = { "account", NULL };

static const char *const *queries(void *context)
{
	(void)context;
	return query_names;
}

static const char *const *columns(void *context, const char *query)
{
	(void)context;
	return strcmp(query, "list_persons") == 0 ? list_columns : strcmp(query, "pick_group") == 0 ? pick_columns : form_columns;
}

static const char *const *params(void *context, const char *query)
{
	(void)context;
	if (strcmp(query, "list_persons") == 0)
		return list_params;
	if (strcmp(query, "load_person") == 0)
		return load_params;
	return strcmp(query, "save_person") == 0 ? save_params : none;
}

static const char *const *sorts(void *context, const char *query)
{
	(void)context;
	return strcmp(query, "list_persons") == 0 ? list_sorts : none;
}

static const char *const *actions(void *context)
{
	(void)context;
	return action_names;
}

static const char *const *session(void *context)
{
	(void)context;
	return session_names;
}

static bool pattern(void *context, const char *text)
{
	(void)context;
	return !strchr(text, '(');
}

static const struct screen_checks checks = { NULL, queries, columns, params, sorts, actions, session, pattern };

/* All faults of one file as text, one per line. */
static char *faults_of(const char *name, const char *text, const struct screen_checks *against)
{
	struct source source = { name, text };
	struct screen_set set = { 0 };
	struct str out = { 0 };
	bool ok = screen_set_load(&set, &source, 1, against);
	for (size_t i = 0; i < set.faults.len; i++) {
		char *fault = fault_text(vec_at(&set.faults, i));
		str_addf(&out, "%s\n", fault);
		free(fault);
	}
	assert_int_equal(ok, out.len == 0);
	screen_set_clear(&set);
	return str_take(&out);
}

static void assert_faults(const char *text, const struct screen_checks *against, const char *expected)
{
	char *faults = faults_of("a.screen", text, against);
	assert_string_equal(faults, expected);
	free(faults);
}

#define HEAD "screen a\nkind list\ntitle \"A\"\n"
#define LIST HEAD "query list_persons\nparam on_date from date\nsort name\ncolumn name \"Name\"\n"
#define FORM "screen a\nkind form\ntitle \"A\"\n"

static void test_right(void **state)
{
	(void)state;
	assert_faults(LIST "key Enter open_row \"Öffnen\" bar needs row\nkey ? help \"Hilfe\"\n", &checks, "");
	assert_faults("# nothing\n\n  \t\r\n" LIST, &checks, "");
	assert_faults(LIST "key \" back \"Zurück\"\nkey # back \"x\"\nkey ^X back \"y\"\n", &checks, "");
}

static void test_what_is_read(void **state)
{
	struct screen_set set;
	(void)state;
	const struct screen *s = support_screen(&set, "a",
		LIST "column birth \"Geb.\\\"x\\\\\" width 20 min 6 right hidden type date\n"
		     "key ö open_a \"\\d\\n\" needs row bar\n");
	const struct screen_column *c = screen_find_column(s, "birth");
	assert_string_equal(c->label, "Geb.\"x\\");
	assert_int_equal(c->width, 20);
	assert_int_equal(c->min, 6);
	assert_true(c->right && c->hidden);
	assert_int_equal(c->type, SCREEN_TYPE_DATE);
	const struct screen_key *k = screen_find_key(s, 0xF6);
	assert_string_equal(k->label, "\\d\n");
	assert_true(k->bar && k->needs_row);
	assert_ptr_equal(screen_find_action(s, "open_a"), k);
	screen_set_clear(&set);
}

static void test_words(void **state)
{
	(void)state;
	assert_faults("screen a\nkind lisst\ntitle \"A\"\n", NULL,
		"a.screen: „kind“ fehlt\n"
		"a.screen:2: unbekanntes Wort „lisst“ (erlaubt: list, form, text, table, page, keys)\n"
		"a.screen:3: vor „title“ muss „kind“ stehen\n");
	assert_faults(LIST "colum x \"X\"\n", NULL,
		"a.screen:8: unbekanntes Wort „colum“ (erlaubt: screen, kind, title, help, query, delete, form, keys, row_key, head, foot, "
		"param, column, sort, key)\n");
	assert_faults(LIST "column birth \"B\" widht 3\n", NULL,
		"a.screen:8: unbekanntes Wort „widht“ (erlaubt: width, min, right, hidden, type, choices)\n");
	assert_faults(LIST "column birth \"B\" type memo\n", NULL,
		"a.screen:8: unbekanntes Wort „memo“ (erlaubt: text, number, decimal, date, time, moment, bool)\n");
	assert_faults(LIST "title \"B\"\n", NULL, "a.screen:8: „title“ steht doppelt\n");
	assert_faults(LIST "column birth \"B\" right right\n", NULL, "a.screen:8: „right“ steht doppelt in dieser Zeile\n");
	assert_faults(LIST "column name \"B\"\n", NULL, "a.screen:8: die Spalte „name“ steht schon in dieser Liste\n");
	assert_faults(LIST "field x \"X\"\n", NULL, "a.screen:8: „field“ gibt es nicht in einer Maske der Art list\n");
	assert_faults(LIST "column birth \"B\" width 0\n", NULL,
		"a.screen:8: „0“ ist keine Zahl von 1 bis 100000 (width)\n");
	assert_faults(LIST "column Birth \"B\"\n", NULL,
		"a.screen:8: „Birth“ ist kein Name (Name der Spalte): erlaubt sind a-z, 0-9 und _, höchstens 63 Zeichen, zuerst ein "
		"Buchstabe\n");
	assert_faults(LIST "column birth B\n", NULL,
		"a.screen:8: „B“ steht, wo ein Text in Anführungszeichen erwartet wird (Überschrift der Spalte)\n");
	assert_faults(LIST "column birth \"B\nkey q\"x\" back \"B\"y\n", NULL,
		"a.screen:8: Zeichenkette „B“ ist nicht geschlossen (\" fehlt)\n"
		"a.screen:9: nach der Zeichenkette „B“ fehlt ein Leerzeichen\n");
	assert_faults(LIST "form b c\n", NULL,
		"a.screen:1: „form b“: eine Maske dieses Namens gibt es nicht\n"
		"a.screen:8: überzähliges Wort „c“ am Ende der Zeile\n");
}

static void test_completeness(void **state)
{
	(void)state;
	assert_faults("", NULL, "a.screen: „screen NAME“ fehlt\n");
	assert_faults("title \"A\"\n", NULL,
		"a.screen: „screen NAME“ fehlt\n"
		"a.screen:1: zuerst muss „screen NAME“ stehen\n");
	assert_faults("screen b\nkind text\ntitle \"x\"\n", NULL, "a.screen:1: die Maske „b“ muss in der Datei b.screen stehen\n");
	assert_faults(HEAD, NULL, "a.screen: eine Liste braucht „query“, „sort“ und eine „column“\n");
	assert_faults(FORM "heading \"H\"\n", NULL,
		"a.screen: eine Maske der Art form braucht ein Feld\n"
		"a.screen: nach der Zwischenüberschrift „H“ fehlt ein Feld\n");
	assert_faults("screen a\nkind page\ntitle \"A\"\nsection s \"S\"\n", NULL,
		"a.screen:4: der Abschnitt „s“ braucht „query“, „sort“ und eine „column“\n");
}

static void test_keys(void **state)
{
	(void)state;
	assert_faults(LIST "key x back \"X\"\nkey x help \"Y\"\n", NULL,
		"a.screen:9: die Taste „x“ ist schon in Zeile 8 an „back“ vergeben\n");
	assert_faults(LIST "key Down back \"X\"\n", NULL,
		"a.screen:8: die Taste „Down“ gehört in einer Maske der Art list der Bewegung und Eingabe\n");
	assert_faults(FORM "field name \"N\"\nkey x back \"X\"\n", NULL,
		"a.screen:5: die Taste „x“ gehört in einer Maske der Art form der Bewegung und Eingabe\n");
	assert_faults(FORM "field name \"N\"\nkey ^S back \"X\"\n", NULL,
		"a.screen:5: die Taste „^S“ gehört in einer Maske der Art form der Bewegung und Eingabe\n");
	assert_faults(LIST "key x fly \"X\"\nkey y open_nowhere \"Y\"\nkey z open_a \"Z\"\nkey F2 filter \"F\"\n", &checks,
		"a.screen:8: die Aktion „fly“ gibt es nicht (erlaubt: open_row, back, help)\n"
		"a.screen:9: die Aktion „open_nowhere“ gibt es nicht (erlaubt: open_row, back, help)\n");
	char *faults = faults_of("a.screen", LIST "key F13 back \"X\"\n", NULL);
	assert_non_null(strstr(faults, "a.screen:8: „F13“ ist keine Taste (erlaubt: ein Zeichen"));
	free(faults);
}

static void test_fields(void **state)
{
	(void)state;
	assert_faults(FORM "field a \"A\" type pick\nfield b \"B\" type date length 3\nfield c \"C\" min 3\nfield d \"D\" rows 3\n", NULL,
		"a.screen:4: das Auswahlfeld „a“ braucht pick oder choices\n"
		"a.screen:5: „length“ und „pattern“ gibt es nur bei type text und memo (Feld „b“)\n"
		"a.screen:6: „min“ und „max“ gibt es nur bei type number, decimal und date (Feld „c“)\n"
		"a.screen:7: „rows“ gibt es nur bei type memo (Feld „d“)\n");
	assert_faults(FORM "field a \"A\" type pick choices x\n", NULL,
		"a.screen:4: hier fehlt ein Text in Anführungszeichen: Bezeichnung der Auswahl\n");
}

static void test_outside(void **state)
{
	(void)state;
	assert_faults(HEAD "query list_person\nsort name\ncolumn name \"N\"\n", &checks,
		"a.screen:1: die Abfrage „list_person“ gibt es nicht (erlaubt: list_persons, load_person, save_person, pick_group)\n");
	assert_faults(HEAD "query list_persons\nsort name birth\ncolumn shoe \"N\"\nrow_key uuid\n", &checks,
		"a.screen:1: die Abfrage „list_persons“ braucht den Parameter „on_date“ („param on_date from ...“ fehlt)\n"
		"a.screen:1: die Sortierspalte „birth“ gibt es nicht (erlaubt: name)\n"
		"a.screen:1: die Spalte für row_key „uuid“ gibt es nicht (erlaubt: id, name, birth)\n"
		"a.screen:6: die Spalte „shoe“ gibt es nicht (erlaubt: id, name, birth)\n");
	assert_faults(FORM "query load_person\nsave save_person\nparam id from row id\nparam size from session shoe\n"
			   "field name \"N\" pattern \"(\"\nfield group_id \"G\" type pick pick pick_group shows name_of_group\n",
		&checks,
		"a.screen:1: die Abfrage „save_person“ braucht den Parameter „body_id“ („param body_id from ...“ fehlt)\n"
		"a.screen:7: den Parameter „size“ nimmt keine Abfrage dieser Maske\n"
		"a.screen:7: der Wert der Sitzung „shoe“ gibt es nicht (erlaubt: account)\n"
		"a.screen:8: das Muster „(“ ist kein gültiger Ausdruck\n"
		"a.screen:9: die Spalte der Auswahlliste „name“ gibt es nicht (erlaubt: id, label)\n"
		"a.screen:9: die Spalte „name_of_group“ gibt es nicht (erlaubt: id, version, name, group_id, group_name)\n");
}

/* Faults of all files in one run, in the order of files and lines. */
static void test_several_files(void **state)
{
	(void)state;
	const struct source sources[] = {
		{ "z.screen", "screen z\nkind text\nfoo\n" },
		{ "k.screen", "screen k\nkind keys\nkey x help \"Hilfe\"\nkey y back \"Zurück\"\n" },
		{ "a.screen", LIST "keys z\n" },
		{ "m.screen", "murks\n" },
		{ "m.screen", "screen m\nkind text\ntitle \"M\"\nkeys k\nkey y help \"Andere\"\n" },
	};
	struct screen_set set = { 0 };
	assert_false(screen_set_load(&set, sources, COUNT(sources), &checks));
	assert_int_equal(set.faults.len, 3);
	struct fault *f = vec_at(&set.faults, 0);
	assert_string_equal(f->file, "a.screen");
	f = vec_at(&set.faults, 1);
	assert_string_equal(f->file, "z.screen");
	assert_int_equal(f->line, 0);
	f = vec_at(&set.faults, 2);
	assert_int_equal(f->line, 3);
	/* The later m.screen took the place of the earlier, with the shared keys behind its own. */
	const struct screen *m = screen_set_find(&set, "m");
	assert_int_equal(m->keys.len, 2);
	assert_string_equal(screen_find_key(m, 'y')->action, "help");
	assert_string_equal(screen_find_key(m, 'x')->label, "Hilfe");
	screen_set_clear(&set);
}

static void test_noise(void **state)
{
	(void)state;
	char *faults = faults_of("a.screen", LIST "column birth \"\xff\"\n", NULL);
	assert_string_equal(faults, "a.screen:8: die Zeile ist kein gültiges UTF-8\n");
	free(faults);
	struct str longest = { 0 };
	str_add(&longest, LIST "help \"");
	for (int i = 0; i < 5000; i++)
		str_add(&longest, "x");
	str_add(&longest, "\"\n");
	faults = faults_of("a.screen", str_text(&longest), NULL);
	assert_string_equal(faults, "a.screen:8: die Zeile ist länger als 4000 Bytes\n");
	free(faults);
	str_clear(&longest);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_right),	      cmocka_unit_test(test_what_is_read), cmocka_unit_test(test_words),
		cmocka_unit_test(test_completeness), cmocka_unit_test(test_keys),	   cmocka_unit_test(test_fields),
		cmocka_unit_test(test_outside),      cmocka_unit_test(test_several_files), cmocka_unit_test(test_noise),
	};
	text_init();
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
