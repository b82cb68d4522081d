/* The program itself: in a terminal, or driven by a script. See commands.h. */
#include "app/app.h"
#include "app/commands.h"
#include "app/journal_scan.h"
#include "app/meeting.h"
#include "app/session.h"
#include "base/i18n.h"

/* Typed and confirmed, but the server does not have it: nobody shall have to remember that. */
static void say_waiting(struct app *a)
{
	int64_t meeting;
	size_t events;
	struct err err = { 0 };
	size_t meetings = journal_scan(a->options->journal, a->database, &meeting, &events, &err);
	if (err_is_set(&err))
		message_error(&a->message, &err);
	else if (meetings == 1)
		message_warn(&a->message, _("Sitzung %lld: %zu Ereignisse warten im Journal; der Sitzungstisch überträgt sie."),
		             (long long)meeting, events);
	else if (meetings > 1)
		message_warn(&a->message, _("In %zu Sitzungen warten Ereignisse im Journal, zuerst in Sitzung %lld."),
		             meetings, (long long)meeting);
}

static bool open_first(struct app *a, const struct options *o, struct err *err)
{
	int64_t id = 0;
	if (!app_open_screen(a, "start"))
		return err_set(err, "%s", _("die Startseite fehlt"));
	if (!session_meeting(o, &id, err))
		return false;
	if (id)
		meeting_open(a, id);
	else
		say_waiting(a);
	return true;
}

int cmd_table(const struct options *o)
{
	return session_run(o, open_first);
}
