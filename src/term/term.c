/*
 * See term.h.
 *
 * Curses paints; keys are read from the descriptor and decoded here (decode.h),
 * because curses joins neither pasted text nor Alt with characters beyond
 * ASCII. What is needed to give the terminal back from a signal handler stands
 * in one static place, since handlers get no argument.
 *
 * Curses hands the terminal a picture in many small writes, one for each move of
 * the cursor, and each of them wakes the terminal program. Therefore curses
 * writes into a file in memory while it paints, and the picture goes out in one
 * piece. For what concerns the terminal itself (open, suspend, close) its
 * descriptor is the terminal's.
 *
 * Curses paints the first picture and each that begins anew. What changes after
 * that goes past it on a terminal whose codes the painter knows (painter.h):
 * what curses believes to be shown is then old, and is cleared before it paints
 * the next time. The cursor's visibility always goes through curses.
 *
 * Where the terminal is not of UTF-8 (encoding.h) a copy of the picture is
 * painted in which each cell holds what that terminal has, and bytes are
 * encoded where they leave and decoded where they arrive.
 */
#define NCURSES_WIDECHAR 1

#include "term/term.h"

#include "base/encoding.h"
#include "base/i18n.h"
#include "base/io.h"
#include "base/mem.h"
#include "base/text.h"
#include "term/decode.h"
#include "term/painter.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

/* Names that curses uses too, out of the way while its headers are read. */
#define term curses_terminal
#include <curses.h>
#include <term.h>
#undef term

#define ESCAPE_DELAY 25 /* ms after which a lone escape is the key */
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

struct term {
	SCREEN *screen;
	int in, out;
	FILE *curses; /* where curses writes: `memory` while it paints, otherwise the terminal */
	int memory;   /* -1: always the terminal */
	int rows, cols;
	bool colour;
	bool gone;
	bool repaint; /* everything, with the next canvas */
	struct decoder decoder;
	struct encoding encoding;
	struct canvas *copy; /* in characters of the terminal; NULL: it is of UTF-8 */
	cchar_t *cells;     /* one row */
	struct cell *shown; /* the picture painted last: only what differs from it goes to curses */
	int shown_rows, shown_cols;
	int cursor_row, cursor_col; /* -1: hidden */
	bool quick;                 /* the painter knows this terminal */
	struct painter_codes codes;
	char *colours[5];           /* of codes */
	struct str bytes;           /* on their way to the terminal */
};

/* For term_restore. */
static struct {
	volatile sig_atomic_t open;
	struct termios before;
	int in, out;
	char bytes[256];
	size_t len;
} saved;

/* --- open and close --------------------------------------------------------- */

static void save_capability(const char *name)
{
	const char *s = tigetstr(name);
	size_t n = s && s != (const char *)-1 ? strlen(s) : 0;
	if (n == 0 || saved.len + n > sizeof(saved.bytes))
		return;
	memcpy(saved.bytes + saved.len, s, n);
	saved.len += n;
}

static void save_state(const struct term *t, const struct termios *before)
{
	saved.before = *before;
	saved.in = t->in;
	saved.out = t->out;
	saved.len = strlen(PASTE_OFF);
	memcpy(saved.bytes, PASTE_OFF, saved.len);
	save_capability("sgr0");
	save_capability("cnorm");
	save_capability("rmcup");
	saved.open = 1;
}

void term_restore(void)
{
	if (!saved.open)
		return;
	saved.open = 0;
	int old = errno;
	io_write_all(saved.out, saved.bytes, saved.len);
	tcsetattr(saved.in, TCSANOW, &saved.before);
	errno = old;
}

/* --- what curses writes -------------------------------------------------------- */

static void to_terminal(const struct term *t)
{
	dup2(t->out, fileno(t->curses));
}

static void to_memory(const struct term *t)
{
	if (t->memory >= 0)
		dup2(t->memory, fileno(t->curses));
}

/* What curses wrote into memory comes behind what is on its way. */
static void collect(struct term *t)
{
	char part[16384];
	off_t size = t->memory >= 0 ? lseek(t->memory, 0, SEEK_CUR) : 0, at = 0;
	ssize_t n = 1;
	for (; at < size && n > 0; at += n) {
		n = pread(t->memory, part, size - at < (off_t)sizeof(part) ? (size_t)(size - at) : sizeof(part), at);
		if (n > 0)
			str_add_n(&t->bytes, part, (size_t)n);
	}
	if (size > 0)
		lseek(t->memory, 0, SEEK_SET); /* what is left behind is written over */
}

static void send_bytes(struct term *t)
{
	if (t->encoding.utf8) {
		io_write_all(t->out, str_text(&t->bytes), t->bytes.len);
	} else {
		struct str bytes = { 0 };
		encoding_encode(&t->encoding, str_text(&t->bytes), t->bytes.len, &bytes);
		io_write_all(t->out, str_text(&bytes), bytes.len);
		str_clear(&bytes);
	}
	str_cut(&t->bytes, 0);
}

static bool open_output(struct term *t)
{
	int fd = fcntl(t->out, F_DUPFD_CLOEXEC, 3);
	t->curses = fd >= 0 ? fdopen(fd, "w") : NULL;
	if (!t->curses && fd >= 0)
		close(fd);
	t->memory = memfd_create("picture", MFD_CLOEXEC);
	return t->curses != NULL;
}

static void close_output(struct term *t)
{
	if (t->curses)
		fclose(t->curses);
	if (t->memory >= 0)
		close(t->memory);
}

/* In the order of enum canvas_attr. */
static const short colours[] = { COLOR_RED, COLOR_GREEN, COLOR_YELLOW, COLOR_BLUE, COLOR_CYAN };
#define FIRST_COLOUR 4 /* bit of ATTR_RED */

static void set_colours(struct term *t)
{
	const char *no_color = getenv("NO_COLOR");
	t->colour = !(no_color && *no_color) && has_colors();
	if (!t->colour)
		return;
	start_color();
	short background = use_default_colors() == OK ? -1 : COLOR_BLACK;
	for (short i = 0; i < (short)(sizeof(colours) / sizeof(*colours)); i++)
		init_pair((short)(i + 1), colours[i], background);
}

/* A code that is sent as it stands; NULL: there is none, or it asks for a pause after it. */
static const char *plain_code(const char *name)
{
	const char *s = tigetstr(name);
	return s && s != (const char *)-1 && !strstr(s, "$<") ? s : NULL;
}

/* What terminfo numbers as modes that a colour takes away. */
static unsigned modes_without_colour(void)
{
	int ncv = tigetnum("ncv");
	unsigned modes = ATTR_NONE;
	if (ncv > 0)
		modes |= (ncv & 2 ? ATTR_UNDERLINE : 0U) | (ncv & 4 ? ATTR_REVERSE : 0U) | (ncv & 16 ? ATTR_DIM : 0U) |
		         (ncv & 32 ? ATTR_BOLD : 0U);
	return modes;
}

static void find_codes(struct term *t)
{
	const char *move = plain_code("cup"), *colour = plain_code("setaf");
	t->codes = (struct painter_codes){ plain_code("sgr0"),
		                           { plain_code("bold"), plain_code("rev"), plain_code("smul"), plain_code("dim") },
		                           plain_code("el"),
		                           modes_without_colour() };
	for (size_t i = 0; t->colour && colour && i < sizeof(colours) / sizeof(*colours); i++) {
		mem_replace(&t->colours[i], tiparm(colour, (int)colours[i]));
		t->codes.modes[FIRST_COLOUR + i] = t->colours[i];
	}
	/* A corner that scrolls, attributes that take a place or must not be carried along are work for curses. */
	t->quick = t->memory >= 0 && move && strcmp(move, "\033[%i%p1%d;%p2%dH") == 0 && t->codes.normal && (colour || !t->colour) &&
	           plain_code("clear") && tigetflag("msgr") > 0 && tigetnum("xmc") < 0 &&
	           (tigetflag("xenl") > 0 || tigetflag("am") <= 0);
}

static void set_modes(struct term *t)
{
	raw();
	noecho();
	nonl();
	typeahead(-1); /* never look for input while painting */
	leaveok(stdscr, FALSE);
	set_colours(t);
	io_write_all(t->out, PASTE_ON, strlen(PASTE_ON));
}

static void open_encoding(struct term *t)
{
	encoding_open(&t->encoding);
	if (!t->encoding.utf8)
		t->copy = canvas_new(1, 1);
}

/* Without memory curses writes to the terminal itself, in UTF-8: then ASCII is all there is. */
static void fit_encoding(struct term *t)
{
	if (t->memory >= 0 || t->encoding.utf8)
		return;
	encoding_close(&t->encoding);
	encoding_open_ascii(&t->encoding);
}

/* NULL: standard input and output are none. */
static struct term *open_device(struct termios *before, struct err *e)
{
	struct term *t = mem_zalloc(1, sizeof(*t));
	t->in = STDIN_FILENO;
	t->out = STDOUT_FILENO;
	t->memory = -1;
	if (isatty(t->in) && isatty(t->out) && tcgetattr(t->in, before) == 0) {
		open_encoding(t);
		return t;
	}
	err_set(e, _("kein Terminal"));
	err_detail(e, _("Ein- oder Ausgabe führt in eine Datei oder ein anderes Programm."));
	err_hint(e, _("Ohne Terminal arbeitet das Programm mit --script und --dump."));
	free(t);
	return NULL;
}

static void free_device(struct term *t)
{
	encoding_close(&t->encoding);
	canvas_free(&t->copy);
	decode_clear(&t->decoder);
	free(t);
}

/* Each key at once and unseen; what is written keeps its line ends. */
static void set_line_modes(const struct termios *before)
{
	struct termios now = *before;
	now.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | IXON | ISTRIP);
	now.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
	now.c_oflag |= OPOST | ONLCR;
	now.c_cc[VMIN] = 1;
	now.c_cc[VTIME] = 0;
	tcsetattr(STDIN_FILENO, TCSADRAIN, &now);
}

struct term *term_open_lines(struct err *e)
{
	struct termios before;
	struct term *t = open_device(&before, e);
	if (!t)
		return NULL;
	set_line_modes(&before);
	t->rows = 24;
	t->cols = 80;
	saved.before = before;
	saved.in = t->in;
	saved.out = t->out;
	saved.len = 0;
	saved.open = 1;
	return t;
}

void term_write(const struct term *t, const char *bytes, size_t n)
{
	io_write_all(t->out, bytes, n);
}

struct term *term_open(struct err *e)
{
	struct termios before;
	struct term *t = open_device(&before, e);
	if (!t)
		return NULL;
	t->screen = open_output(t) ? newterm(NULL, t->curses, stdin) : NULL;
	fit_encoding(t);
	if (!t->screen) {
		const char *type = getenv("TERM");
		err_set(e, _("das Terminal der Art „%s“ ist nicht bekannt"), type ? type : "");
		err_hint(e, _("TERM setzen, zum Beispiel TERM=xterm-256color oder TERM=linux."));
		goto fail;
	}
	set_modes(t);
	find_codes(t);
	save_state(t, &before);
	getmaxyx(stdscr, t->rows, t->cols);
	to_memory(t);
	return t;
fail:
	close_output(t);
	free_device(t);
	return NULL;
}

void term_close(struct term **term)
{
	struct term *t = *term;
	if (!t)
		return;
	*term = NULL;
	if (!t->screen) {
		term_restore();
		free_device(t);
		return;
	}
	io_write_all(t->out, PASTE_OFF, strlen(PASTE_OFF));
	to_terminal(t);
	endwin();
	delscreen(t->screen);
	close_output(t);
	saved.open = 0;
	decode_clear(&t->decoder);
	for (size_t i = 0; i < sizeof(t->colours) / sizeof(*t->colours); i++)
		free(t->colours[i]);
	str_clear(&t->bytes);
	free(t->cells);
	free(t->shown);
	free_device(t);
}

void term_suspend(struct term *t)
{
	if (!t->screen) {
		term_restore();
		return;
	}
	io_write_all(t->out, PASTE_OFF, strlen(PASTE_OFF));
	to_terminal(t);
	endwin();
	saved.open = 0;
}

void term_resume(struct term *t)
{
	if (!t->screen) {
		set_line_modes(&saved.before);
		saved.open = 1;
		term_resize(t);
		return;
	}
	to_terminal(t);
	reset_prog_mode();
	refresh();
	to_memory(t);
	io_write_all(t->out, PASTE_ON, strlen(PASTE_ON));
	saved.open = 1;
	t->repaint = true;
	term_resize(t);
}

int term_fd(const struct term *t)
{
	return t->in;
}

void term_size(const struct term *t, int *rows, int *cols)
{
	*rows = t->rows;
	*cols = t->cols;
}

bool term_resize(struct term *t)
{
	struct winsize size;
	if (ioctl(t->out, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0)
		return false;
	if (size.ws_row == t->rows && size.ws_col == t->cols)
		return false;
	if (t->screen)
		resizeterm(size.ws_row, size.ws_col);
	t->rows = size.ws_row;
	t->cols = size.ws_col;
	t->repaint = true;
	return true;
}

bool term_is_gone(const struct term *t)
{
	return t->gone;
}

void term_bell(struct term *t)
{
	if (!t->screen) {
		io_write_all(t->out, "\a", 1);
		return;
	}
	beep();
	collect(t);
	send_bytes(t);
}

/* --- input ------------------------------------------------------------------ */

/* Reads what is there, waiting at most `timeout` ms for it. */
static bool read_bytes(struct term *t, int timeout)
{
	struct pollfd fd = { .fd = t->in, .events = POLLIN };
	char bytes[4096];
	if (t->gone || poll(&fd, 1, timeout) <= 0)
		return false;
	ssize_t n = read(t->in, bytes, sizeof(bytes));
	if (n <= 0) {
		t->gone = n == 0 || (errno != EINTR && errno != EAGAIN);
		return false;
	}
	struct str typed = { 0 };
	encoding_decode(&t->encoding, bytes, (size_t)n, (size_t)n == sizeof(bytes), &typed);
	decode_add(&t->decoder, str_text(&typed), typed.len);
	str_clear(&typed);
	return true;
}

bool term_read(struct term *t, struct event *e)
{
	if (decode_next(&t->decoder, e))
		return true;
	while (read_bytes(t, 0))
		if (decode_next(&t->decoder, e))
			return true;
	if (!decode_is_partial(&t->decoder))
		return false;
	while (read_bytes(t, ESCAPE_DELAY))
		if (decode_next(&t->decoder, e))
			return true;
	decode_flush(&t->decoder);
	return decode_next(&t->decoder, e);
}

/* --- output ----------------------------------------------------------------- */

static short colour_pair(unsigned attr)
{
	for (short i = 0; i < (short)(sizeof(colours) / sizeof(*colours)); i++)
		if (attr & 1U << (FIRST_COLOUR + i))
			return (short)(i + 1);
	return 0;
}

static attr_t curses_attr(unsigned attr)
{
	attr_t out = A_NORMAL;
	attr = painter_attr(attr);
	if (attr & ATTR_BOLD)
		out |= A_BOLD;
	if (attr & ATTR_REVERSE)
		out |= A_REVERSE;
	if (attr & ATTR_UNDERLINE)
		out |= A_UNDERLINE;
	if (attr & ATTR_DIM)
		out |= A_DIM;
	return out;
}

static void set_cell(const struct term *t, const struct cell *cell, cchar_t *out)
{
	wchar_t text[CELL_MARKS + 2];
	size_t n = 0;
	text[n++] = (wchar_t)painter_rune(cell->rune);
	for (int i = 0; i < CELL_MARKS && cell->marks[i]; i++)
		if (text_rune_width(cell->marks[i]) == 0)
			text[n++] = (wchar_t)cell->marks[i];
	text[n] = L'\0';
	short pair = t->colour ? colour_pair(cell->attr) : 0;
	setcchar(out, text, curses_attr(cell->attr), pair, NULL);
}

static void paint_cells(struct term *t, const struct cell *cells, int row, int from, int to, int cols)
{
	int n = 0;
	for (int col = from; col < to; col++) {
		if (cells[col].rune == 0 && col > 0)
			continue; /* right half: curses keeps it with the left one */
		/* A wide rune whose right half is cut off would wrap. */
		struct cell cell = cells[col];
		if (col == cols - 1 && text_rune_width(cell.rune) > 1)
			cell.rune = ' ';
		if (cell.rune == 0)
			cell.rune = ' ';
		set_cell(t, &cell, &t->cells[n++]);
	}
	mvadd_wchnstr(row, from, t->cells, n);
}

static bool same_cell(const struct cell *a, const struct cell *b)
{
	return memcmp(a, b, sizeof(*a)) == 0;
}

/* Paints what differs from the row shown; halves of wide runes go with the other half. */
static bool paint_row(struct term *t, const struct cell *cells, int row, int cols, bool anew)
{
	struct cell *shown = t->shown + row * cols;
	int from = 0, to = cols;
	if (!anew && memcmp(cells, shown, (size_t)cols * sizeof(*cells)) == 0)
		return false;
	while (!anew && from < to && same_cell(&cells[from], &shown[from]))
		from++;
	while (!anew && from < to && same_cell(&cells[to - 1], &shown[to - 1]))
		to--;
	while (from > 0 && (cells[from].rune == 0 || shown[from].rune == 0))
		from--;
	while (to < cols && (cells[to].rune == 0 || shown[to].rune == 0))
		to++;
	paint_cells(t, cells, row, from, to, cols);
	memcpy(shown, cells, (size_t)cols * sizeof(*cells));
	return true;
}

/* Room for the picture; true when what was shown is of no use. */
static bool make_room(struct term *t, int rows, int cols)
{
	if (t->shown_rows == rows && t->shown_cols == cols)
		return false;
	t->cells = mem_realloc(t->cells, (size_t)cols, sizeof(*t->cells));
	t->shown = mem_realloc(t->shown, (size_t)rows * (size_t)cols, sizeof(*t->shown));
	memset(t->shown, 0, (size_t)rows * (size_t)cols * sizeof(*t->shown));
	t->shown_rows = rows;
	t->shown_cols = cols;
	return true;
}

static void show_cursor(bool visible)
{
	curs_set(visible ? 1 : 0);
}

static void paint_curses(struct term *t, const struct canvas *c, int rows, int cols, int cursor_row, int cursor_col)
{
	bool anew = t->repaint, changed = anew;
	if (anew)
		clear();
	t->repaint = false;
	for (int row = 0; row < rows; row++)
		if (paint_row(t, c->cells + row * c->cols, row, cols, anew))
			changed = true;
	if (!changed && cursor_row == t->cursor_row && cursor_col == t->cursor_col)
		return;
	show_cursor(cursor_row >= 0);
	if (cursor_row >= 0)
		move(cursor_row, cursor_col);
	refresh();
	collect(t);
}

static void paint_quickly(struct term *t, const struct canvas *c, int rows, int cols, int cursor_row, int cursor_col)
{
	bool changed = cursor_row != t->cursor_row || cursor_col != t->cursor_col;
	for (int row = 0; row < rows; row++)
		if (painter_row(&t->codes, t->shown + row * cols, c->cells + row * c->cols, row, cols, &t->bytes))
			changed = true;
	if ((cursor_row >= 0) != (t->cursor_row >= 0)) {
		show_cursor(cursor_row >= 0);
		collect(t);
	}
	if (changed && cursor_row >= 0)
		painter_move(&t->bytes, cursor_row, cursor_col);
}

void term_paint(struct term *t, const struct canvas *c)
{
	if (t->copy) {
		if (t->copy->rows != c->rows || t->copy->cols != c->cols)
			canvas_resize(t->copy, c->rows, c->cols);
		encoding_cells(&t->encoding, c, t->copy);
		c = t->copy;
	}
	int rows = c->rows < t->rows ? c->rows : t->rows;
	int cols = c->cols < t->cols ? c->cols : t->cols;
	bool cursor = c->cursor_row >= 0 && c->cursor_row < rows && c->cursor_col >= 0 && c->cursor_col < cols;
	int row = cursor ? c->cursor_row : -1, col = cursor ? c->cursor_col : -1;
	if (make_room(t, rows, cols))
		t->repaint = true;
	if (t->repaint || !t->quick)
		paint_curses(t, c, rows, cols, row, col);
	else
		paint_quickly(t, c, rows, cols, row, col);
	t->cursor_row = row;
	t->cursor_col = col;
	if (t->bytes.len > 0)
		send_bytes(t);
}
