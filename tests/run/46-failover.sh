#!/usr/bin/env bash
# Fail-over in the middle of a meeting: the primary dies, the standby is promoted, the program finds it by itself
# and brings what that one does not have. See doc/betrieb.md for how the servers are set up.
. "$(dirname "$0")/../lib/run.sh"
. "$(dirname "$0")/../lib/replica.sh"
start_database
start_standby
ok "a standby follows the primary"

first=$PGHOST
on_standby() { sql_at "$standby" -d "$PGDATABASE" -c "$1"; }
count_on() { sql_at "$1" -d "$PGDATABASE" -c "select count(*) from council.meeting_event where meeting_id = 1"; }

# From now on the standby receives nothing more: what the primary confirms is on its disk alone.
stop_receiving() {
	sql_at "$standby" -d postgres -c "alter system set primary_conninfo = ''" -c "select pg_reload_conf()" >/dev/null
	until_true sql_says "$standby" 0 "select count(*) from pg_stat_wal_receiver"
}

# --- not synchronous: confirmed events are lost with the primary's disk, and come back from the journal
PGHOST=$(replica_hosts) begin clerk
say '<Enter><Enter>e<Enter>n3<Enter>' '@saved' '@dump begun'
seen begun
ok "the meeting runs on the primary, with both hosts in the settings"
# Somebody follows all the time, on whichever server there is.
printf '%s\n' '@await TOP 6' '@dump end' >"$work/reader.keys"
XDG_STATE_HOME=$work/other PGHOST=$(replica_hosts) "$RATSTISCH" --script "$work/reader.keys" --size 80x24 table 1 \
	>"$work/reader.out" 2>"$work/reader.err" &
reader=$!
caught_up
is "$(count_on "$standby")" 5 "the standby has five events"
stop_receiving
say '<Enter>e' '-kra<Enter>' '@saved' '@dump alone'
seen alone
is "$(count_on "$primary") $(count_on "$standby")" "8 5" "three more are confirmed by the primary alone"
kill_server "$primary"
say '<Enter>E2<Enter>' 'm' '@dump away'
seen away
has "$(since away)" "OHNE SERVER, 3 warten" "the primary is dead, the clerk goes on"
promote
ok "the standby is promoted"
say '@saved' '@dump found'
seen found
has "$(since found)" "alles gespeichert" "the program has found it by itself"
is "$(count_on "$standby")" 11 "eleven events: what the first had confirmed alone, and what was typed meanwhile"
say '<Enter>e<Enter>k' '@saved' '@dump on'
seen on
finish
ok "and the meeting goes on"
wait "$reader"
is "$? $(grep -c "einstimmig" "$work/reader.out" | sed 's/[1-9][0-9]*/some/')" "0 some" "the reader has found the new server too and followed"
PGHOST=$standby/socket "$RATSTISCH" check 1 >/dev/null
ok "the chain is whole, the projections agree"
is "$(on_standby "select string_agg(kind, ' ' order by seq) from council.meeting_event where meeting_id = 1 and seq between 6 and 11")" \
	"item_call vote depart item_call vote mark" "in the order in which they were typed"

# --- two clerks: what the first recorded before it gave the pen away is missing on the new server, and both learn of it
# (written into the ledger of one server and not of the other, as a fail-over leaves it)
rm -rf "$XDG_STATE_HOME" "$work/other"
PGHOST=$standby/socket begin second
say '@saved' '@dump open'
seen open
printf '%s\n' 'P<Enter>' 'm' '@saved' | XDG_STATE_HOME=$work/other PGHOST=$standby/socket "$RATSTISCH" --script - --size 80x24 --now 2026-10-14T18:00 table 1 >/dev/null 2>&1
say '@await offen: TOP 6' '@dump told'
seen told
lost=$(count_on "$standby")
sql_at "$standby" -d "$PGDATABASE" -c "set session_replication_role = replica; delete from council.meeting_event where meeting_id = 1 and seq = $lost" \
	-c "set session_replication_role = origin; select council.rebuild_projections(1)" \
	-c "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'ratstisch'" >/dev/null
say '@await 1 Ereignisse anderer' '@dump missing'
seen missing
finish
has "$(since missing)" "1 Ereignisse anderer hat dieser Server nicht" "a clerk learns that events of another are missing"
printf '@saved\n' | XDG_STATE_HOME=$work/other PGHOST=$standby/socket "$RATSTISCH" --script - --size 80x24 --now 2026-10-14T18:00 table 1 >/dev/null 2>&1
is "$(count_on "$standby")" "$lost" "that other's terminal brings them back"

# --- the former primary comes back as standby and gets all of it
rejoin "$primary" "$standby"
ok "the former primary follows the new one"
caught_up "$primary" "$standby"
is "$(count_on "$primary")" "$(count_on "$standby")" "it has the same events"

# --- synchronous: what is confirmed is on two disks; nothing has to come back
synchronous "$standby"
ok "the new primary waits for its standby with every commit"
rm -rf "$XDG_STATE_HOME"
sql_at "$standby" -d "$PGDATABASE" -c "update council.pen set until = now()" >/dev/null
before=$(count_on "$standby")
PGHOST=$(replica_hosts) begin clerk
say 'P' '<Enter>e' '@saved' '@dump begun'
seen begun
confirmed=$(count_on "$standby")
[ "$confirmed" -gt "$before" ]
ok "votes are taken"
kill_server "$standby"
is "$(count_on "$primary")" "$confirmed" "what was confirmed is on the standby"
promote "$primary"
not_synchronous "$primary"
say '@saved' '<Enter>k' '@saved' '@dump on'
seen on
finish
ok "the meeting goes on"
PGHOST=$first "$RATSTISCH" check 1 >/dev/null
ok "the chain is whole, the projections agree"
done_testing
