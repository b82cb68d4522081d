-- query: load_agenda_item
-- kind: one
-- param: id uuid
-- row: id uuid
-- row: version bigint
-- row: meeting_id bigint
-- row: number text
-- row: position integer
-- row: title text
-- row: public boolean
-- row: standard boolean
-- row: reference text
-- row: paper_title text
-- row: proposed_text text
-- row: rule text
-- row: previous text
select i.id, i.version, i.meeting_id, i.number, i.position, i.title, i.public, i.standard, i.reference, i.paper_title,
  i.proposed_text, i.rule, i.previous
from council.agenda_item i
where i.id = $1::uuid
