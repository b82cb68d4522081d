/* Writing to files and pipes: what the C library leaves to its callers. */
#ifndef BASE_IO_H
#define BASE_IO_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

/* Writes all n bytes, whatever interrupts; false and errno when it cannot. */
bool io_write_all(int fd, const char *bytes, size_t n);

/* What is said of a file that cannot be used, by errno: what went wrong, the file and why, what to do. False. */
bool io_fault(struct err *err, const char *what, const char *path);

#endif
