-- query: list_fee_assignments
-- kind: list
-- key: id bigint
-- sort: valid_from person
-- search: search
-- param: body_id bigint
-- param: person_id bigint
-- row: id bigint
-- row: version bigint
-- row: person_id bigint
-- row: person text
-- row: function text
-- row: organization text
-- row: reason text
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, t.person_id, p.name as person, coalesce(f.label, t.function_name)::text as function,
  coalesce(o.short_name, '')::text as organization, t.reason::text as reason, coalesce(lower(t.valid),
  '0001-01-01'::date) as valid_from, upper(t.valid) - 1 as valid_until, p.search
from council.fee_assignment t
join council.person p on p.id = t.person_id and p.body_id = $1::bigint
left join lateral (select max(f.label) as label from council.fee_function f where f.name = t.function_name) f on true
left join council.organization o on o.id = t.organization_id
where ($2::bigint is null or t.person_id = $2::bigint)
