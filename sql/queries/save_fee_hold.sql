-- query: save_fee_hold
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: person_id bigint
-- param: kind text
-- param: rule_name text
-- param: reason text
-- param: valid_from date
-- param: valid_until date
-- row: id bigint
-- row: version bigint
with updated as (
  update council.fee_hold t set
    person_id = $3::bigint, kind = $4::text, rule_name = $5::text, reason = coalesce($6::text, ''),
    valid = daterange($7::date, $8::date, '[]')
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.fee_hold as t (person_id, kind, rule_name, reason, valid)
  select $3::bigint, $4::text, $5::text, coalesce($6::text, ''), daterange($7::date, $8::date, '[]')
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
