/*
 * Statutes of fees as data (doc/statutes.md): what is paid to whom, under which
 * conditions and up to which limits. One file NAME.statute is one statute of
 * one period; a statute may stand on another one (based_on), whose rates and
 * rules hold unless it replaces them by name.
 *
 * The loader is strict and bounded: every fault with file and line, all of them
 * in one run. It parses memory only.
 *
 * Money is an integer of ten-thousandths (STATUTE_UNIT a euro), so that a rate
 * of 0,235 a kilometre is exact; factors are fractions. Days are those of
 * base/date.h, DATE_NONE where there is no bound. A struct owns its texts and
 * vectors; statute_set_clear frees all of a set.
 */
#ifndef DOMAIN_STATUTE_H
#define DOMAIN_STATUTE_H

#include "base/fault.h"
#include "base/str.h"
#include "base/vec.h"
#include "document/doc.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define STATUTE_UNIT INT64_C(10000)                      /* one euro */
#define STATUTE_BYTES_MAX (1 << 20)                      /* of a file */
#define STATUTE_ABOVE INT64_MAX                          /* bound of the last band or bracket: none */

/* A word of the format and what people read for it; the table ends in NULL. */
struct statute_word {
	const char *word;
	const char *label;
};

enum statute_measure {
	STATUTE_INHABITANTS,          /* of the municipality */
	STATUTE_DISTRICT_INHABITANTS, /* of the district (Kreis), where the body is one */
	STATUTE_BOROUGH_INHABITANTS,  /* of the borough (Stadtbezirk) */
	STATUTE_GROUP_MEMBERS,        /* of the person's group (Fraktion) */
	STATUTE_MEMBERS,              /* legal membership of the organization */
};
extern const struct statute_word statute_measures[];

struct statute_ratio {
	int64_t over, under; /* under 0: absent */
};

enum statute_amount_kind {
	STATUTE_NO_AMOUNT,
	STATUTE_SUM,     /* sum */
	STATUTE_RATE,    /* times x rate */
	STATUTE_CLAIMED, /* what the claim says */
};

struct statute_amount {
	enum statute_amount_kind kind;
	int64_t sum;
	struct statute_ratio times; /* of a rate; 1/1 where nothing is said */
	char *rate;
	unsigned line;
};

struct statute_band {
	int64_t to; /* the last value of the band, or STATUTE_ABOVE */
	int64_t sum;
	unsigned line;
};

/* One period of a rate; several of one name follow each other. */
struct statute_rate {
	char *name, *label, *paragraph;
	int32_t from, until;          /* DATE_NONE: as long as the statute */
	bool by_measure;              /* bands count, otherwise amount */
	enum statute_measure measure;
	struct statute_amount amount; /* STATUTE_SUM or STATUTE_RATE */
	struct vec bands;             /* struct statute_band, rising */
	unsigned line;
};

enum statute_role {
	STATUTE_MAYOR, STATUTE_CHAIR, STATUTE_DEPUTY_CHAIR, STATUTE_MEMBER, STATUTE_EXPERT_CITIZEN, STATUTE_ADVISORY_CITIZEN,
	STATUTE_ADVISORY_MEMBER, STATUTE_SUBSTITUTE, STATUTE_MINUTE_TAKER, STATUTE_ADMINISTRATION, STATUTE_FUNCTION,
};
extern const struct statute_word statute_roles[];

enum statute_class { STATUTE_COUNCIL, STATUTE_COMMITTEE, STATUTE_BOROUGH, STATUTE_GROUP, STATUTE_OFFICE, STATUTE_OTHER };
extern const struct statute_word statute_classes[];

/* Organizations by kind and by short name; nothing at all: every one. */
struct statute_bodies {
	unsigned classes; /* bit per enum statute_class */
	struct vec names; /* char * */
};

struct statute_who {
	bool except;
	enum statute_role role;
	char *function; /* of STATUTE_FUNCTION */
	struct statute_bodies of;
	unsigned line;
};

enum statute_compare { STATUTE_OVER, STATUTE_TO, STATUTE_FROM, STATUTE_UNDER };
extern const struct statute_word statute_compares[];

struct statute_when {
	enum statute_measure measure;
	enum statute_compare compare;
	int64_t value;
	unsigned line;
};

enum statute_pay {
	STATUTE_MONTHLY, STATUTE_YEARLY, STATUTE_ONCE, STATUTE_MEETING, STATUTE_DAY, STATUTE_CLAIM,
};
extern const struct statute_word statute_pays[];

enum statute_count { STATUTE_EXACT, STATUTE_STARTED, STATUTE_FULL, STATUTE_NEAREST };
extern const struct statute_word statute_counts[];

struct statute_bracket {
	int64_t minutes; /* at most, or STATUTE_ABOVE */
	struct statute_amount amount;
	struct statute_amount plus; /* of the last one: for each step of what is longer than the one before; STATUTE_NO_AMOUNT: none */
	enum statute_count count;   /* of plus: which steps */
	int unit;                   /* of plus: minutes of a step */
	unsigned line;
};

struct statute_share { /* factor for those to whom a function is assigned; NULL: for all */
	struct statute_ratio factor;
	char *function;
	unsigned line;
};

enum statute_due { STATUTE_ARREARS, STATUTE_ADVANCE };
extern const struct statute_word statute_dues[];
enum statute_prorata { STATUTE_PRORATA_FULL, STATUTE_PRORATA_THIRTIETH, STATUTE_PRORATA_DAYS, STATUTE_PRORATA_HALF };
extern const struct statute_word statute_proratas[];

enum statute_period { STATUTE_PER_MEETING, STATUTE_PER_DAY, STATUTE_PER_MONTH, STATUTE_PER_YEAR, STATUTE_PER_TERM };
extern const struct statute_word statute_periods[];
enum statute_limit_kind { STATUTE_LIMIT_COUNT, STATUTE_LIMIT_FACTOR, STATUTE_LIMIT_AMOUNT, STATUTE_LIMIT_HOURS, STATUTE_LIMIT_FURTHER };
extern const struct statute_word statute_limit_kinds[];

struct statute_limit {
	enum statute_period period;
	enum statute_limit_kind kind;
	int64_t value;              /* count, amount, minutes */
	struct statute_ratio times; /* factor; further: what each meeting of a day after the first is paid */
	bool highest;               /* a count keeps the highest amounts, not the first */
	unsigned line;
};

/* A limit that several rules share. */
struct statute_cap {
	char *name, *label, *paragraph;
	struct statute_limit limit;
	unsigned line;
};

enum statute_presence_kind { STATUTE_MINUTES, STATUTE_PERCENT, STATUTE_ITEMS };
extern const struct statute_word statute_presence_kinds[];

struct statute_presence {
	enum statute_presence_kind kind;
	int value;
	unsigned line;
};

enum statute_joint { STATUTE_JOINT_ONCE, STATUTE_JOINT_EACH };
extern const struct statute_word statute_joints[];
enum statute_substitutes { STATUTE_ACTING, STATUTE_ALWAYS, STATUTE_NEVER };
extern const struct statute_word statute_substitutes[];
enum statute_attending { STATUTE_AS_MEMBER, STATUTE_AS_GUEST, STATUTE_AS_ANY, STATUTE_AS_CHAIR };
extern const struct statute_word statute_attendings[];
extern const struct statute_word statute_weekdays[]; /* Monday first */

enum statute_claim {
	STATUTE_LOSS_FLOOR, STATUTE_LOSS_PROVEN, STATUTE_LOSS_PLAUSIBLE, STATUTE_HOUSEHOLD, STATUTE_CARE, STATUTE_TRAVEL,
	STATUTE_OTHER_CLAIM,
};
extern const struct statute_word statute_claims[];

enum statute_per { STATUTE_AT_MOST_HOUR, STATUTE_AT_MOST_KM, STATUTE_AT_MOST_DAY, STATUTE_AT_MOST_MONTH, STATUTE_AT_MOST_CLAIM };
extern const struct statute_word statute_pers[];

struct statute_at_most {
	struct statute_amount amount;
	enum statute_per per;
	unsigned line;
};

enum statute_vehicle_kind { STATUTE_CAR, STATUTE_MOTORCYCLE, STATUTE_BICYCLE, STATUTE_PASSENGER, STATUTE_TICKET };
extern const struct statute_word statute_vehicles[];

struct statute_vehicle {
	enum statute_vehicle_kind kind;
	struct statute_amount amount;
	unsigned line;
};

enum statute_payee { STATUTE_PAYEE_MEMBER, STATUTE_PAYEE_EMPLOYER };
extern const struct statute_word statute_payees[];

/* Statements of a rule that stand at most once; the line of each is kept. */
enum statute_statement {
	STATUTE_S_PARAGRAPH, STATUTE_S_VALID, STATUTE_S_OPTIONAL, STATUTE_S_EXCLUDES, STATUTE_S_POOL, STATUTE_S_PAY, STATUTE_S_AMOUNT,
	STATUTE_S_UNIT, STATUTE_S_DURATION, STATUTE_S_DAYS, STATUTE_S_BEGINS, STATUTE_S_DUE, STATUTE_S_PRORATA, STATUTE_S_PAUSE, STATUTE_S_ABSENCE, STATUTE_S_UNDER, STATUTE_S_MEETINGS,
	STATUTE_S_JOINT, STATUTE_S_SUBSTITUTES, STATUTE_S_CLAIM, STATUTE_S_FLOOR, STATUTE_S_WITHIN, STATUTE_S_EVIDENCE, STATUTE_S_PAYEE,
	STATUTE_S_DISTANCE, STATUTE_S_TRAVEL, STATUTE_S_ROUNDING, STATUTE_S_ACCOUNT, STATUTE_S_COST_CENTRE, STATUTE_S_WAGE_TYPE,
	STATUTE_S_PAYER, STATUTE_S_TAX,
	/* any number: the line of the first */
	STATUTE_S_WHO, STATUTE_S_EXCEPT, STATUTE_S_WHEN, STATUTE_S_BRACKET, STATUTE_S_SURCHARGE, STATUTE_S_FACTOR, STATUTE_S_LIMIT,
	STATUTE_S_PRESENCE, STATUTE_S_CONFIRM, STATUTE_S_AT_MOST, STATUTE_S_VEHICLE,
	STATUTE_STATEMENTS,
};

struct statute_rounding {
	int64_t step; /* 0: absent */
	int mode;     /* of statute_roundings */
};
enum { STATUTE_HALF_UP, STATUTE_ROUND_UP, STATUTE_ROUND_DOWN };
extern const struct statute_word statute_roundings[];

struct statute_rule {
	char *name, *label, *paragraph;
	int32_t from, until;     /* DATE_NONE: as long as the statute */
	bool optional;           /* holds only where a statute on top says `with` */
	struct vec who;          /* struct statute_who */
	struct vec when;         /* struct statute_when, all must hold */
	struct vec excludes;     /* char *: rules */
	char *pool;              /* of the rules of a pool only the highest is paid; NULL: none */
	enum statute_pay pay;
	struct statute_amount amount;
	struct vec brackets;     /* struct statute_bracket: instead of amount, by minutes */
	enum statute_count count;
	int unit;                /* minutes or kilometres counted together; 0: exact */
	bool unit_km;
	bool per_day;            /* duration: meetings of a day together */
	bool whole;              /* duration: that of the meeting, however long the person was there */
	int before, after;       /* minutes added to each stretch */
	int gap;                 /* minutes up to which gaps count as presence; -1: all */
	struct vec shares;       /* struct statute_share: surcharges and factors */
	enum statute_due due;
	enum statute_prorata prorata;
	int pause_months;        /* 0: none */
	struct statute_ratio pause_keeps; /* what is paid while the mandate rests; under 0: nothing */
	struct statute_amount absence;     /* less for each meeting missed without excuse */
	struct statute_ratio absence_part; /* or this part less; under 0: none */
	struct statute_bodies absence_of;  /* of these bodies */
	struct vec limits;       /* struct statute_limit */
	struct vec under;        /* char *: shared caps */
	struct statute_bodies meetings;
	enum statute_attending attending;
	unsigned days;           /* bit per day of the week, Monday first; 0: every day */
	int begins_from, begins_before; /* minutes of the day; begins_before 0: no bound */
	struct vec presence;     /* struct statute_presence, all must hold */
	enum statute_joint joint;
	enum statute_substitutes substitutes;
	enum statute_claim claim;
	struct statute_amount floor;
	struct vec at_most;      /* struct statute_at_most */
	bool working_hours;      /* only within the registered hours of the person */
	int within_from, within_to; /* minutes of the day; within_to 0: none */
	bool workdays;           /* and only Monday to Friday */
	struct vec confirm;      /* char *: what must be confirmed on each claim */
	bool evidence;
	int evidence_months;     /* until evidence expires; 0: never */
	enum statute_payee payee;
	struct vec vehicles;     /* struct statute_vehicle */
	bool distance_home;      /* no more than from the home */
	int distance_km;         /* there and back at most; 0: no bound */
	bool travel_pooled;      /* one way there and back for all meetings of a day */
	struct statute_rounding rounding;
	char *account, *cost_centre, *wage_type, *payer;
	char *tax;               /* tax class; NULL: none */
	unsigned line;
	unsigned lines[STATUTE_STATEMENTS]; /* 0: not said */
};

/* What is free of tax per month and person: the part, at least, at most. */
struct statute_tax {
	char *name, *label, *paragraph;
	struct statute_ratio free; /* 1/1: all; 0/1: nothing */
	int64_t at_least, at_most; /* 0: no bound */
	unsigned line;
};

/* A function or group that is assigned to persons for a time. */
struct statute_function {
	char *name, *label;
	unsigned line;
};

struct statute_name {
	char *name;
	unsigned line;
};

struct statute {
	char *file; /* for messages */
	char *name, *title, *source;
	char *note; /* NULL: none; several lines */
	int32_t from, until; /* until DATE_NONE: until further notice */
	char *based_on;
	unsigned based_on_line, valid_line;
	struct statute_rounding rounding;
	struct vec with, without; /* struct statute_name */
	struct vec functions;     /* struct statute_function */
	struct vec rates;         /* struct statute_rate */
	struct vec caps;          /* struct statute_cap */
	struct vec taxes;         /* struct statute_tax */
	struct vec rules;         /* struct statute_rule */
};

struct statute_set {
	struct vec statutes; /* struct statute * */
	struct vec faults;   /* struct fault */
};

void statute_set_init(struct statute_set *set);

/* Parses one file (n bytes, of any kind) into a new statute of the set; faults are added. file: its path, for messages. */
void statute_parse(struct statute_set *set, const char *file, const char *bytes, size_t n);

/* The same for the text of one that is stored as NAME or NAME/EDITION: in messages its file is NAME.statute. */
void statute_parse_stored(struct statute_set *set, const char *name, const char *text);

/*
 * After all are parsed: what does not fit together, within a statute and with
 * those it is based on. whole: a basis that is not in the set is a fault;
 * otherwise what might be in it is not checked. True when there is no fault at
 * all; set->faults is sorted.
 */
bool statute_check(struct statute_set *set, bool whole);
void statute_set_clear(struct statute_set *set);

/* NULL when there is none. The functions look into one statute only. */
struct statute *statute_find(const struct statute_set *set, const char *name);
const struct statute_rate *statute_find_rate(const struct statute *s, const char *name); /* its first period */
const struct statute_rule *statute_find_rule(const struct statute *s, const char *name);
const struct statute_cap *statute_find_cap(const struct statute *s, const char *name);
const struct statute_tax *statute_find_tax(const struct statute *s, const char *name);
const struct statute_function *statute_find_function(const struct statute *s, const char *name);

struct statute_holding {
	const struct statute *of; /* that has the rule */
	const struct statute_rule *rule;
};

/*
 * The rules that hold under a statute, its bases included: the nearest of each
 * name, without what a nearer one leaves out, optional ones only where chosen.
 * Into a vec of struct statute_holding, own rules first. Bases that are not in the set have none.
 */
void statute_holdings(const struct statute_set *set, const struct statute *s, struct vec *holdings);

/* The statute as people read it, in the language of the interface. set: to name what its bases have. */
void statute_describe(const struct statute_set *set, const struct statute *s, struct doc *doc);

/* What differs, as text, appended to out; true when anything does. */
bool statute_diff(const struct statute_set *set, const struct statute *old, const struct statute *new, struct str *out);

/* The shortest form: 5/2 of 25000/10000. */
void statute_reduce_ratio(struct statute_ratio *ratio);

/* "1.234,56" (up to four decimals where there are more than two); "2,5" where four decimals are exact, else "1/3". */
void statute_format_sum(int64_t sum, struct str *out);
void statute_format_ratio(const struct statute_ratio *ratio, struct str *out);

/* The forms above; false for anything else, for more than fits, and for less than is sensible (negative). */
bool statute_parse_sum(const char *text, int64_t *sum);
bool statute_parse_ratio(const char *text, struct statute_ratio *ratio);
bool statute_parse_date(const char *text, int32_t *date); /* 01.01.2024 */

#endif
