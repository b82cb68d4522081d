/* See agenda_number.h. */
#include "domain/agenda_number.h"

#include "base/i18n.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define PART_MAX 9999

/* --- one number --- */

/* Reads a number at *s and moves *s behind it. */
static bool read_number(const char **s, struct agenda_number *number)
{
	*number = (struct agenda_number){ 0 };
	for (;;) {
		if (number->depth == AGENDA_NUMBER_DEPTH || !isdigit((unsigned char)**s))
			return false;
		int32_t part = 0;
		for (; isdigit((unsigned char)**s); ++*s) {
			part = part * 10 + (**s - '0');
			if (part > PART_MAX)
				return false;
		}
		if (!part)
			return false;
		number->parts[number->depth++] = part;
		if (**s != '.')
			return true;
		++*s;
	}
}

bool agenda_number_parse(const char *text, struct agenda_number *number, struct err *err)
{
	const char *s = text;
	if (read_number(&s, number) && !*s)
		return true;
	err_set(err, _("Nummer eines Tagesordnungspunktes ist nicht lesbar"));
	err_detail(err, "\"%.40s\"", text);
	return err_hint(err, _("Erwartet wird eine Nummer wie 2 oder 2.1."));
}

void agenda_number_format(const struct agenda_number *number, struct str *out)
{
	for (int i = 0; i < number->depth; i++)
		str_addf(out, i ? ".%d" : "%d", (int)number->parts[i]);
}

int agenda_number_compare(const struct agenda_number *a, const struct agenda_number *b)
{
	for (int i = 0; i < a->depth && i < b->depth; i++)
		if (a->parts[i] != b->parts[i])
			return a->parts[i] < b->parts[i] ? -1 : 1;
	return (a->depth > b->depth) - (a->depth < b->depth);
}

/* Digits by value, everything else byte by byte. */
int agenda_number_compare_text(const char *a, const char *b)
{
	while (*a && *b) {
		if (isdigit((unsigned char)*a) && isdigit((unsigned char)*b)) {
			while (*a == '0')
				a++;
			while (*b == '0')
				b++;
			size_t na = strspn(a, "0123456789"), nb = strspn(b, "0123456789");
			int order = na != nb ? (na < nb ? -1 : 1) : strncmp(a, b, na);
			if (order)
				return order;
			a += na;
			b += nb;
		} else if (*a != *b) {
			return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
		} else {
			a++;
			b++;
		}
	}
	return (*a != '\0') - (*b != '\0');
}

/* --- lists --- */

static struct agenda_number *at(const struct vec *list, size_t i)
{
	return vec_at(list, i);
}

/* May `next` follow `previous` (NULL: nothing) in a whole list? */
static bool follows(const struct agenda_number *previous, const struct agenda_number *next)
{
	if (!previous)
		return next->depth == 1 && next->parts[0] == 1;
	if (next->depth > previous->depth + 1)
		return false;
	int last = next->depth - 1;
	for (int i = 0; i < last; i++)
		if (next->parts[i] != previous->parts[i])
			return false;
	int32_t before = next->depth > previous->depth ? 0 : previous->parts[last];
	return next->parts[last] == before + 1;
}

bool agenda_list_parse(const char *text, struct vec *list, struct err *err)
{
	vec_cut(list, 0);
	const char *s = text;
	for (;;) {
		s += strspn(s, " ");
		if (!*s)
			return true;
		struct agenda_number number;
		bool ok = read_number(&s, &number) && (!*s || *s == ' ');
		if (!ok || !follows(list->len ? at(list, list->len - 1) : NULL, &number)) {
			err_set(err, _("Liste der Nummern ist nicht lückenlos"));
			err_detail(err, _("Fehler an der %zu. Nummer in \"%.80s\""), list->len + 1, text);
			return err_hint(err, _("Erwartet wird eine Folge wie \"1 2 2.1 2.2 3\"."));
		}
		vec_push(list, &number);
	}
}

void agenda_list_format(const struct vec *list, struct str *out)
{
	for (size_t i = 0; i < list->len; i++) {
		if (i)
			str_add_char(out, ' ');
		agenda_number_format(at(list, i), out);
	}
}

static size_t find(const struct vec *list, const struct agenda_number *number)
{
	size_t i = 0;
	while (i < list->len && agenda_number_compare(at(list, i), number) != 0)
		i++;
	return i;
}

static bool is_below(const struct agenda_number *number, const struct agenda_number *master)
{
	if (number->depth <= master->depth)
		return false;
	for (int i = 0; i < master->depth; i++)
		if (number->parts[i] != master->parts[i])
			return false;
	return true;
}

/* The end of the item at i with all below it. */
static size_t end_of(const struct vec *list, size_t i)
{
	size_t end = i + 1;
	while (end < list->len && is_below(at(list, end), at(list, i)))
		end++;
	return end;
}

/* Gives numbers without gaps to a list of depths. */
static void renumber(struct vec *list)
{
	struct agenda_number last = { 0 };
	for (size_t i = 0; i < list->len; i++) {
		struct agenda_number *number = at(list, i);
		int depth = number->depth > last.depth + 1 ? last.depth + 1 : number->depth;
		if (depth > last.depth)
			last.parts[depth - 1] = 0;
		last.depth = depth;
		last.parts[depth - 1]++;
		*number = last;
		for (int k = depth; k < AGENDA_NUMBER_DEPTH; k++)
			number->parts[k] = 0;
	}
}

static bool refuse(struct err *err, const char *what, const struct agenda_number *number)
{
	struct str s = { 0 };
	agenda_number_format(number, &s);
	err_set(err, "%s", what);
	err_detail(err, "%s", str_text(&s));
	str_clear(&s);
	return false;
}

static void fill_origin(struct vec *origin, size_t len)
{
	if (!origin)
		return;
	vec_cut(origin, 0);
	for (size_t i = 0; i < len; i++)
		vec_push(origin, &i);
}

/* Moves `count` elements from place `from` to place `to` (counted without them). */
static void move_block(struct vec *v, size_t from, size_t count, size_t to)
{
	struct vec block = { NULL, 0, 0, v->size };
	for (size_t i = 0; i < count; i++) {
		vec_push(&block, vec_at(v, from));
		vec_remove(v, from);
	}
	for (size_t i = 0; i < count; i++)
		memcpy(vec_insert(v, to + i), vec_at(&block, i), v->size);
	vec_clear(&block);
}

/*
 * Where a moved block gets the number `to` in the list without it: before the
 * item that has that number there, or behind the last one of its rank.
 * list->len + 1: that number cannot be reached without a gap.
 */
static size_t place_for(const struct vec *rest, const struct agenda_number *to)
{
	size_t place = find(rest, to);
	if (place < rest->len)
		return place;
	struct agenda_number before = *to;
	if (to->parts[to->depth - 1] > 1)
		before.parts[to->depth - 1]--;
	else
		before.depth--;
	if (before.depth == 0)
		return rest->len ? rest->len + 1 : 0;
	place = find(rest, &before);
	if (place == rest->len)
		return rest->len + 1;
	return to->depth > before.depth ? place + 1 : end_of(rest, place);
}

static bool check_move(const struct vec *list, const struct agenda_number *from, const struct agenda_number *to, struct err *err)
{
	size_t begin = find(list, from);
	if (begin == list->len)
		return refuse(err, _("diese Nummer gibt es nicht"), from);
	if (is_below(to, from))
		return refuse(err, _("ein Punkt kann nicht unter sich selbst verschoben werden"), to);
	int deepest = 0;
	for (size_t i = begin; i < end_of(list, begin); i++)
		if (at(list, i)->depth > deepest)
			deepest = at(list, i)->depth;
	if (deepest - from->depth + to->depth > AGENDA_NUMBER_DEPTH)
		return refuse(err, _("die Unterpunkte hätten zu viele Stellen"), to);
	return true;
}

bool agenda_list_move(struct vec *list, const struct agenda_number *from, const struct agenda_number *to, struct vec *origin,
    struct err *err)
{
	if (!check_move(list, from, to, err))
		return false;
	size_t begin = find(list, from), count = end_of(list, begin) - begin;
	/* The list as it will be without the block: there the new number is looked up. */
	struct vec rest = VEC_OF(struct agenda_number);
	for (size_t i = 0; i < list->len; i++)
		if (i < begin || i >= begin + count)
			vec_push(&rest, at(list, i));
	renumber(&rest);
	size_t place = place_for(&rest, to), len = rest.len;
	vec_clear(&rest);
	if (place > len)
		return refuse(err, _("diese Nummer ließe eine Lücke"), to);
	fill_origin(origin, list->len);
	for (size_t i = begin; i < begin + count; i++)
		at(list, i)->depth += to->depth - from->depth;
	move_block(list, begin, count, place);
	if (origin)
		move_block(origin, begin, count, place);
	renumber(list);
	return true;
}

bool agenda_list_remove(struct vec *list, const struct agenda_number *number, struct vec *origin, struct err *err)
{
	size_t i = find(list, number);
	if (i == list->len)
		return refuse(err, _("diese Nummer gibt es nicht"), number);
	fill_origin(origin, list->len);
	size_t end = end_of(list, i);
	int depth = at(list, i)->depth;
	/* The first sub-item takes the master's place; what was below it stays below it, its former siblings stay sub-items. */
	if (i + 1 < end) {
		size_t first_end = end_of(list, i + 1);
		at(list, i + 1)->depth = depth;
		for (size_t k = i + 2; k < first_end; k++)
			at(list, k)->depth--;
	}
	vec_remove(list, i);
	if (origin)
		vec_remove(origin, i);
	renumber(list);
	return true;
}
