/* See keybar.h. */
#include "screen/keybar.h"

#include "base/str.h"
#include "base/text.h"

static int entry_width(const struct screen_key *k)
{
	return text_width(k->name) + 1 + text_width(k->label) + 2;
}

static int draw_entry(const struct screen_key *k, struct canvas *c, int row, int col, int cols)
{
	int used = canvas_text(c, row, col, cols, ATTR_BOLD, k->name);
	used += canvas_text(c, row, col + used + 1, cols - used - 1, ATTR_NONE, k->label) + 1;
	return used + 2;
}

void keybar_draw(const struct screen *s, struct canvas *c, struct area area)
{
	if (area.rows < 1 || area.cols < 1)
		return;
	canvas_field(c, area.row, area.col, area.cols, ATTR_NONE, "");
	if (!s)
		return;
	const struct screen_key *help = screen_find_action(s, "help");
	int end = area.col + area.cols, col = area.col + 1;
	int reserved = help ? entry_width(help) - 2 : 0;
	for (size_t i = 0; i < s->keys.len; i++) {
		const struct screen_key *k = vec_at(&s->keys, i);
		if (!k->bar || k == help || col + entry_width(k) + reserved > end)
			continue;
		col += draw_entry(k, c, area.row, col, end - col);
	}
	if (help && col + reserved <= end)
		draw_entry(help, c, area.row, col, end - col);
}
