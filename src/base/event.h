/*
 * What the loop hands to a screen: a key, pasted text, a new size. Keys are
 * Unicode code points; keys without one have numbers above Unicode.
 */
#ifndef BASE_EVENT_H
#define BASE_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <uchar.h>

enum {
	K_ENTER = 13,
	K_ESC = 27,
	K_TAB = 9,
	K_BASE = 0x200000,
	K_UP = K_BASE,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PAGE_UP,
	K_PAGE_DOWN,
	K_INSERT,
	K_DELETE,
	K_BACKSPACE,
	K_BACKTAB,
	K_CTRL_LEFT,
	K_CTRL_RIGHT,
	K_F1, /* F1 .. F12 follow one another */
	K_F12 = K_F1 + 11,
	K_ALT = 0x400000, /* added to a key pressed with Alt */
};

enum event_type {
	EVENT_NONE,
	EVENT_KEY,
	EVENT_PASTE,  /* text: what was pasted; owned by the event */
	EVENT_RESIZE, /* the canvas has its new size */
	EVENT_TICK,   /* a second has passed */
};

struct event {
	enum event_type type;
	char32_t key;
	char *text;
};

void event_clear(struct event *e);

/*
 * Names of keys as screen files and scripts write them: "a", "ö", "%",
 * "Enter", "Esc", "Tab", "Space", "Up", "PgDn", "F2", "^S", "Alt-x".
 * key_parse: 0 when there is no such key. key_label writes at most 16 bytes.
 */
char32_t key_parse(const char *name);
char *key_label(char32_t key, char out[16]);

/*
 * The next key of a script text: a character stands for itself, <Enter>,
 * <^S>, <F2> for named keys, <lt> for '<'. Line ends are skipped. Returns the
 * bytes used, 0 at the end of the text; a wrong name gives key 0.
 */
size_t key_script_next(const char *s, size_t n, char32_t *key);

#endif
