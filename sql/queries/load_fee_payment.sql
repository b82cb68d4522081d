-- query: load_fee_payment
-- kind: one
-- param: body_id bigint
-- row: id bigint
-- row: version bigint
-- row: output text
-- row: executed_on date
-- row: payer text
-- row: format text
select b.id, 1::bigint as version, ''::text as output, council.banking_day(council.today()) as executed_on, ''::text as payer, 'pain.001.001.09'::text as format
from council.body b
where b.id = $1::bigint
