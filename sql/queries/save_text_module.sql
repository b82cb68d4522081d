-- query: save_text_module
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: organization_id bigint
-- param: abbreviation text
-- param: text text
-- row: id bigint
-- row: version bigint
with updated as (
  update council.text_module t set
    organization_id = $3::bigint, abbreviation = coalesce($4::text, ''), text = coalesce($5::text, '')
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.text_module as t (organization_id, abbreviation, text)
  select $3::bigint, coalesce($4::text, ''), coalesce($5::text, '')
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
