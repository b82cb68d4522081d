/*
 * Inside of the form: form.c holds the values and talks with the outside,
 * form_keys.c obeys keys, form_draw.c paints.
 */
#ifndef SCREEN_FORM_PRIVATE_H
#define SCREEN_FORM_PRIVATE_H

#include "screen/choice.h"
#include "screen/editor_private.h"
#include "screen/form.h"
#include "screen/line.h"

/* One field in use. Values are in the database's form, NULL is absent. */
struct form_item {
	const struct screen_field *field;
	char *value, *label;               /* as last taken over from what was typed; label of a pick */
	char *base, *base_label;           /* as stored */
	char *theirs, *theirs_label;       /* collision: as somebody else stored it */
	char *mine, *mine_label;           /* collision: as typed here */
	struct line line;                  /* typed text of a field of one line */
	struct editor *editor;             /* of a memo, else NULL */
	char *error;                       /* NULL: none */
	bool listed;                       /* error is a list of faults of lines: it stays while they are mended */
	bool collides;                     /* both changed it */
	bool decided;                      /* mine or theirs was chosen */
	bool free_hand;                    /* the chosen value is being edited */
};

struct form {
	const struct screen *screen;
	struct form_hooks hooks;
	struct form_item *items;
	size_t count, focus;
	char *id, *version; /* of the row; NULL: a new one */
	bool ready;         /* the row is there, or it is a new one */
	bool colliding;
	bool asking;        /* leave although something is changed? */
	char *notice;       /* line above the fields, NULL: none */
	bool notice_is_error;
	int rows, cols, top;

	unsigned number;
	bool load_wanted, pick_wanted;
	unsigned load_number, pick_number; /* 0: none under way */
	bool picking;
	struct choice choice;
	const char *action;
};

/* Is what stands in the field different from what is stored? */
bool form_item_is_changed(const struct form_item *item);

/* Puts a value into the field as if typed. */
void form_item_set(struct form_item *item, const char *value, const char *label);

/* Takes over what was typed and checks it; false: item->error says why. */
bool form_item_commit(struct form *f, struct form_item *item);

/* Checks all fields; false: the focus is on the first that is wrong. */
bool form_commit(struct form *f);

void form_notice(struct form *f, bool error, const char *text);

/* Collision: mine or theirs for this field. */
void form_choose(struct form_item *item, bool theirs);

/* form_keys.c: the field with the focus is where typing goes on. */
void form_enter(struct form *f);

/* Takes the error of a field away; a list of faults only where listed is meant too. */
void form_clear_error(struct form_item *item, bool listed);

/* form_draw.c: moves f->top so that the field with the focus is seen. */
void form_keep_visible(struct form *f);

#endif
