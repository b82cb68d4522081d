-- query: list_my_meetings
-- kind: list
-- key: id bigint
-- sort: urgency starts_at organization name
-- search: search
-- row: id bigint
-- row: urgency integer
-- row: starts_at timestamptz
-- row: organization text
-- row: number text
-- row: name text
-- row: state text
-- row: state_label text
-- row: open_marks bigint
select m.id, case m.state when 'running' then 0 when 'invited' then 1 when 'closed' then 2 else 3 end as urgency,
  m.starts_at, o.short_name as organization, m.number, m.name, m.state,
  api.code_label('meeting_state', m.state) as state_label,
  (select count(*) from council.item_state s where s.meeting_id = m.id and s.marked) as open_marks, m.search
from council.meeting m
join council.organization o on o.id = m.organization_id
where m.state <> 'signed' and ((select council.may(null, 'read_nonpublic')) or m.organizations && (select council.visible_organizations())::bigint[])
