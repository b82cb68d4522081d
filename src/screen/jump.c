/* See jump.h. */
#include "screen/jump.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>

#define ROWS_MAX 100

void jump_init(struct jump *j, const char *query)
{
	*j = (struct jump){ .query = mem_strdup(query) };
	choice_init(&j->choice, _("Springen zu: "));
}

void jump_clear(struct jump *j)
{
	choice_clear(&j->choice);
	free(j->query);
	*j = (struct jump){ 0 };
}

void jump_open(struct jump *j)
{
	int height = j->choice.height;
	choice_clear(&j->choice);
	choice_init(&j->choice, _("Springen zu: "));
	j->choice.height = height;
	j->number++;
	j->wanted = false;
}

void jump_resize(struct jump *j, int rows, int cols)
{
	(void)cols;
	choice_resize(&j->choice, rows);
}

unsigned jump_event(struct jump *j, const struct event *e)
{
	unsigned result = choice_event(&j->choice, e);
	if (result & SCREEN_REQUEST) {
		j->wanted = true;
		j->number++;
	}
	return result;
}

bool jump_take_request(struct jump *j, struct screen_request *r)
{
	if (!j->wanted)
		return false;
	j->wanted = false;
	*r = (struct screen_request){ .number = j->number, .query = j->query, .plain = true, .limit = ROWS_MAX };
	r->filter = line_text(&j->choice.line);
	return true;
}

unsigned jump_feed(struct jump *j, unsigned number, const struct rowset *rows)
{
	if (number != j->number)
		return SCREEN_IGNORED;
	return choice_feed(&j->choice, rows, "id", "label", "detail");
}

const char *jump_kind(const struct jump *j)
{
	return choice_value(&j->choice, "kind");
}

const char *jump_id(const struct jump *j)
{
	return choice_key(&j->choice);
}

void jump_draw(const struct jump *j, struct canvas *c, struct area area)
{
	choice_draw(&j->choice, c, area);
}

const char *jump_label(const struct jump *j)
{
	return choice_label(&j->choice);
}

void jump_speak(const struct jump *j, struct speech *out)
{
	choice_speak(&j->choice, out);
}
