#!/bin/sh
# No mutable globals: the object files say what can be changed and outlives a
# call, at file scope or static in a function, whatever the source looks like.
. "$(dirname "$0")/tap.sh"

# Allowed, each with its reason:
#   date.o frozen_moment, clock_offset   the clock of scripted runs and of the demonstration: one process, one time
#   term.o saved                         a signal handler gets no argument and must give the terminal back
cat >"$work/allowed" <<'LIST'
src/base/date.o clock_offset
src/base/date.o frozen_moment
src/term/term.o saved
LIST

[ -f "$TOP_BUILDDIR/src/main.o" ] || [ -f "$TOP_BUILDDIR/src/base/date.o" ] || skip_all "no object files in $TOP_BUILDDIR"
command -v objdump >/dev/null 2>&1 || skip_all "objdump is not installed (package binutils)"

# Symbols of objects in sections that can be written after the start; .data.rel.ro cannot.
# Names a compiler makes begin with two underscores or a dot; .N at the end tells statics apart.
( cd "$TOP_BUILDDIR" && find src gen -name '*.o' | LC_ALL=C sort | while read -r object; do
	objdump -t "$object" | awk -v object="$object" '
		$0 ~ / O / {
			section = ""
			for (i = 2; i < NF; i++)
				if ($i ~ /^(\.(data|bss|tdata|tbss)|\*COM\*)/)
					section = $i
			name = $NF
			if (section == "" || section ~ /^\.data\.rel\.ro/ || name ~ /^(__|\.)/)
				next
			sub(/\.[0-9]+$/, "", name)
			print object, name
		}'
done ) | LC_ALL=C sort -u >"$work/found"
LC_ALL=C comm -23 "$work/found" "$work/allowed" | sed 's/ /: /' >"$work/faults"
rule "no variable outlives a call"
LC_ALL=C comm -13 "$work/found" "$work/allowed" | sed 's/ /: /;s/$/ is gone: take it off the list/' >"$work/faults"
rule "the exceptions are still needed, and the search finds them"
done_testing
