-- query: table_roster
-- kind: rows
-- param: meeting_id bigint
-- row: person_id bigint
-- row: name text
-- row: spoken text
-- row: full_name text
-- row: family_name text
-- row: abbreviation text
-- row: group_id bigint
-- row: group_short text
-- row: group_name text
-- row: group_order integer
-- row: seat integer
-- row: voting boolean
-- row: councillor boolean
-- row: kind text
-- row: role text
-- row: chair boolean
-- row: substitute_for bigint
-- row: substitute_rank integer
select p.id as person_id, p.name, p.spoken, p.full_name, p.spoken_family_name as family_name, p.abbreviation,
  g.id as group_id, coalesce(g.short_name, '') as group_short, coalesce(g.name, '') as group_name,
  coalesce(g.sort_order, 0) as group_order, r.seat, r.voting,
  exists (select from council.membership c join council.organization co on co.id = c.organization_id
    where c.person_id = p.id and co.classification = 'council' and c.voting_right
      and c.role <> 'substitute' and c.valid @> r.day) as councillor,
  r.kind, api.role_label(r.role, p.gender, r.council) as role, r.role in ('chair', 'mayor') as chair,
  r.substitute_for, r.substitute_rank
from (
  select ms.person_id, ms.on_behalf_of_id as group_id, ms.seat, ms.voting_right as voting, ms.role,
    o.classification = 'council' as council, m.starts_at::date as day, ms.sort_order,
    case when ms.role in ('minute_taker', 'administration') then 'administration'
      when ms.role = 'substitute' then 'substitute'
      when ms.voting_right then 'member' else 'advisory' end as kind,
    (select sb.for_person_id from council.substitution sb where sb.organization_id = o.id
      and sb.substitute_id = ms.person_id and sb.valid @> m.starts_at::date and ms.role = 'substitute'
      order by sb.rank, sb.id limit 1) as substitute_for,
    (select sb.rank from council.substitution sb where sb.organization_id = o.id
      and sb.substitute_id = ms.person_id and sb.valid @> m.starts_at::date and ms.role = 'substitute'
      order by sb.rank, sb.id limit 1) as substitute_rank
  from council.meeting m
  join council.organization o on o.id = m.organization_id
  join council.membership ms on ms.organization_id = o.id and ms.valid @> m.starts_at::date
  where m.id = $1::bigint
  union all
  select sb.substitute_id, coalesce(sb.for_group_id, owner.on_behalf_of_id), null, true, 'substitute',
    o.classification = 'council', m.starts_at::date, 100000, 'substitute', sb.for_person_id, sb.rank
  from council.meeting m
  join council.organization o on o.id = m.organization_id
  cross join lateral (
    select distinct on (s.substitute_id) s.* from council.substitution s
    where s.organization_id = o.id and s.valid @> m.starts_at::date
    order by s.substitute_id, s.rank, s.id) sb
  left join council.membership owner on owner.organization_id = o.id and owner.person_id = sb.for_person_id
    and owner.valid @> m.starts_at::date
  where m.id = $1::bigint and not exists (select from council.membership own
    where own.organization_id = o.id and own.person_id = sb.substitute_id and own.valid @> m.starts_at::date)
) r
join api.person p on p.id = r.person_id
left join council.organization g on g.id = r.group_id
order by case r.kind when 'member' then 1 when 'substitute' then 2 when 'advisory' then 3 else 4 end,
  r.role not in ('chair', 'mayor'), coalesce(g.sort_order, 0), r.sort_order, r.seat, p.name, p.id
