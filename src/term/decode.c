/*
 * See decode.h. Sequences follow ECMA-48: CSI = escape '[', parameters
 * (0x30-0x3F), intermediates (0x20-0x2F), one final byte; SS3 = escape 'O',
 * one byte. The Linux console's F1 to F5 (escape '[' '[' letter) are the one
 * exception. What is complete but unknown is passed over, never typed.
 */
#include "term/decode.h"

#include "base/mem.h"
#include "base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define ESC '\033'
#define SEQUENCE_MAX 32 /* bytes; longer ones are noise */
#define PASTE_MAX (16U * 1024 * 1024)
#define PASTE_END "\033[201~"
#define MODIFIER_ALT 2 /* bits of the parameter after the semicolon, less one */
#define MODIFIER_CTRL 4
#define MODIFIER_SHIFT 1

struct sequence {
	int params[2]; /* 0: absent */
	char final;
	size_t len;    /* bytes with the escape */
	bool console;  /* escape [ [ */
};

void decode_clear(struct decoder *d)
{
	str_clear(&d->bytes);
	str_clear(&d->paste);
	*d = (struct decoder){ 0 };
}

void decode_add(struct decoder *d, const char *bytes, size_t n)
{
	str_add_n(&d->bytes, bytes, n);
	d->flush = false;
}

void decode_flush(struct decoder *d)
{
	d->flush = true;
}

bool decode_is_partial(const struct decoder *d)
{
	return d->bytes.len > 0 || d->pasting;
}

static void consume(struct decoder *d, size_t n)
{
	str_splice(&d->bytes, 0, n, "", 0);
}

static bool give_key(struct event *e, char32_t key)
{
	*e = (struct event){ .type = EVENT_KEY, .key = key };
	return true;
}

/* --- sequences ------------------------------------------------------------- */

/* 1 complete, 0 more bytes are needed, -1 no sequence. */
static int parse_csi(const char *s, size_t n, struct sequence *seq)
{
	size_t i = 2;
	int param = 0;
	*seq = (struct sequence){ 0 };
	if (n > 2 && s[2] == '[') {
		seq->console = true;
		seq->final = n > 3 ? s[3] : 0;
		seq->len = 4;
		return n > 3;
	}
	for (; i < n && s[i] >= 0x20 && s[i] <= 0x3F; i++) {
		if (i > SEQUENCE_MAX)
			return -1;
		if (s[i] == ';')
			param++;
		else if (isdigit((unsigned char)s[i]) && param < 2 && seq->params[param] < 10000)
			seq->params[param] = seq->params[param] * 10 + (s[i] - '0');
	}
	if (i == n)
		return 0;
	if (s[i] < 0x40 || s[i] > 0x7E)
		return -1;
	seq->final = s[i];
	seq->len = i + 1;
	return 1;
}

static char32_t tilde_key(int number)
{
	static const struct {
		int number;
		char32_t key;
	} keys[] = {
		{ 1, K_HOME },	     { 2, K_INSERT },	{ 3, K_DELETE },      { 4, K_END },	    { 5, K_PAGE_UP },
		{ 6, K_PAGE_DOWN },  { 7, K_HOME },	{ 8, K_END },	      { 11, K_F1 },	    { 12, K_F1 + 1 },
		{ 13, K_F1 + 2 },    { 14, K_F1 + 3 },	{ 15, K_F1 + 4 },     { 17, K_F1 + 5 },	    { 18, K_F1 + 6 },
		{ 19, K_F1 + 7 },    { 20, K_F1 + 8 },	{ 21, K_F1 + 9 },     { 23, K_F1 + 10 },    { 24, K_F1 + 11 },
	};
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (keys[i].number == number)
			return keys[i].key;
	return 0;
}

static char32_t letter_key(char final)
{
	switch (final) {
	case 'A':
		return K_UP;
	case 'B':
		return K_DOWN;
	case 'C':
		return K_RIGHT;
	case 'D':
		return K_LEFT;
	case 'H':
		return K_HOME;
	case 'F':
		return K_END;
	case 'Z':
		return K_BACKTAB;
	case 'M':
		return K_ENTER; /* of the number pad */
	case 'P':
	case 'Q':
	case 'R':
	case 'S':
		return (char32_t)(K_F1 + (final - 'P'));
	default:
		return 0;
	}
}

static char32_t sequence_key(const struct sequence *seq)
{
	char32_t key;
	if (seq->console)
		return seq->final >= 'A' && seq->final <= 'E' ? (char32_t)(K_F1 + (seq->final - 'A')) : 0;
	key = seq->final == '~' ? tilde_key(seq->params[0]) : letter_key(seq->final);
	int modifier = seq->params[1] > 0 ? seq->params[1] - 1 : 0;
	if (key == K_LEFT && modifier & MODIFIER_CTRL)
		return K_CTRL_LEFT;
	if (key == K_RIGHT && modifier & MODIFIER_CTRL)
		return K_CTRL_RIGHT;
	if (key && modifier & MODIFIER_ALT)
		return key | K_ALT;
	return key;
}

/* rxvt and some consoles: escape O a..d for Ctrl and the arrows. */
static char32_t ss3_key(char c)
{
	if (c == 'c')
		return K_CTRL_RIGHT;
	if (c == 'd')
		return K_CTRL_LEFT;
	return letter_key(c);
}

/* --- plain bytes ----------------------------------------------------------- */

/* Bytes a rune that begins with b is long; 1 for what begins none. */
static size_t rune_length(unsigned char b)
{
	return b >= 0xF0 && b <= 0xF4 ? 4 : b >= 0xE0 && b < 0xF0 ? 3 : b >= 0xC2 && b < 0xE0 ? 2 : 1;
}

/* The key at s: 0 bytes used when more are needed. */
static size_t plain_key(const struct decoder *d, const char *s, size_t n, char32_t *key)
{
	unsigned char b = (unsigned char)s[0];
	size_t want = rune_length(b);
	for (size_t i = 1; i < want && i < n; i++)
		if (((unsigned char)s[i] & 0xC0) != 0x80)
			want = 1; /* broken: the first byte alone is bad */
	if (want > n && !d->flush)
		return 0;
	if (b == 0x7F || b == 0x08)
		*key = K_BACKSPACE;
	else if (b == '\n')
		*key = K_ENTER;
	else if (b == 0)
		*key = ' '; /* Ctrl-Space */
	else
		return text_decode(s, n, key);
	return 1;
}

/* --- paste ----------------------------------------------------------------- */

/* Line ends of terminals are returns; a text has newlines. */
static char *paste_text(struct str *raw)
{
	struct str out = { 0 };
	for (size_t i = 0; i < raw->len; i++) {
		char c = raw->data[i];
		if (c == '\0' || (c == '\n' && i > 0 && raw->data[i - 1] == '\r'))
			continue;
		str_add_char(&out, c == '\r' ? '\n' : c);
	}
	str_clear(raw);
	return str_take(&out);
}

static bool take_paste(struct decoder *d, struct event *e)
{
	char *text = d->bytes.data;
	char *end = d->bytes.len ? memmem(text, d->bytes.len, PASTE_END, strlen(PASTE_END)) : NULL;
	/* The mark of the end may be cut in two: its beginning stays. */
	size_t keep = strlen(PASTE_END) - 1;
	size_t n = end ? (size_t)(end - text) : d->bytes.len > keep ? d->bytes.len - keep : 0;
	if (d->paste.len + n <= PASTE_MAX)
		str_add_n(&d->paste, n ? text : "", n);
	consume(d, end ? n + strlen(PASTE_END) : n);
	if (!end)
		return false;
	d->pasting = false;
	*e = (struct event){ .type = EVENT_PASTE, .text = paste_text(&d->paste) };
	return true;
}

/* --- all ------------------------------------------------------------------- */

enum step {
	STEP_KEY,   /* e is filled */
	STEP_AGAIN, /* something was passed over */
	STEP_MORE,  /* bytes are missing */
};

static enum step take_csi(struct decoder *d, struct event *e)
{
	struct sequence seq;
	int complete = parse_csi(d->bytes.data, d->bytes.len, &seq);
	if (complete == 0 && !d->flush)
		return STEP_MORE;
	if (complete <= 0) {
		/* Not a sequence: Alt and a bracket, typed by hand. */
		consume(d, 2);
		return give_key(e, K_ALT | '['), STEP_KEY;
	}
	consume(d, seq.len);
	if (seq.final == '~' && seq.params[0] == 200) {
		d->pasting = true;
		return STEP_AGAIN;
	}
	char32_t key = sequence_key(&seq);
	return key ? (give_key(e, key), STEP_KEY) : STEP_AGAIN;
}

static enum step take_escape(struct decoder *d, struct event *e)
{
	const char *s = d->bytes.data;
	size_t n = d->bytes.len;
	if (n == 1 || s[1] == ESC) {
		if (n == 1 && !d->flush)
			return STEP_MORE;
		consume(d, 1);
		return give_key(e, K_ESC), STEP_KEY;
	}
	if (s[1] == '[')
		return take_csi(d, e);
	if (s[1] == 'O' && n == 2 && !d->flush)
		return STEP_MORE;
	if (s[1] == 'O' && n > 2) {
		char32_t key = ss3_key(s[2]);
		consume(d, 3);
		return key ? (give_key(e, key), STEP_KEY) : STEP_AGAIN;
	}
	char32_t key;
	size_t used = plain_key(d, s + 1, n - 1, &key);
	if (used == 0)
		return STEP_MORE;
	consume(d, used + 1);
	return give_key(e, key | K_ALT), STEP_KEY;
}

static enum step take_one(struct decoder *d, struct event *e)
{
	if (d->pasting)
		return take_paste(d, e) ? STEP_KEY : STEP_MORE;
	if (d->bytes.len == 0)
		return STEP_MORE;
	if (d->bytes.data[0] == ESC)
		return take_escape(d, e);
	char32_t key;
	size_t used = plain_key(d, d->bytes.data, d->bytes.len, &key);
	if (used == 0)
		return STEP_MORE;
	consume(d, used);
	return give_key(e, key), STEP_KEY;
}

bool decode_next(struct decoder *d, struct event *e)
{
	enum step step;
	*e = (struct event){ 0 };
	do
		step = take_one(d, e);
	while (step == STEP_AGAIN);
	return step == STEP_KEY;
}
