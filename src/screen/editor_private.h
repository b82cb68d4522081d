/*
 * Inside of the editor: editor_text.c holds the text with its steps of undo
 * and its rows as wrapped; editor.c has keys, search and picture.
 */
#ifndef SCREEN_EDITOR_PRIVATE_H
#define SCREEN_EDITOR_PRIVATE_H

#include "base/str.h"
#include "base/vec.h"
#include "screen/editor.h"
#include "screen/line.h"

#include <stdint.h>

#define EDITOR_NOWHERE SIZE_MAX

/* One step that can be undone: at that place, this was replaced by that. */
struct editor_step {
	size_t at;
	struct str removed, inserted;
};

/* A row as shown. */
struct editor_row {
	size_t at, len;
};

struct editor {
	struct str text;
	size_t cursor;
	size_t length;     /* characters at most, 0: no bound */
	struct vec steps;  /* struct editor_step */
	size_t done;       /* steps that are in the text; those behind can be redone */
	size_t saved;      /* steps that were in the text when it was saved, EDITOR_NOWHERE: not to be reached */
	bool open;         /* the next character may join the last step */

	struct vec rows;   /* struct editor_row at the present width */
	int height, width;
	size_t top;        /* first row shown */
	int column;        /* that Up and Down keep to, -1: the cursor's */

	struct str killed;
	bool searching;
	struct line line;  /* of the search */
	editor_module_fn *module;
	void *context;
};

/* Replaces `cut` bytes at `at` by n bytes as a step; the cursor stands behind them. */
void editor_change(struct editor *ed, size_t at, size_t cut, const char *bytes, size_t n);
bool editor_undo(struct editor *ed);
bool editor_redo(struct editor *ed);
void editor_forget_steps(struct editor *ed);

void editor_lay_out(struct editor *ed);

/* The same after a change: n bytes stand at `at` where `cut` were. */
void editor_lay_out_change(struct editor *ed, size_t at, size_t cut, size_t n);
size_t editor_cursor_row(const struct editor *ed);
int editor_column_of(const struct editor *ed, size_t row, size_t at);
size_t editor_offset_at(const struct editor *ed, size_t row, int column);

/* Place of the needle from `from` on, round the end, however written (umlauts, case); EDITOR_NOWHERE: none. */
size_t editor_find(const struct editor *ed, const char *needle, size_t from);

/* What may stand in a text: no control characters but line breaks, and as long as allowed. Caller frees. */
char *editor_allowed(const struct editor *ed, const char *text, size_t cut);

#endif
