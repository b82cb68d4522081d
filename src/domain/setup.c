/* See setup.h. */
#include "domain/setup.h"

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* A text of an element, by its place: one list per struct serves filling, loading and freeing. */
struct text_row {
	const char *column;
	size_t offset;
};

#define HEAD(field) { #field, offsetof(struct setup, field) }
static const struct text_row head_texts[] = {
	HEAD(name), HEAD(number), HEAD(body_name), HEAD(organization_name), HEAD(organization_short), HEAD(location),
	HEAD(room), HEAD(state), HEAD(kind_of_minutes), HEAD(quorum_rule), HEAD(group_style), HEAD(secret_threshold),
	HEAD(rollcall_threshold), HEAD(election_rule), HEAD(rule_set), HEAD(minutes_state), HEAD(standard_closing),
};

#define PERSON(field) { #field, offsetof(struct setup_person, field) }
static const struct text_row person_texts[] = {
	PERSON(name), PERSON(spoken), PERSON(full_name), PERSON(family_name), PERSON(abbreviation), PERSON(group_short),
	PERSON(group_name), PERSON(role),
};

#define ITEM(field) { #field, offsetof(struct setup_item, field) }
static const struct text_row item_texts[] = {
	ITEM(number), ITEM(title), ITEM(reference), ITEM(paper_title), ITEM(proposed_text), ITEM(rule), ITEM(previous),
};

#define COUNT_OF(array) (sizeof(array) / sizeof(*(array)))

static char **text_at(void *element, const struct text_row *row)
{
	return (char **)(void *)((char *)element + row->offset);
}

static void fill_texts(void *element, const struct text_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		*text_at(element, &rows[i]) = mem_strdup("");
}

static void free_texts(void *element, const struct text_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(*text_at(element, &rows[i]));
}

static void load_texts(void *element, const struct text_row *rows, size_t count, const struct rowset *rs, size_t row)
{
	for (size_t i = 0; i < count; i++)
		mem_replace(text_at(element, &rows[i]), rowset_text(rs, row, rows[i].column));
}

void setup_init(struct setup *s)
{
	*s = (struct setup){
		.starts_at = MOMENT_NONE,
		.roster = VEC_OF(struct setup_person),
		.items = VEC_OF(struct setup_item),
		.modules = VEC_OF(struct setup_module),
		.offices = VEC_OF(char *),
		.organizations = VEC_OF(struct setup_organization),
	};
	fill_texts(s, head_texts, COUNT_OF(head_texts));
}

void setup_clear(struct setup *s)
{
	free_texts(s, head_texts, COUNT_OF(head_texts));
	for (size_t i = 0; i < s->roster.len; i++)
		free_texts(vec_at(&s->roster, i), person_texts, COUNT_OF(person_texts));
	for (size_t i = 0; i < s->items.len; i++)
		free_texts(vec_at(&s->items, i), item_texts, COUNT_OF(item_texts));
	for (size_t i = 0; i < s->modules.len; i++) {
		struct setup_module *module = vec_at(&s->modules, i);
		free(module->abbreviation);
		free(module->text);
	}
	for (size_t i = 0; i < s->offices.len; i++)
		free(*(char **)vec_at(&s->offices, i));
	for (size_t i = 0; i < s->organizations.len; i++) {
		struct setup_organization *organization = vec_at(&s->organizations, i);
		free(organization->name);
		free(organization->short_name);
	}
	vec_clear(&s->roster);
	vec_clear(&s->items);
	vec_clear(&s->modules);
	vec_clear(&s->offices);
	vec_clear(&s->organizations);
	*s = (struct setup){ 0 };
}

struct setup_person *setup_add_person(struct setup *s)
{
	struct setup_person *person = vec_add(&s->roster);
	fill_texts(person, person_texts, COUNT_OF(person_texts));
	return person;
}

struct setup_item *setup_add_item(struct setup *s)
{
	struct setup_item *item = vec_add(&s->items);
	fill_texts(item, item_texts, COUNT_OF(item_texts));
	return item;
}

void setup_add_module(struct setup *s, const char *abbreviation, const char *text)
{
	struct setup_module *module = vec_add(&s->modules);
	module->abbreviation = mem_strdup(abbreviation);
	module->text = mem_strdup(text);
}

void setup_add_office(struct setup *s, const char *name)
{
	char **office = vec_add(&s->offices);
	*office = mem_strdup(name);
}

void setup_add_organization(struct setup *s, int64_t id, const char *name, const char *short_name)
{
	struct setup_organization *organization = vec_add(&s->organizations);
	organization->id = id;
	organization->name = mem_strdup(name);
	organization->short_name = mem_strdup(short_name);
}

/* --- from rows --- */

static int32_t small(const struct rowset *rs, size_t row, const char *name)
{
	int64_t n = rowset_int(rs, row, name);
	return n < INT32_MIN || n > INT32_MAX ? 0 : (int32_t)n;
}

bool setup_load_meeting(struct setup *s, const struct rowset *rows)
{
	if (!rows->rows)
		return false;
	load_texts(s, head_texts, COUNT_OF(head_texts), rows, 0);
	s->meeting_id = rowset_int(rows, 0, "id");
	s->starts_at = rowset_named(rows, 0, "starts_at") ? rowset_int(rows, 0, "starts_at") : MOMENT_NONE;
	s->legal = small(rows, 0, "legal");
	s->unanimous_strict = strcmp(rowset_text(rows, 0, "unanimous_wording"), "strict") == 0;
	s->vote_by_group = rowset_bool(rows, 0, "vote_by_group");
	return true;
}

static enum setup_kind parse_kind(const char *text)
{
	static const char *const names[] = { "member", "substitute", "advisory", "administration" };
	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (strcmp(names[i], text) == 0)
			return (enum setup_kind)i;
	return SETUP_ADMINISTRATION;
}

void setup_load_roster(struct setup *s, const struct rowset *rows)
{
	for (size_t i = 0; i < rows->rows; i++) {
		struct setup_person *p = setup_add_person(s);
		load_texts(p, person_texts, COUNT_OF(person_texts), rows, i);
		p->person_id = rowset_int(rows, i, "person_id");
		p->group_id = rowset_int(rows, i, "group_id");
		p->group_order = small(rows, i, "group_order");
		p->seat = small(rows, i, "seat");
		p->voting = rowset_bool(rows, i, "voting");
		p->councillor = rowset_bool(rows, i, "councillor");
		p->kind = parse_kind(rowset_text(rows, i, "kind"));
		p->chair = rowset_bool(rows, i, "chair");
		p->substitute_for = rowset_int(rows, i, "substitute_for");
		p->substitute_rank = small(rows, i, "substitute_rank");
	}
}

void setup_load_items(struct setup *s, const struct rowset *rows)
{
	for (size_t i = 0; i < rows->rows; i++) {
		struct setup_item *item = setup_add_item(s);
		load_texts(item, item_texts, COUNT_OF(item_texts), rows, i);
		id_parse(rowset_text(rows, i, "item_id"), &item->item_id);
		item->position = small(rows, i, "position");
		item->public = rowset_bool(rows, i, "public");
		item->standard = rowset_bool(rows, i, "standard");
		item->supplemented = rowset_bool(rows, i, "supplemented");
	}
}

void setup_load_modules(struct setup *s, const struct rowset *rows)
{
	for (size_t i = 0; i < rows->rows; i++)
		setup_add_module(s, rowset_text(rows, i, "abbreviation"), rowset_text(rows, i, "text"));
}

void setup_load_offices(struct setup *s, const struct rowset *rows)
{
	for (size_t i = 0; i < rows->rows; i++)
		setup_add_office(s, rowset_text(rows, i, "name"));
}

void setup_load_organizations(struct setup *s, const struct rowset *rows)
{
	for (size_t i = 0; i < rows->rows; i++)
		setup_add_organization(s, rowset_int(rows, i, "id"), rowset_text(rows, i, "name"), rowset_text(rows, i, "short"));
}

/* --- finding --- */

const struct setup_person *setup_person(const struct setup *s, int64_t person_id)
{
	for (size_t i = 0; person_id && i < s->roster.len; i++) {
		const struct setup_person *person = vec_at(&s->roster, i);
		if (person->person_id == person_id)
			return person;
	}
	return NULL;
}

const struct setup_item *setup_item(const struct setup *s, const struct id *item_id)
{
	for (size_t i = 0; i < s->items.len; i++) {
		const struct setup_item *item = vec_at(&s->items, i);
		if (id_equal(&item->item_id, item_id))
			return item;
	}
	return NULL;
}

const struct setup_organization *setup_organization(const struct setup *s, int64_t id)
{
	for (size_t i = 0; id && i < s->organizations.len; i++) {
		const struct setup_organization *organization = vec_at(&s->organizations, i);
		if (organization->id == id)
			return organization;
	}
	return NULL;
}

const char *setup_module(const struct setup *s, const char *abbreviation)
{
	char *wanted = text_fold(abbreviation);
	const char *found = NULL;
	for (size_t i = 0; !found && i < s->modules.len; i++) {
		const struct setup_module *module = vec_at(&s->modules, i);
		char *name = text_fold(module->abbreviation);
		if (strcmp(name, wanted) == 0)
			found = module->text;
		free(name);
	}
	free(wanted);
	return found;
}

bool setup_is_signed(const struct setup *s)
{
	return strcmp(s->minutes_state, "signed") == 0 || strcmp(s->minutes_state, "corrected") == 0;
}
