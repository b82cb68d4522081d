-- query: save_permission
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: account_id bigint
-- param: role text
-- param: organization_id bigint
-- param: valid_from date
-- param: valid_until date
-- row: id bigint
-- row: version bigint
with updated as (
  update council.permission t set
    role = coalesce($4::text, ''), organization_id = $5::bigint, valid = daterange($6::date, $7::date, '[]')
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.permission as t (account_id, role, organization_id, valid)
  select $3::bigint, coalesce($4::text, ''), $5::bigint, daterange($6::date, $7::date, '[]')
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
