/*
 * Actions the engine runs itself, for the program's action table: name, what
 * it needs, one German sentence of help (marked for translation).
 */
#ifndef SCREEN_ACTION_H
#define SCREEN_ACTION_H

#include <stdbool.h>
#include <stddef.h>

struct screen_action {
	const char *name;
	bool needs_row;
	const char *help;
};

extern const struct screen_action screen_actions[];
extern const size_t screen_actions_count;

/* NULL: not an action of the engine. */
const struct screen_action *screen_action_find(const char *name);

#endif
