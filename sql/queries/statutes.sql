-- query: statutes
-- kind: rows
-- param: body_id bigint
-- row: id bigint
-- row: name text
-- row: edition integer
-- row: state text
-- row: valid text
-- row: in_force text
-- row: based_on text
-- row: title text
select s.id, s.name::text, s.edition, s.state, council.day_range(s.valid) as valid, coalesce(council.day_ranges(s.in_force), '') as in_force,
  coalesce(s.based_on::text, '') as based_on, s.title::text
from council.statute s
where s.body_id = $1::bigint
order by lower(s.valid), s.name, s.edition
