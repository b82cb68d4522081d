-- query: save_fee_band
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: rate_id bigint
-- param: size_from bigint
-- param: size_to bigint
-- param: amount numeric
-- row: id bigint
-- row: version bigint
with updated as (
  update council.fee_band t set size = int8range($4::bigint, $5::bigint, '[]'), amount = $6::numeric
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.fee_band as t (rate_id, size, amount)
  select $3::bigint, int8range($4::bigint, $5::bigint, '[]'), $6::numeric
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
