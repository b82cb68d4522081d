/*
 * The terminal: the only user of curses.
 *
 * Keys and pasted text come in as struct event, a struct canvas goes out;
 * curses works out what changed. Colours are used only when the terminal has
 * them and NO_COLOR is unset, and every coloured cell also carries bold,
 * reverse or underline, so that nothing hangs on colour alone.
 *
 * The loop of the program polls term_fd() and the database together, and
 * calls term_read() until it returns false. SIGWINCH is the loop's business:
 * it calls term_resize() and sends EVENT_RESIZE to its views.
 */
#ifndef TERM_TERM_H
#define TERM_TERM_H

#include "base/canvas.h"
#include "base/err.h"
#include "base/event.h"

#include <stdbool.h>

struct term;

/* Opens standard input and output as a screen. NULL and *e set when that is no terminal or of unknown type. */
struct term *term_open(struct err *e);

/*
 * The same for lines (linear.h): keys one by one, no curses, no codes sent; the
 * type of the terminal does not matter. Such a one is written to, not painted.
 */
struct term *term_open_lines(struct err *e);
void term_write(const struct term *t, const char *bytes, size_t n);

/* Gives the terminal back as it was. */
void term_close(struct term **t);

/*
 * Gives the terminal back from anywhere: for atexit() and handlers of fatal
 * signals. Does nothing when no terminal is open. Async-signal-safe.
 */
void term_restore(void);

/* The terminal as it was before, for a shell or $EDITOR; term_resume paints everything anew with the next term_paint. */
void term_suspend(struct term *t);
void term_resume(struct term *t);

/* File descriptor to poll for input. */
int term_fd(const struct term *t);

/* Rows and columns as last known. */
void term_size(const struct term *t, int *rows, int *cols);

/* Asks the terminal for its size (after SIGWINCH); true when it changed. */
bool term_resize(struct term *t);

/*
 * The next key or paste that is already there; false when there is none (e is
 * EVENT_NONE). Never blocks longer than the escape delay (25 ms). The caller
 * clears the event.
 */
bool term_read(struct term *t, struct event *e);

/* True when the terminal has gone (hang-up): the loop should end. */
bool term_is_gone(const struct term *t);

/* Shows the canvas. What is larger than the terminal is cut. */
void term_paint(struct term *t, const struct canvas *c);

void term_bell(struct term *t);

#endif
