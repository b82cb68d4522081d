/*
 * One event of the meeting ledger: 30 fields in the order of doc/ledger.md,
 * and what the server adds. One table of fields and one table of kinds
 * (event.c) give the text forms for query parameters, rows and the journal.
 *
 * An absent value is: id "", person or organization 0, count LEDGER_ABSENT,
 * moment MOMENT_NONE, day DATE_NONE, text NULL, flag LEDGER_UNKNOWN, a list
 * whose `set` is false. An empty text and an empty list are not absent.
 */
#ifndef DOMAIN_EVENT_H
#define DOMAIN_EVENT_H

#include "base/date.h"
#include "base/err.h"
#include "base/id.h"
#include "base/rowset.h"
#include "base/str.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LEDGER_ABSENT (-1) /* a count that is not there */

enum ledger_kind {
	LEDGER_NONE,
	LEDGER_OPEN,
	LEDGER_PAUSE,
	LEDGER_RESUME,
	LEDGER_CLOSE,
	LEDGER_ARRIVE,
	LEDGER_DEPART,
	LEDGER_SUBSTITUTE,
	LEDGER_SUBSTITUTE_END,
	LEDGER_GUEST,
	LEDGER_CONFLICT,
	LEDGER_CONFLICT_END,
	LEDGER_ITEM_ABSENT,
	LEDGER_ITEM_CALL,
	LEDGER_ITEM_END,
	LEDGER_ITEM_ADD,
	LEDGER_ITEM_WITHDRAW,
	LEDGER_ITEM_MOVE,
	LEDGER_ITEM_PUBLIC,
	LEDGER_PART,
	LEDGER_VOTE,
	LEDGER_RESULT,
	LEDGER_ELECTION,
	LEDGER_SEATS,
	LEDGER_AMENDMENT,
	LEDGER_TEXT,
	LEDGER_SPEAKER,
	LEDGER_TASK,
	LEDGER_MARK,
	LEDGER_QUORUM,
	LEDGER_RELEASE,
	LEDGER_WORDING,
	LEDGER_PEN,
	LEDGER_UNDO,
	LEDGER_KIND_COUNT
};

/* The 30 fields, in the order of doc/ledger.md. */
enum ledger_field {
	FIELD_EVENT_ID,
	FIELD_MEETING_ID,
	FIELD_AT,
	FIELD_TYPED_AT,
	FIELD_KIND,
	FIELD_ITEM_ID,
	FIELD_PERSON_ID,
	FIELD_OTHER_PERSON_ID,
	FIELD_ORGANIZATION_ID,
	FIELD_REF_EVENT_ID,
	FIELD_SLOT,
	FIELD_MODE,
	FIELD_RULE,
	FIELD_OUTCOME,
	FIELD_FLAG,
	FIELD_LEGAL,
	FIELD_ENTITLED,
	FIELD_PRESENT,
	FIELD_YES,
	FIELD_NO,
	FIELD_ABSTAIN,
	FIELD_INVALID,
	FIELD_NUMBER,
	FIELD_TEXT,
	FIELD_NOTE,
	FIELD_PERSONS,
	FIELD_CHOICES,
	FIELD_LABELS,
	FIELD_COUNTS,
	FIELD_DUE,
	FIELD_COUNT
};

enum ledger_flag { LEDGER_UNKNOWN, LEDGER_FALSE, LEDGER_TRUE };

struct ledger_persons {
	bool set;
	size_t len;
	int64_t *items;
};

struct ledger_labels {
	bool set;
	size_t len;
	char **items; /* never empty texts */
};

struct ledger_counts {
	bool set;
	size_t len;
	int32_t *items;
};

struct ledger_event {
	struct id event_id;
	int64_t meeting_id;
	int64_t at;       /* moment */
	int64_t typed_at; /* moment */
	enum ledger_kind kind;
	struct id item_id;
	int64_t person_id;
	int64_t other_person_id;
	int64_t organization_id;
	struct id ref_event_id;
	char *slot;
	char *mode;
	char *rule;
	char *outcome;
	enum ledger_flag flag;
	int32_t legal, entitled, present;
	int32_t yes, no, abstain, invalid;
	char *number;
	char *text;
	char *note;
	struct ledger_persons persons;
	char *choices;
	struct ledger_labels labels;
	struct ledger_counts counts;
	int32_t due; /* day */

	int64_t seq;  /* given by the server; 0: not confirmed yet */
	char *author; /* login name; NULL: not confirmed yet */
};

/* Everything absent but the kind. _new also gives a new id, the meeting, the time `at` and now as typed_at. */
void ledger_event_init(struct ledger_event *e, enum ledger_kind kind);
void ledger_event_new(struct ledger_event *e, enum ledger_kind kind, int64_t meeting_id, int64_t at);
void ledger_event_copy(struct ledger_event *to, const struct ledger_event *from); /* to is overwritten, not freed */
void ledger_event_clear(struct ledger_event *e);                                   /* frees; everything absent */
bool ledger_event_equal(const struct ledger_event *a, const struct ledger_event *b); /* the 30 fields */

/* Lists are copied; labels may hold empty texts no more than the ledger may. */
void ledger_set_persons(struct ledger_event *e, const int64_t *items, size_t len);
void ledger_set_labels(struct ledger_event *e, const char *const *items, size_t len);
void ledger_set_counts(struct ledger_event *e, const int32_t *items, size_t len);

const char *ledger_field_name(enum ledger_field field); /* "event_id" */
const char *ledger_kind_name(enum ledger_kind kind);    /* "item_call"; "" for none */
const char *ledger_kind_label(enum ledger_kind kind);   /* translated: "Punkt aufgerufen" */
enum ledger_kind ledger_kind_parse(const char *name);   /* LEDGER_NONE when there is none */
bool ledger_kind_uses(enum ledger_kind kind, enum ledger_field field);
bool ledger_kind_needs(enum ledger_kind kind, enum ledger_field field);

/*
 * The text form of one field: moments in microseconds, days as 2026-10-14,
 * flags t or f, persons and counts separated by blanks, labels by \x1f. get
 * sets *out (old content gone) and returns false when the field is absent.
 * set takes NULL for absent; a wrong text is refused and changes nothing.
 */
bool ledger_get_field(const struct ledger_event *e, enum ledger_field field, struct str *out);
bool ledger_set_field(struct ledger_event *e, enum ledger_field field, const char *text, struct err *err);

/* FIELD_COUNT texts (NULL where absent), as append_event takes them; freed with ledger_params_free. */
char **ledger_to_params(const struct ledger_event *e);
void ledger_params_free(char ***params);

/* An event from a row whose columns are named like the fields, with seq and author if there. *e is initialized by it. */
bool ledger_from_row(const struct rowset *rows, size_t row, struct ledger_event *e, struct err *err);

/* The events of all rows that hold one are appended (struct ledger_event) / cleared, and the array is freed. */
void ledger_from_rows(const struct rowset *rows, struct vec *events);
void ledger_events_clear(struct vec *events);

/* Sequence number of the last one; 0: there is none. */
int64_t ledger_last_seq(const struct vec *events);

/*
 * Has every field its kind needs, and none the kind does not know? The rules
 * of the moment are sitting_check's business.
 */
bool ledger_check(const struct ledger_event *e, struct err *err);

/*
 * One line of the journal, with its line end: version mark, fields separated
 * by tabs (\N absent, backslash escapes), CRC-32 of all before it. The parser
 * takes the line with or without its end (n bytes) and refuses torn, changed
 * and unknown lines; *e is initialized by it and empty after a refusal.
 */
void ledger_to_line(const struct ledger_event *e, struct str *out);
bool ledger_from_line(const char *line, size_t n, struct ledger_event *e, struct err *err);

#endif
