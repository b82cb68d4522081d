/* See sepa_check.h. */
#include "exchange/sepa_check.h"

#include "base/fault.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/source.h"
#include "base/str.h"
#include "exchange/iban.h"
#include "exchange/sepa.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>

/* pain.001.001.03.xsd, pain.001.001.09.xsd. */
extern const struct source xsd_texts[];

#define FAULTS_MAX 200
#define NAMESPACE "urn:iso:std:iso:20022:tech:xsd:"

struct check {
	const char *name, *today;
	struct vec *faults;
	struct vec ids; /* struct seen */
	bool doctype, full;
	struct sepa_summary sum;
};

struct seen {
	char *id;
	unsigned line;
};

/* Is there room for one more? */
static bool has_room(struct check *c)
{
	c->full = c->faults->len >= FAULTS_MAX;
	return !c->full;
}

/* ---- reading ---- */

/* libxml2's words, without names of namespaces and the line end. */
static void note_error(void *context, xmlErrorPtr e)
{
	struct check *c = context;
	struct str text = { 0 };
	if (!e->message || c->doctype || !has_room(c))
		return;
	for (const char *s = e->message; *s && *s != '\n'; s++) {
		const char *close = *s == '{' ? strchr(s, '}') : NULL;
		if (close && strncmp(s + 1, NAMESPACE, strlen(NAMESPACE)) == 0)
			s = close;
		else if (text.len < 400)
			str_add_char(&text, *s);
	}
	fault_add(c->faults, c->name, e->line > 0 ? (unsigned)e->line : 0, "%s", str_text(&text));
	str_clear(&text);
}

static void note_parser_error(void *context, xmlErrorPtr e)
{
	xmlParserCtxtPtr parser = context;
	note_error(parser->_private, e);
}

/* The way of entities, external subsets and bombs: closed before the first definition is read. */
static void refuse_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
	xmlParserCtxtPtr parser = context;
	struct check *c = parser->_private;
	(void)name;
	(void)external;
	(void)system;
	if (!c->doctype)
		fault_add(c->faults, c->name, parser->input ? (unsigned)parser->input->line : 0, "%s",
		          _("eine Zahlungsdatei hat keine Dokumenttyp-Angabe (DOCTYPE)"));
	c->doctype = true;
	xmlStopParser(parser);
}

static xmlDocPtr read_document(struct check *c, const char *bytes, size_t n)
{
	xmlParserCtxtPtr parser = xmlNewParserCtxt();
	if (!parser)
		return NULL;
	parser->_private = c;
	parser->sax->internalSubset = refuse_doctype;
	parser->sax->serror = note_parser_error;
	xmlDocPtr doc = xmlCtxtReadMemory(parser, bytes, (int)n, NULL, NULL, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
	if (doc && (!parser->wellFormed || c->doctype)) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	if (parser->myDoc && parser->myDoc != doc) {
		xmlFreeDoc(parser->myDoc);
		parser->myDoc = NULL;
	}
	xmlFreeParserCtxt(parser);
	return doc;
}

static const char *schema_text(enum sepa_format format)
{
	for (const struct source *s = xsd_texts; s->name; s++)
		if (strncmp(s->name, sepa_format_name(format), strlen(sepa_format_name(format))) == 0)
			return s->text;
	return "";
}

static void check_schema(struct check *c, xmlDocPtr doc, enum sepa_format format)
{
	const char *text = schema_text(format);
	xmlSchemaParserCtxtPtr parser = xmlSchemaNewMemParserCtxt(text, (int)strlen(text));
	xmlSchemaPtr schema = parser ? xmlSchemaParse(parser) : NULL;
	xmlSchemaValidCtxtPtr valid = schema ? xmlSchemaNewValidCtxt(schema) : NULL;
	if (valid) {
		xmlSchemaSetValidStructuredErrors(valid, note_error, c);
		if (xmlSchemaValidateDoc(valid, doc) != 0 && c->faults->len == 0)
			fault_add(c->faults, c->name, 0, "%s", _("die Datei entspricht nicht ihrem Schema"));
	} else {
		fault_add(c->faults, c->name, 0, "%s", _("das Schema lässt sich nicht lesen"));
	}
	xmlSchemaFreeValidCtxt(valid);
	xmlSchemaFree(schema);
	xmlSchemaFreeParserCtxt(parser);
}

/* ---- our rules ---- */

static unsigned line_of(const xmlNode *node)
{
	long line = xmlGetLineNo(node);
	return line > 0 ? (unsigned)line : 0;
}

__attribute__((format(printf, 3, 4)))
static void breach(struct check *c, const xmlNode *node, const char *format, ...)
{
	struct str text = { 0 };
	va_list args;
	if (!has_room(c))
		return;
	va_start(args, format);
	str_addv(&text, format, args);
	va_end(args);
	fault_add(c->faults, c->name, line_of(node), "%s", str_text(&text));
	str_clear(&text);
}

static xmlNode *child(xmlNode *node, const char *name)
{
	for (xmlNode *n = node ? node->children : NULL; n; n = n->next)
		if (n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0)
			return n;
	return NULL;
}

/* Down a way of names, parted by /. */
static xmlNode *below(xmlNode *node, const char *way)
{
	char name[64];
	while (node && *way) {
		size_t n = strcspn(way, "/");
		if (n >= sizeof(name))
			return NULL;
		memcpy(name, way, n);
		name[n] = '\0';
		node = child(node, name);
		way += n + (way[n] == '/');
	}
	return node;
}

/* The text of a node, NULL for none; the caller frees. */
static char *content(xmlNode *node)
{
	xmlChar *text = node ? xmlNodeGetContent(node) : NULL;
	char *copy = text ? mem_strdup((const char *)text) : NULL;
	xmlFree(text);
	return copy;
}

static void check_text(struct check *c, xmlNode *node, size_t max)
{
	char *text = content(node);
	struct str known = { 0 };
	if (!text)
		return;
	if (sepa_text(text, SIZE_MAX, &known))
		breach(c, node, _("%s: Zeichen oder Leerzeichen, die Banken nicht nehmen"), (const char *)node->name);
	if (known.len > max)
		breach(c, node, _("%s: mehr als %zu Zeichen"), (const char *)node->name, max);
	if (known.len == 0)
		breach(c, node, _("%s ist leer"), (const char *)node->name);
	str_clear(&known);
	free(text);
}

static void check_id(struct check *c, xmlNode *node)
{
	char *text = content(node);
	check_text(c, node, SEPA_ID_MAX);
	if (text && *text && (*text == '/' || text[strlen(text) - 1] == '/' || strstr(text, "//")))
		breach(c, node, _("%s: Schrägstriche stehen falsch"), (const char *)node->name);
	free(text);
}

static void check_iban(struct check *c, xmlNode *parent, const char *account)
{
	xmlNode *node = below(parent, account);
	char *text = content(node);
	enum iban_fault fault = text ? iban_check(text) : IBAN_FORM;
	if (fault != IBAN_OK)
		breach(c, node ? node : parent, "%s%s%s", iban_fault_text(fault), text ? ": " : "", text ? text : "");
	free(text);
}

static void check_bic(struct check *c, xmlNode *agent)
{
	xmlNode *bank = child(agent, "FinInstnId");
	xmlNode *node = child(bank, "BICFI") ? child(bank, "BICFI") : child(bank, "BIC");
	char *text = content(node);
	if (text && !bic_is_valid(text))
		breach(c, node, _("keine BIC: %s"), text);
	free(text);
}

static void check_party(struct check *c, xmlNode *parent, const char *name)
{
	xmlNode *node = below(parent, name);
	if (child(node, "Nm"))
		check_text(c, child(node, "Nm"), SEPA_NAME_MAX);
	else
		breach(c, node ? node : parent, _("%s: der Name fehlt"), name);
}

static int64_t check_amount(struct check *c, xmlNode *transfer)
{
	xmlNode *node = below(transfer, "Amt/InstdAmt");
	char *text = content(node);
	xmlChar *currency = node ? xmlGetNoNsProp(node, BAD_CAST "Ccy") : NULL;
	int64_t cents = 0;
	if (!text || !sepa_parse_amount(text, &cents))
		breach(c, node ? node : transfer, _("kein Betrag von 0.01 bis 999999999.99 mit zwei Nachkommastellen: %s"), text ? text : "-");
	if (node && (!currency || strcmp((const char *)currency, "EUR") != 0))
		breach(c, node, "%s", _("die Währung ist nicht EUR"));
	xmlFree(currency);
	free(text);
	return cents > 0 ? cents : 0;
}

static int64_t check_transfer(struct check *c, xmlNode *transfer)
{
	xmlNode *id = below(transfer, "PmtId/EndToEndId"), *purpose = below(transfer, "RmtInf/Ustrd");
	if (id) {
		struct seen *seen = vec_add(&c->ids);
		seen->id = content(id);
		seen->line = line_of(id);
		check_id(c, id);
	}
	check_bic(c, child(transfer, "CdtrAgt"));
	check_party(c, transfer, "Cdtr");
	check_iban(c, transfer, "CdtrAcct/Id/IBAN");
	if (purpose)
		check_text(c, purpose, SEPA_PURPOSE_MAX);
	c->sum.count++;
	return check_amount(c, transfer);
}

/* A sum may have more digits than an amount. */
static bool parse_total(const char *text, int64_t *cents)
{
	size_t whole = strspn(text, "0123456789");
	if (whole < 1 || whole > 15 || text[whole] != '.' || strlen(text) != whole + 3 || strspn(text + whole + 1, "0123456789") != 2)
		return false;
	*cents = strtoll(text, NULL, 10) * 100 + strtoll(text + whole + 1, NULL, 10);
	return true;
}

/* Count and sum as the head of the file or of an order says them; the sum may be absent in orders only. */
static void check_totals(struct check *c, xmlNode *head, size_t count, int64_t cents, bool needed)
{
	xmlNode *number = child(head, "NbOfTxs"), *total = child(head, "CtrlSum");
	char *number_text = content(number), *total_text = content(total);
	int64_t said = -1;
	if (number_text ? strtoull(number_text, NULL, 10) != count : needed)
		breach(c, number ? number : head, _("NbOfTxs ist %s, gezählt sind %zu"), number_text ? number_text : "-", count);
	if (total_text ? !parse_total(total_text, &said) || said != cents : needed)
		breach(c, total ? total : head, _("CtrlSum ist %s, die Summe ist %lld.%02d"), total_text ? total_text : "-",
		       (long long)(cents / 100), (int)(cents % 100));
	free(number_text);
	free(total_text);
}

static void check_order(struct check *c, xmlNode *order)
{
	xmlNode *day = child(order, "ReqdExctnDt");
	int64_t cents = 0;
	size_t before = c->sum.count;
	if (child(day, "Dt"))
		day = child(day, "Dt");
	char *text = content(day);
	if (!text || strcmp(text, c->today) < 0)
		breach(c, day ? day : order, _("der Tag der Ausführung liegt zurück: %s"), text ? text : "-");
	free(text);
	if (child(order, "PmtInfId"))
		check_id(c, child(order, "PmtInfId"));
	check_party(c, order, "Dbtr");
	check_iban(c, order, "DbtrAcct/Id/IBAN");
	check_bic(c, child(order, "DbtrAgt"));
	for (xmlNode *n = order->children; n; n = n->next)
		if (n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, "CdtTrfTxInf") == 0)
			cents += check_transfer(c, n);
	check_totals(c, order, c->sum.count - before, cents, false);
	c->sum.cents += cents;
}

static int compare_seen(const void *a, const void *b)
{
	const struct seen *x = a, *y = b;
	int by_id = strcmp(x->id, y->id);
	return by_id ? by_id : (x->line > y->line) - (x->line < y->line);
}

static void check_twice(struct check *c)
{
	if (c->ids.len > 1)
		qsort(c->ids.data, c->ids.len, c->ids.size, compare_seen);
	for (size_t i = 0; i < c->ids.len; i++) {
		const struct seen *s = vec_at(&c->ids, i), *last = i ? vec_at(&c->ids, i - 1) : NULL;
		if (last && strcmp(s->id, last->id) == 0 && has_room(c))
			fault_add(c->faults, c->name, s->line, _("die Ende-zu-Ende-Kennung steht zweimal da: %s"), s->id);
	}
	for (size_t i = 0; i < c->ids.len; i++)
		free(((struct seen *)vec_at(&c->ids, i))->id);
	vec_clear(&c->ids);
}

static void check_rules(struct check *c, xmlNode *root)
{
	xmlNode *message = child(root, "CstmrCdtTrfInitn"), *head = child(message, "GrpHdr");
	for (xmlNode *n = message ? message->children : NULL; n; n = n->next)
		if (n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, "PmtInf") == 0)
			check_order(c, n);
	if (child(head, "MsgId"))
		check_id(c, child(head, "MsgId"));
	check_totals(c, head ? head : root, c->sum.count, c->sum.cents, true);
	check_twice(c);
}

static bool find_format(const xmlNode *root, enum sepa_format *format)
{
	const char *space = root->ns ? (const char *)root->ns->href : "";
	return strcmp((const char *)root->name, "Document") == 0 && strncmp(space, NAMESPACE, strlen(NAMESPACE)) == 0 &&
	       sepa_format_parse(space + strlen(NAMESPACE), format);
}

bool sepa_check(const char *bytes, size_t n, const char *name, const char *today, struct vec *faults,
                struct sepa_summary *summary)
{
	struct check c = { .name = name, .today = today, .faults = faults, .ids = VEC_OF(struct seen) };
	enum sepa_format format;
	if (n > SEPA_BYTES_MAX) {
		fault_add(faults, name, 0, _("die Datei ist größer als %d Bytes"), SEPA_BYTES_MAX);
		return false;
	}
	xmlDocPtr doc = read_document(&c, bytes, n);
	xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
	if (!root) {
		if (faults->len == 0)
			fault_add(faults, name, 0, "%s", _("die Datei ist kein XML"));
	} else if (!find_format(root, &format)) {
		fault_add(faults, name, line_of(root), "%s", _("weder pain.001.001.09 noch pain.001.001.03"));
	} else {
		check_schema(&c, doc, format);
		check_rules(&c, root);
	}
	xmlFreeDoc(doc);
	faults_sort(faults);
	if (c.full)
		fault_add(faults, name, 0, "%s", _("weitere Fehler sind nicht genannt"));
	if (summary)
		*summary = c.sum;
	return faults->len == 0;
}
