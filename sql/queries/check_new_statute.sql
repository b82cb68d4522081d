-- query: check_new_statute
-- kind: one
-- param: body_id bigint
-- row: id bigint
-- row: version bigint
select $1::bigint as id, null::bigint as version
from (select council.require_fees()) allowed
