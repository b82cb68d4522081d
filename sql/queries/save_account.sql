-- query: save_account
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: login text
-- param: person_id bigint
-- param: display_name text
-- param: locked boolean
-- row: id bigint
-- row: version bigint
with updated as (
  update council.account t set
    login = coalesce($3::text, ''), person_id = $4::bigint, display_name = coalesce($5::text, ''),
    locked = coalesce($6::boolean, false)
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.account as t (login, person_id, display_name, locked)
  select coalesce($3::text, ''), $4::bigint, coalesce($5::text, ''), coalesce($6::boolean, false)
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
