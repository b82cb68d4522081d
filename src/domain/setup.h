/*
 * What the meeting table is loaded with before the first key: the head of the
 * meeting, who sits where, the agenda as invited, text modules, offices and
 * organizations. Plain data; every text is a copy, NULL never stands in it.
 */
#ifndef DOMAIN_SETUP_H
#define DOMAIN_SETUP_H

#include "base/id.h"
#include "base/rowset.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stdint.h>

enum setup_kind { SETUP_MEMBER, SETUP_SUBSTITUTE, SETUP_ADVISORY, SETUP_ADMINISTRATION };

struct setup_person {
	int64_t person_id;
	char *name;        /* Sommer, Ina */
	char *spoken;      /* Frau Sommer */
	char *full_name;   /* Dr. Ina von Sommer */
	char *family_name; /* von Sommer, or Sommer */
	char *abbreviation;
	int64_t group_id; /* 0: none */
	char *group_short;
	char *group_name;
	int32_t group_order;
	int32_t seat;    /* 0: none */
	bool voting;     /* for a substitute: while sitting in */
	bool councillor; /* elected member of the council (quorum of NRW committees) */
	enum setup_kind kind;
	char *role; /* Ratsmitglied, Bürgermeisterin */
	bool chair;
	int64_t substitute_for; /* 0: not a personal substitute */
	int32_t substitute_rank;
};

struct setup_item {
	struct id item_id;
	char *number;
	int32_t position;
	char *title;
	bool public;
	char *reference; /* number of the paper */
	char *paper_title;
	char *proposed_text;
	char *rule; /* majority rule; "": simple */
	bool standard;
	char *previous; /* consultations before this one, in words */
	bool supplemented;
};

struct setup_module {
	char *abbreviation;
	char *text;
};

struct setup_organization {
	int64_t id;
	char *name;
	char *short_name;
};

struct setup {
	int64_t meeting_id;
	char *name;   /* of the meeting; may be "" */
	char *number; /* "41" */
	char *body_name;
	char *organization_name;
	char *organization_short;
	int64_t starts_at; /* moment */
	char *location;
	char *room;
	char *state;
	int32_t legal; /* legal membership */
	char *kind_of_minutes; /* results, course, verbatim */
	char *quorum_rule; /* see quorum.h */
	bool unanimous_strict; /* 'einstimmig' only without abstentions */
	bool vote_by_group;
	char *group_style;
	char *secret_threshold;   /* N/M of the members, e.g. 1/5 */
	char *rollcall_threshold; /* likewise */
	char *election_rule;      /* majority of an election: ">1/2:valid" or ">1/2:present" */
	char *rule_set;
	char *minutes_state;
	char *standard_closing; /* sentence that closes the minutes; may be "" */

	struct vec roster;        /* struct setup_person, in order of the query */
	struct vec items;         /* struct setup_item, as invited */
	struct vec modules;       /* struct setup_module */
	struct vec offices;       /* char * */
	struct vec organizations; /* struct setup_organization */
};

void setup_init(struct setup *s);
void setup_clear(struct setup *s);

/* Each appends an element with all texts "" (caller fills them with mem_replace). Valid until the next. */
struct setup_person *setup_add_person(struct setup *s);
struct setup_item *setup_add_item(struct setup *s);
void setup_add_module(struct setup *s, const char *abbreviation, const char *text);
void setup_add_office(struct setup *s, const char *name);
void setup_add_organization(struct setup *s, int64_t id, const char *name, const char *short_name);

/* From the rows of table_meeting, table_roster, ...; load_meeting is false when there is no row. */
bool setup_load_meeting(struct setup *s, const struct rowset *rows);
void setup_load_roster(struct setup *s, const struct rowset *rows);
void setup_load_items(struct setup *s, const struct rowset *rows);
void setup_load_modules(struct setup *s, const struct rowset *rows);
void setup_load_offices(struct setup *s, const struct rowset *rows);
void setup_load_organizations(struct setup *s, const struct rowset *rows);

/* The minutes are signed, perhaps corrected since: the ledger is closed. */
bool setup_is_signed(const struct setup *s);

/* NULL when there is none. */
const struct setup_person *setup_person(const struct setup *s, int64_t person_id);
const struct setup_item *setup_item(const struct setup *s, const struct id *item_id);
const struct setup_organization *setup_organization(const struct setup *s, int64_t id);
const char *setup_module(const struct setup *s, const char *abbreviation); /* either case */

#endif
