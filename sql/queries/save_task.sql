-- query: save_task
-- kind: one
-- param: id uuid
-- param: version bigint
-- param: state text
-- param: note text
-- param: done_on date
-- row: id uuid
-- row: version bigint
insert into council.task_progress as p (id, meeting_id, state, note, done_on)
select t.event_id, t.meeting_id, $3::text, coalesce($4::text, ''),
  case when $3::text = 'done' then coalesce($5::date, current_date) end
from council.task t
where t.event_id = $1::uuid
on conflict (id) do update set state = excluded.state, note = excluded.note, done_on = excluded.done_on
  where p.version = $2::bigint
returning p.id, p.version
