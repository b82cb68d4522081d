/*
 * Writes JSON (RFC 8259) into a text, piece by piece; commas come by themselves.
 * Texts must be UTF-8. Money and days travel as texts, never as floats.
 *
 *     struct json j = JSON_INTO(&out);
 *     json_open(&j, NULL, '{');
 *     json_text(&j, "name", "fee");
 *     json_close(&j, '}');
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct json {
	struct str *out;
	bool comma; /* something stands before on this level */
};

#define JSON_INTO(out_) { out_, false }

/* '{' or '[' and what ends it. key: in an object; NULL in an array and outside. */
void json_open(struct json *j, const char *key, char bracket);
void json_close(struct json *j, char bracket);

void json_text(struct json *j, const char *key, const char *value); /* NULL: null */
void json_integer(struct json *j, const char *key, int64_t value);
void json_bool(struct json *j, const char *key, bool value);
void json_null(struct json *j, const char *key);

#endif
