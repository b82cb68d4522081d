-- query: fee_run_head
-- kind: rows
-- param: run_id bigint
-- row: id bigint
-- row: period text
-- row: kind text
-- row: state text
-- row: amount text
-- row: before text
-- row: persons bigint
-- row: noted bigint
-- row: blocked bigint
select r.id, r.period, r.kind, r.state_label as state, r.amount, r.before, r.persons, r.noted, r.blocked
from api.fee_runs r
where r.id = $1::bigint
