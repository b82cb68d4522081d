#!/usr/bin/env bash
# Random histories at the meeting table: what the program's fold says and what
# the database projected must agree after each of them.
#
# Keys are made from a seed, mostly legal ones; SEED and HISTORIES may be given.
# A failing history is printed whole and can be played again with its seed.
. "$(dirname "$0")/../lib/run.sh"
start_database
seed=${SEED:-$(date +%j%H%M)} histories=${HISTORIES:-60}
seed=$((10#$seed))
echo "# SEED=$seed HISTORIES=$histories"

# Copies of a council meeting (members only) and of a committee's (members, substitutes, others): their ids.
copies() { # MEETING COUNT
	sql -c "with made as (
	  insert into council.meeting (body_id, organization_id, number, name, state, starts_at, location_id)
	  select m.body_id, m.organization_id, m.number || '-' || n, m.name, 'invited', timestamptz '2026-10-14 18:00', m.location_id
	  from council.meeting m, generate_series(1, $2) n where m.id = $1 returning id),
	items as (
	  insert into council.agenda_item (meeting_id, number, position, title, public, standard, reference, proposed_text, rule)
	  select made.id, i.number, i.position, i.title, i.public, i.standard, i.reference, i.proposed_text, i.rule
	  from made, council.agenda_item i where i.meeting_id = $1)
	select id from made order by id"
}

# history SEED KIND: the keys of one history.
history() {
	awk -v seed="$1" -v kind="$2" '
	function rnd(n) { seed = (seed * 16807) % 2147483647; return int(seed / 2147483647 * n) }
	function pick(list,   a) { return a[1 + rnd(split(list, a, " "))] }
	function member() { return pick(kind == "council" ? "kra krz özt wöh gro dre scz vel klö rhe ayd kow mül som ebe ngu 27 28 29 30" : "hey smf bre vel dom krz übe yil mül möl ebe asm qua bäu unv") }
	function leaver() { return gone[++leavers] = member() }
	function comer() { return leavers && rnd(5) ? gone[1 + rnd(leavers)] : member() }
	function other() { return pick("dre hav klö loh oel ade grü jäg köh ros lin zim wei str") }
	function clock() { minute += rnd(7); printf "@time %02d:%02d\n", int(minute / 60) % 24, minute % 60 }
	function corrected() { return rnd(3) ? "" : sprintf(" %02d%02d", int((minute - rnd(4)) / 60) % 24, (minute - rnd(4)) % 60) }
	function item() { return 1 + rnd(kind == "council" ? 25 : 8) }
	function vote() { print pick("e e e E1 E2 n1 n2 n3x1 x1 j2 d k v wbaua K x") (rnd(2) ? "<Enter>" : "<Enter><Esc>") }
	function step(r) {
		r = rnd(42)
		if (r < 7) { print "<Esc><Enter>" }
		else if (r < 12) vote()
		else if (r < 14) print "<Esc>+" comer() corrected() "<Enter><Esc>"
		else if (r < 16) print "<Esc>-" leaver() corrected() "<Enter><Esc>"
		else if (r == 16) { m = member(); print "<Esc>b" m ", Angehörige<Enter><Esc>" (rnd(3) ? "" : "e<Enter><Esc>") (rnd(3) ? "" : "b" m "<Enter><Esc>") (rnd(3) ? "" : "g" item() "<Enter><Esc>") }
		else if (r == 17) print "<Esc>-" member() ".<Enter><Esc>"
		else if (r == 18) { o = other(); m = leaver(); print "<Esc>=" o " " m corrected() "<Enter><Esc>" (rnd(3) ? "" : pick("=" o " -" o " +" m) "<Enter><Esc>") }
		else if (r == 19) print "<Esc>g" item() "<Enter><Esc>"
		else if (r == 20) print "<Esc>cmül<Enter>Antrag " rnd(1000) ".<Esc><Esc>"
		else if (r == 21) print "<Esc>t<Home>Zusatz " rnd(1000) ". <Esc><Esc>"
		else if (r == 22) print "<Esc>iVerlauf " rnd(1000) ".<Esc><Esc>"
		else if (r == 23) print "<Esc>ö<Enter><Esc>"
		else if (r == 24) print "<Esc>p<Esc>"
		else if (r == 25) print "<Esc>TaEilig " rnd(1000) " / Frist<Enter>" pick("e n1<Enter> j1<Enter> <Esc>") "<Esc><Esc>"
		else if (r == 26) { s = ""; for (i = rnd(6); i >= 0; i--) s = s "<Down>"; d = ""; for (i = rnd(4); i >= 0; i--) d = d pick("<Down> <Up>"); print "<Esc>T" s "m" d "<Enter><Esc><Esc>" }
		else if (r == 27) { s = ""; for (i = rnd(9); i >= 0; i--) s = s "<Down>"; print "<Esc>T" s pick("ddGrund<Enter> öön1<Enter> öe de") "<Esc><Esc>" }
		else if (r == 28) print "<Esc>N" rnd(20) "n" rnd(20) "e<Enter><Esc>"
		else if (r == 29) print "<Esc>S" 3 + rnd(9) " " rnd(4) " " rnd(2) " " rnd(2) "<Enter><Esc>"
		else if (r == 30) print "<Esc>WAlpha=" 1 + rnd(9) " Beta=" rnd(6) " Gamma=" rnd(4) " enth=" rnd(2) "<Enter><Esc>"
		else if (r == 31) print "<Esc>W" pick("dhondt hare sainte-lague") " 5 A=" 2 + rnd(20) " B=" 2 + rnd(20) " C=" rnd(9) "<Enter><Esc>"
		else if (r == 32) print "<Esc>!Bauamt 30.11. Prüfen " rnd(100) "<Enter><Esc>"
		else if (r == 33) print "<Esc>m<Esc>"
		else if (r == 34) print "<Esc>B<Esc>"
		else if (r == 35) print "<Esc>r" member() "<Enter>" pick("R R o") "<Esc><Esc>"
		else if (r == 36) print "<Esc>f" pick("n1 x1 <Tab>n1") "<Enter><Esc>"
		else if (r == 37) print "<Esc>s<^U>von Hand " rnd(9) "<Enter>Grund<Enter><Esc>"
		else if (r == 38) print "<Esc>#" 1 + rnd(3) "<Enter>" pick("e n1<Enter>") "<Esc>"
		else if (r == 39) print "<Esc>" pick("O .") pick("e e n1<Enter>") "<Esc>"
		else if (r == 40) print "<Esc>" pick("Q9<Enter> zmül<Enter>Wörtlich.<Esc> GDr.Vogel<Enter> <Space><Down><Space>e")  "<Esc>"
		else { for (i = rnd(5); i >= 0; i--) printf "u"; print "<Esc>" }
		if (!rnd(12)) print "u"
	}
	BEGIN {
		seed = (seed * 7919 + 17) % 2147483646 + 1
		for (i = 0; i < 5; i++) rnd(2)
		minute = 17 * 60 + 50
		clock()
		for (n = rnd(4); n > 0; n--) print pick("-" member() ",krank<Enter><Esc> -" member() "<Enter><Esc> m +" member() "<Enter><Esc> g3<Enter>m<Esc>")
		if (!rnd(3)) print "T<Down><Down>m<Down><Down><Enter><Esc><Esc>"
		minute = 18 * 60
		clock()
		print "<Enter><Esc><Enter>"
		for (n = 10 + rnd(60); n > 0; n--) { clock(); step() }
		if (!rnd(3)) { clock(); print "<Esc><Esc>Z<Enter><Esc>"; if (!rnd(2)) print "<Esc>u<Esc>" }
		if (!rnd(6)) { for (n = 0; n < 400; n++) printf "u"; print "" }
	}'
}

one() { # NUMBER MEETING KIND
	history $((seed + $1)) "$3" >"$work/keys"
	out=$("$RATSTISCH" --script "$work/keys" --size 80x24 --now 2026-10-14T17:50 table "$2" 2>&1) || printf '# %s\n' "$out" | head -n 20
	found=$("$RATSTISCH" check "$2" 2>&1)
	status=$?
	[ $status -eq 0 ]
	ok "history $((seed + $1)) ($3): both homes of the meeting agree ($(printf '%s\n' "$found" | sed -n 's/^ok\t\([0-9]*\).*/\1 events/p'))"
	[ $status -eq 0 ] && return
	printf '%s\n' "$found" | head -n 20 | sed 's/^/# /'
	sql -c "select seq, kind, person_id, other_person_id, item_id, slot, outcome, flag, ref_event_id, at from council.meeting_event where meeting_id = $2 order by seq" | sed 's/^/#   /'
}

number=0
for meeting in $(copies 1 $((histories - histories / 2))); do
	one $((number += 1)) "$meeting" council
done
for meeting in $(copies 10 $((histories / 2))); do
	one $((number += 1)) "$meeting" committee
done

meeting=$(sql -c "select max(s.meeting_id) from council.item_state s join council.attendance a using (meeting_id) where s.called > 0")
# The comparison sees what the digests of the database see, and says what.
sql -c "update council.item_state set called = called + 1 where item_id = (select item_id from council.item_state where meeting_id = $meeting and called > 0 limit 1)" \
	-c "delete from council.attendance where meeting_id = $meeting and since_seq = (select max(since_seq) from council.attendance where meeting_id = $meeting)"
found=$("$RATSTISCH" check "$meeting" 2>&1)
is $? 1 "a changed projection is found"
has "$found" "$(printf 'fold\titem ')" "the item is named"
has "$found" "Datenbank: nichts" "and what is missing"

events=$(sql -c "select count(*) from council.meeting_event")
kinds=$(sql -c "select count(distinct kind) from council.meeting_event")
[ "$events" -ge $((histories * 15)) ]
ok "the histories are long enough: $events events"
[ "$histories" -lt 50 ] || [ "$kinds" -ge 29 ]
ok "and of every sort: $kinds kinds"
sql -c "select kind || ' ' || count(*) from council.meeting_event group by kind order by 1" | paste -sd' ' | fold -sw 100 | sed 's/^/# /'
done_testing
