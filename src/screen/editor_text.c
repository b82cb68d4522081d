/* The text of the editor: steps, rows, search. See editor_private.h. */
#include "screen/editor_private.h"

#include "base/mem.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* --- steps ----------------------------------------------------------------- */

static void clear_step(struct editor_step *step)
{
	str_clear(&step->removed);
	str_clear(&step->inserted);
}

static void cut_steps(struct editor *ed, size_t keep)
{
	for (size_t i = keep; i < ed->steps.len; i++)
		clear_step(vec_at(&ed->steps, i));
	vec_cut(&ed->steps, keep);
	if (ed->saved != EDITOR_NOWHERE && ed->saved > keep)
		ed->saved = EDITOR_NOWHERE;
}

void editor_forget_steps(struct editor *ed)
{
	cut_steps(ed, 0);
	ed->done = 0;
	ed->saved = 0;
	ed->open = false;
}

static void splice(struct editor *ed, size_t at, size_t cut, const char *bytes, size_t n)
{
	str_splice(&ed->text, at, cut, bytes, n);
	ed->cursor = at + n;
	ed->column = -1;
	editor_lay_out_change(ed, at, cut, n);
}

/* Typing letter by letter, or deleting so, is one step up to the next word. */
static bool join(struct editor *ed, size_t at, size_t cut, const char *bytes, size_t n)
{
	if (!ed->open || ed->done == 0 || ed->done == ed->saved)
		return false;
	struct editor_step *last = vec_at(&ed->steps, ed->done - 1);
	if (cut == 0 && last->removed.len == 0 && at == last->at + last->inserted.len && bytes[0] != ' ' &&
	    bytes[0] != '\n') {
		str_add_n(&last->inserted, bytes, n);
		return true;
	}
	if (n == 0 && last->inserted.len == 0 && at + cut == last->at) {
		str_splice(&last->removed, 0, 0, str_text(&ed->text) + at, cut);
		last->at = at;
		return true;
	}
	return false;
}

void editor_change(struct editor *ed, size_t at, size_t cut, const char *bytes, size_t n)
{
	if (cut == 0 && n == 0)
		return;
	cut_steps(ed, ed->done);
	if (!join(ed, at, cut, bytes, n)) {
		struct editor_step *step = vec_add(&ed->steps);
		step->at = at;
		str_add_n(&step->removed, str_text(&ed->text) + at, cut);
		str_add_n(&step->inserted, bytes, n);
		ed->done = ed->steps.len;
	}
	ed->open = true;
	splice(ed, at, cut, bytes, n);
}

bool editor_undo(struct editor *ed)
{
	if (ed->done == 0)
		return false;
	const struct editor_step *step = vec_at(&ed->steps, --ed->done);
	ed->open = false;
	splice(ed, step->at, step->inserted.len, str_text(&step->removed), step->removed.len);
	return true;
}

bool editor_redo(struct editor *ed)
{
	if (ed->done == ed->steps.len)
		return false;
	const struct editor_step *step = vec_at(&ed->steps, ed->done++);
	ed->open = false;
	splice(ed, step->at, step->removed.len, str_text(&step->inserted), step->inserted.len);
	return true;
}

/* --- what may be put in ---------------------------------------------------- */

static size_t characters(const char *s, size_t n)
{
	size_t count = 0;
	for (size_t at = 0; at < n; count++)
		at = text_next(s, n, at);
	return count;
}

static size_t runes(const char *s, size_t n)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		count += ((unsigned char)s[i] & 0xC0) != 0x80;
	return count;
}

/* Code points that may still come. Counted only where they may not fit: every key asks. */
static size_t runes_left(const struct editor *ed, size_t cut, size_t n)
{
	if (ed->text.len + n <= EDITOR_RUNES_MAX)
		return n;
	size_t have = runes(str_text(&ed->text), ed->text.len) - runes(str_text(&ed->text) + ed->cursor, cut);
	return have < EDITOR_RUNES_MAX ? EDITOR_RUNES_MAX - have : 0;
}

char *editor_allowed(const struct editor *ed, const char *text, size_t cut)
{
	struct str out = { 0 };
	size_t n = strlen(text), have = 0, left = runes_left(ed, cut, n);
	if (ed->length) {
		size_t gone = cut ? characters(str_text(&ed->text) + ed->cursor, cut) : 0;
		have = characters(str_text(&ed->text), ed->text.len) - gone;
	}
	for (size_t i = 0; i < n;) {
		char32_t rune;
		i += text_decode(text + i, n - i, &rune);
		if (rune == '\t')
			rune = ' ';
		if (rune != '\n' && text_is_control(rune))
			continue;
		bool character = text_rune_width(rune) > 0;
		if (left-- == 0 || (ed->length && character && have >= ed->length))
			break;
		have += character;
		str_add_rune(&out, rune);
	}
	return str_take(&out);
}

/* --- rows ------------------------------------------------------------------ */

/*
 * A row depends on nothing but the text from its start on. Therefore, when the
 * text is changed in one place, all rows stay that end well before it, and as
 * soon as a row begins again where one began before, behind the change, all
 * that follow stay too and only move.
 */

struct layout {
	const char *text;
	int width;
	size_t at;
	bool ended;
};

/* The next row; false: there are no more. A line has at least one, so has a text. */
static bool next_row(struct layout *l, struct editor_row *row)
{
	if (l->ended)
		return false;
	size_t skip, n = text_wrap(l->text + l->at, l->width, &skip);
	*row = (struct editor_row){ l->at, n };
	bool broken = l->text[l->at + n] == '\n';
	l->at += n + skip;
	/* A blank at which the row was cut was the last of its line. */
	if (!broken && l->text[l->at] == '\n') {
		l->at++;
		broken = true;
	}
	l->ended = !broken && l->text[l->at] == '\0';
	return true;
}

static struct layout layout_from(const struct editor *ed, size_t at)
{
	/* The cursor stands behind the last character. */
	return (struct layout){ .text = str_text(&ed->text), .width = ed->width > 1 ? ed->width - 1 : 1, .at = at };
}

void editor_lay_out(struct editor *ed)
{
	struct layout l = layout_from(ed, 0);
	struct editor_row row;
	vec_cut(&ed->rows, 0);
	while (next_row(&l, &row))
		vec_push(&ed->rows, &row);
}

static struct editor_row *row_at(const struct editor *ed, size_t i)
{
	return vec_at(&ed->rows, i);
}

/* The last row that begins at or before this place. */
static size_t row_of(const struct editor *ed, size_t at)
{
	size_t low = 0, high = ed->rows.len;
	while (low + 1 < high) {
		size_t middle = (low + high) / 2;
		if (row_at(ed, middle)->at <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* Behind the change of `cut` bytes to n the rows from `keep` on are as before, and move. */
static void join_rows(struct editor *ed, size_t first, const struct vec *fresh, size_t keep, size_t cut, size_t n)
{
	struct vec rest = VEC_OF(struct editor_row);
	for (size_t i = keep; i < ed->rows.len; i++)
		vec_push(&rest, row_at(ed, i));
	vec_cut(&ed->rows, first);
	for (size_t i = 0; i < fresh->len; i++)
		vec_push(&ed->rows, vec_at(fresh, i));
	for (size_t i = 0; i < rest.len; i++) {
		struct editor_row row = *(struct editor_row *)vec_at(&rest, i);
		row.at = row.at - cut + n;
		vec_push(&ed->rows, &row);
	}
	vec_clear(&rest);
}

void editor_lay_out_change(struct editor *ed, size_t at, size_t cut, size_t n)
{
	struct vec fresh = VEC_OF(struct editor_row);
	struct editor_row row;
	size_t first = row_of(ed, at), keep;
	/* What has become shorter may fit into the row before; the one before that has looked at its end. */
	for (int back = 0; back < 2 && first > 0 && str_text(&ed->text)[row_at(ed, first)->at - 1] != '\n'; back++)
		first--;
	struct layout l = layout_from(ed, row_at(ed, first)->at);
	for (keep = first; next_row(&l, &row);) {
		vec_push(&fresh, &row);
		while (keep < ed->rows.len && (row_at(ed, keep)->at <= at + cut || row_at(ed, keep)->at - cut + n < l.at))
			keep++;
		if (keep < ed->rows.len && !l.ended && row_at(ed, keep)->at - cut + n == l.at)
			break;
	}
	join_rows(ed, first, &fresh, l.ended ? ed->rows.len : keep, cut, n);
	vec_clear(&fresh);
}

size_t editor_cursor_row(const struct editor *ed)
{
	return row_of(ed, ed->cursor);
}

int editor_column_of(const struct editor *ed, size_t row, size_t at)
{
	const struct editor_row *r = vec_at(&ed->rows, row);
	return at > r->at ? text_width_n(str_text(&ed->text) + r->at, at - r->at) : 0;
}

size_t editor_offset_at(const struct editor *ed, size_t row, int column)
{
	const struct editor_row *r = vec_at(&ed->rows, row);
	const char *text = str_text(&ed->text) + r->at;
	size_t at = 0;
	while (at < r->len) {
		size_t next = text_next(text, r->len, at);
		if (text_width_n(text, next) > column)
			break;
		at = next;
	}
	return r->at + at;
}

/* --- search ---------------------------------------------------------------- */

/* The text folded rune by rune, with the place in the text of each byte of it. */
static void fold_with_places(const struct str *text, struct str *folded, struct vec *places)
{
	const char *s = str_text(text);
	for (size_t i = 0; i < text->len;) {
		char32_t rune;
		char bytes[TEXT_RUNE_MAX + 1] = "";
		size_t used = text_decode(s + i, text->len - i, &rune);
		bytes[text_encode(rune, bytes)] = '\0';
		char *one = text_fold(bytes);
		for (const char *c = one; *c; c++)
			vec_push(places, &i);
		str_add(folded, one);
		free(one);
		i += used;
	}
}

size_t editor_find(const struct editor *ed, const char *needle, size_t from)
{
	struct str folded = { 0 };
	struct vec places = VEC_OF(size_t);
	char *want = text_fold(needle);
	size_t found = EDITOR_NOWHERE;
	fold_with_places(&ed->text, &folded, &places);
	size_t start = 0;
	while (start < places.len && *(size_t *)vec_at(&places, start) < from)
		start++;
	if (*want) {
		const char *all = str_text(&folded);
		const char *hit = strstr(all + start, want);
		if (!hit)
			hit = strstr(all, want);
		if (hit)
			found = *(size_t *)vec_at(&places, (size_t)(hit - all));
	}
	free(want);
	str_clear(&folded);
	vec_clear(&places);
	return found;
}
