/* See action.h. */
#include "screen/action.h"

#include "base/i18n.h"

#include <string.h>

const struct screen_action screen_actions[] = {
	{ "filter", false, N_("Filtert die Liste, während getippt wird; Esc hebt den Filter auf.") },
	{ "sort", false, N_("Sortiert nach der nächsten Spalte, nach der sortiert werden kann.") },
	{ "sort_reverse", false, N_("Kehrt die Richtung der Sortierung um.") },
	{ "columns", false, N_("Wählt, ordnet und verbirgt die Spalten der Liste.") },
	{ "mark_row", true, N_("Merkt die Zeile vor oder nimmt die Vormerkung zurück und geht eine Zeile weiter.") },
	{ "unmark_all", false, N_("Nimmt alle Vormerkungen zurück.") },
	{ "reference_date", false, N_("Zeigt die Liste zu einem anderen Stichtag.") },
	{ "saved_filters", false, N_("Zeigt die gespeicherten Filter; Enter wendet einen an, ^S speichert den jetzigen, Entf löscht.") },
	{ "reload", false, N_("Holt die Zeilen neu; die gewählte Zeile bleibt gewählt.") },
};

const size_t screen_actions_count = sizeof(screen_actions) / sizeof(*screen_actions);

const struct screen_action *screen_action_find(const char *name)
{
	for (size_t i = 0; i < screen_actions_count; i++)
		if (strcmp(screen_actions[i].name, name) == 0)
			return &screen_actions[i];
	return NULL;
}
