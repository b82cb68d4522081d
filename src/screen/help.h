/*
 * Help, generated from the screen files and the action tables: the text of
 * the ? view and the key tables of the manual come from the same statements.
 */
#ifndef SCREEN_HELP_H
#define SCREEN_HELP_H

#include "screen/screen_file.h"
#include "screen/text_view.h"

/* One sentence for an action, already translated; NULL: unknown. */
struct help_source {
	void *context;
	const char *(*action_help)(void *context, const char *action);
};

/* What the screen is for, its keys, its columns or fields, the keys every view of its kind has. Caller frees. */
char *help_text(const struct screen *s, const struct help_source *source);

/* The same keys as a Markdown table for the manual. Caller frees. */
char *help_markdown(const struct screen *s, const struct help_source *source);

/* A view of help_text. */
struct text_view *help_view(const struct screen *s, const struct help_source *source);

#endif
