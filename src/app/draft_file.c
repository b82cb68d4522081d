/* See draft_file.h. */
#include "app/draft_file.h"

#include "base/io.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char *beside(const char *journal_path, const char *suffix)
{
	return str_format("%s.%s", journal_path, suffix);
}

void draft_file_write(const char *journal_path, const struct str *text)
{
	char *path = beside(journal_path, "draft"), *fresh = beside(journal_path, "draft-new");
	if (text->len == 0) {
		unlink(path);
	} else {
		int fd = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
		bool ok = fd >= 0 && io_write_all(fd, str_text(text), text->len) && fdatasync(fd) == 0;
		if (fd >= 0)
			close(fd);
		if (!ok || rename(fresh, path) != 0)
			unlink(fresh);
	}
	free(path);
	free(fresh);
}

void draft_file_read(const char *journal_path, struct str *text)
{
	char *path = beside(journal_path, "draft");
	char buffer[4096];
	ssize_t n;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	str_set(text, "");
	while (fd >= 0 && (n = read(fd, buffer, sizeof(buffer))) > 0)
		str_add_n(text, buffer, (size_t)n);
	if (fd >= 0)
		close(fd);
	free(path);
}
