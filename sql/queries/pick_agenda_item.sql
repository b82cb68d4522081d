-- query: pick_agenda_item
-- kind: list
-- key: id uuid
-- sort: name
-- search: search
-- param: meeting_id bigint
-- row: id uuid
-- row: name text
select i.id, concat_ws(' ', nullif(i.number, ''), i.title) as name, i.search
from council.agenda_item i
where i.meeting_id = $1::bigint and not i.void
