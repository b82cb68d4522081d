-- query: fee_journal
-- kind: rows
-- param: run_id bigint
-- row: part text
-- row: account text
-- row: cost_centre text
-- row: payer text
-- row: person_id bigint
-- row: name text
-- row: payee text
-- row: amount numeric
-- row: transferred numeric
-- row: settled numeric
-- row: open numeric
select j.part, j.account, j.cost_centre, j.payer, j.person_id, j.name, j.payee, j.amount, j.transferred, j.settled, j.open
from api.fee_journal j
where j.run_id = $1::bigint
order by j.part, j.account, j.cost_centre, j.payer, j.name, j.person_id, j.payee
