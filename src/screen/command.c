/* See command.h. */
#include "screen/command.h"

#include "base/mem.h"
#include "screen/speech.h"

#include <stdlib.h>
#include <string.h>

static void add_matches(const char *const *names, const char *text, size_t cursor, struct vec *candidates)
{
	for (; names && *names; names++)
		if (strncmp(*names, text, cursor) == 0) {
			char *copy = mem_strdup(*names);
			vec_push(candidates, &copy);
		}
}

/* Only the first word has names to choose from. */
static void complete(void *context, const char *text, size_t cursor, struct vec *candidates)
{
	const struct command *cmd = context;
	if (memchr(text, ' ', cursor))
		return;
	add_matches(cmd->screens, text, cursor, candidates);
	add_matches(cmd->actions, text, cursor, candidates);
}

void command_init(struct command *cmd, const char *const *actions, const char *const *screens)
{
	*cmd = (struct command){ .actions = actions, .screens = screens };
	line_init(&cmd->line, complete, cmd);
}

void command_clear(struct command *cmd)
{
	line_clear(&cmd->line);
	free(cmd->word);
	free(cmd->argument);
	*cmd = (struct command){ 0 };
}

void command_open(struct command *cmd)
{
	line_set(&cmd->line, "");
	cmd->line.history_at = cmd->line.history.len;
	mem_replace(&cmd->word, NULL);
	mem_replace(&cmd->argument, NULL);
}

static void split(struct command *cmd)
{
	const char *text = line_text(&cmd->line);
	text += strspn(text, " ");
	size_t n = strcspn(text, " ");
	const char *argument = text + n + strspn(text + n, " ");
	size_t len = strlen(argument);
	while (len > 0 && argument[len - 1] == ' ')
		len--;
	free(cmd->word);
	cmd->word = mem_strndup(text, n);
	free(cmd->argument);
	cmd->argument = mem_strndup(argument, len);
}

unsigned command_event(struct command *cmd, const struct event *e)
{
	/* Backspace on an empty line leaves it, as in every editor with a colon. */
	if (e->type == EVENT_KEY && e->key == K_BACKSPACE && !*line_text(&cmd->line))
		return SCREEN_HANDLED | SCREEN_CANCEL;
	unsigned result = line_event(&cmd->line, e);
	if (!(result & SCREEN_DONE))
		return result;
	split(cmd);
	line_remember(&cmd->line);
	return *cmd->word ? result : SCREEN_HANDLED | SCREEN_CANCEL;
}

const char *command_word(const struct command *cmd)
{
	return cmd->word ? cmd->word : "";
}

const char *command_argument(const struct command *cmd)
{
	return cmd->argument ? cmd->argument : "";
}

void command_draw(const struct command *cmd, struct canvas *c, struct area area)
{
	if (area.rows < 1 || area.cols < 1)
		return;
	canvas_text(c, area.row, area.col, 1, ATTR_BOLD, ":");
	line_draw(&cmd->line, c, area.row, area.col + 1, area.cols - 1, ATTR_NONE);
}

void command_speak(const struct command *cmd, struct speech *out)
{
	speech_type_line(out, ":", &cmd->line);
}
