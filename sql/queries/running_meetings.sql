-- query: running_meetings
-- kind: rows
-- row: id bigint
-- row: organization text
-- row: number text
select m.id, o.short_name as organization, m.number
from council.meeting m
join council.organization o on o.id = m.organization_id
where m.state = 'running'
order by m.starts_at, m.id
