#!/usr/bin/env bash
# Many terminals, one meeting: each under its own account, each sees every event it may see; what the public role receives is
# kept byte by byte and holds nothing non-public and nothing unreleased. How late an event came is printed and not judged: on a
# busy machine it says nothing of the program.
. "$(dirname "$0")/../lib/run.sh"
: "${TOP_BUILDDIR:=$(dirname "$RATSTISCH")}"
fault=$TOP_BUILDDIR/tests/lib/fault.so
[ -f "$fault" ] || {
	echo "Bail out! $fault is missing: make check builds it"
	exit 99
}
start_database
declare -A input pid
programs=()

# Ends what this test started, also when it is interrupted.
end_programs() {
	for name in "${programs[@]}"; do
		kill "${pid[$name]}" 2>/dev/null
	done
	clean_up
}
trap end_programs EXIT

# run NAME ACCOUNT WORDS...: a program fed line by line; PGHOST may name the proxy.
run() {
	name=$1
	mkfifo "$work/$name.in"
	PGUSER=$2 "$RATSTISCH" --script "$work/$name.in" --size "${size:-80x24}" --now 2026-10-14T18:00 "${@:3}" \
		>"$work/$name.out" 2>"$work/$name.err" &
	pid[$name]=$!
	exec {fd}<>"$work/$name.in"
	input[$name]=$fd
	programs+=("$name")
}

tell() { # NAME LINES...
	printf '%s\n' "${@:2}" >&"${input[$1]}"
}

was_there() { grep -q -- "^--- $2 .*---$\|^--- $2 ---$" "$work/$1.out"; }
lives() { kill -0 "${pid[$1]}" 2>/dev/null; }
shown() { until_true was_there "$1" "$2"; }
shown_picture() { sed -n "/^--- $2 ---$/,/^--- .* ---$/p" "$work/$1.out" | sed '1d;/^--- /,$d'; }
has_ended() { ! lives "$1"; }

end() { # NAME KEYS
	tell "$1" "$2"
	until_true has_ended "$1" && wait "${pid[$1]}"
}

# kept FILE: what the server sends through PGHOST=$work/FILE is in $work/FILE.bytes.
socket=$PGHOST/.s.PGSQL.${PGPORT:-5432}
keep() {
	mkdir "$work/$1"
	: >"$work/$1.bytes"
	perl "$TOP_SRCDIR/tests/lib/tee-proxy.pl" "$socket" "$work/$1" "$work/$1.bytes" &
	pid[proxy_$1]=$!
	programs+=("proxy_$1")
	until_true test -S "$work/$1/.s.PGSQL.5432"
	ok "a proxy listens for $1"
}
received() { grep -a -o -e "$2" "$work/$1.bytes" | sort | uniq -c | sort -rn | head -n 1; }

# What must never leave: words in everything of the non-public item, and its key.
secret_item=00000000-0000-4000-8000-000000001023
sql -c "set role ratstisch_owner; update council.agenda_item set title = 'GEHEIM Ankauf', proposed_text = 'GEHEIM Preis',
  paper_title = 'GEHEIM', reference = 'GEHEIM-1', previous = 'GEHEIM' where id = '$secret_item'"
number=$(sql -c "select number from council.agenda_item where id = '$secret_item'")

keep public
keep office
run clerk schriftfuehrung table 1
tell clerk '@dump ready'
shown clerk ready
ok "the clerk has the journal of this machine, and the pen"
PGHOST=$work/office PGPORT=5432 run table verwaltung table 1
PGHOST=$work/office PGPORT=5432 size=120x40 run chair schreibdienst chair 1
PGHOST=$work/public PGPORT=5432 size=60x10 run projector gast projector
PGHOST=$work/public PGPORT=5432 run press gast table
PGHOST=$work/office PGPORT=5432 run fees sitzungsgeld table

for name in press fees; do
	tell "$name" 'S/41<Enter><Enter>' '@await Tagesordnung' '@dump agenda'
	shown "$name" agenda
	ok "$name has the agenda open"
	has "$(shown_picture "$name" agenda)" "Einwohnerfragestunde" "that of the meeting"
	lacks "$(shown_picture "$name" agenda)" "GEHEIM" "without the non-public item"
done
tell projector '@await wartet' '@dump waits'
shown projector waits
ok "the projector waits for a meeting to run"

# happen KEYS FOLLOWER TEXT [FOLLOWER TEXT ...]: the clerk types; each follower waits for its text and notes when it stood there.
steps=0
: >"$work/awaited"
: >"$work/recorded"
happen() {
	steps=$((steps + 1))
	keys=$1
	shift
	while [ $# -gt 0 ]; do
		tell "$1" "@await $2" "@stamp step$steps"
		echo "$steps $1" >>"$work/awaited"
		shift 2
	done
	tell clerk "$keys" '@saved' "@stamp step$steps"
	if ! shown clerk "step$steps"; then
		echo "# the clerk is stuck at step $steps: $keys"
		cat "$work/clerk.err"
	fi
	sql -c "select $steps, extract(epoch from max(received_at)) from council.meeting_event where meeting_id = 1" -F ' ' >>"$work/recorded"
	last_of=$(grep "^$steps " "$work/awaited" | cut -d ' ' -f 2)
	for name in $last_of; do
		shown "$name" "step$steps" || echo "# $name does not answer at step $steps"
	done
	# Whoever has the public role asks after every event, so that the streams hold every answer there could be.
	for name in projector press; do
		tell "$name" "@stamp asked$steps"
		shown "$name" "asked$steps" || echo "# $name does not answer after step $steps"
	done
}

tell chair '@dump begins'
shown chair begins
ok "the chair has the meeting before it begins"

# Every account may notify. What is no notice, and what tells of events that there are not, keeps nobody from the next event.
for payload in '' x 1 1: :7 1:999999x 1:999999 9:1; do
	PGUSER=gast psql -Xqc "select pg_notify('ratstisch_meeting', '$payload')" >/dev/null
done
tell clerk '@tick 11' '@dump told'
shown clerk told
lacks "$(shown_picture clerk told)" "NUR TAGESORDNUNG" "whoever has the pen sees what there is, whatever a guest tells of"
tell chair '@tick 1' '@dump told'
shown chair told
lacks "$(shown_picture chair told)" "nicht zu sehen" "nor is the chair told that it may see nothing, before there is anything"

happen '<Enter>' table 'LÄUFT' chair 'LÄUFT'
happen '<Enter>' table 'öffentlich  18:00' chair 'TOP 1  Eröffnung'

# The server wakes every session that listens for every event: only what follows a meeting does.
keep quiet
says() { grep -aq -- "$2" "$work/$1.bytes"; }
PGHOST=$work/quiet PGPORT=5432 run start verwaltung
tell start 'S' '@await Sitzungen' '@dump meetings'
shown start meetings
tell clerk 'B' '@saved' '@dump released'
shown clerk released
tell start '<F5>' '@tick 1' '@dump again'
shown start again
says quiet LISTEN || says quiet ratstisch_meeting
is $? 1 "a start page and a list of meetings do not listen, and are told nothing"
tell start '/41<Enter><Enter>' '@await Tagesordnung' '@dump agenda'
shown start agenda
says quiet LISTEN
ok "an agenda does"
tell clerk 'B' '@saved' '@dump hidden'
shown clerk hidden
until_true says quiet ratstisch_meeting
ok "it is told of an event"
tell start 'q' '@tick 2' '@dump left'
shown start left
until_true says quiet UNLISTEN
ok "it stops when nobody looks any more"
tell start '<Enter>' '@await Tagesordnung' '@dump back'
shown start back
[ "$(grep -ao 'LISTEN' "$work/quiet.bytes" | wc -l)" -eq 3 ]
ok "and begins again with the next one"
end start ':quit<Enter>'
is $? 0 "the quiet one goes home"

happen 'e' table 'einstimmig angenommen' chair 'ERGEBNIS ZU VERKÜNDEN' press 'angenommen' fees 'angenommen'
happen 'B' table 'Beamer: TOP 1' projector 'TOP 1'
happen '<Enter>' table 'TOP 2  ' chair 'TOP 2  '
happen '-kra<Enter>' table 'Krämer (fehlt)' chair 'stimmberechtigt 33'
happen 'n3<Enter>' table '30 Ja, 3 Nein' chair '30 Ja, 3 Nein'
happen 'B' projector 'Ja 30  Nein 3'
happen '<Enter>' chair 'TOP 3  ' table 'TOP 3  '
happen 'rsom<Enter>' chair 'Das Wort erteilen' table 'REDELISTE'
happen 'p' table 'UNTERBROCHEN' chair 'UNTERBROCHEN' projector 'Sitzung unterbrochen'
happen 'p' table 'LÄUFT' chair 'LÄUFT' projector 'TOP 2'

# --- while a follower asks because of a made-up notice, something happens. The question has its snapshot and waits for a lock;
# then the event is recorded, then the lock goes: the answer lacks the event, and before the answer ends the server tells of it.
# Bytes come five at a time, so that the end of the answer (six) never comes together with the notice before it.
happens() { # KINDS SQL
	sql >/dev/null <<-SQL
		begin;
		create function pg_temp.record(kind text) returns bigint language plpgsql as \$\$
		declare
		  e council.meeting_event;
		begin
		  e.event_id := gen_random_uuid();
		  e.meeting_id := 1;
		  e.at := '2026-10-14 18:00+02';
		  e.typed_at := e.at;
		  e.kind := record.kind;
		  return council.store_event(e);
		end
		\$\$;
		$2
		select pg_temp.record(kind) from unnest(array[$1]) kind;
		commit;
	SQL
}
asking() { [ "$(sql -c "select count(*) from pg_stat_activity a join pg_locks l using (pid) where not l.granted
  and l.relation = 'council.role_right'::regclass and a.usename in ('verwaltung', 'schreibdienst')")" = 2 ]; }
locked() { [ "$(sql -c "select count(*) from pg_locks where granted and mode = 'AccessExclusiveLock' and relation = 'council.role_right'::regclass")" = 1 ]; }

in_crumbs() { LD_PRELOAD=$fault FAULT=crumbs:5 ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0:${ASAN_OPTIONS:-} run "$@"; }
in_crumbs 'late table' verwaltung table 1
size=120x40 in_crumbs 'late chair' schreibdienst chair 1
for name in 'late table' 'late chair'; do
	tell "$name" '@await LÄUFT' '@dump looks' '@await UNTERBROCHEN' '@dump heard'
	shown "$name" looks
	ok "the $name looks on"
done
mkfifo "$work/lock"
PGUSER=postgres psql -Xqc "begin" -c "lock table council.role_right" -f "$work/lock" >/dev/null &
pid[lock]=$!
programs+=(lock)
exec {lock}<>"$work/lock"
until_true locked
ok "nobody's rights can be read for a while"
happens "'pause', 'resume'" "select pg_notify('ratstisch_meeting', '1:999999');"
until_true asking
ok "both ask because of a made-up notice, and wait"
happens "'pause'" ""
ok "meanwhile the meeting is interrupted"
echo 'commit;' >&"$lock"
for name in 'late table' 'late chair'; do
	shown "$name" heard
	has "$(shown_picture "$name" heard)" "UNTERBROCHEN" "the $name sees it, although the answer under way lacked it"
	end "$name" 'q:quit<Enter>'
	is $? 0 "and goes home"
done
exec {lock}>&-
until_true has_ended lock
tell clerk '@await UNTERBROCHEN'
happen 'p' table 'LÄUFT' chair 'LÄUFT' projector 'TOP 2'

happen 'tENTWURF Satz<Esc>' chair 'ENTWURF Satz' table 'ENTWURF Satz'
happen 'B' projector 'ENTWURF Satz'
happen 'tWERKSTATT <Esc>' chair 'WERKSTATT' table 'WERKSTATT'
happen 'g5<Enter>k' press 'Kenntnis' fees 'Kenntnis' table 'zur Kenntnis genommen'
happen 'ö<Enter>' table 'NICHTÖFFENTLICH' chair 'NICHTÖFFENTLICH'
tell projector '@dump closed doors'
shown projector 'closed doors'
is "$(shown_picture projector 'closed doors' | tr -d ' \n')" "" "behind closed doors the projector is black"
tell clerk '@dump closed doors'
shown clerk 'closed doors'
has "$(shown_picture clerk 'closed doors')" "Beamer: dunkel" "and the clerk sees that it is"
happen "g$number<Enter>" chair 'GEHEIM Ankauf' table 'GEHEIM Ankauf'
happen 'iGEHEIM Verlauf<Esc>' table 'GEHEIM Verlauf'
happen 'e' table 'einstimmig angenommen' chair 'ERGEBNIS ZU VERKÜNDEN'
tell clerk 'B' '@expect Nichtöffentliches kommt nicht' '@dump tried'
shown clerk tried
happen 'ö<Enter>' table 'LÄUFT' chair 'LÄUFT'
happen 'g4<Enter>' chair 'TOP 4  Umbesetzung' table 'TOP 4  26-0298'
happen 'B' projector 'TOP 4'

# --- every event came, and not before it happened
awk -v folder="$work" '
	FILENAME == ARGV[1] { at[$1] = $2; next }
	{
		file = folder "/" $2 ".out"; stamp = ""
		while ((getline line < file) > 0)
			if (split(line, w, " ") == 4 && w[1] == "---" && w[2] == "step" $1)
				stamp = w[3]
		close(file)
		if (stamp == "") { print "step " $1 " never reached " $2 > folder "/lost"; next }
		late = stamp - at[$1]
		if (late < 0) print "step " $1 ": " $2 " had the text before it happened" > folder "/lost"
		else { n[$2]++; sum[$2] += late; if (late > max[$2]) max[$2] = late }
	}
	END { for (name in n) printf "%s %d %.0f %.0f\n", name, n[name], 1000 * sum[name] / n[name], 1000 * max[name] }
' "$work/recorded" "$work/awaited" >"$work/latencies"
[ "$(wc -l <"$work/latencies")" -eq 5 ] && [ ! -s "$work/lost" ]
ok "each of the five followers saw everything it may see"
[ -s "$work/lost" ] && sed 's/^/# /' "$work/lost"
sort "$work/latencies" | while read -r name n mean max; do
	echo "# $name: $n events, on average $mean ms after they were recorded, at most $max ms"
done

# --- what is released stays when the server goes away, with a mark, and goes on by itself
"$server" --data "$work/server" stop
tell projector '@await ohne Verbindung' '@dump lost'
shown projector lost
has "$(shown_picture projector lost)" "TOP 4" "without a server the projector keeps what was released"
"$server" --data "$work/server" start
tell projector '@await TOP 4' '@dump back'
tell clerk '@saved' 'eB' '@saved' '@dump later'
tell projector '@await Einstimmig' '@dump later'
shown projector later
ok "and goes on when it is back"
lacks "$(shown_picture projector later)" "ohne Verbindung" "without the mark"
tell chair '@await ERGEBNIS ZU VERKÜNDEN' '@dump later'
shown chair later
ok "so does the chair"

# --- is one there at all? Where the line has no room for that, it says what is released all the same.
tell clerk '@tick 11' '@dump one projector'
shown clerk 'one projector'
lacks "$(shown_picture clerk 'one projector')" "keiner da" "the clerk is not told that there is no projector"
end projector '<Esc>'
is $? 0 "Esc ends the projector"
tell clerk '@await keiner da' '@dump no projector'
shown clerk 'no projector'
has "$(shown_picture clerk 'no projector')" "keiner da" "now it is told"
tell table '@await Beamer: TOP 4' '@tick 11' '@dump narrow'
shown table narrow
has "$(shown_picture table narrow)" "nur lesend   alles gespeichert   Beamer: TOP 4" "a reader with a narrow terminal is told what is released"
lacks "$(shown_picture table narrow)" "keiner da" "without the rest"
end press ':quit<Enter>'
is $? 0 "the press goes home"

# --- byte by byte: the recorded streams, and everything the public role can ask for
PGHOST=$work/public PGPORT=5432 PGUSER=gast psql -XAt >"$work/asked" 2>&1 <<'SQL'
select format('select * from %s', c.oid::regclass) from pg_class c
where c.relnamespace in ('council'::regnamespace, 'api'::regnamespace) and c.relkind in ('r', 'v') \gexec
select * from api.projector_picture(1);
select * from api.jump('geheim');
select * from api.jump('GEHEIM-1');
select * from api.attendance_items(1);
select * from api.projection_facts(1);
select * from council.agenda_item where id = '00000000-0000-4000-8000-000000001023';
SQL
[ "$(wc -c <"$work/public.bytes")" -gt 20000 ]
ok "the stream of the public role was kept"
grep -aq 'Einwohnerfragestunde' "$work/public.bytes" && grep -aq 'ENTWURF Satz' "$work/public.bytes"
ok "it holds what is public and what was released"
is "$(received public 'GEHEIM[^,|]*')" "" "but not a byte of the non-public item"
is "$(received public "$secret_item")" "" "nor its key"
is "$(received public 'WERKSTATT')" "" "nor what the clerk wrote and did not release"
[ -n "$(received office 'GEHEIM Verlauf')" ] && [ -n "$(received office "$secret_item")" ] && [ -n "$(received office WERKSTATT)" ]
ok "the same proxy finds all of it with those who may see it"

# --- the close: black
tell clerk 'Z<Enter>' '@saved' '@dump over'
shown clerk over
size=60x10 run after gast projector 1
tell after '@dump closed'
shown after closed
is "$(shown_picture after closed | tr -d ' \n')" "" "after the close the projector is black"
for name in clerk table chair; do
	end "$name" 'q:quit<Enter>'
	is $? 0 "$name ends without a broken expectation"
	sed 's/^/# /' "$work/$name.err" | grep -v Tasten
done
end after 'q'
is $? 0 "q ends a projector"
"$RATSTISCH" check 1 >/dev/null
ok "the chain is whole"
lacks "$(cat "$XDG_STATE_HOME"/ratstisch/*/sitzung-1.journal)" "B 999999" "an event that only a guest told of is not taken for the server's in the journal"
done_testing
