#!/usr/bin/env bash
# Statutes of fees from the shell: what is delivered has no fault and stands behind every worked case; check, show and diff
# say what they should, also of hostile files; the examples of doc/statutes.md are statutes.
. "$(dirname "$0")/../lib/run.sh"
folder=$TOP_SRCDIR/statutes
cd "$work" || exit 99

out=$("$RATSTISCH" statute check "$folder"/*.statute 2>&1)
is "$?" 0 "all delivered statutes are without fault"
is "$out" "$(find "$folder" -name '*.statute' | wc -l) Satzungen, kein Fehler" "and it says how many"

# What the worked cases are paid by: the amounts stand in the statute that is named for each.
shown() { "$RATSTISCH" statute show "$folder/$1.statute" | tr -s ' \n' ' '; } # widths and line ends are not the matter
says() { has "$(shown "$1")" "$2" "$3"; }
says nrw_2024 "darüber 642,60 530,40" "F01, F04, F06: bands of 2024"
says nrw_2024 "bis 450.000 535,50 428,40" "F03a: exactly 450,000 inhabitants"
says nrw_2024 "Betrag: 3 × „Vollpauschale Rat“" "F04, F06: the multiple is of the full lump sum"
says herdecke_2024 "Grenze: im Kalenderjahr höchstens 12 Mal, die ersten" "F08: twelve group meetings a year"
says nrw_2024 "35,70" "F08: its fee"
says nrw_2024 "darüber 494,70 423,30" "F10: a district over 200,000"
says nrw_2016 "191,20" "F13: Erkrath 2016"
says nrw_2016 "Betrag: 2 × „Vollpauschale Rat“" "F14a: group chair"
says nrw_2022 "bis 20.000 275,00 165,00" "F15: Halver 2022"
says nrw_2024 "12,82" "F19: minimum wage of 2025"
says stadt_angefangene_stunde_2024 "je angefangene 60 Minuten" "F21b: the last hour begun"
says nrw_2024 "Höchstens: „Höchstsatz je Stunde“ je Stunde" "F22: hourly cap"
says nrw_2022 "bis 31.12.2022" "F25a: kilometres until the end of 2022"
says nrw_2024 "0,23" "F26: bicycle"
says koennern_2025 "Grenze: am Tag höchstens das 2,5-fache" "F27: two and a half fees a day"
says muldestausee_2020 "angebrochene Monate mit 1/30 je Tag" "F29a, F29b: thirtieths"
says wallhausen_2023 "1.100,00" "F31: the mayor"
says nrw_2024 "Steuerfrei im Monat: 1/3, mindestens 250,00" "F33: tax"

out=$("$RATSTISCH" statute diff "$folder/nrw_2022.statute" "$folder/nrw_2024.statute")
is "$?" 0 "diff"
has "$out" "    bis 10.000: 230,00 → 234,60" "a changed band"
has "$out" "~ Satz councillor_fee: Sitzungsgeld" "a changed rate"
has "$out" "+ Regel borough_head: Leitung des Stadtbezirks" "a new rule"
out=$("$RATSTISCH" statute diff "$folder/nrw_2024.statute" "$folder/nrw_2022.statute")
has "$out" "- Regel borough_head" "a rule that is gone"
is "$("$RATSTISCH" statute diff "$folder/nrw_2024.statute" "$folder/nrw_2024.statute")" "kein Unterschied" "no difference to itself"

# Examples of the document: the worked one, and the whole of another file.
awk '/^## A worked example/ { on = 1 } /^## What is found/ { on = 0 } /^```/ { code = !code; next } on && code' \
	"$TOP_SRCDIR/doc/statutes.md" >kleinstadt_2025.statute
out=$("$RATSTISCH" statute check kleinstadt_2025.statute 2>&1)
is "$out" "1 Satzungen, kein Fehler" "the worked example of the document is a statute"
awk '/^## A statute on top/ { on = 1 } /^## A worked/ { on = 0 } /^```/ { code = !code; next } on && code' "$TOP_SRCDIR/doc/statutes.md" >quoted
grep -v '^#' "$folder/herdecke_2024.statute" | diff - quoted >difference
ok "the document quotes herdecke_2024 as it is"
sed 's/^/# /' difference
# Every statement of a rule and every word of the tables is explained there.
for word in $(sed -nE 's/^	\{ "([a-z_]+)", parse_.*/\1/p' "$TOP_SRCDIR"/src/domain/statute_parse.c "$TOP_SRCDIR"/src/domain/statute_rule.c) \
	$(sed -nE '/^const struct statute_word/,/^};/p' "$TOP_SRCDIR/src/domain/statute.c" | grep -oE '\{ "[a-z_]+"' | tr -d '{ "'); do
	grep -qE "(^|[^a-z_])$word([^a-z_]|\$)" "$TOP_SRCDIR/doc/statutes.md" || echo "$word"
done >unexplained
is "$(cat unexplained)" "" "the document explains every word"

# Further meetings of a day, in words and compared.
for percent in 50 33,33; do
	printf '%s\n' 'statute second' 'title "Z"' 'source "S"' 'valid from 01.01.2024' 'cap both "Beide" paragraph "§ 3" day further 25 percent' \
		'rule fee "Sitzungsgeld"' 'paragraph "§ 2"' 'who member of council' 'pay meeting' 'meetings council' 'amount 25,00' \
		"limit day further $percent percent" 'rule other "Ausschuss"' 'paragraph "§ 2"' 'who member of committee' 'pay meeting' \
		'meetings committee' 'amount 15,00' 'under both' >second-$percent.statute
done
mkdir one && cp second-50.statute one/second.statute && cp second-33,33.statute second.statute
has "$("$RATSTISCH" statute show one/second.statute | tr -s ' \n' ' ')" "Grenze: am Tag die erste Sitzung ganz, jede weitere zu 50 %" "further meetings in words"
has "$("$RATSTISCH" statute show one/second.statute | tr -s ' \n' ' ')" "am Tag die erste Sitzung ganz, jede weitere zu 25 %" "and of several rules together"
has "$("$RATSTISCH" statute diff one/second.statute second.statute)" "jede weitere zu 50 % → am Tag die erste Sitzung ganz, jede weitere zu 33,33 %" "a changed part"
has "$(LANGUAGE=en "$RATSTISCH" statute show second.statute | tr -s ' \n' ' ')" "a day the first meeting in full, each further one at 33,33 %" "in English"
sed -i 's/day further 33,33/week further 33,33/' second.statute
has "$("$RATSTISCH" statute check second.statute)" "second.statute:12: unbekanntes Wort „week“" "of a day only"

# Faults: all of them, with file and line, and the status says so.
printf 'statute bad\ntitle "B"\nsource "S"\nvalid from 01.01.2024\nrate x "X" paragraph "1" 1.5\nrule r "R"\nwho boss\n' >bad.statute
out=$("$RATSTISCH" statute check bad.statute "$folder/herdecke_2024.statute")
is "$?" 1 "faults end with status 1"
has "$out" "bad.statute:5: „1.5“ ist kein Betrag" "the first with its line"
has "$out" "bad.statute:7: unbekanntes Wort „boss“ (erlaubt: mayor, chair" "the second with what is allowed"
has "$out" "herdecke_2024.statute:7: die Satzung „nrw_2024“ fehlt" "a basis that is not given"
"$RATSTISCH" statute show bad.statute >shown.txt 2>faults.txt
is "$?" 1 "show refuses faults"
is "$(wc -c <shown.txt)" 0 "and shows nothing"
has "$(LANGUAGE=en "$RATSTISCH" statute check bad.statute)" "is no amount" "English"
"$RATSTISCH" statute show "$folder/herdecke_2024.statute" >shown.txt
ok "show does not need the basis"
out=$("$RATSTISCH" statute show "$folder/herdecke_2024.statute" "$folder/nrw_2024.statute" | sed '/^Entschädigungsverordnung/q')
has "$out" "- Ausschussvorsitz (committee_chair), EntschVO NRW, aus nrw_2024" "with it the rules that hold are named"
has "$out" "- Teilpauschale der Ratsmitglieder (council_partial), § 2 Abs. 1, aus nrw_2024" "chosen ones too"
lacks "$out" "(council_full)" "not those that were not chosen"
lacks "$out" "(expert_group), § 2 Abs. 4, aus" "nor what was replaced"

"$RATSTISCH" statute >out 2>&1
is "$?" 2 "statute alone is wrong use"
"$RATSTISCH" statute burn bad.statute >out 2>&1
is "$?" 2 "an unknown word is wrong use"
"$RATSTISCH" statute diff bad.statute >out 2>&1
is "$?" 2 "diff of one file is wrong use"
has "$(cat out)" "statute diff ALT NEU" "and what would be right is said"
out=$("$RATSTISCH" statute check nowhere.statute "$folder/nrw_2024.statute" 2>&1)
is "$?" 1 "a file that is not there"
has "$out" "nowhere.statute" "is named"
out=$("$RATSTISCH" statute check "$work" 2>&1)
is "$?" 1 "a folder is no file"

# Hostile files: nothing of them obeys, nothing breaks.
: >empty.statute
printf 'statute nul\ntitle "a\000b"\n\000\n' >nul.statute
printf 'statute control\ntitle "\033[2J"\nsource "\302\205"\nnote "\342\200\256abc"\n\033]0;x\007\n' >control.statute
printf 'statute latin\ntitle "Entsch\344digung"\n' >latin.statute
{ printf 'statute long\ntitle "' && head -c 100000 /dev/zero | tr '\0' x && printf '"\nnote "' && head -c 3000 /dev/zero | tr '\0' x && printf '"\n'; } >long.statute
head -c 3000000 /dev/zero | tr '\0' '\n' >large.statute
yes 'who member' | head -n 50000 >many.statute
head -c 200000 /dev/urandom >noise.statute
for name in empty nul control latin long large many noise; do
	"$RATSTISCH" statute check $name.statute >out 2>&1
	is "$?" 1 "$name: refused"
	LC_ALL=C tr -d '\n\040-\176\200-\377' <out >control.txt
	is "$(wc -c <control.txt)" 0 "$name: no control character reaches the terminal"
	iconv -f UTF-8 -t UTF-8 out >iconv.txt 2>&1
	ok "$name: what is said is UTF-8"
	[ "$(wc -l <out)" -le 202 ]
	ok "$name: no more faults than can be read"
	"$RATSTISCH" statute show $name.statute >out 2>&1
	is "$?" 1 "$name: not shown"
	"$RATSTISCH" statute diff $name.statute "$folder/nrw_2024.statute" >out 2>&1
	is "$?" 1 "$name: not compared"
done
"$RATSTISCH" statute check nul.statute control.statute latin.statute long.statute large.statute >out 2>&1
has "$(cat out)" "nul.statute:2: die Zeile ist kein gültiges UTF-8" "NUL is found in its line"
has "$(cat out)" "control.statute:2: ein Steuerzeichen steht im Text (Titel)" "control characters in theirs"
has "$(cat out)" "latin.statute:2: die Zeile ist kein gültiges UTF-8" "Latin-1 in its"
has "$(cat out)" "long.statute:2: die Zeile ist länger als 4000 Bytes" "a line of 100,000 characters"
has "$(cat out)" "long.statute:3: der Text ist länger als 500 Zeichen" "a text of 3,000"
has "$(cat out)" "large.statute: die Datei ist größer als 1048576 Bytes" "a file of 3 MB"
done_testing
