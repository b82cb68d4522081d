#!/bin/sh
# What must not stand in the project's files: places of one machine, hosts that
# packages come from, work left over, and people who are real.
. "$(dirname "$0")/tap.sh"

project_files >"$work/all"
[ "$(wc -l <"$work/all")" -gt 300 ]
result $? "files are found"

# faults PATTERN: of the text files; this script is written so that it does not find itself.
faults() { xargs -d '\n' grep -nIE "$1" <"$work/all" | cut -c 1-200 >"$work/faults"; }

faults '(^|[^[:alnum:]_])(TO[D]O|FIX[M]E|XX[X])([^[:alnum:]_]|$)'
rule "no work left over"

faults '(^|[^[:alnum:]._/-])/(wor[k]|hom[e]/[a-z]+|roo[t]|User[s]|worksp[a]ce)/'
rule "no places of one machine"

faults '(pypi|npmjs|crates|rubygems|pkg[.]go|hub[.]docker)[.](org|com|io|dev)|(deb|security|ftp|archive|registry|proxy|repo[0-9]?|index|packages|pythonhosted)[.][a-z]+[.](org|com|io|net)'
rule "no hosts that packages come from"

# Records of real sittings are read by a test where they lie; the people in them have no place here.
registry=${RATSTISCH_DATA:-$TOP_SRCDIR/../shared/data}/real/magdeburg/registry.json
if [ -r "$registry" ]; then
	awk '/"persons"[ \t]*:/ { on = 1 } on && /"name"[ \t]*:/ { print }' "$registry" |
		sed -nE 's/.*"name"[[:blank:]]*:[[:blank:]]*"([^"]*)".*/\1/p' | LC_ALL=C sort -u >"$work/people"
	[ "$(wc -l <"$work/people")" -gt 20 ]
	result $? "names are found in the records"
	# Given and family name together; titles left out.
	awk '{ print $(NF - 1) " " $NF; print $NF ", " $(NF - 1) }' "$work/people" >"$work/full"
	xargs -d '\n' grep -nIwFf "$work/full" <"$work/all" | cut -c 1-100 >"$work/faults"
	rule "no real person by full name"
	# Family names alone, unless they are among the most frequent of the country: invented people bear those too.
	awk '{ print $NF }' "$work/people" | grep -vxE 'Brandt|Jäger|Müller|Zander|Schmidt|Schneider|Fischer|Meyer|Weber|Becker|Koch|Richter|Klein|Wolf|Neumann|Schwarz|Zimmermann|Krüger|Hoffmann|Lange|Krause|Lehmann|Köhler|Kaiser|Fuchs|Vogel|Keller|Frank|Berger|Roth|Beck|Lorenz|Baumann|Schulz|Schulze|Schuster|Hartmann|Werner' |
		LC_ALL=C sort -u >"$work/family"
	xargs -d '\n' grep -nIwFf "$work/family" <"$work/all" | cut -c 1-100 >"$work/faults"
	rule "no real person by a rare family name"
else
	skip "no real people" "the folder of real records is not there (RATSTISCH_DATA)"
fi
done_testing
