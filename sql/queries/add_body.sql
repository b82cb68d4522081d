-- query: add_body
-- kind: one
-- role: superuser
-- param: name text
-- param: short_name text
-- param: state text
-- row: id bigint
-- row: rule_set text
with added as (
  insert into council.body (name, short_name, rule_set_id)
  select $1::text, $2::text, s.id from council.rule_set s where s.code = $3::text
  returning id, rule_set_id)
select a.id, s.name as rule_set
from added a
join council.rule_set s on s.id = a.rule_set_id
