-- query: save_fee_correction
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: person_id bigint
-- param: instead_of_id bigint
-- param: rule_name text
-- param: day date
-- param: amount numeric
-- param: reason text
-- row: id bigint
-- row: version bigint
with updated as (
  update council.fee_correction t set
    person_id = $3::bigint, instead_of_id = $4::bigint, rule_name = $5::text, day = $6::date, amount = $7::numeric,
    reason = coalesce($8::text, '')
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.fee_correction as t (person_id, instead_of_id, rule_name, day, amount, reason)
  select $3::bigint, $4::bigint, $5::text, $6::date, $7::numeric, coalesce($8::text, '')
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
