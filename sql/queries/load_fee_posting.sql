-- query: load_fee_posting
-- kind: one
-- param: run_id bigint
-- row: id bigint
-- row: version bigint
-- row: run_id bigint
-- row: period text
-- row: template text
-- row: output text
select r.id, 1::bigint as version, r.id as run_id, council.months_text(r.period) as period, ''::text as template, ''::text as output
from council.fee_run r
where r.id = $1::bigint
