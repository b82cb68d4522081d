/*
 * Faults of files that people write (screens, statutes): each with file and
 * line. A loader goes on after a fault, so that one run names all of them.
 */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

#include "base/vec.h"

struct fault {
	char *file;
	unsigned line; /* 0: the file as a whole */
	char *text;
	unsigned see; /* another line that the text names, 0: none */
};

/* faults: a vec of struct fault. */
void fault_add(struct vec *faults, const char *file, unsigned line, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* The text of the last fault names this line too, as its last number. */
void fault_see(struct vec *faults, unsigned line);

/* "file:line: text", caller frees. What the file had in control characters is made visible. */
char *fault_text(const struct fault *fault);

/* By file, line, text. */
void faults_sort(struct vec *faults);

/* Frees the faults; the vec is empty and usable. */
void faults_clear(struct vec *faults);

#endif
