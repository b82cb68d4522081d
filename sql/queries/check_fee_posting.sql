-- query: check_fee_posting
-- kind: one
-- param: run_id bigint
-- row: id bigint
-- row: version bigint
select r.id, 1::bigint as version
from council.fee_run r
where r.id = $1::bigint
