-- query: check_fee_file
-- kind: one
-- param: file bigint
-- row: id bigint
-- row: version bigint
select f.id, f.version
from council.fee_file f
where f.id = $1::bigint
