/*
 * A statute for the database: one JSON document whose keys are the columns of
 * the tables of statutes (sql/schema/90_fees.sql), read by api.load_statute.
 * Money is text with four places, periods and bands are texts of ranges.
 */
#ifndef DOMAIN_STATUTE_JSON_H
#define DOMAIN_STATUTE_JSON_H

#include "domain/statute.h"

/* file: the bytes it was read from, valid UTF-8. The statute must be without fault. */
void statute_to_json(const struct statute *s, const char *file, struct str *out);

#endif
