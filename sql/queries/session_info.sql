-- query: session_info
-- kind: one
-- row: account text
-- row: display_name text
-- row: roles text
-- row: body_name text
-- row: body_id bigint
-- row: schema_version integer
-- row: today date
select council.invoker() as account, coalesce(a.display_name, '')::text as display_name,
  coalesce((select string_agg(distinct p.role, ' ' order by p.role) from council.permission p
    where p.account_id = a.id and p.valid @> current_date), '') as roles,
  coalesce(b.name, '')::text as body_name, b.id as body_id,
  (select max(v.version) from council.schema_version v) as schema_version, current_date as today
from (values (1)) one (n)
left join council.account a on a.login = council.invoker() and not a.locked
left join (select b.id, b.name from council.body b order by b.id limit 1) b on true
