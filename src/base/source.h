/* Text files that are compiled into the program: screens, the schema, the demonstration. */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

struct source {
	const char *name; /* path below its directory; NULL ends a table */
	const char *text;
};

#endif
