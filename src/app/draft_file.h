/* The file of a draft, beside the journal of its meeting and as private as that. */
#ifndef APP_DRAFT_FILE_H
#define APP_DRAFT_FILE_H

#include "base/str.h"

/*
 * Replaces the draft: at every moment the old or the new one is there. An
 * empty text removes the file. Errors are silent: a draft is a help, and the
 * journal says it when the disk is full.
 */
void draft_file_write(const char *journal_path, const struct str *text);

/* The draft, "" when there is none. The caller clears it. */
void draft_file_read(const char *journal_path, struct str *text);

#endif
