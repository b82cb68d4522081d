#!/bin/sh
# Handlers do not draw: only functions whose name says so (draw_..., ..._draw...)
# put anything on the canvas, and these read no keys. One place, the loop, calls
# for a picture.
. "$(dirname "$0")/tap.sh"

# shellcheck disable=SC2046
awk '
	FNR == 1 { name = ""; inside = 0 }
	/^[a-z].*\(/ && !/;$/ { name = $0; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name) }
	/^{$/ { inside = 1 }
	/^}$/ { inside = 0 }
	inside && match($0, /(^|[^a-z_])canvas_(text|field|field_right|printf|fill|hline|vline|attr|cursor|erase)\(/) {
		print name, FILENAME ":" FNR
	}
	inside && /(^|[^a-z_])app_draw\(/ { print name, FILENAME ":" FNR > pictures }
	inside && /(_event|_key)\(/ && name ~ /(^|_)draw(_|$)/ { print name, FILENAME ":" FNR > keys }
' pictures="$work/pictures" keys="$work/keys" $(c_files | grep -v '^src/base/canvas\.') >"$work/calls"
[ "$(wc -l <"$work/calls")" -gt 50 ]
result $? "calls that draw are found"
awk '$1 !~ /(^|_)draw(_|$)/ { print $2 ": " $1 " draws, and its name does not say so" }' "$work/calls" >"$work/faults"
rule "only functions named draw put something on the canvas"
sed -n 's/^\([^ ]*\) \(.*\)/\2: \1 draws and handles keys/p' "$work/keys" >"$work/faults" 2>/dev/null
rule "functions that draw handle no keys"
awk '{ print $2 ": " $1 " paints, beside the loop and scripts" }' "$work/pictures" |
	grep -vE '^src/app/(loop|script|app)\.c:' >"$work/faults"
rule "pictures are made by the loop and by scripts only"
done_testing
