/* Identifiers made by the client: random UUIDs (RFC 9562 version 4), kept as text. */
#ifndef BASE_ID_H
#define BASE_ID_H

#include <stdbool.h>

struct id {
	char text[37]; /* 36 lower-case characters, or "" for none */
};

/* A new random one; ends the program if the system has no randomness. */
struct id id_new(void);

/* Parses 36 characters, either case; false (and *id none) for anything else. NULL and "" give true and none. */
bool id_parse(const char *s, struct id *id);

bool id_is_set(const struct id *id);
bool id_equal(const struct id *a, const struct id *b);

#endif
