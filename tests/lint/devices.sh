#!/bin/sh
# Each device has one user: curses in src/term, libpq in src/db, formats of files in src/exchange.
. "$(dirname "$0")/tap.sh"

# user FOLDER PATTERN: only FOLDER includes such headers, and it does.
user() {
	c_files | xargs grep -nE "^[[:blank:]]*#[[:blank:]]*include[[:blank:]]*[<\"]($2)[>\"]" >"$work/users"
	grep -v "^src/$1/" "$work/users" >"$work/faults"
	rule "only src/$1 includes $2"
	grep -q "^src/$1/" "$work/users"
	result $? "src/$1 does"
}

user term '(ncursesw?/)?(n?curses|term|panel|form|menu)\.h'
user db '(postgresql/)?(libpq-fe|libpq-events|pg_config)\.h|libpq/.*'
user exchange 'csv\.h|pcre2(posix)?\.h|iconv\.h'

# A function declared by hand needs no header: the object files say what is really called.
if [ -f "$TOP_BUILDDIR/src/base/str.o" ] && command -v nm >/dev/null 2>&1; then
	( cd "$TOP_BUILDDIR" && nm -A -u src/*/*.o ) | awk '
		BEGIN {
			owner["db"] = "^PQ[a-z][A-Za-z]*$"
			owner["term"] = "^(initscr|newterm|endwin|refresh|w?refresh|doupdate|w?get_wch|setupterm|tputs|mvadd_wchnstr)$"
			owner["exchange"] = "^(csv_(init|parse|write2?|fwrite2?)|pcre2_[a-z_0-9]*|iconv(_open|_close)?)$"
		}
		{
			split($1, path, "/")
			for (folder in owner)
				if ($NF ~ owner[folder] && path[2] != folder)
					print $1, $NF, "belongs to src/" folder
				else if ($NF ~ owner[folder])
					found[folder] = 1
		}
		END {
			for (folder in owner)
				if (!found[folder])
					print "no calls are found in src/" folder
		}' >"$work/faults"
	rule "no object file of another folder calls them"
else
	skip "no object file of another folder calls them" "no object files in $TOP_BUILDDIR"
fi
done_testing
