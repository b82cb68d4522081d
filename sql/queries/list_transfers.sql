-- query: list_transfers
-- kind: rows
-- param: file bigint
-- row: end_to_end text
-- row: amount numeric
-- row: name text
-- row: iban text
-- row: bic text
-- row: purpose text
select t.end_to_end::text, s.amount::numeric as amount, t.name::text, t.iban::text, t.bic::text, t.purpose::text
from council.fee_settlement s join council.fee_transfer t on t.settlement_id = s.id
where s.file_id = $1::bigint
order by length(t.end_to_end), t.end_to_end
