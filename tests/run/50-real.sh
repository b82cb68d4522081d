#!/usr/bin/env bash
# Eight real sittings through the meeting table: every vote of the scans by key
# script, all counts compared, outcomes compared with the recorded results.
#
#     50-real.sh            TAP
#     50-real.sh --report   the same, and a table of votes, agreements, keys, seconds (make real)
. "$(dirname "$0")/../lib/run.sh"
RATSTISCH_REAL=${RATSTISCH_DATA:-$TOP_SRCDIR/../shared/data}/real/magdeburg
export RATSTISCH_REAL
if [ ! -r "$RATSTISCH_REAL/registry.json" ]; then
	echo "1..0 # SKIP the folder of real records is not there (RATSTISCH_DATA)"
	exit 0
fi
report=${1:-}

"$server" --data "$work/server" start || exit 99
eval "$("$server" --data "$work/server" env)"
PGUSER=postgres "$RATSTISCH" init >/dev/null || exit 99
sql -f "$TOP_SRCDIR/tests/run/real/load.sql" <"$RATSTISCH_REAL/votes-outcome.csv" >/dev/null || exit 99
sql >/dev/null <<SQL || exit 99
select api.add_administrator('$PGUSER', 'Schriftführung');
insert into council.permission (account_id, role) select a.id, 'minute_taker' from council.account a where a.login = '$PGUSER';
-- Text as the script types it: '<' has a name, line ends are blanks.
create function real.typed(t text) returns text language sql
return replace(translate(left(t, 200), E'\n\r\t', '   '), '<', '<lt>');
SQL
is "$(sql -c "select count(*) || ' ' || (select count(*) from council.organization where classification = 'group') || ' ' || (select count(*) from council.meeting) from council.person")" \
	"59 8 8" "59 persons, 8 groups, 8 sittings"

[ -z "$report" ] || printf '# %-10s %6s %6s %9s %8s %8s\n' sitting votes equal outcomes keys seconds
for meeting in 1 2 3 4 5 6 7 8; do
	day=$(sql -c "select starts_at::date from council.meeting where id = $meeting")
	sql -v meeting=$meeting -f "$TOP_SRCDIR/tests/run/real/keys.sql" >"$work/keys"
	begin=$(date +%s.%N)
	"$RATSTISCH" --script "$work/keys" --size 120x40 table $meeting >"$work/out" 2>&1
	ok "$day: played"
	seconds=$(echo "$begin $(date +%s.%N)" | awk '{ printf "%.1f", $2 - $1 }')
	keys=$(sed -n 's/^\([0-9]*\) Tasten.*/\1/p' "$work/out")
	votes=$(sql -c "select count(*) from real.scan where meeting_id = $meeting")
	# The n-th vote of the ledger is the n-th of the scan.
	equal=$(sql -c "
		with ledger as (select row_number() over (order by e.seq) as ord, e.* from council.meeting_event e
			where e.meeting_id = $meeting and e.kind = 'vote')
		select count(*) from real.scan s join ledger l on l.ord = s.ord
		where s.meeting_id = $meeting and l.yes = s.yes and l.no = s.no and l.abstain = s.abstain and l.legal = 57
			and l.mode = 'rollcall'")
	is "$equal" "$votes" "$day: all $votes votes have the counts of the scan"
	is "$(sql -c "
		with ledger as (select row_number() over (order by e.seq) as ord, e.* from council.meeting_event e
			where e.meeting_id = $meeting and e.kind = 'vote'),
		voted as (select l.ord, p.person_id, substr(l.choices, p.nr::int, 1) as choice
			from ledger l, unnest(l.persons) with ordinality p (person_id, nr))
		select count(*) from voted v join real.member m on m.id = v.person_id
		join real.scan s on s.meeting_id = $meeting and s.ord = v.ord
		where v.choice <> coalesce(s.votes ->> m.scan_name, 'O')")" 0 "$day: every member's vote is the one of the scan"
	outcomes=$(sql -c "
		with ledger as (select row_number() over (order by e.seq) as ord, e.* from council.meeting_event e
			where e.meeting_id = $meeting and e.kind = 'vote'),
		pair as (select o.ergebnis, l.outcome, o.drucksache from real.outcome o
			join real.scan s on s.sitting = o.datum and s.agenda_number = o.top and s.reference = o.drucksache
				and s.yes = o.ja and s.no = o.nein and s.abstain = o.enthaltung
			join ledger l on l.ord = s.ord
			where s.meeting_id = $meeting and s.type <> 'Geschäftsordnung'
				and o.ergebnis in ('ungeändert beschlossen', 'geändert beschlossen', 'abgelehnt')
				-- an error of the source: 3:45, 'ungeändert beschlossen'
				and not (o.datum = '2022-11-10' and o.drucksache = 'DS0491/22' and o.ja = 3 and o.nein = 45))
		select count(*) filter (where (ergebnis = 'abgelehnt') = (outcome = 'rejected')) || '/' || count(*) from pair")
	compared=$((${compared:-0} + ${outcomes#*/}))
	is "${outcomes%/*}" "${outcomes#*/}" "$day: the computed outcome agrees with the recorded one ($outcomes)"
	"$RATSTISCH" check $meeting >/dev/null
	ok "$day: ledger and projections agree"
	"$RATSTISCH" minutes $meeting >"$work/minutes-$day.txt"
	ok "$day: minutes, $(wc -l <"$work/minutes-$day.txt") lines"
	[ -z "$report" ] || printf '# %-10s %6s %6s %9s %8s %8s\n' "$day" "$votes" "$equal" "$outcomes" "$keys" "$seconds"
done
is "$compared" "$(sql -c "select count(*) - 1 from real.outcome where ergebnis in ('ungeändert beschlossen', 'geändert beschlossen', 'abgelehnt')")" \
	"every vote with a recorded result was compared, but for the one error of the source"
done_testing
