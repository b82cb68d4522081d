-- query: save_fee_bank_account
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: payee_id bigint
-- param: iban text
-- param: bic text
-- param: valid_from date
-- param: valid_until date
-- row: id bigint
-- row: version bigint
select s.*
from api.save_fee_bank_account($1::bigint, $2::bigint, $3::bigint, $4::text, $5::text, $6::date, $7::date) s
where s.id is not null
