-- query: load_fee_file
-- kind: one
-- param: file bigint
-- row: id bigint
-- row: version bigint
-- row: message_id text
-- row: kind text
-- row: run text
-- row: template text
-- row: output text
select f.id, f.version, f.message_id::text as message_id, f.kind,
  case when f.kind = 'posting' then substring(f.message_id from '^P([0-9]+)-') end as run,
  case when f.kind = 'posting' then f.format end::text as template, ''::text as output
from council.fee_file f
where f.id = $1::bigint
