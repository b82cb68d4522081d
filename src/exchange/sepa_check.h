/*
 * Any file that claims to be pain.001.001.09 or .03: by its schema (compiled in from xsd/)
 * and by our own rules, which find what the schema lets through. Nothing of the
 * file is trusted: a document type is refused before it can define anything,
 * nothing else is ever opened, neither here nor on the network.
 */
#ifndef EXCHANGE_SEPA_CHECK_H
#define EXCHANGE_SEPA_CHECK_H

#include "base/vec.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SEPA_BYTES_MAX (32 * 1024 * 1024)

/* What a file without faults orders. */
struct sepa_summary {
	size_t count;
	int64_t cents;
};

/*
 * Every fault with its line (struct fault, file `name`), at most some 200; true when there is none.
 * today (2026-11-22): no order for an earlier day. summary may be NULL.
 */
bool sepa_check(const char *bytes, size_t n, const char *name, const char *today, struct vec *faults,
                struct sepa_summary *summary);

#endif
