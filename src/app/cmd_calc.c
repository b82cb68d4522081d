/*
 * See cmd_calc.h. Every calculation is one row: its options with their bounds
 * and defaults, and the function that computes and prints one line.
 */
#include "app/cmd_calc.h"

#include "base/err.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/vec.h"
#include "domain/agenda_number.h"
#include "domain/election.h"
#include "domain/majority.h"
#include "domain/quorum.h"
#include "domain/seats.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CALC_OK = 0, CALC_IMPOSSIBLE = 2 };

enum option {
	OPT_LEGAL,
	OPT_PRESENT,
	OPT_CONFLICTED,
	OPT_COUNCILLORS,
	OPT_OTHERS,
	OPT_YES,
	OPT_NO,
	OPT_ABSTAIN,
	OPT_INVALID,
	OPT_SEATS,
	OPT_RULE,
	OPT_METHOD,
	OPT_RUNOFF,
	OPT_COUNT
};

enum option_type { NUMBER, WORD, SWITCH };

static const struct {
	const char *name;
	enum option_type type;
} options[OPT_COUNT] = {
	[OPT_LEGAL] = { "legal", NUMBER },
	[OPT_PRESENT] = { "present", NUMBER },
	[OPT_CONFLICTED] = { "conflicted", NUMBER },
	[OPT_COUNCILLORS] = { "councillors", NUMBER },
	[OPT_OTHERS] = { "others", NUMBER },
	[OPT_YES] = { "yes", NUMBER },
	[OPT_NO] = { "no", NUMBER },
	[OPT_ABSTAIN] = { "abstain", NUMBER },
	[OPT_INVALID] = { "invalid", NUMBER },
	[OPT_SEATS] = { "seats", NUMBER },
	[OPT_RULE] = { "rule", WORD },
	[OPT_METHOD] = { "method", WORD },
	[OPT_RUNOFF] = { "runoff", SWITCH },
};

struct entry {
	char *name;
	int64_t votes;
};

struct input {
	bool given[OPT_COUNT];
	int32_t numbers[OPT_COUNT];
	const char *words[OPT_COUNT];
	struct vec arguments; /* const char *, what is no option */
	struct vec entries;   /* struct entry, from NAME=VOTES */
};

/* --- reading --- */

static bool read_int(const char *text, int64_t max, const char *what, int64_t *value, struct err *err)
{
	char *end;
	errno = 0;
	long long n = strtoll(text, &end, 10);
	bool digits = *text && text[strspn(text, "+-0123456789")] == '\0' && !*end;
	if (!digits)
		err_set(err, _("keine ganze Zahl"));
	else if (n < 0)
		err_set(err, _("eine Zahl ist negativ"));
	else if (errno || n > max)
		err_set(err, _("eine Zahl ist zu groß"));
	else {
		*value = n;
		return true;
	}
	err_detail(err, "%s: \"%.40s\"", what, text);
	return err_hint(err, _("Erlaubt sind ganze Zahlen von 0 bis %lld."), (long long)max);
}

static int find_option(const char *name, size_t n, unsigned allowed)
{
	for (int i = 0; i < OPT_COUNT; i++)
		if ((allowed >> i & 1) && strlen(options[i].name) == n && strncmp(options[i].name, name, n) == 0)
			return i;
	return -1;
}

static bool take_option(struct input *in, int option, const char *value, struct err *err)
{
	if (in->given[option]) {
		err_set(err, _("eine Option ist zweimal angegeben"));
		return err_detail(err, "--%s", options[option].name);
	}
	in->given[option] = true;
	in->words[option] = value;
	if (options[option].type != NUMBER)
		return true;
	int64_t n = 0;
	if (!read_int(value, 1000000, options[option].name, &n, err))
		return false;
	in->numbers[option] = (int32_t)n;
	return true;
}

/* One argument that begins with two dashes; *i moves on over its value. */
static bool read_option(struct input *in, int argc, char **argv, int *i, unsigned allowed, struct err *err)
{
	const char *name = argv[*i] + 2, *equals = strchr(name, '=');
	int option = find_option(name, equals ? (size_t)(equals - name) : strlen(name), allowed);
	if (option < 0) {
		err_set(err, _("unbekannte Option"));
		err_detail(err, "%s", argv[*i]);
		return err_hint(err, _("\"ratstisch calc --help\" zeigt, was erlaubt ist."));
	}
	bool is_switch = options[option].type == SWITCH;
	const char *value = equals ? equals + 1 : NULL;
	if (!is_switch && !value && *i + 1 < argc)
		value = argv[++*i];
	if (is_switch == (value != NULL)) {
		err_set(err, is_switch ? _("diese Option hat keinen Wert") : _("der Option fehlt ihr Wert"));
		return err_detail(err, "--%s", options[option].name);
	}
	return take_option(in, option, value, err);
}

static bool read_input(struct input *in, int argc, char **argv, unsigned allowed, struct err *err)
{
	bool only_arguments = false;
	for (int i = 2; i < argc; i++) {
		if (!only_arguments && strcmp(argv[i], "--") == 0) {
			only_arguments = true;
		} else if (!only_arguments && strncmp(argv[i], "--", 2) == 0) {
			if (!read_option(in, argc, argv, &i, allowed, err))
				return false;
		} else {
			const char *argument = argv[i];
			vec_push(&in->arguments, &argument);
		}
	}
	return true;
}

static const char *argument_at(const struct input *in, size_t i)
{
	return *(const char **)vec_at(&in->arguments, i);
}

static bool name_is_taken(const struct input *in, const char *name)
{
	for (size_t i = 0; i < in->entries.len; i++)
		if (strcmp(((struct entry *)vec_at(&in->entries, i))->name, name) == 0)
			return true;
	return false;
}

static bool refuse_argument(struct err *err, const char *what, const char *argument)
{
	err_set(err, "%s", what);
	err_detail(err, "\"%.80s\"", argument);
	return err_hint(err, _("Erwartet wird NAME=ZAHL, zum Beispiel A=18."));
}

/* Turns NAME=VOTES arguments into entries. Names hold no blank, comma or equals sign: they are printed in a line. */
static bool read_entries(struct input *in, int64_t max, struct err *err)
{
	for (size_t i = 0; i < in->arguments.len; i++) {
		const char *text = argument_at(in, i), *equals = strrchr(text, '=');
		if (!equals || equals == text)
			return refuse_argument(err, _("Name oder Zahl fehlt"), text);
		char *name = mem_strndup(text, (size_t)(equals - text));
		bool wrong = strpbrk(name, " ,=\t\n") != NULL, taken = name_is_taken(in, name);
		struct entry entry = { name, 0 };
		if (wrong || taken || !read_int(equals + 1, max, name, &entry.votes, err)) {
			free(name);
			if (wrong || taken)
				refuse_argument(err, taken ? _("ein Name steht zweimal da") : _("Leerzeichen, Komma und = gehören nicht in einen Namen"), text);
			return false;
		}
		vec_push(&in->entries, &entry);
	}
	return in->entries.len > 0 || refuse_argument(err, _("keine Namen angegeben"), "");
}

static const char *entry_name(const struct input *in, size_t i)
{
	return ((struct entry *)vec_at(&in->entries, i))->name;
}

static bool no_arguments(const struct input *in, struct err *err)
{
	if (!in->arguments.len)
		return true;
	err_set(err, _("überzähliges Argument"));
	return err_detail(err, "\"%.80s\"", argument_at(in, 0));
}

static bool needs(const struct input *in, enum option option, struct err *err)
{
	if (in->given[option])
		return true;
	err_set(err, _("eine Angabe fehlt"));
	return err_detail(err, "--%s", options[option].name);
}

/* --- computing: each appends its line to out --- */

static bool calc_quorum(struct input *in, struct str *out, struct err *err)
{
	bool committee = in->given[OPT_COUNCILLORS] || in->given[OPT_OTHERS];
	if (!no_arguments(in, err) || !needs(in, OPT_LEGAL, err))
		return false;
	if (committee && !in->given[OPT_PRESENT])
		in->numbers[OPT_PRESENT] = in->numbers[OPT_COUNCILLORS] + in->numbers[OPT_OTHERS];
	else if (!needs(in, OPT_PRESENT, err))
		return false;
	struct quorum_count count = {
		.rule = committee ? QUORUM_MAJORITY_COUNCILLORS : QUORUM_MAJORITY,
		.legal = in->numbers[OPT_LEGAL],
		.present = in->numbers[OPT_PRESENT],
		.conflicted = in->numbers[OPT_CONFLICTED],
		.councillors = in->numbers[OPT_COUNCILLORS],
		.others = in->numbers[OPT_OTHERS],
	};
	struct quorum_result result;
	if (!quorum_decide(&count, &result, err))
		return false;
	str_addf(out, "%s needed=%d present=%d legal=%d", result.quorate ? "quorate" : "not-quorate", (int)result.needed, (int)result.counted,
	    (int)count.legal);
	if (committee)
		str_addf(out, " councillors=%d others=%d", (int)count.councillors, (int)count.others);
	return true;
}

static bool calc_majority(struct input *in, struct str *out, struct err *err)
{
	struct majority_rule rule;
	struct majority_result result;
	struct majority_votes votes = { 0, 0, in->numbers[OPT_YES], in->numbers[OPT_NO], in->numbers[OPT_ABSTAIN], in->numbers[OPT_INVALID] };
	if (!no_arguments(in, err) || !majority_parse(in->words[OPT_RULE], &rule, err))
		return false;
	if ((rule.base == MAJORITY_MEMBERS && !needs(in, OPT_LEGAL, err)) || (rule.base == MAJORITY_PRESENT && !needs(in, OPT_PRESENT, err)))
		return false;
	/* Left out where the rule does not need them: all who were present voted, all members were present. */
	votes.present = in->given[OPT_PRESENT] ? in->numbers[OPT_PRESENT] : votes.yes + votes.no + votes.abstain + votes.invalid;
	votes.legal = in->given[OPT_LEGAL] ? in->numbers[OPT_LEGAL] : votes.present;
	if (!majority_decide(&rule, &votes, &result, err))
		return false;
	str_addf(out, "%s needed=%d yes=%d no=%d abstain=%d invalid=%d valid=%d base=%d", result.adopted ? "adopted" : "rejected",
	    (int)result.needed, (int)votes.yes, (int)votes.no, (int)votes.abstain, (int)votes.invalid, (int)result.valid, (int)result.base);
	return true;
}

static void print_election(const struct input *in, const struct election_result *result, struct str *out)
{
	static const char *const words[] = { "elected", "runoff", "lot", "not-elected" };
	str_add(out, words[result->outcome]);
	/* A lot for the second place names those who draw; the first is in the run-off anyway. */
	bool second = result->outcome == ELECTION_LOT && result->certain == 1;
	for (size_t i = second ? 1 : 0; i < result->count; i++)
		str_addf(out, " %s", entry_name(in, result->persons[i]));
	if (second)
		str_addf(out, " runoff=%s", entry_name(in, result->persons[0]));
	str_addf(out, " valid=%d needed=%d", (int)result->valid, (int)result->needed);
}

static bool calc_election(struct input *in, struct str *out, struct err *err)
{
	if (!read_entries(in, 1000000, err))
		return false;
	int32_t *votes = mem_zalloc(in->entries.len, sizeof(*votes));
	for (size_t i = 0; i < in->entries.len; i++)
		votes[i] = (int32_t)((struct entry *)vec_at(&in->entries, i))->votes;
	struct election_round round = {
		.candidates = in->entries.len,
		.votes = votes,
		.no = in->numbers[OPT_NO],
		.abstain = in->numbers[OPT_ABSTAIN],
		.invalid = in->numbers[OPT_INVALID],
		.runoff = in->given[OPT_RUNOFF],
		.present = in->given[OPT_PRESENT] ? in->numbers[OPT_PRESENT] : 0,
	};
	struct election_result result;
	bool ok = election_decide(&round, &result, err);
	if (ok)
		print_election(in, &result, out);
	election_result_clear(&result);
	free(votes);
	return ok;
}

static void print_seats(const struct input *in, const struct seats_result *result, struct str *out)
{
	for (size_t i = 0; i < result->lists; i++)
		str_addf(out, "%s%s=%d", i ? " " : "", entry_name(in, i), (int)result->seats[i]);
	if (!result->drawn)
		return;
	str_addf(out, " lot=%d:", (int)result->drawn);
	const char *comma = "";
	for (size_t i = 0; i < result->lists; i++) {
		if (!result->in_lot[i])
			continue;
		str_addf(out, "%s%s", comma, entry_name(in, i));
		comma = ",";
	}
}

static bool calc_seats(struct input *in, struct str *out, struct err *err)
{
	enum seats_method method;
	if (!needs(in, OPT_METHOD, err) || !needs(in, OPT_SEATS, err))
		return false;
	if (!seats_method_parse(in->words[OPT_METHOD], &method)) {
		err_set(err, _("unbekanntes Verfahren"));
		err_detail(err, "\"%.40s\"", in->words[OPT_METHOD]);
		return err_hint(err, _("Erlaubt sind hare, dhondt und sainte-lague."));
	}
	if (!read_entries(in, INT64_C(1) << 40, err))
		return false;
	int64_t *votes = mem_zalloc(in->entries.len, sizeof(*votes));
	for (size_t i = 0; i < in->entries.len; i++)
		votes[i] = ((struct entry *)vec_at(&in->entries, i))->votes;
	struct seats_result result;
	bool ok = seats_allocate(method, in->numbers[OPT_SEATS], in->entries.len, votes, &result, err);
	if (ok)
		print_seats(in, &result, out);
	seats_result_clear(&result);
	free(votes);
	return ok;
}

static bool change_list(struct input *in, struct vec *list, struct err *err)
{
	struct agenda_number from, to;
	bool move = in->arguments.len == 4 && strcmp(argument_at(in, 1), "move") == 0;
	bool remove = in->arguments.len == 3 && strcmp(argument_at(in, 1), "remove") == 0;
	if (!move && !remove) {
		err_set(err, _("Auftrag für die Tagesordnung ist nicht lesbar"));
		return err_hint(err, _("Erwartet wird: renumber \"1 2 2.1 3\" move VON NACH oder renumber \"1 2 2.1 3\" remove NUMMER."));
	}
	if (!agenda_list_parse(argument_at(in, 0), list, err) || !agenda_number_parse(argument_at(in, 2), &from, err))
		return false;
	if (remove)
		return agenda_list_remove(list, &from, NULL, err);
	return agenda_number_parse(argument_at(in, 3), &to, err) && agenda_list_move(list, &from, &to, NULL, err);
}

static bool calc_renumber(struct input *in, struct str *out, struct err *err)
{
	struct vec list = VEC_OF(struct agenda_number);
	bool ok = change_list(in, &list, err);
	if (ok)
		agenda_list_format(&list, out);
	vec_clear(&list);
	return ok;
}

/* --- the table --- */

#define O(option) (1u << OPT_##option)

static const struct calculation {
	const char *name;
	unsigned allowed; /* options */
	bool (*run)(struct input *in, struct str *out, struct err *err);
	const char *usage;
} calculations[] = {
	{ "quorum", O(LEGAL) | O(PRESENT) | O(CONFLICTED) | O(COUNCILLORS) | O(OTHERS), calc_quorum,
	    "--legal N --present N [--conflicted N] [--councillors N --others N]" },
	{ "majority", O(RULE) | O(LEGAL) | O(PRESENT) | O(YES) | O(NO) | O(ABSTAIN) | O(INVALID), calc_majority,
	    "[--rule RULE] [--legal N] [--present N] --yes N --no N [--abstain N] [--invalid N]" },
	{ "election", O(NO) | O(ABSTAIN) | O(INVALID) | O(RUNOFF) | O(PRESENT), calc_election,
	    "NAME=N ... [--no N] [--abstain N] [--invalid N] [--present N] [--runoff]" },
	{ "seats", O(METHOD) | O(SEATS), calc_seats, "--method hare|dhondt|sainte-lague --seats N NAME=N ..." },
	{ "renumber", 0, calc_renumber, "\"1 2 2.1 3\" move FROM TO | remove NUMBER" },
};

#define CALCULATIONS (sizeof(calculations) / sizeof(*calculations))

static void print_help(void)
{
	puts(_("Rechnet nach den Regeln der Sitzung und gibt eine Zeile aus. Unmögliche Angaben enden mit Status 2."));
	for (size_t i = 0; i < CALCULATIONS; i++)
		printf("  ratstisch calc %s %s\n", calculations[i].name, calculations[i].usage);
	puts(_("RULE: simple, members, two-thirds-members, three-quarters-members, two-thirds-valid, unanimous oder >N/M:BASE und >=N/M:BASE "
	       "mit BASE valid, present, members."));
}

static const struct calculation *find_calculation(const char *name, struct err *err)
{
	for (size_t i = 0; name && i < CALCULATIONS; i++)
		if (strcmp(calculations[i].name, name) == 0)
			return &calculations[i];
	err_set(err, _("unbekannte Rechnung"));
	err_detail(err, "\"%.40s\"", name ? name : "");
	err_hint(err, _("\"ratstisch calc --help\" zeigt, was erlaubt ist."));
	return NULL;
}

static bool wants_help(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--help") == 0)
			return true;
	return false;
}

static void clear_input(struct input *in)
{
	for (size_t i = 0; i < in->entries.len; i++)
		free(((struct entry *)vec_at(&in->entries, i))->name);
	vec_clear(&in->entries);
	vec_clear(&in->arguments);
}

/* Every message has its three parts, also where the rule itself gives fewer. */
static void complete(struct err *err, int argc, char **argv)
{
	struct str line = { 0 };
	for (int i = 0; !err->detail && i < argc; i++)
		str_addf(&line, i ? " %s" : "%s", argv[i]);
	if (!err->detail)
		err_detail(err, "%s", str_text(&line));
	if (!err->hint)
		err_hint(err, _("Bitte die Zahlen prüfen; \"ratstisch calc --help\" zeigt, was erlaubt ist."));
	str_clear(&line);
}

int cmd_calc(int argc, char **argv)
{
	if (wants_help(argc, argv)) {
		print_help();
		return CALC_OK;
	}
	struct err err = { 0 };
	struct str out = { 0 };
	struct input in = { .arguments = VEC_OF(const char *), .entries = VEC_OF(struct entry) };
	const struct calculation *calculation = find_calculation(argc > 1 ? argv[1] : NULL, &err);
	bool ok = calculation && read_input(&in, argc, argv, calculation->allowed, &err) && calculation->run(&in, &out, &err);
	if (ok) {
		puts(str_text(&out));
	} else {
		complete(&err, argc, argv);
		err_print(&err);
	}
	clear_input(&in);
	str_clear(&out);
	err_clear(&err);
	return ok ? CALC_OK : CALC_IMPOSSIBLE;
}
