-- query: import_fees
-- kind: rows
-- param: body_id bigint
-- param: kind text
-- param: rows text
-- param: dry boolean
-- row: line integer
-- row: field text
-- row: message text
-- row: added bigint
-- row: known bigint
select f.line, f.field, f.message, f.added, f.known
from api.import_fees($1::bigint, $2::text, $3::text, $4::boolean) f
order by f.line nulls first, f.field, f.message
