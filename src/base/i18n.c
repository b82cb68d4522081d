/* See i18n.h. */
#include "base/i18n.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

/*
 * gettext looks at LANGUAGE only when LC_MESSAGES is not the C locale. A fresh
 * machine has no other than C.UTF-8, which is enough for it.
 */
void i18n_init(void)
{
	const char *now = setlocale(LC_MESSAGES, "");
	if (!now || strcmp(now, "C") == 0 || strcmp(now, "POSIX") == 0)
		setlocale(LC_MESSAGES, "C.UTF-8");
	const char *dir = getenv("RATSTISCH_LOCALEDIR");
	bindtextdomain("ratstisch", dir ? dir : LOCALEDIR);
	bind_textdomain_codeset("ratstisch", "UTF-8");
	textdomain("ratstisch");
}
