#!/usr/bin/env bash
# Projector and chair in real terminals: what the clerk releases in one appears in the other; sizes; the terminal given back.
. "$(dirname "$0")/lib.sh"
start_database

open_shell
hall=$pane
type 'stty -g >"$XDG_STATE_HOME.before"; PGUSER=gast "$RATSTISCH" projector; echo "zurück: $?"; stty -g >"$XDG_STATE_HOME.after"; echo fertig'
press Enter
see "Der Beamer wartet" "the projector waits for a meeting"
open_program table 1
desk=$pane
see "EINGELADEN" "the meeting table opens"
open_shell
chair=$pane
type 'PGUSER=schreibdienst "$RATSTISCH" chair 1; echo "zurück: $?"'
press Enter
see "NÄCHSTER SCHRITT" "so does the chair's terminal"

pane=$desk
press Enter Enter B
see "Beamer: TOP 1" "the clerk releases an item"
gone "keiner da" "and sees that a projector is there"
pane=$chair
see "TOP 1  Eröffnung" "the chair follows"
pane=$hall
see "Eröffnung, Feststellung" "the hall sees it"
see "▄▀▀▀▄" "in large letters"
see "Anwesend 34/34" "and who is there"
term resize-window -t "$pane" -x 200 -y 60
gone "Eröffnung, Feststellung" "on a large terminal the title is large too"
term resize-window -t "$pane" -x 20 -y 5
see "TOP 1" "on a small one the text stays"
term resize-window -t "$pane" -x 80 -y 24
see "Eröffnung, Feststellung" "and back"
press Space x Enter
see "Anwesend 34/34" "keys do nothing"

pane=$desk
press p
see "Beamer: Pause" "a pause"
pane=$hall
gone "Anwesend" "leaves nothing of the item in the hall"
pane=$desk
press p
see "Beamer: TOP 1" "on again"
type 'ö'
press Enter
see "Beamer: dunkel" "behind closed doors the clerk sees that the hall is dark"
pane=$hall
dark() { [ -z "$(picture | tr -d ' \n')" ]; }
until_true dark
ok "and it is"
press C-c
see "zurück: 0" "^C ends the projector"
see "fertig" "the shell is back"
is "$(cat "$XDG_STATE_HOME.after")" "$(cat "$XDG_STATE_HOME.before")" "the terminal is as before"
pane=$desk
see "keiner da" "the clerk is told that no projector is there"
pane=$chair
press q
press q
see "zurück: 0" "q leaves the chair's terminal"
pane=$desk
press q
done_testing
