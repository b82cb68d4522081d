/*
 * Work that takes longer than a key may: a subcommand of the program itself,
 * in a process of its own, beside the screen. It goes on when the screen is
 * left. There is one at a time.
 */
#ifndef APP_JOB_H
#define APP_JOB_H

#include "app/app.h"

struct job;

/* words ends with NULL: what stands behind 'ratstisch' in the shell. path: what it writes, for messages. false and err: not started. */
bool job_start(struct app *a, const char *const *words, const char *path, struct err *err);

/* A second has passed: how far is it, has it ended? */
void job_tick(struct app *a);

/* The screen is left; the work is not. */
void job_forget(struct app *a);

#endif
