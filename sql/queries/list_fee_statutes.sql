-- query: list_fee_statutes
-- kind: list
-- key: id bigint
-- sort: first_day name
-- search: search
-- param: body_id bigint
-- row: id bigint
-- row: statute_id bigint
-- row: title text
-- row: first_day date
-- row: name text
-- row: edition integer
-- row: state_label text
-- row: valid text
-- row: in_force text
-- row: based_on text
-- row: used text
select s.id, s.id as statute_id, s.title::text as title, lower(s.valid) as first_day, s.name::text as name, s.edition,
  api.code_label('statute_state', s.state) as state_label, council.say_days(case when s.state = 'in_force' then coalesce(council.day_ranges(s.in_force), '') else council.day_range(s.valid) end) as valid, council.say_days(coalesce(council.day_ranges(s.in_force), '')) as in_force,
  coalesce(s.based_on, '')::text as based_on, coalesce(to_char(council.statute_used_until(s.id) - 1, 'DD.MM.YYYY'), '') as used,
  council.fold_text(concat_ws(' ', s.name, s.title)) as search
from council.statute s
where s.body_id = $1::bigint
