#!/usr/bin/env bash
# What leaves the fee module: payment files, posting files, documents. Through the program, on runs that are as calculated.
. "$(dirname "$0")/../lib/run.sh"
without_fees=yes
start_database
sql -o /dev/null -f "$TOP_SRCDIR/tests/sql/lib/fees.sql" || exit 99
sql -d postgres -c "create database fees template $PGDATABASE" >/dev/null
mkdir "$work/out"
cd "$work/out" || exit 99
fees() { PGUSER=${who:-kasse} "$RATSTISCH" fees "$@" 2>&1; }
again_from_start() {
	sql -d postgres -c "drop database $PGDATABASE with (force)" -c "create database $PGDATABASE template fees" >/dev/null
}
open_dues() { sql -c "select coalesce(sum(amount), 0) from council.fee_due where settlement_id is null"; }
nothing_done() { # DESCRIPTION
	is "$(sql -c "select (select count(*) from council.fee_file) || ' ' || (select count(*) from council.fee_settlement)")" "0 0" "$1: nothing is booked"
	is "$(find . -newer "$work/mark" -type f | head)" "" "$1: no file is there"
}

## Payment files
before=$(open_dues)
touch "$work/mark"
out=$(who=sitzungsgeld fees pay --output a.xml)
is "$?" 1 "without the right bank"
has "$out" "dazu fehlt Ihnen das Recht" "says so"
nothing_done "without the right"
out=$(fees pay --output "$work/nowhere/a.xml")
is "$?" 1 "a folder that is not there"
has "$out" "nowhere/a.xml" "is named"
nothing_done "a file that cannot be written"
printf 'mine' >taken.xml
touch "$work/mark"
out=$(fees pay --output taken.xml)
is "$?" 1 "a file that exists"
is "$(cat taken.xml)" mine "is not touched"
nothing_done "a name that is taken"
touch half.xml.part "$work/mark"
out=$(fees pay --output half.xml)
is "$?" 1 "one that was begun"
has "$out" "half.xml.part: Die Datei existiert bereits" "is named"
nothing_done "a file that was begun"
out=$(ulimit -f 1 && fees pay --output full.xml)
is "$?" 1 "a disk without room"
has "$out" "full.xml" "is named"
nothing_done "a full disk"
out=$(fees pay --output a.xml --format pain.008)
is "$?" 1 "another format is refused"
out=$(fees pay --output a.xml --on 2020-01-01)
is "$?" 1 "a day of the past"
has "$out" "liegt zurück" "is refused"
nothing_done "a day of the past"

out=$(fees pay --output a.xml --on +3)
is "$?" 0 "a file is made"
is "$(stat -c %a a.xml)" 600 "for nobody else to read"
[ ! -e a.xml.part ]
ok "no part is left"
has "$out" "Überweisungen: 4" "the control sheet counts"
has "$out" "Summe EUR:     1.573,10" "and sums"
has "$out" "SHA-256:       $(sha256sum <a.xml | cut -d' ' -f1)" "and has the checksum of the file"
has "$out" "5421100  1111          1.407,60" "sums by account"
has "$out" "Mueller + Soehne GmbH" "texts that were changed are shown"
for reason in gesperrt "die IBAN ist falsch" "kein Zahlungsempfänger" "keine Bankverbindung" "überzahlt, wird verrechnet"; do
	has "$out" "$reason" "left out: $reason"
done
is "$(sql -c "select encode(sha256, 'hex') from council.fee_file")" "$(sha256sum <a.xml | cut -d' ' -f1)" "the database knows the checksum"
is "$(open_dues)" "906.40" "of $before these stay open"
if command -v xmllint >/dev/null 2>&1; then
	xmllint --noout --schema "$TOP_SRCDIR/xsd/pain.001.001.09.xsd" a.xml 2>"$work/err"
	ok "valid by the schema (xmllint)"
	is "$(xmllint --xpath "sum(//*[local-name()='InstdAmt'])" a.xml)" "1573.1" "the amounts sum up"
	is "$(xmllint --xpath "count(//*[local-name()='CdtTrfTxInf'])" a.xml)" 4 "the transfers count up"
fi
is "$(fees check-payment a.xml)" "4 Überweisungen, 1.573,10 EUR, kein Fehler" "our own check has no fault"
out=$(fees pay --output b.xml)
is "$?" 1 "a second file"
has "$out" "es ist nichts zu zahlen" "has nothing to pay"
has "$out" "Bezirk" "but names the other payer"
out=$(fees pay --payer Bezirk --format pain.001.001.03 --output b.xml)
is "$?" 0 "the other payer, the older format"
if command -v xmllint >/dev/null 2>&1; then
	xmllint --noout --schema "$TOP_SRCDIR/xsd/pain.001.001.03.xsd" b.xml 2>"$work/err"
	ok "valid by its schema"
fi

# A day on which no bank works: warned of, on the sheet too; without --on it is one on which they do.
is "$(sql -c "select bool_and(executed_on = council.banking_day(executed_on)) from council.fee_file where payer = 'Bezirk'")" t "the day of execution is a banking day"

# The same again, until the bank has it.
fees pay --again 1 --output again.xml >/dev/null 2>&1 || number=$(sql -c "select min(id) from council.fee_file")
number=${number:-1}
[ -e again.xml ] || fees pay --again "$number" --output again.xml >/dev/null
cmp a.xml again.xml
ok "written again: the same bytes"
sql -c "update council.fee_setting set debtor_name = 'Stadt Anders'"
out=$(fees pay --again "$number" --output other.xml)
is "$?" 1 "another debtor meanwhile"
has "$out" "die Datei wäre heute eine andere" "is another file"
[ ! -e other.xml ]
ok "and not written"
sql -c "update council.fee_setting set debtor_name = 'Stadt Musterstadt'"
for command in balances "pay --again $number --output clerk.xml" "sent $number" "discard $number"; do
	out=$(who=sitzungsgeld fees $command)
	is "$?" 1 "without the right bank: ${command%% *}"
	lacks "$out" "37050198" "tells no account number"
done
has "$(fees sent "$number")" "ist bei der Bank" "handed over"
fees pay --again "$number" --output late.xml >"$work/err"
is "$?" 1 "not written again afterwards"
id=$(sed -n 's,.*<EndToEndId>\(.*-4\)</EndToEndId>.*,\1,p' a.xml)
out=$(fees return "$id" --reason 'Konto erloschen')
has "$out" "Zurückgegeben: 494,70 EUR sind wieder offen." "returned by its identifier"
fees return "$id" --reason 'Konto erloschen' >"$work/err"
is "$?" 1 "only once"
fees pay --output c.xml >"$work/err"
is "$(grep -c '<EndToEndId>' c.xml)" 1 "the next file pays it"
lacks "$(cat c.xml)" "$id" "under another identifier"
has "$(fees discard "$(sql -c "select max(id) from council.fee_file")")" "ist verworfen" "a file that is not used"
out=$(fees pay --on 2044-12-25 --output feast.xml)
is "$?" 0 "a feast is possible"
has "$out" "Achtung: kein Bankarbeitstag (1. Weihnachtstag); der nächste ist der 27.12.2044 (--on 2044-12-27)" "but warned of, with the next banking day"
has "$out" "Achtung:       kein Bankarbeitstag" "on the control sheet too"
lacks "$(fees check-payment feast.xml)" "Fehler in" "it is a valid file"
fees discard "$(sql -c "select max(id) from council.fee_file")" >"$work/err"
fees pay --output d.xml >"$work/err"
ok "is made anew"
out=$(who=sitzungsgeld fees settle 9 reclaim --reason Erstattung)
has "$out" "das muss jemand anderes entscheiden" "who calculated settles nothing"
has "$(fees settle 9 reclaim --reason Erstattung)" "Ausgeglichen: -42,00 EUR." "somebody else does"
lacks "$(fees balances)" "-42,00" "it is settled"

## Posting files: they sum up to the run, once per run and template.
again_from_start
who=sitzungsgeld
has "$(fees export templates)" "datev_extf" "the templates are listed"
for template in sap_csv sap_fixed datev_extf; do
	has "$(fees export posting --run 901 --template $template --output $template)" "4 Buchungen, 1.781,20 EUR, SHA-256 $(sha256sum <$template | cut -d' ' -f1)" "$template: written, with its sum"
	is "$(stat -c %a $template)" 600 "$template: for nobody else to read"
	[ "$(grep -c $'\r$' $template)" = "$(wc -l <$template)" ]
	ok "$template: line ends"
done
is "$(awk -F';' '$1 == "P" { gsub(",", "", $6); n += $5 == "S" ? $6 : -$6 } END { print n }' sap_csv)" 178120 "sap_csv: the lines sum up"
is "$(awk '{ print length($0) }' sap_fixed | sort -u)" 101 "sap_fixed: every record has 100 characters"
is "$(awk '/^P/ { s = substr($0, 30, 15); n += substr($0, 8, 2) == 40 ? s : -s } END { print n }' sap_fixed)" 178120 "sap_fixed: the lines sum up"
is "$(head -c 21 datev_extf)" '"EXTF";700;21;"Buchun' "DATEV: the head"
is "$(LC_ALL=C grep -c $'B\344hm\|Funktionserg\344nzung' datev_extf)" 1 "DATEV: Windows-1252"
is "$(awk -F';' '{ print NF }' datev_extf | tr '\n' ' ')" "31 125 125 125 125 125 " "DATEV: columns"
is "$(sed -n '3p' datev_extf | cut -d';' -f1-3,7,8,10,11)" '1642,20;"S";"EUR";5421100;1700000;3110;"RT901"' "DATEV: a posting"
fees export posting --run 901 --template sap_csv --output second >out.txt
has "$(cat out.txt)" "dieselbe noch einmal" "again: the same"
cmp sap_csv second
ok "byte for byte"
is "$(sql -c "select count(*) from council.fee_file where kind = 'posting'")" 3 "and no second one is booked"
touch "$work/mark"
out=$(fees export posting --run 901 --template payroll_csv --output pay.csv)
is "$?" 1 "a person without personnel number"
has "$out" "Öztürk-Lindemann, Annegret: Personalnummer fehlt" "is named with the line"
is "$(find . -newer "$work/mark" -name 'pay*')" "" "and no file is there"
is "$(sql -c "select count(*) from council.fee_file where format = 'payroll_csv'")" 0 "nor booked"
out=$(fees export posting --run 902 --template payroll_csv --output pay.csv)
is "$(sed -n 3p pay.csv | iconv -f ISO-8859-15 -t UTF-8 | tr -d '\r')" "P2;2010;1111;234,60;11.2026;Krämer, Heinrich" "payroll: number, wage type, cost centre, amount"
fees export posting --run 902 --template sap_csv --output "$work/nowhere/x" >out.txt
is "$?" 1 "a file that cannot be written"
is "$(sql -c "select count(*) from council.fee_file where format = 'sap_csv'")" 1 "is not booked"
sql -c "insert into council.fee_run (id, body_id, period, calculated, state, created_by, committed_at, committed_by, released_at, released_by) select 903, 1, '[2026-12-01,2027-01-01)', calculated, state, created_by, committed_at, committed_by, released_at, released_by from council.fee_run where id = 902"
has "$(fees export posting --run 903 --template sap_csv --output empty)" "es ist nichts zu buchen" "a run without items is no file"
fees export posting --run 902 --template nothing --output x >out.txt
is "$?" 1 "no such template"
has "$(cat out.txt)" "die Vorlage „nothing“ gibt es nicht" "says so"
out=$(fees export journal --run 901)
is "$?" 0 "the journal"
has "$out" "stimmen auf den Cent überein" "reconciles"
who=kasse
fees pay --output j.xml >out.txt
has "$(fees export journal --run 901)" "überwiesen:            874,80" "after a payment too"
sql -c "update council.fee_due set amount = amount + 0.01 where run_id = 901 and person_id = 2"
fees export journal --run 901 >out.txt
is "$?" 1 "a cent that is wrong is no success"

## Accounts of rules that stand in the ordinance of the state: given by the municipality, without a word of the ordinance.
again_from_start
. "$TOP_SRCDIR/tests/lib/fees.sh"
town accounts NW 22000
member RAT member
in_force "$statutes/nrw_2024.statute" "$statutes/stadt_teilpauschale_2024.statute"
meeting RAT 2024-03-04
sql -c "insert into council.fee_payee (person_id, name, personnel_number, valid) values ($person, 'Anna Beispiel', 'P77', '[2024-01-01,)')"
sql -o /dev/null -c "select setval('council.fee_run_id_seq', 1000)"
run 2024-03 >out.txt
clerk fees commit "$run" --body accounts >out.txt
PGUSER=kasse "$RATSTISCH" fees release "$run" --body accounts >out.txt
amount=$(sql -c "select amount from council.fee_run where id = $run and state = 'released'")
is "$(sql -c "select count(distinct rule_name) from council.fee_item where run_id = $run and amount > 0")" 2 "a run by the ordinance: two rules, $amount EUR"
post() { clerk fees export posting --body accounts --run "$run" --template "$1" --output "$2" 2>&1; }
out=$(post sap_csv nothing.csv)
is "$?" 1 "no account, no posting file"
has "$out" "fehlt" "says so"
printf 'Regel;Konto;Kostenstelle;Lohnart\ncouncil_partial;5421100;1111;2010\ncouncil_meeting;5421200;1111;2020\n' >accounts.csv
has "$(clerk fees import accounts accounts.csv --body accounts)" "2 Zeilen übernommen" "accounts are imported, after the release too"
for template in sap_csv sap_fixed datev_extf payroll_csv; do
	has "$(post $template "town-$template")" "2 Buchungen, $(echo "$amount" | tr . ,) EUR" "$template: exported"
done
is "$(awk -F';' '$1 == "P" { print $3, $4 }' town-sap_csv | sort | tr '\n' ' ')" "5421100 1111 5421200 1111 " "with the accounts of the municipality"
is "$(grep -c '^P77;20[12]0;1111;' town-payroll_csv)" 2 "and its wage types"
has "$(clerk fees export journal --body accounts --run "$run")" "5421200" "the journal has them too"
has "$(clerk fees budget --body accounts --year 2024)" "5421100" "so has the budget"
printf 'Regel;Konto;Zahlstelle;ab\ncouncil_full;;;\ncouncil_fool;1;;\n' >accounts.csv
out=$(clerk fees import accounts accounts.csv --body accounts 2>&1)
has "$out" "accounts.csv:2: Spalte „Konto“: Konto, Kostenstelle, Lohnart oder Zahlstelle ist nötig" "a row that says nothing"
has "$out" "accounts.csv:3: Spalte „Regel“: die Regel „council_fool“ kennt keine Satzung" "a rule that nobody knows"

## Documents
again_from_start
fees pay --output e.xml >out.txt
who=sitzungsgeld
year=$(sql -c "select extract(year from max(executed_on)) from council.fee_file")
out=$(fees statement --year 2026 --person 2)
has "$out" "14.10.2026  Sitzungsgeld" "statement: what"
has "$out" "§ 2 Abs. 3" "its paragraph"
has "$out" "= 20,00, bisher 25,50" "its calculation"
has "$out" "Zusammen: 489,20 EUR. Rechtsgrundlage: Entschädigungssatzung." "sum and statute"
has "$(fees statement --run 901 --person 4)" "Verdienstausfall (an den" "what the employer gets is marked"
mkdir all
has "$(fees statement --year 2026 --all --format html --output all)" "9 Dateien" "all persons into a folder"
is "$(find all -name 'abrechnung-2026-*.html' | wc -l)" 9 "a file each"
fees statement --year 2026 --all --format html --output all >out.txt
is "$?" 1 "they are not written over"
fees statement --year 2026 --all --output all.txt
is "$(grep -c '^Zusammen' all.txt)" 9 "all in one file"
out=$(fees certificate --year "$year" --person 2)
has "$out" "489,20      250,00           239,20" "certificate: the free part of the month (R 3.12)"
out=$(fees tax-list --year "$year")
has "$out" "133/2" "list for the tax office: tax number"
has "$out" "1.478,60      750,00          728,60" "and sums"
has "$(fees tax-list --year "$year" --format csv)" "133/4;494.70;250.00;244.70" "as CSV"
fees tax-list --year "$year" --format csv --output list.csv
ok "into a file"
is "$(sed -n 2p list.csv | tr -d '\r')" "Jürgen Kraatz;Rathausplatz 4, 12345 Musterstadt;133/4;494.70;250.00;244.70" "the same"
has "$(fees budget --year 2026)" "5421100  1111          Jahr       2.346,00" "budget list"
out=$(fees statement --year 2026)
is "$?" 1 "neither a person nor all"
out=$(fees statement --year 26 --all)
is "$?" 1 "no year"
out=$(fees certificate --year 2031 --all)
has "$out" "dazu gibt es nichts" "a year without payments"
for verb in "statement --year 2026 --all" "certificate --year $year --all" "tax-list --year $year" "budget --year 2026" "export journal --run 901"; do
	out=$(who=leserin fees $verb)
	is "$?" 1 "$verb: not for a reader"
	lacks "$out" "489,20" "$verb: and no amount in the error"
done
if command -v weasyprint >/dev/null 2>&1; then
	mkdir pdf
	fees certificate --year "$year" --all --format pdf --output pdf --progress >out.txt
	has "$(cat out.txt)" "4 von 4" "it says how far it is"
	is "$(stat -c %a "pdf/bescheinigung-$year-2.pdf")" 600 "for nobody else to read"
	is "$(find pdf -name '*.pdf' | wc -l)" 4 "a PDF each"
	! command -v pdfinfo >/dev/null 2>&1 || has "$(pdfinfo "pdf/bescheinigung-$year-2.pdf")" "Tagged:          yes" "with tags"
	out=$(fees certificate --year "$year" --all --format pdf --output pdf)
	is "$?" 1 "they are not written over"
	has "$out" "Eine Datei dieses Namens gibt es schon" "and it is said"
	# A folder of somebody else's: modules that stand in it are not run, links not followed, names are no options.
	mkdir -p foreign/weasyprint foreign/links
	echo 'open("planted", "w")' | tee foreign/weasyprint/__init__.py foreign/argparse.py >foreign/io.py
	ln -s ../caught "foreign/links/bescheinigung-$year-2.pdf"
	(cd foreign && fees certificate --year "$year" --all --format pdf --output pdfs/) >out.txt
	is "$(find foreign/pdfs -name '*.pdf' | wc -l)" 4 "beside modules of the same names"
	out=$(fees certificate --year "$year" --all --format pdf --output foreign/links)
	is "$?" 1 "beside a link"
	out=$(fees certificate --year "$year" --person 2 --format pdf --output "foreign/links/bescheinigung-$year-2.pdf")
	is "$?" 1 "nor in its place"
	is "$(find foreign -name planted -o -name caught)" "" "nothing of it is used"
	(cd foreign && fees certificate --year "$year" --person 2 --format pdf --output --help && fees certificate --year "$year" --all --format pdf --output -x/)
	is "$(head -c 4 ./foreign/--help)" "%PDF" "a name like an option"
	is "$(find foreign/-x -name '*.pdf' | wc -l)" 4 "also of a folder"
	is "$(stat -c %a foreign/--help)" 600 "for nobody else to read"
	# The program is killed while it gives a page away.
	mkdir cut cut/out
	printf '#!/bin/bash\nexec /usr/bin/python3 "$@" < <(head -c 2000)\n' >cut/python
	printf '#!%s\n' "$PWD/cut/python" >cut/weasyprint
	chmod 755 cut/python cut/weasyprint
	out=$(PATH=$PWD/cut:$PATH fees certificate --year "$year" --all --format pdf --output cut/out)
	is "$?" 1 "a page that is cut off"
	is "$(find cut/out -type f)" "" "becomes no file"
fi
# What stands for WeasyPrint fails: as a script of Python that is not there, or as any other program.
for first in "/nowhere/python3" "/bin/sh"; do
	mkdir "fake${first##*/}" "fake${first##*/}/out"
	printf '#!%s\nexit 3\n' "$first" >"fake${first##*/}/weasyprint"
	chmod 755 "fake${first##*/}/weasyprint"
	out=$(PATH=$PWD/fake${first##*/}:$PATH fees certificate --year "$year" --all --format pdf --output "fake${first##*/}/out")
	is "$?" 1 "$first does not print"
	has "$out" "das PDF wurde nicht geschrieben" "and it is said"
	is "$(find "fake${first##*/}/out" -type f)" "" "nothing is left"
done
printf '#!/bin/sh\nenv >"$0.env"\necho half >"$(eval echo \\$$#)"\nexit 3\n' >fakesh/weasyprint
out=$(PATH=$PWD/fakesh:$PATH PGPASSWORD=geheim fees certificate --year "$year" --all --format pdf --output fakesh/out)
is "$(find fakesh/out -type f)" "" "nor what it had begun"
has "$(cat fakesh/weasyprint.env)" "PATH=" "its environment"
lacks "$(cat fakesh/weasyprint.env)" "geheim" "without the password of the database"
mkdir bare && ln -s "$(command -v env)" bare/
out=$(PATH=$PWD/bare fees certificate --year "$year" --all --format pdf --output new/)
is "$?" 1 "without WeasyPrint"
has "$out" "PDF geht auf diesem Rechner nicht" "it is said before anything is done"
has "$(fees certificate --year "$year" --all --output folder/)" "4 Dateien" "a name with / is a folder that is made"
is "$(stat -c %a folder)" 700 "for nobody else"
who=kasse

# Check of any file.
again_from_start
fees pay --output a.xml.new >out.txt && mv a.xml.new a.xml
sed 's/>94.50</>94.501</; 0,/<IBAN>DE71/s//<IBAN>DE72/' a.xml >wrong.xml
out=$(fees check-payment wrong.xml)
is "$?" 1 "a wrong file"
line=$(grep -n '94.501' wrong.xml | cut -d: -f1)
has "$out" "wrong.xml:$line: kein Betrag" "the amount with its line"
has "$out" "Prüfziffern der IBAN" "the account number too"
has "$out" "CtrlSum ist 1573.10" "and the sum"
printf '<!DOCTYPE d [<!ENTITY x SYSTEM "file://%s/secret">]><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">&x;</Document>' "$work" >xxe.xml
echo GEHEIM >"$work/secret"
out=$(fees check-payment xxe.xml)
is "$?" 1 "an entity of another file"
has "$out" "DOCTYPE" "is refused"
lacks "$out" "GEHEIM" "and never read"
printf '\033[2J<a>\302\233' >control.xml
fees check-payment control.xml >out.txt
is "$?" 1 "control characters"
LC_ALL=C tr -d '\n\040-\176\200-\377' <out.txt >control.txt
is "$(wc -c <control.txt)" 0 "do not reach the terminal"
fees check-payment "$work" >out.txt
is "$?" 1 "a folder is no file"
fees check-payment >out.txt
is "$?" 2 "nothing is wrong use"
fees dance >out.txt
is "$?" 2 "so is an unknown word"
done_testing
