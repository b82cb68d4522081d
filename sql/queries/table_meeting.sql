-- query: table_meeting
-- kind: one
-- param: meeting_id bigint
-- row: id bigint
-- row: name text
-- row: number text
-- row: body_name text
-- row: organization_name text
-- row: organization_short text
-- row: starts_at bigint
-- row: location text
-- row: room text
-- row: state text
-- row: legal integer
-- row: kind_of_minutes text
-- row: quorum_rule text
-- row: unanimous_wording text
-- row: vote_by_group boolean
-- row: group_style text
-- row: secret_threshold text
-- row: rollcall_threshold text
-- row: rule_set text
-- row: minutes_state text
-- row: standard_closing text
-- row: election_rule text
select m.id, m.name, m.number, b.name as body_name, o.name as organization_name,
  o.short_name as organization_short, council.micros(m.starts_at) as starts_at,
  coalesce(l.name, '') as location, coalesce(l.room, '') as room, m.state, o.legal_membership as legal,
  o.kind_of_minutes,
  coalesce(council.organization_rule(o.id, 'quorum', m.starts_at::date), 'majority') as quorum_rule,
  coalesce(council.organization_rule(o.id, 'unanimous_wording', m.starts_at::date), 'strict') as unanimous_wording,
  o.vote_by_group,
  coalesce(council.organization_rule(o.id, 'group_style', m.starts_at::date), 'plain') as group_style,
  coalesce(council.organization_rule(o.id, 'secret_threshold', m.starts_at::date), '') as secret_threshold,
  coalesce(council.organization_rule(o.id, 'rollcall_threshold', m.starts_at::date), '') as rollcall_threshold,
  r.name as rule_set,
  coalesce((select mi.state from council.minutes mi where mi.meeting_id = m.id order by mi.version desc limit 1),
    case m.state when 'closed' then 'draft' else 'open' end) as minutes_state,
  o.closing_of_minutes as standard_closing,
  coalesce(council.organization_rule(o.id, 'election_majority', m.starts_at::date), '>1/2:valid') as election_rule
from council.meeting m
join council.organization o on o.id = m.organization_id
join council.body b on b.id = m.body_id
join council.rule_set r on r.id = b.rule_set_id
left join council.location l on l.id = m.location_id
where m.id = $1::bigint
