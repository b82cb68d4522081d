-- query: load_fee_file
-- kind: one
-- param: file bigint
-- row: id bigint
-- row: version bigint
-- row: message_id text
-- row: output text
select f.id, f.version, f.message_id::text as message_id, ''::text as output
from council.fee_file f
where f.id = $1::bigint
