#!/usr/bin/env bash
# The terminal goes away in the middle of a text; the text goes out to $EDITOR and back.
. "$(dirname "$0")/lib.sh"
start_database
export LANGUAGE=de
text_of="select coalesce((select text from council.meeting_event where meeting_id = 1 and kind = 'text' order by seq desc limit 1), '')"

# What was confirmed is on this disk; what the program could not deliver any more, its next start does.
kept() { # TEXT DESCRIPTION
	printf '@saved\n' | play >/dev/null
	is "$(sql -c "$text_of")" "$1" "$2"
}

begin_meeting() {
	open_program table 1
	see "Ratssaal" "the table is open"
	press Enter
	see "LÄUFT seit" "the meeting runs"
	press Enter
	see "TOP 1" "item 1 is called"
}

# begin_text: on a fresh meeting, in the text of item 1.
begin_text() {
	begin_meeting
	type 'i'
	see "TEXT" "text mode"
}

# One session that stays, so that the tmux server outlives the others.
open_shell

begin_text
type 'Der Satz ist noch nicht zu En'
see "zu En" "half a sentence is on the screen"
term kill-pane -t "$pane"
until_true ended "$pid"
ok "the terminal is gone: the program has ended"
kept "Der Satz ist noch nicht zu En" "the text typed so far is in the ledger"
"$RATSTISCH" check 1 >/dev/null
ok "the ledger is whole"

for signal in HUP TERM; do
	reset_database
	begin_text
	type "Wort für $signal"
	see "Wort für $signal" "words are on the screen"
	kill -$signal "$pid"
	until_true ended "$pid"
	ok "SIG$signal ends the program"
	kept "Wort für $signal" "and the words are in the ledger"
done

# The server away as well: the text waits in the journal, and the next start delivers it.
reset_database
begin_text
type 'Allein auf dieser Platte'
see "auf dieser Platte" "words are on the screen"
"$server" --data "$work/server" stop
term kill-pane -t "$pane"
until_true ended "$pid"
ok "server and terminal are gone: the program has ended"
"$server" --data "$work/server" start >/dev/null
kept "Allein auf dieser Platte" "the next start delivers the text"

# --- killed in the middle of a roll call: the answers are there again
reset_database
begin_meeting
type 'Njjnj'
draft_has() { grep -c '^answer' "$XDG_STATE_HOME"/ratstisch/*/*.draft 2>/dev/null | grep -qx "$1"; }
until_true draft_has 4
ok "four answers are kept within a second"
kill -9 "$pid"
until_true ended "$pid"
open_program table 1
see "geht weiter: 4 Antworten" "the clerk stands where he was"
press Enter
see "33 Ja, 1 Nein" "and the vote counts them"
type 'q'
kill "$pid"
until_true ended "$pid"

# --- $EDITOR
reset_database
cat >"$work/editor" <<'TEXT'
#!/bin/sh
# Notes where the text lay and who may read it, then changes it.
for file; do :; done
stat -c '%a' "$file" >"${0%/*}/mode"
echo "$file" >"${0%/*}/place"
sed -i "$1" "$file"
TEXT
chmod +x "$work/editor"
export EDITOR="$work/editor 's/Entwurf/Fassung/;s/^/» /'" XDG_RUNTIME_DIR=$work
unset VISUAL
term set-environment -g EDITOR "$EDITOR"
term set-environment -g XDG_RUNTIME_DIR "$XDG_RUNTIME_DIR"
begin_text
type 'Der Entwurf, größer'
see "Der Entwurf, größer" "a text"
press C-o
see "» Der Fassung, größer" "^O brings it to the editor and back"
see "TEXT" "writing goes on"
press Escape
gone "TEXT  Esc" "Esc ends it"
eventually "$text_of" "» Der Fassung, größer" "what the editor made of it is in the ledger"
is "$(cat "$work/mode")" 600 "nobody else could read the file"
[ ! -e "$(cat "$work/place")" ]
ok "and it is gone"
type 'i'
see "TEXT" "text mode again"
kill "$pid"
until_true ended "$pid"

term set-environment -g EDITOR "false"
open_program table 1
see "TOP 1" "the table is open again"
type 'i'
see "TEXT" "text mode"
press C-o
see "nichts geändert" "an editor that fails changes nothing, and that is said"
see "» Der Fassung, größer" "the text is as it was"
done_testing
