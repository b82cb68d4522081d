/* Finds things by their id: an open hash of places in a list that the caller keeps. */
#ifndef BASE_ID_INDEX_H
#define BASE_ID_INDEX_H

#include "base/id.h"

#include <stddef.h>

struct id_index;

struct id_index *id_index_new(void);
void id_index_free(struct id_index **index);

/* From now on the id stands at this place, wherever it stood before. An id that is none is not kept. */
void id_index_put(struct id_index *index, const struct id *id, size_t place);

/* The place, or (size_t)-1. */
size_t id_index_find(const struct id_index *index, const struct id *id);

#endif
