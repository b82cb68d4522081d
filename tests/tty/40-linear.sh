#!/usr/bin/env bash
# Linear mode and other encodings in a real terminal: every byte that the program sends is kept. Real keys; only scrolling; Latin-1 typed and shown.
. "$(dirname "$0")/lib.sh"
start_database

# A terminal whose only process is the program; its bytes are in $raw.
open_kept() { # NAME ENVIRONMENT... -- ARGUMENTS...
	raw=$work/$1.raw
	shift
	environment=
	while [ "$1" != -- ]; do
		environment="$environment $1"
		shift
	done
	shift
	mkfifo "$raw.go"
	pane=$(term new-session -d -x 80 -y 24 -P -F '#{pane_id}' "read -r _ <'$raw.go'; exec env $environment '$RATSTISCH' --now 2026-10-14T18:00 $*")
	term pipe-pane -t "$pane" "exec cat >'$raw'"
	echo >"$raw.go"
}

sent() { LC_ALL=C grep -qaF -- "$1" "$raw"; }
hear() { # BYTES DESCRIPTION
	until_true sent "$1"
	status=$?
	(exit $status)
	ok "$2"
	[ $status -eq 0 ] || LC_ALL=C tail -c 600 "$raw" | tr -c '\n -~' '?' | sed 's/^/# /'
}

# ---- a terminal that can do nothing ----
open_kept dumb TERM=dumb -- --linear table 1
hear "Sitzungstisch: Rat der Stadt Musterstadt" "it opens on a terminal of the kind dumb"
press Enter
hear "18:00 Sitzung" "a key acts at once"
press Enter
hear "TOP 1, " "so does the next"
type "+zimx"
press BSpace
hear "kommt> zimx" "what is typed is written letter by letter"
until_true sent "Zimmermann"
ok "who is meant is said when the typing rests"
press Escape
hear "Befehle" "who leaves a line is told where that leads"
type "n3"
press Enter
hear "TOP 1: mehrheitlich angenommen (31 Ja, 3 Nein, 0 Enthaltungen)" "a result as a sentence"
press F6
hear "ANWESEND" "F6 says all"
press Down Down
hear ", 3 von 25" "arrows move"
type "q"
hear "Meine Sitzungen" "it goes back to the start page"
lines=$(term capture-pane -p -S - -t "$pane")
has "$(printf '%s\n' "$lines" | head -n 2)" "Sitzungstisch" "the first line still stands at the top of what was scrolled"
is "$(printf '%s\n' "$lines" | grep -n -m1 'TOP 1, ' | cut -d: -f1)" \
	"$(printf '%s\n' "$lines" | grep -nE -m1 'TOP 1, |kommt>|mehrheitlich' | cut -d: -f1)" "what was said stands in its order"
type "q"
until_true ended "$(term display-message -p -t "$pane" '#{pane_pid}' 2>/dev/null || echo 0)"
! LC_ALL=C grep -qaP '[\x00-\x06\x09\x0b\x0c\x0e-\x1f\x7f]' "$raw"
ok "no escape and no other code was sent, only line ends, returns and backspaces"
eventually "select count(*) from council.meeting_event where meeting_id = 1 and kind = 'vote' and no = 3" 1 "the vote is in the ledger"

# ---- Latin-1, in pictures: typed as one byte each, shown as one byte each ----
reset_database
open_kept latin LC_ALL=xx_XX.ISO-8859-1 -- table 1
hear "NICHT ER$(printf '\326')FFNET" "an umlaut is shown as one byte"
press Enter Enter
hear "BESCHLUSSF$(printf '\304')HIG" "the meeting runs"
printf 'GJ\374rgen \304hrenfeld' >"$work/typed"
term load-buffer "$work/typed"
term paste-buffer -r -t "$pane"
press Enter
eventually "select text from council.meeting_event where meeting_id = 1 and kind = 'guest'" "Jürgen Ährenfeld" "typed umlauts arrive as such"
type "q"
! LC_ALL=C grep -qaP '[\x80-\x9f]' "$raw"
ok "no byte that is a control character there"
LC_ALL=C grep -qa -- '----------' "$raw"
ok "lines are hyphens"

# ---- C: nothing but ASCII ----
open_kept ascii LC_ALL=C -- table 1
hear "BESCHLUSSF" "the meeting table in C"
type "q"
! LC_ALL=C grep -qaP '[\x80-\xff]' "$raw"
ok "nothing but ASCII is sent"

# ---- an encoding that this machine's library knows ----
if command -v localedef >/dev/null 2>&1 && mkdir "$work/locale" &&
	localedef -i de_DE -f ISO-8859-15 "$work/locale/de_DE.ISO-8859-15" >/dev/null 2>&1; then
	open_kept euro LC_ALL=de_DE.ISO-8859-15 LOCPATH="$work/locale" -- table 1
	hear "BESCHLUSSF$(printf '\304')HIG" "ISO-8859-15 by its locale"
	printf 'G5 \244 Gast' >"$work/typed"
	term load-buffer "$work/typed"
	term paste-buffer -r -t "$pane"
	press Enter
	eventually "select text from council.meeting_event where meeting_id = 1 and kind = 'guest' order by seq desc limit 1" "5 € Gast" \
		"its euro arrives as a euro"
	type "q"
else
	tests=$((tests + 2))
	echo "ok $((tests - 1)) - ISO-8859-15 by its locale # SKIP the package locales is not installed"
	echo "ok $tests - its euro arrives as a euro # SKIP the package locales is not installed"
fi

# ---- the hall is switched on before the server ----
"$server" --data "$work/server" stop >/dev/null 2>&1
open_kept hall -- --linear projector
hear "Das Programm wartet auf den Server" "a projector without a server waits"
"$server" --data "$work/server" start >/dev/null
hear "Der Beamer ist dunkel." "and shows the meeting when it is there"
done_testing
