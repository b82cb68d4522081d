#!/usr/bin/env bash
# doc/terminalserver.md, tried: its files are taken out of the document as they stand. Who one is at the machine, one is
# at the database, and nobody else; the session survives the line; it locks; journals are private; sshd takes its part.
. "$(dirname "$0")/lib.sh"
guide=$TOP_SRCDIR/doc/terminalserver.md
export LANGUAGE=de

file_of() { # NAME: the block of the document marked with it
	awk -v mark="<!-- versucht: $1 -->" '$0 == mark { on = 1; next } on && /^```/ && !inside { inside = 1; next }
		inside && /^```$/ { exit } inside' "$guide"
}
skip() {
	tests=$((tests + 1))
	echo "ok $tests - $1 # SKIP $2"
}
for name in hba ident sshd rat tmux; do
	file_of $name >"$work/$name"
	[ -s "$work/$name" ]
	ok "the document has $name"
done

start_database
chmod 711 "$work"
mkdir "$work/bin" && cp "$RATSTISCH" "$work/bin/ratstisch" && chmod 755 "$work/bin" "$work/bin/ratstisch"

# --- a second user of the machine, by peer
if [ "$(id -u)" -eq 0 ]; then
	somebody=games other=nobody
	sql -c "select api.demo_account('$somebody')" >/dev/null
	sql -d postgres -c "create role $somebody login" >/dev/null 2>&1
	for name in hba ident; do
		runuser -u postgres -- sh -c 'cat >"$1"' sh "$work/server/cluster/pg_$name.conf" <"$work/$name"
	done
	sql -d postgres -c "select pg_reload_conf()" >/dev/null
	chmod 711 "$work/server" "$work/server/socket"
	as() { # USER COMMAND...
		user=$1
		shift
		(cd / && umask 022 && runuser -u "$user" -- env -u PGUSER HOME="$work/$user" XDG_STATE_HOME="$work/$user/state" \
			XDG_CONFIG_HOME="$work/$user/config" "$@")
	}
	who() { as "$1" psql -XqAt ${2:+-U "$2"} -c "select session_user" 2>&1; }
	taken() { ! psql -XqAt -U postgres -d postgres -c 'select 1' >/dev/null 2>&1; }
	until_true taken
	ok "the server has taken the document's pg_hba.conf and pg_ident.conf"
	is "$(runuser -u postgres -- psql -XqAt -U postgres -h "$PGHOST" -c "select count(*) from pg_hba_file_rules where error is not null")" 0 "without a fault"
	is "$(who $somebody)" "$somebody" "who is logged in at the machine is at the database"
	has "$(who $somebody postgres)" "FATAL" "but not as its superuser"
	has "$(who $somebody schriftfuehrung)" "FATAL" "nor as anybody else"
	has "$(who root postgres)" "FATAL" "nor is root the superuser"
	has "$(who $other)" "FATAL" "who has no account gets no further"

	mkdir -p "$work/$somebody/state" && chown -R "$somebody" "$work/$somebody"
	printf '%s\n' '<Enter><Enter>e' '@saved' '@expect einstimmig' >"$work/keys" && chmod 644 "$work/keys"
	as "$somebody" "$work/bin/ratstisch" --script "$work/keys" --size 80x24 --now 2026-10-14T18:00 table 1 >"$work/said" 2>&1
	ok "the second user records in a meeting"
	[ "$status" -eq 0 ] || sed 's/^/# /' "$work/said"
	journal=$(find "$work/$somebody/state" -name '*.journal')
	is "$(stat -c '%a %U' "$journal")" "600 $somebody" "the journal is for its owner only"
	is "$(stat -c %a "$(dirname "$journal")")" 700 "and so is its folder"
	! as "$other" cat "$journal" >/dev/null 2>&1
	ok "another user cannot read it"
	"$server" --data "$work/server" stop && "$server" --data "$work/server" start
	reset_database
else
	skip "a second user of the machine" "only root can act as somebody else"
fi

# --- sshd
if [ -x /usr/sbin/sshd ]; then
	ssh-keygen -q -t ed25519 -N '' -f "$work/host"
	{ printf 'HostKey %s\n' "$work/host" && sed 's/^Match Group rat$/Match User rat/' "$work/sshd"; } >"$work/sshd_config"
	mkdir -p /run/sshd 2>/dev/null
	/usr/sbin/sshd -t -f "$work/sshd_config" >"$work/said" 2>&1
	ok "sshd takes its part"
	/usr/sbin/sshd -T -C user=rat,host=here,addr=127.0.0.1 -f "$work/sshd_config" >"$work/effective" 2>"$work/said"
	has "$(cat "$work/effective")" "forcecommand /usr/local/bin/rat" "a member of the group gets the program"
	has "$(cat "$work/effective")" "allowtcpforwarding no" "and no way around it"
	/usr/sbin/sshd -T -C user=boss,host=here,addr=127.0.0.1 -f "$work/sshd_config" >"$work/effective" 2>"$work/said"
	has "$(cat "$work/effective")" "forcecommand none" "others are as before"
else
	skip "sshd takes its part" "sshd is not installed"
fi

# --- the program that SSH starts, in tmux: the line goes, the session stays
sed -e "s,/etc/rat.tmux.conf,$work/rat.tmux.conf," -e "s,rat ratstisch\$,rat $work/bin/ratstisch --now 2026-10-14T18:00 table 1," "$work/rat" >"$work/bin/rat"
chmod 755 "$work/bin/rat"
sed "s,vlock -c,$work/bin/lock," "$work/tmux" >"$work/rat.tmux.conf"
printf '#!/bin/sh\nclear\necho BITTE KENNWORT\nread answer\n' >"$work/bin/lock"
chmod 755 "$work/bin/lock"
not_running() { ! inner has-session -t rat 2>/dev/null; }
inner() { tmux -L rat "$@"; }
end_inner() {
	inner kill-server >/dev/null 2>&1
	clean_terminal
}
trap end_inner EXIT

line() { # a line to the machine: what sshd would start
	pane=$(term new-session -d -x 80 -y 24 -P -F '#{pane_id}' "exec env -u TMUX PGSERVICEFILE='$work/service' '$work/bin/rat'")
}
printf '[rat]\nhost=%s\ndbname=%s\n' "$PGHOST" "$PGDATABASE" >"$work/service"
open_shell
line
see "Ratssaal" "the program opens at once, over the whole screen"
press Enter
see "LÄUFT seit" "the meeting runs"
press C-b d
press C-b c
press Enter
see "TOP 1" "keys of tmux do nothing, those of the program do"
type 'i'
see "TEXT" "text mode"
type 'Mitten im Sa'
see "Mitten im Sa" "half a word"
client=$(inner list-clients -F '#{client_pid}')
kill -9 "$client"
until_true ended "$client"
ok "the line is gone"
is "$(inner list-sessions -F '#{session_name}')" rat "the session is still there"
line
see "Mitten im Sa" "the next line stands where one was"
type 'tz.'
see "Mitten im Satz." "and goes on"
inner lock-server
see "BITTE KENNWORT" "locked"
not_on_screen "Mitten im"
ok "nothing of the meeting is to be seen"
press Enter
see "Mitten im Satz." "unlocked, as it was"
press Escape
gone "TEXT  Esc fertig" "command mode"
type 'q'
see "Meine Sitzungen" "the table is left"
type 'q'
until_true not_running
ok "leaving the program ends the session"
[ "$status" -eq 0 ] || picture | sed 's/^/# /'
eventually "select text from council.meeting_event where kind = 'text' and meeting_id = 1 order by seq desc limit 1" "Mitten im Satz." "every letter is in the ledger"
done_testing
