/* See vote_line.h. */
#include "domain/vote_line.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

#define FIGURE_MAX 99999

/* Reads digits at *s and moves *s behind them; -1 when there are none, FIGURE_MAX + 1 when too many. */
static int32_t read_figure(const char **s)
{
	if (!isdigit((unsigned char)**s))
		return -1;
	int32_t n = 0;
	for (; isdigit((unsigned char)**s); ++*s)
		n = n > FIGURE_MAX ? n : n * 10 + (**s - '0');
	return n > FIGURE_MAX ? FIGURE_MAX + 1 : n;
}

/* Sets the counts; a remainder below zero shows itself as a sum that does not match. */
static enum vote_line_state finish(struct vote_line *out, int64_t yes, int64_t no, int64_t abstain, int64_t invalid, int32_t entitled)
{
	out->yes = yes < 0 ? 0 : (int32_t)yes;
	out->no = no < 0 ? 0 : (int32_t)no;
	out->abstain = abstain < 0 ? 0 : (int32_t)abstain;
	out->invalid = (int32_t)invalid;
	out->sum = out->yes + out->no + out->abstain + out->invalid;
	return out->sum == entitled ? VOTE_LINE_OK : VOTE_LINE_MISMATCH;
}

static enum vote_line_state parse_unanimous(const char *s, int32_t entitled, struct vote_line *out)
{
	int32_t abstain = 0;
	s++;
	if (*s && (abstain = read_figure(&s)) < 0)
		return VOTE_LINE_WRONG;
	if (*s || abstain > FIGURE_MAX)
		return VOTE_LINE_WRONG;
	out->unanimous = true;
	return finish(out, (int64_t)entitled - abstain, 0, abstain, 0, entitled);
}

/* n3, n3x1, j4, j4x2, x2: the letter's figure, then abstentions, the rest to the other side. */
static enum vote_line_state parse_minority(const char *s, int32_t entitled, struct vote_line *out)
{
	char letter = *s++;
	int32_t figure = read_figure(&s), abstain = 0;
	if (figure < 0)
		return *s ? VOTE_LINE_WRONG : VOTE_LINE_INCOMPLETE;
	if (letter != 'x' && *s == 'x') {
		s++;
		abstain = read_figure(&s);
		if (abstain < 0)
			return *s ? VOTE_LINE_WRONG : VOTE_LINE_INCOMPLETE;
	}
	if (*s || figure > FIGURE_MAX || abstain > FIGURE_MAX)
		return VOTE_LINE_WRONG;
	int64_t rest = (int64_t)entitled - figure - abstain;
	if (letter == 'n')
		return finish(out, rest, figure, abstain, 0, entitled);
	if (letter == 'j')
		return finish(out, figure, rest, abstain, 0, entitled);
	return finish(out, rest, 0, figure, 0, entitled);
}

/* 25 3, 25:3:0, 25 3 0 1 */
static enum vote_line_state parse_figures(const char *s, int32_t entitled, struct vote_line *out)
{
	int32_t figures[4] = { 0 };
	size_t count = 0;
	for (;;) {
		s += strspn(s, " ");
		if (!*s)
			break;
		if (count == 4)
			return VOTE_LINE_WRONG;
		figures[count] = read_figure(&s);
		if (figures[count] < 0 || figures[count] > FIGURE_MAX)
			return VOTE_LINE_WRONG;
		count++;
		s += strspn(s, " ");
		if (*s == ':' && !*++s)
			break;
	}
	if (count < 2)
		return VOTE_LINE_INCOMPLETE;
	int64_t abstain = count > 2 ? figures[2] : (int64_t)entitled - figures[0] - figures[1];
	return finish(out, figures[0], figures[1], abstain, figures[3], entitled);
}

void vote_line_parse(const char *text, int32_t entitled, struct vote_line *out)
{
	*out = (struct vote_line){ .state = VOTE_LINE_EMPTY };
	text += strspn(text, " ");
	if (!*text)
		return;
	if (*text == 'e' || *text == 'E')
		out->state = parse_unanimous(text, entitled, out);
	else if (*text == 'n' || *text == 'j' || *text == 'x')
		out->state = parse_minority(text, entitled, out);
	else if (isdigit((unsigned char)*text))
		out->state = parse_figures(text, entitled, out);
	else
		out->state = VOTE_LINE_WRONG;
}

void vote_line_parse_cell(const char *text, int32_t entitled, struct vote_line *out)
{
	*out = (struct vote_line){ .state = VOTE_LINE_EMPTY };
	text += strspn(text, " ");
	if (!*text || strcmp(text, "j") == 0)
		out->state = finish(out, entitled, 0, 0, 0, entitled);
	else if (strcmp(text, "n") == 0)
		out->state = finish(out, 0, entitled, 0, 0, entitled);
	else if (strcmp(text, "x") == 0)
		out->state = finish(out, 0, 0, entitled, 0, entitled);
	else
		vote_line_parse(text, entitled, out);
}
