#!/usr/bin/env bash
# The pictures in README.md and doc/handbuch.md are what the program shows.
#
#     tests/run/60-documents.sh           compares
#     tests/run/60-documents.sh --write   writes them anew
. "$(dirname "$0")/../lib/run.sh"
export RATSTISCH
start_database

# The account of the minute-taker, so that pictures do not hold the caller's name.
export PGUSER=schriftfuehrung
pictures=$work/pictures

opening() { # NAME SIZE
	reset_database
	"$RATSTISCH" --script "$TOP_SRCDIR/tests/run/opening.keys" --size "$2" --dump table 1 >"$work/one" 2>"$work/errors"
	ok "the opening is played at $2"
	{
		echo "--- $1 ---"
		cat "$work/one"
		echo
	} >>"$pictures"
}

scripted() { # ACCOUNT FILE ARGUMENTS...
	account=$1 file=$2
	shift 2
	reset_database
	PGUSER=$account "$RATSTISCH" --script "$TOP_SRCDIR/tests/run/$file" --size 80x24 --now 2026-10-14T17:55 "$@" >"$work/one" 2>"$work/errors"
	ok "$file is played"
	sed 's/^/# /' "$work/errors"
	cat "$work/one" >>"$pictures"
	echo >>"$pictures"
}

# Another terminal on the meeting as the script before left it.
beside() { # ACCOUNT FILE ARGUMENTS...
	account=$1 file=$2
	shift 2
	PGUSER=$account "$RATSTISCH" --script "$TOP_SRCDIR/tests/run/$file" --size 80x24 --now 2026-10-14T20:14 "$@" >"$work/one" 2>"$work/errors"
	ok "$file is played"
	sed 's/^/# /' "$work/errors"
	cat "$work/one" >>"$pictures"
	echo >>"$pictures"
}

opening table_80x24 80x24
opening table_120x40 120x40
scripted schriftfuehrung manual-table.keys table 1
scripted verwaltung manual-lists.keys
scripted schriftfuehrung manual-prepare.keys
scripted schriftfuehrung manual-beside.keys table 1
beside gast manual-projector.keys projector 1
beside schreibdienst manual-chair.keys chair 1

if [ "${1:-}" = --write ]; then
	"$TOP_SRCDIR/tools/update-manual" "$pictures"
	ok "written"
else
	"$TOP_SRCDIR/tools/update-manual" --output "$work/new" "$pictures"
	ok "every picture that is named was made"
	for file in README.md doc/handbuch.md; do
		diff "$TOP_SRCDIR/$file" "$work/new/$file" >"$work/difference"
		ok "$file shows what the program shows (else: tests/run/60-documents.sh --write)"
		head -n 40 "$work/difference" | sed 's/^/# /'
	done
fi
done_testing
