/* See journal.h. */
#include "app/journal.h"

#include "base/i18n.h"
#include "base/id_index.h"
#include "base/io.h"
#include "base/mem.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER "ratstisch-journal 1 "

struct journal {
	int fd;
	char *path;
	off_t size; /* of what is whole */
	struct id client;
	struct vec entries; /* struct journal_entry */
	struct id_index *places; /* of the entries */
	size_t counts[JOURNAL_STATES];
	int64_t base; /* of the last "B" */
};

/* Makes every folder of the path; those that are there stay as they are. */
static bool make_folders(const char *path, struct err *err)
{
	char *copy = mem_strdup(path);
	bool ok = true;
	for (char *p = copy + 1; ok && *p; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		ok = mkdir(copy, 0700) == 0 || errno == EEXIST;
		if (!ok) {
			err_set(err, "%s", _("der Ordner für das Sitzungsjournal lässt sich nicht anlegen"));
			err_detail(err, "%s: %s", copy, strerror(errno));
		}
		*p = '/';
	}
	free(copy);
	return ok;
}

static char *default_directory(void)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
	if (state && *state)
		return str_format("%s/ratstisch", state);
	return str_format("%s/.local/state/ratstisch", home && *home ? home : "/tmp");
}

char *journal_folder(const char *directory, const char *database)
{
	char *dir = directory ? mem_strdup(directory) : default_directory();
	struct str path = { 0 };
	str_addf(&path, "%s/", dir);
	for (const char *p = database; *p; p++)
		str_add_char(&path, (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '-' ? *p : '_');
	free(dir);
	return str_take(&path);
}

static char *file_path(const char *directory, const char *database, int64_t meeting_id)
{
	char *folder = journal_folder(directory, database);
	char *path = str_format("%s/sitzung-%lld.journal", folder, (long long)meeting_id);
	free(folder);
	return path;
}

static bool file_error(struct err *err, const char *path, const char *what)
{
	err_set(err, "%s", what);
	err_detail(err, "%s: %s", path, strerror(errno));
	return err_hint(err, "%s", _("Platz und Rechte prüfen; bis dahin wird nichts bestätigt."));
}

static bool append_line(struct journal *j, const struct str *line, bool flush, struct err *err)
{
	bool ok = io_write_all(j->fd, str_text(line), line->len) && (!flush || fdatasync(j->fd) == 0);
	if (ok) {
		j->size += (off_t)line->len;
		return true;
	}
	int saved = errno;
	/* Where the torn part cannot be cut off, the next line at least goes over it. */
	bool cut = ftruncate(j->fd, j->size) == 0;
	if (lseek(j->fd, j->size, SEEK_SET) >= 0 && cut)
		errno = saved;
	return file_error(err, j->path, _("nichts wurde festgehalten: das Sitzungsjournal lässt sich nicht schreiben"));
}

static void add_entry(struct journal *j, struct ledger_event *taken)
{
	struct journal_entry *entry = vec_add(&j->entries);
	entry->event = *taken;
	entry->base = j->base;
	id_index_put(j->places, &entry->event.event_id, j->entries.len - 1);
	j->counts[JOURNAL_WAITING]++;
}

static struct journal_entry *find_entry(const struct journal *j, const struct id *event_id, size_t *at)
{
	*at = id_index_find(j->places, event_id);
	return *at < j->entries.len ? vec_at(&j->entries, *at) : NULL;
}

static void move_to_end(struct journal *j, size_t at)
{
	struct journal_entry moved = *(struct journal_entry *)vec_at(&j->entries, at);
	vec_remove(&j->entries, at);
	vec_push(&j->entries, &moved);
	for (size_t i = at; i < j->entries.len; i++)
		id_index_put(j->places, &((struct journal_entry *)vec_at(&j->entries, i))->event.event_id, i);
}

/* Moves the entry on; false when there is none, or it is there already. */
static bool change_state(struct journal *j, const struct id *event_id, enum journal_state state, int64_t seq, const char *reason)
{
	size_t at;
	struct journal_entry *entry = find_entry(j, event_id, &at);
	if (!entry || (entry->state == state && state != JOURNAL_HELD))
		return false;
	bool again = entry->state == JOURNAL_HELD && state == JOURNAL_WAITING;
	j->counts[entry->state]--;
	j->counts[state]++;
	entry->state = state;
	entry->event.seq = seq;
	mem_replace(&entry->reason, reason);
	if (again) {
		entry->base = j->base;
		move_to_end(j, at);
	}
	return true;
}

static const char mark_letters[JOURNAL_STATES + 1] = "WAHD"; /* in the order of enum journal_state */

/* "<letter> <event> ...": a mark; the letter is known. */
static bool read_mark(struct journal *j, enum journal_state state, const char *line, size_t n)
{
	struct id id;
	if (n < 38 || line[1] != ' ' || (n > 38 && line[38] != ' '))
		return false;
	char *text = mem_strndup(line + 2, 36);
	char *reason = state == JOURNAL_HELD && n > 39 ? mem_strndup(line + 39, n - 39) : NULL;
	bool ok = id_parse(text, &id);
	int64_t seq = state == JOURNAL_CONFIRMED && n > 39 ? strtoll(line + 39, NULL, 10) : 0; /* the line end stops it */
	if (ok)
		change_state(j, &id, state, seq, reason);
	free(reason);
	free(text);
	return ok;
}

static bool read_base(struct journal *j, const char *line, size_t n)
{
	if (n <= 2 || n >= 24 || line[1] != ' ')
		return false;
	char *text = mem_strndup(line + 2, n - 2), *end;
	j->base = strtoll(text, &end, 10);
	bool ok = !*end && end != text;
	free(text);
	return ok;
}

static bool read_line(struct journal *j, const char *line, size_t n, struct err *err)
{
	struct ledger_event e;
	const char *mark = n > 0 ? memchr(mark_letters, line[0], JOURNAL_STATES) : NULL;
	if (mark)
		return read_mark(j, (enum journal_state)(mark - mark_letters), line, n);
	if (n > 0 && line[0] == 'B')
		return read_base(j, line, n);
	if (!ledger_from_line(line, n, &e, err))
		return false;
	add_entry(j, &e);
	return true;
}

/* The whole file or NULL: what is cut off behind a part that was read would be lost. */
static char *read_file(int fd, size_t *size)
{
	struct stat st;
	*size = 0;
	if (fstat(fd, &st) != 0)
		return NULL;
	char *bytes = mem_alloc((size_t)st.st_size + 1);
	while (*size < (size_t)st.st_size) {
		ssize_t n = read(fd, bytes + *size, (size_t)st.st_size - *size);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			free(bytes);
			return NULL;
		}
		*size += (size_t)n;
	}
	bytes[*size] = '\0';
	return bytes;
}

static bool damaged(struct err *err, const struct journal *j, size_t line)
{
	err_set(err, "%s", _("das Sitzungsjournal ist beschädigt"));
	err_detail(err, _("%s, Zeile %zu"), j->path, line);
	return err_hint(err, "%s",
	                _("Nichts wurde geändert. Die Datei sichern und umbenennen; dann öffnet die Sitzung mit dem Stand des Servers."));
}

static bool read_header(struct journal *j, const char *line, size_t n)
{
	size_t head = strlen(HEADER);
	if (n != head + 36 || memcmp(line, HEADER, head) != 0)
		return false;
	char *text = mem_strndup(line + head, 36);
	bool ok = id_parse(text, &j->client);
	free(text);
	return ok;
}

/* A last line without its end, or whose check fails, was torn: it does not count. */
static bool read_journal(struct journal *j, struct err *err)
{
	size_t size, at = 0, number = 0;
	char *bytes = read_file(j->fd, &size);
	bool ok = bytes != NULL;
	if (!ok)
		file_error(err, j->path, _("das Sitzungsjournal lässt sich nicht öffnen"));
	while (ok && at < size) {
		const char *end = memchr(bytes + at, '\n', size - at);
		size_t n = end ? (size_t)(end - bytes) - at : size - at;
		bool last = !end || (size_t)(end - bytes) + 1 == size;
		bool good = end && (number == 0 ? read_header(j, bytes + at, n) : read_line(j, bytes + at, n, NULL));
		number++;
		if (!good && last)
			break;
		if (!good)
			ok = damaged(err, j, number);
		at += n + 1;
	}
	free(bytes);
	j->size = (off_t)(at < size ? at : size);
	return ok;
}

static bool cut_torn(struct journal *j, struct err *err)
{
	return (ftruncate(j->fd, j->size) == 0 && lseek(j->fd, j->size, SEEK_SET) >= 0) ||
	       file_error(err, j->path, _("das Sitzungsjournal lässt sich nicht öffnen"));
}

static bool write_header(struct journal *j, struct err *err)
{
	struct str line = { 0 };
	j->client = id_new();
	str_addf(&line, "%s%s\n", HEADER, j->client.text);
	bool ok = append_line(j, &line, true, err);
	str_clear(&line);
	return ok;
}

/* The folder's entry of a new file must be on disk too. */
static void flush_folder(const char *path)
{
	char *dir = mem_strndup(path, (size_t)(strrchr(path, '/') - path));
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	free(dir);
}

static bool lock_file(struct journal *j, struct err *err)
{
	if (flock(j->fd, LOCK_EX | LOCK_NB) == 0)
		return true;
	err_set(err, "%s", _("diese Sitzung ist in einem anderen Fenster offen"));
	err_detail(err, "%s", j->path);
	err_hint(err, "%s", _("Dort weiterschreiben oder es schließen; hier wird nur gelesen."));
	if (err)
		strcpy(err->code, "BUSY");
	return false;
}

static struct journal *journal_new(const char *directory, const char *database, int64_t meeting_id)
{
	struct journal *j = mem_zalloc(1, sizeof(*j));
	j->entries = (struct vec)VEC_OF(struct journal_entry);
	j->places = id_index_new();
	j->path = file_path(directory, database, meeting_id);
	j->fd = -1;
	return j;
}

struct journal *journal_read(const char *directory, const char *database, int64_t meeting_id, struct err *err)
{
	struct journal *j = journal_new(directory, database, meeting_id);
	j->fd = open(j->path, O_RDONLY | O_CLOEXEC);
	bool missing = j->fd < 0 && errno == ENOENT;
	bool ok = j->fd >= 0 ? read_journal(j, err)
	                     : !missing && file_error(err, j->path, _("das Sitzungsjournal lässt sich nicht öffnen"));
	if (!ok)
		journal_close(&j);
	return j;
}

/*
 * Nothing waits in this file, or it cannot be read: as many ends as events, and never was one held or sent again. So are nearly
 * all, and this is ten times faster than reading the events.
 */
static bool is_settled(const char *path)
{
	FILE *in = fopen(path, "re");
	char *line = NULL;
	size_t room = 0, waiting = 0;
	bool again = false;
	while (in && !again && getline(&line, &room, in) >= 0) {
		again = *line == mark_letters[JOURNAL_WAITING] || *line == mark_letters[JOURNAL_HELD];
		waiting += *line == 'R';
		waiting -= *line == mark_letters[JOURNAL_CONFIRMED] || *line == mark_letters[JOURNAL_DISCARDED];
	}
	if (in)
		fclose(in);
	free(line);
	return waiting == 0 && !again;
}

size_t journal_waiting(const char *directory, const char *database, int64_t meeting_id, struct err *err)
{
	char *path = file_path(directory, database, meeting_id);
	struct journal *j = is_settled(path) ? NULL : journal_read(directory, database, meeting_id, err);
	size_t count = journal_count(j, JOURNAL_WAITING) + journal_count(j, JOURNAL_HELD);
	journal_close(&j);
	free(path);
	return count;
}

struct journal *journal_open(const char *directory, const char *database, int64_t meeting_id, struct err *err)
{
	struct journal *j = journal_new(directory, database, meeting_id);
	bool ok = make_folders(j->path, err);
	if (ok) {
		j->fd = open(j->path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
		ok = j->fd >= 0 || file_error(err, j->path, _("das Sitzungsjournal lässt sich nicht öffnen"));
	}
	ok = ok && lock_file(j, err) && read_journal(j, err) && cut_torn(j, err);
	if (ok && j->size == 0) {
		ok = write_header(j, err);
		flush_folder(j->path);
	}
	if (!ok)
		journal_close(&j);
	return j;
}

void journal_close(struct journal **handle)
{
	struct journal *j = *handle;
	if (!j)
		return;
	for (size_t i = 0; i < j->entries.len; i++) {
		struct journal_entry *entry = vec_at(&j->entries, i);
		ledger_event_clear(&entry->event);
		free(entry->reason);
	}
	vec_clear(&j->entries);
	id_index_free(&j->places);
	if (j->fd >= 0)
		close(j->fd);
	free(j->path);
	free(j);
	*handle = NULL;
}

const struct id *journal_client(const struct journal *j)
{
	return &j->client;
}

const char *journal_path(const struct journal *j)
{
	return j->path;
}

bool journal_append(struct journal *j, const struct ledger_event *e, int64_t base, struct err *err)
{
	struct str line = { 0 };
	struct ledger_event copy;
	if (base != j->base)
		str_addf(&line, "B %lld\n", (long long)base);
	ledger_to_line(e, &line);
	bool ok = append_line(j, &line, true, err);
	str_clear(&line);
	if (!ok)
		return false;
	j->base = base;
	ledger_event_copy(&copy, e);
	add_entry(j, &copy);
	return true;
}

/* A reason comes from outside: one line, and nothing that is not text. */
static void add_reason(struct str *line, const char *reason)
{
	for (const char *p = reason; *p; p++)
		str_add_char(line, (unsigned char)*p < ' ' ? ' ' : *p);
}

void journal_mark(struct journal *j, const struct id *event_id, enum journal_state state, int64_t seq, const char *reason)
{
	struct str line = { 0 };
	if (!change_state(j, event_id, state, state == JOURNAL_CONFIRMED ? seq : 0, reason))
		return;
	str_addf(&line, "%c %s", mark_letters[state], event_id->text);
	if (state == JOURNAL_CONFIRMED)
		str_addf(&line, " %lld", (long long)seq);
	if (reason) {
		str_add_char(&line, ' ');
		add_reason(&line, reason);
	}
	str_add_char(&line, '\n');
	append_line(j, &line, false, NULL);
	str_clear(&line);
}

const struct vec *journal_entries(const struct journal *j)
{
	return &j->entries;
}

size_t journal_count(const struct journal *j, enum journal_state state)
{
	return j ? j->counts[state] : 0;
}

bool journal_has(const struct journal *j, const struct id *event_id)
{
	size_t at;
	return find_entry(j, event_id, &at) != NULL;
}

const struct journal_entry *journal_first(const struct journal *j, enum journal_state state)
{
	for (size_t i = 0; j->counts[state] > 0 && i < j->entries.len; i++) {
		const struct journal_entry *entry = vec_at(&j->entries, i);
		if (entry->state == state)
			return entry;
	}
	return NULL;
}
