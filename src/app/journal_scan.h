/* Journals of other meetings in which something waits: found when the program starts, so that nothing is forgotten. */
#ifndef APP_JOURNAL_SCAN_H
#define APP_JOURNAL_SCAN_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

/*
 * Looks through the journals of this database (see journal_open for the two
 * names). Returns in how many meetings events wait for delivery or decision;
 * the first of them and its number of events go to *meeting_id and *events.
 * Only files of the last SCAN_DAYS days are read: what waits longer is
 * found when its meeting is opened. err: one of them is damaged.
 */
#define SCAN_DAYS 60
size_t journal_scan(const char *directory, const char *database, int64_t *meeting_id, size_t *events, struct err *err);

#endif
