#!/bin/sh
# What NOTIFY tells: the number of the meeting and of the event, nothing else. Needs the demonstration.
# The events it appends stay. Writes TAP.
set -u
got=$(psql -Xq 2>&1 <<'TEXT' | sed -n 's/.*with payload "\([^"]*\)".*/\1/p'
listen ratstisch_meeting;
set role schriftfuehrung;
select mine from api.take_pen(8, '00000000-0000-4000-8000-0000000000aa', true);
select seq from api.append_event(gen_random_uuid(), 8, 1792000000000000, 1792000000000000, 'mark',
  (select id from council.agenda_item where meeting_id = 8 and not public limit 1),
  null, null, null, null, null, null, null, null, true, null, null, null, null, null, null, null, null, null,
  'nur für wenige', null, null, null, null, null, '00000000-0000-4000-8000-0000000000aa');
select api.release_pen(8, '00000000-0000-4000-8000-0000000000aa');
TEXT
)
want=$(psql -XqtA -c 'select $$8:$$ || max(seq) from council.meeting_event where meeting_id = 8')
if [ -n "$got" ] && [ "$got" = "$want" ]; then
	echo "ok 1 - the payload is meeting:seq"
else
	echo "not ok 1 - the payload is meeting:seq"
	echo "# got '$got', want '$want'"
fi
echo "1..1"
[ -n "$got" ] && [ "$got" = "$want" ]
