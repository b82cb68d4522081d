#!/usr/bin/env bash
# The reference meeting of the key budget, from opening to minutes.
. "$(dirname "$0")/../lib/run.sh"
start_database

out=$("$RATSTISCH" --script "$TOP_SRCDIR/tests/run/reference.keys" --size 80x24 --dump table 1 2>"$work/keys")
ok "the reference meeting runs through"
has "$out" "Ergebnisübersicht" "the overview of results opens when the meeting closes"

keys=$(sed -n 's/^\([0-9]*\) Tasten, davon \([0-9]*\).*/\1 \2/p' "$work/keys")
set -- $keys
[ "$(($1 - $2))" -le 135 ]
ok "at most 135 keys besides free text"
echo "# $1 keys, of them $2 free text"

is "$(sql -c "select count(*) from council.item_state where meeting_id = 1 and result is not null")" 25 "each of the 25 items has a result"
is "$(sql -c "select string_agg(yes || ':' || no || ':' || abstain, ' ' order by seq) from council.meeting_event where meeting_id = 1 and mode = 'count'")" \
	"31:3:0 29:4:0 31:2:0" "three votes with counts"
is "$(sql -c "select string_agg(yes || ':' || no || ':' || abstain, ' ' order by seq) from council.meeting_event where meeting_id = 1 and mode = 'rollcall'")" \
	"29:5:0 31:1:2" "two roll calls"
is "$(sql -c "select count(*) from council.vote v join council.vote_event e on e.id = v.vote_event_id where e.meeting_id = 1" 2>/dev/null ||
	sql -c "select sum(length(choices)) from council.meeting_event where meeting_id = 1")" 68 "every member's vote of the roll calls is kept"
check=$("$RATSTISCH" check 1)
ok "the ledger is whole and the projections equal it"
echo "# $check"

minutes=$("$RATSTISCH" minutes 1)
ok "minutes as text"
has "$(printf '%s' "$minutes" | tr -s ' ')" "Beginn: 18:01 Uhr" "begin"
has "$(printf '%s' "$minutes" | tr -s ' ')" "Ende: 21:02 Uhr" "end"
has "$minutes" "mehrheitlich angenommen (31 Ja, 3 Nein, 0 Enthaltungen)" "a counted result"
has "$minutes" "ab 18:20 Uhr" "late arrival with its time"
has "$minutes" "bis 19:50 Uhr (TOP 13)" "early departure with time and item"
lacks "$minutes" "bis 18:01 Uhr" "who was announced absent was never there before the arrival"
public=$("$RATSTISCH" minutes 1 --public)
lacks "$public" "Grundstück" "no title of a non-public item in the public part"
lacks "$public" "Tiefbauamt" "no other either"
nonpublic=$("$RATSTISCH" minutes 1 --nonpublic)
has "$nonpublic" "Ankauf des Grundstücks" "the non-public part has it"
lacks "$nonpublic" "Schulstraße" "and not the public items"

html=$("$RATSTISCH" minutes 1 --format html)
has "$html" '<html lang="de"' "HTML says its language"
has "$html" 'scope="col"' "HTML has table headers"
is "$(printf '%s' "$html" | grep -c '<h1')" 1 "one heading of the first rank"

if command -v weasyprint >/dev/null 2>&1 && command -v pdfinfo >/dev/null 2>&1; then
	"$RATSTISCH" minutes 1 --format pdf -o "$work/minutes.pdf"
	ok "minutes as PDF"
	has "$(pdfinfo "$work/minutes.pdf")" "Tagged:          yes" "the PDF is tagged"
	has "$(pdfinfo -struct "$work/minutes.pdf" 2>/dev/null)" "H1" "with headings"
	is "$(stat -c %a "$work/minutes.pdf")" 600 "and private"
else
	tests=$((tests + 1))
	echo "ok $tests - minutes as PDF # SKIP weasyprint or pdfinfo is not installed"
fi
# What stands for WeasyPrint breaks off; then a link is in the way.
mkdir "$work/fake" "$work/here"
printf '#!/bin/bash\necho half >"${!#}"\nexit 3\n' >"$work/fake/weasyprint"
chmod 755 "$work/fake/weasyprint"
out=$(cd "$work/here" && PATH=$work/fake:$PATH play <<'K'
:show_minutes<Enter>p
@await Das PDF wurde nicht geschrieben
K
)
ok "a PDF that is not finished is told"
printf '%s\n' "$out" | grep -v '^[0-9]* Tasten' | sed 's/^/# /'
is "$(ls "$work/here")" "" "and taken away"
ln -s caught "$work/here/niederschrift-1-2026-10-14-180000.pdf"
out=$(cd "$work/here" && play <<'K'
:show_minutes<Enter>p
@expect die Datei lässt sich nicht schreiben
K
)
ok "a link is not followed"
printf '%s\n' "$out" | grep -v '^[0-9]* Tasten' | sed 's/^/# /'
done_testing
