# A second server that follows the first one: streaming replication on this
# machine, over Unix sockets, without any waiting for a time. Sourced after
# tests/lib/run.sh; start_database comes first, then start_standby.
#
#     primary=$work/server      data folder of the server that start_database made
#     standby=$work/standby     data folder of the one that follows
#     replica_hosts             value for PGHOST: both, so that libpq finds the one that takes writes
#
# Each folder is one for `ratstisch-server --data FOLDER`: stop and start work as ever.

primary=$work/server
standby=$work/standby

# The folder of PostgreSQL's own programs, and a command run as the owner of the clusters.
server_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -x "$server_bin/pg_ctl" ] || server_bin=$(dirname "$(command -v pg_ctl)")

as_server() {
	if [ "$(id -u)" -eq 0 ]; then
		(cd / && runuser -u postgres -- "$@")
	else
		"$@"
	fi
}

# sql_at FOLDER ARGUMENTS...: psql as superuser of that server, in the database of the test.
sql_at() {
	local folder=$1
	shift
	PGHOST=$folder/socket PGUSER=postgres psql -XqAt -v ON_ERROR_STOP=1 "$@"
}

# The folder of a server to come, which its owner can write into.
server_folder() {
	mkdir -p "$1"
	[ "$(id -u)" -ne 0 ] || chown postgres: "$1"
	chmod 700 "$1"
}

# start_standby [FOLDER] [PRIMARY]: copies the primary and lets the copy follow it.
start_standby() {
	local folder=${1:-$standby} source=${2:-$primary}
	server_folder "$folder"
	# The copy takes this setting over. Without it a server that was killed has thrown away what pg_rewind reads.
	sql_at "$source" -d postgres -c "alter system set wal_keep_size = '256MB'" -c "select pg_reload_conf()" >/dev/null
	as_server "$server_bin/pg_basebackup" --pgdata="$folder/cluster" --checkpoint=fast --wal-method=stream \
		--write-recovery-conf --dbname="host=$source/socket user=postgres application_name=$(basename "$folder")" ||
		return 1
	"$server" --data "$folder" start && until_true follows "$folder"
}

# Receives from a primary just now.
follows() { [ "$(sql_at "$1" -d postgres -c "select status from pg_stat_wal_receiver" 2>/dev/null)" = streaming ]; }

# caught_up [FOLDER] [PRIMARY]: waits until all that the primary has written can be read there.
caught_up() {
	local written
	written=$(sql_at "${2:-$primary}" -d postgres -c "select pg_current_wal_lsn()") || return 1
	until_true has_replayed "${1:-$standby}" "$written"
}

has_replayed() {
	[ "$(sql_at "$1" -d postgres -c "select pg_last_wal_replay_lsn() >= '$2'" 2>/dev/null)" = t ]
}

# synchronous [PRIMARY]: from now on a commit ends when a standby has it on its disk.
synchronous() {
	sql_at "${1:-$primary}" -d postgres -c "alter system set synchronous_standby_names = '*'" -c "select pg_reload_conf()" >/dev/null
	until_true sql_says "${1:-$primary}" 1 "select count(*) from pg_stat_replication where sync_state = 'sync'"
}

# not_synchronous [PRIMARY]: a commit waits for nobody; also ends the wait of one that waits now.
not_synchronous() {
	sql_at "${1:-$primary}" -d postgres -c "alter system reset synchronous_standby_names" -c "select pg_reload_conf()" >/dev/null
}

# sql_says FOLDER ANSWER QUERY
sql_says() { [ "$(sql_at "$1" -d postgres -c "$3" 2>/dev/null)" = "$2" ]; }

# kill_server [FOLDER]: as a power cut: kill -9, nothing is written any more; returns when its processes are gone.
kill_server() {
	local folder=${1:-$primary} postmaster children
	postmaster=$(as_server head -n 1 "$folder/cluster/postmaster.pid") || return 1
	children=$(ps -o pid= --ppid "$postmaster")
	# All together: children that outlive the first one could still write.
	kill -9 "$postmaster" $children 2>/dev/null
	# Where nobody asks for the end of orphans a zombie remains, which would count as a running server.
	until_true all_gone "$postmaster" $children &&
		as_server rm -f "$folder/cluster/postmaster.pid" "$folder/socket/.s.PGSQL.5432.lock"
}

# A zombie (nobody has asked for its end) has ended.
all_gone() {
	local process
	for process in "$@"; do
		case $(ps -o stat= -p "$process") in
		'' | Z*) ;;
		*) return 1 ;;
		esac
	done
}

# promote [FOLDER]: that standby takes writes from now on; returns when it does.
promote() {
	as_server "$server_bin/pg_ctl" -D "${1:-$standby}/cluster" -s -w promote &&
		until_true sql_says "${1:-$standby}" f "select pg_is_in_recovery()"
}

# rejoin FOLDER NEW_PRIMARY: a former primary that was stopped or killed follows the new one; what only it had is cut off.
rejoin() {
	# A server that was promoted just now names its new time line only after a checkpoint; pg_rewind would take the old one.
	sql_at "$2" -d postgres -c checkpoint || return 1
	as_server "$server_bin/pg_rewind" --target-pgdata="$1/cluster" --write-recovery-conf \
		--source-server="host=$2/socket user=postgres dbname=postgres application_name=$(basename "$1")" \
		>"$work/rewind.log" 2>&1 || {
		sed 's/^/# /' "$work/rewind.log"
		return 1
	}
	"$server" --data "$1" start && until_true follows "$1"
}

# Every host, the first primary first.
replica_hosts() { echo "$primary/socket,$standby/socket"; }

clean_up() {
	local folder
	for folder in "$work"/*/; do
		[ ! -d "$folder/cluster" ] || "$server" --data "${folder%/}" stop >/dev/null 2>&1
	done
	rm -rf "$work"
}
