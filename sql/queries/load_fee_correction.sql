-- query: load_fee_correction
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: person_id bigint
-- row: person text
-- row: instead_of_id bigint
-- row: instead_of text
-- row: rule_name text
-- row: rule text
-- row: day date
-- row: amount numeric
-- row: reason text
select t.id, t.version, t.person_id, coalesce(p.name, '')::text as person, t.instead_of_id, coalesce(i.name, '')::text as instead_of,
  t.rule_name::text as rule_name, coalesce(u.label, t.rule_name)::text as rule, t.day, t.amount::numeric as amount,
  t.reason::text as reason
from council.fee_correction t
left join council.person p on p.id = t.person_id
left join council.person i on i.id = t.instead_of_id
left join lateral (select max(u.label) as label from council.fee_rule u where u.name = t.rule_name) u on true
where t.id = $1::bigint
