#!/bin/sh
# The manual is in step with the program: its key tables are those the program
# prints, it names every subcommand and every long option, as does the man page,
# and its pictures have names that the scripts make.
. "$(dirname "$0")/tap.sh"
: "${RATSTISCH:=$TOP_BUILDDIR/ratstisch}"
export RATSTISCH
manual=$TOP_SRCDIR/doc/handbuch.md
page=$TOP_SRCDIR/doc/ratstisch.1

"$TOP_SRCDIR/tools/update-manual" --output "$work/new" >"$work/said" 2>&1
result $? "the generated parts can be made"
sed 's/^/# /' "$work/said"
diff "$manual" "$work/new/doc/handbuch.md" >"$work/faults" 2>&1
rule "the key tables of the manual are those of the program (else: tools/update-manual)"
[ "$(sed -n '/<!-- keys:begin -->/,/<!-- keys:end -->/p' "$manual" | grep -c '^| `')" -gt 200 ]
result $? "the manual has key tables"

# Names: subcommands from the table in main.c, options from that in options.c.
sed -nE 's/^	\{ "([a-z-]+)", cmd_.*/\1/p' "$TOP_SRCDIR/src/main.c" >"$work/commands"
printf 'calc\nserver\n' >>"$work/commands"
sed -nE 's/^	\{ "([a-z-]+)", (required|no)_argument,.*/\1/p' "$TOP_SRCDIR/src/app/options.c" >"$work/options"
[ "$(wc -l <"$work/commands")" -gt 8 ] && [ "$(wc -l <"$work/options")" -gt 10 ]
result $? "subcommands and options are found"
# In roff a dash of an option is written \-.
sed 's/\\-/-/g' "$page" >"$work/ratstisch.1"
for file in "$manual" "$work/ratstisch.1"; do
	while read -r name; do
		grep -qE "(^|[^a-z-])$name([^a-z-]|\$)" "$file" || echo "$name is missing in $(basename "$file")"
	done <"$work/commands" >"$work/faults"
	while read -r name; do
		grep -q -e "--$name" "$file" || echo "--$name is missing in $(basename "$file")"
	done <"$work/options" >>"$work/faults"
	rule "$(basename "$file") names every subcommand and option"
done

# Each subcommand has a page of its own, and every option stands in one of them.
while read -r name; do
	[ -f "$TOP_SRCDIR/doc/ratstisch-$name.1" ] || echo "ratstisch-$name.1 is missing"
done <"$work/commands" >"$work/faults"
rule "each subcommand has its page"
for own in "$TOP_SRCDIR"/doc/ratstisch-*.1; do
	name=$(basename "$own" .1)
	grep -qxF "${name#ratstisch-}" "$work/commands" || echo "$name: there is no such subcommand"
	grep -q "^\.BR ratstisch (1)" "$own" || echo "$name does not name ratstisch(1)"
done >"$work/faults"
rule "and no other has"
cat "$TOP_SRCDIR"/doc/ratstisch-*.1 | sed 's/\\-/-/g' >"$work/pages"
while read -r name; do
	grep -q -e "--$name" "$work/pages" || echo "--$name"
done <"$work/options" >"$work/faults"
rule "every option stands in the page of a subcommand"
mkdir "$work/screens"
sed -n '/^\.nf$/,/^\.fi$/p' "$TOP_SRCDIR/doc/ratstisch-screen.5" | grep -v '^\.' >"$work/screens/my_tasks.screen"
"$RATSTISCH" check-screens --screens "$work/screens" >"$work/faults" 2>&1 && : >"$work/faults"
rule "the example of ratstisch-screen(5) is a screen"

if command -v groff >/dev/null 2>&1; then
	for own in "$TOP_SRCDIR"/doc/*.[15]; do
		groff -man -Kutf8 -ww -z "$own" 2>&1
	done >"$work/faults"
	rule "the man pages are formatted without a warning"
else
	skip "the man pages are formatted without a warning" "groff is not installed"
fi

grep -hoE '^<!-- picture:[a-z_0-9]+' "$TOP_SRCDIR/README.md" "$manual" | sed 's/.*://' | LC_ALL=C sort -u >"$work/used"
{
	echo "table_80x24 table_120x40" | tr ' ' '\n'
	sed -n 's/^@dump //p' "$TOP_SRCDIR"/tests/run/manual-*.keys
} | LC_ALL=C sort >"$work/made"
[ "$(wc -l <"$work/used")" -gt 20 ]
result $? "the documents have pictures"
{
	LC_ALL=C comm -23 "$work/used" "$work/made" | sed 's/$/: no script makes it/'
	uniq -d "$work/made" | sed 's/$/: made twice/'
} >"$work/faults"
rule "each picture has one script that makes it (tests/run/60-documents.sh)"

done_testing
