/* Which municipality a subcommand is about. */
#ifndef APP_BODY_H
#define APP_BODY_H

#include "app/options.h"
#include "db/db.h"

/*
 * Its identifier as text: the one that --body names, else the only one. NULL and
 * err when there is none, or several of which none is named. Caller frees.
 */
char *body_pick(struct db *db, const struct options *o, struct err *err);

#endif
