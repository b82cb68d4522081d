/* See id.h. */
#include "base/id.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

struct id id_new(void)
{
	uint8_t b[16];
	if (getrandom(b, sizeof(b), 0) != (ssize_t)sizeof(b)) {
		fputs("ratstisch: the system gives no random numbers\n", stderr);
		exit(70);
	}
	b[6] = (uint8_t)((b[6] & 0x0F) | 0x40);
	b[8] = (uint8_t)((b[8] & 0x3F) | 0x80);
	struct id id = { 0 };
	char *out = id.text;
	for (int i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			*out++ = '-';
		out += snprintf(out, 3, "%02x", b[i]);
	}
	return id;
}

bool id_parse(const char *s, struct id *id)
{
	id->text[0] = '\0';
	if (!s || !*s)
		return true;
	if (strlen(s) != 36)
		return false;
	char text[37];
	for (int i = 0; i < 36; i++) {
		bool dash = i == 8 || i == 13 || i == 18 || i == 23;
		unsigned char c = (unsigned char)s[i];
		if (dash ? c != '-' : !isxdigit(c))
			return false;
		text[i] = (char)tolower(c);
	}
	text[36] = '\0';
	memcpy(id->text, text, sizeof(text));
	return true;
}

bool id_is_set(const struct id *id)
{
	return id->text[0] != '\0';
}

bool id_equal(const struct id *a, const struct id *b)
{
	return strcmp(a->text, b->text) == 0;
}
