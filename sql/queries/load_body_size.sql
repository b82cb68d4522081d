-- query: load_body_size
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: body_id bigint
-- row: measure text
-- row: organization_id bigint
-- row: organization text
-- row: value bigint
-- row: source text
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, t.body_id, t.measure::text as measure, t.organization_id, coalesce(o.name, '')::text as organization, t.value,
  t.source::text as source, lower(t.valid) as valid_from, upper(t.valid) - 1 as valid_until
from council.body_size t
left join council.organization o on o.id = t.organization_id
where t.id = $1::bigint
