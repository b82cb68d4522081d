/*
 * Scripts: keys fed to the program as if typed, for tests, the demonstration
 * and measurements.
 *
 * Text is typed as it stands; line ends are not; <Enter>, <Esc>, <F2>, <^S>
 * name keys. Lines that begin with '@' are commands to the script itself
 * ('@@' types an '@'), lines that begin with '# ' are comments:
 *
 *   @time 18:42         the clock stands at that time of the meeting's day
 *   @now 2026-10-14T18:00
 *   @size 120x40        a new size of the terminal
 *   @dump NAME          prints the picture here, under a line with its name
 *   @expect TEXT        fails unless the picture holds TEXT
 *   @refuse TEXT        fails if it does
 *   @await TEXT         waits until the picture holds TEXT (30 s at most): what others do comes when it comes
 *   @tick N             N seconds pass for the program
 *   @stamp NAME         prints "--- NAME SECONDS ---" with the real time in milliseconds, whatever the clock of the script says
 *   @saved              waits until the server has every event (30 s at most); ends @hurry
 *   @hurry              from here on keys are given at once, as a terminal gives them
 *
 * A key is given when nothing is under way any more, so that the result does
 * not hang on speed. Keys are counted.
 */
#ifndef APP_SCRIPT_H
#define APP_SCRIPT_H

#include "app/app.h"

#include <stddef.h>
#include <stdio.h>

struct script_result {
	size_t keys;   /* given */
	size_t free_keys; /* of them: letters of free text (in the editor) */
	size_t failed; /* @expect and @refuse that did not hold */
};

/* Runs a script, line by line as it comes. false and err when it has a fault of its own (unknown key or command). */
bool script_run(struct app *a, const char *name, FILE *in, struct script_result *result, struct err *err);

/* Prints the picture on standard output. */
void script_dump(struct app *a, bool attributes);

#endif
