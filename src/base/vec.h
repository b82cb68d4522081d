/*
 * A growing array of equal elements. Declared with the element size:
 *     struct vec rows = VEC_OF(struct row);
 * Elements move when the array grows: hold indexes, not pointers.
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>

struct vec {
	void *data;
	size_t len;  /* elements in use */
	size_t cap;  /* elements allocated */
	size_t size; /* bytes of an element */
};

#define VEC_OF(type) { NULL, 0, 0, sizeof(type) }

/* Appends a zeroed element, or a copy of *element, and returns its address. */
void *vec_add(struct vec *v);
void *vec_push(struct vec *v, const void *element);

/* Makes room at index `at` (clipped to the length); the new element is zeroed. */
void *vec_insert(struct vec *v, size_t at);

/* The element at index i, which must be below len. */
void *vec_at(const struct vec *v, size_t i);

/* Removes the element at index i; what it owns is the caller's business. */
void vec_remove(struct vec *v, size_t i);

/* Shortens to len elements / frees the array. The elements' own memory is the caller's business. */
void vec_cut(struct vec *v, size_t len);
void vec_clear(struct vec *v);

#endif
