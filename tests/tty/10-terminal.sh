#!/usr/bin/env bash
# The meeting table in a real terminal: keys, sizes, colours, other terminals, and the terminal given back.
. "$(dirname "$0")/lib.sh"
start_database
table="$RATSTISCH --now 2026-10-14T18:00 table 1"
texts="select count(*) from council.meeting_event where meeting_id = 1 and kind = 'text' and text like"

open_shell
type 'stty -g >"$XDG_STATE_HOME.before"; '"$table"'; stty -g >"$XDG_STATE_HOME.after"; echo "zurück: $?"'
press Enter
see "Ratssaal" "the meeting table opens"
is "$(picture | wc -l)" 24 "it fills 24 lines"
is "$(term display-message -p -t "$pane" '#{alternate_on}')" 1 "on the second screen of the terminal"
press Enter
see "LÄUFT seit 18:0" "Enter opens the meeting"
press Enter e
see "einstimmig angenommen" "and keys work"

# --- text with umlauts, F7 in the middle of it, pasted text
press Enter
see "TOP 2" "the next item"
type 'i'
see "TEXT" "text mode"
type 'Frau Öztürk fragt nach Größe und Preis (§ 5) – 3 €'
see "Frau Öztürk fragt nach Größe und Preis (§ 5) – 3 €" "umlauts and signs are typed and shown"
press F7
gone "TEXT  Esc fertig" "F7 asks who comes or goes"
type 'kra'
press Enter
see "Krämer (fehlt)" "the name is found: a member leaves"
see "TEXT  Esc fertig" "and the text goes on where it was"
term set-buffer -b text "$(printf ' Eingefügt:\nÄ\tÖ eee')"
term paste-buffer -p -b text -t "$pane"
see "Eingefügt:" "pasted text stands in the text"
press Escape
gone "TEXT  Esc fertig" "Esc ends it"
eventually "$texts 'Frau Öztürk fragt nach Größe und Preis (§ 5) – 3 € Eingefügt:%Ä%Ö eee'" 1 "the text is in the ledger as typed and pasted"
before=$(sql -c "select count(*) from council.meeting_event where meeting_id = 1")
term set-buffer -b keys "eee"
term paste-buffer -p -b keys -t "$pane"
type '?'
see "Hilfe" "help opens"
press Escape
gone "Seite ab" "help closes"
is "$(sql -c "select count(*) from council.meeting_event where meeting_id = 1")" "$before" "pasted letters are no keys in command mode"

# --- sizes
# Without the clock, and without what is known of projectors only after a while.
still_picture() { picture | sed 's/[0-9][0-9]:[0-9][0-9]:[0-9][0-9]//; s/ (keiner da)//'; }
small=$(still_picture)
term resize-window -t "$pane" -x 120 -y 40
see "TAGESORDNUNG" "at 120x40 the agenda stands at the side"
is "$(picture | wc -l)" 40 "all lines are used"
term resize-window -t "$pane" -x 80 -y 24
gone "TAGESORDNUNG" "and back"
same_picture() { [ "$(still_picture)" = "$1" ]; }
until_true same_picture "$small"
ok "to the same picture"
term resize-window -t "$pane" -x 12 -y 3
term resize-window -t "$pane" -x 80 -y 24
until_true same_picture "$small"
ok "also after a window of three lines"

# --- keys of the terminal
press C-c
type 'g'
press Escape
until_true same_picture "$small"
ok "^C ends nothing"
press C-z
see "[1]+" "^Z stops the program: the shell is there"
is "$(term display-message -p -t "$pane" '#{alternate_on}')" 0 "on its own screen"
type 'stty -g >"$XDG_STATE_HOME.stopped"; fg'
press Enter
until_true same_picture "$small"
ok "fg brings the picture back"
type '?'
see "Hilfe" "and keys work again"
press Escape
until_true same_picture "$small"
ok "back at the table"

# --- colours, other kinds of terminal
coloured() { term capture-pane -e -p -t "$pane" | grep -qE "$(printf '\033')\[([0-9]+;)*3[1-6]m"; }
unknown_name() { # shown in red where there are colours
	type '-niemand'
	see "niemand" "a name that nobody bears"
}
unknown_name
until_true coloured
ok "colours are used"
press Escape
until_true same_picture "$small"
leave() {
	type 'q'
	gone "BESCHLUSSFÄHIG" "q leaves the table"
	type ':quit'
	press Enter
}
leave
see "zurück: 0" "the program ends"
is "$(cat "$XDG_STATE_HOME.after")" "$(cat "$XDG_STATE_HOME.before")" "the terminal's settings are those from before"
is "$(cat "$XDG_STATE_HOME.stopped")" "$(cat "$XDG_STATE_HOME.before")" "so they were while it was stopped"
is "$(term display-message -p -t "$pane" '#{alternate_on} #{cursor_flag}')" "0 1" "its own screen and its cursor are back"

again() { # SETTINGS
	type "clear; $1 $table"
	press Enter
}
again "NO_COLOR=1"
until_true same_picture "$small"
ok "the same picture without colours"
unknown_name
! coloured
ok "NO_COLOR is honoured"
press Escape
until_true same_picture "$small"
leave
see 'bereit>' "the shell is there"
again "TERM=vt100"
until_true same_picture "$small"
ok "the same picture on a vt100"
type '?'
see "Hilfe" "its keys work"
press Escape
until_true same_picture "$small"
ok "and nothing is left behind by the help"
leave
again "TERM=no-such-terminal"
see "no-such-terminal" "an unknown terminal is named, not guessed"
again "LANGUAGE=en"
see "QUORATE" "LANGUAGE=en shows English"
done_testing
