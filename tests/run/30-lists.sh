#!/usr/bin/env bash
# Lists and forms over the database: filter, sort, open, save, collide, delete, export, jump.
. "$(dirname "$0")/../lib/run.sh"
start_database
cd "$work"

screens() {
	reset_database
	out=$("$RATSTISCH" --script - --size 80x24 --now 2026-10-14T18:00 2>&1)
	ok "$1"
	printf '%s\n' "$out" | grep -v '^[0-9]* Tasten' | head -n 50 | sed 's/^/# /'
}

screens "persons: filter as one types, open, change, save" <<'K'
P
@expect Adeyemi, Ngozi
/som
@expect Filter: som
@refuse Adeyemi
<Enter><Enter>
@expect Familienname
<Tab>-Maria<F2>
@expect Gespeichert
@expect Sommer, Ina-Maria
K
is "$(sql -c "select given_name from council.person where family_name = 'Sommer'")" "Ina-Maria" "it is stored"
is "$(sql -c "select count(*) from council.change where table_name = 'person' and action = 'update' and author = '$PGUSER'")" 1 "and stands in the journal of changes"

screens "German sorting, sort by another column, reversed" <<'K'
P<Down><Down><Down>
@expect > Bäumler, Egon
s
@expect Kürzel▲
S
@expect Kürzel▼
<Home><End>
K

screens "a new person; required field; what was typed stays" <<'K'
Pn
@expect Person
<Tab>Karl<F2>
@expect Karl
@expect darf nicht leer sein
Testmann<F2>
@expect Gespeichert
@expect Testmann, Karl
K

screens "leaving a form with changes asks" <<'K'
P<Enter>X<Esc>
@expect Adeyemi
K

screens "bad input stays in the field with what is wrong" <<'K'
P<Enter>
<Tab><Tab><Tab><Tab><Tab><Tab><Tab>keine-adresse<F2>
@expect keine-adresse
K

screens "meetings, agenda, one item" <<'K'
S
@expect 42. Sitzung
/41.<Enter><Enter>
@expect Tagesordnung
<Down><Down><Enter>
@expect Einwohnerfragestunde
K

screens "export of what is shown" <<'K'
P/som<Enter>x
@expect 2 Zeilen geschrieben
K
file=$(ls persons-*.csv 2>/dev/null | head -n 1)
[ -n "$file" ]
ok "a CSV file is there"
is "$(stat -c %a "$file")" 600 "private"
has "$(cat "$file")" "Sommer, Ina" "with the rows shown"
is "$(head -c 3 "$file" | od -An -tx1 | tr -d ' ')" efbbbf "with the mark that spreadsheets want"
rm -f persons-*.csv

screens "export of the marked rows only" <<'K'
P<Down><Space><Down><Space>x
@expect 2 Zeilen geschrieben
K
is "$(tail -n +2 persons-*.csv | cut -d';' -f1 | tr -d '\r' | tr '\n' '|')" "Asmussen, Finn|Bäumler, Egon|" "those and no others"
rm -f persons-*.csv

screens "global jump by a piece of number or name" <<'K'
g26/312
@expect Ausbau der Schulstraße
<Esc>gkrämer
@expect Krämer
<Enter>
@expect Heinrich
K

screens "reference date: who was a member on a day" <<'K'
P/zimm<Enter>m
@expect Mitgliedschaften
qd1.1.2019<Enter>
K

screens "command line completes and opens" <<'K'
:persons<Enter>
@expect Personen
:person<Enter>
@expect öffnet sich aus seiner Liste
:nonsense<Enter>
@expect gibt es nicht
K

screens "journal of changes, users, tasks, text modules open" <<'K'
J
@expect Änderungsjournal
qK
@expect Benutzer
qA
@expect Aufträge
qB
@expect Textbausteine
qO
@expect Orte
qN
@expect Niederschriften
K

screens "a meeting of several days" <<'K'
S/41.<Enter>d
@expect Sitzungstage
n15.10.<Tab>9:00<Tab>13:00<F2>
@expect Gespeichert
@expect 15.10.2026
n16.10.<Tab>9:00<F2>
@expect 16.10.2026
<Del>j
@expect Gelöscht
K
is "$(sql -c "select count(*) from council.meeting_day where meeting_id = 1")" 1 "one further day is left"

screens "help is there and can be searched" <<'K'
P?
@expect Hilfe: Personen
K

screens "two editors on one person: the later one sees both, chooses, nothing is lost" <<'K'
P/vogt<Enter><Enter>
<Tab>-Anna
<^G>vogt<Enter>
<Tab>-Luise<F2>
@expect Gespeichert
<F2>
@expect Renate-Anna
@expect Renate-Luise
m<F2>
@expect Gespeichert
K
is "$(sql -c "select given_name from council.person where family_name = 'Vogt'")" "Renate-Anna" "what was chosen is stored"
is "$(sql -c "select count(*) from council.change where table_name = 'person' and action = 'update'")" 2 "both changes stand in the journal"
done_testing
