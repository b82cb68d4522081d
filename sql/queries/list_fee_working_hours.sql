-- query: list_fee_working_hours
-- kind: list
-- key: id bigint
-- sort: weekday valid_from
-- search: search
-- param: body_id bigint
-- param: person_id bigint
-- row: id bigint
-- row: version bigint
-- row: person_id bigint
-- row: person text
-- row: weekday integer
-- row: weekday_label text
-- row: begins_at text
-- row: ends_at text
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, t.person_id, p.name as person, t.weekday, api.code_label('weekday', t.weekday::text) as weekday_label,
  to_char(t.begins_at, 'HH24:MI') as begins_at, to_char(t.ends_at, 'HH24:MI') as ends_at, coalesce(lower(t.valid),
  '0001-01-01'::date) as valid_from, upper(t.valid) - 1 as valid_until, p.search
from council.fee_working_hours t
join council.person p on p.id = t.person_id and p.body_id = $1::bigint
where ($2::bigint is null or t.person_id = $2::bigint)
