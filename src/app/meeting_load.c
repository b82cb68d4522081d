/* See meeting_load.h. */
#include "app/meeting_load.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "domain/event.h"

#include <stdio.h>
#include <stdlib.h>

/* In the order they are put into the setup. */
enum { PART_MEETING, PART_ROSTER, PART_ITEMS, PART_MODULES, PART_OFFICES, PART_ORGANIZATIONS, PART_EVENTS, PART_COUNT };

static const char *const part_queries[PART_COUNT] = { "table_meeting", "table_roster",        "table_items", "table_modules",
	                                              "table_offices", "table_organizations", "table_events" };

struct part {
	struct meeting_load *load;
	struct rowset *rows;
};

struct meeting_load {
	struct db *db;
	struct setup *setup;
	struct part parts[PART_COUNT];
	size_t missing;
	meeting_loaded *done;
	void *context;
};

void meeting_load_cancel(struct meeting_load **handle)
{
	struct meeting_load *load = *handle;
	if (!load)
		return;
	for (size_t i = 0; i < PART_COUNT; i++) {
		db_forget(load->db, &load->parts[i]);
		rowset_free(&load->parts[i].rows);
	}
	free(load);
	*handle = NULL;
}

static void all_there(struct meeting_load *load)
{
	struct setup *s = load->setup;
	struct vec events = VEC_OF(struct ledger_event);
	struct err err = { 0 };
	if (setup_load_meeting(s, load->parts[PART_MEETING].rows)) {
		setup_load_roster(s, load->parts[PART_ROSTER].rows);
		setup_load_items(s, load->parts[PART_ITEMS].rows);
		setup_load_modules(s, load->parts[PART_MODULES].rows);
		setup_load_offices(s, load->parts[PART_OFFICES].rows);
		setup_load_organizations(s, load->parts[PART_ORGANIZATIONS].rows);
		ledger_from_rows(load->parts[PART_EVENTS].rows, &events);
	} else {
		err_set(&err, "%s", _("diese Sitzung gibt es nicht"));
		err_hint(&err, "%s", _("Vielleicht fehlt die Berechtigung, sie zu sehen."));
	}
	meeting_loaded *done = load->done;
	void *context = load->context;
	meeting_load_cancel(&load);
	done(context, &events, err_is_set(&err) ? &err : NULL);
	ledger_events_clear(&events);
	err_clear(&err);
}

static void part_there(void *context, const struct rowset *rows, const struct err *err)
{
	struct part *part = context;
	struct meeting_load *load = part->load;
	if (err) {
		meeting_loaded *done = load->done;
		void *done_context = load->context;
		meeting_load_cancel(&load);
		done(done_context, NULL, err);
		return;
	}
	part->rows = rowset_copy(rows);
	if (--load->missing == 0)
		all_there(load);
}

struct meeting_load *meeting_load_start(struct db *db, int64_t meeting_id, struct setup *setup, meeting_loaded *done,
                                        void *context)
{
	struct meeting_load *load = mem_zalloc(1, sizeof(*load));
	char id[24];
	snprintf(id, sizeof(id), "%lld", (long long)meeting_id);
	*load = (struct meeting_load){ .db = db, .setup = setup, .missing = PART_COUNT, .done = done, .context = context };
	for (size_t i = 0; i < PART_COUNT; i++)
		load->parts[i].load = load;
	const char *params[] = { id, "0" };
	for (size_t i = 0; i < PART_COUNT; i++)
		db_send(db, query_find(part_queries[i]), 0, params, part_there, &load->parts[i]);
	return load;
}
