-- query: load_fee_setting
-- kind: one
-- param: body_id bigint
-- row: id bigint
-- row: version bigint
-- row: calculate_from date
-- row: claim_deadline_months integer
-- row: group_deadline_days integer
-- row: large_amount numeric
-- row: debtor_name text
-- row: debtor_iban text
-- row: debtor_bic text
-- row: purpose text
select b.id, coalesce(s.version, 0) as version, s.calculate_from, s.claim_deadline_months, s.group_deadline_days, s.large_amount::numeric as large_amount,
  coalesce(s.debtor_name, '')::text as debtor_name, coalesce(s.debtor_iban, '')::text as debtor_iban, coalesce(s.debtor_bic, '')::text as debtor_bic,
  coalesce(s.purpose, '')::text as purpose
from council.body b
left join council.fee_setting s on s.body_id = b.id
where b.id = $1::bigint
