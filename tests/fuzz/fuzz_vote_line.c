/* The vote line and the name line: any text is answered, and a vote that counts as complete adds up. */
#include "base/date.h"
#include "base/mem.h"
#include "domain/agenda_number.h"
#include "domain/majority.h"
#include "domain/name_match.h"
#include "domain/vote_line.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct vote_line *line, int32_t entitled)
{
	if (line->yes < 0 || line->no < 0 || line->abstain < 0 || line->invalid < 0)
		abort();
	if (line->state == VOTE_LINE_OK && line->sum != entitled)
		abort();
}

static void find_name(const char *text)
{
	struct setup setup;
	struct name_match match;
	struct str name = { 0 };
	int64_t at = MOMENT_NONE;
	setup_init(&setup);
	struct setup_person *p = setup_add_person(&setup);
	p->person_id = 1;
	mem_replace(&p->name, "Müller-Lüdenscheidt, Karl von");
	mem_replace(&p->family_name, "von Müller-Lüdenscheidt");
	name_match_find(&setup, text, NULL, NULL, &match);
	name_match_split(text, INT64_C(1792000800000000), &name, &at);
	str_clear(&name);
	setup_clear(&setup);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int32_t entitled = size ? data[0] : 0;
	char *text = mem_strndup((const char *)data + (size > 0), size - (size > 0));
	struct vote_line line;
	vote_line_parse(text, entitled, &line);
	check(&line, entitled);
	vote_line_parse_cell(text, entitled, &line);
	check(&line, entitled);
	find_name(text);
	struct majority_rule rule;
	majority_parse(text, &rule, NULL);
	struct vec list = VEC_OF(struct agenda_number);
	agenda_list_parse(text, &list, NULL);
	vec_clear(&list);
	free(text);
	return 0;
}
