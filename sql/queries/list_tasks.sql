-- query: list_tasks
-- kind: list
-- key: id uuid
-- sort: due_order office meeting state_label
-- search: search
-- row: id uuid
-- row: due_order date
-- row: due date
-- row: office text
-- row: task text
-- row: state_label text
-- row: meeting text
-- row: item text
-- row: title text
-- row: meeting_id bigint
select t.event_id as id, coalesce(t.due, '9999-12-31'::date) as due_order, t.due, t.office, t.text as task,
  api.code_label('task_state', coalesce(p.state, 'open')) as state_label,
  concat_ws(' ', o.short_name, nullif(m.number, '')) as meeting, coalesce(i.number, '') as item,
  coalesce(i.title, '') as title, t.meeting_id,
  council.fold_text(concat_ws(' ', t.office, left(t.text, 500), i.title)) as search
from council.task t
join council.meeting m on m.id = t.meeting_id
join council.organization o on o.id = m.organization_id
left join council.agenda_item i on i.id = t.item_id
left join council.task_progress p on p.id = t.event_id
