-- query: list_substitutions
-- kind: list
-- key: id bigint
-- sort: stands_in_for substitute rank
-- search: search
-- param: organization_id bigint
-- param: on_date date
-- row: id bigint
-- row: substitute text
-- row: stands_in_for text
-- row: rank integer
-- row: valid_from date
-- row: valid_until date
select s.id, p.name as substitute, coalesce(f.name, g.name) as stands_in_for, s.rank, lower(s.valid) as valid_from,
  upper(s.valid) - 1 as valid_until, p.search
from council.substitution s
join council.person p on p.id = s.substitute_id
left join council.person f on f.id = s.for_person_id
left join council.organization g on g.id = s.for_group_id
where s.organization_id = $1::bigint and s.valid @> $2::date
