#!/bin/sh
# Queries: one a file, named like it, and none that nobody asks.
. "$(dirname "$0")/tap.sh"

[ "$(ls sql/queries/*.sql | wc -l)" -gt 50 ]
result $? "queries are found"
for file in sql/queries/*; do
	name=$(basename "$file" .sql)
	names=$(sed -n 's/^-- query:[[:blank:]]*//p' "$file")
	[ "$names" = "$name" ] || echo "$file holds: $(echo $names)"
done >"$work/faults"
rule "each file holds one query of its own name"

# In C between quotes; in screen files after query, count, save, delete, pick ... as a word of its own.
{
	find src tests/unit tests/screen -type f -name '*.[ch]' -exec grep -hoE '"[a-z0-9_]+"' {} + | tr -d '"'
	sed -E 's/"([^"\\]|\\.)*"//g;/^[[:blank:]]*#/d' screens/*.screen | tr -s '[:blank:]' '\n'
} | LC_ALL=C sort -u >"$work/used"
ls sql/queries | sed 's/\.sql$//' | LC_ALL=C sort | LC_ALL=C comm -23 - "$work/used" |
	sed 's,.*,sql/queries/&.sql is used nowhere,' >"$work/faults"
rule "each query is used by the program or a screen"
done_testing
