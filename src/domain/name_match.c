/* See name_match.h. */
#include "domain/name_match.h"

#include "base/date.h"
#include "base/mem.h"
#include "base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define BEFORE_START (INT64_C(6) * 3600 * 1000000) /* see name_match_split */

/* How well a text fits; 0: not at all. */
enum { SCORE_NONE, SCORE_INNER, SCORE_GIVEN, SCORE_ABBREVIATION, SCORE_FAMILY, SCORE_FULL };

static bool starts(const char *text, const char *with, size_t n)
{
	return strncmp(text, with, n) == 0;
}

/* Does any word of the text behind the first begin so? Words end at blanks and hyphens. */
static bool inner_word(const char *text, const char *with, size_t n)
{
	for (const char *s = text; (s = strpbrk(s, " -"));) {
		s++;
		if (starts(s, with, n))
			return true;
	}
	return false;
}

/* 'von Sommer' is found by 'som' as well as by 'von s'. */
static int score_family(const char *family, const char *wanted, size_t n)
{
	if (strcmp(family, wanted) == 0)
		return SCORE_FULL;
	if (starts(family, wanted, n))
		return SCORE_FAMILY;
	const char *word = strrchr(family, ' ');
	if (word && strcmp(word + 1, wanted) == 0)
		return SCORE_FULL;
	if (word && starts(word + 1, wanted, n))
		return SCORE_FAMILY;
	return inner_word(family, wanted, n) ? SCORE_INNER : SCORE_NONE;
}

/* The given names stand behind the comma in 'Sommer, Ina'. "ina s" finds her too. */
static int score_given(const char *name, const char *family, const char *wanted, size_t n)
{
	const char *given = strchr(name, ',');
	if (!given)
		return SCORE_NONE;
	given++;
	given += strspn(given, " ");
	if (starts(given, wanted, n))
		return SCORE_GIVEN;
	size_t len = strcspn(given, " ");
	if (n > len && starts(given, wanted, len) && wanted[len] == ' ')
		return score_family(family, wanted + len + 1, n - len - 1) ? SCORE_GIVEN : SCORE_NONE;
	return inner_word(given, wanted, n) ? SCORE_INNER : SCORE_NONE;
}

static int score(const struct setup_person *p, const char *wanted)
{
	size_t n = strlen(wanted);
	if (strspn(wanted, "0123456789") == n)
		return p->seat && n <= 4 && atoi(wanted) == p->seat ? SCORE_FULL : SCORE_NONE;
	char *family = text_fold(p->family_name), *name = text_fold(p->name), *short_name = text_fold(p->abbreviation);
	int best = score_family(family, wanted, n), given = score_given(name, family, wanted, n);
	if (given > best)
		best = given;
	if (starts(name, wanted, n) && best < SCORE_FAMILY)
		best = SCORE_FAMILY;
	if (starts(short_name, wanted, n) && best < SCORE_ABBREVIATION)
		best = SCORE_ABBREVIATION;
	if (strcmp(short_name, wanted) == 0)
		best = SCORE_FULL;
	free(family);
	free(name);
	free(short_name);
	return best;
}

struct found {
	const struct setup_person *person;
	int score;
	size_t place;
};

static int by_score(const void *a, const void *b)
{
	const struct found *fa = a, *fb = b;
	if (fa->score != fb->score)
		return fb->score - fa->score;
	return fa->place < fb->place ? -1 : 1;
}

static bool known(const struct vec *found, const struct setup_person *p)
{
	for (size_t i = 0; i < found->len; i++)
		if (((struct found *)vec_at(found, i))->person->person_id == p->person_id)
			return true;
	return false;
}

static void collect(const struct setup *setup, const char *wanted, bool (*accept)(const struct setup_person *, void *), void *data,
    struct vec *found)
{
	for (size_t i = 0; i < setup->roster.len; i++) {
		const struct setup_person *p = vec_at(&setup->roster, i);
		if ((accept && !accept(p, data)) || known(found, p))
			continue;
		int s = score(p, wanted);
		if (s)
			vec_push(found, &(struct found){ p, s, i });
	}
}

void name_match_find(const struct setup *setup, const char *text, bool (*accept)(const struct setup_person *person, void *data),
    void *data, struct name_match *out)
{
	*out = (struct name_match){ 0 };
	struct vec found = VEC_OF(struct found);
	char *wanted = text_fold(text + strspn(text, " "));
	for (size_t n = strlen(wanted); n && wanted[n - 1] == ' ';)
		wanted[--n] = '\0';
	if (*wanted)
		collect(setup, wanted, accept, data, &found);
	free(wanted);
	if (found.len)
		qsort(found.data, found.len, found.size, by_score);
	/* Something typed in full leaves no choice among mere beginnings. */
	for (size_t i = 0; i < found.len; i++) {
		const struct found *f = vec_at(&found, i);
		bool beaten = f->score < SCORE_FULL && ((struct found *)vec_at(&found, 0))->score == SCORE_FULL;
		if (beaten)
			break;
		if (out->count == NAME_MATCH_MAX) {
			out->more = true;
			break;
		}
		out->persons[out->count++] = f->person;
	}
	vec_clear(&found);
}

void name_match_split(const char *text, int64_t starts_at, struct str *name, int64_t *at)
{
	size_t n = strlen(text);
	while (n && text[n - 1] == ' ')
		n--;
	size_t word = n;
	while (word && text[word - 1] != ' ')
		word--;
	int minutes;
	char *last = mem_strndup(text + word, n - word);
	bool timed = word > 0 && isdigit((unsigned char)*last) && time_parse(last, &minutes);
	free(last);
	size_t end = timed ? word : n;
	while (end && text[end - 1] == ' ')
		end--;
	size_t begin = strspn(text, " ");
	str_set(name, "");
	if (end > begin)
		str_add_n(name, text + begin, end - begin);
	if (!timed || starts_at == MOMENT_NONE)
		return;
	int32_t day = moment_date(starts_at);
	*at = moment_at(day, minutes / 60, minutes % 60, 0);
	if (*at < starts_at - BEFORE_START)
		*at = moment_at(day + 1, minutes / 60, minutes % 60, 0);
}
