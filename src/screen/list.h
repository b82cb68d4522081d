/*
 * A list over a query, however long: it holds a window of rows around what is
 * shown and asks for more by key.
 *
 * Model: a contiguous run of rows, two flags (begins at the very first row,
 * ends at the very last), the selected row, the first row shown. A request is
 * either a new window (load, sort, filter, first, last, reload) or an extension
 * of it at one end; at most one is on its way. What changes meanwhile makes its
 * answer void by the number, and the next request is given when that has come:
 * every request has to be answered with list_feed, a failed one with NULL.
 * While a filter is typed rows are not counted, unless a second has passed.
 *
 * While the row a key needs is not there, the list answers SCREEN_WAIT; the
 * stack keeps the key and all that come after it, and offers them again in
 * order when rows have been fed (stack.h).
 *
 * Keys of its own: Up Down PgUp PgDn Home End, Left Right (columns that do not
 * fit). All others come from the screen file. Actions it runs itself: see list_actions.
 */
#ifndef SCREEN_LIST_H
#define SCREEN_LIST_H

#include "base/canvas.h"
#include "base/event.h"
#include "base/rowset.h"
#include "screen/screen_file.h"
#include "screen/view.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct list;

extern const struct view_class list_class; /* self is a struct list */

/* The screen must outlive the list. The first request is ready at once. */
struct list *list_new(const struct screen *screen);
void list_free(struct list **l);

/* The screen it was made for (of a page: the section). */
const struct screen *list_screen(const struct list *l);

void list_resize(struct list *l, int rows, int cols);
unsigned list_event(struct list *l, const struct event *e);

/* Runs an action of the engine (filter, sort ...); SCREEN_IGNORED when it is not one of a list. */
unsigned list_run(struct list *l, const char *action);

bool list_take_request(struct list *l, struct screen_request *r);
unsigned list_feed(struct list *l, unsigned number, const struct rowset *rows);
const char *list_action(const struct list *l);

struct speech;
void list_speak(const struct list *l, struct speech *out);
void list_draw(const struct list *l, struct canvas *c, struct area area);

/* focus false: no selection bar is drawn (a section of a page that has not the focus). */
void list_set_focus(struct list *l, bool focus);

/* Fetches the window again; the selection stays on its key. */
unsigned list_reload(struct list *l);

/* Like list_reload, then selects the row with that key if it is in the window. */
unsigned list_reload_to(struct list *l, const char *key);

/* Of the selected row; NULL when there is none or the column is absent. */
const char *list_value(const struct list *l, const char *column);
const char *list_key(const struct list *l);

/* The rows shown are about to be replaced: what needs a row has to wait. */
bool list_is_loading(const struct list *l);

/* Keys of the marked rows, in the order marked; the array ends in NULL and belongs to the list. */
const char *const *list_marked(const struct list *l, size_t *count);
void list_unmark_all(struct list *l);

/* Title shown instead of the screen file's (NULL: that one again). */
void list_set_title(struct list *l, const char *title);

/* Reference date of the list; DATE_NONE: today's. */
int32_t list_date(const struct list *l);
unsigned list_set_date(struct list *l, int32_t date);
unsigned list_set_filter(struct list *l, const char *filter);

/*
 * Filter, sort, columns and reference date as one line of text (saved filters).
 * list_apply_setting passes over what it does not know. Caller frees.
 */
char *list_setting(const struct list *l);
unsigned list_apply_setting(struct list *l, const char *setting);

/*
 * Saved filters: rows with the columns id, name, setting. The list asks for
 * them once by handing the action saved_filters back when they are to be chosen
 * from the first time. After the action store_filter or remove_filter list_argument holds the
 * name or the id; the program stores list_setting under that name, or deletes,
 * and hands the new rows over.
 */
void list_set_saved(struct list *l, const struct rowset *saved);
const char *list_argument(const struct list *l);

/* Export of what is shown: the request for all rows, and the columns in their order. */
void list_export_request(const struct list *l, struct screen_request *r);
size_t list_shown_columns(const struct list *l);
const struct screen_column *list_shown_column(const struct list *l, size_t i);

#endif
