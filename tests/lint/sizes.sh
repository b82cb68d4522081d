#!/bin/sh
# Sizes: functions of at most 100 lines, files of at most 800. Prints the longest and the median.
. "$(dirname "$0")/tap.sh"

# The style puts the braces of a function, and of nothing else, alone into column one.
find src tests -name '*.[ch]' -type f | LC_ALL=C sort | xargs awk '
	FNR == 1 { name = ""; inside = 0 }
	/^[a-z].*\(/ && !/;$/ { name = $0; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name); head = FNR }
	/^{$/ { inside = 1 }
	/^}$/ && inside { print FNR - head + 1, FILENAME, name; inside = 0 }' | LC_ALL=C sort -k1,1nr -k2 >"$work/functions"
count=$(wc -l <"$work/functions")
echo "# functions: $count, median $(awk -v n="$count" 'NR == int((n + 1) / 2) { print $1 }' "$work/functions") lines;" \
	"up to 50 lines: $(awk '$1 <= 50 { n++ } END { printf "%.1f %%", 100 * n / NR }' "$work/functions")"
echo "# the longest:"
head -n 3 "$work/functions" | sed 's/^/#   /'
find src tests -name '*.[ch]' -type f | xargs grep -nE '^[a-z].*\)[[:blank:]]*\{' >"$work/faults"
rule "the brace of a function stands alone (else it is not counted)"
[ "$count" -gt 1000 ]
result $? "functions are found"
awk '$1 > 100 { print $2 ": " $3 " has " $1 " lines" }' "$work/functions" >"$work/faults"
rule "no function has more than 100 lines"
[ "$(awk -v n="$count" 'NR == int((n + 1) / 2) { print $1 }' "$work/functions")" -le 20 ]
result $? "the median function has at most 20 lines"

# Reference copies of a whole schema are data; catalogue, manual and licence are texts.
project_files | grep -E '^(src|sql|screens|tests|tools)/|^(demo|check|configure\.ac|Makefile\.am)$' |
	grep -vE '^tests/(sql/baseline|fuzz/corpus)/' | LC_ALL=C xargs wc -l | awk '$2 != "total"' | LC_ALL=C sort -k1,1nr >"$work/lengths"
echo "# the longest files:"
head -n 3 "$work/lengths" | sed 's/^ */#   /'
[ "$(wc -l <"$work/lengths")" -gt 300 ]
result $? "files are found"
awk '$1 > 800 { print $2 " has " $1 " lines" }' "$work/lengths" >"$work/faults"
rule "no file has more than 800 lines"
done_testing
