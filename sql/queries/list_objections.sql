-- query: list_objections
-- kind: list
-- key: id bigint
-- sort: raised_at state
-- search: search
-- param: meeting_id bigint
-- row: id bigint
-- row: raised_at timestamptz
-- row: item text
-- row: person text
-- row: state text
-- row: text text
-- row: decision text
select b.id, b.raised_at, coalesce(i.number, '') as item, coalesce(p.name, '') as person, b.state, b.text, b.decision,
  council.fold_text(left(b.text, 500)) as search
from council.objection b
left join council.agenda_item i on i.id = b.item_id
left join council.person p on p.id = b.person_id
where b.meeting_id = $1::bigint
