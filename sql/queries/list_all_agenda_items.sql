-- query: list_all_agenda_items
-- kind: list
-- key: id uuid
-- sort: title reference
-- search: search
-- row: id uuid
-- row: meeting_id bigint
-- row: starts_at timestamptz
-- row: meeting text
-- row: number text
-- row: title text
-- row: reference text
-- row: public boolean
-- row: result_label text
select i.id, i.meeting_id, m.starts_at, concat_ws(' ', o.short_name, nullif(m.number, '')) as meeting, i.number, i.title,
  i.reference, i.is_public as public,
  api.code_label('result', (select s.result from council.item_state s where s.item_id = i.id)) as result_label, i.search
from council.agenda_item i
join council.meeting m on m.id = i.meeting_id
join council.organization o on o.id = m.organization_id
where not i.void
