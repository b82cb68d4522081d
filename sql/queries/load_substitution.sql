-- query: load_substitution
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: organization_id bigint
-- row: organization text
-- row: substitute_id bigint
-- row: substitute text
-- row: for_person_id bigint
-- row: for_person text
-- row: for_group_id bigint
-- row: for_group text
-- row: rank integer
-- row: valid_from date
-- row: valid_until date
select s.id, s.version, s.organization_id, o.name as organization, s.substitute_id, p.name as substitute, s.for_person_id,
  coalesce(f.name, '') as for_person, s.for_group_id, coalesce(g.name, '') as for_group, s.rank,
  lower(s.valid) as valid_from, upper(s.valid) - 1 as valid_until
from council.substitution s
join council.organization o on o.id = s.organization_id
join council.person p on p.id = s.substitute_id
left join council.person f on f.id = s.for_person_id
left join council.organization g on g.id = s.for_group_id
where s.id = $1::bigint
