/*
 * See event.h. Two tables carry this file: `fields` says where a field lies and
 * what type it has, `kinds` which fields a kind of event needs and may have.
 * All text forms, copies and checks walk these tables.
 */
#include "domain/event.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum field_type { T_ID, T_INT64, T_MOMENT, T_KIND, T_TEXT, T_FLAG, T_COUNT, T_PERSONS, T_LABELS, T_COUNTS, T_DAY };

struct field_row {
	const char *name;
	enum field_type type;
	size_t offset;
};

#define ROW(field, type) { #field, type, offsetof(struct ledger_event, field) }

static const struct field_row fields[FIELD_COUNT] = {
	[FIELD_EVENT_ID] = ROW(event_id, T_ID),
	[FIELD_MEETING_ID] = ROW(meeting_id, T_INT64),
	[FIELD_AT] = ROW(at, T_MOMENT),
	[FIELD_TYPED_AT] = ROW(typed_at, T_MOMENT),
	[FIELD_KIND] = ROW(kind, T_KIND),
	[FIELD_ITEM_ID] = ROW(item_id, T_ID),
	[FIELD_PERSON_ID] = ROW(person_id, T_INT64),
	[FIELD_OTHER_PERSON_ID] = ROW(other_person_id, T_INT64),
	[FIELD_ORGANIZATION_ID] = ROW(organization_id, T_INT64),
	[FIELD_REF_EVENT_ID] = ROW(ref_event_id, T_ID),
	[FIELD_SLOT] = ROW(slot, T_TEXT),
	[FIELD_MODE] = ROW(mode, T_TEXT),
	[FIELD_RULE] = ROW(rule, T_TEXT),
	[FIELD_OUTCOME] = ROW(outcome, T_TEXT),
	[FIELD_FLAG] = ROW(flag, T_FLAG),
	[FIELD_LEGAL] = ROW(legal, T_COUNT),
	[FIELD_ENTITLED] = ROW(entitled, T_COUNT),
	[FIELD_PRESENT] = ROW(present, T_COUNT),
	[FIELD_YES] = ROW(yes, T_COUNT),
	[FIELD_NO] = ROW(no, T_COUNT),
	[FIELD_ABSTAIN] = ROW(abstain, T_COUNT),
	[FIELD_INVALID] = ROW(invalid, T_COUNT),
	[FIELD_NUMBER] = ROW(number, T_TEXT),
	[FIELD_TEXT] = ROW(text, T_TEXT),
	[FIELD_NOTE] = ROW(note, T_TEXT),
	[FIELD_PERSONS] = ROW(persons, T_PERSONS),
	[FIELD_CHOICES] = ROW(choices, T_TEXT),
	[FIELD_LABELS] = ROW(labels, T_LABELS),
	[FIELD_COUNTS] = ROW(counts, T_COUNTS),
	[FIELD_DUE] = ROW(due, T_DAY),
};

#define F(field) (UINT32_C(1) << FIELD_##field)
#define NUMBERS (F(LEGAL) | F(ENTITLED) | F(PRESENT))
#define FIGURES (F(YES) | F(NO) | F(ABSTAIN) | F(INVALID))
#define COMMON (F(EVENT_ID) | F(MEETING_ID) | F(AT) | F(TYPED_AT) | F(KIND))

struct kind_row {
	const char *name;
	const char *label;
	uint32_t needs, may; /* besides COMMON */
};

static const struct kind_row kinds[LEDGER_KIND_COUNT] = {
	[LEDGER_NONE] = { "", N_("Unbekannt"), 0, 0 },
	[LEDGER_OPEN] = { "open", N_("Sitzung eröffnet"), F(LEGAL) | F(PERSONS), F(PERSON_ID) | F(NOTE) },
	[LEDGER_PAUSE] = { "pause", N_("Unterbrechung"), 0, F(NOTE) },
	[LEDGER_RESUME] = { "resume", N_("Fortsetzung"), 0, F(NOTE) },
	[LEDGER_CLOSE] = { "close", N_("Sitzung geschlossen"), 0, F(NOTE) },
	[LEDGER_ARRIVE] = { "arrive", N_("Kommen"), F(PERSON_ID), F(ITEM_ID) },
	[LEDGER_DEPART] = { "depart", N_("Gehen"), F(PERSON_ID), F(ITEM_ID) | F(NOTE) },
	[LEDGER_SUBSTITUTE] = { "substitute", N_("Vertretung"), F(PERSON_ID) | F(OTHER_PERSON_ID), F(ITEM_ID) },
	[LEDGER_SUBSTITUTE_END] = { "substitute_end", N_("Ende der Vertretung"), F(PERSON_ID), F(ITEM_ID) },
	[LEDGER_GUEST] = { "guest", N_("Gast"), F(TEXT) | F(SLOT), F(ITEM_ID) },
	[LEDGER_CONFLICT] = { "conflict", N_("Befangenheit"), F(PERSON_ID) | F(ITEM_ID), F(NOTE) | F(FLAG) },
	[LEDGER_CONFLICT_END] = { "conflict_end", N_("Befangenheit aufgehoben"), F(PERSON_ID) | F(ITEM_ID), 0 },
	[LEDGER_ITEM_ABSENT] = { "item_absent", N_("Bei einem Punkt abwesend"), F(PERSON_ID) | F(ITEM_ID), F(NOTE) },
	[LEDGER_ITEM_CALL] = { "item_call", N_("Punkt aufgerufen"), F(ITEM_ID), F(FLAG) },
	[LEDGER_ITEM_END] = { "item_end", N_("Punkt beendet"), F(ITEM_ID), 0 },
	[LEDGER_ITEM_ADD] = { "item_add", N_("Punkt aufgenommen"), F(ITEM_ID) | F(TEXT) | F(FLAG), F(NUMBER) | F(SLOT) | F(NOTE) },
	[LEDGER_ITEM_WITHDRAW] = { "item_withdraw", N_("Punkt abgesetzt"), F(ITEM_ID), F(NOTE) },
	[LEDGER_ITEM_MOVE] = { "item_move", N_("Punkt verschoben"), F(ITEM_ID), F(SLOT) },
	[LEDGER_ITEM_PUBLIC] = { "item_public", N_("Öffentlichkeit des Punktes geändert"), F(ITEM_ID) | F(FLAG), 0 },
	[LEDGER_PART] = { "part", N_("Sitzungsteil"), F(FLAG), 0 },
	[LEDGER_VOTE] = { "vote", N_("Abstimmung"),
	    F(ITEM_ID) | F(SLOT) | F(MODE) | F(RULE) | F(OUTCOME) | NUMBERS | FIGURES,
	    F(REF_EVENT_ID) | F(NUMBER) | F(PERSONS) | F(CHOICES) | F(LABELS) | F(COUNTS) | F(FLAG) | F(TEXT) | F(NOTE) },
	[LEDGER_RESULT] = { "result", N_("Ergebnis ohne Abstimmung"), F(ITEM_ID) | F(OUTCOME), F(ORGANIZATION_ID) | F(NOTE) },
	[LEDGER_ELECTION] = { "election", N_("Wahl"), F(ITEM_ID) | F(SLOT) | F(OUTCOME) | F(LABELS) | F(COUNTS),
	    F(NUMBER) | F(MODE) | F(NO) | F(ABSTAIN) | F(INVALID) | NUMBERS | F(TEXT) | F(NOTE) },
	[LEDGER_SEATS] = { "seats", N_("Sitzverteilung"), F(ITEM_ID) | F(MODE) | F(LABELS) | F(COUNTS) | F(ENTITLED) | F(OUTCOME), F(TEXT) },
	[LEDGER_AMENDMENT] = { "amendment", N_("Änderungsantrag"), F(ITEM_ID) | F(TEXT), F(PERSON_ID) | F(ORGANIZATION_ID) | F(NUMBER) },
	[LEDGER_TEXT] = { "text", N_("Text"), F(SLOT) | F(TEXT), F(ITEM_ID) | F(PERSON_ID) },
	[LEDGER_SPEAKER] = { "speaker", N_("Redeliste"), F(SLOT), F(ITEM_ID) | F(PERSON_ID) | F(TEXT) },
	[LEDGER_TASK] = { "task", N_("Auftrag"), F(TEXT), F(ITEM_ID) | F(NUMBER) | F(DUE) },
	[LEDGER_MARK] = { "mark", N_("Merkzeichen"), F(ITEM_ID) | F(FLAG), F(NOTE) },
	[LEDGER_QUORUM] = { "quorum", N_("Beschlussfähigkeit"), F(LEGAL) | F(PRESENT) | F(OUTCOME) | F(SLOT), F(PERSON_ID) },
	[LEDGER_RELEASE] = { "release", N_("Freigabe für den Beamer"), F(SLOT), F(ITEM_ID) | F(REF_EVENT_ID) | NUMBERS | F(OUTCOME) },
	[LEDGER_WORDING] = { "wording", N_("Ergebnissatz geändert"), F(ITEM_ID) | F(REF_EVENT_ID) | F(TEXT) | F(NOTE), 0 },
	[LEDGER_PEN] = { "pen", N_("Stift übernommen"), 0, F(TEXT) | F(NOTE) },
	[LEDGER_UNDO] = { "undo", N_("Rücknahme"), F(REF_EVENT_ID), 0 },
};

const char *ledger_field_name(enum ledger_field field)
{
	return fields[field].name;
}

const char *ledger_kind_name(enum ledger_kind kind)
{
	return kinds[kind].name;
}

const char *ledger_kind_label(enum ledger_kind kind)
{
	return _(kinds[kind].label);
}

enum ledger_kind ledger_kind_parse(const char *name)
{
	for (int kind = LEDGER_NONE + 1; kind < LEDGER_KIND_COUNT; kind++)
		if (strcmp(kinds[kind].name, name) == 0)
			return (enum ledger_kind)kind;
	return LEDGER_NONE;
}

bool ledger_kind_uses(enum ledger_kind kind, enum ledger_field field)
{
	return ((COMMON | kinds[kind].needs | kinds[kind].may) >> field & 1) != 0;
}

bool ledger_kind_needs(enum ledger_kind kind, enum ledger_field field)
{
	return ((COMMON | kinds[kind].needs) >> field & 1) != 0;
}

/* --- making, copying, comparing --- */

static void *at_field(struct ledger_event *e, const struct field_row *f)
{
	return (char *)e + f->offset;
}

static const void *of_field(const struct ledger_event *e, const struct field_row *f)
{
	return (const char *)e + f->offset;
}

void ledger_event_init(struct ledger_event *e, enum ledger_kind kind)
{
	*e = (struct ledger_event){ .kind = kind, .at = MOMENT_NONE, .typed_at = MOMENT_NONE, .due = DATE_NONE };
	e->legal = e->entitled = e->present = LEDGER_ABSENT;
	e->yes = e->no = e->abstain = e->invalid = LEDGER_ABSENT;
}

void ledger_event_new(struct ledger_event *e, enum ledger_kind kind, int64_t meeting_id, int64_t at)
{
	ledger_event_init(e, kind);
	e->event_id = id_new();
	e->meeting_id = meeting_id;
	e->at = at;
	e->typed_at = moment_now();
}

static void *copy_items(const void *items, size_t len, size_t size)
{
	void *copy = mem_alloc(len * size);
	if (len)
		memcpy(copy, items, len * size);
	return copy;
}

static void clear_labels(struct ledger_labels *labels)
{
	for (size_t i = 0; i < labels->len; i++)
		free(labels->items[i]);
	free(labels->items);
	*labels = (struct ledger_labels){ 0 };
}

void ledger_set_persons(struct ledger_event *e, const int64_t *items, size_t len)
{
	int64_t *copy = copy_items(items, len, sizeof(*items));
	free(e->persons.items);
	e->persons = (struct ledger_persons){ true, len, copy };
}

void ledger_set_counts(struct ledger_event *e, const int32_t *items, size_t len)
{
	int32_t *copy = copy_items(items, len, sizeof(*items));
	free(e->counts.items);
	e->counts = (struct ledger_counts){ true, len, copy };
}

void ledger_set_labels(struct ledger_event *e, const char *const *items, size_t len)
{
	char **copy = mem_zalloc(len, sizeof(*copy));
	for (size_t i = 0; i < len; i++)
		copy[i] = mem_strdup(items[i]);
	clear_labels(&e->labels);
	e->labels = (struct ledger_labels){ true, len, copy };
}

void ledger_event_copy(struct ledger_event *to, const struct ledger_event *from)
{
	*to = *from;
	for (size_t i = 0; i < FIELD_COUNT; i++) {
		if (fields[i].type != T_TEXT)
			continue;
		char **text = at_field(to, &fields[i]);
		*text = mem_strdup_null(*text);
	}
	to->author = mem_strdup_null(from->author);
	to->persons = (struct ledger_persons){ 0 };
	to->labels = (struct ledger_labels){ 0 };
	to->counts = (struct ledger_counts){ 0 };
	if (from->persons.set)
		ledger_set_persons(to, from->persons.items, from->persons.len);
	if (from->labels.set)
		ledger_set_labels(to, (const char *const *)from->labels.items, from->labels.len);
	if (from->counts.set)
		ledger_set_counts(to, from->counts.items, from->counts.len);
}

void ledger_event_clear(struct ledger_event *e)
{
	for (size_t i = 0; i < FIELD_COUNT; i++) {
		if (fields[i].type == T_TEXT)
			free(*(char **)at_field(e, &fields[i]));
	}
	free(e->author);
	free(e->persons.items);
	free(e->counts.items);
	clear_labels(&e->labels);
	ledger_event_init(e, LEDGER_NONE);
}

bool ledger_event_equal(const struct ledger_event *a, const struct ledger_event *b)
{
	struct str sa = { 0 }, sb = { 0 };
	ledger_to_line(a, &sa);
	ledger_to_line(b, &sb);
	bool equal = str_equal(str_text(&sa), str_text(&sb));
	str_clear(&sa);
	str_clear(&sb);
	return equal;
}

/* --- text forms: out --- */

static bool get_numbers(const struct ledger_event *e, enum field_type type, struct str *out)
{
	size_t len = type == T_PERSONS ? e->persons.len : e->counts.len;
	for (size_t i = 0; i < len; i++) {
		if (i)
			str_add_char(out, ' ');
		str_addf(out, "%" PRId64, type == T_PERSONS ? e->persons.items[i] : (int64_t)e->counts.items[i]);
	}
	return type == T_PERSONS ? e->persons.set : e->counts.set;
}

static bool get_labels(const struct ledger_labels *labels, struct str *out)
{
	for (size_t i = 0; i < labels->len; i++) {
		if (i)
			str_add_char(out, '\x1f');
		str_add(out, labels->items[i]);
	}
	return labels->set;
}

static bool get_text(const char *text, struct str *out)
{
	if (text)
		str_add(out, text);
	return text != NULL;
}

static bool get_number(int64_t value, int64_t absent, struct str *out)
{
	if (value != absent)
		str_addf(out, "%" PRId64, value);
	return value != absent;
}

static bool get_day(int32_t day, struct str *out)
{
	char text[DATE_TEXT];
	if (day != DATE_NONE)
		str_add(out, date_format_iso(day, text));
	return day != DATE_NONE;
}

bool ledger_get_field(const struct ledger_event *e, enum ledger_field field, struct str *out)
{
	const struct field_row *f = &fields[field];
	const void *at = of_field(e, f);
	str_set(out, "");
	switch (f->type) {
	case T_ID:
		return get_text(id_is_set(at) ? ((const struct id *)at)->text : NULL, out);
	case T_INT64:
		return get_number(*(const int64_t *)at, 0, out);
	case T_MOMENT:
		return get_number(*(const int64_t *)at, MOMENT_NONE, out);
	case T_KIND:
		return get_text(e->kind == LEDGER_NONE ? NULL : kinds[e->kind].name, out);
	case T_TEXT:
		return get_text(*(char *const *)at, out);
	case T_FLAG:
		return get_text(e->flag == LEDGER_UNKNOWN ? NULL : e->flag == LEDGER_TRUE ? "t" : "f", out);
	case T_COUNT:
		return get_number(*(const int32_t *)at, LEDGER_ABSENT, out);
	case T_PERSONS:
	case T_COUNTS:
		return get_numbers(e, f->type, out);
	case T_LABELS:
		return get_labels(&e->labels, out);
	case T_DAY:
		return get_day(e->due, out);
	}
	return false;
}

/* --- text forms: in --- */

/* Reads a whole decimal number between min and max at *s and moves *s behind it. */
static bool read_number(const char **s, int64_t min, int64_t max, int64_t *value)
{
	char *end;
	if (!((**s >= '0' && **s <= '9') || (**s == '-' && (*s)[1] >= '0' && (*s)[1] <= '9')))
		return false;
	errno = 0;
	long long n = strtoll(*s, &end, 10);
	if (errno || n < min || n > max)
		return false;
	*s = end;
	*value = n;
	return true;
}

static bool whole_number(const char *s, int64_t min, int64_t max, int64_t *value)
{
	return read_number(&s, min, max, value) && !*s;
}

/* Numbers separated by single blanks; *items is fresh memory also when it fails. */
static bool read_list(const char *s, int64_t min, int64_t max, int64_t **items, size_t *len)
{
	*items = mem_zalloc(strlen(s) / 2 + 1, sizeof(**items));
	*len = 0;
	if (!*s)
		return true;
	for (;; s++) {
		if (!read_number(&s, min, max, &(*items)[*len]))
			return false;
		++*len;
		if (!*s)
			return true;
		if (*s != ' ')
			return false;
	}
}

static bool set_persons(struct ledger_event *e, const char *text)
{
	int64_t *items;
	size_t len;
	bool ok = read_list(text, 1, INT64_MAX, &items, &len);
	if (ok)
		ledger_set_persons(e, items, len);
	free(items);
	return ok;
}

static bool set_counts(struct ledger_event *e, const char *text)
{
	int64_t *items;
	size_t len;
	bool ok = read_list(text, 0, INT32_MAX, &items, &len);
	if (ok) {
		int32_t *counts = mem_zalloc(len, sizeof(*counts));
		for (size_t i = 0; i < len; i++)
			counts[i] = (int32_t)items[i];
		ledger_set_counts(e, counts, len);
		free(counts);
	}
	free(items);
	return ok;
}

static bool set_labels(struct ledger_event *e, const char *text)
{
	struct ledger_labels labels = { true, 0, mem_zalloc(strlen(text) + 1, sizeof(char *)) };
	bool ok = text_is_valid(text, strlen(text));
	for (const char *s = text; ok && *text;) {
		size_t n = strcspn(s, "\x1f");
		ok = n > 0;
		if (!ok)
			break;
		labels.items[labels.len++] = mem_strndup(s, n);
		if (!s[n])
			break;
		s += n + 1;
	}
	struct ledger_labels *old = ok ? &e->labels : &labels;
	struct ledger_labels drop = *old;
	if (ok)
		e->labels = labels;
	clear_labels(&drop);
	return ok;
}

static void set_absent(struct ledger_event *e, const struct field_row *f)
{
	void *at = at_field(e, f);
	switch (f->type) {
	case T_ID:
		*(struct id *)at = (struct id){ "" };
		break;
	case T_INT64:
		*(int64_t *)at = 0;
		break;
	case T_MOMENT:
		*(int64_t *)at = MOMENT_NONE;
		break;
	case T_KIND:
		e->kind = LEDGER_NONE;
		break;
	case T_TEXT:
		mem_replace(at, NULL);
		break;
	case T_FLAG:
		e->flag = LEDGER_UNKNOWN;
		break;
	case T_COUNT:
		*(int32_t *)at = LEDGER_ABSENT;
		break;
	case T_PERSONS:
		free(e->persons.items);
		e->persons = (struct ledger_persons){ 0 };
		break;
	case T_LABELS:
		clear_labels(&e->labels);
		break;
	case T_COUNTS:
		free(e->counts.items);
		e->counts = (struct ledger_counts){ 0 };
		break;
	case T_DAY:
		e->due = DATE_NONE;
		break;
	}
}

static bool set_count(int32_t *at, const char *text)
{
	int64_t n;
	if (!whole_number(text, 0, INT32_MAX, &n))
		return false;
	*at = (int32_t)n;
	return true;
}

static bool set_int64(int64_t *at, const char *text, int64_t min)
{
	int64_t n;
	if (!whole_number(text, min, INT64_MAX, &n))
		return false;
	*at = n;
	return true;
}

static bool set_id(struct id *at, const char *text)
{
	struct id id;
	if (!*text || !id_parse(text, &id))
		return false;
	*at = id;
	return true;
}

static bool set_kind(struct ledger_event *e, const char *text)
{
	enum ledger_kind kind = ledger_kind_parse(text);
	if (kind != LEDGER_NONE)
		e->kind = kind;
	return kind != LEDGER_NONE;
}

static bool set_text(char **at, const char *text)
{
	if (!text_is_valid(text, strlen(text)))
		return false;
	mem_replace(at, text);
	return true;
}

static bool set_flag(struct ledger_event *e, const char *text)
{
	if (strcmp(text, "t") != 0 && strcmp(text, "f") != 0)
		return false;
	e->flag = *text == 't' ? LEDGER_TRUE : LEDGER_FALSE;
	return true;
}

static bool set_day(int32_t *at, const char *text)
{
	int32_t day;
	if (!date_parse_iso(text, &day) || day == DATE_NONE)
		return false;
	*at = day;
	return true;
}

static bool set_present(struct ledger_event *e, const struct field_row *f, const char *text)
{
	void *at = at_field(e, f);
	switch (f->type) {
	case T_ID:
		return set_id(at, text);
	case T_INT64:
		return set_int64(at, text, 1);
	case T_MOMENT:
		return set_int64(at, text, MOMENT_NONE + 1);
	case T_KIND:
		return set_kind(e, text);
	case T_TEXT:
		return set_text(at, text);
	case T_FLAG:
		return set_flag(e, text);
	case T_COUNT:
		return set_count(at, text);
	case T_PERSONS:
		return set_persons(e, text);
	case T_LABELS:
		return set_labels(e, text);
	case T_COUNTS:
		return set_counts(e, text);
	case T_DAY:
		return set_day(at, text);
	}
	return false;
}

bool ledger_set_field(struct ledger_event *e, enum ledger_field field, const char *text, struct err *err)
{
	if (!text) {
		set_absent(e, &fields[field]);
		return true;
	}
	if (set_present(e, &fields[field], text))
		return true;
	err_set(err, _("Feld eines Ereignisses ist nicht lesbar"));
	char *clean = text_clean(text, false);
	err_detail(err, "%s = \"%.80s\"", fields[field].name, clean);
	free(clean);
	return false;
}

char **ledger_to_params(const struct ledger_event *e)
{
	char **params = mem_zalloc(FIELD_COUNT, sizeof(*params));
	for (int i = 0; i < FIELD_COUNT; i++) {
		struct str s = { 0 };
		if (ledger_get_field(e, (enum ledger_field)i, &s))
			params[i] = str_take(&s);
		str_clear(&s);
	}
	return params;
}

void ledger_params_free(char ***params)
{
	if (!*params)
		return;
	for (size_t i = 0; i < FIELD_COUNT; i++)
		free((*params)[i]);
	free(*params);
	*params = NULL;
}

bool ledger_from_row(const struct rowset *rows, size_t row, struct ledger_event *e, struct err *err)
{
	ledger_event_init(e, LEDGER_NONE);
	for (int i = 0; i < FIELD_COUNT; i++) {
		const char *text = rowset_named(rows, row, fields[i].name);
		if (ledger_set_field(e, (enum ledger_field)i, text, err))
			continue;
		ledger_event_clear(e);
		return false;
	}
	e->seq = rowset_int(rows, row, "seq");
	e->author = mem_strdup_null(rowset_named(rows, row, "author"));
	return true;
}

void ledger_from_rows(const struct rowset *rows, struct vec *events)
{
	for (size_t i = 0; i < rows->rows; i++) {
		struct ledger_event e;
		if (ledger_from_row(rows, i, &e, NULL))
			vec_push(events, &e);
	}
}

void ledger_events_clear(struct vec *events)
{
	for (size_t i = 0; i < events->len; i++)
		ledger_event_clear(vec_at(events, i));
	vec_clear(events);
}

int64_t ledger_last_seq(const struct vec *events)
{
	return events->len > 0 ? ((const struct ledger_event *)vec_at(events, events->len - 1))->seq : 0;
}
