/*
 * What went wrong, in three parts that a person can act on: what failed (one
 * line, lower case, no full stop), detail (what, where, which value), hint
 * (what to do). A function that can fail returns bool or an enum and fills the
 * struct err its caller hands in (NULL: the caller does not want to know).
 * A zeroed struct is 'no error'; err_clear gives the memory back.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

struct err {
	char code[6]; /* SQLSTATE of the server, or "" */
	char *what;   /* NULL: no error */
	char *detail; /* NULL: none */
	char *hint;   /* NULL: none */
	char *field;  /* column or field concerned, NULL: none */
};

/* Each sets one part; err_set forgets what stood there before. All return false, to be returned. */
bool err_set(struct err *e, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool err_detail(struct err *e, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool err_hint(struct err *e, const char *format, ...) __attribute__((format(printf, 2, 3)));

bool err_is_set(const struct err *e);
void err_clear(struct err *e);

/* Moves *from to *to (freeing what was there); from is clear afterwards. */
void err_move(struct err *to, struct err *from);

/* A copy of all parts over what was there. */
void err_copy(struct err *to, const struct err *from);

/* "ratstisch: what\n  detail\n  hint\n" on standard error. */
void err_print(const struct err *e);

#endif
