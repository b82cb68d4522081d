-- query: fee_why
-- kind: rows
-- param: run_id bigint
-- param: person text
-- row: id bigint
-- row: rule_name text
-- row: basis text
-- row: day text
-- row: amount text
-- row: fresh text
-- row: before text
-- row: why text
select i.id, i.rule_name, i.basis, i.day, i.amount, i.fresh, i.before, api.why(i.id) as why
from api.fee_items i
where i.run_id = $1::bigint and i.person_id = api.find_person($2::text)
order by i.day_order, i.id
