/* See projector_lamp.h. */
#include "app/projector_lamp.h"

#include "app/app.h"
#include "app/meeting.h"
#include "app/table.h"

#include <stdio.h>

static void counted(void *context, const struct rowset *rows, const struct err *err)
{
	struct app *a = context;
	struct table *t = a->meeting ? meeting_table(a->meeting) : NULL;
	if (t && !err && rows->rows > 0 && rowset_int(rows, 0, "id") == t->setup.meeting_id)
		t->projectors = (int)rowset_int(rows, 0, "projectors");
}

static void ask(struct app *a)
{
	char id[24];
	if (!a->meeting || db_state(a->db) != DB_READY)
		return;
	snprintf(id, sizeof(id), "%lld", (long long)meeting_id(a->meeting));
	const char *params[] = { id };
	app_send(a, "count_projectors", params, counted, a);
}

void projector_lamp_tick(struct app *a)
{
	if (a->lamp_seconds-- > 0)
		return;
	a->lamp_seconds = PROJECTOR_LAMP_SECONDS;
	ask(a);
}
