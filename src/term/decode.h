/*
 * Bytes from a terminal to keys: UTF-8, Alt (escape before a key), the usual
 * escape sequences, bracketed paste. Pure: no curses, no device; fuzzed.
 *
 * Feed bytes with decode_add, take events with decode_next until it returns
 * false. A lone escape byte is ambiguous until more bytes come or
 * decode_flush says that none will.
 */
#ifndef TERM_DECODE_H
#define TERM_DECODE_H

#include "base/event.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct decoder {
	struct str bytes; /* not yet decoded */
	struct str paste; /* of the paste that is coming in */
	bool pasting;
	bool flush; /* nothing more comes: what is there is decoded as it stands */
};

void decode_clear(struct decoder *d);
void decode_add(struct decoder *d, const char *bytes, size_t n);

/* The escape delay has passed. */
void decode_flush(struct decoder *d);

/* Bytes wait that could be the beginning of a sequence. */
bool decode_is_partial(const struct decoder *d);

/* The next event; false when there is none. The caller clears the event. */
bool decode_next(struct decoder *d, struct event *e);

#endif
