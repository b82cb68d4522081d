/*
 * The state of a meeting: fold(setup, events).
 *
 * A sitting owns copies of its events, in fold order, and what follows from
 * them: who is here, which item is open, what was decided. Pointers to events
 * in the derived structs point into those copies and stay valid until
 * sitting_rebuild or sitting_clear. Items, members, votes and so on are named
 * by their index. Indexes of members stay; those of items, votes and the rest
 * stay until an event is undone (sitting_apply of an undo folds anew).
 *
 * sitting_check refuses what is impossible at this moment, before it becomes
 * an event. sitting_apply takes events of the ledger as they are: what makes
 * no sense changes nothing but the list of events. The setup must live as long
 * as the sitting and not change.
 */
#ifndef DOMAIN_SITTING_H
#define DOMAIN_SITTING_H

#include "base/err.h"
#include "base/str.h"
#include "base/vec.h"
#include "domain/event.h"
#include "domain/setup.h"

#define SITTING_NONE ((size_t)-1) /* no item, no member, no vote */

enum sitting_state { SITTING_PLANNED, SITTING_RUNNING, SITTING_PAUSED, SITTING_CLOSED };

enum sitting_item_state { ITEM_WAITING, ITEM_RUNNING, ITEM_DONE, ITEM_WITHDRAWN };

/* One stay in the room. */
struct sitting_interval {
	int64_t from;       /* moment */
	int64_t until;      /* MOMENT_NONE: still here */
	size_t from_item;   /* SITTING_NONE: none was open */
	size_t until_item;
	int64_t sits_for;   /* person replaced, 0: own seat */
	bool from_open;     /* since the opening */
	bool until_close;   /* to the end of the meeting */
};

struct sitting_member {
	const struct setup_person *person;
	bool present;
	bool announced_absent;   /* said so before the opening */
	const char *absence_note; /* NULL: none given */
	int64_t sits_for;        /* 0: nobody */
	int64_t replaced_by;     /* 0: nobody */
	bool conflict;           /* for the open item */
	bool item_absent;        /* for the open item */
	bool seated;             /* in the room on a voting seat, conflict or not */
	bool counts;             /* may vote now */
	size_t group;            /* index into groups, of the seat held; SITTING_NONE */
	struct vec intervals;    /* struct sitting_interval */
};

struct sitting_group {
	int64_t group_id; /* 0: members without a group */
	const char *short_name;
	const char *name;
	int32_t order;
	int32_t seats;    /* voting members of the roster */
	int32_t present;  /* seated now */
	int32_t entitled; /* may vote now */
};

/* Befangenheit or absence for one item. */
struct sitting_conflict {
	const struct ledger_event *event; /* conflict or item_absent */
	size_t item, member;
	int64_t from, until; /* until MOMENT_NONE: still */
	bool withdrawn;      /* declared in error */
};

struct sitting_vote {
	const struct ledger_event *event;
	size_t item;
	size_t amendment;                   /* SITTING_NONE: not on an amendment */
	bool superseded;                    /* a later one repeats it */
	const struct ledger_event *wording; /* overridden sentence, NULL: none */
};

struct sitting_amendment {
	const struct ledger_event *event;
	size_t item;
	size_t vote; /* last vote on it that counts, SITTING_NONE: not voted yet */
};

struct sitting_task {
	const struct ledger_event *event; /* text, number = office, due */
	size_t item;                      /* SITTING_NONE: the meeting's */
};

enum speaker_state { SPEAKER_WAITING, SPEAKER_SPEAKING, SPEAKER_DONE, SPEAKER_CANCELLED };

struct sitting_speaker {
	size_t item;
	int64_t person_id; /* 0: a guest, see name */
	const char *name;  /* guest; NULL for a person of the roster */
	bool order;        /* point of order */
	enum speaker_state state;
	int64_t asked, begun, ended; /* moments or MOMENT_NONE */
};

/* All wordings of one text of an item (or of the meeting), oldest first; the last counts. */
struct sitting_text {
	size_t item; /* SITTING_NONE: the meeting's */
	const char *slot;
	int64_t person_id;  /* speaker of a verbatim statement, else 0 */
	struct vec history; /* const struct ledger_event * */
};

struct sitting_item {
	struct id item_id;
	const struct setup_item *invited; /* NULL: added in the meeting */
	const struct ledger_event *added; /* NULL: was on the agenda */
	const char *number;
	const char *title;
	bool public;
	bool switched; /* to the other part, in the meeting */
	bool moved;    /* out of its place, in the meeting */
	enum sitting_item_state state;
	int64_t begun, ended; /* first call, last end; MOMENT_NONE */
	int calls;            /* how often it was called */
	const struct ledger_event *withdrawn;
	const struct ledger_event *decision; /* last vote on the motion, election, seats or result; NULL: none */
	bool marked;                         /* finish later */
	const char *mark_note;
};

struct sitting {
	const struct setup *setup;
	struct vec events; /* struct sitting_event *, in fold order */
	struct id_index *index;
	int64_t last_typed; /* latest moment at which an event was typed, by the clocks of the clerks; MOMENT_NONE */
	bool replaying; /* many events at once: counts are made at their end */

	enum sitting_state state;
	int64_t opened, closed, paused; /* moments or MOMENT_NONE; paused: since */
	bool public_part;
	int64_t part_since; /* moment of the last switch, MOMENT_NONE */
	size_t current;     /* open item or SITTING_NONE */
	int64_t chair;      /* person, 0 */
	int32_t legal;      /* legal membership */
	int32_t present;    /* seated now, conflicts included */
	int32_t entitled;   /* may vote now */
	int32_t conflicts;  /* of those present */
	int32_t councillors, others; /* of those entitled */
	bool quorate;
	int32_t quorum_needed;

	struct vec members;    /* struct sitting_member, as the roster */
	struct vec groups;     /* struct sitting_group, in group order */
	struct vec items;      /* struct sitting_item */
	struct vec order;      /* size_t: items in the order held, public and non-public parts one after the other */
	struct vec votes;      /* struct sitting_vote */
	struct vec amendments; /* struct sitting_amendment */
	struct vec conflict_list; /* struct sitting_conflict */
	struct vec texts;      /* struct sitting_text */
	struct vec tasks;      /* struct sitting_task */
	struct vec speakers;   /* struct sitting_speaker, in the order asked */
	struct vec guests;     /* const struct ledger_event * */
	struct vec pauses;     /* const struct ledger_event *: pause, resume, pause ... */
	struct vec quorums;    /* const struct ledger_event *: challenges and counts */
	struct vec parts;      /* const struct ledger_event *: switches of the part */
	struct vec results;    /* const struct ledger_event *: result, election, seats */
	const struct ledger_event *released; /* to the projector; NULL: nothing */
};

struct sitting_event {
	struct ledger_event event;
	bool undone;
	const struct ledger_event *undone_by; /* NULL: not undone */
};

void sitting_init(struct sitting *s, const struct setup *setup);
void sitting_clear(struct sitting *s);

/* May this event happen now? Says why not in three parts. Never changes anything. */
bool sitting_check(const struct sitting *s, const struct ledger_event *e, struct err *err);

/*
 * Appends a copy and updates the state. An event whose id is there already
 * changes only its seq and author (delivered a second time, or confirmed).
 * false with err for an event of another meeting, without an id or kind.
 */
bool sitting_apply(struct sitting *s, const struct ledger_event *e, struct err *err);

/* Forgets everything and folds these events, in this order. Those that cannot be are left out. */
void sitting_rebuild(struct sitting *s, const struct ledger_event *events, size_t count);

/* The server's answer to an event; false when it is unknown. */
bool sitting_confirm(struct sitting *s, const struct id *event_id, int64_t seq, const char *author);

/* What `u` undoes: the last event that is neither undone nor an undo nor a pen; NULL: nothing. */
const struct ledger_event *sitting_last_undoable(const struct sitting *s);

/* The meeting was held, but not one of its events is there: this account may not read them. The state of the sitting then says nothing. */
bool sitting_is_hidden(const struct sitting *s);

/* NULL when there is no such event. */
const struct sitting_event *sitting_event(const struct sitting *s, const struct id *event_id);

/* Elements by index, which must exist. */
struct sitting_item *sitting_item(const struct sitting *s, size_t item);
struct sitting_member *sitting_member(const struct sitting *s, size_t member);
struct sitting_vote *sitting_vote(const struct sitting *s, size_t vote);
struct sitting_amendment *sitting_amendment(const struct sitting *s, size_t amendment);

/* Indexes, or SITTING_NONE. By number: of the part that runs first, then of the other. */
size_t sitting_find_item(const struct sitting *s, const struct id *item_id);
size_t sitting_find_number(const struct sitting *s, const char *number);
size_t sitting_find_member(const struct sitting *s, int64_t person_id);

/* Waiting, and not decided in a block already: behind the open one in the order held, else the first. of_part: of the part that runs. */
size_t sitting_next_item(const struct sitting *s, bool of_part);

/* The current text and its event, or NULL. A resolution that was never edited gives the proposal of the setup. */
const char *sitting_text(const struct sitting *s, size_t item, const char *slot, int64_t person_id);
const struct sitting_text *sitting_text_history(const struct sitting *s, size_t item, const char *slot, int64_t person_id);
const char *sitting_resolution(const struct sitting *s, size_t item); /* "" when there is none */
const char *sitting_proposal(const struct sitting *s, size_t item);   /* as invited; "" */
const char *sitting_rule(const struct sitting *s, size_t item);       /* majority rule; "simple" */

/* Amendments of an item, furthest-going first (by number, then as made): indexes into amendments, appended to out. */
void sitting_amendments(const struct sitting *s, size_t item, struct vec *out);

/* Those who may vote now (person ids appended to out, a vec of int64_t): by seat, or by name. */
void sitting_voters(const struct sitting *s, bool by_name, struct vec *out);

/* Waiting speakers in the order of their turn, point of order first: indexes appended to out (vec of size_t). */
void sitting_speakers(const struct sitting *s, struct vec *out);
size_t sitting_speaking(const struct sitting *s); /* who speaks now, or SITTING_NONE */

/* Of how many members present an election needs the majority now; 0: the majority is one of the valid votes. */
int32_t sitting_election_base(const struct sitting *s);

/* Fills legal, entitled and present of an event from this moment. */
void sitting_fill_numbers(const struct sitting *s, struct ledger_event *e);

/* Name to be printed for a person id: spoken form, or name in full; "?" when unknown. */
const char *sitting_person_spoken(const struct sitting *s, int64_t person_id);
const char *sitting_person_name(const struct sitting *s, int64_t person_id);

/* One line for the list of events: "18:42 Frau Kramer kommt (TOP 4)" without seq and author. */
void sitting_describe(const struct sitting *s, const struct ledger_event *e, struct str *out);

#endif
