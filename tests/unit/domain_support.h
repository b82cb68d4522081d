/*
 * An invented council for the tests of the domain: 7 voting members in three
 * groups and the mayor (legal membership 8), a substitute, an advisory member,
 * one of the administration; five public items and one non-public.
 */
#ifndef TESTS_DOMAIN_SUPPORT_H
#define TESTS_DOMAIN_SUPPORT_H

#include "base/mem.h"
#include "base/text.h"
#include "domain/sitting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MINUTE INT64_C(60000000)
#define START (INT64_C(1792000800) * 1000000) /* 2026-10-14 18:00 UTC */

enum { MAYOR = 1, SOMMER, KRAMER, KRAUS, MUELLER, OEZDEMIR, YILMAZ, LANGE, WEISS = 20, BERATER, AMTMANN };

struct table {
	struct setup setup;
	struct sitting sitting;
	struct ledger_event e; /* the event being made */
	struct id ids[8];      /* items 1 to 7 */
	int64_t now;
	int serial;
};

static inline void support_person(struct setup *s, int64_t id, const char *family, const char *given, const char *group, int64_t group_id,
    enum setup_kind kind)
{
	struct setup_person *p = setup_add_person(s);
	char text[100];
	p->person_id = id;
	p->seat = kind == SETUP_MEMBER ? (int32_t)id : 0;
	p->kind = kind;
	p->voting = kind == SETUP_MEMBER || kind == SETUP_SUBSTITUTE;
	p->councillor = p->voting;
	p->group_id = group_id;
	p->group_order = (int32_t)group_id;
	mem_replace(&p->family_name, family);
	mem_replace(&p->group_short, group);
	snprintf(text, sizeof(text), "%s, %s", family, given);
	mem_replace(&p->name, text);
	snprintf(text, sizeof(text), "%s %s", given, family);
	mem_replace(&p->full_name, text);
	snprintf(text, sizeof(text), "Frau %s", family);
	mem_replace(&p->spoken, text);
}

static inline void support_item(struct table *t, int n, const char *number, const char *title, bool public, const char *proposal)
{
	struct setup_item *item = setup_add_item(&t->setup);
	char id[37];
	snprintf(id, sizeof(id), "00000000-0000-4000-8000-%012d", n);
	id_parse(id, &item->item_id);
	t->ids[n] = item->item_id;
	item->public = public;
	item->position = n;
	mem_replace(&item->number, number);
	mem_replace(&item->title, title);
	mem_replace(&item->proposed_text, proposal);
}

static inline void table_open(struct table *t)
{
	*t = (struct table){ .now = START };
	struct setup *s = &t->setup;
	setup_init(s);
	s->meeting_id = 7;
	s->legal = 8;
	s->starts_at = START;
	mem_replace(&s->number, "41");
	mem_replace(&s->organization_name, "Rat der Stadt Musterfeld");
	mem_replace(&s->kind_of_minutes, "course");
	support_person(s, MAYOR, "Brandt", "Gesa", "", 0, SETUP_MEMBER);
	support_person(s, SOMMER, "von Sommer", "Ina", "GRÜNE", 3, SETUP_MEMBER);
	support_person(s, KRAMER, "Kramer", "Jonas", "CDU", 1, SETUP_MEMBER);
	support_person(s, KRAUS, "Kraus", "Edda", "CDU", 1, SETUP_MEMBER);
	support_person(s, MUELLER, "Müller-Lüdenscheidt", "Karl", "SPD", 2, SETUP_MEMBER);
	support_person(s, OEZDEMIR, "Özdemir", "Deniz", "SPD", 2, SETUP_MEMBER);
	support_person(s, YILMAZ, "Yılmaz", "Ece", "GRÜNE", 3, SETUP_MEMBER);
	support_person(s, LANGE, "Lange", "Ute", "CDU", 1, SETUP_MEMBER);
	support_person(s, WEISS, "Weiß", "Tom", "CDU", 1, SETUP_SUBSTITUTE);
	support_person(s, BERATER, "Beratz", "Lea", "", 0, SETUP_ADVISORY);
	support_person(s, AMTMANN, "Amtmann", "Rolf", "", 0, SETUP_ADMINISTRATION);
	support_item(t, 1, "1", "Eröffnung", true, "");
	support_item(t, 2, "2", "Niederschrift", true, "Die Niederschrift wird genehmigt.");
	support_item(t, 3, "3", "Schulstraße", true, "1. Die Straße wird ausgebaut.\n2. Die Verwaltung wird beauftragt, Tempo 50 anzuordnen.");
	support_item(t, 4, "4", "Wahl", true, "");
	support_item(t, 5, "5", "Gebühren", true, "Die Gebühren steigen.");
	support_item(t, 6, "1", "Geheimgrundstück", false, "Das Grundstück wird verkauft.");
	sitting_init(&t->sitting, s);
}

static inline void table_close(struct table *t)
{
	sitting_clear(&t->sitting);
	setup_clear(&t->setup);
}

/* A new event one minute later; fill t->e, then table_commit. */
static inline struct ledger_event *table_event(struct table *t, enum ledger_kind kind, int item, int64_t person)
{
	char id[37];
	t->now += MINUTE;
	ledger_event_init(&t->e, kind);
	snprintf(id, sizeof(id), "00000000-0000-4000-9000-%012d", ++t->serial);
	id_parse(id, &t->e.event_id);
	t->e.meeting_id = 7;
	t->e.at = t->e.typed_at = t->now;
	if (item)
		t->e.item_id = t->ids[item];
	t->e.person_id = person;
	return &t->e;
}

/* Checks and applies; false when it was refused. The event is gone afterwards. */
static inline bool table_commit(struct table *t)
{
	struct err err = { 0 };
	bool ok = sitting_check(&t->sitting, &t->e, &err);
	if (ok)
		ok = sitting_apply(&t->sitting, &t->e, &err);
	err_clear(&err);
	ledger_event_clear(&t->e);
	return ok;
}

static inline bool table_do(struct table *t, enum ledger_kind kind, int item, int64_t person)
{
	table_event(t, kind, item, person);
	return table_commit(t);
}

/* Opens with everybody but Lange. */
static inline bool table_begin(struct table *t)
{
	const int64_t present[] = { MAYOR, SOMMER, KRAMER, KRAUS, MUELLER, OEZDEMIR, YILMAZ, BERATER };
	struct ledger_event *e = table_event(t, LEDGER_OPEN, 0, MAYOR);
	e->legal = 8;
	ledger_set_persons(e, present, sizeof(present) / sizeof(*present));
	return table_commit(t);
}

static inline struct ledger_event *table_vote(struct table *t, int item, const char *mode, int32_t yes, int32_t no, int32_t abstain)
{
	struct ledger_event *e = table_event(t, LEDGER_VOTE, item, 0);
	sitting_fill_numbers(&t->sitting, e);
	e->slot = mem_strdup("motion");
	e->mode = mem_strdup(mode);
	e->rule = mem_strdup("simple");
	e->outcome = mem_strdup(yes > no ? "adopted" : "rejected");
	e->yes = yes;
	e->no = no;
	e->abstain = abstain;
	e->invalid = 0;
	return e;
}

static inline bool table_text(struct table *t, int item, const char *slot, const char *text)
{
	struct ledger_event *e = table_event(t, LEDGER_TEXT, item, 0);
	e->slot = mem_strdup(slot);
	e->text = mem_strdup(text);
	return table_commit(t);
}

static inline bool table_undo(struct table *t)
{
	struct id last = sitting_last_undoable(&t->sitting)->event_id;
	table_event(t, LEDGER_UNDO, 0, 0)->ref_event_id = last;
	return table_commit(t);
}

#endif
