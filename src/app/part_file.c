/* See part_file.h. */
#include "app/part_file.h"

#include "base/i18n.h"
#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *part_name(const char *path)
{
	return str_format("%s.part", path);
}

/* The folder's own entry must be on the disk, too. */
static bool sync_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? str_format("%.*s", (int)(slash - path) + 1, path) : str_format(".");
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;
	if (fd >= 0)
		close(fd);
	free(folder);
	return ok;
}

bool part_file_write(const char *path, const struct str *bytes, struct err *err)
{
	char *part = part_name(path);
	int fd = -1;
	bool ok = access(path, F_OK) != 0;
	if (!ok)
		errno = EEXIST;
	if (ok) {
		fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
		ok = fd >= 0 && io_write_all(fd, str_text(bytes), bytes->len) && fsync(fd) == 0;
	}
	int saved = errno;
	if (fd >= 0 && close(fd) != 0 && ok) {
		saved = errno;
		ok = false;
	}
	if (!ok && fd >= 0)
		unlink(part);
	const char *which = fd < 0 && saved == EEXIST && access(path, F_OK) != 0 ? part : path;
	errno = saved;
	if (!ok)
		io_fault(err, _("die Datei lässt sich nicht schreiben"), which);
	free(part);
	return ok;
}

bool part_file_keep(const char *path, struct err *err)
{
	char *part = part_name(path);
	bool ok = link(part, path) == 0; /* rename would put it over another */
	if (!ok && errno != EEXIST && access(path, F_OK) != 0)
		ok = rename(part, path) == 0; /* a file system without links */
	else if (ok)
		unlink(part);
	if (!ok) {
		io_fault(err, _("die Datei lässt sich nicht schreiben"), path);
		unlink(part);
	} else {
		sync_folder(path);
	}
	free(part);
	return ok;
}

void part_file_drop(const char *path)
{
	char *part = part_name(path);
	unlink(part);
	free(part);
}
