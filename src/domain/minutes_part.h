/* The inside of minutes*.c: pieces that several documents share. Not for others. */
#ifndef DOMAIN_MINUTES_PART_H
#define DOMAIN_MINUTES_PART_H

#include "domain/minutes.h"

/* What the pieces need; `public_only` decides every line that could tell of a non-public item. */
struct minutes_context {
	const struct sitting *s;
	const struct minutes_options *options;
	enum minutes_kind kind; /* never MINUTES_BY_SETUP */
	bool public_only;
	struct doc *doc;
};

/* Who writes the minutes: as told, or who is on the roster with that duty; NULL: nobody known. */
const char *minutes_taker(const struct minutes_context *c);

/* The spoken name behind 'von' and 'für': "Herrn Krämer", "Frau Sommer". */
void minutes_add_person(const struct minutes_context *c, int64_t person_id, struct str *out);

/* before, "TOP 4", after; nothing at all for an item that this document may not name. */
void minutes_add_item_number(const struct minutes_context *c, size_t item, const char *before, const char *after, struct str *out);

/* Begins *doc with title and subtitle (part, draft). */
void minutes_begin(struct minutes_context *c, const struct sitting *s, const struct minutes_options *options, struct doc *doc,
    const char *title);

/* Does this document show the item? */
bool minutes_shows(const struct minutes_context *c, size_t item);

/* May an event without an item be told in this document: did it happen in a part it shows? */
bool minutes_shows_event(const struct minutes_context *c, const struct ledger_event *e);

/* The same for a text: every one of its wordings must be fit to be shown. */
bool minutes_shows_text(const struct minutes_context *c, const struct sitting_text *text);

/* "41. Sitzung", or the meeting's own name. */
void minutes_add_meeting_name(const struct minutes_context *c, struct str *out);

/* "TOP 9 Ausbau der Schulstraße" */
void minutes_add_item_name(const struct minutes_context *c, size_t item, struct str *out);

/* Place, times, chair: pairs (minutes.c); attendance (minutes_people.c); one item below its heading (minutes_item.c). */
void minutes_add_head(struct minutes_context *c);
void minutes_add_people(struct minutes_context *c);
void minutes_add_item(struct minutes_context *c, size_t item);

/* One line of a list of tasks. */
void minutes_add_task(struct doc *doc, const struct ledger_event *e);

/* "einstimmig angenommen" as a paragraph that begins with a strong label. */
void minutes_add_labelled(struct doc *doc, const char *label, const char *text);

#endif
