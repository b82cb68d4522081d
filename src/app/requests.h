/* Between views and database: windows of lists, rows of forms, saving. */
#ifndef APP_REQUESTS_H
#define APP_REQUESTS_H

#include "app/app.h"

/* Sends what the open views (and the jump) want. */
void requests_take(struct app *a);

/* Runs the save query of a form; afterwards the form closes, or shows error or collision. */
void requests_save_form(struct app *a, struct view *form);

/* Runs a query with parameters from the view by name, then goes on with the view on top reloaded. */
void requests_run(struct app *a, struct view *v, const char *query, const char *success);

/* Reads the text of a screen of kind text: the column text of the rows of its query, line by line. */
void requests_text(struct app *a, struct view *text);

/* All rows of a list as they are shown, to a CSV file. */
void requests_export(struct app *a, struct view *list);

/* Saved filters of the list on top. */
void requests_saved_filters(struct app *a, struct view *list);

#endif
