#!/bin/bash
# Completion on the Tab key knows every subcommand and every option of the program, and nothing else; what it offers
# comes without a server. The bash completion is run; that for zsh has the same words.
. "$(dirname "$0")/tap.sh"
sorted() { tr -s ' \n' '\n' | grep . | LC_ALL=C sort -u; }

# What the program has: the table in main.c, the two words beside it, the options in options.c.
{
	sed -nE 's/^	\{ "([a-z-]+)", cmd_.*/\1/p' src/main.c
	printf 'calc\nserver\n'
} | sorted >"$work/commands"
sed -nE 's/^	\{ "([a-z-]+)", (required|no)_argument,.*/--\1/p' src/app/options.c | sorted >"$work/options"
[ "$(wc -l <"$work/commands")" -gt 8 ] && [ "$(wc -l <"$work/options")" -gt 10 ]
result $? "subcommands and options are found"

. completion/ratstisch
# offered WORDS...: what Tab offers after the words, of which the last is begun.
offered() {
	COMP_WORDS=(ratstisch "$@")
	COMP_CWORD=$#
	COMPREPLY=()
	# Outside of the shell's own completion there is no compopt.
	compopt() { :; }
	_ratstisch ratstisch "${!#}" "${COMP_WORDS[$# - 1]}"
	printf '%s\n' "${COMPREPLY[@]}" | sorted
}

is_offered() { # DESCRIPTION EXPECTED WORDS...
	local what=$1 expected=$2
	shift 2
	offered "$@" >"$work/got"
	printf '%s\n' "$expected" | sorted | diff - "$work/got" >"$work/faults"
	rule "$what"
}

XDG_STATE_HOME=$work/state
mkdir -p "$work/state/ratstisch/rat"
: >"$work/state/ratstisch/rat/sitzung-41.journal"
is_offered "all subcommands" "$(cat "$work/commands")" ''
{ offered -- && offered minutes 1 -- && offered demo -- && offered statute load -- && offered fees pay --; } | sorted >"$work/known"
diff "$work/options" "$work/known" >"$work/faults"
rule "all options"
is_offered "a subcommand that is begun" "check check-queries check-screens" che
is_offered "meetings of which a journal is here" "41" table ''
is_offered "no second meeting" "" minutes 41 ''
is_offered "an option and its values" "html" minutes 41 --format h
is_offered "an option's value is no subcommand" "$(cat "$work/commands")" --dbname rat ''
is_offered "screens" "$(grep -L '^kind keys' screens/*.screen | sed 's,.*/,,; s,\.screen$,,')" keys ''
is_offered "the private server" "start status stop" server st
sed -nE 's/^	\{ "([a-z]+)", ([A-Z0 ()|_]+), calc_.*/\1 \2/p' src/app/cmd_calc.c >"$work/calc"
is_offered "what to do with statutes" "check diff list load show text withdraw" statute ''
is_offered "files of statutes" "statutes/herdecke_2024.statute" statute show statutes/herd
is_offered "what to do with fees" "$(sed -nE 's/^	\{ "([a-z-]+)", fees_.*/\1/p' src/app/cmd_fees.c)" fees ''
is_offered "words of calc" "$(cut -d' ' -f1 "$work/calc")" calc ''
while read -r what letters; do
	words=$(echo "$letters" | grep -oE '[A-Z]+\(?[A-Z]*' | sed -nE 's/^O\(([A-Z]+)/--\1/p' | tr '[:upper:]' '[:lower:]')
	is_offered "options of calc $what" "$words" calc "$what" --
done <"$work/calc"
# Nothing is started but what the shell has: neither the program nor psql stands in it.
grep -nE '\$\(ratstisch|psql -X|PGHOST' completion/* >"$work/faults"
rule "neither the program nor a server is asked"

for word in $(cat "$work/commands"); do
	grep -qE "^		'$word:" completion/_ratstisch || echo "$word"
done >"$work/faults"
for word in $(cat "$work/options"); do
	grep -qE -- "[{',]$word[]}['[]" completion/_ratstisch || echo "$word"
done >>"$work/faults"
rule "zsh: every subcommand and option"
grep -oE "^		'[a-z-]+:" completion/_ratstisch | tr -d "	':" | LC_ALL=C sort | diff "$work/commands" - >"$work/faults"
rule "zsh: no others"
if command -v zsh >/dev/null 2>&1; then
	zsh -n completion/_ratstisch >"$work/faults" 2>&1
	rule "zsh reads it"
else
	skip "zsh reads it" "zsh is not installed"
fi
done_testing
