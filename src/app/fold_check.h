/*
 * The two homes of a running meeting against each other: the fold of the
 * program (domain/sitting.h) and the projections of the database, both from
 * the same ledger.
 */
#ifndef APP_FOLD_CHECK_H
#define APP_FOLD_CHECK_H

#include "base/rowset.h"
#include "base/str.h"
#include "domain/sitting.h"

#include <stddef.h>

/*
 * Compares a sitting with the rows of the query check_facts. Appends one line
 * per difference to out: "fold", what and its key, what each side says, tabs
 * between. Returns how many there are; 0: both agree.
 */
size_t fold_check(const struct sitting *s, const struct rowset *facts, struct str *out);

#endif
