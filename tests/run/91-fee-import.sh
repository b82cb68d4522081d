#!/usr/bin/env bash
# Facts of the fee module from CSV: the examples of doc/fee-import.md go in, once; faults are all named and nothing is written;
# encodings, separators, limits, hostile files, rights.
. "$(dirname "$0")/../lib/run.sh"
without_fees=yes
start_database
cd "$work" || exit 99
me=$PGUSER
export PGUSER=kasse
import() { "$RATSTISCH" fees import "$@" 2>&1; }
count() { sql -c "select count(*) from council.$1"; }

"$RATSTISCH" statute load "$TOP_SRCDIR/statutes/nrw_2024.statute" >/dev/null
sql -c "update council.meeting set state = 'closed' where id = 2"
doc=$TOP_SRCDIR/doc/fee-import.md
kinds=$(sed -nE 's/^## `([a-z-]+)`$/\1/p' "$doc")
is "$(import nothing nothing.csv | sed -n 's/^  erlaubt: //p')" "$(echo $kinds | sed 's/ /, /g')" "the document has every kind, in order"
for kind in $kinds; do
	awk -v head="## \`$kind\`" '$0 == head { on = 1; next } /^## / { on = 0 } /^```/ { code = !code; next } on && code' "$doc" >"$kind.csv"
	lines=$(($(wc -l <"$kind.csv") - 1))
	[ "$lines" -ge 1 ]
	ok "$kind: an example"
	is "$(import "$kind" "$kind.csv" --dry-run)" "$kind.csv: $lines Zeilen kämen dazu, 0 sind schon da; nichts wurde geschrieben." "$kind: compared only"
	is "$(import "$kind" "$kind.csv")" "$kind.csv: $lines Zeilen übernommen, 0 waren schon da." "$kind: imported"
	is "$(import "$kind" "$kind.csv")" "$kind.csv: 0 Zeilen übernommen, $lines waren schon da." "$kind: and not twice"
done
is "$(sql -c "select string_agg(m.day || ' ' || p.person_id || ' ' || p.begins_at || ' ' || p.ends_at, ',' order by p.id) from council.fee_meeting m
	join council.fee_presence p on p.fee_meeting_id = m.id")" \
	"2026-10-12 1 17:00:00 19:00:00,2026-10-12 2 17:30:00 19:00:00,2026-10-13 3 18:00:00 19:15:00" "group meetings as they were"
is "$(count fee_meeting)" 2 "one row a meeting"
is "$(sql -c "select string_agg(concat_ws('|', kind, begins_at, amount, kilometres, vehicle, evidence), ',' order by id) from council.fee_claim")" \
	"loss_floor|17:00:00|,travel|12.5|car|,care|1234.50|Quittung 7" "claims, money exact"
is "$(sql -c "select iban from council.fee_bank_account")" "DE89370400440532013000" "the account without blanks"
is "$(sql -c "select value || ' ' || valid from council.body_size")" "61234 [2026-01-01,)" "the size"
is "$(sql -c "select hourly_amount from council.fee_evidence")" "31.2550" "four places of an hourly amount"

# Faults: all at once, those of the file and those of the database, and nothing is written.
before=$(count fee_claim)
cat >faults.csv <<'CSV'
Person;Art;Tag;Beginn;Ende;km;Fahrzeug;Betrag;Sitzung
bra;ohne Nachweis;32.10.2026;17:00;19:00;;;;
bra;Fahrt;15.10.2026;;;12,25;Auto;;
bra;Fahrt;15.10.2026;;;12,2;Rakete;1.234;
bra;Fahrt;15.10.2026;;;"12,2;Auto;;
bra;Fahrt;15.10.2026;;;12,2;Auto;;;;
niemand;Fahrt;15.10.2026;;;12,2;Auto;;1
bra;Fahrt;15.10.2026;;;12,2;Auto;;99999
bra;ohne Nachweis;14.10.2026;18:00;20:00;;;;
bra;Fahrt;16.10.2026;;;;Auto;;
bra;Haushalt;16.10.2026;19:00;18:00;;;;
kra;Fahrt;16.10.2026;;;5;Auto;;
kra;Fahrt;16.10.2026;;;5;Auto;;
CSV
out=$(import claims faults.csv)
is "$?" 1 "faults"
has "$out" "faults.csv:2: Spalte „Tag“: „32.10.2026“ ist kein Tag (Form: 14.10.2026 oder 2026-10-14)" "a day that is none"
has "$out" "faults.csv:3: Spalte „km“: „12,25“ hat mehr als 1 Stellen nach dem Komma" "too exact"
has "$out" "faults.csv:4: Spalte „Fahrzeug“: „Rakete“ ist unbekannt (erlaubt: Auto, Motorrad, Fahrrad, Mitfahrt, Fahrkarte)" "an unknown word"
has "$out" "faults.csv:4: Spalte „Betrag“: „1.234“ ist nicht eindeutig" "a number that could be two"
has "$out" "faults.csv:5: Anführungszeichen stehen falsch" "an open quote"
has "$out" "faults.csv:6: 11 Felder, die Kopfzeile hat 9" "too many cells"
has "$out" "faults.csv:7: Spalte „Person“: „niemand“ gibt es nicht" "nobody"
has "$out" "faults.csv:8: Spalte „Sitzung“: die Sitzung 99999 gibt es nicht" "no such meeting"
has "$out" "faults.csv:9: Spalte „Beginn“: überschneidet sich mit dem Antrag 17:00–19:10 in der Datenbank" "an overlap with what is there"
has "$out" "faults.csv:10: Spalte „km“: die Kilometer (hin und zurück) sind nötig" "what is missing"
has "$out" "faults.csv:11: Spalte „Ende“: das Ende liegt nicht nach dem Anfang (19:00)" "an end before the begin"
has "$out" "faults.csv:13: steht schon in Zeile 12" "the same twice"
has "$out" "12 Fehler; nichts wurde übernommen" "and their number"
is "$(count fee_claim)" "$before" "nothing was written"

printf 'Fraktion;Tag;Beginn;Ende;Person\nCDU;12.10.2026;17:00;20:00;bra\nCDX;12.10.2026;17:00;20:00;bra\n' >meeting.csv
out=$(import group-meetings meeting.csv)
has "$out" "meeting.csv:2: Spalte „Ende“: diese Sitzung endet in der Datenbank um 19:00" "another end of the same meeting"
has "$out" "meeting.csv:3: Spalte „Fraktion“: das Gremium „CDX“ gibt es nicht" "an unknown group"
sql -c "insert into council.person (body_id, family_name, given_name) values (1, 'Zweimal', 'Anna'), (1, 'Zweimal', 'Anna')"
printf 'Person;Kilometer\n"Zweimal, Anna";5\n' >twice.csv
has "$(import distances twice.csv)" "ist nicht eindeutig: Zweimal, Anna (Nummer" "ambiguous: the candidates are named"
printf 'Person;Kilometer;ab;bis\nkra;5;01.02.2026;01.01.2026\nbra;5;01.03.2026;\n3;1;01.01.2026;31.12.2026\n3;2;31.12.2026;\n' >spans.csv
out=$(import distances spans.csv)
has "$out" "spans.csv:2: Spalte „bis“: das Ende liegt vor dem Anfang (01.02.2026)" "a period that ends before it begins"
has "$out" "spans.csv:3: Spalte „ab“: überschneidet sich mit dem Eintrag ab 01.01.2026 in der Datenbank" "a period that is taken"
has "$out" "spans.csv:5: Spalte „ab“: überschneidet sich mit Zeile 4" "both days belong to a period"
printf 'Person;IBAN\nbra;DE88370400440532013000\nkra;DE89370400440532013000\n' >bank.csv
out=$(import bank-accounts bank.csv)
has "$out" "bank.csv:2: Spalte „IBAN“: die Prüfziffern der IBAN stimmen nicht" "a wrong IBAN"
has "$out" "bank.csv:3: Spalte „Person“: „kra“ hat an diesem Tag keinen solchen Zahlungsempfänger" "nobody to whom the account belongs"

# Separators, encodings, headers.
printf '\357\273\277PERSON,kilometres,From\r\nkrz,"1,5",2026-01-01\r\n\r\n' >comma.csv
is "$(import distances comma.csv)" "comma.csv: 1 Zeilen übernommen, 0 waren schon da." "commas, byte order mark, CRLF, English"
printf 'Ort\tkm\tPerson\n\t2\t5\n' >tab.csv
is "$(import distances tab.csv)" "tab.csv: 1 Zeilen übernommen, 0 waren schon da." "tabs"
printf 'Person;Art;Regel;Grund\nbra;Verzicht;;M\344rz\n' >latin.csv
is "$(import holds latin.csv)" "latin.csv ist kein UTF-8: gelesen als Windows-1252.
latin.csv: 1 Zeilen übernommen, 0 waren schon da." "Windows-1252 is found out and said"
is "$(sql -c "select reason from council.fee_hold order by id desc limit 1")" "März" "and read rightly"
printf 'Person;Art;Grund\nkra;Verzicht;M\344rz\n' >named.csv
is "$(import holds named.csv --encoding ISO-8859-1)" "named.csv: 1 Zeilen übernommen, 0 waren schon da." "an encoding by name"
has "$(import holds named.csv --encoding UTF-8)" "die Datei ist nicht in „UTF-8“ geschrieben" "a wrong one"
has "$(import holds named.csv --encoding NONE-SUCH)" "den Zeichensatz „NONE-SUCH“ gibt es nicht" "an unknown one"
printf 'Person;Foo;km;Kilometer\nkra;1;2;x\n' >header.csv
out=$(import distances header.csv)
has "$out" "header.csv:1: unbekannte Spalte „Foo“ (erlaubt: Person, Ort, Kilometer, Fahrzeug, Automatisch, Ab, Bis)" "an unknown column"
lacks "$out" "header.csv:2" "lines below a wrong header are not read"
has "$out" "header.csv:1: die Spalte „Kilometer“ steht doppelt" "a doubled one"
printf 'km\n5\n' >missing.csv
has "$(import distances missing.csv)" "missing.csv:1: die Spalte „Person“ fehlt" "a missing one"

# Hostile files.
: >empty.csv
printf 'Person;Kilometer\n\033[2J;5\n' >control.csv
printf 'Person;Kilometer\n1;5\000\n' >nul.csv
head -c 100000 /dev/urandom >noise.csv
{ printf 'Person;Kilometer\n' && yes '1;5' | head -n 500000; } >many.csv
yes ';' | head -n 300 | tr -d '\n' >wide.csv
for name in empty control nul noise wide; do
	out=$(import distances $name.csv)
	is "$?" 1 "$name: refused"
	is "$(printf '%s' "$out" | LC_ALL=C tr -d '\n\040-\176\200-\377' | wc -c)" 0 "$name: no control character reaches the terminal"
done
has "$(import distances empty.csv)" "die Datei ist leer: die Kopfzeile fehlt" "an empty file"
has "$(import distances control.csv)" "control.csv:2: ein Steuerzeichen steht in der Zeile" "a control character"
truncate -s 68000000 large.csv
has "$(import distances large.csv)" "die Datei ist größer als 64 MiB" "a file of 65 MiB"
rm large.csv
has "$(import distances many.csv --encoding NONE)" "den Zeichensatz" "a file of many lines is read"
out=$(import distances nowhere.csv)
has "$out" "nowhere.csv" "a file that is not there"

# Rights: nothing for those without, not a word of what is there.
for who in gast schriftfuehrung "$me"; do
	out=$(PGUSER=$who import claims claims.csv)
	is "$?" 1 "$who may not import"
	lacks "$out" "übernommen" "and nothing is said of what is there"
done
out=$(PGUSER=sitzungsgeld import bank-accounts bank-accounts.csv)
has "$out" "Recht \"bank\"" "bank data need their right"
is "$(PGUSER=sitzungsgeld import claims claims.csv)" "claims.csv: 0 Zeilen übernommen, 3 waren schon da." "the fee clerk sees what the cashier has imported"
done_testing
