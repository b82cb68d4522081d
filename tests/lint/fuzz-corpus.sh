#!/bin/sh
# Replays the corpora of the fuzzers, where these were built; each fuzzer has a corpus.
. "$(dirname "$0")/tap.sh"

for source in tests/fuzz/fuzz_*.c; do
	name=$(basename "$source" .c)
	[ "$(find "tests/fuzz/corpus/${name#fuzz_}" -type f 2>/dev/null | wc -l)" -ge 3 ] || echo "$name has no corpus"
done >"$work/faults"
for corpus in tests/fuzz/corpus/*; do
	[ -f "tests/fuzz/fuzz_$(basename "$corpus").c" ] || echo "$corpus has no fuzzer"
done >>"$work/faults"
rule "each fuzzer has a corpus of at least three inputs, and each corpus a fuzzer"

for source in tests/fuzz/fuzz_*.c; do
	name=$(basename "$source" .c)
	if [ -x "$TOP_BUILDDIR/tests/fuzz/$name" ]; then
		"$TOP_BUILDDIR/tests/fuzz/$name" -runs=0 "tests/fuzz/corpus/${name#fuzz_}" >"$work/said" 2>&1
		status=$?
		result $status "$name: the corpus passes"
		[ $status -eq 0 ] || tail -n 30 "$work/said" | sed 's/^/# /'
	else
		skip "$name: the corpus passes" "built without --enable-fuzzing"
	fi
done
done_testing
