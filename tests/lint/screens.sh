#!/bin/sh
# Screens, actions and their document are in step: the program finds no fault
# in its screen files, and doc/screens.md lists exactly the actions there are,
# each with the help the program shows.
. "$(dirname "$0")/tap.sh"
: "${RATSTISCH:=$TOP_BUILDDIR/ratstisch}"
doc=$TOP_SRCDIR/doc/screens.md

"$RATSTISCH" check-screens >"$work/faults" 2>&1
result $? "no fault in the screen files"
[ $failures -eq 0 ] || sed 's/^/# /' "$work/faults"

# Rows of the tables: tab, brace, "name", ..., N_("help").
sed -nE 's/^	\{ "([a-z_]+)", .*N_\("(.*)"\) \},$/| `\1` | \2 |/p' \
	"$TOP_SRCDIR"/src/screen/action.c "$TOP_SRCDIR"/src/app/actions*.c "$TOP_SRCDIR"/src/app/table*.c |
	LC_ALL=C sort -u >"$work/program"
sed -n '/^## Actions/,/^## The engine/p' "$doc" | grep -E '^\| `[a-z_]+` \| ' | LC_ALL=C sort -u >"$work/document"
[ "$(wc -l <"$work/program")" -gt 60 ]
result $? "the tables of actions are found"
diff "$work/program" "$work/document" >"$work/difference"
result $? "doc/screens.md lists all actions with their help"
sed 's/^/# /' "$work/difference"

# A user's directory with faults: all of them in one run, and a status that says so.
mkdir "$work/own"
printf 'screen mine\nkind list\ntitle "M"\nquery list_shoes\nsort name\ncolumn shoe "S"\nkey x fly "X"\n' >"$work/own/mine.screen"
printf 'screen other\nkind lst\n' >"$work/own/other.screen"
"$RATSTISCH" --screens "$work/own" check-screens >"$work/faults" 2>&1
[ $? -ne 0 ]
result $? "faulty files are refused"
for pattern in 'mine.screen:1:.*list_shoes' 'mine.screen:7:.*fly' 'other.screen:2:.*lst'; do
	grep -q "$pattern" "$work/faults"
	result $? "the fault '$pattern' is reported"
done
done_testing
