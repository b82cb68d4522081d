-- query: load_fee_return
-- kind: one
-- param: settlement_id bigint
-- row: id bigint
-- row: version bigint
-- row: person text
-- row: amount numeric
-- row: returned_on date
-- row: reason text
select t.id, t.version, p.name as person, t.amount::numeric as amount, coalesce(t.returned_on, current_date) as returned_on, t.return_reason::text as reason
from council.fee_settlement t
join council.person p on p.id = t.person_id
where t.id = $1::bigint
