/* See id_index.h. Linear probing; the table is at most half full. */
#include "base/id_index.h"

#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>

struct slot {
	struct id id; /* none: free */
	size_t place;
};

struct id_index {
	struct slot *slots;
	size_t size; /* a power of two */
	size_t used;
};

static size_t hash(const struct id *id)
{
	uint64_t h = UINT64_C(14695981039346656037); /* FNV-1a */
	for (const char *c = id->text; *c; c++)
		h = (h ^ (unsigned char)*c) * UINT64_C(1099511628211);
	return (size_t)(h ^ h >> 32);
}

struct id_index *id_index_new(void)
{
	struct id_index *index = mem_zalloc(1, sizeof(*index));
	index->size = 64;
	index->slots = mem_zalloc(index->size, sizeof(*index->slots));
	return index;
}

void id_index_free(struct id_index **index)
{
	if (*index)
		free((*index)->slots);
	free(*index);
	*index = NULL;
}

/* The slot of this id, or the free one where it belongs. */
static struct slot *slot_of(const struct id_index *index, const struct id *id)
{
	size_t mask = index->size - 1;
	size_t at = hash(id) & mask;
	while (id_is_set(&index->slots[at].id) && !id_equal(&index->slots[at].id, id))
		at = (at + 1) & mask;
	return &index->slots[at];
}

static void grow(struct id_index *index)
{
	struct slot *old = index->slots;
	size_t old_size = index->size;
	index->size *= 2;
	index->slots = mem_zalloc(index->size, sizeof(*index->slots));
	for (size_t i = 0; i < old_size; i++)
		if (id_is_set(&old[i].id))
			*slot_of(index, &old[i].id) = old[i];
	free(old);
}

void id_index_put(struct id_index *index, const struct id *id, size_t place)
{
	if (!id_is_set(id))
		return;
	if (index->used * 2 >= index->size)
		grow(index);
	struct slot *slot = slot_of(index, id);
	index->used += !id_is_set(&slot->id);
	*slot = (struct slot){ *id, place };
}

size_t id_index_find(const struct id_index *index, const struct id *id)
{
	const struct slot *slot = slot_of(index, id);
	return id_is_set(&slot->id) ? slot->place : (size_t)-1;
}
