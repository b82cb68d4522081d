#!/usr/bin/env bash
# Whoever changes, takes out or puts in a row of the ledger behind the program's back (as superuser, triggers off) is
# found by the check, which names the first bad event. What is signed nobody changes but by an objection.
. "$(dirname "$0")/../lib/run.sh"
start_database
"$RATSTISCH" --script "$TOP_SRCDIR/tests/run/reference.keys" --size 80x24 table 1 >/dev/null 2>&1
last=$(sql -c "select max(seq) from council.meeting_event where meeting_id = 1")
[ "$last" -ge 50 ]
ok "the reference meeting has a ledger ($last events)"
"$RATSTISCH" check 1 >/dev/null
ok "it is whole"
# Without the constraints: what they refuse, somebody with all rights could still write.
sql >/dev/null <<'SQL'
create table council.kept as select * from council.meeting_event where meeting_id = 1;
do $$
declare
  c text;
begin
  for c in select conname from pg_constraint where conrelid = 'council.meeting_event'::regclass and contype in ('c', 'f') loop
    execute format('alter table council.meeting_event drop constraint %I', c);
  end loop;
end $$;
SQL

forge() { sql -c "set session_replication_role = replica" -c "$1" >/dev/null; }
again() { forge "delete from council.meeting_event where meeting_id = 1; insert into council.meeting_event select * from council.kept"; }
chain_anew() {
	forge "do \$\$
declare
  e council.meeting_event;
  last bytea := decode(repeat('00', 32), 'hex');
begin
  for e in select * from council.meeting_event where meeting_id = 1 order by seq loop
    e.prev_hash := last;
    last := council.event_hash(e);
    update council.meeting_event m set prev_hash = e.prev_hash, hash = last where m.meeting_id = 1 and m.seq = e.seq;
  end loop;
end \$\$"
}
first_bad() { "$RATSTISCH" check 1 2>&1 | awk -F '\t' '$1 == "chain" || $1 == "journal" { print $2; exit }'; }

# --- every column of one event, one after the other
columns=$(sql -c "select string_agg(attname, ' ' order by attnum) from pg_attribute
  where attrelid = 'council.meeting_event'::regclass and attnum > 0 and not attisdropped and attname not in ('meeting_id', 'received_at', 'prev_hash')")
vote=$(sql -c "select min(seq) from council.meeting_event where meeting_id = 1 and mode = 'count'")
wrong=
for column in $columns; do
	type=$(sql -c "select format_type(atttypid, null) from pg_attribute where attrelid = 'council.meeting_event'::regclass and attname = '$column'")
	case $column:$type in
	seq:*) value=1000 ;;
	kind:*) value="'mark'" ;;
	*:text | *:council.*) value="coalesce($column::text, '') || 'x'" ;;
	*:uuid) value="gen_random_uuid()" ;;
	*:bytea) value="sha256('x')" ;;
	*:boolean) value="$column is not true" ;;
	*:timestamp*) value="coalesce($column, now()) + interval '1 minute'" ;;
	*:date) value="current_date" ;;
	*'[]') value="array_append($column, null)" ;;
	*) value="coalesce($column, 0) + 1" ;;
	esac
	forge "update council.meeting_event set $column = $value where meeting_id = 1 and seq = $vote"
	found=$(first_bad)
	# A changed number leaves a hole: the event behind it is the first that is wrong.
	expected=$vote
	[ "$column" != seq ] || expected=$((vote + 1))
	[ "$found" = "$expected" ] || wrong="$wrong $column (found at '$found')"
	again
done
is "$wrong" "" "a change of any column of event $vote is found, and the event is named: $columns"

# --- taken out: the first, one in the middle, the last, the last five
wrong=
for seq in 1 2 20 $((last - 1)) "$last"; do
	forge "delete from council.meeting_event where meeting_id = 1 and seq = $seq"
	expected=$((seq + 1))
	[ "$seq" -ne "$last" ] || expected=$last
	found=$(first_bad)
	[ "$found" = "$expected" ] || wrong="$wrong $seq (found at '$found')"
	again
done
is "$wrong" "" "a row that was taken out is found, also the last one"
forge "delete from council.meeting_event where meeting_id = 1 and seq > $last - 5"
is "$(first_bad)" "$((last - 4))" "an end that was cut off: the journal of the machine that recorded names the first that is missing"
out=$(XDG_STATE_HOME=$work/other "$RATSTISCH" check 1)
has "$out" "projection" "on another machine the stored results betray it"
again

# --- put in: a copy behind the last, and one in the middle with everything behind it moved and hashed anew
forge "insert into council.meeting_event select (json_populate_record(e, json_build_object('event_id', gen_random_uuid(), 'seq', e.seq + 1))).*
  from council.meeting_event e where meeting_id = 1 and seq = $last"
is "$(first_bad)" "$((last + 1))" "a row put in behind the last is found"
again
forge "update council.meeting_event set seq = seq + 100000 where meeting_id = 1 and seq > 20;
insert into council.meeting_event select (json_populate_record(e, json_build_object('event_id', gen_random_uuid(), 'seq', 21))).*
from council.meeting_event e where meeting_id = 1 and seq = 20;
update council.meeting_event set seq = seq - 100000 + 1 where meeting_id = 1 and seq > 100000"
chain_anew
out=$("$RATSTISCH" check 1)
isnt=$?
is "$isnt" 1 "a forged ledger with a new chain over all of it does not pass"
echo "$out" | sed 's/^/# /' | head -n 3
again
forge "update council.meeting_event set yes = yes + 1, no = no - 1 where meeting_id = 1 and seq = $vote"
chain_anew
sql -c "select council.rebuild_projections(1)" >/dev/null
lacks "$("$RATSTISCH" check 1)" "chain" "a vote changed, the chain and all results made anew: the database alone is in itself without fault"
is "$(first_bad)" "$vote" "the journal names the event"
again
sql -c "select council.rebuild_projections(1)" >/dev/null

# --- signed: nobody but an objection
psql -Xq -c "select api.sign_minutes(1, 'Erika Muster', 'Max Schrift')" >/dev/null
"$RATSTISCH" check 1 >/dev/null
ok "signed, and whole"
wrong=
for role in postgres "$(id -un)" schriftfuehrung verwaltung leserin gast; do
	for statement in "update council.meeting_event set text = 'x' where meeting_id = 1 and seq = 5" \
		"delete from council.meeting_event where meeting_id = 1 and seq = 5" "truncate council.meeting_event cascade" \
		"update council.minutes set chair = 'x' where meeting_id = 1" "delete from council.minutes where meeting_id = 1"; do
		PGUSER=$role psql -Xq -v ON_ERROR_STOP=1 -c "$statement" >/dev/null 2>&1 && wrong="$wrong $role: $statement;"
	done
done
is "$wrong" "" "no role changes or removes what is signed, not even the owner"
out=$(printf '%s\n' 'm' '@dump x' | play)
has "$out" "unterschrieben" "the table refuses too"
forge "update council.vote_event set yes = yes - 1 where meeting_id = 1 and yes > 1"
has "$("$RATSTISCH" check 1)" "vote_event" "changed results are found"
sql -c "select council.rebuild_projections(1)" >/dev/null
forge "delete from council.meeting_event where meeting_id = 1 and seq = $last"
XDG_STATE_HOME=$work/other "$RATSTISCH" check 1 | grep -q "^chain"
ok "the signature keeps the end: cut off, it is found on every machine"
done_testing
