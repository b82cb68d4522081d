/*
 * Inside of the screen file loader: parsing (screen_parse.c, with the words of
 * a line from base/words.h) finds what is wrong in one file, checking
 * (screen_check.c) what does not fit together.
 */
#ifndef SCREEN_SCREEN_PARSE_H
#define SCREEN_SCREEN_PARSE_H

#include "base/source.h"
#include "screen/screen_file.h"

/* Parses one file into a new screen of the set; faults are added to the set. */
void screen_parse(struct screen_set *set, const struct source *source);

/* Takes over shared keys, then compares all screens with each other and with what exists outside. */
void screen_check(struct screen_set *set, const struct screen_checks *checks);

struct screen *screen_new(const char *file, unsigned line);

#endif
