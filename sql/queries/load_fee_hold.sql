-- query: load_fee_hold
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: person_id bigint
-- row: person text
-- row: kind text
-- row: rule_name text
-- row: rule text
-- row: reason text
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, t.person_id, coalesce(p.name, '')::text as person, t.kind::text as kind, t.rule_name::text as rule_name,
  coalesce(u.label, t.rule_name)::text as rule, t.reason::text as reason, lower(t.valid) as valid_from,
  upper(t.valid) - 1 as valid_until
from council.fee_hold t
left join council.person p on p.id = t.person_id
left join lateral (select max(u.label) as label from council.fee_rule u where u.name = t.rule_name) u on true
where t.id = $1::bigint
