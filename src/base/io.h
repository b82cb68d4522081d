/* Writing to files and pipes: what the C library leaves to its callers. */
#ifndef BASE_IO_H
#define BASE_IO_H

#include <stdbool.h>
#include <stddef.h>

/* Writes all n bytes, whatever interrupts; false and errno when it cannot. */
bool io_write_all(int fd, const char *bytes, size_t n);

#endif
