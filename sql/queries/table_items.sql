-- query: table_items
-- kind: rows
-- param: meeting_id bigint
-- row: item_id uuid
-- row: number text
-- row: position integer
-- row: title text
-- row: public boolean
-- row: reference text
-- row: paper_title text
-- row: proposed_text text
-- row: rule text
-- row: standard boolean
-- row: previous text
-- row: supplemented boolean
select i.id as item_id, i.number, (row_number() over (order by i.position, i.id))::integer as position, i.title,
  i.public, i.reference, i.paper_title, i.proposed_text, i.rule, i.standard, i.previous,
  exists (select from council.agenda_version v where v.meeting_id = i.meeting_id)
    and not exists (select from council.agenda_version_item v where v.item_id = i.id and v.version = 1) as supplemented
from council.agenda_item i
where i.meeting_id = $1::bigint and i.origin = 'planned'
order by i.position, i.id
