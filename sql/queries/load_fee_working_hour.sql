-- query: load_fee_working_hour
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: person_id bigint
-- row: person text
-- row: weekday text
-- row: begins_at text
-- row: ends_at text
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, t.person_id, coalesce(p.name, '')::text as person, t.weekday::text as weekday, to_char(t.begins_at,
  'HH24:MI') as begins_at, to_char(t.ends_at, 'HH24:MI') as ends_at, lower(t.valid) as valid_from,
  upper(t.valid) - 1 as valid_until
from council.fee_working_hours t
left join council.person p on p.id = t.person_id
where t.id = $1::bigint
