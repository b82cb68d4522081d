#!/usr/bin/env bash
# The generated city: its size, its ledgers, that nothing is left undone by the way it is laid.
. "$(dirname "$0")/../lib/run.sh"
"$server" --data "$work/server" start || exit 99
eval "$("$server" --data "$work/server" env)"
PGUSER=postgres "$RATSTISCH" init >/dev/null || exit 99
sql -d postgres -c "create database bare template $PGDATABASE" -c "create database again template $PGDATABASE" >/dev/null || exit 99

PGUSER=postgres "$RATSTISCH" demo --scale 0,1 >/dev/null 2>&1
is $? 2 "a scale with a comma is refused"
for scale in 0 0.001 101 -1 1x x; do
	PGUSER=postgres "$RATSTISCH" demo --scale "$scale" >/dev/null 2>&1
	is $? 2 "so is $scale"
done
has "$("$RATSTISCH" demo --scale 0.01 2>&1)" "ratstisch" "who is no superuser gets a message"
is "$(sql -c 'select count(*) from council.body')" 0 "and nothing is laid"
PGUSER=postgres "$RATSTISCH" demo --scale 0.02 >/dev/null
ok "a fiftieth of the city is laid"
sql -c "select api.demo_account('$PGUSER')" >/dev/null
is "$(sql -c "select count(*) from council.meeting where state in ('closed', 'signed')")" 320 "with 32 meetings a year, ten years back"
is "$(sql -c "select count(*) from (select meeting_id from council.agenda_item group by meeting_id having count(*) not between 15 and 25) x")" 0 \
	"and 15 to 25 items each"
out=$(PGUSER=postgres "$RATSTISCH" demo --scale 0.02 2>&1)
is $? 1 "it is not laid twice"
has "$out" "enthält schon eine Kommune" "and says why"

# Every ledger is whole and in step with its projections, also by the program's own fold.
is "$(sql -c "select count(*) from council.meeting m, council.check_meeting(m.id) c where c.what <> 'ok'")" 0 "all ledgers agree with their projections"
wrong=
for meeting in $(sql -c "select id from council.meeting where state <> 'invited' and id % 29 = 0 order by id"); do
	"$RATSTISCH" check "$meeting" >/dev/null || wrong+=" $meeting"
done
is "$wrong" "" "so does the program's fold of a sample of them"
is "$(sql -c "select count(*) from council.minutes mi join council.meeting_event e on e.meeting_id = mi.meeting_id and e.seq = mi.last_seq
	where e.hash <> mi.head_hash or e.kind <> 'close'")" 0 "signatures cover the last event"
is "$(sql -c "select count(*) from council.meeting m where m.organizations <> array[m.organization_id]")" 0 "the copies of organizations are right"
is "$(sql -c "select count(*) from council.agenda_item i join council.meeting m on m.id = i.meeting_id where i.organizations <> m.organizations")" 0 \
	"those of items too"

# What was put aside while it was laid is back: indexes, triggers, numbers.
schema() {
	sql -d "$1" -c "select indexdef from pg_indexes where schemaname = 'council'
		union all select pg_get_triggerdef(oid) || tgenabled from pg_trigger where not tgisinternal
		union all select conrelid::regclass || ': ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'council'::regnamespace
		order by 1"
}
is "$(diff <(schema bare) <(schema "$PGDATABASE") | head -n 5)" "" "no index, trigger or constraint differs from a bare database"
is "$(sql -c "insert into council.location (body_id, name) values (1, 'Neu') returning id > 20")" t "new rows get new numbers"
is "$(sql -c "select count(*) from council.change where table_name = 'location'")" 1 "and stand in the journal of changes"

# The same number gives the same city.
digest() { sql -d "$1" -c "select md5(string_agg(h, '' order by h)) from (select encode(hash, 'hex') as h from council.meeting_event) x"; }
PGDATABASE=again PGUSER=postgres "$RATSTISCH" demo --scale 0.02 >/dev/null
is "$(digest again)" "$(digest "$PGDATABASE")" "laid again it has the same events"

# The program on it: a meeting to come is opened and voted in.
out=$("$RATSTISCH" --script - --size 120x40 --dump table 1 <<'KEYS' 2>&1
<Enter><Enter>
<Enter>e
@saved
@expect einstimmig
KEYS
)
ok "the meeting of the council is opened and a vote recorded"
"$RATSTISCH" check 1 >/dev/null
ok "and it agrees"
done_testing
