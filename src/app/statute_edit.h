/*
 * A statute as it is edited on the screen: its text, or one part of it, typed
 * anew and read with all the rest by the parser of files. Parts are those of
 * api.statute_parts: `statute` (the head), `function`, `tax_class`, `rate`,
 * `cap`, `rule NAME`; `rule` is one that is not there yet,
 * `whole` all of them.
 *
 * In this order: statute_edit_frame (not for a new statute), statute_edit_read,
 * statute_edit_add for what it stands on, statute_edit_check. A zeroed
 * struct is ready for the first of them.
 */
#ifndef APP_STATUTE_EDIT_H
#define APP_STATUTE_EDIT_H

#include "base/rowset.h"
#include "domain/statute.h"

#include <stdbool.h>

struct statute_piece {
	char *part, *version, *text;
	unsigned first; /* its first line in the whole; 0: it has none */
};

struct statute_edit {
	char *name;    /* of the statute that is changed; NULL: a new one */
	char *edition; /* its */
	char *seen;    /* version of its whole text */
	bool used;     /* a committed run has paid by it: the change makes a new edition */
	char *old;     /* its text */
	struct vec pieces;
	char *part;    /* that is typed; NULL: all of it */
	char *file;    /* what the parser takes it for */
	struct str text;
	struct statute_set set; /* the statute, then what it stands on, then what stands on it */
};

/* The rows of the query statute_frame. */
void statute_edit_frame(struct statute_edit *e, const struct rowset *rows);

/* Version of a part as it is stored; NULL: it is not there. */
const char *statute_edit_version(const struct statute_edit *e, const char *part);

/* Puts what was typed into its place and parses the whole. */
void statute_edit_read(struct statute_edit *e, const char *part, const char *typed);

/* NULL: it stands alone. */
const char *statute_edit_based_on(const struct statute_edit *e);

/*
 * Another statute to check it with: what it stands on and, after a check without fault, what stands on it. What would be wrong in
 * the latter does not keep anybody from storing, it is told by statute_edit_describe.
 */
void statute_edit_add(struct statute_edit *e, const char *name, const char *text);

/* True: without fault. */
bool statute_edit_check(struct statute_edit *e);

/* The faults, a line each, with their line in the part they are in. Gives the line of the first in what was typed, or 0. */
unsigned statute_edit_faults(const struct statute_edit *e, struct str *out);

/* Is the text another one than is stored? */
bool statute_edit_is_changed(const struct statute_edit *e);

/* What would be stored, for people: the difference, or all of a new statute. */
void statute_edit_describe(const struct statute_edit *e, struct str *out);

/* The document for api.load_statute. */
void statute_edit_document(const struct statute_edit *e, struct str *out);

void statute_edit_clear(struct statute_edit *e);

#endif
