/* The inside of a sitting: what the files sitting*.c share. Not for others. */
#ifndef DOMAIN_SITTING_FOLD_H
#define DOMAIN_SITTING_FOLD_H

#include "domain/sitting.h"

/* Lists and state as before the first event. */
void sitting_reset(struct sitting *s);
void sitting_free_state(struct sitting *s);

/* What this event changes. Lenient: nonsense changes nothing. */
void sitting_fold(struct sitting *s, const struct ledger_event *e);

/* People (sitting_room.c). */
void sitting_fold_room(struct sitting *s, const struct ledger_event *e);
void sitting_recount(struct sitting *s);
void sitting_leave_all(struct sitting *s, int64_t at);
void sitting_item_begins(struct sitting *s, size_t item);
void sitting_item_ends(struct sitting *s, size_t item, int64_t at);

/* What is decided, said and written (sitting_record.c). */
void sitting_fold_record(struct sitting *s, const struct ledger_event *e);

#endif
