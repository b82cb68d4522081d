/*
 * Journal lines: whatever stands in the file, the parser refuses it or gives
 * an event that survives a round, and that the fold takes without a crash. The
 * fuzzer cannot guess checksums, so the line is also tried with the right one:
 * the fields of a made event are set from the input.
 */
#include "base/mem.h"
#include "base/text.h"
#include "domain/sitting.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void fold(const struct ledger_event *e)
{
	struct setup setup;
	struct sitting sitting;
	struct str words = { 0 };
	setup_init(&setup);
	setup.meeting_id = e->meeting_id;
	struct setup_person *p = setup_add_person(&setup);
	p->person_id = e->person_id ? e->person_id : 1;
	p->voting = true;
	setup_add_item(&setup)->item_id = e->item_id;
	sitting_init(&sitting, &setup);
	sitting_check(&sitting, e, NULL);
	sitting_apply(&sitting, e, NULL);
	sitting_apply(&sitting, e, NULL);
	sitting_describe(&sitting, e, &words);
	str_clear(&words);
	sitting_clear(&sitting);
	setup_clear(&setup);
}

static void round_trip(const struct ledger_event *e)
{
	struct str line = { 0 };
	struct ledger_event back;
	ledger_to_line(e, &line);
	if (!ledger_from_line(line.data, line.len, &back, NULL) || !ledger_event_equal(e, &back))
		abort();
	ledger_event_clear(&back);
	str_clear(&line);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ledger_event e;
	if (ledger_from_line((const char *)data, size, &e, NULL)) {
		round_trip(&e);
		ledger_event_clear(&e);
	}
	ledger_event_init(&e, size ? (enum ledger_kind)(1 + data[0] % (LEDGER_KIND_COUNT - 1)) : LEDGER_OPEN);
	id_parse("6f1b7a52-3c4d-4e5f-8a9b-0c1d2e3f4a5b", &e.event_id);
	const char *s = (const char *)data, *end = s + size;
	while (s < end) {
		/* One line sets one field: its first byte says which. */
		const char *stop = memchr(s + 1, '\n', (size_t)(end - s - 1));
		size_t n = (size_t)((stop ? stop : end) - s - 1);
		char *text = mem_strndup(s + 1, n);
		ledger_set_field(&e, (enum ledger_field)((unsigned char)*s % FIELD_COUNT), text, NULL);
		free(text);
		s += n + 2 < (size_t)(end - s) ? n + 2 : (size_t)(end - s);
	}
	round_trip(&e);
	fold(&e);
	ledger_event_clear(&e);
	return 0;
}
