#!/bin/sh
# Links in the documents lead somewhere: files and headings exist. Paths of the
# tree that a document names in `code` exist too.
. "$(dirname "$0")/tap.sh"

# Headings as anchors: lower case, blanks become dashes, other signs vanish.
anchors() {
	awk '/^```/ { code = !code } !code && /^#+ /' "$1" | sed -E 's/^#+ +//' | sed 'y/ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ/abcdefghijklmnopqrstuvwxyzäöü/' |
		sed -E 's/[^a-z0-9äöüß_ -]//g; s/ /-/g'
}

links=0
for file in README.md doc/*.md; do
	folder=$(dirname "$file")
	awk '/^```/ { code = !code } !code' "$file" | sed 's/`[^`]*`//g' | grep -oE '\]\([^)]+\)' | sed -E 's/^\]\(//; s/\)$//' >"$work/links"
	while read -r link; do
		case $link in
		http://* | https://* | mailto:*) continue ;;
		esac
		links=$((links + 1))
		target=${link%%#*}
		[ -z "$target" ] && target=$file || target=$folder/$target
		if [ ! -e "$target" ]; then
			echo "$file: $link: there is no such file"
		elif [ "${link#*#}" != "$link" ] && ! anchors "$target" | grep -qxF -- "${link#*#}"; then
			echo "$file: $link: there is no such heading"
		fi
	done <"$work/links" >>"$work/faults"
done
[ "$links" -gt 20 ]
result $? "links are found ($links)"
rule "every link leads to a file, every anchor to a heading"

# `src/...`, `tests/...` and so on; names with a pattern or a placeholder are passed over.
grep -HoE '`(src|tests|tools|sql|screens|po|doc)/[A-Za-z0-9_./-]+`' README.md doc/*.md | tr -d '`' | sort -u >"$work/paths"
while IFS=: read -r file path; do
	case $path in
	*NN* | *NAME*) continue ;;
	esac
	[ -e "$path" ] || echo "$file: $path does not exist"
done <"$work/paths" >"$work/faults"
[ "$(wc -l <"$work/paths")" -gt 50 ]
result $? "paths are found"
rule "every path that a document names exists"

# Each document of doc/ is reachable from the README; the pages of the subcommands from the man page.
for file in doc/*.md doc/ratstisch.1; do
	grep -qF "($file)" README.md || echo "$file is not in README.md"
done >"$work/faults"
rule "the README names every document"

done_testing
