/* See statute_edit.h. */
#include "app/statute_edit.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "document/text.h"
#include "domain/statute_json.h"

#include <stdlib.h>
#include <string.h>

#define WIDTH 76
#define BLANKS " \t\n"
#define NAME_CHARACTERS "abcdefghijklmnopqrstuvwxyz0123456789_"
#define NEW_RULE "rule"
#define WHOLE "whole"

static struct statute_piece *piece_at(const struct statute_edit *e, size_t i)
{
	return vec_at(&e->pieces, i);
}

static struct statute_piece *find_piece(const struct statute_edit *e, const char *part)
{
	for (size_t i = 0; i < e->pieces.len; i++)
		if (str_equal(piece_at(e, i)->part, part))
			return piece_at(e, i);
	return NULL;
}

static struct statute_piece *add_piece(struct statute_edit *e, const char *part, const char *version, const char *text)
{
	struct statute_piece piece = { mem_strdup_null(part), mem_strdup_null(version), mem_strdup(text), 0 };
	return vec_push(&e->pieces, &piece);
}

static void clear_pieces(struct statute_edit *e)
{
	for (size_t i = 0; i < e->pieces.len; i++) {
		struct statute_piece *p = piece_at(e, i);
		free(p->part);
		free(p->version);
		free(p->text);
	}
	vec_clear(&e->pieces);
}

/* One after the other with an empty line between them, as api.statute_text writes them. */
static void join(struct statute_edit *e, struct str *out)
{
	unsigned line = 1;
	for (size_t i = 0; i < e->pieces.len; i++) {
		struct statute_piece *p = piece_at(e, i);
		p->first = 0;
		if (!p->text[strspn(p->text, BLANKS)])
			continue;
		if (out->len > 0) {
			str_add_char(out, '\n');
			line++;
		}
		p->first = line;
		str_addf(out, "%s\n", p->text);
		for (const char *s = p->text; s; line++)
			s = (s = strchr(s, '\n')) ? s + 1 : NULL;
	}
}

void statute_edit_frame(struct statute_edit *e, const struct rowset *rows)
{
	struct str old = { 0 };
	e->pieces = (struct vec)VEC_OF(struct statute_piece);
	for (size_t i = 0; i < rows->rows; i++)
		add_piece(e, rowset_text(rows, i, "part"), rowset_text(rows, i, "version"), rowset_text(rows, i, "text"));
	e->name = mem_strdup(rowset_text(rows, 0, "name"));
	e->edition = mem_strdup(rowset_text(rows, 0, "edition"));
	e->seen = mem_strdup(rowset_text(rows, 0, "seen"));
	e->used = strcmp(rowset_text(rows, 0, "used"), "t") == 0;
	join(e, &old);
	e->old = str_take(&old);
}

const char *statute_edit_version(const struct statute_edit *e, const char *part)
{
	const struct statute_piece *p = find_piece(e, part);
	return strcmp(part, WHOLE) == 0 ? e->seen : p ? p->version : NULL;
}

/* What the text calls itself: the parser wants the file to be called the same. Caller frees. */
static char *said_name(const char *text, unsigned *line)
{
	static const char word[] = "statute";
	*line = 1;
	for (const char *s = text; s; (*line)++) {
		const char *at = s + strspn(s, " \t");
		if (strncmp(at, word, sizeof(word) - 1) == 0 && strchr(" \t", at[sizeof(word) - 1])) {
			at += sizeof(word) - 1;
			at += strspn(at, " \t");
			return mem_strndup(at, strspn(at, NAME_CHARACTERS));
		}
		s = (s = strchr(s, '\n')) ? s + 1 : NULL;
	}
	*line = 0;
	return mem_strdup("");
}

static void put_typed(struct statute_edit *e, const char *part, const char *typed)
{
	if (!e->name || strcmp(part, WHOLE) == 0) {
		clear_pieces(e);
		e->pieces = (struct vec)VEC_OF(struct statute_piece);
		add_piece(e, NULL, NULL, typed);
		return;
	}
	e->part = mem_strdup(part);
	struct statute_piece *p = strcmp(part, NEW_RULE) == 0 ? NULL : find_piece(e, part);
	if (!p)
		p = add_piece(e, part, NULL, "");
	mem_replace(&p->text, typed);
}

void statute_edit_read(struct statute_edit *e, const char *part, const char *typed)
{
	unsigned line;
	put_typed(e, part, typed);
	join(e, &e->text);
	char *name = said_name(str_text(&e->text), &line);
	e->file = str_format("%s.statute", name);
	statute_set_init(&e->set);
	statute_parse(&e->set, e->file, str_text(&e->text), e->text.len);
	if (e->name && line > 0 && strcmp(name, e->name) != 0)
		fault_add(&e->set.faults, e->file, line, _("der Name bleibt „%s“; unter anderem Namen ist es eine neue Satzung"), e->name);
	free(name);
}

static const struct statute *own(const struct statute_edit *e)
{
	return *(struct statute **)vec_at(&e->set.statutes, 0);
}

const char *statute_edit_based_on(const struct statute_edit *e)
{
	return own(e)->based_on;
}

void statute_edit_add(struct statute_edit *e, const char *name, const char *text)
{
	if (!statute_find(&e->set, name)) /* else it stands on itself: the checker says so */
		statute_parse_stored(&e->set, name, text);
}

bool statute_edit_check(struct statute_edit *e)
{
	return statute_check(&e->set, true);
}

/* --- faults -------------------------------------------------------------------- */

/* Where a part is called by another name than its statement. */
static char *part_words(const char *part)
{
	static const char *const words[][2] = {
		{ "statute", N_("Kopf und Wahl") }, { "function", N_("Funktionen") }, { "tax_class", N_("Steuerklassen") },
		{ "rate", N_("Sätze") }, { "cap", N_("Höchstgrenzen") },
	};
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(words[i][0], part) == 0)
			return mem_strdup(_(words[i][1]));
	return str_format(_("Regel %s"), part + strcspn(part, " ") + (strchr(part, ' ') ? 1 : 0));
}

/* The last piece that begins at or before the line. */
static const struct statute_piece *piece_of(const struct statute_edit *e, unsigned line)
{
	const struct statute_piece *found = NULL;
	for (size_t i = 0; i < e->pieces.len; i++)
		if (piece_at(e, i)->first > 0 && piece_at(e, i)->first <= line)
			found = piece_at(e, i);
	return found;
}

/* Is it the piece that was typed? */
static bool is_typed(const struct statute_edit *e, const struct statute_piece *p)
{
	return str_equal(p->part, e->part) || (!p->part && !e->part);
}

/* Its text, with the line that it names counted in the piece as well. Caller frees. */
static char *words_in(const struct fault *f, const struct statute_piece *p)
{
	char *number = str_format("%u", f->see), *last = NULL;
	for (char *s = f->text; f->see >= p->first && (s = strstr(s, number)); s++)
		last = s;
	char *words = last ? str_format("%.*s%u%s", (int)(last - f->text), f->text, f->see - p->first + 1, last + strlen(number))
			   : mem_strdup(f->text);
	free(number);
	return words;
}

/* Gives the line in what was typed; 0: it is not there. */
static unsigned add_fault(const struct statute_edit *e, const struct fault *f, struct str *out)
{
	const struct statute_piece *p = f->line > 0 ? piece_of(e, f->line) : NULL;
	unsigned line = p ? f->line - p->first + 1 : 0;
	if (out->len > 0)
		str_add_char(out, '\n');
	if (!p) {
		str_add(out, f->text);
		return 0;
	}
	char *words = words_in(f, p), *part = is_typed(e, p) ? NULL : part_words(p->part);
	if (part)
		str_addf(out, _("%s, Zeile %u: %s"), part, line, words);
	else
		str_addf(out, _("Zeile %u: %s"), line, words);
	line = part ? 0 : line;
	free(words);
	free(part);
	return line;
}

/* What is wrong in the text itself comes first, then what it stands on. */
unsigned statute_edit_faults(const struct statute_edit *e, struct str *out)
{
	unsigned first = 0;
	for (int bases = 0; bases < 2; bases++)
		for (size_t i = 0; i < e->set.faults.len; i++) {
			const struct fault *f = vec_at(&e->set.faults, i);
			if ((strcmp(f->file, e->file) != 0) != bases)
				continue;
			if (bases) {
				char *text = fault_text(f);
				str_addf(out, "%s%s", out->len > 0 ? "\n" : "", text);
				free(text);
				continue;
			}
			unsigned line = add_fault(e, f, out);
			first = first > 0 ? first : line;
		}
	return first;
}

/* --- what would be stored --------------------------------------------------------- */

bool statute_edit_is_changed(const struct statute_edit *e)
{
	return !e->old || strcmp(e->old, str_text(&e->text)) != 0;
}

/* Faults of what stands on the statute; of itself and below there are none by then. */
static void describe_tops(const struct statute_edit *e, struct str *out)
{
	if (e->set.faults.len > 0)
		str_addf(out, "\n# %s\n\n", _("Was auf ihr steht, hätte dann Fehler:"));
	for (size_t i = 0; i < e->set.faults.len; i++) {
		char *text = fault_text(vec_at(&e->set.faults, i));
		str_addf(out, "%s\n", text);
		free(text);
	}
}

static void describe_new(const struct statute_edit *e, struct str *out)
{
	struct doc doc;
	str_addf(out, "# %s\n\n", _("Eine neue Satzung, als Entwurf"));
	statute_describe(&e->set, own(e), &doc);
	document_write_text(&doc, WIDTH, out);
	doc_clear(&doc);
}

static void describe_change(const struct statute_edit *e, struct str *out)
{
	struct statute_set before;
	if (e->used)
		str_addf(out, _("# Nach Ausgabe %s ist schon abgerechnet: Gespeichert wird eine neue Ausgabe, als Entwurf.\n\n"), e->edition);
	else
		str_addf(out, _("# Ausgabe %s wird geändert.\n\n"), e->edition);
	statute_set_init(&before);
	statute_parse(&before, e->file, e->old, strlen(e->old));
	if (!statute_diff(&e->set, *(struct statute **)vec_at(&before.statutes, 0), own(e), out))
		str_add(out, _("Am Inhalt ändert sich nichts, nur an Reihenfolge oder Schreibweise.\n"));
	statute_set_clear(&before);
	describe_tops(e, out);
}

void statute_edit_describe(const struct statute_edit *e, struct str *out)
{
	if (e->name)
		describe_change(e, out);
	else
		describe_new(e, out);
}

void statute_edit_document(const struct statute_edit *e, struct str *out)
{
	statute_to_json(own(e), str_text(&e->text), out);
}

void statute_edit_clear(struct statute_edit *e)
{
	char *texts[] = { e->name, e->edition, e->seen, e->old, e->part, e->file };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		free(texts[i]);
	clear_pieces(e);
	str_clear(&e->text);
	if (e->file)
		statute_set_clear(&e->set);
	*e = (struct statute_edit){ 0 };
}
