# Turns sql/queries/*.sql into the C table of named queries (src/db/query.h).
#
#     awk -f tools/gen-queries.awk sql/queries/*.sql > gen/queries.c
#
# A query of kind `list` is written out in all its windows here, so that no SQL
# is put together at run time: for each sort column, both directions, with and
# without a cursor, with and without a filter; then two counts. The order of
# the variants is the one query_list_variant() computes.
#
# The filter uses an operator of our own: row-level security lets only leakproof
# ones into an index (doc/sql.md). Two ways lead to the rows of a filter: along
# the order, looking at each until the window is full (fast when many fit), or
# by the trigram index, sorting what it finds (fast when few fit). The planner
# must see the pattern to choose; it is asked for more rows than are wanted,
# because what fits may stand together at the far end of the order. The rows
# wanted are then taken off the front: a materialized part is planned for all
# of its rows, made only as far as it is read, and read in its order.
#
# Both are too slow where there are a million rows and what fits is many and stands far from the beginning. A list may name a
# function of its own for the filtered windows of a sort column (`-- window: COLUMN FUNCTION`): given what was typed, the direction,
# the cursor (or NULL) and the limit it says the keys of the rows.
#
# Every fault is reported with file and line; the exit status is then 1.

function fault(message) {
	printf "%s:%d: %s\n", FILENAME, FNR, message > "/dev/stderr"
	faults++
}

function c_string(text,    out) {
	out = text
	gsub(/\\/, "\\\\&", out)
	gsub(/"/, "\\\"", out)
	gsub(/\t/, " ", out)
	gsub(/\n/, "\\n\"\n\t\"", out)
	return "\"" out "\""
}

function columns(label, count, names, types,    i) {
	printf "static const struct query_column %s_%s[] = {\n", name, label
	for (i = 1; i <= count; i++)
		printf "\t{ %s, %s },\n", c_string(names[i]), c_string(types[i])
	print "\t{ NULL, NULL },\n};\n"
}

function row_type(column,    i) {
	for (i = 1; i <= rows; i++)
		if (row_name[i] == column)
			return row_kind[i]
	return ""
}

function row_list(    i, out) {
	for (i = 1; i <= rows; i++)
		out = out (i > 1 ? ", " : "") "q." row_name[i]
	return out
}

# One window: the sort column s, descending or not, after a cursor or not, filtered or not.
function window(s, descending, cursor, filter,    n, sql, where, order, op) {
	n = params
	if (filter && s in window_function)
		return named_window(s, descending, cursor)
	sql = "select " row_list() " from (" body ") q"
	where = ""
	if (filter)
		where = matches(++n)
	order = descending ? " desc" : ""
	op = descending ? "<" : ">"
	if (cursor) {
		if (where != "")
			where = where " and "
		# Said of the column alone as well: where it is another table's, that table is read from there on.
		where = where "q." s " " op "= $" (n + 1) "::" row_type(s) " and (q." s ", q." key ") " op " ($" (n + 1) "::" row_type(s) ", $" (n + 2) "::" key_type ")"
		n += 2
	}
	if (where != "")
		sql = sql " where " where
	order = " order by q." s order ", q." key order
	sql = sql order " limit $" ++n "::integer"
	if (!filter)
		return sql
	return "with fitting as materialized (" sql " * 50) select " row_list() " from fitting q limit $" n "::integer"
}

# The rows whose keys a function says.
function named_window(s, descending, cursor,    n, order, after) {
	n = params + 1
	order = descending ? " desc" : ""
	after = cursor ? "$" (n + 1) "::text, $" (n + 2) "::" key_type : "null, null"
	return "select " row_list() " from " window_function[s] "($" n "::text, " (descending ? "true" : "false") ", " after \
		", $" (cursor ? n + 3 : n + 1) "::integer) f (fitting) join (" body ") q on q." key " = f.fitting" \
		" order by q." s order ", q." key order
}

# And how many they are: to a thousand, and not longer than a moment; a NULL says that there may be more.
function named_count() {
	return "select least(count(f.fitting), 1000) as count, count(f.fitting) > 1000 or count(*) > count(f.fitting) as more from " \
		window_function[sort_name[1]] "($" (params + 1) "::text, false, null, null, 1001, 100) f (fitting)"
}

function matches(parameter) {
	return "q." search " operator(council.~~~) council.like_pattern($" parameter "::text)"
}

function list_variants(    i, d, c, f, count_sql) {
	printf "static const char *const %s_variants[] = {\n", name
	for (i = 1; i <= sorts; i++)
		for (d = 0; d < 2; d++)
			for (c = 0; c < 2; c++)
				for (f = 0; f < 2; f++)
					printf "\t%s,\n", c_string(window(sort_name[i], d, c, f))
	# Counting must not keep the connection busy: what is more than 5,000 is not counted.
	count_sql = "select least(count(*), 5000) as count, count(*) > 5000 as more from (select from (" body ") q"
	printf "\t%s,\n", c_string(count_sql " limit 5001) n")
	printf "\t%s,\n", c_string(sort_name[1] in window_function ? named_count() : count_sql " where " matches(params + 1) " limit 5001) n")
	print "};\n"
	printf "static const char *const %s_sorts[] = { ", name
	for (i = 1; i <= sorts; i++)
		printf "\"%s\", ", sort_name[i]
	print "NULL };"
	printf "static const bool %s_windows[] = { ", name
	for (i = 1; i <= sorts; i++)
		printf "%s, ", (sort_name[i] in window_function) ? "true" : "false"
	print "false };\n"
}

function check_query(    i) {
	if (kind != "list" && kind != "rows" && kind != "one" && kind != "exec")
		fault("query " name ": kind '" kind "' is none of list, rows, one, exec")
	if (kind == "list" && (key == "" || sorts == 0 || search == ""))
		fault("list " name ": needs key, sort and search")
	for (i = 1; i <= sorts; i++)
		if (row_type(sort_name[i]) == "")
			fault("list " name ": sort column '" sort_name[i] "' is not among the rows")
	for (i in window_function)
		if (kind != "list" || row_type(i) == "")
			fault("query " name ": window of '" i "', which is no sort column")
	if (kind == "list" && row_type(key) == "")
		fault("list " name ": key '" key "' is not among the rows")
	sub(/[ \t\n;]+$/, "", body)
	if (body == "")
		fault("query " name ": no text")
}

function finish(    entry) {
	if (name == "")
		return
	check_query()
	columns("params", params, param_name, param_kind)
	columns("rows", rows, row_name, row_kind)
	entry = "\t{ " c_string(name) ", QUERY_" toupper(kind) ", "
	if (kind == "list") {
		list_variants()
		entry = entry "NULL, " name "_params, " params ", " name "_rows, " rows ", " \
			c_string(key) ", " name "_sorts, " sorts ", " name "_windows, " name "_variants },\n"
	} else {
		entry = entry c_string(body) ", " name "_params, " params ", " name "_rows, " rows ", NULL, NULL, 0, NULL, NULL },\n"
	}
	table = table entry
	name = ""
}

function split_column(    n) {
	n = split($0, word, /[ \t]+/)
	if (n < 4)
		fault("'" $2 "' needs a name and a type")
	column_type = word[4]
	for (i = 5; i <= n; i++)
		column_type = column_type " " word[i]
	return word[3]
}

BEGIN {
	print "/* Generated by tools/gen-queries.awk from sql/queries: not to be edited. */"
	print "#include \"db/query.h\"\n\n#include <stddef.h>\n"
}

/^-- query:/ {
	finish()
	name = $3
	kind = "rows"; key = ""; key_type = ""; search = ""; body = ""
	params = rows = sorts = 0
	delete window_function
	if (name !~ /^[a-z][a-z0-9_]*$/)
		fault("query name '" name "' must be lower case letters, digits and _")
	if (name in seen)
		fault("query " name " stands in " seen[name] " already")
	seen[name] = FILENAME
	next
}
/^-- kind:/ { kind = $3; next }
/^-- key:/ { key = $3; key_type = $4; next }
/^-- search:/ { search = $3; next }
/^-- window:/ { window_function[$3] = $4; next }
/^-- sort:/ {
	for (i = 3; i <= NF; i++)
		sort_name[++sorts] = $i
	next
}
/^-- param:/ { param_name[++params] = split_column(); param_kind[params] = column_type; next }
/^-- row:/ { row_name[++rows] = split_column(); row_kind[rows] = column_type; next }
/^[ \t]*--/ { next }
/^[ \t]*$/ { next }
{
	if (name == "")
		fault("SQL before '-- query:'")
	body = body (body == "" ? "" : "\n") $0
}
END {
	finish()
	print "const struct query query_table[] = {"
	printf "%s", table
	print "};\n\nconst size_t query_count = sizeof(query_table) / sizeof(*query_table);"
	exit faults ? 1 : 0
}
