-- query: list_open_marks
-- kind: list
-- key: id uuid
-- sort: starts_at title
-- search: search
-- row: id uuid
-- row: meeting_id bigint
-- row: starts_at timestamptz
-- row: meeting text
-- row: number text
-- row: title text
-- row: note text
select i.id, m.id as meeting_id, m.starts_at, concat_ws(' ', o.short_name, nullif(m.number, '')) as meeting,
  i.number, i.title, s.mark_note as note, i.search
from council.item_state s
join council.agenda_item i on i.id = s.item_id
join council.meeting m on m.id = s.meeting_id
join council.organization o on o.id = m.organization_id
where s.marked and ((select council.may(null, 'read_nonpublic')) or m.organizations && (select council.visible_organizations())::bigint[])
