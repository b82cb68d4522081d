/*
 * The message line: one line at the bottom, and the last full error.
 * A zeroed struct says nothing.
 */
#ifndef SCREEN_MESSAGE_H
#define SCREEN_MESSAGE_H

#include "base/canvas.h"
#include "base/err.h"

#include <stdbool.h>

enum message_kind {
	MESSAGE_INFO,
	MESSAGE_WARNING, /* sign '!' */
	MESSAGE_ERROR,   /* sign '✗' and where to read more */
};

struct message {
	enum message_kind kind;
	char *text;      /* NULL: nothing to say */
	struct err last; /* last full error, stays until the next */
	unsigned count;  /* said so far: the same words again are another message */
};

void message_clear(struct message *m);
void message_hide(struct message *m); /* the line only */
void message_info(struct message *m, const char *format, ...) __attribute__((format(printf, 2, 3)));
void message_warn(struct message *m, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Takes the error over; e is clear afterwards. */
void message_error(struct message *m, struct err *e);

/* As message_error; the error stays the caller's. */
void message_error_copy(struct message *m, const struct err *e);

/* For message_full only: what the line would say stands elsewhere. */
void message_keep(struct message *m, const struct err *e);

bool message_is_shown(const struct message *m);

/* What, detail and hint of the last error for a text view; NULL: there was none. Caller frees. */
char *message_full(const struct message *m);

/* The line in words; an error with its hint. */
struct speech;
void message_speak(const struct message *m, struct speech *out);

void message_draw(const struct message *m, struct canvas *c, struct area area);

#endif
