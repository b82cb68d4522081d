/* The chair's terminal: life and keys. See chair.h; the picture is in chair_draw.c. */
#include "app/chair.h"

#include "app/live.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>

#define PAGE_LINES 5

static void notified(void *self, int64_t meeting_id, int64_t seq)
{
	struct chair *ch = self;
	follow_notified(&ch->follow, meeting_id, seq);
}

static void connection(void *self, enum db_state state)
{
	struct chair *ch = self;
	follow_connection(&ch->follow, state);
}

/* A wording is read from its beginning. */
static int scrolled(const struct chair *ch)
{
	const struct follow_state *now = ch->follow.now;
	return now && now->sitting.current == ch->scroll_item ? ch->scroll : 0;
}

static void scroll(struct chair *ch, int lines)
{
	int at = scrolled(ch) + lines;
	ch->scroll = at > 0 ? at : 0;
	ch->scroll_item = ch->follow.now ? ch->follow.now->sitting.current : SITTING_NONE;
}

static unsigned on_key(struct chair *ch, char32_t key)
{
	static const struct {
		char32_t key;
		int lines;
	} moves[] = { { K_UP, -1 }, { K_DOWN, 1 }, { K_PAGE_UP, -PAGE_LINES }, { K_PAGE_DOWN, PAGE_LINES }, { ' ', PAGE_LINES } };
	for (size_t i = 0; i < sizeof(moves) / sizeof(*moves); i++)
		if (moves[i].key == key) {
			scroll(ch, moves[i].lines);
			return SCREEN_HANDLED;
		}
	const struct screen_key *k = screen_find_key(ch->screen, key);
	if (!k)
		return SCREEN_HANDLED | SCREEN_BELL;
	ch->action = k->action;
	return SCREEN_ACTION;
}

static unsigned on_event(void *self, const struct event *e)
{
	return e->type == EVENT_KEY ? on_key(self, e->key) : SCREEN_HANDLED;
}

static const char *on_action(const void *self)
{
	return ((const struct chair *)self)->action;
}

static struct chair_picture picture_of(const struct chair *ch)
{
	const struct follow *f = &ch->follow;
	struct chair_picture p = { f->now ? &f->now->sitting : NULL, NULL, f->connected, scrolled(ch) };
	if (err_is_set(&f->err))
		p.note = f->err.what;
	else if (!f->now)
		p.note = _("Die Sitzung wird geladen ...");
	else if (follow_is_blind(f))
		p.note = _("Mit den Rechten dieses Kontos ist der Verlauf der Sitzung nicht zu sehen.");
	return p;
}

static void on_speak(const void *self, struct speech *out)
{
	struct chair_picture p = picture_of(self);
	chair_speak(&p, out);
}

static void on_draw(const void *self, struct canvas *c, struct area area)
{
	const struct chair *ch = self;
	const struct follow *f = &ch->follow;
	struct chair_picture p = picture_of(ch);
	chair_draw(&p, c, area);
	if (area.rows > 1 && message_is_shown(&f->app->message))
		message_draw(&f->app->message, c, (struct area){ area.row + area.rows - 1, area.col, 1, area.cols });
}

static void on_free(void *self)
{
	struct chair *ch = self;
	ch->follow.app->listener = (struct app_listener){ 0 };
	follow_clear(&ch->follow);
	free(ch);
}

const struct view_class chair_class = {
	.name = "chair",
	.event = on_event,
	.draw = on_draw,
	.free = on_free,
	.speak = on_speak,
	.action = on_action,
};

void chair_open(struct app *a, int64_t meeting_id)
{
	const struct screen *screen = screen_set_find(&a->screens, "chair");
	if (a->listener.self || !screen || meeting_id <= 0) {
		message_warn(&a->message, "%s", a->listener.self ? _("Die Ansicht für den Vorsitz ist schon offen.") : _("Keine Sitzung ist gewählt."));
		return;
	}
	struct chair *ch = mem_zalloc(1, sizeof(*ch));
	ch->screen = screen;
	ch->scroll_item = SITTING_NONE;
	live_listen(a);
	follow_init(&ch->follow, a, meeting_id);
	a->listener = (struct app_listener){ ch, notified, connection };
	app_push(a, &chair_class, screen, ch);
}
