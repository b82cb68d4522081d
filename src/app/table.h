/*
 * The meeting table: the screen at which minutes are taken.
 *
 * A key becomes an action (named in screens/meeting_table.screen), the action
 * makes a ledger event, the event is checked against the state of the sitting,
 * handed to hooks.record (journal on disk, then delivery) and folded. Nothing
 * here waits for the server and nothing draws from a key: table_draw.c paints
 * the state that is there.
 *
 * What is typed is typed at the bottom: a prompt (struct table_prompt) reads
 * one line and says meanwhile what it would mean. Roll call, votes by group,
 * the text editor and the agenda each are a mode of their own; Esc leads back
 * to command mode from all of them, and a text is kept when it is left.
 */
#ifndef APP_TABLE_H
#define APP_TABLE_H

#include "base/canvas.h"
#include "base/err.h"
#include "base/event.h"
#include "base/str.h"
#include "base/vec.h"
#include "domain/election.h"
#include "domain/name_match.h"
#include "domain/setup.h"
#include "domain/sitting.h"
#include "domain/vote_line.h"
#include "screen/editor.h"
#include "screen/line.h"
#include "screen/message.h"
#include "screen/screen_file.h"
#include "screen/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum table_mode {
	TABLE_COMMAND,  /* letters act */
	TABLE_PROMPT,   /* one line at the bottom */
	TABLE_TEXT,     /* letters write */
	TABLE_ROLLCALL, /* one letter per name */
	TABLE_GROUPS,   /* one cell per group */
	TABLE_AGENDA,   /* letters change the agenda */
	TABLE_HELD,     /* a decision on each event that was held */
};

/* What the table asks of the program around it. */
struct table_hooks {
	void *context;
	/* Event to disk, then on its way to the server; false: it is not recorded, err says why. */
	bool (*record)(void *context, const struct ledger_event *event, struct err *err);
	/* A text to be read: list of events, minutes. */
	void (*show)(void *context, const char *title, const char *text);
	/* Take the pen over (force) or ask for it again. */
	void (*take_pen)(void *context, bool force);
	/* The clerk's decision on an event held in the journal: entered after all, or it does not count. */
	void (*decide)(void *context, const struct id *event_id, bool enter);
	/* The table is being freed; may be NULL. */
	void (*closed)(void *context);
};

/* What the status line says of the outside; set by the program. */
struct table_link {
	bool pen;             /* this terminal records */
	char *pen_holder;     /* who else has it; NULL: nobody or unknown */
	bool connected;
	bool hidden;          /* told of events, but none may be read here */
	bool busy;            /* the server cannot take events just now; it is asked again */
	const struct journal *journal; /* what waits for the server or the clerk stands there; NULL: none */
};

/* What the next vote is about, when not the item's resolution or its amendment. */
struct table_subject {
	const char *slot;   /* number, procedure, urgency, public; NULL: motion */
	char *number;       /* Ziffer */
	char *text;         /* motion of procedure; title of the urgent item */
	size_t item;        /* item to be switched; else SITTING_NONE */
};

struct table;
struct journal;

struct table_prompt {
	const char *label; /* marked for translation */
	/* Enter. True: done, the prompt closes; false: it stays (a message says why). */
	bool (*accept)(struct table *t, const char *text);
	/* What the text would mean, while it is typed; the attribute shows right or wrong. NULL: nothing. */
	unsigned (*hint)(const struct table *t, const char *text, struct str *out);
	bool names; /* digits choose among ambiguous names */
};

struct table_rollcall {
	struct vec persons; /* int64_t, in the order called */
	char *choices;      /* one letter each, ' ' not answered */
	size_t at;
	int32_t seat; /* number being typed */
	bool by_name;
};

struct table_groups {
	struct vec cells; /* struct table_cell */
	size_t at;
};

struct table_cell {
	size_t group; /* index into sitting.groups */
	struct str text;
};

struct table {
	const struct screen *screen;
	struct table_hooks hooks;
	struct table_link link;
	struct message *message; /* of the program */
	struct setup setup;
	struct sitting sitting;
	bool folded; /* sitting is there */
	bool loaded; /* keys are obeyed */

	enum table_mode mode;
	const char *action; /* handed back to the program */
	const char *then;   /* to be handed back when the prompt closes; NULL: nothing */

	size_t cursor;      /* index into sitting.order */
	bool cursor_free;   /* moved away from the open item */
	struct vec marked;  /* size_t items, for a block vote */
	struct table_subject subject;
	char *rule;         /* majority rule for the next votes on this item; NULL: the item's */
	size_t rule_item;
	size_t amendment;   /* to be voted next, SITTING_NONE: the furthest-going */
	char32_t key;       /* the last one in command mode */
	int64_t at;         /* time for the next event, MOMENT_NONE: now */
	int projectors; /* connected to this meeting; -1: not known yet */

	const struct table_prompt *prompt;
	struct line line;
	int64_t chosen;     /* person chosen by a digit; 0 */
	struct str kept;    /* what an earlier prompt of the same action got */
	struct ledger_event pending; /* vote that waits for a reason */
	int64_t person;     /* verbatim speaker, mover of an amendment */
	int64_t organization;

	struct table_rollcall rollcall;
	struct table_groups groups;
	struct editor *editor;
	const char *slot;   /* text being written */
	size_t text_item;
	int text_ticks;     /* seconds since the text was recorded */
	bool text_below;    /* a prompt was opened over the editor */
	size_t moving;      /* item carried in agenda mode, SITTING_NONE */
	size_t held_at;     /* cursor in the events held */
	struct id sure;     /* of which it was asked whether it shall be discarded */
	int view_rows, view_cols;
};

extern const struct view_class table_class; /* self is a struct table */

/* The screen and the message must outlive the table. */
struct table *table_new(const struct screen *screen, const struct table_hooks *hooks, struct message *message);
void table_free(struct table **t);

/* setup is filled by the program; events in fold order. The program then feeds the view, so that keys that waited are obeyed. */
void table_loaded(struct table *t, const struct ledger_event *events, size_t count);

/*
 * The picture is folded anew from these events: some are gone, others came.
 * What the clerk is doing goes on, unless its item is gone: a text is then shown to be copied.
 */
void table_refold(struct table *t, const struct ledger_event *events, size_t count);

/* An event of the server (ours confirmed, or somebody else's). */
void table_receive(struct table *t, const struct ledger_event *event);

/* Somebody holds the pen: shall it be taken over? */
void table_ask_pen(struct table *t);

/* Time correction and the clock of the table. */
int64_t table_moment(const struct table *t);

/*
 * The clock of the meeting: never before the last event that was typed, also
 * when this machine's clock was set back (or another clerk's ran ahead). Nobody
 * left before he came, no item ended before it began.
 */
int64_t table_clock(const struct table *t);

/* The moment typed times belong to: the opening, before it the planned beginning. */
int64_t table_day(const struct table *t);

/* ---- for the files table_*.c only ---- */

/* This account sees no events of the meeting, only its agenda: the state is not known. */
bool table_is_hidden(const struct table *t);

/* The item that keys mean: the open one, else the one under the cursor; SITTING_NONE. */
size_t table_item(const struct table *t);
size_t table_cursor_item(const struct table *t);

/*
 * Fills in meeting and times, checks, records, folds, says err in the message
 * line. The event is cleared in any case. True when it happened.
 */
bool table_record(struct table *t, struct ledger_event *e);

/* An event of this kind at the time set by the clerk (or now). */
void table_event(struct table *t, struct ledger_event *e, enum ledger_kind kind);

void table_open_prompt(struct table *t, const struct table_prompt *prompt, const char *text);
void table_command_mode(struct table *t);
void table_clear_subject(struct table *t);
void table_clear_marks(struct table *t);
bool table_is_marked(const struct table *t, size_t item);

/* Refuses with a message when there is no item open (or no meeting, or no pen). */
bool table_needs_item(struct table *t);

/* One person by what was typed; 0 with a message when none or several fit. text may carry a time, put into t->at. */
int64_t table_find_person(struct table *t, const char *text);

/* Handlers by action name. Each returns view bits. */
typedef unsigned table_handler(struct table *t);
struct table_action {
	const char *name;
	table_handler *run;
	bool records; /* needs the pen and a loaded meeting */
	const char *help;
};
extern const struct table_action table_flow_actions[], table_vote_actions[], table_result_actions[], table_people_actions[],
	table_text_actions[], table_agenda_actions[], table_held_actions[];
extern const struct table_action *const table_families[]; /* ends in NULL */
const struct table_action *table_action_find(const char *name);

/* Modes: how they begin, and their keys. */
unsigned table_start_rollcall(struct table *t);
unsigned table_start_groups(struct table *t);
unsigned table_start_election(struct table *t);
unsigned table_rollcall_key(struct table *t, char32_t key);
unsigned table_groups_key(struct table *t, char32_t key);
unsigned table_text_event(struct table *t, const struct event *e);
unsigned table_agenda_key(struct table *t, char32_t key);
unsigned table_held_key(struct table *t, char32_t key);

/* How many events wait for the clerk's decision. */
size_t table_held(const struct table *t);

/* What is held or was discarded, one line each, the last first. */
void table_describe_held(const struct table *t, struct str *out);

/* Folds an event that was held, and hands it out for delivery. */
void table_enter_held(struct table *t, const struct ledger_event *e);
void table_leave_text(struct table *t);

/* The program ends in the middle of a text: it is recorded, an amendment (one event for good) is not. The mode stays, for the draft. */
void table_keep_text(struct table *t);

/* Opens the editor with a text begun before. false: the item's text is neither base nor this text any more, or no such slot. */
bool table_write_text(struct table *t, const char *slot, size_t item, int64_t person, int64_t organization, const char *base,
                      const char *text);
void table_rollcall_clear(struct table *t);
void table_groups_clear(struct table *t);

/* Votes. */
enum table_vote_kind { TABLE_VOTE_UNANIMOUS, TABLE_VOTE_COUNT, TABLE_VOTE_GROUP, TABLE_VOTE_ROLLCALL, TABLE_VOTE_SECRET };
struct table_figures {
	enum table_vote_kind kind;
	int32_t yes, no, abstain, invalid;
	const char *note;                      /* reason of an override, NULL */
	const struct table_rollcall *rollcall; /* TABLE_VOTE_ROLLCALL */
	const struct table_groups *groups;     /* TABLE_VOTE_GROUP */
};
bool table_vote(struct table *t, const struct table_figures *figures);

/* The amendment that is voted next on an item, or SITTING_NONE. */
size_t table_open_amendment(const struct table *t, size_t item);
const char *table_rule(const struct table *t, size_t item);
/* What the vote line stands for: "Abst.", "Abst. ÄA 1", "Abst. Ziffer 2", "Block (3)". */
void table_subject_label(const struct table *t, struct str *out);
void table_outcome_hint(const struct table *t, const struct vote_line *v, struct str *out);

/* A group's short name; who belongs to none: "fraktionslos", or the office when it is one person's (mayor). */
const char *table_group_label(const struct table *t, const struct sitting_group *group);

/* The projector: what B releases, and what the status line says of it ("": nothing). */
unsigned table_release(struct table *t);
void table_projector_text(const struct table *t, struct str *out);
/* Appends that no projector is there, if so and if something is said of it. */
void table_projector_lamp(const struct table *t, struct str *out);

void table_draw(const struct table *t, struct canvas *c, struct area area);
void table_draw_rollcall(const struct table *t, struct canvas *c, struct area area);
void table_draw_groups(const struct table *t, struct canvas *c, struct area area);
void table_draw_agenda(const struct table *t, struct canvas *c, struct area area, bool full);
void table_draw_held(const struct table *t, struct canvas *c, struct area area);
void table_draw_body(const struct table *t, struct canvas *c, struct area area);
int table_draw_wrapped(struct canvas *c, struct area area, int row, unsigned attr, const char *text);

#endif
