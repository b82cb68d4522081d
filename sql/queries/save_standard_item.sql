-- query: save_standard_item
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: organization_id bigint
-- param: place text
-- param: sort_order integer
-- param: title text
-- param: public boolean
-- row: id bigint
-- row: version bigint
with updated as (
  update council.standard_item t set
    place = coalesce($4::text, ''), sort_order = $5::integer, title = coalesce($6::text, ''),
    public = coalesce($7::boolean, false)
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.standard_item as t (organization_id, place, sort_order, title, public)
  select $3::bigint, coalesce($4::text, ''), $5::integer, coalesce($6::text, ''), coalesce($7::boolean, false)
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
