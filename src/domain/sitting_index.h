/* Finds an event by its id: an open hash of places in a list of events. Part of sitting.c. */
#ifndef DOMAIN_SITTING_INDEX_H
#define DOMAIN_SITTING_INDEX_H

#include "base/id.h"

#include <stddef.h>

struct sitting_index;

struct sitting_index *sitting_index_new(void);
void sitting_index_free(struct sitting_index **index);

/* The id must stay where it is; a second place for the same id is ignored. */
void sitting_index_add(struct sitting_index *index, const struct id *id, size_t place);

/* The place, or (size_t)-1. */
size_t sitting_index_find(const struct sitting_index *index, const struct id *id);

#endif
