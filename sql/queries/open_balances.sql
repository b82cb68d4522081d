-- query: open_balances
-- kind: rows
-- param: body_id bigint
-- param: payer text
-- param: executed_on date
-- row: person_id bigint
-- row: person text
-- row: payee text
-- row: amount numeric
-- row: reason text
select p.person_id, p.person, p.payee, p.amount, p.reason
from api.open_balances($1::bigint, $2::text, $3::date) p
