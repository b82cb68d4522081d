/*
 * The record of a meeting on the screen: minutes, excerpts, overview, history,
 * in either part; written to files from here, and signed.
 *
 * It shows the sitting of an open meeting table as it is at this moment, or
 * one read from the server.
 */
#ifndef APP_RECORD_H
#define APP_RECORD_H

#include "app/app.h"
#include "domain/minutes.h"

enum record_document { RECORD_MINUTES, RECORD_EXCERPTS, RECORD_OVERVIEW, RECORD_HISTORY };

/* "minutes", "excerpts", "overview", "history"; NULL is minutes. */
bool record_document_parse(const char *name, enum record_document *document);

/* The document of a sitting; the caller clears it. item: SITTING_NONE for all. */
void record_build(const struct sitting *s, enum record_document document, size_t item, const struct minutes_options *o,
                  struct doc *doc);

/*
 * A meeting that was held has a ledger; without one this account may not read
 * it, and its minutes would be untrue: false and err.
 */
bool record_is_readable(const struct sitting *s, struct err *err);

struct record;

/* Opens the record of a meeting as the top view. */
void record_open(struct app *a, int64_t meeting_id, enum record_document document);

/* Chosen by key: another document, another part, a file, the signature. */
void record_show(struct record *r, enum record_document document);
void record_part(struct record *r, enum minutes_part part);
void record_write(struct record *r, const char *format);
void record_sign(struct record *r);

/* A second has passed: has the PDF been written? */
void record_tick(struct record *r);

#endif
