/*
 * Parser of one screen file. A line is cut into words; the first names the
 * statement, found in the table `statements` with the kinds of screen it may
 * stand in. A statement with options (column, field, key) reads them through
 * a table of option words, each at most once. After a fault the rest of the
 * line is passed over and the next line is read, so that one run finds all.
 */
#include "screen/screen_parse.h"

#include "base/event.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/words.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define KEY_SAVE ('s' & 0x1F)
#define KEY_RESTORE ('z' & 0x1F)

struct parser {
	struct words words;    /* of the line */
	struct screen *screen; /* of the file */
	struct screen *target; /* the screen, or its section that is open */
	char *heading;         /* waits for its field */
	unsigned seen;         /* statements that may stand once, bit per row of the table */
};

static void set_text(char **to, const char *text)
{
	if (text)
		mem_replace(to, text);
}

/* --- statements ----------------------------------------------------------- */

static const char *const type_words[] = { "text", "number", "decimal", "date", "time", "moment", "bool", "pick", "memo", NULL };
static const char *const column_types[] = { "text", "number", "decimal", "date", "time", "moment", "bool", NULL };

static void parse_screen(struct parser *p)
{
	const char *name = words_name(&p->words, _("Name der Maske"));
	if (!name)
		return;
	size_t n = strlen(name);
	if (strncmp(p->words.file, name, n) != 0 || (p->words.file[n] != '\0' && strcmp(p->words.file + n, ".screen") != 0))
		words_fault(&p->words, _("die Maske „%s“ muss in der Datei %s.screen stehen"), name, name);
	set_text(&p->screen->name, name);
}

static void parse_kind(struct parser *p)
{
	static const char *const kinds[] = { "list", "form", "text", "table", "page", "keys", NULL };
	int i = words_one_of(&p->words, kinds);
	if (i >= 0)
		p->screen->kind = (enum screen_kind)(SCREEN_KIND_LIST + i);
}

static void parse_title(struct parser *p)
{
	set_text(&p->target->title, words_label(&p->words, _("Titel")));
}

static void parse_help(struct parser *p)
{
	const char *text = words_label(&p->words, _("Hilfetext"));
	if (!text)
		return;
	char *old = p->target->help;
	p->target->help = old ? str_format("%s\n%s", old, text) : mem_strdup(text);
	free(old);
}

static void parse_query(struct parser *p)
{
	set_text(&p->target->query, words_name(&p->words, _("Name der Abfrage")));
}

static void parse_save(struct parser *p)
{
	set_text(&p->target->save, words_name(&p->words, _("Name der Abfrage, die speichert")));
}

static void parse_delete(struct parser *p)
{
	set_text(&p->target->remove, words_name(&p->words, _("Name der Abfrage, die löscht")));
}

static void parse_form(struct parser *p)
{
	set_text(&p->target->form, words_name(&p->words, _("Name der Maske für eine Zeile")));
}

static void parse_keys(struct parser *p)
{
	set_text(&p->target->keys_from, words_name(&p->words, _("Name der Maske mit den Tasten")));
}

static void parse_head(struct parser *p)
{
	set_text(&p->target->head, words_label(&p->words, _("Kopfzeile")));
}

static void parse_foot(struct parser *p)
{
	set_text(&p->target->foot, words_label(&p->words, _("Fußzeile")));
}

static void parse_then(struct parser *p)
{
	set_text(&p->target->then, words_name(&p->words, _("Aktion nach dem Speichern")));
}

static void parse_again(struct parser *p)
{
	set_text(&p->target->again, words_name(&p->words, _("Feld, in dem die nächste Eingabe beginnt")));
}

static void parse_row_key(struct parser *p)
{
	set_text(&p->target->key_column, words_name(&p->words, _("Spalte, die eine Zeile bestimmt")));
}

/* What stands behind the kind of source; of a row several columns, the first that exists counts. */
static void read_source(struct parser *p, enum screen_source_kind from, struct str *what)
{
	const char *word = NULL;
	if (from == SCREEN_FROM_TEXT)
		word = words_quoted(&p->words, _("Wert des Parameters"));
	else if (from != SCREEN_FROM_DATE)
		word = words_name(&p->words, _("woher der Parameter kommt"));
	str_add(what, word ? word : "");
	while (from == SCREEN_FROM_ROW && words_peek(&p->words) && !p->words.failed) {
		word = words_name(&p->words, _("Spalte"));
		str_addf(what, " %s", word ? word : "");
	}
}

static void parse_param(struct parser *p)
{
	static const char *const from_word[] = { "from", NULL };
	static const char *const sources[] = { "row", "param", "text", "date", "session", NULL };
	const char *name = words_name(&p->words, _("Name des Parameters"));
	if (!name || words_one_of(&p->words, from_word) < 0)
		return;
	int from = words_one_of(&p->words, sources);
	if (from < 0)
		return;
	struct str what = { 0 };
	read_source(p, (enum screen_source_kind)from, &what);
	if (p->words.failed) {
		str_clear(&what);
		return;
	}
	for (size_t i = 0; i < p->screen->params.len; i++)
		if (str_equal(((struct screen_param *)vec_at(&p->screen->params, i))->name, name)) {
			words_fault(&p->words, _("der Parameter „%s“ steht schon in dieser Datei"), name);
			str_clear(&what);
			return;
		}
	struct screen_param *param = vec_add(&p->screen->params);
	param->name = mem_strdup(name);
	param->from = (enum screen_source_kind)from;
	param->what = from == SCREEN_FROM_DATE ? NULL : mem_strdup(str_text(&what));
	param->line = p->words.line;
	str_clear(&what);
}

/* VALUE "Label" VALUE "Label" ... to the end of the line. */
static void parse_choices(struct parser *p, struct vec *choices)
{
	*choices = (struct vec)VEC_OF(struct screen_choice);
	while (words_peek(&p->words) && !p->words.failed) {
		const char *value = words_next(&p->words)->text;
		const char *label = words_label(&p->words, _("Bezeichnung der Auswahl"));
		if (!label)
			return;
		struct screen_choice *c = vec_add(choices);
		c->value = mem_strdup(value);
		c->label = mem_strdup(label);
	}
	if (choices->len == 0 && !p->words.failed)
		words_fault(&p->words, _("nach choices fehlen Wert und Bezeichnung"));
}

static void column_option(struct parser *p, struct screen_column *c, int option)
{
	int i;
	switch (option) {
	case 0:
		words_number(&p->words, "width", &c->width);
		break;
	case 1:
		words_number(&p->words, "min", &c->min);
		break;
	case 2:
		c->right = true;
		break;
	case 3:
		c->hidden = true;
		break;
	case 4:
		i = words_one_of(&p->words, column_types);
		if (i >= 0)
			c->type = (enum screen_type)i;
		break;
	default:
		parse_choices(p, &c->choices);
		break;
	}
}

/* Half a date says nothing: only text shrinks by itself. */
static void set_widths(struct screen_column *c)
{
	if (c->width == 0)
		c->width = c->type == SCREEN_TYPE_DATE ? 10 : c->type == SCREEN_TYPE_MOMENT ? 16 : 12;
	if (c->min > c->width)
		c->min = c->width;
	if (c->min == 0)
		c->min = c->type == SCREEN_TYPE_TEXT && c->width > 8 ? 8 : c->width;
}

static void parse_column(struct parser *p)
{
	static const char *const options[] = { "width", "min", "right", "hidden", "type", "choices", NULL };
	const char *name = words_name(&p->words, _("Name der Spalte"));
	const char *label = name ? words_label(&p->words, _("Überschrift der Spalte")) : NULL;
	if (!label)
		return;
	if (screen_find_column(p->target, name)) {
		words_fault(&p->words, _("die Spalte „%s“ steht schon in dieser Liste"), name);
		return;
	}
	struct screen_column *c = vec_add(&p->target->columns);
	c->name = mem_strdup(name);
	c->label = mem_strdup(label);
	c->line = p->words.line;
	unsigned seen = 0;
	while (words_peek(&p->words) && !p->words.failed) {
		int option = words_option(&p->words, options, &seen);
		if (option >= 0)
			column_option(p, c, option);
	}
	set_widths(c);
}

static void parse_sort(struct parser *p)
{
	if (!words_peek(&p->words))
		words_fault(&p->words, _("hier fehlt eine Spalte, nach der sortiert wird"));
	while (words_peek(&p->words) && !p->words.failed) {
		if (strcmp(words_peek(&p->words)->text, "descending") == 0) {
			words_next(&p->words);
			p->target->descending = true;
			if (words_peek(&p->words))
				words_fault(&p->words, _("nach descending darf nichts stehen, hier steht „%s“"), words_peek(&p->words)->text);
			return;
		}
		const char *name = words_name(&p->words, _("Spalte"));
		if (!name)
			return;
		for (size_t i = 0; i < p->target->sorts.len; i++)
			if (str_equal(*(char **)vec_at(&p->target->sorts, i), name)) {
				words_fault(&p->words, _("„%s“ steht doppelt in dieser Zeile"), name);
				return;
			}
		char *copy = mem_strdup(name);
		vec_push(&p->target->sorts, &copy);
	}
}

enum field_option {
	FIELD_TYPE,
	FIELD_REQUIRED,
	FIELD_READONLY,
	FIELD_MIN,
	FIELD_MAX,
	FIELD_LENGTH,
	FIELD_ROWS,
	FIELD_PATTERN,
	FIELD_PICK,
	FIELD_SHOWS,
	FIELD_DEFAULT,
	FIELD_HELP,
	FIELD_CHOICES,
};

static const char *const field_options[] = {
	[FIELD_TYPE] = "type",       [FIELD_REQUIRED] = "required", [FIELD_READONLY] = "readonly",
	[FIELD_MIN] = "min",         [FIELD_MAX] = "max",           [FIELD_LENGTH] = "length",
	[FIELD_ROWS] = "rows",       [FIELD_PATTERN] = "pattern",   [FIELD_PICK] = "pick",
	[FIELD_SHOWS] = "shows",     [FIELD_DEFAULT] = "default",   [FIELD_HELP] = "help",
	[FIELD_CHOICES] = "choices", NULL,
};

/* A bound or default: any one word or string. */
static const char *read_value(struct parser *p, const char *what)
{
	const struct word *w = words_next(&p->words);
	if (!w)
		words_fault(&p->words, _("hier fehlt ein Wert: %s"), what);
	return w ? w->text : NULL;
}

static void field_option(struct parser *p, struct screen_field *f, enum field_option option)
{
	int i;
	switch (option) {
	case FIELD_TYPE:
		i = words_one_of(&p->words, type_words);
		if (i >= 0)
			f->type = (enum screen_type)i;
		break;
	case FIELD_REQUIRED:
		f->required = true;
		break;
	case FIELD_READONLY:
		f->readonly = true;
		break;
	case FIELD_MIN:
		set_text(&f->min, read_value(p, "min"));
		break;
	case FIELD_MAX:
		set_text(&f->max, read_value(p, "max"));
		break;
	case FIELD_LENGTH:
		words_number(&p->words, "length", &f->length);
		break;
	case FIELD_ROWS:
		words_number(&p->words, "rows", &f->rows);
		break;
	case FIELD_PATTERN:
		set_text(&f->pattern, words_quoted(&p->words, "pattern"));
		break;
	case FIELD_PICK:
		set_text(&f->pick, words_name(&p->words, _("Abfrage der Auswahlliste")));
		break;
	case FIELD_SHOWS:
		set_text(&f->shows, words_name(&p->words, _("Spalte mit der Bezeichnung")));
		break;
	case FIELD_DEFAULT:
		set_text(&f->preset, read_value(p, "default"));
		break;
	case FIELD_HELP:
		set_text(&f->help, words_label(&p->words, "help"));
		break;
	case FIELD_CHOICES:
		parse_choices(p, &f->choices);
		break;
	}
}

/* What the options of a field say must fit its type. */
static void check_field(struct parser *p, const struct screen_field *f)
{
	bool bounds = f->type == SCREEN_TYPE_NUMBER || f->type == SCREEN_TYPE_DECIMAL || f->type == SCREEN_TYPE_DATE;
	bool texts = f->type == SCREEN_TYPE_TEXT || f->type == SCREEN_TYPE_MEMO;
	if (f->type == SCREEN_TYPE_PICK && !f->pick && f->choices.len == 0)
		words_fault(&p->words, _("das Auswahlfeld „%s“ braucht pick oder choices"), f->name);
	if (f->pick && f->choices.len > 0)
		words_fault(&p->words, _("das Feld „%s“ hat pick und choices; nur eines ist erlaubt"), f->name);
	if (f->type != SCREEN_TYPE_PICK && (f->pick || f->shows))
		words_fault(&p->words, _("„pick“ und „shows“ gibt es nur bei type pick (Feld „%s“)"), f->name);
	if (f->type != SCREEN_TYPE_PICK && f->choices.len > 0)
		words_fault(&p->words, _("„choices“ gibt es nur bei type pick (Feld „%s“)"), f->name);
	if (!bounds && (f->min || f->max))
		words_fault(&p->words, _("„min“ und „max“ gibt es nur bei type number, decimal und date (Feld „%s“)"), f->name);
	if (!texts && (f->length || f->pattern))
		words_fault(&p->words, _("„length“ und „pattern“ gibt es nur bei type text und memo (Feld „%s“)"), f->name);
	if (f->type != SCREEN_TYPE_MEMO && f->rows)
		words_fault(&p->words, _("„rows“ gibt es nur bei type memo (Feld „%s“)"), f->name);
}

static void parse_field(struct parser *p)
{
	const char *name = words_name(&p->words, _("Name des Feldes"));
	const char *label = name ? words_label(&p->words, _("Bezeichnung des Feldes")) : NULL;
	if (!label)
		return;
	if (screen_find_field(p->screen, name)) {
		words_fault(&p->words, _("das Feld „%s“ steht schon in dieser Maske"), name);
		return;
	}
	struct screen_field *f = vec_add(&p->screen->fields);
	f->name = mem_strdup(name);
	f->label = mem_strdup(label);
	f->line = p->words.line;
	f->heading = p->heading;
	p->heading = NULL;
	unsigned seen = 0;
	while (words_peek(&p->words) && !p->words.failed) {
		int option = words_option(&p->words, field_options, &seen);
		if (option >= 0)
			field_option(p, f, (enum field_option)option);
	}
	if (!p->words.failed)
		check_field(p, f);
	if (f->type == SCREEN_TYPE_MEMO && f->rows == 0)
		f->rows = 4;
}

static void parse_heading(struct parser *p)
{
	const char *text = words_label(&p->words, _("Zwischenüberschrift"));
	if (text && p->heading)
		words_fault(&p->words, _("zwei Zwischenüberschriften ohne Feld dazwischen: „%s“"), text);
	set_text(&p->heading, text);
}

/* Keys that views of a kind need for moving about and typing cannot be bound. */
static bool key_is_taken(enum screen_kind kind, char32_t key)
{
	if (kind == SCREEN_KIND_FORM)
		return key < K_BASE ? key >= ' ' || key == K_TAB || key == K_ENTER || key == K_ESC || key == KEY_SAVE ||
					      key == KEY_RESTORE
				    : key < K_F1 || key == K_F1 + 1;
	if (kind == SCREEN_KIND_TABLE)
		return false;
	if (kind == SCREEN_KIND_PAGE && (key == K_TAB || key == K_BACKTAB))
		return true;
	return key >= K_UP && key <= K_PAGE_DOWN;
}

static char32_t read_key(struct parser *p)
{
	const struct word *w = words_next(&p->words);
	char32_t key = w && !w->quoted ? key_parse(w->text) : 0;
	if (!key)
		words_fault(&p->words, _("„%s“ ist keine Taste (erlaubt: ein Zeichen, ^A bis ^Z, F1 bis F12, Alt-x, Enter, Esc, Tab, "
			   "BackTab, Space, Up, Down, Left, Right, Home, End, PgUp, PgDn, Ins, Del, Backspace, C-Left, C-Right)"),
			w ? w->text : "");
	else if (key_is_taken(p->screen->kind, key))
		words_fault(&p->words, _("die Taste „%s“ gehört in einer Maske der Art %s der Bewegung und Eingabe"), w->text,
			screen_kind_name(p->screen->kind));
	return p->words.failed ? 0 : key;
}

static void parse_key(struct parser *p)
{
	static const char *const options[] = { "bar", "needs", NULL };
	static const char *const needs[] = { "row", NULL };
	char32_t code = read_key(p);
	const char *name = p->words.at > 1 ? ((struct word *)vec_at(&p->words.list, 1))->text : "";
	const char *action = code ? words_name(&p->words, _("Aktion")) : NULL;
	const char *label = action ? words_label(&p->words, _("Beschriftung der Taste")) : NULL;
	if (!label)
		return;
	const struct screen_key *old = screen_find_key(p->target, code);
	if (old) {
		words_fault(&p->words, _("die Taste „%s“ ist schon in Zeile %u an „%s“ vergeben"), name, old->line, old->action);
		return;
	}
	struct screen_key *k = vec_add(&p->target->keys);
	*k = (struct screen_key){ code, mem_strdup(name), mem_strdup(action), mem_strdup(label), false, false, p->words.line };
	unsigned seen = 0;
	while (words_peek(&p->words) && !p->words.failed) {
		int option = words_option(&p->words, options, &seen);
		if (option == 0)
			k->bar = true;
		else if (option == 1)
			k->needs_row = words_one_of(&p->words, needs) == 0;
	}
}

static void parse_section(struct parser *p)
{
	const char *name = words_name(&p->words, _("Name des Abschnitts"));
	const char *title = name ? words_label(&p->words, _("Titel des Abschnitts")) : NULL;
	if (!title)
		return;
	for (size_t i = 0; i < p->screen->sections.len; i++)
		if (str_equal((*(struct screen **)vec_at(&p->screen->sections, i))->name, name)) {
			words_fault(&p->words, _("der Abschnitt „%s“ steht schon in dieser Maske"), name);
			return;
		}
	struct screen *section = screen_new(p->words.file, p->words.line);
	section->kind = SCREEN_KIND_LIST;
	set_text(&section->name, name);
	set_text(&section->title, title);
	vec_push(&p->screen->sections, &section);
	p->target = section;
}

/* --- the table of statements ---------------------------------------------- */

#define IN(kind) (1U << SCREEN_KIND_##kind)
#define IN_ALL (IN(LIST) | IN(FORM) | IN(TEXT) | IN(TABLE) | IN(PAGE) | IN(KEYS))

struct statement {
	const char *word;
	void (*parse)(struct parser *p);
	unsigned kinds;  /* screens it may stand in */
	bool in_section; /* of a page: may stand in a section; else only before the first */
	bool once;       /* in a screen or section */
};

static const struct statement statements[] = {
	{ "screen", parse_screen, IN_ALL, false, true },
	{ "kind", parse_kind, IN_ALL, false, true },
	{ "title", parse_title, IN_ALL & ~IN(KEYS), false, true },
	{ "help", parse_help, IN_ALL, true, false },
	{ "query", parse_query, IN(LIST) | IN(FORM) | IN(TEXT) | IN(TABLE), true, true },
	{ "save", parse_save, IN(FORM), false, true },
	{ "delete", parse_delete, IN(FORM) | IN(LIST), true, true },
	{ "form", parse_form, IN(LIST), true, true },
	{ "keys", parse_keys, IN_ALL & ~IN(KEYS), false, true },
	{ "row_key", parse_row_key, IN(LIST) | IN(FORM), true, true },
	{ "head", parse_head, IN(LIST), true, true },
	{ "foot", parse_foot, IN(LIST), true, true },
	{ "again", parse_again, IN(FORM), false, true },
	{ "then", parse_then, IN(FORM), false, true },
	{ "param", parse_param, IN_ALL & ~IN(KEYS), false, false },
	{ "column", parse_column, IN(LIST), true, false },
	{ "sort", parse_sort, IN(LIST), true, true },
	{ "field", parse_field, IN(FORM), false, false },
	{ "heading", parse_heading, IN(FORM), false, false },
	{ "key", parse_key, IN_ALL, true, false },
	{ "section", parse_section, IN(PAGE), true, false },
};

#define STATEMENTS (sizeof(statements) / sizeof(*statements))

static bool is_allowed(const struct parser *p, const struct statement *s)
{
	if (p->target != p->screen)
		return s->in_section;
	return s->kinds & 1U << p->screen->kind;
}

static void unknown_statement(struct parser *p, const char *word)
{
	const char *allowed[STATEMENTS + 1] = { NULL };
	size_t n = 0;
	for (size_t i = 0; i < STATEMENTS; i++)
		if (is_allowed(p, &statements[i]) || p->screen->kind == SCREEN_KIND_NONE)
			allowed[n++] = statements[i].word;
	words_unknown(&p->words, word, allowed);
}

static const struct statement *find_statement(const struct word *w)
{
	for (size_t i = 0; i < STATEMENTS && !w->quoted; i++)
		if (strcmp(w->text, statements[i].word) == 0)
			return &statements[i];
	return NULL;
}

/* screen comes first, kind second: what follows depends on them. */
static bool check_order(struct parser *p, const struct statement *s)
{
	if (s->parse != parse_screen && !p->screen->name)
		words_fault(&p->words, _("zuerst muss „screen NAME“ stehen"));
	else if (s->parse != parse_screen && s->parse != parse_kind && p->screen->kind == SCREEN_KIND_NONE)
		words_fault(&p->words, _("vor „%s“ muss „kind“ stehen"), s->word);
	return !p->words.failed;
}

static void parse_statement(struct parser *p)
{
	const struct word *w = words_next(&p->words);
	const struct statement *s = find_statement(w);
	if (!s) {
		unknown_statement(p, w->text);
		return;
	}
	if (!check_order(p, s))
		return;
	bool first = s->parse == parse_screen || s->parse == parse_kind;
	if (!(first && p->target == p->screen) && !is_allowed(p, s)) {
		if (p->target != p->screen)
			words_fault(&p->words, _("„%s“ darf nicht in einem Abschnitt stehen"), s->word);
		else
			words_fault(&p->words, _("„%s“ gibt es nicht in einer Maske der Art %s"), s->word,
				screen_kind_name(p->screen->kind));
		return;
	}
	unsigned bit = 1U << (s - statements);
	if (s->once && p->seen & bit) {
		words_fault(&p->words, _("„%s“ steht doppelt"), s->word);
		return;
	}
	p->seen |= bit;
	s->parse(p);
	if (s->parse == parse_section && !p->words.failed)
		p->seen = 0;
	if (!p->words.failed && words_peek(&p->words))
		words_fault(&p->words, _("überzähliges Wort „%s“ am Ende der Zeile"), words_peek(&p->words)->text);
}

static void parse_line(struct parser *p, const char *s, size_t n)
{
	if (words_line(&p->words, s, n))
		parse_statement(p);
	words_clear(&p->words);
}

/* What must be there at the end of the file. */
static void check_complete(struct parser *p)
{
	const struct screen *s = p->screen;
	p->words.line = 0;
	if (!s->name)
		words_fault(&p->words, _("„screen NAME“ fehlt"));
	else if (s->kind == SCREEN_KIND_NONE)
		words_fault(&p->words, _("„kind“ fehlt"));
	else if (s->kind != SCREEN_KIND_KEYS && !s->title)
		words_fault(&p->words, _("„title“ fehlt"));
	if (p->heading)
		words_fault(&p->words, _("nach der Zwischenüberschrift „%s“ fehlt ein Feld"), p->heading);
	if (s->kind == SCREEN_KIND_FORM && s->fields.len == 0)
		words_fault(&p->words, _("eine Maske der Art form braucht ein Feld"));
	if (s->kind == SCREEN_KIND_PAGE && s->sections.len == 0)
		words_fault(&p->words, _("eine Maske der Art page braucht einen Abschnitt („section“)"));
	if (s->kind == SCREEN_KIND_LIST && (!s->query || s->columns.len == 0 || s->sorts.len == 0))
		words_fault(&p->words, _("eine Liste braucht „query“, „sort“ und eine „column“"));
	for (size_t i = 0; i < s->sections.len; i++) {
		const struct screen *section = *(struct screen **)vec_at(&s->sections, i);
		p->words.line = section->line;
		if (!section->query || section->columns.len == 0 || section->sorts.len == 0)
			words_fault(&p->words, _("der Abschnitt „%s“ braucht „query“, „sort“ und eine „column“"), section->name);
	}
}

void screen_parse(struct screen_set *set, const struct source *source)
{
	struct parser p = { .words = WORDS_OF(&set->faults, source->name) };
	p.screen = p.target = screen_new(source->name, 1);
	for (const char *s = source->text; *s;) {
		size_t n = strcspn(s, "\n");
		parse_line(&p, s, n);
		s += n + (s[n] == '\n');
	}
	check_complete(&p);
	free(p.heading);
	vec_push(&set->screens, &p.screen);
}
