-- query: save_fee_return
-- kind: one
-- param: settlement_id bigint
-- param: returned_on date
-- param: reason text
-- row: id bigint
-- row: version bigint
select $1::bigint as id, 1::bigint as version
from api.return_transfer($1::bigint, $2::date, $3::text)
