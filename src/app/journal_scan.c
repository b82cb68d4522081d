/* See journal_scan.h. */
#include "app/journal_scan.h"

#include "app/journal.h"
#include "base/str.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

static bool is_recent(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISREG(st.st_mode) && time(NULL) - st.st_mtime < (time_t)SCAN_DAYS * 24 * 60 * 60;
}

size_t journal_scan(const char *directory, const char *database, int64_t *meeting_id, size_t *events, struct err *err)
{
	char *folder = journal_folder(directory, database);
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	size_t meetings = 0;
	while (dir && (entry = readdir(dir))) {
		long long id;
		int end = 0;
		if (sscanf(entry->d_name, "sitzung-%lld.journal%n", &id, &end) != 1 || !end || entry->d_name[end])
			continue;
		char *path = str_format("%s/%s", folder, entry->d_name);
		size_t count = is_recent(path) ? journal_waiting(directory, database, id, err) : 0;
		if (count > 0 && (meetings == 0 || id < *meeting_id)) {
			*meeting_id = id;
			*events = count;
		}
		meetings += count > 0;
		free(path);
	}
	if (dir)
		closedir(dir);
	free(folder);
	return meetings;
}
