# For the tests in a real terminal: tmux with a socket and settings of its own.
# Sourced by tests/tty/*.sh; brings tests/lib/run.sh with it. Nothing waits for
# a time: `see` looks until a text stands on the screen, and gives up at last.

if ! command -v tmux >/dev/null 2>&1; then
	echo "1..0 # SKIP tmux is not installed"
	exit 0
fi
. "$(dirname "$0")/../lib/run.sh"
unset NO_COLOR TMUX
export LC_ALL=C.UTF-8 TERM=tmux-256color TMUX_TMPDIR=$work
echo "PS1='bereit> '" >"$work/bashrc"
cat >"$work/tmux.conf" <<'TEXT'
set -g status off
set -g escape-time 0
set -g default-terminal tmux-256color
set -g exit-empty off
TEXT

term() { tmux -L test -f "$work/tmux.conf" "$@"; }

clean_terminal() {
	term kill-server >/dev/null 2>&1
	clean_up
}
trap clean_terminal EXIT

picture() { term capture-pane -p -t "${pane:?}"; }
on_screen() { picture | grep -qF -- "$1"; }
not_on_screen() { ! on_screen "$1"; }

# see TEXT DESCRIPTION; gone likewise
see() {
	until_true on_screen "$1"
	status=$?
	(exit $status)
	ok "$2"
	[ $status -eq 0 ] || picture | sed 's/^/# /'
}

gone() {
	until_true not_on_screen "$1"
	ok "$2"
}

# press KEY...: names as tmux has them (Enter, C-z, F7); type TEXT: letter by letter.
press() { term send-keys -t "$pane" "$@"; }
type() { term send-keys -t "$pane" -l -- "$1"; }

# A terminal with a shell, 80x24.
open_shell() {
	pane=$(term new-session -d -x 80 -y 24 -P -F '#{pane_id}' "exec bash --rcfile '$work/bashrc' -i")
	[ -n "$pane" ] || exit 99
	until_true on_screen 'bereit>'
}

# A terminal whose only process is the program; $pid is it.
open_program() { # ARGUMENTS...
	pane=$(term new-session -d -x 80 -y 24 -P -F '#{pane_id}' "exec '$RATSTISCH' --now 2026-10-14T18:00 $*")
	[ -n "$pane" ] || exit 99
	pid=$(term display-message -p -t "$pane" '#{pane_pid}')
}

# A process that has ended may stay as a zombie: tmux does not fetch every status.
ended() { ! kill -0 "$1" 2>/dev/null || grep -q '^State:[[:blank:]]*Z' "/proc/$1/status" 2>/dev/null; }

query_is() { [ "$(sql -c "$1")" = "$2" ]; }

# eventually SQL WANTED DESCRIPTION
eventually() {
	until_true query_is "$1" "$2"
	status=$?
	(exit $status)
	ok "$3"
	[ $status -eq 0 ] || echo "# got: $(sql -c "$1"), wanted: $2"
}
