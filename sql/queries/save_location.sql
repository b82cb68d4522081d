-- query: save_location
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: name text
-- param: room text
-- param: street_address text
-- param: postal_code text
-- param: locality text
-- row: id bigint
-- row: version bigint
with updated as (
  update council.location t set
    name = coalesce($3::text, ''), room = coalesce($4::text, ''), street_address = coalesce($5::text, ''),
    postal_code = coalesce($6::text, ''), locality = coalesce($7::text, '')
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.location as t (body_id, name, room, street_address, postal_code, locality)
  select (select b.id from council.body b order by b.id limit 1), coalesce($3::text, ''), coalesce($4::text, ''),
    coalesce($5::text, ''), coalesce($6::text, ''), coalesce($7::text, '')
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
