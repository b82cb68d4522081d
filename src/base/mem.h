/*
 * Memory that is always there: the functions end the program with one clear
 * line when there is none left, so callers never test for NULL.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* Like malloc, calloc, realloc and strdup; never NULL (size 0 gives one byte). */
void *mem_alloc(size_t size) __attribute__((malloc, returns_nonnull));
void *mem_zalloc(size_t count, size_t size) __attribute__((malloc, returns_nonnull));
void *mem_realloc(void *p, size_t count, size_t size) __attribute__((returns_nonnull));
char *mem_strdup(const char *s) __attribute__((malloc, nonnull, returns_nonnull));
char *mem_strndup(const char *s, size_t n) __attribute__((malloc, nonnull, returns_nonnull));

/* A copy of s, or NULL when s is NULL: for values that may be absent. */
char *mem_strdup_null(const char *s);

/* Frees *p and puts a copy of s (may be NULL) there. s may point into *p. */
void mem_replace(char **p, const char *s);

#endif
