-- query: save_fee_setting
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: calculate_from date
-- param: claim_deadline_months integer
-- param: group_deadline_days integer
-- param: large_amount numeric
-- param: debtor_name text
-- param: debtor_iban text
-- param: debtor_bic text
-- param: purpose text
-- row: id bigint
-- row: version bigint
with updated as (
  update council.fee_setting t set calculate_from = $3::date, claim_deadline_months = $4::integer, group_deadline_days = $5::integer,
    large_amount = $6::numeric, debtor_name = coalesce($7::text, ''), debtor_iban = replace(coalesce($8::text, ''), ' ', ''),
    debtor_bic = coalesce($9::text, ''), purpose = coalesce($10::text, '')
  where t.body_id = $1::bigint and t.version = $2::bigint
  returning t.body_id as id, t.version),
inserted as (
  insert into council.fee_setting as t (body_id, calculate_from, claim_deadline_months, group_deadline_days, large_amount, debtor_name,
    debtor_iban, debtor_bic, purpose)
  select $1::bigint, $3::date, $4::integer, $5::integer, $6::numeric, coalesce($7::text, ''), replace(coalesce($8::text, ''), ' ', ''),
    coalesce($9::text, ''), coalesce($10::text, '')
  where $2::bigint = 0
  returning t.body_id as id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
