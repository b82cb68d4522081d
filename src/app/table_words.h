/* Pieces of text that the picture of the meeting table and what it says in linear mode share. See table_draw.c, table_body.c, table_held.c. */
#ifndef APP_TABLE_WORDS_H
#define APP_TABLE_WORDS_H

#include "app/table.h"

/* Header and status: state, what is not saved, clock that is behind, who may vote, what is to be finished later. */
const char *table_state_text(const struct table *t);
int64_t table_state_since(const struct sitting *s);
void table_saved_text(const struct table *t, struct str *out);
void table_clock_text(const struct table *t, struct str *out);
void table_entitled_text(const struct sitting *s, bool wide, struct str *out);
void table_marks_text(const struct table *t, struct str *out);

/* Bottom line. */
void table_prompt_label(const struct table *t, struct str *out);
const char *table_mode_hint(const struct table *t); /* NULL: command mode */
bool table_subject_text(const struct table *t, struct str *out); /* true: the next vote stands for something special */

/* Attendance. */
void table_groups_text(const struct table *t, struct str *out, int cols);
void table_exceptions_text(const struct table *t, struct str *out);

/* The item: line by line. */
void table_before_text(const struct table *t, struct str *out);
void table_resolution_text(const struct table *t, size_t item, struct str *out);
void table_amendments_text(const struct table *t, size_t item, struct str *out);
void table_votes_text(const struct table *t, size_t item, struct str *out);
void table_speakers_text(const struct table *t, struct str *out);
void table_tasks_text(const struct table *t, size_t item, struct str *out);
const char *table_slot_title(const struct table *t);
const char *table_choice_word(char choice);
void table_rollcall_text(const struct table *t, struct str *out); /* how many said what */

/* The event under the cursor among those held: what it is, and whether it fits still. */
void table_held_text(const struct table *t, struct str *event, struct str *verdict);

/* What is the case, for speech.h (table_speak.c). */
struct speech;
void table_speak(const struct table *t, struct speech *out);

#endif
