/* The command line: options that come before or after a subcommand. */
#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H

#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

struct options {
	const char *conninfo;  /* -d: libpq connection string; NULL: environment */
	const char *script;    /* --script FILE */
	bool dump;             /* --dump: print the canvas at the end of the script */
	bool linear;           /* --linear: lines for a screen reader or a braille line, no pictures */
	bool attributes;       /* --attributes: with a block of attribute letters */
	int rows, cols;        /* --size 80x24 */
	int64_t now;           /* --now 2026-10-14T18:01: scripts stand still there, the terminal goes on from there */
	const char *screens;   /* --screens DIR */
	const char *journal;   /* --journal DIR */
	const char *format;    /* --format text|html|pdf */
	const char *css;       /* --css FILE */
	const char *item;      /* --item NUMBER */
	const char *document;  /* --document minutes|excerpts|overview|history */
	const char *output;    /* -o FILE */
	const char *scale;     /* --scale N: size of the generated demonstration; NULL: Musterstadt */
	bool public_only;      /* --public */
	bool nonpublic_only;   /* --nonpublic */
	const char *body;      /* --body NAME: where a database has several municipalities */
	bool in_force;         /* --in-force */
	bool replace;          /* --replace */
	const char *payer;     /* --payer NAME: who pays; NULL: the municipality itself */
	const char *on;        /* --on DAY, as typed */
	const char *again;     /* --again FILE NUMBER */
	const char *reason;    /* --reason TEXT */
	const char *run;       /* --run NUMBER */
	const char *template;  /* --template NAME of a posting file */
	const char *year;      /* --year 2026 */
	const char *person;    /* --person NUMBER */
	bool all;              /* --all persons */
	bool progress;         /* --progress: says how far it is */
	bool dry_run;          /* --dry-run */
	const char *encoding;  /* --encoding NAME of a file that is read; NULL: found out */
	bool help, version;
	int argc;              /* words that are not options */
	char **argv;
};

/* argv is permuted. false and err for an unknown or wrong option. */
bool options_parse(struct options *o, int argc, char **argv, struct err *err);

#endif
