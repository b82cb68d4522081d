#!/usr/bin/env bash
# Runs every fuzzer over its corpus and goes on from there.
#
#     ../configure --enable-fuzzing CC=clang && make
#     ../tests/fuzz/run.sh [SECONDS]        from the build folder; 60 seconds each unless given
#
# What is found new lies in fuzz-corpus/NAME of the build folder, an input that
# fails in fuzz-corpus/NAME-crash-...: fix the fault, then add the input to
# tests/fuzz/corpus/NAME, where every `make check` of such a build replays it.
set -u
sources=$(cd "$(dirname "$0")" && pwd)
builds=${TOP_BUILDDIR:-$PWD}
seconds=${1:-60}
case $seconds in
'' | *[!0-9]*)
	echo "usage: run.sh [SECONDS]" >&2
	exit 2
	;;
esac
status=0 found=0
for source in "$sources"/fuzz_*.c; do
	name=$(basename "$source" .c)
	[ -x "$builds/tests/fuzz/$name" ] || continue
	found=$((found + 1))
	own=$builds/fuzz-corpus/$name
	mkdir -p "$own"
	if "$builds/tests/fuzz/$name" -max_total_time="$seconds" -timeout=5 -max_len=4096 -artifact_prefix="$own-" \
		-print_final_stats=1 "$own" "$sources/corpus/${name#fuzz_}" >"$own.log" 2>&1; then
		echo "$name: no fault, $(sed -n 's/^stat::number_of_executed_units: *//p' "$own.log") inputs tried," \
			"$(find "$own" -type f | wc -l) new ones kept"
	else
		status=1
		echo "$name: FAULT, see $own.log"
		tail -n 20 "$own.log"
	fi
done
if [ "$found" -eq 0 ]; then
	echo "no fuzzers in $builds/tests/fuzz: ./configure --enable-fuzzing CC=clang && make" >&2
	exit 1
fi
exit "$status"
