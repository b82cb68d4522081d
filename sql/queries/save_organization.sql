-- query: save_organization
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: name text
-- param: short_name text
-- param: classification text
-- param: legal_membership integer
-- param: kind_of_minutes text
-- param: vote_by_group boolean
-- param: parent_id bigint
-- param: head_of_minutes text
-- param: closing_of_minutes text
-- param: sort_order integer
-- param: valid_from date
-- param: valid_until date
-- row: id bigint
-- row: version bigint
with updated as (
  update council.organization t set
    name = coalesce($3::text, ''), short_name = coalesce($4::text, ''),
    classification = coalesce($5::text, ''), legal_membership = coalesce($6::integer, 0),
    kind_of_minutes = coalesce($7::text, 'results'), vote_by_group = coalesce($8::boolean, false),
    parent_id = $9::bigint, head_of_minutes = coalesce($10::text, ''),
    closing_of_minutes = coalesce($11::text, ''), sort_order = coalesce($12::integer, 0),
    valid = daterange($13::date, $14::date, '[]')
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.organization as t (body_id, name, short_name, classification, legal_membership, kind_of_minutes, vote_by_group, parent_id,
    head_of_minutes, closing_of_minutes, sort_order, valid)
  select (select b.id from council.body b order by b.id limit 1), coalesce($3::text, ''), coalesce($4::text, ''),
    coalesce($5::text, ''), coalesce($6::integer, 0), coalesce($7::text, 'results'),
    coalesce($8::boolean, false), $9::bigint, coalesce($10::text, ''), coalesce($11::text, ''),
    coalesce($12::integer, 0), daterange($13::date, $14::date, '[]')
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
