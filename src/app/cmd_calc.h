/* The subcommand calc: quorum, majorities, elections, seats and agenda numbers for scripts. */
#ifndef APP_CMD_CALC_H
#define APP_CMD_CALC_H

/* argv[0] is "calc". One line on standard output; 0, or 2 with a message for impossible input. */
int cmd_calc(int argc, char **argv);

#endif
