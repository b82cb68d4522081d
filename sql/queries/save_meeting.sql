-- query: save_meeting
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: organization_id bigint
-- param: number text
-- param: name text
-- param: starts_at timestamptz
-- param: ends_at timestamptz
-- param: location_id bigint
-- row: id bigint
-- row: version bigint
with updated as (
  update council.meeting t set
    organization_id = $3::bigint, number = coalesce($4::text, ''), name = coalesce($5::text, ''),
    starts_at = $6::timestamptz, ends_at = $7::timestamptz, location_id = $8::bigint
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.meeting as t (body_id, organization_id, number, name, starts_at, ends_at, location_id)
  select (select b.id from council.body b order by b.id limit 1), $3::bigint, coalesce($4::text, ''),
    coalesce($5::text, ''), $6::timestamptz, $7::timestamptz, $8::bigint
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
