-- query: fee_runs
-- kind: rows
-- param: body_id bigint
-- row: id bigint
-- row: period text
-- row: kind text
-- row: state text
-- row: amount text
-- row: created_by text
-- row: committed_by text
-- row: released_by text
-- row: name text
select r.id, r.period, r.kind, r.state_label as state, r.amount, r.created_by, coalesce(r.committed_by, '') as committed_by,
  coalesce(r.released_by, '') as released_by, r.name
from api.fee_runs r
where r.body_id = $1::bigint
order by r.first_day, r.id
