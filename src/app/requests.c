/* See requests.h. */
#include "app/requests.h"

#include "app/live.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/csv_out.h"
#include "screen/form.h"
#include "screen/list.h"
#include "screen/page.h"
#include "screen/text_view.h"
#include "screen/value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define JUMP_SERIAL 0 /* no view has it */
#define PARAMS_MAX 64

struct answer {
	struct app *app;
	unsigned serial;
	unsigned number;
	char *success; /* message after requests_run; file name of an export */
};

static struct answer *answer_new(struct app *a, unsigned serial, unsigned number)
{
	struct answer *answer = mem_zalloc(1, sizeof(*answer));
	*answer = (struct answer){ .app = a, .serial = serial, .number = number };
	return answer;
}

static void answer_free(struct answer *answer)
{
	free(answer->success);
	free(answer);
}

void app_send(struct app *a, const char *name, const char *const *params, db_done *done, void *context)
{
	const struct query *q = query_find(name);
	struct err err = { 0 };
	if (q) {
		db_send(a->db, q, 0, params, done, context);
		return;
	}
	err_set(&err, _("die Abfrage „%s“ gibt es nicht"), name);
	if (done)
		done(context, NULL, &err);
	err_clear(&err);
}

/* ---- windows ---- */

/* "! IBAN fehlt, Beleg fehlt" label by label. */
static char *translated_labels(const char *labels)
{
	struct str out = { 0 };
	size_t sign = strncmp(labels, "! ", 2) == 0 ? 2 : 0;
	if (_(labels) != labels) /* one that has a comma of its own */
		return mem_strdup(_(labels));
	str_add_n(&out, labels, sign);
	for (const char *s = labels + sign; *s;) {
		const char *end = strstr(s, ", ");
		char *label = end ? mem_strndup(s, (size_t)(end - s)) : mem_strdup(s);
		str_addf(&out, "%s%s", _(label), end ? ", " : "");
		s = end ? end + 2 : s + strlen(s);
		free(label);
	}
	return str_take(&out);
}

static bool ends_with(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);
	return n >= m && strcmp(name + n - m, end) == 0;
}

/* Labels of codes are made by the database, in German (sql/functions/40_labels.sql); they are in the catalogue too. */
static struct rowset *translated(const struct rowset *rows)
{
	struct rowset *copy = NULL;
	for (size_t c = 0; c < rows->cols; c++) {
		if (!ends_with(rows->names[c], "_label") && !ends_with(rows->names[c], "_labels"))
			continue;
		if (!copy)
			copy = rowset_copy(rows);
		for (size_t r = 0; r < rows->rows; r++) {
			char **value = &copy->values[r * copy->cols + c];
			char *label = *value && **value ? translated_labels(*value) : NULL;
			if (label)
				mem_replace(value, label);
			free(label);
		}
	}
	return copy;
}

static void rows_there(void *context, const struct rowset *rows, const struct err *err)
{
	struct answer *answer = context;
	struct app *a = answer->app;
	struct rowset *labels = rows ? translated(rows) : NULL;
	if (labels)
		rows = labels;
	if (err)
		message_error_copy(&a->message, err);
	if (answer->serial == JUMP_SERIAL)
		app_jumped(a, jump_feed(&a->jump, answer->number, rows), 0);
	else
		stack_feed(&a->stack, answer->serial, answer->number, rows);
	rowset_free(&labels);
	answer_free(answer);
}

/* Parameters the header of the query names: reference date, else those of the view. */
static size_t named_params(const struct query *q, const struct view *v, const struct screen_request *r,
                           const char **params)
{
	for (size_t i = 0; i < q->param_count && i < PARAMS_MAX - 8; i++) {
		const char *name = q->params[i].name;
		if (strcmp(name, "on_date") == 0 && r && r->on_date)
			params[i] = r->on_date;
		else
			params[i] = v ? view_param(v, name) : NULL;
	}
	return q->param_count;
}

static size_t window_params(const struct query *q, const struct view *v, const struct screen_request *r,
                            const char **params, char limit[24])
{
	size_t n = named_params(q, v, r, params);
	if (r->filter && *r->filter)
		params[n++] = r->filter;
	if (r->cursor_key) {
		params[n++] = r->cursor_value;
		params[n++] = r->cursor_key;
	}
	snprintf(limit, 24, "%zu", r->limit);
	params[n++] = r->limit > 0 ? limit : NULL;
	return n;
}

static size_t window_variant(const struct query *q, const struct screen_request *r)
{
	bool filter = r->filter && *r->filter;
	if (r->count)
		return query_count_variant(q, filter);
	int sort = r->sort ? query_find_sort(q, r->sort) : 0;
	return query_list_variant(q, sort > 0 ? (size_t)sort : 0, r->descending != r->backward, r->cursor_key != NULL, filter);
}

static void send_request(struct app *a, const struct view *v, const struct screen_request *r, db_done *done,
                         struct answer *answer)
{
	const struct query *q = query_find(r->query);
	const char *params[PARAMS_MAX] = { NULL };
	char limit[24];
	if (!q) {
		app_send(a, r->query, NULL, done, answer);
	} else if (q->kind != QUERY_LIST) {
		named_params(q, v, r, params);
		if (!v && q->param_count > 0)
			params[0] = r->filter;
		db_send(a->db, q, 0, params, done, answer);
	} else {
		window_params(q, v, r, params, limit);
		db_send(a->db, q, window_variant(q, r), params, done, answer);
	}
}

void requests_take(struct app *a)
{
	struct screen_request r;
	live_listen_lists(a);
	for (size_t i = 0; i < a->stack.views.len; i++) {
		struct view *v = *(struct view **)vec_at(&a->stack.views, i);
		while (v->class->take_request && v->class->take_request(v->self, &r))
			send_request(a, v, &r, rows_there, answer_new(a, v->serial, r.number));
	}
	while (a->jumping && jump_take_request(&a->jump, &r))
		send_request(a, NULL, &r, rows_there, answer_new(a, JUMP_SERIAL, r.number));
}

/* ---- forms ---- */

static struct view *form_of(const struct answer *answer)
{
	struct view *v = stack_find(&answer->app->stack, answer->serial);
	return v && v->class == &form_class ? v : NULL;
}

/* The form has a few lines for it, ^E all of it. */
static void form_refused(struct app *a, struct view *v, const struct err *err)
{
	form_error(v->self, err);
	message_keep(&a->message, err);
}

static void theirs_there(void *context, const struct rowset *rows, const struct err *err)
{
	struct answer *answer = context;
	struct view *v = form_of(answer);
	if (v && err)
		form_refused(answer->app, v, err);
	else if (v)
		form_collide(v->self, rows);
	answer_free(answer);
}

/* Zero rows: somebody else was faster. What is stored now is shown beside what was typed. */
static void fetch_theirs(struct app *a, struct view *v)
{
	const struct query *q = v->screen->query ? query_find(v->screen->query) : NULL;
	const char *params[PARAMS_MAX] = { NULL };
	if (!q)
		return;
	for (size_t i = 0; i < q->param_count; i++) {
		params[i] = form_param(v->self, q->params[i].name);
		if (!params[i])
			params[i] = view_param(v, q->params[i].name);
	}
	db_send(a->db, q, 0, params, theirs_there, answer_new(a, v->serial, 0));
}

static void reload_below(struct app *a, const char *key)
{
	struct view *top = stack_top(&a->stack);
	if (top && top->class == &list_class)
		list_reload_to(top->self, key);
	else if (top && top->class == &page_class)
		page_reload(top->self);
}

static void close_saved(struct app *a, const char *key)
{
	stack_pop(&a->stack);
	reload_below(a, key);
}

/* A save query may have something to say of what it saved: notice, under notice_label; it is no fault. */
static void say_saved(struct app *a, const struct rowset *rows, bool again)
{
	const char *notice = rowset_text(rows, 0, "notice"), *next = again ? _("Gespeichert. Das Nächste, oder Esc.") : _("Gespeichert.");
	if (*notice)
		message_warn(&a->message, "%s: %s. %s", _(rowset_text(rows, 0, "notice_label")), notice, next);
	else
		message_info(&a->message, "%s", next);
}

static void form_saved_there(void *context, const struct rowset *rows, const struct err *err)
{
	struct answer *answer = context;
	struct app *a = answer->app;
	struct view *v = form_of(answer);
	if (v && err) {
		form_refused(a, v, err);
	} else if (v && rows->rows == 0) {
		fetch_theirs(a, v);
	} else if (v && v->screen->then) {
		if (v == stack_top(&a->stack))
			app_run_action(a, v->screen->then, "");
	} else if (v) {
		bool again = v->screen->again && form_is_new(v->self);
		form_saved(v->self, rows);
		if (again)
			form_again(v->self, rows);
		else if (v == stack_top(&a->stack))
			close_saved(a, rowset_text(rows, 0, "id"));
		say_saved(a, rows, again);
	}
	answer_free(answer);
}

void requests_save_form(struct app *a, struct view *v)
{
	const struct query *q = v->screen && v->screen->save ? query_find(v->screen->save) : NULL;
	const char *params[PARAMS_MAX] = { NULL };
	if (v->class != &form_class || !q)
		return;
	for (size_t i = 0; i < q->param_count; i++) {
		params[i] = form_param(v->self, q->params[i].name);
		if (!params[i] && !screen_find_field(v->screen, q->params[i].name) && strcmp(q->params[i].name, "id") != 0)
			params[i] = view_param(v, q->params[i].name);
	}
	db_send(a->db, q, 0, params, form_saved_there, answer_new(a, v->serial, 0));
}

/* ---- single commands ---- */

/* What a command gives back under the name of a parameter of the list is that parameter from now on (a run calculated anew). */
static void take_params(struct view *v, const struct rowset *rows)
{
	if (!v || v->class != &list_class || !rows || rows->rows == 0)
		return;
	for (size_t i = 0; i < v->screen->params.len; i++) {
		const struct screen_param *p = vec_at(&v->screen->params, i);
		if (rowset_named(rows, 0, p->name))
			view_set_param(v, p->name, rowset_named(rows, 0, p->name));
	}
}

static void command_done(void *context, const struct rowset *rows, const struct err *err)
{
	struct answer *answer = context;
	struct app *a = answer->app;
	struct view *top = stack_top(&a->stack);
	if (!err)
		take_params(stack_find(&a->stack, answer->serial), rows);
	if (err)
		message_error_copy(&a->message, err);
	else if (top && top->serial == answer->serial && top->class == &form_class)
		stack_pop(&a->stack); /* what it showed is gone */
	if (!err)
		message_info(&a->message, "%s", answer->success);
	reload_below(a, NULL);
	answer_free(answer);
}

void requests_run(struct app *a, struct view *v, const char *query, const char *success)
{
	const struct query *q = query_find(query);
	const char *params[PARAMS_MAX] = { NULL };
	if (!q)
		return;
	for (size_t i = 0; i < q->param_count; i++) {
		params[i] = view_value(v, q->params[i].name);
		if (!params[i])
			params[i] = view_param(v, q->params[i].name);
	}
	struct answer *answer = answer_new(a, v->serial, 0);
	answer->success = mem_strdup(success);
	db_send(a->db, q, 0, params, command_done, answer);
}

/* ---- texts ---- */

static void text_there(void *context, const struct rowset *rows, const struct err *err)
{
	struct answer *answer = context;
	struct app *a = answer->app;
	struct view *v = stack_find(&a->stack, answer->serial);
	struct str text = { 0 };
	if (err)
		message_error_copy(&a->message, err);
	for (size_t i = 0; !err && i < rows->rows; i++)
		str_addf(&text, "%s\n", rowset_text(rows, i, "text"));
	if (v && v->class == &text_view_class)
		text_view_set(v->self, answer->success, text.len > 0 ? str_text(&text) : _("Hier gibt es nichts zu lesen."));
	str_clear(&text);
	answer_free(answer);
}

void requests_text(struct app *a, struct view *v)
{
	const struct query *q = query_find(v->screen->query);
	const char *params[PARAMS_MAX] = { NULL }, *of = view_param(v, "title");
	if (!q)
		return;
	named_params(q, v, NULL, params);
	struct answer *answer = answer_new(a, v->serial, 0);
	answer->success = of ? str_format("%s: %s", v->screen->title, of) : mem_strdup(v->screen->title);
	db_send(a->db, q, 0, params, text_there, answer);
}

/* ---- saved filters ---- */

static void filters_there(void *context, const struct rowset *rows, const struct err *err)
{
	struct answer *answer = context;
	struct view *v = stack_find(&answer->app->stack, answer->serial);
	if (err)
		message_error_copy(&answer->app->message, err);
	else if (v && v->class == &list_class)
		list_set_saved(v->self, rows);
	answer_free(answer);
}

void requests_saved_filters(struct app *a, struct view *v)
{
	const char *params[] = { v->screen ? v->screen->name : "" };
	app_send(a, "list_saved_filters", params, filters_there, answer_new(a, v->serial, 0));
}

/* ---- export ---- */

static void add_header(const struct list *l, struct str *out)
{
	size_t n = list_shown_columns(l);
	const char **cells = mem_zalloc(n, sizeof(*cells));
	for (size_t i = 0; i < n; i++)
		cells[i] = list_shown_column(l, i)->label;
	csv_add_row(out, ';', cells, n);
	free(cells);
}

/* With rows marked, only those. */
static bool is_wanted(const struct list *l, const struct rowset *rows, size_t row)
{
	size_t count;
	const char *const *marked = list_marked(l, &count);
	const char *key = rowset_text(rows, row, list_screen(l)->key_column ? list_screen(l)->key_column : "id");
	for (size_t i = 0; i < count; i++)
		if (strcmp(marked[i], key) == 0)
			return true;
	return count == 0;
}

static size_t add_rows(const struct list *l, const struct rowset *rows, struct str *out)
{
	size_t n = list_shown_columns(l);
	size_t written = 0;
	char **cells = mem_zalloc(n, sizeof(*cells));
	for (size_t r = 0; r < rows->rows; r++) {
		if (!is_wanted(l, rows, r))
			continue;
		for (size_t i = 0; i < n; i++) {
			const struct screen_column *c = list_shown_column(l, i);
			cells[i] = value_format(c->type, &c->choices, rowset_named(rows, r, c->name));
		}
		csv_add_row(out, ';', (const char *const *)cells, n);
		written++;
		for (size_t i = 0; i < n; i++)
			free(cells[i]);
	}
	free(cells);
	return written;
}

/* The list a view shows: its own, or the one of a page that has the focus. */
static struct list *shown_list(const struct view *v)
{
	if (!v)
		return NULL;
	return v->class == &list_class ? v->self : v->class == &page_class ? page_list(v->self) : NULL;
}

static void export_there(void *context, const struct rowset *rows, const struct err *err)
{
	struct answer *answer = context;
	struct app *a = answer->app;
	struct view *v = stack_find(&a->stack, answer->serial);
	const struct list *l = shown_list(v);
	struct str out = { 0 };
	struct err wrong = { 0 };
	size_t replaced;
	if (err) {
		message_error_copy(&a->message, err);
	} else if (l) {
		add_header(l, &out);
		size_t written = add_rows(l, rows, &out);
		if (csv_write_file(answer->success, &out, CSV_UTF8, &replaced, &wrong))
			message_info(&a->message, _("%zu Zeilen geschrieben: %s"), written, answer->success);
		else
			message_error(&a->message, &wrong);
	}
	str_clear(&out);
	answer_free(answer);
}

/* persons-2026-10-14-180100.csv in the current folder. */
static char *export_name(const struct list *l)
{
	char day[DATE_TEXT], clock[DATE_TEXT];
	int64_t now = moment_now();
	date_format_iso(moment_date(now), day);
	moment_format_seconds(now, clock);
	char *name = str_format("%s-%s-%.2s%.2s%.2s.csv", list_screen(l)->name, day, clock, clock + 3, clock + 6);
	return name;
}

void requests_export(struct app *a, struct view *v)
{
	struct screen_request r;
	const struct list *l = shown_list(v);
	if (!l)
		return;
	list_export_request(l, &r);
	struct answer *answer = answer_new(a, v->serial, r.number);
	answer->success = export_name(l);
	send_request(a, v, &r, export_there, answer);
}
