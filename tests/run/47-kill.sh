#!/usr/bin/env bash
# Killed at every step: the reference meeting of 25 items is played again and again, each time as a meeting of its own,
# and the program is killed -9 at another step of recording an event (before a write to the journal, in the middle of
# one, before its flush, before an event is sent, before the answer is read ...). Then it is started again. Whatever was
# confirmed on the screen must be in the ledger once, and nothing else but what was typed, in the order typed.
#
# POINTS: how many kills (default 208).
. "$(dirname "$0")/../lib/run.sh"
: "${POINTS:=208}" "${TOP_BUILDDIR:=$(dirname "$RATSTISCH")}"
fault=$TOP_BUILDDIR/tests/lib/fault.so
[ -f "$fault" ] || {
	echo "Bail out! $fault is missing: make check builds it"
	exit 99
}
start_database

# Meeting 1000+n is the reference meeting once more.
sql -v points="$POINTS" <<'SQL' >/dev/null
insert into council.meeting (id, body_id, organization_id, number, name, state, starts_at, location_id)
select 1000 + n, m.body_id, m.organization_id, 'P' || n, m.name, m.state, m.starts_at, m.location_id
from council.meeting m, generate_series(0, :points) n where m.id = 1;
insert into council.meeting_organization (meeting_id, organization_id)
select 1000 + n, o.organization_id from council.meeting_organization o, generate_series(0, :points) n
where o.meeting_id = 1 on conflict do nothing;
insert into council.agenda_item (meeting_id, number, position, title, public, origin, standard, reference, paper_title,
  proposed_text, rule, previous)
select 1000 + n, i.number, i.position, i.title, i.public, i.origin, i.standard, i.reference, i.paper_title,
  i.proposed_text, i.rule, i.previous
from council.agenda_item i, generate_series(0, :points) n where i.meeting_id = 1;
SQL

# What an event says, without the identifiers that differ from meeting to meeting.
sql -c "create view council.told as select e.meeting_id, e.seq, concat_ws(' ', e.kind, i.number, i.public, e.at, e.person_id,
  e.other_person_id, e.slot, e.mode, e.rule, e.outcome, e.flag, e.legal, e.entitled, e.present, e.yes, e.no, e.abstain,
  e.invalid, e.number, e.text, e.note, e.persons, e.choices, e.labels, e.counts) as said
  from council.meeting_event e left join council.agenda_item i on i.id = e.item_id"

# After each line a mark in the output: so far the screen has confirmed. Half of the runs type without waiting for the
# server, so that many events wait at once.
sed 's/$/\n@stamp line/' "$TOP_SRCDIR/tests/run/reference.keys" >"$work/wait.keys"
{
	echo '@hurry'
	cat "$work/wait.keys"
} >"$work/hurry.keys"

run() { # MEETING KEYS: with LD_PRELOAD and FAULT from the caller
	ASAN_OPTIONS="verify_asan_link_order=0:detect_leaks=0:${ASAN_OPTIONS:-}" "$RATSTISCH" --script "$2" --size 80x24 table "$1"
}

# --- without a fault: how many steps there are, and how many events after how many lines
LD_PRELOAD=$fault FAULT=count:$work/steps run 1000 "$work/wait.keys" >"$work/out.1000" 2>"$work/err.1000"
ok "the reference meeting runs through"
read -r steps writes <"$work/steps"
echo "# $steps steps, $writes writes to the journal"
[ "$steps" -ge "$POINTS" ]
ok "it has more steps than kills are wanted"
events=$(sql -c "select count(*) from council.told where meeting_id = 1000")

# Lines read so far -> events in the ledger, from a run that is looked at after each line.
: >"$work/map"
journal=$(find "$XDG_STATE_HOME" -name 'sitzung-1000.journal')
begin reference
lines=0
while IFS= read -r keys; do
	lines=$((lines + 1))
	say "$keys" "@dump $lines"
	seen "$lines" || break
	grep -c "^R1" "${journal%1000.journal}1.journal" >>"$work/map"
done <"$TOP_SRCDIR/tests/run/reference.keys"
finish
is "$(tail -n 1 "$work/map") $(wc -l <"$TOP_SRCDIR/tests/run/reference.keys")" "$events $lines" "events are counted line by line"

# --- killed
kill_at() { # N
	local keys=wait.keys fault_at
	[ $(($1 % 2)) -eq 0 ] || keys=hurry.keys
	if [ $(($1 % 8)) -eq 7 ]; then
		fault_at=torn:$((1 + $1 * (writes - 1) / POINTS))
	else
		fault_at=kill:$((1 + $1 * (steps - 1) / POINTS))
	fi
	LD_PRELOAD=$fault FAULT=$fault_at run $((1000 + $1)) "$work/$keys" >"$work/out.$1" 2>"$work/err.$1"
	echo $? >"$work/status.$1"
	# The clerk comes back.
	printf '@saved\n@dump back\n' | run $((1000 + $1)) - >"$work/back.$1" 2>&1
	echo $? >>"$work/status.$1"
}

half() { # REST
	local n
	for n in $(seq 1 "$POINTS"); do
		[ $((n % 2)) -ne "$1" ] || kill_at "$n"
	done
}
half 0 &
even=$!
half 1
wait "$even"

killed=$(grep -lx 137 "$work"/status.* | wc -l)
echo "# killed $killed times of $POINTS"
[ "$killed" -ge $((POINTS * 95 / 100)) ]
ok "the program was killed (a few faults lie behind the end of a run that had fewer steps)"
is "$(for n in $(seq 1 "$POINTS"); do tail -n 1 "$work/status.$n"; done | sort | uniq -c | tr -d ' ')" "${POINTS}0" "and started well each time after it"

# How many events the screen had confirmed at least.
for n in $(seq 1 "$POINTS"); do
	shown=$(grep -c '^--- line ' "$work/out.$n")
	confirmed=0
	[ "$shown" -eq 0 ] || confirmed=$(sed -n "${shown}p" "$work/map")
	echo "$((1000 + n)),$confirmed"
done >"$work/confirmed.csv"
sql -c "create table council.confirmed (meeting_id bigint, events bigint)" -c "\\copy council.confirmed from '$work/confirmed.csv' csv"
is "$(sql -c "select string_agg(c.meeting_id || ' has ' || (select count(*) from council.told t where t.meeting_id = c.meeting_id) || ' of ' || c.events, ', ')
  from council.confirmed c where (select count(*) from council.told t where t.meeting_id = c.meeting_id) < c.events")" "" "no confirmed event is lost"
is "$(sql -c "select string_agg(t.meeting_id || '/' || t.seq || ': ' || t.said, ', ') from council.told t
  left join council.told r on r.meeting_id = 1000 and r.seq = t.seq
  where t.meeting_id > 1000 and t.said is distinct from r.said")" "" "none is doubled, none stands in another place, nothing else is there"
echo "# $(sql -c "select 'confirmed ' || sum(c.events) || ', in the ledgers ' || (select count(*) from council.told where meeting_id > 1000) from council.confirmed c")"
is "$(sql -c "select string_agg(c.meeting_id || ': ' || l.what || ' ' || coalesce(l.detail, ''), ', ') from council.confirmed c, lateral api.check_ledger(c.meeting_id) l where l.what <> 'ok'")" "" \
	"every chain is whole, every projection equals its ledger"
faults=0
for n in $(seq 1 16 "$POINTS"); do
	"$RATSTISCH" check $((1000 + n)) >"$work/check" || faults=$((faults + 1))
done
is "$faults" 0 "the program's own fold agrees (every sixteenth)"

# --- the disk of the journal is full: nothing is confirmed, nothing is lost; with space again it goes on
reset_database
full() { LD_PRELOAD=$fault FAULT=full:$1 FAULT_SPACE=$work/space run 1 "$2"; }
begin_full() {
	rm -f "$work/full.in"
	mkfifo "$work/full.in"
	name=full
	full 8 "$work/full.in" >"$work/full.out" 2>"$work/full.err" 8>&- &
	pid=$!
	exec 8<>"$work/full.in"
}
count() { sql -c "select count(*) from council.meeting_event where meeting_id = 1"; }
begin_full
say '@now 2026-10-14T18:00' '<Enter><Enter>e' '@saved' '@dump before' '<Enter>' '@dump full'
seen full
has "$(since full)" "nichts wurde festgehalten" "a full disk is said at once"
has "$(since full)" ">     1 Eröffnung" "and the picture stays at what is recorded"
said=$(count)
say '-kra<Enter>' '@dump again'
seen again
has "$(since again)" "nichts wurde festgehalten" "each time"
has "$(since again)" "kra" "what was typed stays"
is "$(count)" "$said" "and nothing more is recorded"
touch "$work/space"
say '<Enter>' '<Enter>n3<Enter>' '@saved' '@dump space'
seen space
finish
ok "with space again the meeting goes on"
is "$said $(count)" "3 6" "and is recorded, with what stood in the line"
"$RATSTISCH" check 1 >/dev/null
ok "the chain is whole"
out=$(printf '@saved\n@dump x\n' | play)
ok "the journal can be read again"
lacks "$out" "beschädigt" "and is not damaged"
reset_database
out=$( (ulimit -f 1 && printf '%s\n@dump limit\n' '<Enter>' '<Enter>' 'e' '<Enter>' 'e' '<Enter>' 'e' | play))
has "$out" "nichts wurde festgehalten" "a limit on the size of files is no end of the program"
done_testing
