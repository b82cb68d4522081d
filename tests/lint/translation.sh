#!/bin/sh
# The English catalogue is complete: every text of the sources and screen files
# is in it, translated, with the same formats and the same blanks at its ends.
: "${TOP_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}"
tests=0 failures=0

result() {
	tests=$((tests + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $tests - $2"
	else
		failures=$((failures + 1))
		echo "not ok $tests - $2"
	fi
}

for tool in xgettext msgcmp msgfmt msgattrib; do
	if ! command -v "$tool" >/dev/null 2>&1; then
		echo "1..0 # SKIP $tool is not installed (package gettext)"
		exit 0
	fi
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
LC_ALL=C.UTF-8
export LC_ALL
unset LANGUAGE

"$TOP_SRCDIR/tools/update-po" --template "$work/ratstisch.pot"
result $? "the strings of the program can be extracted"
[ "$(grep -c '^msgid ' "$work/ratstisch.pot")" -gt 1000 ]
result $? "texts of sources and screen files are found"
grep -q '^msgid "Tagesordnung"' "$work/ratstisch.pot" && grep -q '^#:.*screens/agenda.screen' "$work/ratstisch.pot"
result $? "labels of screen files are among them"

for catalogue in "$TOP_SRCDIR"/po/*.po; do
	name=$(basename "$catalogue" .po)
	msgcmp "$catalogue" "$work/ratstisch.pot" >"$work/missing" 2>&1
	result $? "$name: every text is there, translated, not fuzzy (else: tools/update-po)"
	sed 's/^/# /' "$work/missing" | head -n 40

	msgfmt --check -o /dev/null "$catalogue" >"$work/faults" 2>&1
	result $? "$name: header and formats are right"
	sed 's/^/# /' "$work/faults"

	msgcmp "$work/ratstisch.pot" "$catalogue" 2>&1 | grep -F 'is used but not defined' >"$work/unused"
	[ ! -s "$work/unused" ]
	result $? "$name: no text that the program no longer has (else: tools/update-po)"
	sed 's/^/# /' "$work/unused" | head -n 40

	# One line per text: keyword and string, continuation lines joined.
	msgattrib --no-obsolete --no-location --no-wrap "$catalogue" | awk '
		/^(msgid|msgid_plural|msgstr(\[[0-9]+\])?) "/ { if (line != "") print line; line = $0; next }
		/^"/ { line = substr(line, 1, length(line) - 1) substr($0, 2); next }
		{ if (line != "") print line; line = "" }
		END { if (line != "") print line }' |
		awk '
		/^msgid / { id = substr($0, 8, length($0) - 8); next }
		/^msgstr/ && id != "" {
			text = $0; sub(/^msgstr[^"]*"/, "", text); sub(/"$/, "", text)
			a = id; b = text; sub(/[^ ].*/, "", a); sub(/[^ ].*/, "", b)
			c = id; d = text; sub(/.*[^ ]/, "", c); sub(/.*[^ ]/, "", d)
			if (a != b || c != d) print id " -> " text
		}' >"$work/blanks"
	[ ! -s "$work/blanks" ]
	result $? "$name: blanks at both ends are kept"
	sed 's/^/# /' "$work/blanks"
done

echo "1..$tests"
[ $failures -eq 0 ]
