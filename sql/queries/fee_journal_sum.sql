-- query: fee_journal_sum
-- kind: one
-- param: run_id bigint
-- row: items numeric
-- row: dues numeric
-- row: transferred numeric
-- row: settled numeric
-- row: open numeric
-- row: carried numeric
-- row: posted numeric
-- row: balanced boolean
select j.items, j.dues, j.transferred, j.settled, j.open, j.carried, coalesce(j.posted, 0)::numeric as posted, j.balanced
from api.fee_journal_sum j
where j.run_id = $1::bigint
