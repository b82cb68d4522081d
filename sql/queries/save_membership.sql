-- query: save_membership
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: person_id bigint
-- param: organization_id bigint
-- param: role text
-- param: voting_right boolean
-- param: seat integer
-- param: sort_order integer
-- param: on_behalf_of_id bigint
-- param: valid_from date
-- param: valid_until date
-- row: id bigint
-- row: version bigint
with updated as (
  update council.membership t set
    person_id = $3::bigint, organization_id = $4::bigint, role = coalesce($5::text, ''),
    voting_right = coalesce($6::boolean, false), seat = $7::integer, sort_order = coalesce($8::integer, 0),
    on_behalf_of_id = $9::bigint, valid = daterange($10::date, $11::date, '[]')
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.membership as t (person_id, organization_id, role, voting_right, seat, sort_order, on_behalf_of_id, valid)
  select $3::bigint, $4::bigint, coalesce($5::text, ''), coalesce($6::boolean, false), $7::integer,
    coalesce($8::integer, 0), $9::bigint, daterange($10::date, $11::date, '[]')
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
