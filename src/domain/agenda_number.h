/*
 * Numbers of agenda items: 2, 2.1, 2.1.3, with a letter (2a) where a town uses
 * them. Comparing, and giving new numbers after moving or removing an item.
 */
#ifndef DOMAIN_AGENDA_NUMBER_H
#define DOMAIN_AGENDA_NUMBER_H

#include "base/err.h"
#include "base/str.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stdint.h>

#define AGENDA_NUMBER_DEPTH 4

struct agenda_number {
	int depth; /* 1 to AGENDA_NUMBER_DEPTH */
	int32_t parts[AGENDA_NUMBER_DEPTH]; /* 1 or more */
};

bool agenda_number_parse(const char *text, struct agenda_number *number, struct err *err);
void agenda_number_format(const struct agenda_number *number, struct str *out);
int agenda_number_compare(const struct agenda_number *a, const struct agenda_number *b); /* <0, 0, >0 */

/* Any text: as numbers where both are, else by letters, so that 2 < 2a < 10. */
int agenda_number_compare_text(const char *a, const char *b);

/*
 * A list is a vec of struct agenda_number in order, whole: it begins with 1,
 * no number is missing. parse reads "1 2 2.1 2.2 3".
 */
bool agenda_list_parse(const char *text, struct vec *list, struct err *err);
void agenda_list_format(const struct vec *list, struct str *out);

/*
 * Moves item `from` (with its sub-items) so that it gets the number `to`; those
 * behind follow. Moving 2.3 to 3 in [1, 2, 2.1, 2.2, 2.3, 2.4, 3] gives
 * [1, 2, 2.1, 2.2, 2.3, 3, 4]. `origin` (may be NULL) is a vec of size_t that
 * gets, for each new place, the old place of the item now there.
 */
bool agenda_list_move(struct vec *list, const struct agenda_number *from, const struct agenda_number *to,
    struct vec *origin, struct err *err);

/* Removes an item; a master's first sub-item becomes the master. */
bool agenda_list_remove(struct vec *list, const struct agenda_number *number, struct vec *origin, struct err *err);

#endif
