/*
 * The key bar: the keys of a screen that are marked `bar`, in the order of the
 * file, as many as fit; the key of the action `help` is always there. Forms
 * show before them how to save and leave.
 */
#ifndef SCREEN_KEYBAR_H
#define SCREEN_KEYBAR_H

#include "base/canvas.h"
#include "screen/screen_file.h"

void keybar_draw(const struct screen *s, struct canvas *c, struct area area);

/* The same in words, when asked for. */
struct speech;
void keybar_speak(const struct screen *s, struct speech *out);

#endif
