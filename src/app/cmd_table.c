/* The program itself: in a terminal, or driven by a script. See commands.h. */
#include "app/commands.h"
#include "app/meeting.h"
#include "app/session.h"
#include "base/i18n.h"

static bool open_first(struct app *a, const struct options *o, struct err *err)
{
	int64_t id = 0;
	if (!app_open_screen(a, "start"))
		return err_set(err, "%s", _("die Startseite fehlt"));
	if (!session_meeting(o, &id, err))
		return false;
	if (id)
		meeting_open(a, id);
	return true;
}

int cmd_table(const struct options *o)
{
	return session_run(o, open_first);
}
