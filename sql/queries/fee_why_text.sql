-- query: fee_why_text
-- kind: rows
-- param: run_id bigint
-- param: person_id bigint
-- row: text text
select '# ' || i.day || '  ' || i.label || '  ' || i.amount || E'\n' || api.why(i.id) || E'\n' as text
from api.fee_items i
where i.run_id = $1::bigint and i.person_id = $2::bigint
order by i.day_order, i.id
