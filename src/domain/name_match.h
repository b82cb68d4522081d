/*
 * Finding a person by what is typed at the table: the beginning of the family
 * name (with or without its particle), of the given name, the abbreviation or
 * the seat number. Umlauts and case do not matter.
 */
#ifndef DOMAIN_NAME_MATCH_H
#define DOMAIN_NAME_MATCH_H

#include "base/str.h"
#include "domain/setup.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NAME_MATCH_MAX 9

struct name_match {
	size_t count; /* of persons, at most NAME_MATCH_MAX */
	bool more;    /* there are others still */
	const struct setup_person *persons[NAME_MATCH_MAX]; /* best first */
};

/*
 * A full abbreviation or seat number, and a full family name, beat beginnings.
 * `accept` (may be NULL) narrows the choice, e.g. to those who are present.
 */
void name_match_find(const struct setup *setup, const char *text,
    bool (*accept)(const struct setup_person *person, void *data), void *data, struct name_match *out);

/*
 * Splits "kra 1842" or "kra 18:42" into name and moment. *name (cleared by the
 * caller) gets the rest; *at keeps its value when no time is typed. The time is
 * the one nearest to the meeting: six hours before its start and later on the
 * same day, else the day after. A number that stands alone is a seat.
 */
void name_match_split(const char *text, int64_t starts_at, struct str *name, int64_t *at);

#endif
