-- query: table_events
-- kind: rows
-- param: meeting_id bigint
-- param: after_seq bigint
-- row: seq bigint
-- row: author text
-- row: event_id uuid
-- row: meeting_id bigint
-- row: at bigint
-- row: typed_at bigint
-- row: kind text
-- row: item_id uuid
-- row: person_id bigint
-- row: other_person_id bigint
-- row: organization_id bigint
-- row: ref_event_id uuid
-- row: slot text
-- row: mode text
-- row: rule text
-- row: outcome text
-- row: flag boolean
-- row: legal integer
-- row: entitled integer
-- row: present integer
-- row: yes integer
-- row: no integer
-- row: abstain integer
-- row: invalid integer
-- row: number text
-- row: text text
-- row: note text
-- row: persons text
-- row: choices text
-- row: labels text
-- row: counts text
-- row: due text
select e.seq, e.author, e.event_id, e.meeting_id, council.micros(e.at) as at, council.micros(e.typed_at) as typed_at,
  e.kind, e.item_id, e.person_id, e.other_person_id, e.organization_id, e.ref_event_id, e.slot, e.mode, e.rule,
  e.outcome, e.flag, e.legal, e.entitled, e.present, e.yes, e.no, e.abstain, e.invalid, e.number, e.text, e.note,
  array_to_string(e.persons, ' ') as persons, e.choices, array_to_string(e.labels, e'\x1f') as labels,
  array_to_string(e.counts, ' ') as counts, to_char(e.due, 'YYYY-MM-DD') as due
from council.meeting_event e
where e.meeting_id = $1::bigint and e.seq > $2::bigint
order by e.seq
