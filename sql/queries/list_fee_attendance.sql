-- query: list_fee_attendance
-- kind: list
-- key: id text
-- sort: person since
-- search: search
-- param: meeting_id bigint
-- row: id text
-- row: person text
-- row: group_name text
-- row: since timestamptz
-- row: from_time text
-- row: until_time text
-- row: minutes integer
-- row: substitute_for text
select t.person_id || ' ' || extract(epoch from t.since)::bigint as id, p.name as person,
  coalesce((select o.short_name from council.membership k join council.organization o on o.id = k.organization_id
    where k.person_id = t.person_id and o.classification = 'group' and k.valid @> m.starts_at::date limit 1), '')::text as group_name,
  t.since, to_char(t.since at time zone 'Europe/Berlin', 'HH24:MI') as from_time,
  coalesce(to_char(coalesce(t.until, s.closed_at) at time zone 'Europe/Berlin', 'HH24:MI'), '') as until_time,
  (extract(epoch from date_trunc('minute', coalesce(t.until, s.closed_at)) - date_trunc('minute', t.since)) / 60)::integer as minutes,
  coalesce(q.name, '') as substitute_for, p.search
from council.attendance t
join council.meeting m on m.id = t.meeting_id
join council.sitting s on s.meeting_id = m.id
join council.person p on p.id = t.person_id
left join council.person q on q.id = t.substitute_for_id
where t.meeting_id = $1::bigint
