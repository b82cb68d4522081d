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
scripted sitzungsgeld manual-fees.keys
scripted schriftfuehrung manual-beside.keys table 1

# Held events: the line was cut, somebody else took the pen and recorded.
held() {
	reset_database
	printf '%s\n' '<Enter><Enter>e' '@time 18:10' '<Enter>' 'n3<Enter>' '-kra<Enter>' '@saved' | "$RATSTISCH" --script - --size 80x24 --now 2026-10-14T18:00 \
		table 1 >/dev/null 2>"$work/errors"
	journal=$(find "$XDG_STATE_HOME" -name '*.journal')
	sql -c "set session_replication_role = replica; delete from council.meeting_event where meeting_id = 1 and seq > 3" \
		-c "set session_replication_role = origin; select council.rebuild_projections(1)" >/dev/null
	sed -i '/^A .* [456]$/d' "$journal" # as if those three had never arrived
	printf '%s\n' '<Enter>k' '@saved' | XDG_STATE_HOME=$work/other "$RATSTISCH" --script - --size 80x24 \
		--now 2026-10-14T18:12 table 1 >/dev/null 2>>"$work/errors"
	"$RATSTISCH" --script "$TOP_SRCDIR/tests/run/manual-held.keys" --size 80x24 --now 2026-10-14T18:15 table 1 >"$work/one" 2>>"$work/errors"
	ok "what is held is shown"
	sed 's/^/# /' "$work/errors"
	cat "$work/one" >>"$pictures"
	echo >>"$pictures"
}

beside gast manual-projector.keys projector 1
beside schreibdienst manual-chair.keys chair 1
held

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
