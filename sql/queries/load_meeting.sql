-- query: load_meeting
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: organization_id bigint
-- row: organization text
-- row: number text
-- row: name text
-- row: state text
-- row: state_label text
-- row: starts_at timestamptz
-- row: ends_at timestamptz
-- row: location_id bigint
-- row: location text
select m.id, m.version, m.organization_id, o.name as organization, m.number, m.name, m.state,
  api.code_label('meeting_state', m.state) as state_label, m.starts_at, m.ends_at, m.location_id,
  coalesce(concat_ws(', ', l.name, nullif(l.room, '')), '') as location
from council.meeting m
join council.organization o on o.id = m.organization_id
left join council.location l on l.id = m.location_id
where m.id = $1::bigint
