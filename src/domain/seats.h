/*
 * Allocation of seats: Hare/Niemeyer (largest remainder), d'Hondt and
 * Sainte-Laguë/Schepers, in exact fractions. A tie for the last seats is
 * reported, never resolved.
 */
#ifndef DOMAIN_SEATS_H
#define DOMAIN_SEATS_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SEATS_LISTS_MAX 100
#define SEATS_MAX 1000

enum seats_method { SEATS_HARE, SEATS_DHONDT, SEATS_SAINTE_LAGUE };

struct seats_result {
	size_t lists;
	int32_t *seats; /* per list, without those to be drawn */
	int32_t drawn;  /* seats to be drawn by lot; 0: none */
	bool *in_lot;   /* per list */
};

/* "hare", "dhondt", "sainte-lague"; false for another. */
bool seats_method_parse(const char *text, enum seats_method *method);

/* false with err for impossible input. result is cleared by seats_result_clear. */
bool seats_allocate(enum seats_method method, int32_t seats, size_t lists, const int64_t *votes,
    struct seats_result *result, struct err *err);
void seats_result_clear(struct seats_result *result);

#endif
