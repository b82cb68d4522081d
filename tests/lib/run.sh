# For the tests of the whole program: a private PostgreSQL of the test's own,
# the demonstration municipality, and TAP. Sourced by tests/run/*.sh.
#
# RATSTISCH, TOP_SRCDIR come from make; by hand: RATSTISCH=build/ratstisch.

set -u
: "${TOP_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${RATSTISCH:=$TOP_SRCDIR/build/ratstisch}"
server=$TOP_SRCDIR/tools/ratstisch-server
tests=0 failures=0

work=$(mktemp -d /tmp/ratstisch-test.XXXXXX)
chmod 755 "$work"
: "${RATSTISCH_LOCALEDIR:=$(dirname "$RATSTISCH")/po}"
export RATSTISCH_LOCALEDIR
export XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/config LANGUAGE=de NO_COLOR=1
export LC_ALL=C.UTF-8 # what is put out is compared: not in the terminal's encoding
export PGTZ=Europe/Berlin TZ=Europe/Berlin
unset PGHOST PGPORT PGDATABASE PGUSER PGSERVICE PGOPTIONS 2>/dev/null

clean_up() {
	"$server" --data "$work/server" stop >/dev/null 2>&1
	rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

# ok DESCRIPTION: by the exit status of the command before it.
ok() {
	status=$?
	tests=$((tests + 1))
	if [ "$status" -eq 0 ]; then
		echo "ok $tests - $1"
	else
		failures=$((failures + 1))
		echo "not ok $tests - $1"
	fi
}

# is GOT WANTED DESCRIPTION
is() {
	[ "$1" = "$2" ]
	ok "$3"
	[ "$1" = "$2" ] || printf '# got:    %s\n# wanted: %s\n' "$(printf '%s' "$1" | tr '\n' '~')" "$(printf '%s' "$2" | tr '\n' '~')"
}

# has TEXT PATTERN DESCRIPTION; lacks likewise
has() {
	printf '%s' "$1" | grep -qF -- "$2"
	ok "$3"
	printf '%s' "$1" | grep -qF -- "$2" || printf '%s\n' "$1" | head -n 40 | sed 's/^/# /'
}

lacks() {
	! printf '%s' "$1" | grep -qF -- "$2"
	ok "$3"
}

done_testing() {
	echo "1..$tests"
	[ "$failures" -eq 0 ]
}

# A program that is fed line by line: begin, say LINES..., seen NAME (waits for the dump of that name).
begin() { # NAME ARGUMENTS...
	name=$1
	shift
	rm -f "$work/$name.in"
	mkfifo "$work/$name.in"
	"$RATSTISCH" --script "$work/$name.in" --size 80x24 --now 2026-10-14T18:00 "$@" table 1 >"$work/$name.out" 2>"$work/$name.err" 8>&- &
	pid=$!
	exec 8<>"$work/$name.in" # both ends: never blocks, not even when the program is gone already
}

say() { printf '%s\n' "$@" >&8; }

# since NAME: what it has put out from that dump on.
since() { sed -n "/^--- $1 ---\$/,\$p" "$work/$name.out"; }

seen() {
	for _ in $(seq 600); do
		grep -q -- "^--- $1 ---$" "$work/$name.out" && return 0
		kill -0 "$pid" 2>/dev/null || return 1
		read -r -t 0.05 _ <>"$work/never" || true
	done
	return 1
}

# Its input ends; the exit status is the program's.
finish() {
	exec 8>&-
	wait "$pid"
}

# until_true COMMAND...: tries again for half a minute at most.
until_true() {
	for _ in $(seq 600); do
		"$@" && return 0
		read -r -t 0.05 _ <>"$work/never" || true
	done
	return 1
}
mkfifo "$work/never"

sql() {
	PGUSER=postgres psql -XqAt -v ON_ERROR_STOP=1 "$@"
}

# The server, the schema and Musterstadt; the caller is its administrator and minute-taker. without_fees=yes: Musterstadt without
# its fee data.
start_database() {
	"$server" --data "$work/server" start || exit 99
	eval "$("$server" --data "$work/server" env)"
	PGUSER=postgres "$RATSTISCH" init >/dev/null || exit 99
	PGUSER=postgres "$RATSTISCH" demo >/dev/null || exit 99
	sql -c "select api.demo_account('$PGUSER')" >/dev/null || exit 99
	[ -z "${without_fees-}" ] || sql -f "$TOP_SRCDIR/tests/lib/no_fees.sql" >/dev/null || exit 99
	sql -d postgres -c "create database musterstadt template $PGDATABASE" >/dev/null || exit 99
}

# The demonstration as it was at the beginning, journals included.
reset_database() {
	sql -d postgres -c "drop database $PGDATABASE with (force)" -c "create database $PGDATABASE template musterstadt" >/dev/null
	rm -rf "$XDG_STATE_HOME"
}

# play ARGUMENTS: a script from standard input at 80x24 on the meeting table of the demonstration.
play() {
	"$RATSTISCH" --script - --size 80x24 --now 2026-10-14T18:00 "$@" table 1 2>&1
}
