#!/bin/sh
# A fresh install and an upgraded baseline give the same database: baseline/version-1.sql, then every later
# migration, then the repeatable files, as `ratstisch upgrade` does it; both are compared by pg_dump.
# Needs PGHOST and a superuser as PGUSER. Writes TAP.
set -u
here=$(cd "$(dirname "$0")" && pwd)
sql=$(cd "$here/../../sql" && pwd)
work=$(mktemp -d)
PGOPTIONS='-c client_min_messages=warning'
export PGOPTIONS
run() {
	psql -Xq -v ON_ERROR_STOP=1 "$@" >>"$work/log" 2>&1
}
clean_up() {
	run -d postgres -c 'drop database if exists upgrade_fresh' -c 'drop database if exists upgrade_old'
	rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 1' INT TERM
fail() {
	echo "not ok 1 - $1"
	sed 's/^/# /' "$work/log"
	echo "1..1"
	exit 1
}

# What differs by nature: the random key of newer pg_dump versions, the moment of an install, the journal.
dump() {
	pg_dump -d "$1" --rows-per-insert=100 --exclude-table-data=council.change |
		sed -e '/^\\restrict/d' -e '/^\\unrestrict/d' -e '/^-- Dumped/d' \
			-e "s/'20[0-9-]* [0-9:.]*[+-][0-9]*'/'moment'/g"
}

run -d postgres -c 'drop database if exists upgrade_fresh' -c 'drop database if exists upgrade_old' \
	-c 'create database upgrade_fresh' -c 'create database upgrade_old' || fail "the databases are made"
run -d upgrade_fresh -f "$sql/install.sql" || fail "a fresh install"
run -d upgrade_old -f "$sql/roles.sql" -f "$here/baseline/version-1.sql" || fail "the baseline of version 1"

# One transaction: migrations in their order, then functions, views and policies.
{
	echo 'begin;'
	for file in "$sql"/migrations/[0-9]*.sql; do
		echo "\\i $file"
	done
	sed -n 's#^\\ir \(\(functions\|views\|policies\)/.*\)#\\i '"$sql"'/\1#p' "$sql/install.sql"
	echo 'commit;'
} >"$work/upgrade.sql"
run -d upgrade_old -f "$work/upgrade.sql" || fail "the upgrade"
echo "ok 1 - the baseline is upgraded"

dump upgrade_fresh >"$work/fresh"
dump upgrade_old >"$work/old"
status=0
if [ -s "$work/fresh" ] && diff -u "$work/fresh" "$work/old" >"$work/diff"; then
	echo "ok 2 - install and upgrade give the same database"
else
	echo "not ok 2 - install and upgrade give the same database"
	sed 's/^/# /' "$work/diff" | head -40
	status=1
fi

# The repeatable files can be applied again, with the same end.
{
	echo 'begin;'
	sed -n 's#^\\ir \(\(functions\|views\|policies\)/.*\)#\\i '"$sql"'/\1#p' "$sql/install.sql"
	echo 'commit;'
} >"$work/again.sql"
if run -d upgrade_fresh -f "$work/again.sql" && dump upgrade_fresh | cmp -s - "$work/fresh"; then
	echo "ok 3 - the repeatable files can be repeated"
else
	echo "not ok 3 - the repeatable files can be repeated"
	status=1
fi

last=$(psql -XtA -d upgrade_fresh -c 'select max(version) from council.schema_version')
count=$(ls "$sql"/migrations/[0-9]*.sql | wc -l)
if [ "$last" -eq $((count + 1)) ]; then
	echo "ok 4 - the version is the number of the last migration"
else
	echo "not ok 4 - the version is the number of the last migration"
	status=1
fi
echo "1..4"
exit $status
