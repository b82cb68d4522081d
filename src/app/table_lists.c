/* Roll call, votes by group, elections and seats: votes that need more than one line. See table.h. */
#include "app/table.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "domain/election.h"
#include "domain/seats.h"

#include <stdlib.h>
#include <string.h>

/* ---- roll call ---- */

void table_rollcall_clear(struct table *t)
{
	vec_cut(&t->rollcall.persons, 0);
	free(t->rollcall.choices);
	t->rollcall.choices = NULL;
	t->rollcall.at = 0;
}

static void start_rollcall(struct table *t, bool by_name)
{
	table_rollcall_clear(t);
	t->rollcall.by_name = by_name;
	sitting_voters(&t->sitting, by_name, &t->rollcall.persons);
	t->rollcall.choices = mem_alloc(t->rollcall.persons.len + 1);
	memset(t->rollcall.choices, ' ', t->rollcall.persons.len);
	t->rollcall.choices[t->rollcall.persons.len] = '\0';
	t->mode = TABLE_ROLLCALL;
}

unsigned table_start_rollcall(struct table *t)
{
	if (table_needs_item(t))
		start_rollcall(t, t->rollcall.by_name);
	return SCREEN_HANDLED;
}

/* The other order; what was answered stays with the person. */
static void switch_order(struct table *t)
{
	struct vec old = VEC_OF(int64_t);
	char *choices = mem_strdup(t->rollcall.choices);
	for (size_t i = 0; i < t->rollcall.persons.len; i++)
		vec_push(&old, vec_at(&t->rollcall.persons, i));
	start_rollcall(t, !t->rollcall.by_name);
	for (size_t i = 0; i < t->rollcall.persons.len; i++)
		for (size_t k = 0; k < old.len; k++)
			if (*(int64_t *)vec_at(&old, k) == *(int64_t *)vec_at(&t->rollcall.persons, i))
				t->rollcall.choices[i] = choices[k];
	vec_clear(&old);
	free(choices);
}

/* A seat number typed digit by digit moves to that seat; the letter after it begins a new one. */
static void type_seat(struct table *t, char32_t key)
{
	struct table_rollcall *r = &t->rollcall;
	r->seat = (r->seat > 99 ? 0 : r->seat * 10) + (int32_t)(key - '0');
	for (size_t i = 0; i < r->persons.len; i++) {
		const struct setup_person *p = setup_person(&t->setup, *(int64_t *)vec_at(&r->persons, i));
		if (p && p->seat == r->seat)
			r->at = i;
	}
}

/* A number that nobody entitled has must not let the letter fall on somebody else. */
static bool seat_is_there(struct table *t)
{
	struct table_rollcall *r = &t->rollcall;
	const struct setup_person *p = setup_person(&t->setup, *(int64_t *)vec_at(&r->persons, r->at));
	if (r->seat == 0 || (p && p->seat == r->seat))
		return true;
	message_warn(t->message, _("Platz %d stimmt nicht mit ab (abwesend, befangen oder unbekannt): nichts eingetragen."),
	             (int)r->seat);
	return false;
}

static void answer(struct table *t, char choice)
{
	struct table_rollcall *r = &t->rollcall;
	if (r->at >= r->persons.len || !seat_is_there(t))
		return;
	r->choices[r->at] = choice;
	if (r->at + 1 < r->persons.len)
		r->at++;
}

static void finish_rollcall(struct table *t)
{
	struct table_rollcall *r = &t->rollcall;
	struct table_figures f = { .kind = TABLE_VOTE_ROLLCALL, .rollcall = r };
	for (size_t i = 0; i < r->persons.len; i++) {
		if (r->choices[i] == ' ')
			r->choices[i] = 'J';
		f.yes += r->choices[i] == 'J';
		f.no += r->choices[i] == 'N';
		f.abstain += r->choices[i] == 'E';
	}
	if (table_vote(t, &f)) {
		table_command_mode(t);
		table_rollcall_clear(t);
	}
}

/* Rows on the screen per column of names: Up and Down move by one name, Left and Right by a column. */
static void move_rollcall(struct table *t, long by)
{
	long at = (long)t->rollcall.at + by, last = (long)t->rollcall.persons.len - 1;
	if (at >= 0 && at <= last)
		t->rollcall.at = (size_t)at;
}

static unsigned rollcall_letter(struct table *t, char32_t key)
{
	message_hide(t->message);
	switch (key) {
	case 'j':
	case 'J':
		answer(t, 'J');
		break;
	case 'n':
	case 'N':
		answer(t, 'N');
		break;
	case 'e':
	case 'E':
	case 'x':
		answer(t, 'E');
		break;
	case 'o':
	case 'O':
	case '-':
		answer(t, 'O');
		break;
	case ' ':
		answer(t, ' ');
		break;
	case K_BACKSPACE:
		if (t->rollcall.choices[t->rollcall.at] == ' ')
			move_rollcall(t, -1);
		t->rollcall.choices[t->rollcall.at] = ' ';
		break;
	case K_UP:
		move_rollcall(t, -1);
		break;
	case K_DOWN:
		move_rollcall(t, 1);
		break;
	case K_LEFT:
		move_rollcall(t, -10);
		break;
	case K_RIGHT:
		move_rollcall(t, 10);
		break;
	case 'a':
		switch_order(t);
		break;
	case K_ENTER:
		finish_rollcall(t);
		break;
	case K_ESC:
		table_command_mode(t);
		message_info(t->message, "%s", _("Namentliche Abstimmung verlassen, nichts festgehalten. N: neu."));
		break;
	default:
		message_warn(t->message, "%s", _("j ja  n nein  e Enthaltung  o nicht abgestimmt  12 Platz  Leer offen  a Reihenfolge  Enter: Rest ja"));
		return SCREEN_HANDLED | SCREEN_BELL;
	}
	return SCREEN_HANDLED;
}

unsigned table_rollcall_key(struct table *t, char32_t key)
{
	if (key >= '0' && key <= '9') {
		type_seat(t, key);
		return SCREEN_HANDLED;
	}
	unsigned result = rollcall_letter(t, key);
	t->rollcall.seat = 0;
	return result;
}

/* ---- by group ---- */

void table_groups_clear(struct table *t)
{
	for (size_t i = 0; i < t->groups.cells.len; i++)
		str_clear(&((struct table_cell *)vec_at(&t->groups.cells, i))->text);
	vec_cut(&t->groups.cells, 0);
	t->groups.at = 0;
}

unsigned table_start_groups(struct table *t)
{
	if (!table_needs_item(t))
		return SCREEN_HANDLED;
	table_groups_clear(t);
	for (size_t i = 0; i < t->sitting.groups.len; i++) {
		const struct sitting_group *g = vec_at(&t->sitting.groups, i);
		if (g->entitled > 0)
			((struct table_cell *)vec_add(&t->groups.cells))->group = i;
	}
	t->mode = TABLE_GROUPS;
	return SCREEN_HANDLED;
}

static bool sum_groups(const struct table *t, struct table_figures *f)
{
	for (size_t i = 0; i < t->groups.cells.len; i++) {
		const struct table_cell *cell = vec_at(&t->groups.cells, i);
		const struct sitting_group *g = vec_at(&t->sitting.groups, cell->group);
		struct vote_line v;
		vote_line_parse_cell(str_text(&cell->text), g->entitled, &v);
		if (v.state != VOTE_LINE_OK)
			return false;
		f->yes += v.yes;
		f->no += v.no;
		f->abstain += v.abstain;
		f->invalid += v.invalid;
	}
	return true;
}

static void finish_groups(struct table *t)
{
	struct table_figures f = { .kind = TABLE_VOTE_GROUP, .groups = &t->groups };
	if (!sum_groups(t, &f)) {
		message_warn(t->message, "%s", _("Eine Fraktion stimmt nicht mit ihren Anwesenden überein (rot)."));
		return;
	}
	if (table_vote(t, &f)) {
		table_command_mode(t);
		table_groups_clear(t);
	}
}

static void move_cell(struct table *t, long by)
{
	long n = (long)t->groups.cells.len;
	if (n > 0)
		t->groups.at = (size_t)(((long)t->groups.at + by + n) % n);
}

static void type_cell(struct table *t, char32_t key)
{
	if (t->groups.at >= t->groups.cells.len)
		return;
	struct table_cell *cell = vec_at(&t->groups.cells, t->groups.at);
	if (key == K_BACKSPACE)
		str_cut(&cell->text, cell->text.len ? cell->text.len - 1 : 0);
	else if (cell->text.len < 8)
		str_add_char(&cell->text, (char)key);
}

unsigned table_groups_key(struct table *t, char32_t key)
{
	switch (key) {
	case K_TAB:
	case K_RIGHT:
	case K_DOWN:
	case ' ':
		move_cell(t, 1);
		break;
	case K_BACKTAB:
	case K_LEFT:
	case K_UP:
		move_cell(t, -1);
		break;
	case K_ENTER:
		finish_groups(t);
		break;
	case K_ESC:
		table_command_mode(t);
		break;
	default:
		if (key != K_BACKSPACE && (key >= 0x7F || !strchr("0123456789jnxeE:", (int)key)))
			return SCREEN_HANDLED | SCREEN_BELL;
		type_cell(t, key);
	}
	return SCREEN_HANDLED;
}

/* ---- elections and seats: "Sommer=18 Kurz=12 nein=0 enth=3 ung=1", "hare 13 A=28 B=22", "los Kurz" ---- */

struct ballot {
	struct vec labels; /* char * */
	struct vec counts; /* int32_t */
	int32_t no, abstain, invalid;
	bool secret;
	enum seats_method method;
	int32_t seats; /* 0: an election of persons */
	char *lot;     /* who drew it and for whom; NULL */
};

static void ballot_clear(struct ballot *b)
{
	for (size_t i = 0; i < b->labels.len; i++)
		free(*(char **)vec_at(&b->labels, i));
	vec_clear(&b->labels);
	vec_clear(&b->counts);
	free(b->lot);
}

static bool parse_count(const char *text, int32_t *count)
{
	char *end;
	long n = strtol(text, &end, 10);
	*count = (int32_t)n;
	return *text && !*end && n >= 0 && n <= 100000;
}

/* name=count; a few names are words of the grammar. '_' in a name stands for a blank. */
static bool parse_pair(struct ballot *b, const char *word)
{
	const char *equal = strchr(word, '=');
	int32_t count;
	if (!equal || equal == word || !parse_count(equal + 1, &count))
		return false;
	char *name = mem_strndup(word, (size_t)(equal - word));
	bool mine = true;
	if (strcmp(name, "nein") == 0)
		b->no = count;
	else if (strcmp(name, "enth") == 0)
		b->abstain = count;
	else if (strcmp(name, "ung") == 0)
		b->invalid = count;
	else
		mine = false;
	if (mine) {
		free(name);
		return true;
	}
	for (char *p = name; *p; p++)
		if (*p == '_')
			*p = ' ';
	vec_push(&b->labels, &name);
	vec_push(&b->counts, &count);
	return true;
}

static bool parse_ballot(const char *text, struct ballot *b)
{
	*b = (struct ballot){ .labels = VEC_OF(char *), .counts = VEC_OF(int32_t), .secret = true };
	if (strncmp(text, "los ", 4) == 0) {
		b->lot = mem_strdup(text + 4);
		return true;
	}
	char *copy = mem_strdup(text), *save = NULL;
	bool ok = true;
	for (char *word = strtok_r(copy, " ", &save); word && ok; word = strtok_r(NULL, " ", &save)) {
		if (strcmp(word, "offen") == 0) {
			b->secret = false;
		} else if (seats_method_parse(word, &b->method)) {
			word = strtok_r(NULL, " ", &save);
			ok = word && parse_count(word, &b->seats) && b->seats > 0;
		} else {
			ok = parse_pair(b, word);
		}
	}
	free(copy);
	return ok && b->labels.len > 0;
}

/* The last election on the item that counts, or NULL. */
static const struct ledger_event *last_election(const struct table *t, size_t item)
{
	const struct ledger_event *found = NULL;
	if (item == SITTING_NONE)
		return NULL;
	const struct id *id = &sitting_item(&t->sitting, item)->item_id;
	for (size_t i = 0; i < t->sitting.results.len; i++) {
		const struct ledger_event *e = *(const struct ledger_event **)vec_at(&t->sitting.results, i);
		if (e->kind == LEDGER_ELECTION && id_equal(&e->item_id, id))
			found = e;
	}
	return found;
}

static bool is_runoff(const struct table *t, size_t item)
{
	const struct ledger_event *last = last_election(t, item);
	return last && str_equal(last->outcome, "runoff");
}

static bool decide_election(const struct table *t, const struct ballot *b, struct election_result *result, struct err *err)
{
	struct election_round round = {
		.candidates = b->counts.len,
		.votes = b->counts.data,
		.no = b->no,
		.abstain = b->abstain,
		.invalid = b->invalid,
		.runoff = is_runoff(t, table_item(t)),
		.present = sitting_election_base(&t->sitting),
	};
	int64_t cast = (int64_t)b->no + b->abstain + b->invalid;
	for (size_t i = 0; i < b->counts.len; i++)
		cast += *(int32_t *)vec_at(&b->counts, i);
	if (cast > t->sitting.entitled) {
		err_set(err, "%s", _("mehr Stimmen als Stimmberechtigte"));
		return err_detail(err, _("%lld abgegeben, %d stimmberechtigt"), (long long)cast, (int)t->sitting.entitled);
	}
	return election_decide(&round, result, err);
}

static void name_persons(const struct ballot *b, const struct election_result *r, struct str *out)
{
	for (size_t i = 0; i < r->count; i++)
		str_addf(out, "%s%s", i ? ", " : "", *(char **)vec_at(&b->labels, r->persons[i]));
}

static void say_seats(const struct ballot *b, const struct seats_result *r, struct str *out)
{
	for (size_t i = 0; i < r->lists; i++)
		str_addf(out, "%s%s %d", i ? ", " : "", *(char **)vec_at(&b->labels, i), (int)r->seats[i]);
	if (r->drawn == 0)
		return;
	str_addf(out, _("; %d durch Los zwischen"), (int)r->drawn);
	for (size_t i = 0, n = 0; i < r->lists; i++)
		if (r->in_lot[i])
			str_addf(out, "%s%s", n++ ? ", " : " ", *(char **)vec_at(&b->labels, i));
}

static bool allocate(const struct ballot *b, struct seats_result *r, struct err *err)
{
	int64_t *votes = mem_zalloc(b->counts.len, sizeof(*votes));
	for (size_t i = 0; i < b->counts.len; i++)
		votes[i] = *(int32_t *)vec_at(&b->counts, i);
	bool ok = seats_allocate(b->method, b->seats, b->counts.len, votes, r, err);
	free(votes);
	return ok;
}

static void ballot_event(struct table *t, const struct ballot *b, enum ledger_kind kind, struct ledger_event *e)
{
	table_event(t, e, kind);
	e->item_id = sitting_item(&t->sitting, t->sitting.current)->item_id;
	ledger_set_labels(e, b->labels.data, b->labels.len);
	ledger_set_counts(e, b->counts.data, b->counts.len);
}

static bool record_seats(struct table *t, const struct ballot *b, struct err *err)
{
	static const char *const names[] = { "hare", "dhondt", "sainte-lague" };
	struct seats_result r;
	struct ledger_event e;
	struct str text = { 0 };
	if (!allocate(b, &r, err))
		return false;
	ballot_event(t, b, LEDGER_SEATS, &e);
	e.mode = mem_strdup(names[b->method]);
	e.entitled = b->seats;
	say_seats(b, &r, &text);
	e.outcome = mem_strdup(r.drawn ? "lot" : "allocated");
	e.text = str_take(&text);
	seats_result_clear(&r);
	return table_record(t, &e);
}

static char *round_number(const struct table *t)
{
	const struct ledger_event *last = last_election(t, t->sitting.current);
	long round = last && last->number ? strtol(last->number, NULL, 10) + 1 : 1;
	return str_format("%ld", round);
}

static bool record_election(struct table *t, const struct ballot *b, struct err *err)
{
	struct election_result r;
	struct ledger_event e;
	struct str text = { 0 };
	if (!decide_election(t, b, &r, err))
		return false;
	ballot_event(t, b, LEDGER_ELECTION, &e);
	sitting_fill_numbers(&t->sitting, &e);
	e.number = round_number(t);
	e.slot = mem_strdup(is_runoff(t, t->sitting.current) ? "runoff" : "round");
	e.mode = mem_strdup(b->secret ? "secret" : "open");
	e.no = b->no;
	e.abstain = b->abstain;
	e.invalid = b->invalid;
	e.outcome = mem_strdup(election_outcome_name(r.outcome));
	name_persons(b, &r, &text);
	e.text = str_take(&text);
	election_result_clear(&r);
	return table_record(t, &e);
}

/* "los Kurz, gezogen von der Bürgermeisterin": after a tie; who drew it stands in the record. */
static bool record_lot(struct table *t, const char *lot, struct err *err)
{
	const struct ledger_event *last = last_election(t, t->sitting.current);
	struct ledger_event e;
	if (!last || !str_equal(last->outcome, "lot"))
		return err_set(err, "%s", _("es ist kein Los zu ziehen"));
	const char *comma = strchr(lot, ',');
	table_event(t, &e, LEDGER_ELECTION);
	e.item_id = last->item_id;
	ledger_set_labels(&e, (const char *const *)last->labels.items, last->labels.len);
	ledger_set_counts(&e, last->counts.items, last->counts.len);
	sitting_fill_numbers(&t->sitting, &e);
	e.number = round_number(t);
	e.slot = mem_strdup("lot");
	e.mode = mem_strdup_null(last->mode);
	e.no = last->no;
	e.abstain = last->abstain;
	e.invalid = last->invalid;
	e.outcome = mem_strdup("elected");
	e.text = comma ? mem_strndup(lot, (size_t)(comma - lot)) : mem_strdup(lot);
	e.note = mem_strdup(comma ? comma + 1 + strspn(comma + 1, " ") : _("Los gezogen vom Vorsitz"));
	return table_record(t, &e);
}

static bool accept_election(struct table *t, const char *text)
{
	struct ballot b;
	struct err err = { 0 };
	bool ok = parse_ballot(text, &b);
	if (!ok)
		err_set(&err, "%s", _("noch keine Wahl: Name=Stimmen Name=Stimmen nein=0 enth=3 ung=1"));
	else if (b.lot)
		ok = record_lot(t, b.lot, &err);
	else
		ok = b.seats ? record_seats(t, &b, &err) : record_election(t, &b, &err);
	ballot_clear(&b);
	if (err_is_set(&err))
		message_error(t->message, &err);
	return ok;
}

static unsigned hint_ballot(const struct table *t, const struct ballot *b, struct str *out)
{
	struct election_result r;
	struct seats_result s;
	if (b->lot) {
		str_add(out, _("Los: Name, gezogen von"));
	} else if (b->seats && allocate(b, &s, NULL)) {
		say_seats(b, &s, out);
		seats_result_clear(&s);
	} else if (!b->seats && decide_election(t, b, &r, NULL)) {
		static const char *const labels[] = { N_("gewählt:"), N_("Stichwahl:"), N_("Los zwischen"), N_("nicht gewählt") };
		str_addf(out, _("gültig %d, nötig %d: %s "), (int)r.valid, (int)r.needed, _(labels[r.outcome]));
		name_persons(b, &r, out);
		election_result_clear(&r);
	} else {
		str_add(out, _("so nicht möglich"));
		return ATTR_BOLD | ATTR_RED;
	}
	return ATTR_BOLD;
}

static unsigned hint_election(const struct table *t, const char *text, struct str *out)
{
	struct ballot b;
	unsigned attr = ATTR_NONE;
	if (parse_ballot(text, &b))
		attr = hint_ballot(t, &b, out);
	else if (!*text)
		str_add(out, _("Name=18 Name=12 nein=0 enth=3 ung=1 · hare 13 A=28 B=22 · los Name, wer zog"));
	ballot_clear(&b);
	return attr;
}

static const struct table_prompt election_prompt = { N_("Wahl"), accept_election, hint_election, false };

unsigned table_start_election(struct table *t)
{
	if (t->sitting.current == SITTING_NONE)
		table_needs_item(t);
	else
		table_open_prompt(t, &election_prompt, "");
	return SCREEN_HANDLED;
}
