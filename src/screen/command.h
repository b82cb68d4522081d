/*
 * The command line (:): an action or the name of a screen, then perhaps an
 * argument. Tab completes. Enter gives SCREEN_DONE, Esc SCREEN_CANCEL.
 */
#ifndef SCREEN_COMMAND_H
#define SCREEN_COMMAND_H

#include "base/canvas.h"
#include "base/event.h"
#include "screen/line.h"
#include "screen/view.h"

struct command {
	struct line line;
	char *word;     /* after SCREEN_DONE: first word */
	char *argument; /* the rest without blanks around it, "" when there is none */
	const char *const *actions; /* end in NULL */
	const char *const *screens;
};

/* The arrays must outlive it; they end in NULL. */
void command_init(struct command *cmd, const char *const *actions, const char *const *screens);
void command_clear(struct command *cmd);

/* Empties the line for a new command; history stays. */
void command_open(struct command *cmd);
unsigned command_event(struct command *cmd, const struct event *e);
const char *command_word(const struct command *cmd);
const char *command_argument(const struct command *cmd);

/* One row: ':' and the line. */
void command_speak(const struct command *cmd, struct speech *out);
void command_draw(const struct command *cmd, struct canvas *c, struct area area);

#endif
