-- query: list_fee_corrections
-- kind: list
-- key: id bigint
-- sort: day person
-- search: search
-- param: body_id bigint
-- param: person_id bigint
-- row: id bigint
-- row: version bigint
-- row: person_id bigint
-- row: person text
-- row: instead_of text
-- row: rule text
-- row: day date
-- row: amount numeric
-- row: reason text
select t.id, t.version, t.person_id, p.name as person, coalesce(i.name, '') as instead_of, coalesce(u.label,
  t.rule_name)::text as rule, t.day, t.amount::numeric as amount, t.reason::text as reason, p.search
from council.fee_correction t
join council.person p on p.id = t.person_id and p.body_id = $1::bigint
left join council.person i on i.id = t.instead_of_id
left join lateral (select max(u.label) as label from council.fee_rule u where u.name = t.rule_name) u on true
where ($2::bigint is null or t.person_id = $2::bigint)
