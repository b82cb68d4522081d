/* projector and chair: terminals beside the meeting table. See commands.h. */
#include "app/app.h"
#include "app/chair.h"
#include "app/commands.h"
#include "app/projector.h"
#include "app/session.h"
#include "base/i18n.h"

#include <stdlib.h>

static bool open_projector(struct app *a, const struct options *o, struct err *err)
{
	int64_t id = 0;
	if (!session_meeting(o, &id, err))
		return false;
	projector_open(a, id);
	return true;
}

/* The computer of a hall is switched on before the server, and nobody sits at it. */
int cmd_projector(const struct options *o)
{
	if (!o->script)
		session_await_server(o);
	return session_run(o, open_projector);
}

/* The meeting named, or the one that runs. */
static bool running_meeting(struct app *a, int64_t *id, struct err *err)
{
	struct rowset *rows = db_call(a->db, query_find("running_meetings"), NULL, err);
	if (!rows)
		return false;
	if (rows->rows == 1)
		*id = rowset_int(rows, 0, "id");
	else
		err_set(err, "%s", rows->rows ? _("mehrere Sitzungen laufen") : _("es läuft keine Sitzung"));
	if (rows->rows != 1)
		err_hint(err, "%s", _("Die Nummer der Sitzung nennen: ratstisch chair NUMMER"));
	rowset_free(&rows);
	return *id != 0;
}

static bool open_chair(struct app *a, const struct options *o, struct err *err)
{
	int64_t id = 0;
	if (!session_meeting(o, &id, err) || !app_open_screen(a, "start"))
		return false;
	if (id == 0 && !running_meeting(a, &id, err))
		return false;
	chair_open(a, id);
	return true;
}

int cmd_chair(const struct options *o)
{
	return session_run(o, open_chair);
}
