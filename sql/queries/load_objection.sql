-- query: load_objection
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: meeting_id bigint
-- row: item_id uuid
-- row: item text
-- row: person_id bigint
-- row: person text
-- row: state text
-- row: text text
-- row: decision text
select b.id, b.version, b.meeting_id, b.item_id, coalesce(i.title, '') as item, b.person_id, coalesce(p.name, '') as person,
  b.state, b.text, b.decision
from council.objection b
left join council.agenda_item i on i.id = b.item_id
left join council.person p on p.id = b.person_id
where b.id = $1::bigint
