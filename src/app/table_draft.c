/*
 * See table_draft.h. The form, a line each, texts with their length before them:
 *
 *     ratstisch-draft 1
 *     mode rollcall | groups | text | line
 *     item <id>             slot <name>         person <id>      organization <id>
 *     answer <person> <J N E O>                 by_name 1
 *     cell <group> <text>
 *     base <bytes>\n...\n   text <bytes>\n...\n
 */
#include "app/table_draft.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEADER "ratstisch-draft 1\n"

/* ---- writing ---- */

static void add_bytes(struct str *out, const char *word, const char *text)
{
	str_addf(out, "%s %zu\n", word, strlen(text));
	str_add(out, text);
	str_add_char(out, '\n');
}

static void add_item(struct str *out, const struct table *t, size_t item)
{
	if (item != SITTING_NONE)
		str_addf(out, "item %s\n", sitting_item(&t->sitting, item)->item_id.text);
}

static void write_rollcall(const struct table *t, struct str *out)
{
	const struct table_rollcall *r = &t->rollcall;
	str_add(out, "mode rollcall\n");
	add_item(out, t, t->sitting.current);
	str_addf(out, "by_name %d\n", r->by_name);
	for (size_t i = 0; i < r->persons.len; i++)
		if (r->choices[i] != ' ')
			str_addf(out, "answer %lld %c\n", (long long)*(int64_t *)vec_at(&r->persons, i), r->choices[i]);
}

static void write_groups(const struct table *t, struct str *out)
{
	str_add(out, "mode groups\n");
	add_item(out, t, t->sitting.current);
	for (size_t i = 0; i < t->groups.cells.len; i++) {
		const struct table_cell *cell = vec_at(&t->groups.cells, i);
		const struct sitting_group *g = vec_at(&t->sitting.groups, cell->group);
		if (cell->text.len > 0)
			str_addf(out, "cell %lld %s\n", (long long)g->group_id, str_text(&cell->text));
	}
}

static void write_text(const struct table *t, struct str *out)
{
	const char *base = sitting_text(&t->sitting, t->text_item, t->slot, t->person);
	str_add(out, "mode text\n");
	add_item(out, t, t->text_item);
	str_addf(out, "slot %s\nperson %lld\norganization %lld\n", t->slot, (long long)t->person, (long long)t->organization);
	add_bytes(out, "base", base ? base : "");
	add_bytes(out, "text", editor_text(t->editor));
}

static void write_line(const struct table *t, struct str *out)
{
	str_add(out, "mode line\n");
	add_bytes(out, "text", line_text(&t->line));
}

void table_draft_write(const struct table *t, struct str *out)
{
	if (!t->loaded)
		return;
	str_add(out, HEADER);
	if (t->mode == TABLE_TEXT || t->text_below)
		write_text(t, out);
	else if (t->mode == TABLE_ROLLCALL)
		write_rollcall(t, out);
	else if (t->mode == TABLE_GROUPS)
		write_groups(t, out);
	else if (t->mode == TABLE_PROMPT && *line_text(&t->line))
		write_line(t, out);
	else
		str_cut(out, out->len - strlen(HEADER));
}

/* ---- reading ---- */

struct draft {
	char mode[16], slot[32];
	struct id item;
	int64_t person, organization;
	bool by_name;
	struct vec persons; /* int64_t: who has answered, or the groups of the cells */
	struct vec answers; /* char * */
	char *base, *text;
};

static void draft_clear(struct draft *d)
{
	for (size_t i = 0; i < d->answers.len; i++)
		free(*(char **)vec_at(&d->answers, i));
	vec_clear(&d->answers);
	vec_clear(&d->persons);
	free(d->base);
	free(d->text);
}

/* "<bytes>" and after the line that many bytes and a line end; *at moves behind them. */
static bool read_bytes(const char *value, const char *bytes, size_t n, size_t *at, char **text)
{
	char *end;
	unsigned long long length = strtoull(value, &end, 10);
	if (*end || end == value || *text || length >= n - *at || bytes[*at + length] != '\n' || memchr(bytes + *at, '\0', length))
		return false;
	*text = mem_strndup(bytes + *at, length);
	*at += length + 1;
	return true;
}

static bool read_id(const char *value, int64_t *id)
{
	char *end;
	*id = strtoll(value, &end, 10);
	return end != value && (!*end || *end == ' ');
}

static bool read_answer(struct draft *d, const char *value)
{
	int64_t id;
	const char *rest = strchr(value, ' ');
	if (!rest || !read_id(value, &id))
		return false;
	char *answer = mem_strdup(rest + 1);
	vec_push(&d->persons, &id);
	vec_push(&d->answers, &answer);
	return true;
}

static bool read_word(char *to, size_t room, const char *value)
{
	return snprintf(to, room, "%s", value) < (int)room;
}

static bool read_statement(struct draft *d, const char *word, const char *value, const char *bytes, size_t n, size_t *at)
{
	if (strcmp(word, "mode") == 0)
		return read_word(d->mode, sizeof(d->mode), value);
	if (strcmp(word, "slot") == 0)
		return read_word(d->slot, sizeof(d->slot), value);
	if (strcmp(word, "item") == 0)
		return id_parse(value, &d->item);
	if (strcmp(word, "person") == 0)
		return read_id(value, &d->person);
	if (strcmp(word, "organization") == 0)
		return read_id(value, &d->organization);
	if (strcmp(word, "by_name") == 0) {
		d->by_name = *value == '1';
		return true;
	}
	if (strcmp(word, "answer") == 0 || strcmp(word, "cell") == 0)
		return read_answer(d, value);
	if (strcmp(word, "base") == 0)
		return read_bytes(value, bytes, n, at, &d->base);
	return strcmp(word, "text") == 0 && read_bytes(value, bytes, n, at, &d->text);
}

static bool parse(struct draft *d, const char *bytes, size_t n)
{
	size_t head = strlen(HEADER), at = head;
	bool ok = n >= head && memcmp(bytes, HEADER, head) == 0;
	while (ok && at < n) {
		const char *end = memchr(bytes + at, '\n', n - at);
		char *line = end ? mem_strndup(bytes + at, (size_t)(end - bytes) - at) : NULL;
		char *value = line ? strchr(line, ' ') : NULL;
		ok = value != NULL;
		if (ok) {
			*value++ = '\0';
			at = (size_t)(end - bytes) + 1;
			ok = read_statement(d, line, value, bytes, n, &at);
		}
		free(line);
	}
	return ok;
}

/* ---- putting back ---- */

/* The item is the one that is open, as it was: else the vote is about something else. */
static bool item_is_open(struct table *t, const struct draft *d)
{
	size_t item = t->sitting.current;
	if (item != SITTING_NONE && id_equal(&sitting_item(&t->sitting, item)->item_id, &d->item))
		return true;
	message_warn(t->message, "%s", _("Eine angefangene Abstimmung passt nicht mehr zum offenen Punkt und ist verworfen."));
	return false;
}

static void restore_rollcall(struct table *t, const struct draft *d)
{
	size_t found = 0;
	if (!item_is_open(t, d))
		return;
	t->rollcall.by_name = d->by_name;
	table_start_rollcall(t);
	struct table_rollcall *r = &t->rollcall;
	for (size_t i = 0; i < r->persons.len; i++)
		for (size_t k = 0; k < d->persons.len; k++) {
			const char *answer = *(char **)vec_at(&d->answers, k);
			if (*(int64_t *)vec_at(&r->persons, i) != *(int64_t *)vec_at(&d->persons, k) || !*answer || answer[1] ||
			    !strchr("JNEO", *answer))
				continue;
			r->choices[i] = *answer;
			r->at = i + 1 < r->persons.len ? i + 1 : i;
			found++;
		}
	message_info(t->message, _("Die namentliche Abstimmung geht weiter: %zu Antworten stehen schon da."), found);
}

static void restore_groups(struct table *t, const struct draft *d)
{
	if (!item_is_open(t, d))
		return;
	table_start_groups(t);
	for (size_t i = 0; i < t->groups.cells.len; i++) {
		struct table_cell *cell = vec_at(&t->groups.cells, i);
		const struct sitting_group *g = vec_at(&t->sitting.groups, cell->group);
		for (size_t k = 0; k < d->persons.len; k++)
			if (g->group_id == *(int64_t *)vec_at(&d->persons, k) && strlen(*(char **)vec_at(&d->answers, k)) <= 8)
				str_set(&cell->text, *(char **)vec_at(&d->answers, k));
	}
	message_info(t->message, "%s", _("Die Abstimmung nach Fraktionen geht weiter, wo sie stand."));
}

static void restore_text(struct table *t, const struct draft *d)
{
	size_t item = id_is_set(&d->item) ? sitting_find_item(&t->sitting, &d->item) : SITTING_NONE;
	bool there = item != SITTING_NONE || !id_is_set(&d->item);
	const char *now = there && *d->slot ? sitting_text(&t->sitting, item, d->slot, d->person) : NULL;
	if (there && table_write_text(t, d->slot, item, d->person, d->organization, d->base ? d->base : "", d->text)) {
		message_info(t->message, "%s", _("Der Text steht, wie er zuletzt geschrieben war."));
	} else if (!now || strcmp(now, d->text) != 0) {
		t->hooks.show(t->hooks.context, _("Ein angefangener Text, der nicht mehr hierher passt; zum Kopieren"), d->text);
	}
}

static void restore(struct table *t, const struct draft *d)
{
	if (strcmp(d->mode, "rollcall") == 0)
		restore_rollcall(t, d);
	else if (strcmp(d->mode, "groups") == 0)
		restore_groups(t, d);
	else if (strcmp(d->mode, "text") == 0 && d->text)
		restore_text(t, d);
	else if (strcmp(d->mode, "line") == 0 && d->text)
		message_warn(t->message, _("Nicht mehr festgehalten wurde die Zeile „%s“."), d->text);
}

void table_draft_read(struct table *t, const char *bytes, size_t n)
{
	struct draft d = { .persons = VEC_OF(int64_t), .answers = VEC_OF(char *) };
	if (parse(&d, bytes, n))
		restore(t, &d);
	draft_clear(&d);
}
