#!/bin/sh
# Runs the tests of the database against a private server in a temporary folder: install, demonstration,
# pgTAP files, queries, upgrade. Writes TAP; the exit status is not 0 when anything fails.
set -u
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
# Where the user postgres can go when root runs this.
work=$(mktemp -d /tmp/ratstisch-sql-XXXXXX)
chmod 755 "$work"
server="$top/tools/ratstisch-server --data $work/server"
clean_up() {
	$server stop >/dev/null 2>&1
	rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 1' INT TERM

bail() {
	echo "Bail out! $1"
	[ -s "$work/log" ] && sed 's/^/# /' "$work/log"
	exit 1
}

$server start >"$work/log" 2>&1 || bail "the private server does not start"
eval "$($server env)"
PGUSER=postgres
PGOPTIONS='-c client_min_messages=warning'
RATSTISCH_TOP=$top
export PGUSER PGOPTIONS RATSTISCH_TOP
psql -Xq -v ON_ERROR_STOP=1 -f "$top/sql/install.sql" >"$work/log" 2>&1 || bail "install.sql"
psql -Xq -v ON_ERROR_STOP=1 -f "$top/sql/demo/demo.sql" >"$work/log" 2>&1 || bail "demo.sql"
psql -Xq -v ON_ERROR_STOP=1 -c 'create extension pgtap' >"$work/log" 2>&1 || bail "pgTAP is missing"

# Each part is one line of the outer TAP, its own lines indented.
number=0
failed=0
part() {
	title=$1
	shift
	number=$((number + 1))
	if "$@" >"$work/log" 2>&1; then
		result=ok
	else
		result='not ok'
		failed=$((failed + 1))
	fi
	sed 's/^/    /' "$work/log"
	echo "$result $number - $title"
}

for file in "$here"/[0-9]*.sql; do
	part "$(basename "$file")" pg_prove --quiet --failures "$file"
done
for script in queries upgrade notify parallel parallel_fees server; do
	part "$script.sh" sh "$here/$script.sh"
done
echo "1..$number"
[ $failed -eq 0 ]
