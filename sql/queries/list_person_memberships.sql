-- query: list_person_memberships
-- kind: list
-- key: id bigint
-- sort: valid_from organization role_label
-- search: search
-- param: person_id bigint
-- row: id bigint
-- row: organization_id bigint
-- row: organization text
-- row: role_label text
-- row: group_short text
-- row: voting_right boolean
-- row: seat integer
-- row: valid_from date
-- row: valid_until date
select m.id, m.organization_id, o.name as organization,
  api.role_label(m.role, p.gender, o.classification = 'council') as role_label,
  coalesce(g.short_name, '') as group_short, m.voting_right, m.seat,
  coalesce(lower(m.valid), '0001-01-01'::date) as valid_from, upper(m.valid) - 1 as valid_until, o.search
from council.membership m
join council.person p on p.id = m.person_id
join council.organization o on o.id = m.organization_id
left join council.organization g on g.id = m.on_behalf_of_id
where m.person_id = $1::bigint
