#!/bin/sh
# Texts that the database composes have their English: every text that council.say() says, and every label that goes through it, stands in
# council.english (sql/functions/41_language.sql), with the same formats, and in the same words as in po/en.po where it stands there too.
. "$(dirname "$0")/tap.sh"
table=sql/functions/41_language.sql
labels=sql/functions/40_labels.sql

# German TAB English
sed -nE "s/^    when '(.*)' then '(.*)'\$/\1\t\2/p" "$table" | sed "s/''/'/g" >"$work/table"
cut -f1 "$work/table" | LC_ALL=C sort >"$work/known"
[ "$(wc -l <"$work/known")" -gt 80 ]
result $? "the table of both languages is found"
uniq -d "$work/known" >"$work/faults"
rule "no text stands in it twice"
awk -F'\t' '{ a = gsub(/%s/, "", $1); b = gsub(/%s/, "", $2); if (a != b) print $1 " | " $2 }' "$work/table" >"$work/faults"
rule "both languages have the same formats"

{
	grep -rhoE "council\.say\('[^']*'" sql | sed -E "s/^council\.say\('(.*)'\$/\1/"
	# Labels: of the kinds that are said, of gaps, which stand in notes and lists, and those of the forecast.
	for kind in fee_gap $(grep -rhoE "council\.say\(api\.code_label\('[a-z_]+'" sql | sed -E "s/.*'([a-z_]+)'\$/\1/") fee_measure fee_claim; do
		awk -v begin="^    when '$kind' then case code" '$0 ~ begin { on = 1 } on { print } /else code end/ { on = 0 }' "$labels" | grep -oE "then '[^']+'" | sed -E "s/^then '(.*)'\$/\1/"
	done
	sed -nE "s/.*kinds \(kind, label\) as \(values (.*)\),\$/\1/p" sql/functions/78_fee_forecast.sql | grep -oE "'[^']+'\)" | sed -E "s/^'(.*)'\)\$/\1/"
} | LC_ALL=C sort -u >"$work/said"
[ "$(wc -l <"$work/said")" -gt 80 ]
result $? "texts that are said are found"
LC_ALL=C comm -23 "$work/said" "$work/known" >"$work/faults"
rule "all of them have their English"

# Of one line each, as all of these are.
awk '/^msgid "/ { id = substr($0, 8, length($0) - 8); next } /^msgstr "/ && id != "" { print id "\t" substr($0, 9, length($0) - 9); id = "" }' po/en.po >"$work/po"
awk -F'\t' 'NR == FNR { po[$1] = $2; next } $1 in po && po[$1] != $2 { print $1 ": " $2 " | po/en.po: " po[$1] }' "$work/po" "$work/table" >"$work/faults"
rule "in the words of po/en.po"
done_testing
