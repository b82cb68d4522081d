-- query: list_minutes
-- kind: list
-- key: id bigint
-- sort: starts_at organization number name state_label
-- search: search
-- row: id bigint
-- row: starts_at timestamptz
-- row: organization text
-- row: number text
-- row: name text
-- row: state_label text
-- row: version integer
-- row: signed_at timestamptz
select m.id, m.starts_at, o.short_name as organization, m.number, m.name,
  api.code_label('minutes_state', coalesce(mi.state, case m.state when 'closed' then 'draft' else 'open' end)) as state_label,
  coalesce(mi.version, 0) as version, mi.signed_at, m.search
from council.meeting m
join council.organization o on o.id = m.organization_id
left join lateral (select x.state, x.version, x.signed_at from council.minutes x
  where x.meeting_id = m.id order by x.version desc limit 1) mi on true
where m.state in ('running', 'closed', 'signed')
