#!/usr/bin/env bash
# From an empty diary to signed minutes and an objection, all by keys.
. "$(dirname "$0")/../lib/run.sh"
start_database
cd "$work"

keys() {
	out=$("$RATSTISCH" --script - --size 80x24 --now "$1" 2>&1)
	ok "$2"
	printf '%s\n' "$out" | grep -v '^[0-9]* Tasten' | head -n 50 | sed 's/^/# /'
}

keys 2026-11-02T09:00 "a meeting is planned, its agenda made from standard items and a new one" <<'K'
Sn
rat d<Enter>43<Tab>43. Sitzung des Rates<Tab>9.12. 18:00<F2>
@expect Gespeichert
/43.<Enter><Enter>
@expect Tagesordnung
i
@expect Standardpunkte
n<Tab><Tab>Neubau der Brücke am Mühlenbach<F2>
@expect Gespeichert
@expect Neubau der Brücke
#
@expect Nummern vergeben
vj
@expect Einladung ist festgestellt
n8<Tab><Tab>Nachgereichter Punkt<F2>
@expect Nachgereichter Punkt
K
meeting=$(sql -c "select id from council.meeting where number = '43'")
[ -n "$meeting" ]
ok "the meeting is stored"
is "$(sql -c "select string_agg(i.number, ' ' order by i.position) from council.agenda_item i where i.meeting_id = ${meeting:-0} and i.public and i.number <> '8'")" "1 2 3 4" "numbers are given, standard items first and last"
is "$(sql -c "select count(*) from council.agenda_item i where i.meeting_id = ${meeting:-0} and not exists (select from council.agenda_version_item v where v.item_id = i.id)")" 1 "the item added after the invitation is a supplement"

"$RATSTISCH" --script - --size 80x24 --now 2026-12-09T18:00 table "$meeting" >"$work/out" 2>&1 <<'K'
<Enter><Enter>k<Enter>e<Enter>k
g3<Enter>
@expect Neubau der Brücke
iDie Brücke ist marode.<Esc>n4<Enter>
g8<Enter>v
Z<Enter>
@expect Ergebnisübersicht
qq
K
ok "the meeting is held"
grep -A30 expected "$work/out" | sed 's/^/# /'
is "$(sql -c "select state from council.meeting where id = $meeting")" closed "and closed"

keys 2026-12-10T09:00 "minutes are read, written to files and signed after a question" <<'K'
N/43.<Enter><Enter>
@expect Niederschrift
t
@expect Geschrieben: niederschrift
h
@expect Geschrieben: niederschrift
o
@expect öffentlicher Teil
un
@expect Nicht getan
uj
@expect Das Ereignisbuch dieser Sitzung ist geschlossen
K
is "$(sql -c "select state from council.meeting where id = $meeting")" signed "the meeting is signed"
out=$(printf 'u\n@dump x\n' | "$RATSTISCH" --script - --size 80x24 --now 2026-12-10T10:00 table "$meeting" 2>&1)
has "$out" "nur noch Einwendungen" "nothing is recorded any more: only objections"
is "$(ls niederschrift-*.txt | wc -l)" 1 "one text file"
has "$(cat niederschrift-*.txt)" "Die Brücke ist marode." "with what was written"
is "$(stat -c %a niederschrift-*.html)" 600 "files are private"
"$RATSTISCH" check "$meeting" >/dev/null
ok "the signed ledger is whole"
sql -c "alter table council.meeting_event disable trigger all; update council.meeting_event set text = 'gefälscht' where meeting_id = $meeting and text = 'Die Brücke ist marode.'; alter table council.meeting_event enable trigger all"
out=$("$RATSTISCH" check "$meeting")
is $? 1 "a changed event is found"
echo "# $out" | head -3

# Signed over the open table: from then on the table refuses before anything is taken.
"$RATSTISCH" --script - --size 80x24 --now 2026-10-14T18:00 table 1 >"$work/out" 2>&1 <<'K'
<Enter><Enter>eZ<Enter>
q
@expect GESCHLOSSEN
V
uj
@expect Das Ereignisbuch
q
m
@expect nur noch Einwendungen
@refuse wartet
K
ok "a table that was open when the minutes were signed records nothing more"
grep -A26 'expected\|not wanted' "$work/out" | sed 's/^/# /'
is "$(find "$XDG_STATE_HOME" -name 'sitzung-1.journal' -exec grep -c '^A ' {} +)" "$(sql -c "select count(*) from council.meeting_event where meeting_id = 1")" "and its journal holds nothing that the server does not have"

keys 2026-12-11T09:00 "an objection after the signature" <<'K'
N/43.<Enter>w
@expect Einwendungen
n
@expect Einwendung
K
done_testing
