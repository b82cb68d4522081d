-- query: posting_head
-- kind: one
-- param: run_id bigint
-- param: grouping text
-- row: run text
-- row: reference text
-- row: text text
-- row: period_from text
-- row: period_until text
-- row: year_from text
-- row: released_on text
-- row: body text
-- row: total numeric
select r.id::text as run, concat('RT', r.id) as reference, concat('Sitzungsgeld ', to_char(lower(r.period), 'MM/YYYY')) as text,
  to_char(lower(r.period), 'YYYY-MM-DD') as period_from, to_char(upper(r.period) - 1, 'YYYY-MM-DD') as period_until,
  to_char(lower(r.period), 'YYYY-01-01') as year_from,
  to_char(r.released_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as released_on, b.name::text as body,
  council.posting_total(r.id, $2::text) as total
from council.fee_run r join council.body b on b.id = r.body_id
where r.id = $1::bigint
