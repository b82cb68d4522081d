-- query: list_events
-- kind: list
-- key: seq bigint
-- sort: seq at kind_label
-- search: search
-- param: meeting_id bigint
-- row: seq bigint
-- row: at timestamptz
-- row: author text
-- row: kind text
-- row: kind_label text
-- row: item text
-- row: person text
-- row: detail text
-- row: undone boolean
select e.seq, e.at, e.author, e.kind, k.label as kind_label, coalesce(i.number, '') as item, coalesce(p.name, '') as person,
  concat_ws(' ', case when e.kind = 'vote' then format('%s:%s:%s', e.yes, e.no, e.abstain) end,
    nullif(api.code_label('result', e.outcome), ''), nullif(left(e.text, 120), ''), nullif(e.note, '')) as detail,
  exists (select from council.meeting_event u where u.ref_event_id = e.event_id and u.kind = 'undo') as undone,
  council.fold_text(concat_ws(' ', k.label, e.author, i.number, p.name, left(e.text, 120), e.note)) as search
from council.meeting_event e
join council.event_kind k on k.kind = e.kind
left join council.agenda_item i on i.id = e.item_id
left join council.person p on p.id = e.person_id
where e.meeting_id = $1::bigint
