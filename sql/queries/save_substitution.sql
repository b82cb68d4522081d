-- query: save_substitution
-- kind: one
-- param: id bigint
-- param: version bigint
-- param: organization_id bigint
-- param: substitute_id bigint
-- param: for_person_id bigint
-- param: for_group_id bigint
-- param: rank integer
-- param: valid_from date
-- param: valid_until date
-- row: id bigint
-- row: version bigint
with updated as (
  update council.substitution t set
    organization_id = $3::bigint, substitute_id = $4::bigint, for_person_id = $5::bigint,
    for_group_id = $6::bigint, rank = coalesce($7::integer, 1), valid = daterange($8::date, $9::date, '[]')
  where t.id = $1::bigint and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.substitution as t (organization_id, substitute_id, for_person_id, for_group_id, rank, valid)
  select $3::bigint, $4::bigint, $5::bigint, $6::bigint, coalesce($7::integer, 1),
    daterange($8::date, $9::date, '[]')
  where $1::bigint is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
