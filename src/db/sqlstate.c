/* See sqlstate.h. */
#include "db/sqlstate.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first entry whose code is a prefix of the error's counts: longer ones stand first. */
static const struct {
	const char *code;
	const char *what;
	const char *hint;
} messages[] = {
	{ "23505", N_("diesen Eintrag gibt es schon"), N_("Anderen Wert wählen oder den vorhandenen Eintrag öffnen.") },
	{ "23503", N_("der Eintrag hängt mit anderen zusammen"), N_("Zuerst die abhängigen Einträge ändern.") },
	{ "23502", N_("ein Pflichtfeld ist leer"), N_("Das Feld ausfüllen.") },
	{ "23P01", N_("Zeiträume überschneiden sich"), N_("Beginn oder Ende so setzen, dass sie sich nicht überschneiden.") },
	{ "23514", N_("der Wert ist nicht erlaubt"), NULL },
	{ "23", N_("die Angaben widersprechen sich"), NULL },
	{ "22001", N_("der Text ist zu lang"), N_("Kürzen.") },
	{ "22021", N_("der Text enthält Zeichen, die nicht gespeichert werden können"), NULL },
	{ "22", N_("der Wert hat nicht die verlangte Form"), NULL },
	{ "42501", N_("dafür fehlt die Berechtigung"), N_("Eine Administratorin kann sie unter „Benutzer“ erteilen.") },
	{ "42P01", N_("die Datenbank passt nicht zu diesem Programm"), N_("'ratstisch upgrade' ausführen.") },
	{ "42883", N_("die Datenbank passt nicht zu diesem Programm"), N_("'ratstisch upgrade' ausführen.") },
	{ "3F000", N_("die Datenbank enthält kein Ratstisch"), N_("'ratstisch init' ausführen.") },
	{ "3D000", N_("diese Datenbank gibt es nicht"), N_("Verbindungseinstellungen prüfen (PGDATABASE, PGSERVICE).") },
	{ "28", N_("die Anmeldung wurde abgelehnt"), N_("Verbindungseinstellungen und Konto prüfen.") },
	{ "40", N_("eine gleichzeitige Änderung kam dazwischen"), N_("Noch einmal versuchen.") },
	{ "53", N_("der Server hat keine Mittel mehr"), N_("Platz und Verbindungen am Server prüfen.") },
	{ "57014", N_("die Abfrage wurde abgebrochen"), NULL },
	{ "57", N_("der Server wird beendet"), N_("Die Verbindung wird von selbst neu aufgebaut.") },
	{ "08", N_("keine Verbindung zum Server"), N_("Die Verbindung wird von selbst neu aufgebaut.") },
	{ "25006", N_("der Server nimmt nur lesende Zugriffe an"), NULL },
};

static bool starts_with(const char *code, const char *prefix)
{
	return strncmp(code, prefix, strlen(prefix)) == 0;
}

bool sqlstate_is_connection(const char *code)
{
	return starts_with(code, "08") || starts_with(code, "57P");
}

bool sqlstate_is_passing(const char *code)
{
	static const char *const passing[] = { "40", "53", "55", "57", "58", "25006" };
	for (size_t i = 0; i < sizeof(passing) / sizeof(*passing); i++)
		if (starts_with(code, passing[i]))
			return true;
	return false;
}

static char *trimmed(const char *s)
{
	size_t n = strlen(s);
	while (n && (s[n - 1] == '\n' || s[n - 1] == ' '))
		n--;
	return mem_strndup(s, n);
}

void sqlstate_error(struct err *err, const char *code, const char *message, const char *detail, const char *hint,
                    const char *column)
{
	char *said = trimmed(message ? message : "");
	err_set(err, "%s", said);
	if (!err) {
		free(said);
		return;
	}
	mem_replace(&err->detail, detail);
	mem_replace(&err->hint, hint);
	mem_replace(&err->field, column);
	snprintf(err->code, sizeof(err->code), "%s", code ? code : "");
	for (size_t i = 0; i < sizeof(messages) / sizeof(*messages); i++) {
		if (!starts_with(err->code, messages[i].code))
			continue;
		struct str all = { 0 };
		str_addf(&all, "%s%s%s", said, detail ? "\n" : "", detail ? detail : "");
		free(err->detail);
		err->detail = str_take(&all);
		mem_replace(&err->what, _(messages[i].what));
		if (!hint && messages[i].hint)
			mem_replace(&err->hint, _(messages[i].hint));
		break;
	}
	free(said);
}
