-- query: load_task
-- kind: one
-- param: id uuid
-- row: id uuid
-- row: version bigint
-- row: meeting_id bigint
-- row: meeting text
-- row: item text
-- row: office text
-- row: task text
-- row: due date
-- row: state text
-- row: note text
-- row: done_on date
select t.event_id as id, coalesce(p.version, 0) as version, t.meeting_id,
  concat_ws(' ', o.short_name, nullif(m.number, '')) as meeting, concat_ws(' ', i.number, i.title) as item, t.office,
  t.text as task, t.due, coalesce(p.state, 'open') as state, coalesce(p.note, '') as note, p.done_on
from council.task t
join council.meeting m on m.id = t.meeting_id
join council.organization o on o.id = m.organization_id
left join council.agenda_item i on i.id = t.item_id
left join council.task_progress p on p.id = t.event_id
where t.event_id = $1::uuid
