/*
 * One run of a program with views: connect, open the first view, then keys
 * from the terminal or from a script. Shared by the subcommands that show
 * something (table, chair, projector).
 */
#ifndef APP_SESSION_H
#define APP_SESSION_H

#include "app/app.h"

/* Opens the first view; false and err when it cannot. */
typedef bool session_open(struct app *a, const struct options *o, struct err *err);

/* The exit status of the program. */
int session_run(const struct options *o, session_open *open);

/*
 * Waits until the server can be reached: for terminals that nobody attends and
 * that may be switched on before it. Says on standard error what is amiss, once
 * for each reason; ^C ends the program.
 */
void session_await_server(const struct options *o);

/* The number of a meeting behind the subcommand; *id stays as it is when there is none. */
bool session_meeting(const struct options *o, int64_t *id, struct err *err);

#endif
