#!/bin/sh
# Payments and commits at the same time, all waiting for the same municipality before the first may go: nothing is paid twice, and of
# two runs that count the same only one is committed. In a copy of the demonstration. Writes TAP.
set -u
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
origin=${PGDATABASE:-postgres}
PGOPTIONS='-c client_min_messages=warning'
export PGOPTIONS
clean_up() {
	exec 3>&-
	psql -Xq -d postgres -c 'drop database if exists parallel_fees with (force)'
	rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 1' INT TERM
psql -Xq -d postgres -c 'drop database if exists parallel_fees with (force)' -c "create database parallel_fees template \"$origin\"" || exit 1
PGDATABASE=parallel_fees
export PGDATABASE
# Two dry runs that have the same difference, as two months calculated at the same time have.
{
	cat "$here/lib/fees.sql"
	for run in 910 911; do
		echo "insert into council.fee_run (id, body_id, period, calculated, created_by) values ($run, 1,"
		echo "daterange('2027-01-01'::date + ($run - 910) * 31, '2027-02-01'::date + ($run - 910) * 28), '[2026-01-01,2027-03-01)', 'sitzungsgeld');"
		echo "insert into council.fee_run_statute (run_id, statute_id) values ($run, 900);"
		echo "select pg_temp.add_item($run, 2, 902, 'meeting', '2026-10-20', 25.50);"
	done
} >"$work/facts.sql"
psql -XqAt -v ON_ERROR_STOP=1 -f "$work/facts.sql" >"$work/log" 2>&1 || sed 's/^/# /' "$work/log"
ask() { psql -XqAt -c "$1"; }

# Somebody holds the municipality until all workers wait for it.
at_once() { # one statement a line: ROLE STATEMENT
	mkfifo "$work/hold"
	psql -XqAt <"$work/hold" >"$work/held" 2>&1 &
	exec 3>"$work/hold"
	echo 'begin; select id from council.body where id = 1 for update;' >&3
	until [ "$(cat "$work/held")" = 1 ]; do :; done
	workers=0
	rm -f "$work"/*.out
	while read -r role statement; do
		workers=$((workers + 1))
		psql -XqAt -v VERBOSITY=sqlstate -c "set role $role" -c "$statement" >"$work/$workers.out" 2>&1 </dev/null 3>&- &
	done
	until [ "$(ask "select count(*) from pg_stat_activity where datname = 'parallel_fees' and wait_event_type = 'Lock'")" = $workers ]; do :; done
	echo 'commit;' >&3
	exec 3>&-
	wait
	rm "$work/hold"
}
number=0
status=0
check() { # DESCRIPTION GOT WANTED
	number=$((number + 1))
	if [ "$2" = "$3" ]; then
		echo "ok $number - $1"
	else
		echo "not ok $number - $1"
		echo "# got '$2', want '$3'"
		head -n 3 "$work"/*.out | sed 's/^/# /'
		status=1
	fi
}
refusals() { cat "$work"/*.out | sed -n 's/^ERROR:  //p' | sort | tr '\n' ' '; }

before=$(ask "select sum(amount) from council.fee_due")
at_once <<SQL
kasse select count(*) from api.make_payment(1, '', council.today(), 'pain.001.001.09')
kasse select count(*) from api.make_payment(1, '', council.today(), 'pain.001.001.09')
kasse select count(*) from api.make_payment(1, '', council.today(), 'pain.001.001.03')
SQL
check "one of three payments pays, two have nothing left to pay" "$(refusals)" "RT015 RT015 "
check "one file" "$(ask "select count(*) || ' ' || sum(total) from council.fee_file")" "1 1573.10"
check "each due has one settlement, and the sums agree" "$(ask "select sum(d.amount) = (select sum(s.amount) from council.fee_settlement s) from council.fee_due d
	where d.settlement_id is not null")" t
check "no due is lost" "$(ask "select sum(amount) from council.fee_due")" "$before"

at_once <<SQL
sitzungsgeld select api.commit_run(910)
sitzungsgeld select api.commit_run(911)
kasse select api.commit_run(910)
kasse select api.commit_run(911)
SQL
check "one of four commits counts, the others are outdated or done" "$(refusals)" "RT012 RT012 RT012 "
check "the difference is owed once" "$(ask "select count(*) || ' ' || sum(amount) from council.fee_due where run_id in (910, 911)")" "1 25.50"
check "one run is committed" "$(ask "select count(*) from council.fee_run where id in (910, 911) and state = 'committed'")" 1

# Who sees one picture for the whole transaction would not see what the others did.
for level in 'repeatable read' serializable; do
	check "$level: refused" "$(psql -XqAt -v VERBOSITY=sqlstate -c "begin isolation level $level; set local role sitzungsgeld; select api.commit_run(910)" 2>&1)" "ERROR:  25000"
	check "$level: payments too" "$(psql -XqAt -v VERBOSITY=sqlstate -c "begin isolation level $level; set local role kasse;
		select * from api.make_payment(1, '', council.today(), 'pain.001.001.09')" 2>&1)" "ERROR:  25000"
done
echo "1..$number"
exit $status
