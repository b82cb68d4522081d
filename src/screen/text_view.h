/*
 * A text to read: scroll, search, wrapped at the width.
 *
 * Keys: Up Down PgUp PgDn Space Home End, / search, n N next and previous, Esc
 * ends the search, then SCREEN_CANCEL. Lines that begin with '# ' are headings
 * (bold, without the sign); what follows a tab hangs below it when wrapped; [-old-] and {+new+} are shown struck and underlined as they stand.
 * Other keys: the screen file's, then handed back.
 */
#ifndef SCREEN_TEXT_VIEW_H
#define SCREEN_TEXT_VIEW_H

#include "base/canvas.h"
#include "base/event.h"
#include "screen/screen_file.h"
#include "screen/view.h"

struct text_view;

extern const struct view_class text_view_class; /* self is a struct text_view */

/* screen may be NULL: no keys of a file. title and text are copied. */
struct text_view *text_view_new(const struct screen *screen, const char *title, const char *text);
void text_view_free(struct text_view **tv);

/* A new text at the same place. */
void text_view_set(struct text_view *tv, const char *title, const char *text);
void text_view_resize(struct text_view *tv, int rows, int cols);
unsigned text_view_event(struct text_view *tv, const struct event *e);
const char *text_view_action(const struct text_view *tv);
void text_view_speak(const struct text_view *tv, struct speech *out);
void text_view_draw(const struct text_view *tv, struct canvas *c, struct area area);

/* First line shown, of how many: for tests and status lines. */
int text_view_line(const struct text_view *tv, int *lines);

#endif
