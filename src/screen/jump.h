/*
 * The global jump: a fragment of a number or name, rows of what it may mean,
 * Enter goes there. Rows: kind, id, label, detail.
 */
#ifndef SCREEN_JUMP_H
#define SCREEN_JUMP_H

#include "base/canvas.h"
#include "base/event.h"
#include "base/rowset.h"
#include "screen/choice.h"
#include "screen/view.h"

struct jump {
	struct choice choice;
	char *query;     /* that finds; its only parameter is the text, as the request's filter */
	unsigned number;
	bool wanted;
};

void jump_init(struct jump *j, const char *query);
void jump_clear(struct jump *j);
void jump_open(struct jump *j); /* empties text and rows */
void jump_resize(struct jump *j, int rows, int cols);
unsigned jump_event(struct jump *j, const struct event *e);
bool jump_take_request(struct jump *j, struct screen_request *r); /* plain, filter is the text */
unsigned jump_feed(struct jump *j, unsigned number, const struct rowset *rows);

/* After SCREEN_DONE: 'meeting', 'person' ... and its id. */
const char *jump_kind(const struct jump *j);
const char *jump_id(const struct jump *j);
const char *jump_label(const struct jump *j);
void jump_speak(const struct jump *j, struct speech *out);
void jump_draw(const struct jump *j, struct canvas *c, struct area area);

#endif
