#!/usr/bin/env bash
# The screens of the fee clerk over the demonstration: runs, reasons, gaps; facts; statutes; payment and year.
. "$(dirname "$0")/../lib/run.sh"
start_database
cd "$work"
options=

# as ACCOUNT DESCRIPTION: the script on standard input, on what the database has by then.
as() {
	# shellcheck disable=SC2086
	out=$(PGUSER=$1 "$RATSTISCH" --script - --size 80x24 --now 2026-10-14T18:00 $options 2>&1)
	ok "$2"
	[ "$failures" -eq "${seen_failures:-0}" ] || printf '%s\n' "$out" | grep -v '^[0-9]* Tasten' | head -n 60 | sed 's/^/# /'
	seen_failures=$failures
}

as sitzungsgeld "a dry run: blocked persons first, then those with a note, money at the right" <<'K'
E
@expect Sitzungsgeld
@expect Keine Einträge
n<Tab><BackTab>1.9.<F2>
@expect Gespeichert
@expect Probe               1     12.338,60
@expect 38 Personen  16 mit Hinweis  2 gesperrt (Çelik: angehalten;
<Enter>
@expect SITZUNGSGELD Lauf 2026-09 Probe 1  12.338,60  Vorm. 0,00
@expect > Çelik, Leyla   SPD      1  1  0,0    0    292,00  +292,00 ! angehalten
@expect 38 geprüft  16 mit Hinweis  2 gesperrt
K
as sitzungsgeld "why: every item with paragraph, presence, rate" <<'K'
E<Enter>/müller<Enter><Enter>
@expect Warum: Müller, Claudia
<PgDn>
@expect Verdienstausfall auf Nachweis  97,50
@expect Grundlage: § 4 Abs. 2, Entschädigungssatzung der Stadt Musterstadt
@expect Beleg: Bescheinigung des Arbeitgebers
q
@expect Filter: müller
K
as sitzungsgeld "gaps: what blocks first" <<'K'
E<Enter>g
@expect Lücken und Auffälliges
@expect > ! Çelik, Leyla
@expect Anschrift ungeklä
K
as sitzungsgeld "sorted by amount, and by name" <<'K'
E<Enter>S
@expect Person▲
@expect > Adeyemi, Ngozi
SR
@expect Betrag▼
@expect > Sommer, Ina
K
as sitzungsgeld "calculated anew in the list: another attempt, the same place" <<'K'
E<Enter><Down><Down>p
@expect Neu gerechnet
@expect Probe 2  12.338,60
@expect > Asmussen, Finn
K
as sitzungsgeld "committing asks; whoever committed does not release" <<'K'
E<Enter>f
@expect Diese Probe festschreiben?
n
@expect Nicht getan
fj
@expect Festgeschrieben. Freigeben muss jemand anders.
@expect Lauf 2026-09 festgeschrieben
f
@expect zur Zahlung freigeben?
j
@expect die Freigabe gibt jemand anders
K
as kasse "somebody else releases" <<'K'
E<Enter>fj
@expect Freigegeben; er kann gezahlt werden.
f
@expect Dieser Lauf ist freigegeben
K
is "$(sql -c "select state || ' ' || committed_by || ' ' || released_by from council.fee_run")" "released sitzungsgeld kasse" "two persons stand in the run"
as sitzungsgeld "a released run is not dropped; the difference run is empty" <<'K'
Evj
@expect nicht in dem Zustand
p
@expect Neu gerechnet
@expect Probe               1          0,00
<Home>vj
@expect Verworfen
K
for who in leserin gast verwaltung; do
	as "$who" "$who sees no run, and is told why" <<'K'
E
@expect dafür fehlt die Berechtigung
@refuse 12.338
K
done
options=--linear
as sitzungsgeld "in lines: head, row and foot are said" <<'K'
E<Enter>
K
options=
has "$out" "Betrag: 292,00" "the amount of the selected person"
has "$out" "SITZUNGSGELD Lauf 2026-09 freigegeben" "the head line"
has "$out" "2 gesperrt" "the foot line"

# Facts.
as sitzungsgeld "group meetings: one line of those present; what is wrong is named, nothing is lost; the next entry follows" <<'K'
Em
@expect > Sitzungen bestätigen
@expect warten
<Down><Enter>
@expect Fraktionssitzungen
ncdu<Enter>14.9.<Tab>18<Tab>1945<Tab>kra wöh xxx kr<F2>
@expect unbekannt: xxx; mehrdeutig: kr (krz Kraatz, Jürgen oder kra
@expect kra wöh xxx kr
<Backspace><Backspace><Backspace><Backspace><Backspace><Backspace>som 18:30-19<F2>
@expect Gespeichert. Das Nächste, oder Esc.
@expect CDU-Fraktion
@expect 21.09.2026
<Esc>
@expect 14.09.2026 CDU
@expect 3 kra som wöh
K
is "$(sql -c "select council.present_line(id) from council.fee_meeting where day = '2026-09-14'")" "kra som 18:30-19:00 wöh" "those present are stored with their times"
as sitzungsgeld "somebody who is no member that day is warned of, not refused" <<'K'
Em<Down><Enter>
ncdu<Enter>20.8.<Tab>18<Tab>19<Tab>kra adey<F2>
@expect kein Mitglied: ade. Gespeichert. Das Nächste, oder Esc.
<Esc>
@expect kein Mitglied
<End><Enter>
@expect Kein Mitglied  ade
K
is "$(sql -c "select council.fee_strangers(id) from council.fee_meeting where day = '2026-08-20'")" "ade" "it is saved, and known"
sql -c "delete from council.fee_meeting where day = '2026-08-20'"
as sitzungsgeld "meetings wait to be confirmed: with their intervals, marked ones together, all that are shown, and back" <<'K'
Em<Enter>
@expect > 08.10.2026 17:00 HFA
@expect ! offen
<Enter>
@expect Anwesenheit: HFA 31, 08.10.2026
@expect Krämer, Heinrich           CDU      17:01  18:01       60
q<Space><Space>b
@expect Die vorgemerkten sind bestätigt
/schul<Enter>aj
@expect Alle gezeigten sind bestätigt
rj
@expect Zurückgenommen
K
is "$(sql -c "select string_agg(meeting_id::text, ' ' order by meeting_id) from council.fee_confirmation")" "4 5 6" "those and no others are confirmed"
as sitzungsgeld "claims: an overlap is said at the field, with the other claim; then it is saved and the next one is there" <<'K'
Em<Down><Down><Enter>
@expect > ! Adeyemi
nsom<Enter>verd<Down><Down><Enter>9.9.<Tab>17<Tab>18<F2>
@expect Das Nächste
@expect Sommer, Ina
<Tab><Tab><Tab>1730<Tab>1830<F2>
@expect überschneidet sich mit: Verdienstausfall
18<F2>
@expect Das Nächste
K
is "$(sql -c "select count(*) from council.fee_claim where person_id = 23 and begins_at is not null")" 2 "two claims are stored"
as sitzungsgeld "the page of a person leads to everything; new entries are for that person" <<'K'
E<Enter>/kräm<Enter>e
@expect Sitzungsgeld von: Krämer, Heinrich
@expect Fraktionsvorsitz
<Down><Down><Down><Enter>
@expect Verzicht und Sperre: Krämer, Heinrich
n
@expect Person*   Krämer, Heinrich
<Tab><Tab>Anschrift prüfen<Tab>1.10.<F2>
@expect Gespeichert
@expect angehalten
K
is "$(sql -c "select kind || ' ' || valid from council.fee_hold where person_id = 2")" "hold [2026-10-01,)" "the hold is stored"
as sitzungsgeld "bank data: not for the fee clerk" <<'K'
Em<Down><Down><Down><Enter>/kräm<Enter>kk
@expect dafür fehlt die Berechtigung
@refuse DE66
K
as kasse "but for the treasury; check digits are looked at" <<'K'
Em<Down><Down><Down><Enter>/kräm<Enter>kk
@expect DE66 9999 9999 0000 0000 02
<Enter>
<Backspace>3<F2>
@expect diese IBAN kann nicht stimmen
K
as sitzungsgeld "settings, sizes, corrections" <<'K'
EmE
@expect Stadt Musterstadt
<Tab>1500,50<F2>
@expect Gespeichert
e
@expect 43.780
qknvog<Enter>fahr<Enter>1.9.<Tab>-12,5<Tab>som<Enter>verwechselt<F2>
@expect Gespeichert
@expect -12,50
K
is "$(sql -c "select large_amount from council.fee_setting")" "1500.50" "an amount typed with a comma"

# Statutes.
as sitzungsgeld "statute: rates, bands, rules, text; what was paid by stays, a later amount is entered" <<'K'
Emw
@expect Entschädigungssatz
@expect in Kraft
@expect 30.09.2026
r
@expect Mindestlohn
@expect 180,00 bis 300
<Down><Enter>
<Tab><Tab><Tab><Tab><Tab><Tab>13,50<F2>
@expect nach dieser Satzung ist schon abgerechnet
<Esc>j<End>n
@expect Sitzungsgeld
@expect 01.01.2027
<Tab><Tab><Tab>27,5<F2>
@expect Gespeichert
@expect 27,50 01.01.2027
@expect 26,00 01.01.2025 31.12.2026
<Up><Up>
@expect > Monatspauschale
n<F2>
@expect 01.01.2027
b
@expect Staffel
@expect 20.001       50.000         240,00
<Down><Enter><Tab><Tab>250<F2>
@expect 250,00
qql
@expect 2 x Monatspausc
<Enter>
@expect who member of council
<F2>
@expect schon abgerechnet
<Esc>qt
@expect rate fee "Sitzungsgeld" paragraph "§ 2 Abs. 2"
K
is "$(sql -c "select string_agg(b.amount::text, ' ' order by r.valid, b.size) from council.fee_band b join council.fee_rate r on r.id = b.rate_id")" \
	"180.0000 240.0000 300.0000 180.0000 250.0000 300.0000" "the new period has the bands of the old one, of which one was changed"
as sitzungsgeld "a statute that was paid by is not withdrawn; in force is in force" <<'K'
Emwwj
@expect nach dieser Satzung ist schon abgerechnet
ij
@expect In Kraft
K
as sitzungsgeld "simulation of three months, beside what was paid" <<'K'
Emwy
@expect Satzung          Entschädigungssatzung der Stadt Musterstadt
1.8.2026<Tab>3<F2>
@expect Gespeichert
qi
@expect Simulationen
@expect 2026-08 bis 2026-10
<Enter>
@expect 2026-08 bis 2026-10  35.212,60 statt 12.338,60
@expect Unterschied
q
vj
@expect Verworfen
@expect Keine Einträge
K

# Payment.
as sitzungsgeld "open amounts; the fee clerk writes no payment file" <<'K'
Emz
@expect Offene Beträge
@expect ! angehalten
@expect 292,00 09/2026
zout.xml<Tab>m+60<F2>
@expect dazu fehlt Ihnen das Recht
K
[ ! -e out.xml ] && [ ! -e out.xml.part ]
ok "and there is no file"
as kasse "a day on which no bank works: the next one is offered, and what was typed stays" <<'K'
Emzz
@expect pain.001.001.09 ▾
feast.xml<Tab>25.12.2044<F2>
@expect kein Bankarbeitstag (1. Weihnachtstag); der nächste ist der 27.12.2044. An
n
@expect Nicht getan.
@expect 25.12.2044
<F2>j
@expect Begleitzettel zur Zahlungsdatei
@expect 27.12.2044
@refuse Achtung
qdvj
@expect alles ist wieder offen
K
as kasse "the treasury does: file and control sheet; what cannot be written stays in the form" <<'K'
Emz
z/nowhere/out.xml<Tab>m+60<F2>
@expect /nowhere/out.xml
@expect Zahlungsdatei
<BackTab><Home><Del><Del><Del><Del><Del><Del><Del><Del><Del><F2>
@expect Begleitzettel zur Zahlungsdatei
@expect 11.004,70
q
@expect Offene Beträge
@expect Çelik, Leyla
d
@expect erzeugt
wagain.xml<F2>
@expect Geschrieben: again.xml
K
cmp -s out.xml again.xml
ok "written again it is the same file"
as kasse "handed to the bank; one transfer comes back and is open again" <<'K'
Emdsj
@expect übergeben
vj
@expect ✗
<Enter>
@expect Überweisungen und Ausgleich: RT
/öztürk<Enter>r<Tab>Konto erloschen<F2>
@expect Gespeichert
@expect zurückgekommen
qqz
@expect Öztürk-Lindemann,… Mitglied        292,00
K
is "$(sql -c "select count(*) filter (where state = 'done') || ' ' || count(*) filter (where state = 'returned') from council.fee_settlement")" "28 1" "all others stay paid"

# Posting files and the journal.
run=$(sql -c "select id from council.fee_run")
as sitzungsgeld "posting file: by template from the list of runs; a fault stands in the form, what was typed stays" <<'K'
E
@expect > 2026-09
u
@expect Buchungsdatei
@expect 09/2026
pay<Enter>pay.csv<F2>
@expect Personalnummer fehlt
@expect pay.csv
<^E>
@expect pay.csv:3
K
[ ! -e pay.csv ] && [ ! -e pay.csv.part ]
ok "and there is no file"
sql -c "with b as (insert into council.body (name, short_name, rule_set_id) select 'Nachbarstadt', 'Nachbar', rule_set_id from council.body where id = 1 returning id)
	insert into council.posting_template (body_id, name, title, form) select id, 'nachbar', 'der Nachbarn', 'csv' from b" >/dev/null
as sitzungsgeld "templates of other municipalities are not offered" <<'K'
E<Enter>u
@expect 09/2026
sap
@expect sap_csv
<Backspace><Backspace><Backspace>nachb
@expect Dateivorlage: nachb
@refuse der Nachbarn
K
sql -c "delete from council.posting_template where name = 'nachbar'" -c "delete from council.body where short_name = 'Nachbar'" >/dev/null
as sitzungsgeld "from the run of persons; a name that is taken, then another" <<'K'
E<Enter>u
@expect 09/2026
sap_csv<Enter>out.xml<F2>
@expect nicht schreiben: out.xml
@expect out.xml
<BackTab><Tab><End><Backspace><Backspace><Backspace>csv<F2>
@expect Geschrieben: out.csv
K
is "$(stat -c %a out.csv)" 600 "for nobody else to read"
PGUSER=sitzungsgeld "$RATSTISCH" fees export posting --run "$run" --template sap_csv --output shell.csv >shell.txt
cmp -s out.csv shell.csv
ok "the shell writes the same"
as sitzungsgeld "among the files: written again, taken back, and another is possible" <<'K'
Emd
@expect Dateien für Bank und Kasse
@expect Buchung
@expect -sap_csv
w
@expect Dateivorlage
@expect sap_csv
second.csv<F2>
@expect Geschrieben: second.csv
v
@expect Die Kasse darf sie dann nicht mehr einlesen
j
@expect der Lauf kann eine andere bekommen
@expect zurückgenommen
K
cmp -s out.csv second.csv
ok "again it is the same file"
as sitzungsgeld "after that the next one is a new file" <<'K'
Eusap_csv<Enter>third.csv<F2>
@expect Geschrieben: third.csv
md
@expect -sap_csv/2
K
as sitzungsgeld "the journal reconciles" <<'K'
Ej
@expect JOURNAL 09/2026  Posten 12.338,60  geschuldet 12.338,60  stimmt
@expect gebucht 12.338,60
/kräm
@expect Krämer, Heinrich
K
as leserin "a reader writes none" <<'K'
:open_fee_posting<Enter>
@refuse 09/2026
K

# Documents.
as sitzungsgeld "statements of a run: all in one text; a name that is taken stays in the form" <<'K'
Ed
@expect Abrechnungen und Bescheinigungen
@expect Abrechnung ▾
@expect 2026
<BackTab>out.xml<F2>
@expect nicht schreiben: out.xml
@expect Datei* out.xml
<Backspace><Backspace><Backspace>txt<F2>
@expect Geschrieben: out.txt
K
PGUSER=sitzungsgeld "$RATSTISCH" fees statement --run "$run" --all --output shell.txt2
cmp -s out.txt shell.txt2
ok "the shell writes the same"
is "$(stat -c %a out.txt)" 600 "for nobody else to read"
as sitzungsgeld "of one person of the run as HTML; of all into a folder; a list" <<'K'
E<Enter>/kräm<Enter>d
@expect Krämer, Heinrich ▾
<BackTab><BackTab>h<Enter>one.html<F2>
@expect Geschrieben: one.html
qd
<BackTab>each/<F2>
@expect Geschrieben: each/ (32 Dateien)
dlis<Enter><BackTab><BackTab>list.txt<F2>
@expect Geschrieben: list.txt
d<BackTab><BackTab>csv<Enter>x.csv<F2>
@expect „csv“ gibt es hier nicht
@expect x.csv
K
is "$(find each -name 'abrechnung-lauf*.txt' | wc -l)" 32 "a file for each person"
has "$(cat one.html)" "Krämer" "the person's own"
as sitzungsgeld "from the page of a person, and from the year" <<'K'
Emp/kräm<Enter><Enter>d
@expect Bescheinigung ▾
@expect Krämer, Heinrich ▾
<BackTab>cert.txt<F2>
@expect dazu gibt es nichts
@expect cert.txt
<Esc>jqqjw
@expect 2026
<Esc>p
@expect Jahressummen
whaus<Enter><BackTab><BackTab><BackTab>csv<Enter>budget.csv<F2>
@expect Geschrieben: budget.csv
K
has "$(cat budget.csv)" "09/2026" "the budget list"
# PDFs are written beside the screen; what stands for WeasyPrint waits at the third one until there is a file go.txt.
mkdir fake
cat >fake/weasyprint <<'S'
#!/bin/bash
# The last word is the file to be written.
echo one >>"$0.count"
while [ "$(wc -l <"$0.count")" -ge 3 ] && [ ! -e go.txt ]; do
	read -r -t 0.05 _ <>"$0.never"
done
[ ! -e "$0.fails" ] && cat >"${!#}"
S
mkfifo fake/weasyprint.never
chmod 755 fake/weasyprint
real=$PATH
PATH=$PWD/fake:$PATH
as sitzungsgeld "PDF: how far it is, one at a time, and when it is there; other work goes on" <<'K'
Ed<BackTab><BackTab>pdf<Enter>pdf/<F2>
@expect Wird geschrieben: pdf/
<Enter>
@await Wird geschrieben: pdf/ (2 von 32)
qd<BackTab><BackTab>pdf<Enter>other/<F2>
@expect es wird schon geschrieben: pdf/
<Esc>jd<BackTab>go.txt<F2>
@expect Geschrieben: go.txt
@await Geschrieben: pdf/ (32 Dateien)
K
is "$(find pdf -name '*.pdf' | wc -l)" 32 "a PDF each"
rm -f go.txt fake/weasyprint.count
as sitzungsgeld "the end of the program is not the end of it" <<'K'
E<Enter>/kräm<Enter>d<BackTab><BackTab>pdf<Enter>late.pdf<F2>
@expect Wird geschrieben: late.pdf
K
until_true test -s late.pdf
ok "it is written all the same"
touch fake/weasyprint.fails
as sitzungsgeld "what fails is said" <<'K'
E<Enter>/kräm<Enter>d<BackTab><BackTab>pdf<Enter>broken.pdf<F2>
@expect Wird geschrieben: broken.pdf
@await ✗ das PDF wurde nicht geschrieben
<^E>
@expect broken.pdf
K
as sitzungsgeld "one file for more than thirty persons is refused at once, with what to do; nothing typed is lost" <<'K'
Ed<BackTab><BackTab>pdf<Enter>all.pdf<F2>
@expect ein PDF mit mehr als 30 Personen
@expect all.pdf
K
PATH=$real
as leserin "a reader gets nothing" <<'K'
:fee_document<Enter>
@refuse Bescheinigung ▾
K

# In English: texts that the database composes, too.
export LANGUAGE=en
as sitzungsgeld "the English interface gives its reasons, gaps and kinds in English" <<'K'
E
@expect Attendance fees
@expect released
<Enter>/müller<Enter><Enter>
@expect Basis: § 2 Abs. 1
@expect gives 240,00
<PgDn>
@expect proof: Bescheinigung des Arbeitgebers
@expect (60 minutes begun count in full)
@refuse Grundlage
K
has "$(PGUSER=sitzungsgeld "$RATSTISCH" fees forecast 2026)" "Lump sums" "the forecast"
has "$(PGUSER=sitzungsgeld "$RATSTISCH" fees forecast 2026 --format csv)" "01/2026;Lump sums;0,00;10.800,00;10.800,00" \
	"a month without a run before one that has one costs what its facts give"
has "$(PGUSER=sitzungsgeld "$RATSTISCH" fees gaps "$run")" "attendance not confirmed" "gaps"
has "$(PGUSER=sitzungsgeld PGOPTIONS='-c search_path=public' "$RATSTISCH" fees statement --run "$run" --person som --format html)" 'lang="en"' "documents say which language they are in"
has "$(PGUSER=sitzungsgeld "$RATSTISCH" fees runs)" "released" "runs"
export LANGUAGE=de
# Months and year.
as sitzungsgeld "closing a month: not while a run is open" <<'K'
Emm
@expect Monate abschließen
@expect 2026-09
/2026-09<Enter>cj
@expect Abgeschlossen
@expect abgeschlossen
qqn<Tab><BackTab>1.9.<F2>
@expect dieser Monat ist abgeschlossen
K
as sitzungsgeld "the year: booked and expected; sums of the persons, down to the reason" <<'K'
Emj
@expect Haushaltsjahr 2026
@expect Pauschalen
p
@expect Jahressummen der Personen
/kräm<Enter><Enter>
@expect Abrechnungen: Krämer, Heinrich
@expect 775,90
<Enter>
@expect Warum: Krämer, Heinrich
K

done_testing
