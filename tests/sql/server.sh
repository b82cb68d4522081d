#!/bin/sh
# The private server: first and second start, two starters at once, long paths, env, other roles, stop.
# Makes servers of its own in temporary folders. Writes TAP.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
tool=$top/tools/ratstisch-server
work=$(mktemp -d /tmp/ratstisch-server-XXXXXX)
chmod 755 "$work"
long=$work/$(printf 'ein sehr langer Ordner mit Leerzeichen %0100d' 1)
number=0
failed=0
clean_up() {
	"$tool" --data "$work/one" stop >/dev/null 2>&1
	"$tool" --data "$long" stop >/dev/null 2>&1
	eval "$("$tool" --data "$long" env)"
	rm -rf "$work"
	rmdir "$PGHOST" 2>/dev/null
}
trap clean_up EXIT
trap 'exit 1' INT TERM
# check TITLE COMMAND...
check() {
	title=$1
	shift
	number=$((number + 1))
	if "$@" >"$work/log" 2>&1; then
		echo "ok $number - $title"
	else
		echo "not ok $number - $title"
		failed=$((failed + 1))
		sed 's/^/# /' "$work/log"
	fi
}
refused() {
	! "$@"
}
says() {
	wanted=$1
	shift
	"$@" 2>&1 | grep -q -- "$wanted"
}

check "stopped before it is there" says stopped "$tool" --data "$work/one" status
check "status says so to a shell" sh -c '"$1" --data "$2" status; [ $? -eq 3 ]' sh "$tool" "$work/one"
"$tool" --data "$work/one" start >"$work/first" 2>&1 &
first=$!
check "of two starters at once the second succeeds" "$tool" --data "$work/one" start
check "and the first" wait $first
check "it runs" says running "$tool" --data "$work/one" status
check "a start while it runs succeeds" "$tool" --data "$work/one" start
eval "$("$tool" --data "$work/one" env)"
check "the caller logs in without a password" psql -XqtAw -c 'select 1'
check "and has no rights" says f psql -XqtAw -c 'select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls from pg_roles where rolname = current_user'
check "it does not listen on the network" says '^$' psql -XqtAw -c 'show listen_addresses'
check "writes reach the disk" says on psql -XqtAw -c 'show fsync'
check "German sorting" says '^Ä$' psql -XqtAw -c "select min(x) from unnest(array['Z', 'Ä']) x"
check "the superuser by psql" says '^t$' "$tool" --data "$work/one" psql -XqtA -c 'select rolsuper from pg_roles where rolname = current_user'
check "another role is not open" refused psql -XqtAw -U somebody -c 'select 1'
"$tool" --data "$work/one" psql -Xq -c 'create role somebody login'
check "until it is allowed" "$tool" --data "$work/one" allow somebody
check "then it is" psql -XqtAw -U somebody -c 'select 1'
check "a role name is checked" refused "$tool" --data "$work/one" allow 'some body'
check "a long path with blanks" "$tool" --data "$long" start
eval "$("$tool" --data "$long" env)"
check "has a short socket" test ${#PGHOST} -le 80
check "and works" psql -XqtAw -c 'select 1'
check "stop" "$tool" --data "$work/one" stop
check "stop again" "$tool" --data "$work/one" stop
check "it is stopped" says stopped "$tool" --data "$work/one" status
check "and starts again" "$tool" --data "$work/one" start
check "an unknown command is refused" refused "$tool" --data "$work/one" dance
check "so is a folder that cannot be" says hint "$tool" --data /dev/null/x start
echo "1..$number"
[ $failed -eq 0 ]
