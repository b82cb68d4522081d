/*
 * Values as the database writes them (dates 2026-10-14, bool t and f, moments
 * as microseconds or ISO text) and as people read and type them.
 */
#ifndef SCREEN_VALUE_H
#define SCREEN_VALUE_H

#include "base/vec.h"
#include "screen/screen_file.h"

#include <stdbool.h>
#include <stdint.h>

/* For people, in German style; absent gives "". choices may be NULL. Caller frees. */
char *value_format(enum screen_type type, const struct vec *choices, const char *value);

/*
 * What was typed into the form of the database. true: *value is it (caller
 * frees), NULL when nothing was typed. false: *why says in one German
 * sentence what is wrong (static or translated text, not freed).
 */
bool value_parse(enum screen_type type, const char *typed, int32_t today, char **value, const char **why);

/* How many places a max with a comma leaves; -1: the value has no more, or there is no such bound. */
int value_places(enum screen_type type, const char *value, const char *max);

/* min and max as in the screen file; true when value lies between them (both inclusive). */
bool value_in_bounds(enum screen_type type, const char *value, const char *min, const char *max);

#endif
