/* Patterns (PCRE2, UTF-8): the only user of libpcre2 besides the importers of this folder. */
#ifndef EXCHANGE_PATTERN_H
#define EXCHANGE_PATTERN_H

#include "base/err.h"

#include <stdbool.h>

/* true when the pattern compiles; err says where it does not. */
bool pattern_is_valid(const char *pattern, struct err *err);

/* true when the whole text matches. A pattern that does not compile, or takes too long, matches nothing. */
bool pattern_matches(const char *pattern, const char *text);

#endif
