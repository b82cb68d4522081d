/* See options.h. */
#include "app/options.h"

#include "base/date.h"
#include "base/i18n.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

enum { OPT_SCRIPT = 256, OPT_DUMP, OPT_ATTRIBUTES, OPT_SIZE, OPT_NOW, OPT_SCREENS, OPT_JOURNAL, OPT_FORMAT, OPT_CSS,
       OPT_ITEM, OPT_DOCUMENT, OPT_PUBLIC, OPT_NONPUBLIC, OPT_SCALE, OPT_LINEAR,
       OPT_BODY, OPT_IN_FORCE, OPT_REPLACE,
       OPT_PAYER, OPT_ON, OPT_AGAIN, OPT_REASON, OPT_RUN, OPT_TEMPLATE, OPT_YEAR, OPT_PERSON, OPT_ALL, OPT_PROGRESS, OPT_DRY_RUN, OPT_ENCODING };

static const struct option long_options[] = {
	{ "dbname", required_argument, NULL, 'd' },
	{ "script", required_argument, NULL, OPT_SCRIPT },
	{ "dump", no_argument, NULL, OPT_DUMP },
	{ "linear", no_argument, NULL, OPT_LINEAR },
	{ "attributes", no_argument, NULL, OPT_ATTRIBUTES },
	{ "size", required_argument, NULL, OPT_SIZE },
	{ "now", required_argument, NULL, OPT_NOW },
	{ "screens", required_argument, NULL, OPT_SCREENS },
	{ "journal", required_argument, NULL, OPT_JOURNAL },
	{ "format", required_argument, NULL, OPT_FORMAT },
	{ "css", required_argument, NULL, OPT_CSS },
	{ "item", required_argument, NULL, OPT_ITEM },
	{ "document", required_argument, NULL, OPT_DOCUMENT },
	{ "output", required_argument, NULL, 'o' },
	{ "public", no_argument, NULL, OPT_PUBLIC },
	{ "nonpublic", no_argument, NULL, OPT_NONPUBLIC },
	{ "scale", required_argument, NULL, OPT_SCALE },
	{ "body", required_argument, NULL, OPT_BODY },
	{ "in-force", no_argument, NULL, OPT_IN_FORCE },
	{ "replace", no_argument, NULL, OPT_REPLACE },
	{ "payer", required_argument, NULL, OPT_PAYER },
	{ "on", required_argument, NULL, OPT_ON },
	{ "again", required_argument, NULL, OPT_AGAIN },
	{ "reason", required_argument, NULL, OPT_REASON },
	{ "run", required_argument, NULL, OPT_RUN },
	{ "template", required_argument, NULL, OPT_TEMPLATE },
	{ "year", required_argument, NULL, OPT_YEAR },
	{ "person", required_argument, NULL, OPT_PERSON },
	{ "all", no_argument, NULL, OPT_ALL },
	{ "progress", no_argument, NULL, OPT_PROGRESS },
	{ "dry-run", no_argument, NULL, OPT_DRY_RUN },
	{ "encoding", required_argument, NULL, OPT_ENCODING },
	{ "help", no_argument, NULL, 'h' },
	{ "version", no_argument, NULL, 'V' },
	{ NULL, 0, NULL, 0 },
};

static bool parse_size(struct options *o, const char *text, struct err *err)
{
	int used = 0;
	if (sscanf(text, "%4dx%4d%n", &o->cols, &o->rows, &used) == 2 && !text[used] && o->cols >= 20 && o->rows >= 5 &&
	    o->cols <= 1000 && o->rows <= 1000)
		return true;
	err_set(err, "%s", _("falsche Größe"));
	err_detail(err, "--size %s", text);
	return err_hint(err, "%s", _("Spalten x Zeilen, von 20x5 bis 1000x1000: --size 80x24"));
}

static bool parse_now(struct options *o, const char *text, struct err *err)
{
	if (moment_parse_iso(text, &o->now))
		return true;
	err_set(err, "%s", _("falscher Zeitpunkt"));
	err_detail(err, "--now %s", text);
	return err_hint(err, "%s", _("Form: --now 2026-10-14T18:01"));
}

/* Digits and a point whatever the locale; in hundredths from 1 to 10000. */
static bool parse_scale(struct options *o, const char *text, struct err *err)
{
	int whole = 0, used = 0, size = 0;
	char part[3] = "00";
	if (sscanf(text, "%3d%n", &whole, &used) == 1 && text[used] == '.')
		sscanf(text + used, ".%2[0-9]%n", part, &size);
	if (part[1] == '\0')
		strcat(part, "0");
	int hundredths = whole * 100 + (part[0] - '0') * 10 + part[1] - '0';
	if (!text[used + size] && hundredths >= 1 && hundredths <= 10000) {
		o->scale = text;
		return true;
	}
	err_set(err, "%s", _("falscher Maßstab"));
	err_detail(err, "--scale %s", text);
	return err_hint(err, "%s", _("Eine Zahl von 0.01 bis 100; 1 ist eine Großstadt mit zehn Jahren: --scale 0.1"));
}

/* Those of the fees; they are looked at by their commands. */
static bool set_fee_option(struct options *o, int option, const char *value)
{
	switch (option) {
	case OPT_PAYER:
		o->payer = value;
		return true;
	case OPT_ON:
		o->on = value;
		return true;
	case OPT_AGAIN:
		o->again = value;
		return true;
	case OPT_REASON:
		o->reason = value;
		return true;
	case OPT_RUN:
		o->run = value;
		return true;
	case OPT_TEMPLATE:
		o->template = value;
		return true;
	case OPT_YEAR:
		o->year = value;
		return true;
	case OPT_PERSON:
		o->person = value;
		return true;
	case OPT_ALL:
		return o->all = true;
	case OPT_PROGRESS:
		return o->progress = true;
	default:
		return false;
	}
}

static bool set_option(struct options *o, int option, const char *value, struct err *err)
{
	switch (option) {
	case 'd':
		o->conninfo = value;
		return true;
	case 'o':
		o->output = value;
		return true;
	case 'h':
		return o->help = true;
	case 'V':
		return o->version = true;
	case OPT_SCRIPT:
		o->script = value;
		return true;
	case OPT_DUMP:
		return o->dump = true;
	case OPT_LINEAR:
		return o->linear = true;
	case OPT_ATTRIBUTES:
		return o->attributes = true;
	case OPT_SIZE:
		return parse_size(o, value, err);
	case OPT_NOW:
		return parse_now(o, value, err);
	case OPT_SCALE:
		return parse_scale(o, value, err);
	case OPT_SCREENS:
		o->screens = value;
		return true;
	case OPT_JOURNAL:
		o->journal = value;
		return true;
	case OPT_FORMAT:
		o->format = value;
		return true;
	case OPT_CSS:
		o->css = value;
		return true;
	case OPT_ITEM:
		o->item = value;
		return true;
	case OPT_DOCUMENT:
		o->document = value;
		return true;
	case OPT_PUBLIC:
		return o->public_only = true;
	case OPT_NONPUBLIC:
		return o->nonpublic_only = true;
	case OPT_BODY:
		o->body = value;
		return true;
	case OPT_IN_FORCE:
		return o->in_force = true;
	case OPT_REPLACE:
		return o->replace = true;
	case OPT_DRY_RUN:
		return o->dry_run = true;
	case OPT_ENCODING:
		o->encoding = value;
		return true;
	default:
		return set_fee_option(o, option, value);
	}
}

/* An unknown letter may stand among others in one word; long options have no letter. */
static void name_fault(const char *word, struct err *err)
{
	if (optopt && optopt < 256)
		err_detail(err, "-%c", optopt);
	else
		err_detail(err, "%s", word);
}

bool options_parse(struct options *o, int argc, char **argv, struct err *err)
{
	*o = (struct options){ .rows = 24, .cols = 80, .now = MOMENT_NONE };
	opterr = 0;
	optind = 0;
	for (;;) {
		int option = getopt_long(argc, argv, ":d:o:hV", long_options, NULL);
		if (option < 0)
			break;
		if (option == '?' || option == ':') {
			err_set(err, "%s", option == ':' ? _("einer Option fehlt ihr Wert") : _("unbekannte Option"));
			name_fault(argv[optind - 1], err);
			return err_hint(err, "%s", _("'ratstisch --help' zählt alle auf."));
		}
		if (!set_option(o, option, optarg, err))
			return false;
	}
	o->argc = argc - optind;
	o->argv = argv + optind;
	return true;
}
