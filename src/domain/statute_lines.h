/*
 * A statute in words: parts (head, rates, caps, tax classes, rules), each with
 * lines of a term and what holds, whether the file says it or leaves it unsaid:
 * a statute that comes out of the database is worded as its file was. What is shown and what is compared is the
 * same, so that a difference is worded as the statute is.
 */
#ifndef DOMAIN_STATUTE_LINES_H
#define DOMAIN_STATUTE_LINES_H

#include "domain/statute.h"

struct statute_line {
	char *term; /* translated; once in a part */
	char *text;
};

enum statute_part_kind { STATUTE_PART_HEAD, STATUTE_PART_FUNCTION, STATUTE_PART_RATE, STATUTE_PART_CAP, STATUTE_PART_TAX, STATUTE_PART_RULE };

struct statute_part {
	enum statute_part_kind kind;
	char *name;       /* of the format; of the second and later periods of a rate with their number */
	char *label;
	struct vec lines; /* struct statute_line */
};

/* All parts of a statute in the order of the file, kind by kind, into a vec of struct statute_part. */
void statute_parts(const struct statute_set *set, const struct statute *s, struct vec *parts);
void statute_parts_clear(struct vec *parts);

/* What is the statute's own bound says nothing: DATE_NONE instead. */
void statute_own_period(const struct statute *s, int32_t *from, int32_t *until);

/* "vom 01.01.2024 bis 31.12.2024", "ab ...", "bis ..."; appended. */
void statute_add_period(int32_t from, int32_t until, struct str *out);

/* The upper end of a band: "bis 10.000", and for the last one "darüber"; appended. */
void statute_add_bound(int64_t to, struct str *out);

#endif
