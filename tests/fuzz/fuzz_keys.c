/*
 * Noise as input of a terminal: decoded whole and in pieces, and typed into an
 * editor and a line. No crash, valid text, and no byte that is decoded twice.
 */
#include "base/text.h"
#include "screen/editor.h"
#include "screen/line.h"
#include "term/decode.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t feed(struct decoder *d, struct editor *ed, struct line *l)
{
	struct event e;
	size_t count = 0;
	while (decode_next(d, &e)) {
		editor_event(ed, &e);
		line_event(l, &e);
		event_clear(&e);
		count++;
	}
	return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct decoder d = { 0 };
	struct editor *ed = editor_new(NULL, NULL);
	struct line l;
	size_t events = 0, step = size > 0 ? (size_t)data[0] % 7 + 1 : 1;
	text_init();
	line_init(&l, NULL, NULL);
	editor_resize(ed, 5, 20);
	/* Cut and put back, again and again, the text grows with every key; the bound of all texts has a test of its own. */
	editor_set_length(ed, 2000);
	l.length = 2000;
	for (size_t at = 0; at < size; at += step) {
		decode_add(&d, (const char *)data + at, size - at < step ? size - at : step);
		events += feed(&d, ed, &l);
	}
	decode_flush(&d);
	events += feed(&d, ed, &l);
	if (events > size || !text_is_valid(editor_text(ed), strlen(editor_text(ed))) ||
	    !text_is_valid(line_text(&l), strlen(line_text(&l))))
		abort();
	line_clear(&l);
	editor_free(&ed);
	decode_clear(&d);
	return 0;
}
