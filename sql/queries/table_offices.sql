-- query: table_offices
-- kind: rows
-- param: meeting_id bigint
-- row: name text
select o.name
from council.organization o
join council.meeting m on m.body_id = o.body_id
where m.id = $1::bigint and o.classification = 'office' and o.valid @> m.starts_at::date
order by o.sort_order, o.name, o.id
