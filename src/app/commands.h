/* Subcommands: each takes the options and returns the exit status (0 done, 1 failed, 2 wrong use). */
#ifndef APP_COMMANDS_H
#define APP_COMMANDS_H

#include "app/options.h"

int cmd_table(const struct options *o);         /* the program itself */
int cmd_projector(const struct options *o);     /* what was released, for the hall */
int cmd_chair(const struct options *o);         /* what whoever chairs needs */
int cmd_init(const struct options *o);          /* schema into an empty database */
int cmd_upgrade(const struct options *o);       /* migrations */
int cmd_demo(const struct options *o);          /* the demonstration municipality */
int cmd_body(const struct options *o);          /* the municipality */
int cmd_admin(const struct options *o);         /* the first administrator */
int cmd_minutes(const struct options *o);       /* documents of a meeting */
int cmd_check(const struct options *o);         /* ledger against its projections */
int cmd_check_screens(const struct options *o); /* all faults of all screen files */
int cmd_check_queries(const struct options *o); /* all queries prepared and compared */
int cmd_statute(const struct options *o);       /* statutes of fees: check, show, diff */
int cmd_fees(const struct options *o);          /* fees: runs, imports, payment */
int cmd_keys(const struct options *o);          /* key tables for the manual */
int cmd_server(int argc, char **argv);          /* the private server */

/* Settings of the private server into the environment when there are no others and it runs. */
void private_server_settings(const struct options *o);

#endif
