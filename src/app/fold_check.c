/*
 * See fold_check.h. Both sides are lists of facts (what, key, detail), each a
 * text; sql/functions/33_check.sql writes the same form. Sorted lists are
 * walked side by side.
 */
#include "app/fold_check.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/vec.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct fact {
	const char *what;
	char *key, *detail;
};

/* --- writing facts --- */

/* Fields of a fact, joined by '|'; an absent one is empty. */
static void add_text(struct str *out, const char *text)
{
	str_add(out, text ? text : "");
	str_add_char(out, '|');
}

static void add_number(struct str *out, int64_t n)
{
	str_addf(out, "%" PRId64 "|", n);
}

static void add_id_number(struct str *out, int64_t id)
{
	if (id)
		str_addf(out, "%" PRId64, id);
	str_add_char(out, '|');
}

static void add_count(struct str *out, int32_t n)
{
	if (n != LEDGER_ABSENT)
		str_addf(out, "%" PRId32, n);
	str_add_char(out, '|');
}

static void add_count_or_zero(struct str *out, int32_t n)
{
	add_number(out, n == LEDGER_ABSENT ? 0 : n);
}

static void add_moment(struct str *out, int64_t moment)
{
	if (moment != MOMENT_NONE)
		str_addf(out, "%" PRId64, moment);
	str_add_char(out, '|');
}

static void add_bool(struct str *out, bool b)
{
	add_text(out, b ? "true" : "false");
}

static void add_item(struct str *out, const struct sitting *s, size_t item)
{
	add_text(out, item == SITTING_NONE ? NULL : sitting_item(s, item)->item_id.text);
}

static void add_labels(struct str *out, const struct ledger_event *e)
{
	for (size_t i = 0; i < e->labels.len; i++)
		str_addf(out, "%s%s", i ? " " : "", e->labels.items[i]);
	str_add_char(out, '|');
	for (size_t i = 0; i < e->counts.len; i++)
		str_addf(out, "%s%" PRId32, i ? " " : "", e->counts.items[i]);
	str_add_char(out, '|');
}

/* The text without its last separator; the string is empty afterwards. */
static char *taken(struct str *text)
{
	if (text->len)
		str_cut(text, text->len - 1);
	return str_take(text);
}

/* Both strings end in a separator, or are empty; their content goes into the fact. */
static void add_fact(struct vec *facts, const char *what, struct str *key, struct str *detail)
{
	struct fact *fact = vec_add(facts);
	*fact = (struct fact){ what, taken(key), taken(detail) };
}

static void add_event_fact(struct vec *facts, const char *what, const struct ledger_event *e, struct str *detail)
{
	struct str key = { 0 };
	add_text(&key, e->event_id.text);
	add_fact(facts, what, &key, detail);
}

/* --- people --- */

static void meeting_fact(const struct sitting *s, struct vec *facts)
{
	static const char *const states[] = { "planned", "running", "paused", "closed" };
	struct str key = { 0 }, detail = { 0 };
	if (s->state == SITTING_PLANNED)
		return;
	add_text(&detail, states[s->state]);
	add_moment(&detail, s->opened);
	add_moment(&detail, s->closed);
	add_id_number(&detail, s->chair);
	add_number(&detail, s->legal);
	add_bool(&detail, s->public_part);
	add_item(&detail, s, s->current);
	add_fact(facts, "meeting", &key, &detail);
}

static void member_facts(const struct sitting *s, const struct sitting_member *m, struct vec *facts)
{
	struct str key = { 0 }, detail = { 0 };
	for (size_t i = 0; i < m->intervals.len; i++) {
		const struct sitting_interval *interval = vec_at(&m->intervals, i);
		add_number(&key, m->person->person_id);
		add_number(&key, (int64_t)i + 1);
		add_moment(&detail, interval->from);
		add_moment(&detail, interval->until);
		add_id_number(&detail, interval->sits_for);
		add_item(&detail, s, interval->from_item);
		add_item(&detail, s, interval->until_item);
		add_fact(facts, "attendance", &key, &detail);
	}
	if (m->intervals.len || !m->announced_absent)
		return;
	add_number(&key, m->person->person_id);
	add_text(&detail, m->absence_note);
	add_fact(facts, "absence", &key, &detail);
}

static void room_facts(const struct sitting *s, struct vec *facts)
{
	struct str detail = { 0 };
	meeting_fact(s, facts);
	for (size_t i = 0; i < s->members.len; i++)
		member_facts(s, sitting_member(s, i), facts);
	for (size_t i = 0; i < s->conflict_list.len; i++) {
		const struct sitting_conflict *c = vec_at(&s->conflict_list, i);
		add_text(&detail, ledger_kind_name(c->event->kind));
		add_item(&detail, s, c->item);
		add_number(&detail, c->event->person_id);
		add_moment(&detail, c->from);
		add_moment(&detail, c->until);
		add_event_fact(facts, "out", c->event, &detail);
	}
	for (size_t i = 0; i < s->guests.len; i++) {
		const struct ledger_event *e = *(const struct ledger_event **)vec_at(&s->guests, i);
		add_item(&detail, s, id_is_set(&e->item_id) ? sitting_find_item(s, &e->item_id) : SITTING_NONE);
		add_text(&detail, e->slot ? e->slot : "guest");
		add_text(&detail, e->text);
		add_event_fact(facts, "guest", e, &detail);
	}
	for (size_t i = 0; i < s->quorums.len; i++) {
		const struct ledger_event *e = *(const struct ledger_event **)vec_at(&s->quorums, i);
		add_text(&detail, e->slot ? e->slot : "count");
		add_count(&detail, e->legal);
		add_count(&detail, e->present);
		add_text(&detail, e->outcome);
		add_event_fact(facts, "quorum", e, &detail);
	}
}

/* --- agenda, texts, tasks --- */

static const char *item_result(const struct sitting_item *item)
{
	const struct ledger_event *decision = item->decision, *withdrawn = item->withdrawn;
	if (withdrawn && (!decision || decision->seq < withdrawn->seq))
		return "removed";
	return decision ? decision->outcome : NULL;
}

static void item_fact(const struct sitting *s, size_t place, struct vec *facts)
{
	static const char *const states[] = { "open", "called", "done", "withdrawn" };
	const struct sitting_item *item = sitting_item(s, *(size_t *)vec_at(&s->order, place));
	bool result = item->decision && item->decision->kind == LEDGER_RESULT;
	struct str key = { 0 }, detail = { 0 };
	add_text(&key, item->item_id.text);
	add_number(&detail, (int64_t)place + 1);
	add_text(&detail, states[item->state]);
	add_bool(&detail, item->public);
	add_moment(&detail, item->begun);
	add_moment(&detail, item->state == ITEM_RUNNING ? MOMENT_NONE : item->ended);
	add_number(&detail, item->calls);
	add_text(&detail, item_result(item));
	add_id_number(&detail, result ? item->decision->organization_id : 0);
	add_bool(&detail, item->marked);
	add_fact(facts, "item", &key, &detail);
}

static void task_fact(const struct sitting *s, const struct sitting_task *task, struct vec *facts)
{
	struct str detail = { 0 };
	char due[DATE_TEXT];
	add_item(&detail, s, task->item);
	add_text(&detail, task->event->number);
	add_text(&detail, task->event->text);
	add_text(&detail, date_format_iso(task->event->due, due));
	add_event_fact(facts, "task", task->event, &detail);
}

static void agenda_facts(const struct sitting *s, struct vec *facts)
{
	struct str key = { 0 }, detail = { 0 };
	for (size_t place = 0; place < s->order.len; place++)
		item_fact(s, place, facts);
	for (size_t i = 0; i < s->texts.len; i++) {
		const struct sitting_text *text = vec_at(&s->texts, i);
		add_item(&key, s, text->item);
		add_text(&key, text->slot);
		add_id_number(&key, text->person_id);
		add_text(&detail, sitting_text(s, text->item, text->slot, text->person_id));
		add_fact(facts, "text", &key, &detail);
	}
	for (size_t i = 0; i < s->tasks.len; i++)
		task_fact(s, vec_at(&s->tasks, i), facts);
	if (!s->released)
		return;
	add_text(&detail, s->released->slot);
	add_item(&detail, s, id_is_set(&s->released->item_id) ? sitting_find_item(s, &s->released->item_id) : SITTING_NONE);
	add_fact(facts, "projector", &key, &detail);
}

/* --- votes --- */

static void ballot_facts(const struct ledger_event *e, struct vec *facts)
{
	struct str key = { 0 }, detail = { 0 };
	for (size_t i = 0; str_equal(e->mode, "rollcall") && e->choices && i < e->persons.len; i++) {
		char letter = e->choices[i];
		add_text(&key, e->event_id.text);
		add_number(&key, e->persons.items[i]);
		add_text(&detail, letter == 'J' ? "yes" : letter == 'N' ? "no" : letter == 'E' ? "abstain" : "not voting");
		add_fact(facts, "ballot", &key, &detail);
	}
	for (size_t i = 0; i < e->labels.len && 3 * i + 2 < e->counts.len; i++) {
		add_text(&key, e->event_id.text);
		add_number(&key, (int64_t)i + 1);
		add_text(&detail, e->labels.items[i]);
		for (size_t k = 0; k < 3; k++)
			add_number(&detail, e->counts.items[3 * i + k]);
		add_fact(facts, "group", &key, &detail);
	}
}

static void vote_fact(const struct sitting *s, const struct sitting_vote *vote, struct vec *facts)
{
	const struct ledger_event *e = vote->event;
	struct str detail = { 0 };
	const char *texts[] = { e->slot, e->number, e->mode, e->outcome };
	const int32_t counts[] = { e->legal, e->entitled, e->present, e->yes, e->no, e->abstain };
	add_item(&detail, s, vote->item);
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		add_text(&detail, texts[i]);
	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++)
		add_count(&detail, counts[i]);
	add_count_or_zero(&detail, e->invalid);
	add_text(&detail, vote->amendment == SITTING_NONE ? NULL : sitting_amendment(s, vote->amendment)->event->event_id.text);
	add_bool(&detail, vote->superseded);
	add_text(&detail, vote->wording ? vote->wording->text : NULL);
	add_event_fact(facts, "vote", e, &detail);
	ballot_facts(e, facts);
}

static void election_fact(const struct sitting *s, const struct ledger_event *e, struct vec *facts)
{
	struct str detail = { 0 };
	bool election = e->kind == LEDGER_ELECTION;
	add_item(&detail, s, sitting_find_item(s, &e->item_id));
	if (election)
		add_text(&detail, e->slot ? e->slot : "round");
	add_text(&detail, e->outcome);
	add_text(&detail, e->text);
	add_labels(&detail, e);
	if (election) {
		add_count_or_zero(&detail, e->no);
		add_count_or_zero(&detail, e->abstain);
		add_count_or_zero(&detail, e->invalid);
	}
	add_event_fact(facts, election ? "election" : "seats", e, &detail);
}

static void vote_facts(const struct sitting *s, struct vec *facts)
{
	struct str detail = { 0 };
	for (size_t i = 0; i < s->votes.len; i++)
		vote_fact(s, sitting_vote(s, i), facts);
	for (size_t i = 0; i < s->results.len; i++) {
		const struct ledger_event *e = *(const struct ledger_event **)vec_at(&s->results, i);
		if (e->kind != LEDGER_RESULT)
			election_fact(s, e, facts);
	}
	for (size_t i = 0; i < s->amendments.len; i++) {
		const struct sitting_amendment *a = sitting_amendment(s, i);
		add_item(&detail, s, a->item);
		add_id_number(&detail, a->event->person_id);
		add_id_number(&detail, a->event->organization_id);
		add_text(&detail, a->vote == SITTING_NONE ? NULL : sitting_vote(s, a->vote)->event->outcome);
		add_text(&detail, a->event->text);
		add_event_fact(facts, "amendment", a->event, &detail);
	}
}

/* --- comparing --- */

static int compare(const void *a, const void *b)
{
	const struct fact *x = a, *y = b;
	int order = strcmp(x->what, y->what);
	return order ? order : strcmp(x->key, y->key);
}

static void sort(struct vec *facts)
{
	if (facts->len)
		qsort(facts->data, facts->len, sizeof(struct fact), compare);
}

static void clear(struct vec *facts)
{
	for (size_t i = 0; i < facts->len; i++) {
		struct fact *fact = vec_at(facts, i);
		free(fact->key);
		free(fact->detail);
	}
	vec_clear(facts);
}

static void from_rows(const struct rowset *rows, struct vec *facts)
{
	for (size_t i = 0; i < rows->rows; i++) {
		struct fact *fact = vec_add(facts);
		*fact = (struct fact){ rowset_text(rows, i, "what"), mem_strdup(rowset_text(rows, i, "key")),
			mem_strdup(rowset_text(rows, i, "detail")) };
	}
}

/* One line: line ends inside become blanks. NULL: this side knows nothing of it. */
static void report(struct str *out, const struct fact *fact, const char *program, const char *database)
{
	size_t begin = out->len;
	str_addf(out, "fold\t%s %s\t%s: %s; %s: %s", fact->what, fact->key, _("Programm"), program ? program : _("nichts"),
	    _("Datenbank"), database ? database : _("nichts"));
	for (size_t i = begin; i < out->len; i++)
		if (out->data[i] == '\n')
			out->data[i] = ' ';
	str_add_char(out, '\n');
}

size_t fold_check(const struct sitting *s, const struct rowset *facts, struct str *out)
{
	struct vec program = VEC_OF(struct fact), database = VEC_OF(struct fact);
	size_t differences = 0, p = 0, d = 0;
	room_facts(s, &program);
	agenda_facts(s, &program);
	vote_facts(s, &program);
	from_rows(facts, &database);
	sort(&program);
	sort(&database);
	while (p < program.len || d < database.len) {
		const struct fact *x = p < program.len ? vec_at(&program, p) : NULL;
		const struct fact *y = d < database.len ? vec_at(&database, d) : NULL;
		int order = !x ? 1 : !y ? -1 : compare(x, y);
		bool equal = order == 0 && strcmp(x->detail, y->detail) == 0;
		if (!equal)
			report(out, order <= 0 ? x : y, order <= 0 ? x->detail : NULL, order >= 0 ? y->detail : NULL);
		differences += !equal;
		p += order <= 0;
		d += order >= 0;
	}
	clear(&program);
	clear(&database);
	return differences;
}
