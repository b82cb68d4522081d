-- query: load_fee_claim
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: person_id bigint
-- row: person text
-- row: kind text
-- row: day date
-- row: begins_at text
-- row: ends_at text
-- row: hourly_amount text
-- row: amount numeric
-- row: kilometres numeric
-- row: vehicle text
-- row: passengers integer
-- row: meeting_id bigint
-- row: meeting text
-- row: evidence text
-- row: confirmed boolean
-- row: received_on date
-- row: late_reason text
-- row: state text
-- row: reason text
-- row: note text
select t.id, t.version, t.person_id, p.name as person, t.kind, t.day, to_char(t.begins_at, 'HH24:MI') as begins_at, to_char(t.ends_at, 'HH24:MI') as ends_at,
  council.plain_amount(t.hourly_amount) as hourly_amount, t.amount::numeric as amount, t.kilometres::numeric as kilometres, t.vehicle, t.passengers, t.meeting_id,
  coalesce(to_char(m.starts_at, 'DD.MM.YYYY') || ' ' || m.name, '') as meeting, t.evidence::text as evidence, t.confirmed, t.received_on,
  t.late_reason::text as late_reason, t.state, t.reason::text as reason, t.note::text as note
from council.fee_claim t
join council.person p on p.id = t.person_id
left join council.meeting m on m.id = t.meeting_id
where t.id = $1::bigint
