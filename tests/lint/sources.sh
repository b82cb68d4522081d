#!/bin/sh
# sources.am lists exactly the files that are there.
. "$(dirname "$0")/tap.sh"

tools/list-sources --print >"$work/now"
result $? "the lists can be made"
diff sources.am "$work/now" >"$work/faults"
rule "sources.am is what tools/list-sources writes (else: run it)"

# Executable scripts are tests of their own. The others are parts: a script of their folder names them.
for file in $(find tests/lint tests/sql tests/run tests/tty -name '*.sh' -type f ! -perm -u+x 2>/dev/null); do
	find "$(dirname "$file")" -maxdepth 1 -type f -perm -u+x -exec grep -qwF "$(basename "$file" .sh)" {} \; -print |
		grep -q . || echo "$file is not executable, and no test of its folder runs it"
done >"$work/faults"
rule "every script of the tests runs"
done_testing
