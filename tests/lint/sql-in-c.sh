#!/bin/sh
# SQL stands in sql/, not in C. Allowed are the words of a transaction around the
# schema (cmd_schema.c), the verb of the same name (cmd_fees.c), and the one that forgets a checked statement (db.c).
. "$(dirname "$0")/tap.sh"

cat >"$work/allowed" <<'LIST'
src/app/cmd_fees.c commit
src/app/cmd_schema.c begin;\n
src/app/cmd_schema.c commit;\n
src/app/cmd_schema.c rollback
src/db/db.c deallocate checked
LIST

# String literals, one a line, comments left out.
c_files | while read -r file; do
	sed -e 's,//.*,,' "$file" | awk -v file="$file" '
		{
			text = $0
			while (text != "") {
				if (comment) {
					at = index(text, "*/")
					if (!at)
						next
					text = substr(text, at + 2)
					comment = 0
				}
				if (!match(text, /"([^"\\]|\\.)*"|\/\*|\047([^\047\\]|\\.)+\047/))
					next
				piece = substr(text, RSTART, RLENGTH)
				text = substr(text, RSTART + RLENGTH)
				if (piece == "/*")
					comment = 1
				else if (piece ~ /^"/)
					print file, substr(piece, 2, length(piece) - 2)
			}
		}'
done >"$work/literals"
[ "$(wc -l <"$work/literals")" -gt 2000 ]
result $? "literals are found"

# What begins like a statement, what goes on like one, and names of our own schemas.
word='(table|view|index|function|role|schema|policy|type|extension|database|trigger|sequence)'
grep -iE "^[^ ]+ [[:blank:]]*((select|with|insert into|delete from|truncate|deallocate|savepoint|listen|unlisten|notify|prepare|execute|declare|copy|lock table|vacuum|analyze|set (local|session|role)|reset role) +[a-z_\"\$(*%0-9]|update +[a-z_.%]+ +set |(create|alter|drop) +(or replace +)?$word|(begin;|begin work|begin transaction|start transaction|commit|rollback)( work| transaction)?;?(\\\\n)*\$|(grant|revoke) .* (on|to|from) )|\b(from|join|into|where|order by|group by|returning) +(api|council|pg_catalog)?\.?[a-z_]+ *(where|=|limit|\$)|\b(council|api|pg_catalog|information_schema)\.[a-z_]" \
	"$work/literals" | LC_ALL=C sort -u >"$work/found"
LC_ALL=C comm -23 "$work/found" "$work/allowed" >"$work/faults"
rule "no SQL in C"
LC_ALL=C comm -13 "$work/found" "$work/allowed" >"$work/faults"
rule "the exceptions are still there, and the search finds them"
done_testing
