/* See body.h. */
#include "app/body.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"

#include <stdlib.h>

static void name_all(struct db *db, struct err *err)
{
	const char *params[] = { NULL };
	struct str names = { 0 };
	struct rowset *rows = db_call(db, query_find("pick_body"), params, NULL);
	for (size_t i = 0; rows && i < rows->rows; i++)
		str_addf(&names, "%s%s", i ? ", " : "", rowset_text(rows, i, "short_name"));
	rowset_free(&rows);
	if (names.len)
		err_detail(err, _("in der Datenbank: %s"), str_text(&names));
	err_hint(err, "%s", names.len ? _("Eine davon mit --body nennen.") : _("'ratstisch body' legt sie an."));
	str_clear(&names);
}

char *body_pick(struct db *db, const struct options *o, struct err *err)
{
	const char *params[] = { o->body };
	struct rowset *rows = db_call(db, query_find("pick_body"), params, err);
	if (!rows)
		return NULL;
	char *id = rows->rows == 1 ? mem_strdup(rowset_text(rows, 0, "id")) : NULL;
	if (!id) {
		if (rows->rows)
			err_set(err, "%s", _("welche Kommune?"));
		else if (o->body)
			err_set(err, _("die Kommune „%s“ gibt es nicht"), o->body);
		else
			err_set(err, "%s", _("in der Datenbank ist noch keine Kommune"));
		name_all(db, err);
	}
	rowset_free(&rows);
	return id;
}
