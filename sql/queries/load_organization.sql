-- query: load_organization
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: name text
-- row: short_name text
-- row: classification text
-- row: legal_membership integer
-- row: kind_of_minutes text
-- row: vote_by_group boolean
-- row: parent_id bigint
-- row: parent text
-- row: head_of_minutes text
-- row: closing_of_minutes text
-- row: sort_order integer
-- row: valid_from date
-- row: valid_until date
select o.id, o.version, o.name, o.short_name, o.classification, o.legal_membership, o.kind_of_minutes, o.vote_by_group,
  o.parent_id, coalesce(p.name, '') as parent, o.head_of_minutes, o.closing_of_minutes, o.sort_order,
  lower(o.valid) as valid_from, upper(o.valid) - 1 as valid_until
from council.organization o
left join council.organization p on p.id = o.parent_id
where o.id = $1::bigint
