#!/bin/sh
# Tests wait for a condition, never for a time.
. "$(dirname "$0")/tap.sh"

find tests tools -type f \( -name '*.sh' -o -name '*.[ch]' -o -name '*.sql' -o -name 'ratstisch-server' -o -name '*.py' -o -name '*.keys' \) |
	LC_ALL=C sort >"$work/looked"
[ "$(wc -l <"$work/looked")" -gt 50 ]
result $? "tests are found"
xargs grep -nE '(^|[^[:alnum:]_])(u|nano|clock_nano|pg_)?slee[p](_for|_until)?([^[:alnum:]_]|$)' <"$work/looked" >"$work/faults"
rule "nothing sleeps"
done_testing
