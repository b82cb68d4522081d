/*
 * Is a projector there? Each holds a shared lock of the database for its
 * meeting (api.attend_projector); the meeting table asks now and then how many
 * do, so that its status line can say that the hall sees nothing.
 */
#ifndef APP_PROJECTOR_LAMP_H
#define APP_PROJECTOR_LAMP_H

#define PROJECTOR_LAMP_SECONDS 10

struct app;

/* A second has passed: asks when it is time and a meeting table is open. */
void projector_lamp_tick(struct app *a);

#endif
