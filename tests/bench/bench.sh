#!/usr/bin/env bash
# Speed and size, as ratios measured in one run against other programs on the same machine (doc/performance.md).
#
#     make bench                   half an hour; prints the table
#     make bench BENCH=--write     and puts it into doc/performance.md, with the machine
#     make bench BENCH=--short     without the largest city, whose loading takes most of the time
#     make bench BENCH=--fees      only the fees, in three minutes; --write-fees: and puts their table into the document
#     make bench BENCH=--quick     tiny sizes: shows that all of it runs, its figures say nothing
#
# Everything runs on a private server of the bench's own. Peers that are missing (less, htop, tig) leave their rows empty.
set -u
: "${TOP_SRCDIR:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${TOP_BUILDDIR:=$TOP_SRCDIR/build}"
: "${RATSTISCH:=$TOP_BUILDDIR/ratstisch}"
: "${RATSTISCH_LOCALEDIR:=$TOP_BUILDDIR/po}"
mode=${1:-}
server=$TOP_SRCDIR/tools/ratstisch-server
bench=$TOP_BUILDDIR/tests/bench
work=$(mktemp -d "${TMPDIR:-/tmp}/ratstisch-bench.XXXXXX")
chmod 755 "$work"
export RATSTISCH_LOCALEDIR LANGUAGE=de LC_ALL=C.UTF-8 XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/config PGTZ=Europe/Berlin TZ=Europe/Berlin
unset PGHOST PGPORT PGDATABASE PGUSER PGSERVICE PGOPTIONS NO_COLOR 2>/dev/null
# In a build with sanitizers: what the harness has collected goes with the process.
export ASAN_OPTIONS=detect_leaks=0:${ASAN_OPTIONS:-}
proxy_pid=
clean_up() {
	[ -z "$proxy_pid" ] || kill "$proxy_pid" 2>/dev/null
	"$server" --data "$work/server" stop >/dev/null 2>&1
	rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

# Sizes: cities for the growth, the one everything else runs on, lists small and large, keys, programs at once.
scales="0.1 1 10" city=1 small=0.03 large=10 keys=300 rounds=3 starts=20 commits=1000 programs=225 recorders=23 seconds=60
# Milliseconds to wait for rows: an answer that comes later than that would count for the next key.
patience=120
# Bytes of a burst that shows rows; a count is shorter.
rows_least=64
if [ "$mode" = --quick ]; then
	scales="0.01 0.02" city=0.02 small=0.01 large=0.02 keys=12 rounds=1 starts=2 commits=20 programs=4 recorders=1 seconds=4 patience=60
fi
# A quarter of the memory, as a server of a city has it.
buffers=$(awk '/MemTotal/ { printf "%dMB", $2 / 4096 }' /proc/meminfo)
if [ "$mode" = --short ]; then
	scales="0.1 1" large=1
fi
failed=0
say() { printf '%s\n' "$*" >&2; }
sql() { PGUSER=postgres psql -XqAt -v ON_ERROR_STOP=1 "$@"; }
calc() { awk "BEGIN { printf \"$1\", $2 }"; }
ms() { calc "%.$([ "${1:-0}" -lt 10000 ] && echo 2 || echo 0)f" "${1:-0} / 1000"; }
middle() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
field() { awk -v n="$1" '{ print $n }'; }
has() { command -v "$1" >/dev/null 2>&1; }

# --- the table -----------------------------------------------------------------------------------------------------------
table=$work/table
row() { # MEASURE OURS PEER RATIO GOAL OK
	printf '| %s | %s | %s | %s | %s | %s |\n' "$@" >>"$table"
	printf '%-58s %14s %14s %8s %10s %s\n' "$@"
}
# judge MEASURE OURS PEER UNIT_OURS UNIT_PEER GOAL_RATIO (-: shown for comparison only): the row of a ratio
judge() {
	local ratio goal=- ok=-
	ratio=$(calc %.2f "$2 / $3")
	if [ "$6" != - ]; then
		goal="≤ $6 x" ok=$(calc %s "($ratio <= $6) ? \"yes\" : \"no\"")
	fi
	row "$1" "$4" "$5" "$ratio x" "$goal" "$ok"
}
# compare MEASURE OURS_US PEER_US GOAL_RATIO
compare() {
	if [ -z "${2:-}" ] || [ -z "${3:-}" ] || [ "$3" -le 0 ]; then
		row "$1" "${2:+$(ms "$2") ms}" - - - -
	else
		judge "$1" "$2" "$3" "$(ms "$2") ms" "$(ms "$3") ms" "$4"
	fi
}
# below MEASURE OURS_US PEER_US LIMIT_US
below() {
	row "$1" "$(ms "$2") ms" "${3:+$(ms "$3") ms}" "${3:+$(calc %.2f "$2 / $3") x}" "≤ $(ms "$4") ms" "$(calc %s "($2 <= $4) ? \"yes\" : \"no\"")"
}

# --- databases -----------------------------------------------------------------------------------------------------------
name_of() { echo "city_${1/./_}"; }
load_city() { # SCALE: prints seconds
	sql -d postgres -c "create database $(name_of "$1") template blank" || exit 1
	begin=$(date +%s%N)
	PGDATABASE=$(name_of "$1") PGUSER=postgres "$RATSTISCH" demo --scale "$1" >/dev/null || exit 1
	calc %.1f "($(date +%s%N) - $begin) / 1e9"
	sql -d "$(name_of "$1")" -c "select api.demo_account('$PGUSER')" -c "create table public.bench_row (id bigint, words text)" \
		-c "grant insert on public.bench_row to public" >/dev/null
	sql -d "$(name_of "$1")" -c "vacuum" -c "checkpoint"
}

start_server() {
	"$server" --data "$work/server" start 2>/dev/null || exit 1
	eval "$("$server" --data "$work/server" env)"
	seq -f 'platz%04g' "$programs" >"$work/server/allowed"
	"$server" --data "$work/server" allow platz0001
	sql -d postgres -c "alter system set max_connections = 300" -c "alter system set max_wal_size = '8GB'" \
		-c "alter system set shared_buffers = '$buffers'"
	"$server" --data "$work/server" stop && "$server" --data "$work/server" start || exit 1
	sql -d postgres -c "create database blank" || exit 1
	PGDATABASE=blank PGUSER=postgres "$RATSTISCH" init >/dev/null || exit 1
}

latency() { # ARGUMENTS: sets out to its line
	out=$("$bench/pty_latency" "$@") || { say "bench: pty_latency $*"; failed=1; }
}
repeat_keys() { # NAME COUNT ARGUMENTS...: medians over the rounds in NAME_p50 NAME_p99 NAME_last50 NAME_last99
	local name=$1 count=$2 lines=
	shift 2
	for _ in $(seq "$rounds"); do
		latency keys --count "$count" "$@"
		lines+="$out"$'\n'
	done
	collect "$name" "$lines"
}
collect() { # NAME LINES
	eval "$1_p50=$(printf %s "$2" | field 2 | middle) $1_p99=$(printf %s "$2" | field 3 | middle)"
	eval "$1_last50=$(printf %s "$2" | field 5 | middle) $1_last99=$(printf %s "$2" | field 6 | middle)"
}

# A meeting not yet begun with so many items that every key of a bench has something to do: at the end of an agenda a key would
# wait for the next tick of the clock. None of those that many programs at once will hold.
fresh_meeting() { # ITEMS
	sql -c "select m.id from council.meeting m join council.agenda_item i on i.meeting_id = m.id
		where m.state = 'invited' and m.id > $recorders + 1 group by m.id having count(*) >= $1 order by m.id limit 1"
}

# --- rows ----------------------------------------------------------------------------------------------------------------
at_table() { echo --ready TAGESORDNUNG --setup '\s'; }

moves() {
	seq 100000 >"$work/lines"
	less_p50='' less_p99=''
	if has less; then
		repeat_keys less "$keys" --keys '\d' -- less "$work/lines"
	fi
	repeat_keys move "$keys" $(at_table) --keys '\d\d\d\d\d\d\d\d\u\u\u\u\u\u\u\u' -- "$RATSTISCH" table 1
	compare "key that moves to its paint, p50 (peer: less)" "$move_p50" "$less_p50" 1.0
	compare "key that moves to its paint, p99" "$move_p99" "$less_p99" 1.0
}

# Every round on a meeting of its own: opened, then item by item called and voted. The peers at the same pace, because a processor
# and a disk that have rested are slower.
records() {
	local lines='' n=$((keys < 30 ? keys : 30)) slow_p50='' slow_p99=''
	if has less; then
		repeat_keys slow "$n" --quiet 60 --keys '\d' -- less "$work/lines"
	fi
	for _ in $(seq $((2 * rounds))); do
		latency keys --count "$n" --quiet 60 $(at_table) --setup '\s\r' --keys '\re' -- "$RATSTISCH" table "$(fresh_meeting $((n / 2 + 2)))"
		lines+="$out"$'\n'
	done
	collect record "$lines"
	compare "key that records to its paint, p50 (peer: less)" "$record_p50" "$slow_p50" 1.2
	compare "key that records to its paint, p99" "$record_p99" "$slow_p99" 1.2
	compare "key that records to its paint, p50 (peer: less + fdatasync)" "$record_p50" "$((${slow_p50:-0} + paced_p50))" 1.2
	compare "key that records to its paint, p99" "$record_p99" "$((${slow_p99:-0} + paced_p99))" 1.2
	compare "key that records to 'saved', p50 (peer: less + fdatasync)" "$record_last50" "$((${slow_p50:-0} + paced_p50))" 1.2
	compare "key that records to 'saved', p50 (peer: less + fdatasync + bare INSERT)" "$record_last50" "$((${slow_p50:-0} + paced_p50 + insert_p50))" -
}

commits_on() { # SCALE COUNT: sets insert_p50 ... event_p99 flush_p50 paced_p50 paced_p99
	export PGDATABASE=$(name_of "$1")
	local items series p50 p99
	printf '<Enter>\n<Enter>\n@saved\n' | "$RATSTISCH" --script - --size 80x24 table 10 >/dev/null 2>&1 || failed=1
	items=$(sql -c "select string_agg(id::text, ',' order by position) from council.agenda_item where meeting_id = 10")
	"$bench/commit" 10 "$items" "$2" "$work" >"$work/commits" || failed=1
	while read -r series _ p50 p99; do
		eval "${series}_p50=$p50 ${series}_p99=$p99"
	done <"$work/commits"
}

durable() {
	compare "vote durable on the server, p50 (peer: bare INSERT)" "$event_p50" "$insert_p50" 1.3
	compare "vote durable on the server, p99" "$event_p99" "$insert_p99" 1.3
}

slow_server() {
	local n=$((keys < 60 ? keys : 60)) kind hook
	mkdir -p "$work/proxy"
	"$bench/delay_proxy" "$work/proxy/.s.PGSQL.5432" "$PGHOST/.s.PGSQL.5432" 2000 &
	proxy_pid=$!
	until [ -S "$work/proxy/.s.PGSQL.5432" ]; do read -r -t 0.05 _ <>"$work/never"; done
	for kind in fast slow; do
		[ $kind = fast ] && hook=true || hook="kill -USR1 $proxy_pid"
		PGHOST=$work/proxy latency keys --count "$n" --quiet 10 $(at_table) --setup '\s\r' --after "$hook" --keys '\re\d\u' \
			-- "$RATSTISCH" table "$(fresh_meeting $((n / 4 + 3)))"
		collect $kind "$out"$'\n'
	done
	kill "$proxy_pid"
	wait "$proxy_pid" 2>/dev/null
	proxy_pid=
	compare "key while the server answers after 2 s, p50 (peer: at once)" "$slow_p50" "$fast_p50" 1.2
	compare "key while the server answers after 2 s, p99" "$slow_p99" "$fast_p99" 1.5
}

# Many keys in one program: the first of a kind waits until the server has made its plan, which the 99th of a hundred does not.
list_keys() { # NAME SETUP KEYS
	for scale in "$small" "$large"; do
		PGDATABASE=$(name_of "$scale") latency keys --count $((keys < 200 ? keys : 200)) --quiet "$patience" --least "$rows_least" \
			--ready RAT --setup "$2" --keys "$3" -- "$RATSTISCH"
		[ "$scale" = "$small" ] && collect "few_$1" "$out"$'\n'
		collect "all_$1" "$out"$'\n'
	done
}

lists() {
	local few many
	few=$(sql -d "$(name_of "$small")" -c "select count(*) from council.agenda_item")
	many=$(sql -d "$(name_of "$large")" -c "select count(*) from council.agenda_item")
	list_keys open '\s' 'Tq'
	list_keys scroll '\sT\s' '\n\n\n\t\p\p\p\h'
	list_keys filter '\sT\s/l\b' 'linde\b\b\b\b\b'
	list_keys far '\sT\s/v\b' 'verkeh\b\b\b\b\b\b'
	below "list of $many items: open, p50 (peer: $few items)" "$all_open_last50" "$few_open_last50" 16000
	below "list of $many items: open, p99 (peer: $few items)" "$all_open_last99" "$few_open_last99" 16000
	below "list of $many items: scroll and to the end, p50" "$all_scroll_last50" "$few_scroll_last50" 16000
	below "list of $many items: scroll and to the end, p99" "$all_scroll_last99" "$few_scroll_last99" 16000
	below "list of $many items: filter letter by letter (linde), p50" "$all_filter_last50" "$few_filter_last50" 16000
	below "list of $many items: filter letter by letter (linde), p99" "$all_filter_last99" "$few_filter_last99" 16000
	below "list of $many items: filter letter by letter (verkeh), p50" "$all_far_last50" "$few_far_last50" 16000
	below "list of $many items: filter letter by letter (verkeh), p99" "$all_far_last99" "$few_far_last99" 16000
}

starts_and_memory() {
	local ours='' other='' tree=''
	latency start --count "$starts" --ready RAT -- "$RATSTISCH"
	ours=$(echo "$out" | field 2)
	if has htop; then
		latency start --count "$starts" --ready PID -- htop
		other=$(echo "$out" | field 2)
	fi
	compare "start to the first screen, p50 (peer: htop)" "$ours" "$other" 1.5
	if has tig && has git; then
		git init -q "$work/tree"
		seq 40 | while read -r n; do
			git -C "$work/tree" -c user.name=bench -c user.email=bench@localhost commit -q --allow-empty -m "change $n"
		done
		tree=$(cd "$work/tree" && "$bench/pty_latency" start --count "$starts" --ready '[main]' -- tig | field 2)
	fi
	compare "start to the first screen, p50 (peer: tig on 40 commits)" "$ours" "$tree" 1.5
	memories
}

# psql is there because it brings the same libraries of libpq; what it takes is the floor.
memories() {
	local ours htop psql part name column
	latency memory --ready RAT -- "$RATSTISCH"
	ours=$out htop='0 0 0'
	if has htop; then
		latency memory -- htop
		htop=$out
	fi
	latency memory --ready '=' -- psql -X
	psql=$out
	for part in "resident 1" "proportional 2"; do
		name=${part% *} column=${part#* }
		weigh "memory, $name (peer: htop)" "$(echo "$ours" | field "$column")" "$(echo "$htop" | field "$column")" 1.5
		weigh "memory, $name (peer: psql)" "$(echo "$ours" | field "$column")" "$(echo "$psql" | field "$column")" -
	done
}
weigh() { # MEASURE OURS_KB PEER_KB GOAL_RATIO
	[ "$3" -le 0 ] || judge "$1" "$2" "$3" "$2 kB" "$3 kB" "$4"
}

fold() {
	[ -x "$TOP_BUILDDIR/tests/unit/test_domain_sitting" ] || return
	local us
	us=$("$TOP_BUILDDIR/tests/unit/test_domain_sitting" 2>&1 | sed -n 's/^# fold of 5000 events: \([0-9]*\) us/\1/p')
	below "fold of 5,000 events" "${us:-999999}" "" 5000
}

at_once() {
	"$bench/many" 1 1 "$((seconds < 12 ? seconds : seconds / 3))" 2000 "" -- "$RATSTISCH" >"$work/alone" || failed=1
	reopen 1
	"$bench/many" "$programs" "$recorders" "$seconds" 2000 "sh $work/hook" -- "$RATSTISCH" >"$work/many" || failed=1
	several=$(awk '/^keys/ { print $4 }' "$work/many") alone=$(awk '/^keys/ { print $4 }' "$work/alone")
	below "$programs programs at once, $recorders recording: key to paint, p99 (peer: one alone)" "$several" "$alone" 50000
	below "the same, keys that record" "$(awk '/^recorded/ { print $4 }' "$work/many")" "$(awk '/^recorded/ { print $4 }' "$work/alone")" 50000
	errors=$(awk '/^(errors|ended|silent)/ { s += $2 } END { print s }' "$work/many")
	row "the same: programs that ended, errors, keys unanswered" "$errors" "" "" 0 "$([ "$errors" = 0 ] && echo yes || echo no)"
	row "the same: memory of the programs (proportional)" "$(awk '/^memory/ { printf "%d MB", $3 / 1024 }' "$work/many")" "" "" "-" "-"
	row "the same: connections, memory of the server" "$(cat "$work/connections"), $(cat "$work/server_memory") MB" "" "" "-" "-"
}

# A meeting as it was before somebody recorded it; only in a bench.
reopen() {
	rm -rf "$XDG_STATE_HOME"
	sql >/dev/null <<-SQL
		set session_replication_role = replica;
		delete from council.meeting_event where meeting_id = $1;
		set session_replication_role = origin;
		select council.rebuild_projections($1);
		delete from council.pen;
		update council.meeting set state = 'invited' where id = $1;
	SQL
}

growth=$work/growth
grow() { # SCALE SECONDS
	local line="$1" items rows
	export PGDATABASE=$(name_of "$1")
	items=$(sql -c "select count(*) from council.agenda_item")
	rows=$(sql -c "select sum(n_live_tup)::bigint from pg_stat_user_tables where schemaname = 'council'")
	latency start --count "$((starts / 2))" --ready RAT -- "$RATSTISCH"
	line+=" | $items | $rows | $2 s | $(calc %d "$rows / $2") | $(sql -c "select pg_size_pretty(pg_database_size('$PGDATABASE'))") | $(ms "$(echo "$out" | field 2)")"
	for setup_keys in '\s=Sq' '\sS\s/=rat\b\b\b' '\s=\rq'; do
		latency keys --count $((keys < 20 ? keys : 20)) --quiet "$((2 * patience))" --least "$rows_least" --ready RAT --setup "${setup_keys%%=*}" --keys "${setup_keys#*=}" -- "$RATSTISCH"
		line+=" | $(ms "$(echo "$out" | field 5)")"
	done
	commits_on "$1" "$commits"
	line+=" | $(ms "$event_p50")"
	echo "| $line |" >>"$growth"
	say "growth: $line"
}

# --- fees ------------------------------------------------------------------------------------------------------------------
micros() { # COMMAND: how long it took, in microseconds
	local begin
	begin=$(date +%s%N)
	"$@" >/dev/null 2>&1 || { say "bench: $*"; failed=1; }
	echo $((($(date +%s%N) - begin) / 1000))
}
# Microseconds of a command, the middle of three.
timed() { for _ in 1 2 3; do micros "$@"; done | middle; }
# Ours and the peer in turn, so that what else the machine does meets both; the middles of five in ours_us and peer_us.
in_turn() { # OURS PEER: names of functions
	: >"$work/ours" && : >"$work/peers"
	for _ in 1 2 3 4 5; do
		micros "$1" >>"$work/ours"
		micros "$2" >>"$work/peers"
	done
	ours_us=$(middle <"$work/ours") peer_us=$(middle <"$work/peers")
}
clerk() { PGUSER=sitzungsgeld "$RATSTISCH" fees "$@" --body Großstadt --format csv; }
aggregate() { sql -v from="$1" -v to="$2" -f "$TOP_SRCDIR/tests/bench/fees-peer.sql"; }
# A database with the reference city and so many years of 1,600 meetings each, the NRW statutes in force.
fee_city() { # YEARS FIRST_YEAR SEATS_OF_A_COMMITTEE
	export PGDATABASE=fees_$1_$3
	sql -d postgres -c "create database $PGDATABASE template blank"
	PGUSER=postgres "$RATSTISCH" demo >/dev/null
	sql -v years="$1" -v first="$2" -v seats="$3" -f "$TOP_SRCDIR/tests/bench/fees.sql" >/dev/null
	sql -c vacuum -c checkpoint
	PGUSER=sitzungsgeld "$RATSTISCH" statute load --in-force --body Großstadt "$TOP_SRCDIR"/statutes/nrw_2024.statute \
		"$TOP_SRCDIR"/statutes/stadt_teilpauschale_2024.statute >/dev/null
}
presences() { # in thousands, for words
	sql -c "select round(((select count(*) from council.attendance a join council.meeting m on m.id = a.meeting_id where m.body_id = 900)
		+ (select count(*) from council.fee_presence where fee_meeting_id > 9000000)) / 1000.0) || ',000'"
}
# The run and the hand-written aggregate say the same, or the bench fails.
agreed() {
	[ "$(sql -c "select sum(i.amount) from council.fee_item i where i.run_id = (select max(run_id) from council.fee_item)")" = \
		"$(aggregate 2024-01-01 2025-01-01 | cut -d'|' -f1)" ] || { say "bench: the run and the aggregate do not agree"; failed=1; }
}
year_run() { clerk run 2024-01 12; }
year_peer() { aggregate 2024-01-01 2025-01-01; }
fees() {
	local run csv one year all table=$work/fees_table
	: >"$table"
	fee_city 1 2024 17
	in_turn year_run year_peer
	agreed
	compare "a year ($(presences) presences) as dry run (peer: one aggregate)" "$ours_us" "$peer_us" 3
	year=$ours_us all=$ours_us
	run=$(sql -c "select max(id) from council.fee_run")
	clerk commit "$run" >/dev/null || failed=1
	in_turn year_run year_peer
	compare "the same again: no difference" "$ours_us" "$peer_us" 3
	csv=$(timed clerk export items --run "$run")
	row "its $(sql -c "select count(*) from council.fee_item where run_id = $run") items as CSV" "$(ms "$csv") ms" "" - - -
	below "run, again, and CSV in all" "$((all + ours_us + csv))" "" 1000000
	one=$(timed clerk simulate - 2024-01 12)
	[ "$mode" = --quick ] && return
	fee_city 1 2024 70
	in_turn year_run year_peer
	agreed
	compare "a year of a denser city ($(presences) presences; peer: one aggregate)" "$ours_us" "$peer_us" 3
	compare "the same (peer: the year above)" "$ours_us" "$year" -
	fee_city 10 2024 17
	# The amounts of 2024 for all ten years, where the ordinance has no later ones.
	sql -c "update council.fee_rate r set valid = daterange(lower(r.valid), null) where upper(r.valid) = '2025-01-01'
		and not exists (select from council.fee_rate o where o.statute_id = r.statute_id and o.name = r.name and lower(o.valid) >= '2025-01-01')" >/dev/null
	below "ten years simulated (peer: one year simulated)" "$(timed clerk simulate - 2024-01 120)" "$one" 10000000
}

# --- the document ----------------------------------------------------------------------------------------------------------
machine() {
	cat <<-TEXT
		Measured on $(date +%d.%m.%Y): $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores, $(awk '/MemTotal/ { printf "%d GB", $2 / 1048576 + 0.5 }' /proc/meminfo)
		memory, Linux $(uname -r | cut -d- -f1), $(findmnt -n -o FSTYPE -T "$work"), $(. /etc/os-release && echo "$PRETTY_NAME"), PostgreSQL $(sql -d postgres -c 'show server_version' | cut -d' ' -f1) with $buffers of buffers,
		$(less --version 2>/dev/null | head -n 1 | cut -d' ' -f1,2), $(htop --version 2>/dev/null | head -n 1), $(tig --version 2>/dev/null | head -n 1), $(infocmp -V 2>/dev/null); program built with \`$(sed -n 's/^CFLAGS = //p' "$TOP_BUILDDIR/Makefile")\`;
		one fdatasync of a journal line takes $(ms "$city_flush") ms. Load before the run: $(cut -d' ' -f1 /proc/loadavg).
	TEXT
}

write_document() { # MARK FILE: what stands between the two marks
	{
		sed "/^<!-- $1 begin/q" "$TOP_SRCDIR/doc/performance.md"
		echo
		cat "$2"
		echo
		sed -n "/^<!-- $1 end/,\$p" "$TOP_SRCDIR/doc/performance.md"
	} >"$work/performance.md"
	cat "$work/performance.md" >"$TOP_SRCDIR/doc/performance.md"
}
fees_result() {
	{
		echo "Measured on $(date +%d.%m.%Y), load before the run $(cut -d' ' -f1 /proc/loadavg), program built with \`$(sed -n 's/^CFLAGS = //p' "$TOP_BUILDDIR/Makefile")\`."
		fees >&2
		echo
		echo '| measure | ours | peer | ratio | goal | ok |'
		echo '|---|---|---|---|---|---|'
		cat "$work/fees_table"
	} >"$work/fees"
}

mkfifo "$work/never"
sync
start_server
cat >"$work/hook" <<TEXT
psql -XqAt -d "\$PGDATABASE" -U postgres -c "select count(*) from pg_stat_activity where application_name = 'ratstisch'" >$work/connections
for pid in \$(pgrep -x postgres); do sed -n 's/^Pss: *//p' /proc/\$pid/smaps_rollup 2>/dev/null; done | awk '{ s += \$1 } END { printf "%d", s / 1024 }' >$work/server_memory
TEXT
if [ "$mode" = --fees ] || [ "$mode" = --write-fees ]; then
	fees_result
	cat "$work/fees"
	[ "$mode" = --fees ] || write_document "bench of fees" "$work/fees"
	exit $failed
fi
declare -A took
for scale in $(printf '%s\n' $scales $city $small $large | sort -nu); do
	took[$scale]=$(load_city "$scale")
	say "city $scale: ${took[$scale]} s"
done
sync # what was loaded would be written while keys are measured
commits_on "$city" "$commits"
city_flush=$fdatasync_p50
moves
records
durable
slow_server
lists
export PGDATABASE=$(name_of "$city")
starts_and_memory
fold
fees_result
export PGDATABASE=$(name_of "$city")
reopen 1
for meeting in $(seq 2 $((recorders + 1))); do reopen "$meeting"; done
at_once
for scale in $scales; do
	grow "$scale" "${took[$scale]}"
done

{
	machine
	echo
	echo '| measure | ours | peer | ratio | goal | ok |'
	echo '|---|---|---|---|---|---|'
	cat "$table"
	echo
	echo "How costs grow with the size of the city (scale 1: Duisburg with ten years); times in ms, p50:"
	echo
	echo '| scale | agenda items | rows | load | rows/s | database | start | open meetings | filter letter | open table | append vote |'
	echo '|---|---|---|---|---|---|---|---|---|---|---|'
	cat "$growth"
} >"$work/result"
cat "$work/result" "$work/fees"
if [ "$mode" = --write ]; then
	write_document "bench" "$work/result"
	write_document "bench of fees" "$work/fees"
fi
exit $failed
