#!/bin/sh
# Four connections append to one ledger at the same time, with one identifier repeated by all: numbers without
# gaps or doubles, a sound chain. Needs the demonstration; the events stay. Writes TAP.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ask() {
	psql -XqtA -c 'set role schriftfuehrung' -c "$1"
}
client="'00000000-0000-4000-8000-0000000000bb'"
nothing="null, null, null, null, null, null, null, null, null, true, null, null, null, null, null, null, null, null, null"
ask "select mine from api.take_pen(7, $client, true)" >"$work/pen"
before=$(psql -XqtA -c 'select coalesce(max(seq), 0) from council.meeting_event where meeting_id = 7')
for worker in 1 2 3 4; do
	{
		echo 'set role schriftfuehrung;'
		for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
			echo "select seq from api.append_event(gen_random_uuid(), 7, 1792000000000000, 1792000000000000, 'mark', $nothing, '$worker/$n', null, null, null, null, null, $client);"
			echo "select seq from api.append_event(md5('same $n')::uuid, 7, 1792000000000000, 1792000000000000, 'mark', $nothing, '$n', null, null, null, null, null, $client);"
		done
	} >"$work/$worker.sql"
	psql -XqtA -v ON_ERROR_STOP=1 -f "$work/$worker.sql" >"$work/$worker.out" 2>"$work/$worker.err" &
done
wait
status=0
check() {
	if [ "$2" = "$3" ]; then
		echo "ok $1"
	else
		echo "not ok $1"
		echo "# got '$2', want '$3'"
		head -n 3 "$work"/1.err | sed 's/^/# /'
		status=1
	fi
}
check "1 - 80 events of their own and 20 common ones" \
	"$(psql -XqtA -c "select count(*) || ' ' || max(seq) - $before from council.meeting_event where meeting_id = 7 and seq > $before")" "100 100"
check "2 - each delivery of a common event got the same number" \
	"$(cat "$work"/?.out | sort -n | uniq -c | awk '$1 == 4' | wc -l)" 20
check "3 - the chain is sound" "$(ask 'select what from api.check_ledger(7)')" ok
ask "select api.release_pen(7, $client)" >"$work/pen"
echo "1..3"
exit $status
