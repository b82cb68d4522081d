-- query: check_fee_payment
-- kind: one
-- param: body_id bigint
-- param: executed_on date
-- row: id bigint
-- row: version bigint
select $1::bigint as id, 1::bigint as version
from (select api.open_balances($1::bigint, '', $2::date) limit 1) b
union select $1::bigint, 1::bigint
