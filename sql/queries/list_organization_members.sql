-- query: list_organization_members
-- kind: list
-- key: id bigint
-- sort: sort_order name group_short role_label
-- search: search
-- param: organization_id bigint
-- param: on_date date
-- row: id bigint
-- row: person_id bigint
-- row: sort_order integer
-- row: name text
-- row: role_label text
-- row: group_short text
-- row: voting_right boolean
-- row: seat integer
-- row: valid_from date
-- row: valid_until date
select m.id, m.person_id, m.sort_order, p.name, api.role_label(m.role, p.gender, o.classification = 'council') as role_label,
  coalesce(g.short_name, '') as group_short, m.voting_right, m.seat, lower(m.valid) as valid_from,
  upper(m.valid) - 1 as valid_until, p.search
from council.membership m
join council.person p on p.id = m.person_id
join council.organization o on o.id = m.organization_id
left join council.organization g on g.id = m.on_behalf_of_id
where m.organization_id = $1::bigint and m.valid @> $2::date
