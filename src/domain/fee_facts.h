/*
 * Facts of the fee module as files have them (doc/fee-import.md): kinds, their
 * columns by German and English names, and values as people type them, made
 * into the one form that the database takes.
 */
#ifndef DOMAIN_FEE_FACTS_H
#define DOMAIN_FEE_FACTS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum fact_type {
	FACT_TEXT,   /* limit: characters */
	FACT_DAY,
	FACT_TIME,
	FACT_NUMBER, /* limit: largest whole part; places: behind the comma */
	FACT_CHOICE, /* words */
};

/* What may be written for a value: words separated by |, the first is shown in messages. */
struct fact_word {
	const char *value;
	const char *words;
};

struct fact_column {
	const char *key;   /* for the database */
	const char *names; /* of the header, separated by |, in small letters; the first is shown */
	enum fact_type type;
	bool required;
	long limit;
	int places;
	const struct fact_word *words; /* ends with a value of NULL */
	const char *absent;            /* value of an empty cell; NULL: none */
};

struct fact_kind {
	const char *name;
	const struct fact_column *columns; /* ends with a key of NULL */
};

extern const struct fact_kind fact_kinds[]; /* ends with a name of NULL */

const struct fact_kind *fact_find_kind(const char *name);

/* Index of the column that a header names, or -1. Capitals, blanks, _ and - do not matter. */
int fact_find_column(const struct fact_kind *kind, const char *header);

/* A cell that is not empty: its value into out, or false and what is wrong with it, for people. */
bool fact_value(const struct fact_column *c, const char *cell, struct str *out, struct str *fault);

/* The first name of a column, as a heading ("Person"). */
void fact_heading(const struct fact_column *c, struct str *out);

#endif
