-- query: list_agenda_items
-- kind: list
-- key: id uuid
-- sort: position title reference
-- search: search
-- param: meeting_id bigint
-- row: id uuid
-- row: position integer
-- row: number text
-- row: title text
-- row: public boolean
-- row: reference text
-- row: state text
-- row: result_label text
-- row: supplemented boolean
-- row: standard boolean
select i.id, i.position, i.number, i.title, i.is_public as public, i.reference, coalesce(s.state, 'open') as state,
  api.code_label('result', s.result) as result_label,
  exists (select from council.agenda_version v where v.meeting_id = i.meeting_id)
    and not exists (select from council.agenda_version_item v where v.item_id = i.id and v.version = 1) as supplemented,
  i.standard, i.search
from council.agenda_item i
left join council.item_state s on s.item_id = i.id
where i.meeting_id = $1::bigint and not i.void
