#!/bin/sh
# Prepares every query of sql/queries as the program does (lists in every window), compares the columns
# with the header, and plans it under the role of an administrator who is no superuser: a missing grant
# shows. Those that say `-- role: superuser` are for subcommands of the superuser. Needs PGHOST, PGDATABASE and a superuser as PGUSER. Writes TAP.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

# One file of statements per query: PREPARE of each form, then the columns of the first by \gdesc.
awk -v out="$work" '
function finish(   i, n, types, nulls, base) {
	if (name == "") return
	sub(/[ \t\n;]+$/, "", body)
	base = out "/" name
	types = nulls = ""
	for (i = 1; i <= params; i++) {
		types = types (i > 1 ? ", " : "") type[i]
		nulls = nulls (i > 1 ? ", " : "") "null"
	}
	print rows_text > (base ".expected")
	printf "begin;\n%s\n", (role == "superuser" ? "" : "set local role query_tester;") > (base ".sql")
	if (kind == "exec" && params == 0) {
		# A command such as LISTEN cannot be prepared by PREPARE, only run.
		if (body == "begin") printf "rollback;\n" > (base ".sql")
		if (body !~ /^(commit|rollback)$/) printf "%s;\n", body > (base ".sql")
		printf "%s;\n", (body == "commit" ? body : "rollback") > (base ".sql")
		close(base ".sql")
		close(base ".expected")
		name = ""
		return
	}
	write_prepared(base, "plain", body, types, nulls)
	printf "execute plain%s \\gdesc\n", (params == 0 ? "" : "(" nulls ")") > (base ".sql")
	if (kind == "list") {
		for (i = 1; i <= sorts; i++) {
			window(base, i, "<", " desc"); window(base, i, ">", "")
		}
	}
	print "rollback;" > (base ".sql")
	close(base ".sql")
	close(base ".expected")
	name = ""
}
function write_prepared(base, label, sql, types, nulls) {
	printf "prepare %s%s as\n%s;\n", label, (types == "" ? "" : "(" types ")"), sql > (base ".sql")
	printf "\\o /dev/null\nexplain execute %s%s;\n\\o\n", label, (nulls == "" ? "" : "(" nulls ")") > (base ".sql")
}
function window(base, i, op, order,   types, nulls, j, sql) {
	types = nulls = ""
	for (j = 1; j <= params; j++) { types = types type[j] ", "; nulls = nulls "null, " }
	types = types "text, " row_type[sort_name[i]] ", " key_type ", integer"
	nulls = nulls "null, null, null, null"
	sql = "select q.* from (" body ") q where q." search " operator(council.~~~) (select council.like_pattern($" (params + 1) ")) and (q." \
		sort_name[i] ", q." key ") " op " ($" (params + 2) ", $" (params + 3) ") order by q." sort_name[i] order \
		", q." key order " limit $" (params + 4)
	write_prepared(base, "w" i (order == "" ? "a" : "d"), sql, types, nulls)
}
/^-- role:/ { role = $3; next }
/^-- query:/ { finish(); name = $3; kind = "rows"; role = body = rows_text = key = search = ""; params = sorts = 0; delete row_type; next }
/^-- kind:/ { kind = $3; next }
/^-- key:/ { key = $3; key_type = $4; next }
/^-- search:/ { search = $3; next }
/^-- sort:/ { for (i = 3; i <= NF; i++) sort_name[++sorts] = $i; next }
/^-- param:/ { type[++params] = $4; next }
/^-- row:/ { t = $4; if (t == "timestamptz") t = "timestamp with time zone"; for (i = 5; i <= NF; i++) t = t " " $i; row_type[$3] = t; rows_text = rows_text (rows_text == "" ? "" : "\n") $3 "|" t; next }
/^--/ { next }
{ body = body (body == "" ? "" : "\n") $0 }
END { finish() }
' "$top"/sql/queries/*.sql

psql -Xq -v ON_ERROR_STOP=1 -c "set client_min_messages = warning" \
	-c "begin" -c "create role query_tester" \
	-c "grant ratstisch_reader, ratstisch_minute_taker, ratstisch_administrator, ratstisch_fee_cashier to query_tester" -c "commit" ||
	{ echo "Bail out! cannot make the role query_tester"; exit 1; }

# All of it in one session; markers in both streams separate the queries.
for file in "$work"/*.sql; do
	name=$(basename "$file" .sql)
	printf '\\echo == %s\n\\warn == %s\n' "$name" "$name"
	cat "$file"
	echo 'deallocate all;'
done >"$work/all"
psql -XqtA -f "$work/all" >"$work/out" 2>"$work/err"
split='/^== / { file = $2; next } { print > (dir "/" file "." kind) }'
awk -v dir="$work" -v kind=got "$split" "$work/out"
awk -v dir="$work" -v kind=err "$split" "$work/err"

number=0
failed=0
for expected in "$work"/*.expected; do
	name=$(basename "$expected" .expected)
	number=$((number + 1))
	# The folded column serves the filter and is not among the rows.
	search=$(sed -n 's/^-- search: *//p' "$top/sql/queries/$name.sql")
	touch "$work/$name.got" "$work/$name.err"
	grep -v "^${search:-no search}|" "$work/$name.got" | grep . >"$work/got"
	grep . "$expected" >"$work/want"
	if [ ! -s "$work/$name.err" ] && cmp -s "$work/got" "$work/want"; then
		echo "ok $number - $name"
	else
		echo "not ok $number - $name"
		failed=$((failed + 1))
		sed 's/^/# /' "$work/$name.err"
		diff "$work/want" "$work/got" | sed 's/^/# /'
	fi
done
psql -Xq -c "drop role query_tester" >/dev/null
echo "1..$number"
[ $failed -eq 0 ]
