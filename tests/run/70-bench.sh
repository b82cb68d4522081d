#!/usr/bin/env bash
# The bench itself: with tiny sizes all of it runs and every row has its figures. No verdict on times.
. "$(dirname "$0")/../lib/run.sh"
: "${TOP_BUILDDIR:=$(dirname "$RATSTISCH")}"
for program in pty_latency commit delay_proxy many; do
	[ -x "$TOP_BUILDDIR/tests/bench/$program" ] || { echo "1..0 # SKIP tests/bench/$program is not built"; exit 0; }
done
export TOP_BUILDDIR TOP_SRCDIR
out=$(bash "$TOP_SRCDIR/tests/bench/bench.sh" --quick 2>"$work/errors")
ok "the bench runs"
sed 's/^/# /' "$work/errors" | tail -n 20
rows=$(printf '%s\n' "$out" | grep '^| ')
for measure in "key that moves" "key that records to its paint" "to 'saved'" "vote durable" "server answers after 2 s" ": open, p99" ": scroll" \
	": filter" "start to the first screen" "programs at once" "programs that ended" "connections" \
	"as dry run (peer: one aggregate)" "the same again" "items as CSV"; do
	has "$rows" "$measure" "a row for: $measure"
done
is "$(printf '%s\n' "$rows" | grep 'key that moves' | grep -cE '\| +[0-9]+(\.[0-9]+)? ms \|')" 2 "with times"
is "$(printf '%s\n' "$rows" | grep -cE '^\| 0\.0[12] \|')" 2 "and how costs grow"
has "$rows" "programs that ended, errors, keys unanswered | 0 " "no program ended, none showed an error"
lacks "$out" "$(hostname)" "nothing names the machine"
done_testing
