-- query: save_body_size
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: body_id bigint
-- param: measure text
-- param: organization_id bigint
-- param: value bigint
-- param: source text
-- param: valid_from date
-- param: valid_until date
-- row: id bigint
-- row: version bigint
with updated as (
  update council.body_size t set
    body_id = $3::bigint, measure = $4::text, organization_id = $5::bigint, value = $6::bigint, source = coalesce($7::text,
    ''), valid = daterange($8::date, $9::date, '[]')
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.body_size as t (body_id, measure, organization_id, value, source, valid)
  select $3::bigint, $4::text, $5::bigint, $6::bigint, coalesce($7::text, ''), daterange($8::date, $9::date, '[]')
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
