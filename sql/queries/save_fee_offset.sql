-- query: save_fee_offset
-- kind: one
-- param: person_id bigint
-- param: settled_by text
-- param: reason text
-- row: id bigint
-- row: version bigint
select $1::bigint as id, 1::bigint as version
from api.settle_balance($1::bigint, $2::text, $3::text)
