/* See json.h. */
#include "base/json.h"

#include <string.h>

static void add_quoted(struct str *out, const char *text)
{
	str_add_char(out, '"');
	for (const char *s = text; *s; s++) {
		size_t plain = 0;
		while (s[plain] && (unsigned char)s[plain] >= 0x20 && s[plain] != '"' && s[plain] != '\\')
			plain++;
		str_add_n(out, s, plain);
		s += plain;
		if (!*s)
			break;
		if (*s == '"' || *s == '\\')
			str_addf(out, "\\%c", *s);
		else
			str_addf(out, "\\u%04x", (unsigned)(unsigned char)*s);
	}
	str_add_char(out, '"');
}

static void begin(struct json *j, const char *key)
{
	if (j->comma)
		str_add_char(j->out, ',');
	j->comma = true;
	if (key) {
		add_quoted(j->out, key);
		str_add_char(j->out, ':');
	}
}

void json_open(struct json *j, const char *key, char bracket)
{
	begin(j, key);
	str_add_char(j->out, bracket);
	j->comma = false;
}

void json_close(struct json *j, char bracket)
{
	str_add_char(j->out, bracket);
	j->comma = true;
}

void json_text(struct json *j, const char *key, const char *value)
{
	begin(j, key);
	if (value)
		add_quoted(j->out, value);
	else
		str_add(j->out, "null");
}

void json_integer(struct json *j, const char *key, int64_t value)
{
	begin(j, key);
	str_addf(j->out, "%lld", (long long)value);
}

void json_bool(struct json *j, const char *key, bool value)
{
	begin(j, key);
	str_add(j->out, value ? "true" : "false");
}

void json_null(struct json *j, const char *key)
{
	begin(j, key);
	str_add(j->out, "null");
}
