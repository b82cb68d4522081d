-- query: save_agenda_item
-- kind: one
-- param: id uuid
-- param: version bigint
-- param: meeting_id bigint
-- param: number text
-- param: position integer
-- param: title text
-- param: public boolean
-- param: standard boolean
-- param: reference text
-- param: paper_title text
-- param: proposed_text text
-- param: rule text
-- param: previous text
-- row: id uuid
-- row: version bigint
with updated as (
  update council.agenda_item t set
    number = coalesce($4::text, ''),
    position = coalesce($5::integer, (select coalesce(max(x.position), 0) + 1 from council.agenda_item x where x.meeting_id = $3::bigint)),
    title = coalesce($6::text, ''), public = coalesce($7::boolean, false),
    standard = coalesce($8::boolean, false), reference = coalesce($9::text, ''),
    paper_title = coalesce($10::text, ''), proposed_text = coalesce($11::text, ''),
    rule = coalesce(nullif($12::text, ''), 'simple'), previous = coalesce($13::text, '')
  where t.id = $1::uuid and t.version = $2::bigint
  returning t.id, t.version),
inserted as (
  insert into council.agenda_item as t (meeting_id, number, position, title, public, standard, reference, paper_title, proposed_text, rule, previous)
  select $3::bigint, coalesce($4::text, ''),
    coalesce($5::integer, (select coalesce(max(x.position), 0) + 1 from council.agenda_item x where x.meeting_id = $3::bigint)),
    coalesce($6::text, ''), coalesce($7::boolean, false), coalesce($8::boolean, false), coalesce($9::text, ''),
    coalesce($10::text, ''), coalesce($11::text, ''), coalesce(nullif($12::text, ''), 'simple'),
    coalesce($13::text, '')
  where $1::uuid is null
  returning t.id, t.version)
select u.id, u.version from updated u
union all
select i.id, i.version from inserted i
