-- query: load_fee_assignment
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: person_id bigint
-- row: person text
-- row: function_name text
-- row: function text
-- row: organization_id bigint
-- row: organization text
-- row: reason text
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, t.person_id, coalesce(p.name, '')::text as person, t.function_name::text as function_name, coalesce(f.label,
  t.function_name)::text as function, t.organization_id, coalesce(o.name, '')::text as organization,
  t.reason::text as reason, lower(t.valid) as valid_from, upper(t.valid) - 1 as valid_until
from council.fee_assignment t
left join council.person p on p.id = t.person_id
left join lateral (select max(f.label) as label from council.fee_function f where f.name = t.function_name) f on true
left join council.organization o on o.id = t.organization_id
where t.id = $1::bigint
