-- query: list_fee_runs
-- kind: list
-- key: id bigint
-- sort: first_day amount
-- search: search
-- param: body_id bigint
-- param: kind text
-- row: id bigint
-- row: run_id bigint
-- row: run_state text
-- row: first_day date
-- row: period text
-- row: state_label text
-- row: attempt text
-- row: amount numeric
-- row: before numeric
-- row: persons bigint
-- row: noted bigint
-- row: blocked bigint
-- row: blocked_names text
-- row: name text
-- row: statute text
-- row: made text
-- row: who text
select r.id, r.id as run_id, r.run_state, r.first_day, r.period, r.state_label, r.attempt, r.amount::numeric as amount, r.before, r.persons, r.noted, r.blocked,
  r.blocked_names, r.name, r.statute, r.made, r.who, council.fold_text(concat_ws(' ', r.period, r.state_label, r.name, r.statute)) as search
from api.fee_run_lines r
where r.body_id = $1::bigint and r.kind = coalesce($2::text, 'regular')
