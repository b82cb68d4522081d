/* See io.h. */
#include "base/io.h"

#include "base/i18n.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

bool io_write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t done = write(fd, bytes, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		bytes += done;
		n -= (size_t)done;
	}
	return true;
}

bool io_fault(struct err *err, const char *what, const char *path)
{
	int saved = errno;
	err_set(err, "%s", what);
	err_detail(err, "%s: %s", path, strerror(saved));
	return err_hint(err, "%s", saved == EEXIST ? _("Eine Datei dieses Namens gibt es schon: anderen Namen wählen.")
	                                           : _("Ordner, Rechte und Platz prüfen."));
}
