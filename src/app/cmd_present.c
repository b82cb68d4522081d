/* projector and chair: terminals beside the meeting table. See commands.h. */
#include "app/app.h"
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

int cmd_projector(const struct options *o)
{
	return session_run(o, open_projector);
}
