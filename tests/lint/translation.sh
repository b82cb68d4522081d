#!/bin/sh
# The English catalogue is complete: every text of the sources and screen files
# is in it, translated, with the same formats and the same blanks at its ends.
. "$(dirname "$0")/tap.sh"

for tool in xgettext msgcmp msgfmt msgattrib; do
	if ! command -v "$tool" >/dev/null 2>&1; then
		skip_all "$tool is not installed (package gettext)"
	fi
done

unset LANGUAGE

"$TOP_SRCDIR/tools/update-po" --template "$work/ratstisch.pot"
result $? "the strings of the program can be extracted"
[ "$(grep -c '^msgid ' "$work/ratstisch.pot")" -gt 1000 ]
result $? "texts of sources and screen files are found"
grep -q '^msgid "Tagesordnung"' "$work/ratstisch.pot" && grep -q '^#:.*screens/agenda.screen' "$work/ratstisch.pot"
result $? "labels of screen files are among them"

for catalogue in "$TOP_SRCDIR"/po/*.po; do
	name=$(basename "$catalogue" .po)
	msgcmp "$catalogue" "$work/ratstisch.pot" 2>&1 | grep -v 'warning: this message is not used' >"$work/faults"
	rule "$name: every text is there, translated, not fuzzy (else: tools/update-po)"

	msgfmt --check -o /dev/null "$catalogue" >"$work/faults" 2>&1
	rule "$name: header and formats are right"

	msgcmp "$work/ratstisch.pot" "$catalogue" 2>&1 | grep -F 'is used but not defined' >"$work/faults"
	rule "$name: no text that the program no longer has (else: tools/update-po)"

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
		}' >"$work/faults"
	rule "$name: blanks at both ends are kept"
done

done_testing
