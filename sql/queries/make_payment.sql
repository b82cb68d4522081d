-- query: make_payment
-- kind: rows
-- param: body_id bigint
-- param: payer text
-- param: executed_on date
-- param: format text
-- row: file_id bigint
-- row: person_id bigint
-- row: person text
-- row: payee text
-- row: amount numeric
-- row: end_to_end text
-- row: reason text
select p.file_id, p.person_id, p.person, p.payee, p.amount, coalesce(p.end_to_end, '') as end_to_end, p.reason
from api.make_payment($1::bigint, $2::text, $3::date, $4::text) p
