-- query: list_meetings
-- kind: list
-- key: id bigint
-- sort: starts_at organization number name state_label
-- search: search
-- row: id bigint
-- row: starts_at timestamptz
-- row: organization text
-- row: number text
-- row: name text
-- row: state text
-- row: state_label text
-- row: location text
select m.id, m.starts_at, o.short_name as organization, m.number, m.name, m.state,
  api.code_label('meeting_state', m.state) as state_label,
  coalesce(concat_ws(', ', l.name, nullif(l.room, '')), '') as location, m.search
from council.meeting m
join council.organization o on o.id = m.organization_id
left join council.location l on l.id = m.location_id
