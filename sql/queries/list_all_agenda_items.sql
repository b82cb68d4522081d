-- query: list_all_agenda_items
-- kind: list
-- key: id uuid
-- sort: title reference
-- search: search
-- window: title council.items_by_title
-- row: id uuid
-- row: meeting_id bigint
-- row: starts_at timestamptz
-- row: meeting text
-- row: number text
-- row: title text
-- row: reference text
-- row: public boolean
-- row: result_label text
select i.id, i.meeting_id, (select m.starts_at from council.meeting m where m.id = i.meeting_id) as starts_at,
  (select concat_ws(' ', o.short_name, nullif(m.number, '')) from council.meeting m
    join council.organization o on o.id = m.organization_id where m.id = i.meeting_id) as meeting,
  i.number, i.title, i.reference, i.is_public as public,
  api.code_label('result', (select s.result from council.item_state s where s.item_id = i.id)) as result_label, i.search
from council.agenda_item i
where not i.void
