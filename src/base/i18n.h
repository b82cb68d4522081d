/*
 * Translation. German is the source language; po/en.po is complete (a test
 * sees to it). N_() marks a text in a table that is translated where shown.
 */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text

/* Binds the catalogue; honours LANGUAGE also where only C.UTF-8 exists. Once, at start. */
void i18n_init(void);

#endif
