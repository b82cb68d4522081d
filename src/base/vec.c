/* See vec.h. */
#include "base/vec.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static char *slot(const struct vec *v, size_t i)
{
	return (char *)v->data + i * v->size;
}

void *vec_insert(struct vec *v, size_t at)
{
	if (at > v->len)
		at = v->len;
	if (v->len == v->cap) {
		v->cap = v->cap ? v->cap * 2 : 8;
		v->data = mem_realloc(v->data, v->cap, v->size);
	}
	memmove(slot(v, at + 1), slot(v, at), (v->len - at) * v->size);
	memset(slot(v, at), 0, v->size);
	v->len++;
	return slot(v, at);
}

void *vec_add(struct vec *v)
{
	return vec_insert(v, v->len);
}

void *vec_push(struct vec *v, const void *element)
{
	return memcpy(vec_add(v), element, v->size);
}

void *vec_at(const struct vec *v, size_t i)
{
	assert(i < v->len);
	return slot(v, i);
}

void vec_remove(struct vec *v, size_t i)
{
	assert(i < v->len);
	memmove(slot(v, i), slot(v, i + 1), (v->len - i - 1) * v->size);
	v->len--;
}

void vec_cut(struct vec *v, size_t len)
{
	if (len < v->len)
		v->len = len;
}

void vec_clear(struct vec *v)
{
	free(v->data);
	v->data = NULL;
	v->len = v->cap = 0;
}
