-- query: list_organization_meetings
-- kind: list
-- key: id bigint
-- sort: starts_at number name
-- search: search
-- param: organization_id bigint
-- row: id bigint
-- row: starts_at timestamptz
-- row: number text
-- row: name text
-- row: state text
-- row: state_label text
select m.id, m.starts_at, m.number, m.name, m.state, api.code_label('meeting_state', m.state) as state_label, m.search
from council.meeting m
where m.organizations @> array[$1::bigint]
