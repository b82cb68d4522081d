-- query: load_membership
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: person_id bigint
-- row: person text
-- row: organization_id bigint
-- row: organization text
-- row: role text
-- row: voting_right boolean
-- row: seat integer
-- row: sort_order integer
-- row: on_behalf_of_id bigint
-- row: on_behalf_of text
-- row: valid_from date
-- row: valid_until date
select m.id, m.version, m.person_id, p.name as person, m.organization_id, o.name as organization, m.role, m.voting_right,
  m.seat, m.sort_order, m.on_behalf_of_id, coalesce(g.name, '') as on_behalf_of, lower(m.valid) as valid_from,
  upper(m.valid) - 1 as valid_until
from council.membership m
join council.person p on p.id = m.person_id
join council.organization o on o.id = m.organization_id
left join council.organization g on g.id = m.on_behalf_of_id
where m.id = $1::bigint
