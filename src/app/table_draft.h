/*
 * What stands half done at the meeting table: a roll call with its answers, the
 * cells of the groups, a text that is being written, a line at the bottom. It
 * is no event yet, but it was typed: the program keeps it beside the journal
 * once a second and when it ends, and the clerk who returns finds it.
 */
#ifndef APP_TABLE_DRAFT_H
#define APP_TABLE_DRAFT_H

#include "app/table.h"
#include "base/str.h"

#include <stddef.h>

/* Appends the draft; nothing when nothing is half done. */
void table_draft_write(const struct table *t, struct str *out);

/*
 * Puts a draft back, as far as the meeting has not gone on since: a roll call
 * of the item that is open still, a text that nobody changed meanwhile. What
 * does not fit any more is shown to be copied. Anything that is no draft is
 * ignored. n bytes; a message says what happened.
 */
void table_draft_read(struct table *t, const char *bytes, size_t n);

#endif
