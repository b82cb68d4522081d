-- query: load_fee_bank_account
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: payee_id bigint
-- row: iban text
-- row: bic text
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, t.payee_id, t.iban::text as iban, t.bic::text as bic, lower(t.valid) as valid_from, upper(t.valid) - 1 as valid_until
from council.fee_bank_account t
where t.id = $1::bigint
