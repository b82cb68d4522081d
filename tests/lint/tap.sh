# For the lint tests: TAP, and the lists of files they look at. Sourced by
# tests/lint/*.sh. A rule prints its faults into $work/faults, one a line, and
# calls `rule DESCRIPTION`: no line means that it holds.
#
# TOP_SRCDIR and TOP_BUILDDIR come from make; by hand: TOP_BUILDDIR=build.

: "${TOP_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${TOP_BUILDDIR:=$TOP_SRCDIR/build}"
LC_ALL=C.UTF-8
export LC_ALL
tests=0 failures=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
here=$PWD
cd "$TOP_SRCDIR" || exit 99

# result STATUS DESCRIPTION
result() {
	tests=$((tests + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $tests - $2"
	else
		failures=$((failures + 1))
		echo "not ok $tests - $2"
	fi
}

rule() { # DESCRIPTION: holds when $work/faults is empty
	[ ! -s "$work/faults" ]
	result $? "$1"
	head -n 40 "$work/faults" | sed 's/^/# /'
	: >"$work/faults"
}

skip() { # DESCRIPTION REASON: one test of several
	tests=$((tests + 1))
	echo "ok $tests - $1 # SKIP $2"
}

skip_all() { # REASON
	echo "1..0 # SKIP $1"
	exit 0
}

done_testing() {
	echo "1..$tests"
	[ "$failures" -eq 0 ]
}

# The C files of the program.
c_files() { find src -name '*.[ch]' -type f | LC_ALL=C sort; }

# Everything that belongs to the project: what git keeps, or in an unpacked archive what lies there.
project_files() {
	if [ -e .git ] && git ls-files >"$work/files" 2>/dev/null && [ -s "$work/files" ]; then
		# A file that is being renamed right now is in the index only.
		while read -r file; do [ ! -f "$file" ] || echo "$file"; done <"$work/files"
	else
		find . \( -name .git -o -name 'build*' -o -name _build -o -name _inst -o -name autom4te.cache -o -name .deps \) -prune -o -type f \
			! -name '*.o' ! -name '*.a' ! -name '*.log' ! -name '*.trs' ! -name 'configure*' ! -name 'Makefile*' \
			! -name aclocal.m4 ! -name 'config.*' ! -path './gen/*' -print | sed 's,^\./,,' | LC_ALL=C sort
	fi
}
