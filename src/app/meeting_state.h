/* Inside of a meeting: for meeting.c and meeting_delivery.c only. */
#ifndef APP_MEETING_STATE_H
#define APP_MEETING_STATE_H

#include "app/app.h"
#include "app/journal.h"
#include "app/meeting.h"
#include "app/meeting_load.h"

struct meeting {
	struct app *app;
	struct table *table;
	unsigned serial; /* of its view */
	int64_t id;
	char id_text[24];
	struct meeting_load *load; /* NULL: there */
	struct journal *journal;   /* NULL: read only */
	bool ready;      /* keys are obeyed */
	bool sending;
	bool asking_pen;
	bool barred;     /* this account may never write here */
	bool wants_pen;  /* the clerk asked for it: if somebody has it, the take-over is asked */
	bool fetching;
	bool whole;      /* the next fetch asks for all events, not only for new ones */
	bool asked_whole; /* so did the one under way */
	bool again;      /* one more fetch is due after it, before anything is compared */
	bool told;       /* somebody told of events: a fetch is due for them */
	bool asked_told; /* so it was for the one under way */
	bool compared;   /* journal and ledger agree on what is where, since this connection and this pen: events may leave */
	int64_t last_seq; /* highest seq known here without a gap */
	int seconds;      /* since the last sign of life of the pen */
	bool restored;    /* the draft of an earlier program was put back: from now on it is this one's */
	struct str draft; /* what the file of the draft says */
	int pause;        /* seconds until a server that cannot take events just now is asked again; 0: none */
};

/* What the status line says of connection and server. */
void meeting_update_link(struct meeting *m);

/* The pen; the answer leads to a fetch, a comparison, and delivery. */
void meeting_ask_pen(struct meeting *m, bool force);

/* A second has passed: sign of life of the pen, delivery after a pause. */
void meeting_keep_pen(struct meeting *m);

/* Is the pen still here? Asks the server. */
void meeting_check_pen(struct meeting *m);

/* Folds these events of the server (struct ledger_event, taken over) and after them what waits here. */
void meeting_show_events(struct meeting *m, struct vec *events);

/* Fetches events after those known, or all. */
void meeting_fetch(struct meeting *m, bool whole);

/* After a fetch: journal and ledger are compared if that is due. */
void meeting_compare(struct meeting *m);

/* Sends the oldest event that waits, if it may leave. */
void meeting_deliver(struct meeting *m);

/* The clerk's decision on an event that was held. */
void meeting_decide(struct meeting *m, const struct id *event_id, bool enter);

/* Keys that waited are obeyed from now on. */
void meeting_ready(struct meeting *m);

/* Event to the journal and on its way; a hook of the table. */
bool meeting_record(void *meeting, const struct ledger_event *event, struct err *err);

#endif
