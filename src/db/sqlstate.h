/* From the server's error to ours: SQLSTATE classes get a German first line, the server's words become detail. */
#ifndef DB_SQLSTATE_H
#define DB_SQLSTATE_H

#include "base/err.h"

/* Fills err; message, detail, hint and column may be NULL. Class RT is our own SQL, which speaks for itself. */
void sqlstate_error(struct err *err, const char *code, const char *message, const char *detail, const char *hint,
                    const char *column);

/* true when the code says that the connection, not the request, has failed. */
bool sqlstate_is_connection(const char *code);

/* true when the server cannot do it now but may be able to later: conflict, lock, no means, cancelled, read only, disk. */
bool sqlstate_is_passing(const char *code);

#endif
