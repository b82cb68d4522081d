#!/usr/bin/env bash
# What was confirmed stays: server gone and back, program killed, two programs on one meeting.
. "$(dirname "$0")/../lib/run.sh"
. "$(dirname "$0")/../lib/replica.sh"
start_database

count() { sql -c "select count(*) from council.meeting_event where meeting_id = 1"; }
whole() { "$RATSTISCH" check 1 >/dev/null; }

# --- the server goes away in the middle of votes and comes back
begin clerk
say '<Enter><Enter>e' '<Enter>n3<Enter>' '@saved' '@dump before'
seen before
ok "the meeting runs"
is "$(count)" 5 "five events on the server"
"$server" --data "$work/server" stop
say '<Enter>e' '<Enter>n5<Enter>' '-kra<Enter>' '@dump away'
seen away
ok "the clerk goes on without a server"
has "$(cat "$work/clerk.out")" "OHNE SERVER" "the status line says so"
has "$(cat "$work/clerk.out")" "5 warten" "and how many events wait"
"$server" --data "$work/server" start
say '@saved' '@dump back'
seen back
ok "everything is delivered when the server is back"
finish
ok "the program ends well"
is "$(count)" 10 "ten events, none lost, none doubled"
whole
ok "the chain is whole and the projections agree"

# --- the program is killed while events wait; the next one delivers them
reset_database
begin killed
say '<Enter><Enter>e' '@saved' '@dump running'
seen running
"$server" --data "$work/server" stop
say '<Enter>e' '<Enter>E2<Enter>' '@dump confirmed'
seen confirmed
kill -9 "$pid"
wait "$pid" 2>/dev/null
exec 8>&-
"$server" --data "$work/server" start
is "$(count)" 3 "three events on the server after the kill"
out=$(printf '@saved\n@dump again\n' | play)
is "$(count)" 7 "the four that were confirmed on this disk are delivered by the next start"
has "$out" "TOP 3" "the clerk stands where he was"
whole
ok "the chain is whole"

# --- a torn line at the end of the journal was never confirmed
journal=$(find "$XDG_STATE_HOME" -name '*.journal')
is "$(stat -c %a "$journal")" 600 "the journal is private"
printf 'E1\ttorn' >>"$journal"
out=$(printf 'm\n@saved\n' | play)
is "$(count)" 8 "a torn line is cut off, the next event is kept"
sed -i '2s/./X/' "$journal"
out=$(printf '@dump x\nm\n' | play)
has "$out" "beschädigt" "a changed line in the middle is refused and named"
is "$(count)" 8 "and nothing is written over it"

# --- two programs, one meeting: the second reads, takes the pen over, both see it
other() { XDG_STATE_HOME=$work/other "$RATSTISCH" --script - --size 80x24 --now 2026-10-14T18:10 table 1 2>&1; }
reset_database
begin first
say '<Enter><Enter>e' '@saved' '@dump running'
seen running
out=$(printf '@expect liest\ne\n' | other)
is "$(count)" 3 "a second program does not write"
out=$(printf 'P\n@expect Stift übernehmen?\n<Enter>\n<Enter>e\n@saved\n@dump taken\n' | other)
is "$(sql -c "select count(*) from council.meeting_event where meeting_id = 1 and kind = 'pen'")" 1 "taking over the pen is asked, and stands in the ledger"
is "$(count)" 6 "and then it writes"
say '@dump told' 'v' '@dump late'
seen late
ok "the first goes on"
told=$(since told)
has "$told" "TOP 2" "it has followed what the second recorded"
has "$told" "hat den Stift übernommen" "it sees who took the pen"
is "$(count)" 6 "and writes nothing"
say 'P' '<Enter>e' '@saved' '@dump back'
seen back
is "$(count)" 8 "the pen that was put down is taken again, and it writes"
finish
whole
ok "the chain is whole"

# --- the line of the first is cut; the second takes the pen and records; what the first had typed is shown for decision
reset_database
line=$work/line
ln -s "$PGHOST" "$line"
cut_line() {
	rm "$line"
	sql -c "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'ratstisch'" >/dev/null
}
PGHOST=$line begin first
say '<Enter><Enter>e' '@saved' '@dump running'
seen running
cut_line
say '<Enter>e' '<Enter>n5<Enter>' '-kra<Enter>' '@dump away'
seen away
has "$(cat "$work/first.out")" "5 warten" "five events wait"
out=$(printf 'P<Enter><Enter>e\n@saved\n' | other)
is "$(count)" 6 "meanwhile the second took the pen and recorded"
ln -s "$PGHOST" "$line"
say '@saved' '@dump returned'
seen returned
returned=$(since returned)
has "$returned" "5 ZURÜCKGESTELLT" "the first returns: its five events are held"
has "$returned" "TOP 2" "and it shows what the ledger says"
is "$(count)" 6 "nothing of them was written"
say 'H' '@dump held' '<Esc>U' '@dump events' '<Esc>'
seen events
held=$(sed -n '/^--- held/,/^--- events/p' "$work/first.out")
has "$held" "inzwischen hat" "the list says why"
has "$held" "Krämer geht" "and what it is"
has "$(since events)" "zurückgestellt, nicht im Sitzungsbuch" "the list of events names them too"
finish
has "$(cat "$work/first.err")" "5 Ereignisse warten im Sitzungsjournal" "the program says at its end that they wait"
# decided by the next program of the same clerk
out=$(printf '@expect 5 ZURÜCKGESTELLT\nH\n@dump list\n<Enter>\n@dump wrong\nx\n@dump sure\nx\n@expect (4)\n<Down><Down>x<Esc>\n@expect 4 ZUR\nH<Down><Down><Down><Enter>\n@saved\n@dump entered\n' | play)
has "$(sed -n '/^--- wrong/,/^--- sure/p' <<<"$out")" "nicht" "an event that does not fit any more is not entered"
has "$(sed -n '/^--- sure/,$p' <<<"$out")" "Noch einmal x" "discarding is asked"
is "$(sql -c "select kind, p.family_name from council.meeting_event e join council.person p on p.id = e.person_id where e.meeting_id = 1 order by seq desc limit 1")" "depart|Krämer" "the one that was entered is in the ledger"
is "$(count)" 7 "only that one"
out=$(printf 'Hxxxxxx\n@refuse ZURÜCKGESTELLT\nH\n@expect Nichts ist zurückgestellt\nU\n@expect verworfen, nicht im\n' | play)
is $? 0 "the others are discarded, and stay in the list of events"
grep -q "^D " "$XDG_STATE_HOME"/ratstisch/*/sitzung-1.journal
ok "and in the journal"
whole
ok "the chain is whole"

# --- the pen goes away in the middle of a sentence: it can be written to its end, and is kept
reset_database
begin first
say '<Enter><Enter>' '@saved' 'iMein Satz' '@dump writing'
seen writing
printf 'P<Enter>m\n@saved\n' | other >/dev/null
say '@await übernommen' ' ist fertig.<Esc>' '@dump left' 'H' '@dump held' '<Esc>'
seen held
has "$(since left)" "Nicht eingetragen, aber aufgehoben" "a text without the pen is kept, and that is said"
has "$(since held)" "Mein Satz ist fertig." "the whole sentence is held"
finish
is "$(sql -c "select count(*) from council.meeting_event where meeting_id = 1 and kind = 'text'")" 0 "and not in the ledger"
out=$(printf '@await ZURÜCKGESTELLT\nH<Enter>\n@saved\n' | play)
is "$(sql -c "select text from council.meeting_event where meeting_id = 1 and kind = 'text'")" "Mein Satz ist fertig." "until the clerk enters it with the pen in hand"

# --- all at once, where everything still fits
reset_database
PGHOST=$line begin first
say '<Enter><Enter>e' '@saved' '@dump running'
seen running
cut_line
say '<Enter>e' '-kra<Enter>' '@dump away'
seen away
out=$(printf 'P<Enter>m\n@saved\n' | other)
ln -s "$PGHOST" "$line"
say '@saved' 'Ha' '@saved' '@dump entered'
seen entered
has "$(since entered)" "3 Ereignisse nachgetragen" "what still fits is entered with one key"
finish
is "$(count)" 8 "all of it is in the ledger"
whole
ok "the chain is whole"

# --- an event that the server refuses is held with its reason; the others go on
reset_database
sql -c "create function council.refuse_for_test() returns trigger language plpgsql as \$\$ begin
  if new.kind = 'mark' then raise exception using errcode = 'RT006', message = 'Vormerken ist heute verboten'; end if; return new; end \$\$" \
	-c "create trigger zz_refuse before insert on council.meeting_event for each row execute function council.refuse_for_test()"
out=$(printf '<Enter><Enter>e\n@saved\nm\n@dump refused\nH\n@dump list\n<Esc><Enter>e\n@saved\n@dump on\n' | play)
has "$(sed -n '/^--- refused/,/^--- list/p' <<<"$out")" "1 ZURÜCKGESTELLT" "a refused event is held"
has "$(sed -n '/^--- list/,/^--- on/p' <<<"$out")" "Vormerken ist heute verboten" "the reason stands with it"
is "$(count)" 5 "the clerk goes on, and that arrives"
sql -c "drop trigger zz_refuse on council.meeting_event"
out=$(printf 'H<Enter>\n@saved\n' | play)
is "$(sql -c "select kind from council.meeting_event where meeting_id = 1 order by seq desc limit 1")" mark "later it is entered after all"
whole
ok "the chain is whole"

# --- a server that cannot take it just now (disk full, conflict) is asked again; nothing is held
reset_database
sql -c "create table council.for_test (full_disk boolean)" -c "insert into council.for_test values (true)" \
	-c "create function council.fail_for_test() returns trigger language plpgsql security definer as \$\$ begin
  if (select full_disk from council.for_test) then raise exception using errcode = '53100', message = 'no space left on device'; end if; return new; end \$\$" \
	-c "create trigger zz_fail before insert on council.meeting_event for each row execute function council.fail_for_test()"
begin clerk
say '<Enter><Enter>e' '@dump full'
seen full
has "$(cat "$work/clerk.out")" "SERVER NIMMT NICHTS AN, 3 warten" "a server without space: the status says so"
sql -c "update council.for_test set full_disk = false"
say '@saved' '@dump space'
seen space
is "$(count)" 3 "they arrive when there is space again"
finish
whole
ok "the chain is whole"

# --- the server killed in the middle of votes: it recovers, nothing is lost or doubled
reset_database
begin clerk
say '<Enter><Enter>e<Enter>e<Enter>n3<Enter>' '@dump votes'
seen votes
kill_server
say '<Enter>e<Enter>n4<Enter>' '-kra<Enter>' '@dump killed'
seen killed
ok "the clerk goes on after the server was killed"
"$server" --data "$work/server" start
ok "the server is there again"
say '@saved' '@dump recovered'
seen recovered
finish
is "$(count)" 12 "twelve events, none lost, none doubled"
whole
ok "the chain is whole after the recovery"

# --- the server hangs: keys go on, nothing waits
reset_database
begin clerk
say '<Enter><Enter>e' '@saved' '@dump running'
seen running
backend=$(sql -c "select pid from pg_stat_activity where application_name = 'ratstisch' and datname = current_database()")
kill -STOP "$backend"
say '@hurry' '<Enter>e<Enter>n3<Enter>' '-kra<Enter>' '@dump hanging'
seen hanging
has "$(since hanging)" "5 unterwegs" "five events are typed while the server does not answer"
kill -CONT "$backend"
say '@saved' '@dump answered'
seen answered
finish
is "$(count)" 8 "all arrive"
whole
ok "the chain is whole"

# --- the clock of this machine is set back in the middle of the meeting
reset_database
out=$(printf '%s\n' '<Enter><Enter>e' '@now 2026-10-14T17:30' '@dump back' '<Enter>' '-kra<Enter>' 'e' '@saved' '@now 2026-10-14T18:20' '@dump later' '<Enter>' '@saved' | play)
has "$(sed -n '/^--- back/,/^--- later/p' <<<"$out")" "UHR 30 MIN ZURÜCK" "a clock that was set back is said"
lacks "$(sed -n '/^--- later/,$p' <<<"$out")" "ZURÜCK" "until it has caught up"
is "$(sql -c "select string_agg(to_char(at at time zone 'Europe/Berlin', 'HH24:MI'), ' ' order by seq) from council.meeting_event where meeting_id = 1")" \
	"18:00 18:00 18:00 18:00 18:00 18:00 18:20" "no time runs backwards"
whole
ok "the chain is whole"
out=$(printf '%s\n' '@now 2026-10-14T17:00' '+kra 1812<Enter>' '@saved' | play)
is "$(sql -c "select to_char(at at time zone 'Europe/Berlin', 'HH24:MI') from council.meeting_event where meeting_id = 1 order by seq desc limit 1")" "18:12" "a typed time still counts"
done_testing
