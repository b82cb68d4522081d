-- query: list_fee_bank_accounts
-- kind: list
-- key: id bigint
-- sort: valid_from
-- search: search
-- param: payee_id bigint
-- row: id bigint
-- row: version bigint
-- row: iban text
-- row: bic text
-- row: valid_from date
-- row: valid_until date
select t.id, t.version, regexp_replace(t.iban, '(.{4})(?=.)', '\1 ', 'g') as iban, t.bic::text as bic, coalesce(lower(t.valid), '0001-01-01'::date) as valid_from, upper(t.valid) - 1 as valid_until, council.fold_text(t.iban) as search
from council.fee_bank_account t
where t.payee_id = $1::bigint
