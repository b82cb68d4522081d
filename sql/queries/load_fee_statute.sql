-- query: load_fee_statute
-- kind: one
-- param: id bigint
-- row: id bigint
-- row: version bigint
-- row: name text
-- row: edition integer
-- row: title text
-- row: source text
-- row: note text
-- row: valid text
-- row: in_force text
-- row: rounding_step text
-- row: rounding_mode text
-- row: based_on text
select s.id, s.version, s.name::text as name, s.edition, s.title::text as title, s.source::text as source, s.note::text as note,
  council.say_days(council.day_range(s.valid)) as valid, council.say_days(coalesce(council.day_ranges(s.in_force), '')) as in_force, council.plain_amount(s.rounding_step) as rounding_step, s.rounding_mode,
  coalesce(s.based_on, '')::text as based_on
from council.statute s
where s.id = $1::bigint
