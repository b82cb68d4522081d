-- query: save_fee_evidence
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: person_id bigint
-- param: kind text
-- param: name text
-- param: hourly_amount numeric
-- param: valid_from date
-- param: valid_until date
-- row: id bigint
-- row: version bigint
with updated as (
  update council.fee_evidence t set
    person_id = $3::bigint, kind = $4::text, name = coalesce($5::text, ''), hourly_amount = $6::numeric,
    valid = daterange($7::date, $8::date, '[]')
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.fee_evidence as t (person_id, kind, name, hourly_amount, valid)
  select $3::bigint, $4::text, coalesce($5::text, ''), $6::numeric, daterange($7::date, $8::date, '[]')
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
