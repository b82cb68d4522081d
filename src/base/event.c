/* See event.h. */
#include "base/event.h"

#include "base/text.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name;
	char32_t key;
} key_names[] = {
	{ "Enter", K_ENTER },
	{ "Esc", K_ESC },
	{ "Tab", K_TAB },
	{ "Space", ' ' },
	{ "Up", K_UP },
	{ "Down", K_DOWN },
	{ "Left", K_LEFT },
	{ "Right", K_RIGHT },
	{ "Home", K_HOME },
	{ "End", K_END },
	{ "PgUp", K_PAGE_UP },
	{ "PgDn", K_PAGE_DOWN },
	{ "Ins", K_INSERT },
	{ "Del", K_DELETE },
	{ "Backspace", K_BACKSPACE },
	{ "BackTab", K_BACKTAB },
	{ "C-Left", K_CTRL_LEFT },
	{ "C-Right", K_CTRL_RIGHT },
	{ "lt", '<' },
};

void event_clear(struct event *e)
{
	free(e->text);
	*e = (struct event){ 0 };
}

static char32_t parse_function_key(const char *name)
{
	char *end;
	long n = strtol(name + 1, &end, 10);
	return !*end && n >= 1 && n <= 12 ? (char32_t)(K_F1 + n - 1) : 0;
}

char32_t key_parse(const char *name)
{
	size_t n = strlen(name);
	char32_t rune;
	if (n == 0)
		return 0;
	if (text_decode(name, n, &rune) == n)
		return text_is_control(rune) ? 0 : rune;
	for (size_t i = 0; i < sizeof(key_names) / sizeof(*key_names); i++)
		if (strcmp(name, key_names[i].name) == 0)
			return key_names[i].key;
	if (name[0] == '^' && n == 2) {
		int c = toupper((unsigned char)name[1]);
		return c >= 'A' && c <= '_' ? (char32_t)(c & 0x1F) : 0;
	}
	if (name[0] == 'F' && isdigit((unsigned char)name[1]))
		return parse_function_key(name);
	if (strncmp(name, "Alt-", 4) == 0) {
		char32_t key = key_parse(name + 4);
		return key && !(key & K_ALT) ? key | K_ALT : 0;
	}
	return 0;
}

char *key_label(char32_t key, char out[16])
{
	char bare[16];
	if (key & K_ALT && key < K_ALT * 2) {
		snprintf(out, 16, "Alt-%.11s", key_label(key & ~(char32_t)K_ALT, bare));
		return out;
	}
	for (size_t i = 0; i < sizeof(key_names) / sizeof(*key_names) - 1; i++)
		if (key == key_names[i].key)
			return strcpy(out, key_names[i].name);
	if (key >= K_F1 && key <= K_F12)
		snprintf(out, 16, "F%d", (int)(key - K_F1) + 1);
	else if (key < 0x20)
		snprintf(out, 16, "^%c", (int)(key + '@'));
	else
		out[text_encode(text_visible(key), out)] = '\0';
	return out;
}

size_t key_script_next(const char *s, size_t n, char32_t *key)
{
	size_t at = 0;
	*key = 0;
	while (at < n && (s[at] == '\n' || s[at] == '\r'))
		at++;
	if (at == n)
		return 0;
	if (s[at] != '<')
		return at + text_decode(s + at, n - at, key);
	const char *close = memchr(s + at, '>', n - at);
	size_t len = close ? (size_t)(close - s) - at - 1 : 0;
	char name[32];
	if (!close || len >= sizeof(name))
		return at + 1;
	memcpy(name, s + at + 1, len);
	name[len] = '\0';
	*key = key_parse(name);
	return at + len + 2;
}
