-- query: table_organizations
-- kind: rows
-- param: meeting_id bigint
-- row: id bigint
-- row: name text
-- row: short text
select o.id, o.name, o.short_name as short
from council.organization o
join council.meeting m on m.body_id = o.body_id
where m.id = $1::bigint and o.classification in ('council', 'committee', 'borough', 'group', 'other')
  and o.valid @> m.starts_at::date
order by o.sort_order, o.name, o.id
