-- query: load_fee_meeting
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: organization_id bigint
-- row: organization text
-- row: day date
-- row: begins_at text
-- row: ends_at text
-- row: present text
-- row: name text
-- row: received_on date
-- row: late_reason text
-- row: strangers text
select t.id, t.version, t.organization_id, o.name as organization, t.day, to_char(t.begins_at, 'HH24:MI') as begins_at,
  to_char(t.ends_at, 'HH24:MI') as ends_at, council.present_line(t.id) as present, t.name::text as name, t.received_on, t.late_reason::text as late_reason, council.fee_strangers(t.id) as strangers
from council.fee_meeting t
join council.organization o on o.id = t.organization_id
where t.id = $1::bigint
