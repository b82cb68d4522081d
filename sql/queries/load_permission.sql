-- query: load_permission
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: account_id bigint
-- row: account text
-- row: role text
-- row: organization_id bigint
-- row: organization text
-- row: valid_from date
-- row: valid_until date
select p.id, p.version, p.account_id, a.display_name as account, p.role, p.organization_id,
  coalesce(o.name, '') as organization, lower(p.valid) as valid_from, upper(p.valid) - 1 as valid_until
from council.permission p
join council.account a on a.id = p.account_id
left join council.organization o on o.id = p.organization_id
where p.id = $1::bigint
