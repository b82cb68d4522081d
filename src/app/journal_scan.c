/* See journal_scan.h. Reads the marks only: whether the lines are whole, journal_open checks. */
#include "app/journal_scan.h"

#include "app/journal.h"
#include "base/id.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/vec.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

static void forget(struct vec *open, const struct id *id)
{
	for (size_t i = open->len; i-- > 0;)
		if (id_equal(vec_at(open, i), id)) {
			vec_remove(open, i);
			return;
		}
}

/* "R1 <tab> id ..." opens, "A id" and "D id" end. */
static void read_line(struct vec *open, const char *line)
{
	struct id id;
	bool event = strncmp(line, "R1\t", 3) == 0, end = strncmp(line, "A ", 2) == 0 || strncmp(line, "D ", 2) == 0;
	bool again = strncmp(line, "W ", 2) == 0;
	if (!event && !end && !again)
		return;
	char *text = mem_strndup(line + (event ? 3 : 2), 36);
	if (id_parse(text, &id)) {
		forget(open, &id);
		if (!end)
			vec_push(open, &id);
	}
	free(text);
}

static size_t count_open(const char *path)
{
	FILE *in = fopen(path, "re");
	struct vec open = VEC_OF(struct id);
	char *line = NULL;
	size_t room = 0;
	while (in && getline(&line, &room, in) >= 0)
		read_line(&open, line);
	size_t count = open.len;
	if (in)
		fclose(in);
	free(line);
	vec_clear(&open);
	return count;
}

static bool is_recent(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISREG(st.st_mode) && time(NULL) - st.st_mtime < (time_t)SCAN_DAYS * 24 * 60 * 60;
}

size_t journal_scan(const char *directory, const char *database, int64_t *meeting_id, size_t *events)
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
		size_t count = is_recent(path) ? count_open(path) : 0;
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
