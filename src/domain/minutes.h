/*
 * Documents made from the ledger at any moment, also while the meeting runs:
 * minutes, excerpts, the overview of results and the history of the sentences.
 * Each initializes *doc; the caller clears it with doc_clear.
 */
#ifndef DOMAIN_MINUTES_H
#define DOMAIN_MINUTES_H

#include "document/doc.h"
#include "domain/sitting.h"

enum minutes_kind { MINUTES_BY_SETUP, MINUTES_RESULTS, MINUTES_COURSE, MINUTES_VERBATIM };

/*
 * The public part holds no byte of a non-public item: neither title, number,
 * text, count nor tasks, nor times of arrivals that name such an item.
 */
enum minutes_part { MINUTES_BOTH, MINUTES_PUBLIC, MINUTES_NONPUBLIC };

struct minutes_options {
	enum minutes_kind kind;
	enum minutes_part part;
	const char *minute_taker; /* name; NULL: a line without a name */
	bool draft;               /* says so under the title */
};

void minutes_build(const struct sitting *s, const struct minutes_options *options, struct doc *doc);

/* Beschlussauszug of one item: a view of the same record. */
void minutes_excerpt(const struct sitting *s, size_t item, const struct minutes_options *options, struct doc *doc);

/* All excerpts of the part in one document, each on its own page. */
void minutes_excerpts(const struct sitting *s, const struct minutes_options *options, struct doc *doc);

/* Ergebnisübersicht: one table, number, title, result. */
void minutes_overview(const struct sitting *s, const struct minutes_options *options, struct doc *doc);

/* Who wrote which sentence when: every wording of every text of an item (SITTING_NONE: all). */
void minutes_history(const struct sitting *s, size_t item, const struct minutes_options *options, struct doc *doc);

#endif
