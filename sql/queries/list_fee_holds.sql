-- query: list_fee_holds
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
-- row: kind_label text
-- row: rule text
-- row: reason text
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, t.person_id, p.name as person, api.code_label('fee_hold', t.kind) as kind_label, coalesce(u.label,
  t.rule_name, '')::text as rule, t.reason::text as reason, coalesce(lower(t.valid), '0001-01-01'::date) as valid_from,
  upper(t.valid) - 1 as valid_until, p.search
from council.fee_hold t
join council.person p on p.id = t.person_id and p.body_id = $1::bigint
left join lateral (select max(u.label) as label from council.fee_rule u where u.name = t.rule_name) u on true
where ($2::bigint is null or t.person_id = $2::bigint)
