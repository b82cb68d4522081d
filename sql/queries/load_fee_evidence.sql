-- query: load_fee_evidence
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: person_id bigint
-- row: person text
-- row: kind text
-- row: name text
-- row: hourly_amount text
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, t.person_id, coalesce(p.name, '')::text as person, t.kind::text as kind, t.name::text as name,
  council.plain_amount(t.hourly_amount) as hourly_amount, lower(t.valid) as valid_from,
  upper(t.valid) - 1 as valid_until
from council.fee_evidence t
left join council.person p on p.id = t.person_id
where t.id = $1::bigint
