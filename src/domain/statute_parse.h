/*
 * Inside of the loader of statutes: statute_parse.c reads what stands outside
 * of rules, statute_rule.c what stands in them, statute_value.c values of both,
 * statute_check.c what does not fit together.
 */
#ifndef DOMAIN_STATUTE_PARSE_H
#define DOMAIN_STATUTE_PARSE_H

#include "base/words.h"
#include "domain/statute.h"

/* Bounds of one file: what is larger is no statute but noise. */
#define STATUTE_ELEMENTS_MAX 1000 /* rates, rules, functions ... each; bands of a rate; words of a list */
#define STATUTE_FAULTS_MAX 200

struct statute_parser {
	struct words words;      /* of the line */
	struct statute *statute; /* of the file */
	bool in_rule, in_rate;   /* the last rule or rate is open */
	bool said_first;         /* that `statute` must come first */
	unsigned seen;           /* statements outside of rules that may stand once */
};

/* The open rule. Valid until the next one is added. */
struct statute_rule *statute_open_rule(struct statute_parser *p);

/* Reads a statement of a rule whose first word was read; false when there is no such statement. */
bool statute_rule_statement(struct statute_parser *p, const char *word);

/* Words of statements of a rule, for messages; appended to words at *n, at most STATUTE_STATEMENTS + 8 of them. */
void statute_rule_words(const char **words, size_t *n);
const char *statute_statement_word(enum statute_statement s);

/* --- values: false, or NULL, or -1 after a fault ----------------------------- */

int statute_read_word(struct statute_parser *p, const struct statute_word *table);
bool statute_read_integer(struct statute_parser *p, const char *what, int64_t least, int64_t most, int64_t *n);
bool statute_read_int(struct statute_parser *p, const char *what, int least, int most, int *n);
const char *statute_read_text(struct statute_parser *p, const char *what);
const char *statute_read_short(struct statute_parser *p, const char *what); /* 60 characters at most */
bool statute_read_sum(struct statute_parser *p, int64_t *sum);
bool statute_read_ratio(struct statute_parser *p, const char *what, struct statute_ratio *ratio); /* more than 0 */
bool statute_read_amount(struct statute_parser *p, bool may_be_claimed, struct statute_amount *amount);
bool statute_read_rounding(struct statute_parser *p, struct statute_rounding *rounding);
bool statute_read_keyword(struct statute_parser *p, const char *word);

/* PERIOD KIND VALUE [highest]: of a rule and of a shared cap. */
bool statute_read_limit(struct statute_parser *p, struct statute_limit *limit);

/* [from DATE] [until DATE]; nothing is a fault where required says so. */
bool statute_read_period(struct statute_parser *p, bool from_required, int32_t *from, int32_t *until);

/* NAME NAME ... to the end of the line, at least one, none twice, as copies into a vec of char *. */
bool statute_read_names(struct statute_parser *p, const char *what, struct vec *names);

/* Is the next word this one (and no text)? It is passed over then. */
bool statute_skip(struct statute_parser *p, const char *word);

/* A fault when a vec has as many elements as a statute may have. */
bool statute_has_room(struct statute_parser *p, const struct vec *v);

#endif
