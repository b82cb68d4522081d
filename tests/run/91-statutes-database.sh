#!/usr/bin/env bash
# Statutes in the database from the shell: loaded, in force, replaced, withdrawn; and as text again, worded as the files were.
. "$(dirname "$0")/../lib/run.sh"
folder=$TOP_SRCDIR/statutes
without_fees=yes
start_database
cd "$work" || exit 99
me=$PGUSER
export PGUSER=sitzungsgeld
statute() { "$RATSTISCH" statute "$@" 2>&1; }

is "$(statute list)" "noch keine Satzung" "at first there is none"
out=$(statute load --in-force "$folder/herdecke_2024.statute" "$folder/nrw_2024.statute")
is "$out" "nrw_2024, Ausgabe 1: neu geladen (Entwurf)
herdecke_2024, Ausgabe 1: neu geladen (Entwurf)
herdecke_2024 ist in Kraft" "what others stand on is loaded first, the top is put into force"
out=$(statute list)
has "$out" "nrw_2024/1  Grundlage  (gültig ab 01.01.2024)" "the ordinance is a basis"
has "$out" "herdecke_2024/1  in Kraft ab 01.01.2024" "the statute on top is in force"
out=$(statute load "$folder"/*.statute)
is "$?" 0 "all delivered statutes"
has "$out" "herdecke_2024, Ausgabe 1: unverändert, nichts zu tun (in Kraft)" "what is there already is not touched"
out=$(statute load --in-force "$folder/koennern_2025.statute")
is "$?" 1 "an overlap is refused"
has "$out" "in dieser Zeit gilt schon eine andere Satzung" "in words"
out=$(statute load --in-force --replace "$folder/koennern_2025.statute")
has "$out" "koennern_2025 ist in Kraft; herdecke_2024 gilt nur noch ab 01.01.2024 bis 31.12.2024" "or the other ends on the day before"
has "$(statute withdraw koennern_2025)" "koennern_2025/1 ist wieder ein Entwurf" "withdrawn"
printf 'statute mitte\ntitle "M"\nsource "S"\nvalid from 01.03.2024 until 31.03.2024\n' >mitte.statute
out=$(statute load --in-force mitte.statute)
is "$?" 1 "in the middle of another: refused as well"
has "$out" "Mit --replace gelten die anderen nur noch davor und danach." "with the way out"
out=$(statute load --in-force --replace mitte.statute)
has "$out" "mitte ist in Kraft; herdecke_2024 gilt nur noch ab 01.01.2024 bis 29.02.2024, ab 01.04.2024 bis 31.12.2024" \
	"the days before and after stay with the other"
has "$(statute list)" "herdecke_2024/1  in Kraft ab 01.01.2024 bis 29.02.2024, ab 01.04.2024 bis 31.12.2024  (gültig ab 01.01.2024)" "and the list says so"
statute withdraw mitte >/dev/null
out=$(statute withdraw nowhere)
is "$?" 1 "what is not there is not withdrawn"
has "$out" "die Satzung „nowhere“ gibt es in der Datenbank nicht" "and named"
is "$(statute load --body Nirgendwo "$folder/koennern_2025.statute" | head -n 1)" "ratstisch: die Kommune „Nirgendwo“ gibt es nicht" "an unknown municipality"
is "$(statute load --body Musterstadt "$folder/koennern_2025.statute")" "koennern_2025, Ausgabe 1: unverändert, nichts zu tun (Entwurf)" "a known one"

# What the delivered ones do not say, so that every word makes the way there and back.
cat >alles.statute <<'TEXT'
statute alles
title "Alles, was \"selten\" ist: \\n"
source "S"
note "eins"
note "zwei"
valid from 01.01.2020 until 31.12.2029
rounding 0,10 up
function f "F"
rate r "R" paragraph "1" from 01.02.2020 until 31.12.2020 0,235
rate r "R" paragraph "1" from 01.01.2021 1/3 x rate q
rate q "Q" paragraph "1" 1.234.567,89
rate b "B" paragraph "1" until 31.12.2020 by members
  band to 0 0,00
  band to 5 1,5005
cap c "C" paragraph "1" term hours 5/3
cap h "H" paragraph "1" day further 33,33 percent
tax_class t "T" paragraph "1" free 1/4 at_most 100,00
rule yearly "Jährlich"
  paragraph "1"
  valid from 01.01.2021 until 31.12.2021
  optional
  who administration
  who advisory_member of other "A \"B\"" office
  except function f
  when inhabitants to 100
  when members under 7
  when group_members from 2
  pay yearly
  amount 10,00
  prorata half
  pause after 2 months
  surcharge 12,5 percent for f
  reduction 99,99 percent
  factor 2/3
rule once "Einmal"
  paragraph "1"
  who mayor
  pay once
  amount 1/7 x rate r
rule daily "Tag"
  paragraph "1"
  who member
  pay day
  meetings council borough as guest
  amount rate r
  joint each
  substitutes always
  duration meeting before 5
  presence at_least 50 percent
  presence at_least 2 items
  limit day amount 100,00
  limit year count 3 highest
  limit month factor 7/3
  under c
  rounding 1,00 down
rule second "Zweite Sitzung"
  paragraph "1"
  who member
  pay meeting
  meetings council
  amount rate r
  limit day further 50 percent
rule half "Zweite Sitzung, gemeinsam"
  paragraph "1"
  who member
  pay meeting
  meetings committee
  amount rate r
  under h
rule km "Fahrt"
  paragraph "1"
  who member
  pay claim
  claim travel
  vehicle motorcycle rate r
  vehicle ticket 5,00
  unit nearest 5 km
  distance at_most 12 km
  tax t
rule loss "Verdienst"
  paragraph "1"
  who member
  pay claim
  claim loss_plausible
  bracket to 60 minutes 5,00
  bracket to 120 minutes 2 x rate q
  floor 1,00
  at_most 9,00 per hour
  at_most rate q per month
  at_most 3,00 per claim
  within working_hours workdays
  evidence required
  confirm "a \\ b"
  confirm "c"
  payee employer
rule missed "Fehlen"
  paragraph "1"
  who member
  pay monthly
  amount 100,00
  absence less 2/3 x rate r at council borough other "A \"B\""
rule part "Fehlen, zum Teil"
  paragraph "1"
  who member
  pay yearly
  amount 100,00
  absence reduction 33,33 percent
rule sum "Fehlen, in Geld"
  paragraph "1"
  who member
  pay monthly
  amount 100,00
  absence less 0,005
rule chair "Vorsitz, nach Stunden"
  paragraph "1"
  who chair of council
  pay meeting
  meetings council as chair
  days monday wednesday sunday
  begins from 08:05 before 24:00
  bracket to 30 minutes 0,00
  bracket to 60 minutes rate r
  bracket above 2 x rate r plus 1/3 x rate q per nearest 45 minutes
  duration whole
rule any "Gleich wer"
  paragraph "1"
  who member
  pay day
  meetings committee as any
  days tuesday thursday friday saturday
  begins before 00:01
  bracket above 5,00 plus 0,005 per full 1 minutes
  duration day whole before 10 after 5 gaps all
rule late "Spät"
  paragraph "1"
  who member
  pay day
  meetings other
  begins from 23:59
  bracket to 60 minutes 5,00
  bracket above 5,00 plus rate r per started 30 minutes
TEXT
out=$(statute check alles.statute)
is "$out" "1 Satzungen, kein Fehler" "a statute of rare words"
statute load alles.statute >out
ok "is loaded"
# On the screen: in parts that are the whole, and as the beginning of the next one, which says what its time has passed.
is "$(sql -c "select count(*) from council.statute s where s.name = 'alles' and api.statute_text(s.id) <>
	(select string_agg(p.text, E'\n\n' order by p.place) || E'\n' from api.statute_parts(s.id) p where p.text <> '')")" 0 "its parts are the whole"
sql -c "select api.copied_statute_text(s.id) from council.statute s where s.name = 'alles'" >alles_2030.statute
is "$(statute check alles_2030.statute)" "alles_2030.statute:15: der Satz „b“ gilt nie: seine Zeit liegt außerhalb der Satzung
alles_2030.statute:24: die Zeit der Regel „yearly“ liegt nicht in der Zeit der Satzung" "a copy is read again but for what is over"
mkdir stored
for file in "$folder"/*.statute "$work/alles.statute"; do
	name=$(basename "$file" .statute)
	"$RATSTISCH" statute text "$name" >"stored/$name.statute"
	"$RATSTISCH" statute show "$file" >as_file
	"$RATSTISCH" statute show "stored/$name.statute" >as_stored
	diff as_file as_stored >difference
	ok "$name: out of the database it is worded as the file was"
	sed 's/^/# /' difference
	[ "$(wc -l <as_stored)" -gt 4 ]
	ok "$name: and it says something"
	is "$(statute diff "$file" "$name")" "kein Unterschied" "$name: no difference to the name"
done
out=$(statute load stored/*.statute)
is "$?" 0 "the texts are loaded again"
has "$out" "herdecke_2024, Ausgabe 1: anstelle der bisherigen Fassung geladen (in Kraft)" "in the place of the files, still in force"
mkdir again
for file in stored/*.statute; do
	name=$(basename "$file" .statute)
	"$RATSTISCH" statute text "$name/1" >"again/$name.statute"
done
diff -r stored again >difference
ok "and give the same text once more"
sed 's/^/# /' difference

out=$(statute show herdecke_2024)
has "$out" "- Ausschussvorsitz (committee_chair), EntschVO NRW, aus nrw_2024" "a name brings what it stands on"
lacks "$out" "Feste Sätze" "which is not shown itself"
out=$(statute diff nrw_2022 nrw_2024)
has "$out" "    bis 10.000: 230,00 → 234,60" "two names are compared"
out=$(statute show nowhere)
is "$?" 1 "a name that is not there"
has "$out" "die Satzung „nowhere“ gibt es in der Datenbank nicht" "is named"
# What a file stands on is looked up in the database.
printf 'statute oben\ntitle "O"\nsource "S"\nvalid from 01.01.2024\nbased_on nrw_2024\nrule x "X"\nparagraph "1"\nwho member\npay monthly\namount rate no_such_rate\n' >oben.statute
out=$(statute load oben.statute)
is "$?" 1 "a rate that neither has"
has "$out" "oben.statute:10: den Satz „no_such_rate“ gibt es nicht" "is found by the base in the database"

# What stands on a file is read with it, and told when it would no longer be right.
printf 'statute unten\ntitle "U"\nsource "S"\nvalid from 01.01.2024\nrate a "A" paragraph "1" 5,00\n' >unten.statute
printf 'statute darauf\ntitle "D"\nsource "S"\nvalid from 01.01.2024\nbased_on unten\nrule x "X"\nparagraph "1"\nwho member\npay monthly\namount rate a\n' >darauf.statute
is "$(statute load unten.statute darauf.statute | wc -l)" 2 "two that are right together"
sed -i 's/^rate a /rate b /' unten.statute
out=$(statute load unten.statute)
is "$?" 0 "the one below is loaded without its rate"
has "$out" "Was in der Datenbank darauf steht, hat dann Fehler:" "what stands on it is told"
has "$out" "den Satz „a“ gibt es nicht (erlaubt: b)" "with what is missing"

# Paid by: the next edition.
sql -c "with r as (insert into council.fee_run (body_id, period, calculated, state, committed_at, committed_by)
	values (1, '[2024-01-01,2024-02-01)', '[2024-01-01,2024-02-01)', 'committed', now(), 'x') returning id)
	insert into council.fee_run_statute select r.id, s.id from r, council.statute s where s.name = 'herdecke_2024'"
is "$(statute load "$folder/herdecke_2024.statute")" "herdecke_2024, Ausgabe 2: neu geladen (Entwurf)" "paid by: a new edition"
out=$(statute withdraw herdecke_2024/1)
is "$?" 1 "the edition that was paid by stays"
has "$out" "nach dieser Satzung ist schon abgerechnet" "and that is said"
is "$(statute show herdecke_2024/1 | head -n 1)" "$(statute show herdecke_2024/2 | head -n 1)" "editions are shown by their number"

# Rights.
for who in gast schriftfuehrung "$me"; do
	out=$(PGUSER=$who "$RATSTISCH" statute load "$folder/koennern_2025.statute" 2>&1)
	is "$?" 1 "$who may not load"
	out=$(PGUSER=$who "$RATSTISCH" statute text koennern_2025 2>&1)
	is "$?" 1 "$who sees no statute"
	lacks "$out" "rule" "not a word of it"
done
done_testing
