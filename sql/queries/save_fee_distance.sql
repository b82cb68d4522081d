-- query: save_fee_distance
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: person_id bigint
-- param: location_id bigint
-- param: kilometres numeric
-- param: vehicle text
-- param: automatic boolean
-- param: valid_from date
-- param: valid_until date
-- row: id bigint
-- row: version bigint
with updated as (
  update council.fee_distance t set
    person_id = $3::bigint, location_id = $4::bigint, kilometres = $5::numeric, vehicle = $6::text,
    automatic = coalesce($7::boolean, false), valid = daterange($8::date, $9::date, '[]')
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.fee_distance as t (person_id, location_id, kilometres, vehicle, automatic, valid)
  select $3::bigint, $4::bigint, $5::numeric, $6::text, coalesce($7::boolean, false), daterange($8::date, $9::date, '[]')
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
