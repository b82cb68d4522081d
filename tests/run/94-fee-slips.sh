#!/usr/bin/env bash
# Slips of the fee clerk: what cannot be is said at its field, in words and in the language of the interface; no question loses the keys that
# answer it; nothing that cannot be taken back happens by two keys.
. "$(dirname "$0")/../lib/run.sh"
start_database
cd "$work"

# as ACCOUNT DESCRIPTION: the script on standard input.
as() {
	out=$(PGUSER=$1 "$RATSTISCH" --script - --size 80x24 --now 2026-10-14T18:00 2>&1)
	ok "$2"
	[ "$failures" -eq "${seen_failures:-0}" ] || printf '%s\n' "$out" | grep -v '^[0-9]* Tasten' | head -n 60 | sed 's/^/# /'
	seen_failures=$failures
}

as sitzungsgeld "amounts: less than nothing, more than there is, too many places; help that is longer than a line is whole" <<'K'
@expect E Sitzungsgeld
Eman
kraat<Enter>nachge<Enter>13.10.<Tab>17<Tab>19:30<Tab>-5<Tab>
@expect nur von 0 bis 9.999,9999
<BackTab><^U>12345678901234567,5<Tab>
@expect nur von 0 bis 9.999,9999
<BackTab><^U>20<Tab>12,345<Tab>
@expect zu viele Stellen hinter dem Komma, höchstens 2
<BackTab><^U>1.000.000,00<Tab>
@expect nur von 0 bis 999.999,99
<BackTab><^U><Tab><Tab><Tab><Tab><Tab>
@expect Nachweise für längere Zeit stehen
@expect „Nachweise“.
K
as sitzungsgeld "a choice that nothing fits says so" <<'K'
Emanxyzzy
@expect Nichts passt.
K
as sitzungsgeld "^E has all of what the server refused in a form" <<'K'
Emrn
cdu<Enter>13.10.2026<Tab>18<Tab>19<Tab>kra xyz<F2>
@expect unbekannt: xyz
<^E>
@expect Die letzte Meldung in voller Länge
@expect Kürzel, Anfang des Nachnamens oder #Nummer der Person.
K
as sitzungsgeld "a long question shows the keys that answer it" <<'K'
En<Tab><BackTab>1.9.<F2>
@expect Gespeichert
@refuse Gerechn…
@refuse sitzungsge…
f
@expect Diese Probe festschreiben? Ihre Posten ändern sich dann nie mehr.
@expect jede andere Taste nein
j
@expect Festgeschrieben
K
as sitzungsgeld "a month that is not over is not closed without a run; the question names the month" <<'K'
Emmc
@expect ohne einen Lauf abschließen? Das lässt sich nicht zurücknehmen.
@expect jede andere Taste nein
j
@expect noch nicht vorbei und nicht abgerechnet
@refuse abgeschlossen  
@expect 0,00
K
export LANGUAGE=en
as sitzungsgeld "refused in English too" <<'K'
Efj
@expect somebody else has to release it
<^E>
@expect Four eyes: ask the second person to release it.
K
as sitzungsgeld "days in English; where a statute holds after another took its place" <<'K'
Emwc<F2>
@expect from 01.01.2026
<F2>
@expect Saved as a draft
I
@expect any other key no
j
@expect 01.01.2025–31.12.2025
K
export LANGUAGE=de
as kasse "payment: from the list of runs to the open amounts; the next banking day stands in the form" <<'K'
Efj
@expect Freigegeben
z
@expect Offene Beträge
z
@refuse Ausführung*  
x.xml<F2>
@expect Begleitzettel
qds
@expect Hat die Bank diese Datei?
@expect jede andere Taste nein
jqqmu
r
@expect Grund*
<F2>
@expect darf nicht leer sein
K
# A file that could not be written whole is not in the way of the next attempt.
run=$(sql -c "select max(id) from council.fee_run")
(
	ulimit -f 1
	trap '' XFSZ
	PGUSER=sitzungsgeld "$RATSTISCH" fees statement --run "$run" --all --format html -o half.html >/dev/null 2>said
)
has "$(cat said)" "lässt sich nicht schreiben" "a file that does not fit is said"
[ ! -e half.html ]
ok "and no part of it stays"
PGUSER=sitzungsgeld "$RATSTISCH" fees statement --run "$run" --all --format html -o half.html >/dev/null
ok "so that it can be tried again"
# The last person's file cannot be made: none of the others stays.
mkdir each
last=$(sql -c "select i.person_id from council.fee_item i join council.person p on p.id = i.person_id where i.run_id = $run order by p.name desc limit 1")
echo taken >"each/abrechnung-lauf$run-$last.txt"
PGUSER=sitzungsgeld "$RATSTISCH" fees statement --run "$run" --all -o each/ >/dev/null 2>said
has "$(cat said)" "each/abrechnung-lauf$run-$last.txt: " "of a folder one file is in the way"
is "$(ls each)" "abrechnung-lauf$run-$last.txt" "and none of the others stays"
is "$(cat each/*)" taken "what was there is untouched"
done_testing
