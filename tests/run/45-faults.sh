#!/usr/bin/env bash
# What was confirmed stays: server gone and back, program killed, two programs on one meeting.
. "$(dirname "$0")/../lib/run.sh"
start_database

# A program that is fed line by line: begin, say LINES..., seen NAME (waits for the dump of that name).
begin() { # NAME ARGUMENTS...
	name=$1
	shift
	rm -f "$work/$name.in"
	mkfifo "$work/$name.in"
	"$RATSTISCH" --script "$work/$name.in" --size 80x24 --now 2026-10-14T18:00 "$@" table 1 >"$work/$name.out" 2>"$work/$name.err" &
	pid=$!
	exec 8>"$work/$name.in"
}

say() { printf '%s\n' "$@" >&8; }

seen() {
	for _ in $(seq 600); do
		grep -q -- "^--- $1 ---$" "$work/$name.out" && return 0
		kill -0 "$pid" 2>/dev/null || return 1
		read -r -t 0.05 _ <>"$work/never" || true
	done
	return 1
}
mkfifo "$work/never"

finish() {
	exec 8>&-
	wait "$pid"
}

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
"$server" --data "$work/server" start 8>&-
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
"$server" --data "$work/server" start 8>&-
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
reset_database
begin first
say '<Enter><Enter>e' '@saved' '@dump running'
seen running
out=$(printf '@expect liest\ne\n' | XDG_STATE_HOME=$work/other "$RATSTISCH" --script - --size 80x24 table 1 2>&1)
is "$(count)" 3 "a second program does not write"
out=$(printf 'P<Enter>\n<Enter>e\n@saved\n@dump taken\n' | XDG_STATE_HOME=$work/other "$RATSTISCH" --script - --size 80x24 --now 2026-10-14T18:10 table 1 2>&1)
is "$(sql -c "select count(*) from council.meeting_event where meeting_id = 1 and kind = 'pen'")" 1 "taking over the pen stands in the ledger"
is "$(count)" 6 "and then it writes"
say '@dump told' 'v' '@dump late'
seen late
ok "the first goes on typing"
has "$(sed -n '/^--- told/,$p' "$work/first.out")" "TOP 2" "the first has followed what the second recorded"
is "$(count)" 6 "what the first still types is not written by the server"
finish
has "$(cat "$work/first.err")" "warten im Sitzungsjournal" "it stays in its journal, and the program says so"
whole
ok "the chain is whole"
done_testing
