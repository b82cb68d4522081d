-- query: list_accounts
-- kind: list
-- key: id bigint
-- sort: login display_name
-- search: search
-- row: id bigint
-- row: login text
-- row: display_name text
-- row: roles text
-- row: locked boolean
select a.id, a.login, a.display_name,
  coalesce((select string_agg(distinct api.code_label('account_role', p.role), ', ') from council.permission p
    where p.account_id = a.id and p.valid @> current_date), '') as roles,
  a.locked, a.search
from council.account a
