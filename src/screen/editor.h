/*
 * Text of several lines: wrapped at the width, undo and redo, word moves,
 * search, text modules.
 *
 * Keys: arrows, Home End (of the line shown), Ctrl-Left Ctrl-Right (words),
 * Page keys, Backspace Del, ^K kill to the end of the line, ^Y yank, ^W word
 * back, ^Z undo, ^R redo, ^F search (typing, Enter next, Esc ends), ^O wants
 * $EDITOR (SCREEN_EDITOR), Tab after an abbreviation puts in its text module.
 * Esc gives SCREEN_CANCEL (the text stays; the owner decides what it means),
 * ^S gives SCREEN_SAVE. All else is handed back.
 */
#ifndef SCREEN_EDITOR_H
#define SCREEN_EDITOR_H

#include "base/canvas.h"
#include "base/event.h"
#include "screen/view.h"

#include <stdbool.h>
#include <stddef.h>

struct editor;

/* The text of a module by its abbreviation, or NULL. Valid until the next call. */
typedef const char *editor_module_fn(void *context, const char *abbreviation);

struct editor *editor_new(editor_module_fn *module, void *context);
void editor_free(struct editor **ed);

/* A new text: no undo beyond it, cursor at its start, not changed. NULL is "". */
void editor_set_text(struct editor *ed, const char *text);

/* Replaces the text as one step that can be undone (what came back from $EDITOR). */
void editor_replace(struct editor *ed, const char *text);

const char *editor_text(const struct editor *ed);
bool editor_is_changed(const struct editor *ed); /* since editor_set_text or editor_mark_saved */
void editor_mark_saved(struct editor *ed);
void editor_move_end(struct editor *ed);         /* cursor behind the last character */
void editor_move_line(struct editor *ed, unsigned line); /* to the start of that line as written, 1 the first */
unsigned editor_line(const struct editor *ed);   /* the line, as written, that the cursor is in */
void editor_insert(struct editor *ed, const char *text);

/* Code points at most in any text: what the database takes (domain council.prose). */
#define EDITOR_RUNES_MAX 200000

/* Characters at most, 0: no bound but EDITOR_RUNES_MAX. */
void editor_set_length(struct editor *ed, size_t length);

/* Size of the area it is drawn in: line moves and paging need it. */
void editor_resize(struct editor *ed, int rows, int cols);

unsigned editor_event(struct editor *ed, const struct event *e);

/* focus: shows the cursor. The last row is the search line while one is typed. */
void editor_draw(const struct editor *ed, struct canvas *c, struct area area, bool focus);

/* The row with the cursor as the line being typed (speech.h), its label before it. */
void editor_speak(const struct editor *ed, const char *label, struct speech *out);

#endif
