-- query: list_permissions
-- kind: list
-- key: id bigint
-- sort: role_label organization
-- search: search
-- param: account_id bigint
-- row: id bigint
-- row: role text
-- row: role_label text
-- row: organization text
-- row: valid_from date
-- row: valid_until date
select p.id, p.role, api.code_label('account_role', p.role) as role_label, coalesce(o.name, 'alle') as organization,
  lower(p.valid) as valid_from, upper(p.valid) - 1 as valid_until,
  council.fold_text(api.code_label('account_role', p.role) || ' ' || coalesce(o.name, 'alle')) as search
from council.permission p
left join council.organization o on o.id = p.organization_id
where p.account_id = $1::bigint
